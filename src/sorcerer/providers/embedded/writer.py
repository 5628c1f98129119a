"""The embedded writer: a hook, beats and a question, filled from the moment, to the length that was asked for."""

from collections.abc import Sequence

from sorcerer import ids
from sorcerer.providers.embedded.writing import around, openings, tellings
from sorcerer.providers.embedded.writing.grammar import first_sentence, sentence
from sorcerer.providers.embedded.writing.scene import Scene, scene_of
from sorcerer.providers.tasks import ScriptTask, SponsorFacts
from sorcerer.providers.values import Beat, Script

_WORDS_PER_SECOND = 3.1
_PAUSE = 0.35
_LONGEST_FACT = 14


def write(task: ScriptTask) -> Script:
    """Return the words of one post. The same task gets the same words."""
    scene = scene_of(task)
    hook = _hook(task, scene)
    if task.medium == "story":
        beats: tuple[Beat, ...] = (Beat(role="hook", line=_story_line(task, scene, hook)),)
    else:
        beats = _reel(task, scene, hook)
    lines = [beat.line for beat in beats]
    return Script(
        title=around.title_of(scene),
        beats=beats,
        caption="" if task.medium == "story" else around.caption_of(task, scene, lines),
        hashtags=() if task.medium == "story" else around.hashtags_of(task, scene),
        alt_text=around.alt_of(task, scene),
    )


def spoken_seconds(lines: Sequence[str]) -> float:
    """Return about how long lines take to say, with a pause after each."""
    return sum(len(line.split()) / _WORDS_PER_SECOND + _PAUSE for line in lines)


def _reel(task: ScriptTask, scene: Scene, hook: str) -> tuple[Beat, ...]:
    """Join hook, beats and question: what must be said first, then more until it is long enough."""
    low, high = task.seconds
    ask = _ask(task, scene)
    must, may = _beats(task, scene)
    lines = list(must)
    for line in may:
        whole = spoken_seconds([hook, *lines, line, ask])
        if whole <= high - 0.5 and (len(lines) < 2 or spoken_seconds([hook, *lines, ask]) < low + 0.8):  # noqa: PLR2004 - three shots or more
            lines.append(line)
    while len(lines) > 1 and spoken_seconds([hook, *lines, ask]) > high:
        lines.pop()
    action = f"{scene.act.doing} {scene.words['at']}"[:200]
    return (
        Beat(role="hook", line=hook, action="looks into the camera"),
        *(Beat(role="beat", line=line, action=action) for line in lines),
        Beat(role="cta", line=ask, action="smiles"),
    )


def _hook(task: ScriptTask, scene: Scene) -> str:
    """Draw an opening that was not used before; when all were, the day is put before one."""
    pool = [*openings.BY_CATEGORY.get(scene.category, ()), *openings.OPENINGS]
    used = {line.strip().lower() for line in task.used_hooks}
    filled = [sentence(opening.format_map(scene.words)) for opening in pool]
    fresh = [line for line in filled if line.lower() not in used]
    if fresh:
        return ids.pick(fresh, task.seed, "hook")
    again = [sentence(f"{scene.words['day']} {len(used)}: {line[0].lower()}{line[1:]}") for line in filled]
    return ids.pick([line for line in again if line.lower() not in used] or again, task.seed, "hook")


def _story_line(task: ScriptTask, scene: Scene, hook: str) -> str:
    if task.sponsor is not None:
        return _sponsored(task, task.sponsor)[0]
    return sentence(scene.told) if scene.told else hook


def _beats(task: ScriptTask, scene: Scene) -> tuple[list[str], list[str]]:
    """Return what must be told and what may be, the better first."""
    must: list[str] = []
    if scene.told:
        must.append(_told(task, scene))
    if task.sponsor is not None:
        must += _sponsored(task, task.sponsor)
    turn = [_filled(tellings.TURNS[scene.mood], task, scene, "turn")]
    running = [_filled(tellings.RUNNING, task, scene, "running")] if scene.words["story"] else []
    may = [
        *([] if scene.told else [_filled(tellings.HERE, task, scene, "here")]),
        *ids.pick((running + turn, turn + running), task.seed, "order"),
        *([_filled(tellings.WITH, task, scene, "with")] if scene.words["who"] else []),
        *([_filled(tellings.AROUND, task, scene, "around")] if scene.words["before"] and scene.words["after"] else []),
        _filled(tellings.MORE, task, scene, "more"),
        *([_filled(tellings.HERE, task, scene, "here")] if scene.told else []),
        *(line for line in tellings.TURNS["warm"][:4] if scene.mood != "warm"),
    ]
    return must, may


def _told(task: ScriptTask, scene: Scene) -> str:
    frame = "{told}" if scene.told.startswith("Today") else ids.pick(tellings.TOLD, task.seed, "told")
    told = sentence(scene.told)
    if frame.startswith("So today") and not told.startswith(("I ", "I'")):
        told = told[0].lower() + told[1:]
    return sentence(frame.format(told=told))


def _filled(options: tuple[str, ...], task: ScriptTask, scene: Scene, purpose: str) -> str:
    return sentence(ids.pick(options, task.seed, purpose).format_map(scene.words))


def _sponsored(task: ScriptTask, sponsor: SponsorFacts) -> list[str]:
    """Say who is with her and one fact, in the sponsor's words and no others."""
    options = tellings.SPONSORED if sponsor.product else tellings.SPONSORED_PLAIN
    who = ids.pick(options, task.seed, "sponsor").format(
        product=_plain(sponsor.product), company=_plain(sponsor.company)
    )
    short = [fact for fact in map(_plain, sponsor.facts) if fact and len(fact.split()) <= _LONGEST_FACT]
    return [sentence(who), *([sentence(ids.pick(short, task.seed, "fact"))] if short else [])]


def _ask(task: ScriptTask, scene: Scene) -> str:
    if task.sponsor is not None and task.sponsor.cta.strip():
        return sentence(first_sentence(_plain(task.sponsor.cta)))
    asks = tellings.ASKS.get(scene.category, tellings.ASKS["leisure"])
    return ids.pick(asks, task.seed, "ask")


def _plain(text: str) -> str:
    return " ".join(text.split())
