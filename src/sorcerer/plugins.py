"""Find an adapter by name. Built-in adapters come through the same door as anybody's."""

from importlib.metadata import entry_points
from typing import Any

from sorcerer.errors import Invalid


def names(group: str) -> list[str]:
    """Return the names of all adapters of a group ("sorcerer.platforms"), sorted."""
    return sorted({point.name for point in entry_points(group=group)})


def load(group: str, name: str) -> Any:  # noqa: ANN401 - each group's factory has its own type, known to `app`
    """Return the factory that an adapter registered under this name.

    Raises:
        Invalid: no adapter of that name is installed; the message lists those that are.
    """
    for point in entry_points(group=group):
        if point.name == name:
            return point.load()
    raise Invalid(f"There is no adapter {name!r} in {group!r}; installed: {', '.join(names(group)) or 'none'}.")
