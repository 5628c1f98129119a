"""Tellings: what happens, the turn it takes, and what she asks at the end."""

HERE: tuple[str, ...] = (
    "I'm {at}, {doing}, and it is exactly the right speed.",
    "It's {part}, I'm {at}, and I'm {doing}.",
    "So here I am {at}, {doing}, no rush at all.",
    "Right now I'm {at}, just {doing}.",
    "You find me {at} {part}, {doing}.",
    "I'm {doing} {at}, and for once I'm not late.",
)
TOLD: tuple[str, ...] = ("{told}", "So today: {told}", "Here's the thing. {told}", "Picture it. {told}")
WITH: tuple[str, ...] = (
    "{who} came along and has opinions.",
    "{who} made it better, obviously.",
    "{who} says hi, a little out of frame.",
    "It only worked because of {who}.",
)
AROUND: tuple[str, ...] = (
    "First {before}, now this, later {after}.",
    "It fits right between {before} and {after}.",
    "After {before} I needed this more than I thought.",
)
RUNNING: tuple[str, ...] = (
    "By the way: {story}.",
    "Small update: {story}.",
    "And for those who follow along: {story}.",
)
TURNS: dict[str, tuple[str, ...]] = {
    "warm": (
        "And I noticed how quiet my head got.",
        "It's nothing big, and that's why I like it.",
        "I want more days that feel like this one.",
        "It reminded me that enough is a real amount.",
        "Somewhere in there I stopped checking the time.",
        "I think we forget that small things are things.",
        "I left a little lighter than I came.",
        "Turns out I didn't need a plan, just an hour.",
    ),
    "dry": (
        "Was it perfect? No. Did I tell everyone? Yes.",
        "My expectations were low and still slightly wrong.",
        "I give it four stars, one off for my attitude.",
        "Nobody clapped, but I heard it anyway.",
        "I learned a lot. Mostly about snacks.",
        "Ten out of ten, would be late again.",
        "It went fine, which is my highest rating.",
        "I would explain more, but I wasn't listening.",
    ),
    "bright": (
        "And suddenly the whole day had energy.",
        "I'm doing it again tomorrow, no question.",
        "Ten minutes in and I was grinning.",
        "This is the push I needed, honestly.",
        "Start ugly, start small, but start.",
        "I can feel the week turning around.",
        "You should have seen my face at the end.",
        "One good hour and everything moves.",
    ),
}
MORE: tuple[str, ...] = (
    "That's it. That's the whole story, and I love it.",
    "I'm keeping this one, exactly the way it is.",
    "No filter for that, just a bit of good light.",
    "If that sounds small, good. It was meant to be.",
)
ASKS: dict[str, tuple[str, ...]] = {
    "sport": ("What got you moving this week?", "Tell me your laziest workout.", "Who is your training buddy?"),
    "eat": ("What are you eating today?", "Send me your easiest recipe.", "Sweet or salty? Choose wisely."),
    "work": ("What's one thing you finished today?", "How do you switch off?", "Tell me your smallest win."),
    "social": ("Who would you bring along?", "Send this to your person.", "Who do you need to call?"),
    "leisure": ("What do you do just for fun?", "Tell me your quiet hobby.", "What should I try next?"),
    "care": ("How do you slow down?", "What helps you rest?", "Tell me your softest ritual."),
    "home": ("Which chore do you secretly love?", "Show me your favourite corner.", "What's your Sunday reset?"),
    "shop": ("What's on your list?", "What did you almost buy?", "Market or supermarket?"),
}
SPONSORED: tuple[str, ...] = (
    "{product} from {company} is with me today.",
    "Today I brought {product} by {company}.",
    "This one is with {company}: {product}.",
)
SPONSORED_PLAIN: tuple[str, ...] = (
    "{company} is with me today.",
    "Today I'm here with {company}.",
    "This one is with {company}.",
)
