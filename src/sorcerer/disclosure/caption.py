"""Compose a caption that holds what it owes, whatever words it is given."""

import re
import unicodedata
from collections.abc import Sequence

from sorcerer.disclosure.model import Duties

HASHTAG = re.compile(r"#(\w+)")
_UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_GAP = "\n\n"


def compose_caption(words: str, hashtags: Sequence[str], duties: Duties) -> str:
    """Return the whole text under a post: disclosure first, her words, the AI line, hashtags.

    Words are cut to fit, duties never are. A kind of post without a caption gets none.

    Args:
        words: what she says; hashtags in it beyond the limit lose their sign.
        hashtags: with or without "#"; those that no longer fit are left out.
        duties: what the post owes.
    """
    if not duties.has_caption:
        return ""
    budget = duties.hashtags_max - len(HASHTAG.findall(duties.first_words))
    plain, kept = _tamed(words, budget)
    tags = _tags(hashtags, {tag.casefold() for tag in HASHTAG.findall(f"{duties.first_words} {plain}")}, budget - kept)
    tail = _GAP.join(part for part in (duties.caption_line, " ".join(tags)) if part)
    room = duties.caption_max - length(duties.first_words) - length(tail) - 2 * len(_GAP)
    return _GAP.join(part for part in (duties.first_words, _cut(plain, room), tail) if part)


def length(text: str) -> int:
    """Return how long networks count a text: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _tamed(words: str, budget: int) -> tuple[str, int]:
    """Return the words without unseen signs and without hashtags beyond the budget, and how many hashtags stayed."""
    plain = words.encode("utf-8", "ignore").decode()
    plain = _UNSEEN.sub("", unicodedata.normalize("NFC", plain.replace("\r\n", "\n").replace("\r", "\n"))).strip()
    seen = 0

    def tame(match: re.Match[str]) -> str:
        nonlocal seen
        seen += 1
        return match.group(0) if seen <= budget else match.group(1)

    return HASHTAG.sub(tame, plain), min(seen, budget)


def _tags(hashtags: Sequence[str], used: set[str], budget: int) -> list[str]:
    tags: list[str] = []
    for raw in hashtags:
        name = "".join(re.findall(r"\w", unicodedata.normalize("NFC", raw.encode("utf-8", "ignore").decode())))
        if name and name.casefold() not in used and len(tags) < budget:
            used.add(name.casefold())
            tags.append(f"#{name}")
    return tags


def _cut(words: str, room: int) -> str:
    if length(words) <= room:
        return words
    short = words
    while length(short) > room - 1:
        over = (length(short) - room + 2) // 2
        short = short[: -max(1, over)]
    whole = short.rpartition(" ")[0].rstrip()
    # One endless word has no good place to be cut at.
    return (whole if len(whole) > len(short) // 2 else short.rstrip()) + "…"
