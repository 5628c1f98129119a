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
    newest: tuple[date, int] | None = None
    value = _USUAL.get(name, False)
    for fact in facts:
        if fact.name == name:
            said = fact.day, fact.minute
            if said <= (day, minute) and (newest is None or said > newest):
                newest, value = said, fact.value
    return value


def split(need: str) -> tuple[str, bool]:
    """Return the fact that a need asks for, and whether it must hold or must not."""
    return need.removeprefix("!"), not need.startswith("!")
