import os
from datetime import timedelta
from time import time

import pytest

from sorcerer import accounts, ledger, schedule, studio
from sorcerer.app import House
from sorcerer.schedule import Video
from sorcerer.testing import FrozenClock
from sorcerer.workflows import engine, make_video, sweep
from sorcerer.workflows.sweep import over_quota

Artifact = studio.artifacts.Artifact


@pytest.fixture(autouse=True)
def _as_now(clock: FrozenClock) -> None:
    """A file store has the machine's own clock."""
    from datetime import UTC, datetime  # noqa: PLC0415 - only here is it right to ask

    clock.advance(datetime.fromtimestamp(time(), UTC) - clock.now())


def kept(house: House, text: str, days: float = 3) -> str:
    """Keep a file that was put there some days ago."""
    key = house.tools.files.put(text.encode(), ".txt").key
    path = house.tools.files.local_path(key)
    assert path is not None
    os.utime(path, (time() - days * 86400,) * 2)
    return key


def names(house: House) -> set[str]:
    return {file.key for file in house.tools.files.listed()}


def made(house: House, video: Video, clock: FrozenClock, key: str, rev: int = 1) -> None:
    with house.tools.database.begin() as session:
        artifact = Artifact(kind="film", rev=rev, key=key, body={"inputs": "x"})
        studio.artifacts.keep(session, video.owner_id, video.id, artifact, clock.now())


def test_what_no_row_names_is_swept_after_a_day_and_what_a_row_names_is_kept(
    house: House, video: Video, clock: FrozenClock
) -> None:
    named, forgotten, young = kept(house, "named"), kept(house, "forgotten"), kept(house, "young", days=0.5)
    made(house, video, clock, named)

    told = sweep(house.tools)

    assert names(house) == {named, young}
    assert (told.files, told.gone, told.gone_bytes, forgotten in names(house)) == (2, 1, len("forgotten"), False)


def test_a_key_inside_a_document_counts_as_a_reference(house: House, video: Video, clock: FrozenClock) -> None:
    inside = kept(house, "inside")
    with house.tools.database.begin() as session:
        artifact = Artifact(kind="storyboard", rev=1, body={"inputs": "x", "shots": [{"photo": inside}]})
        studio.artifacts.keep(session, video.owner_id, video.id, artifact, clock.now())

    assert sweep(house.tools).gone == 0
    assert names(house) == {inside}


def test_the_media_of_a_deleted_account_are_swept(house: House, video: Video, clock: FrozenClock) -> None:
    made(house, video, clock, kept(house, "hers"))
    assert sweep(house.tools).gone == 0

    with house.tools.database.begin() as session:
        accounts.delete_account(session, video.owner_id)

    assert sweep(house.tools).gone == 1
    assert names(house) == set()


def test_what_an_earlier_version_was_made_of_is_kept_for_a_month(
    house: House, video: Video, clock: FrozenClock
) -> None:
    first, second = kept(house, "first", days=40), kept(house, "second", days=40)
    made(house, video, clock, first, rev=1)
    made(house, video, clock, second, rev=2)

    clock.advance(timedelta(days=29))
    assert sweep(house.tools).gone == 0
    clock.advance(timedelta(days=2))
    assert sweep(house.tools).gone == 1
    assert names(house) == {second}


def test_the_result_of_a_paid_call_is_kept_for_a_month(house: House, video: Video, clock: FrozenClock) -> None:
    result = kept(house, "result")
    with house.tools.database.begin() as session:
        ledger.reserve(
            session,
            video.owner_id,
            key="v:1:a",
            provider="x",
            port="text",
            estimate_micros=1,
            ceiling_micros=10,
            now=clock.now(),
        )
        ledger.settle(session, "v:1:a", 1, result)

    assert sweep(house.tools).gone == 0
    clock.advance(timedelta(days=31))
    assert sweep(house.tools).gone == 1


def test_above_the_quota_nothing_new_is_made(house: House, video: Video, clock: FrozenClock) -> None:
    made(house, video, clock, kept(house, "x" * 2000))
    sweep(house.tools)
    assert over_quota(house.tools) is None
    object.__setattr__(house.tools, "settings", house.settings.model_copy(update={"files_quota_gb": 1e-6}))

    engine.launch(house.tools)
    try:
        assert make_video(video.id, video.rev) == "stopped"
    finally:
        engine.shutdown(house.tools, patience_s=1)
    with house.tools.database.read() as session:
        failure = schedule.videos.find(session, video.owner_id, video.id).failure
    assert failure is not None
    assert failure.cause == "The kept files take 0.0 GB of the 1e-06 GB they may."
