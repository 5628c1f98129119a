"""Let a finished video out: fix what goes to each of her channels, or ask a person first."""

from collections.abc import Callable
from datetime import datetime

from dbos import DBOS
from sqlalchemy.orm import Session

from sorcerer import disclosure, influencers, journal, publishing, schedule, sponsors, studio
from sorcerer.errors import SorcererError
from sorcerer.influencers import Influencer
from sorcerer.providers import Script
from sorcerer.publishing import Channel, Content
from sorcerer.schedule import Failure, Video
from sorcerer.toolbox import current
from sorcerer.workflows import engine

Address = Callable[[str, str], str | None]


@engine.workflow(engine.RELEASE)
def release(video_id: str, rev: int) -> None:
    """Let out a video that a person has approved."""
    _release(video_id, rev)


@DBOS.step(name="release")
@engine.patiently
def _release(video_id: str, rev: int) -> None:
    toolbox = current()
    with toolbox.database.begin() as session:
        # Locked, because whoever takes a yes back withdraws what this plans: one of the two must come second.
        video = schedule.production.load(session, video_id, lock=True)
        if video.rev == rev and video.status == "ready":
            let_out(session, toolbox.media_url, video_id, toolbox.clock.now())


def let_out(session: Session, address: Address, video_id: str, now: datetime) -> None:
    """Plan and prepare the video on every connected channel that may have it without, or after, a person's yes.

    Args:
        address: tells where a network of a realm reaches a kept file, or None when it cannot.
    """
    video = schedule.production.load(session, video_id)
    influencer = influencers.find(session, video.owner_id, video.influencer_id)
    channels = publishing.channels.page(session, video.owner_id, influencer_id=influencer.id)
    for channel in channels:
        if channel.status == "disconnected" or not publishing.delivery.takes(channel.platform, video.kind):
            continue
        if _needs_yes(channel, influencer, video):
            schedule.production.ask(session, video_id, now)
        else:
            _prepare(session, address, video, channel, now)


def _needs_yes(channel: Channel, influencer: Influencer, video: Video) -> bool:
    return channel.realm == "live" and influencer.approval == "ask" and video.approval != "given"


def _prepare(session: Session, address: Address, video: Video, channel: Channel, now: datetime) -> None:
    try:
        publication = publishing.plan(session, video.id, channel.id, video.scheduled_time, now)
        content = _content(session, address, video, channel)
        publishing.publications.prepare(session, publication.id, content, now)
        if content.kind == "story_video":
            _tell(session, video, channel, now)
    except SorcererError as refusal:
        way_out = refusal.fix or "Change the video, then Retry."
        failure = Failure(stage="publish", cause=refusal.message, next=way_out)
        schedule.production.fail(session, video.id, failure, now)


def _tell(session: Session, video: Video, channel: Channel, now: datetime) -> None:
    text = (
        f"The story goes to @{channel.handle} as a film of five seconds: the network cannot fetch a picture from here. "
        "Set SORCERER_PUBLIC_URL to send the picture itself."
    )
    about = ("video", video.id)
    journal.note(session, video.owner_id, "worker", "publication.planned", *about, text, now, video.influencer_id)


def _content(session: Session, address: Address, video: Video, channel: Channel) -> Content:
    found = studio.artifacts.of_video(session, video.owner_id, video.id)
    # The last that was filmed, not the video's own revision: a new time is a new revision and keeps the film.
    filmed = max((one.rev for one in found if one.kind in {"film", "story"}), default=video.rev)
    made = {one.kind: one for one in found if one.rev == filmed}
    picture = made.get("story")
    reached = address(picture.key or "", channel.realm) if picture else None
    kind = publishing.delivery.kind_for(video.kind, reached)
    file = made["story" if kind == "story_image" else "film"]
    sponsor = sponsors.find(session, video.owner_id, video.sponsor_id) if video.sponsor_id else None
    language = influencers.find(session, video.owner_id, video.influencer_id).persona.voice.language
    duties = disclosure.owed(channel.platform, kind, sponsored=sponsor is not None, language=language)
    script = Script.model_validate(video.script)
    tags = (*video.tags, *script.hashtags)
    return Content(
        kind=kind,
        caption=disclosure.compose_caption(script.caption, tags, duties) if kind == "reel" else "",
        spoken=tuple(beat.line for beat in script.beats if beat.line),
        media_key=file.key or "",
        overlay=duties.overlay_lines,
        sponsor=sponsor.company if sponsor else None,
        language=language,
        manifest=file.body.get("manifest"),
        approver=video.owner_id if video.approval == "given" else "auto",
    )
