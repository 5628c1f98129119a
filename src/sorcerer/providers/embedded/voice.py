"""The embedded voice: espeak-ng in a child, a voice of her own for every persona."""

import base64
import binascii
import unicodedata
from collections.abc import Mapping
from typing import Any

from sorcerer import children, ids
from sorcerer.providers.failures import ProviderError
from sorcerer.providers.values import Speech, Viseme, Word

_TIMBRES = {
    "she": ("Annie", "Alicia", "anika", "linda", "belinda", "steph", "f3", "f5"),
    "he": ("Andy", "Michael", "Alex", "Lee", "david", "caleb", "Reed", "m3"),
    "they": ("Andrea", "Jacky", "shelby", "Gene", "m7", "f4"),
}
_ACCENTS = {"en": ("en-us", "en-us", "en", "en-gb-x-rp"), "de": ("de",)}
_SCRIPTS = {
    "ARABIC": ("ar",),
    "DEVANAGARI": ("hi",),
    "CJK": ("cmn",),
    "HIRAGANA": ("ja",),
    "KATAKANA": ("ja",),
    "HANGUL": ("ko",),
    "CYRILLIC": ("ru",),
    "GREEK": ("el",),
    "HEBREW": ("he",),
}
"""The language that a line in a script without Latin letters is spoken in, where nothing says more."""
_PITCH = {"she": (54, 66), "he": (28, 40), "they": (42, 54)}
_PACE = {"short": 162, "mixed": 156, "long": 150}


class EmbeddedVoice:
    """Speak lines without a key. The same persona always has the same voice."""

    def speak(self, line: str, persona: Mapping[str, Any]) -> Speech:
        """Return the line spoken in the voice that belongs to this persona, with the time of each word.

        Raises:
            ProviderError: the line has no word, or the voice died.
        """
        if not any(letter.isalnum() for letter in line):
            raise ProviderError(f"The line {line[:40]!r} has nothing to say aloud.", kind="bad_request")
        order = {"line": line, **voice_of(persona, line)}
        try:
            spoken = children.call("sorcerer.providers.embedded.espeak:speak", order, seconds=30, megabytes=500)
            pcm = base64.b64decode(spoken["pcm"])
        except (children.ChildFailed, binascii.Error) as error:
            raise ProviderError(f"The embedded voice did not speak {line[:40]!r}: {error}") from error
        return Speech(
            pcm=pcm,
            rate=spoken["rate"],
            words=tuple(Word(text=text, start=start, end=end) for text, start, end in spoken["words"]),
            visemes=tuple(Viseme(shape=shape, start=start) for shape, start in spoken["visemes"]),
        )


def voice_of(persona: Mapping[str, Any], line: str = "") -> dict[str, Any]:
    """Return the voice of a persona: timbre, accent, pitch and pace, fixed by who she is.

    Args:
        persona: her document; "pronouns" sets the pitch, "name", "background", "city" and "age" who she is, and
            "voice.language" what she speaks.
        line: what she is to say; one in another script is spoken in the language of that script.
    """
    pronouns = str(persona.get("pronouns", "she"))
    who = tuple(str(persona.get(part, "")) for part in ("name", "background", "city", "age", "work"))
    low, high = _PITCH.get(pronouns, _PITCH["they"])
    traits = persona.get("voice")
    sentences = str(traits.get("sentences", "mixed")) if isinstance(traits, Mapping) else "mixed"
    language = str(traits.get("language", "en")) if isinstance(traits, Mapping) else "en"
    accents = _script(line) or _ACCENTS.get(language, _ACCENTS["en"])
    timbre = ids.pick(_TIMBRES.get(pronouns, _TIMBRES["they"]), who, "timbre")
    return {
        "voice": f"{ids.pick(accents, who, 'accent')}+{timbre}",
        "rate": _PACE.get(sentences, 156) + round(8 * ids.draw(who, "rate") - 4),
        "pitch": low + round((high - low) * ids.draw(who, "pitch")),
        "range": 44 + round(20 * ids.draw(who, "range")),
    }


def _script(line: str) -> tuple[str, ...]:
    """Return the voices of the script that most letters of a line are in; none for Latin ones."""
    names = [unicodedata.name(letter, "").split()[0] for letter in line if letter.isalpha()]
    most = max(names, key=names.count, default="")
    return _SCRIPTS.get(most, ())
