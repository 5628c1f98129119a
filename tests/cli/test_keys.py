"""Tokens lie in a home so that nobody reads them without its keys, before and after a rotation."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from sorcerer import accounts, app, influencers, keys, publishing
from sorcerer.cli import app as cli
from sorcerer.errors import Invalid
from sorcerer.influencers import New, Persona
from sorcerer.platforms import Grant, Identity
from sorcerer.publishing import Link
from sorcerer.settings import Settings

TOKEN = "EAASvery-secret-access-0123456789"
RENEWAL = "rft.very-secret-refresh-0123456789"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with one connected account, nothing of it running any more."""
    home = tmp_path / "home"
    house = app.open_house(Settings(home=home, port=0))
    now = house.tools.clock.now()
    with house.tools.database.begin() as session:
        owner = accounts.first_owner(session, now)
        new = New(name="Mara", handle="mara", mode="lifestyle", persona=Persona(age=29))
        her = influencers.create(session, owner.id, new, now)
        link = Link(
            owner_id=owner.id,
            influencer_id=her.id,
            platform="tiktok",
            realm="live",
            identity=Identity(account_id="1", handle="mara"),
            grant=Grant(access_token=TOKEN, refresh_token=RENEWAL),
        )
        publishing.channels.connect(session, house.tools.keys, link, now)
    house.close()
    return home


def grant(home: Path) -> Grant:
    """Open the account as a worker does, with whatever keys the home has now."""
    house = app.open_house(Settings(home=home, port=0))
    try:
        with house.tools.database.read() as session:
            (channel,) = publishing.channels.connected(session)
            return publishing.channels.account(session, house.tools.keys, channel.id).grant
    finally:
        house.close()


def test_no_file_of_a_home_shows_a_token(home: Path) -> None:
    files = [path for path in home.rglob("*") if path.is_file()]

    assert any(path.suffix == ".sqlite" for path in files)
    assert [path for path in files for secret in (TOKEN, RENEWAL) if secret.encode() in path.read_bytes()] == []


def test_a_rotation_puts_a_fresh_key_in_front_and_the_accounts_still_open(home: Path) -> None:
    before = keys.load(Settings(home=home)).ids

    done = CliRunner().invoke(cli, ["keys", "rotate", "--home", str(home)])

    after = keys.load(Settings(home=home)).ids
    assert (done.exit_code, after[1:]) == (0, before)
    assert (grant(home).access_token, grant(home).refresh_token) == (TOKEN, RENEWAL)
    assert (home / "keys.json").stat().st_mode & 0o077 == 0


def test_without_its_keys_a_home_gives_no_token(home: Path) -> None:
    (home / "keys.json").unlink()

    with pytest.raises(Invalid) as refusal:
        grant(home)
    assert TOKEN not in str(refusal.value)
