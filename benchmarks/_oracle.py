"""Small days beside an exact solver: how much of what could be fitted in do we fit in?"""

# ruff: noqa: S311 - a benchmark draws, it hides nothing
import random
from collections.abc import Iterator
from datetime import timedelta
from time import process_time
from typing import Any

from benchmarks._peers import ABSENT, peer
from benchmarks._personas import MONDAY, somebody
from benchmarks.report import Measure
from sorcerer.life.planning.day import Day, Slot
from sorcerer.life.planning.fill import BEFORE
from sorcerer.life.planning.offer import offer
from sorcerer.life.planning.plan import premise_of
from sorcerer.life.world import World, world_of

_WAKE, _BED = 7 * 60 + 30, 22 * 60 + 30
_STOPS = 9
_SECONDS = 5.0


def against(days: int) -> Iterator[Measure]:
    """Measure the planner's insertion on days of nine stops against CP-SAT, which proves how many fit."""
    solver = peer("ortools.sat.python.cp_model")
    if solver is None:
        yield Measure("day_against_cp_sat", None, "%", note=f"OR-Tools is {ABSENT}")
        return
    ours = best = proved = 0
    took = [0.0, 0.0]
    for number in range(days):
        world, slots = _small_day(number)
        start = process_time()
        ours += _inserted(world, slots)
        took[0] += process_time() - start
        start = process_time()
        most, sure = _most(solver, world, slots)
        took[1] += process_time() - start
        best += most
        proved += sure
    note = (
        f"stops placed by greedy insertion, {ours}, of the most that CP-SAT fits in, {best}, on {days} days of "
        f"{_STOPS} wishes; {proved} proved optimal in {_SECONDS:g} s; {1000 * took[0] / days:.1f} ms a day"
    )
    peer_note = f"CP-SAT: 100 %, {1000 * took[1] / days:.0f} ms a day"
    yield Measure("day_against_cp_sat", 100 * ours / max(1, best), "%", note=note, peer=peer_note)


def _small_day(number: int) -> tuple[World, list[Slot]]:
    dice = random.Random(f"oracle {number}")
    world = world_of(premise_of(somebody(number)))
    day = MONDAY + timedelta(days=number % 7)
    slots: list[Slot] = []
    kinds = list(world.kinds.values())
    dice.shuffle(kinds)
    for kind in kinds:
        found = offer(world, kind, day, lambda _need: True)
        if found is None or kind.company or len(slots) == _STOPS:
            continue
        place, opens, closes, who = found.windows[0]
        minutes = min(found.minutes, closes - opens)
        wish = found.wish(opens, closes, minutes, world.premise.seed, day)
        slots.append(Slot(kind, place.id, minutes, opens, closes, wish, who))
    return world, slots


def _inserted(world: World, slots: list[Slot]) -> int:
    day = Day(world, _WAKE, _BED, world.home.id, BEFORE)
    for slot in slots:
        fit = day.fit(slot)
        if fit is not None:
            day.put(slot, fit[1])
    return len(day.slots)


def _most(solver: Any, world: World, slots: list[Slot]) -> tuple[int, bool]:  # noqa: ANN401 - a module
    model = solver.CpModel()
    there = [model.new_bool_var(f"there{index}") for index in range(len(slots))]
    home = world.home.id
    starts = []
    for index, slot in enumerate(slots):
        start = model.new_int_var(slot.opens, slot.closes - slot.minutes, f"start{index}")
        model.add(start >= _WAKE + world.travel(home, slot.place)).only_enforce_if(there[index])
        model.add(start + slot.minutes + world.travel(slot.place, home) <= _BED).only_enforce_if(there[index])
        starts.append(start)
    for one in range(len(slots)):
        for other in range(one + 1, len(slots)):
            _apart(model, (slots[one], starts[one], there[one]), (slots[other], starts[other], there[other]), world)
    model.maximize(sum(there))
    search = solver.CpSolver()
    search.parameters.max_time_in_seconds = _SECONDS
    search.parameters.num_workers = 1
    status = search.solve(model)
    return round(search.objective_value), status == solver.OPTIMAL


def _apart(model: Any, one: tuple[Slot, Any, Any], other: tuple[Slot, Any, Any], world: World) -> None:  # noqa: ANN401 - of a solver
    """Say that of two stops one is over, and the way done, before the other begins."""
    first = model.new_bool_var("")
    for (slot, start, here), (later, then, there), order in ((one, other, first), (other, one, first.negated())):
        if slot.kind.stage in BEFORE.get(later.kind.stage, frozenset()):
            model.add_implication(here, order).only_enforce_if(there)
        way = world.travel(slot.place, later.place)
        model.add(start + slot.minutes + way <= then).only_enforce_if(order, here, there)
