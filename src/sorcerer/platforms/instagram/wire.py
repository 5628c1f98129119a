"""One HTTP call to Instagram, and what its answer proves. Repeats nothing, follows nothing, logs no token."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import httpx

from sorcerer.platforms.instagram.refusals import meaning
from sorcerer.platforms.ports import FailureClass, PlatformError

TIMEOUT_S = 30.0
_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol, httpx.InvalidURL)
_TOKEN = re.compile(
    r"(?i)(access_token|client_secret|fb_exchange_token|code|appsecret_proof)=[^&\s\"']+|\b(?:EAA|IGA|IGQ)[A-Za-z0-9_-]{8,}"
)
_BUC = "x-business-use-case-usage"
_OK, _REDIRECT, _TIMEOUT, _SERVER = 200, 300, 408, 500
_EXCERPT = 500


class Wire:
    """Sends calls for one realm.

    Args:
        local: the sandbox is on this machine, so no proxy of the environment may stand between.
    """

    def __init__(self, *, local: bool) -> None:
        self._client = httpx.Client(
            timeout=httpx.Timeout(TIMEOUT_S, connect=10), trust_env=not local, follow_redirects=False
        )

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def get(self, url: str, params: Mapping[str, str], token: str | None = None) -> dict[str, Any]:
        """Read; the token travels in a header, so no address holds it."""
        return self._call("GET", url, token, params=dict(params))

    def post(self, url: str, form: Mapping[str, str], token: str | None = None) -> dict[str, Any]:
        """Send a form."""
        return self._call("POST", url, token, data=dict(form))

    def delete(self, url: str, token: str) -> dict[str, Any]:
        """Take something back."""
        return self._call("DELETE", url, token)

    def send(self, url: str, headers: Mapping[str, str], body: Iterator[bytes]) -> dict[str, Any]:
        """Send bytes as they come."""
        return self._call("POST", url, None, headers=dict(headers), content=body)

    def _call(self, method: str, url: str, token: str | None, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - httpx takes many kinds
        headers = dict(more.pop("headers", {}))
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        try:
            answer = self._client.request(method, url, headers=headers, **more)
        except (httpx.TransportError, httpx.InvalidURL) as cause:
            raise _broken(cause) from None
        return _read(answer)


def _broken(cause: Exception) -> PlatformError:
    outcome: FailureClass = "not_sent" if isinstance(cause, _NEVER_LEFT) else "unknown"
    name = type(cause).__name__
    told = "could not be reached" if outcome == "not_sent" else "broke off before its answer"
    text = f"Instagram {told} ({name})."
    return PlatformError(
        text, outcome=outcome, cure="retry", code=f"transport.{name}", evidence={"transport": redact(str(cause))}
    )


def _read(answer: httpx.Response) -> dict[str, Any]:
    body = _json(answer)
    if _OK <= answer.status_code < _REDIRECT and body is not None and "error" not in body:
        return body
    raise refusal(answer, body)


def refusal(answer: httpx.Response, body: dict[str, Any] | None) -> PlatformError:
    """Return what an answer that is not a success proves: only a listed code in a 4xx is a sure no."""
    status = answer.status_code
    error = body.get("error") if body else None
    evidence: dict[str, Any] = {"status": status, "body": body or redact(answer.text[:_EXCERPT])}
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
        evidence=evidence,
    )


def redact(text: str) -> str:
    """Return the text without anything that looks like a token."""
    return _TOKEN.sub("[redacted]", text)


def _json(answer: httpx.Response) -> dict[str, Any] | None:
    try:
        body = answer.json()
    except ValueError:
        return None
    return body if isinstance(body, dict) else None


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
