"""Everything a stage of the making needs to know, read at once in one look at the database."""

import base64
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast

from sqlalchemy.orm import Session

from sorcerer import ids, influencers, publishing, schedule, sponsors, studio
from sorcerer.errors import Unavailable
from sorcerer.influencers import Influencer
from sorcerer.providers import Family, Moment, PersonaFacts, Picture, Product, ScriptTask
from sorcerer.schedule import Video
from sorcerer.toolbox import Toolbox

Artifact = studio.artifacts.Artifact

_USED_HOOKS = 150  # sixty days of two posts a day, and some
_REMEMBERS, _MOST = timedelta(days=365), 1500
_FORTNIGHT = timedelta(days=14)
_SPOKEN_S = (8.0, 13.0)  # a slow voice takes some seconds more, and a reel is to stay below fifteen


@dataclass(frozen=True)
class Brief:
    """One video, whose it is, and what was made of it so far.

    Args:
        artifacts: of any revision, the latest first.
        earlier: what she said in each post of the year before, a line a row; the first are openings.
        films: signatures of her films of the fortnight before.
        realms: of the channels it will go to.
    """

    video: Video
    influencer: Influencer
    sponsor: sponsors.Sponsor | None
    artifacts: tuple[Artifact, ...]
    earlier: tuple[str, ...]
    films: tuple[str, ...]
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
            sponsor=self.sponsor.facts(self.video.cta) if self.sponsor is not None else None,
            used_hooks=tuple(text.partition("\n")[0] for text in self.earlier[-_USED_HOOKS:]),
            title=self.video.title,
            earlier=self.earlier,
            used_families=tuple(cast("Family", film.partition(":")[0]) for film in self.films),
            seed=self.seed,
        )

    def product(self, toolbox: Toolbox) -> Product | None:
        """Return the sponsor's product as it is to stand in the picture, its logo with it."""
        if self.sponsor is None:
            return None
        key = self.sponsor.logo_key
        logo = base64.b64encode(toolbox.files.read(key)).decode() if key else ""
        return Product(name=self.sponsor.product_info.name, company=self.sponsor.company, logo=logo)

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


def remembered(session: Session, video: Video) -> list[str]:
    """Return the ids of what she said in the year before, as far as it is written now.

    A making remembers it, because an order that is sent again must be the same order.
    """
    return [one.id for one in _year_before(session, video) if one.script]


def brief_of(toolbox: Toolbox, video_id: str, remembers: Collection[str] = ()) -> Brief:
    """Read the brief of a video; of what she said before, these videos."""
    with toolbox.database.read() as session:
        video = schedule.production.load(session, video_id)
        before = [one for one in _year_before(session, video) if one.id in remembers]
        lately = [one.id for one in before if one.scheduled_time >= video.scheduled_time - _FORTNIGHT]
        return Brief(
            video=video,
            influencer=influencers.find(session, video.owner_id, video.influencer_id),
            sponsor=sponsors.find(session, video.owner_id, video.sponsor_id) if video.sponsor_id else None,
            artifacts=tuple(studio.artifacts.of_video(session, video.owner_id, video.id)),
            earlier=tuple(_said(one) for one in before),
            films=studio.artifacts.signatures(session, video.owner_id, lately),
            realms=frozenset(
                channel.realm
                for channel in publishing.channels.page(session, video.owner_id, influencer_id=video.influencer_id)
            ),
        )


def _year_before(session: Session, video: Video) -> list[Video]:
    return schedule.videos.page(
        session,
        video.owner_id,
        influencer_id=video.influencer_id,
        start=video.scheduled_time - _REMEMBERS,
        end=video.scheduled_time,
        limit=_MOST,
    )


def _said(video: Video) -> str:
    beats = (video.script or {}).get("beats") or []
    return "\n".join(str(beat.get("line", "")) for beat in beats)


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
