"""Lettering: words on the picture, in fonts that ship with us. A letter no font has is left out, never a box."""

import functools
import unicodedata
from collections.abc import Iterator
from importlib import resources
from typing import Any, NamedTuple

import skia

from sorcerer.providers import joined, words_of
from sorcerer.studio.film.shaped import Shaper, is_shaped

_OTHERS = (
    "NotoSans-800.ttf",
    "NotoSansArabic-800.ttf",
    "NotoSansDevanagari-800.ttf",
    "NotoSansSC-800.ttf",
    "NotoColorEmoji.ttf",
)
_FAMILIES = {"heavy": ("Poppins-800.ttf", *_OTHERS), "plain": ("Poppins-600.ttf", *_OTHERS)}
_JOINER, _NON_JOINER = "\u200d", "\u200c"
_UNSEEN = (range(0xFE00, 0xFE10), range(0x1F1E6, 0x1F200), range(0x1F3FB, 0x1F400))  # variants, flags, tones of skin


class Run(NamedTuple):
    """Letters that one font draws, or a whole text that is shaped, whose letters may come from several.

    Args:
        font: skia's; of a shaped text the first of its weight.
        shaper: what lays a shaped text out, else None.
    """

    text: str
    font: Any
    wide: float
    shaper: Shaper | None = None


@functools.cache
def _faces(weight: str) -> tuple[Any, ...]:
    folder = resources.files("sorcerer.studio.film") / "fonts"
    return tuple(
        skia.Typeface.MakeFromData(skia.Data.MakeWithCopy((folder / name).read_bytes())) for name in _FAMILIES[weight]
    )


def runs(text: str, size: float, weight: str = "heavy") -> list[Run]:
    """Return a text as runs of fonts; letters that no shipped font has are gone."""
    text = unicodedata.normalize("NFC", text)
    if is_shaped(text):
        return _shaped(text, size, weight)
    found: list[tuple[int, str]] = []
    for letter in _single(text):
        index = next((i for i, face in enumerate(_faces(weight)) if face.unicharToGlyph(ord(letter))), None)
        if index is None:
            continue
        if found and (found[-1][0] == index or letter == " "):
            found[-1] = (found[-1][0], found[-1][1] + letter)
        else:
            found.append((index, letter))
    fonts = [skia.Font(face, size) for face in _faces(weight)]
    for font in fonts:
        font.setEdging(skia.Font.Edging.kAntiAlias)
        font.setSubpixel(True)
    return [Run(part, fonts[index], fonts[index].measureText(part)) for index, part in found if part.strip() or found]


def _shaped(text: str, size: float, weight: str) -> list[Run]:
    faces = _faces(weight)
    unseen = {" ", _JOINER, _NON_JOINER}
    kept = [one for one in _single(text) if one in unseen or any(face.unicharToGlyph(ord(one)) for face in faces)]
    whole = "".join(kept).strip()
    return [Run(whole, skia.Font(faces[0], size), _shaper(weight).across(whole, size), _shaper(weight))]


@functools.cache
def _shaper(weight: str) -> Shaper:
    return Shaper(_faces(weight))


def _single(text: str) -> Iterator[str]:
    """Yield the letters; of joined emoji only the first, without its tone of skin; no flags, no controls.

    What joins and parts letters stays: Persian and Hindi are spelled with it.
    """
    bound = False
    for before, letter in zip(" " + text, text, strict=False):
        if letter in {_JOINER, _NON_JOINER} and unicodedata.category(before)[0] in "LM":
            yield letter
        elif letter == _JOINER:
            bound = True
        elif any(ord(letter) in unseen for unseen in _UNSEEN) or unicodedata.category(letter)[0] == "C":
            continue
        elif bound:
            bound = False
        else:
            yield letter


def width(parts: list[Run]) -> float:
    """Return how wide the runs are together, in pixels."""
    return sum(part.wide for part in parts)


def write(canvas: Any, parts: list[Run], x: float, y: float, paint: Any) -> None:  # noqa: ANN401 - skia has no types
    """Write runs from a point on the base line."""
    for part in parts:
        if part.shaper is not None:
            part.shaper.write(canvas, part.text, part.font.getSize(), (x, y), paint)
            x += part.wide
            continue
        blob = skia.TextBlob.MakeFromString(part.text, part.font)
        if blob is not None:
            canvas.drawTextBlob(blob, x, y, paint)
        x += part.wide


def wrapped(text: str, size: float, widest: float, weight: str = "heavy") -> list[str]:
    """Return a text as lines no wider than `widest` pixels, broken between words; a long word keeps its own line."""
    lines: list[str] = []
    for word in words_of(text):
        if not runs(word, size, weight):
            continue
        longer = joined([lines[-1], word]) if lines else word
        if lines and width(runs(longer, size, weight)) <= widest:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
