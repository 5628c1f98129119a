"""Tone: one and the same line as a voice of another temper would say it."""

import re
from functools import cache

from sorcerer.providers.embedded.writing.grammar import sentence
from sorcerer.providers.embedded.writing.language import Language
from sorcerer.providers.embedded.writing.manner import Manner

_JOINT = "~"
_SILENT_JOINTS = ("and ", "because ", "und ", "denn ")
_GOES_ON = re.compile(r"(?:I|It|It's|He|She|They|We|There|Ich|Es|Er|Wir|Da) ")
_BREAK = re.compile(
    r"(?<=[a-zäöüß])\. (It|I|He|She|They|There|We|Then|Today|The|Nobody|Es|Ich|Er|Wir|Da|Dann|Heute|Keiner)(?= )"
)
_BREATH = 26  # words
_AFTER = r"(?P<before>^|[.!?,:;] |\band |\bbut |\bso |\bund )"


def voiced(line: str, manner: Manner, language: Language, *, mood: str) -> str:
    """Return a line in her manner: short forms or whole ones, loud or not.

    Args:
        mood: the mood that the line was written in.
    """
    formal = manner.sentences == "long" or manner.moods[0] == "exact"
    line = _swapped(line, language, formal=formal)
    if mood == "bright" and "bright" not in manner.moods:
        return line.replace("!", ".")
    if mood != "bright" and manner.moods[0] == "bright" and line.endswith("."):
        return f"{line[:-1]}!"
    return line


def joined(before: str, line: str, manner: Manner, language: Language) -> tuple[str, ...]:
    """Return two lines as she says them: in one breath when she talks at length and they can be, else each alone."""
    if not line.startswith(_JOINT):
        goes_on = manner.sentences == "long" and _GOES_ON.match(line) and before.endswith(".")
        if not goes_on or len(f"{before} {line}".split()) > _BREATH:
            return before, sentence(line)
        return (f"{before[:-1]}, {language.table['and']} {_small(line)}",)
    said = line.removeprefix(_JOINT)
    if manner.sentences != "short" and before.endswith("."):
        return (f"{before[:-1]}, {said}",)
    return before, alone(line)


def alone(line: str) -> str:
    """Return a line that stands by itself, without the small word that would have joined it."""
    if not line.startswith(_JOINT):
        return sentence(line)
    said = line.removeprefix(_JOINT)
    silent = next((joint for joint in _SILENT_JOINTS if said.startswith(joint)), "")
    return sentence(said.removeprefix(silent))


def flowing(line: str, manner: Manner) -> str:
    """Return a line whose first two sentences are one, where she talks at length: "It is vanity; it is fear."."""
    if manner.sentences != "long":
        return line
    return _BREAK.sub(lambda found: f"; {_small(found[1])}", line, count=1)


def _small(text: str) -> str:
    return text if text.startswith(("I ", "I'")) else text[0].lower() + text[1:]


@cache
def _swaps(language: Language, *, formal: bool) -> tuple[re.Pattern[str], dict[str, str]] | None:
    """Return what is swapped and for what, in small letters; None where a language has no short forms."""
    pairs = [(short, whole) if formal else (whole, short) for whole, short in language.table["contractions"]]
    if not pairs:
        return None
    heads = "|".join(re.escape(old) for old, _ in sorted(pairs, key=lambda pair: -len(pair[0])))
    pattern = re.compile(rf"{_AFTER}(?P<head>{heads})(?= [a-z\d])", re.IGNORECASE)
    return pattern, {old.casefold(): new for old, new in pairs}


def _swapped(line: str, language: Language, *, formal: bool) -> str:
    """Put the other form where a clause begins; elsewhere the long one may carry the stress ("so it is")."""
    swaps = _swaps(language, formal=formal)
    if swaps is None:
        return line
    pattern, forms = swaps

    def put(match: re.Match[str]) -> str:
        head = match["head"]
        new = forms[head.casefold()]
        return match["before"] + (new[0].upper() if head[0].isupper() else new[0].lower()) + new[1:]

    return pattern.sub(put, line)
