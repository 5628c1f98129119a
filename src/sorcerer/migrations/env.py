"""Tell Alembic what the tables should look like and run the revisions on the connection it is given."""

from importlib import import_module

from alembic import context
from sqlalchemy import Connection

from sorcerer.database import Row

ROOMS = (
    "accounts",
    "journal",
    "ledger",
    "influencers",
    "schedule",
    "life",
    "sponsors",
    "studio",
    "studio.provenance",
    "publishing",
    "growth",
    "workflows",
)
OURS = frozenset({"alembic_version"})

for room in ROOMS:
    import_module(f"sorcerer.{room}.rows")


def _ours(thing: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:  # noqa: FBT001 - Alembic's signature
    if kind == "table":
        return name in Row.metadata.tables or name in OURS
    return getattr(thing, "table", None) is None or thing.table.name in Row.metadata.tables  # type: ignore[attr-defined] # any schema item


def run(connection: Connection) -> None:
    """Bring the tables up to date."""
    context.configure(
        connection=connection,
        target_metadata=Row.metadata,
        include_object=_ours,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
