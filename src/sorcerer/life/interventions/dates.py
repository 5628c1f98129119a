"""Dates and stretches of time in a sentence: absolute, by weekday, by distance."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = "january february march april may june july august september october november december".split()  # noqa: SIM905 - reads as a list
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()  # noqa: SIM905 - reads as a list
_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "couple of": 2, "a couple of": 2, "a few": 3, "few": 3,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21, "twenty-second": 22,
    "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25, "twenty-sixth": 26, "twenty-seventh": 27,
    "twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30, "thirty-first": 31,
}  # fmt: skip
_FEASTS = {
    "new year's eve": (12, 31), "new year's day": (1, 1), "new year": (1, 1), "valentine's day": (2, 14),
    "halloween": (10, 31), "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25),
    "boxing day": (12, 26),
}  # fmt: skip
_UNITS = {"day": 1, "night": 1, "week": 7, "weekend": 2, "fortnight": 14, "month": 30, "year": 365}
_NUMBER = rf"(\d{{1,3}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_UNIT = rf"({'|'.join(sorted(_UNITS, key=len, reverse=True))})s?"
_MONTH = rf"({'|'.join(f'{month[:3]}(?:{month[3:]})?' if month[3:] else month for month in _MONTHS)})"
_TH = r"(?:st|nd|rd|th)"

_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_DAY_MONTH = re.compile(rf"\b(?:the )?(\d{{1,2}}){_TH}? (?:of )?{_MONTH}\b(?:,? (\d{{4}}))?")
_MONTH_DAY = re.compile(rf"\b{_MONTH} (?:the )?(\d{{1,2}}){_TH}?\b(?:,? (\d{{4}}))?")
_ORDINAL = re.compile(rf"\bthe (\d{{1,2}}){_TH}?\b|\b(\d{{1,2}}){_TH}\b")
_SAID = re.compile(
    rf"\b(the )({'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
    rf"(?= (?:of )?{_MONTH}\b|\s*$| (?:for|until|till|at)\b)"
)
_FEAST = re.compile(rf"\b(?:{'|'.join(_FEASTS)})\b")
_AT_FEAST = re.compile(rf"\b(?:at|over|for) ({'|'.join(_FEASTS)})\b")
_SLIPS = re.compile(r"\b(?:tommorow|tommorrow|tomorow|tmrw)\b")
_A_DAY = (
    rf"(?:\d{{4}}-\d{{2}}-\d{{2}}|(?:the )?\d{{1,2}}{_TH}?(?: (?:of )?{_MONTH})?|{_MONTH} (?:the )?\d{{1,2}}{_TH}?"
    rf"|(?:next |this )?(?:{'|'.join(_DAYS)})|tomorrow|{'|'.join(_FEASTS)})"
)
_STRETCH = re.compile(
    rf"\b(?:from (?:on )?(?P<one>{_A_DAY}) to|between (?P<two>{_A_DAY}) and) (?P<end>{_A_DAY})\b(?! o'clock| ?[ap]m\b)"
)
_PAST = re.compile(r"\b(?:yesterday|last (?:night|week|weekend|month|year|" + "|".join(_DAYS) + r")|ago)\b")
_MONTH_ALONE = re.compile(
    r"\b(?:in|by|during|at the (?:beginning|start|end) of|in the middle of) (?:(?:early|mid|late|the month of)[ -])?"
    rf"(?:({'|'.join(_MONTHS)})|the month)$"
)
_WEEKEND = re.compile(r"\bfor (?:a|one) weekend\b")
_WEEKDAY = re.compile(rf"\b(next |this )?({'|'.join(_DAYS)})\b")
_IN = re.compile(rf"\bin {_NUMBER} {_UNIT}\b")
_LATER = re.compile(rf"\b{_NUMBER} {_UNIT} later\b")
_FOR = re.compile(rf"\bfor (?:about |at least )?{_NUMBER} {_UNIT}\b|\bfor (?:the|this|that) (weekend)\b")
_NEAR = {"today": 0, "tonight": 0, "now": 0, "tomorrow": 1, "the day after tomorrow": 2}
_CLOCK = re.compile(r"\bat (\d{1,2})(?::(\d{2}))? ?(am|pm|o'clock)?\b")
_UNTIL = r"(?:until|till|through|up to|and (?:is |comes )?back(?: home)?(?: again)?(?: on)?|(?:comes|is|gets) back(?: on)?|returns?(?: on)?|(?<!her )(?<!his )(?<!their )back on)"  # noqa: E501 - a pattern is read in one line
_FOREVER = re.compile(r"\b(for good|for ever|forever|permanently)\b")


@dataclass(frozen=True, slots=True)
class When:
    """What a clause says of time.

    Args:
        day: the first day named, or None.
        until: the day it ends, named or reckoned from a length.
        minute: the hour named, as a wall minute.
        rest: the clause without any of it.
    """

    day: date | None
    until: date | None
    minute: int | None
    rest: str
    forever: bool = False


def says_past(clause: str) -> bool:
    """Tell whether a clause in small letters names a day that is over by its distance from today."""
    return _PAST.search(clause) is not None


def month_alone(words: str) -> tuple[str, str] | None:
    """Return what is said before a month that is named without a day, and its first day in words; None without one."""
    found = _MONTH_ALONE.search(words)
    if found is None:
        return None
    return words[: found.start()].strip(), f"on 1 {found[1].title()}" if found[1] else "on the 1st"


def clock(minute: int) -> str:
    """Return a wall minute of a life day as people read it."""
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"


def clock_of(text: str) -> int | None:
    """Return the wall minute of a life day that a clock time names ("20:00", "8 pm"), on the grid; else None."""
    found = re.fullmatch(r"(\d{1,2})(?::(\d{2}))?(?::\d{2})?\s?(am|pm)?", text.strip().casefold())
    if found is None or not (found[2] or found[3]):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    total = hour * 60 + minute
    if total > 24 * 60 or minute > 59:  # noqa: PLR2004 - a clock
        return None
    total = total + 24 * 60 if total < 240 else total  # noqa: PLR2004 - a life day begins at four
    return total - total % 5


def read_when(clause: str, today: date, after: date) -> When:
    """Return what a clause says of time.

    Args:
        clause: in small letters.
        after: the last day named before; "the 20th" is the next one from there.
    """
    plain = clause.replace("\u2019", "'")
    text = f" {_SAID.sub(lambda found: f'{found[1]}{_ORDINALS[found[2]]}th', plain)} "
    forever = bool(_FOREVER.search(text))
    text = _FOREVER.sub(" ", text)
    text = _typed(text)
    minute, text = _clock(text)
    weekend = _WEEKEND.search(text)
    length, text = _length(text)
    until, day = None, None
    parts = re.split(rf"\b{_UNTIL}\b", text, maxsplit=1)
    if len(parts) == 2:  # noqa: PLR2004 - before and after the word
        day, head = _day(re.sub(r"\bfrom\b", " ", parts[0]), today, after)
        until, tail = _day(re.sub(r"^\s*(on|by)\b", " ", parts[1]), today, day or after)
        if until is not None:
            text = f"{head} {tail}"
        else:
            day = None
    if until is None:
        day, text = _day(text, today, after)
    if weekend and until is day is None:
        day = today + timedelta(days=(5 - today.weekday()) % 7 or 7)
    if until is None and length is not None:
        until = (day or max(after, today + timedelta(days=1))) + timedelta(days=length)
    return When(day, until, minute, " ".join(text.split()).strip(" ,.;!"), forever)


def _typed(text: str) -> str:
    """Return a text with its stretches of days ("from the 3rd to the 9th") said by "until", and slips put right."""
    text = _SLIPS.sub("tomorrow", text)
    text = _STRETCH.sub(_until, text)
    return _AT_FEAST.sub(r"on \1", text)


def _until(found: re.Match[str]) -> str:
    """Return a stretch said by "until"; a number without a month is of the month that the end names."""
    first, end = found["one"] or found["two"], found["end"]
    month = re.search(rf"\b{_MONTH}\b", end)
    if month is not None and re.fullmatch(rf"(?:the )?\d{{1,2}}{_TH}?", first):
        first = f"{first} {month[0]}"
    return f"from {first} until {end}"


def _clock(text: str) -> tuple[int | None, str]:
    found = _CLOCK.search(text)
    if found is None:
        return None, text
    half = found[3] if found[3] in {"am", "pm"} else ""
    total = clock_of(f"{found[1]}:{found[2] or '00'}{half}")
    return (total, text.replace(found[0], " ")) if total is not None else (None, text)


def _length(text: str) -> tuple[int | None, str]:
    found = _FOR.search(text)
    if found is None:
        return None, text
    if found[3]:
        return 2, text.replace(found[0], f" this {'saturday'} ")
    return _number(found[1]) * _UNITS[found[2]], text.replace(found[0], " ", 1)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS[word]


def _day(text: str, today: date, after: date) -> tuple[date | None, str]:
    """Return the first day that a text names, and the text without it."""
    for reader in (_near, _iso, _feast, _by_month, _distance, _week, _by_weekday, _by_ordinal):
        found = reader(text, today, after)
        if found is not None:
            day, words = found
            pattern = rf"(?:\b(?:on|by|from|starting|beginning|since)\s+)?{re.escape(words.strip())}"
            return day, re.sub(pattern, " ", text, count=1)
    return None, text


def _near(text: str, today: date, after: date) -> tuple[date, str] | None:
    del after
    words = sorted((word for word in _NEAR if re.search(rf"\b{word}\b", text)), key=len)
    return (today + timedelta(days=_NEAR[words[-1]]), words[-1]) if words else None


def _iso(text: str, today: date, after: date) -> tuple[date, str] | None:
    del today, after
    found = _ISO.search(text)
    day = _make(int(found[1]), int(found[2]), int(found[3])) if found else None
    return (day, found[0]) if found and day else None


def _feast(text: str, today: date, after: date) -> tuple[date, str] | None:
    del after
    found = _FEAST.search(text)
    if found is None:
        return None
    month, number = _FEASTS[found[0]]
    day = date(today.year, month, number)
    return (day if day >= today else date(today.year + 1, month, number)), found[0]


def _by_month(text: str, today: date, after: date) -> tuple[date, str] | None:
    del after
    one, other = _DAY_MONTH.search(text), _MONTH_DAY.search(text)
    found = one or other
    if found is None:
        return None
    number, month, year = (found[1], found[2], found[3]) if one else (found[2], found[1], found[3])
    index = next(index for index, name in enumerate(_MONTHS, 1) if name.startswith(month[:3]))
    day = _make(int(year) if year else today.year, index, int(number))
    if day is not None and not year and day < today - timedelta(days=60):
        day = _make(today.year + 1, index, int(number))
    return (day, found[0]) if day else None


def _distance(text: str, today: date, after: date) -> tuple[date, str] | None:
    if found := _IN.search(text):
        return today + timedelta(days=_number(found[1]) * _UNITS[found[2]]), found[0]
    if found := _LATER.search(text):
        return after + timedelta(days=_number(found[1]) * _UNITS[found[2]]), found[0]
    return None


def _week(text: str, today: date, after: date) -> tuple[date, str] | None:
    del after
    monday = today - timedelta(days=today.weekday())
    for words, day in (
        ("the week after next", monday + timedelta(days=14)),
        ("next week", monday + timedelta(days=7)),
        ("next month", (today.replace(day=1) + timedelta(days=32)).replace(day=1)),
        ("at the weekend", monday + timedelta(days=5 if today.weekday() <= 5 else 12)),  # noqa: PLR2004 - Saturday
        ("next weekend", monday + timedelta(days=12)),
        ("this weekend", monday + timedelta(days=5)),
    ):
        if re.search(rf"\b{words}\b", text):
            return max(day, today), words
    return None


def _by_weekday(text: str, today: date, after: date) -> tuple[date, str] | None:
    found = _WEEKDAY.search(text)
    if found is None:
        return None
    start = max(today, after) if not found[1] else today
    ahead = (_DAYS.index(found[2]) - start.weekday()) % 7
    ahead = 7 if not ahead and start == today and not found[1] else ahead
    ahead += 7 if found[1] == "next " and ahead + start.weekday() < 7 else 0  # noqa: PLR2004 - a week
    return start + timedelta(days=ahead), found[0]


def _by_ordinal(text: str, today: date, after: date) -> tuple[date, str] | None:
    found = _ORDINAL.search(text)
    if found is None:
        return None
    number, start = int(found[1] or found[2]), max(today, after)
    for months in range(13):
        month = (start.month - 1 + months) % 12 + 1
        day = _make(start.year + (start.month - 1 + months) // 12, month, number)
        if day is not None and day >= start:
            return day, found[0]
    return None


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
