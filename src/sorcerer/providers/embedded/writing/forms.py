"""Forms: what sort of film fits a moment, and the one line that each sort has more than a tale."""

from collections.abc import Iterator

from sorcerer import ids
from sorcerer.providers.embedded.writing.grammar import spelled
from sorcerer.providers.embedded.writing.manner import Manner
from sorcerer.providers.embedded.writing.memory import Memory
from sorcerer.providers.embedded.writing.running import known, saga_lines
from sorcerer.providers.embedded.writing.scene import Scene
from sorcerer.providers.tasks import ScriptTask
from sorcerer.providers.values import Family

EXTRA: frozenset[Family] = frozenset({"tutorial", "review", "series"})
"""The families that have a line of their own: a detail one can use, a verdict, where a running story stands."""

_TEACHES = {"sport", "eat", "home"}
_REVIEWS = {"eat", "shop", "leisure", "social"}


def families_of(task: ScriptTask, scene: Scene) -> list[Family]:
    """Return the families that fit a moment, the one used longest ago first; a draw decides among equals."""
    fitting: list[Family] = ["talk"]
    if task.sponsor is not None:
        return ["review"] if task.sponsor.facts else fitting
    fitting += ["montage"]
    fitting += ["day"] if scene.words["after"] else []
    fitting += ["tutorial"] if scene.category in _TEACHES else []
    fitting += ["review"] if scene.category in _REVIEWS else []
    fitting += ["series"] if scene.words["story"] and not known(scene.words["story"], scene.language) else []
    last = {family: place for place, family in enumerate(task.used_families)}
    return sorted(fitting, key=lambda family: (last.get(family, -1), ids.draw(task.seed, "family", family)))


def extras_of(family: Family, scene: Scene, manner: Manner, memory: Memory, seed: str) -> list[str]:
    """Return the lines that a family can have more than a tale, those she has not said, in the order of a draw."""
    lines = map(spelled, _lines(family, scene, manner))
    unsaid = [line for line in lines if not memory.repeats(line) and not memory.holds(line)]
    return sorted(unsaid, key=lambda line: ids.draw(seed, family, line))


def _lines(family: Family, scene: Scene, manner: Manner) -> Iterator[str]:
    language = scene.language
    if family == "tutorial":
        yield from scene.act.says
    if family == "series":
        yield from saga_lines(scene.words["story"], manner, language)
    if family == "review":
        for mood in manner.moods:
            yield from language.frames(f"verdict.{mood}")
