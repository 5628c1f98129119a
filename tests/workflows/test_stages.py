"""What was made from the same inputs is taken again, and only what changed is made anew."""

from datetime import timedelta
from typing import Any

import pytest

from sorcerer import influencers, schedule, studio
from sorcerer.app import House
from sorcerer.errors import SorcererError
from sorcerer.schedule import Video
from sorcerer.testing import FrozenClock
from sorcerer.workflows import stages
from sorcerer.workflows.brief import Brief, brief_of

Artifact = studio.artifacts.Artifact


@pytest.fixture
def face(house: House, video: Video, clock: FrozenClock) -> str:
    """Where her drawn face is kept."""
    image = house.tools.provider.image
    assert image is not None
    drawn = image.face({"pronouns": "she", "age": 29}, "one")
    assert drawn.look is not None
    key = house.tools.files.put(drawn.data, ".png").key
    show(house, video, clock, {"face_key": key, "look": drawn.look.model_dump(mode="json")})
    return key


def show(house: House, video: Video, clock: FrozenClock, fields: dict[str, Any]) -> None:
    """Give her another face."""
    with house.tools.database.begin() as session:
        mara = influencers.find(session, video.owner_id, video.influencer_id)
        influencers.change(session, mara.model_copy(update=fields), clock.now())


def made(house: House, video: Video, rev: int) -> dict[str, Artifact]:
    with house.tools.database.read() as session:
        found = studio.artifacts.of_video(session, video.owner_id, video.id)
    return {one.kind: one for one in found if one.rev == rev}


def run(house: House, video: Video, *names: str) -> Brief:
    for name in names:
        stages.STAGES["story"][name].make(house.tools, brief_of(house.tools, video.id))
    return brief_of(house.tools, video.id)


def again(house: House, video: Video, clock: FrozenClock) -> None:
    clock.advance(timedelta(minutes=1))
    with house.tools.database.begin() as session:
        failure = schedule.Failure(stage="story", cause="x")
        schedule.production.fail(session, video.id, failure, clock.now())
        asked = schedule.videos.make_now(session, video.owner_id, video.id, clock.now())
        assert schedule.production.begin(session, asked.id, asked.rev, clock.now()) is not None


def test_a_retry_takes_words_shots_and_frame_again_and_draws_nothing(
    house: House, video: Video, face: str, clock: FrozenClock
) -> None:
    run(house, video, "script", "storyboard", "first_frame")
    first = made(house, video, 1)
    again(house, video, clock)
    house.tools.files.delete(face)  # whoever drew her anew would miss it
    run(house, video, "script", "storyboard", "first_frame")
    second = made(house, video, 2)
    assert {kind: (one.key, one.body) for kind, one in second.items()} == {
        kind: (one.key, one.body) for kind, one in first.items()
    }


@pytest.mark.usefixtures("face")
def test_another_face_makes_another_frame_from_the_same_words(house: House, video: Video, clock: FrozenClock) -> None:
    run(house, video, "script", "storyboard", "first_frame")
    again(house, video, clock)
    show(house, video, clock, {"face_key": "00/gone.png"})
    run(house, video, "script", "storyboard")
    with pytest.raises(SorcererError):
        run(house, video, "first_frame")
    first, second = made(house, video, 1), made(house, video, 2)
    assert (second["script"].body, second["storyboard"].body) == (first["script"].body, first["storyboard"].body)
