"""Anybody may ask where a file comes from; nobody learns what is not public."""

import io
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from PIL import Image as Pillow
from starlette.testclient import TestClient

from sorcerer import studio
from sorcerer.api.turnstile import TooManyLooks, Turnstile
from sorcerer.app import House
from sorcerer.errors import Unavailable
from sorcerer.testing import FrozenClock

provenance = studio.provenance


def picture() -> bytes:
    out = io.BytesIO()
    Pillow.radial_gradient("L").resize((400, 700)).convert("RGB").save(out, "JPEG")
    return out.getvalue()


def sealed(house: House, owner_id: str, *, out: bool) -> bytes:
    """A story of this owner's, published or not."""
    now = house.tools.clock.now()
    claim = provenance.Claim(
        kind="story",
        handle="mara",
        name="Mara",
        source="compositeSynthetic",
        tool="embedded",
        sponsor="Halden",
        labels=("AI-generated", "Ad · Halden"),
        made_at=now,
    )
    story = provenance.seal(picture(), "image/jpeg", claim, [], house.tools.signing_key)
    with house.tools.database.begin() as session:
        provenance.register(session, owner_id, None, None, claim, story)
        if out:
            provenance.published(session, story.sha256, None, now)
    return story.data


def ask(whole: FastAPI, data: bytes) -> Any:
    return TestClient(whole).post("/api/verify", files={"file": ("it.jpg", data, "image/jpeg")})


def test_a_stranger_learns_the_public_part_and_no_more(whole: FastAPI, house: House, mara: Any) -> None:
    told = ask(whole, sealed(house, mara.user.id, out=True))

    assert told.status_code == 200, told.text
    passport = told.json()
    assert (passport["verdict"], passport["ai_made"], passport["handle"]) == ("signed", True, "mara")
    assert (passport["sponsor"], passport["tool"], passport["signature"]) == ("Halden", "embedded", "whole")
    assert passport["says"].endswith("It is an ad for Halden.")
    assert mara.user.id not in told.text
    assert not {"owner_id", "video_id", "influencer_id", "id", "fingerprint"} & passport.keys()


def test_a_copy_of_what_is_not_out_yet_tells_nothing(whole: FastAPI, house: House, mara: Any) -> None:
    data = sealed(house, mara.user.id, out=False)
    copy = io.BytesIO()
    Pillow.open(io.BytesIO(data)).save(copy, "WEBP")

    passport = ask(whole, copy.getvalue()).json()

    assert (passport["verdict"], passport["handle"], passport["made_at"]) == ("unknown", None, None)


@pytest.mark.parametrize("data", [b"MZ a program", b"\xff\xd8\xff cut", b"\x00\x00\x00\x18ftypmp42" + bytes(99)])
def test_nonsense_is_unknown_and_breaks_nothing(whole: FastAPI, data: bytes) -> None:
    answer = ask(whole, data)
    assert (answer.status_code, answer.json()["handle"]) == (200, None)
    assert answer.json()["verdict"] in {"unknown", "changed"}


def test_an_empty_file_is_refused(whole: FastAPI) -> None:
    assert ask(whole, b"").status_code == 422


def test_an_address_comes_in_so_often_a_minute(clock: FrozenClock) -> None:
    turnstile = Turnstile(each=2, at_once=1, patience_s=0.01)
    for _ in range(2):
        with turnstile.visit("a", clock.now()):
            pass
    with pytest.raises(TooManyLooks) as refused, turnstile.visit("a", clock.now() + timedelta(seconds=20)):
        pass
    assert refused.value.retry_after == 41
    with turnstile.visit("b", clock.now()), pytest.raises(Unavailable), turnstile.visit("c", clock.now()):
        pass
    with turnstile.visit("a", clock.now() + timedelta(seconds=60)):
        pass
