"""Read the numbers of each account and each post at moments of their own."""

import sqlalchemy as sa
from alembic import op

import sorcerer.database

revision = "0080"
down_revision = "0060"
branch_labels = None
depends_on = None

_OPEN = sa.text("due_at IS NOT NULL")
_UTC = sorcerer.database.Utc(timezone=True)


def upgrade() -> None:
    op.create_table(
        "reading",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("influencer_id", sa.String(), nullable=False),
        sa.Column("channel_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("video_id", sa.String(), nullable=True),
        sa.Column("post_id", sa.String(), nullable=True),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("began_at", _UTC, nullable=False),
        sa.Column("due_at", _UTC, nullable=True),
        sa.Column("taken_at", _UTC, nullable=True),
        sa.Column("gaps", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["user.id"], name=op.f("fk_reading_owner_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["influencer_id"], ["influencer.id"], name=op.f("fk_reading_influencer_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["channel_id"], ["channel.id"], name=op.f("fk_reading_channel_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["video_id"], ["video.id"], name=op.f("fk_reading_video_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading")),
    )
    op.create_index("ix_reading_owner_id", "reading", ["owner_id"])
    op.create_index("ix_reading_influencer_id", "reading", ["influencer_id"])
    op.create_index("ix_reading_due", "reading", ["due_at"], sqlite_where=_OPEN, postgresql_where=_OPEN)


def downgrade() -> None:
    op.drop_table("reading")
