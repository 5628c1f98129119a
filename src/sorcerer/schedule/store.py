"""Videos and schedules in and out of the database. Values in, values out; no row leaves this file."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, text, tuple_, update
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.orm import Session

from sorcerer.errors import NotFound, Stale, Unavailable
from sorcerer.schedule.model import Schedule, Step, Video
from sorcerer.schedule.rows import ScheduleRow, VideoRow, VideoStepRow

_VIDEO_COLUMNS = tuple(Video.model_fields)
_SCHEDULE_COLUMNS = tuple(Schedule.model_fields)
# Rows by the ten thousand go in as plain tables: as mapped classes each takes twice as long.
_VIDEOS, _SCHEDULES = (row.metadata.tables[row.__tablename__] for row in (VideoRow, ScheduleRow))
# Word for word the condition of the index: SQLite takes `active = 1` for another one and reads the whole table.
_WAITS = text("schedule.active AND schedule.next_trigger IS NOT NULL")


def _video(row: VideoRow) -> Video:
    return Video.model_validate({name: getattr(row, name) for name in _VIDEO_COLUMNS})


def _schedule(row: ScheduleRow) -> Schedule:
    return Schedule.model_validate({name: getattr(row, name) for name in _SCHEDULE_COLUMNS})


def _columns(video: Video) -> dict[str, Any]:
    failure = video.failure.model_dump(mode="json") if video.failure else None
    return vars(video) | {"tags": list(video.tags), "failure": failure}


def _row(schedule: Schedule) -> dict[str, Any]:
    return schedule.model_dump() | {"exdates": [moment.isoformat() for moment in schedule.exdates]}


def insert_videos(session: Session, videos: Iterable[Video]) -> None:
    """Keep new videos."""
    rows = [_columns(video) for video in videos]
    if rows:
        session.execute(insert(_VIDEOS), rows)


def insert_schedules(session: Session, schedules: Iterable[Schedule]) -> None:
    """Keep new schedules."""
    rows = [_row(schedule) for schedule in schedules]
    if rows:
        session.execute(insert(_SCHEDULES), rows)


def find_video(session: Session, owner_id: str, video_id: str) -> Video:
    """Return one video of an owner.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    row = session.scalar(select(VideoRow).where(VideoRow.id == video_id, VideoRow.owner_id == owner_id))
    if row is None:
        raise NotFound(f"There is no video {video_id!r}.", field="video_id")
    return _video(row)


def load_video(session: Session, video_id: str, *, lock: bool = False) -> Video:
    """Return one video, whoever owns it: for the worker, which acts for every owner.

    Args:
        lock: nobody changes it until the transaction ends.

    Raises:
        NotFound: there is none.
    """
    row = session.get(VideoRow, video_id, populate_existing=True, with_for_update=True if lock else None)
    if row is None:
        raise NotFound(f"There is no video {video_id!r}.")
    return _video(row)


def peek_video(session: Session, video_id: str) -> Video | None:
    """Return one video, whoever owns it, or None when it is gone."""
    row = session.get(VideoRow, video_id, populate_existing=True)
    return _video(row) if row else None


def page_videos(  # noqa: PLR0913 - each is one filter of the list
    session: Session,
    owner_id: str,
    *,
    start: datetime | None = None,
    end: datetime | None = None,
    influencer_id: str | None = None,
    status: str | None = None,
    approval: str | None = None,
    after: tuple[datetime, str] | None = None,
    limit: int = 50,
) -> list[Video]:
    """Return an owner's videos in the order they go out; `after` is the time and id of the last one seen."""
    query = select(VideoRow).where(VideoRow.owner_id == owner_id)
    if start:
        query = query.where(VideoRow.scheduled_time >= start)
    if end:
        query = query.where(VideoRow.scheduled_time < end)
    if influencer_id:
        query = query.where(VideoRow.influencer_id == influencer_id)
    if status:
        query = query.where(VideoRow.status == status)
    if approval:
        query = query.where(VideoRow.approval == approval)
    if after:
        query = query.where(tuple_(VideoRow.scheduled_time, VideoRow.id) > tuple_(*after))
    return [_video(row) for row in session.scalars(query.order_by(VideoRow.scheduled_time, VideoRow.id).limit(limit))]


def write_video(session: Session, video: Video, *, seen_rev: int, only: Iterable[str] | None = None) -> Video:
    """Keep a changed video, or `only` these fields of it.

    Raises:
        Stale: it was changed meanwhile.
    """
    columns = _columns(video)
    query = (
        update(VideoRow)
        .where(VideoRow.id == video.id, VideoRow.rev == seen_rev)
        .values(columns if only is None else {name: columns[name] for name in only})
        .returning(VideoRow.id)
    )
    if session.scalar(query) is None:
        raise Stale(f"Video {video.id!r} was changed meanwhile.", fix="Load it again and repeat the change.")
    return video


def remove_planned(session: Session, influencer_id: str, moment: datetime, keep: Collection[str] = ()) -> int:
    """Forget the videos of her life after a moment that nobody has begun to make, and return how many they were.

    Args:
        keep: posts of her life whose videos stay.
    """
    query = select(VideoRow.id, VideoRow.life_post_id).where(
        VideoRow.influencer_id == influencer_id,
        VideoRow.life_post_id.is_not(None),
        VideoRow.status == "pending",
        VideoRow.scheduled_time > moment,
    )
    ids = [row.id for row in session.execute(query) if row.life_post_id not in keep]
    return len(session.scalars(delete(VideoRow).where(VideoRow.id.in_(ids)).returning(VideoRow.id)).all())


def find_schedule(session: Session, owner_id: str, schedule_id: str) -> Schedule:
    """Return one schedule of an owner.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    row = session.scalar(select(ScheduleRow).where(ScheduleRow.id == schedule_id, ScheduleRow.owner_id == owner_id))
    if row is None:
        raise NotFound(f"There is no schedule {schedule_id!r}.", field="schedule_id")
    return _schedule(row)


def page_schedules(
    session: Session, owner_id: str, *, recurring: bool = False, after: str | None = None, limit: int = 50
) -> list[Schedule]:
    """Return an owner's schedules, or only the series among them, oldest first."""
    query = select(ScheduleRow).where(ScheduleRow.owner_id == owner_id).order_by(ScheduleRow.id).limit(limit)
    if recurring:
        query = query.where(ScheduleRow.recurrence_rule.is_not(None))
    if after:
        query = query.where(ScheduleRow.id > after)
    return [_schedule(row) for row in session.scalars(query)]


def schedule_of(session: Session, video_id: str) -> Schedule | None:
    """Return the one-time schedule of a video, or None when it has none.

    Locked, because whoever asks means to change it, and a worker that claims it meanwhile must not spoil that.
    """
    asked = select(ScheduleRow).where(ScheduleRow.video_id == video_id, ScheduleRow.recurrence_rule.is_(None))
    row = session.scalar(asked.with_for_update())
    return _schedule(row) if row else None


def write_schedule(session: Session, schedule: Schedule) -> Schedule:
    """Keep a changed schedule as its next revision.

    Raises:
        Stale: it was changed meanwhile.
    """
    changed = schedule.model_copy(update={"rev": schedule.rev + 1})
    query = (
        update(ScheduleRow)
        .where(ScheduleRow.id == schedule.id, ScheduleRow.rev == schedule.rev)
        .values(_row(changed))
        .returning(ScheduleRow.id)
    )
    if session.scalar(query) is None:
        raise Stale(f"Schedule {schedule.id!r} was changed meanwhile.", fix="Load it again and repeat the change.")
    return changed


@contextmanager
def aside(session: Session) -> Iterator[None]:
    """Undo what the block has done when it fails, and nothing that was done before it.

    Raises:
        Unavailable: the database refused something.
    """
    try:
        with session.begin_nested():
            yield
    except (DataError, IntegrityError) as refusal:
        raise Unavailable(f"The database refused it: {refusal.orig}.") from refusal


def claim_due(session: Session, now: datetime, limit: int) -> list[Schedule]:
    """Return the schedules whose moment has come, locked against every other worker until the transaction ends."""
    query = (
        select(ScheduleRow)
        .where(_WAITS, ScheduleRow.next_trigger <= now)
        .order_by(ScheduleRow.next_trigger)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return [_schedule(row) for row in session.scalars(query)]


def ranks(session: Session, videos: Collection[Video], start: datetime, end: datetime) -> dict[str, int]:
    """Return how many unmade videos of the same influencer go out before each, of those between two moments."""
    order = func.row_number().over(partition_by=VideoRow.influencer_id, order_by=(VideoRow.scheduled_time, VideoRow.id))
    lines = (
        select(VideoRow.id, order.label("place"))
        .where(
            VideoRow.influencer_id.in_({video.influencer_id for video in videos}),
            VideoRow.scheduled_time.between(start, end),
            VideoRow.status.in_(("pending", "processing")),
        )
        .subquery()
    )
    asked = select(lines.c.id, lines.c.place).where(lines.c.id.in_([video.id for video in videos]))
    return {video_id: place - 1 for video_id, place in session.execute(asked)}


def next_trigger(session: Session) -> datetime | None:
    """Return the earliest moment any schedule waits for."""
    query = select(ScheduleRow.next_trigger).where(_WAITS).order_by(ScheduleRow.next_trigger).limit(1)
    return session.scalar(query)


def occurrences_of(session: Session, series_id: str, since: datetime) -> dict[datetime, tuple[str, str]]:
    """Return which occurrences of a series since a moment have a video already: its id and its status."""
    query = select(VideoRow.occurrence_at, VideoRow.id, VideoRow.status).where(
        VideoRow.series_id == series_id, VideoRow.occurrence_at >= since
    )
    return {moment: (video_id, status) for moment, video_id, status in session.execute(query) if moment is not None}


def clear_series(session: Session, series: Schedule, since: datetime) -> None:
    """Forget the occurrences of a series since a moment that nobody has begun; the first video is only withdrawn."""
    open_ones = (VideoRow.series_id == series.id, VideoRow.status == "pending", VideoRow.occurrence_at >= since)
    session.execute(delete(VideoRow).where(*open_ones, VideoRow.id != series.video_id))
    kept = update(VideoRow).where(*open_ones, VideoRow.id == series.video_id)
    first = session.scalar(kept.values(status="withdrawn", rev=VideoRow.rev + 1).returning(VideoRow.id))
    if first is not None:
        stop_schedules(session, [first])


def skip_occurrence(session: Session, series_id: str, moment: datetime) -> None:
    """Leave one occurrence out of its series."""
    row = session.scalar(select(ScheduleRow).where(ScheduleRow.id == series_id).with_for_update())
    if row is not None:
        row.exdates = sorted({*row.exdates, moment.isoformat()})
        row.rev += 1
        session.flush()


def stop_schedules(session: Session, video_ids: Iterable[str]) -> None:
    """Take the one-time schedules of these videos out of the worker's sight."""
    session.execute(
        update(ScheduleRow)
        .where(ScheduleRow.video_id.in_(list(video_ids)), ScheduleRow.recurrence_rule.is_(None))
        .values(active=False, next_trigger=None, rev=ScheduleRow.rev + 1)
    )


def forget_sponsor(session: Session, owner_id: str, sponsor_id: str) -> None:
    """Take a brand out of the words of an owner's series; of videos the database takes it out itself."""
    query = select(ScheduleRow).where(ScheduleRow.owner_id == owner_id, ScheduleRow.recurrence_rule.is_not(None))
    for row in session.scalars(query.with_for_update()):
        if row.words and row.words.get("sponsor_id") == sponsor_id:
            row.words = row.words | {"sponsor_id": None}
            row.rev += 1
    session.flush()


def insert_step(session: Session, step: Step) -> None:
    """Keep an attempt at a stage."""
    session.add(VideoStepRow(**step.model_dump()))
    session.flush()


def end_step(session: Session, step_id: str, now: datetime, error: str | None, cost_micros: int) -> None:
    """Say how an attempt at a stage ended."""
    ended = {"ended_at": now, "error": error, "cost_micros": cost_micros}
    session.execute(update(VideoStepRow).where(VideoStepRow.id == step_id).values(ended))


def add_cost(session: Session, video_id: str, cost_micros: int) -> None:
    """Add to what a video has cost."""
    more = {"cost_micros": VideoRow.cost_micros + cost_micros}
    session.execute(update(VideoRow).where(VideoRow.id == video_id).values(more))


def steps_of(session: Session, video_id: str) -> list[Step]:
    """Return every attempt at every stage of a video, oldest first."""
    rows = session.scalars(
        select(VideoStepRow).where(VideoStepRow.video_id == video_id).order_by(VideoStepRow.started_at, VideoStepRow.id)
    )
    return [Step.model_validate({name: getattr(row, name) for name in Step.model_fields}) for row in rows]


def count_by_status(session: Session) -> dict[str, int]:
    """Return how many videos of all owners are in each status."""
    query = select(VideoRow.status, func.count().label("many")).group_by(VideoRow.status)
    return {row.status: row.many for row in session.execute(query)}


def overdue(session: Session, now: datetime) -> int:
    """Return how many schedules of all owners wait although their moment has come."""
    asked = select(func.count()).select_from(ScheduleRow)
    return session.scalar(asked.where(_WAITS, ScheduleRow.next_trigger <= now)) or 0
