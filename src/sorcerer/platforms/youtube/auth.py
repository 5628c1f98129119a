"""How somebody lets us publish on her channel. Google may leave the refresh token out of an answer: then it stays."""

from datetime import timedelta
from urllib.parse import urlencode

from sorcerer.clock import Clock
from sorcerer.platforms.ports import Account, Grant, Identity, PlatformError
from sorcerer.platforms.youtube.calls import Calls

_API = "https://www.googleapis.com/auth"
SCOPES = tuple(
    f"{_API}/{name}" for name in ("youtube.upload", "youtube.readonly", "youtube.force-ssl", "yt-analytics.readonly")
)
_HOUR_S = 3_600


class Auth:
    """The sign-in of one project at one realm."""

    def __init__(self, calls: Calls, client: tuple[str, str], clock: Clock) -> None:
        self._calls, self._clock = calls, clock
        self._id, self._secret = client

    def authorize_url(self, state: str, redirect_uri: str, challenge: str | None) -> str:
        """Return the page where a person agrees; asking for consent anew makes Google give a refresh token."""
        asked = {
            "client_id": self._id,
            "redirect_uri": redirect_uri,
            "response_type": "code",
            "scope": " ".join(SCOPES),
            "access_type": "offline",
            "prompt": "consent",
            "include_granted_scopes": "true",
            "state": state,
        }
        if challenge:
            asked |= {"code_challenge": challenge, "code_challenge_method": "S256"}
        return f"{self._calls.at.web}/o/oauth2/v2/auth?{urlencode(asked)}"

    def exchange(self, code: str, redirect_uri: str, verifier: str | None) -> Grant:
        """Turn the code into an access of an hour and what renews it."""
        asked = {"grant_type": "authorization_code", "code": code, "redirect_uri": redirect_uri}
        return self._grant(asked | ({"code_verifier": verifier} if verifier else {}), None)

    def refresh(self, grant: Grant) -> Grant:
        """Return an access of one more hour."""
        if grant.refresh_token is None:
            text = "Google gave nothing to renew the access with; connect the channel again."
            raise PlatformError(text, outcome="rejected", cure="reconnect", code="no_refresh_token")
        return self._grant({"grant_type": "refresh_token", "refresh_token": grant.refresh_token}, grant)

    def revoke(self, account: Account) -> None:
        """Give the access back, with everything that renews it."""
        self._calls.form("revoke", {"token": account.grant.refresh_token or account.grant.access_token})

    def identity(self, grant: Grant, handle: str | None) -> Identity:
        """Return whose channel it is."""
        answer = self._calls.get("channels", grant.access_token, mine="true", part="snippet,statistics")
        items = answer.get("items") or []
        if not items:
            text = "The Google account has no YouTube channel; make one, then agree again."
            raise PlatformError(text, outcome="rejected", cure="reconnect", code="youtubeSignupRequired")
        snippet, counts = items[0].get("snippet") or {}, items[0].get("statistics") or {}
        found = str(snippet.get("customUrl") or "").removeprefix("@")
        if handle is not None and found.lower() != handle.lower():
            text = f"You agreed for @{found}, not for @{handle}; agree again with that channel."
            raise PlatformError(text, outcome="rejected", cure="reconnect", code="account_choice")
        told = None if counts.get("hiddenSubscriberCount") else counts.get("subscriberCount")
        return Identity(
            account_id=str(items[0]["id"]),
            handle=found,
            name=str(snippet.get("title", "")),
            followers=int(told) if told is not None else None,
        )

    def _grant(self, asked: dict[str, str], before: Grant | None) -> Grant:
        answer = self._calls.form("token", {"client_id": self._id, "client_secret": self._secret, **asked})
        if not isinstance(answer.get("access_token"), str):
            raise PlatformError("Google gave no token.", outcome="rejected", cure="reconnect", code="no_token")
        scopes = tuple(str(answer.get("scope", "")).split())
        return Grant(
            access_token=answer["access_token"],
            refresh_token=answer.get("refresh_token") or (before.refresh_token if before else None),
            expires_at=self._clock.now() + timedelta(seconds=int(answer.get("expires_in", _HOUR_S))),
            scopes=scopes or (before.scopes if before else SCOPES),
        )
