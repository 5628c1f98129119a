"""The face in an uploaded photograph is found where it is, and nowhere else; the pictures are of a drawn person."""

import io

import pytest
from PIL import Image as Pillow
from PIL import ImageFilter

from sorcerer.errors import Invalid
from sorcerer.providers import Look, Shot
from sorcerer.providers.embedded.draw import framed
from sorcerer.studio import Crop, find_face

LOOK = Look(skin="deep", hair="black", style="curly", outfit="knit", outfit_color="#2f3e55")
CHIN, EYES = 1100, 800  # rows of the drawn picture that the face lies between


@pytest.fixture(scope="module")
def portrait() -> Pillow.Image:
    shot = Shot(scene="home", light="day", framing="medium", seconds=1, seed="face/0")
    return Pillow.fromarray(framed(LOOK, shot)).convert("RGB")


def found(picture: Pillow.Image, **options: object) -> Crop | None:
    out = io.BytesIO()
    picture.save(out, "JPEG", **options)
    return find_face(out.getvalue())


def test_a_face_is_found_in_a_square_that_holds_it(portrait: Pillow.Image) -> None:
    square = found(portrait)
    assert square is not None
    assert square.x < 400
    assert square.x + square.size > 680
    assert square.y < EYES < CHIN < square.y + square.size
    assert square.size < portrait.width


def test_a_face_that_is_small_and_at_the_side_is_found_there(portrait: Pillow.Image) -> None:
    wide = Pillow.new("RGB", (1600, 900), "#b0a8a0")
    wide.paste(portrait.resize((506, 900)), (1094, 0))
    square = found(wide)
    assert square is not None
    assert square.x > 1000
    assert square.x + square.size <= 1600
    assert square.size < 600


def test_a_picture_that_lies_on_its_side_is_measured_upright(portrait: Pillow.Image) -> None:
    exif = Pillow.Exif()
    exif[0x0112] = 6
    upright, lying = found(portrait, quality=95), found(portrait.rotate(90, expand=True), exif=exif, quality=95)
    assert upright is not None
    assert lying is not None
    assert (lying.x, lying.y, lying.size) == pytest.approx((upright.x, upright.y, upright.size), abs=12)


def test_where_nobody_is_no_face_is_found(portrait: Pillow.Image) -> None:
    assert found(Pillow.linear_gradient("L").resize((700, 500)).convert("RGB")) is None
    assert found(portrait.crop((0, 1250, 1080, 1920))) is None
    assert found(portrait.filter(ImageFilter.GaussianBlur(160))) is None


def test_what_is_no_picture_is_refused_as_an_upload_is() -> None:
    with pytest.raises(Invalid, match="no JPEG, PNG or WebP picture"):
        find_face(b"GIF89a")
