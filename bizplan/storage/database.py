"""The database: SQLite in the rollback journal by default, PostgreSQL by its address.

Whatever writes begins with BEGIN IMMEDIATE and is durable before it is answered (decision 4).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Executable, create_engine, event
from sqlalchemy.engine import CursorResult
from sqlalchemy.exc import OperationalError

from .sealing import Seal

PRAGMAS = (
    "foreign_keys=ON", "busy_timeout=5000", "secure_delete=ON", "trusted_schema=OFF", "temp_store=MEMORY",
    "mmap_size=0", "cell_size_check=ON", "journal_mode=DELETE", "synchronous=FULL",
)


class NotSaved(Exception):
    """The database could not take it (a full disk, a lock that stayed): nothing of it is kept."""


class NotRead(Exception):
    """The database could not be read just now (a lock that stayed, a disk that fails)."""


class Database:
    """One database, read and written through two engines that begin differently."""

    def __init__(self, url: str):
        self.engine = create_engine(url, **({} if url.startswith("sqlite") else {"pool_pre_ping": True}))
        if self.engine.dialect.name == "sqlite":
            event.listen(self.engine, "connect", _connected)
            event.listen(self.engine, "begin", _begun)
        self.writer: Engine = self.engine.execution_options(writes=True)

    def dispose(self) -> None:
        """Closes all connections."""
        self.engine.dispose()


@dataclass(frozen=True)
class Transaction:
    """One moment in which the database is read or written as a whole."""

    connection: Connection
    seal: Seal
    now: datetime

    def execute(self, statement: Executable, *values: Any) -> CursorResult[Any]:
        """What a statement answers."""
        return self.connection.execute(statement, *values)


@dataclass(frozen=True)
class Storage:
    """A database and the seal of what is in it."""

    database: Database
    seal: Seal

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """A transaction that changes nothing; raises NotRead where the database cannot answer."""
        try:
            with self.database.engine.connect() as connection:
                yield Transaction(connection, self.seal, datetime.now(UTC))
        except OperationalError as error:
            raise NotRead(str(error.orig)) from error

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """A transaction that is kept whole, or not at all; raises NotSaved where the database cannot take it."""
        try:
            with self.database.writer.begin() as connection:
                yield Transaction(connection, self.seal, datetime.now(UTC))
        except OperationalError as error:
            raise NotSaved(str(error.orig)) from error


def opened(folder: Path, key: bytes, url: str = "") -> Storage:
    """The storage of an installation, brought up to date."""
    from .migrating import migrate
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    database = Database(url or f"sqlite:///{folder / 'bizplan.sqlite'}")
    migrate(database)
    return Storage(database, Seal(key))


def _connected(dbapi: Any, _record: Any) -> None:
    dbapi.isolation_level = None                    # no BEGIN of sqlite3's own
    for pragma in PRAGMAS:
        dbapi.execute(f"PRAGMA {pragma}")


def _begun(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
