"""Series leave occurrences out and change their words; steps of a making are kept."""

import sqlalchemy as sa
from alembic import op

import sorcerer.database

revision = "0020"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("schedule", schema=None) as batch_op:
        batch_op.add_column(sa.Column("exdates", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("words", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("schedule", schema=None) as batch_op:
        batch_op.drop_column("words")
        batch_op.drop_column("exdates")
