"""Shoot: the first frame, and a take of every shot. Makes, through the ports of a provider."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from sorcerer import children
from sorcerer.providers import Image, Picture, Shot, Speech, Video, Voice
from sorcerer.studio.cut import REEL
from sorcerer.studio.letters import must_be_writable
from sorcerer.studio.model import Storyboard, Take, Transition
from sorcerer.studio.pacing import LAST_TAIL, LEAD, LEAST, TAIL
from sorcerer.studio.stills import STILL

_WISHED = 15.0  # a film a little longer than this breathes shorter between its lines
_LEAST_TAIL = 0.06
_VOICES = 2  # lines spoken at a time


def first_frame(image: Image, face: Picture, board: Storyboard) -> Picture:
    """Return her in the first shot's place and light, 1080 by 1920 pixels, JPEG."""
    children.expect(STILL)  # a story or a cover is drawn next
    return image.frame(face, board.shots[0])


def shoot(voice: Voice, video: Video, face: Picture, board: Storyboard, persona: Mapping[str, Any]) -> tuple[Take, ...]:
    """Return a take of every shot: its line spoken, and a shot that lasts as long as the line is heard.

    Raises:
        Invalid: captions cannot be written in these letters.
        ProviderError: the voice or the camera did not answer.
    """
    must_be_writable(" ".join(shot.line for shot in board.shots))
    children.expect(REEL)  # what is shot is cut next
    with ThreadPoolExecutor(_VOICES) as pool:
        spoken = list(pool.map(lambda shot: _spoken(voice, shot, persona), board.shots))
    seconds = [_seconds(shot, speech) for shot, speech in zip(board.shots, spoken, strict=True)]
    seconds[-1] += LAST_TAIL - TAIL
    breath = min(TAIL - _LEAST_TAIL, max(0.0, sum(seconds) - _WISHED) / len(seconds))
    seconds = [length - breath for length in seconds]
    longer = max(0.0, LEAST - sum(seconds) + 0.05) / len(seconds)
    shots = [
        shot.model_copy(update={"seconds": round(length + longer, 3)})
        for shot, length in zip(board.shots, seconds, strict=True)
    ]
    return tuple(
        Take(shot=shot, speech=speech, footage=video.shoot(face, shot, speech), cut=cut)
        for shot, speech, cut in zip(shots, spoken, _cuts(board), strict=True)
    )


def _cuts(board: Storyboard) -> tuple[Transition, ...]:
    """Return how each shot is come to; the first begins, and a storyboard of before names none."""
    plain: list[Transition] = ["cut"] * len(board.shots)
    return (*plain[:1], *board.cuts, *plain)[: len(board.shots)]


def _spoken(voice: Voice, shot: Shot, persona: Mapping[str, Any]) -> Speech | None:
    """Return the line spoken, after a breath; a line of signs and emoji is shown and not spoken."""
    if not any(letter.isalnum() for letter in shot.line):
        return None
    speech = voice.speak(shot.line, persona)
    silence = bytes(2 * round(LEAD * speech.rate))
    later = len(silence) / 2 / speech.rate
    return speech.model_copy(
        update={
            "pcm": silence + speech.pcm,
            "words": tuple(
                word.model_copy(update={"start": word.start + later, "end": word.end + later}) for word in speech.words
            ),
            "visemes": tuple(viseme.model_copy(update={"start": viseme.start + later}) for viseme in speech.visemes),
        }
    )


def _seconds(shot: Shot, speech: Speech | None) -> float:
    return shot.seconds if speech is None else speech.seconds + TAIL
