"""Fix what goes out, once the film is there. From here on nobody may change a word of it."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from sorcerer import disclosure
from sorcerer.errors import Conflict, Invalid
from sorcerer.publishing import store
from sorcerer.publishing.model import ANEW, BEFORE, Content, Publication

_SAME_FILE = timedelta(days=30)


def prepare(session: Session, publication_id: str, content: Content, now: datetime) -> Publication:
    """Hand over what goes out; a worker stages it at once and makes it visible when it is due.

    Raises:
        Invalid: something that must be disclosed is missing, or the post claims what she cannot have lived.
        Conflict: it is too late to change the content, or the same file went out on this channel within 30 days.
    """
    publication = store.load_publication(session, publication_id, lock=True)
    if publication.state not in BEFORE:
        raise Conflict(f"The post is {publication.state.replace('_', ' ')}; its content can no longer be changed.")
    channel = store.load_channel(session, publication.channel_id)
    words = "\n".join((content.caption, *content.spoken))
    claimed = disclosure.blocked(words, sponsored=content.sponsor is not None)
    if claimed:
        raise Invalid(claimed[0].sentence, field="caption", fix=claimed[0].suggestion)
    missing = owing(channel.platform, content)
    if missing:
        raise Invalid(f"The post does not disclose what it owes: {' '.join(missing)}", field="content")
    if not content.repost:
        _refuse_double(session, publication, content, now)
    if publication.content == content and publication.refs:
        return publication
    changes = ANEW | {"content": content, "next_at": now, "updated_at": now, "epoch": publication.epoch + 1}
    return store.change_publication(session, publication, changes)


def owing(platform: str, content: Content) -> list[str]:
    """Return what the content fails to disclose, each as a sentence."""
    duties = disclosure.owed(
        platform,
        content.kind,
        sponsored=content.sponsor is not None,
        jurisdiction=content.jurisdiction,
        language=content.language,
    )
    shown = disclosure.Shown(
        caption=content.caption,
        ai_label=True,  # it is sent with every post; no field of ours can leave it out
        paid_label=content.sponsor is not None,
        overlay_lines=content.overlay,
    )
    return disclosure.satisfied(duties, shown)


def _refuse_double(session: Session, publication: Publication, content: Content, now: datetime) -> None:
    for other in store.published_since(session, publication.channel_id, now - _SAME_FILE):
        if other.id != publication.id and other.content is not None and other.content.sha256 == content.sha256:
            raise Conflict(
                f"The same file went out on this channel on {other.due_at:%Y-%m-%d}.",
                field="media_key",
                fix="Make another film, or say that it is a repost.",
            )
