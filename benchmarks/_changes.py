"""Lives that are stepped into: what a change breaks, what of the rest stays, and what is refused though it could be."""

# ruff: noqa: S311 - a benchmark draws, it hides nothing
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime, timedelta

from benchmarks._personas import JOBS, MONDAY, somebody
from benchmarks.report import Measure
from sorcerer import life
from sorcerer.errors import SorcererError
from sorcerer.life import Item, Plan
from sorcerer.life.interventions import Change, Drop, Intervention, Pin, Present, Preview
from sorcerer.life.interventions.model import Event, Habit, Illness, Injury, Job, Move, Person, Story, Trip
from sorcerer.life.interventions.telling import tell
from sorcerer.life.planning.plan import plan_from
from sorcerer.life.world import Worlds

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
_CHAIN = 4
_ROUNDS = 40
_OPS = ("trip", "trip", "injury", "illness", "move", "job", "person", "habit", "event", "drop", "pin", "story")
_FACTS = ("trip", "injury", "illness", "move", "job", "person", "habit")


@dataclass
class Score:
    """What was counted; scores of several personas add up."""

    done: int = 0
    refused: int = 0
    pinned: int = 0
    items: int = 0
    violations: int = 0
    unaffected: int = 0
    changed: int = 0
    forced: int = 0
    frozen: int = 0
    possible: int = 0
    clashed: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Score") -> None:
        """Add what another one counted."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))


def chain(number: int) -> Score:
    """Step into the life of one persona four times, each time upon the last, some with pins."""
    score, dice = Score(), random.Random(f"chain {number}")
    plan, now = life.plan(somebody(number), first_day=MONDAY), NOW
    for _ in range(_CHAIN):
        now += timedelta(hours=dice.randint(1, 60))
        plan = _step(score, plan, draw(dice, plan, now), now)
    return score


def constructed(number: int) -> Score:
    """Ask one persona for what is known to be possible, because a life that has it was built beforehand."""
    score, dice = Score(), random.Random(f"constructed {number}")
    plan = life.plan(somebody(number), first_day=MONDAY)
    for op in _FACTS:
        change = draw(dice, plan, NOW, op)
        try:
            seen = preview(plan, change, NOW)
        except SorcererError:
            continue
        if _exists(plan, change):
            score.possible += 1
            score.clashed[op] += bool(seen.clashes)
    wanted = [one for one in plan.items if one.day > NOW.date() and _wish(one)]
    for item in dice.sample(wanted, min(3, len(wanted))):
        without = preview(plan, Drop(item_id=item.id), NOW)
        if without.clashes:
            continue
        seen = preview(without.plan, Event(kind=item.kind, day=item.day, start=item.start), NOW)
        score.possible += 1
        score.clashed["event"] += bool(seen.clashes)
    return score


def measures(score: Score) -> Iterator[Measure]:
    """Return what a whole run amounts to."""
    note = (
        f"{score.done} chained interventions, {score.items} items; {score.refused} refused by rule, "
        f"{score.pinned} stopped by a pin or by a day that cannot have it"
    )
    per = 1000 * score.violations / max(1, score.items)
    yield Measure("violations_after_interventions", per, "1/1000", at_most=0.05, aim=0, note=note)
    note = (
        f"{score.changed} of {score.unaffected}; affected is what the checker names, round after round, in the old "
        "life with the new facts and what was asked for"
    )
    stay = 100 * (1 - score.changed / max(1, score.unaffected))
    yield Measure("unaffected_unchanged", stay, "%", at_least=99.99, aim=100, note=note)
    loose = 100 * (1 - (score.changed - score.forced) / max(1, score.unaffected))
    note = f"the same without {score.forced} that contradict the new life when they are put back into it"
    yield Measure("unaffected_unchanged_loose", loose, "%", aim=100, note=note)
    yield Measure(
        "frozen_changed", score.frozen, "items", at_most=0, aim=0, note="past items; the database refuses too"
    )


def refusals(score: Score) -> Measure:
    """Return how much of what is possible was refused."""
    missed = {op: many for op, many in sorted(score.clashed.items()) if many}
    note = f"{sum(missed.values())} of {score.possible} for which a life without contradictions was built: {missed}"
    share = 100 * sum(missed.values()) / max(1, score.possible)
    return Measure("refused_although_possible", share, "%", at_most=1, aim=0.1, note=note)


def preview(plan: Plan, change: Change, now: datetime) -> Preview:
    """Return what one change would do."""
    return life.interventions.preview(Present(base=1, plan=plan), Intervention(changes=(change,)), now)


def draw(dice: random.Random, plan: Plan, now: datetime, only: str = "") -> Change:
    """Return a change that somebody could ask for."""
    ahead = min(plan.days - 8, 60)
    day = max(now.date() + timedelta(days=1), MONDAY + timedelta(days=dice.randint(2, ahead)))
    op = only or dice.choice(_OPS)
    items = [item for item in plan.items if item.day > now.date() and item.kind != "sleep"]
    made: dict[str, Change] = {
        "trip": Trip(city=dice.choice(("paris", "tokyo", "lagos", "sydney")), leave=day, back=day + timedelta(days=dice.randint(2, 9))),  # noqa: E501 - one row of a table
        "injury": Injury(what="ankle", day=day, until=day + timedelta(days=dice.randint(3, 40))),
        "illness": Illness(what="the flu", day=day, until=day + timedelta(days=dice.randint(2, 7))),
        "move": Move(city=dice.choice(("paris", "los angeles")), day=day),
        "job": Job(job=dice.choice(JOBS), day=day),
        "person": Person(name=dice.choice(("Rosa", "Jonas")), there=dice.random() < 0.6, day=day),
        "habit": Habit(kind=dice.choice(("gym", "cook", "read", "walk")), level=dice.choice(("more", "less", "never")), day=day),  # noqa: E501 - one row of a table
        "event": Event(kind=dice.choice(("museum", "cook", "cinema", "walk")), day=day),
        "drop": Drop(item_id=dice.choice(items).id),
        "pin": Pin(item_id=dice.choice(items).id),
        "story": Story(story=dice.choice(("letters", "balcony", "supper")), begins=dice.random() < 0.5, day=day),
    }  # fmt: skip
    return made[op]


def _step(score: Score, plan: Plan, change: Change, now: datetime) -> Plan:
    try:
        seen = preview(plan, change, now)
    except SorcererError:
        score.refused += 1
        return plan
    if seen.clashes:
        score.pinned += 1
        return plan
    score.done += 1
    score.items += len(seen.plan.items)
    score.violations += len(life.check(seen.plan))
    after = {item.id: item for item in seen.plan.items}
    past = [item for item in plan.items if item.day < now.date() - timedelta(days=1)]
    score.frozen += sum(after.get(item.id) != item for item in past)
    gone = _affected(plan, change, seen)
    for item in plan.items:
        if item.day > now.date() and item.id not in gone:
            score.unaffected += 1
            if after.get(item.id) != item:
                score.changed += 1
                score.forced += _cannot_stay(seen.plan, item)
    return seen.plan


def _affected(plan: Plan, change: Change, seen: Preview) -> set[str]:
    """Return what the checker names in the old life once the facts are new and what was asked for is in it.

    It names the second of two that collide, so what stands beside something asked for counts too; what it names is
    taken out and it looks again, until it names nothing more.
    """
    after = {item.id: item for item in seen.plan.items}
    asked = _asked(plan, change, seen)
    gone = set(asked) | ({change.item_id} if isinstance(change, Drop) else set())
    for _ in range(_ROUNDS):
        stands = (item for item in plan.items if item.id not in gone)
        items = sorted((*stands, *(after[one] for one in asked)), key=lambda item: (item.day, item.start))
        index = {item.id: number for number, item in enumerate(items)}
        told = plan.model_copy(update={"facts": seen.plan.facts, "posts": (), "items": tuple(items)})
        named: set[str] = set()
        for one in life.check(told):
            number = index.get(one.item_id)
            if number is not None and one.item_id in asked:
                named |= {items[near].id for near in (number - 1, number + 1) if 0 <= near < len(items)} - asked
            elif number is not None:
                named.add(one.item_id)
        if not named - gone:
            break
        gone |= named
    return gone


def _asked(plan: Plan, change: Change, seen: Preview) -> set[str]:
    """Return the items that are the change itself: the event, the pin, the trip's days, the new job's hours."""
    was = {item.id: item for item in plan.items}
    fresh = [item for item in seen.plan.items if was.get(item.id) != item]
    if isinstance(change, Event):
        return {f"{change.kind}@{change.day}"}
    if isinstance(change, Pin):
        return {item.id for item in seen.plan.items if item.id == change.item_id}
    if isinstance(change, Job):
        return {item.id for item in fresh if item.kind.startswith("work_")}
    if isinstance(change, Trip | Move):
        old = Worlds(plan.premise, plan.facts)
        return {item.id for item in fresh if item.city != old.on(item.day).city.id or item.place.endswith("/transit")}
    return set()


def _cannot_stay(plan: Plan, item: Item) -> bool:
    """Ask the checker whether an item, put back where it was, contradicts the life it was taken out of."""
    others = (one for one in plan.items if one.id != item.id and (item.beat is None or one.beat != item.beat))
    return bool(life.check(plan.model_copy(update={"items": (*others, item), "posts": ()})))


def _exists(plan: Plan, change: Change) -> bool:
    """Build a life with the change in it from the first day on, and tell whether it is whole and has the same past."""
    facts = tell(plan, (change,), NOW.date(), NOW.hour * 60).facts
    told = [fact for fact in facts if not fact.name.startswith(("arc:", "has:"))]
    built = plan_from(plan.premise, plan.first_day, plan.days, told)
    past = [item for item in plan.items if item.day <= NOW.date()]
    return not life.check(built, frozen=past)


def _wish(item: Item) -> bool:
    return item.beat is None and item.category in {"leisure", "social", "sport"} and item.kind != "winddown"
