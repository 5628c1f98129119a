"""The embedded writer: an opening, beats and a question, filled from the moment, to the length that was asked for."""

from collections.abc import Sequence

from sorcerer import ids
from sorcerer.providers.embedded.writing import around
from sorcerer.providers.embedded.writing.forms import FORMS, family_of
from sorcerer.providers.embedded.writing.grammar import first_sentence, sentence
from sorcerer.providers.embedded.writing.language import language_of
from sorcerer.providers.embedded.writing.manner import manner_of
from sorcerer.providers.embedded.writing.memory import Memory
from sorcerer.providers.embedded.writing.pen import Pen
from sorcerer.providers.embedded.writing.scene import Scene, scene_of
from sorcerer.providers.tasks import ScriptTask, SponsorFacts
from sorcerer.providers.values import Beat, Family, Script

_WORDS_PER_SECOND = 3.1
_PAUSE = 0.35
_LONGEST_FACT = 14
_MOST_BEATS = 5
_RETELLS = {"talk", "series", "review"}
_STALE = 2  # so many repeated rows of four words make a sentence one that was told before
_PLENTY = ("say", "turn", "here", "between", "bits", "turn", "say", "bits", "turn", "bits")
_CATCHPHRASE, _PLAIN_STORY, _PLAIN_TELLING, _AGAIN = 0.25, 0.55, 0.6, 0.5


def write(task: ScriptTask) -> Script:
    """Return the words of one post. The same task gets the same words.

    Raises:
        Invalid: her language is none that can be written, or the direction is in another.
    """
    voice = task.who.persona.get("voice")
    language = language_of(str(voice.get("language", "en")) if isinstance(voice, dict) else "en")
    manner, memory = manner_of(task.who.persona, language), Memory(task.earlier)
    scene = _news(scene_of(task, language), memory)
    pen = Pen(scene, manner, memory, task.seed, (line.strip().casefold() for line in task.used_hooks))
    family = family_of(task, scene)
    desk = _Desk(task, scene, memory, pen)
    beats = desk.story() if task.medium == "story" else desk.reel(family)
    lines = [beat.line for beat in beats]
    return Script(
        title=around.title_of(scene),
        beats=beats,
        caption="" if task.medium == "story" else around.caption_of(task, scene, manner, lines),
        hashtags=() if task.medium == "story" else around.hashtags_of(task, scene),
        alt_text=around.alt_of(task, scene),
        family=family,
    )


def spoken_seconds(lines: Sequence[str]) -> float:
    """Return about how long lines take to say, with a pause after each."""
    return sum(len(line.split()) / _WORDS_PER_SECOND + _PAUSE for line in lines)


def _news(scene: Scene, memory: Memory) -> Scene:
    """Return the scene with only that to say about what she does which she has not said yet."""
    unsaid = tuple(one for one in scene.act.says if not memory.repeats(one) and not memory.holds(one))
    return scene._replace(act=scene.act._replace(says=unsaid))


class _Desk:
    """Where one post is put together."""

    def __init__(self, task: ScriptTask, scene: Scene, memory: Memory, pen: Pen) -> None:
        self._task, self._scene, self._memory, self._pen = task, scene, memory, pen
        self._fresh = bool(scene.told) and memory.repeats(scene.told) < _STALE
        self._again = memory.holds(scene.words["title"])

    def story(self) -> tuple[Beat, ...]:
        """Return the one line of a story."""
        if self._task.sponsor is not None:
            return (Beat(role="hook", line=_sponsored(self._task, self._task.sponsor, self._scene)[0]),)
        plain = self._fresh and (not self._task.title or ids.draw(self._task.seed, "plain") < _PLAIN_STORY)
        line = sentence(self._scene.told) if plain else self._pen.write("line", "hook")
        return (Beat(role="hook", line=line),)

    def reel(self, family: Family) -> tuple[Beat, ...]:
        """Join opening, beats and question: what must be said first, then more until it is long enough."""
        low, high = self._task.seconds
        hook = self._hook()
        told = self._told() if self._scene.told and (self._fresh or not self._task.title) else ""
        told = told or (self._pen.write("retold") if self._again and family in _RETELLS else "")
        sold = [] if self._task.sponsor is None else _sponsored(self._task, self._task.sponsor, self._scene)
        ask = self._ask()
        must, may = FORMS[family]
        lines = [line for line in (told if role == "told" else self._line(role) for role in must) if line]
        if told and "told" not in must:
            lines.insert(0, told)
        if sold:
            lines = [line for line in (told,) if line] + sold
        for role in () if sold else (*may, *_PLENTY):
            if len(lines) > 1 and spoken_seconds([hook, *lines, ask]) >= low + 0.8:
                break
            line = self._line(role) if role != "told" else ""
            if line and spoken_seconds([hook, *lines, line, ask]) <= high - 0.5:
                _lay(lines, line)
        whole = len(lines)
        while len(lines) > bool(told) and spoken_seconds([hook, *lines, ask]) > high:
            lines.pop()
        if family == "tutorial" and len(lines) < whole and lines and lines[-1] != told:
            lines[-1] = self._pen.write("bits") or lines[-1]  # the first of several steps is none when it stands alone
        return self._beats(hook, lines, ask)

    def _beats(self, hook: str, lines: list[str], ask: str) -> tuple[Beat, ...]:
        actions = self._scene.language.table["actions"]
        action = actions["beat"].format_map(self._scene.words)[:200]
        return (
            Beat(role="hook", line=hook, action=actions["hook"]),
            *(Beat(role="beat", line=line, action=action) for line in lines),
            Beat(role="cta", line=ask, action=actions["cta"]),
        )

    def _hook(self) -> str:
        """Return an opening; where every one was used, the day and a number make it another."""
        again = self._again and ids.draw(self._task.seed, "again") < _AGAIN
        hook = self._pen.write(*(("again", "hook") if again else ("hook",)))
        used = {line.strip().casefold() for line in self._task.used_hooks}
        return hook if hook.casefold() not in used else f"{self._scene.words['day']} {len(used)}: {hook}"

    def _told(self) -> str:
        plain = ids.draw(self._task.seed, "plain telling") < _PLAIN_TELLING
        return sentence(self._scene.told) if plain else self._pen.write("told") or sentence(self._scene.told)

    def _line(self, role: str) -> str:
        if role == "saga":
            fresh = self._memory.repeats(self._scene.words["story"]) == 0
            return self._pen.write("story" if fresh else "saga") if self._scene.words["story"] else ""
        if role == "with" and self._scene.words["who"] in self._scene.told:
            return ""
        if role == "turn" and ids.draw(self._task.seed, "catchphrase") < _CATCHPHRASE:
            return self._pen.write("vocab", "turn")
        return self._pen.write(*((role, "bits") if role == "say" else (role,)))

    def _ask(self) -> str:
        sponsor = self._task.sponsor
        if sponsor is not None and sponsor.cta.strip():
            return sentence(first_sentence(_plain(sponsor.cta)))
        return self._pen.write("ask")


def _lay(lines: list[str], line: str) -> None:
    """Put a line after the others; when there are enough, it is said in one breath with the shortest."""
    if len(lines) < _MOST_BEATS:
        lines.append(line)
        return
    shortest = min(range(len(lines)), key=lambda at: len(lines[at].split()))
    lines[shortest] = f"{lines[shortest]} {line}"


def _sponsored(task: ScriptTask, sponsor: SponsorFacts, scene: Scene) -> list[str]:
    """Say who is with her and what was given to say, in the sponsor's words and no others."""
    options = scene.language.frames("sponsor.product" if sponsor.product else "sponsor.plain")
    who = ids.pick(options, task.seed, "sponsor").format(
        product=_plain(sponsor.product), company=_plain(sponsor.company)
    )
    short = [fact for fact in map(_plain, sponsor.facts) if fact and len(fact.split()) <= _LONGEST_FACT]
    return [sentence(who), *([sentence(ids.pick(short, task.seed, "fact"))] if short else [])]


def _plain(text: str) -> str:
    return " ".join(text.split())
