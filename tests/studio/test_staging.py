"""How a story is staged: nothing is shown that is not so."""

import pytest

from sorcerer import studio
from sorcerer.providers import Beat, Moment, Product, Script, Season, Weather
from sorcerer.studio.staging import injury_of, season_of, weather_of

LINES = ("One line to say.", "Another line to say.", "A third line to say.", "And a fourth one.")


def board(scene: str, *, story: tuple[str, ...] = (), month: str = "07", seed: str = "one") -> studio.Storyboard:
    moment = Moment(local_time=f"2026-{month}-20T12:00", scene=scene, place="somewhere", story=story)
    script = Script(title="t", beats=tuple(Beat(role="beat", line=line) for line in LINES))
    return studio.storyboard(script, moment, seed=seed)


@pytest.mark.parametrize(
    ("told", "injury"),
    [
        ("Day 3 on crutches.", "leg"),
        ("She broke her ankle.", "leg"),
        ("Her wrist is in a cast.", "arm"),
        ("The flu, day two.", "ill"),
        ("Tag drei auf Krücken.", "leg"),
        ("Das Handgelenk ist verstaucht.", "arm"),
        ("Leg day. Nothing hurt.", ""),
        ("The army broke camp.", ""),
        ("She holds my hand. I broke a plate.", ""),
        ("", ""),
    ],
)
def test_she_is_hurt_in_the_picture_when_it_is_told_and_only_then(told: str, injury: str) -> None:
    assert injury_of(told) == injury


def test_a_running_story_shows_in_every_shot_and_nobody_on_crutches_holds_the_camera_out() -> None:
    for seed in "abcdef":
        shots = board("park", story=("day 3 on crutches",), seed=seed).shots
        assert {shot.injury for shot in shots} == {"leg"}
        assert "selfie" not in {shot.pose for shot in shots}


def test_a_season_is_that_of_the_life_or_of_the_month() -> None:
    months = {"01": "winter", "04": "spring", "07": "summer", "10": "autumn", "12": "winter"}
    assert {month: board("park", month=month).shots[0].season for month in months} == months
    assert season_of(Moment(local_time="2026-01-02T10:00", season="summer")) == "summer"
    assert season_of(Moment(local_time="")) == "summer"


@pytest.mark.parametrize(
    ("told", "season", "weather"),
    [
        ("Running in the rain again.", "summer", "rain"),
        ("First snow of the year", "winter", "snow"),
        ("A film with subtitles and snow", "summer", "clear"),
        ("Es regnet seit drei Tagen.", "autumn", "rain"),
        ("Sunny side of the street", "winter", "clear"),
    ],
)
def test_the_sky_is_as_it_is_told(told: str, season: Season, weather: Weather) -> None:
    assert weather_of(told, season, "park/2026-07-02") == weather


def test_without_a_word_about_it_the_sky_is_dry_and_the_same_for_everybody_there_that_day() -> None:
    skies = [weather_of("Coffee first.", "spring", f"park/2026-04-{day:02}") for day in range(1, 29)]
    assert set(skies) == {"clear", "cloudy"}
    assert skies == [weather_of("Other words.", "spring", f"park/2026-04-{day:02}") for day in range(1, 29)]


@pytest.mark.parametrize(
    ("scene", "poses"), [("cafe", {"seated", "turned", "frontal"}), ("park", {"selfie", "turned", "frontal"})]
)
def test_poses_change_from_shot_to_shot_as_the_place_allows(scene: str, poses: set[str]) -> None:
    seen = [shot.pose for seed in "abcdefgh" for shot in board(scene, seed=seed).shots]
    assert set(seen) == poses


def test_a_product_is_in_every_shot_that_is_made_and_in_none_that_is_kept() -> None:
    kept = board("cafe")
    made = kept.showing(Product(company="Lumen Lab"))
    assert {shot.product for shot in kept.shots} == {None}
    assert {shot.product for shot in made.shots} == {Product(company="Lumen Lab")}
    assert kept.showing(None) == kept
