"""Everything a stage of the making needs to know, read at once in one look at the database."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from sorcerer import ids, influencers, publishing, schedule, sponsors, studio
from sorcerer.errors import Unavailable
from sorcerer.influencers import Influencer
from sorcerer.providers import Moment, PersonaFacts, Picture, ScriptTask, SponsorFacts
from sorcerer.schedule import Video
from sorcerer.toolbox import Toolbox

Artifact = studio.artifacts.Artifact

_USED_HOOKS = 60
_SPOKEN_S = (8.0, 13.0)  # a slow voice takes some seconds more, and a reel is to stay below fifteen


@dataclass(frozen=True)
class Brief:
    """One video, whose it is, and what was made of it so far.

    Args:
        artifacts: of any revision, the latest first.
        hooks: opening lines of her other videos when the making began, which must not come back; they are remembered,
            because an order that is sent again must be the same order.
        realms: of the channels it will go to.
    """

    video: Video
    influencer: Influencer
    sponsor: sponsors.Sponsor | None
    artifacts: tuple[Artifact, ...]
    hooks: tuple[str, ...]
    realms: frozenset[str]

    @property
    def seed(self) -> str:
        """Return what every draw of this video is keyed by; a retry draws the same."""
        return self.video.id

    @property
    def moment(self) -> Moment:
        """Return where in her life the video stands; one booked by hand stands at its own minute."""
        if self.video.moment:
            return Moment.model_validate(self.video.moment)
        local = self.video.scheduled_time.astimezone(self.influencer.zone).replace(tzinfo=None)
        city = self.influencer.persona.city.title()
        return Moment(
            local_time=local.isoformat(timespec="minutes"), kind=self.video.direction[:200], place=city, scene=""
        )

    @property
    def persona(self) -> Mapping[str, Any]:
        """Return her persona document with her name, as the voice and the writer read it."""
        return self.influencer.persona.model_dump(mode="json") | {"name": self.influencer.name}

    @property
    def overlay(self) -> tuple[str, ...]:
        """Return the brand's name for the label in the picture, or nothing."""
        return () if self.sponsor is None else (self.sponsor.company,)

    def script_task(self) -> ScriptTask:
        """Return what is asked of the writer."""
        return ScriptTask(
            who=PersonaFacts(name=self.influencer.name, persona=dict(self.persona)),
            moment=self.moment,
            medium=self.video.kind,
            seconds=_SPOKEN_S,
            direction=self.video.direction,
            sponsor=self._sponsor_facts(),
            used_hooks=self.hooks,
            seed=self.seed,
        )

    def _sponsor_facts(self) -> SponsorFacts | None:
        if self.sponsor is None:
            return None
        product = self.sponsor.product_info
        cta = self.video.cta or product.cta
        return SponsorFacts(company=self.sponsor.company, product=product.name, facts=product.facts, cta=cta)

    def inputs(self, *parts: object) -> str:
        """Return a hash of what a stage is made from; the same inputs are never made twice."""
        return ids.digest(json.dumps(parts, sort_keys=True, default=str))

    def made(self, kind: str) -> Artifact:
        """Return what was made of this revision.

        Raises:
            Unavailable: an earlier stage left nothing.
        """
        for artifact in self.artifacts:
            if artifact.kind == kind and artifact.rev == self.video.rev:
                return artifact
        raise Unavailable(f"The {kind} of this video is not there.", fix="Press Retry to make it again.")

    def like(self, kind: str, inputs: str) -> Artifact | None:
        """Return what an earlier revision made from the same inputs."""
        same = (one for one in self.artifacts if one.kind == kind and one.body.get("inputs") == inputs)
        return next(same, None)


def used_hooks(session: Session, video: Video) -> list[str]:
    """Return the opening lines of her latest posts."""
    others = schedule.videos.page(
        session, video.owner_id, influencer_id=video.influencer_id, status="posted", limit=200
    )
    return [_hook(other) for other in others[-_USED_HOOKS:] if other.script]


def brief_of(toolbox: Toolbox, video_id: str, hooks: Sequence[str] = ()) -> Brief:
    """Read the brief of a video."""
    with toolbox.database.read() as session:
        video = schedule.production.load(session, video_id)
        return Brief(
            video=video,
            influencer=influencers.find(session, video.owner_id, video.influencer_id),
            sponsor=sponsors.find(session, video.owner_id, video.sponsor_id) if video.sponsor_id else None,
            artifacts=tuple(studio.artifacts.of_video(session, video.owner_id, video.id)),
            hooks=tuple(hooks),
            realms=frozenset(
                channel.realm
                for channel in publishing.channels.page(session, video.owner_id, influencer_id=video.influencer_id)
            ),
        )


def _hook(video: Video) -> str:
    beats = (video.script or {}).get("beats") or [{}]
    return str(beats[0].get("line", ""))


def face_of(toolbox: Toolbox, influencer: Influencer) -> Picture:
    """Return her portrait, the single source of truth for every picture.

    Raises:
        Unavailable: she has no face yet.
    """
    if influencer.face_key is None:
        raise Unavailable(f"{influencer.name} has no face yet.", fix="Choose or upload one on her page, then Retry.")
    data = toolbox.files.read(influencer.face_key)
    suffix = influencer.face_key.rpartition(".")[2]
    media_type = "image/png" if suffix == "png" else "image/jpeg"
    return Picture.model_validate({"data": data, "media_type": media_type, "look": influencer.look})
