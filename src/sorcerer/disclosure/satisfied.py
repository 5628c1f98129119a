"""Hold what a post shows against what it owes."""

from sorcerer.disclosure.caption import HASHTAG, length
from sorcerer.disclosure.model import Duties, Shown


def satisfied(duties: Duties, post: Shown) -> list[str]:
    """Return what is missing, each as a sentence; an empty list lets the post out."""
    missing = []
    if not post.ai_label:
        missing.append("The network's AI label is not set.")
    if duties.paid_label and not post.paid_label:
        missing.append("The network's label for paid partnerships is not set.")
    missing += [
        f"The picture does not say {line!r}." for line in duties.overlay_lines if line not in post.overlay_lines
    ]
    return missing + (_caption(duties, post.caption) if duties.has_caption else [])


def _caption(duties: Duties, caption: str) -> list[str]:
    missing = []
    if not caption.startswith(duties.first_words):
        missing.append(f"The caption does not begin with {duties.first_words!r}.")
    if duties.caption_line not in caption:
        missing.append(f"The caption does not say {duties.caption_line!r}.")
    if length(caption) > duties.caption_max:
        missing.append(f"The caption is {length(caption)} signs long, over {duties.caption_max}.")
    if len(HASHTAG.findall(caption)) > duties.hashtags_max:
        missing.append(f"The caption holds more than {duties.hashtags_max} hashtags.")
    return missing
