"""Asked: a post that a person gave the direction for. Its subject opens it and is carried to the last question."""

import re
from itertools import zip_longest
from typing import NamedTuple

from sorcerer import ids
from sorcerer.providers.embedded.writing import german
from sorcerer.providers.embedded.writing.directed import topic_of
from sorcerer.providers.embedded.writing.grammar import first_person, first_sentence, sentence, yours
from sorcerer.providers.embedded.writing.manner import Manner
from sorcerer.providers.embedded.writing.memory import Memory
from sorcerer.providers.embedded.writing.scene import Scene
from sorcerer.providers.tasks import ScriptTask

_LONGEST = 110  # letters of one line that can be said in a breath
_LONG_DEED = 12
_SENTENCES = re.compile(r"(?<=[.!?…])\s+|\n+")
_PROMISE = {
    "en": re.compile(
        r"^(?P<deed>I .+?),? and (?:tell|say|explain|show|reveal|describe|talk about) (?:\w+ ){0,2}?"
        r"(?P<word>why|how|what|where|when|who) (?P<reason>.+)$"
    ),
    "de": re.compile(
        r"^(?P<deed>Ich .+?),? und (?:erzähle|sage|erkläre|zeige|verrate|beschreibe)\b[^,]*,? "
        r"(?P<word>warum|wieso|wie|was|wo|wann|wer) (?P<reason>.+)$"
    ),
}
_CLAUSE = re.compile(r"^(?P<word>why|how|what|where|when) (?P<reason>I .+)$")
_SOMEBODY = re.compile(r"^(why|how|what|where|when) (?:she|he|they) (.+)$")
_NO_DEED = {"am", "never", "always", "often", "still", "finally", "just", "only", "almost", "really", "do", "don't"}


class Asked(NamedTuple):
    """What a direction gives a post.

    Args:
        hook: opens with what was asked for.
        shows: the rest of it, a line each, in its order.
        turn: what became of it on the way.
        ask: asks back about the same thing; nothing where it names no deed.
    """

    hook: str
    shows: tuple[str, ...]
    turn: str
    ask: str


def asked(task: ScriptTask, scene: Scene, manner: Manner, memory: Memory) -> Asked:
    """Return the parts of a post about what somebody asked for, in her first person."""
    desk = _Desk(task, scene, manner, memory)
    first, rest = desk.told()
    topic = topic_of(task, scene.language)
    if topic is not None:
        promise = _CLAUSE.match(hers_in(topic))
        if promise is None:
            return Asked(desk.line("topic", topic=topic), (desk.line("opinion"), *rest), desk.line("payoff"), "")
        return desk.promised(promise["word"], promise["reason"], rest)
    found = _PROMISE[scene.language.code].match(first.rstrip("."))
    if found is not None:
        return desk.promised(found["word"], found["reason"], (sentence(found["deed"]), *rest))
    return desk.deed(first, rest, desk.line("turn"))


class _Desk:
    def __init__(self, task: ScriptTask, scene: Scene, manner: Manner, memory: Memory) -> None:
        self._task, self._scene, self._manner, self._memory = task, scene, manner, memory
        self._used = {line.strip().casefold() for line in task.used_hooks}

    def told(self) -> tuple[str, tuple[str, ...]]:
        """Return the sentences of the direction as hers: the first, and the others."""
        _, *others = [part for part in _SENTENCES.split(self._task.direction.strip()) if part.strip()] or [""]
        turned = german.first_person if self._scene.language.code == "de" else first_person
        said = [
            sentence(
                first_sentence(other if other.casefold().startswith("they ") else turned(other, self._task.who.name))
            )
            for other in others
        ]
        return shortened(self._scene.told), tuple(shortened(line) for line in said if _speakable(line))

    def promised(self, word: str, reason: str, shows: tuple[str, ...]) -> Asked:
        """Return a post that tells why or how: the hook promises it, then she does it, and the question asks back."""
        why = word in {"why", "warum", "wieso"} or self._scene.language.code == "de"
        hook = self.line("why" if why else "how", clause=f"{word} {reason}", reason=reason)
        theirs = re.sub(r"^I (?:never|always|often|still|only) ", "", reason)
        ask = self.line("ask_why", yours=f"you {yours(theirs)}") if theirs != reason and word == "why" else ""
        return Asked(hook, shows, self.line("payoff"), ask)

    def deed(self, told: str, rest: tuple[str, ...], turn: str) -> Asked:
        """Return a post about a thing she does: the hook names it, what follows after "and" is shown."""
        first, second = parted(told, self._task.direction)
        plain = first.rstrip(".")
        if self._scene.language.code == "de":
            subject, _, after = plain.partition(" ")
            verb, _, others = after.partition(" ")
            if subject != "Ich" or not others:
                return Asked(self.line("plain", told=told), rest, turn, "")
            hook = self.line("do", inverted=f"{verb} ich {others}")
            return Asked(hook, (*second, *rest), turn, "")
        infinitive = plain.removeprefix("I ")
        if not _is_deed(plain, self._task.direction) or len(infinitive.split()) > _LONG_DEED:
            return Asked(self.line("plain", told=told), rest, turn, "")
        ask = self.line("ask_do", yours=yours(infinitive))
        return Asked(self.line("do", inf=infinitive), (*second, *rest), turn, ask)

    def line(self, part: str, **words: str) -> str:
        """Return a line of one part, in her mood, said least of late."""
        language = self._scene.language
        own = language.frames(f"asked.{part}.{self._manner.moods[0]}")
        ranked = []
        for frame in (*own, *language.frames(f"asked.{part}")):
            line = sentence(frame.format_map({**self._scene.words, **words}))
            said = (line.casefold() in self._used, self._memory.repeats(line), frame not in own)
            ranked.append((*said, ids.draw(self._task.seed, part, line), line))
        return min(ranked)[-1]


def parted(told: str, direction: str) -> tuple[str, tuple[str, ...]]:
    """Return what she does, and what she does after "and" as a sentence of its own.

    A verb is known by what became of it: "bakes and burns" was turned to "bake and burn", "bread and butter" was not.
    """
    said, given = told.rstrip(".").split(), direction.strip().split(".")[0].split()
    pairs = list(zip_longest(reversed(said), reversed(given)))
    for at in range(len(said) - 1, 2, -1):
        mine, theirs = pairs[len(said) - 1 - at]
        if said[at - 1] in {"and", "und"} and theirs is not None and mine != theirs and mine[:2] == theirs[:2]:
            subject = "Ich" if said[0] == "Ich" else "I"
            return f"{' '.join(said[: at - 1]).rstrip(',')}.", (sentence(f"{subject} {' '.join(said[at:])}"),)
    return told, ()


def shortened(line: str) -> str:
    """Return a line that can be said in a breath, cut after a word where it is longer."""
    if len(line) <= _LONGEST:
        return line
    return f"{(line[:_LONGEST].rpartition(' ')[0] or line[:_LONGEST]).rstrip(',;: ')}…"


def _is_deed(plain: str, direction: str) -> bool:
    words = plain.split()
    if len(words) < 3 or words[0] != "I" or words[1] in _NO_DEED:  # noqa: PLR2004 - subject, verb and something done
        return False
    given = [word.strip(",.").casefold() for word in direction.split()]
    return words[1] not in given or given[0] == words[1]


def hers_in(topic: str) -> str:
    """Return what an order is about with her as the one who does it: "how she folds a letter" is "how I fold …"."""
    found = _SOMEBODY.match(topic)
    return f"{found[1]} {first_person(f'she {found[2]}', '').rstrip('.')}" if found else topic


def _speakable(line: str) -> bool:
    return any(letter.isalpha() for letter in line)
