"""Z: is what may not change still there, unchanged?"""

from collections.abc import Iterable, Iterator

from sorcerer.life.checking.case import Case, clock, found
from sorcerer.life.model import Item, Violation


def check_frozen(case: Case, frozen: Iterable[Item]) -> Iterator[Violation]:
    """Yield Z1 for what is past, and Z2 for what somebody pinned."""
    for was in frozen:
        now = case.by_id.get(was.id)
        if now is None or now.item != was:
            code, why = ("Z2", "is pinned") if was.pinned else ("Z1", "has happened")
            yield found(code, was.id, f"{was.title!r} on {was.day} at {clock(was.start)} {why} and may not change.")
