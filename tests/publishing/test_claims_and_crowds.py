"""What is refused when a post is planned or prepared, before any network hears of it."""

from datetime import timedelta
from typing import Any

import pytest

from sorcerer import publishing
from sorcerer.errors import Conflict, Invalid


def test_a_sponsored_post_that_claims_to_have_lived_it_is_refused_with_a_suggestion(scene: Any) -> None:
    with pytest.raises(Invalid) as refusal:
        scene.planned(words="I used it for three weeks.", sponsor="Kettle & Co")
    assert "made by AI" in refusal.value.message
    assert refusal.value.fix is not None
    assert "Made for" in refusal.value.fix


def test_what_is_said_in_the_film_is_read_as_well_as_the_caption(scene: Any) -> None:
    with pytest.raises(Invalid, match="my life"):
        scene.planned(spoken=("Here it is.", "This changed my life."), sponsor="Kettle & Co")


def test_a_cure_does_not_go_out_even_when_nobody_pays_for_it(scene: Any) -> None:
    with pytest.raises(Invalid, match="somebody may follow it"):
        scene.planned(words="This tea cured my anxiety.")

    assert scene.planned(words="I have been running for ten weeks.").content is not None


def test_more_posts_than_a_day_takes_are_refused_when_they_are_planned(scenes: Any) -> None:
    scene = scenes("tiktok")
    planned = [scene.planned(due_in_min=60 * hour) for hour in range(1, 7)]
    assert len(planned) == 6

    with pytest.raises(Conflict, match="more than 6 posts on tiktok within 24 hours"):
        scene.planned(due_in_min=60 * 8)

    assert scene.planned(due_in_min=60 * 26).state == "planned"


def test_what_was_cancelled_leaves_room(scenes: Any) -> None:
    scene = scenes("youtube")
    planned = [scene.planned(due_in_min=60 * hour) for hour in range(1, 7)]
    with scene.database.begin() as session:
        publishing.publications.withdraw(session, planned[0].video_id, scene.clock.now())

    again = scene.planned(due_in_min=60 * 7)

    assert again.due_at - scene.clock.now() == timedelta(hours=7)
