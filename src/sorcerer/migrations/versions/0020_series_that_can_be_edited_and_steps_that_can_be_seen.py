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
    op.create_table(
        "video_step",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("video_id", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("executor", sa.String(), nullable=False),
        sa.Column("started_at", sorcerer.database.Utc(timezone=True), nullable=False),
        sa.Column("ended_at", sorcerer.database.Utc(timezone=True), nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        sa.Column("cost_micros", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["video_id"], ["video.id"], name=op.f("fk_video_step_video_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_video_step")),
    )
    with op.batch_alter_table("video_step", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_video_step_video_id"), ["video_id"], unique=False)


def downgrade() -> None:
    op.drop_table("video_step")
    with op.batch_alter_table("schedule", schema=None) as batch_op:
        batch_op.drop_column("words")
        batch_op.drop_column("exdates")
