"""Memory: what she has said before, so that she does not say it again."""

import re
from collections.abc import Iterable
from itertools import pairwise

WORDS = 4
"""How many words in a row count as said again."""

_FADES, _RESTS = 40, 10  # posts until a sentence, and until two words, sound half as fresh
_END = re.compile(r"[.!?…:\n]+")
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters, without signs, hashtags and emoji."""
    return _WORD.findall(re.sub(r"#\w+", " ", text.casefold()))


def grams(text: str) -> list[tuple[str, ...]]:
    """Return every four words in a row of a text."""
    words = words_of(text)
    return [tuple(words[at : at + WORDS]) for at in range(len(words) - WORDS + 1)]


class Memory:
    """What was said in earlier posts.

    Args:
        texts: of the earlier posts, the latest last: their lines, one a row.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._grams: set[tuple[str, ...]] = set()
        self._sentences: dict[str, int] = {}
        self._pairs: dict[tuple[str, str], int] = {}
        self._texts = 0
        self._whole = ""
        for text in texts:
            self.learn(text)

    def learn(self, text: str) -> None:
        """Take in what was said in one more post."""
        self._texts += 1
        self._grams.update(grams(text))
        for sentence in _sentences(text):
            self._sentences[sentence] = self._texts
        self._pairs.update(dict.fromkeys(pairwise(words_of(text)), self._texts))
        self._whole += f" {' '.join(words_of(text))} |"

    def repeats(self, line: str) -> int:
        """Return how many of a line's rows of four words were said before."""
        return sum(gram in self._grams for gram in grams(line)) if self._grams else 0

    def echo(self, line: str) -> float:
        """Return how much a line sounds like lately, the less the longer ago.

        A sentence of the last post counts 1 and two of its words in a row a fifth: so a turn of phrase rests for a
        while, whatever it was filled with.
        """
        if not self._sentences:
            return 0.0
        ages = (self._texts - self._sentences[each] for each in _sentences(line) if each in self._sentences)
        turns = (self._texts - self._pairs[each] for each in pairwise(words_of(line)) if each in self._pairs)
        return sum(1 / (1 + age / _FADES) for age in ages) + 0.2 * sum(1 / (1 + age / _RESTS) for age in turns)

    def holds(self, phrase: str) -> bool:
        """Tell whether these words in a row were said before, be they two or ten."""
        return bool(phrase) and f" {' '.join(words_of(phrase))} " in self._whole


def _sentences(text: str) -> list[str]:
    return [part for part in (" ".join(words_of(each)) for each in _END.split(text)) if part]
