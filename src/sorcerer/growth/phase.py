"""The verbs `extend` and `intercept`: change the growth phase. Cadence and sponsors depend on it, her life does not.

`admit` is its rule for sponsors: none inside it.
"""

from datetime import datetime, timedelta

from sorcerer.errors import Conflict, Invalid
from sorcerer.influencers import GrowthPhase

_LONGEST = 120


def extend(phase: GrowthPhase, days: int, now: datetime) -> GrowthPhase:
    """Return the phase made longer by some days; one that is over goes on from now.

    Raises:
        Conflict: there is no phase to extend.
        Invalid: the phase would last longer than 120 days, or not be extended at all.
    """
    if not phase.on or phase.started_at is None:
        raise Conflict("There is no growth phase to extend.", fix="Turn the growth phase on first.")
    if days < 1:
        raise Invalid(f"A phase is extended by 1 day or more, not by {days}.", field="days")
    end = phase.ends_at()
    begin = max(end, now) if end is not None else now
    length = -(-(begin + timedelta(days=days) - phase.started_at) // timedelta(days=1))
    if length > _LONGEST:
        raise Invalid(f"The phase would last {length} days; {_LONGEST} are the most.", field="days")
    return phase.model_copy(update={"days": length, "ended_at": None})


def intercept(phase: GrowthPhase, now: datetime) -> GrowthPhase:
    """Return the phase ended now: full pace from here on, and sponsors may come in.

    Raises:
        Conflict: no phase is running.
    """
    if not phase.covers(now):
        raise Conflict("No growth phase is running.", fix="There is nothing to end.")
    return phase.model_copy(update={"ended_at": now})


def admit(phase: GrowthPhase, at: datetime) -> None:
    """Let a sponsored post stand at a moment.

    Raises:
        Conflict: the moment lies inside the growth phase.
    """
    end = phase.ends_at()
    if end is not None and phase.covers(at):
        text = f"A post on {at:%d %B %Y} cannot carry a sponsor: the growth phase lasts until {end:%d %B %Y}."
        raise Conflict(text, field="sponsor_id", fix="Choose a post after it, or end the growth phase now.")
