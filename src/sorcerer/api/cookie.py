"""The session cookie, and the check that a request which brings it was made by our own pages."""

from urllib.parse import urlsplit

from fastapi import Request, Response

from sorcerer.settings import Settings

NAME = "sorcerer_session"
_LIFE_S = 30 * 24 * 3600


def put(request: Request, response: Response, secret: str) -> None:
    """Give the browser its session."""
    secure = request.url.scheme == "https"
    response.set_cookie(NAME, secret, max_age=_LIFE_S, path="/", secure=secure, httponly=True, samesite="lax")


def drop(response: Response) -> None:
    """Take the session from the browser."""
    response.delete_cookie(NAME, path="/", httponly=True, samesite="lax")


def is_ours(request: Request, settings: Settings) -> bool | None:
    """Tell by Origin, Referer or Sec-Fetch-Site whether a request is from our own pages; None when none says."""
    own = {request.headers.get("host", "").lower()}
    if settings.public_url:
        own.add(urlsplit(settings.public_url).netloc.lower())
    said = request.headers.get("origin") or request.headers.get("referer")
    if said is not None:
        return _netloc(said) in own
    site = request.headers.get("sec-fetch-site")
    return None if site is None else site == "same-origin"


def _netloc(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""
