"""What she looks like: every parameter is seen, and she stays who she is in every place."""

import colorsys
import hashlib
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from sorcerer.providers.embedded.art.lights import lighting_of
from sorcerer.providers.embedded.art.paint import Canvas, pixels
from sorcerer.providers.embedded.art.palette import SKINS
from sorcerer.providers.embedded.art.portrait import draw_person, draw_whole_head
from sorcerer.providers.embedded.cast import members
from sorcerer.providers.embedded.mouth import SHAPES
from sorcerer.providers.embedded.pictures import look_for
from sorcerer.providers.embedded.wardrobe import dressed
from sorcerer.providers.values import (
    HairColor,
    HairStyle,
    Headwear,
    Light,
    Look,
    Outfit,
    SceneName,
    Season,
    Shot,
    Skin,
    Weather,
)

CLOTHES = {"outfit", "outfit_color", "headwear"}
KEPT = {  # a look as the first release kept it
    "skin": "brown",
    "hair": "black",
    "style": "curly",
    "eye": "#3a2413",
    "outfit": "tank",
    "outfit_color": "#2f9e8f",
    "masc": True,
    "beard": False,
    "glasses": False,
    "earrings": True,
    "jaw": 1.0,
    "brow": 1.0,
}
shots = st.builds(
    Shot,
    scene=st.sampled_from(get_args(SceneName)),
    light=st.sampled_from(get_args(Light)),
    season=st.sampled_from(get_args(Season)),
    weather=st.sampled_from(get_args(Weather)),
    injury=st.sampled_from(("", "leg", "arm", "ill")),
    seed=st.sampled_from(("a/0", "a/1", "b/0")),
    seconds=st.just(1.0),
)


def drawn(look: Look, *, turn: float = 0.0) -> str:
    """Return a hash of her picture, a hand wide."""

    def draw(canvas: Canvas) -> None:
        canvas.scale(0.12, 0.12)
        canvas.translate(540, 560)
        if turn:
            draw_whole_head(canvas, look, SHAPES["rest"], smile=0.5, turn=turn)
        else:
            draw_person(canvas, look, SHAPES["rest"], smile=0.5, tilt=0)

    return hashlib.sha256(pixels(130, 190, draw).tobytes()).hexdigest()


@pytest.mark.parametrize(
    ("field", "options", "upon"),
    [
        ("skin", get_args(Skin), {}),
        ("hair", get_args(HairColor), {}),
        ("style", get_args(HairStyle), {}),
        ("outfit", get_args(Outfit), {}),
        ("headwear", get_args(Headwear), {}),
        ("shape", ("oval", "round", "square", "heart"), {}),
        ("eyes", ("almond", "round", "hooded"), {}),
        ("whiskers", ("full", "stubble", "goatee", "moustache"), {"beard": True, "masc": True}),
        ("frames", ("soft", "round", "square", "cat"), {"glasses": True}),
        ("jewellery", ("hoops", "studs", "drops"), {"style": "bun"}),
        ("years", (30, 50, 60, 70), {}),
        ("nose", (0.8, 1.0, 1.3), {}),
        ("lips", (0.8, 1.0, 1.3), {}),
        ("freckles", (False, True), {}),
        ("necklace", (False, True), {"outfit": "tank"}),
    ],
)
def test_every_parameter_of_a_look_is_seen(field: str, options: tuple[Any, ...], upon: dict[str, Any]) -> None:
    pictures = {drawn(Look.model_validate(upon | {field: option})) for option in options}
    assert len(pictures) == len(options)


def test_there_are_ten_skins_twelve_styles_of_hair_and_fifteen_outfits_at_least() -> None:
    assert [len(get_args(kind)) >= least for kind, least in ((Skin, 10), (HairStyle, 12), (Outfit, 15))] == [True] * 3


def test_a_turned_head_is_another_picture_of_the_same_look() -> None:
    assert len({drawn(Look(), turn=turn) for turn in (-1.0, -0.4, 1.0)}) == 3


def test_a_look_that_was_kept_before_there_were_more_parameters_still_loads_and_draws() -> None:
    look = Look.model_validate(KEPT)
    assert {field: value for field, value in look.model_dump().items() if field in KEPT} == KEPT
    assert drawn(look) == drawn(Look.model_validate(look.model_dump()))


@given(shot=shots, index=st.integers(0, len(members()) - 1))
def test_she_is_the_same_person_in_every_film_whatever_she_wears(shot: Shot, index: int) -> None:
    look = Look.model_validate(members()[index]["look"])
    worn = dressed(look, shot)
    assert worn.model_dump(exclude=CLOTHES) == look.model_dump(exclude=CLOTHES)


@given(shot=shots)
def test_nobody_changes_clothes_between_two_shots_of_a_film(shot: Shot) -> None:
    first, second = (shot.model_copy(update={"seed": f"film/{index}"}) for index in (0, 3))
    assert dressed(Look(), first) == dressed(Look(), second)


@pytest.mark.parametrize(
    ("circumstances", "worn"),
    [
        ({"scene": "street", "weather": "rain"}, {"raincoat"}),
        ({"scene": "hike", "season": "winter"}, {"puffer"}),
        ({"scene": "street", "season": "winter"}, {"coat", "puffer"}),
        ({"scene": "bedroom", "light": "night"}, {"pyjamas"}),
        ({"scene": "home", "injury": "ill"}, {"pyjamas", "knit"}),
        ({"scene": "gym"}, {"sport", "tank"}),
        ({"scene": "kitchen", "outfit": "blazer"}, {"blazer"}),
        ({"scene": "home", "season": "winter"}, {"knit"}),
        ({"scene": "home", "season": "summer"}, {"dress"}),
        ({"scene": "restaurant", "light": "night"}, {"dress", "blazer", "shirt"}),
    ],
)
def test_she_dresses_for_the_place_the_season_and_her_health(circumstances: dict[str, Any], worn: set[str]) -> None:
    look = Look(outfit="dress") if circumstances["scene"] != "gym" else Look(outfit="sport")
    seen = {
        dressed(look, Shot.model_validate(circumstances | {"seconds": 1, "seed": f"{n}/0"})).outfit for n in range(30)
    }
    assert seen == worn


def test_an_apron_stays_in_the_kitchen_and_a_tracksuit_out_of_the_restaurant() -> None:
    baker, runner = Look(outfit="apron"), Look(outfit="sport")
    assert dressed(baker, Shot(scene="cafe", seconds=1)).outfit == "tee"
    assert dressed(runner, Shot(scene="home", seconds=1)).outfit == "hoodie"


def test_a_man_is_given_no_dress_and_a_hat_stays_out_of_doors() -> None:
    him = Look(masc=True, headwear="cap")
    summer = [dressed(him, Shot(scene="beach", seconds=1, seed=f"{n}/0")) for n in range(30)]
    assert "dress" not in {look.outfit for look in summer}
    assert dressed(him, Shot(scene="home", seconds=1)).headwear == "none"
    assert dressed(him, Shot(scene="street", season="winter", seconds=1)).headwear == "beanie"


@pytest.mark.parametrize("scene", get_args(SceneName))
@pytest.mark.parametrize("light", get_args(Light))
def test_no_light_turns_skin_grey(scene: SceneName, light: Light) -> None:
    for weather in get_args(Weather):
        _, middle, bright = lighting_of(light, scene, "summer", weather).on_skin
        for skin in SKINS.values():
            own = saturation(skin.base, "#ffffff")
            assert min(saturation(skin.base, middle), saturation(skin.base, bright)) >= 0.85 * own


def saturation(color: str, light: str) -> float:
    red, green, blue = (int(color[i : i + 2], 16) * int(light[i : i + 2], 16) / 255**2 for i in (1, 3, 5))
    return colorsys.rgb_to_hsv(red, green, blue)[1]


def test_generated_faces_are_many_and_all_of_them_adults() -> None:
    looks = [look_for({"pronouns": ("she", "he", "they")[n % 3], "age": 12 + n % 80}, str(n)) for n in range(400)]
    assert {look.skin for look in looks} == set(get_args(Skin))
    assert {look.style for look in looks} == set(get_args(HairStyle))
    assert 20 <= min(look.years for look in looks) <= max(look.years for look in looks) <= 70
    assert len({look.model_dump_json() for look in looks}) == 400


def test_a_child_cannot_be_drawn() -> None:
    with pytest.raises(ValidationError, match="years"):
        Look(years=17)


def test_the_cast_shows_the_years_it_has() -> None:
    assert [member["look"]["years"] for member in members()] == [member["persona"]["age"] for member in members()]
