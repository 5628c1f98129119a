"""Why something cannot be: the event stood where it was asked for, and the checker's own words for what breaks."""

from datetime import timedelta

from sorcerer.life.checking import check
from sorcerer.life.interventions.model import Event
from sorcerer.life.model import Item, Plan
from sorcerer.life.world import World, Worlds
from sorcerer.life.world.kinds import KINDS

_OF_THE_PLANNER = frozenset("B1 B2 B3 H1 H3 A1 A2 P1 P2 P3 P8 P9".split())  # noqa: SIM905 - reads as a list
_NOON = 12 * 60


def reasons(plan: Plan, event: Event, words: str, firm: frozenset[str]) -> tuple[str, ...]:
    """Return what an event would contradict at its minute, in sentences; none when only room is missing.

    Args:
        plan: the life as it would be without it.
        words: what it is called.
        firm: ids of the items that may not make room.
    """
    world = Worlds(plan.premise, plan.facts).on(event.day)
    item = _stood(world, event, words)
    first = max(plan.first_day, event.day - timedelta(days=1))
    days = (event.day - first).days + 2
    around = [one for one in plan.items if first <= one.day < first + timedelta(days=days)]
    beside = tuple(one for one in around if one.id in firm or not _near(one, item))
    without = plan.model_copy(update={"first_day": first, "days": days, "items": beside, "posts": ()})
    order = sorted((*beside, item), key=lambda one: (one.day, one.start))
    broken = {(one.code, one.item_id) for one in check(without)}
    found = check(without.model_copy(update={"items": tuple(order)}))
    fresh = [one for one in found if (one.code, one.item_id) not in broken and one.code not in _OF_THE_PLANNER]
    return tuple(dict.fromkeys(f"{one.message[0].upper()}{one.message[1:]}" for one in fresh))


def _stood(world: World, event: Event, words: str) -> Item:
    """Return the item that an event would be, legal or not."""
    kind = world.kinds.get(event.kind) or KINDS[event.kind]
    places = world.sites(kind) or [world.home]
    start = event.start if event.start is not None else max(kind.window[0], min(_NOON, kind.window[1]))
    who = event.who or (tuple(world.people)[:1] if kind.company else ())
    return Item(
        id=f"{event.kind}@{event.day.isoformat()}",
        day=event.day,
        kind=event.kind,
        category=kind.category,
        place=places[0].id,
        city=world.city.id,
        start=start,
        end=start + (event.minutes or -(-kind.minutes[0] // 5) * 5),
        who=who,
        pinned=True,
        title=words,
    )


def _near(one: Item, item: Item) -> bool:
    """Tell whether an item that could make room stands on the same day."""
    return one.day == item.day and one.kind != "sleep"
