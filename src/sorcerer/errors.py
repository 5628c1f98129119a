"""The ways Sorcerer says no. Rooms raise these; the door turns them into RFC 9457 problems."""

from typing import ClassVar, Literal


class SorcererError(Exception):
    """A refusal the caller can understand and act on.

    Args:
        message: one sentence that says what is wrong and names the value.
        field: where the value stands in the request ("persona.age"), when there is one.
        fix: the way out, when it is not plain from the message.
    """

    kind: ClassVar[str] = "internal"

    def __init__(self, message: str, *, field: str | None = None, fix: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.fix = fix


class NotSignedIn(SorcererError):
    """Nobody is known to be asking."""

    kind = "not-signed-in"


class NotFound(SorcererError):
    """There is no such thing, or it belongs to somebody else: the two look the same from outside."""

    kind = "not-found"


class NotAllowed(SorcererError):
    """The caller is known and may not do this."""

    kind = "not-allowed"


class Conflict(SorcererError):
    """The thing is in a state that forbids this now."""

    kind = "conflict"


class Stale(SorcererError):
    """The caller changed an older version than the one that is kept."""

    kind = "stale"


class Invalid(SorcererError):
    """A value cannot be used."""

    kind = "invalid"


class TooLarge(SorcererError):
    """More bytes than are taken here."""

    kind = "too-large"


class Unavailable(SorcererError):
    """Something outside did not answer; nothing was changed and trying later may work."""

    kind = "unavailable"


class Passing(Unavailable):
    """Nothing is wrong with what was asked: the house itself cannot just now, and can when the trouble has passed."""


class Away(Passing):
    """The database does not answer, or has ended the connection; or the store of the files does not."""

    def __init__(self, what: Literal["database", "file store"] = "database") -> None:
        super().__init__(f"The {what} does not answer.", fix="Look after it; whatever waits goes on by itself.")


class NoRoom(Passing):
    """Nothing can be written, because a disk is full; it can be as soon as there is room."""

    def __init__(self, where: str) -> None:
        super().__init__(f"The disk of the {where} is full.", fix="Make room; whatever waits goes on by itself.")
