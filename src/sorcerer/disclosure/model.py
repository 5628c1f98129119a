"""What a post owes and what it shows. Pure."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Media = Literal["reel", "story_image", "story_video"]
Jurisdiction = Literal["eu", "us", "kr"]
Language = Literal["en", "de"]


class Value(BaseModel):
    """A frozen value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Duties(Value):
    """What one post owes.

    Args:
        ai_label: the network's AI flag; always owed.
        paid_label: the network's flag for paid partnerships.
        flags: what the network calls those flags.
        first_words: what the caption begins with; empty when it owes nothing there.
        caption_line: the caption's line that says it is made by AI; empty where there is no caption.
        overlay_lines: what stands in the picture for its whole length.
        bio_line: what the account's own description says.
        caption_max: length in UTF-16 units.
        hashtags_max: how many hashtags the caption may hold, those of disclosure counted.
    """

    ai_label: Literal[True] = True
    paid_label: bool
    flags: tuple[str, ...]
    first_words: str
    caption_line: str
    overlay_lines: tuple[str, ...]
    bio_line: str
    caption_max: int
    hashtags_max: int

    @property
    def has_caption(self) -> bool:
        """Tell whether this kind of post has a caption at all."""
        return bool(self.caption_line)


class Shown(Value):
    """What a post is about to show, or was seen to show."""

    caption: str = ""
    ai_label: bool
    paid_label: bool = False
    overlay_lines: tuple[str, ...] = ()
