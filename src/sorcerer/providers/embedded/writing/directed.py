"""Directed: what somebody asked for, or her life tells, as she would say it."""

import re
import unicodedata

from sorcerer.errors import Invalid
from sorcerer.providers.embedded.writing import german
from sorcerer.providers.embedded.writing.grammar import first_person, first_sentence, sentence, topic
from sorcerer.providers.embedded.writing.language import LANGUAGES, Language
from sorcerer.providers.embedded.writing.running import keyed
from sorcerer.providers.tasks import ScriptTask

_LONGEST_TITLE = 6
_LATIN = 0x24F
_ENGLISH = frozenset(
    {"the", "and", "she", "he", "her", "his", "they", "their", "with", "from", "is", "are", "of", "to", "for", "about"}
)


def told(task: ScriptTask, language: Language) -> str:
    """Return the direction as a sentence of hers; nothing for no direction, or one of emoji.

    Raises:
        Invalid: it is in a script or a language that she does not write.
    """
    direction = " ".join(task.direction.split())
    if not any(letter.isalpha() for letter in direction):
        return ""
    _readable(direction, language)
    act = _of_her_life(task, direction)
    if language.code == "de":
        return _german(task, direction, act, language)
    return sentence(first_sentence(first_person(first_sentence(f"she {act}" if act else direction), task.who.name)))


def hers(task: ScriptTask) -> bool:
    """Tell whether a direction is one of her life's own, and nobody's wish."""
    return _of_her_life(task, " ".join(task.direction.split())) is not None


def topic_of(task: ScriptTask, language: Language) -> str | None:
    """Return what an order such as "Talk about why I walk" is about; None when it is no order."""
    direction = " ".join(task.direction.split())
    found = german.topic(direction) if language.code == "de" else topic(direction)
    return first_sentence(found).rstrip(".") if found else None


def title_of(task: ScriptTask, language: Language) -> str:
    """Return the post's title where it is short enough to be said."""
    given = " ".join(task.title.split()).rstrip(".")
    if language.code != "en" and not language.knows("titles", given):
        given = "" if _of_her_life(task, task.direction) is not None else given
    title = language.word("titles", re.sub(r"\b(?:her|his|their)\b", "my", given) if language.code == "en" else given)
    return title if 0 < len(title.split()) <= _LONGEST_TITLE else ""


def inside(title: str, language: Language) -> str:
    """Return a title as it stands inside a sentence: an article at its head is written small."""
    first, space, rest = title.partition(" ")
    return f"{first.lower()}{space}{rest}" if first.lower() in language.table["articles"] else title


def _of_her_life(task: ScriptTask, direction: str) -> str | None:
    """Return what she does where a direction is one of her life's own: "At the lake, Mara …"."""
    if not task.title or not task.moment.place or " " in task.moment.kind:  # a wish made by hand is its own kind
        return None
    found = re.match(rf"[^,]+, {re.escape(task.who.name.split()[0] if task.who.name else '?')} (.+)$", direction)
    return found.group(1) if found else None


def _german(task: ScriptTask, direction: str, act: str | None, language: Language) -> str:
    if act is not None:
        friends = " and ".join(task.moment.with_whom)
        key = keyed(act.rstrip(".").replace(friends, "{friend}") if friends else act.rstrip("."))
        if not language.knows("told", key):
            return ""
        return sentence(language.word("told", key).replace("{friend}", friends.replace(" and ", " und ")))
    if len(_ENGLISH & set(re.findall(r"\w+", direction.casefold()))) >= 2:  # noqa: PLR2004 - one may be a name
        message = f"She writes German, and the direction {direction[:40]!r} is English; nothing here translates it."
        raise Invalid(message, field="direction", fix="Write it in German, or put the words into the script.")
    return sentence(first_sentence(german.first_person(first_sentence(direction), task.who.name)))


def _readable(direction: str, language: Language) -> None:
    letters = [letter for letter in direction if letter.isalpha()]
    strange = [letter for letter in letters if ord(letter) > _LATIN and "LATIN" not in unicodedata.name(letter, "")]
    if 2 * len(strange) > len(letters):
        script = unicodedata.name(strange[0], "an unknown").split()[0].title()
        raise Invalid(
            f"She writes {LANGUAGES[language.code]}, and the direction is in {script} letters.",
            field="direction",
            fix=f"Write it in {LANGUAGES[language.code]}, or give her the words themselves as her script.",
        )
