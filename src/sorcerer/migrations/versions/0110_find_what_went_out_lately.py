"""Find what went out lately without looking at each account."""

import sqlalchemy as sa
from alembic import op

revision = "0110"
down_revision = "0100"
branch_labels = None
depends_on = None

_OUT = sa.text("state = 'live'")


def upgrade() -> None:
    op.create_index("ix_publication_out", "publication", ["published_at"], sqlite_where=_OUT, postgresql_where=_OUT)


def downgrade() -> None:
    op.drop_index("ix_publication_out", table_name="publication")
