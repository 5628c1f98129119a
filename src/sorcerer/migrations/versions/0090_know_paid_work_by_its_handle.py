"""Know paid work by its handle, and where its result is kept."""

import sqlalchemy as sa
from alembic import op

revision = "0090"
down_revision = "0080"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("operation") as batch:
        batch.add_column(sa.Column("handle", sa.String(), nullable=True))
        batch.add_column(sa.Column("result_key", sa.String(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("operation") as batch:
        batch.drop_column("result_key")
        batch.drop_column("handle")
