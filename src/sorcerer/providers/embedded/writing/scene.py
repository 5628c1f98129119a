"""Scene: the words of one moment of her life, as the frames ask for them."""

import re
from typing import NamedTuple

from sorcerer import ids
from sorcerer.providers.embedded.writing.directed import inside, title_of, told
from sorcerer.providers.embedded.writing.grammar import named
from sorcerer.providers.embedded.writing.hour import hour_of
from sorcerer.providers.embedded.writing.language import Act, Language
from sorcerer.providers.embedded.writing.places import places_of
from sorcerer.providers.embedded.writing.running import saga_of, story_of
from sorcerer.providers.tasks import ScriptTask


class Scene(NamedTuple):
    """One moment in words.

    Args:
        words: what the gaps of frames are filled with; a missing one is an empty text.
        told: the direction as she would say it, or nothing.
    """

    language: Language
    act: Act
    category: str
    words: dict[str, str]
    told: str


def scene_of(task: ScriptTask, language: Language) -> Scene:
    """Return the words of the moment a task is about.

    Raises:
        Invalid: the direction is in a script or a language that she does not write.
    """
    moment, city = task.moment, str(task.who.persona.get("city", ""))
    act = language.act(_kind(task, language), moment.category)
    said = told(task, language)
    hour = hour_of(moment.local_time, language)
    story = ids.pick(moment.story, task.seed, "story") if moment.story else ""
    title = title_of(task, language) or act.mine
    words = {
        **hour._asdict(),
        "mine": act.mine,
        "doing": act.doing,
        "at": ids.pick(places_of(moment.place, city, language), task.seed, "place"),
        "city": city.title(),
        "who": named(moment.with_whom, language.table["and"]) if moment.with_whom else "",
        "before": language.word("nouns", moment.before),
        "after": language.word("nouns", moment.after),
        "story": story_of(story, task.who.name, language),
        "saga": saga_of(story, language),
        "title": title,
        "thing": inside(title, language),
        "told": said,
        "told_on": said.rstrip(".") if said.startswith(("I ", "Ich ")) else "",
    }
    return Scene(language, act, moment.category, words, said)


def _kind(task: ScriptTask, language: Language) -> str:
    """Return what she does: the moment's kind, or the one that the direction names."""
    kinds: dict[str, dict[str, str]] = language.table["kinds"]
    if task.moment.kind in kinds:
        return task.moment.kind
    words = set(re.findall(r"\w+", task.direction.casefold()))
    named_so = (kind for kind, its in kinds.items() if words & {kind, its["tag"], *its["doing"].casefold().split()[:1]})
    return next(named_so, task.moment.kind)
