"""Which letters the fonts that ship can write. Pure: the fonts themselves are opened only where something is drawn."""

import unicodedata

from sorcerer.errors import Invalid

_WRITTEN = {"LATIN", "GREEK", "CYRILLIC", "MICRO", "FEMININE", "MASCULINE", "MODIFIER"}  # how their names begin


def unwritable(text: str) -> tuple[str, ...]:
    """Return the scripts of letters that no shipped font has ("Arabic", "Cjk"), each once, as they come."""
    names = (unicodedata.name(letter, "unnamed").split()[0] for letter in text if letter.isalpha())
    return tuple(dict.fromkeys(name.capitalize() for name in names if name not in _WRITTEN))


def must_be_writable(text: str) -> None:
    """Refuse words that captions would have to leave out.

    Raises:
        Invalid: a letter is in none of the fonts.
    """
    scripts = unwritable(text)
    if scripts:
        raise Invalid(
            f"The captions cannot be written: no font that ships has {' or '.join(scripts)} letters.",
            field="own_script",
            fix="Write the words in Latin, Greek or Cyrillic letters; emoji are fine.",
        )
