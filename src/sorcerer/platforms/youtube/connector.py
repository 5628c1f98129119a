"""The YouTube connector: one object that keeps the port by what stands beside it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sorcerer.clock import Clock, SystemClock
from sorcerer.errors import Invalid
from sorcerer.platforms.ports import Account, Allowance, Committed, Figures, Grant, Identity, Post, Seen, Staged
from sorcerer.platforms.wire import Wire
from sorcerer.platforms.youtube.addresses import Addresses, Realm, addresses
from sorcerer.platforms.youtube.auth import Auth
from sorcerer.platforms.youtube.calls import Calls
from sorcerer.platforms.youtube.numbers import Numbers
from sorcerer.platforms.youtube.stage import Stage
from sorcerer.settings import Settings

SANDBOX_CLIENT = ("sandbox-client", "sandbox-secret")
_A_DAY = 100
_SEEN = "snippet,status"


class YouTube:
    """YouTube, or a sandbox that speaks like it; the code does not know which."""

    name = "youtube"
    renews_ahead = timedelta(minutes=10)

    def __init__(self, at: Addresses, client: tuple[str, str], clock: Clock, *, local: bool) -> None:
        self._wire = Wire("YouTube", local=local)
        self._calls = Calls(at, self._wire)
        self._auth = Auth(self._calls, client, clock)
        self._stage = Stage(self._calls, clock)
        self._numbers = Numbers(self._calls, clock)
        self._shorts = f"{at.api}/shorts" if local else "https://www.youtube.com/shorts"

    def authorize_url(self, state: str, redirect_uri: str, challenge: str | None = None) -> str:
        """Return the page where a person agrees."""
        return self._auth.authorize_url(state, redirect_uri, challenge)

    def exchange(self, code: str, redirect_uri: str, verifier: str | None = None) -> Grant:
        """Turn the code that came back into a grant of an hour that can be renewed."""
        return self._auth.exchange(code, redirect_uri, verifier)

    def refresh(self, grant: Grant) -> Grant:
        """Return a grant with one more hour."""
        return self._auth.refresh(grant)

    def revoke(self, account: Account) -> None:
        """Give the grant back."""
        self._auth.revoke(account)

    def identity(self, grant: Grant, handle: str | None = None) -> Identity:
        """Return whose channel the grant is for."""
        return self._auth.identity(grant, handle)

    def stage(self, account: Account, post: Post) -> Staged:
        """Open an upload session."""
        return self._stage.stage(account, post)

    def upload(self, account: Account, post: Post, staged: Staged) -> Staged:
        """Send the bytes YouTube does not have; the film is private then."""
        return self._stage.upload(account, post, staged)

    def progress(self, account: Account, staged: Staged) -> Staged:
        """Ask whether YouTube has worked on the film."""
        return self._stage.progress(account, staged)

    def commit(self, account: Account, post: Post, staged: Staged) -> Committed:  # noqa: ARG002 - the port's
        """Make the film public."""
        return self._stage.commit(account, staged)

    def allowance(self, account: Account) -> Allowance:
        """Ask whether the channel still answers us. YouTube tells no number of what is left."""
        self._calls.get("channels", account.grant.access_token, mine="true", part="id")
        return Allowance(used=0, total=_A_DAY)

    def check(
        self,
        account: Account,
        post: Post,  # noqa: ARG002 - the film's id says all
        staged: Staged,
        sent_at: datetime,  # noqa: ARG002 - the same
        taken_ids: tuple[str, ...],  # noqa: ARG002 - the same
    ) -> Seen:
        """Look whether the film is public. Making it public once more harms nothing, so a no is enough."""
        item = self._stage.video(account, staged)
        if item is None:
            return Seen(state="unsure", evidence={"videos": []})
        status = item.get("status") or {}
        evidence = {"privacyStatus": status.get("privacyStatus"), "uploadStatus": status.get("uploadStatus")}
        if status.get("privacyStatus") == "public":
            return self._live(item, evidence)
        return Seen(state="absent", usable=True, harmless=True, evidence=evidence)

    def read_back(self, account: Account, post_id: str) -> Seen:
        """Return the film's address and labels as YouTube shows them."""
        items = self._calls.get("videos", account.grant.access_token, id=post_id, part=_SEEN).get("items") or []
        if not items:
            return Seen(state="unsure", post_id=None, evidence={"videos": []})
        return self._live(items[0], {"status": items[0].get("status")})

    def insights(self, account: Account, posts: Mapping[str, str]) -> dict[str, Figures]:
        """Return the films' counters and, days later, how long they were watched; fifty films a call."""
        return self._numbers.insights(account, posts)

    def audience(self, account: Account) -> Figures:
        """Return how many subscribe, unless the channel hides it."""
        return self._numbers.audience(account)

    def close(self) -> None:
        """Close the connections."""
        self._wire.close()

    def _live(self, item: dict[str, Any], evidence: dict[str, Any]) -> Seen:
        return Seen(
            state="live",
            post_id=str(item["id"]),
            permalink=f"{self._shorts}/{item['id']}",
            ai_label=(item.get("status") or {}).get("containsSyntheticMedia"),
            evidence=evidence,
        )


def connector(settings: Settings, realm: Realm, base: str | None = None, clock: Clock | None = None) -> YouTube:
    """Return the connector for real channels, or for a sandbox under `base`.

    Raises:
        Invalid: a live connector without a project, or a sandbox without an address.
    """
    now = clock or SystemClock()
    if realm == "sandbox":
        if base is None:
            raise Invalid("A sandbox connector needs the sandbox's address.", field="base")
        return YouTube(addresses(base), SANDBOX_CLIENT, now, local=True)
    if settings.youtube_client_id is None or settings.youtube_client_secret is None:
        raise Invalid(
            "Real YouTube channels need your own Google project.",
            field="youtube_client_id",
            fix="Set SORCERER_YOUTUBE_CLIENT_ID and SORCERER_YOUTUBE_CLIENT_SECRET, or use the sandbox.",
        )
    client = (settings.youtube_client_id, settings.youtube_client_secret.get_secret_value())
    return YouTube(addresses(None), client, now, local=False)
