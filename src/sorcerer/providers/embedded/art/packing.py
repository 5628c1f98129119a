"""Packing: a sponsor's product as it stands in the picture, its name and logo on it."""

import base64
import binascii
import functools
from importlib import resources
from typing import Any

import skia

from sorcerer.providers.embedded.art.paint import Canvas, darker, fill, lighter, line, linear, mix, outline
from sorcerer.providers.values import Product

_TALL, _WIDE = 270.0, 176.0
_LEAST = 9.0


def draw_pack(canvas: Canvas, product: Product, color: str) -> None:
    """Draw a carton with the brand's logo, or its name, and the product's name; its middle is the origin."""
    tone = mix(color, "#f7efe3", 0.72)
    left, top = -_WIDE / 2, -_TALL * 1.1
    front = skia.Rect(left, top, left + _WIDE, top + _TALL)
    right, bottom = front.right(), front.bottom()
    side = outline(f"M {right} {top} L {right + 40} {top - 22} L {right + 40} {bottom - 30} L {right} {bottom} Z")
    lid = outline(f"M {left} {top} L {left + 40} {top - 22} L {right + 40} {top - 22} L {right} {top} Z")
    canvas.drawPath(
        side, fill(linear((front.right(), 0), (front.right() + 40, 0), darker(tone, 0.28), darker(tone, 0.4)))
    )
    canvas.drawPath(lid, fill(lighter(tone, 0.5)))
    canvas.drawRect(
        front,
        fill(
            linear(
                (left, top), (front.right(), top + _TALL), lighter(tone, 0.35), tone, darker(tone, 0.1), at=[0, 0.5, 1]
            )
        ),
    )
    canvas.drawRect(
        skia.Rect(left, top + _TALL * 0.4, front.right(), top + _TALL * 0.64), fill(mix(color, "#2b2430", 0.15), 235)
    )
    canvas.save()
    canvas.clipRect(front)
    _brand(canvas, product, skia.Rect(left + 18, top + 16, front.right() - 18, top + _TALL * 0.37))
    _words(
        canvas,
        product.name or product.company,
        skia.Rect(left + 14, top + _TALL * 0.42, front.right() - 14, top + _TALL * 0.62),
        "#fff8ec",
    )
    canvas.restore()
    canvas.drawLine(left + 5, top + 6, left + 5, top + _TALL - 6, line("#ffffff", 4, 120, blur=2))


def _brand(canvas: Canvas, product: Product, where: Any) -> None:  # noqa: ANN401 - a skia.Rect
    """Draw the logo as large as fits, its proportions kept; a logo that cannot be read gives way to the name."""
    logo = _logo(product.logo)
    if logo is None:
        _words(canvas, product.company, where, "#2b2430")
        return
    near = min(where.width() / logo.width(), where.height() / logo.height())
    wide, high = logo.width() * near, logo.height() * near
    x, y = where.centerX() - wide / 2, where.centerY() - high / 2
    smooth = skia.SamplingOptions(skia.CubicResampler.Mitchell())
    canvas.drawImageRect(logo, skia.Rect(x, y, x + wide, y + high), smooth, skia.Paint())


def _logo(encoded: str) -> Any:  # noqa: ANN401 - an image of skia, or None
    if not encoded:
        return None
    try:
        data = base64.b64decode(encoded, validate=True)
    except binascii.Error:
        return None
    return skia.Image.MakeFromEncoded(skia.Data.MakeWithCopy(data))


@functools.cache
def _typeface() -> Any:  # noqa: ANN401 - skia has no types
    font = resources.files("sorcerer") / "studio" / "film" / "fonts" / "Poppins-600.ttf"  # data, as the film has it
    return skia.Typeface.MakeFromData(skia.Data.MakeWithCopy(font.read_bytes()))


def _words(canvas: Canvas, text: str, where: Any, color: str) -> None:  # noqa: ANN401 - a skia.Rect
    """Write a name in one or two lines as large as fits; letters the font has not are left out."""
    kept = "".join(letter for letter in text if _typeface().unicharToGlyph(ord(letter)))
    rows = _halved(kept.strip()[:48])
    if not rows:
        return
    font = skia.Font(_typeface(), 100)
    widest = max(font.measureText(row) for row in rows)
    size = min(100 * where.width() / widest, where.height() / (1.15 * len(rows)))
    font.setSize(max(size, _LEAST))
    for index, row in enumerate(rows):
        x = where.centerX() - font.measureText(row) / 2
        y = where.centerY() + size * (0.36 + 1.1 * (index - (len(rows) - 1) / 2))
        canvas.drawTextBlob(skia.TextBlob.MakeFromString(row, font), x, y, fill(color))


def _halved(text: str) -> list[str]:
    """Return a text as one line, or as two when it has several words."""
    words = text.split()
    if len(words) < 2:  # noqa: PLR2004 - one word cannot be halved
        return words
    cut = min(range(1, len(words)), key=lambda at: abs(len(" ".join(words[:at])) - len(" ".join(words[at:]))))
    return [" ".join(words[:cut]), " ".join(words[cut:])]
