"""Analytics: how long films were watched, told two days late as the real one does."""

from datetime import timedelta
from typing import Any

from fastapi import APIRouter, Request

from sorcerer.sandbox import growth, store
from sorcerer.sandbox.youtube.call import call_of
from sorcerer.sandbox.youtube.refusals import GoogleError

_LATE = timedelta(days=2)
_TYPES = {
    "video": "STRING",
    "estimatedMinutesWatched": "INTEGER",
    "averageViewDuration": "INTEGER",
    "shares": "INTEGER",
}

router = APIRouter()


@router.get("/yta/v2/reports")
def report(request: Request, ids: str, metrics: str, dimensions: str, filters: str) -> dict[str, Any]:
    """Return a row for each of the channel's films that Analytics knows by now; a younger one has no row."""
    call = call_of(request)
    asked = [dimensions, *metrics.split(",")]
    if ids != "channel==MINE" or dimensions != "video" or not set(asked) <= set(_TYPES):
        raise GoogleError("badRequest", "The query is not supported.")
    wanted = filters.removeprefix("video==").split(",")
    with call.world.read() as (session, now, knobs):
        posts = store.posts(session, call.account.id)
        late = call.sees(now) - _LATE
        known = [post for post in posts if post.id in wanted and post.created_at <= late]
        told = {post.id: growth.numbers(call.account, posts, post, late, knobs.seed) for post in known}
    rows = []
    for post_id, numbers in told.items():
        seconds = numbers["ig_reels_avg_watch_time"] / 1000
        cells = {
            "video": post_id,
            "estimatedMinutesWatched": round(numbers["views"] * seconds / 60),
            "averageViewDuration": round(seconds),
            "shares": int(numbers["shares"]),
        }
        rows.append([cells[name] for name in asked])
    headers = [{"name": name, "dataType": _TYPES[name]} for name in asked]
    return {"kind": "youtubeAnalytics#resultTable", "columnHeaders": headers, "rows": rows}
