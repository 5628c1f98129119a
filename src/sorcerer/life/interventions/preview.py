"""The verb `preview`: what an intervention would do. Decides, and keeps nothing."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter

from sorcerer import ids
from sorcerer.errors import Invalid, NotAllowed
from sorcerer.life.checking import standing
from sorcerer.life.interventions.differ import counts, differences, kept
from sorcerer.life.interventions.model import Difference, Intervention, Present, Preview
from sorcerer.life.interventions.payers import paid_in
from sorcerer.life.interventions.replan import replan
from sorcerer.life.interventions.telling import tell
from sorcerer.life.world import Worlds
from sorcerer.life.world.minutes import DAWN, up

_FOUND = TypeAdapter(tuple[Difference, ...])


def preview(present: Present, intervention: Intervention, now: datetime) -> Preview:
    """Return what would change, and why, when an intervention were applied now.

    Raises:
        NotAllowed: she runs by herself, in company mode.
        Invalid: something was not understood, a date is past, or a name is unknown.
        Conflict: the changes contradict each other, or what was told before.
    """
    plan = present.plan
    if plan.premise.mode == "company":
        text = f"{plan.premise.name} runs by herself, in company mode; nobody steps into her life."
        raise NotAllowed(text, fix="Change how often she posts, or switch her to lifestyle mode.")
    if intervention.puzzles:
        puzzle = intervention.puzzles[0]
        fix = f"Say it like: {'; '.join(puzzle.forms)}." if puzzle.forms else None
        raise Invalid(f"{puzzle.text!r} was not understood: {puzzle.why}", field="text", fix=fix)
    if not intervention.changes:
        raise Invalid("There is nothing to change in it.", field="text", fix="Say what happens to her, and when.")
    today, minute = present_minute(present, now)
    outcome = replan(present, tell(plan, intervention.changes, today, minute), now)
    found = differences(plan, outcome)
    same_items, same_posts = kept(plan, outcome.plan, now)
    seen = _FOUND.dump_json(found).decode()
    return Preview(
        base=present.base,
        digest=ids.digest(f"{present.base} {seen}")[:32],
        intervention=intervention,
        items=counts("item", found, same_items),
        posts=counts("post", found, same_posts),
        differences=found,
        clashes=tuple(outcome.clashes),
        plan=outcome.plan,
        stood=standing(plan),
        paid=paid_in(plan),
    )


def present_minute(present: Present, now: datetime) -> tuple[date, int]:
    """Return the life day it is where she is, and the next wall minute of it on the grid."""
    zone = Worlds(present.plan.premise, present.plan.facts).on(now.date()).city.zone
    local = now.astimezone(ZoneInfo(zone))
    day = (local - timedelta(minutes=DAWN)).date()
    minute = local.hour * 60 + local.minute + (24 * 60 if local.date() > day else 0)
    return day, max(DAWN, up(minute))
