"""One reel is filmed once and looked at by many tests."""

import io
from pathlib import Path

import pytest
from PIL import Image as Pillow

from sorcerer import studio
from sorcerer.providers import Look, Moment, PersonaFacts, Picture, Provider, ScriptTask
from sorcerer.providers.embedded import provider
from sorcerer.settings import Settings
from sorcerer.studio.model import Film, Storyboard, Take

PERSONA = {"name": "Maya", "pronouns": "she", "city": "berlin", "voice": {"tone": "warm", "emoji": "few"}}
MOMENT = Moment(local_time="2026-11-23T22:40", kind="coffee", category="social", place="Café Luma", scene="street")
LOOK = Look(skin="deep", hair="black", style="curly", outfit="knit", outfit_color="#2f3e55")


@pytest.fixture(scope="session")
def embedded() -> Provider:
    return provider(Settings())


@pytest.fixture(scope="session")
def face() -> Picture:
    """A drawn face as it comes back from the file store: the look is what counts."""
    return Picture(data=b"kept elsewhere", media_type="image/png", look=LOOK)


@pytest.fixture(scope="session")
def photograph() -> bytes:
    """What somebody might upload: a picture with some detail, as JPEG."""
    out = io.BytesIO()
    Pillow.linear_gradient("L").resize((1200, 1500)).convert("RGB").save(out, "JPEG")
    return out.getvalue()


@pytest.fixture(scope="session")
def board(embedded: Provider) -> Storyboard:
    assert embedded.text is not None
    task = ScriptTask(who=PersonaFacts(name="Maya", persona=PERSONA), moment=MOMENT, seed="reel")
    return studio.storyboard(studio.script(embedded.text, task), MOMENT, seed="reel")


@pytest.fixture(scope="session")
def takes(embedded: Provider, face: Picture, board: Storyboard) -> tuple[Take, ...]:
    assert embedded.voice is not None
    assert embedded.video is not None
    return studio.shoot(embedded.voice, embedded.video, face, board, PERSONA)


@pytest.fixture(scope="session")
def shares() -> list[float]:
    """What the filming told about its progress."""
    return []


@pytest.fixture(scope="session")
def previews() -> list[bytes]:
    """What the filming showed while it went on."""
    return []


@pytest.fixture(scope="session")
def film(
    takes: tuple[Take, ...], shares: list[float], previews: list[bytes], tmp_path_factory: pytest.TempPathFactory
) -> Film:
    """A night reel, the darkest there is."""
    path = tmp_path_factory.mktemp("film") / "reel.mp4"
    told = {"progress": shares.append, "preview": previews.append}
    return studio.cut(takes, path, seed="reel", overlay=("AI-generated",), **told)  # type: ignore[arg-type] # both append


@pytest.fixture(scope="session")
def film_path(film: Film) -> Path:
    return Path(film.path)
