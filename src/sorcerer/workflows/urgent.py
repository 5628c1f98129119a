"""Posts whose minute is now go first: what can wait lets them pass, for so long and no longer."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition
from time import monotonic

_CALM_S = 0.25


class _Urgent:
    """The runs of this process whose minute is now."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._many = 0
        self._calm_since = -_CALM_S

    @contextmanager
    def one_more(self) -> Iterator[None]:
        """Count a run as long as it goes on."""
        self._count(1)
        try:
            yield
        finally:
            self._count(-1)

    def let_pass(self, seconds: float) -> None:
        """Wait until there has been none for a quarter of a second, or until the time is up.

        Posts of one minute come one after the other; what began in the gap between two would hold up the second.
        """
        deadline = monotonic() + seconds
        with self._changed:
            while (left := deadline - monotonic()) > 0:
                calm = self._calm_since + _CALM_S - monotonic()
                if self._many == 0 and calm <= 0:
                    return
                self._changed.wait(left if self._many else min(left, calm))

    def _count(self, change: int) -> None:
        with self._changed:
            self._many += change
            if self._many == 0:
                self._calm_since = monotonic()
                self._changed.notify_all()


urgent = _Urgent()
