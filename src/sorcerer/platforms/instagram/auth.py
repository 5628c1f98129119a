"""How somebody lets us publish for her: the dialog, the code, the long-lived token, the account behind it."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from sorcerer.clock import Clock
from sorcerer.platforms.instagram.addresses import Addresses
from sorcerer.platforms.instagram.wire import Wire
from sorcerer.platforms.ports import Account, Grant, Identity, PlatformError

SCOPES = (
    "instagram_basic",
    "instagram_content_publish",
    "instagram_manage_insights",
    "pages_show_list",
    "pages_read_engagement",
    "business_management",
)
_LONG_LIFE_S = 5_184_000
_PAGE_FIELDS = "id,name,instagram_business_account{id,username,name,followers_count}"


class Auth:
    """The sign-in of one app at one realm."""

    def __init__(self, at: Addresses, wire: Wire, client: tuple[str, str], clock: Clock) -> None:
        self._at, self._wire, self._clock = at, wire, clock
        self._id, self._secret = client

    def authorize_url(self, state: str, redirect_uri: str, challenge: str | None = None) -> str:
        """Return the page where a person agrees."""
        asked = {
            "client_id": self._id,
            "redirect_uri": redirect_uri,
            "state": state,
            "response_type": "code",
            "scope": ",".join(SCOPES),
        }
        if challenge:
            asked |= {"code_challenge": challenge, "code_challenge_method": "S256"}
        return f"{self._at.web}/{self._at.version}/dialog/oauth?{urlencode(asked)}"

    def exchange(self, code: str, redirect_uri: str, verifier: str | None = None) -> Grant:
        """Turn the code into a token of an hour, and that into one of sixty days."""
        # Instagram's own redirect ends in "#_", which is no part of the code.
        asked = {"redirect_uri": redirect_uri, "code": code.removesuffix("#_")}
        short = self._token(asked | ({"code_verifier": verifier} if verifier else {}))
        return self._lasting(str(short["access_token"]))

    def refresh(self, grant: Grant) -> Grant:
        """Return a grant with sixty more days."""
        return self._lasting(grant.access_token)

    def revoke(self, account: Account) -> None:
        """Give the permissions back."""
        self._wire.delete(self._at.api("me/permissions"), account.grant.access_token)

    def identity(self, grant: Grant, handle: str | None) -> Identity:
        """Return the one Instagram account that the grant covers, or the one of that handle."""
        answer = self._wire.get(self._at.api("me/accounts"), {"fields": _PAGE_FIELDS}, grant.access_token)
        found = [
            page["instagram_business_account"]
            for page in answer.get("data", [])
            if "instagram_business_account" in page
        ]
        wanted = [one for one in found if handle is None or str(one.get("username", "")).lower() == handle.lower()]
        if len(wanted) != 1:
            raise _choice(handle, [str(one.get("username", one["id"])) for one in found])
        return _identity(wanted[0])

    def _lasting(self, token: str) -> Grant:
        answer = self._token({"grant_type": "fb_exchange_token", "fb_exchange_token": token})
        seconds = int(answer.get("expires_in", _LONG_LIFE_S))
        expires_at = self._clock.now() + timedelta(seconds=seconds)
        return Grant(access_token=str(answer["access_token"]), expires_at=expires_at, scopes=SCOPES)

    def _token(self, asked: dict[str, str]) -> dict[str, Any]:
        # This one endpoint takes its secrets in the form; a POST keeps them out of addresses and logs.
        form = {"client_id": self._id, "client_secret": self._secret, **asked}
        answer = self._wire.post(self._at.api("oauth/access_token"), form)
        if not isinstance(answer.get("access_token"), str):
            raise PlatformError("Instagram gave no token.", outcome="rejected", cure="reconnect", code="no_token")
        return answer


def _identity(account: dict[str, Any]) -> Identity:
    followers = account.get("followers_count")
    return Identity(
        account_id=str(account["id"]),
        handle=str(account.get("username", "")),
        name=str(account.get("name", "")),
        followers=int(followers) if followers is not None else None,
    )


def _choice(handle: str | None, handles: list[str]) -> PlatformError:
    covered = ", ".join(f"@{one}" for one in handles)
    if not handles:
        text = "No professional Instagram account hangs on a Page you agreed to; link one to a Page and agree again."
    elif handle is None:
        text = f"You agreed for several Instagram accounts ({covered}); say which one."
    else:
        text = f"You agreed for {covered}, not for @{handle}; agree again and choose that account."
    return PlatformError(text, outcome="rejected", cure="reconnect", code="account_choice")
