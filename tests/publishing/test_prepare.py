"""Planning and fixing what goes out, without a network."""

from datetime import timedelta
from typing import Any

import pytest

from sorcerer import disclosure, publishing
from sorcerer.errors import Conflict, Invalid, NotFound
from sorcerer.keys import place
from sorcerer.platforms import Grant
from sorcerer.publishing import Content, Publication, publications, receipts
from sorcerer.publishing.delivery import kind_for

FILM = "ab/ab" + "1" * 62 + ".mp4"


def content(**changes: Any) -> Content:
    duties = disclosure.owed("instagram", "reel", sponsored=False)
    caption = disclosure.compose_caption("Morning.", [], duties)
    whole = {"kind": "reel", "caption": caption, "media_key": FILM, "overlay": duties.overlay_lines, "approver": "auto"}
    return Content.model_validate(whole | changes)


def plan(desk: Any, minutes: float = 60) -> Publication:
    due_at = desk.clock.now() + timedelta(minutes=minutes)
    with desk.database.begin() as session:
        video = desk.book(session, due_at)
        return publishing.plan(session, video, desk.channel.id, due_at, desk.clock.now())


def prepare(desk: Any, publication: Publication, what: Content) -> Publication:
    with desk.database.begin() as session:
        return publications.prepare(session, publication.id, what, desk.clock.now())


def test_planning_twice_is_planning_once(desk: Any) -> None:
    first = plan(desk)
    with desk.database.begin() as session:
        again = publishing.plan(session, first.video_id, desk.channel.id, first.due_at, desk.clock.now())
    assert again == first


def test_nothing_is_due_before_the_film_is_ready(desk: Any) -> None:
    plan(desk, minutes=0)
    desk.clock.advance(timedelta(hours=1))
    with desk.database.begin() as session:
        assert publishing.due(session, desk.clock.now()) == []


def test_what_is_prepared_is_due_once_per_run(desk: Any) -> None:
    publication = prepare(desk, plan(desk), content())
    with desk.database.begin() as session:
        (offered,) = publishing.due(session, desk.clock.now())
        assert publishing.due(session, desk.clock.now()) == []
        assert publishing.next_due(session) == desk.clock.now() + timedelta(seconds=75)
    desk.clock.advance(timedelta(seconds=75))
    with desk.database.begin() as session:
        (again,) = publishing.due(session, desk.clock.now())

    assert (offered.id, again.id) == (publication.id, publication.id)
    assert again.epoch > offered.epoch


@pytest.mark.parametrize(
    "change",
    [{"overlay": ()}, {"caption": "Morning."}, {"sponsor": "Kettle & Co"}],
    ids=["picture", "caption", "sponsor"],
)
def test_a_post_that_hides_something_is_not_taken(desk: Any, change: dict[str, Any]) -> None:
    with pytest.raises(Invalid) as refusal:
        prepare(desk, plan(desk), content(**change))
    assert refusal.value.field == "content"


def test_the_same_file_goes_out_once_a_month_unless_it_is_a_repost(desk: Any) -> None:
    first = prepare(desk, plan(desk), content())
    with desk.database.begin() as session:
        desk.store.change_publication(session, first, {"state": "live", "published_at": desk.clock.now()})

    with pytest.raises(Conflict):
        prepare(desk, plan(desk), content())
    assert prepare(desk, plan(desk), content(repost=True)).content is not None
    desk.clock.advance(timedelta(days=31))
    assert prepare(desk, plan(desk), content()).content is not None


def test_a_video_is_moved_and_withdrawn_before_it_is_sent_and_not_after(desk: Any) -> None:
    publication = prepare(desk, plan(desk), content())
    later = desk.clock.now() + timedelta(hours=5)
    with desk.database.begin() as session:
        (moved,) = publications.move(session, publication.video_id, later, desk.clock.now())
        assert (moved.due_at, moved.state) == (later, "planned")
        (gone,) = publications.withdraw(session, publication.video_id, desk.clock.now())
        assert (gone.state, gone.next_at) == ("cancelled", None)
    sent = prepare(desk, plan(desk), content(repost=True))
    with desk.database.begin() as session:
        desk.store.change_publication(session, sent, {"state": "committing"})
        with pytest.raises(Conflict):
            publications.withdraw(session, sent.video_id, desk.clock.now())


def test_a_withdrawn_video_can_be_planned_anew(desk: Any) -> None:
    publication = prepare(desk, plan(desk), content())
    with desk.database.begin() as session:
        publications.withdraw(session, publication.video_id, desk.clock.now())
        again = publishing.plan(session, publication.video_id, desk.channel.id, publication.due_at, desk.clock.now())
    assert (again.id, again.state) == (publication.id, "planned")


def test_somebody_else_s_channels_and_publications_are_not_there(desk: Any) -> None:
    publication = plan(desk)
    with desk.database.begin() as session:
        with pytest.raises(NotFound):
            publishing.channels.find(session, "somebody-else", desk.channel.id)
        with pytest.raises(NotFound):
            publications.find(session, "somebody-else", publication.id)
        with pytest.raises(NotFound):
            publications.settle(session, "somebody-else", publication.id, desk.clock.now(), is_there=True)
        assert publications.page(session, "somebody-else") == []
        assert publishing.channels.page(session, "somebody-else") == []
        assert receipts.page(session, "somebody-else", desk.channel.id) == []
        assert [one.id for one in publications.page(session, desk.owner.id)] == [publication.id]


def test_a_grant_is_sealed_for_its_own_row(desk: Any) -> None:
    with desk.database.read() as session:
        _, sealed = desk.store.open_channel(session, desk.channel.id)
        account = publishing.channels.account(session, desk.ring, desk.channel.id)
    assert account.grant.access_token == "EAASone"
    assert "EAASone" not in sealed
    with pytest.raises(Invalid):
        desk.ring.unseal(sealed, place("channel", "another", "grant"))


def test_connecting_again_keeps_the_channel_and_takes_the_new_grant(desk: Any) -> None:
    with desk.database.begin() as session:
        again = publishing.channels.connect(session, desk.ring, desk.link("EAAStwo"), desk.clock.now())
        account = publishing.channels.account(session, desk.ring, again.id)
    assert (again.id, account.grant.access_token) == (desk.channel.id, "EAAStwo")


def test_a_disconnected_account_forgets_its_grant_and_its_plans(desk: Any) -> None:
    publication = prepare(desk, plan(desk), content())
    with desk.database.begin() as session:
        publishing.channels.disconnect(session, desk.owner.id, desk.channel.id, desk.clock.now())
        assert publishing.channels.page(session, desk.owner.id) == []
        assert publications.load(session, publication.id).state == "cancelled"
        with pytest.raises(Conflict):
            publishing.channels.account(session, desk.ring, desk.channel.id)


def test_an_account_is_not_disconnected_while_a_post_is_on_its_way(desk: Any) -> None:
    publication = prepare(desk, plan(desk), content())
    with desk.database.begin() as session:
        desk.store.change_publication(session, publication, {"state": "reconciling"})
        with pytest.raises(Conflict):
            publishing.channels.disconnect(session, desk.owner.id, desk.channel.id, desk.clock.now())


def test_grants_are_refreshed_before_they_run_out(desk: Any) -> None:
    soon = desk.clock.now() + timedelta(days=10)
    with desk.database.begin() as session:
        assert publishing.channels.expiring(session, desk.clock.now()) == []
        publishing.channels.keep_grant(
            session, desk.ring, desk.channel.id, Grant(access_token="EAASx", expires_at=soon)
        )
        assert [one.id for one in publishing.channels.expiring(session, desk.clock.now())] == [desk.channel.id]


def test_a_story_is_an_image_only_where_the_network_can_fetch_it() -> None:
    assert [kind_for("story", "http://127.0.0.1/x"), kind_for("story", None), kind_for("reel", None)] == [
        "story_image",
        "story_video",
        "reel",
    ]


def test_a_chain_of_receipts_shows_a_changed_link(desk: Any) -> None:
    for _ in range(3):
        live = prepare(desk, plan(desk), content(repost=True))
        with desk.database.begin() as session:
            desk.write(session, live, desk.clock.now())
    with desk.database.read() as session:
        chain = receipts.page(session, desk.owner.id, desk.channel.id)

    assert receipts.intact(chain)
    assert [one.number for one in chain] == [1, 2, 3]
    forged = chain[1].model_copy(update={"body": chain[1].body | {"sponsor": None, "approver": "nobody"}})
    assert not receipts.intact([chain[0], forged, chain[2]])
    assert not receipts.intact([chain[0], chain[2]])
    assert not receipts.intact(chain[1:])
