"""Where she is and how she stands: places, poses, what she holds, what shows that she is hurt."""

import base64
import hashlib
import io
from collections.abc import Callable
from functools import partial
from typing import get_args

import pytest
from PIL import Image as Pillow

from sorcerer.providers.embedded.art.arms import Grip, draw_arm, draw_sling
from sorcerer.providers.embedded.art.held import holds
from sorcerer.providers.embedded.art.lights import lighting_of
from sorcerer.providers.embedded.art.packing import draw_pack
from sorcerer.providers.embedded.art.paint import Canvas, pixels
from sorcerer.providers.embedded.scenery.backdrop import draw_place
from sorcerer.providers.embedded.setting import Setting, place_seed, setting_key
from sorcerer.providers.embedded.sheet import ARM
from sorcerer.providers.embedded.stage import open_stage
from sorcerer.providers.values import Light, Look, Pose, Product, SceneName, Season, Shot, Weather

LOOK = Look(skin="umber", outfit="knit")
PLACES = get_args(SceneName)


def place(scene: SceneName, light: Light = "day", season: Season = "summer", weather: Weather = "clear") -> str:
    def draw(canvas: Canvas) -> None:
        canvas.scale(0.05, 0.05)
        draw_place(canvas, scene, lighting_of(light, scene, season, weather), "one")

    return hashlib.sha256(pixels(54, 96, draw).tobytes()).hexdigest()


def shot(pose: Pose = "frontal", **fields: object) -> Shot:
    return Shot.model_validate({"scene": "street", "seconds": 2, "seed": "film/0", "pose": pose} | fields)


def setting(one: Shot) -> Setting:
    return Setting.of(setting_key(LOOK.model_dump(), one))


def test_there_are_sixteen_places_at_least_and_each_has_four_hours() -> None:
    assert len(PLACES) >= 16
    assert len({place(scene, light) for scene in PLACES for light in get_args(Light)}) == 4 * len(PLACES)


@pytest.mark.parametrize("scene", ["street", "park", "hike", "market", "train"])
def test_seasons_and_weather_are_seen_out_of_doors_and_through_a_window(scene: SceneName) -> None:
    years = {place(scene, season=season) for season in get_args(Season)}
    skies = {place(scene, season="winter", weather=weather) for weather in get_args(Weather)}
    assert (len(years), len(skies) >= 3) == (4, True)


def test_her_place_is_hers_in_every_film() -> None:
    one, other = setting(shot()), setting(shot(seed="another/0"))
    assert place_seed(one.look) == place_seed(other.look) == place_seed(LOOK)


def test_shots_of_one_film_share_what_is_drawn_and_poses_do_not() -> None:
    one = setting_key(LOOK.model_dump(), shot(line="One.", seconds=1))
    assert one == setting_key(LOOK.model_dump(), shot(line="Two.", seconds=3, seed="film/2"))
    assert len({setting_key(LOOK.model_dump(), shot(pose)) for pose in get_args(Pose)}) == 4


@pytest.mark.parametrize("pose", get_args(Pose))
def test_her_face_stays_in_the_picture_in_every_pose_and_framing(pose: Pose) -> None:
    for framing in ("wide", "medium", "close"):
        at = setting(shot(pose, framing=framing))
        x, y = at.at
        assert 200 * at.scale < x < 1080 - 200 * at.scale
        assert 340 * at.scale < y < 1920 - 400 * at.scale


def test_she_holds_something_where_there_is_something_to_hold_and_moves_that_arm() -> None:
    def names(one: Shot) -> list[str]:
        order = {"look": LOOK.model_dump(), "shot": one.model_dump(mode="json"), "visemes": [], "spoken": 0.0}
        return [placed.sprite.partition(":")[0] for placed in open_stage(order).frame(0.5)]

    assert names(shot(framing="medium")) == ["plate", "head", "eyes", "lips", "arm"]
    assert names(shot("seated", scene="cafe")) == ["plate", "head", "eyes", "lips"]
    assert names(shot(framing="close"))[-1] == "lips"
    assert [scene for scene in PLACES if not holds(scene)] == ["product"]


def test_a_hurt_leg_shows_as_crutches_and_a_hurt_arm_as_a_sling() -> None:
    grip = setting(shot(injury="leg")).grip
    assert grip is not None
    assert grip.crutch
    assert setting(shot(injury="arm")).grip is None
    crutches, cup = (painted(partial(draw_arm, look=LOOK, grip=held)) for held in (grip, Grip("street")))
    assert crutches != cup
    assert painted(lambda canvas: draw_sling(canvas, LOOK)) != painted(lambda _: None)


def painted(draw: Callable[[Canvas], object]) -> str:
    def onto(canvas: Canvas) -> None:
        canvas.scale(0.2, 0.2)
        canvas.translate(400, 0)
        draw(canvas)

    return hashlib.sha256(pixels(200, 260, onto).tobytes()).hexdigest()


def packed(product: Product) -> str:
    def draw(canvas: Canvas) -> None:
        canvas.translate(200, 600)
        draw_pack(canvas, product, "#5f7f73")

    return painted(draw)


def test_a_product_wears_its_brands_logo_and_its_name_when_the_logo_cannot_be_read() -> None:
    out = io.BytesIO()
    Pillow.new("RGBA", (60, 20), (200, 30, 60, 255)).save(out, "PNG")
    logo = base64.b64encode(out.getvalue()).decode()
    packs = [
        Product(company="Lumen Lab", logo=sign) for sign in (logo, "", "no base64!", base64.b64encode(b"x").decode())
    ]
    drawn = [packed(pack) for pack in packs]
    assert drawn[0] != drawn[1]
    assert drawn[1] == drawn[2] == drawn[3]
    assert packed(Product(company="Other Lab")) != drawn[1]


def test_her_chest_rises_her_brows_lift_and_her_head_never_stands_still() -> None:
    order = {"look": LOOK.model_dump(), "shot": shot(seconds=6).model_dump(mode="json"), "spoken": 5.0}
    stage = open_stage(order | {"visemes": [["AA", 0.1], ["IY", 1.0]]})
    frames = [{placed.sprite.partition(":")[0]: placed for placed in stage.frame(n / 10)} for n in range(60)]
    assert {frame["eyes"].sprite[-1] for frame in frames} == {"0", "1"}
    assert len({frame["head"].matrix for frame in frames}) == 60
    assert len({frame["arm"].matrix for frame in frames}) == 60


@pytest.mark.parametrize("scene", [scene for scene in PLACES if holds(scene)])
def test_nothing_that_she_holds_is_cut_off_at_the_edge_of_its_sprite(scene: SceneName) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.scale(0.2, 0.2)
        canvas.translate(-ARM[0], -ARM[1])
        draw_arm(canvas, LOOK, Grip(scene, crutch=False))

    size = round((ARM[2] - ARM[0]) * 0.2), round((ARM[3] - ARM[1]) * 0.2)
    alpha = pixels(*size, draw)[..., 3]
    assert [int(edge.max()) for edge in (alpha[0], alpha[:, 0])] == [0, 0]
    assert alpha[-1].max() == 0 or scene in {"hike", "shop"}  # a pole reaches the ground
