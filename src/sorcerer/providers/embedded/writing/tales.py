"""Tales: small stories written by hand, a handful for everything she does, kept in `lexicon/<code>/<category>.json`."""

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

_CHOICE = re.compile(r"\[([^\]]*)\]")
_GAP = re.compile(r"\{(\w+)\}")
_ANYBODY, _ROOM = "leisure", "="


class Tale(NamedTuple):
    """One story, told in five lines that follow from each other.

    A choice such as "[four/three]" is another word the second time, the same one in every line. A line that begins
    with "~" and a small word ("~so it stayed") can be said in one breath with the line before. A show that begins with
    "=" makes room for what her life tells of this one time.

    Args:
        moods: whose voice it is in, the nearest first.
        acts: her life's own names of the acts it belongs to; none for any time she does this.
        hook: what one wants to know the end of.
        show: what is going on.
        turn: what went otherwise than it was meant to.
        truth: what is left of it.
        ask: what somebody may answer, because of all that.
    """

    moods: tuple[str, ...]
    acts: tuple[str, ...]
    hook: str
    show: str
    turn: str
    truth: str
    ask: str

    @property
    def lines(self) -> tuple[str, str, str, str, str]:
        """Return the five lines in their order."""
        return self.hook, self.show, self.turn, self.truth, self.ask

    @property
    def roomy(self) -> bool:
        """Tell whether the sentence her life tells may stand in place of the show."""
        return self.show.startswith(_ROOM)

    @property
    def wordings(self) -> int:
        """Return in how many wordings it can be told."""
        return max((len(found.split("/")) for line in self.lines for found in _CHOICE.findall(line)), default=1)

    @property
    def gaps(self) -> frozenset[str]:
        """Return what it needs to know of a moment ("who", "day")."""
        return frozenset(_GAP.findall(" ".join(self.lines)))

    def worded(self, number: int) -> tuple[str, ...]:
        """Return the five lines in one of its wordings, gaps unfilled."""
        lines = (line.removeprefix(_ROOM) for line in self.lines)
        return tuple(_CHOICE.sub(lambda found: _chosen(found.group(1), number), line) for line in lines)


class Shelf(NamedTuple):
    """The tales of a language: those of each kind of act, and those of each category for an act that nobody knows."""

    kinds: dict[str, tuple[Tale, ...]]
    categories: dict[str, tuple[Tale, ...]]

    def of(self, kind: str, category: str) -> tuple[tuple[Tale, ...], tuple[Tale, ...]]:
        """Return the tales of a kind and those of its category; a category that nobody knows is time of her own."""
        return self.kinds.get(kind, ()), self.categories.get(category) or self.categories[_ANYBODY]


@cache
def shelf_of(code: str) -> Shelf:
    """Return the tales of a language, by its code."""
    kinds: dict[str, tuple[Tale, ...]] = {}
    categories: dict[str, tuple[Tale, ...]] = {}
    folder = files("sorcerer.providers.embedded.writing").joinpath(f"lexicon/{code}")
    for page in sorted(folder.iterdir(), key=lambda each: each.name):
        table: dict[str, dict[str, list[dict[str, Any]]]] = json.loads(page.read_text(encoding="utf-8"))
        kinds |= {kind: tuple(map(_tale, tales)) for kind, tales in table["kinds"].items()}
        categories |= {category: tuple(map(_tale, tales)) for category, tales in table["categories"].items()}
    return Shelf(kinds, categories)


def _tale(row: dict[str, Any]) -> Tale:
    lines = (str(row[part]) for part in ("hook", "show", "turn", "truth", "ask"))
    return Tale(tuple(row["moods"]), tuple(row.get("acts", ())), *lines)


def _chosen(choice: str, number: int) -> str:
    options = choice.split("/")
    return options[number % len(options)]
