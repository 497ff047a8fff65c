"""One transaction, and the store that gives them out."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, event, text

from wallapp.base.clock import Clock, SystemClock
from wallapp.store.audit_rows import AuditRows
from wallapp.store.camera_rows import CameraRows
from wallapp.store.document_rows import DocumentRows
from wallapp.store.faults import translated
from wallapp.store.grant_rows import GrantRows, ReviewRows
from wallapp.store.layout_rows import LayoutRows, SettingRows
from wallapp.store.lock_rows import LockRows
from wallapp.store.logbook_rows import LogRows
from wallapp.store.owner_rows import OwnerRows
from wallapp.store.people_rows import PeopleRows
from wallapp.store.postgres import BACKEND, READING
from wallapp.store.postgres_faults import LostRace
from wallapp.store.request_rows import RequestRows
from wallapp.store.scene_rows import SceneRows
from wallapp.store.shared_rows import SharedRows
from wallapp.store.text_rows import FactRows, TextRows
from wallapp.store.time_source import GuardedTime, ServerTime, TimeSource

WRITES = "wallapp_writes"
"""The execution option that makes a SQLite transaction take the right to write at its beginning (engine)."""
CHANNEL = "wallapp_changed"
"""What a writing transaction notifies on PostgreSQL, when it is kept."""

_ALONE_KEY = 0x77616C6D
"""Of the advisory lock of those who write alone on PostgreSQL; any number, always the same."""
_ATTEMPTS = 10
_FIRST_PAUSE_S = 0.01
_PAUSE_MAX_S = 0.5

_Result = TypeVar("_Result")


class StoreUnit:
    """Fulfils services.ports.Unit: the tables, on one connection in one transaction."""

    def __init__(self, connection: Connection, time: TimeSource) -> None:
        self._time = time
        self._topic = ""
        self._has_changed = False
        self.owners = OwnerRows(connection)
        self.cameras = CameraRows(connection)
        self.layouts = LayoutRows(connection)
        self.settings = SettingRows(connection)
        self.people = PeopleRows(connection)
        self.documents = DocumentRows(connection)
        self.requests = RequestRows(connection)
        self.grants = GrantRows(connection)
        self.locks = LockRows(connection)
        self.reviews = ReviewRows(connection)
        self.facts = FactRows(connection)
        self.texts = TextRows(connection)
        self.scenes = SceneRows(connection)
        self.audit = AuditRows(connection)
        self.shared = SharedRows(connection)
        self.logbook = LogRows(connection)

    @property
    def topic(self) -> str:
        """What the change is about; empty where nobody said."""
        return self._topic

    @property
    def has_changed(self) -> bool:
        """Whether a row was written, or somebody said so."""
        return self._has_changed

    def now_at(self) -> datetime:
        """The time to decide by: the server's, or this station's guarded one. Asked anew at each call.

        Raises:
          Unavailable: this station's clock went back; nothing may be decided by it.
        """
        return self._time.now_at()

    def changed(self, topic: str = "") -> None:
        """Wake the other consoles when this is kept. Written rows are noticed without it.

        Args:
          topic: a short word, for those who watch the database.
        """
        self._has_changed = True
        self._topic = topic[:60] or self._topic

    def notice_written(self, *seen: Any) -> None:
        """SQLAlchemy's after_cursor_execute: a statement of ours that changed rows."""
        _connection, cursor, _statement, _parameters, context, _is_many = seen
        if context is not None and (context.isinsert or context.isupdate or context.isdelete):
            # Some drivers answer -1 for what they did not count.
            self._has_changed |= cursor.rowcount != 0


class Store:
    """Fulfils services.ports.UnitSource. Made by `engine.open_store`; close it when the process ends.

    Any thread may ask for a unit; a unit stays on its thread and must not be nested in another.
    """

    def __init__(self, engine: Engine, place: str, *, clock: Clock | None = None) -> None:
        self._engine = engine
        self._place = place
        self._clock = clock or SystemClock()
        self._is_postgres = engine.dialect.name == BACKEND

    @property
    def place(self) -> str:
        """Where it is kept, for a person; holds no password."""
        return self._place

    @property
    def engine(self) -> Engine:
        """For this room alone."""
        return self._engine

    @contextmanager
    def reading(self) -> Iterator[StoreUnit]:
        """A transaction that sees one consistent state and keeps nothing. On PostgreSQL a write is refused.

        Raises:
          Unavailable: the store does not answer.
        """
        options = READING if self._is_postgres else {}
        with translated(self._place, is_reading=True), self._engine.connect() as connection:
            connection = connection.execution_options(**options)
            with connection.begin() as transaction:
                yield StoreUnit(connection, self._time(connection))
                transaction.rollback()

    @contextmanager
    def writing(self, *, alone: bool = False) -> Iterator[StoreUnit]:
        """A transaction that may write; kept when the block ends, undone when it raises.

        On SQLite it is the only one that writes. On PostgreSQL others write too: lock rows, or compare and set.

        Args:
          alone: wait until no other that asked for this is at work, on any station.

        Raises:
          Conflict: a constraint was broken, or another transaction won (`write` tries again by itself).
          Denied: the database's user may not do this.
          RuleBroken: a trigger refuses it.
          Unavailable: full, read-only, locked or not answering. Nothing of it is kept, unless a server was lost at
            the very moment of keeping it: look again.
        """
        with translated(self._place), self._engine.connect() as connection:
            connection = connection.execution_options(**{WRITES: True})
            with connection.begin():
                time = self._time(connection)
                unit = StoreUnit(connection, time)
                event.listen(connection, "after_cursor_execute", unit.notice_written)
                if self._is_postgres and alone:
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ALONE_KEY})
                yield unit
                unit.audit.write_down()
                time.before_commit(has_changed=unit.has_changed)
                if self._is_postgres and unit.has_changed:
                    connection.execute(
                        text("SELECT pg_notify(:channel, :topic)"), {"channel": CHANNEL, "topic": unit.topic}
                    )

    def write(self, work: Callable[[StoreUnit], _Result]) -> _Result:
        """Do `work` in a writing transaction, from its beginning again where it lost a race to another.

        Args:
          work: must read everything anew each time and do nothing outside the unit; called up to ten times.

        Raises:
          Conflict: it lost every time, or a constraint was broken.
          As `writing` else.
        """
        for attempt in range(1, _ATTEMPTS):
            try:
                with self.writing() as unit:
                    return work(unit)
            except LostRace:
                # Full jitter: two that collided would else collide again.
                self._clock.sleep_s(random.uniform(0, min(_PAUSE_MAX_S, _FIRST_PAUSE_S * 2**attempt)))
        with self.writing() as unit:
            return work(unit)

    def accept_clock(self) -> datetime | None:
        """Take this station's clock as right although it went back: for an administrator who has checked it.

        Returns:
          The furthest time that had been kept; None where the server's clock counts and there is nothing to accept.

        Raises:
          As `writing`.
        """
        if self._is_postgres:
            return None
        with translated(self._place), self._engine.connect() as connection:
            connection = connection.execution_options(**{WRITES: True})
            with connection.begin():
                return GuardedTime(connection, self._clock).accept()

    def close(self) -> None:
        """Give all connections back. The store can be used again; it then opens new ones."""
        self._engine.dispose()

    def _time(self, connection: Connection) -> TimeSource:
        return ServerTime(connection) if self._is_postgres else GuardedTime(connection, self._clock)
