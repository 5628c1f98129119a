"""How long words take, and how a script falls into lines of a length one can say and read. Pure."""

import re

WORDS_PER_SECOND = 3.1
LEAD, TAIL, LAST_TAIL = 0.12, 0.22, 0.7
SHORTEST, SILENT = 1.2, 1.6
LEAST, MOST = 8.0, 90.0
_LONG = 16
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_CLAUSE = re.compile(r"(?<=[,;:\u2014\u2013])\s+")


def seconds_of(line: str) -> float:
    """Return about how long a shot with this line lasts, in seconds."""
    if not line:
        return SILENT
    return max(SHORTEST, LEAD + len(line.split()) / WORDS_PER_SECOND + TAIL)


def lines_of(text: str) -> list[str]:
    """Return somebody's own words as lines: their lines, and a long line by its sentences."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [part for line in lines for part in _shortened(line)]


def _shortened(line: str) -> list[str]:
    if len(line.split()) <= _LONG:
        return [line]
    parts = [part for part in _SENTENCE.split(line) if part]
    if len(parts) == 1:
        parts = _halves(line)
    joined: list[str] = []
    for part in [shorter for whole in parts for shorter in _shortened(whole)]:
        if joined and len(joined[-1].split()) + len(part.split()) <= _LONG // 2:
            joined[-1] = f"{joined[-1]} {part}"
        else:
            joined.append(part)
    return joined


def _halves(line: str) -> list[str]:
    """Split a line in two, at the clause or the word nearest its middle; a single word stays whole."""
    words = line.split()
    if len(words) == 1:
        return [line]
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
        longest = max(range(len(lines)), key=lambda index: len(lines[index].split()), default=None)
        if longest is None or len(lines[longest].split()) == 1:
            lines.append("")
            continue
        lines[longest : longest + 1] = _halves(lines[longest])
    return lines
