"""Agree once to every post of a channel, and refresh its grant by one process at a time."""

import sqlalchemy as sa
from alembic import op

import sorcerer.database

revision = "0060"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("channel") as batch:
        batch.add_column(sa.Column("standing", sa.JSON(none_as_null=True), nullable=True))
        batch.add_column(sa.Column("refreshing_until", sorcerer.database.Utc(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("channel") as batch:
        batch.drop_column("refreshing_until")
        batch.drop_column("standing")
