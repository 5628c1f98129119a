"""One call to TikTok's API. Success is its code "ok", whatever the HTTP status says."""

from typing import Any

import httpx

from sorcerer.platforms.ports import PlatformError
from sorcerer.platforms.tiktok.addresses import Addresses
from sorcerer.platforms.tiktok.refusals import REFUSALS
from sorcerer.platforms.wire import Wire, body_of

_OK, _REDIRECT, _SERVER = 200, 300, 500


class Calls:
    """TikTok's API at one realm."""

    def __init__(self, at: Addresses, wire: Wire) -> None:
        self.at, self.wire = at, wire

    def post(
        self, path: str, token: str, body: dict[str, Any] | None = None, fields: str | None = None
    ) -> dict[str, Any]:
        """Ask, and return what stands under "data"."""
        more: dict[str, Any] = {"params": {"fields": fields}} if fields else {}
        return self._read(self.wire.call("POST", f"{self.at.api}/v2/{path}", token, json=body or {}, **more))

    def get(self, path: str, token: str, fields: str) -> dict[str, Any]:
        """Read, and return what stands under "data"."""
        return self._read(self.wire.call("GET", f"{self.at.api}/v2/{path}", token, params={"fields": fields}))

    def form(self, path: str, form: dict[str, str]) -> dict[str, Any]:
        """Send one of the token forms, whose errors have a shape of their own."""
        answer = self.wire.call("POST", f"{self.at.api}/v2/{path}", data=form)
        body = body_of(answer)
        if not _OK <= answer.status_code < _REDIRECT or isinstance(body.get("error"), str):
            code = str(body.get("error") or f"http.{answer.status_code}")
            known = REFUSALS.get(code) if answer.status_code < _SERVER else None
            raise self.wire.refusal(answer, code, known, str(body.get("error_description", "")))
        return body

    def _read(self, answer: httpx.Response) -> dict[str, Any]:
        body = body_of(answer)
        error = body.get("error")
        if isinstance(error, dict) and error.get("code") == "ok":
            data = body.get("data")
            return data if isinstance(data, dict) else {}
        raise self._refusal(answer, error)

    def _refusal(self, answer: httpx.Response, error: object) -> PlatformError:
        if not isinstance(error, dict) or not isinstance(error.get("code"), str):
            return self.wire.refusal(answer, f"http.{answer.status_code}", None)
        code = error["code"]
        known = REFUSALS.get(code) if answer.status_code < _SERVER else None
        return self.wire.refusal(answer, code, known, str(error.get("message", "")))
