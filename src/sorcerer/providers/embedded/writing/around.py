"""What stands around the words: title, caption, hashtags, and the text for those who do not see."""

import re
import unicodedata
from typing import Any

from sorcerer import ids
from sorcerer.providers.embedded.writing.grammar import sentence
from sorcerer.providers.embedded.writing.manner import Manner
from sorcerer.providers.embedded.writing.scene import Scene
from sorcerer.providers.tasks import ScriptTask

FOLD = 90
"""Letters of a caption that every network shows before one has to ask for more; a label before them leaves room."""
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


def title_of(scene: Scene) -> str:
    """Return a name for the post on our own pages."""
    mine = re.sub(r"^(my|the|a|this|mein|meine|der|die|das|dieser) ", "", scene.act.mine)
    return sentence(f"{mine}, {scene.words['day']} {scene.words['at']}").rstrip(".")[:120]


def caption_of(task: ScriptTask, scene: Scene, manner: Manner, lines: list[str]) -> str:
    """Return what stands under the post: the opening whole before the fold, what is told, the question.

    Emoji stand as often as she uses them, and those that a direction consists of.
    """
    signs = _EMOJI.get(scene.category, "✨🌿💛")
    drawn = ids.pick(signs, task.seed, "emoji")
    given = "" if any(letter.isalnum() for letter in task.direction) else "".join(task.direction.split())[:20]
    ends = given or {"none": "", "few": drawn, "many": signs}.get(manner.emoji, "")
    opening = f"{folded(lines[0])} {ends}".strip()
    return "\n\n".join((opening, " ".join(lines[1:-1]), lines[-1])).strip()[:2200]


def folded(line: str) -> str:
    """Return a line that stands before the fold: whole, or cut after a word."""
    if len(line) <= FOLD:
        return line
    return f"{line[: FOLD - 1].rpartition(' ')[0] or line[: FOLD - 1]}…"


def hashtags_of(task: ScriptTask, scene: Scene) -> tuple[str, ...]:
    """Return at most five hashtags: what she does, what kind of thing it is, her city and what her account is about."""
    persona: dict[str, Any] = task.who.persona
    tags: dict[str, list[str]] = scene.language.table["tags"]
    wanted = (
        scene.act.tag,
        *tags.get(scene.category, tags[""]),
        str(persona.get("city", "")),
        str(persona.get("category", "")),
    )
    clean = (_tag(tag) for tag in wanted)
    return tuple(dict.fromkeys(tag for tag in clean if tag))[:_MOST_TAGS]


def alt_of(task: ScriptTask, scene: Scene) -> str:
    """Return what a picture of the post shows."""
    return str(scene.language.table["drawn"]).format_map({**scene.words, "name": task.who.name})[:1000]


def _tag(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower().replace("ß", "ss"))
    return re.sub(r"[^a-z0-9]", "", plain)[:30]
