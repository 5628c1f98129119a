"""S and E: can she be there, in time, while it is open, and is it light?"""

from collections.abc import Iterator

from sorcerer.life.checking.case import Block, Case, Timed, clock, found
from sorcerer.life.model import Violation
from sorcerer.life.world import daylight, known_city, open_between
from sorcerer.life.world.minutes import LANDING
from sorcerer.life.world.state import value_at


def check_space(case: Case) -> Iterator[Violation]:
    """Yield S1 to S4 and E1."""
    yield from case.beside("on foot", _walks, lambda one: not _on_the_way(one))
    yield from case.beside("landing", _lands)
    yield from case.each("there", _all_there)


def _walks(earlier: Timed, later: Timed) -> Iterator[Violation]:
    if earlier.place is None or later.place is None:
        return
    gap = _gap(earlier, later)
    needed = earlier.world.way(earlier.place, later.place)
    if 0 <= gap < needed:
        text = f"The way to {later.item.title!r} takes {needed} minutes and there are {gap}."
        yield found("S1", later.item.id, text)


def _lands(earlier: Timed, later: Timed) -> Iterator[Violation]:
    if _on_the_way(earlier) and not _on_the_way(later) and 0 <= (gap := _gap(earlier, later)) < LANDING:
        text = f"{later.item.title!r} begins {gap} minutes after she woke on the way; she is there in {LANDING}."
        yield found("S1", later.item.id, text)


def _gap(earlier: Timed, later: Timed) -> int:
    return round((later.begins - earlier.ends).total_seconds() / 60)


def _all_there(case: Case, block: Block) -> Iterator[Violation]:
    for one in block.timed:
        yield from case.alone("there", one, _there)


def _on_the_way(one: Timed) -> bool:
    return one.place is not None and one.place.sort == "transit"


def _label(city: str) -> str:
    known = known_city(city)
    return known.label if known is not None else city.title()


def _there(case: Case, one: Timed) -> Iterator[Violation]:
    item, place = one.item, one.place
    city = value_at(case.told.get("city", ()), "city", item.day, item.start)
    if item.city != city or (place is not None and place.city != item.city):
        yield found("S3", item.id, f"{item.title!r} is in {_label(item.city)}, while she is in {_label(str(city))}.")
        return
    if place is None:
        yield found("S4", item.id, f"{item.title!r} is at {item.place!r}, which is no place of hers.")
        return
    kind = one.kind
    sorts = kind.places if kind is not None else ("home", "transit")
    if place.sort not in sorts and (kind is not None or item.kind == "sleep"):
        yield found("S4", item.id, f"{item.title!r} does not happen at {place.name}.")
    hours = open_between(place, item.day.weekday())
    if item.kind != "sleep" and (hours is None or item.start < hours[0] or item.end > hours[1]):
        when = f"open {clock(hours[0])} to {clock(hours[1])}" if hours else "closed all day"
        yield found(
            "S2", item.id, f"{place.name} is {when} on a {item.day:%A}; {item.title!r} is at {clock(item.start)}."
        )
    if kind is not None and kind.daylight:
        rise, fall = daylight(one.world.city, item.day)
        if item.start < rise or item.end > fall:
            text = f"{item.title!r} needs daylight, {clock(rise)} to {clock(fall)}; it is at {clock(item.start)}."
            yield found("E1", item.id, text)
