"""Fill a series ahead of time: each occurrence is a video of its own."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.recurrence import occurrences, parse
from sorcerer.schedule import store
from sorcerer.schedule.model import Schedule, Video

AHEAD = timedelta(days=35)
_AGAIN = timedelta(days=1)
_YEARS = 6  # how far a rule is looked through from now


def top_up(session: Session, series: Schedule, pattern: Video, now: datetime, lead: timedelta) -> int:
    """Make sure that every occurrence of the next five weeks has its video, and return how many were added.

    Args:
        pattern: the first video of the series; the words are those of the series, where it has words of its own.
    """
    start = datetime.fromisoformat(series.dtstart_local)
    rule = parse(series.recurrence_rule or "", start, series.timezone, now.year - start.year + _YEARS)
    present = store.occurrences_of(session, series.id, now)
    pattern = Video.model_validate(pattern.model_dump() | (series.words or {}))
    wanted = [
        moment
        for moment in occurrences(rule, series.timezone, now, now + AHEAD)
        if moment not in series.exdates and present.get(moment, ("", "withdrawn"))[1] == "withdrawn"
    ]
    back = [moment for moment in wanted if moment in present]
    for moment in back:
        _bring_back(session, pattern, present[moment][0], now, lead)
    videos = [first_of(_again(pattern, now), series.id, moment) for moment in wanted if moment not in present]
    store.insert_videos(session, videos)
    store.insert_schedules(session, [Schedule.once(ids.new(), video, now, lead) for video in videos])
    more = next(occurrences(rule, series.timezone, now + AHEAD, now + timedelta(days=366 * 5)), None)
    store.write_schedule(
        session,
        series.model_copy(update={"next_trigger": now + _AGAIN if more else None}),
    )
    return len(videos) + len(back)


def _bring_back(session: Session, pattern: Video, video_id: str, now: datetime, lead: timedelta) -> None:
    there = store.load_video(session, video_id)
    same = {"id", "series_id", "occurrence_at"}
    fresh = {name: value for name, value in _again(pattern, now).model_dump().items() if name not in same}
    place = {"scheduled_time": there.occurrence_at or there.scheduled_time, "rev": there.rev + 1}
    video = store.write_video(session, there.model_copy(update=fresh | place), seen_rev=there.rev)
    schedule = store.schedule_of(session, video.id)
    if schedule is not None:
        again = {"active": True, "next_trigger": video.make_at(now, lead)}
        store.write_schedule(session, schedule.model_copy(update=again))


def first_of(video: Video, series_id: str, moment: datetime) -> Video:
    """Return the video as one occurrence of a series."""
    return video.model_copy(update={"series_id": series_id, "occurrence_at": moment, "scheduled_time": moment})


def _again(pattern: Video, now: datetime) -> Video:
    fresh = {
        "id": ids.new(),
        "status": "pending",
        "stage": None,
        "progress": 0.0,
        "failure": None,
        "script": None,
        "caption": "",
        "approval": "none",
        "cost_micros": 0,
        "created_at": now,
        "rev": 1,
    }
    return pattern.model_copy(update=fresh)
