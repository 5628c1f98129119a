"""Let the database refuse every change of what she has lived: her past, and rows that a revision has closed.

A revision writes down its own moment first (`life_revision.created_at`); what began before that moment cannot be
closed by it. Rows are deleted only together with their influencer or owner.
"""

from alembic import op

revision = "0030"
down_revision = "0016"
branch_labels = None
depends_on = None

_LAYERS = {
    "life_item": ("id", "owner_id", "influencer_id", "key", "rev_from", "day", "starts_at", "ends_at", "body"),
    "life_post": ("id", "owner_id", "influencer_id", "key", "rev_from", "day", "starts_at", "body"),
}
_OWNED = """EXISTS (SELECT 1 FROM influencer WHERE id = OLD.influencer_id)
  AND EXISTS (SELECT 1 FROM "user" WHERE id = OLD.owner_id)"""
_PAST = """OLD.starts_at < (SELECT created_at FROM life_revision
    WHERE influencer_id = OLD.influencer_id AND rev = NEW.rev_to)"""


def upgrade() -> None:
    """Add the triggers."""
    if op.get_bind().dialect.name == "sqlite":
        _sqlite()
    else:
        _postgresql()


def downgrade() -> None:
    """Take the triggers away."""
    lite = op.get_bind().dialect.name == "sqlite"
    for table in (*_LAYERS, "life_revision"):
        for what in ("change", "removal"):
            op.execute(f"DROP TRIGGER IF EXISTS {table}_no_{what}" + ("" if lite else f" ON {table}"))
    if not lite:
        for what in ("life_item_change", "life_post_change", "life_revision_change", "life_removal"):
            op.execute(f"DROP FUNCTION IF EXISTS {what}_refused()")


def _sqlite() -> None:
    for table, columns in _LAYERS.items():
        same = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in columns)
        op.execute(f"""
            CREATE TRIGGER {table}_no_change BEFORE UPDATE ON {table} BEGIN
              SELECT RAISE(ABORT, 'life: a closed row never changes') WHERE OLD.rev_to IS NOT NULL;
              SELECT RAISE(ABORT, 'life: a row is closed, never changed') WHERE {same} OR NEW.rev_to IS NULL;
              SELECT RAISE(ABORT, 'life: what has begun is never closed') WHERE {_PAST};
            END""")
    op.execute("""
        CREATE TRIGGER life_revision_no_change BEFORE UPDATE ON life_revision BEGIN
          SELECT RAISE(ABORT, 'life: a revision never changes');
        END""")
    for table in (*_LAYERS, "life_revision"):
        op.execute(f"""
            CREATE TRIGGER {table}_no_removal BEFORE DELETE ON {table} WHEN {_OWNED} BEGIN
              SELECT RAISE(ABORT, 'life: nothing is ever deleted from a life');
            END""")


def _postgresql() -> None:
    for table, columns in _LAYERS.items():
        same = " OR ".join(f"NEW.{column}::text IS DISTINCT FROM OLD.{column}::text" for column in columns)
        op.execute(f"""
            CREATE FUNCTION {table}_change_refused() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF OLD.rev_to IS NOT NULL THEN RAISE EXCEPTION 'life: a closed row never changes'; END IF;
              IF {same} OR NEW.rev_to IS NULL THEN RAISE EXCEPTION 'life: a row is closed, never changed'; END IF;
              IF {_PAST} THEN RAISE EXCEPTION 'life: what has begun is never closed'; END IF;
              RETURN NEW;
            END $$""")
    op.execute("""
        CREATE FUNCTION life_revision_change_refused() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'life: a revision never changes'; END $$""")
    op.execute(f"""
        CREATE FUNCTION life_removal_refused() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF {_OWNED} THEN RAISE EXCEPTION 'life: nothing is ever deleted from a life'; END IF;
          RETURN OLD;
        END $$""")
    for table in (*_LAYERS, "life_revision"):
        op.execute(
            f"CREATE TRIGGER {table}_no_change BEFORE UPDATE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {table}_change_refused()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_no_removal BEFORE DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION life_removal_refused()"
        )
