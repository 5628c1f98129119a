"""Who calls YouTube, in Google's words when it is nobody."""

from fastapi import Request

from sorcerer.sandbox.bearer import Call, bearer
from sorcerer.sandbox.youtube.refusals import GoogleError

__all__ = ["Call", "call_of"]


def call_of(request: Request) -> Call:
    """Let a call in, or refuse its token."""
    call = bearer(request, "youtube")
    if call is None:
        raise GoogleError("authError", "Request had invalid authentication credentials.")
    return call
