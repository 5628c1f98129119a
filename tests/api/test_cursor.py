"""A cursor comes back as it went out, or is refused."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorcerer.api import cursor
from sorcerer.api.cursor import Page
from sorcerer.errors import Invalid

places = st.text(st.characters(codec="utf-8"), max_size=60)


@given(places)
def test_a_cursor_keeps_its_place(place: str) -> None:
    assert cursor.read(cursor.write(place)) == place


@given(places, st.integers(0, 200), st.sampled_from("Ab-_9=!"))
def test_a_changed_cursor_is_refused_or_means_the_same(place: str, at: int, letter: str) -> None:
    good = cursor.write(place)
    bad = good[: at % len(good)] + letter + good[at % len(good) + 1 :]
    with suppress(Invalid):
        assert cursor.read(bad) == place


@given(st.lists(st.integers(0, 999), unique=True, max_size=30), st.integers(1, 7))
def test_pages_show_everything_once_in_order(numbers: list[int], limit: int) -> None:
    numbers = sorted(numbers)
    shown: list[int] = []
    after: str | None = None
    while True:
        page = Page(limit, after)
        found = [number for number in numbers if after is None or number > int(after)][: page.take]
        part = page.of(found, str)
        shown += part.items
        if part.next is None:
            break
        after = cursor.read(part.next)

    assert shown == numbers


def test_a_stranger_to_base64_is_refused() -> None:
    with pytest.raises(Invalid):
        cursor.read("\u05e9")
