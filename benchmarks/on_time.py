"""Is a post on time while a million others wait, and what does the waiting cost?

On both databases: lateness of due posts, the processor time of an idle worker, bulk rewriting of a life, two-step runs,
a month's page; and whether series agree with python-dateutil.
"""

import json
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import httpx
from dateutil.rrule import rrulestr
from dbos import DBOS
from sqlalchemy import text

from benchmarks import on_time_peers
from benchmarks.pretend import Home, Somebody, open_home, postgres, somebody, worker_of
from benchmarks.report import Measure
from sorcerer import accounts, app, ids, schedule
from sorcerer.database import Row
from sorcerer.errors import Invalid
from sorcerer.publishing import Content, Publication
from sorcerer.publishing.store import insert_publication
from sorcerer.recurrence import occurrences, parse
from sorcerer.schedule import Booking
from sorcerer.workflows import engine

_NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)"
_OTHERS = 999
_done: list[float] = []


def run(*, quick: bool) -> Iterable[Measure]:
    """Yield every measure of the table, SQLite first."""
    pending = 20_000 if quick else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        yield from _database(Path(folder), None, pending, quick=quick)
    with postgres() as url, tempfile.TemporaryDirectory() as folder:
        yield from _database(Path(folder), url, pending, quick=quick)
    yield from _peers(pending, 60 if quick else 300)
    yield _agreement(500 if quick else 5_000)


def _database(folder: Path, url: str | None, pending: int, *, quick: bool) -> Iterator[Measure]:
    home = open_home(folder, url)
    kind = home.tools.database.kind
    mara = somebody(home, 100)
    yield _bulk(home, mara, 2_000 if quick else 20_000)
    few = _idle(home, 3 if quick else 20)
    _fill(home, mara, pending)
    note = f"{pending:,} pending"
    many = _idle(home, 3 if quick else 20)
    yield Measure(f"{kind}_idle_cpu", many, "%", at_most=3, aim=1.5, note=f"{note}; {few:.2f} % with few")
    yield from _lateness(home, mara, 60 if quick else 300, note)
    yield _two_steps(home, 200 if quick else 1_000)
    yield _month(home, mara, 40 if quick else 300, note)
    home.house.close()


@contextmanager
def _working(home: Home) -> Iterator[None]:
    worker = worker_of(home)
    worker.start()
    time.sleep(2)
    yield
    worker.stop(patience_s=5)
    home.tools.leaving.clear()


def _idle(home: Home, seconds: int) -> float:
    with _working(home):
        before = time.process_time()
        time.sleep(seconds)
        return (time.process_time() - before) / seconds * 100


def _bulk(home: Home, mara: Somebody, count: int) -> Measure:
    now = home.tools.clock.now()
    step = timedelta(days=30) / count
    bookings = [
        Booking(
            influencer_id=mara.influencer_id,
            scheduled_time=now + timedelta(days=1) + n * step,
            direction=f"Post {n}",
            life_post_id=f"p{n}",
        )
        for n in range(count)
    ]
    rates = []
    for _ in range(3):
        begun = time.perf_counter()
        with home.tools.database.begin() as session:
            schedule.replace_future(
                session, mara.owner_id, mara.influencer_id, bookings, since=now, now=now, lead=home.tools.lead
            )
        rates.append(count / (time.perf_counter() - begun))
    with home.tools.database.begin() as session:
        schedule.replace_future(
            session, mara.owner_id, mara.influencer_id, bookings[:1000], since=now, now=now, lead=home.tools.lead
        )
    name = f"{home.tools.database.kind}_rows_scheduled"
    note = f"{count} posts, the second and third time in place of those before; {min(rates):.0f} to {max(rates):.0f}"
    return Measure(name, statistics.median(rates), "rows/s", at_least=5_000, aim=20_000, note=note)


def _fill(home: Home, mara: Somebody, count: int) -> None:
    """Put so many videos of other owners on the schedule, from tomorrow on."""
    database = home.tools.database
    sqlite = database.kind == "sqlite"
    later = (
        "strftime('%Y-%m-%d %H:%M:%S.000000', {0}, '+' || (i % 3000000) || ' seconds')"
        if sqlite
        else "{0} + make_interval(secs => i)"
    )
    with database.begin() as session:

        def copy(table: str, where: str, times: int, **changed: str) -> None:
            names = [column.name for column in Row.metadata.tables[table].columns]
            values = [changed.get(name, f't."{name}"') for name in names]
            listed = ", ".join(f'"{name}"' for name in names)
            session.execute(
                text(
                    f'{_NUMBERS} INSERT INTO "{table}" ({listed}) SELECT {", ".join(values)} '  # noqa: S608 - ours
                    f'FROM n, "{table}" t WHERE {where}'
                )
                if sqlite
                else text(
                    f'INSERT INTO "{table}" ({listed}) {_NUMBERS} SELECT {", ".join(values)} '  # noqa: S608 - ours
                    f'FROM n, "{table}" t WHERE {where}'
                ),
                {"count": times},
            )

        other = f"'u' || (i % {_OTHERS})"
        copy("user", f"t.id = '{mara.owner_id}'", _OTHERS, id=other, email="NULL")
        copy(
            "influencer",
            f"t.id = '{mara.influencer_id}'",
            _OTHERS,
            id=f"'i' || (i % {_OTHERS})",
            owner_id=other,
            handle="'h' || i",
        )
        one = session.execute(text("SELECT s.id, v.id FROM schedule s JOIN video v ON v.id = s.video_id LIMIT 1")).one()
        whose = {"owner_id": other, "influencer_id": f"'i' || (i % {_OTHERS})"}
        copy(
            "video",
            f"t.id = '{one[1]}'",
            count,
            id="'v' || i",
            **whose,
            scheduled_time=later.format("t.scheduled_time"),
        )
        copy(
            "schedule",
            f"t.id = '{one[0]}'",
            count,
            id="'s' || i",
            **whose,
            video_id="'v' || i",
            next_trigger=later.format("t.next_trigger"),
        )
    if sqlite:  # else the first posts would wait for a million rows to be copied from the log into the file
        with database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    else:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))
            connection.execute(text("CHECKPOINT"))


def _lateness(home: Home, mara: Somebody, count: int, note: str) -> Iterator[Measure]:
    """Publish so many prepared posts that are due within five seconds."""
    tools = home.tools
    with tools.database.begin() as session:
        videos = schedule.videos.page(session, mara.owner_id, limit=count)
        for video in videos:
            session.execute(text("UPDATE video SET status = 'ready' WHERE id = :id"), {"id": video.id})
            session.execute(
                text("UPDATE schedule SET active = false, next_trigger = NULL WHERE video_id = :id"), {"id": video.id}
            )
    film = tools.files.put(b"a film", ".mp4").key
    home.network.commits.clear()
    with _working(home):
        now = tools.clock.now()
        due = [now + timedelta(seconds=4 + 5 * n / count) for n in range(len(videos))]
        with tools.database.begin() as session:
            for number, video in enumerate(videos):
                insert_publication(session, _staged(video.id, mara, number, due[number], now, film))
        _until(lambda: len(home.network.commits) >= len(videos), 90)
    late = sorted(at - moment.timestamp() for at, moment in zip(sorted(home.network.commits), due, strict=False))
    kind = tools.database.kind
    told = f"{note}; {len(late)} of {count} posts, from their moment to the call that makes them public"
    yield Measure(f"{kind}_lateness_p50", statistics.median(late), "s", at_most=0.15, aim=0.08, note=told)
    yield Measure(f"{kind}_lateness_p99", late[int(len(late) * 0.99)], "s", at_most=0.35, aim=0.2, note=told)


def _staged(video_id: str, mara: Somebody, number: int, due: datetime, now: datetime, film: str) -> Publication:
    return Publication(
        id=ids.new(),
        owner_id=mara.owner_id,
        influencer_id=mara.influencer_id,
        video_id=video_id,
        channel_id=mara.channel_ids[number % len(mara.channel_ids)],
        due_at=due,
        state="staged",
        next_at=due,
        content=Content(kind="reel", caption="x", media_key=film, approver="auto"),
        refs={"container": f"c{number}-{now.timestamp()}"},
        uploaded=True,
        ready=True,
        staged_at=now,
        created_at=now,
        updated_at=now,
    )


@DBOS.step()
def _one(number: int) -> int:
    return number


@DBOS.step()
def _two(number: int) -> int:
    _done.append(time.time())
    return number


@engine.workflow("two_steps", engine.QUEUES[engine.PUBLISH])
def _both(number: int) -> int:
    return _two(_one(number))


def _two_steps(home: Home, count: int) -> Measure:
    _done.clear()
    client = engine.client(home.tools)
    with _working(home):
        begun = time.time()
        with home.tools.database.begin() as session:
            for number in range(count):
                options: engine.EnqueueOptions = {
                    "workflow_name": "two_steps",
                    "queue_name": engine.QUEUES[engine.PUBLISH],
                    "workflow_id": f"two:{begun}:{number}",
                    "app_version": engine.VERSION,
                }
                client.enqueue_in_transaction(session, options, number)
        engine.ring([engine.PUBLISH])
        enqueued = time.time()
        _until(lambda: len(_done) >= count, 120)
    rate = len(_done) / (max(_done) - enqueued)
    note = f"{len(_done)} runs of two remembered steps"
    return Measure(f"{home.tools.database.kind}_two_step_runs", rate, "runs/s", at_least=100, aim=200, note=note)


def _month(home: Home, mara: Somebody, times: int, note: str) -> Measure:
    """Ask for pages of 200 of one owner's month."""
    house = home.house
    with house.tools.database.begin() as session:
        _, secret = accounts.tokens.issue(session, mara.owner_id, "benchmark", house.tools.clock.now())
    server = app.server(house)
    serving = threading.Thread(target=server.run, daemon=True)
    serving.start()
    _until(lambda: server.started, 20)
    now = house.tools.clock.now()
    asked = {"from": now.isoformat(), "to": (now + timedelta(days=40)).isoformat(), "limit": "200"}
    took = []
    address = f"http://127.0.0.1:{house.settings.port}"
    with closing(httpx.Client(base_url=address, headers={"Authorization": f"Bearer {secret}"})) as client:
        for n in range(times + 5):
            begun = time.perf_counter()
            page = client.get("/api/video", params=asked).raise_for_status().json()
            if n >= 5:
                took.append((time.perf_counter() - begun) * 1000)
            asked["cursor"] = page["next"] or ""
            if not page["next"]:
                del asked["cursor"]
    server.should_exit = True
    serving.join(timeout=10)
    p99 = sorted(took)[int(len(took) * 0.99)]
    told = f"{note}; median {statistics.median(took):.0f} ms over {times} pages by HTTP"
    return Measure(f"{home.tools.database.kind}_month_page_p99", p99, "ms", at_most=60, aim=20, note=told)


def _until(holds: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and not holds():
        time.sleep(0.02)


def _peers(pending: int, count: int) -> Iterator[Measure]:
    """Drive each peer on the database it is at home on, with as many others waiting."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _peer("apscheduler", f"sqlite:///{folder}/peer.sqlite", pending, count)
    with postgres() as url:
        yield from _peer("procrastinate", url, pending, count)


def _peer(name: str, url: str, pending: int, count: int) -> Iterator[Measure]:
    if not (on_time_peers.PEERS / name).is_dir():
        yield Measure(f"{name}_lateness_p50", None, "s", note="not installed in benchmarks/.peers", peer=name)
        return
    command = [sys.executable, "-m", "benchmarks.on_time_peers", name, url, str(pending), str(count)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        yield Measure(f"{name}_lateness_p50", None, "s", note=done.stderr.strip()[-200:], peer=name)
        return
    late = sorted(json.loads(done.stdout))
    note = f"{pending:,} pending; {len(late)} of {count} calls of a bare function, without steps or accounts"
    yield Measure(f"{name}_lateness_p50", statistics.median(late), "s", note=note, peer=name)
    yield Measure(f"{name}_lateness_p99", late[int(len(late) * 0.99)], "s", note=note, peer=name)


def _agreement(count: int) -> Measure:
    """Compare series with dateutil's own walk of the whole rule, put into its zone by hand."""
    chance = random.Random(5)  # noqa: S311 - the same rules every time
    zones = sorted(available_timezones() - {"localtime", "posixrules", "Factory"})
    agreed = refused = 0
    wrong: list[str] = []
    for _ in range(count):
        rule, start, zone = _rule(chance), _start(chance), chance.choice(zones)
        try:
            parsed = parse(rule, start, zone)
        except Invalid:
            refused += 1
            continue
        after = start.replace(tzinfo=UTC) - timedelta(days=2)
        before = after + timedelta(days=800)
        ours = list(occurrences(parsed, zone, after, before))
        # A recurrence set holds a moment once (RFC 5545): a time the clock skips and the one it skips to are the same.
        moments = dict.fromkeys(_put(wall, zone) for wall in _walk(rule, start))
        theirs = [moment for moment in moments if after < moment <= before]
        if ours == theirs:
            agreed += 1
        else:
            wrong.append(f"{rule} from {start} in {zone}")
    share = agreed / (agreed + len(wrong)) * 100
    note = f"{agreed} of {agreed + len(wrong)} rules; {refused} never happen within five years and are refused"
    return Measure("rrule_agreement", share, "%", at_least=100, note=f"{note} {'; '.join(wrong[:3])}".strip())


def _rule(chance: random.Random) -> str:
    freq = chance.choice(["HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
    parts = [f"FREQ={freq}"]
    if chance.random() < 0.5:
        parts.append(f"INTERVAL={chance.randint(1, 6)}")
    if freq in {"WEEKLY", "DAILY"} and chance.random() < 0.5:
        parts.append("BYDAY=" + ",".join(chance.sample(["MO", "TU", "WE", "TH", "FR", "SA", "SU"], 2)))
    if freq == "MONTHLY" and chance.random() < 0.6:
        parts.append(
            chance.choice(["BYDAY=-1FR", "BYDAY=2TU", "BYMONTHDAY=-1", "BYMONTHDAY=31", "BYDAY=MO,TU;BYSETPOS=-1"])
        )
    if freq == "YEARLY" and chance.random() < 0.6:
        parts.append(
            chance.choice(["BYMONTH=3,11", "BYWEEKNO=20;BYDAY=MO", "BYYEARDAY=100,200", "BYMONTH=2;BYMONTHDAY=29"])
        )
    if freq == "DAILY" and chance.random() < 0.3:
        parts.append("BYHOUR=2,9")
    end = chance.random()
    if end < 0.3:
        parts.append(f"COUNT={chance.randint(1, 50)}")
    elif end < 0.6:
        parts.append(f"UNTIL=202{chance.randint(7, 9)}0315T023000")
    return ";".join(parts)


def _start(chance: random.Random) -> datetime:
    return datetime(2026, 1, 1) + timedelta(minutes=15 * chance.randrange(4 * 24 * 365))  # noqa: DTZ001 - a wall clock


def _walk(rule: str, start: datetime) -> Iterator[datetime]:
    end = start + timedelta(days=810)
    for wall in rrulestr(rule, dtstart=start):
        if wall > end:
            return
        yield wall


def _put(wall: datetime, zone: str) -> datetime:
    there = ZoneInfo(zone)
    for minutes in range(24 * 60 + 1):
        later = wall + timedelta(minutes=minutes)
        moment = later.replace(tzinfo=there).astimezone(UTC)
        if moment.astimezone(there).replace(tzinfo=None) == later:
            return moment
    raise ValueError(wall, zone)
