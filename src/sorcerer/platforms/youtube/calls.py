"""One call to Google. A refusal is known by its reason, never by its status alone."""

from typing import Any

import httpx

from sorcerer.platforms.ports import PlatformError
from sorcerer.platforms.wire import Wire, body_of
from sorcerer.platforms.youtube.addresses import Addresses
from sorcerer.platforms.youtube.refusals import REFUSALS

OK, REDIRECT, SERVER = 200, 300, 500
RESUME = 308
GONE = (404, 410)


class Calls:
    """Google's API at one realm."""

    def __init__(self, at: Addresses, wire: Wire) -> None:
        self.at, self.wire = at, wire

    def get(self, path: str, token: str, **params: str) -> dict[str, Any]:
        """Read."""
        return self.read(self.wire.call("GET", f"{self.at.api}/youtube/v3/{path}", token, params=params))

    def report(self, token: str, asked: dict[str, str]) -> dict[str, Any]:
        """Ask Analytics for a table."""
        return self.read(self.wire.call("GET", f"{self.at.analytics}/v2/reports", token, params=asked))

    def put(self, path: str, token: str, body: dict[str, Any], **params: str) -> dict[str, Any]:
        """Replace a part of something."""
        url = f"{self.at.api}/youtube/v3/{path}"
        return self.read(self.wire.call("PUT", url, token, params=params, json=body))

    def form(self, path: str, form: dict[str, str]) -> dict[str, Any]:
        """Send one of the token forms."""
        return self.read(self.wire.call("POST", f"{self.at.token}/{path}", data=form))

    def read(self, answer: httpx.Response) -> dict[str, Any]:
        """Return the body of a success.

        Raises:
            PlatformError: it is none.
        """
        body = body_of(answer)
        if (
            OK <= answer.status_code < REDIRECT
            and "error" not in body
            and (body or answer.content.strip() in (b"", b"{}"))
        ):
            return body
        raise self.refusal(answer)

    def refusal(self, answer: httpx.Response) -> PlatformError:
        """Return what an answer that is no success proves."""
        error = body_of(answer).get("error")
        if isinstance(error, str):
            code, said = error, str(body_of(answer).get("error_description", ""))
        elif isinstance(error, dict):
            first = (error.get("errors") or [{}])[0]
            code = str(first.get("reason") or error.get("status") or f"http.{answer.status_code}")
            said = str(error.get("message", ""))
        else:
            code, said = f"http.{answer.status_code}", ""
        known = REFUSALS.get(code) if answer.status_code < SERVER else None
        return self.wire.refusal(answer, code, known, said)
