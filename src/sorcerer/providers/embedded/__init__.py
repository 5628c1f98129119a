"""The studio that needs no key: it writes, draws, speaks and films, the same way for the same seed.

Importing it loads nothing; whatever draws or speaks is loaded in a child process.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sorcerer.providers.embedded.keyless import provider

__all__ = ["provider"]

if not TYPE_CHECKING:  # else every name would be one of this room to who checks types

    def __getattr__(name: str) -> Any:  # noqa: ANN401 - there is but one name, a function
        """Load the ports when they are asked for: a child that draws or speaks imports this room and needs none."""
        if name in __all__:
            from sorcerer.providers.embedded import keyless  # noqa: PLC0415 - said above

            return keyless.provider
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
