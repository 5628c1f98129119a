"""Her world: the facts that hold for one person, from her premise alone. Planner and checker read the same one."""

import re
from dataclasses import replace
from functools import lru_cache

from sorcerer.life.model import Premise
from sorcerer.life.world.kind import Kind
from sorcerer.life.world.kinds import KINDS
from sorcerer.life.world.people import Person, person
from sorcerer.life.world.places import Place, places_of, travel_minutes
from sorcerer.life.world.work import FORMS, Form, fitted

_LIKED_MORE = 1.6
_STEM = 4
_RARE = 21
_FILMS = frozenset({"film_reel", "edit"})
# What waits at home while she is on a trip.
_HOUSEHOLD = frozenset(
    "clean laundry plants mend admin garden pottery volunteer haircut study music game knit".split()  # noqa: SIM905 - reads as a list
)


class Ways(dict[tuple[str, str], int]):
    """The minutes between two places, by their ids; each is reckoned when it is first asked for.

    Args:
        places: by id.
    """

    def __init__(self, places: dict[str, Place]) -> None:
        super().__init__()
        self._places = places

    def __missing__(self, ends: tuple[str, str]) -> int:
        """Reckon a way, and remember it."""
        minutes = self[ends] = travel_minutes(self._places[ends[0]], self._places[ends[1]])
        return minutes


class World:
    """Everything that is so for one person, whatever she does.

    Args:
        premise: what her life is planned from.
    """

    def __init__(self, premise: Premise) -> None:
        self.premise = premise
        self.city = premise.city
        self.form: Form = FORMS["none" if premise.away or premise.ill else premise.work]
        self.places = places_of(premise.city, premise.seed, self.form.place, away=premise.away)
        self.levels = dict(premise.levels)
        self.by_id = {place.id: place for place in self.places.values()}
        self.people: dict[str, Person] = {name: person(name) for name in dict.fromkeys(premise.people)}
        self.words = _words((*premise.habits, premise.category))
        self.hers = frozenset(kind.id for kind in KINDS.values() if self._owns(kind))
        self.kinds = {kind.id: kind for kind in (self._hers(each) for each in KINDS.values()) if kind is not None}
        self.ways = Ways(self.by_id)

    @property
    def home(self) -> Place:
        """Return where she lives."""
        return self.places["home"]

    def travel(self, one: str, other: str) -> int:
        """Return the minutes between two places, by id."""
        return self.ways[one, other]

    def way(self, one: Place, other: Place) -> int:
        """Return the minutes between two places, wherever they are; her "work" may lie elsewhere in another world."""
        if self._is_mine(one) and self._is_mine(other):
            return self.travel(one.id, other.id)
        return travel_minutes(one, other)

    def _is_mine(self, place: Place) -> bool:
        mine = self.by_id.get(place.id)
        return mine is place or mine == place

    def likes(self, words: tuple[str, ...]) -> bool:
        """Tell whether her habits or her category name one of these words."""
        return _share(self.words, words)

    def sites(self, kind: Kind) -> list[Place]:
        """Return the places of hers that a kind of activity may happen at."""
        return [self.places[sort] for sort in kind.places if sort in self.places]

    def _owns(self, kind: Kind) -> bool:
        """Tell whether a kind is a habit of hers, or part of what she films."""
        return self.likes(kind.likes) or self.levels.get(kind.id) == "more" or kind.id in _FILMS

    def _hers(self, kind: Kind) -> Kind | None:
        """Return a kind as she has it: her working hours, and more of what she likes."""
        if kind.id.startswith("work_"):
            return fitted(kind, self.form)
        if kind.id == "dinner" and self.premise.work != "late":
            kind = replace(kind, places=("home",))
        if kind.anchor:
            return kind
        level = self.levels.get(kind.id, "")
        liked = self.likes(kind.likes)
        if (kind.asked and not liked and level != "more") or level == "never":
            return None
        if liked:
            least, usual, most = kind.weekly
            usual = max(usual * _LIKED_MORE, min(1.5, 7 / max(1, kind.gap)))
            most = max(most, round(usual) + 1)
            kind = replace(kind, weekly=(least, usual, most), weight=kind.weight * 1.3)
        return self._for_now(_at_level(kind, level))

    def _for_now(self, kind: Kind) -> Kind | None:
        """Return what a trip or an illness leaves of a kind."""
        if self.premise.away and kind.id in _HOUSEHOLD:
            return None
        if self.premise.ill:
            stays = "home" in kind.places and kind.category != "sport" and not kind.company and kind.id != "rehab"
            return replace(kind, places=("home",)) if stays else None
        return kind


def _at_level(kind: Kind, level: str) -> Kind:
    """Return a kind as often as somebody wished it."""
    least, usual, most = kind.weekly
    if level == "more":
        usual = min(max(1.5, usual * 1.8), 7 / max(1, kind.gap))
        return replace(kind, weekly=(max(least, 1), usual, max(most, round(usual) + 1)), weight=kind.weight * 1.2)
    if level == "less":
        gap = min(_RARE, round(14 / max(usual, 0.1)))
        return replace(kind, weekly=(0, usual / 2, max(1, most // 2)), gap=max(kind.gap, gap))
    return kind


@lru_cache(maxsize=1024)
def world_of(premise: Premise) -> World:
    """Return the world of a premise; the same one for equal premises."""
    return World(premise)


def _words(texts: tuple[str, ...]) -> tuple[str, ...]:
    found = [word for text in texts for word in re.findall(r"[a-z]+", text.casefold())]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=8192)
def _share(mine: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Tell whether two lists have a word in common, endings aside."""
    return any(same_word(one, word) for one in mine for word in words)


def same_word(one: str, other: str) -> bool:
    """Tell whether two words are one, endings aside ("run", "running", "runner")."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < 3:  # noqa: PLR2004 - "tv" is no stem of anything
        return False
    if len(short) <= _STEM:
        return long in {
            f"{short}s",
            f"{short}ing",
            f"{short}er",
            f"{short}{short[-1]}ing",
            f"{short}{short[-1]}er",
            f"{short[:-1]}ing",
        }
    return long.startswith(short.removesuffix("e"))
