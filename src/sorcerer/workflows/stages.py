"""The stages of a making: what each makes from what stands before it, and keeps."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sorcerer import disclosure, schedule, studio
from sorcerer.errors import Unavailable
from sorcerer.providers import Picture, Script
from sorcerer.studio import Storyboard
from sorcerer.toolbox import Ports, Toolbox, paid
from sorcerer.workflows.brief import Brief, face_of
from sorcerer.workflows.sealing import Signed, sealed

P = TypeVar("P")
Artifact = studio.artifacts.Artifact
Ingredient = studio.provenance.Ingredient
_STEP = 0.02
# What she said before decides which words are chosen, and it grows: a remake must not lose its words to it.
_MEMORY = {"used_hooks", "earlier", "used_families"}
_SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png", "video/mp4": ".mp4"}


@dataclass(frozen=True)
class Stage:
    """One stage.

    Args:
        begins: how far the whole making is when it begins, 0 to 1.
        make: makes and keeps it; the same inputs are taken from an earlier revision.
    """

    begins: float
    make: Callable[[Toolbox, Brief], None]


def script(toolbox: Toolbox, brief: Brief) -> None:
    """Write the words, or keep the user's own."""
    task = brief.script_task()
    inputs = brief.inputs("script", task.model_dump(mode="json", exclude=_MEMORY), brief.video.own_script)
    if _again(toolbox, brief, "script", inputs):
        return
    words = studio.script(_port(_ports(toolbox, brief).text, "text"), task, brief.video.own_script)
    _keep(
        toolbox,
        brief,
        Artifact(kind="script", rev=brief.video.rev, body={"script": words.model_dump(mode="json")}),
        inputs,
    )


def storyboard(toolbox: Toolbox, brief: Brief) -> None:
    """Turn the words into shots."""
    words = _words(brief)
    inputs = brief.inputs("storyboard", words.model_dump(mode="json"), brief.moment.model_dump(mode="json"))
    if _again(toolbox, brief, "storyboard", inputs):
        return
    board = studio.storyboard(words, brief.moment, seed=brief.seed, light=brief.moment.light, recent=brief.films)
    body = {"storyboard": board.model_dump(mode="json")}
    _keep(toolbox, brief, Artifact(kind="storyboard", rev=brief.video.rev, body=body), inputs)


def first_frame(toolbox: Toolbox, brief: Brief) -> None:
    """Put her into the first shot's place."""
    board = _board(brief).showing(brief.product(toolbox))
    inputs = brief.inputs("frame", brief.influencer.face_key, board.shots[0].model_dump(mode="json"))
    if _again(toolbox, brief, "frame", inputs):
        return
    image = _port(_ports(toolbox, brief).image, "image")
    face = face_of(toolbox, brief.influencer)
    picture = studio.first_frame(image, face, board)
    made_from = Ingredient(kind="face", data=face.data, media_type=face.media_type)
    _keep_sealed(toolbox, brief, sealed(toolbox, brief, "frame", picture, made_from), inputs)


def film(toolbox: Toolbox, brief: Brief) -> None:
    """Shoot every shot, cut them into a film, and check it against the networks' rules."""
    board = _board(brief).showing(brief.product(toolbox))
    overlay = _duties(brief).overlay_lines
    inputs = brief.inputs("film", brief.influencer.face_key, board.model_dump(mode="json"), overlay, brief.persona)
    if _again(toolbox, brief, "film", inputs, "srt"):
        return
    ports = _ports(toolbox, brief)
    voice, video = _port(ports.voice, "voice"), _port(ports.video, "video")
    takes = studio.shoot(voice, video, face_of(toolbox, brief.influencer), board, brief.persona)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "film.mp4"
        watch = _Watch(toolbox, brief)
        with toolbox.rendering():
            made = studio.cut(
                takes,
                path,
                seed=brief.seed,
                overlay=overlay,
                progress=watch.tell,
                preview=watch.see,
                cancelled=watch.unwanted,
            )
        signed = sealed(toolbox, brief, "film", path, _made_from(toolbox, brief.made("frame")), overlay)
        broken = studio.preflight(path)
        if broken:
            raise Unavailable(
                f"The film breaks the networks' rules: {' '.join(broken)}", fix="Change the words, then Retry."
            )
    _keep_sealed(toolbox, brief, signed, inputs, seconds=made.seconds)
    words = toolbox.files.put(made.srt.encode(), ".srt")
    subtitles = Artifact(kind="srt", rev=brief.video.rev, key=words.key, media_type="application/x-subrip")
    _keep(toolbox, brief, subtitles, inputs)


def thumbnail(toolbox: Toolbox, brief: Brief) -> None:
    """Make the cover, and sign it like what it stands for."""
    title = _words(brief).beats[0].line
    frame, overlay = brief.made("frame"), _duties(brief).overlay_lines
    inputs = brief.inputs("cover", frame.key, title, overlay)
    if not _again(toolbox, brief, "thumbnail", inputs):
        with toolbox.rendering():
            cover = studio.thumbnail(_picture(toolbox, frame), title, overlay=overlay)
        signed = sealed(toolbox, brief, "thumbnail", cover, _made_from(toolbox, frame), overlay)
        _keep_sealed(toolbox, brief, signed, inputs)


def story(toolbox: Toolbox, brief: Brief) -> None:
    """Put her line, the time and the place on a picture of her."""
    words, frame = _words(brief), brief.made("frame")
    line = words.beats[0].line
    overlay = _duties(brief).overlay_lines
    moment, language = brief.moment, brief.influencer.persona.voice.language
    inputs = brief.inputs("story", frame.key, line, moment.local_time, moment.place, overlay, language)
    if not _again(toolbox, brief, "story", inputs):
        with toolbox.rendering():
            picture = studio.story(
                _picture(toolbox, frame),
                line=line,
                moment=moment,
                overlay=overlay,
                seed=brief.seed,
                language=language,
            )
        signed = sealed(toolbox, brief, "story", picture, _made_from(toolbox, frame), overlay)
        _keep_sealed(toolbox, brief, signed, inputs)


def held_story(toolbox: Toolbox, brief: Brief) -> None:
    """Make a film of five seconds of the story, if one of her networks cannot fetch pictures from us."""
    picture = brief.made("story")
    if all(toolbox.media_url(picture.key or "", realm) is not None for realm in brief.realms):
        return
    inputs = brief.inputs("held", picture.key)
    if _again(toolbox, brief, "film", inputs):
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "story.mp4"
        with toolbox.rendering():
            made = studio.hold(_picture(toolbox, picture), path, seed=brief.seed)
        signed = sealed(toolbox, brief, "film", path, _made_from(toolbox, picture), _duties(brief).overlay_lines)
    _keep_sealed(toolbox, brief, signed, inputs, seconds=made.seconds)


STAGES: dict[str, dict[str, Stage]] = {
    "reel": {
        "script": Stage(0.02, script),
        "storyboard": Stage(0.08, storyboard),
        "first_frame": Stage(0.1, first_frame),
        "film": Stage(0.2, film),
        "thumbnail": Stage(0.95, thumbnail),
    },
    "story": {
        "script": Stage(0.05, script),
        "storyboard": Stage(0.2, storyboard),
        "first_frame": Stage(0.3, first_frame),
        "story": Stage(0.6, story),
        "film": Stage(0.8, held_story),
    },
}


class _Watch:
    """Tells the row how far the film is, and the film whether anybody still wants it."""

    def __init__(self, toolbox: Toolbox, brief: Brief) -> None:
        self._toolbox, self._video = toolbox, brief.video
        self._told, self._asked = 0.0, 0
        self._wanted = True

    def tell(self, share: float) -> None:
        if share - self._told < _STEP:
            return
        self._told = share
        reel = STAGES["reel"]
        progress = reel["film"].begins + share * (reel["thumbnail"].begins - reel["film"].begins)
        with self._toolbox.database.begin() as session:
            now = self._toolbox.clock.now()
            self._wanted = schedule.production.advance(session, self._video.id, self._video.rev, "film", progress, now)

    def see(self, preview: bytes) -> None:
        kept = self._toolbox.files.put(preview, ".jpg")
        artifact = Artifact(kind="preview", rev=self._video.rev, key=kept.key, media_type="image/jpeg", size=kept.size)
        with self._toolbox.database.begin() as session:
            now = self._toolbox.clock.now()
            studio.artifacts.keep(session, self._video.owner_id, self._video.id, artifact, now)

    def unwanted(self) -> bool:
        """Look at the row at every eighth time one asks, which is twice a second or oftener."""
        self._asked += 1
        if self._wanted and self._asked % 8 == 0:
            with self._toolbox.database.read() as session:
                video = schedule.production.load(session, self._video.id)
            self._wanted = video.rev == self._video.rev and video.status == "processing"
        return not self._wanted or self._toolbox.leaving.is_set()


def _duties(brief: Brief) -> disclosure.Duties:
    return disclosure.owed(
        "instagram",
        "reel" if brief.video.kind == "reel" else "story_image",
        sponsored=brief.sponsor is not None,
        language=brief.influencer.persona.voice.language,
    )


def _words(brief: Brief) -> Script:
    return Script.model_validate(brief.made("script").body["script"])


def _board(brief: Brief) -> Storyboard:
    return Storyboard.model_validate(brief.made("storyboard").body["storyboard"])


def _picture(toolbox: Toolbox, artifact: Artifact) -> Picture:
    return Picture(data=toolbox.files.read(artifact.key or ""), media_type="image/jpeg")


def _port(port: P | None, name: str) -> P:
    if port is None:
        raise Unavailable(f"This provider has no {name}.", fix="Choose another provider for it.")
    return port


def _ports(toolbox: Toolbox, brief: Brief) -> Ports:
    """Return the provider's ports; what is paid for one revision is not paid again for the next."""
    return paid(toolbox, brief.video.owner_id, brief.video.id, brief.video.rev)


def _again(toolbox: Toolbox, brief: Brief, kind: str, inputs: str, *with_it: str) -> bool:
    """Take what was made from the same inputs before; tell whether there was such a thing."""
    found = [brief.like(one, inputs) for one in (kind, *with_it)]
    if any(one is None for one in found):
        return False
    for one in found:
        if one is not None:
            _keep(toolbox, brief, one.model_copy(update={"rev": brief.video.rev}), inputs)
    return True


def _made_from(toolbox: Toolbox, artifact: Artifact) -> Ingredient:
    data = toolbox.files.read(artifact.key or "")
    return Ingredient.model_validate({"kind": artifact.kind, "data": data, "media_type": artifact.media_type})


def _keep_sealed(toolbox: Toolbox, brief: Brief, signed: Signed, inputs: str, *, seconds: float | None = None) -> None:
    """Keep the signed file, and what is published of it in the registry."""
    kept = toolbox.files.put(signed.sealed.data, _SUFFIXES[signed.media_type])
    fields = {
        "kind": signed.claim.kind,
        "rev": brief.video.rev,
        "key": kept.key,
        "media_type": signed.media_type,
        "seconds": seconds,
        "size": kept.size,
        "sha256": signed.sealed.sha256,
        "body": {"manifest": signed.sealed.manifest},
    }
    if signed.sealed.fingerprint:
        video = brief.video
        with toolbox.database.begin() as session:
            studio.provenance.register(
                session, video.owner_id, video.influencer_id, video.id, signed.claim, signed.sealed
            )
    _keep(toolbox, brief, Artifact.model_validate(fields), inputs)


def _keep(toolbox: Toolbox, brief: Brief, artifact: Artifact, inputs: str) -> None:
    named = artifact.model_copy(update={"body": artifact.body | {"inputs": inputs}})
    with toolbox.database.begin() as session:
        studio.artifacts.keep(session, brief.video.owner_id, brief.video.id, named, toolbox.clock.now())
