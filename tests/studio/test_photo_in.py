"""Uploads from strangers: what is taken, what is refused, and what comes out."""

import io
import struct
import zlib

import pytest
from PIL import Image as Pillow

from sorcerer.errors import Invalid, TooLarge
from sorcerer.providers import Picture
from sorcerer.studio import Crop, logo_in, photo_in

BROWN, BLUE = (192, 128, 96), (32, 64, 128)


def encoded(size: tuple[int, int], kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture = Pillow.new("RGB", size, "#c08060")
    picture.paste("#204080", (0, 0, size[0] // 2, size[1] // 2))
    picture.save(out, kind, **options)
    return out.getvalue()


def opened(picture: Picture) -> Pillow.Image:
    return Pillow.open(io.BytesIO(picture.data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photograph_comes_out_as_fresh_pixels(kind: str) -> None:
    taken = photo_in(encoded((800, 600), kind))
    assert (taken.media_type, opened(taken).format, opened(taken).size, taken.look) == (
        "image/png",
        "PNG",
        (800, 600),
        None,
    )


def test_a_large_photograph_is_made_smaller_and_keeps_its_shape() -> None:
    assert opened(photo_in(encoded((4000, 3000), "JPEG"))).size == (2048, 1536)


def test_a_photograph_that_lies_on_its_side_is_turned_and_its_metadata_is_gone() -> None:
    exif = Pillow.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010F] = "A camera that tells where you live"
    taken = opened(photo_in(encoded((800, 600), "JPEG", exif=exif)))
    assert taken.size == (600, 800)
    assert dict(taken.getexif()) == {}
    assert taken.info == {}
    assert taken.getpixel((599, 0)) == pytest.approx((32, 64, 128), abs=12)


def test_the_square_with_the_face_is_kept_alone_and_upright() -> None:
    exif = Pillow.Exif()
    exif[0x0112] = 6
    lying = encoded((800, 600), "PNG", exif=exif)
    taken = opened(photo_in(lying, Crop(x=200, y=100, size=400)))
    assert taken.size == (400, 400)
    assert [taken.getpixel(at) for at in ((50, 50), (150, 50), (150, 350))] == [BROWN, BLUE, BROWN]


def test_a_square_outside_of_the_picture_is_refused() -> None:
    with pytest.raises(Invalid, match="The square ends at 700, 700; the picture has 800 by 600 pixels"):
        photo_in(encoded((800, 600), "JPEG"), Crop(x=100, y=100, size=600))


def test_a_picture_for_print_has_its_colours() -> None:
    out = io.BytesIO()
    Pillow.new("CMYK", (100, 100), (0, 255, 255, 0)).save(out, "JPEG", quality=95)
    assert opened(photo_in(out.getvalue())).getpixel((50, 50)) == pytest.approx((255, 0, 0), abs=6)


def test_sixteen_bits_are_not_cut_off() -> None:
    out = io.BytesIO()
    Pillow.new("I;16", (100, 100), 32_896).save(out, "PNG")
    assert opened(photo_in(out.getvalue())).getpixel((50, 50)) == (128, 128, 128)


def test_a_logo_keeps_what_shines_through() -> None:
    out = io.BytesIO()
    logo = Pillow.new("RGBA", (2000, 1000), (0, 0, 0, 0))
    logo.paste((200, 40, 90, 255), (0, 0, 1000, 1000))
    logo.save(out, "PNG")
    taken = opened(logo_in(out.getvalue()))
    assert (taken.mode, taken.size) == ("RGBA", (1024, 512))
    assert (taken.getpixel((100, 100)), taken.getpixel((1000, 100))) == ((200, 40, 90, 255), (0, 0, 0, 0))


def test_what_shines_through_becomes_white() -> None:
    out = io.BytesIO()
    Pillow.new("RGBA", (100, 100), (0, 0, 0, 0)).save(out, "PNG")
    assert opened(photo_in(out.getvalue())).getpixel((5, 5)) == (255, 255, 255)


def bomb() -> bytes:
    """A PNG of a few hundred bytes that says it has 3.6 gigapixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


def moving(kind: str) -> bytes:
    out = io.BytesIO()
    pages = [Pillow.new("RGB", (100, 100), color) for color in ("red", "blue")]
    pages[0].save(out, kind, save_all=True, append_images=pages[1:])
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is no JPEG, PNG or WebP"),
        (b"%PDF-1.7", "is no JPEG, PNG or WebP"),
        (moving("GIF"), "is no JPEG, PNG or WebP"),
        (moving("PNG"), "is animated"),
        (moving("WEBP"), "is animated"),
        (bomb(), "at most 40 megapixels"),
        (encoded((800, 600), "JPEG")[:2000], "is broken"),
        (encoded((800, 600), "PNG")[:400], "is broken"),
        (b"\xff\xd8\xff\xe0" + b"MZ this is a program", "is broken"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "is broken"),
        (encoded((40, 40), "PNG"), "at least 64"),
    ],
    ids=["empty", "svg", "pdf", "gif", "apng", "webp", "bomb", "cut jpeg", "cut png", "disguised", "hollow", "tiny"],
)
def test_what_is_no_photograph_is_refused_in_words(data: bytes, why: str) -> None:
    with pytest.raises(Invalid, match=why) as refused:
        photo_in(data)
    assert (refused.value.field, refused.value.fix) == ("file", "Upload a JPEG, PNG or WebP picture.")


def test_more_than_25_megabytes_are_refused_before_anything_is_read() -> None:
    with pytest.raises(TooLarge, match="at most 26214400"):
        photo_in(b"\xff\xd8\xff" + bytes(26_214_400))
