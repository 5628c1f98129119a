"""How a film is cut for TikTok: parts of 5 to 64 MB in order, the last takes the rest, up to 128 MB. Pure."""

from typing import NamedTuple

SMALLEST = 5_000_000
LARGEST = 64_000_000
_PART = 10_000_000
_MOST_PARTS = 1000


class Plan(NamedTuple):
    """How a film of a size is cut.

    Args:
        size: of the film.
        chunk: of every part but the last.
        parts: how many parts there are: size divided by chunk, rounded down.
    """

    size: int
    chunk: int
    parts: int

    def part(self, number: int) -> tuple[int, int]:
        """Return where a part begins, and where the next one does."""
        start = number * self.chunk
        return start, self.size if number == self.parts - 1 else start + self.chunk

    def number_at(self, received: int) -> int:
        """Return the part that comes next when so many bytes are there; a part that is not whole counts as missing."""
        return min(received // self.chunk, self.parts - 1)


def plan(size: int) -> Plan:
    """Cut a film; one under ten million bytes goes whole.

    Raises:
        ValueError: there is nothing to send.
    """
    if size <= 0:
        raise ValueError("a film without bytes")
    chunk = size if size < 2 * SMALLEST else max(_PART, -(-size // _MOST_PARTS))
    chunk = min(chunk, size)
    return Plan(size, chunk, max(1, size // chunk))
