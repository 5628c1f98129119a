"""Captions: the spoken words, a few at a time, the one that is heard on a bright ground."""

import bisect
import itertools
from typing import Any, NamedTuple

import numpy as np
import skia

from sorcerer.providers import touch
from sorcerer.studio.film.lay import stamp
from sorcerer.studio.film.lettering import Run, runs, width, write
from sorcerer.studio.film.planes import HIGH, WIDE, Bytes, Frame
from sorcerer.studio.film.shaped import is_right_to_left
from sorcerer.studio.film.sprite import Sprite, sprite_of

SIZE = 84.0
WIDEST = 800.0  # with the ground of the heard word this leaves the 120 pixels at the side that buttons take
LOWEST = round(HIGH * 0.79)  # below this the networks draw their own
_WORDS = 3
_STAYS = 0.3
_STOPS = ".,:;!?…\u060c\u061b\u061f\u0964\uff0c\u3002\uff01\uff1f\uff1b\uff1a\u3001"
_PAD = 22
_GAP, _CLOSE = 0.36, 0.14  # of the size, between two words, and between two signs of a script that puts no spaces
_SIGN = 0.4  # of a word, what such a sign counts
_MARKS = '"\u201c\u201d()\u2014\u2013-\uff08\uff09\u300a\u300b\u300c\u300d'


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
        self.backwards = 2 * sum(is_right_to_left(word.text) for word in words) > len(words)
        self._drawn: dict[tuple[int, int], tuple[Sprite, int, int]] = {}

    def lay(self, frame: Frame, second: float) -> None:
        """Lay over a frame what is heard at a second of the film."""
        index = bisect.bisect_right(self.starts, second + 1e-6) - 1
        if index < 0 or second > self.groups[index][-1].end + _STAYS:
            return
        word = bisect.bisect_right([word.start for word in self.groups[index]], second + 1e-6) - 1
        if (index, word) not in self._drawn:
            picture, top = caption_picture(self.groups[index], word, self.accent, backwards=self.backwards)
            self._drawn[index, word] = sprite_of(picture), 0, top
        stamp(frame, *self._drawn[index, word])


def grouped(words: list[Spoken]) -> list[list[Spoken]]:
    """Return the words in groups that fit one line, none across the end of a phrase."""
    groups: list[list[Spoken]] = []
    for word in words:
        last = groups[-1] if groups else None
        if last is None or _full(last) or last[-1].text[-1] in _STOPS or _across([*last, word], SIZE) > WIDEST:
            groups.append([word])
        else:
            last.append(word)
    return groups


def _full(group: list[Spoken]) -> bool:
    """Tell whether a group has as many words as are read at a glance."""
    return sum(_SIGN if touch(word.text, word.text) else 1 for word in group) >= _WORDS - _SIGN / 2


def _shown(word: Spoken) -> str:
    """Return a word as it is shown: without the signs that end a phrase."""
    return word.text.strip(_STOPS + _MARKS) or word.text


def _across(group: list[Spoken], size: float) -> float:
    wide = sum(width(runs(_shown(word), size)) for word in group)
    return wide + size * sum(_gap(*pair) for pair in itertools.pairwise(group))


def _gap(word: Spoken, following: Spoken) -> float:
    return _CLOSE if touch(_shown(word), _shown(following)) else _GAP


def in_sight(group: list[Spoken], *, backwards: bool) -> list[int]:
    """Return the order in which the words of a line stand from left to right.

    Args:
        backwards: whether the line as a whole runs from right to left; words that run the other way keep their order
            among themselves.
    """
    found: list[int] = []
    for index, word in enumerate(group):
        if is_right_to_left(word.text) == backwards:
            found.append(index)
            continue
        turned = [at for at, other in enumerate(found) if is_right_to_left(group[other].text) == backwards]
        found.insert(turned[-1] + 1 if turned else 0, index)
    return found[::-1] if backwards else found


def caption_picture(group: list[Spoken], spoken: int, accent: str, *, backwards: bool = False) -> tuple[Bytes, int]:
    """Return a line of words, one marked, as premultiplied RGBA as wide as the film, and the row it begins at."""
    size = min(SIZE, SIZE * WIDEST / _across(group, SIZE))
    high = round(SIZE * 1.3) + 2 * _PAD
    buffer = np.zeros((high + high % 2, WIDE, 4), np.uint8)
    surface = skia.Surface(buffer, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    canvas = surface.getCanvas()
    x = (WIDE - _across(group, size)) / 2
    order = in_sight(group, backwards=backwards)
    for index, following in zip(order, [*order[1:], order[-1]], strict=True):
        parts = runs(_shown(group[index]), size)
        _draw_word(canvas, parts, (x, _PAD + SIZE * 0.98), size, accent if index == spoken else None)
        x += width(parts) + size * _gap(group[index], group[following])
    del canvas, surface
    return buffer, (LOWEST - high) // 2 * 2


def _draw_word(canvas: Any, parts: list[Run], at: tuple[float, float], size: float, ground: str | None) -> None:  # noqa: ANN401
    x, y = at
    near = size / SIZE
    if ground is not None:
        text = parts[0].text
        beside = (6 if touch(text, text) else 17) * near
        deep = size * (0.44 if parts[0].shaper else 0.26)  # Arabic and Hindi go further below their line
        back = skia.Rect(x - beside, y - size * 0.9, x + width(parts) + beside, y + deep)
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
