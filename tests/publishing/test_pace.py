"""We stay below what networks allow: apart when posts piled up, and within the calls of an app and a day."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sorcerer import publishing
from sorcerer.publishing import pace
from sorcerer.publishing.model import Publication

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def due(*, late_min: float, planned_before_min: float = 60) -> Publication:
    due_at = NOON - late_min * MINUTE
    planned = due_at - planned_before_min * MINUTE
    ids = {"id": "p", "owner_id": "o", "influencer_id": "i", "video_id": "v", "channel_id": "c"}
    return Publication.model_validate(ids | {"due_at": due_at, "created_at": planned, "updated_at": planned})


@pytest.mark.parametrize(
    ("publication", "last_min_ago", "waits_min"),
    [
        (due(late_min=30), 4, 11),
        (due(late_min=30), 15, None),
        (due(late_min=30), None, None),
        (due(late_min=1), 4, None),
        (due(late_min=30, planned_before_min=-20), 4, None),
    ],
    ids=["piled up", "apart", "the first", "on time", "made just now"],
)
def test_only_posts_that_piled_up_go_out_a_quarter_of_an_hour_apart(
    publication: Publication, last_min_ago: float | None, waits_min: float | None
) -> None:
    last = NOON - last_min_ago * MINUTE if last_min_ago is not None else None

    pause = pace.backlog(publication, last, NOON)

    assert (pause.until - NOON if pause else None) == (waits_min * MINUTE if waits_min is not None else None)


@pytest.mark.parametrize(
    ("tried", "step", "waits"),
    [
        ({"stage": 99}, "stage", False),
        ({"stage": 100}, "stage", True),
        ({"commit": 158}, "stage", False),
        ({"commit": 161}, "stage", True),
        ({"commit": 161}, "commit", False),
        ({"commit": 200}, "commit", True),
    ],
    ids=str,
)
def test_a_fifth_of_youtube_s_day_is_kept_for_what_must_become_visible(
    tried: dict[str, int],
    step: Any,
    waits: bool,  # noqa: FBT001 - a table
) -> None:
    pause = pace.quota(tried, step, NOON)

    assert (pause is not None) is waits
    assert pause is None or pause.until == datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def test_tiktok_is_asked_for_five_uploads_a_minute_and_others_for_as_many_as_come() -> None:
    assert pace.stagings("tiktok", 4, NOON) is None
    pause = pace.stagings("tiktok", 5, NOON)
    assert pause is not None
    assert pause.until == NOON + MINUTE
    assert pace.stagings("instagram", 50, NOON) is None


def test_two_posts_that_missed_their_minute_go_out_one_after_the_other(scene: Any) -> None:
    first, second = scene.planned(due_in_min=10), scene.planned(due_in_min=11, repost=True)
    scene.clock.advance(timedelta(minutes=40))

    scene.worker.live_through(hours=1)

    out = [scene.now(one.id).published_at for one in (first, second)]
    assert scene.now(second.id).state == "live"
    assert abs(out[1] - out[0]) >= timedelta(minutes=15)


def test_a_limit_of_the_whole_app_stops_every_account_of_the_network(scenes: Any) -> None:
    scene = scenes("youtube")
    scene.pretend.fault("yt.session.open", {"error": "yt.quotaExceeded"})
    publication = scene.planned()

    scene.worker.tick()

    with scene.database.read() as session:
        channel = publishing.channels.find(session, scene.owner.id, scene.channel.id)
    assert channel.breaker is not None
    assert "YouTube calls of the day" in channel.breaker
    assert channel.not_before is not None
    assert channel.not_before - scene.clock.now() == timedelta(hours=1)
    assert scene.now(publication.id).state == "waiting"

    with scene.database.begin() as session:
        publishing.channels.mend(session, scene.owner.id, scene.channel.id, scene.clock.now())
    scene.worker.live_through(hours=0.5)

    assert scene.now(publication.id).state == "live"
