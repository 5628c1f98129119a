"""How a line falls into the words that are timed and shown. Pure.

A word stands between spaces; a script that puts none (Chinese) is told sign by sign, each with its punctuation.
"""

import re
from collections.abc import Iterable

UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""The signs of scripts that put no spaces, as a range of a regular expression."""
_OPENS, _CLOSES = "\u201c\u2018\uff08\u300a\u300c\u300e", "\u201d\u2019\uff09\u300b\u300d\u300f\uff0c\u3002\uff01\uff1f\u3001\uff1b\uff1a\u2026,.!?;:"  # fmt: skip  # noqa: E501 - a list of signs
_WORD = re.compile(rf"[{_OPENS}]*[{UNSPACED}][{_CLOSES}]*|(?:(?![{_OPENS}]*[{UNSPACED}])\S)+")
_BEFORE = re.compile(rf"[{UNSPACED}][{_CLOSES}]*$")
_AFTER = re.compile(rf"[{_OPENS}]*[{UNSPACED}]")


def words_of(line: str) -> list[str]:
    """Return the words of a line in order; together they are the line without its spaces."""
    return _WORD.findall(line)


def touch(word: str, following: str) -> bool:
    """Tell whether two words are written without a space between them."""
    return bool(_BEFORE.search(word) and _AFTER.match(following))


def joined(words: Iterable[str]) -> str:
    """Return words as one line, spaced as their scripts are."""
    line = ""
    for word in words:
        line += word if not line or touch(line, word) else f" {word}"
    return line
