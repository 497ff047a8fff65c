"""What the desks of incidents, layers, alarms, levels and the log ask of the store and of the station's outbox.

Lock order: people first, then `SharedTable.hold`, the history's end last, as in services.access_ports.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from wallapp.base.ids import NO_EXERCISE, AccountId, ConflictId, ExerciseId, IncidentId, OperationId, StationName
from wallapp.domain.logbook import LogEntry, LogKind, LogLine
from wallapp.domain.merge import EditConflict, Operation, Settled, Shared, SharedKind


@dataclass(frozen=True, slots=True)
class KeptOperation:
    """An operation as the history has it: only what was taken.

    Attributes:
      refused: the fields that were not taken.
      rev: of the object after it; 0 where there is none.
    """

    seq: int
    operation: Operation
    refused: tuple[str, ...]
    rev: int
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody has an object open at a station, unless they say so no more until then."""

    kind: SharedKind
    entity: str
    account: AccountId
    station: StationName
    until_at: datetime


@dataclass(frozen=True, slots=True)
class LogQuery:
    """Which lines are asked for; what is None or empty is not asked.

    Attributes:
      words: each must stand in the text or the line's other texts, whatever its case and accents.
      before_seq: only older lines, for reading page by page.
      reviews: reviews and corrections too; they are told at the line that they are about anyway.
    """

    exercise: ExerciseId = NO_EXERCISE
    incident: IncidentId | None = None
    kinds: frozenset[LogKind] = frozenset()
    words: str = ""
    since_at: datetime | None = None
    until_at: datetime | None = None
    before_seq: int | None = None
    significant: bool = False
    reviews: bool = False
    limit: int = 200


class ObjectView(Protocol):
    """The shared objects, wherever they are read."""

    def entity(self, kind: SharedKind, entity: str) -> Shared | None:
        """The object, a deleted one too; None where there is none."""
        ...

    def entities(self, kind: SharedKind) -> Sequence[Shared]:
        """All that are not deleted, oldest first."""
        ...


class SharedTable(ObjectView, Protocol):
    """The shared objects, their history, and the changes that were not taken."""

    def hold(self) -> None:
        """Lock the order of changes until the transaction ends: nobody else changes a shared object or the log."""
        ...

    def head(self) -> int:
        """The newest change's place; 0 before the first."""
        ...

    def since(self, seq: int) -> list[Shared]:
        """The objects that were changed after that place, deleted ones too, in the order of their changes."""
        ...

    def next_incident_number(self) -> int:
        """The next short number, given for good. Needs `hold`."""
        ...

    def keep(
        self,
        operation: Operation,
        entity: Shared | None,
        *,
        recorded_at: datetime,
        taken: Sequence[str],
        refused: Sequence[str],
    ) -> Shared | None:
        """Add the operation to the history, and put the object if anything was taken of it. Needs `hold`.

        Returns:
          The object with its new place in the order.
        """
        ...

    def kept(self, operation: OperationId) -> KeptOperation | None:
        """The operation as the history has it; None where it was not kept yet."""
        ...

    def history(self, kind: SharedKind, entity: str) -> list[KeptOperation]:
        """All operations on an object, in order."""
        ...

    def add_conflict(self, conflict: EditConflict) -> None:
        """The same again changes nothing."""
        ...

    def conflicts(self, *, operation: OperationId | None = None, open_only: bool = True) -> list[EditConflict]:
        """Oldest first."""
        ...

    def settle(self, conflict: ConflictId, settled: Settled, by: AccountId, at: datetime) -> bool:
        """False where it was settled already, or is none."""
        ...

    def be_present(self, presence: Presence, *, now_at: datetime) -> None:
        """Put it, and forget those that are over."""
        ...

    def leave(self, presence: Presence) -> None:
        """Forget it."""
        ...

    def present(self, now_at: datetime) -> list[Presence]:
        """Who has what open."""
        ...


class LogTable(Protocol):
    """The log: lines are only added."""

    def append(self, line: LogLine, *, recorded_at: datetime, clock_offset_ms: int = 0) -> LogEntry:
        """Add it at the end; the same line again is the line that is there. Needs `SharedTable.hold`."""
        ...

    def entry(self, seq: int) -> LogEntry | None:
        """The line; None where there is none."""
        ...

    def entries(self, query: LogQuery) -> list[LogEntry]:
        """Newest first, at most `query.limit`. Whether the asking person may read them is not looked at."""
        ...

    def about(self, seqs: Sequence[int]) -> list[LogEntry]:
        """The corrections and reviews of these lines, in order."""
        ...


class SharedUnit(Protocol):
    """The part of a unit that these desks use."""

    @property
    def shared(self) -> SharedTable: ...

    @property
    def logbook(self) -> LogTable: ...


@dataclass(frozen=True, slots=True)
class Pending:
    """Something that was done while the store was lost.

    Attributes:
      number: in the order in which it was done at this station.
      operation: None for a line that a person wrote.
      lines: what the log will say; of an operation only to show it meanwhile.
    """

    number: int
    operation: Operation | None
    lines: tuple[LogLine, ...]


class Outbox(Protocol):
    """What this station keeps beside the shared store: a copy of the objects, and what waits to be sent."""

    def copy(self) -> tuple[int, list[Shared]]:
        """The copy and the place in the order of changes that it stands at."""
        ...

    def keep_copy(self, seq: int, changed: Sequence[Shared], *, afresh: bool = False) -> None:
        """Bring the copy to that place.

        Args:
          afresh: forget all that it held before.
        """
        ...

    def pending(self) -> list[Pending]:
        """In the order in which it was done."""
        ...

    def add(self, operation: Operation | None, lines: Sequence[LogLine]) -> Pending:
        """Keep it; on the disk when this returns.

        Raises:
          Unavailable: this station's disk cannot keep it either.
        """
        ...

    def sent(self, number: int) -> None:
        """Forget it: the store has it."""
        ...
