import itertools

import pytest

from sorcerer.disclosure import owed
from sorcerer.errors import Invalid

PLATFORMS = {"instagram": "is_ai_generated", "tiktok": "is_aigc", "youtube": "containsSyntheticMedia"}


@pytest.mark.parametrize(("platform", "flag"), PLATFORMS.items())
def test_every_post_everywhere_owes_the_ai_label(platform: str, flag: str) -> None:
    for media, sponsored in itertools.product(("reel", "story_image", "story_video"), (True, False)):
        duties = owed(platform, media, sponsored=sponsored)  # type: ignore[arg-type] # the product of literals
        assert (duties.ai_label, duties.flags[0]) == (True, flag)
        assert "AI-generated" in duties.overlay_lines


def test_a_sponsored_reel_says_so_at_the_network_in_the_caption_and_in_the_picture() -> None:
    duties = owed("instagram", "reel", sponsored=True)

    assert duties.flags == ("is_ai_generated", "is_paid_partnership")
    assert (duties.first_words, duties.overlay_lines) == ("#ad", ("Ad", "AI-generated"))


def test_a_story_has_no_caption_so_its_picture_carries_everything() -> None:
    duties = owed("instagram", "story_image", sponsored=True)

    assert (duties.has_caption, duties.first_words, duties.caption_line) == (False, "", "")
    assert duties.overlay_lines == ("Ad", "AI-generated")


@pytest.mark.parametrize(("country", "line"), [("us", "AI-generated performer"), ("kr", "Virtual human")])
def test_some_countries_want_the_performer_named_in_ads(country: str, line: str) -> None:
    paid = owed("instagram", "reel", sponsored=True, jurisdiction=country)  # type: ignore[arg-type] # from the table
    plain = owed("instagram", "reel", sponsored=False, jurisdiction=country)  # type: ignore[arg-type] # from the table

    assert paid.overlay_lines == ("Ad", "AI-generated", line)
    assert plain.overlay_lines == ("AI-generated",)


def test_german_words_are_german() -> None:
    duties = owed("instagram", "reel", sponsored=True, language="de")

    assert (duties.first_words, duties.caption_line) == ("#ad #anzeige", "Mit KI erstellt.")


def test_a_network_nobody_knows_the_labels_of_is_refused() -> None:
    with pytest.raises(Invalid):
        owed("myspace", "reel", sponsored=False)
