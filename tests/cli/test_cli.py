"""The commands everyone relies on, each with a home of its own."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner, Result

from sorcerer import keys
from sorcerer.cli import app
from sorcerer.settings import Settings
from sorcerer.studio import provenance

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.delenv("SORCERER_DATABASE_URL", raising=False)

    def call(*words: str) -> Result:
        result: Result = CliRunner().invoke(app, [words[0], "--home", str(tmp_path / "home"), *words[1:]])
        return result

    return call


def answered(result: Result) -> dict[str, Any]:
    assert result.exit_code == 0, result.output
    document: dict[str, Any] = json.loads(result.stdout)
    return document


def test_a_new_home_is_migrated_and_says_so(run: Run) -> None:
    assert answered(run("migrate", "--json")) == {"database": "sqlite", "migrated": True}


def test_a_token_is_one_word_and_the_next_one_is_another(run: Run) -> None:
    first, second = run("token"), run("token")

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert len(first.stdout.split()) == 1
    assert first.stdout != second.stdout


def test_a_sign_in_link_leads_to_this_machine(run: Run) -> None:
    link = answered(run("token", "--sign-in", "--json"))["sign_in"]

    assert link.startswith("http://localhost:8000/sign-in/")


def test_a_sign_in_link_leads_to_the_port_that_is_named(run: Run) -> None:
    link = answered(run("token", "--sign-in", "--port", "9000", "--json"))["sign_in"]

    assert link.startswith("http://localhost:9000/sign-in/")


def test_a_tick_of_a_new_home_starts_nothing(run: Run) -> None:
    assert answered(run("tick", "--json")) == {"started": 0}


def test_the_doctor_finds_a_new_home_in_good_health(run: Run) -> None:
    findings = answered(run("doctor", "--json"))["findings"]

    assert [found["name"] for found in findings if not found["ok"]] == []
    assert [found["name"] for found in findings] == [
        "clock",
        "database",
        "worker",
        "disk",
        "files",
        "encoder",
        "sandbox",
        "keys",
    ]
    details = {found["name"]: found["detail"] for found in findings}
    assert details["files"] == "0 kept, 0 bytes; what is put there comes back as it was."


def test_the_openapi_document_names_the_eight_endpoints_of_the_seed(run: Run) -> None:
    paths = answered(run("openapi"))["paths"]

    assert {
        "/api/sorcerer/init",
        "/api/influencer/{influencer_id}",
        "/api/schedule",
        "/api/generate/lifestyle",
        "/api/create",
        "/api/sponsor/match",
        "/api/video/{video_id}/add-sponsor",
        "/api/cron/trigger",
    } <= set(paths)


def test_another_address_than_loopback_needs_an_owner_s_password(run: Run) -> None:
    refused = run("run", "--host", "0.0.0.0", "--port", "0")  # noqa: S104 - it is refused

    assert refused.exit_code == 2
    assert "the owner has no password" in refused.output
    assert "sign-in" not in refused.stdout


def test_the_sandbox_is_served_on_loopback_only(run: Run) -> None:
    refused = run("sandbox", "--host", "0.0.0.0")  # noqa: S104 - it is refused

    assert refused.exit_code == 2
    assert "loopback" in refused.output


@pytest.mark.slow
def test_the_demo_ends_with_a_labelled_reel_and_story_that_can_be_seen_and_heard(run: Run) -> None:
    shown = answered(run("demo", "--json"))

    assert shown["plan"]["days"] == 30
    assert shown["plan"]["violations"] == 0
    assert (shown["reel"]["ai_label"], shown["story"]["ai_label"]) == (True, True)
    assert all("/sandbox/p/" in shown[kind]["permalink"] for kind in ("reel", "story"))
    with Image.open(shown["story"]["path"]) as story:
        assert (story.size, story.format) == ((1080, 1920), "JPEG")
    with av.open(shown["reel"]["path"]) as reel:
        picture, sound = reel.streams.video[0], reel.streams.audio[0]
        assert (picture.codec_context.name, picture.width, picture.height) == ("h264", 1080, 1920)
        assert (sound.codec_context.name, sound.rate) == ("aac", 48000)
        darkest = min(frame.to_ndarray(format="gray").mean() for frame in reel.decode(picture))
    with av.open(shown["reel"]["path"]) as reel:
        loudest = max(float(np.abs(frame.to_ndarray()).max()) for frame in reel.decode(reel.streams.audio[0]))
    assert 8 <= shown["reel"]["seconds"] <= 15
    assert darkest >= 12
    assert loudest > 0.1


def test_preflight_tells_each_rule_and_fails_on_what_is_no_film(tmp_path: Path) -> None:
    path = tmp_path / "letter.mp4"
    path.write_text("Dear network, this is no film.")
    result = CliRunner().invoke(app, ["preflight", str(path), "--platform", "tiktok", "--json"])
    document = json.loads(result.stdout)
    assert (result.exit_code, document["platform"]) == (1, "tiktok")
    assert [(rule["name"], rule["wanted"], rule["holds"]) for rule in document["rules"]] == [
        ("file", "a complete MP4", False)
    ]


def test_a_file_of_this_home_is_recognised_and_another_is_not(run: Run, tmp_path: Path) -> None:
    ours, other = tmp_path / "ours.jpg", tmp_path / "other.jpg"
    Image.radial_gradient("L").convert("RGB").save(other, "JPEG")
    claim = provenance.Claim(
        kind="story",
        handle="mara",
        name="Mara",
        source="compositeSynthetic",
        tool="embedded",
        made_at=datetime(2026, 11, 23, tzinfo=UTC),
    )
    key = keys.signing_key(Settings(home=tmp_path / "home"))
    ours.write_bytes(provenance.seal(other.read_bytes(), "image/jpeg", claim, [], key).data)

    told = answered(run("verify", str(ours), "--json"))
    said, unknown, missing = run("verify", str(ours)), run("verify", str(other)), run("verify", str(tmp_path / "no"))

    assert (told["verdict"], told["handle"], told["made_from"]) == ("signed", "mara", [])
    assert said.stdout.startswith("Made here with AI for @mara, an AI persona. Its signature is whole")
    assert (unknown.exit_code, unknown.stdout.split(".")[0]) == (
        1,
        "Nothing in this file says where it comes from, and it is not known here",
    )
    assert missing.exit_code == 2
