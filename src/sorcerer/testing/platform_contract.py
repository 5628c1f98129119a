"""What every social network's connector must keep. Subclass `PlatformContract` and give it a `bench` fixture."""

# ruff: noqa: S101 - a contract is a test and asserts; pytest runs it

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

import pytest

from sorcerer.platforms import Account, Grant, Platform, PlatformError, Post, Staged

REPUBLISH_MODES = ("reject", "same_id", "duplicate")
_NOBODYS = "EAASnobody-knows-this-one"


class Bench(Protocol):
    """A connector with a network behind it that can be made to misbehave.

    Args:
        account: an account the network knows.
        now: the moment, on the network's clock.
        kinds: the kinds of posts that the network has.
    """

    platform: Platform
    account: Account
    now: Callable[[], datetime]
    kinds: tuple[str, ...]

    def post(self, kind: str = "reel") -> Post:
        """Return a fresh post that the network takes: "reel", "story_image" or "story_video"."""
        ...

    def wait(self) -> None:
        """Let so much of the network's time pass that it has worked on everything."""
        ...

    def cut_after_commit(self) -> None:
        """Have the network carry out the next commit and then cut the connection."""
        ...

    def lie_after_commit(self) -> None:
        """Have the network carry out the next commit and then answer with an error."""
        ...

    def refuse_commit(self) -> None:
        """Have the network refuse every commit for sure, before it does anything."""
        ...

    def republish(self, mode: str) -> None:
        """Choose what a second commit of the same preparation does: one of `REPUBLISH_MODES`."""
        ...

    def visible(self) -> list[str]:
        """Return the ids of everything that everybody sees on the account."""
        ...

    def commits(self) -> int:
        """Return how many commits have reached the network, refused ones too."""
        ...


class PlatformContract:
    """The promises of `sorcerer.platforms.Platform`, as tests."""

    def test_a_wrong_token_asks_to_connect_again(self, bench: Bench) -> None:
        """A token nobody knows is a sure no, and the cure is to connect again."""
        stranger = Account(account_id=bench.account.account_id, grant=Grant(access_token=_NOBODYS))
        with pytest.raises(PlatformError) as failure:
            bench.platform.stage(stranger, bench.post())
        assert (failure.value.outcome, failure.value.cure) == ("rejected", "reconnect")

    def test_no_failure_shows_a_token(self, bench: Bench) -> None:
        """Neither the sentence nor the evidence of a failure holds the token it was made with."""
        stranger = Account(account_id=bench.account.account_id, grant=Grant(access_token=_NOBODYS))
        with pytest.raises(PlatformError) as failure:
            bench.platform.allowance(stranger)
        assert _NOBODYS not in f"{failure.value.message} {failure.value.evidence} {failure.value!r}"

    @pytest.mark.parametrize("kind", ["reel", "story_image", "story_video"])
    def test_what_is_staged_is_seen_by_nobody(self, bench: Bench, kind: str) -> None:
        """Preparing shows nothing; a kind that the network has not is refused before anything is sent."""
        if kind not in bench.kinds:
            assert _refused(bench, kind) == "not_sent"
            return
        assert staged(bench, bench.post(kind)).ready
        assert bench.visible() == []

    @pytest.mark.parametrize("kind", ["reel", "story_image", "story_video"])
    def test_labels_are_read_back(self, bench: Bench, kind: str) -> None:
        """The AI label is on the post, as the network itself shows it."""
        if kind not in bench.kinds:
            assert _refused(bench, kind) == "not_sent"
            return
        post_id = published(bench, bench.post(kind))
        seen = bench.platform.read_back(bench.account, post_id)
        assert (seen.state, seen.post_id, seen.ai_label) == ("live", post_id, True)
        assert seen.permalink is not None

    @pytest.mark.parametrize("mode", REPUBLISH_MODES[:2])
    def test_committing_twice_publishes_once(self, bench: Bench, mode: str) -> None:
        """A network that refuses or repeats its first answer shows one post, and no sure no is made of it."""
        bench.republish(mode)
        post = bench.post()
        ready = staged(bench, post)
        first = bench.platform.commit(bench.account, post, ready)
        try:
            assert bench.platform.commit(bench.account, post, ready) == first
        except PlatformError as failure:
            assert failure.outcome == "unknown"  # noqa: PT017 - both ways are allowed; a sure no is not
        assert len(bench.visible()) == 1
        assert first.post_id in (None, *bench.visible())

    def test_a_commit_is_sent_once_even_where_twice_would_double(self, bench: Bench) -> None:
        """On a network that doubles, one call makes one post, whatever comes back."""
        bench.republish("duplicate")
        post = bench.post()
        ready = staged(bench, post)
        bench.cut_after_commit()
        with pytest.raises(PlatformError) as failure:
            bench.platform.commit(bench.account, post, ready)
        assert failure.value.outcome == "unknown"
        assert (len(bench.visible()), bench.commits()) == (1, 1)

    @pytest.mark.parametrize("kind", ["reel", "story_image"])
    def test_a_cut_after_commit_is_found_by_check(self, bench: Bench, kind: str) -> None:
        """The post that went out unheard is found, by its id."""
        if kind not in bench.kinds:
            assert _refused(bench, kind) == "not_sent"
            return
        post = bench.post(kind)
        ready, sent_at = staged(bench, post), bench.now()
        bench.cut_after_commit()
        with pytest.raises(PlatformError):
            bench.platform.commit(bench.account, post, ready)
        bench.wait()
        seen = bench.platform.check(bench.account, post, ready, sent_at, ())
        assert (seen.state, seen.ai_label) == ("live", True)
        assert bench.visible() == [seen.post_id]

    def test_an_error_after_the_deed_proves_nothing(self, bench: Bench) -> None:
        """A network that did it and says it did not is not believed."""
        post = bench.post()
        ready, sent_at = staged(bench, post), bench.now()
        bench.lie_after_commit()
        with pytest.raises(PlatformError) as failure:
            bench.platform.commit(bench.account, post, ready)
        assert failure.value.outcome == "unknown"
        bench.wait()
        assert bench.platform.check(bench.account, post, ready, sent_at, ()).state == "live"

    def test_what_was_never_sent_is_seen_to_be_absent(self, bench: Bench) -> None:
        """All witnesses say no, and the preparation can still be used."""
        post = bench.post()
        ready = staged(bench, post)
        seen = bench.platform.check(bench.account, post, ready, bench.now(), ())
        assert (seen.state, seen.usable) == ("absent", True)

    def test_a_post_of_another_publication_is_not_taken_for_ours(self, bench: Bench) -> None:
        """Identical words do not bind a post that is known to be another's."""
        post = bench.post()
        other = published(bench, post)
        ready = staged(bench, post)
        seen = bench.platform.check(bench.account, post, ready, bench.now(), (other,))
        assert seen.state != "live"

    def test_a_refusal_is_not_retried(self, bench: Bench) -> None:
        """A sure no is handed on at once."""
        post = bench.post()
        ready = staged(bench, post)
        bench.refuse_commit()
        with pytest.raises(PlatformError) as failure:
            bench.platform.commit(bench.account, post, ready)
        assert failure.value.outcome == "rejected"
        assert (bench.visible(), bench.commits()) == ([], 1)

    def test_a_longer_grant_still_works(self, bench: Bench) -> None:
        """A refreshed grant holds no less than the one before."""
        longer = bench.platform.refresh(bench.account.grant)
        assert bench.platform.identity(longer).account_id == bench.account.account_id
        assert set(longer.scopes) >= set(bench.account.grant.scopes)

    def test_a_revoked_grant_is_a_wrong_token(self, bench: Bench) -> None:
        """What was given back no longer opens anything."""
        bench.platform.revoke(bench.account)
        with pytest.raises(PlatformError) as failure:
            bench.platform.audience(bench.account)
        assert failure.value.cure == "reconnect"


def published(bench: Bench, post: Post) -> str:
    """Publish a post and return its id, which some networks tell only after they have worked on it."""
    ready, sent_at = staged(bench, post), bench.now()
    done = bench.platform.commit(bench.account, post, ready)
    if done.post_id is not None:
        return done.post_id
    bench.wait()
    seen = bench.platform.check(bench.account, post, ready, sent_at, ())
    assert seen.post_id is not None
    return seen.post_id


def _refused(bench: Bench, kind: str) -> str:
    with pytest.raises(PlatformError) as failure:
        bench.platform.stage(bench.account, bench.post(kind))
    return failure.value.outcome


def staged(bench: Bench, post: Post) -> Staged:
    """Prepare a post until the network is ready to show it."""
    prepared = bench.platform.stage(bench.account, post)
    prepared = bench.platform.upload(bench.account, post, prepared)
    bench.wait()
    return bench.platform.progress(bench.account, prepared)
