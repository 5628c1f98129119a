"""What a script is filled from: the words of one moment of her life."""

from datetime import datetime
from typing import Any, NamedTuple

from sorcerer import ids
from sorcerer.providers.embedded.writing.grammar import first_person, first_sentence, named, placed, topic
from sorcerer.providers.embedded.writing.kinds import Act, act_of
from sorcerer.providers.tasks import ScriptTask

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PARTS = (
    (5, "tonight"),
    (11, "this morning"),
    (14, "around noon"),
    (18, "this afternoon"),
    (22, "this evening"),
    (24, "tonight"),
)
_MOODS = {
    "dry": ("dry", "sarcas", "ironic", "witty", "deadpan", "blunt", "cheeky", "honest"),
    "bright": ("bright", "energ", "bold", "loud", "motivat", "playful", "upbeat", "fun", "excit"),
}


class Scene(NamedTuple):
    """One moment in words.

    Args:
        words: what the grammar's braces are filled with; a missing one is an empty text.
        mood: "warm", "dry" or "bright".
        told: the direction as she would say it, or nothing.
    """

    act: Act
    category: str
    mood: str
    words: dict[str, str]
    told: str


def scene_of(task: ScriptTask) -> Scene:
    """Return the words of the moment a task is about."""
    moment, name = task.moment, task.who.name
    act = act_of(moment.kind, moment.category)
    when = _clock(moment.local_time)
    words = {
        "mine": act.mine,
        "doing": act.doing,
        "part": next(part for until, part in _PARTS if when.hour < until),
        "day": _DAYS[when.weekday()],
        "at": placed(moment.place, str(task.who.persona.get("city", ""))),
        "who": named(moment.with_whom) if moment.with_whom else "",
        "before": moment.before,
        "after": moment.after,
        "story": first_sentence(ids.pick(moment.story, task.seed, "story")).rstrip(".") if moment.story else "",
    }
    return Scene(act, moment.category, _mood(task.who.persona), words, _told(task.direction, name))


def _clock(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return datetime.fromisoformat("2026-01-05T10:00")


def _mood(persona: dict[str, Any]) -> str:
    voice = persona.get("voice")
    tone = str(voice.get("tone", "")).lower() if isinstance(voice, dict) else ""
    found = [(tone.find(sign), mood) for mood, signs in _MOODS.items() for sign in signs if sign in tone]
    return min(found)[1] if found else "warm"


def _told(direction: str, name: str) -> str:
    direction = " ".join(direction.split())
    if not direction:
        return ""
    about = topic(direction)
    if about is not None:
        return first_sentence(f"Today I want to talk about {about}.")
    return first_sentence(first_person(first_sentence(direction), name))
