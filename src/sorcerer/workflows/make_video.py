"""Make a video: words, shots, first frame, film, thumbnail. Each a checkpointed step that reads its rows anew."""

from typing import TypedDict

from dbos import DBOS

from sorcerer import ids, influencers, ledger, log, schedule
from sorcerer.errors import Passing, SorcererError
from sorcerer.providers import ProviderError
from sorcerer.schedule import Failure
from sorcerer.toolbox import Toolbox, current
from sorcerer.workflows import engine
from sorcerer.workflows.brief import brief_of, remembered
from sorcerer.workflows.release import let_out
from sorcerer.workflows.stages import STAGES
from sorcerer.workflows.sweep import over_quota

_PAUSES_S = (2.0, 6.0)  # between the attempts at a stage whose vendor is away for a moment; doubled by chance


class Begun(TypedDict):
    """What stays the same for every attempt at a making.

    Args:
        kind: "reel" or "story".
        remembers: ids of her earlier posts, whose words must not come back.
    """

    kind: str
    remembers: list[str]


@engine.workflow(engine.MAKE)
def make_video(video_id: str, rev: int) -> str:
    """Make one revision of a video and let it out; return how it ended."""
    begun = _begin(video_id, rev)
    if begun is None:
        return "stopped"
    for stage in STAGES[begun["kind"]]:
        if not _make(video_id, rev, stage, begun["remembers"]):
            return "stopped"
    return "made" if _finish(video_id, rev) else "stopped"


@DBOS.step(name="begin")
@engine.patiently
def _begin(video_id: str, rev: int) -> Begun | None:
    toolbox = current()
    now = toolbox.clock.now()
    with toolbox.database.begin() as session:
        if schedule.production.miss(session, video_id, now):
            return None
        video = schedule.production.begin(session, video_id, rev, now)
        if video is None:
            return None
        influencer = influencers.find(session, video.owner_id, video.influencer_id)
        if (full := over_quota(toolbox)) is not None:
            cause, way_out = full, "Withdraw old videos or raise SORCERER_FILES_QUOTA_GB, then press Retry."
        elif influencer.paused:
            cause, way_out = f"{influencer.name} is paused.", "Let her go on, then press Retry."
        elif not influencers.consents.allows(session, influencer, now):
            cause = "No consent to the use of this face holds any more."
            way_out = "Record a consent or choose a drawn face, then press Retry."
        else:
            return {"kind": video.kind, "remembers": remembered(session, video)}
        schedule.production.fail(session, video_id, Failure(stage="begin", cause=cause, next=way_out), now)
    return None


@DBOS.step(name="make")
@engine.patiently
def _make(video_id: str, rev: int, stage: str, remembers: list[str]) -> bool:
    """Make one stage; False when nobody wants the video any more or it failed, which is kept on its row."""
    toolbox = current()
    engine.stay(toolbox)
    brief = brief_of(toolbox, video_id, remembers)
    known = STAGES[brief.video.kind][stage]
    for pause_s in (*_PAUSES_S, None):
        now = toolbox.clock.now()
        with toolbox.database.begin() as session:
            if not schedule.production.advance(session, video_id, rev, stage, known.begins, now):
                return False
            step = schedule.production.step_began(session, brief.video, stage, toolbox.executor_id, now)
        try:
            known.make(toolbox, brief)
        except Passing:
            raise
        except SorcererError as error:
            engine.stay(toolbox)
            _ended(toolbox, step, error.message)
            if pause_s is None or not _is_passing(error):
                _fail(toolbox, video_id, stage, error)
                return False
            toolbox.leaving.wait(pause_s * (1 + ids.draw(step.id)))
            engine.stay(toolbox)
        else:
            _ended(toolbox, step, None)
            return True
    return False


def _is_passing(error: SorcererError) -> bool:
    """Tell whether the same call may succeed in a moment and was not paid for."""
    return isinstance(error, ProviderError) and error.failure == "transient"


def _ended(toolbox: Toolbox, step: schedule.production.Step, error: str | None) -> None:
    with toolbox.database.begin() as session:
        spent = ledger.cost_of(session, f"{step.video_id}:{step.rev}:")
        schedule.production.step_ended(session, step, toolbox.clock.now(), error, spent)
    told = {"video": step.video_id, "stage": step.stage, "attempt": step.attempt}
    log.get("make").info("stage ended", **told, error=error)


def _fail(toolbox: Toolbox, video_id: str, stage: str, error: SorcererError) -> None:
    log.get("make").warning("stage failed", video=video_id, stage=stage, error=error.message)
    way_out = error.fix or "Press Retry: what was made before is kept."
    failure = Failure(stage=stage, cause=error.message, cost_micros=getattr(error, "cost_micros", 0), next=way_out)
    with toolbox.database.begin() as session:
        schedule.production.fail(session, video_id, failure, toolbox.clock.now())


@DBOS.step(name="finish")
@engine.patiently
def _finish(video_id: str, rev: int) -> bool:
    toolbox = current()
    brief = brief_of(toolbox, video_id)
    with toolbox.database.begin() as session:
        now = toolbox.clock.now()
        script = brief.made("script").body["script"]
        if not schedule.production.finish(session, video_id, rev, script, script["caption"], now):
            return False
        let_out(session, toolbox.media_url, video_id, now)
    return True
