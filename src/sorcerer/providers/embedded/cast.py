"""The embedded cast: people made up by hand, and as many relatives of theirs as anybody asks for."""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from sorcerer import ids
from sorcerer.providers.tasks import PersonaDraft, PersonaTask

YOUNGEST, OLDEST = 20, 70
_COLOURS = (
    "#5f7f73",
    "#3f4a6b",
    "#b23a48",
    "#d9822b",
    "#7a3b4f",
    "#2f5d73",
    "#8a6fb0",
    "#39433d",
    "#c98b4b",
    "#e0d3c3",
)
_AS_WRITTEN = 4
_MOST_ROUNDS = 64


@cache
def members() -> tuple[dict[str, Any], ...]:
    """Return the people as they were written, each with other names and handles for relatives."""
    text = files("sorcerer.providers.embedded").joinpath("cast.json").read_text(encoding="utf-8")
    return tuple(json.loads(text))


def persona(task: PersonaTask) -> PersonaDraft:
    """Return somebody of the cast, or a relative; the same seed gets the same person.

    Seeds "0", "1", … go through the cast in order, then through relatives of it; any other seed draws.
    """
    fitting = [member for member in members() if task.mode in member["modes"]] or list(members())
    if task.seed.isascii() and task.seed.isdecimal() and len(task.seed) < 10:  # noqa: PLR2004 - a number of any use
        turn, place = divmod(int(task.seed), len(fitting))
    else:
        place = int(ids.draw(task.seed, "cast", task.mode) * len(fitting))
        turn = max(0, int(ids.draw(task.seed, "relative") * (_MOST_ROUNDS + _AS_WRITTEN)) - _AS_WRITTEN)
    return _as_written(fitting[place]) if turn == 0 else _relative(fitting[place], turn)


def slug(text: str) -> str:
    """Return a text as it may stand in a handle: small letters and digits, without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ø", "o").replace("ß", "ss"))
    return "".join(sign for sign in plain if sign.isascii() and sign.isalnum())


def handle_of(pattern: str, name: str) -> str:
    """Return a handle made from a pattern and a first name, 2 to 30 characters long."""
    first = slug(name.split(maxsplit=1)[0]) or "hello"
    return pattern.replace("{first}", first[:14])[:30].rstrip(".")


def _as_written(member: Mapping[str, Any]) -> PersonaDraft:
    name = member["names"][0]
    return PersonaDraft(
        name=name,
        handle=handle_of(member["handles"][0], name),
        persona=_marked(member["persona"]),
        look=dict(member["look"]),
    )


def _relative(member: Mapping[str, Any], turn: int) -> PersonaDraft:
    """Return somebody like a member of the cast: another name, other years, other clothes, a habit less."""
    names, handles = member["names"], member["handles"]
    key = (names[0], turn)
    name = names[turn % len(names)]
    written = member["persona"]
    years = written["age"] + round(6 * ids.draw(*key, "years")) - 3
    changed = {
        "age": min(max(years, YOUNGEST), OLDEST),
        "habits": _one_less(written["habits"], *key, "habit"),
        "people": _one_less(written["people"], *key, "people"),
    }
    look = member["look"] | {
        "years": changed["age"],
        "outfit_color": ids.pick(_COLOURS, *key, "colour"),
        "glasses": member["look"]["glasses"] != (ids.draw(*key, "glasses") < 0.25),  # noqa: PLR2004 - one in four
        "jaw": round(min(max(member["look"]["jaw"] + 0.12 * (ids.draw(*key, "jaw") - 0.5), 0.8), 1.2), 3),
        "brow": round(min(max(member["look"]["brow"] + 0.3 * (ids.draw(*key, "brow") - 0.5), 0.6), 1.5), 3),
    }
    pattern = handles[(turn // len(names) + turn) % len(handles)]
    persona = _marked(written | changed)
    return PersonaDraft(name=name, handle=handle_of(pattern, name), persona=persona, look=look)


def _one_less(words: Sequence[str], *key: object) -> list[str]:
    """Return some words without one of them, the first always kept."""
    gone = 1 + int(ids.draw(*key) * (len(words) - 1)) if len(words) > 1 else None
    return [word for place, word in enumerate(words) if place != gone]


def _marked(persona: Mapping[str, Any]) -> dict[str, Any]:
    """Return a persona that says of each of its fields that nobody has edited it yet."""
    paths = []
    for field, value in persona.items():
        paths += [f"{field}.{part}" for part in value] if isinstance(value, Mapping) else [field]
    return {**persona, "ai_written": paths}
