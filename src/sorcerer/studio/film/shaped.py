"""Shaping: text whose letters join, change places or run from right to left, laid out by skia's HarfBuzz and ICU."""

import unicodedata
from collections.abc import Sequence
from typing import Any

import skia

_RIGHT_TO_LEFT = {"R", "AL"}
_SHAPED = {"ARABIC", "DEVANAGARI"}
_EMBED, _POP = "\u202b", "\u202c"
_ENDLESS = 1e6


def is_shaped(text: str) -> bool:
    """Tell whether letters of a text must be shaped together; those of the others stand one after another."""
    return any(unicodedata.name(letter, "x").split()[0] in _SHAPED for letter in text)


def is_right_to_left(text: str) -> bool:
    """Tell whether a text runs from right to left, by its first letter."""
    return next((unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text if letter.isalpha()), False)


class Shaper:
    """Lays texts out in the given fonts, in the order in which a letter is looked for in them; no others are used."""

    def __init__(self, faces: Sequence[Any]) -> None:
        provider = skia.textlayout.TypefaceFontProvider()
        self._families = [str(number) for number in range(len(faces))]
        for family, face in zip(self._families, faces, strict=True):
            provider.registerTypeface(face, family)
        self._fonts = skia.textlayout.FontCollection()
        self._fonts.setDefaultFontManager(provider)
        self._unicode = skia.Unicodes.ICU.Make()

    def across(self, text: str, size: float) -> float:
        """Return how wide a text is, in pixels."""
        return float(self._laid_out(text, size, skia.Paint()).MaxIntrinsicWidth)

    def write(self, canvas: Any, text: str, size: float, at: tuple[float, float], paint: Any) -> None:  # noqa: ANN401 - skia has no types
        """Write a text, in one direction or in two, from the left end of its base line."""
        laid = self._laid_out(text, size, paint)
        laid.paint(canvas, at[0], at[1] - laid.AlphabeticBaseline)

    def _laid_out(self, text: str, size: float, paint: Any) -> Any:  # noqa: ANN401 - skia has no types
        style = skia.textlayout.TextStyle()
        style.setFontSize(size)
        style.setFontFamilies(self._families)
        style.setForegroundPaint(paint)
        whole = skia.textlayout.ParagraphStyle()
        whole.setTextStyle(style)
        builder = skia.textlayout.ParagraphBuilder.make(whole, self._fonts, self._unicode)
        builder.pushStyle(style)
        builder.addText(f"{_EMBED}{text}{_POP}" if is_right_to_left(text) else text)
        laid = builder.Build()
        laid.layout(_ENDLESS)
        return laid
