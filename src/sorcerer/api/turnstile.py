"""The turnstile before a route that anybody may use and that costs something: so many a minute, so few at once."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from threading import BoundedSemaphore, Lock

from sorcerer.errors import SorcererError, Unavailable

_MINUTE = timedelta(minutes=1)
_MOST_VISITORS = 10_000


class TooManyLooks(SorcererError):
    """Somebody came too often.

    Args:
        retry_after: seconds to wait.
    """

    kind = "too-many"

    def __init__(self, message: str, *, retry_after: int) -> None:
        super().__init__(message, fix=f"Wait {retry_after} seconds.")
        self.retry_after = retry_after


class Turnstile:
    """Counts the visits of each address in this process; behind a proxy all visitors may share one.

    Args:
        each: visits of one address within a minute.
        at_once: visitors inside at the same time, whoever they are.
        patience_s: how long one waits for another to leave.
    """

    def __init__(self, *, each: int, at_once: int, patience_s: float) -> None:
        self._each, self._patience_s = each, patience_s
        self._room = BoundedSemaphore(at_once)
        self._visits: dict[str, deque[datetime]] = {}
        self._lock = Lock()

    @contextmanager
    def visit(self, address: str, now: datetime) -> Iterator[None]:
        """Let one visitor in.

        Raises:
            TooManyLooks: this address came too often within the last minute.
            Unavailable: too many others are inside.
        """
        self._count(address, now)
        if not self._room.acquire(timeout=self._patience_s):
            raise Unavailable("Too many files are being looked at right now.", fix="Try again in a minute.")
        try:
            yield
        finally:
            self._room.release()

    def _count(self, address: str, now: datetime) -> None:
        with self._lock:
            if len(self._visits) > _MOST_VISITORS:
                self._visits = {who: when for who, when in self._visits.items() if when[-1] > now - _MINUTE}
            visits = self._visits.setdefault(address, deque())
            while visits and visits[0] <= now - _MINUTE:
                visits.popleft()
            if len(visits) >= self._each:
                wait = int((visits[0] + _MINUTE - now).total_seconds()) + 1
                raise TooManyLooks(f"At most {self._each} files a minute are looked at.", retry_after=wait)
            visits.append(now)
