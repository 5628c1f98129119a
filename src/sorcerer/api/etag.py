"""ETag and If-Match: who changes a thing says which revision they saw, and is told when it is no longer the last."""

import re
from typing import Annotated

from fastapi import Depends, Header, Response

from sorcerer.errors import Stale

_TAG = re.compile(r'"(\d{1,18})"')


def put(response: Response, rev: int) -> None:
    """Name the revision that is answered."""
    response.headers["ETag"] = f'"{rev}"'


def check(seen: int | None, rev: int) -> None:
    """Compare the revision a caller saw with the one that is kept; a caller that names none may always change.

    Raises:
        Stale: it was changed since.
    """
    if seen is not None and seen != rev:
        message = f"This was changed meanwhile; it is now at revision {rev}, not {seen}."
        raise Stale(message, field="If-Match", fix="Load it again and repeat the change.")


def _seen(
    if_match: Annotated[str | None, Header(description="The ETag that was seen, or *.", max_length=200)] = None,
) -> int | None:
    if if_match is None or if_match.strip() == "*":
        return None
    match = _TAG.fullmatch(if_match.strip())
    if match is None:
        message = f"{if_match!r} is none of our ETags."
        raise Stale(message, field="If-Match", fix='Send the ETag as it came, such as "3", or leave the header out.')
    return int(match.group(1))


IfMatch = Annotated[int | None, Depends(_seen)]
