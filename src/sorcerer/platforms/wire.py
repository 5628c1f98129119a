"""One HTTP call, and what its failure proves, for networks that speak JSON. Repeats nothing, follows nothing.

No token is logged or told.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import httpx

from sorcerer.platforms.ports import Cure, FailureClass, PlatformError, Post

_TIMEOUT_S = 30.0
_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol, httpx.InvalidURL)
_SECRET = re.compile(
    r"(?i)(access_token|refresh_token|fb_exchange_token|client_secret|appsecret_proof|upload_token|upload_id"
    r"|code_verifier|code)=[^&\s\"']+|\b(?:EAA|IGA|IGQ)[A-Za-z0-9_-]{8,}"
    r"|\b(?:act|rft|clt)\.[A-Za-z0-9_.!~%-]{8,}|\bya29\.[A-Za-z0-9_.-]{8,}|\bBearer\s+\S+"
)
_EXCERPT = 500
_BLOCK = 1 << 18


class Meaning(NamedTuple):
    """What one of a network's codes means to us.

    Args:
        outcome: what the code proves about the call it answered.
        cure: what helps.
        sentence: for the person.
        after_s: when to come back, where the network's rules say so.
        of_app: the limit is the whole app's.
    """

    outcome: FailureClass
    cure: Cure
    sentence: str
    after_s: float | None = None
    of_app: bool = False


class Wire:
    """Sends calls to one network.

    Args:
        network: its name, for sentences.
        local: the sandbox is on this machine, so no proxy of the environment may stand between.
    """

    def __init__(self, network: str, *, local: bool) -> None:
        self.network = network
        self._client = httpx.Client(
            timeout=httpx.Timeout(_TIMEOUT_S, connect=10), trust_env=not local, follow_redirects=False
        )

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def call(self, method: str, url: str, token: str | None = None, **more: Any) -> httpx.Response:  # noqa: ANN401 - httpx takes many kinds
        """Send one call and return its answer, whatever it says.

        Raises:
            PlatformError: there was no whole answer; "not_sent" when nothing left this machine.
        """
        headers = dict(more.pop("headers", {}))
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        try:
            return self._client.request(method, url, headers=headers, **more)
        except (httpx.TransportError, httpx.InvalidURL) as cause:
            raise self._broken(cause) from None

    def _broken(self, cause: Exception) -> PlatformError:
        outcome: FailureClass = "not_sent" if isinstance(cause, _NEVER_LEFT) else "unknown"
        name = type(cause).__name__
        told = "could not be reached" if outcome == "not_sent" else "broke off before its answer"
        return PlatformError(
            f"{self.network} {told} ({name}).",
            outcome=outcome,
            cure="retry",
            code=f"transport.{name}",
            evidence={"transport": redact(str(cause))},
        )

    def refusal(self, answer: httpx.Response, code: str, known: Meaning | None, said: str = "") -> PlatformError:
        """Return what an answer that is not a success proves: only a code that is listed is a sure no."""
        meaning = known or Meaning("unknown", "retry", f"{self.network} answered in a way we do not know.")
        words = redact(said).rstrip(".")
        return PlatformError(
            f"{meaning.sentence} ({code}{f': {words}' if words else ''}.)",
            outcome=meaning.outcome,
            cure=meaning.cure,
            code=code,
            retry_after_s=_retry_after(answer) or meaning.after_s,
            of_app=meaning.of_app,
            evidence={"status": answer.status_code, "body": redact(answer.text[:_EXCERPT])},
        )


def body_of(answer: httpx.Response) -> dict[str, Any]:
    """Return the JSON object of an answer; an empty one when it holds none."""
    try:
        body = answer.json()
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def redact(text: str) -> str:
    """Return the text without anything that looks like a token."""
    return _SECRET.sub("[redacted]", text)


def trusted(url: str, base: str, network: str) -> str:
    """Return an address out of an answer, if it leads to the host and the folder we know, else refuse to follow it."""
    given, known = urlsplit(url), urlsplit(base)
    inside = given.path.startswith(known.path.rstrip("/") + "/") and ".." not in given.path
    if (given.scheme, given.netloc) != (known.scheme, known.netloc) or not inside:
        raise PlatformError(
            f"{network} named an upload address on another host ({given.hostname}); it was not followed.",
            outcome="not_sent",
            code="foreign_host",
        )
    return url


def film_of(post: Post) -> Path:
    """Return the file to send, or refuse a post without one."""
    if post.media_path is None or not post.media_path.is_file():
        text = f"The film of post {post.marker} is not on this machine."
        raise PlatformError(text, outcome="not_sent", cure="fix_media", code="no_file")
    return post.media_path


def reels_only(post: Post, network: str) -> None:
    """Refuse, before anything is sent, a kind of post that the network does not have."""
    if post.kind != "reel":
        text = f"{network} takes films from us, no stories."
        raise PlatformError(text, outcome="not_sent", cure="none", code="no_such_kind")


def blocks(path: Path, start: int, end: int) -> Iterator[bytes]:
    """Yield the bytes of a file from `start` up to, not with, `end`."""
    with path.open("rb") as file:
        file.seek(start)
        left = end - start
        while left > 0 and (block := file.read(min(_BLOCK, left))):
            left -= len(block)
            yield block


def parts(ids: Sequence[str], most: int) -> list[Sequence[str]]:
    """Return the ids in order, at most so many in each part."""
    return [ids[start : start + most] for start in range(0, len(ids), most)]


def _retry_after(answer: httpx.Response) -> float | None:
    plain = answer.headers.get("retry-after", "")
    return float(plain) if plain.isdigit() else None
