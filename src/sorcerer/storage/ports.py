"""The port of the file store."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol, runtime_checkable


@dataclass(frozen=True)
class FileInfo:
    """What is kept under a key.

    Args:
        key: "ab/abcdef….mp4": the first two digits and the whole of the SHA-256, and the suffix.
        size: bytes.
        media_type: from the suffix.
    """

    key: str
    size: int
    media_type: str


@dataclass(frozen=True)
class Kept:
    """One file of the store, as a list of all shows it.

    Args:
        size: bytes.
        at: when it was put there last.
    """

    key: str
    size: int
    at: datetime


@runtime_checkable
class Files(Protocol):
    """Keep bytes under the hash of their content."""

    def put(self, data: bytes, suffix: str) -> FileInfo:
        """Keep the bytes and return their key; the same bytes twice are kept once. `suffix` is like ".mp4"."""
        ...

    def put_file(self, path: Path) -> FileInfo:
        """Keep a file of this machine and return its key."""
        ...

    def info(self, key: str) -> FileInfo:
        """Return what is kept under a key.

        Raises:
            NotFound: nothing is.
        """
        ...

    def read(self, key: str) -> bytes:
        """Return the bytes under a key.

        Raises:
            NotFound: nothing is kept there.
        """
        ...

    def stream(self, key: str, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """Yield the bytes from `start` up to, not including, `end`."""
        ...

    def local_path(self, key: str) -> Path | None:
        """Return where the file lies on this machine, or None when it lies elsewhere."""
        ...

    def presign(self, key: str, seconds: int) -> str | None:
        """Return an address anybody can read the file under for so long, or None when the store cannot give one."""
        ...

    def delete(self, key: str) -> None:
        """Forget what is kept under a key; forgetting twice is no error."""
        ...

    def listed(self) -> Iterator[Kept]:
        """Yield every file of the store, in no order."""
        ...
