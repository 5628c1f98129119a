"""The TikTok connector: one object that keeps the port by what stands beside it."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sorcerer.clock import Clock, SystemClock
from sorcerer.errors import Invalid
from sorcerer.platforms.ports import Account, Allowance, Committed, Figures, Grant, Identity, Post, Seen, Staged
from sorcerer.platforms.tiktok.addresses import Addresses, Realm, addresses
from sorcerer.platforms.tiktok.auth import Auth
from sorcerer.platforms.tiktok.calls import Calls
from sorcerer.platforms.tiktok.numbers import Numbers
from sorcerer.platforms.tiktok.stage import Stage
from sorcerer.platforms.tiktok.witnesses import Witnesses
from sorcerer.platforms.wire import Wire
from sorcerer.settings import Settings

SANDBOX_CLIENT = ("sandbox-client", "sandbox-secret")


class TikTok:
    """TikTok, or a sandbox that speaks like it; the code does not know which.

    Args:
        audited: TikTok has audited the app; otherwise every film goes to the creator's inbox.
    """

    name = "tiktok"
    renews_ahead = timedelta(hours=2)

    def __init__(self, at: Addresses, client: tuple[str, str], clock: Clock, *, local: bool, audited: bool) -> None:
        self._wire = Wire("TikTok", local=local)
        self._calls = Calls(at, self._wire)
        self._auth = Auth(self._calls, client, clock)
        self._stage = Stage(self._calls, self._wire, clock, audited=audited)
        self._witnesses = Witnesses(self._calls, clock)
        self._numbers = Numbers(self._calls)

    def authorize_url(self, state: str, redirect_uri: str, challenge: str | None = None) -> str:
        """Return the page where a person agrees."""
        return self._auth.authorize_url(state, redirect_uri, challenge)

    def exchange(self, code: str, redirect_uri: str, verifier: str | None = None) -> Grant:
        """Turn the code that came back into a grant of a day that can be renewed for a year."""
        return self._auth.exchange(code, redirect_uri, verifier)

    def refresh(self, grant: Grant) -> Grant:
        """Return a grant with one more day."""
        return self._auth.refresh(grant)

    def revoke(self, account: Account) -> None:
        """Give the grant back."""
        self._auth.revoke(account)

    def identity(self, grant: Grant, handle: str | None = None) -> Identity:
        """Return whose account the grant is for."""
        return self._auth.identity(grant, handle)

    def stage(self, account: Account, post: Post) -> Staged:
        """Open an upload that posts nothing before its last byte."""
        return self._stage.stage(account, post)

    def upload(self, account: Account, post: Post, staged: Staged) -> Staged:
        """Send all parts but the last."""
        return self._stage.upload(account, post, staged)

    def progress(self, account: Account, staged: Staged) -> Staged:  # noqa: ARG002 - the port's
        """Say that it is ready: TikTok works on a film only when all of it is there."""
        return staged.model_copy(update={"ready": True})

    def commit(self, account: Account, post: Post, staged: Staged) -> Committed:  # noqa: ARG002 - the address carries the right to send
        """Send the last part: the call of no return."""
        return self._stage.commit(post, staged)

    def allowance(self, account: Account) -> Allowance:
        """Ask whether the creator may post now."""
        return self._witnesses.allowance(account)

    def check(
        self, account: Account, post: Post, staged: Staged, sent_at: datetime, taken_ids: tuple[str, ...]
    ) -> Seen:
        """Look what became of the upload."""
        return self._witnesses.check(account, post, staged, sent_at, taken_ids)

    def read_back(self, account: Account, post_id: str) -> Seen:
        """Return the post's address and label as TikTok shows them."""
        return self._witnesses.read_back(account, post_id)

    def insights(self, account: Account, posts: Mapping[str, str]) -> dict[str, Figures]:
        """Return the posts' counters, twenty posts a call."""
        return self._numbers.insights(account, posts)

    def audience(self, account: Account) -> Figures:
        """Return how many follow the account."""
        return self._numbers.audience(account)

    def close(self) -> None:
        """Close the connections."""
        self._wire.close()


def connector(settings: Settings, realm: Realm, base: str | None = None, clock: Clock | None = None) -> TikTok:
    """Return the connector for real accounts, or for a sandbox under `base`.

    Raises:
        Invalid: a live connector without an app, or a sandbox without an address.
    """
    now = clock or SystemClock()
    if realm == "sandbox":
        if base is None:
            raise Invalid("A sandbox connector needs the sandbox's address.", field="base")
        return TikTok(addresses(base), SANDBOX_CLIENT, now, local=True, audited=True)
    if settings.tiktok_client_key is None or settings.tiktok_client_secret is None:
        raise Invalid(
            "Real TikTok accounts need your own TikTok app.",
            field="tiktok_client_key",
            fix="Set SORCERER_TIKTOK_CLIENT_KEY and SORCERER_TIKTOK_CLIENT_SECRET, or use the sandbox.",
        )
    client = (settings.tiktok_client_key, settings.tiktok_client_secret.get_secret_value())
    return TikTok(addresses(None), client, now, local=False, audited=settings.tiktok_audited)
