"""Which letters the fonts that ship can write. The fonts themselves are opened only where something is drawn."""

import functools
import unicodedata
from importlib import resources

from sorcerer.errors import Invalid

_IN_PART = "CJK"  # the signs of Han, of which the font has the common ones


@functools.cache
def written() -> frozenset[str]:
    """Return all letters that a font has, as they are listed beside the fonts."""
    return frozenset((resources.files("sorcerer.studio.film") / "fonts" / "letters.txt").read_text("utf-8")) - {"\n"}


def unwritable(text: str) -> tuple[str, ...]:
    """Return what no shipped font has, each once, as it comes: a script by its name ("Thai"), a sign of Han itself."""
    missing = [letter for letter in unicodedata.normalize("NFC", text) if letter.isalpha() and letter not in written()]
    return tuple(dict.fromkeys(_named(letter) for letter in missing))


def _named(letter: str) -> str:
    name = unicodedata.name(letter, "unnamed").split()[0]
    return letter if name == _IN_PART else name.capitalize()


def must_be_writable(text: str) -> None:
    """Refuse words that captions would have to leave out.

    Raises:
        Invalid: a letter is in none of the fonts.
    """
    missing = unwritable(text)
    if missing:
        raise Invalid(
            f"The captions cannot be written: no font that ships has {' or '.join(missing)} letters.",
            field="own_script",
            fix="Write the words in Latin, Greek, Cyrillic, Arabic or Devanagari letters, or in common Chinese signs; "
            "emoji are fine.",
        )
