"""A language: its words, and the sentences with gaps that are no tales, read from `lexicon/<code>.json`."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from sorcerer.errors import Invalid

LANGUAGES = {"en": "English", "de": "German"}
"""What can be written and spoken, by the code that `persona.voice.language` holds."""


class Act(NamedTuple):
    """A doing.

    Args:
        mine: as a thing ("my run").
        doing: as something going on ("running").
        tag: as a hashtag.
        says: details one can use, true of any time one does it.
        asks: what there is to ask about it.
    """

    mine: str
    doing: str
    tag: str
    says: tuple[str, ...]
    asks: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Language:
    """One language.

    Args:
        code: ISO 639-1.
        table: the lexicon as it was read; nobody changes it.
    """

    code: str
    table: dict[str, Any]

    def act(self, kind: str, category: str) -> Act:
        """Return the words for what she does; a kind nobody knows speaks for its category."""
        categories = self.table["categories"]
        found = self.table["kinds"].get(kind) or categories.get(category) or categories["leisure"]
        return Act(found["mine"], found["doing"], found["tag"], tuple(found["says"]), tuple(found["asks"]))

    def frames(self, *keys: str) -> list[str]:
        """Return the sentences with gaps that stand under these keys ("verdict.dry"); an unknown key none."""
        return [frame for key in keys for frame in self.table["frames"].get(key, ())]

    def word(self, part: str, english: str) -> str:
        """Return what her life calls in English in this language; as it is where the lexicon has no word for it."""
        return str(self.table.get(part, {}).get(english, english))

    def knows(self, part: str, english: str) -> bool:
        """Tell whether the lexicon has a word for what her life calls in English."""
        return english in self.table.get(part, {})


@cache
def language_of(code: str) -> Language:
    """Return a language.

    Raises:
        Invalid: nobody writes it here; the message names those that can be written.
    """
    if code not in LANGUAGES:
        known = ", ".join(f"{name} ({each})" for each, name in LANGUAGES.items())
        message = f"Nobody here writes {code!r}; these languages can be written and spoken: {known}."
        raise Invalid(message, field="persona.voice.language", fix="Choose one of them.")
    text = files("sorcerer.providers.embedded.writing").joinpath(f"lexicon/{code}.json").read_text(encoding="utf-8")
    return Language(code, json.loads(text))
