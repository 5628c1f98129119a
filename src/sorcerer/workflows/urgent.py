"""Posts whose minute is now go first: what can wait lets them pass, for so long and no longer."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition


class _Urgent:
    """The runs of this process whose minute is now."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._many = 0

    @contextmanager
    def one_more(self) -> Iterator[None]:
        """Count a run as long as it goes on."""
        self._count(1)
        try:
            yield
        finally:
            self._count(-1)

    def let_pass(self, seconds: float) -> None:
        """Wait until there is none, or until the time is up."""
        with self._changed:
            self._changed.wait_for(lambda: self._many == 0, seconds)

    def _count(self, change: int) -> None:
        with self._changed:
            self._many += change
            if self._many == 0:
                self._changed.notify_all()


urgent = _Urgent()
