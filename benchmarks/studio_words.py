"""The words of a year: how much of what one persona posts she has said before, and how often she opens the same way."""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from typing import Any

from benchmarks.report import Measure
from sorcerer import life
from sorcerer.influencers import Influencer, Persona
from sorcerer.life import Post
from sorcerer.providers import Moment, PersonaFacts, Script, ScriptTask
from sorcerer.providers.embedded.text import EmbeddedText
from sorcerer.providers.embedded.writing.memory import grams

MONDAY = date(2026, 11, 23)
_YEAR = 365
_HOOK_DAYS = 60
_FAMILY_DAYS = 14
_USED_HOOKS = 60


def run(*, quick: bool) -> Iterable[Measure]:
    """Measure a year of three personas in English and of one in German; `quick` one of each."""
    yield from measures(quick=quick)


def measures(*, quick: bool) -> Iterator[Measure]:
    """Yield the share of words said again and the openings that came back, for the worst persona of each language."""
    for language, who in (("en", (0,) if quick else (0, 8, 12)), ("de", (0,) if quick else (0, 9))):
        years = [list(year(number, language)) for number in who]
        share, hooks = max(map(repeated, years)), max(map(hooks_again, years))
        inside = max(repeated(one, across=False) for one in years)
        posts = sum(map(len, years))
        note = f"{posts} posts of {len(who)} persona(s), {language}, worst of them; inside lines only: {inside:.2f} %"
        yield Measure(f"words_said_again_{language}", share, "%", at_most=5, aim=1, note=note)
        note = f"word for word within {_HOOK_DAYS} days"
        yield Measure(f"hooks_again_{language}", hooks, "hooks", at_most=0, aim=0, note=note)


def year(number: int, language: str) -> Iterator[tuple[Post, Script]]:
    """Yield each post of a persona's planned year with its words, written one after the other as they go out."""
    who = somebody(number, language)
    persona = who.persona.model_dump(mode="json") | {"name": who.name}
    texts: list[str] = []
    hooks: list[str] = []
    films: list[tuple[datetime, Any]] = []
    for post in life.plan(who, first_day=MONDAY, days=_YEAR).posts:
        recent = [family for at, family in films if post.at - at < timedelta(days=_FAMILY_DAYS)]
        script = EmbeddedText().script(
            ScriptTask(
                who=PersonaFacts(name=who.name, persona=persona),
                moment=Moment.model_validate(post.moment | {"light": post.light}),
                medium=post.medium,
                direction=post.direction,
                title=post.title,
                seconds=(8.0, 13.0),
                seed=f"{who.id}/{post.id}",
                earlier=tuple(texts),
                used_hooks=tuple(hooks[-_USED_HOOKS:]),
                used_families=tuple(recent),
            )
        )
        texts.append("\n".join(beat.line for beat in script.beats))
        hooks.append(script.beats[0].line)
        if post.medium == "reel":
            films.append((post.at, script.family))
        yield post, script


def somebody(number: int, language: str) -> Influencer:
    """Return the persona of a number in the embedded cast, who writes in this language."""
    text = files("sorcerer.providers.embedded").joinpath("cast.json").read_text(encoding="utf-8")
    member = json.loads(text)[number]
    persona = Persona.model_validate(member["persona"])
    voice = persona.voice.model_copy(update={"language": language})
    return Influencer(
        id=f"persona{number}",
        owner_id="owner",
        name=member["names"][0],
        handle="somebody",
        mode="lifestyle",
        persona=persona.model_copy(update={"voice": voice}),
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


def repeated(posts: Iterable[tuple[Post, Script]], *, across: bool = True) -> float:
    """Return how many of a year's four words in a row stand in an earlier post, in per cent.

    Script and caption count, each as one running text; a row of four is counted once in a post. Labels and hashtags
    are no part of either.

    Args:
        across: count rows that reach from one line into the next too.
    """
    seen: set[tuple[str, ...]] = set()
    again = count = 0
    for _, script in posts:
        lines = [beat.line for beat in script.beats]
        texts = [" ".join(lines), script.caption] if across else [*lines, *script.caption.split("\n\n")]
        own = {gram for text in texts for gram in grams(text)}
        again += len(own & seen)
        count += len(own)
        seen |= own
    return 100 * again / max(1, count)


def hooks_again(posts: Iterable[tuple[Post, Script]]) -> int:
    """Return how many openings were used word for word in the 60 days before."""
    last: dict[str, datetime] = {}
    again = 0
    for post, script in posts:
        hook = script.beats[0].line.casefold()
        again += hook in last and post.at - last[hook] <= timedelta(days=_HOOK_DAYS)
        last[hook] = post.at
    return again


def read_aloud(number: int, language: str, count: int) -> None:
    """Print the first reels of a persona with their captions, for somebody to read."""
    reels = [(post, script) for post, script in year(number, language) if post.medium == "reel"]
    for post, script in reels[:count]:
        said = "\n".join(f"  {beat.line}" for beat in script.beats)
        sys.stdout.write(f"{post.local_time} {script.family} · {post.title}\n{said}\n")


if __name__ == "__main__":
    read_aloud(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
