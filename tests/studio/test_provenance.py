"""What is made says what it is: signed, whole, found again without its manifest, and never taken for another's."""

import io
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import av
import pytest
from PIL import Image as Pillow
from sqlalchemy.orm import Session

from sorcerer import keys
from sorcerer.accounts import User
from sorcerer.database import Database
from sorcerer.errors import Invalid, TooLarge
from sorcerer.keys import SigningKey
from sorcerer.settings import Settings
from sorcerer.studio import preflight, provenance
from sorcerer.studio.model import Film
from sorcerer.studio.provenance import Claim, Ingredient, Reading, Sealed, signer
from sorcerer.studio.provenance.reading import look as read
from sorcerer.studio.provenance.register import likeness
from sorcerer.studio.provenance.seal import sign
from sorcerer.studio.provenance.xmp import source_in, with_source

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def claim(kind: str, **more: object) -> Claim:
    said = {"kind": kind, "handle": "mara", "name": "Mara", "source": "compositeSynthetic", "tool": "embedded"}
    return Claim.model_validate(said | {"made_at": NOW} | more)


def picture_of(color: str = "#c08060", size: tuple[int, int] = (540, 960)) -> bytes:
    picture = Pillow.radial_gradient("L").resize(size).convert("RGB")
    picture.paste(color, (60, 90, 300, 500))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=92)
    return out.getvalue()


@pytest.fixture(scope="session")
def key(tmp_path_factory: pytest.TempPathFactory) -> SigningKey:
    return keys.signing_key(Settings(home=tmp_path_factory.mktemp("home")))


@pytest.fixture(scope="session")
def story(key: SigningKey) -> Sealed:
    """A story that was made from a frame, which was made from her face."""
    portrait = io.BytesIO()
    Pillow.new("RGB", (256, 256), "#c08060").save(portrait, "PNG")
    drawn = Ingredient(kind="face", data=portrait.getvalue(), media_type="image/png")
    frame, _ = sign(picture_of(), "image/jpeg", claim("frame"), (drawn,), key)
    inner = Ingredient(kind="frame", data=frame, media_type="image/jpeg")
    return provenance.seal(picture_of(), "image/jpeg", claim("story", sponsor="Halden"), [inner], key)


@pytest.fixture(scope="session")
def reel(film: Film, story: Sealed, key: SigningKey) -> Sealed:
    inner = Ingredient(kind="frame", data=story.data, media_type="image/jpeg")
    return provenance.seal(Path(film.path).read_bytes(), "video/mp4", claim("film"), [inner], key)


def reading_of(data: bytes, key: SigningKey, tmp_path: Path) -> Reading:
    """Read in this process, which is faster; the child is tried where it matters."""
    path = tmp_path / "shown"
    path.write_bytes(data)
    ours = {"anchor": key.credential.anchor, "serial": key.credential.serial}
    return Reading.model_validate(read({"path": str(path)} | ours))


def test_a_reel_says_by_whom_of_what_and_how_it_was_made(reel: Sealed, key: SigningKey) -> None:
    told = provenance.look(reel.data, key.credential)

    assert (told.state, told.media, told.source, told.faults) == ("Trusted", "video", "compositeSynthetic", ())
    assert (told.manifest, told.sha256, told.fingerprint) == (reel.manifest, reel.sha256, reel.fingerprint)
    assert told.ingredients == ("frame", "frame", "face")
    said = {name: told.claims[name] for name in ("handle", "kind", "synthetic", "tool", "sponsor")}
    assert said == {"handle": "mara", "kind": "film", "synthetic": True, "tool": "embedded", "sponsor": None}


def test_a_signed_reel_still_keeps_every_rule_of_the_networks(reel: Sealed, tmp_path: Path) -> None:
    path = tmp_path / "signed.mp4"
    path.write_bytes(reel.data)
    assert preflight(path) == []


@pytest.mark.parametrize("share", [0.02, 0.3, 0.5, 0.7, 0.999])
def test_one_flipped_bit_is_found(reel: Sealed, key: SigningKey, share: float) -> None:
    changed = bytearray(reel.data)
    changed[int(len(changed) * share)] ^= 1
    told = signer.read(bytes(changed), "video/mp4", key.credential.anchor)
    assert told is not None
    assert told["validation_state"] == "Invalid"
    assert [fault["code"] for fault in told["validation_status"]] == ["assertion.bmffHash.mismatch"]


def test_what_another_home_signed_is_whole_and_not_ours(key: SigningKey, tmp_path: Path) -> None:
    other = keys.signing_key(Settings(home=tmp_path / "elsewhere"))
    theirs, _ = sign(picture_of(), "image/jpeg", claim("story"), (), other)
    told = reading_of(theirs, key, tmp_path)
    assert (told.state, told.faults) == ("Valid", ("signingCredential.untrusted",))


def test_another_key_under_the_same_authority_is_not_ours(story: Sealed, key: SigningKey, tmp_path: Path) -> None:
    twin = SigningKey(key.key, key.chain, keys.Credential(key.credential.anchor, "1"))
    assert reading_of(story.data, twin, tmp_path).state == "Valid"


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_the_source_type_stands_beside_the_manifest_and_pictures_still_open(kind: str) -> None:
    out = io.BytesIO()
    Pillow.open(io.BytesIO(picture_of())).save(out, kind)
    marked = with_source(out.getvalue(), f"image/{kind.lower()}", claim("frame"))
    assert source_in(out.getvalue()) is None
    assert source_in(marked) == "compositeSynthetic"
    assert Pillow.open(io.BytesIO(marked)).tobytes() == Pillow.open(out).tobytes()


@pytest.mark.parametrize(
    ("drawn", "real", "source"),
    [
        (True, False, "compositeSynthetic"),
        (True, True, "compositeSynthetic"),
        (False, True, "compositeWithTrainedAlgorithmicMedia"),
        (False, False, "trainedAlgorithmicMedia"),
    ],
)
def test_the_source_type_is_the_true_one(*, drawn: bool, real: bool, source: str) -> None:
    assert provenance.source_of(drawn=drawn, real_face=real) == source


def again(data: bytes) -> bytes:
    """A third of the size, encoded anew, as a network does it: without any metadata."""
    out = io.BytesIO()
    with av.open(io.BytesIO(data)) as film, av.open(out, "w", format="mp4") as copy:
        video = copy.add_stream("libx264", rate=30, options={"crf": "34", "preset": "ultrafast"})
        video.width, video.height, video.pix_fmt = 360, 640, "yuv420p"
        for index, frame in enumerate(film.decode(video=0)):
            small = frame.reformat(width=360, height=640)
            small.pts, small.time_base = index, Fraction(1, 30)
            copy.mux(video.encode(small))
        copy.mux(video.encode(None))
    return out.getvalue()


def kept(session: Session, owner: User, sealed: Sealed, kind: str, sponsor: str | None) -> str:
    entry = provenance.register(session, owner.id, None, None, claim(kind, sponsor=sponsor), sealed)
    return entry.id


def published(session: Session, sealed: Sealed) -> None:
    provenance.published(session, sealed.sha256, None, NOW)


def test_a_copy_without_its_manifest_is_found_by_what_it_looks_like(
    database: Database, owner: User, reel: Sealed, story: Sealed, key: SigningKey, tmp_path: Path
) -> None:
    copy = reading_of(again(reel.data), key, tmp_path)
    with database.begin() as session:
        kept(session, owner, story, "story", "Halden")
        known = kept(session, owner, reel, "film", None)
        assert provenance.recognise(session, copy).verdict == "unknown", "nobody is told of what is not out"
        published(session, reel)
        published(session, story)
        found = provenance.recognise(session, copy)

    assert (copy.state, copy.source) == (None, None)
    assert (found.verdict, found.entry.id if found.entry else None) == ("probably", known)
    assert found.likeness == pytest.approx(1.0, abs=0.08)


def test_a_picture_of_something_else_is_unknown(
    database: Database, owner: User, story: Sealed, key: SigningKey, tmp_path: Path
) -> None:
    other = io.BytesIO()
    Pillow.linear_gradient("L").resize((540, 960)).convert("RGB").save(other, "PNG")
    with database.begin() as session:
        kept(session, owner, story, "story", "Halden")
        published(session, story)
        found = provenance.recognise(session, reading_of(other.getvalue(), key, tmp_path))
    assert (found.verdict, found.entry) == ("unknown", None)


def test_the_very_file_is_known_and_a_changed_one_is_called_changed(
    database: Database, owner: User, story: Sealed, key: SigningKey, tmp_path: Path
) -> None:
    changed = bytearray(story.data)
    changed[-2000] ^= 1
    bare = reading_of(story.data, key, tmp_path).model_copy(update={"state": None})
    with database.begin() as session:
        known = kept(session, owner, story, "story", "Halden")
        published(session, story)
        findings = [
            provenance.recognise(session, reading)
            for reading in (
                reading_of(story.data, key, tmp_path),
                bare,
                reading_of(bytes(changed), key, tmp_path),
            )
        ]
    assert [(one.verdict, one.entry.id if one.entry else None) for one in findings] == [
        ("signed", known),
        ("registered", known),
        ("changed", known),
    ]
    assert findings[0].entry is not None
    assert findings[0].entry.sponsor == "Halden"


def test_the_same_file_is_kept_once(database: Database, owner: User, story: Sealed) -> None:
    with database.begin() as session:
        ids = {kept(session, owner, story, "story", None) for _ in range(3)}
        assert len(ids) == 1
        assert [one.id for one in provenance.page(session, owner.id)] == list(ids)


def test_by_chance_half_of_the_bits_are_the_same() -> None:
    assert likeness("ffff", "ffff") == 1.0
    assert likeness("ff00", "ffff") == 0.5
    assert likeness("0000", "ffff") == 0.0


def test_one_moment_of_a_film_may_differ_and_no_more() -> None:
    same, other, strange = "f" * 64, "f" * 60 + "0000", "0" * 64
    assert likeness(same * 8, same * 7 + strange) == 1.0
    assert likeness(same * 8, same * 6 + other + strange) == 0.9375
    assert likeness(same * 8, same * 6 + strange * 2) == 0.0


@pytest.mark.parametrize(
    "data",
    [b"x", b"\xff\xd8\xff" + bytes(50), b"\x00\x00\x00\x18ftypmp42" + bytes(40), b"\x89PNG\r\n\x1a\n" + b"\xff" * 90],
    ids=["nothing", "jpeg", "mp4", "png"],
)
def test_nonsense_is_told_from_files_and_breaks_nothing(data: bytes, key: SigningKey, tmp_path: Path) -> None:
    told = reading_of(data, key, tmp_path)
    assert (told.state, told.fingerprint, told.claims) == (told.state, "", {})
    assert told.state != "Trusted"


def test_nothing_and_too_much_are_refused_in_words(key: SigningKey) -> None:
    with pytest.raises(Invalid, match="is empty"):
        provenance.look(b"", key.credential)
    with pytest.raises(TooLarge, match="at most 67108864"):
        provenance.look(bytes(67_108_865), key.credential)
