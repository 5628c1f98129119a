"""The life engine: contradictions, stability, speed, cadence, repeats, and how her days compare with real diaries.

`SORCERER_ATUS` names the file of real diaries; `benchmarks/_peers.py` says how the peers are installed.
`SORCERER_LIFE_MINUTES` ends the long counts early: what was reached by then is what is reported.
"""

# ruff: noqa: S311 - a benchmark draws, it hides nothing
import gc
import math
import os
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime, timedelta
from multiprocessing import get_context
from pathlib import Path
from time import monotonic, process_time
from typing import TypeVar

from benchmarks import _diaries, _oracle
from benchmarks._changes import NOW, Score, chain, constructed, draw, measures, preview, refusals
from benchmarks._personas import MONDAY, somebody
from benchmarks.report import Measure
from sorcerer import life
from sorcerer.errors import SorcererError
from sorcerer.influencers import Pace
from sorcerer.life import Plan
from sorcerer.life.world import Worlds, open_between

_PERMANENT = ("move", "job", "habit")
_FORTNIGHT = timedelta(days=14)
_ROUND = 20

T = TypeVar("T")


def run(*, quick: bool) -> Iterable[Measure]:
    """Measure everything; `quick` on about a fiftieth."""
    yield from _plans(100 if quick else 1000)
    yield from _latency(4 if quick else 30)
    yield from _posts(20 if quick else 200)
    yield from _days(60 if quick else 200)
    yield from _oracle.against(30 if quick else 300)
    yield _built(20 if quick else 400)
    yield from _proposed(20_000 if quick else 1_000_000)
    yield from _changed(200 if quick else 10_000)
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


def _each(work: Callable[[int], T], name: str) -> Iterator[T]:
    """Do the work of one number after the other on all cores, and say how far it is; no end of its own."""
    limit = monotonic() + 60 * float(os.environ.get("SORCERER_LIFE_MINUTES", "600"))
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        first = 0
        while monotonic() < limit:
            yield from pool.map(work, range(first, first + _ROUND), chunksize=2)
            first += _ROUND
            sys.stderr.write(f"{name}: {first} personas\n")


def _proposed(wanted: int) -> Iterator[Measure]:
    items = violations = personas = 0
    naive = [0, 0]
    for mine, found, theirs, wrong in _each(_proposal, "proposed"):
        items, violations, personas = items + mine, violations + found, personas + 1
        naive = [naive[0] + theirs, naive[1] + wrong]
        if items >= wanted:
            break
    rate = 1000 * violations / items
    rival = f"a sampler that draws each start inside its own hours and pushes overlaps later: {1000 * naive[1] / naive[0]:.0f}"  # noqa: E501 - one row of a table
    note = f"{items} items of {personas} personas, before any gate"
    yield Measure("violations_per_1000_items", rate, "1/1000", at_most=0.05, aim=0, note=note, peer=rival)


def _proposal(number: int) -> tuple[int, int, int, int]:
    plan = life.plan(somebody(number), first_day=MONDAY + timedelta(days=number % 365), days=120)
    found = len(life.check(plan))
    if number >= 10:
        return len(plan.items), found, 0, 0
    naive = _naive(plan, number)
    return len(plan.items), found, len(naive.items), len(life.check(naive))


def _naive(plan: Plan, number: int) -> Plan:
    """Return the same activities, each at an hour drawn inside its own; what overlaps is pushed later."""
    dice = random.Random(number)
    worlds = Worlds(plan.premise, plan.facts)
    drawn = []
    for item in plan.items:
        world = worlds.on(item.day)
        kind, hours = world.kinds.get(item.kind), open_between(world.by_id[item.place], item.day.weekday())
        if kind is None or hours is None:
            drawn.append(item)
            continue
        minutes = item.end - item.start
        opens, closes = max(kind.window[0], hours[0]), min(kind.window[1], hours[1])
        start = opens + 5 * dice.randint(0, max(0, (closes - minutes - opens) // 5))
        drawn.append(item.model_copy(update={"start": start, "end": start + minutes}))
    drawn.sort(key=lambda one: (one.day, one.start))
    pushed = []
    ready, today = 0, plan.first_day
    for item in drawn:
        start = max(item.start, ready) if item.day == today and item.kind != "sleep" else item.start
        pushed.append(item.model_copy(update={"start": start, "end": start + item.end - item.start}))
        ready, today = pushed[-1].end, item.day
    return plan.model_copy(update={"items": tuple(pushed), "posts": ()})


def _built(personas: int) -> Measure:
    score = Score()
    for number, one in enumerate(_each(constructed, "constructed"), 1):
        score.add(one)
        if number >= personas:
            break
    return refusals(score)


def _changed(wanted: int) -> Iterator[Measure]:
    score = Score()
    for one in _each(chain, "changed"):
        score.add(one)
        if score.done >= wanted:
            break
    yield from measures(score)


def _latency(personas: int) -> Iterator[Measure]:
    took: dict[str, list[float]] = defaultdict(list)
    gc.freeze()  # as the process that answers does when all is loaded
    for number in range(personas):
        plan = life.plan(somebody(number), first_day=MONDAY, days=365)
        dice = random.Random(f"latency {number}")
        for op in ("trip", "injury", "event", "move", "job", "habit"):
            change = draw(dice, plan, NOW, op)
            start = process_time()
            try:
                preview(plan, change, NOW)
            except SorcererError:
                continue
            took["permanent" if op in _PERMANENT else "local"].append(process_time() - start)
    for sort, limit, aim in (("local", 150, 50), ("permanent", 1500, 500)):
        times = sorted(took[sort])
        value = times[math.ceil(0.99 * len(times)) - 1] * 1000
        note = f"p99 of {len(times)} previews of a 365-day life in memory, CPU time, median {times[len(times) // 2] * 1000:.0f} ms"  # noqa: E501 - one row of a table
        yield Measure(f"preview_{sort}", value, "ms", at_most=limit, aim=aim, note=note)
    gc.unfreeze()


def _posts(personas: int) -> Iterator[Measure]:
    owed = made = repeats = posts = busy = busy_made = 0.0
    for number in range(personas):
        who = somebody(number)
        steady = who.model_copy(update={"growth": who.growth.model_copy(update={"on": False})})
        plan = life.plan(steady, first_day=MONDAY)
        owed += round(steady.pace.posts_per_week / 7 * 30) + steady.pace.stories_per_day * 30
        made += len(plan.posts)
        repeats += _repeats(plan)
        posts += len(plan.posts)
        twice = steady.model_copy(update={"pace": Pace(posts_per_week=14, stories_per_day=3)})
        busy_made += len(life.plan(twice, first_day=MONDAY).posts)
        busy += 2 * 30 + 3 * 30
    error = 100 * abs(made - owed) / owed
    much = f"; at 14 reels a week and 3 stories a day: {100 * abs(busy_made - busy) / busy:.2f} %"
    note = f"{made:.0f} posts, {owed:.0f} owed{much}"
    yield Measure("cadence_error_30_days", error, "%", at_most=1, aim=0, note=note)
    note = f"same kind told with the same words, whatever the medium, of {posts:.0f} posts"
    yield Measure("repeats_within_14_days", repeats, "posts", at_most=0, aim=0, note=note)


def _repeats(plan: Plan) -> int:
    last: dict[tuple[str, str], datetime] = {}
    found = 0
    for post in plan.posts:
        key = (post.moment["kind"], post.title)
        found += key in last and post.at - last[key] < _FORTNIGHT
        last[key] = post.at
    return found


def _memory() -> Measure:
    """Live ten years in a process of its own, whose peak is hers alone."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        before, after, items = pool.submit(_ten_years).result()
    note = f"peak of a process that plans a ten-year life of {items} items; it was {before:.0f} MB before"
    return Measure("memory_10_years", after, "MB", at_most=300, note=note)


def _ten_years() -> tuple[float, float, int]:
    before = _peak()
    plan = life.plan(somebody(1), first_day=MONDAY, days=3650)
    return before, _peak(), len(plan.items)


def _peak() -> float:
    """Return the most memory this process ever had, in megabytes; getrusage would count its parent's too."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmHWM"))) / 1024


def _days(personas: int) -> Iterator[Measure]:
    """Compare the minutes of her days with real diaries, where the reference file is at hand."""
    path = os.environ.get("SORCERER_ATUS", "")
    if path and Path(path).is_file():
        yield from _diaries.compare(path, [life.plan(somebody(one), first_day=MONDAY) for one in range(personas)])
        return
    absent = "set SORCERER_ATUS to the reference of real diaries"
    for name, limit in (("minutes_weekday_jsd", 0.006), ("minutes_weekend_jsd", 0.03)):
        yield Measure(name, None, "bits", at_most=limit, note=absent)
    yield Measure("told_apart_auc", None, "AUC", aim=0.85, note=absent)
