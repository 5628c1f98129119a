"""The sentences of an item, and the moment that a writer gets."""

from typing import Any

from sorcerer.life.model import Item, Premise
from sorcerer.life.world import Place, World, season_at
from sorcerer.life.world.kinds import KINDS
from sorcerer.life.world.minutes import wall

_THEIR = {"she": "her", "he": "his", "they": "their"}
_THEM = {"she": "her", "he": "him", "they": "them"}


def told(text: str, premise: Premise, who: tuple[str, ...] = ()) -> str:
    """Return a template with her words in it."""
    return (
        text.replace("{their}", _THEIR[premise.pronouns])
        .replace("{them}", _THEM[premise.pronouns])
        .replace("{name}", premise.name)
        .replace("{friend}", " and ".join(who) or "a friend")
    )


def sentence(world: World, place: Place, at: str, act: str, who: tuple[str, ...]) -> str:
    """Return one sentence: where she is and what she does.

    Args:
        at: what the place is called when it is her home.
    """
    where = at if at and place.sort == "home" and not world.premise.away else place.at
    text = told(f"{where}, {{name}} {act}.", world.premise, who)
    return text[0].upper() + text[1:]


def noun(item: Item | None) -> str:
    """Return what an item is called inside a sentence; nothing for no item."""
    if item is None:
        return ""
    return KINDS[item.kind].noun if item.kind in KINDS else item.kind


def scene_of(item: Item, place: Place) -> str:
    """Return which picture an item is: its own at home, the place's anywhere else."""
    own = KINDS[item.kind].scene
    if place.sort == "home":
        return own or "home"
    return place.scene


def moment(
    item: Item, place: Place, prior: Item | None, following: Item | None, lines: tuple[str, ...]
) -> dict[str, Any]:
    """Return the fields of a writer's `Moment` for an item."""
    return {
        "local_time": wall(item.day, item.start).isoformat(timespec="minutes"),
        "kind": item.kind,
        "category": item.category,
        "place": place.name,
        "scene": scene_of(item, place),
        "with_whom": list(item.who),
        "before": noun(prior),
        "after": noun(following),
        "story": list(lines),
        "season": season_at(place.latitude, item.day),
    }
