"""The verb `curve`: one number over time, of all her accounts or all her posts together."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import influencers
from sorcerer.growth import store

Point = tuple[datetime, float]


def curve(
    session: Session, owner_id: str, influencer_id: str, metric: str, start: datetime, end: datetime
) -> list[Point]:
    """Return the total at each moment at which somebody measured: of each account or post the number told last.

    What was never measured counts for nothing and adds nothing; no point is drawn between two readings.

    Raises:
        NotFound: there is no such influencer, or she is somebody else's.
    """
    influencers.find(session, owner_id, influencer_id)
    latest: dict[tuple[str | None, str | None], float] = {}
    points: dict[datetime, float] = {}
    for one in store.series(session, owner_id, influencer_id, metric, start=None, end=end):
        latest[one.channel_id, one.video_id] = one.value
        if one.at >= start:
            points[one.at] = sum(latest.values())
    return list(points.items())
