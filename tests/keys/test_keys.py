import base64
import json
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from sorcerer import keys
from sorcerer.errors import Invalid, NotFound
from sorcerer.keys import KeyRing, place
from sorcerer.settings import Settings

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
OLD, NEW = ("old", bytes(range(32))), ("new", bytes(range(32, 64)))
RING = KeyRing([OLD])
HERE = place("channel", "7", "grant")


@given(st.text())
def test_what_was_sealed_for_a_place_opens_there(text: str) -> None:
    assert RING.unseal(RING.seal(text, HERE), HERE) == text


@pytest.mark.parametrize("elsewhere", [place("channel", "8", "grant"), place("channel", "7", "other"), ""])
def test_what_was_sealed_opens_nowhere_else(elsewhere: str) -> None:
    with pytest.raises(Invalid):
        RING.unseal(RING.seal("EAAS-secret", HERE), elsewhere)


def test_the_same_text_is_never_sealed_the_same_way_twice() -> None:
    assert RING.seal("again", HERE) != RING.seal("again", HERE)


@given(st.integers(min_value=0), st.integers(1, 255))
def test_a_changed_seal_does_not_open(at: int, flip: int) -> None:
    version, kid, body = RING.seal("secret", HERE).split(".")
    raw = bytearray(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    raw[at % len(raw)] ^= flip
    with pytest.raises(Invalid):
        RING.unseal(f"{version}.{kid}.{base64.urlsafe_b64encode(bytes(raw)).decode()}", HERE)


@pytest.mark.parametrize(
    "nonsense", ["", "v1", "v1..", "v1.old.", "v1.old.%%%", "v2.old.AAAA", "v1.gone.AAAA", "v1.old.AAAA"]
)
def test_nonsense_is_refused_in_words(nonsense: str) -> None:
    with pytest.raises(Invalid):
        RING.unseal(nonsense, HERE)


def test_after_a_rotation_old_seals_open_and_new_ones_use_the_new_key() -> None:
    sealed = RING.seal("before", HERE)
    turned = KeyRing([NEW, OLD])

    assert turned.unseal(sealed, HERE) == "before"
    assert turned.seal("after", HERE).split(".")[1] == "new"
    with pytest.raises(Invalid):
        KeyRing([NEW]).unseal(sealed, HERE)


def test_a_signed_link_leads_to_its_file_until_it_runs_out() -> None:
    token = RING.sign_media("ab/abcd.jpg", NOW)

    assert RING.read_media(token, NOW - timedelta(seconds=1)) == "ab/abcd.jpg"
    with pytest.raises(NotFound):
        RING.read_media(token, NOW)


def test_a_link_signed_before_a_rotation_still_works() -> None:
    token = RING.sign_media("ab/abcd.jpg", NOW)

    assert KeyRing([NEW, OLD]).read_media(token, NOW - timedelta(minutes=1)) == "ab/abcd.jpg"


@given(st.data())
def test_a_changed_link_leads_nowhere(data: st.DataObject) -> None:
    token = RING.sign_media("ab/abcd.jpg", NOW)
    at = data.draw(st.integers(0, len(token) - 1))
    sign = data.draw(st.characters().filter(lambda one: one != token[at]))
    changed = token[:at] + sign + token[at + 1 :]
    try:
        assert RING.read_media(changed, NOW - timedelta(days=1)) == "ab/abcd.jpg"
    except NotFound:
        return
    # The last sign of base64 has spare bits: another spelling of the very same mark is the same link.
    assert (at, token.rpartition(".")[0]) == (len(token) - 1, changed.rpartition(".")[0])


def test_the_life_of_a_link_cannot_be_made_longer() -> None:
    parts = RING.sign_media("ab/abcd.jpg", NOW).split(".")
    parts[2] = str(int(parts[2]) + 3600)
    with pytest.raises(NotFound):
        RING.read_media(".".join(parts), NOW)


def test_two_purposes_have_two_keys() -> None:
    assert len({RING.derive("media"), RING.derive("film"), OLD[1]}) == 3


def test_the_ring_is_made_on_first_use_and_is_its_owner_s_alone(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home")

    ring = keys.load(settings)

    path = tmp_path / "home" / "keys.json"
    assert path.stat().st_mode & 0o777 == 0o600
    assert keys.load(settings).unseal(ring.seal("kept", HERE), HERE) == "kept"
    assert [name.name for name in path.parent.iterdir()] == ["keys.json"]


def test_two_processes_that_start_at_once_have_one_ring(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    rings: list[KeyRing] = []
    starters = [threading.Thread(target=lambda: rings.append(keys.load(settings))) for _ in range(8)]
    for starter in starters:
        starter.start()
    for starter in starters:
        starter.join()

    assert len({ring.ids for ring in rings}) == 1


def test_a_rotation_keeps_the_old_key_behind_the_new_one(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    before = keys.load(settings)

    after = keys.rotate(settings)

    assert after.ids[1:] == before.ids
    assert keys.load(settings).ids == after.ids
    assert (tmp_path / "keys.json").stat().st_mode & 0o777 == 0o600


def test_a_ring_from_the_settings_writes_no_file(tmp_path: Path) -> None:
    pair = f"prod:{base64.b64encode(OLD[1]).decode()}"
    settings = Settings(home=tmp_path, key_ring=SecretStr(f"{pair}, older:{base64.b64encode(NEW[1]).decode()}"))

    assert keys.load(settings).ids == ("prod", "older")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(Invalid):
        keys.rotate(settings)


@pytest.mark.parametrize("ring", ["short:AAAA", ":AAAA", "a.b:" + "A" * 43, "x:%%"])
def test_a_bad_ring_in_the_settings_is_named(ring: str, tmp_path: Path) -> None:
    with pytest.raises(Invalid):
        keys.load(Settings(home=tmp_path, key_ring=SecretStr(ring)))


def test_an_unreadable_key_file_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "keys.json").write_text(json.dumps({"keys": [{"id": "x"}]}))
    with pytest.raises(Invalid):
        keys.load(Settings(home=tmp_path))
    assert json.loads((tmp_path / "keys.json").read_text()) == {"keys": [{"id": "x"}]}


def test_a_ring_shows_no_key() -> None:
    assert repr(RING) == "KeyRing(old)"


def test_the_signing_key_is_made_once_and_is_its_owner_s_alone(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home")
    first, second = keys.signing_key(settings), keys.signing_key(settings)

    assert first == second
    assert (tmp_path / "home" / "signing.pem").stat().st_mode & 0o777 == 0o600
    assert "PRIVATE" not in repr(first)
    assert first.chain.count("BEGIN CERTIFICATE") == 2
    assert first.credential.anchor == first.chain[first.chain.rindex("-----BEGIN") :]


@pytest.mark.parametrize("text", ["", "not a key"], ids=["empty", "nonsense"])
def test_a_signing_key_that_cannot_be_read_is_not_written_over(tmp_path: Path, text: str) -> None:
    (tmp_path / "signing.pem").write_text(text)
    with pytest.raises(Invalid, match="cannot be read"):
        keys.signing_key(Settings(home=tmp_path))
    assert (tmp_path / "signing.pem").read_text() == text


def test_a_key_with_another_s_certificate_is_refused(tmp_path: Path) -> None:
    ours, theirs = (keys.signing_key(Settings(home=tmp_path / name)) for name in ("ours", "theirs"))
    (tmp_path / "signing.pem").write_text(ours.key + theirs.chain)
    with pytest.raises(Invalid, match="no P-256 key of its first certificate"):
        keys.signing_key(Settings(home=tmp_path))
