"""Keep what a network told, and remember what it did not tell and why."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer.growth import store
from sorcerer.growth.measure import note_measured
from sorcerer.growth.model import Measurement, Reading
from sorcerer.growth.readings.moments import next_moment

Told = tuple[Reading, Mapping[str, float], Mapping[str, str]]


def keep(session: Session, told: Sequence[Told], now: datetime) -> int:
    """Keep what one account and its posts told as a snapshot of this moment; return how many numbers that were.

    Args:
        told: each reading with its numbers and its gaps.
    """
    kept = 0
    for reading, numbers, why in told:
        about = {"influencer_id": reading.influencer_id, "channel_id": reading.channel_id, "video_id": reading.video_id}
        told_now = [
            Measurement.model_validate(about | {"at": now, "metric": metric, "value": value})
            for metric, value in numbers.items()
        ]
        store.keep(session, reading.owner_id, told_now)
        changes = {"due_at": next_moment(reading, now), "taken_at": now, "gaps": dict(why)}
        store.change_reading(session, reading.id, changes)
        kept += len(told_now)
    if told:
        note_measured(session, told[0][0].owner_id, told[0][0].influencer_id, kept, now)
    return kept


def pass_over(session: Session, reading: Reading, now: datetime) -> None:
    """Leave a reading out, because its account is not connected, until its next moment."""
    store.change_reading(session, reading.id, {"due_at": next_moment(reading, now)})


def gaps(session: Session, owner_id: str, influencer_id: str, metric: str) -> tuple[str, ...]:
    """Return why a metric was not told by some network when it was asked last, each reason once."""
    found = store.readings(session, owner_id, influencer_id)
    return tuple(dict.fromkeys(one.gaps[metric] for one in reversed(found) if metric in one.gaps))
