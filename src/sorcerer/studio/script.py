"""Script: the words of a post, written by a provider or somebody's own, kept word for word."""

from sorcerer.errors import Invalid
from sorcerer.providers import Beat, Script, ScriptTask, Text
from sorcerer.studio.pacing import lines_of

_MOST_LETTERS = 20_000


def script(text: Text, task: ScriptTask, own_words: str | None = None) -> Script:
    """Return the words of one post.

    Args:
        text: writes them; around somebody's own words it writes caption, hashtags and alternative text.
        own_words: what she is to say, kept as it is; the caption then opens with their first line.

    Raises:
        Invalid: the own words hold nothing that can be said.
        ProviderError: the vendor did not answer.
    """
    written = text.script(task)
    if own_words is None:
        return written
    lines = lines_of(own_words)
    if not any(letter.isalnum() for line in lines for letter in line):
        raise Invalid(
            "Your script has no words that can be said.", field="own_script", fix="Write at least one sentence."
        )
    if len(own_words) > _MOST_LETTERS:
        message = f"Your script has {len(own_words):,} letters; {_MOST_LETTERS:,} are the most that can be read."
        raise Invalid(message, field="own_script", fix="A reel of 90 s has room for about 220 words.")
    beats = tuple(Beat(role=_role(index, len(lines)), line=line) for index, line in enumerate(lines))
    own = {"beats": beats, "title": _title(lines[0]), "caption": _caption(lines[0], written), "written_by": "user"}
    return written.model_copy(update=own)


def _role(index: int, count: int) -> str:
    if index == 0:
        return "hook"
    return "cta" if index == count - 1 else "beat"


def _caption(line: str, written: Script) -> str:
    """Return the first line and the writer's question: what lies between would tell what the own words do not."""
    if not written.caption:
        return ""
    return "\n\n".join(dict.fromkeys((line, written.caption.rpartition("\n\n")[2])))[:2200]


def _title(line: str) -> str:
    words: list[str] = []
    for word in line.split():
        if sum(len(part) + 1 for part in words) + len(word) > 60:  # noqa: PLR2004 - a title fits one line
            break
        words.append(word)
    return " ".join(words) or line[:60]
