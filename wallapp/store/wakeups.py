"""Waking this process when another one has kept a change: one thread, one connection of its own.

On PostgreSQL it listens; a notification can be lost (a reconnect, a pooler between), so that a slow poll stands
behind it always. SQLite has no notifications: a counter in its file's header moves with each kept change.
"""

from __future__ import annotations

import logging
import random
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import psycopg

from wallapp.base.clock import Clock, SystemClock
from wallapp.base.errors import Unavailable, WallError
from wallapp.services.ports import Wakeups
from wallapp.store.faults import translated
from wallapp.store.postgres import BACKEND
from wallapp.store.unit_of_work import CHANNEL, Store

LOG = logging.getLogger("wallapp.store.wakeups")
_JOIN_S = 10.0


@dataclass(frozen=True, slots=True)
class Pace:
    """How often things are done.

    Attributes:
      poll_s: a wake-up at least so often while the store answers.
      heartbeat_s: PostgreSQL is asked for a sign of life so often.
      look_s: SQLite's counter is read, and the end of the thread is looked for, so often.
      retry_min_s, retry_max_s: the pauses between attempts to connect again, doubling.
    """

    poll_s: float = 10.0
    heartbeat_s: float = 2.0
    look_s: float = 0.25
    retry_min_s: float = 1.0
    retry_max_s: float = 30.0


class _Ear(Protocol):
    """An open connection that hears of changes."""

    def heard(self, stopping: threading.Event) -> bool:
        """Wait for a short while. Whether something was kept."""
        ...

    def close(self) -> None:
        """Give the connection up, whatever state it is in."""
        ...


class StoreWakeups:
    """Fulfils services.ports.Wakeups; made by `wakeups_of`."""

    def __init__(self, store: Store, *, pace: Pace | None = None, clock: Clock | None = None) -> None:
        self._store = store
        self._pace = pace or Pace()
        self._clock = clock or SystemClock()
        self._stopping = threading.Event()
        self._is_reachable = True
        self._changed: Callable[[], None] = _nothing
        self._reachable: Callable[[bool], None] = _nothing_of
        self._thread: threading.Thread | None = None

    @property
    def is_reachable(self) -> bool:
        """As the port's."""
        return self._is_reachable

    def start(self, changed: Callable[[], None], *, reachable: Callable[[bool], None]) -> None:
        """As the port's."""
        self._changed, self._reachable = changed, reachable
        self._thread = threading.Thread(target=self._run, name="wallapp-wakeups", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """As the port's. Waits for a connection that is being tried."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(_JOIN_S)

    def _run(self) -> None:
        failures = 0
        while not self._stopping.is_set():
            try:
                with translated(self._store.place):
                    ear = self._open()
                    failures = 0
                    self._listen(ear)
            except WallError as error:
                self._tell_reachable(False, str(error))
                self._stopping.wait(self._pause_s(failures))
                failures += 1

    def _open(self) -> _Ear:
        # Out of the pool: it holds the engine's settings, and a session that listens may not be lent to a unit.
        pooled = self._store.engine.raw_connection()
        pooled.detach()
        connection = pooled.dbapi_connection
        if self._store.engine.dialect.name == BACKEND and isinstance(connection, psycopg.Connection):
            return _PostgresEar(connection, self._pace, self._clock)
        if isinstance(connection, sqlite3.Connection):
            return _SqliteEar(connection, self._pace)
        raise Unavailable("this store cannot tell of changes")

    def _listen(self, ear: _Ear) -> None:
        try:
            self._tell_reachable(True, "")
            # What was kept before the connection stood was not heard.
            self._tell_changed()
            told_mono_s = self._clock.mono_s()
            while not self._stopping.is_set():
                is_due = self._clock.mono_s() - told_mono_s >= self._pace.poll_s
                if ear.heard(self._stopping) or is_due:
                    self._tell_changed()
                    told_mono_s = self._clock.mono_s()
        finally:
            ear.close()

    def _tell_changed(self) -> None:
        if self._stopping.is_set():
            return
        try:
            self._changed()
        except WallError as error:
            # Its own business: the store may be lost at this moment. The poll comes again.
            LOG.warning("what was woken could not look: %s", error)

    def _tell_reachable(self, is_reachable: bool, why: str) -> None:
        if is_reachable == self._is_reachable or self._stopping.is_set():
            return
        self._is_reachable = is_reachable
        if is_reachable:
            LOG.info("the store answers again: %s", self._store.place)
        else:
            LOG.warning("store lost: %s", why)
        self._reachable(is_reachable)

    def _pause_s(self, failures: int) -> float:
        longest_s = min(self._pace.retry_max_s, self._pace.retry_min_s * 2 ** min(failures, 10))
        # Twenty consoles must not come back in step.
        return random.uniform(self._pace.retry_min_s, max(self._pace.retry_min_s, longest_s))


class _PostgresEar:
    """Listens, and asks for a sign of life: a server that vanished sends no end."""

    def __init__(self, connection: psycopg.Connection[Any], pace: Pace, clock: Clock) -> None:
        self._connection = connection
        self._pace = pace
        self._clock = clock
        try:
            connection.autocommit = True
            connection.execute(f"LISTEN {CHANNEL}")
        except BaseException:
            connection.close()
            raise
        self._asked_mono_s = clock.mono_s()

    def heard(self, stopping: threading.Event) -> bool:
        heard = bool(list(self._connection.notifies(timeout=self._pace.look_s, stop_after=1)))
        # All that came meanwhile count as one.
        while heard and list(self._connection.notifies(timeout=0)):
            pass
        if self._clock.mono_s() - self._asked_mono_s >= self._pace.heartbeat_s:
            self._connection.execute("SELECT 1")
            self._asked_mono_s = self._clock.mono_s()
        return heard

    def close(self) -> None:
        self._connection.close()


class _SqliteEar:
    """Reads the counter that each kept change of another connection moves."""

    def __init__(self, connection: sqlite3.Connection, pace: Pace) -> None:
        self._connection = connection
        self._pace = pace
        self._version = self._read()

    def heard(self, stopping: threading.Event) -> bool:
        stopping.wait(self._pace.look_s)
        version = self._read()
        heard, self._version = version != self._version, version
        return heard

    def close(self) -> None:
        self._connection.close()

    def _read(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])


def wakeups_of(store: Store) -> Wakeups:
    """Those of this store, not started yet. Close them before the store."""
    return StoreWakeups(store)


def _nothing() -> None:
    """Before the start nobody is told."""


def _nothing_of(_is_reachable: bool) -> None:
    """Before the start nobody is told."""
