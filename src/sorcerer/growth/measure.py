"""The verbs `measure` and `series`: keep numbers, and read them back."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import influencers, journal
from sorcerer.growth import store
from sorcerer.growth.model import Measurement


def measure(session: Session, owner_id: str, influencer_id: str, measured: Iterable[Measurement], now: datetime) -> int:
    """Keep what a network told about one influencer; return how many numbers that were.

    The same number of the same moment may be kept again: it is not counted twice.

    Raises:
        NotFound: there is no such influencer, or she is somebody else's.
        ValueError: a number is about another influencer.
    """
    influencer = influencers.find(session, owner_id, influencer_id)
    numbers = list(measured)
    strange = next((one for one in numbers if one.influencer_id != influencer_id), None)
    if strange is not None:
        raise ValueError(f"a number of {strange.influencer_id} was measured for {influencer_id}")
    store.keep(session, owner_id, numbers)
    note_measured(session, owner_id, influencer.id, len(numbers), now)
    return len(numbers)


def note_measured(session: Session, owner_id: str, influencer_id: str, count: int, now: datetime) -> None:
    """Say in the log that numbers were read; nothing is said of none."""
    if count:
        text = f"Read {count} {'number' if count == 1 else 'numbers'} at the networks."
        about = ("growth.measured", "influencer", influencer_id)
        journal.note(session, owner_id, "worker", *about, text, now, influencer_id)


def series(
    session: Session, owner_id: str, influencer_id: str, metric: str, start: datetime, end: datetime
) -> list[Measurement]:
    """Return the numbers of one metric between two moments, oldest first; the end is outside.

    Raises:
        NotFound: there is no such influencer, or she is somebody else's.
    """
    influencers.find(session, owner_id, influencer_id)
    return store.series(session, owner_id, influencer_id, metric, start=start, end=end)
