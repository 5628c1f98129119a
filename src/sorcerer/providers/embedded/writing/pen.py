"""The pen: fills frames, and of all it could say takes what was not said before and sounds most like her."""

import string
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations

from sorcerer import ids
from sorcerer.providers.embedded.writing.grammar import spelled
from sorcerer.providers.embedded.writing.manner import Manner
from sorcerer.providers.embedded.writing.memory import Memory
from sorcerer.providers.embedded.writing.scene import Scene

_BITS = ("a", "b", "c")
_DRAWS = 3
_REPEATED, _ECHOED, _SAID_HERE, _FORBIDDEN = 3.0, 2.0, 1.0, 100.0
_OWN, _SECOND, _FOREIGN, _LONG = 0.4, 0.8, 1.5, -2.5  # how far a frame is from her: her mood's, her second's, anybody's
_SHORT, _TOO_LONG = 7, 0.06
_READ = string.Formatter()


class Pen:
    """Writes the lines of one post.

    Args:
        memory: what she said in earlier posts.
        forbidden: lines in small letters that must not come back.
    """

    def __init__(self, scene: Scene, manner: Manner, memory: Memory, seed: str, forbidden: Iterable[str] = ()) -> None:
        self._scene, self._manner, self._memory, self._seed = scene, manner, memory, seed
        self._forbidden = frozenset(forbidden)
        self._threes = tuple(combinations(scene.act.bits, len(_BITS)))
        self._here: set[str] = set()
        self._written: set[str] = set()

    def write(self, *roles: str) -> str:
        """Return the best line for a role ("hook", "turn"), or for the first of several that has one; else nothing."""
        for role in roles:
            found = min(self._candidates(role), default=None)
            if found is not None:
                _, _, line, gaps = found
                self._here |= gaps
                self._written.add(line)
                return line
        return ""

    def _candidates(self, role: str) -> Iterator[tuple[float, float, str, frozenset[str]]]:
        for frame, far in self._frames(role):
            for attempt in range(self._draws(frame)):
                chance = ids.draw(self._seed, role, frame, attempt)
                line, used = self._filled(frame, chance, attempt)
                if line and line not in self._written:
                    yield self._worth(line, used) + abs(far) * chance + min(far, 0.0), chance, line, used

    def _worth(self, line: str, used: frozenset[str]) -> float:
        """Return how little a line is wanted: said before, like lately, of what this post says already, or too long."""
        return (
            _REPEATED * self._memory.repeats(line)
            + _ECHOED * self._memory.echo(line)
            + _SAID_HERE * len(used & self._here)
            + (self._manner.sentences == "short") * _TOO_LONG * max(0, len(line.split()) - _SHORT)
            + _FORBIDDEN * (line.casefold() in self._forbidden)
        )

    def _draws(self, frame: str) -> int:
        gaps = _gaps(frame)
        if "say" in gaps:
            return len(self._scene.act.says)
        return _DRAWS if gaps & {*_BITS, "vocab"} else 1

    def _frames(self, role: str) -> Iterator[tuple[str, float]]:
        """Yield the frames of a role with how far they are from her."""
        moods, language = self._manner.moods, self._scene.language
        long = language.frames(f"{role}.any.long") if self._manner.sentences == "long" else []
        yield from ((frame, _LONG) for frame in long)
        for mood, far in zip(moods, (_OWN, _SECOND), strict=False):
            yield from ((frame, far) for frame in language.frames(f"{role}.{mood}"))
        yield from ((frame, _SECOND) for frame in language.frames(f"{role}.{self._scene.category}"))
        yield from ((ask, _OWN) for ask in (self._scene.act.asks if role == "ask" else ()))
        yield from ((frame, _FOREIGN) for frame in language.frames(f"{role}.any"))

    def _filled(self, frame: str, chance: float, attempt: int) -> tuple[str, frozenset[str]]:
        """Return a frame filled in, and what with; nothing where a gap stays empty."""
        gaps = _gaps(frame)
        words = self._scene.words | self._drawn(gaps, chance, attempt)
        if any(not words.get(gap) for gap in gaps):
            return "", frozenset()
        used = frozenset(words[gap] if gap in (*_BITS, "say") else gap for gap in gaps)
        return spelled(frame.format_map(words)), used

    def _drawn(self, gaps: frozenset[str], chance: float, attempt: int) -> dict[str, str]:
        """Return what a frame asks of what she does, three things in the order one meets them, and a word of hers."""
        drawn: dict[str, str] = {}
        if gaps & {*_BITS}:
            threes = self._threes
            drawn |= zip(_BITS, threes[int(chance * 1e6) % len(threes)], strict=True)
        if "say" in gaps and self._scene.act.says:
            drawn["say"] = self._scene.act.says[attempt]
        if "vocab" in gaps and self._manner.vocabulary:
            own = self._manner.vocabulary
            drawn["vocab"] = own[int(chance * 1e6) % len(own)].rstrip(".")
        return drawn


@cache
def _gaps(frame: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in _READ.parse(frame) if name)
