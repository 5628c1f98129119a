"""What was tried to make a video, when, by which process, and how it ended."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import ids, journal
from sorcerer.schedule import store
from sorcerer.schedule.model import Step, Video

_CUT_OFF = "The process that made it ended in the middle; another one took over."


def step_began(session: Session, video: Video, stage: str, executor: str, now: datetime) -> Step:
    """Write down that an attempt at a stage began; one that was left open is closed with the reason."""
    before = [step for step in store.steps_of(session, video.id) if (step.rev, step.stage) == (video.rev, stage)]
    for step in before:
        if step.ended_at is None:
            store.end_step(session, step.id, now, _CUT_OFF, 0)
    step = Step(
        id=ids.new(),
        video_id=video.id,
        rev=video.rev,
        stage=stage,
        attempt=len(before) + 1,
        executor=executor,
        started_at=now,
    )
    store.insert_step(session, step)
    _tell(session, video.owner_id, step, now)
    return step


def step_ended(session: Session, step: Step, now: datetime, error: str | None, spent_micros: int) -> None:
    """Write down how an attempt ended.

    Args:
        spent_micros: what the whole revision has cost so far; what no earlier step had is this one's.
    """
    earlier = sum(one.cost_micros for one in store.steps_of(session, step.video_id) if one.rev == step.rev)
    cost = max(0, spent_micros - earlier)
    store.end_step(session, step.id, now, error, cost)
    if cost:
        store.add_cost(session, step.video_id, cost)
    ended = step.model_copy(update={"ended_at": now, "error": error, "cost_micros": cost})
    _tell(session, store.load_video(session, step.video_id).owner_id, ended, now)


def _tell(session: Session, owner_id: str, step: Step, now: datetime) -> None:
    """Tell whoever is watching how the attempt stands."""
    detail = step.model_dump(mode="json", exclude={"id", "video_id", "executor"})
    journal.signal(session, owner_id, "step", step.video_id, now, detail)
