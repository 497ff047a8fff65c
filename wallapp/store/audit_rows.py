"""The history as rows: entries are added and never touched again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import Connection, func, insert, select, true

from wallapp.base.canonical import canonical, parse
from wallapp.base.ids import OwnerName, StationName
from wallapp.domain.audit import AuditEntry, AuditEvent
from wallapp.services.access_ports import AuditQuery
from wallapp.store.access_schema import AUDIT_ENTRY, AUDIT_HEAD
from wallapp.store.faults import known
from wallapp.store.postgres import BACKEND
from wallapp.store.rows import all_rows


def entry_to_row(entry: AuditEntry) -> dict[str, Any]:
    """Column values by name, without the place in the history."""
    return {
        "at": entry.at,
        "event": entry.event.value,
        "actor": entry.actor,
        "station": entry.station,
        "subject": entry.subject,
        "owner": entry.owner,
        "facts": canonical(entry.facts).decode(),
    }


def entry_from_row(row: Mapping[str, Any]) -> AuditEntry:
    """The value of a row. Raises BadInput where a newer wallapp wrote its event."""
    facts = cast("Mapping[str, str | int | bool | list[str] | list[int]]", parse(row["facts"].encode()))
    return AuditEntry(
        known(AuditEvent, row["event"]),
        row["at"],
        row["actor"],
        StationName(row["station"]),
        row["subject"],
        OwnerName(row["owner"]),
        facts,
    )


class AuditRows:
    """Fulfils services.access_ports.AuditTable on one connection.

    Entries are written when the transaction ends: the history's end is one row, locked by whoever adds to it, and
    a transaction that held it while it still waited for another row would deadlock with the next.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: list[dict[str, Any]] = []

    def append(self, entry: AuditEntry) -> None:
        """Written as the transaction's last act, or the transaction fails."""
        self._waiting.append(entry_to_row(entry))

    def entries(self, query: AuditQuery) -> list[AuditEntry]:
        """Newest first; of this transaction's own, those that were written already."""
        found = select(AUDIT_ENTRY).where(
            AUDIT_ENTRY.c.owner == query.owner if query.owner is not None else true(),
            AUDIT_ENTRY.c.subject == query.subject if query.subject else true(),
            AUDIT_ENTRY.c.at >= query.since if query.since is not None else true(),
        )
        ordered = found.order_by(AUDIT_ENTRY.c.seq.desc()).limit(query.limit)
        return [entry_from_row(row) for row in all_rows(self._connection, ordered)]

    def write_down(self) -> None:
        """Write what waits, holding the history's end from here on. By the unit, before it is kept."""
        if not self._waiting:
            return
        is_postgres = self._connection.dialect.name == BACKEND
        # A station's role may not lock the row itself: it may not change it.
        head = select(func.wallapp_audit_head()) if is_postgres else select(AUDIT_HEAD.c.seq)
        last = int(self._connection.execute(head).scalar_one())
        rows = [{"seq": last + number, **row} for number, row in enumerate(self._waiting, start=1)]
        self._waiting.clear()
        self._connection.execute(insert(AUDIT_ENTRY), rows)
