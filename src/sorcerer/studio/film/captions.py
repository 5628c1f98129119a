"""Captions: the spoken words, a few at a time, the one that is heard on a bright ground."""

import bisect
from typing import Any, NamedTuple

import numpy as np
import skia

from sorcerer.studio.film.lay import stamp
from sorcerer.studio.film.lettering import Run, runs, width, write
from sorcerer.studio.film.planes import HIGH, WIDE, Bytes, Frame
from sorcerer.studio.film.sprite import Sprite, sprite_of

SIZE = 84.0
WIDEST = 800.0  # with the ground of the heard word this leaves the 120 pixels at the side that buttons take
LOWEST = round(HIGH * 0.79)  # below this the networks draw their own
_WORDS = 3
_STAYS = 0.3
_STOPS = ".,:;!?…"
_PAD = 22
_GAP = 0.36  # of the size, between two words
_MARKS = '"\u201c\u201d()\u2014\u2013-'


class Spoken(NamedTuple):
    """A word and when it is heard, in seconds of the film."""

    text: str
    start: float
    end: float


class Captions:
    """All captions of one film. Each picture is drawn once."""

    def __init__(self, words: list[Spoken], accent: str) -> None:
        self.groups = grouped([word for word in words if runs(word.text, SIZE)])
        self.starts = [group[0].start for group in self.groups]
        self.accent = accent
        self._drawn: dict[tuple[int, int], tuple[Sprite, int, int]] = {}

    def lay(self, frame: Frame, second: float) -> None:
        """Lay over a frame what is heard at a second of the film."""
        index = bisect.bisect_right(self.starts, second + 1e-6) - 1
        if index < 0 or second > self.groups[index][-1].end + _STAYS:
            return
        word = bisect.bisect_right([word.start for word in self.groups[index]], second + 1e-6) - 1
        if (index, word) not in self._drawn:
            picture, top = caption_picture(self.groups[index], word, self.accent)
            self._drawn[index, word] = sprite_of(picture), 0, top
        stamp(frame, *self._drawn[index, word])


def grouped(words: list[Spoken]) -> list[list[Spoken]]:
    """Return the words in groups that fit one line, none across the end of a phrase."""
    groups: list[list[Spoken]] = []
    for word in words:
        last = groups[-1] if groups else None
        if last is None or len(last) == _WORDS or last[-1].text[-1] in _STOPS or _across([*last, word], SIZE) > WIDEST:
            groups.append([word])
        else:
            last.append(word)
    return groups


def _shown(word: Spoken) -> str:
    """Return a word as it is shown: without the signs that end a phrase."""
    return word.text.strip(_STOPS + _MARKS) or word.text


def _across(group: list[Spoken], size: float) -> float:
    return sum(width(runs(_shown(word), size)) for word in group) + size * _GAP * (len(group) - 1)


def caption_picture(group: list[Spoken], spoken: int, accent: str) -> tuple[Bytes, int]:
    """Return a line of words, one marked, as premultiplied RGBA as wide as the film, and the row it begins at."""
    size = min(SIZE, SIZE * WIDEST / _across(group, SIZE))
    high = round(SIZE * 1.3) + 2 * _PAD
    buffer = np.zeros((high + high % 2, WIDE, 4), np.uint8)
    surface = skia.Surface(buffer, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    canvas = surface.getCanvas()
    x = (WIDE - _across(group, size)) / 2
    for index, word in enumerate(group):
        parts = runs(_shown(word), size)
        _draw_word(canvas, parts, (x, _PAD + SIZE * 0.98), size, accent if index == spoken else None)
        x += width(parts) + size * _GAP
    del canvas, surface
    return buffer, (LOWEST - high) // 2 * 2


def _draw_word(canvas: Any, parts: list[Run], at: tuple[float, float], size: float, ground: str | None) -> None:  # noqa: ANN401
    x, y = at
    near = size / SIZE
    if ground is not None:
        back = skia.Rect(x - 17 * near, y - size * 0.9, x + width(parts) + 17 * near, y + size * 0.26)
        canvas.drawRoundRect(back, 22 * near, 22 * near, skia.Paint(AntiAlias=True, Color=_color(ground)))
        write(canvas, parts, x, y, skia.Paint(AntiAlias=True, Color=_color("#1a1420")))
        return
    shadow = skia.Paint(AntiAlias=True, Color=skia.Color(0, 0, 0, 170))
    shadow.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 8 * near))
    edge = skia.Paint(AntiAlias=True, Color=_color("#14101a"), Style=skia.Paint.kStroke_Style, StrokeWidth=12 * near)
    edge.setStrokeJoin(skia.Paint.kRound_Join)
    write(canvas, parts, x, y + 5 * near, shadow)
    write(canvas, parts, x, y, edge)
    write(canvas, parts, x, y, skia.Paint(AntiAlias=True, Color=_color("#ffffff")))


def _color(text: str) -> int:
    return int(skia.Color(*(int(text[i : i + 2], 16) for i in (1, 3, 5))))
