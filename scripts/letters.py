"""List the letters that the fonts can write, beside the fonts, after one of them was changed.

python scripts/letters.py
"""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

import skia

FONTS = Path(__file__).parent.parent / "src/sorcerer/studio/film/fonts"


def letters() -> str:
    """Return every letter that has a glyph in one of the fonts, in the order of Unicode, in lines."""
    faces = [
        skia.Typeface.MakeFromData(skia.Data.MakeWithCopy(path.read_bytes())) for path in sorted(FONTS.glob("*.ttf"))
    ]
    every = (chr(code) for code in range(sys.maxunicode + 1))
    found = [one for one in every if one.isalpha() and any(face.unicharToGlyph(ord(one)) for face in faces)]
    return "\n".join(textwrap.wrap("".join(found), 80)) + "\n"


if __name__ == "__main__":
    (FONTS / "letters.txt").write_text(letters(), "utf-8")
