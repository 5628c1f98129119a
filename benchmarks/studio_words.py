"""The words of a year: how much of what one persona posts she has said before, and how often she opens the same way."""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from typing import NamedTuple, cast

from benchmarks.report import Measure
from sorcerer import disclosure, life, studio
from sorcerer.influencers import Influencer, Persona
from sorcerer.life import Post
from sorcerer.providers import Family, Moment, PersonaFacts, Script, ScriptTask
from sorcerer.providers.embedded.text import EmbeddedText
from sorcerer.providers.embedded.writing.memory import grams

MONDAY = date(2026, 11, 23)
_YEAR = 365
_HOOK_DAYS = 60
_FAMILY_DAYS = 14
_USED_HOOKS = 150


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
        note = f"family, order of scenes and opening framing as in a film of the {_FAMILY_DAYS} days before"
        yield Measure(f"films_alike_{language}", max(map(films_alike, years)), "films", at_most=0, aim=0, note=note)
        note = f"the same order of cuts as in a film of the {_FAMILY_DAYS} days before"
        same = max(films_alike(posts, part=2) for posts in years)
        yield Measure(f"cuts_alike_{language}", same, "films", at_most=0, aim=0, note=note)
        note = "claims a synthetic person cannot make, found by the lint that stops sponsored posts"
        yield Measure(f"claims_{language}", sum(map(claimed, years)), "claims", at_most=0, aim=0, note=note)


class Posted(NamedTuple):
    """A post with its words, and what its film is known again by; nothing for a story."""

    post: Post
    script: Script
    film: str


def year(number: int, language: str) -> Iterator[Posted]:
    """Yield each post of a persona's planned year with its words, written one after the other as they go out."""
    who = somebody(number, language)
    persona = who.persona.model_dump(mode="json") | {"name": who.name}
    texts: list[str] = []
    films: list[tuple[datetime, str]] = []
    for post in life.plan(who, first_day=MONDAY, days=_YEAR).posts:
        recent = [film for at, film in films if post.at - at < timedelta(days=_FAMILY_DAYS)]
        moment = Moment.model_validate(post.moment | {"light": post.light})
        script = EmbeddedText().script(
            ScriptTask(
                who=PersonaFacts(name=who.name, persona=persona),
                moment=moment,
                medium=post.medium,
                direction=post.direction,
                title=post.title,
                seconds=(8.0, 13.0),
                seed=f"{who.id}/{post.id}",
                earlier=tuple(texts),
                used_hooks=tuple(text.partition("\n")[0] for text in texts[-_USED_HOOKS:]),
                used_families=tuple(cast("Family", film.partition(":")[0]) for film in recent),
            )
        )
        texts.append("\n".join(beat.line for beat in script.beats))
        film = ""
        if post.medium == "reel":
            film = studio.storyboard(script, moment, seed=post.id, recent=recent).signature
            films.append((post.at, film))
        yield Posted(post, script, film)


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


def repeated(posts: Iterable[Posted], *, across: bool = True) -> float:
    """Return how many of a year's four words in a row stand in an earlier post, in per cent.

    Script and caption count, each as one running text; a row of four is counted once in a post. Labels and hashtags
    are no part of either.

    Args:
        across: count rows that reach from one line into the next too.
    """
    seen: set[tuple[str, ...]] = set()
    again = count = 0
    for _, script, _ in posts:
        lines = [beat.line for beat in script.beats]
        texts = [" ".join(lines), script.caption] if across else [*lines, *script.caption.split("\n\n")]
        own = {gram for text in texts for gram in grams(text)}
        again += len(own & seen)
        count += len(own)
        seen |= own
    return 100 * again / max(1, count)


def hooks_again(posts: Iterable[Posted]) -> int:
    """Return how many openings were used word for word in the 60 days before."""
    last: dict[str, datetime] = {}
    again = 0
    for post, script, _ in posts:
        hook = script.beats[0].line.casefold()
        again += hook in last and post.at - last[hook] <= timedelta(days=_HOOK_DAYS)
        last[hook] = post.at
    return again


def films_alike(posts: Iterable[Posted], part: int = 0) -> int:
    """Return how many films are known again from one of the fourteen days before.

    Args:
        part: 0 to know them by family, scenes and opening, 2 by the order of their cuts.
    """
    last: dict[str, datetime] = {}
    alike = 0
    for post, _, whole in posts:
        film = whole.partition("|")[part]
        alike += bool(film) and film in last and post.at - last[film] < timedelta(days=_FAMILY_DAYS)
        last[film] = post.at
    return alike


def claimed(posts: Iterable[Posted]) -> int:
    """Return how many claims that nobody made by AI can make stand in a year's scripts and captions."""
    return sum(
        len(disclosure.claims(text))
        for _, script, _ in posts
        for text in (" ".join(beat.line for beat in script.beats), script.caption)
    )


def read_aloud(number: int, language: str, count: int) -> None:
    """Print the first reels of a persona with their captions, for somebody to read."""
    reels = [(post, script) for post, script, film in year(number, language) if film]
    for post, script in reels[:count]:
        said = "\n".join(f"  {beat.line}" for beat in script.beats)
        sys.stdout.write(f"{post.local_time} {script.family} · {post.title}\n{said}\n")


if __name__ == "__main__":
    read_aloud(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
