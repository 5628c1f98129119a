"""The embedded provider as any other: its ports, its pictures, its voice."""

import io
import subprocess
import sys

import pytest
from PIL import Image as Pillow

from sorcerer import providers
from sorcerer.plugins import load
from sorcerer.providers import Clip, Drawn, Image, Look, Picture, ProviderError, Shot, Text, Video, Voice
from sorcerer.providers.embedded import provider
from sorcerer.providers.embedded.mouth import SHAPES, shape_of
from sorcerer.providers.embedded.pictures import EmbeddedImage, look_for
from sorcerer.providers.embedded.voice import EmbeddedVoice, voice_of
from sorcerer.settings import Settings

PERSONA = {"name": "Maya", "pronouns": "she", "age": 27, "city": "berlin"}
LOOK = Look(skin="deep", hair="black", style="curly", outfit="tank", outfit_color="#e0b23c")


def opened(picture: Picture) -> Pillow.Image:
    return Pillow.open(io.BytesIO(picture.data))


def test_it_is_found_by_its_name_and_fills_every_port() -> None:
    found = load("sorcerer.providers", "embedded")(Settings())
    ports = (found.text, found.image, found.voice, found.video)
    assert [isinstance(port, kind) for port, kind in zip(ports, (Text, Image, Voice, Video), strict=True)] == [True] * 4
    assert (found.name, found.estimate("text", "script")) == ("embedded", 0)


def test_importing_it_loads_nothing_that_draws() -> None:
    code = (
        "import sys, sorcerer.providers.embedded, sorcerer.studio;"
        "print(sorted({'skia', 'cv2', 'av', 'numpy', 'PIL'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_face_is_a_portrait_and_the_same_look_is_the_same_person() -> None:
    image = EmbeddedImage()
    face = image.face(PERSONA, "one", LOOK)
    again = image.face({"name": "Somebody else"}, "two", LOOK)
    assert (face.media_type, opened(face).size, face.look) == ("image/png", (1024, 1024), LOOK)
    assert face.data == again.data


def test_a_frame_shows_her_in_the_place_and_differs_from_place_to_place() -> None:
    image = EmbeddedImage()
    face = Picture(data=b"", media_type="image/png", look=LOOK)
    frames = [image.frame(face, Shot(scene="kitchen", light=light, seconds=1)) for light in ("day", "night")]
    assert [(frame.media_type, opened(frame).size, frame.look) for frame in frames] == [
        ("image/jpeg", (1080, 1920), LOOK)
    ] * 2
    day, night = (sum(opened(frame).convert("L").resize((8, 8)).tobytes()) / 64 for frame in frames)
    assert day > night > 40


def test_a_broken_face_is_a_providers_error() -> None:
    with pytest.raises(ProviderError, match="did not draw the frame"):
        EmbeddedImage().frame(Picture(data=b"no picture", media_type="image/png"), Shot(scene="home", seconds=1))


@pytest.mark.parametrize("seed", range(12))
def test_a_drawn_look_fits_the_pronouns_and_the_age(seed: int) -> None:
    she, he = look_for({"pronouns": "she", "age": 30}, str(seed)), look_for({"pronouns": "he", "age": 60}, str(seed))
    assert (she.masc, she.beard) == (False, False)
    assert (he.masc, he.hair in {"silver", "white"}, he.earrings, he.years) == (True, True, False, 60)


def test_a_line_is_spoken_with_a_time_for_every_written_word() -> None:
    line = "Okay — it's 6:40 and the café 😀 isn't open, Ömer!"
    speech = EmbeddedVoice().speak(line, PERSONA)
    assert [word.text for word in speech.words] == line.split()
    times = [time for word in speech.words for time in (word.start, word.end)]
    assert times == sorted(times)
    assert 2.5 < speech.seconds < 6
    assert times[-1] <= speech.seconds + 0.001
    assert {viseme.shape for viseme in speech.visemes} <= set(SHAPES)
    assert speech.visemes != ()


def test_the_same_persona_has_the_same_voice_and_says_the_same_bytes_at_any_time() -> None:
    """Some voices hold noise, which the library seeds by the second of the clock: the rounds lie seconds apart."""
    personas = [{"name": f"persona {number}", "pronouns": "she"} for number in range(14)]
    first, second = ([EmbeddedVoice().speak("Same words again.", who) for who in personas] for _ in range(2))
    assert first == second


def test_personas_have_voices_of_their_own_and_pronouns_set_the_pitch() -> None:
    names = [f"persona {number}" for number in range(24)]
    she = [voice_of({"name": name, "pronouns": "she"}) for name in names]
    he = [voice_of({"name": name, "pronouns": "he"}) for name in names]
    assert len({tuple(voice.values()) for voice in she}) > 12
    assert min(voice["pitch"] for voice in she) > max(voice["pitch"] for voice in he)


def test_every_voice_that_may_be_drawn_exists_and_speaks() -> None:
    from sorcerer.providers.embedded.voice import _ACCENTS, _TIMBRES  # noqa: PLC0415 - the whole table is the test

    silent = []
    for timbre in sorted({timbre for timbres in _TIMBRES.values() for timbre in timbres}):
        for accent in sorted(set(_ACCENTS))[:1]:
            found = _spoken(f"{accent}+{timbre}")
            silent += [timbre] if found < 0.5 else []
    for accent in sorted(set(_ACCENTS)):
        assert _spoken(f"{accent}+Annie") > 0.5
    assert silent == []


def _spoken(name: str) -> float:
    from sorcerer import children  # noqa: PLC0415 - beside the table above

    order = {"line": "One short line.", "voice": name, "rate": 155, "pitch": 50, "range": 50}
    answer = children.call("sorcerer.providers.embedded.espeak:speak", order, seconds=30)
    return len(answer["pcm"]) * 3 / 4 / 2 / float(answer["rate"])


def test_a_line_without_a_word_is_refused() -> None:
    with pytest.raises(ProviderError, match="nothing to say aloud"):
        EmbeddedVoice().speak("", PERSONA)


@pytest.mark.parametrize(
    ("sound", "shape"),
    [
        ("\u02c8\u0251\u02d0", "AA"),
        ("m", "MBP"),
        ("tʃ", "SH"),
        ("u\u02d0", "UW"),
        ("", "rest"),
        ("_:", "rest"),
        ("\u0294", "EH"),
    ],
)
def test_a_sound_has_its_mouth(sound: str, shape: str) -> None:
    assert shape_of(sound) == shape


def test_footage_of_a_drawn_face_has_lips_and_of_a_photograph_has_none() -> None:
    video, speech = provider(Settings()).video, EmbeddedVoice().speak("Hello there.", PERSONA)
    assert video is not None
    shot = Shot(scene="cafe", line="Hello there.", seconds=2.0, seed="one")
    drawn = video.shoot(Picture(data=b"", media_type="image/png", look=LOOK), shot, speech)
    photo = video.shoot(Picture(data=b"photo", media_type="image/png"), shot, speech)
    assert isinstance(drawn, Drawn)
    assert isinstance(photo, Drawn)
    assert not isinstance(drawn, Clip)
    assert len(drawn.order["visemes"]) == len(speech.visemes)
    assert "visemes" not in photo.order


def test_a_child_that_speaks_loads_none_of_our_values() -> None:
    asked = "import sys, sorcerer.providers.embedded.espeak; print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_every_name_of_the_room_is_where_its_face_says() -> None:
    homes = {getattr(getattr(providers, name), "__module__", "") for name in providers.__all__}
    assert homes - {"typing", "types", ""} == {
        f"sorcerer.providers.{home}" for home in ("failures", "jobs", "ports", "stage", "tasks", "values", "words")
    }
    with pytest.raises(AttributeError, match="has no attribute 'Painter'"):
        _ = providers.Painter  # type: ignore[attr-defined] # it is not there
