"""Preflight: what a network would refuse about a film, found before it is sent."""

from pathlib import Path

from sorcerer import children


def preflight(path: Path) -> list[str]:
    """Return every rule the film breaks, each in a sentence; an empty list is a film that may go out.

    Raises:
        ChildFailed: the check itself died or took too long.
    """
    broken: list[str] = children.call(
        "sorcerer.studio.film.check:check", {"path": str(path)}, seconds=180, megabytes=1500
    )
    return broken
