"""What a line of a script means: which kind of activity it is, and with whom."""

import re
from difflib import SequenceMatcher

from sorcerer.life.interventions.model import Event
from sorcerer.life.interventions.script.model import Entry
from sorcerer.life.world import Kind
from sorcerer.life.world.hers import same_word
from sorcerer.life.world.kinds import KINDS

LEAVE_OUT = "leave the line out"
_MEALS = frozenset({"breakfast", "lunch", "dinner"})
_NEAR = 3
_WORDS = re.compile(r"[a-z]+")
_WITH = re.compile(r"\bwith ((?:[A-Z][\w'\-]+)(?:(?:, | and |, and )[A-Z][\w'\-]+)*)")
_BESIDE = {
    "work": "Her working hours come from her job",
    "shift": "Her working hours come from her job",
    "sleep": "Her nights come from her sleep",
    "flight": "A journey changes where she lives for a while",
    "train": "A journey changes where she lives for a while",
    "trip": "A journey changes where she lives for a while",
    "holiday": "A journey changes where she lives for a while",
}


def meant(entry: Entry) -> Event | None:
    """Return the event that an entry names, or None when no kind of activity fits its words."""
    kind = kind_of(entry.what)
    if kind is None or entry.day is None:
        return None
    found = _WITH.search(entry.what)
    who = tuple(dict.fromkeys(re.split(r",? and |, ", found[1]))) if found else ()
    start = entry.start - entry.start % 5 if entry.start is not None else None
    bare = re.sub(r"^(?:a|an|the) ", "", entry.what.casefold()) in _names(kind)
    title = "" if bare else entry.what[:120]
    return Event(kind=kind.id, day=entry.day, start=start, minutes=entry.minutes, title=title, who=who[:6])


def kind_of(words: str) -> Kind | None:
    """Return the kind of activity that some words name: its own name before what else it is called."""
    said = _WORDS.findall(words.casefold())
    text = " ".join(said)
    offered = [kind for kind in KINDS.values() if not kind.anchor or kind.id in _MEALS]
    named = [(text.find(name), -len(name), kind) for kind in offered for name in _names(kind) if _holds(text, name)]
    if named:
        return min(named, key=lambda one: one[:2])[2]
    likely = [
        (place, like, kind)
        for kind in offered
        if kind.id not in _MEALS
        for like, liked in enumerate(kind.likes[:4])
        for place, word in enumerate(said)
        if same_word(word, liked)
    ]
    return min(likely, key=lambda one: one[:2])[2] if likely else None


def puzzled(entry: Entry) -> tuple[str, tuple[str, ...]]:
    """Return why an entry is unclear, and the ways out."""
    if entry.fault:
        return entry.fault, ("write the line in another way", LEAVE_OUT)
    if not entry.what:
        return "It does not say what she does.", ("say what she does", LEAVE_OUT)
    said = set(_WORDS.findall(entry.what.casefold()))
    beside = next((why for word, why in _BESIDE.items() if any(same_word(one, word) for one in said)), None)
    if beside is not None:
        return f"{beside}.", ("step into her life with a sentence instead", LEAVE_OUT)
    near = sorted(KINDS.values(), key=lambda kind: SequenceMatcher(None, entry.what.casefold(), kind.noun).ratio())
    calls = tuple(f"call it {kind.noun}" for kind in reversed(near) if not kind.anchor)[:_NEAR]
    return f"No activity is known that {entry.what!r} could be.", (*calls, LEAVE_OUT)


def _names(kind: Kind) -> tuple[str, ...]:
    noun = re.sub(r"^(?:a|an|the) ", "", kind.noun)
    return tuple(dict.fromkeys((noun, kind.id.replace("_", " "))))


def _holds(text: str, name: str) -> bool:
    if " " in name:
        return name in text
    return any(same_word(word, name) for word in text.split())
