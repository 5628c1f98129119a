"""The life engine: contradictions, stability, speed, cadence, repeats, and how her days compare with real diaries."""

# ruff: noqa: S311 - a benchmark draws, it hides nothing
import math
import os
import random
import resource
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import process_time

from benchmarks.report import Measure
from sorcerer import life
from sorcerer.errors import SorcererError
from sorcerer.influencers import Influencer, Persona
from sorcerer.life import Item, Plan
from sorcerer.life.interventions import Change, Drop, Intervention, Pin, Present, Preview
from sorcerer.life.interventions.model import Event, Habit, Illness, Injury, Job, Move, Person, Story, Trip

MONDAY = date(2026, 11, 23)
_CITIES = (
    ("berlin", "Europe/Berlin"),
    ("lisbon", "Europe/Lisbon"),
    ("new york", "America/New_York"),
    ("tokyo", "Asia/Tokyo"),
    ("sydney", "Australia/Sydney"),
)
_JOBS = ("", "software engineer", "chef", "baker", "student", "nurse", "freelance illustrator", "physiotherapist")
_HABITS = ("gym", "running", "cooking", "pottery", "books", "photography", "music", "climbing", "gardening")
_PERMANENT = ("move", "job", "habit")


def somebody(number: int) -> Influencer:
    """Return the persona of a number; the same one every time."""
    dice = random.Random(number)
    city, zone = dice.choice(_CITIES)
    persona = Persona(
        age=dice.randint(18, 70),
        city=city,
        timezone=zone,
        work=dice.choice(_JOBS),
        chronotype=dice.choice(("early", "middle", "late")),
        sleep_hours=dice.uniform(6.5, 8.5),
        habits=tuple(dice.sample(_HABITS, 3)),
        people=tuple(dice.sample(("Jonas", "Aylin", "Ruth", "Kofi", "Mina"), 3)),
    )
    return Influencer(
        id=f"persona{number}",
        owner_id="owner",
        name="Mara",
        handle="mara",
        mode="lifestyle",
        persona=persona,
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


def run(*, quick: bool) -> Iterable[Measure]:
    """Measure everything; `quick` on about a fiftieth."""
    yield from _plans(200 if quick else 1000)
    yield from _proposed(20_000 if quick else 1_000_000)
    yield from _chain(100 if quick else 2500)
    yield from _latency(4 if quick else 30)
    yield from _posts(20 if quick else 200)
    yield from _diaries(40 if quick else 200)
    yield _memory()


def _plans(many: int) -> Iterator[Measure]:
    single: list[float] = []
    begin, items = process_time(), 0
    for number in range(many):
        start = process_time()
        plan = life.plan(somebody(number), first_day=MONDAY)
        single.append(process_time() - start)
        items += len(plan.items) + len(life.check(plan))
    took = process_time() - begin
    median = sorted(single)[len(single) // 2] * 1000
    yield Measure("plan_30_days", median, "ms", at_most=100, aim=40, note=f"median of {many} personas, CPU time")
    scaled = took * 1000 / many
    note = f"{many} personas, {items} items, checked; CPU seconds" + ("" if many == 1000 else ", scaled")
    yield Measure("1000_personas_30_days", scaled, "s", at_most=90, aim=40, note=note)


def _proposed(wanted: int) -> Iterator[Measure]:
    items = violations = number = 0
    naive_items = naive_violations = 0
    while items < wanted:
        plan = life.plan(somebody(number), first_day=MONDAY + timedelta(days=number % 365), days=120)
        items += len(plan.items)
        violations += len(life.check(plan))
        if number < 10:
            naive = _naive(plan, number)
            naive_items += len(naive.items)
            naive_violations += len(life.check(naive))
        number += 1
    rate = 1000 * violations / items
    peer = f"a naive sampler: {1000 * naive_violations / naive_items:.0f}"
    note = f"{items} items of {number} personas, before any gate"
    yield Measure("violations_per_1000_items", rate, "1/1000", at_most=0.05, aim=0, note=note, peer=peer)


def _naive(plan: Plan, number: int) -> Plan:
    """Return the same activities at hours drawn without looking at each other."""
    dice = random.Random(number)
    moved = tuple(
        item
        if item.kind == "sleep"
        else item.model_copy(
            update={"start": (start := 5 * dice.randint(84, 250)), "end": start + item.end - item.start}
        )
        for item in plan.items
    )
    return plan.model_copy(update={"items": moved, "posts": ()})


@dataclass
class _Score:
    done: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    clashed: int = 0
    items: int = 0
    violations: int = 0
    untouched: int = 0
    changed: int = 0
    frozen: int = 0


def _chain(personas: int) -> Iterator[Measure]:
    """Four interventions each, one upon the other, some with pins."""
    score = _Score()
    for number in range(personas):
        dice = random.Random(f"chain {number}")
        plan = life.plan(somebody(number), first_day=MONDAY)
        now = datetime(2026, 11, 24, 9, tzinfo=UTC)
        for _ in range(4):
            now += timedelta(hours=dice.randint(1, 60))
            plan = _step(score, plan, _draw(dice, plan, now), now)
    asked = score.done + score.clashed
    note = f"{score.done} chained interventions, {score.items} items; refused by rule: {sum(score.refused.values())}"
    per = 1000 * score.violations / max(1, score.items)
    yield Measure("violations_after_interventions", per, "1/1000", at_most=0.05, aim=0, note=note)
    refused = 100 * score.clashed / max(1, asked)
    note = "clashes where no pin is in the way; some are true impossibilities, so this is an upper bound"
    yield Measure("refused_although_possible", refused, "%", at_most=1, aim=0.1, note=note)
    stay = 100 * (1 - score.changed / max(1, score.untouched))
    note = f"{score.untouched} future items that the checker calls broken neither under the new facts nor when put back"
    yield Measure("unaffected_unchanged", stay, "%", at_least=99.99, aim=100, note=note)
    yield Measure(
        "frozen_changed", score.frozen, "items", at_most=0, aim=0, note="past items; the database refuses too"
    )


def _step(score: _Score, plan: Plan, change: Change, now: datetime) -> Plan:
    try:
        seen = _preview(plan, change, now)
    except SorcererError as error:
        score.refused[type(error).__name__] += 1
        return plan
    if seen.clashes:
        pins = {item.id for item in plan.items if item.pinned}
        score.clashed += not any(one.item_id in pins for one in seen.clashes) and not isinstance(change, Event | Pin)
        return plan
    score.done += 1
    score.items += len(seen.plan.items)
    score.violations += len(life.check(seen.plan))
    after = {item.id: item for item in seen.plan.items}
    past = [item for item in plan.items if item.day < now.date() - timedelta(days=1)]
    score.frozen += sum(after.get(item.id) != item for item in past)
    _stability(score, plan, change, seen, now)
    return seen.plan


def _stability(score: _Score, plan: Plan, change: Change, seen: Preview, now: datetime) -> None:
    """Count what the checker does not call broken when only the facts change, and what of it changed all the same."""
    told = plan.model_copy(update={"facts": seen.plan.facts, "posts": ()})
    broken = life.check(told)
    names = {one.item_id for one in broken}
    whole = {one.item_id for one in broken if len(one.item_id) == 10}
    wished = {getattr(change, "item_id", "")}
    wished |= {change.day.isoformat()} if isinstance(change, Event) else set()
    after = {item.id: item for item in seen.plan.items}
    beats = {item.beat: item for item in seen.plan.items if item.beat}
    for item in plan.items:
        day = item.day.isoformat()
        if item.day <= now.date() or item.id in names | wished or day in whole | wished:
            continue
        gone = after.get(item.id) != item and beats.get(item.beat or "") != item
        if gone and _cannot_stay(seen.plan, item):
            continue
        score.untouched += 1
        score.changed += gone


def _cannot_stay(plan: Plan, item: Item) -> bool:
    """Ask the checker whether an item, put back where it was, contradicts the life it was taken out of."""
    others = (one for one in plan.items if one.id != item.id and (item.beat is None or one.beat != item.beat))
    return bool(life.check(plan.model_copy(update={"items": (*others, item), "posts": ()})))


def _preview(plan: Plan, change: Change, now: datetime) -> Preview:
    return life.interventions.preview(Present(base=1, plan=plan), Intervention(changes=(change,)), now)


def _draw(dice: random.Random, plan: Plan, now: datetime, only: str = "") -> Change:
    ahead = min(plan.days - 8, 60)
    day = max(now.date() + timedelta(days=1), MONDAY + timedelta(days=dice.randint(2, ahead)))
    op = only or dice.choice(
        ("trip", "trip", "injury", "illness", "move", "job", "person", "habit", "event", "drop", "pin", "story")
    )
    items = [item for item in plan.items if item.day > now.date() and item.kind != "sleep"]
    made: dict[str, Change] = {
        "trip": Trip(city=dice.choice(("paris", "tokyo", "lagos", "sydney")), leave=day, back=day + timedelta(days=dice.randint(2, 9))),  # noqa: E501 - one row of a table
        "injury": Injury(what="ankle", day=day, until=day + timedelta(days=dice.randint(3, 40))),
        "illness": Illness(what="the flu", day=day, until=day + timedelta(days=dice.randint(2, 7))),
        "move": Move(city=dice.choice(("paris", "los angeles")), day=day),
        "job": Job(job=dice.choice(_JOBS), day=day),
        "person": Person(name=dice.choice(("Rosa", "Jonas")), there=dice.random() < 0.6, day=day),
        "habit": Habit(kind=dice.choice(("gym", "cook", "read", "walk")), level=dice.choice(("more", "less", "never")), day=day),  # noqa: E501 - one row of a table
        "event": Event(kind=dice.choice(("museum", "cook", "cinema", "walk")), day=day),
        "drop": Drop(item_id=dice.choice(items).id),
        "pin": Pin(item_id=dice.choice(items).id),
        "story": Story(story=dice.choice(("letters", "balcony", "supper")), begins=dice.random() < 0.5, day=day),
    }  # fmt: skip
    return made[op]


def _latency(personas: int) -> Iterator[Measure]:
    took: dict[str, list[float]] = defaultdict(list)
    for number in range(personas):
        plan = life.plan(somebody(number), first_day=MONDAY, days=365)
        dice = random.Random(f"latency {number}")
        now = datetime(2026, 11, 24, 9, tzinfo=UTC)
        for op in ("trip", "injury", "event", "move", "job", "habit"):
            change = _draw(dice, plan, now, op)
            start = process_time()
            try:
                _preview(plan, change, now)
            except SorcererError:
                continue
            took["permanent" if op in _PERMANENT else "local"].append(process_time() - start)
    for sort, limit, aim in (("local", 150, 50), ("permanent", 1500, 500)):
        times = sorted(took[sort])
        value = times[math.ceil(0.99 * len(times)) - 1] * 1000
        note = f"p99 of {len(times)} previews of a 365-day life in memory, CPU time, median {times[len(times) // 2] * 1000:.0f} ms"  # noqa: E501 - one row of a table
        yield Measure(f"preview_{sort}", value, "ms", at_most=limit, aim=aim, note=note)


def _posts(personas: int) -> Iterator[Measure]:
    owed = made = repeats = posts = 0.0
    for number in range(personas):
        who = somebody(number)
        steady = who.model_copy(update={"growth": who.growth.model_copy(update={"on": False})})
        plan = life.plan(steady, first_day=MONDAY)
        owed += round(steady.pace.posts_per_week / 7 * 30) + steady.pace.stories_per_day * 30
        made += len(plan.posts)
        last: dict[tuple[str, str, str], datetime] = {}
        for post in plan.posts:
            key = (post.medium, post.moment["kind"], post.title)
            repeats += key in last and post.at - last[key] < timedelta(days=14)
            last[key] = post.at
            posts += 1
    error = 100 * abs(made - owed) / owed
    yield Measure("cadence_error_30_days", error, "%", at_most=1, aim=0, note=f"{made:.0f} posts, {owed:.0f} owed")
    note = f"same kind of moment told with the same words, of {posts:.0f} posts"
    yield Measure("repeats_within_14_days", repeats, "posts", at_most=0, aim=0, note=note)


def _memory() -> Measure:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    plan = life.plan(somebody(1), first_day=MONDAY, days=3650)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    note = f"peak of the whole process with a ten-year life of {len(plan.items)} items; it was {before:.0f} MB before"
    return Measure("memory_10_years", after, "MB", at_most=300, note=note)


def _diaries(personas: int) -> Iterator[Measure]:
    """Compare the minutes of her days with real diaries, where the reference file is at hand."""
    path = os.environ.get("SORCERER_ATUS", "")
    ids = (("minutes_weekday_jsd", 0.006), ("minutes_weekend_jsd", 0.03))
    if not path or not Path(path).is_file():
        for name, limit in ids:
            yield Measure(name, None, "bits", at_most=limit, note="set SORCERER_ATUS to the reference of real diaries")
        yield Measure("told_apart_auc", None, "AUC", note="set SORCERER_ATUS to the reference of real diaries")
        return
    from benchmarks import _diaries  # noqa: PLC0415 - needs numpy, and a file that is seldom there

    yield from _diaries.compare(path, [life.plan(somebody(number), first_day=MONDAY) for number in range(personas)])
