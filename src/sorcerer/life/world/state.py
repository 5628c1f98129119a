"""What is so at a moment: the facts timeline read at one minute."""

from collections.abc import Iterable
from datetime import date

from sorcerer.life.model import Fact

_USUAL: dict[str, bool | str] = {"able": True}


def value_at(facts: Iterable[Fact], name: str, day: date, minute: int) -> bool | str:
    """Return what a fact is at a minute of a life day; what nobody ever said is False, except that she is able."""
    value = _USUAL.get(name, False)
    for fact in facts:
        if fact.name == name and (fact.day, fact.minute) <= (day, minute):
            value = fact.value
    return value


def split(need: str) -> tuple[str, bool]:
    """Return the fact that a need asks for, and whether it must hold or must not."""
    return need.removeprefix("!"), not need.startswith("!")
