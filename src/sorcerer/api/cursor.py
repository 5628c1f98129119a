"""Lists come in pages. A page's cursor is opaque: it says where the next one begins and is checked when it returns."""

import base64
import binascii
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar

from fastapi import Depends, Query
from pydantic import BaseModel, Field

from sorcerer import ids
from sorcerer.errors import Invalid

LARGEST = 200
_CHECK = 8

T = TypeVar("T")


class PageOf(BaseModel, Generic[T]):
    """One page of a list."""

    items: list[T]
    next: str | None = Field(
        description="Send it as `cursor` for the next page; null on the last one.", examples=[None]
    )


@dataclass(frozen=True)
class Page:
    """Which page is asked for.

    Args:
        after: where the page before ended, or None for the first page.
    """

    limit: int
    after: str | None

    @property
    def take(self) -> int:
        """Return how many to read: one more than is shown tells whether there is another page."""
        return self.limit + 1

    def of(self, found: Sequence[T], place: Callable[[T], str] | None = None) -> PageOf[T]:
        """Return the page from what was read with `take`.

        Args:
            place: tells what comes back as `after`; by default the id.
        """
        shown = list(found[: self.limit])
        more = len(found) > self.limit
        return PageOf(items=shown, next=write((place or _id)(shown[-1])) if more else None)


def _id(item: Any) -> str:  # noqa: ANN401 - any value that has an id
    return str(item.id)


def write(place: str) -> str:
    """Return the cursor for a place in a list."""
    return base64.urlsafe_b64encode(f"{_mark(place)}{place}".encode()).decode().rstrip("=")


def read(cursor: str) -> str:
    """Return the place a cursor stands for.

    Raises:
        Invalid: it is not one of ours, or was changed on the way.
    """
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, ValueError) as reason:
        raise _broken() from reason
    mark, place = text[:_CHECK], text[_CHECK:]
    if mark != _mark(place):
        raise _broken()
    return place


def _mark(place: str) -> str:
    return ids.digest(f"cursor:{place}")[:_CHECK]


def _broken() -> Invalid:
    fix = "Send `next` of the page before as it came, or no cursor for the first page."
    return Invalid("This cursor is not one of ours.", field="cursor", fix=fix)


def _asked(
    limit: Annotated[int, Query(ge=1, le=LARGEST, description="How many at most.")] = 50,
    cursor: Annotated[str | None, Query(max_length=500, description="`next` of the page before.")] = None,
) -> Page:
    return Page(limit, read(cursor) if cursor else None)


AskedPage = Annotated[Page, Depends(_asked)]
