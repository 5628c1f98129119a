"""Stories of looking after something or somebody."""

from sorcerer.life.world.stories import Arc, Beat, Branch

KEEPING = (
    Arc(
        "balcony",
        "Something green",
        ("plants", "garden", "gardening", "nature", "home", "interior", "sustainability"),
        (
            Beat(
                "seeds",
                (0, 4),
                Branch("plants", "Nine seeds", "sows nine seeds and labels all of them"),
                Branch("read", "Seed packets", "reads seed packets like novels"),
                "nine seeds are in the soil",
            ),
            Beat(
                "nothing",
                (6, 10),
                Branch("plants", "Nothing yet", "stares at soil that does nothing yet"),
                Branch("journal", "Day eight, nothing", "writes a growth diary without any growth"),
                "a week of looking at bare soil",
            ),
            Beat(
                "sprout",
                (11, 16),
                Branch("plants", "It is alive", "finds the first sprout, thin as thread"),
                Branch("call_home", "A birth announcement", "calls home to announce a sprout"),
                "the first sprout is up",
            ),
            Beat(
                "share",
                (17, 24),
                Branch("visit", "One for next door", "takes the second-best seedling to {friend}"),
                Branch("plants", "One for the stairwell", "puts the second-best seedling in the stairwell with a note"),
                "one of the seedlings has moved out",
            ),
        ),
    ),
    Arc(
        "letters",
        "Better at staying in touch",
        ("writing", "books", "reading", "family", "journaling", "friends", "mindfulness", "community", "people"),
        (
            Beat(
                "box",
                (0, 3),
                Branch("journal", "The shoebox", "opens the shoebox of old letters"),
                Branch("read", "The old letters", "reads old letters in the order they came"),
                "answering old letters, one a week",
            ),
            Beat(
                "first",
                (4, 9),
                Branch("journal", "Letter one", "writes letter one to a teacher from long ago"),
                Branch("call_home", "A voice instead", "makes the call instead of the letter"),
                "the first of the old letters is answered",
            ),
            Beat(
                "stamp",
                (10, 16),
                Branch("walk", "To the letterbox", "walks three letters to the letterbox"),
                Branch("journal", "Three more letters", "writes three more letters and keeps them overnight"),
                "three letters are on their way",
            ),
            Beat(
                "answer",
                (18, 26),
                Branch("catch_up", "An answer", "reads the answer aloud to {friend}"),
                Branch("read", "An answer, twice", "reads the answer twice on the stairs"),
                "an answer to the letters has come",
            ),
        ),
    ),
)
