"""Captions: the spoken words, a few at a time, the one that is heard on a bright ground."""

import bisect
from typing import Any, NamedTuple

import numpy as np
import skia

from sorcerer.studio.film.lettering import Run, runs, width, write
from sorcerer.studio.film.planes import HIGH, WIDE, Frame, Sprite, sprite_of, stamp

SIZE = 84.0
WIDEST = 860.0
LOWEST = round(HIGH * 0.79)  # below this the networks draw their own
_WORDS, _LETTERS = 3, 17
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
            self._drawn[index, word] = _draw(self.groups[index], word, self.accent)
        stamp(frame, *self._drawn[index, word])


def grouped(words: list[Spoken]) -> list[list[Spoken]]:
    """Return the words in groups short enough to read at a glance, none across the end of a phrase."""
    groups: list[list[Spoken]] = []
    for word in words:
        last = groups[-1] if groups else None
        if (
            last is None
            or len(last) == _WORDS
            or last[-1].text[-1] in _STOPS
            or sum(len(part.text) for part in last) + len(word.text) > _LETTERS
        ):
            groups.append([word])
        else:
            last.append(word)
    return groups


def _draw(group: list[Spoken], spoken: int, accent: str) -> tuple[Sprite, int, int]:
    texts = [word.text.strip(_STOPS + _MARKS) or word.text for word in group]
    size = min(SIZE, SIZE * WIDEST / max(width(runs(text, SIZE)) for text in texts))
    lines = _lines([runs(text, size) for text in texts], size * _GAP)
    high = round(size * 1.3 * len(lines)) + 2 * _PAD
    buffer = np.zeros((high + high % 2, WIDE, 4), np.uint8)
    surface = skia.Surface(buffer, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    canvas = surface.getCanvas()
    for row, line in enumerate(lines):
        across = sum(width(parts) for _, parts in line) + size * _GAP * (len(line) - 1)
        x, y = (WIDE - across) / 2, _PAD + size * 0.98 + row * size * 1.3
        for index, parts in line:
            _draw_word(canvas, parts, (x, y), size, accent if index == spoken else None)
            x += width(parts) + size * _GAP
    del canvas, surface
    return sprite_of(buffer), 0, (LOWEST - high) // 2 * 2


def _lines(words: list[list[Run]], gap: float) -> list[list[tuple[int, list[Run]]]]:
    lines: list[list[tuple[int, list[Run]]]] = [[]]
    across = 0.0
    for index, parts in enumerate(words):
        if lines[-1] and across + gap + width(parts) > WIDEST:
            lines.append([])
            across = 0.0
        across += width(parts) + gap
        lines[-1].append((index, parts))
    return lines


def _draw_word(canvas: Any, parts: list[Run], at: tuple[float, float], size: float, ground: str | None) -> None:  # noqa: ANN401
    x, y = at
    if ground is not None:
        back = skia.Rect(x - 17, y - size * 0.9, x + width(parts) + 17, y + size * 0.26)
        canvas.drawRoundRect(back, 22, 22, skia.Paint(AntiAlias=True, Color=_color(ground)))
        write(canvas, parts, x, y, skia.Paint(AntiAlias=True, Color=_color("#1a1420")))
        return
    shadow = skia.Paint(AntiAlias=True, Color=skia.Color(0, 0, 0, 170))
    shadow.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 8))
    edge = skia.Paint(AntiAlias=True, Color=_color("#14101a"), Style=skia.Paint.kStroke_Style, StrokeWidth=12)
    edge.setStrokeJoin(skia.Paint.kRound_Join)
    write(canvas, parts, x, y + 5, shadow)
    write(canvas, parts, x, y, edge)
    write(canvas, parts, x, y, skia.Paint(AntiAlias=True, Color=_color("#ffffff")))


def _color(text: str) -> int:
    return int(skia.Color(*(int(text[i : i + 2], 16) for i in (1, 3, 5))))
