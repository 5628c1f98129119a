"""The verb `propose`: somebody else reads a sentence, and the engine believes nothing of it before it was checked."""

from collections.abc import Callable
from datetime import datetime

from pydantic import TypeAdapter, ValidationError

from sorcerer.errors import Conflict, Invalid
from sorcerer.life.interventions.model import Change, Intervention, Present, Puzzle
from sorcerer.life.interventions.preview import present_minute, preview
from sorcerer.life.world import ARCS, Worlds
from sorcerer.life.world.kinds import KINDS
from sorcerer.providers import ChangesTask, Proposal

_ROUNDS, _MOST = 3, 20
_SHOWN = 8
_CHANGE: TypeAdapter[Change] = TypeAdapter(Change)
# Sent along with a sentence, and the same for all of them.
_ANSWER = _CHANGE.json_schema()


def propose(present: Present, sentence: str, ask: Callable[[ChangesTask], Proposal], now: datetime) -> Intervention:
    """Return the changes of a sentence as a text port reads it; what stays wrong after three answers is a puzzle.

    An answer is taken apart by the closed list of changes, then tried on her life. What pydantic, the telling or the
    checker say against it goes back with the next question. Nothing but the list comes through, whatever the sentence
    says: its words are kept as the reason in her history and read nowhere else.

    Args:
        ask: puts a question to the port; metered by whoever gives it.
    """
    task = _task(present, sentence, now)
    complaints: tuple[str, ...] = ()
    best: Intervention | None = None
    for _ in range(_ROUNDS):
        proposal = ask(task.model_copy(update={"complaints": complaints}))
        changes, complaints = _parsed(proposal)
        if complaints:
            continue
        unclear = tuple(Puzzle(text=part[:300], why="It was not understood.") for part in proposal.unclear)
        intervention = Intervention(text=sentence, changes=changes, puzzles=unclear)
        if unclear:
            return intervention
        complaints, clashes = _tried(present, intervention, now)
        if not complaints:
            return intervention
        best = intervention if clashes else best
    return best or Intervention(text=sentence, puzzles=(Puzzle(text=sentence, why=complaints[0]),))


def _task(present: Present, sentence: str, now: datetime) -> ChangesTask:
    plan = present.plan
    today, _ = present_minute(present, now)
    world = Worlds(plan.premise, plan.facts).on(today)
    known = {
        "kinds": tuple(kind.id for kind in KINDS.values() if not kind.anchor),
        "stories": tuple(sorted(ARCS)),
        "people": tuple(world.people),
    }
    return ChangesTask(
        sentence=sentence,
        today=today.isoformat(),
        name=plan.premise.name,
        here=world.city.label,
        known=known,
        answer=_ANSWER,
    )


def _parsed(proposal: Proposal) -> tuple[tuple[Change, ...], tuple[str, ...]]:
    """Return the changes of an answer, and what in it is none."""
    changes: list[Change] = []
    complaints: list[str] = []
    for number, said in enumerate(proposal.changes[:_MOST], 1):
        try:
            changes.append(_CHANGE.validate_python(said))
        except ValidationError as error:
            for fault in error.errors()[:_SHOWN]:
                where = ".".join(str(step) for step in fault["loc"])
                complaints.append(f"Change {number}, {where or 'all of it'}: {fault['msg']}.")
    if not proposal.changes and not proposal.unclear:
        complaints.append("There is no change in the answer.")
    return tuple(changes), tuple(complaints[:_SHOWN])


def _tried(present: Present, intervention: Intervention, now: datetime) -> tuple[tuple[str, ...], bool]:
    """Return what her life says against some changes, and whether a person could choose a way out."""
    try:
        seen = preview(present, intervention, now)
    except (Conflict, Invalid) as error:
        return (f"{error.message} {error.fix or ''}".strip(),), False
    return tuple(clash.message for clash in seen.clashes[:_SHOWN]), bool(seen.clashes)
