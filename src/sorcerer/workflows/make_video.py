"""Make a video: words, shots, first frame, film, thumbnail. Each a checkpointed step that reads its rows anew."""

from dbos import DBOS

from sorcerer import influencers, log, schedule
from sorcerer.errors import SorcererError
from sorcerer.schedule import Failure
from sorcerer.toolbox import Toolbox, current
from sorcerer.workflows import engine
from sorcerer.workflows.brief import brief_of
from sorcerer.workflows.release import let_out
from sorcerer.workflows.stages import STAGES

_RECOVERIES = 5


@DBOS.workflow(name=engine.MAKE, max_recovery_attempts=_RECOVERIES)
def make_video(video_id: str, rev: int) -> str:
    """Make one revision of a video and let it out; return how it ended."""
    kind = _begin(video_id, rev)
    if kind is None:
        return "stopped"
    for stage in STAGES[kind]:
        if not _make(video_id, rev, stage):
            return "stopped"
    return "made" if _finish(video_id, rev) else "stopped"


@DBOS.step(name="begin")
def _begin(video_id: str, rev: int) -> str | None:
    toolbox = current()
    now = toolbox.clock.now()
    with toolbox.database.begin() as session:
        if schedule.production.miss(session, video_id, now):
            return None
        video = schedule.production.begin(session, video_id, rev, now)
        if video is None:
            return None
        influencer = influencers.find(session, video.owner_id, video.influencer_id)
        if influencer.paused:
            cause, way_out = f"{influencer.name} is paused.", "Let her go on, then press Retry."
        elif not influencers.consents.allows(session, influencer, now):
            cause = "No consent to the use of this face holds any more."
            way_out = "Record a consent or choose a drawn face, then press Retry."
        else:
            return video.kind
        schedule.production.fail(session, video_id, Failure(stage="begin", cause=cause, next=way_out), now)
    return None


@DBOS.step(name="make")
def _make(video_id: str, rev: int, stage: str) -> bool:
    """Make one stage; False when nobody wants the video any more or it failed, which is kept on its row."""
    toolbox = current()
    engine.stay(toolbox)
    brief = brief_of(toolbox, video_id)
    known = STAGES[brief.video.kind][stage]
    with toolbox.database.begin() as session:
        wanted = schedule.production.advance(session, video_id, rev, stage, known.begins, toolbox.clock.now())
    if not wanted:
        return False
    try:
        known.make(toolbox, brief)
    except SorcererError as error:
        engine.stay(toolbox)
        _fail(toolbox, video_id, stage, error)
        return False
    return True


def _fail(toolbox: Toolbox, video_id: str, stage: str, error: SorcererError) -> None:
    log.get("make").warning("stage failed", video=video_id, stage=stage, error=error.message)
    way_out = error.fix or "Press Retry: what was made before is kept."
    failure = Failure(stage=stage, cause=error.message, cost_micros=getattr(error, "cost_micros", 0), next=way_out)
    with toolbox.database.begin() as session:
        schedule.production.fail(session, video_id, failure, toolbox.clock.now())


@DBOS.step(name="finish")
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
