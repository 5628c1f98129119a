"""Sprites are moved by parts of a pixel, and joining them before they move changes nothing that is seen."""

import math
import subprocess
import sys

import cv2
import numpy as np
import pytest

from sorcerer.studio.film.footage import _offset
from sorcerer.studio.film.lay import lay
from sorcerer.studio.film.packed import Joined, packed
from sorcerer.studio.film.planes import HIGH, WIDE, Bytes, Frame
from sorcerer.studio.film.sprite import holds, sprite_of
from sorcerer.studio.film.zoom import MARGIN, zoomed

AROUND = (MARGIN, MARGIN, MARGIN, MARGIN, cv2.BORDER_REPLICATE)


def noise(high: int, wide: int) -> Bytes:
    rough = np.random.default_rng(7).integers(0, 255, (high, wide), np.uint8)
    soft = cv2.GaussianBlur(rough, (0, 0), 2)
    return cv2.normalize(soft, np.empty_like(soft), 0, 255, cv2.NORM_MINMAX).astype(np.uint8)


def oval(high: int, wide: int, colour: tuple[int, int, int]) -> Bytes:
    """A soft-edged oval, premultiplied RGBA."""
    alpha = np.zeros((high, wide), np.uint8)
    cv2.ellipse(alpha, (wide // 2, high // 2), (wide // 2 - 6, high // 2 - 6), 0, 0, 360, 255, -1)
    alpha = cv2.GaussianBlur(alpha, (0, 0), 2).astype(np.uint8)
    tones = np.array(colour, np.float32) * (alpha[..., None] / 255)
    return np.dstack([tones.astype(np.uint8), alpha])


def plain(colour: tuple[int, int, int]) -> Bytes:
    return np.full((HIGH, WIDE, 4), (*colour, 255), np.uint8)


@pytest.mark.parametrize("scale", [1.02, 1.037, 1.066])
@pytest.mark.parametrize("shift", [(-3.25, -9.5), (-11.13, -20.01), (2.4, 1.7)])
def test_a_zoom_is_where_the_exact_warp_is(scale: float, shift: tuple[float, float]) -> None:
    source, target = noise(240, 180), np.empty((240, 180), np.uint8)
    move = np.array([[scale, 0, shift[0]], [0, scale, shift[1]]])
    assert zoomed(cv2.copyMakeBorder(source, *AROUND).astype(np.uint8), move, target)
    exact = cv2.warpAffine(source, move, (180, 240), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    assert np.abs(target.astype(int) - exact.astype(int)).max() <= 4  # of 255; a shift of 0.1 pixel gives 12


def test_a_zoom_that_no_whole_pixel_fits_is_left_to_the_warp() -> None:
    move = np.array([[1.0, 0, 0.5], [0, 1.0, 0.5]])
    assert not zoomed(cv2.copyMakeBorder(noise(60, 40), *AROUND).astype(np.uint8), move, np.empty((60, 40), np.uint8))


def test_colours_keep_their_place_in_bt709() -> None:
    sprite = sprite_of(plain((200, 60, 40)))
    assert sprite.covers
    assert [int(plane[MARGIN, MARGIN]) for plane in (sprite.y, sprite.u, sprite.v)] == [92, 105, 190]
    half = sprite_of(np.full((20, 20, 4), (100, 30, 20, 128), np.uint8))
    assert [int(plane[5, 5]) for plane in (half.y, half.u, half.v, half.keep)] == pytest.approx(
        [46, 53, 96, 127], abs=1
    )


@pytest.mark.parametrize("at", [(40, 60), (41, 60), (41, 63)])
def test_a_joined_sprite_looks_as_if_both_were_laid(at: tuple[int, int]) -> None:
    head, eye = oval(400, 300, (190, 140, 110)), oval(80, 120, (60, 40, 30))
    base, part = sprite_of(head), sprite_of(eye, at)
    turn = math.radians(3)
    move = np.array([[math.cos(turn), -math.sin(turn), 200.3], [math.sin(turn), math.cos(turn), 300.7], [0, 0, 1]])
    upon = move @ np.array([[1, 0, at[0]], [0, 1, at[1]], [0, 0, 1.0]])
    assert holds(base, part, at)
    together, apart = Frame.empty(), Frame.empty()
    lay(together, Joined(base).under([(part, *at)]), tuple(move[:2].ravel()))
    lay(apart, packed(base), tuple(move[:2].ravel()))
    lay(apart, packed(sprite_of(eye)), tuple(upon[:2].ravel()))
    for one, other in zip(together.planes(), apart.planes(), strict=True):
        assert np.abs(one.astype(int) - other.astype(int)).max() <= 6
    assert _offset(tuple(move[:2].ravel()), tuple(upon[:2].ravel())) == at


def test_of_a_part_that_was_joined_nothing_stays_when_another_is() -> None:
    base, lip, eye = (
        sprite_of(oval(*shape))
        for shape in ((400, 300, (190, 140, 110)), (60, 140, (150, 40, 60)), (80, 120, (60, 40, 30)))
    )
    joined = Joined(base)
    joined.under([(lip, 80, 200)])
    after = joined.under([(eye, 40, 60)])
    fresh = Joined(base).under([(eye, 40, 60)])
    assert np.array_equal(after.luma, fresh.luma)
    assert np.array_equal(after.chroma, fresh.chroma)


def test_what_reaches_beyond_its_base_or_moves_by_itself_is_not_joined() -> None:
    base, part = sprite_of(oval(400, 300, (190, 140, 110))), sprite_of(oval(80, 120, (60, 40, 30)))
    assert not holds(base, part, (260, 60))
    assert not holds(sprite_of(plain((9, 9, 9))), part, (40, 60))
    assert _offset((1.0, 0.0, 5.0, 0.0, 1.0, 5.0), (1.0, 0.0, 9.5, 0.0, 1.0, 7.0)) is None
    assert _offset((1.0, 0.0, 5.0, 0.0, 1.0, 5.0), (0.99, 0.1, 9.0, -0.1, 0.99, 7.0)) is None


def test_a_films_child_loads_no_database() -> None:
    asked = "import sys, sorcerer.studio.film.reel; print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
