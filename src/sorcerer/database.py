"""Open the database. One `begin()` is one transaction, committed once, here and nowhere else."""

import json
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any, cast

from sqlalchemy import Connection, DateTime, Engine, MetaData, create_engine, event, make_url
from sqlalchemy.engine import Dialect, ExceptionContext
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError, DBAPIError, DisconnectionError, OperationalError
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.types import JSON, TypeDecorator

from sorcerer.errors import Away, NoRoom, Unavailable

_PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=30000", "foreign_keys=ON")

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


_DEADLOCK = "40P01"
_DISK_FULL = "53100"
_AWAY = frozenset({"57P01", "57P02", "57P03", "53300"})  # shutting down, crashed, starting up, too many connections
_TURN = "turn"
_STOPPED_S = 10
_RESTING, _FRESH_S = "resting since", 5.0
_WRITES = frozenset({"BEGIN ", "INSERT", "UPDATE", "DELETE", "REPLAC"})


class Utc(TypeDecorator[datetime]):
    """A moment. SQLite forgets time zones; this column does not."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware moment into what the database keeps; a naive one is a mistake of ours."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a naive moment reached the database: {value!r}")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give a moment back aware, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Row(DeclarativeBase):
    """Every table of every room hangs here, so Alembic sees one whole."""

    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map = {datetime: Utc, dict[str, Any]: JSON, list[str]: JSON}  # noqa: RUF012 - SQLAlchemy's own hook


class Database:
    """An engine and the two ways to use it: `begin` to change, `read` to look.

    Args:
        url: SQLAlchemy URL, `sqlite:///…` or `postgresql+psycopg://…`.
    """

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.engine = _engine(url)

    @property
    def kind(self) -> str:
        """Return "sqlite" or "postgresql"."""
        return self.engine.dialect.name

    @contextmanager
    def begin(self) -> Iterator[Session]:
        """Open a session that may change things; it commits when the block ends well, else nothing happened."""
        try:
            with Session(self.engine, expire_on_commit=False) as session, session.begin():
                if self.kind == "sqlite":
                    session.connection().exec_driver_sql("BEGIN IMMEDIATE")
                yield session
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) == _DEADLOCK:
                raise Unavailable("Two changes crossed, and nothing of this one was kept.", fix="Try again.") from error
            if _is_full(error):
                raise NoRoom("database") from error
            if _is_away(error):
                raise Away from error
            raise

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Open a session that sees one moment of the database and changes nothing."""
        try:
            with self._at_one_moment() as session:
                yield session
        except DBAPIError as error:
            if _is_away(error):
                raise Away from error
            raise

    @contextmanager
    def _at_one_moment(self) -> Iterator[Session]:
        with self.engine.connect() as connection:
            if self.kind == "sqlite":
                connection.exec_driver_sql("PRAGMA query_only=ON")
                connection.exec_driver_sql("BEGIN")
            else:
                connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            try:
                with Session(connection, expire_on_commit=False) as session:
                    yield session
            finally:
                connection.rollback()
                if self.kind == "sqlite":
                    connection.exec_driver_sql("PRAGMA query_only=OFF")

    @contextmanager
    def opening(self) -> Iterator[Connection]:
        """Lend a connection that brings the tables up to date.

        Raises:
            Unavailable: the server does not let us in, or the file is no database.
        """
        try:
            with self.engine.begin() as connection:
                yield connection
        except DatabaseError as error:
            if not isinstance(error, OperationalError) and type(error) is not DatabaseError:
                raise
            why = " ".join(str(error.orig).split())
            fix = "Check SORCERER_DATABASE_URL and that the server runs, or put a file back from a backup."
            raise Unavailable(f"The database cannot be opened: {why}.", field="database_url", fix=fix) from error

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def _is_away(error: DBAPIError) -> bool:
    return error.connection_invalidated or getattr(error.orig, "sqlite_errorname", "") == "SQLITE_BUSY"


def _is_full(error: DBAPIError) -> bool:
    return getattr(error.orig, "sqlstate", None) == _DISK_FULL or getattr(error.orig, "sqlite_errorname", "") in {
        "SQLITE_FULL",
        "SQLITE_IOERR_WRITE",
    }


def _engine(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        engine = create_engine(url, pool_size=20, max_overflow=20, json_serializer=_json)
        event.listen(engine, "connect", _let_go)
        event.listen(engine, "checkin", _rest)
        event.listen(engine, "checkout", _rouse)
        event.listen(engine, "handle_error", _say_away)
        return engine
    if parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, pool_size=20, max_overflow=40, json_serializer=_json)
    event.listen(engine, "connect", _tame_sqlite)
    turns = _Turns()
    event.listen(engine, "before_cursor_execute", turns.before)
    event.listen(engine, "checkin", turns.after)
    return engine


def _say_away(trouble: ExceptionContext) -> None:
    """Have a server that cannot be reached count as a lost connection: the engine waits for such to come back."""
    state = getattr(trouble.original_exception, "sqlstate", "")  # None where no connection came about
    if isinstance(trouble.sqlalchemy_exception, OperationalError) and (state is None or state in _AWAY):
        trouble.is_disconnect = True


def _let_go(connection: DBAPIConnection, _record: object) -> None:
    """Have the server end a transaction whose process stopped in its middle: others wait for the rows it holds."""
    with closing(connection.cursor()) as cursor:
        cursor.execute(f"SET idle_in_transaction_session_timeout = '{_STOPPED_S}s'")
    connection.commit()


def _rest(_connection: object, record: ConnectionPoolEntry) -> None:
    record.info[_RESTING] = monotonic()


def _rouse(connection: DBAPIConnection, record: ConnectionPoolEntry, _held: object) -> None:
    """Ask a connection that has rested whether it still lives; one just used does, and asking costs as much as a read.

    Raises:
        DisconnectionError: it does not; the pool opens another in its stead.
    """
    if monotonic() - record.info.get(_RESTING, monotonic()) < _FRESH_S:
        return
    try:
        with closing(connection.cursor()) as cursor:
            cursor.execute("SELECT 1")
        connection.rollback()
    except Exception as error:
        raise DisconnectionError from error


class _Turns:
    """The one queue of everybody in this process who writes to a SQLite file, the workflow engine included.

    SQLite lets one write at a time and has the others sleep and try again, the luckiest first: under load a post
    waited seconds for its turn. Here each gets it in the order asked.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._taken = False
        self._waiting: deque[threading.Lock] = deque()

    def before(self, connection: Connection, _cursor: object, statement: str, *_rest: object) -> None:
        """Wait for the turn before the first word of a transaction that writes."""
        held = connection.connection.record_info
        if held is not None and _TURN not in held and statement.lstrip()[:6].upper() in _WRITES:
            self._take()
            held[_TURN] = True

    def after(self, _connection: object, record: ConnectionPoolEntry) -> None:
        """Give the turn to the next one when the connection is handed back, its transaction ended."""
        held = record.record_info
        if held is not None and held.pop(_TURN, None):
            self._pass_on()

    def _take(self) -> None:
        with self._guard:
            if not self._taken:
                self._taken = True
                return
            gate = threading.Lock()
            gate.acquire()
            self._waiting.append(gate)
        gate.acquire()

    def _pass_on(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _tame_sqlite(connection: object, _record: object) -> None:
    sqlite = cast("Any", connection)
    sqlite.isolation_level = "IMMEDIATE"
    for pragma in _PRAGMAS:
        sqlite.execute(f"PRAGMA {pragma}")
