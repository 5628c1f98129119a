"""How somebody lets us post for her on TikTok. A refresh may change the refresh token: the new one replaces the old."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from sorcerer.clock import Clock
from sorcerer.platforms.ports import Account, Grant, Identity, PlatformError
from sorcerer.platforms.tiktok.calls import Calls

SCOPES = (
    "user.info.basic",
    "user.info.profile",
    "user.info.stats",
    "video.list",
    "video.publish",
    "video.upload",
)
_DAY_S = 86_400
_WHO = "open_id,username,display_name,follower_count"


class Auth:
    """The sign-in of one app at one realm."""

    def __init__(self, calls: Calls, client: tuple[str, str], clock: Clock) -> None:
        self._calls, self._clock = calls, clock
        self._key, self._secret = client

    def authorize_url(self, state: str, redirect_uri: str, challenge: str | None) -> str:
        """Return the page where a person agrees."""
        asked = {
            "client_key": self._key,
            "response_type": "code",
            "scope": ",".join(SCOPES),
            "redirect_uri": redirect_uri,
            "state": state,
        }
        if challenge:
            asked |= {"code_challenge": challenge, "code_challenge_method": "S256"}
        return f"{self._calls.at.web}/v2/auth/authorize/?{urlencode(asked)}"

    def exchange(self, code: str, redirect_uri: str, verifier: str | None) -> Grant:
        """Turn the code into an access of a day and what makes it longer."""
        asked = {"grant_type": "authorization_code", "code": code, "redirect_uri": redirect_uri}
        return self._grant(asked | ({"code_verifier": verifier} if verifier else {}), None)

    def refresh(self, grant: Grant) -> Grant:
        """Return an access of one more day. The refresh token that comes with it, if one does, is the one to keep."""
        if grant.refresh_token is None:
            text = "TikTok gave nothing to renew the access with; connect the account again."
            raise PlatformError(text, outcome="rejected", cure="reconnect", code="no_refresh_token")
        return self._grant({"grant_type": "refresh_token", "refresh_token": grant.refresh_token}, grant)

    def revoke(self, account: Account) -> None:
        """Give the access back."""
        form = {"client_key": self._key, "client_secret": self._secret, "token": account.grant.access_token}
        self._calls.form("oauth/revoke/", form)

    def identity(self, grant: Grant, handle: str | None) -> Identity:
        """Return whose account it is."""
        user = dict(self._calls.get("user/info/", grant.access_token, _WHO).get("user") or {})
        found = str(user.get("username", ""))
        if handle is not None and found.lower() != handle.lower():
            text = f"You agreed for @{found}, not for @{handle}; agree again with that account."
            raise PlatformError(text, outcome="rejected", cure="reconnect", code="account_choice")
        count = user.get("follower_count")
        return Identity(
            account_id=str(user["open_id"]),
            handle=found,
            name=str(user.get("display_name", "")),
            followers=int(count) if count is not None else None,
        )

    def _grant(self, asked: dict[str, str], before: Grant | None) -> Grant:
        answer = self._calls.form("oauth/token/", {"client_key": self._key, "client_secret": self._secret, **asked})
        if not isinstance(answer.get("access_token"), str):
            raise PlatformError("TikTok gave no token.", outcome="rejected", cure="reconnect", code="no_token")
        return _merged(answer, before, self._clock)


def _merged(answer: dict[str, Any], before: Grant | None, clock: Clock) -> Grant:
    scopes = tuple(one for one in str(answer.get("scope", "")).split(",") if one)
    return Grant(
        access_token=answer["access_token"],
        refresh_token=answer.get("refresh_token") or (before.refresh_token if before else None),
        expires_at=clock.now() + timedelta(seconds=int(answer.get("expires_in", _DAY_S))),
        scopes=scopes or (before.scopes if before else SCOPES),
    )
