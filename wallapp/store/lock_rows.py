"""Locks as rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update

from wallapp.base.ids import AccountId
from wallapp.domain.access import Lock, LockKind
from wallapp.store.access_schema import LOCK
from wallapp.store.faults import known
from wallapp.store.rows import add_or_conflict, all_rows


def lock_to_row(lock: Lock) -> dict[str, Any]:
    """Column values by name."""
    return {
        "id": lock.lock,
        "kind": lock.kind.value,
        "target": lock.target,
        "made_by": lock.by,
        "reason": lock.reason,
        "made_at": lock.made_at,
        "lifted_at": lock.lifted_at,
    }


def lock_from_row(row: Mapping[str, Any]) -> Lock:
    """The value of a row. Raises BadInput where a newer wallapp wrote its kind."""
    return Lock(
        row["id"],
        known(LockKind, row["kind"]),
        row["target"],
        AccountId(row["made_by"]),
        row["reason"],
        row["made_at"],
        lifted_at=row["lifted_at"],
    )


class LockRows:
    """Fulfils services.access_ports.LockTable on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def locks_in_force(self) -> list[Lock]:
        """Oldest first."""
        statement = select(LOCK).where(LOCK.c.lifted_at.is_(None)).order_by(LOCK.c.made_at, LOCK.c.id)
        return [lock_from_row(row) for row in all_rows(self._connection, statement)]

    def add_lock(self, lock: Lock) -> None:
        """Raises Conflict where there is one of this id."""
        add_or_conflict(self._connection, LOCK, lock_to_row(lock), taken="this lock is there already; look again")

    def lift(self, lock: str, at: datetime) -> bool:
        """False where it is lifted already."""
        in_force = (LOCK.c.id == lock) & LOCK.c.lifted_at.is_(None)
        return self._connection.execute(update(LOCK).where(in_force).values(lifted_at=at)).rowcount == 1
