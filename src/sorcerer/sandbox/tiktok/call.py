"""Who calls TikTok, in TikTok's words when it is nobody."""

from fastapi import Request

from sorcerer.sandbox.bearer import Call, bearer
from sorcerer.sandbox.tiktok.refusals import TikTokError

__all__ = ["Call", "call_of"]


def call_of(request: Request) -> Call:
    """Let a call in, or refuse its token."""
    call = bearer(request, "tiktok")
    if call is None:
        raise TikTokError("access_token_invalid", "The access token is invalid or not found in the request.")
    return call
