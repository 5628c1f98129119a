"""The Instagram connector: one object that keeps the port by what stands beside it."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sorcerer.clock import Clock, SystemClock
from sorcerer.errors import Invalid
from sorcerer.platforms.instagram.addresses import Addresses, Realm, addresses
from sorcerer.platforms.instagram.auth import Auth
from sorcerer.platforms.instagram.commit import commit
from sorcerer.platforms.instagram.numbers import Numbers
from sorcerer.platforms.instagram.stage import Stage
from sorcerer.platforms.instagram.wire import Wire
from sorcerer.platforms.instagram.witnesses import Witnesses
from sorcerer.platforms.ports import Account, Allowance, Committed, Figures, Grant, Identity, Post, Seen, Staged
from sorcerer.settings import Settings

SANDBOX_CLIENT = ("sandbox-client", "sandbox-secret")


class Instagram:
    """Instagram, or a sandbox that speaks like it; the code does not know which."""

    name = "instagram"
    renews_ahead = timedelta(days=15)

    def __init__(self, at: Addresses, client: tuple[str, str], clock: Clock, *, local: bool) -> None:
        self._at = at
        self._wire = Wire(local=local)
        self._auth = Auth(at, self._wire, client, clock)
        self._stage = Stage(at, self._wire)
        self._witnesses = Witnesses(at, self._wire)
        self._numbers = Numbers(at, self._wire, clock)

    def authorize_url(self, state: str, redirect_uri: str, challenge: str | None = None) -> str:
        """Return the page where a person agrees."""
        return self._auth.authorize_url(state, redirect_uri, challenge)

    def exchange(self, code: str, redirect_uri: str, verifier: str | None = None) -> Grant:
        """Turn the code that came back into a grant of sixty days."""
        return self._auth.exchange(code, redirect_uri, verifier)

    def refresh(self, grant: Grant) -> Grant:
        """Return a grant with sixty more days."""
        return self._auth.refresh(grant)

    def revoke(self, account: Account) -> None:
        """Give the grant back."""
        self._auth.revoke(account)

    def identity(self, grant: Grant, handle: str | None = None) -> Identity:
        """Return whose account the grant is for."""
        return self._auth.identity(grant, handle)

    def stage(self, account: Account, post: Post) -> Staged:
        """Make a container that nobody sees."""
        return self._stage.stage(account, post)

    def upload(self, account: Account, post: Post, staged: Staged) -> Staged:
        """Send the bytes Instagram does not have yet."""
        return self._stage.upload(account, post, staged)

    def progress(self, account: Account, staged: Staged) -> Staged:
        """Ask whether the container can be published."""
        return self._stage.progress(account, staged)

    def commit(self, account: Account, post: Post, staged: Staged) -> Committed:  # noqa: ARG002 - the port's
        """Publish the container: the call of no return."""
        return commit(self._at, self._wire, account, staged)

    def allowance(self, account: Account) -> Allowance:
        """Ask how much may still be published in 24 hours."""
        return self._witnesses.allowance(account)

    def check(
        self, account: Account, post: Post, staged: Staged, sent_at: datetime, taken_ids: tuple[str, ...]
    ) -> Seen:
        """Look whether the post is out."""
        return self._witnesses.check(account, post, staged, sent_at, taken_ids)

    def read_back(self, account: Account, post_id: str) -> Seen:
        """Return the post's address and labels as Instagram shows them."""
        return self._witnesses.read_back(account, post_id)

    def insights(self, account: Account, posts: Mapping[str, str]) -> dict[str, Figures]:
        """Return the posts' numbers, a call for each post."""
        return {post_id: self._numbers.insights(account, post_id, kind) for post_id, kind in posts.items()}

    def audience(self, account: Account) -> Figures:
        """Return how many follow the account, and whom it reached yesterday."""
        return self._numbers.audience(account)

    def close(self) -> None:
        """Close the connections."""
        self._wire.close()


def connector(settings: Settings, realm: Realm, base: str | None = None, clock: Clock | None = None) -> Instagram:
    """Return the connector for real accounts, or for a sandbox under `base`.

    Args:
        settings: holds the app's id and secret and the API's version.
        realm: "live" or "sandbox".
        base: address under which the sandbox answers, "http://127.0.0.1:8000/sandbox"; only for "sandbox".
        clock: tells when a grant runs out; the machine's by default.

    Raises:
        Invalid: a live connector without an app, or a sandbox without an address.
    """
    now = clock or SystemClock()
    if realm == "sandbox":
        if base is None:
            raise Invalid("A sandbox connector needs the sandbox's address.", field="base")
        return Instagram(addresses(settings.graph_version, base), SANDBOX_CLIENT, now, local=True)
    if settings.instagram_client_id is None or settings.instagram_client_secret is None:
        raise Invalid(
            "Real Instagram accounts need your own Meta app.",
            field="instagram_client_id",
            fix="Set SORCERER_INSTAGRAM_CLIENT_ID and SORCERER_INSTAGRAM_CLIENT_SECRET, or use the sandbox.",
        )
    client = (settings.instagram_client_id, settings.instagram_client_secret.get_secret_value())
    return Instagram(addresses(settings.graph_version, None), client, now, local=False)
