"""The verb `understand`: a sentence becomes changes, without any key. What it does not understand, it says."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher

from sorcerer.errors import Invalid
from sorcerer.life.interventions.dates import When, month_alone, read_when, says_past
from sorcerer.life.interventions.model import (
    Change,
    Event,
    Habit,
    Illness,
    Injury,
    Intervention,
    Job,
    Move,
    Person,
    Puzzle,
    Story,
    Thing,
    Trip,
)
from sorcerer.life.interventions.nothing import NO_JOB, NOBODY
from sorcerer.life.interventions.things import read_thing
from sorcerer.life.world import ARCS, known_city
from sorcerer.life.world.hers import same_word
from sorcerer.life.world.kinds import KINDS

_LONGEST, _MOST = 2000, 20
FORMS = (
    "she goes to Lisbon on the 15th for ten days",
    "she moves to Lisbon on 3 March",
    "she breaks her ankle on the 20th",
    "she has the flu from tomorrow for five days",
    "she starts working as a nurse next week",
    "she quits her job on Friday",
    "she meets Rosa on Saturday",
    "she loses touch with Rosa next month",
    "more cooking, less gym",
    "she takes up climbing next week",
    "she gives up running",
    "she goes to a concert on Saturday at 20:00",
    "she begins the story A supper for eight on Monday",
    "she ends the story The first ten kilometres tomorrow",
    "she buys a camera on Friday",
    "she loses her camera on Friday",
)
_SMALL = frozenset("she he they her his their a an the to on in at for of and as it is with next day days week".split())  # noqa: SIM905 - reads as a list
_LASTS = {"broken": 42, "sprained": 14, "hurt": 10}
_BREAK = r"(?P<how>break|breaks|broke|fractures?|tears?|tore|sprains?|twists?|twisted|injures?|hurts?|pulls?|strains?)"
_BODY = "ankle foot toe leg knee hip back shoulder arm elbow wrist hand finger neck rib hamstring".split()  # noqa: SIM905 - reads as a list
_ILL = "flu cold covid fever cough migraine bug".split()  # noqa: SIM905 - reads as a list
_SHE = r"^(?:(?:she|he|they)(?:'s|'ll| will| is going to)?|mara|and|then|but|also|on which|that|please|let (?:her|him|them)|make (?:her|him|them))\s+"  # noqa: E501 - a pattern is read in one line
_VERBS = (
    r"goes|go|flies|fly|travels?|moves?|breaks?|sprains?|twists?|injures?|hurts?|tears?|catches|gets|has|falls|meets|makes|"
    r"starts|begins|takes|gives|stops|quits|loses|buys|ends|returns|comes|leaves|becomes|retires|works|more|less|no more|"  # noqa: E501 - a pattern is read in one line
    r"visits?|never|befriends|fewer|sells|finds|drops|learns|spends|cooks|runs|reads|swims|climbs|dances"
)
_SPLIT = re.compile(
    rf"[;.!\n]+\s*|,?\s+(?:and then|then|and|but)\s+(?=(?:(?:she|he|they)\s+)?(?:{_VERBS})\b)|,\s*(?=(?:(?:she|he|they)\s+)?(?:{_VERBS})\b)"  # noqa: E501 - a pattern is read in one line
)
_BACK = re.compile(r"^(?:comes|is|gets|goes) (?:back|home)|^returns?\b")


@dataclass(frozen=True, slots=True)
class _Clause:
    """One clause: its words in small letters, as written, and when."""

    words: str
    written: str
    when: When
    today: date
    after: date

    @property
    def day(self) -> date:
        return self.when.day or max(self.after, self.today + timedelta(days=1))


def understand(text: str, today: date, name: str = "") -> Intervention:
    """Return the changes that a text asks for, and what in it was not understood.

    Args:
        today: her life day; dates are reckoned from it.
        name: her first name, as people may write it in place of "she".

    Raises:
        Invalid: the text is empty or too long.
    """
    written = " ".join(text.split()) if "\n" not in text else text.strip()
    if not written or len(written) > _LONGEST:
        raise Invalid(f"A text has 1 to {_LONGEST} characters, not {len(written)}.", field="text")
    changes: list[Change] = []
    puzzles: list[Puzzle] = []
    after = today
    for part in _clauses(written, name):
        when = read_when(part.casefold(), today, after)
        clause = _Clause(_bare(when.rest, name), part, when, today, after)
        after = max(after, when.day or after)
        found = _read(clause, changes)
        if isinstance(found, Puzzle):
            puzzles.append(found)
        elif found is not None:
            changes += found
    if len(changes) > _MOST:
        raise Invalid(f"At most {_MOST} changes at a time, not {len(changes)}.", field="text", fix="Make two of it.")
    return Intervention(text=written, changes=tuple(changes), puzzles=tuple(puzzles))


def _clauses(text: str, name: str) -> list[str]:
    parts = [part.strip(" ,") for part in _SPLIT.split(text)]
    joined: list[str] = []
    for part in parts:
        if joined and _BACK.search(_bare(part.casefold(), name)):
            joined[-1] += f" and back {part}"
        elif part:
            joined.append(part)
    return [
        re.sub(r"and back (?:\w+ )?(?:comes|is|gets|goes) (?:back|home)|and back returns?", "until", one)
        for one in joined
    ]


def _bare(words: str, name: str) -> str:
    """Return a clause without the person it is about."""
    words = words.strip(" ,")
    if name:
        words = re.sub(rf"^{re.escape(name.casefold())}\s+", "", words)
    for _ in range(4):
        words = re.sub(_SHE, "", words)
    return words


def _read(clause: _Clause, before: list[Change]) -> list[Change] | Puzzle | None:
    if says_past(clause.written.casefold()):
        return _puzzle(clause, "it says something of a day that is over, and what was is never touched")
    for reader in _READERS:
        found = reader(clause, before)
        if found is not None:
            return found if isinstance(found, list | Puzzle) else [found]
    return _puzzle(clause, "no form fits it")


def _puzzle(clause: _Clause, why: str, *forms: str) -> Puzzle:
    near = sorted(FORMS, key=lambda form: _likeness(clause, form), reverse=True)
    return Puzzle(text=clause.written, why=f"{why}.", forms=forms or tuple(near[:3]))


def _likeness(clause: _Clause, form: str) -> float:
    """Return how near a form is: words that carry meaning count before letters that happen to agree."""
    said, offered = (set(re.findall(r"\w+", text.casefold())) - _SMALL for text in (clause.written, form))
    shared = sum(any(same_word(one, other) for other in offered) for one in said)
    return shared + SequenceMatcher(None, clause.words, form.removeprefix("she ")).ratio()


_Found = Change | list[Change] | Puzzle | None


def _place(clause: _Clause, before: list[Change]) -> _Found:
    del before
    pattern = r"^(?P<verb>moves?|goes|go|flies|fly|travels?|takes a trip|takes the train|drives|heads|leaves|visits?|is off|spends time|relocates?)(?: away)?(?: back)?(?: for)?(?: to| for| in)? (?P<city>[\w .'\-]+)$"  # noqa: E501 - a pattern is read in one line
    found = re.search(pattern, clause.words)
    if found is None:
        return None
    city = re.sub(r"^(?:the city of|a trip to) ", "", found["city"]).strip()
    stays = found["verb"].startswith(("mov", "reloc"))
    if known_city(city) is None:
        if not stays and (_kind(city) is not None or re.match(r"(?:a|an|the|for|on)\b", city)):
            return None
        return _puzzle(clause, f"no city called {city!r} is known", "she goes to Lisbon on the 15th for ten days")
    if clause.when.until is not None:
        return Trip(city=city, leave=clause.day, back=clause.when.until)
    if stays or clause.when.forever:
        return Move(city=city, day=clause.day)
    form = f"she goes to {city.title()} on {clause.day:%d %B} for a week".replace(" 0", " ")
    return _puzzle(clause, "a trip needs its end", form, f"she moves to {city.title()}")


def _hurt(clause: _Clause, before: list[Change]) -> _Found:
    del before
    found = re.search(rf"^{_BREAK} (?:(?:her|his|their|the|a|an) )?(?:left |right )?(?P<part>[a-z]+)$", clause.words)
    if found is None or not any(same_word(found["part"], part) or found["part"] == f"{part}s" for part in _BODY):
        return None
    how = found["how"]
    state = (
        "broken"
        if how.startswith(("br", "frac", "t")) and not how.startswith("tw")
        else "sprained"
        if how.startswith(("s", "tw"))
        else "hurt"
    )
    until = clause.when.until or clause.day + timedelta(days=_LASTS[state])
    return Injury(what=found["part"], day=clause.day, until=until)


def _sick(clause: _Clause, before: list[Change]) -> _Found:
    del before
    found = re.search(
        r"^(?:gets|has|catches|falls|feels|is|comes down with|goes down with) (?:with )?(?:(?:the|a|an) )?(?:bad )?(?P<what>[a-z]+)$",  # noqa: E501 - a pattern is read in one line
        clause.words,
    )
    if found is None or found["what"] not in (*_ILL, "ill", "sick"):
        return None
    what = "the flu" if found["what"] == "flu" else found["what"]
    return Illness(what=what, day=clause.day, until=clause.when.until or clause.day + timedelta(days=5))


def _expects(clause: _Clause, before: list[Change]) -> _Found:
    del before
    if (
        re.search(r"\bpregnan(?:t|cy)\b|\b(?:expects|expecting|has|is having) (?:a baby|a child|twins)\b", clause.words)
        is None
    ):
        return None
    why = "a child on the way is nothing her life can be told; say what it changes for her"
    forms = ("she gives up running", "less gym, more yoga", "she quits her job on Friday")
    return _puzzle(clause, why, *forms)


def _month(clause: _Clause, before: list[Change]) -> _Found:
    """Ask back what names a month and no day of it; else the month would be taken for a part of a name."""
    del before
    found = month_alone(clause.words)
    if found is None:
        return None
    return _puzzle(clause, "it names a month and no day of it", f"she {found[0]} {found[1]}")


def _works(clause: _Clause, before: list[Change]) -> _Found:
    del before
    if re.search(
        r"^(?:quits|loses|leaves|gives up|stops) (?:(?:her|his|their|the) (?:job|work)|working)$|^retires$|^(?:gets|is) (?:fired|sacked|laid off)$",  # noqa: E501 - a pattern is read in one line
        clause.words,
    ):
        return Job(job="", day=clause.day)
    pattern = r"^(?:starts?|begins?|becomes?|works?|gets?|takes?|finds?|has)(?: to work| working| work)?(?: (?:a|the|her|his|their) new job| a job)?(?: as| at being)?(?: (?:a|an))? (?P<job>[a-z][a-z \-]{2,60})$"  # noqa: E501 - a pattern is read in one line
    found = re.search(pattern, clause.words)
    says = re.search(r"\bas an?\b|\bjob\b|\bworking\b|^becomes?\b|\bworks as\b", clause.words)
    if found is None or says is None:
        return None
    words = found["job"].split()
    if words[0] in {"at", "in", "with", "for"} or NO_JOB & set(words):
        return (
            None
            if words[0] == "out"
            else _puzzle(clause, "it names no work", "she starts working as a nurse next week")
        )
    return Job(job=found["job"], day=clause.day)


def _people(clause: _Clause, before: list[Change]) -> _Found:
    del before
    found = re.search(
        r"^(?:meets|befriends|makes friends with|gets to know|has a new (?:friend|colleague|neighbour|boyfriend|girlfriend|partner)(?:,| called| named)?|falls in love with)(?: (?:a|her|his|their)? ?(?:new )?(?:friend|neighbour|colleague|boyfriend|girlfriend|partner)(?:,| called| named)?)? (?P<name>[\w'\-]+)$",  # noqa: E501 - a pattern is read in one line
        clause.words,
    )
    if found and found["name"] not in NOBODY:
        return Person(name=_name(clause, found["name"]), day=clause.day)
    found = re.search(
        r"^(?:loses touch with|breaks up with|falls out with|stops seeing|leaves|says goodbye to|breaks with) (?P<name>[\w'\-]+)$",  # noqa: E501 - a pattern is read in one line
        clause.words,
    )
    if found is None or found["name"] in NOBODY:
        return None
    if clause.words.startswith("leaves") and known_city(found["name"]) is not None:
        return _puzzle(clause, "it does not say where to", FORMS[0], FORMS[1])
    return Person(name=_name(clause, found["name"]), there=False, day=clause.day)


def _name(clause: _Clause, word: str) -> str:
    found = re.search(re.escape(word), clause.written, re.IGNORECASE)
    return (found[0] if found else word).title() if word.islower() else word


def _habits(clause: _Clause, before: list[Change]) -> _Found:
    words = clause.words
    for pattern, level in _LEVELS:
        found = re.search(pattern, words)
        if found is None:
            continue
        named = [_kind(part) for part in re.split(r",| and | or ", found["what"]) if part.strip()]
        kinds = [kind for kind in named if kind is not None]
        if len(kinds) < len(named):
            return (
                _puzzle(clause, f"no activity called {found['what']!r} is known") if level in {"more", "less"} else None
            )
        if clause.when.until is not None:
            what = found["what"]
            why = "a habit changes from a day on, and it does not say how it goes on afterwards"
            return _puzzle(clause, why, f"less {what} from tomorrow", f"she gives up {what}", f"more {what} next month")
        day = clause.when.day or next((one.day for one in reversed(before) if isinstance(one, Habit)), clause.day)
        return [Habit(kind=kind, level=level, day=day) for kind in dict.fromkeys(kinds)]
    return None


_LEVELS = (
    (r"^(?:does |do |has )?(?:no more|never) (?P<what>.+?)(?: again)?$", "never"),
    (r"^(?:gives up|stops|quits|drops|does not) (?P<what>.+)$", "never"),
    (
        r"^(?:does |do |has |goes |wants |spends )?(?:much |a lot |a bit )?(?:more)(?: often)?(?: time)?(?: on)? (?P<what>.+)$",  # noqa: E501 - a pattern is read in one line
        "more",
    ),
    (
        r"^(?:does |do |has |goes |wants |spends )?(?:much |a lot |a bit )?(?:less|fewer)(?: often)?(?: time)?(?: on)? (?P<what>.+)$",  # noqa: E501 - a pattern is read in one line
        "less",
    ),
    (r"^(?P<what>[a-z ]+?) more(?: often)?$", "more"),
    (r"^(?P<what>[a-z ]+?) less(?: often)?$", "less"),
    (r"^(?:takes up|starts|begins|learns|falls in love with|gets into) (?P<what>.+)$", "more"),
)


def _stories(clause: _Clause, before: list[Change]) -> _Found:
    del before
    found = re.search(
        r"^(?P<verb>starts?|begins?|ends?|stops?|drops?|gives up) (?:the )?(?:story|plot|thread)(?: of| about)? (?P<what>.+)$",  # noqa: E501 - a pattern is read in one line
        clause.words,
    )
    if found is None:
        return None
    what = found["what"].strip(" '\"“”")
    arcs = [arc for arc in ARCS.values() if what in {arc.id, arc.title.casefold()} or what in arc.title.casefold()]
    if not arcs:
        titles = tuple(f"she begins the story {arc.title}" for arc in ARCS.values())
        return _puzzle(clause, f"no story called {what!r} is known", *titles)
    return Story(story=arcs[0].id, begins=found["verb"].startswith(("start", "begin")), day=clause.day)


def _things(clause: _Clause, before: list[Change]) -> _Found:
    del before
    said = read_thing(clause.words)
    if said is None or set(said[0].split()) & {*_BODY, "tooth", "nose", "foot", "heel"}:
        return None
    return Thing(name=said[0], has=said[1], day=clause.day)


def _events(clause: _Clause, before: list[Change]) -> _Found:
    del before
    words = re.sub(
        r"^(?:goes|go|has|have|is|makes|takes|plays|visits|does|spends)(?: to| for| on| at)? (?:(?:a|an|the|some|her|his|their) )?",  # noqa: E501 - a pattern is read in one line
        "",
        clause.words,
    )
    words, _, beside = words.partition(" with ")
    kind = _kind(words)
    if kind is None:
        return None
    if kind == "call_home" and re.match(r"visits|goes|travels", clause.words):
        why = "a visit to her family is a trip, and it needs the city and its end"
        return _puzzle(clause, why, "she goes to Hamburg on Saturday for three days")
    beside_her = [name.strip() for name in re.split(r",| and ", beside) if name.strip()]
    who = tuple(_name(clause, name) for name in beside_her)
    if any(" " in name or name in NOBODY for name in beside_her):
        return _puzzle(clause, "it needs the first names of who is with her", f"{words} with Jonas on Saturday")
    if clause.when.day is None:
        return _puzzle(clause, "it needs a day", f"{clause.written} on Saturday", f"more {words}")
    return Event(kind=kind, day=clause.day, start=clause.when.minute, who=who)


def _kind(words: str) -> str | None:
    """Return the kind of activity that some words name."""
    words = re.sub(r"^(?:to |going to |the |a |an |her |his |their |some |out )+", "", words.strip(" ,")).removesuffix(
        " class"
    )
    for kind in KINDS.values():
        if kind.anchor:
            continue
        noun = re.sub(r"^(?:a|an|the) ", "", kind.noun)
        if words in {kind.id, kind.id.replace("_", " "), noun}:
            return kind.id
        if any(words.count(" ") == name.count(" ") and same_word(words, name) for name in (kind.id, noun)):
            return kind.id
    for kind in KINDS.values():
        if not kind.anchor and any(words == like for like in kind.likes[:3]):
            return kind.id
    return None


_READERS: tuple[Callable[[_Clause, list[Change]], _Found], ...] = (
    _expects,
    _month,
    _stories,
    _hurt,
    _sick,
    _works,
    _people,
    _habits,
    _place,
    _events,
    _things,
)
