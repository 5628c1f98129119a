"""Subtitles: what is said, as SubRip text to lie beside the film. Pure."""

from collections.abc import Sequence

from sorcerer.providers import Word, joined
from sorcerer.studio.model import Take

_LETTERS = 42


def srt(takes: Sequence[Take]) -> str:
    """Return the spoken words of a film as SubRip text, in pieces of about 42 letters, none of them a lone rest."""
    blocks: list[str] = []
    first = 0.0
    for take in takes:
        for words in _pieces(take.speech.words if take.speech else ()):
            times = f"{_clock(first + words[0].start)} --> {_clock(first + words[-1].end)}"
            blocks.append(f"{len(blocks) + 1}\n{times}\n{joined(word.text for word in words)}\n")
        first += take.shot.seconds
    return "\n".join(blocks)


def _pieces(words: Sequence[Word]) -> list[Sequence[Word]]:
    """Split the words of a line into the fewest pieces, all about as long."""
    if not words:
        return []
    letters = sum(len(word.text) + 1 for word in words)
    count = -(-letters // _LETTERS)
    pieces: list[list[Word]] = [[]]
    for word in words:
        so_far = sum(len(part.text) + 1 for part in pieces[-1])
        if pieces[-1] and len(pieces) < count and so_far + len(word.text) / 2 > letters / count:
            pieces.append([])
        pieces[-1].append(word)
    return list(pieces)


def _clock(seconds: float) -> str:
    milliseconds = round(seconds * 1000)
    hours, rest = divmod(milliseconds, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02},{rest % 1000:03}"
