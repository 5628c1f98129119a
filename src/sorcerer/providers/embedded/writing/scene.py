"""Scene: the words of one moment of her life, as tales ask for them."""

import re
from typing import NamedTuple

from sorcerer import ids
from sorcerer.providers.embedded.writing.directed import hers, inside, title_of, told
from sorcerer.providers.embedded.writing.grammar import named
from sorcerer.providers.embedded.writing.hour import hour_of
from sorcerer.providers.embedded.writing.language import Act, Language
from sorcerer.providers.embedded.writing.places import places_of
from sorcerer.providers.embedded.writing.running import story_of
from sorcerer.providers.tasks import ScriptTask


class Scene(NamedTuple):
    """One moment in words.

    Args:
        kind: what she does, as her life calls it, or the one that a direction names.
        act_name: her life's name for this one time ("Four bars").
        words: what the gaps of lines are filled with; a missing one is an empty text.
        told: the direction as she would say it, or nothing.
        hers: the direction is one of her life's own, and nobody's wish.
    """

    language: Language
    act: Act
    kind: str
    act_name: str
    category: str
    words: dict[str, str]
    told: str
    hers: bool


def scene_of(task: ScriptTask, language: Language) -> Scene:
    """Return the words of the moment a task is about.

    Raises:
        Invalid: the direction is in a script or a language that she does not write.
    """
    moment, city = task.moment, str(task.who.persona.get("city", ""))
    kind = _kind(task, language)
    act = language.act(kind, moment.category)
    story = ids.pick(moment.story, task.seed, "story") if moment.story else ""
    title = title_of(task, language) or act.mine
    words = {
        **hour_of(moment.local_time, language)._asdict(),
        "mine": act.mine,
        "doing": act.doing,
        "at": ids.pick(places_of(moment.place, city, language), task.seed, "place"),
        "city": city.title(),
        "who": named(moment.with_whom, language.table["and"]) if moment.with_whom else "",
        "before": language.word("nouns", moment.before),
        "after": language.word("nouns", moment.after),
        "story": story_of(story, task.who.name, language),
        "title": title,
        "thing": inside(title, language),
    }
    said = told(task, language)
    return Scene(language, act, kind, task.title, moment.category, words, said, hers(task))


def _kind(task: ScriptTask, language: Language) -> str:
    """Return what she does: the moment's kind, or the one that the direction names."""
    kinds: dict[str, dict[str, str]] = language.table["kinds"]
    if task.moment.kind in kinds:
        return task.moment.kind
    words = set(re.findall(r"\w+", task.direction.casefold()))
    words |= {word.removesuffix("s") for word in words}
    named_so = (kind for kind, its in kinds.items() if words & {kind, its["tag"], its["doing"].casefold()})
    return next(named_so, task.moment.kind)
