"""One shot gives way to the next: in the manner of its family, never twice alike within a fortnight, and cheaply."""

import base64
import io
from typing import get_args

import numpy as np
import pytest
from PIL import Image as Pillow

from sorcerer import studio
from sorcerer.providers import Beat, Family, Moment, Script
from sorcerer.studio.cuts import FAVOURED, cuts_of, rhythm
from sorcerer.studio.film.planes import HIGH, WIDE, Frame
from sorcerer.studio.film.reel import _Takes
from sorcerer.studio.film.transitions import AFTER, BEFORE, changed, whipped
from sorcerer.studio.model import TRANSITIONS, Storyboard

FAMILIES: tuple[Family, ...] = get_args(Family)
MOMENT = Moment(local_time="2026-11-23T07:40", scene="cafe")


def filled(level: int) -> Frame:
    frame = Frame.empty()
    frame.y[:] = level
    return frame


@pytest.mark.parametrize("family", FAMILIES)
def test_thirty_films_of_a_fortnight_are_each_cut_in_another_way(family: Family) -> None:
    recent: list[str] = []
    for number in range(30):
        cuts = cuts_of(family, 2, str(number), recent)
        recent.append(f"{family}:cafe:close|{'>'.join(cuts)}")
    assert len({rhythm(film) for film in recent}) == 30


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_is_cut_in_its_own_manner_when_nothing_was_seen_lately(family: Family) -> None:
    cuts = [cut for number in range(40) for cut in cuts_of(family, 3, str(number), ())]
    own = sum(cut in FAVOURED[family] for cut in cuts) / len(cuts)
    assert own > 0.95
    assert len(set(cuts)) > 1
    assert cuts_of(family, 3, "1", ()) == cuts_of(family, 3, "1", ())


def test_a_storyboard_has_a_cut_between_any_two_shots_and_an_old_one_still_loads() -> None:
    words = Script(title="t", beats=tuple(Beat(role="beat", line=f"Line number {n}.") for n in range(7)))
    board = studio.storyboard(words, MOMENT, seed="one")
    assert len(board.cuts) == 6
    assert board.signature.endswith("|" + ">".join(board.cuts))
    old = Storyboard.model_validate(board.model_dump(exclude={"cuts"}))
    assert old.signature.endswith("|")


def test_every_kind_changes_eight_frames_at_most() -> None:
    assert set(BEFORE) == set(AFTER) == set(TRANSITIONS)
    assert max(BEFORE[kind] + AFTER[kind] for kind in TRANSITIONS) <= 8
    assert BEFORE["cut"] + AFTER["cut"] == 0


@pytest.mark.parametrize(("kind", "corner"), [("whip-left", -1), ("whip-right", 0)])
def test_a_whip_brings_the_new_picture_in_from_its_side(kind: str, corner: int) -> None:
    frame = Frame.empty()
    whipped(kind, filled(60), filled(200), 0.3, frame)
    assert (frame.y[900, corner], frame.y[900, -1 - corner]) == (200, 60)
    whipped("whip-up", filled(60), filled(200), 0.3, frame)
    assert (frame.y[0, 500], frame.y[-1, 500]) == (60, 200)


def test_a_dip_to_light_is_brightest_at_the_cut_and_keeps_within_what_televisions_take() -> None:
    levels = []
    for share in (0.0, 0.5, 1.0):
        frame = filled(60)
        changed("light", frame, share)
        levels.append(int(frame.y[0, 0]))
        assert (frame.u == 128).all()
    assert levels[0] == 60
    assert 60 < levels[1] < levels[2] <= 235


def test_a_zoom_grows_about_the_middle() -> None:
    frame = filled(60)
    frame.y[HIGH // 2 - 50 : HIGH // 2 + 50, WIDE // 2 - 50 : WIDE // 2 + 50] = 200
    changed("zoom", frame, 1.0)
    rows, columns = np.nonzero(frame.y > 130)
    assert (rows.mean(), columns.mean()) == pytest.approx((HIGH / 2, WIDE / 2), abs=2)
    assert rows.max() - rows.min() == pytest.approx(134, abs=4)


def test_a_film_changes_the_frames_about_its_cuts_and_no_others() -> None:
    out = io.BytesIO()
    Pillow.new("L", (WIDE, HIGH), 90).save(out, "PNG")
    stage = {
        "source": "sorcerer.studio.film.still:open_stage",
        "order": {"photo": base64.b64encode(out.getvalue()).decode()},
    }
    takes = _Takes([{"drawn": stage, "cut": cut} for cut in ("cut", "light", "cut")], [0, 30, 60, 90])
    levels = []
    for index in range(90):
        frame = filled(0)
        takes.show(frame, index)
        levels.append(float(frame.y.mean()))
    assert [index for index, level in enumerate(levels) if level != levels[0]] == [27, 28, 29, 30, 31, 32, 33, 34]
