"""What the wizard knows already, who of the cast is like that, and how a sentence agrees with her."""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from sorcerer import ids
from sorcerer.providers.embedded.cast import members
from sorcerer.providers.tasks import AutofillTask

_WORDS = {
    "she": {"they": "she", "their": "her", "them": "her", "is": "is"},
    "he": {"they": "he", "their": "his", "them": "him", "is": "is"},
    "they": {"they": "they", "their": "their", "them": "them", "is": "are"},
}
_VERBS = ("move", "talk", "post", "keep", "show", "cry", "deny", "lose", "own")


class Known:
    """What is filled in already, and somebody of the cast who is like that."""

    def __init__(self, task: AutofillTask, field: str) -> None:
        nested = task.known.get("persona")
        self.facts = {**(nested if isinstance(nested, Mapping) else {}), **task.known}
        self.facts.pop("persona", None)
        self._seed, self._field = task.seed, field
        self.like = self._likest()

    def get(self, path: str) -> Any:  # noqa: ANN401 - whatever was typed there
        """Return what stands at a path ("audience.region"), or None for nothing, an empty text or an empty list."""
        value: Any = self.facts
        for part in path.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        return value if value not in ("", [], (), {}) else None

    def text(self, path: str) -> str:
        """Return the text at a path, empty when there is none."""
        value = self.get(path)
        return value if isinstance(value, str) else ""

    def words(self, path: str) -> list[str]:
        """Return the list of texts at a path."""
        value = self.get(path)
        return [each for each in value if isinstance(each, str)] if isinstance(value, list | tuple) else []

    def pick(self, options: Sequence[Any], *purpose: object) -> Any:  # noqa: ANN401 - one of the options
        """Return the option that the seed draws for this field."""
        return ids.pick(options, self._seed, self._field, *purpose)

    def some(self, options: Sequence[str], count: int) -> list[str]:
        """Return some of the options, each once, in an order the seed draws."""
        unique = list(dict.fromkeys(options))
        return sorted(unique, key=lambda one: ids.draw(self._seed, self._field, one))[:count]

    @property
    def pronouns(self) -> str:
        """Return her pronouns, "she" until they are known."""
        return self.text("pronouns") if self.text("pronouns") in _WORDS else "she"

    @property
    def age(self) -> int | None:
        """Return her age when it is known."""
        age = self.get("age")
        return age if isinstance(age, int) and not isinstance(age, bool) else None

    def say(self, template: str) -> str:
        """Return a template of ours with her pronouns, and verbs that agree with them."""
        words = dict(_WORDS[self.pronouns])
        words |= {word.capitalize(): value.capitalize() for word, value in words.items()}
        words |= {verb: verb if self.pronouns == "they" else _singular(verb) for verb in _VERBS}
        return template.format_map(words)

    def _likest(self) -> dict[str, Any]:
        """Return the member of the cast with the most in common, the seed deciding among equals."""
        mine = _stems([self.text("category"), *self.words("habits"), self.text("work"), self.text("city")])

        def common(member: dict[str, Any]) -> float:
            persona = member["persona"]
            theirs = _stems([persona["category"], *persona["habits"], persona["work"], persona["city"]])
            years = abs(self.age - persona["age"]) / 20 if self.age is not None else 0.0
            same = persona["pronouns"] == self.text("pronouns") or not self.text("pronouns")
            category = 3.0 if self.text("category").casefold() == persona["category"] else 0.0
            chance: float = 0.9 * ids.draw(self._seed, "like", member["names"][0])
            return category + len(mine & theirs) + 0.5 * same - min(years, 1.5) + chance

        return max(members(), key=common)


@cache
def tables() -> dict[str, Any]:
    """Return the phrases that fields are filled with."""
    text = files("sorcerer.providers.embedded").joinpath("autofill.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def _stems(texts: Sequence[str]) -> set[str]:
    return {word[:5] for text in texts for word in re.findall(r"[^\W\d_]{3,}", text.casefold())}


def _singular(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}s"
