"""Running stories: where one stands, as she tells it the first time and as she mentions it later."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sorcerer.providers.embedded.writing.grammar import first_person, first_sentence, sentence
from sorcerer.providers.embedded.writing.language import Language
from sorcerer.providers.embedded.writing.manner import Manner

_HER = re.compile(r"\b(?:her|his|their|him|them)\b")


class Chapter(NamedTuple):
    """One act of a running story.

    Args:
        openings: where the story stands, each a way to begin.
        turn: what came of it this time.
        ask: what somebody may answer.
    """

    openings: tuple[str, ...]
    turn: str
    ask: str


def keyed(text: str) -> str:
    """Return a sentence of her life without whose it is, as lexicons name it."""
    return _HER.sub("_", text)


def known(line: str, language: Language) -> bool:
    """Tell whether a running story is one that lexicons tell, and nobody's own."""
    return any(sign in line for sign in language.table["sagas"])


def story_of(line: str, name: str, language: Language) -> str:
    """Return where a story stands, as somebody wrote it, in her words; nothing for one that lexicons tell better."""
    if not line or known(line, language):
        return line
    if language.code != "en":
        return "" if set(language.table["strange"]) & set(line.casefold().split()) else first_sentence(line).rstrip(".")
    said = first_sentence(line).rstrip(".")
    return first_person(said, name).rstrip(".") if said.startswith(name) else said


def saga_lines(story: str, manner: Manner, language: Language) -> Iterator[str]:
    """Yield the ways to say where a story stands: those written for it, else the sentence itself with a thought."""
    known = next((saga for sign, saga in _sagas(language) if sign in story), None)
    if known is not None:
        yield from known["lines"]
    elif story:
        for frame in language.frames(f"story.{manner.moods[0]}"):
            yield frame.format(story=sentence(story).rstrip("."))


def chapter_of(act_name: str, language: Language) -> Chapter | None:
    """Return the chapter that one of a story's own acts is; None for an act that belongs to no story."""
    for _, saga in _sagas(language):
        if act_name in saga["acts"]:
            act = saga["acts"][act_name]
            return Chapter(tuple(saga["lines"]), act["turn"], act["ask"])
    return None


def _sagas(language: Language) -> Iterable[tuple[str, dict[str, Any]]]:
    sagas: dict[str, dict[str, Any]] = language.table["sagas"]
    return sagas.items()
