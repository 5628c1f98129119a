"""/api/calendar.ics: what goes out, as a calendar that other programs can subscribe to, under a key of its own."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Annotated

from fastapi import Query, Response
from pydantic import Field

from sorcerer import accounts, schedule
from sorcerer.api.deps import Caller, InRead, InSession, Now, TheDoor
from sorcerer.api.gate import OPEN, Routes, scoped
from sorcerer.api.shown import Shown
from sorcerer.errors import NotSignedIn
from sorcerer.schedule import Video

router = Routes("/calendar", tags=["schedule"])

_BACK = timedelta(days=60)
_AHEAD = timedelta(days=400)
_MOST = 5000
_LASTS = timedelta(minutes=15)
_LINE = 73  # octets before a line is folded, RFC 5545 section 3.1
_STATES = {"posted": "CONFIRMED", "ready": "CONFIRMED"}


class Feed(Shown):
    """Where a calendar program subscribes; whoever has the address can read the calendar, and nothing else."""

    token_id: str
    url: str | None = Field(description="null when the same request is answered a second time.")


@router.post("", status_code=201, openapi_extra=scoped("account") | {"x-shown-once": ["url"]})
def make_feed(door: TheDoor, caller: Caller, session: InSession, now: Now) -> Feed:
    """Make an address for calendar programs. It is shown once; delete its token and the address stops working."""
    token, secret = accounts.tokens.issue(session, caller.id, "Calendar feed", now, ("calendar",))
    settings = door.tools.settings
    base = settings.public_url or f"http://localhost:{settings.port}"
    return Feed(token_id=token.id, url=f"{base.rstrip('/')}/api/calendar.ics?key={secret}")


@router.get(".ics", openapi_extra=OPEN, response_class=Response, responses={200: {"content": {"text/calendar": {}}}})
def read_feed(
    session: InRead, now: Now, key: Annotated[str, Query(max_length=100, description="From the feed's address.")]
) -> Response:
    """Return two months back and a year ahead as iCalendar."""
    caller = accounts.who(session, now, bearer=key)
    if caller is None or not {"calendar", "read"} & set(caller.scopes):
        raise NotSignedIn("This calendar address does not work any more.", fix="Make a new one: POST /api/calendar.")
    videos = schedule.videos.page(session, caller.id, start=now - _BACK, end=now + _AHEAD, limit=_MOST)
    return Response(ics(videos, now), media_type="text/calendar; charset=utf-8")


def ics(videos: list[Video], now: datetime) -> str:
    """Return videos as an iCalendar document; what was withdrawn is left out."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sorcerer//EN", "X-WR-CALNAME:Sorcerer", "METHOD:PUBLISH"]
    events = [line for video in videos if video.status != "withdrawn" for line in _event(video, now)]
    return "".join(f"{part}\r\n" for line in [*head, *events, "END:VCALENDAR"] for part in _folded(line))


def _event(video: Video, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{video.id}@sorcerer"
    yield f"SEQUENCE:{video.rev}"
    yield f"DTSTAMP:{_stamp(now)}"
    yield f"DTSTART:{_stamp(video.scheduled_time)}"
    yield f"DTEND:{_stamp(video.scheduled_time + _LASTS)}"
    yield f"SUMMARY:{_escaped(f'{video.title} ({video.kind}, {video.status})')}"
    yield f"DESCRIPTION:{_escaped(video.direction)}"
    yield f"STATUS:{_STATES.get(video.status, 'TENTATIVE')}"
    yield "END:VEVENT"


def _stamp(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r", ""), ("\n", "\\n")):
        text = text.replace(plain, escaped)
    return text


def _folded(line: str) -> Iterator[str]:
    """Yield a line in pieces of at most 75 octets, never cutting a character."""
    piece, space = "", ""
    for character in line:
        if len((piece + character).encode()) > _LINE:
            yield space + piece
            piece, space = "", " "
        piece += character
    yield space + piece
