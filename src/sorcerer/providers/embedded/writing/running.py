"""Running stories: where one stands, as she tells it the first time and as she mentions it later."""

import re

from sorcerer.providers.embedded.writing.grammar import first_person, first_sentence
from sorcerer.providers.embedded.writing.language import Language

_HER = re.compile(r"\b(?:her|his|their|him|them)\b")


def keyed(text: str) -> str:
    """Return a sentence of her life without whose it is, as lexicons name it."""
    return _HER.sub("_", text)


def story_of(line: str, name: str, language: Language) -> str:
    """Return where a story stands, in her words; nothing where the language has none for it."""
    plain = keyed(line).replace(name, "_")
    if language.code != "en":
        return language.word("stories", plain) if language.knows("stories", plain) else _own(line, language)
    said = first_sentence(line).rstrip(".")
    if said.startswith(name):
        return first_person(said, name).rstrip(".")
    return re.sub(r"\bbehind (?:her|him|them)$", "behind me", said)


def saga_of(line: str, language: Language) -> str:
    """Return a story in two or three words ("the supper plan"); nothing for one nobody named."""
    sagas: dict[str, str] = language.table["sagas"]
    return next((short for sign, short in sagas.items() if sign in line), "")


def _own(line: str, language: Language) -> str:
    """Return a sentence somebody wrote, unless it is one of her life's own, which are English."""
    strange = set(language.table["strange"])
    return "" if strange & set(line.casefold().split()) else first_sentence(line).rstrip(".")
