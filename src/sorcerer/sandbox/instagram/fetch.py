"""Really fetches an image from its address, as the network's crawler would; from this machine only."""

from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urlsplit

import httpx

from sorcerer.sandbox import store
from sorcerer.sandbox.faults import strike
from sorcerer.sandbox.instagram.call import Call
from sorcerer.sandbox.instagram.refusals import GraphError
from sorcerer.sandbox.media import IMAGE_MAX, image_fault

_TIMEOUT_S = 5.0
_OK = 200


class Fetched(NamedTuple):
    """What the crawler brought: bytes, or why the container is spoilt."""

    data: bytes | None
    error: str | None


def fetch_image(call: Call, url: str) -> Fetched:
    """Fetch an image, at most 8 MB.

    Raises:
        GraphError: it could not be fetched or is no JPEG, and the network says so at once ("eager").
    """
    if not url.isascii() or not _is_here(url):
        raise GraphError(9004, 2207052, f"The media could not be fetched from this URI: {url[:200]}")
    struck = strike(call.world, "media.fetch", None)
    data = None if struck else _get(url)
    if data is None:
        return _no(call, GraphError(9004, 2207052, "The media could not be fetched from this URI."))
    fault = image_fault(data)
    if fault is not None:
        return _no(call, GraphError(*fault, "The image's size or format is not supported."))
    return Fetched(data, None)


def _no(call: Call, error: GraphError) -> Fetched:
    with call.world.read() as (session, _, _):
        eager = store.knobs(session).fetch == "eager"
    if eager:
        raise error
    return Fetched(None, f"Error: {error.message} {error.subcode}")


def _get(url: str) -> bytes | None:
    taken = bytearray()
    try:
        with httpx.stream("GET", url, timeout=_TIMEOUT_S, follow_redirects=False, trust_env=False) as answer:
            if answer.status_code != _OK:
                return None
            for block in answer.iter_bytes():
                taken += block
                if len(taken) > IMAGE_MAX:
                    break
    except httpx.HTTPError:
        return None
    return bytes(taken)


def _is_here(url: str) -> bool:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        return False
    try:
        return ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return parts.hostname == "localhost"
