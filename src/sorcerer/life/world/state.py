"""What is so at a moment: the facts timeline read at one minute."""

from collections.abc import Iterable
from datetime import date

from sorcerer.life.model import Fact

_USUAL: dict[str, bool | str] = {"able": True}


def value_at(facts: Iterable[Fact], name: str, day: date, minute: int) -> bool | str:
    """Return what a fact is at a minute of a life day.

    What nobody ever said is False, except that she is able.

    Args:
        facts: in any order; of two of the same minute the first one counts.
    """
    said = [fact for fact in facts if fact.name == name and (fact.day, fact.minute) <= (day, minute)]
    newest = max(said, key=lambda fact: (fact.day, fact.minute), default=None)
    return newest.value if newest is not None else _USUAL.get(name, False)


def split(need: str) -> tuple[str, bool]:
    """Return the fact that a need asks for, and whether it must hold or must not."""
    return need.removeprefix("!"), not need.startswith("!")
