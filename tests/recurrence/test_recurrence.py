from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from sorcerer.errors import Invalid
from sorcerer.recurrence import localise, occurrences, parse

NEW_YORK = "America/New_York"


def moments(rule: str, start: datetime, zone: str, count: int) -> list[datetime]:
    after = localise(start, zone) - timedelta(seconds=1)
    return list(islice(occurrences(parse(rule, start, zone), zone, after, after + timedelta(days=400)), count))


def test_nine_o_clock_stays_nine_o_clock_over_a_clock_change() -> None:
    days = moments("FREQ=DAILY", datetime(2027, 3, 12, 9, 0), NEW_YORK, 5)

    assert [day.hour for day in days] == [14, 14, 13, 13, 13]
    assert {day.astimezone(ZoneInfo(NEW_YORK)).hour for day in days} == {9}


def test_a_time_that_the_clock_skips_fires_at_the_first_valid_minute_after() -> None:
    assert localise(datetime(2027, 3, 14, 2, 30), NEW_YORK) == datetime(2027, 3, 14, 7, 0, tzinfo=UTC)


def test_a_time_that_comes_twice_fires_once_at_the_first() -> None:
    fold = moments("FREQ=DAILY;COUNT=2", datetime(2026, 11, 1, 1, 30), NEW_YORK, 5)

    assert fold == [datetime(2026, 11, 1, 5, 30, tzinfo=UTC), datetime(2026, 11, 2, 6, 30, tzinfo=UTC)]


def test_an_until_in_utc_is_read_on_the_wall_clock() -> None:
    days = moments("FREQ=DAILY;UNTIL=20261125T080000Z", datetime(2026, 11, 23, 9, 0), "Europe/Berlin", 9)

    assert [day.day for day in days] == [23, 24, 25]


def test_a_stretch_of_time_ends_with_its_last_moment_and_begins_after_its_first() -> None:
    rule = parse("FREQ=DAILY", datetime(2026, 11, 23, 9, 0), "UTC")
    first, last = (datetime(2026, 11, day, 9, tzinfo=UTC) for day in (23, 25))

    assert [moment.day for moment in occurrences(rule, "UTC", first, last)] == [24, 25]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=MINUTELY", "faster than hourly"),
        ("FREQ=HOURLY;BYMINUTE=0,30", "faster than hourly"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "never happens"),
        ("FREQ=SOMETIMES", "is no RRULE"),
        ("every monday", "is no RRULE"),
        ("FREQ=DAILY;FREQ=WEEKLY", "is no RRULE"),
        ("FREQ=DAILY;UNTIL=20200101T000000Z", "never happens"),
        ("FREQ=DAILY;INTERVAL=0", "is no RRULE"),
        ("FREQ=DAILY;INTERVAL=-1", "is no RRULE"),
        ("", "is no RRULE"),
        ("FREQ=DAILY;BYEASTER=0", "BYEASTER is no part"),
        ("FREQ=DAILY;CACHE=1", "CACHE is no part"),
        ("BYDAY=MO", "FREQ is missing"),
        ("FREQ=HOURLY;BYMINUTE=60", "BYMINUTE cannot be '60'"),
        ("FREQ=WEEKLY;BYDAY=1MO", "a day is numbered"),
        ("FREQ=DAILY;COUNT=3;UNTIL=20270101", "both given"),
        ("FREQ=DAILY;UNTIL=20261399", "is no date"),
        ("FREQ=HOURLY;BYSETPOS=366", "never happens"),
        ("FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30", "never happens"),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=TU", "never happens"),
    ],
)
def test_a_rule_that_cannot_be_used_is_refused_with_its_reason(rule: str, words: str) -> None:
    with pytest.raises(Invalid, match=words) as refusal:
        parse(rule, datetime(2026, 11, 23, 9, 0), "Europe/Berlin")

    assert refusal.value.field == "recurrence_rule"


@given(
    start=st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1)).map(lambda t: t.replace(second=0, microsecond=0)),
    zone=st.sampled_from(["Europe/Berlin", NEW_YORK, "Australia/Lord_Howe", "Asia/Tokyo", "America/Sao_Paulo"]),
)
def test_every_occurrence_keeps_the_wall_clock_unless_the_clock_skips_it(start: datetime, zone: str) -> None:
    for moment in moments("FREQ=WEEKLY", start, zone, 60):
        wall = moment.astimezone(ZoneInfo(zone))
        late = (wall.replace(tzinfo=None) - start) % timedelta(days=7)
        assert late == timedelta() or (late <= timedelta(hours=1) and wall.fold == 0)


RANGES = {
    "INTERVAL": (1, 400),
    "COUNT": (1, 400),
    "BYMONTH": (1, 12),
    "BYMONTHDAY": (-31, 31),
    "BYYEARDAY": (-366, 366),
    "BYWEEKNO": (-53, 53),
    "BYHOUR": (0, 23),
    "BYSETPOS": (-40, 40),
}


@st.composite
def rules(draw: st.DrawFn) -> str:
    freq = draw(st.sampled_from(["HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    names = draw(st.lists(st.sampled_from([*RANGES, "BYDAY"]), max_size=4, unique=True))
    days = st.lists(st.sampled_from(["MO", "WE", "SU"]), min_size=1, max_size=2).map(",".join)
    numbers = {name: st.integers(*span).map(str) for name, span in RANGES.items()} | {"BYDAY": days}
    return ";".join([f"FREQ={freq}", *(f"{name}={draw(numbers[name])}" for name in names)])


@settings(deadline=None)  # a rule that never happens is searched through 400 years
@given(rules())
def test_a_rule_that_is_taken_happens_when_dateutil_says_so_first(rule: str) -> None:
    start = datetime(2026, 11, 23, 9, 0)
    with suppress(Invalid):
        taken = parse(rule, start, "UTC")
        first = next(iter(rrulestr(rule, dtstart=start)))
        assert taken[0] == first <= start + timedelta(days=5 * 366)


@given(st.text(max_size=60))
def test_any_text_is_a_rule_or_a_refusal(text: str) -> None:
    with suppress(Invalid):
        parse(text, datetime(2026, 11, 23, 9, 0), "UTC")
