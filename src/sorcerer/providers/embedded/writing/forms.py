"""Forms: which lines a post of each family has, and which fit a moment."""

from typing import NamedTuple

from sorcerer import ids
from sorcerer.providers.embedded.writing.scene import Scene
from sorcerer.providers.tasks import ScriptTask
from sorcerer.providers.values import Family


class Form(NamedTuple):
    """The lines of a family by role, between the opening and the question: those it must have, and those it may."""

    must: tuple[str, ...]
    may: tuple[str, ...]


FORMS: dict[Family, Form] = {
    "talk": Form(("told", "say"), ("saga", "turn", "with", "here", "between", "say")),
    "montage": Form(("here", "told", "bits"), ("with", "between", "saga", "say", "turn")),
    "tutorial": Form(("step1", "step2"), ("step3", "turn", "saga")),
    "day": Form(("between", "told"), ("here", "with", "saga", "say", "turn")),
    "review": Form(("told", "verdict"), ("say", "saga", "turn", "with", "bits")),
    "series": Form(("saga", "told"), ("turn", "between", "here", "say", "with")),
}
_STEPS = 3
_TEACHES = {"sport", "eat", "home", "care", "leisure"}
_REVIEWS = {"eat", "shop", "leisure", "social"}


def family_of(task: ScriptTask, scene: Scene) -> Family:
    """Return the family that fits the moment and was used longest ago; a draw decides among equals."""
    fitting: list[Family] = ["talk"]
    if task.sponsor is not None:
        return "review" if task.sponsor.facts else "talk"
    fitting += ["montage"]
    fitting += ["day"] if scene.words["before"] and scene.words["after"] else []
    fitting += ["tutorial"] if scene.category in _TEACHES and len(scene.act.says) >= _STEPS else []
    fitting += ["review"] if scene.category in _REVIEWS else []
    fitting += ["series"] if scene.words["story"] or scene.words["saga"] else []
    last = {family: place for place, family in enumerate(task.used_families)}
    return min(fitting, key=lambda family: (last.get(family, -1), ids.draw(task.seed, "family", family)))
