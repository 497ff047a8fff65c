"""The log as rows: lines are added and never touched again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, insert, select, true, update
from sqlalchemy import func as sql

from wallapp.domain.logbook import LogEntry, LogKind, LogLine
from wallapp.services.logbook_words import folded, searched
from wallapp.services.shared_ports import LogQuery
from wallapp.store.rows import all_rows, first_row
from wallapp.store.shared_json import value_from_json, value_to_json
from wallapp.store.shared_schema import LOG_ENTRY, SHARED_HEAD

_ABOUT_OTHERS = (LogKind.CORRECTION.value, LogKind.REVIEW.value)


def entry_to_row(entry: LogEntry) -> dict[str, Any]:
    """Column values by name."""
    line = entry.line
    return {
        "seq": entry.seq,
        "id": line.id,
        "exercise": line.exercise,
        "kind": line.kind.value,
        "event": line.event.value,
        "happened_at": line.happened_at,
        "recorded_at": entry.recorded_at,
        "clock_offset_ms": entry.clock_offset_ms,
        "actor": line.actor,
        "station": line.station,
        "text": line.text,
        "text_folded": searched(line),
        "incident": line.incident,
        "about": line.about,
        "significant": line.significant,
        "body": value_to_json(line),
    }


def entry_from_row(row: Mapping[str, Any]) -> LogEntry:
    """The value of a row."""
    line = value_from_json(row["body"], LogLine)
    return LogEntry(row["seq"], line, row["recorded_at"], row["clock_offset_ms"])


class LogRows:
    """Fulfils services.shared_ports.LogTable on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def append(self, line: LogLine, *, recorded_at: datetime, clock_offset_ms: int = 0) -> LogEntry:
        """At the end; the same line again is the line that is there."""
        there = self._entry(LOG_ENTRY.c.id == line.id)
        if there is not None:
            return there
        seq = int(self._connection.execute(select(SHARED_HEAD.c.log_seq)).scalar_one()) + 1
        self._connection.execute(update(SHARED_HEAD).values(log_seq=seq))
        row = entry_to_row(LogEntry(seq, line, recorded_at, clock_offset_ms))
        self._connection.execute(insert(LOG_ENTRY).values(row))
        return entry_from_row(row)

    def entry(self, seq: int) -> LogEntry | None:
        """The line; None where there is none."""
        return self._entry(LOG_ENTRY.c.seq == seq)

    def entries(self, query: LogQuery) -> list[LogEntry]:
        """Newest first."""
        found = select(LOG_ENTRY).where(
            LOG_ENTRY.c.exercise == query.exercise,
            LOG_ENTRY.c.incident == query.incident if query.incident is not None else true(),
            LOG_ENTRY.c.kind.in_([kind.value for kind in query.kinds]) if query.kinds else true(),
            LOG_ENTRY.c.happened_at >= query.since_at if query.since_at is not None else true(),
            LOG_ENTRY.c.happened_at < query.until_at if query.until_at is not None else true(),
            LOG_ENTRY.c.seq < query.before_seq if query.before_seq is not None else true(),
            *(LOG_ENTRY.c.text_folded.contains(word, autoescape=True) for word in folded(query.words).split()),
            true() if query.reviews else LOG_ENTRY.c.kind.not_in(_ABOUT_OTHERS),
            _is_significant() if query.significant else true(),
        )
        ordered = found.order_by(LOG_ENTRY.c.seq.desc()).limit(query.limit)
        return [entry_from_row(row) for row in all_rows(self._connection, ordered)]

    def about(self, seqs: Sequence[int]) -> list[LogEntry]:
        """Corrections and reviews of these lines, in order."""
        found: list[LogEntry] = []
        for start in range(0, len(seqs), 500):
            part = seqs[start : start + 500]
            statement = select(LOG_ENTRY).where(LOG_ENTRY.c.about.in_(part)).order_by(LOG_ENTRY.c.seq)
            found += [entry_from_row(row) for row in all_rows(self._connection, statement)]
        return found

    def _entry(self, condition: ColumnElement[bool]) -> LogEntry | None:
        row = first_row(self._connection, select(LOG_ENTRY).where(condition))
        return None if row is None else entry_from_row(row)


def _is_significant() -> ColumnElement[bool]:
    """The newest review of the line says so."""
    review, told = LOG_ENTRY.alias(), LOG_ENTRY.alias()
    of_line = and_(review.c.about == LOG_ENTRY.c.seq, review.c.kind == LogKind.REVIEW.value)
    newest = select(sql.max(review.c.seq)).where(of_line).correlate(LOG_ENTRY).scalar_subquery()
    says = select(told.c.seq).where(told.c.seq == newest, told.c.significant.is_(true()))
    return exists(says.correlate(LOG_ENTRY))
