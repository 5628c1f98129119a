"""Manner: how she talks, read from her persona document."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from sorcerer.providers.embedded.writing.language import Language

_MOST_MOODS = 2


class Manner(NamedTuple):
    """How she talks.

    Args:
        moods: what her tone and her traits name first: "dry", "warm", "bright", "exact"; one or two.
        sentences: "short", "mixed" or "long".
        emoji: "none", "few" or "many".
        vocabulary: words of hers.
    """

    moods: tuple[str, ...]
    sentences: str
    emoji: str
    vocabulary: tuple[str, ...]


def manner_of(persona: Mapping[str, Any], language: Language) -> Manner:
    """Return the manner of a persona; what her document does not say is warm, mixed and with few emoji."""
    given = persona.get("voice")
    voice: Mapping[str, Any] = given if isinstance(given, Mapping) else {}
    vocabulary = voice.get("vocabulary")
    return Manner(
        moods=_moods(str(voice.get("tone", "")), persona.get("traits"), language),
        sentences=str(voice.get("sentences", "mixed")),
        emoji=str(voice.get("emoji", "few")),
        vocabulary=tuple(map(str, vocabulary)) if isinstance(vocabulary, list | tuple) else (),
    )


def _moods(tone: str, traits: object, language: Language) -> tuple[str, ...]:
    said = " ".join((tone, *(map(str, traits) if isinstance(traits, list | tuple) else ()))).casefold()
    signs: dict[str, list[str]] = language.table["moods"]
    found = {
        mood: min((said.find(sign) for sign in words if sign in said), default=-1) for mood, words in signs.items()
    }
    named = sorted((mood for mood, at in found.items() if at >= 0), key=lambda mood: found[mood])
    return tuple(named[:_MOST_MOODS]) or ("warm",)
