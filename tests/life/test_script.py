"""A person's own script: three forms of file, every line answered, nothing dropped unseen."""

from datetime import UTC, date, datetime

import pytest

from sorcerer import life
from sorcerer.errors import Conflict, Invalid, NotAllowed, SorcererError, TooLarge
from sorcerer.influencers import Influencer, Persona
from sorcerer.life.interventions import Intervention, Present, script
from sorcerer.life.interventions.model import Event, Injury
from sorcerer.life.interventions.script import Entry, Staged

MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
ZONE = "Europe/Berlin"
MARA = Influencer(
    id="mara",
    owner_id="owner",
    name="Mara Okonjo",
    handle="maralifts",
    mode="lifestyle",
    persona=Persona(age=29, habits=("gym", "running", "cooking"), people=("Jonas", "Aylin"), city="berlin"),
    created_at=datetime(2026, 1, 1, tzinfo=UTC),
)
PRESENT = Present(base=1, plan=life.plan(MARA, first_day=MONDAY))

TEXT = """# December
2026-12-05 16:00 Drawing with Aylin
Sunday 6 December
- 14:00 Half a thriller, reading
- 4pm-4:45pm: music practice
"""
CSV = """date;start;end;what
2026-12-04;20:00;22:00;Concert
2026-12-08;;;Pottery
"""
ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//a calendar
BEGIN:VEVENT
DTSTART;TZID=America/New_York:20261204T140000
DTEND;TZID=America/New_York:20261204T153000
SUMMARY:Concert
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261208
SUMMARY:Pottery
END:VEVENT
BEGIN:VEVENT
DTSTART:20261207T150000Z
DURATION:PT1H
RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4
EXDATE:20261209T150000Z
SUMMARY:Run
END:VEVENT
BEGIN:VEVENT
DTSTART:20261210T003000
SUMMARY:One drink
END:VEVENT
BEGIN:VEVENT
DTSTART:20261211T100000
STATUS:CANCELLED
SUMMARY:Brunch
END:VEVENT
END:VCALENDAR
"""


def read(text: str, name: str = "script.txt") -> list[tuple[date | None, int | None, int | None, str]]:
    entries = script.read(text.encode(), name, MONDAY, ZONE)
    return [(one.day, one.start, one.minutes, one.what) for one in entries]


def staged(text: str, *without: int, present: Present = PRESENT) -> Staged:
    return script.stage(present, script.read(text.encode(), "script.txt", NOW.date(), ZONE), without, NOW)


def states(seen: Staged) -> list[str]:
    return [line.state for line in seen.lines]


def test_lines_name_a_day_themselves_or_stand_below_one() -> None:
    assert read(TEXT) == [
        (date(2026, 12, 5), 16 * 60, None, "Drawing with Aylin"),
        (date(2026, 12, 6), 14 * 60, None, "Half a thriller, reading"),
        (date(2026, 12, 6), 16 * 60, 45, "music practice"),
    ]


def test_a_table_says_the_same_in_columns() -> None:
    assert read(CSV, "script.csv") == [
        (date(2026, 12, 4), 20 * 60, 120, "Concert"),
        (date(2026, 12, 8), None, None, "Pottery"),
    ]


def test_a_calendar_is_put_on_her_clock_and_its_repetitions_are_written_out() -> None:
    assert read(ICS, "script.ics") == [
        (date(2026, 12, 4), 20 * 60, 90, "Concert"),
        (date(2026, 12, 8), None, None, "Pottery"),
        (date(2026, 12, 7), 16 * 60, 60, "Run"),
        (date(2026, 12, 14), 16 * 60, 60, "Run"),
        (date(2026, 12, 16), 16 * 60, 60, "Run"),
        (date(2026, 12, 9), 24 * 60 + 30, None, "One drink"),
    ]


def test_lines_that_fit_become_pinned_items_in_their_own_words() -> None:
    seen = staged(TEXT)

    assert states(seen) == ["fits", "fits", "fits"]
    assert seen.preview is not None
    pinned = {item.id: item for item in seen.preview.plan.items if item.pinned}
    assert set(pinned) == {"draw@2026-12-05", "read@2026-12-06", "music@2026-12-06"}
    drawing, music = pinned["draw@2026-12-05"], pinned["music@2026-12-06"]
    assert (drawing.title, drawing.start, drawing.who) == ("Drawing with Aylin", 16 * 60, ("Aylin",))
    assert (music.start, music.end) == (16 * 60, 16 * 60 + 45)
    assert (seen.lines[0].became or "").startswith("16:00 to 1")
    assert (seen.lines[0].became or "").endswith(", home in Berlin")
    assert life.check(seen.preview.plan) == []


AGAINST = [
    ("2026-11-20 10:00 coffee", "2026-11-20 is past; what was is never touched."),
    ("2027-06-01 10:00 coffee", "2027-06-01 is not planned yet; her days are planned up to 2026-12-22."),
    ("2026-12-08 23:00 museum", "The museum is open 10:00 to 18:00 on a Tuesday; 'museum' is at 23:00."),
    ("2026-12-05 10:00 Brunch with Rosa", "Rosa is nobody she knows in Berlin."),
    ("2026-12-05 10:00 Brunch in Lisbon", "It is in Lisbon, while she is in Berlin on 2026-12-05."),
    ("2026-12-04 19:00-24:00 concert", " takes 300 minutes; a concert takes 90 to 150."),
    ("2026-11-25 08:00 coffee", "Today has begun, and it is 12:00 where she is."),
]


@pytest.mark.parametrize(("line", "message"), AGAINST, ids=[line for line, _ in AGAINST])
def test_what_contradicts_is_said_of_its_line_with_the_ways_out(line: str, message: str) -> None:
    seen = staged(f"{line}\n2026-12-08 pottery")

    assert states(seen) == ["clashes", "fits"]
    assert any(said.endswith(message) for said in seen.lines[0].messages)
    assert seen.lines[0].choices[-1] == "leave the line out"
    assert seen.preview is not None
    assert [clash.item_id for clash in seen.preview.clashes] == ["line 1"]


def test_of_two_lines_at_the_same_hour_the_later_one_clashes_with_the_earlier() -> None:
    seen = staged("2026-12-05 16:00 drawing\n2026-12-05 16:15 music\n2026-12-05 20:00 drawing at the barn")

    assert states(seen) == ["fits", "clashes", "clashes"]
    assert "before" in seen.lines[1].messages[0]
    assert seen.lines[2].messages == ("Line 1 has something of the same sort on 2026-12-05.",)


def test_a_line_against_a_broken_ankle_names_the_fact() -> None:
    ankle = Injury(what="ankle", day=date(2026, 12, 1), until=date(2027, 1, 10))
    hurt = life.interventions.preview(PRESENT, Intervention(changes=(ankle,)), NOW).plan

    seen = staged("2026-12-05 14:00 run", present=Present(base=2, plan=hurt))

    assert states(seen) == ["clashes"]
    assert any("'able' is not so" in message for message in seen.lines[0].messages)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("2026-12-07 zorbing with penguins", "No activity is known that 'zorbing with penguins' could be."),
        ("2026-12-07 late shift", "Her working hours come from her job."),
        ("2026-12-07 flight to Lisbon", "A journey changes where she lives for a while."),
        ("concert", "It names no day."),
    ],
)
def test_a_line_nobody_understands_is_unclear_and_stops_the_script(line: str, why: str) -> None:
    seen = staged(f"{line}\n2026-12-08 pottery")

    assert states(seen) == ["unclear", "fits"]
    assert seen.lines[0].messages == (why,)
    assert seen.preview is not None
    assert len(seen.preview.clashes) == 1


def test_a_line_that_is_left_out_stops_nothing() -> None:
    seen = staged("2026-12-07 zorbing\n2026-12-08 pottery", 1)

    assert states(seen) == ["left_out", "fits"]
    assert seen.preview is not None
    assert seen.preview.clashes == ()


def test_the_same_script_twice_is_once() -> None:
    once = staged(TEXT).preview
    assert once is not None

    again = staged(TEXT, present=Present(base=2, plan=once.plan))

    assert states(again) == ["fits", "fits", "fits"]
    assert again.preview is None


def test_a_pin_of_before_is_not_replaced_in_silence() -> None:
    once = staged("2026-12-05 16:00 Drawing with Aylin").preview
    assert once is not None

    again = staged("2026-12-05 16:30 Drawing the sea", present=Present(base=2, plan=once.plan))

    assert states(again) == ["clashes"]
    assert again.lines[0].messages == ("'Drawing with Aylin' is pinned on 2026-12-05 already, at 16:00.",)
    wish = Intervention(changes=(Event(kind="draw", day=date(2026, 12, 5)),))
    with pytest.raises(Conflict, match="pinned"):
        life.interventions.preview(Present(base=2, plan=once.plan), wish, NOW)


def test_in_company_mode_there_is_no_script_of_her_own() -> None:
    company = life.plan(MARA.model_copy(update={"mode": "company"}), first_day=MONDAY)

    with pytest.raises(NotAllowed):
        staged("2026-12-08 pottery", present=Present(base=1, plan=company))


BROKEN: list[tuple[str, bytes, str, type[SorcererError], str]] = [
    ("nothing", b"", "a.txt", Invalid, "There is no line"),
    ("only remarks", b"# nothing\n\n", "a.txt", Invalid, "There is no line"),
    ("too many bytes", b"x" * 256_001, "a.txt", TooLarge, "256,000 bytes"),
    ("too many lines", b"2026-12-04 coffee\n" * 201, "a.txt", Invalid, "at most 200 lines, not 201"),
    ("a line of 10,000 characters", b"hi\n" + b"x" * 10_000, "a.txt", Invalid, "Line 2 has 10,000 characters"),
    ("no text", b"ok\n\xff\xd8\xff", "a.txt", Invalid, "Line 2 is no text in UTF-8"),
    ("a NUL", b"ok\nno\x00", "a.txt", Invalid, "Line 2 holds a NUL"),
    ("no columns", b"a,b\n1,2", "a.csv", Invalid, "names no column 'day'"),
    ("an open quote", b'day,what\n2026-12-04,"x', "a.csv", Invalid, "Line 2 is broken CSV"),
    ("no calendar", b"BEGIN:VCALENDAR\nfoo", "a.ics", Invalid, "no iCalendar file"),
    ("calendars without end", b"BEGIN:VCALENDAR\n" * 999, "a.ics", Invalid, "no iCalendar file"),
]


@pytest.mark.parametrize(("what", "data", "name", "kind", "words"), BROKEN, ids=[case[0] for case in BROKEN])
def test_a_file_that_cannot_be_read_is_refused_with_the_place(
    what: str, data: bytes, name: str, kind: type[SorcererError], words: str
) -> None:
    with pytest.raises(kind) as refusal:
        script.read(data, name, MONDAY, ZONE)

    assert words in refusal.value.message, what
    assert (refusal.value.field, bool(refusal.value.fix)) == ("file", True)


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=DAILY;INTERVAL=0", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "X"])
def test_a_repetition_that_would_keep_everybody_waiting_is_one_faulty_line(rule: str) -> None:
    text = ICS.replace("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4", rule)

    faults: list[Entry] = [one for one in script.read(text.encode(), "a.ics", MONDAY, ZONE) if one.fault]

    assert [(one.number, one.what) for one in faults] == [(3, "Run")]
