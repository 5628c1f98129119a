"""Publishing: never twice, always labelled. A matrix of crashes, lies and lags, and a careless client beside it."""

from __future__ import annotations

import json
import multiprocessing
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, product
from pathlib import Path
from typing import Any

from benchmarks.publishing_bytes import whole_films
from benchmarks.publishing_cell import NETWORKS, POINTS, Cell, Ground, Outcome, ground, play, receipt_of, shown
from benchmarks.publishing_labels import labels
from benchmarks.report import Measure
from sorcerer import ids

FAULTS = ("none", "drop_before", "drop_after", "hang", "truncate", "error_after", "error")
LAGS_S = (0, 20, 120)
MODES = ("reject", "same_id", "duplicate")
FACTORS: tuple[tuple[Any, ...], ...] = (tuple(NETWORKS), POINTS, FAULTS, LAGS_S, MODES)
_CELLS, _QUICK_CELLS = 1000, 24
_POSTS, _SEEN, _QUICK_POSTS, _QUICK_SEEN = 10_000, 120, 500, 9
_HANDS = 2
_LOOKED_AT = 300

Pair = tuple[int, Any, int, Any]


def pairs_of(row: Sequence[Any]) -> set[Pair]:
    """Return every pair of values that a cell puts together."""
    return {(left, row[left], right, row[right]) for left, right in combinations(range(len(row)), 2)}


def matrix(count: int) -> list[Cell]:
    """Return cells that put every two values together, then drawn ones up to a count; the same on each run."""
    whole = [Cell(*row) for row in product(*FACTORS)]
    whole.sort(key=lambda cell: ids.draw("cell", *cell))
    left = set().union(*(pairs_of(cell) for cell in whole))
    chosen: list[Cell] = []
    while left and len(chosen) < count:
        best = _most_new(whole, left, len(chosen))
        chosen.append(best)
        left -= pairs_of(best)
    taken = set(chosen)
    return chosen + [cell for cell in whole if cell not in taken][: count - len(chosen)]


def _most_new(whole: Sequence[Cell], left: set[Pair], step: int) -> Cell:
    """Return a cell that puts many values together that were not yet; looks at a part of them first."""
    part = [whole[(step * 997 + place * 31) % len(whole)] for place in range(_LOOKED_AT)]
    best = max(part, key=lambda cell: len(pairs_of(cell) & left))
    return best if pairs_of(best) & left else next(cell for cell in whole if pairs_of(cell) & left)


def covered(cells: Iterable[Cell]) -> float:
    """Return which part of all pairs of values the cells put together, in per cent."""
    every = {
        (left, one, right, other)
        for left, right in combinations(range(len(FACTORS)), 2)
        for one, other in product(FACTORS[left], FACTORS[right])
    }
    return 100 * len(set().union(*(pairs_of(cell) for cell in cells))) / len(every)


def run(quick: bool) -> Iterable[Measure]:  # noqa: FBT001 - the frame's contract
    """Run the harness."""
    cells = matrix(_QUICK_CELLS if quick else _CELLS)
    outcomes = _played(cells)
    yield from _of_the_matrix(cells, outcomes)
    careless = [
        Cell(network, "none", fault, 0, "duplicate")
        for network in ("instagram", "tiktok")
        for fault in ("drop_after", "truncate", "error_after")
    ]
    doubled = sum(outcome.posts > 1 for outcome in _played(careless, naive=True))
    note = f"{doubled} of {len(careless)} cells doubled by a client that sends again without looking"
    yield Measure("naive_retry_caught", float(doubled > 0), "bool", at_least=1, note=note)
    yield from _of_a_sleeper()
    posts, seen = (_QUICK_POSTS, _QUICK_SEEN) if quick else (_POSTS, _SEEN)
    yield from _with_ground(lambda here: list(labels(here, posts, seen)))
    yield from _with_ground(lambda here: list(whole_films(here, quick=quick)))
    yield _of_sponsored_posts()


def _of_the_matrix(cells: list[Cell], outcomes: list[Outcome]) -> Iterator[Measure]:
    broken = [outcome for outcome in outcomes if outcome.broken]
    reached = sum(outcome.reached for outcome in outcomes)
    states = {name: sum(one.state == name for one in outcomes) for name in ("live", "failed", "needs_review")}
    note = f"of {len(list(product(*FACTORS)))} in all; {reached} workers killed by SIGKILL; ended {states}"
    yield Measure("cells_run", float(len(outcomes)), "cells", at_least=300, aim=1000, note=note)
    yield Measure("pairs_covered", round(covered(cells), 1), "%", at_least=100)
    yield Measure("doubles", float(sum(one.posts > 1 for one in outcomes)), "cells", at_most=0)
    yield Measure(
        "broken_promises",
        float(len(broken)),
        "cells",
        at_most=0,
        note="lost without a word, or said otherwise than it is. " + " ".join(shown(one) for one in broken[:3]),
    )
    asked = sum(one.state == "needs_review" for one in outcomes)
    yield Measure("left_to_a_person", round(100 * asked / len(outcomes), 1), "%", note="honest doubt, with evidence")


def _of_sponsored_posts() -> Measure:
    """Publish one sponsored film on each network and show the receipt that is left of the last."""

    def paid(here: Ground) -> list[dict[str, Any]]:
        return [
            receipt
            for network in NETWORKS
            for receipt in [receipt_of(here, Cell(network, "none", "none", 0, "reject"))]
            if receipt is not None and receipt["labels_sent"] == {"ai_generated": True, "paid_partnership": True}
        ]

    receipts = _with_ground(paid)
    note = "of the networks; the last receipt: " + json.dumps(receipts[-1] if receipts else {})
    return Measure("sponsored_with_receipt", float(len(receipts)), "posts", at_least=len(NETWORKS), note=note)


def _of_a_sleeper() -> list[Measure]:
    """A worker is stopped past its lease, another takes over, the first wakes: it must not send."""

    def woken(here: Ground) -> list[Outcome]:
        return [
            play(here, Cell(network, "allowance:after", "none", 0, "duplicate"), paused=True) for network in NETWORKS
        ]

    outcomes = _with_ground(woken)
    sent = sum(outcome.posts > 1 or outcome.commits > 1 for outcome in outcomes)
    stopped = sum(outcome.reached for outcome in outcomes)
    return [Measure("sleepers_that_sent", float(sent), "workers", at_most=0, note=f"{stopped} stopped and woken")]


def _played(cells: Sequence[Cell], *, naive: bool = False) -> list[Outcome]:
    """Play cells with two hands, each with a pretend network of its own."""
    queue: Any = multiprocessing.get_context("fork").SimpleQueue()
    hands = []
    for number in range(_HANDS):
        pid = os.fork()
        if pid == 0:
            try:
                queue.put(_with_ground(lambda here: [play(here, one, naive=naive) for one in cells[number::_HANDS]]))  # noqa: B023 - used at once
            finally:
                os._exit(0)
        hands.append(pid)
    outcomes = [outcome for _ in hands for outcome in queue.get()]
    for pid in hands:
        os.waitpid(pid, 0)
    return outcomes


def _with_ground(work: Callable[[Ground], list[Any]]) -> list[Any]:
    with tempfile.TemporaryDirectory() as folder:
        here = ground(Path(folder))
        try:
            return work(here)
        finally:
            here.close()
