"""/api/video.csv: what went out and what will, as a table for a spreadsheet (RFC 4180, UTF-8 with its mark)."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import Query
from fastapi.responses import StreamingResponse
from sqlalchemy.orm import Session

from sorcerer import influencers, publishing, schedule, sponsors
from sorcerer.api.deps import Caller, Door, TheDoor
from sorcerer.api.gate import Routes
from sorcerer.clock import Moment
from sorcerer.schedule import Video

router = Routes("/video", tags=["video"])

COLUMNS = (
    *("id", "influencer", "kind", "title", "direction", "caption", "time_utc", "time_local", "timezone"),
    *("status", "links", "cost_usd", "labels", "sponsor", "tags"),
)
_MARK = "\ufeff"  # Excel takes a table without it for Latin-1
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_PAGE = 500
_MANY = 100_000


@router.get(".csv", response_class=StreamingResponse, responses={200: {"content": {"text/csv": {}}}})
def export_videos(
    door: TheDoor,
    caller: Caller,
    start: Annotated[Moment | None, Query(alias="from")] = None,
    end: Annotated[Moment | None, Query(alias="to")] = None,
    influencer_id: Annotated[str | None, Query(max_length=26)] = None,
) -> StreamingResponse:
    """Return what goes out as a table, in that order; text that a spreadsheet would run begins with an apostrophe."""
    rows = _rows(door, caller.id, start, end, influencer_id)
    name = {"Content-Disposition": 'attachment; filename="posts.csv"'}
    return StreamingResponse(rows, media_type="text/csv; charset=utf-8", headers=name)


def _rows(
    door: Door, owner_id: str, start: datetime | None, end: datetime | None, influencer_id: str | None
) -> Iterator[str]:
    """Yield the table page by page, each read in a session of its own that is closed before the page is sent."""
    yield _MARK + line(COLUMNS)
    after: tuple[datetime, str] | None = None
    while True:
        with door.database.read() as session:
            found = schedule.videos.page(
                session, owner_id, start=start, end=end, influencer_id=influencer_id, after=after, limit=_PAGE
            )
            text = "".join(_told(session, owner_id, found))
        if text:
            yield text
        if len(found) < _PAGE:
            return
        after = (found[-1].scheduled_time, found[-1].id)


def _told(session: Session, owner_id: str, videos: list[Video]) -> Iterator[str]:
    people = {one.id: one.name for one in influencers.page(session, owner_id, limit=_MANY)}
    brands = {one.id: one.company for one in sponsors.page(session, owner_id, limit=_MANY)}
    out = publishing.publications.links(session, owner_id, [video.id for video in videos])
    for video in videos:
        brand = brands.get(video.sponsor_id or "", "")
        links = " ".join(address for _, address in out.get(video.id, ()))
        yield line(cells(video, people.get(video.influencer_id, ""), brand, links))


def cells(video: Video, name: str, brand: str, links: str) -> tuple[str, ...]:
    """Return a video as the cells of the table."""
    here = video.scheduled_time.astimezone(ZoneInfo(video.timezone))
    told = (video.id, name, video.kind, video.title, video.direction, video.caption)
    when = (f"{video.scheduled_time.astimezone(UTC):%Y-%m-%d %H:%M}", f"{here:%Y-%m-%d %H:%M}", video.timezone)
    labels = "AI-generated; paid partnership" if video.sponsor_id else "AI-generated"
    cost = f"{video.cost_micros / 1_000_000:.6f}"
    return (*told, *when, video.status, links, cost, labels, brand, " ".join(video.tags))


def line(texts: tuple[str, ...]) -> str:
    """Return one line of the table; what a spreadsheet would run as a formula is made plain text."""
    written = io.StringIO()
    csv.writer(written).writerow([f"'{text}" if text.startswith(_FORMULA) else text for text in texts])
    return written.getvalue()
