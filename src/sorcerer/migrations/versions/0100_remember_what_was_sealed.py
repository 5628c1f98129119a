"""Remember every file that was sealed, and what was said of each uploaded photograph."""

import sqlalchemy as sa
from alembic import op

import sorcerer.database

revision = "0100"
down_revision = "0090"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "provenance",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("influencer_id", sa.String(), nullable=True),
        sa.Column("video_id", sa.String(), nullable=True),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("manifest", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("handle", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("tool", sa.String(), nullable=False),
        sa.Column("sponsor", sa.String(), nullable=True),
        sa.Column("labels", sa.JSON(), nullable=False),
        sa.Column("ingredients", sa.JSON(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("made_at", sorcerer.database.Utc(timezone=True), nullable=False),
        sa.Column("published_at", sorcerer.database.Utc(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["owner_id"], ["user.id"], name=op.f("fk_provenance_owner_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["influencer_id"],
            ["influencer.id"],
            name=op.f("fk_provenance_influencer_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(["video_id"], ["video.id"], name=op.f("fk_provenance_video_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provenance")),
        sa.UniqueConstraint("owner_id", "sha256", name=op.f("uq_provenance_owner_id_sha256")),
    )
    for column in ("owner_id", "influencer_id", "video_id", "sha256"):
        op.create_index(op.f(f"ix_provenance_{column}"), "provenance", [column])
    op.create_table(
        "photograph",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("shows_real", sa.Boolean(), nullable=False),
        sa.Column("declared_at", sorcerer.database.Utc(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["user.id"], name=op.f("fk_photograph_owner_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photograph")),
        sa.UniqueConstraint("owner_id", "key", name=op.f("uq_photograph_owner_id_key")),
    )
    op.create_index(op.f("ix_photograph_owner_id"), "photograph", ["owner_id"])


def downgrade() -> None:
    op.drop_table("photograph")
    op.drop_table("provenance")
