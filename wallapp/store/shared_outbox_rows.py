"""This station's outbox: a SQLite file of its own under the profile, beside the store that can be lost."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import msgspec

from wallapp.base.errors import BadInput, Unavailable
from wallapp.domain.logbook import LogLine
from wallapp.domain.merge import Operation, Shared
from wallapp.services.shared_ports import Pending
from wallapp.store.faults import translated
from wallapp.store.shared_json import value_from_json, value_to_json

_VERSION: Final = 1
_TABLES: Final = """
CREATE TABLE IF NOT EXISTS copied (kind TEXT, id TEXT, value TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS place (number INTEGER PRIMARY KEY CHECK (number = 1), seq INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS waiting (number INTEGER PRIMARY KEY AUTOINCREMENT, operation TEXT, lines TEXT NOT NULL);
INSERT OR IGNORE INTO place VALUES (1, 0);
"""


class SqliteOutbox:
    """Fulfils services.shared_ports.Outbox. Any thread; made by `open_outbox`. Close it with the store."""

    def __init__(self, connection: sqlite3.Connection, place: str) -> None:
        self._connection = connection
        self._place = place
        self._lock = threading.Lock()
        with self._transaction():
            for statement in filter(None, (part.strip() for part in _TABLES.split(";"))):
                connection.execute(statement)
        self._waiting = [_pending(row) for row in self._rows("SELECT * FROM waiting ORDER BY number")]

    def copy(self) -> tuple[int, list[Shared]]:
        """As the port."""
        with self._lock:
            seq = int(self._rows("SELECT seq FROM place")[0][0])
            return seq, [value_from_json(row[0], Shared) for row in self._rows("SELECT value FROM copied")]

    def keep_copy(self, seq: int, changed: Sequence[Shared], *, afresh: bool = False) -> None:
        """As the port."""
        with self._transaction():
            if afresh:
                self._connection.execute("DELETE FROM copied")
            self._connection.executemany(
                "INSERT OR REPLACE INTO copied VALUES (?, ?, ?)",
                [(each.kind.value, each.id, value_to_json(each)) for each in changed],
            )
            self._connection.execute("UPDATE place SET seq = ?", (seq,))

    def pending(self) -> list[Pending]:
        """As the port."""
        with self._lock:
            return list(self._waiting)

    def add(self, operation: Operation | None, lines: Sequence[LogLine]) -> Pending:
        """As the port."""
        values = (value_to_json(operation) if operation is not None else None, value_to_json(list(lines)))
        with self._transaction():
            cursor = self._connection.execute("INSERT INTO waiting (operation, lines) VALUES (?, ?)", values)
            number = int(cursor.lastrowid or 0)
        pending = Pending(number, operation, tuple(lines))
        with self._lock:
            self._waiting.append(pending)
        return pending

    def sent(self, number: int) -> None:
        """As the port."""
        with self._transaction():
            self._connection.execute("DELETE FROM waiting WHERE number = ?", (number,))
        with self._lock:
            self._waiting = [pending for pending in self._waiting if pending.number != number]

    def close(self) -> None:
        """Give the file up."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._lock, translated(self._place):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def _rows(self, statement: str) -> list[Any]:
        with translated(self._place):
            return self._connection.execute(statement).fetchall()


def open_outbox(profile_dir: Path, store_place: str) -> SqliteOutbox:
    """The outbox of this profile for this store: what waits for one store is never sent to another.

    Args:
      profile_dir: there already.
      store_place: `Store.place`.

    Raises:
      BadInput: the file is damaged or a newer wallapp's.
      Unavailable: it cannot be made or written.
    """
    name = hashlib.sha256(store_place.encode()).hexdigest()[:12]
    path = profile_dir / f"outbox-{name}.sqlite3"
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Unavailable(f"the outbox {path} cannot be used ({reason}); choose another --profile") from error
    with translated(str(path)):
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        try:
            _set_up(connection, path)
            return SqliteOutbox(connection, str(path))
        except BaseException:
            connection.close()
            raise


def _set_up(connection: sqlite3.Connection, path: Path) -> None:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > _VERSION:
        raise BadInput(f"{path} was made by a newer wallapp; update this station")
    # FULL: what was done while the store was lost is nowhere else.
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "busy_timeout = 5000", f"user_version = {_VERSION}"):
        connection.execute(f"PRAGMA {pragma}")


def _pending(row: Any) -> Pending:
    number, operation, lines = row
    read = msgspec.json.decode(lines, type=tuple[LogLine, ...])
    return Pending(int(number), value_from_json(operation, Operation) if operation is not None else None, read)
