"""The embedded writer: one small story a post, told to the length that was asked for."""

from collections.abc import Iterable, Sequence
from functools import partial

from sorcerer import ids
from sorcerer.providers.embedded.writing import around
from sorcerer.providers.embedded.writing.asked import Asked, asked
from sorcerer.providers.embedded.writing.forms import EXTRA, extras_of, families_of
from sorcerer.providers.embedded.writing.grammar import first_sentence, sentence, spelled
from sorcerer.providers.embedded.writing.language import language_of
from sorcerer.providers.embedded.writing.manner import Manner, manner_of
from sorcerer.providers.embedded.writing.memory import Memory
from sorcerer.providers.embedded.writing.running import chapter_of
from sorcerer.providers.embedded.writing.scene import Scene, scene_of
from sorcerer.providers.embedded.writing.teller import Teller, Telling
from sorcerer.providers.embedded.writing.tone import alone, joined, voiced
from sorcerer.providers.tasks import ScriptTask, SponsorFacts
from sorcerer.providers.values import Beat, Family, Script

_LETTERS_PER_SECOND = 16.0  # measured with the embedded voice: 15.1 to 18.0 at her quickest, words vary by a third
_PAUSE = 0.35
_LONGEST_FACT = 14
_CATCHPHRASE, _PLAIN_STORY, _RUNNING = 0.2, 0.6, 0.7
_STALE = 2  # so many repeated rows of four words make a sentence one that was told before
_MOST_LINES = 5


def write(task: ScriptTask) -> Script:
    """Return the words of one post. The same task gets the same words.

    Raises:
        Invalid: her language is none that can be written, or the direction is in another.
    """
    voice = task.who.persona.get("voice")
    language = language_of(str(voice.get("language", "en")) if isinstance(voice, dict) else "en")
    manner, memory = manner_of(task.who.persona, language), Memory(task.earlier)
    scene = scene_of(task, language)
    desk = _Desk(task, scene, manner, memory)
    family, lines = ("talk", [desk.story()]) if task.medium == "story" else desk.reel()
    actions = language.table["actions"]
    return Script(
        title=around.title_of(scene),
        beats=_beats(lines, actions, scene),
        caption="" if task.medium == "story" else around.caption_of(task, scene, manner, lines),
        hashtags=() if task.medium == "story" else around.hashtags_of(task, scene),
        alt_text=around.alt_of(task, scene),
        family=family,
    )


def spoken_seconds(lines: Iterable[str]) -> float:
    """Return about how long lines take to say, with a pause after each."""
    return sum(len(line) / _LETTERS_PER_SECOND + _PAUSE for line in lines)


class _Desk:
    """Where one post is put together."""

    def __init__(self, task: ScriptTask, scene: Scene, manner: Manner, memory: Memory) -> None:
        self._task, self._scene, self._manner, self._memory = task, scene, manner, memory
        self._used = {line.strip().casefold() for line in task.used_hooks}
        self._teller = Teller(scene, manner, memory, task.seed, self._used)
        fresh = bool(scene.told) and memory.repeats(scene.told) < _STALE
        self._told = scene.told if fresh and scene.hers else ""

    def story(self) -> str:
        """Return the one line of a story."""
        task, scene = self._task, self._scene
        if task.sponsor is not None:
            return _sponsored(task, task.sponsor, scene)[0]
        if scene.told and not scene.hers:
            return sentence(scene.told)
        if self._told and (not task.title or ids.draw(task.seed, "plain") < _PLAIN_STORY):
            return sentence(self._told)
        running = self._extra("series")
        if running and ids.draw(task.seed, "running") < _RUNNING:
            return running
        framed = [
            spelled(frame.format_map(scene.words))
            for frame in scene.language.frames("line.any")
            if all(value for gap, value in scene.words.items() if f"{{{gap}}}" in frame)
        ]
        lines = [line for line in (self._teller.one_liner(), *scene.act.says, *framed) if line]
        return self._opened([min(lines, key=self._said)])[0]

    def _said(self, line: str) -> tuple[bool, float, float]:
        """Return how much a line was said before, the least first; a draw decides among equals."""
        again = self._memory.repeats(line) + self._memory.holds(line)
        return line.casefold() in self._used, again, ids.draw(self._task.seed, line)

    def reel(self) -> tuple[Family, list[str]]:
        """Return what sort of film it is, and its lines: the opening, what follows from it, and the question."""
        if self._task.sponsor is not None:
            return families_of(self._task, self._scene)[0], self._advert(self._task.sponsor)
        if self._scene.told and not self._scene.hers:
            return self._directed(asked(self._task, self._scene, self._manner, self._memory))
        chapter = self._chapter()
        if chapter:
            return "series", chapter
        for family in families_of(self._task, self._scene):
            extra = self._extra(family)
            if family not in EXTRA or extra:
                lay_out = partial(self._laid_out, family, extra)
                telling = self._teller.best(lambda one, lay_out=lay_out: self._fits(lay_out(one)))  # type: ignore[misc]  # mypy has no type for a default
                lines = lay_out(telling)
                if self._fits(lines):
                    return family, self._finished(lines, telling)
        telling = self._teller.best(lambda one: self._fits([one.hook, self._show(one), one.turn, one.ask]))
        return "talk", self._finished(self._shortest(telling), telling)

    def _chapter(self) -> list[str]:
        """Return the lines of an act of a running story; nothing where it is none, or was told before."""
        chapter = chapter_of(self._scene.act_name, self._scene.language) if self._told else None
        if chapter is None or ("{who}" in chapter.turn and not self._scene.words["who"]):
            return []
        turn = voiced(
            spelled(chapter.turn.format_map(self._scene.words)), self._manner, self._scene.language, mood="bright"
        )
        layouts = *([opening] for opening in self._extras("series")), []
        written = [[*opened, sentence(self._told), turn, chapter.ask] for opened in layouts]
        lines = next((each for each in written if self._fits(each)), written[-1])
        return self._opened(self._long_enough(lines, -1, self._scene.act.says)) if self._fits(lines) else []

    def _laid_out(self, family: Family, extra: str, telling: Telling) -> list[str]:
        """Lay out a tale as a family tells it: whole, without what is left of it, or with a line of its own instead."""
        if family == "series":  # somebody's own running story comes first, her day goes on beside it
            return self._told_on((extra, telling.hook, self._show(telling), telling.turn), telling.ask)
        last = extra if family in EXTRA else "" if family == "montage" else telling.truth
        return self._told_on((telling.hook, self._show(telling), telling.turn, last), telling.ask)

    def _show(self, telling: Telling) -> str:
        return sentence(self._told) if self._told and telling.roomy else telling.show

    def _told_on(self, parts: Iterable[str], ask: str) -> list[str]:
        """Join lines that go on from each other, as she would say them, and put the question last."""
        lines: list[str] = []
        for part in (part for part in parts if part):
            if len(lines) > 1:  # the opening is never run into what follows
                lines[-1:] = joined(lines[-1], part, self._manner, self._scene.language)
            else:
                lines.append(alone(part))
        return [*lines, ask]

    def _shortest(self, telling: Telling) -> list[str]:
        show = self._show(telling)
        layouts = ((show, telling.turn), (telling.turn,), (show,), ())
        written = [self._told_on((telling.hook, *layout), telling.ask) for layout in layouts]
        return next((lines for lines in written if self._fits(lines)), written[-1])

    def _directed(self, wish: Asked) -> tuple[Family, list[str]]:
        """Lay out what somebody asked for: nothing of it is left out before what goes with it is."""
        scene = self._scene
        known = scene.kind in scene.language.table["kinds"]
        desk_ask = ids.pick(scene.act.asks, self._task.seed, "ask") if known else ""
        ask = wish.ask or desk_ask or self._asked_back()
        series, details = self._extra("series"), list(scene.act.says) if known else []
        lines = [wish.hook, *wish.shows, *(line for line in (wish.turn, series) if line), ask]
        while len(lines) > 2 and not self._fits(lines):  # noqa: PLR2004 - opening and question stay
            lines.pop(-2)
        lines = self._long_enough(lines, -1, (*details, *scene.language.frames("asked.turn")))
        return "series" if series in lines[1:] else "talk", self._opened(lines)

    def _asked_back(self) -> str:
        frames = self._scene.language.frames(f"asked.ask.{self._manner.moods[0]}", "asked.ask")
        return min(frames, key=lambda ask: (self._memory.holds(ask), ids.draw(self._task.seed, ask)))

    def _advert(self, sponsor: SponsorFacts) -> list[str]:
        """Say what was given to say, after an opening of hers that has nothing to do with the product."""
        sold = _sponsored(self._task, sponsor, self._scene)
        telling = self._teller.best(lambda one: self._fits([one.hook, *sold, one.ask]))
        ask = sentence(first_sentence(_plain(sponsor.cta))) if sponsor.cta.strip() else telling.ask
        if self._scene.told and not self._scene.hers:
            wish = asked(self._task, self._scene, self._manner, self._memory)
            hook, show = wish.hook, next(iter(wish.shows), "")
        else:
            hook, show = telling.hook, self._show(telling)
        lines = [hook, *([show] if show else []), *sold, ask]
        if not self._fits(lines) and show:
            lines.remove(show)
        while len(lines) > 3 and not self._fits(lines):  # noqa: PLR2004 - opening, who pays and question stay
            lines.pop(-2)
        return self._opened(self._long_enough(lines, 1, (telling.turn, *self._scene.act.says)))

    def _finished(self, lines: list[str], telling: Telling) -> list[str]:
        """Return lines that are long enough, with a word of hers where she would say one."""
        lines = self._long_enough(lines, -1, (telling.truth, *self._scene.act.says))
        own = self._manner.vocabulary
        strange = set(self._scene.language.table.get("strange", ()))
        if own and len(lines) > 3 and ids.draw(self._task.seed, "catchphrase") < _CATCHPHRASE:  # noqa: PLR2004 - short ones have no room
            word = ids.pick(own, self._task.seed, "word").rstrip(".")
            if not strange & set(word.casefold().split()):
                whole = [*lines[:-2], f"{lines[-2]} {sentence(word)}", lines[-1]]
                lines = whole if self._fits(whole) else lines
        return self._opened(lines)

    def _long_enough(self, lines: list[str], at: int, more: Iterable[str]) -> list[str]:
        for line in (alone(line) for line in more if line):
            if spoken_seconds(lines) < self._task.seconds[0] and line not in lines:
                lines = [*lines[:at], line, *lines[at:]] if at < 0 else [*lines[: at + 1], line, *lines[at + 1 :]]
        return lines

    def _opened(self, lines: list[str]) -> list[str]:
        """Return the lines with an opening that was not used; where every one was, a number makes it another."""
        if lines[0].casefold() not in self._used:
            return lines
        frame = ids.pick(self._scene.language.frames("again"), self._task.seed, "again")
        return [frame.format(hook=lines[0], number=len(self._used)), *lines[1:]]

    def _extra(self, family: Family) -> str:
        return next(iter(self._extras(family)), "")

    def _extras(self, family: Family) -> list[str]:
        return extras_of(family, self._scene, self._manner, self._memory, self._task.seed)

    def _fits(self, lines: Sequence[str]) -> bool:
        return spoken_seconds(lines) <= self._task.seconds[1]


def _beats(lines: Sequence[str], actions: dict[str, str], scene: Scene) -> tuple[Beat, ...]:
    action = actions["beat"].format_map(scene.words)[:200]
    if len(lines) == 1:
        return (Beat(role="hook", line=lines[0]),)
    return (
        Beat(role="hook", line=lines[0], action=actions["hook"]),
        *(Beat(role="beat", line=line, action=action) for line in lines[1:-1]),
        Beat(role="cta", line=lines[-1], action=actions["cta"]),
    )


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
