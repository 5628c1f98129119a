"""A post that is deleted while a worker is at it is nobody's work any more, and no error; a paused one waits."""

import importlib
from queue import SimpleQueue
from typing import Any

import pytest

from sorcerer import accounts, influencers, publishing
from sorcerer.errors import NotFound

# The room shows the workflow under the same name, so what is not shown is asked for by the module's.
steps: Any = importlib.import_module("sorcerer.workflows.publish")


@pytest.fixture(autouse=True)
def _nothing_sent_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "_sent", SimpleQueue())


def bring_out(publication_id: str) -> None:
    """Do a run's work as the engine does it."""
    steps.publish.__wrapped__(publication_id)


def of_hers(posts: Any, does: Any) -> None:
    tools = posts.house.tools
    with tools.database.begin() as session:
        owner = accounts.first_owner(session, tools.clock.now())
        (her,) = influencers.page(session, owner.id)
        does(session, her)


def delete(posts: Any) -> None:
    now = posts.house.tools.clock.now()
    of_hers(posts, lambda session, her: influencers.remove(session, her.owner_id, her.id, now))


def delete_during(posts: Any, monkeypatch: pytest.MonkeyPatch, call: str) -> list[str]:
    """Delete her with everything of hers while a call to the network is under way; the calls that were made."""
    made: list[str] = []
    answer = getattr(posts.network, call)

    def deleting(*args: Any) -> Any:
        made.append(call)
        delete(posts)
        return answer(*args)

    monkeypatch.setattr(posts.network, call, deleting)
    return made


@pytest.mark.parametrize("call", ["upload", "progress", "allowance", "commit"])
def test_a_post_deleted_while_it_is_sent_ends_its_run_without_an_error(
    posts: Any, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    posts.network.let_go.set()
    (hers,) = posts.girl()
    due = posts.post(hers, -1, uploaded=False, ready=False)
    made = delete_during(posts, monkeypatch, call)

    bring_out(due)

    assert made == [call]


@pytest.mark.parametrize("is_being_read", [True, False])
def test_a_post_deleted_between_going_out_and_being_looked_at_is_no_error(
    posts: Any,
    monkeypatch: pytest.MonkeyPatch,
    is_being_read: bool,  # noqa: FBT001 - a table
) -> None:
    (hers,) = posts.girl()
    out = posts.post(hers, -1)
    bring_out(out)
    assert posts.network.out == [out]
    made = delete_during(posts, monkeypatch, "read_back")
    if not is_being_read:
        delete(posts)

    steps.read_back_next(0)

    assert made == (["read_back"] if is_being_read else [])


def test_something_else_that_is_not_found_stays_an_error(posts: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (hers,) = posts.girl()
    due = posts.post(hers, -1)

    def lost(*_: Any) -> Any:
        raise NotFound("There is no file.")

    monkeypatch.setattr(posts.network, "commit", lost)

    with pytest.raises(NotFound):
        bring_out(due)


def state(posts: Any, publication_id: str) -> publishing.Publication:
    with posts.house.tools.database.read() as session:
        found: publishing.Publication = publishing.publications.load(session, publication_id)
        return found


def pause(posts: Any, *, paused: bool) -> None:
    now = posts.house.tools.clock.now()
    change = {"paused": paused}
    of_hers(posts, lambda session, her: influencers.change(session, her.model_copy(update=change), now))


def test_nothing_of_a_paused_influencer_goes_out_until_she_goes_on(posts: Any) -> None:
    (hers,) = posts.girl()
    due = posts.post(hers, -1)
    pause(posts, paused=True)

    bring_out(due)
    waits = state(posts, due)

    assert (posts.network.out, waits.state) == ([], "waiting")
    assert waits.failure is not None
    assert (waits.failure.cause, waits.failure.next) == (
        "The influencer is paused, so nothing is sent.",
        "Go on with it under Channels: what is at most two hours late then goes out by itself.",
    )
    pause(posts, paused=False)
    posts.house.tools.clock.advance(waits.next_at - posts.house.tools.clock.now())
    bring_out(due)
    assert posts.network.out == [due]


def test_a_post_of_a_paused_influencer_that_is_out_is_looked_at_all_the_same(posts: Any) -> None:
    (hers,) = posts.girl()
    out = posts.post(hers, -1)
    bring_out(out)
    pause(posts, paused=True)

    steps.read_back_next(0)

    assert state(posts, out).read_at is not None
