"""The teller: of all the tales of what she does, the one she has not told and that sounds most like her."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from sorcerer import ids
from sorcerer.providers.embedded.writing.grammar import spelled
from sorcerer.providers.embedded.writing.manner import Manner
from sorcerer.providers.embedded.writing.memory import Memory
from sorcerer.providers.embedded.writing.scene import Scene
from sorcerer.providers.embedded.writing.tales import Tale, shelf_of
from sorcerer.providers.embedded.writing.tone import flowing, voiced

_OWN_ACT, _WIDER, _TOO_LONG, _FORBIDDEN = -2.5, 4.0, 3.0, 100.0
_SECOND, _FOREIGN = 0.8, 3.0  # how far a tale is from her: of her second mood, of none of hers


class Telling(NamedTuple):
    """A tale in her words for this moment. `turn` and `truth` may begin with "~": they can be joined to what is before.

    Args:
        own: it was written for just this act and tells what she does itself.
        roomy: what her life tells of this one time may stand in place of the show.
    """

    hook: str
    show: str
    turn: str
    truth: str
    ask: str
    own: bool
    roomy: bool


class Teller:
    """Knows the tales of one moment.

    Args:
        memory: what she said in earlier posts.
        forbidden: openings in small letters that must not come back.
    """

    def __init__(self, scene: Scene, manner: Manner, memory: Memory, seed: str, forbidden: Iterable[str] = ()) -> None:
        self._scene, self._manner, self._memory, self._seed = scene, manner, memory, seed
        self._forbidden = frozenset(forbidden)
        self._known = tuple(self._tellings())

    def best(self, fits: Callable[[Telling], bool]) -> Telling:
        """Return the tale to tell, one that fits before one that has to be cut."""
        _, _, telling = min(
            (far + _TOO_LONG * (not fits(telling)), chance, telling) for far, chance, telling in self._known
        )
        return telling

    def one_liner(self) -> str:
        """Return an opening that can stand alone, or nothing when she has told them all."""
        fresh = [(far, chance, telling.hook) for far, chance, telling in self._known if self._unsaid(telling.hook)]
        return min(fresh)[2] if fresh else ""

    def _unsaid(self, line: str) -> bool:
        return not self._memory.repeats(line) and line.casefold() not in self._forbidden

    def _tellings(self) -> Iterator[tuple[float, float, Telling]]:
        """Yield each tale that this moment has everything for, in each wording, with how far it is from wanted."""
        scene = self._scene
        own, wider = shelf_of(scene.language.code).of(scene.kind, scene.category)
        for tales, far in ((own, 0.0), (wider, _WIDER if own else 0.0)):
            for place, tale in enumerate(tales):
                if all(scene.words.get(gap) for gap in tale.gaps) and (not tale.acts or scene.act_name in tale.acts):
                    for wording in range(tale.wordings):
                        telling = self._told(tale, wording)
                        chance = ids.draw(self._seed, "tale", far, place, wording)
                        yield far + self._far(tale, telling) + chance, chance, telling

    def _told(self, tale: Tale, wording: int) -> Telling:
        words, language = self._scene.words, self._scene.language
        lines = (spelled_or_joined(line.format_map(words)) for line in tale.worded(wording))
        said = (flowing(voiced(line, self._manner, language, mood=tale.moods[0]), self._manner) for line in lines)
        hook, show, turn, truth, ask = said
        return Telling(hook, show, turn, truth, ask, own=bool(tale.acts), roomy=tale.roomy)

    def _far(self, tale: Tale, telling: Telling) -> float:
        moods = self._manner.moods
        mood = 0.0 if moods[0] in tale.moods else _SECOND if set(moods) & set(tale.moods) else _FOREIGN
        return (
            mood
            + _OWN_ACT * telling.own
            + sum(self._memory.repeats(line) for line in telling[:5])
            + _FORBIDDEN * (telling.hook.casefold() in self._forbidden)
        )


def spelled_or_joined(line: str) -> str:
    """Return a line with large first letters, or as it is when it goes on from the line before."""
    return line if line.startswith("~") else spelled(line)
