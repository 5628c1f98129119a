import pytest

from sorcerer.studio.storyboard import scene_of


@pytest.mark.parametrize(
    ("told", "scene"),
    [
        ("She tries the climbing hall", "gym"),
        ("Batch soup, three ways", "kitchen"),
        ("A flat white and a crossword", "home"),
        ("An espresso and a crossword", "cafe"),
        ("The sea in November", "beach"),
        ("Boarding in ten minutes", "airport"),
        ("Four hours on a train", "train"),
        ("Farmers market at nine", "market"),
        ("A bistro around the corner", "restaurant"),
        ("Clay under every nail", "studio"),
        ("", "home"),
    ],
)
def test_a_post_without_a_place_is_filmed_where_its_words_are(told: str, scene: str) -> None:
    assert scene_of("", told) == scene


def test_a_known_place_wins_over_the_words() -> None:
    assert scene_of("park", "espresso") == "park"


def test_a_place_nobody_can_draw_is_home() -> None:
    assert scene_of("moon") == "home"
