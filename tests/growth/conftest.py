from collections.abc import Iterator
from pathlib import Path
import pytest
import sorcerer.accounts, sorcerer.growth, sorcerer.influencers, sorcerer.journal, sorcerer.life, sorcerer.schedule, sorcerer.sponsors
from sorcerer.database import Database, Row
import sys, types

if "sorcerer.publishing" not in sys.modules:
    try:
        import sorcerer.publishing
    except ImportError:
        import importlib.util, pathlib

        p = types.ModuleType("sorcerer.publishing")
        p.__path__ = [str(pathlib.Path(sorcerer.life.__file__).parent.parent / "publishing")]
        sys.modules["sorcerer.publishing"] = p
        import sorcerer.publishing.rows


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(f"sqlite:///{tmp_path / 'x.sqlite'}")
    Row.metadata.create_all(opened.engine)
    yield opened
    opened.close()


from sorcerer import accounts
from sorcerer.testing import FrozenClock


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()


@pytest.fixture
def owner(database: Database, clock: FrozenClock) -> accounts.User:
    with database.begin() as session:
        return accounts.first_owner(session, clock.now())
