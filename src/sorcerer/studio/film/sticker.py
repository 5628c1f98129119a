"""Sticker: time, place and question as cards on a story. Each has its place in the safe zone, beside her face."""

import math
from typing import Any

import skia

from sorcerer import ids
from sorcerer.studio.film.lettering import runs, width, wrapped, write
from sorcerer.studio.film.planes import HIGH, WIDE

_INKS = ("#d9765f", "#3f7d72", "#3f4a6b", "#b5526b", "#7a6bb0")
_DARK, _WHITE, _GREY = skia.Color(26, 20, 32), skia.Color(255, 255, 255), skia.Color(122, 114, 128)
_HINTS = {"en": "Reply to tell me", "de": "Antworte mir"}
_WIDEST = 440.0  # the hour stands beside it
_ASKED_WIDE, _ASKED_BOTTOM = 780.0, HIGH * 0.79


def paint_of(color: int, *, blur: float = 0) -> Any:  # noqa: ANN401 - skia has no types
    """Return a paint that fills, its edges soft by `blur` pixels."""
    paint = skia.Paint(AntiAlias=True, Color=color)
    if blur:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
    return paint


def stick(canvas: Any, kind: str, text: str, seed: str, language: str) -> None:  # noqa: ANN401 - skia has no types
    """Stick one sticker on a picture of 1080 by 1920, its colour and tilt drawn from the seed."""
    tone = _color(ids.pick(_INKS, seed, "ink"))
    tilt = (3.0 + 2.5 * ids.draw(seed, kind, "tilt")) * (-1 if ids.draw(seed, kind, "side") < 0.5 else 1)  # noqa: PLR2004 - even odds
    canvas.save()
    if kind == "time":
        canvas.translate(WIDE - 226, 452)
        canvas.rotate(tilt)
        _clock(canvas, text, tone)
    elif kind == "place":
        _placed(canvas, text, tone, tilt)
    else:
        _asked(canvas, text, tone, language)
    canvas.restore()


def _color(code: str) -> int:
    return int(skia.Color(*(int(code[i : i + 2], 16) for i in (1, 3, 5))))


def _card(canvas: Any, box: Any, color: int, turn: float = 30) -> None:  # noqa: ANN401 - skia has no types
    canvas.drawRoundRect(box.makeOffset(0, 8), turn, turn, paint_of(skia.Color(20, 10, 20, 96), blur=16))
    canvas.drawRoundRect(box, turn, turn, paint_of(color))


def _clock(canvas: Any, text: str, tone: int) -> None:  # noqa: ANN401 - skia has no types
    """Draw the hour on a card beside a small clock that shows it."""
    parts = runs(text, 66.0)
    if not parts:
        return
    wide = width(parts) + 172
    _card(canvas, skia.Rect(-wide / 2, -58, wide / 2, 58), skia.Color(255, 255, 255, 246))
    x = -wide / 2 + 70
    canvas.drawOval(skia.Rect(x - 38, -38, x + 38, 38), paint_of(tone))
    hand = skia.Paint(AntiAlias=True, Color=_WHITE, Style=skia.Paint.kStroke_Style, StrokeWidth=7)
    hand.setStrokeCap(skia.Paint.kRound_Cap)
    hour, minute = (float(part) for part in text.split(":"))
    for share, reach in (((hour + minute / 60) / 12, 16), (minute / 60, 25)):
        turn = 2 * math.pi * share - math.pi / 2
        canvas.drawLine(x, 0, x + math.cos(turn) * reach, math.sin(turn) * reach, hand)
    write(canvas, parts, x + 62, 23, paint_of(_DARK))


def _placed(canvas: Any, text: str, tone: int, tilt: float) -> None:  # noqa: ANN401 - skia has no types
    """Draw the name of the place beside a pin, at the upper left, under the labels."""
    parts = runs(text, 48.0)
    if not parts:
        return
    if width(parts) > _WIDEST:
        parts = runs(text, 48.0 * _WIDEST / width(parts))
    wide = width(parts) + 138
    canvas.translate(70 + wide / 2, 420)
    canvas.rotate(-abs(tilt))
    _card(canvas, skia.Rect(-wide / 2, -50, wide / 2, 50), tone, 50)
    x = -wide / 2 + 62
    pin = skia.Path()
    pin.moveTo(x, 30)
    pin.cubicTo(x - 8, 14, x - 25, 4, x - 25, -12)
    pin.arcTo(skia.Rect(x - 25, -37, x + 25, 13), 180, 180, False)
    pin.cubicTo(x + 25, 4, x + 8, 14, x, 30)
    canvas.drawPath(pin, paint_of(_WHITE))
    canvas.drawOval(skia.Rect(x - 10, -22, x + 10, -2), paint_of(tone))
    write(canvas, parts, x + 44, 17, paint_of(_WHITE))


def _asked(canvas: Any, text: str, tone: int, language: str) -> None:  # noqa: ANN401 - skia has no types
    """Draw a question over an empty line for the answer, above the reply bar."""
    rows = wrapped(text, 52.0, _ASKED_WIDE - 110)[:4]
    if not rows:
        return
    step, field = 62.0, 78.0
    high = 34 + step * len(rows) + 26 + field + 30
    left, top = (WIDE - _ASKED_WIDE) / 2, _ASKED_BOTTOM - high
    _card(canvas, skia.Rect(left, top, left + _ASKED_WIDE, top + high), tone, 44)
    for index, row in enumerate(rows):
        parts = runs(row, 52.0)
        if width(parts) > _ASKED_WIDE - 90:
            parts = runs(row, 52.0 * (_ASKED_WIDE - 90) / width(parts))
        write(canvas, parts, (WIDE - width(parts)) / 2, top + 34 + step * (index + 0.7), paint_of(_WHITE))
    line = skia.Rect(left + 40, top + high - 30 - field, left + _ASKED_WIDE - 40, top + high - 30)
    canvas.drawRoundRect(line, 26, 26, paint_of(skia.Color(255, 255, 255, 240)))
    parts = runs(_HINTS.get(language, _HINTS["en"]), 36.0, "plain")
    write(canvas, parts, (WIDE - width(parts)) / 2, line.centerY() + 14, paint_of(_GREY))
