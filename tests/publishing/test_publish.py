"""Whole publications through the connector on the pretend network, with misfortunes in the way."""

from datetime import timedelta
from typing import Any

import pytest

from sorcerer import publishing, sandbox
from sorcerer.errors import Conflict, Stale
from sorcerer.keys import KeyRing
from sorcerer.platforms import Allowance, Grant, Identity
from sorcerer.publishing import Link, delivery, publications, receipts

LYING = [
    {"drop_after": True},
    {"truncate_after": True},
    {"error_after": "ig.4.2207051"},
    {"error_after": "ig.1"},
    {"error_after": "http.502.html"},
]
HONEST = [{"drop_before": True}, {"error": "http.500"}]
LAGS_S = [0, 20, 120]
MODES = ["reject", "same_id", "duplicate"]
READS = ("ig.media.list", "ig.container.get", "ig.limit.get")
RING = KeyRing([("k1", bytes(range(32)))])


def test_a_reel_goes_out_once_with_its_label_and_a_receipt(scene: Any) -> None:
    publication = scene.planned(sponsor="Kettle & Co")

    scene.worker.live_through()

    out = scene.now(publication.id)
    assert (out.state, out.ai_label_seen, out.next_at) == ("live", True, None)
    assert scene.attempts(publication.id) == [
        ("stage", "acked"),
        ("upload", "acked"),
        ("progress", "acked"),
        ("commit", "intent"),
        ("commit", "acked"),
        ("read_back", "reconciled"),
    ]
    (post,) = scene.pretend.posts()
    assert post["id"] == out.remote_post_id
    assert post["caption"].startswith("#ad\n\n")
    assert post["paid_partnership"] is True
    with scene.database.read() as session:
        (receipt,) = receipts.page(session, scene.owner.id, scene.channel.id)
    assert receipt.body["labels_read_back"] == {"ai_generated": True}
    assert receipt.body["permalink"] == out.permalink


def test_it_is_staged_early_and_out_at_its_minute(scene: Any) -> None:
    publication = scene.planned(due_in_min=45)

    scene.worker.live_through(hours=0.5)
    assert scene.now(publication.id).state == "staged"
    assert scene.pretend.posts() == []

    scene.worker.live_through()
    out = scene.now(publication.id)
    assert out.published_at == out.due_at


@pytest.mark.parametrize(
    ("action", "lag_s"),
    [
        *zip(LYING, [120, 0, 120, 20, 0], strict=True),
        *(pytest.param(action, lag, marks=pytest.mark.slow) for action in LYING for lag in LAGS_S),
    ],
    ids=str,
)
def test_a_post_that_went_out_unheard_is_found_and_not_sent_again(
    scene: Any, action: dict[str, Any], lag_s: int
) -> None:
    scene.pretend.fault("ig.media_publish", action)
    scene.pretend.knobs(republish="duplicate")
    publication = scene.planned()
    scene.worker.tick()
    if lag_s:
        for op in READS:
            # What is read before the call is fresh: how much is uploaded, whether it is ready, what the quota leaves.
            skip = {"ig.container.get": 1, "ig.limit.get": 1}.get(op, 0)
            scene.pretend.fault(op, {"stale_reads_s": lag_s}, times=2, skip=skip)

    scene.worker.live_through()

    out = scene.now(publication.id)
    assert [post["id"] for post in scene.pretend.posts()] == [out.remote_post_id]
    assert (out.state, len(scene.worker.sent)) == ("live", 1)
    looks = [state for kind, state in scene.attempts(publication.id) if kind == "reconcile"]
    assert looks == ["unknown"] * (2 if lag_s > 60 else 0) + ["reconciled"]


@pytest.mark.parametrize(
    ("action", "mode"),
    [
        *zip(HONEST, ["reject", "duplicate"], strict=True),
        *(pytest.param(action, mode, marks=pytest.mark.slow) for action in HONEST for mode in MODES),
    ],
    ids=str,
)
def test_a_post_that_did_not_go_out_is_sent_again_from_the_same_preparation(
    scene: Any, action: dict[str, Any], mode: str
) -> None:
    scene.pretend.fault("ig.media_publish", action)
    scene.pretend.knobs(republish=mode)
    publication = scene.planned()

    scene.worker.live_through()

    out = scene.now(publication.id)
    assert (out.state, len(scene.pretend.posts())) == ("live", 1)
    assert [len(scene.worker.sent), len(set(scene.worker.sent))] == [2, 1]
    assert out.published_at - out.due_at >= timedelta(minutes=5)


def test_a_network_that_shows_it_late_and_refuses_a_double_ends_with_one_post(scene: Any) -> None:
    scene.pretend.fault("ig.media_publish", {"drop_after": True})
    publication = scene.planned()
    scene.worker.tick()
    for op in READS:
        scene.pretend.fault(
            op, {"stale_reads_s": 500}, times=-1, skip={"ig.container.get": 1, "ig.limit.get": 1}.get(op, 0)
        )

    scene.worker.live_through()

    assert (scene.now(publication.id).state, len(scene.pretend.posts())) == ("live", 1)
    assert len(scene.worker.sent) == 2


def test_an_account_that_is_truly_restricted_posts_nothing_and_says_so(scene: Any) -> None:
    scene.pretend.fault("ig.media_publish", {"error": "ig.4.2207051"}, times=-1)
    publication = scene.planned()

    scene.worker.live_through(hours=30)

    out = scene.now(publication.id)
    assert (out.state, out.failure.code, scene.pretend.posts()) == ("needs_review", "doubt", [])


def test_what_was_once_in_doubt_is_never_called_failed(scene: Any) -> None:
    scene.pretend.fault("ig.media_publish", {"drop_after": True})
    publication = scene.planned()
    scene.worker.tick()
    for op in READS:
        skip = {"ig.container.get": 1, "ig.limit.get": 1}.get(op, 0)
        scene.pretend.fault(op, {"stale_reads_s": 900}, times=-1, skip=skip)
    scene.pretend.fault("ig.media_publish", {"error": "ig.352.2207026"}, times=-1)

    scene.worker.live_through()

    assert (scene.now(publication.id).state, len(scene.pretend.posts())) == ("needs_review", 1)


def test_a_retry_without_looking_would_have_posted_twice(scene: Any) -> None:
    scene.pretend.fault("ig.media_publish", {"drop_after": True})
    scene.pretend.knobs(republish="duplicate")
    publication = scene.planned()
    scene.worker.tick()
    scene.worker.live_through(hours=0.001)
    sent = scene.now(publication.id)

    with scene.database.read() as session:
        account = publishing.channels.account(session, RING, scene.channel.id)
    job = _job(scene, sent)
    post = delivery.post_of(job, None, None)
    scene.worker.platform.commit(account, post, delivery.staged_of(RING, job))

    assert len(scene.pretend.posts()) == 2


def test_a_worker_that_dies_before_it_sends_loses_no_post(scene: Any) -> None:
    publication = scene.planned()
    job = _up_to_commit(scene, publication.id)
    with scene.database.begin() as session:
        assert delivery.intend(session, job, Allowance(used=0, total=100), scene.clock.now()) is not None
    scene.worker.executor = "two"

    scene.worker.live_through()

    assert (scene.now(publication.id).state, len(scene.pretend.posts())) == ("live", 1)


def test_a_worker_that_dies_after_it_sent_posts_nothing_twice(scene: Any) -> None:
    scene.pretend.knobs(republish="duplicate")
    publication = scene.planned()
    job = _up_to_commit(scene, publication.id)
    account = scene.worker.account(job)
    with scene.database.begin() as session:
        intent = delivery.intend(session, job, Allowance(used=0, total=100), scene.clock.now())
    assert intent is not None
    post = delivery.post_of(intent.job, None, None)
    done = scene.worker.platform.commit(account, post, delivery.staged_of(RING, intent.job))
    scene.worker.executor = "two"

    scene.worker.live_through()

    out = scene.now(publication.id)
    assert (out.state, out.remote_post_id, scene.worker.sent) == ("live", done.post_id, [])
    assert len(scene.pretend.posts()) == 1


def test_the_permission_to_send_is_given_once(scene: Any) -> None:
    publication = scene.planned()
    job = _up_to_commit(scene, publication.id)
    with scene.database.begin() as session:
        first = delivery.intend(session, job, Allowance(used=0, total=100), scene.clock.now())
        second = delivery.intend(session, job, Allowance(used=0, total=100), scene.clock.now())

    assert first is not None
    assert second is None


def test_a_worker_that_slept_past_its_lease_may_write_nothing(scene: Any) -> None:
    publication = scene.planned()
    job = _up_to_commit(scene, publication.id)
    scene.clock.advance(timedelta(minutes=3))
    with scene.database.begin() as session:
        assert delivery.claim(session, publication.id, "two", scene.clock.now()) is not None

    with scene.database.begin() as session, pytest.raises(Stale):
        delivery.intend(session, job, Allowance(used=0, total=100), scene.clock.now())


def test_nobody_takes_a_publication_while_its_lease_runs(scene: Any) -> None:
    publication = scene.planned()
    _up_to_commit(scene, publication.id)

    with scene.database.begin() as session:
        assert delivery.claim(session, publication.id, "two", scene.clock.now()) is None


def test_one_account_sends_one_post_at_a_time(scene: Any) -> None:
    first, second = scene.planned(words="One."), scene.planned(words="Two.", repost=True)
    job = _up_to_commit(scene, first.id)
    with scene.database.begin() as session:
        delivery.intend(session, job, Allowance(used=0, total=100), scene.clock.now())

    scene.worker.run(second.id)
    waiting = scene.now(second.id)
    assert (waiting.state, scene.worker.sent) == ("staging", [])
    scene.clock.advance(timedelta(seconds=30))
    scene.worker.run(second.id)
    assert (scene.now(second.id).state, scene.worker.sent) == ("waiting", [])

    scene.worker.live_through()
    assert [scene.now(one.id).state for one in (first, second)] == ["live", "live"]
    assert len(scene.pretend.posts()) == 2


def test_of_two_hands_that_claimed_at_once_one_may_send(scene: Any) -> None:
    first, second = scene.planned(words="One."), scene.planned(words="Two.", repost=True)
    jobs = [_up_to_commit(scene, one.id) for one in (first, second)]

    with scene.database.begin() as session:
        sends = [delivery.intend(session, job, Allowance(used=0, total=100), scene.clock.now()) for job in jobs]

    assert [send is not None for send in sends] == [True, False]
    scene.worker.live_through()
    assert [scene.now(one.id).state for one in (first, second)] == ["live", "live"]
    assert len(scene.pretend.posts()) == 2


def test_an_expired_token_stops_the_post_until_the_account_is_connected_again(scene: Any) -> None:
    scene.pretend.fault("ig.media_publish", {"token": "expire"})
    publication = scene.planned()
    scene.worker.live_through()
    assert scene.now(publication.id).state == "waiting"
    with scene.database.read() as session:
        assert publishing.channels.find(session, scene.owner.id, scene.channel.id).status == "reconnect"

    _connect_again(scene)
    scene.worker.live_through(hours=1)

    assert (scene.now(publication.id).state, len(scene.pretend.posts())) == ("live", 1)


def test_a_restricted_account_gets_nothing_more_for_a_day(scene: Any) -> None:
    scene.pretend.fault("ig.media_publish", {"error": "ig.25.2207050"})
    publication = scene.planned()

    scene.worker.live_through(hours=1)

    with scene.database.read() as session:
        channel = publishing.channels.find(session, scene.owner.id, scene.channel.id)
    assert channel.not_before is not None
    assert channel.not_before - scene.clock.now() > timedelta(hours=23)
    assert scene.now(publication.id).state == "waiting"
    assert len(scene.pretend.effects("ig.media_publish")) == 0


def test_a_full_quota_is_waited_for(scene: Any) -> None:
    scene.pretend.knobs(quota_total=0)
    publication = scene.planned()
    scene.worker.live_through(hours=0.5)
    waiting = scene.now(publication.id)
    assert (waiting.state, waiting.failure.code, scene.worker.sent) == ("waiting", "quota", [])

    scene.pretend.knobs(quota_total=100)
    scene.worker.live_through(hours=2)
    assert scene.now(publication.id).state == "live"


def test_an_upload_that_breaks_off_goes_on_where_it_stopped(scene: Any) -> None:
    scene.pretend.fault("ig.rupload", {"partial_store": 1000})
    publication = scene.planned()

    scene.worker.live_through()

    assert scene.now(publication.id).state == "live"
    assert len(scene.pretend.effects("ig.media.create")) == 1


def test_a_film_the_network_cannot_read_fails_with_a_way_out(scene: Any) -> None:
    scene.pretend.fault("ig.media.create", {"process": {"result": "error:2207026"}})
    publication = scene.planned()

    scene.worker.live_through()

    out = scene.now(publication.id)
    assert (out.state, out.failure.code, out.failure.reached_platform) == ("failed", "2207026", "no")
    assert scene.pretend.posts() == []


def test_what_expired_at_the_network_is_prepared_anew(scene: Any) -> None:
    publication = scene.planned(due_in_min=60 * 26)

    scene.worker.live_through(hours=27)

    assert scene.now(publication.id).state == "live"
    assert len(scene.pretend.effects("ig.media.create")) == 2


def test_a_post_whose_minute_passed_long_ago_does_not_go_out_by_itself(scene: Any) -> None:
    publication = scene.planned()
    scene.clock.advance(timedelta(hours=3))

    scene.worker.tick()

    missed = scene.now(publication.id)
    assert (missed.state, missed.failure.code, scene.worker.sent) == ("failed", "missed", [])
    with scene.database.begin() as session:
        publications.retry(session, scene.owner.id, publication.id, scene.clock.now())
    scene.worker.live_through()
    assert scene.now(publication.id).state == "live"


def test_a_network_that_never_shows_it_leaves_the_word_to_a_person(scene: Any) -> None:
    scene.pretend.fault("ig.media_publish", {"drop_before": True}, times=-1)
    publication = scene.planned()

    scene.worker.live_through(hours=3)

    doubtful = scene.now(publication.id)
    assert (doubtful.state, doubtful.next_at, len(scene.worker.sent)) == ("needs_review", None, 3)
    with scene.database.begin() as session:
        with pytest.raises(Conflict):
            publications.retry(session, scene.owner.id, publication.id, scene.clock.now())
        publications.settle(session, scene.owner.id, publication.id, scene.clock.now(), is_there=True)
    assert scene.now(publication.id).state == "live"


def _up_to_commit(scene: Any, publication_id: str) -> Any:
    job = None
    for _ in range(20):
        job = scene.worker.claim(publication_id, job)
        if job is None:
            scene.clock.advance(timedelta(seconds=1))
        elif job.step == "commit":
            return job
        else:
            scene.worker.do(job)
    raise AssertionError("it never came to the commit")


def _connect_again(scene: Any) -> None:
    code = sandbox.open_account(scene.pretend.database, "mara", "Mara", scene.clock.now())
    grant: Grant = scene.worker.platform.exchange(code, "http://127.0.0.1/")
    identity: Identity = scene.worker.platform.identity(grant)
    channel = scene.channel
    link = Link(
        owner_id=scene.owner.id,
        influencer_id=channel.influencer_id,
        platform=channel.platform,
        realm=channel.realm,
        identity=identity,
        grant=grant,
    )
    with scene.database.begin() as session:
        assert publishing.channels.connect(session, RING, link, scene.clock.now()).id == channel.id


def _job(scene: Any, publication: Any) -> Any:
    return publishing.Job(publication=publication, channel=scene.channel, step="commit")
