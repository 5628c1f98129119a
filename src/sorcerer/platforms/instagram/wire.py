"""One call to Instagram: success is a body without an error. What else an answer proves. Repeats nothing."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import httpx

from sorcerer.platforms import wire
from sorcerer.platforms.instagram.refusals import meaning
from sorcerer.platforms.ports import FailureClass, PlatformError
from sorcerer.platforms.wire import body_of, redact

_BUC = "x-business-use-case-usage"
_OK, _REDIRECT, _TIMEOUT, _SERVER = 200, 300, 408, 500
_EXCERPT = 500


class Wire(wire.Wire):
    """Sends calls for one realm.

    Args:
        local: the sandbox is on this machine, so no proxy of the environment may stand between.
    """

    def __init__(self, *, local: bool) -> None:
        super().__init__("Instagram", local=local)

    def get(self, url: str, params: Mapping[str, str], token: str | None = None) -> dict[str, Any]:
        """Read; the token travels in a header, so no address holds it."""
        return _read(self.call("GET", url, token, params=dict(params)))

    def post(self, url: str, form: Mapping[str, str], token: str | None = None) -> dict[str, Any]:
        """Send a form."""
        return _read(self.call("POST", url, token, data=dict(form)))

    def delete(self, url: str, token: str) -> dict[str, Any]:
        """Take something back."""
        return _read(self.call("DELETE", url, token))

    def send(self, url: str, headers: Mapping[str, str], body: Iterator[bytes]) -> dict[str, Any]:
        """Send bytes as they come."""
        return _read(self.call("POST", url, headers=dict(headers), content=body))


def _read(answer: httpx.Response) -> dict[str, Any]:
    body = body_of(answer)
    whole = bool(body) or answer.content.strip() == b"{}"
    if _OK <= answer.status_code < _REDIRECT and whole and "error" not in body:
        return body
    raise refuse(answer, body)


def refuse(answer: httpx.Response, body: Mapping[str, Any]) -> PlatformError:
    """Return what an answer that is not a success proves: only a listed code in a 4xx is a sure no."""
    status = answer.status_code
    error = body.get("error")
    evidence: dict[str, Any] = {"status": status, "body": dict(body) or redact(answer.text[:_EXCERPT])}
    evidence = json.loads(redact(json.dumps(evidence)))
    if not isinstance(error, dict) or not isinstance(error.get("code"), int):
        text = f"Instagram answered {status} in a way we do not know."
        return PlatformError(text, outcome="unknown", cure="retry", code=f"http.{status}", evidence=evidence)
    code, subcode = error["code"], error.get("error_subcode")
    named = f"{code}/{subcode}" if subcode else str(code)
    known = meaning(code, subcode)
    outcome: FailureClass = known.outcome if known else "unknown"
    if status >= _SERVER or status == _TIMEOUT or status < 400:  # noqa: PLR2004 - 4xx is what a refusal is
        outcome = "unknown"
    said = redact(str(error.get("error_user_msg") or error.get("message") or "")).rstrip(".")
    sentence = known.sentence if known else "Instagram answered with an error we do not know."
    return PlatformError(
        f"{sentence} ({named}: {said}.)",
        outcome=outcome,
        cure=known.cure if known else "retry",
        code=named,
        retry_after_s=_retry_after(answer),
        of_app=bool(known and known.of_app),
        evidence=evidence,
    )


def _retry_after(answer: httpx.Response) -> float | None:
    plain = answer.headers.get("retry-after", "")
    if plain.isdigit():
        return float(plain)
    try:
        usage = json.loads(answer.headers.get(_BUC, "{}"))
        minutes = [float(row["estimated_time_to_regain_access"]) for rows in usage.values() for row in rows]
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return max(minutes) * 60 if minutes and max(minutes) > 0 else None
