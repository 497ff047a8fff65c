"""What time it is, for decisions: the server's clock on PostgreSQL, a guarded wall clock on SQLite.

PostgreSQL's now() is the transaction's beginning; waiting for a lock it would go stale and approve what has
expired. clock_timestamp() is asked at each call. A SQLite station has only its own wall clock, which a person
can set back to make a grant last: the furthest time that was ever kept is remembered beside the data.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Protocol

from sqlalchemy import BigInteger, CheckConstraint, Column, Connection, Integer, Table, select, text, update

from wallapp.base.clock import Clock
from wallapp.base.errors import Bug, Unavailable
from wallapp.store.schema import METADATA

CLOCK_GUARD = Table(
    "clock_guard",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("high_us", BigInteger, nullable=False),
    CheckConstraint("number = 1", name="number"),
)
"""One row: the furthest time that was kept, in microseconds since 1970 UTC; 0 where none was. SQLite only."""

STEP_BACK_S = 2.0
"""How far the wall clock may be behind the furthest time kept: what keeping it set by NTP can do."""
_LAG_S = 10.0
"""How far the mark may lag where nothing is written: raising it at each look would wake all other consoles."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class TimeSource(Protocol):
    """The time within one transaction."""

    def now_at(self) -> datetime:
        """Aware, UTC; asked anew at each call."""
        ...

    def before_commit(self, *, has_changed: bool) -> None:
        """Called by a writing transaction as its last act."""
        ...


class ServerTime:
    """PostgreSQL's own clock: the same for all stations."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def now_at(self) -> datetime:
        """As TimeSource."""
        now_at = self._connection.execute(text("SELECT clock_timestamp()")).scalar_one()
        if not isinstance(now_at, datetime) or now_at.tzinfo is None:
            raise Bug("the store's server gave no time; please report this")
        return now_at.astimezone(UTC)

    def before_commit(self, *, has_changed: bool) -> None:
        """Nothing to keep."""


class GuardedTime:
    """This machine's wall clock, refused where it went back behind what was kept."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock
        self._kept_us: int | None = None
        self._high_us = 0

    def now_at(self) -> datetime:
        """As TimeSource; within a transaction, and behind the mark, it never goes back.

        Raises:
          Unavailable: the wall clock is more than STEP_BACK_S behind a time that was kept.
        """
        kept_us = self._kept()
        now_us = _us(self._clock.now_at())
        behind_s = (kept_us - now_us) / 1e6
        if behind_s > STEP_BACK_S:
            raise Unavailable(
                f"this station's clock went back by {behind_s:.0f} s; nothing can be decided until it is set right"
            )
        self._high_us = max(self._high_us, kept_us, now_us)
        return _EPOCH + timedelta(microseconds=self._high_us)

    def before_commit(self, *, has_changed: bool) -> None:
        """Raise the mark where something is kept with it, or where it lags."""
        now_us = max(self._high_us, _us(self._clock.now_at()))
        if now_us > self._kept() and (has_changed or now_us - self._kept() > _LAG_S * 1e6):
            self.keep(now_us)

    def keep(self, high_us: int) -> None:
        """Set the mark, back as well."""
        self._connection.execute(update(CLOCK_GUARD).values(high_us=high_us))

    def accept(self) -> datetime:
        """Take the wall clock as it is. Returns what was the mark."""
        kept_us = self._kept()
        self.keep(_us(self._clock.now_at()))
        return _EPOCH + timedelta(microseconds=kept_us)

    def _kept(self) -> int:
        if self._kept_us is None:
            self._kept_us = self._connection.execute(select(CLOCK_GUARD.c.high_us)).scalar_one()
        return self._kept_us


def _us(at: datetime) -> int:
    return (at - _EPOCH) // timedelta(microseconds=1)
