"""Lettering: words on the picture, in fonts that ship with us. A letter no font has is left out, never a box."""

import functools
import unicodedata
from collections.abc import Iterator
from importlib import resources
from typing import Any, NamedTuple

import skia

_FAMILIES = {
    "heavy": ("Poppins-800.ttf", "NotoSans-800.ttf", "NotoColorEmoji.ttf"),
    "plain": ("Poppins-600.ttf", "NotoSans-800.ttf", "NotoColorEmoji.ttf"),
}
_JOINER = "\u200d"
_UNSEEN = (range(0xFE00, 0xFE10), range(0x1F1E6, 0x1F200), range(0x1F3FB, 0x1F400))  # variants, flags, tones of skin


class Run(NamedTuple):
    """Letters that one font draws."""

    text: str
    font: Any
    wide: float


@functools.cache
def _faces(weight: str) -> tuple[Any, ...]:
    folder = resources.files("sorcerer.studio.film") / "fonts"
    return tuple(
        skia.Typeface.MakeFromData(skia.Data.MakeWithCopy((folder / name).read_bytes())) for name in _FAMILIES[weight]
    )


def runs(text: str, size: float, weight: str = "heavy") -> list[Run]:
    """Return a text as runs of fonts; letters that no shipped font has are gone."""
    found: list[tuple[int, str]] = []
    for letter in _single(unicodedata.normalize("NFC", text)):
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


def _single(text: str) -> Iterator[str]:
    """Yield the letters; of joined emoji only the first, without its tone of skin; no flags, no controls."""
    joined = False
    for letter in text:
        if letter == _JOINER:
            joined = True
        elif any(ord(letter) in unseen for unseen in _UNSEEN) or unicodedata.category(letter)[0] == "C":
            continue
        elif joined:
            joined = False
        else:
            yield letter


def width(parts: list[Run]) -> float:
    """Return how wide the runs are together, in pixels."""
    return sum(part.wide for part in parts)


def write(canvas: Any, parts: list[Run], x: float, y: float, paint: Any) -> None:  # noqa: ANN401 - skia has no types
    """Write runs from a point on the base line."""
    for part in parts:
        blob = skia.TextBlob.MakeFromString(part.text, part.font)
        if blob is not None:
            canvas.drawTextBlob(blob, x, y, paint)
        x += part.wide


def wrapped(text: str, size: float, widest: float, weight: str = "heavy") -> list[str]:
    """Return a text as lines no wider than `widest` pixels, broken between words; a long word keeps its own line."""
    lines: list[str] = []
    for word in text.split():
        if not runs(word, size, weight):
            continue
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(runs(longer, size, weight)) <= widest:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
