"""How long words take, and how a script falls into lines of a length one can say and read. Pure."""

import re

from sorcerer.providers import UNSPACED

WORDS_PER_SECOND = 3.1
LEAD, TAIL, LAST_TAIL = 0.12, 0.22, 0.7
SHORTEST, SILENT = 1.2, 1.6
LEAST, MOST = 8.0, 90.0
_LONG = 16
_SENTENCE = re.compile(r"(?<=[.!?…\u061f\u0964])\s+|(?<=[\u3002\uff01\uff1f])")
_UNSPACED = re.compile(rf"[{UNSPACED}]")
_UNSPACED_END, _UNSPACED_COMMA = (
    re.compile(r"[\u3002\uff01\uff1f]$"),
    re.compile(r"[\uff0c\u3001\uff1b\uff1a\u3002\uff01\uff1f]"),
)
_CLAUSE = re.compile(r"(?<=[,;:\u2014\u2013])\s+")


def seconds_of(line: str) -> float:
    """Return about how long a shot with this line lasts, in seconds."""
    if not line:
        return SILENT
    return max(SHORTEST, LEAD + _weight(line) / WORDS_PER_SECOND + TAIL)


def _weight(line: str) -> float:
    """Return how many words a line is as long as: a script that puts no spaces counts a word for every two signs."""
    signs = len(_UNSPACED.findall(line))
    return len(_UNSPACED.sub(" ", line).split()) + signs / 2


def lines_of(text: str) -> list[str]:
    """Return somebody's own words as lines: their lines, and a long line by its sentences."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [part for line in lines for part in _shortened(line)]


def _shortened(line: str) -> list[str]:
    if _weight(line) <= _LONG:
        return [line]
    parts = [part for part in _SENTENCE.split(line) if part]
    if len(parts) == 1:
        parts = _halves(line)
    if len(parts) == 1:
        return parts
    joined: list[str] = []
    for part in [shorter for whole in parts for shorter in _shortened(whole)]:
        if joined and _weight(joined[-1]) + _weight(part) <= _LONG // 2:
            joined[-1] = f"{joined[-1]}{'' if _UNSPACED_END.search(joined[-1]) else ' '}{part}"
        else:
            joined.append(part)
    return joined


def _halves(line: str) -> list[str]:
    """Split a line in two, at the clause or the word nearest its middle; a single word stays whole.

    Where a script puts no spaces, it is split after the comma or else the sign nearest its middle.
    """
    words = line.split()
    if len(words) == 1:
        cuts = [found.end() for found in _UNSPACED_COMMA.finditer(line[:-1])] or [len(line) // 2]
        cut = min(cuts, key=lambda at: abs(at - len(line) / 2))
        return [line[:cut], line[cut:]] if len(_UNSPACED.findall(line)) > 1 else [line]
    starts, count = [], 0
    for clause in _CLAUSE.split(line)[:-1]:
        count += len(clause.split())
        starts.append(count)
    middle = len(words) / 2
    quarter = len(words) / 4
    near = [start for start in starts if abs(start - middle) <= quarter]
    cut = min(near, key=lambda start: abs(start - middle), default=len(words) // 2)
    return [" ".join(words[:cut]), " ".join(words[cut:])]


def at_least(lines: list[str], count: int) -> list[str]:
    """Return the lines in at least so many parts, the longest split first; no word is lost, changed or moved."""
    lines = list(lines)
    while len(lines) < count:
        longest = max(range(len(lines)), key=lambda index: _weight(lines[index]), default=None)
        halves = _halves(lines[longest]) if longest is not None and lines[longest] else []
        if longest is None or len(halves) < 2:  # noqa: PLR2004 - a word is not broken
            lines.append("")
            continue
        lines[longest : longest + 1] = halves
    return lines
