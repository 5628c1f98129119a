from importlib.resources import files

from alembic import command
from alembic.config import Config

from sorcerer import app
from sorcerer.database import Database


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(files("sorcerer") / "migrations"))
    return config


def test_the_revisions_make_the_tables_the_rooms_ask_for(database: Database) -> None:
    config = _config()

    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.check(config)


def test_migrating_twice_changes_nothing(database: Database) -> None:
    app.migrate(database)
    app.migrate(database)


def test_the_first_revision_can_be_taken_back(database: Database) -> None:
    config = _config()

    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
        command.upgrade(config, "head")
