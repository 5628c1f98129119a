"""The embedded autofill for who speaks German: the fields that people read as sentences."""

import json
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

from sorcerer.providers.embedded.known import Known

_SUBJECT = {"she": "Sie", "he": "Er"}


def speaks_german(known: Known) -> bool:
    """Tell whether what is filled in says that she speaks German."""
    return known.text("voice.language") == "de"


def _background(known: Known) -> str:
    phrases = _tables()
    who = _SUBJECT.get(known.pronouns, known.text("name").split(" ")[0] or "Die Person")
    first = f"{who} {known.pick(phrases['origins'], 'origin')}"
    if known.text("city"):
        arrival = known.pick(phrases["arrivals"], "arrival").replace("{city}", known.text("city"))
        first += f" und {arrival.removeprefix('ist ') if first.startswith(f'{who} ist ') else arrival}"
    sentences = [f"{first}."]
    if known.text("work"):
        inside = who.lower() if who in _SUBJECT.values() else who
        sentences.append(f"Beruf: {known.text('work')}; {inside} {known.pick(phrases['work_turns'], 'work')}.")
    return " ".join([*sentences, *(known.pick(phrases[part], part) for part in ("reasons", "closings"))])


def _goals(known: Known) -> str:
    one, two, three = known.some(_tables()["goals"], 3)
    return f"Vorhaben: {one}, {two} und {three}."


def _traits(known: Known) -> list[str]:
    return known.some(_tables()["traits"], 3)


def _voice(known: Known) -> tuple[str, list[str]]:
    """Return a tone and the words that go with it; whichever is filled in already decides the other."""
    voices: list[tuple[str, list[str]]] = _tables()["voices"]
    same = [one for one in voices if one[0] == known.text("voice.tone") or one[1] == known.words("voice.vocabulary")]
    return (same or voices)[int(_chance(known) * len(same or voices))]


def _chance(known: Known) -> float:
    drawn: int = known.pick(range(1000), "voice", known.text("name"))
    return drawn / 1000


def _direction(known: Known) -> str:
    return str(known.pick(_tables()["directions"]))


@cache
def _tables() -> dict[str, Any]:
    text = files("sorcerer.providers.embedded").joinpath("autofill.de.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


FIELDS: dict[str, Callable[[Known], Any]] = {
    "background": _background,
    "goals": _goals,
    "traits": _traits,
    "voice.tone": lambda known: _voice(known)[0],
    "voice.vocabulary": lambda known: list(_voice(known)[1]),
    "direction": _direction,
}
