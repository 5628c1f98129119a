"""The examples of RFC 5545 §3.8.5.3, all in New York, most of them from a Tuesday in September 1997 at nine."""

from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from sorcerer.errors import Invalid
from sorcerer.recurrence import localise, occurrences, parse

ZONE = "America/New_York"
EXAMPLES = [
    ("19970902", "FREQ=DAILY;COUNT=10", "1997: 9/2-11"),
    ("19970902", "FREQ=DAILY;INTERVAL=2", "1997: 9/2 9/4 9/6 9/8 9/10"),
    ("19970902", "FREQ=DAILY;INTERVAL=10;COUNT=5", "1997: 9/2 9/12 9/22 10/2 10/12"),
    (
        "19980101",
        "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
        "1998: 1/1-31; 1999: 1/1-31; 2000: 1/1-31",
    ),
    ("19980101", "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", "1998: 1/1-31; 1999: 1/1-31; 2000: 1/1-31"),
    ("19970902", "FREQ=WEEKLY;COUNT=10", "1997: 9/2 9/9 9/16 9/23 9/30 10/7 10/14 10/21 10/28 11/4"),
    ("19970902", "FREQ=WEEKLY;INTERVAL=2;WKST=SU", "1997: 9/2 9/16 9/30 10/14 10/28 11/11 11/25 12/9 12/23; 1998: 1/6"),
    (
        "19970902",
        "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
        "1997: 9/2 9/4 9/9 9/11 9/16 9/18 9/23 9/25 9/30 10/2",
    ),
    (
        "19970901",
        "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
        (
            "1997: 9/1 9/3 9/5 9/15 9/17 9/19 9/29 10/1 10/3 10/13 10/15 10/17 10/27 10/29 10/31 11/10 11/12 11/14 "
            "11/24 11/26 11/28 12/8 12/10 12/12 12/22"
        ),
    ),
    ("19970902", "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "1997: 9/2 9/4 9/16 9/18 9/30 10/2 10/14 10/16"),
    (
        "19970905",
        "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
        "1997: 9/5 10/3 11/7 12/5; 1998: 1/2 2/6 3/6 4/3 5/1 6/5",
    ),
    ("19970905", "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", "1997: 9/5 10/3 11/7 12/5"),
    (
        "19970907",
        "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
        "1997: 9/7 9/28 11/2 11/30; 1998: 1/4 1/25 3/1 3/29 5/3 5/31",
    ),
    ("19970922", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997: 9/22 10/20 11/17 12/22; 1998: 1/19 2/16"),
    ("19970928", "FREQ=MONTHLY;BYMONTHDAY=-3", "1997: 9/28 10/29 11/28 12/29; 1998: 1/29 2/26"),
    (
        "19970902",
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
        "1997: 9/2 9/15 10/2 10/15 11/2 11/15 12/2 12/15; 1998: 1/2 1/15",
    ),
    (
        "19970930",
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
        "1997: 9/30 10/1 10/31 11/1 11/30 12/1 12/31; 1998: 1/1 1/31 2/1",
    ),
    (
        "19970910",
        "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
        "1997: 9/10-15; 1999: 3/10-13",
    ),
    ("19970902", "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", "1997: 9/2 9/9 9/16 9/23 9/30 11/4 11/11 11/18 11/25; 1998: 1/6"),
    (
        "19970610",
        "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
        "1997: 6/10 7/10; 1998: 6/10 7/10; 1999: 6/10 7/10; 2000: 6/10 7/10; 2001: 6/10 7/10",
    ),
    (
        "19970310",
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=1,2,3",
        "1997: 3/10; 1999: 1/10 2/10 3/10; 2001: 1/10 2/10 3/10",
    ),
    ("19970101", "FREQ=YEARLY;INTERVAL=3;BYYEARDAY=1,100,200", "1997: 1/1 4/10 7/19; 2000: 1/1 4/9 7/18"),
    ("19970519", "FREQ=YEARLY;BYDAY=20MO", "1997: 5/19; 1998: 5/18; 1999: 5/17"),
    ("19970512", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997: 5/12; 1998: 5/11; 1999: 5/17"),
    ("19970313", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "1997: 3/13 3/20 3/27; 1998: 3/5 3/12 3/19 3/26; 1999: 3/4"),
    (
        "19970605",
        "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
        "1997: 6/5 6/12 6/19 6/26 7/3 7/10 7/17 7/24 7/31 8/7 8/14 8/21 8/28; 1998: 6/4",
    ),
    ("19970902", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1998: 2/13 3/13 11/13; 1999: 8/13; 2000: 10/13"),
    (
        "19970913",
        "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
        "1997: 9/13 10/11 11/8 12/13; 1998: 1/10 2/7 3/7 4/11 5/9 6/13",
    ),
    ("19961105", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "1996: 11/5; 2000: 11/7"),
    ("19970904", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997: 9/4 10/7 11/6"),
    (
        "19970929",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
        "1997: 9/29 10/30 11/27 12/30; 1998: 1/29 2/26 3/30",
    ),
    ("19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997: 8/5 8/10 8/19 8/24"),
    ("19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997: 8/5 8/17 8/19 8/31"),
    ("20070115", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007: 1/15 1/30 2/15 3/15 3/30"),
]


def days(told: str) -> list[str]:
    """Return the dates of "1997: 9/2-4 10/1; 1998: 1/6"."""
    found = []
    for year in told.split("; "):
        number, _, listed = year.partition(": ")
        for one in listed.split():
            month, _, span = one.partition("/")
            first, _, last = span.partition("-")
            found += [f"{number}-{int(month):02}-{day:02}" for day in range(int(first), int(last or first) + 1)]
    return found


def moments(start: datetime, rule: str) -> list[datetime]:
    begin = localise(start, ZONE) - timedelta(seconds=1)
    return list(occurrences(parse(rule, start, ZONE), ZONE, begin, begin + timedelta(days=366 * 5)))


@pytest.mark.parametrize(("first", "rule", "told"), EXAMPLES)
def test_the_examples_of_the_standard_happen_as_it_says(first: str, rule: str, told: str) -> None:
    expected = days(told)
    found = moments(datetime.strptime(f"{first}T09", "%Y%m%dT%H"), rule)  # noqa: DTZ007 - a wall clock

    there = [moment.astimezone(ZoneInfo(ZONE)) for moment in found]
    ends = "COUNT" in rule or "UNTIL" in rule
    assert [f"{moment:%Y-%m-%d}" for moment in there[: None if ends else len(expected)]] == expected
    assert {moment.hour for moment in there} == {9}


@pytest.mark.parametrize(("rule", "many"), [("DAILY", 113), ("WEEKLY", 17)])
def test_an_until_ends_a_series_before_christmas(rule: str, many: int) -> None:
    found = moments(datetime(1997, 9, 2, 9), f"FREQ={rule};UNTIL=19971224T000000Z")

    assert (len(found), found[-1]) == (many, datetime(1997, 12, 23, 14, tzinfo=UTC))


def test_every_three_hours_ends_at_the_utc_hour_that_is_written() -> None:
    found = moments(datetime(1997, 9, 2, 9), "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z")

    assert [moment.astimezone(ZoneInfo(ZONE)).hour for moment in islice(found, 9)] == [9, 12]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MINUTELY;INTERVAL=15;COUNT=6",
        "FREQ=MINUTELY;INTERVAL=90;COUNT=4",
        "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40",
        "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16",
    ],
)
def test_the_examples_that_are_faster_than_hourly_are_refused(rule: str) -> None:
    with pytest.raises(Invalid, match="faster than hourly"):
        parse(rule, datetime(1997, 9, 2, 9), ZONE)
