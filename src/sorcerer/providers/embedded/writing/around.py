"""What stands around the words: title, caption, hashtags, and the text for those who do not see."""

import re
import unicodedata
from typing import Any

from sorcerer import ids
from sorcerer.providers.embedded.writing.grammar import sentence
from sorcerer.providers.embedded.writing.scene import Scene
from sorcerer.providers.tasks import ScriptTask

_MOST_TAGS = 5
_EMOJI = {
    "sport": "🏃💪🌿",
    "eat": "☕🥐🍋",
    "work": "💻📚✨",
    "social": "💛🫶🎲",
    "leisure": "📖🎨🎧",
    "care": "🌙🫖🌿",
    "home": "🪴🧺🕯",
    "shop": "🧺🍅🛍",
}
_TAGS = {
    "sport": ("dailymovement", "feelgood"),
    "eat": ("foodie", "slowfood"),
    "work": ("dayinthelife", "focus"),
    "social": ("goodcompany", "weekendvibes"),
    "leisure": ("slowliving", "hobbies"),
    "care": ("selfcare", "slowmorning"),
    "home": ("homelife", "cozyhome"),
    "shop": ("finds", "citylife"),
}


def title_of(scene: Scene) -> str:
    """Return a name for the post on our own pages."""
    mine = re.sub(r"^(my|the|a|this) ", "", scene.act.mine)
    return sentence(f"{mine}, {scene.words['day']} {scene.words['at']}").rstrip(".")[:120]


def caption_of(task: ScriptTask, scene: Scene, lines: list[str]) -> str:
    """Return what stands under the post: the opening, one more line, a question; emoji as often as she uses them."""
    voice = task.who.persona.get("voice")
    liking = voice.get("emoji", "few") if isinstance(voice, dict) else "few"
    signs = _EMOJI.get(scene.category, "✨🌿💛")
    drawn = ids.pick(signs, task.seed, "emoji")
    ends = {"none": "", "few": f" {drawn}", "many": f" {signs}"}.get(str(liking), "")
    return "\n\n".join((lines[0] + ends, " ".join(lines[1:-1]), lines[-1])).strip()[:2200]


def hashtags_of(task: ScriptTask, scene: Scene) -> tuple[str, ...]:
    """Return at most five hashtags: what she does, what kind of thing it is, her city and what her account is about."""
    persona: dict[str, Any] = task.who.persona
    wanted = (
        scene.act.tag,
        *_TAGS.get(scene.category, ("dayinmylife",)),
        str(persona.get("city", "")),
        str(persona.get("category", "")),
    )
    clean = (_tag(tag) for tag in wanted)
    return tuple(dict.fromkeys(tag for tag in clean if tag))[:_MOST_TAGS]


def alt_of(task: ScriptTask, scene: Scene) -> str:
    """Return what a picture of the post shows."""
    return f"{task.who.name}, a drawn character, {scene.words['at']} {scene.words['part']}, {scene.act.doing}."[:1000]


def _tag(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower())
    return re.sub(r"[^a-z0-9]", "", plain)[:30]
