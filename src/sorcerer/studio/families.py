"""Families: how the shots of each sort of film are framed, and how two films tell apart. Pure."""

from collections.abc import Collection, Sequence

from sorcerer import ids
from sorcerer.providers import Family, Framing

FRAMINGS: dict[Family, tuple[tuple[Framing, ...], ...]] = {
    "talk": (
        ("close", "medium", "close", "medium"),
        ("medium", "close", "close", "medium"),
        ("wide", "close", "medium", "close"),
    ),
    "montage": (
        ("wide", "close", "medium", "close"),
        ("close", "wide", "close", "medium"),
        ("medium", "wide", "close", "wide"),
    ),
    "tutorial": (
        ("medium", "close", "close", "close"),
        ("close", "medium", "close", "medium"),
        ("wide", "medium", "close", "close"),
    ),
    "day": (
        ("wide", "medium", "close", "wide"),
        ("medium", "wide", "medium", "close"),
        ("close", "wide", "medium", "wide"),
    ),
    "review": (
        ("close", "close", "medium", "close"),
        ("medium", "close", "wide", "close"),
        ("wide", "close", "close", "medium"),
    ),
    "series": (
        ("medium", "medium", "close", "wide"),
        ("close", "medium", "wide", "medium"),
        ("wide", "medium", "medium", "close"),
    ),
}
"""For each family three orders of framings, each with an opening of its own; a longer film goes round again."""


def signature(family: str, scenes: Sequence[str], opening: str) -> str:
    """Return what a viewer knows a film again by: its family, the order of its scenes and its opening framing."""
    order = [scene for at, scene in enumerate(scenes) if at == 0 or scenes[at - 1] != scene]
    return f"{family}:{'>'.join(order)}:{opening}"


def template(
    family: Family, scenes: Sequence[str], seed: str, recent: Collection[str]
) -> tuple[Family, tuple[Framing, ...]]:
    """Return a family and its framings so that the film is like none of the recent ones.

    When every opening of the family was seen lately, another family lends its shots; when all were, the family stays.
    """
    seen = {film.partition("|")[0] for film in recent}
    families = sorted(FRAMINGS, key=lambda one: (one != family, ids.draw(seed, "family", one)))
    free = (
        (one, framings)
        for one in families
        for framings in sorted(FRAMINGS[one], key=lambda framings: ids.draw(seed, "framing", one, framings))
        if signature(one, scenes, framings[0]) not in seen
    )
    return next(free, (family, ids.pick(FRAMINGS[family], seed, "framing")))
