"""The log as it leaves the window: the lines that a person may read, with all that a reader on paper needs. Any
thread but the GUI's."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from wallapp.base.errors import Denied
from wallapp.base.ids import AccountId, CameraNumber, EntryId, ExerciseId, IncidentId, StationName
from wallapp.domain.logbook import LogEntry, LogEvent, LogKind, LogLine
from wallapp.domain.permissions import Verb, may
from wallapp.services.actor import Actor
from wallapp.services.logbook import LineView
from wallapp.services.shared_ports import LogQuery
from wallapp.services.shared_room import Doing
from wallapp.services.situation import SituationDesks

LINES_MOST: Final = 20_000
"""Of one copy; a longer log is copied by its days."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who made a paper, where and when.

    Attributes:
      exercise: the drill that it belongs to; NO_EXERCISE is real.
      is_lost: the store did not answer: what others did meanwhile is not in it.
    """

    name: str
    station: StationName
    made_at: datetime
    exercise: ExerciseId
    is_lost: bool = False


@dataclass(frozen=True, slots=True)
class LogPaper:
    """A copy of the log.

    Attributes:
      lines: oldest first; what waits at this station last.
      numbers: of the incidents that lines name.
      names: what the people are called who wrote lines and corrections.
      is_cut: there are older lines than LINES_MOST ago, which are not in it.
    """

    lines: tuple[LineView, ...]
    query: LogQuery
    signature: Signature
    numbers: Mapping[IncidentId, int] = field(default_factory=dict)
    names: Mapping[AccountId, str] = field(default_factory=dict)
    is_cut: bool = False

    def who(self, line: LogLine) -> str:
        """Who wrote it; empty where no person did, or nobody here knows them."""
        return self.names.get(line.actor, "") if line.actor is not None else ""

    def number(self, line: LogLine) -> int | None:
        """Of the incident that it is about; None where it is about none that has one."""
        return self.numbers.get(line.incident) if line.incident is not None else None


def log_paper(
    desks: SituationDesks, actor: Actor, query: LogQuery | None = None, *, most: int = LINES_MOST
) -> LogPaper:
    """All lines that are asked for and that this person may read.

    Args:
      query: its limit is not looked at.

    Raises:
      Denied: their roles see no log.
      Unavailable: the store is lost and this station does not know the person yet.
    """
    asked = query or LogQuery()
    found = desks.log.lines(actor, replace(asked, limit=most + 1))
    incidents = desks.incidents.incidents(actor, open_only=False)
    return LogPaper(
        lines=tuple(sorted(found[:most], key=_place)),
        query=asked,
        signature=signature(desks, actor),
        numbers={view.incident.id: view.incident.number for view in incidents if view.incident.number},
        names=dict(desks.log.names),
        is_cut=len(found) > most,
    )


def signature(desks: SituationDesks, actor: Actor) -> Signature:
    """For a paper that this person makes now. Raises as `log_paper`."""
    look = desks.room.look(actor)
    name = look.person.name if look.person is not None else ""
    return Signature(name, actor.station, look.now_at, desks.exercise, is_lost=look.is_lost)


class Left(StrEnum):
    """What a person wrote to a file."""

    LOG_CSV = "log_csv"
    LOG_PDF = "log_pdf"
    BRIEFING = "briefing"
    CAP = "cap"
    COT = "cot"
    GEOJSON = "geojson"


_TEXTS: Final = {
    Left.LOG_CSV: "the log was written to a table",
    Left.LOG_PDF: "the log was written to a PDF",
    Left.BRIEFING: "a briefing was written",
    Left.CAP: "a CAP message was written",
    Left.COT: "the situation was written as Cursor on Target",
    Left.GEOJSON: "layers were written as GeoJSON",
}


def note_left(
    desks: SituationDesks,
    actor: Actor,
    what: Left,
    file_name: str,
    *,
    incident: IncidentId | None = None,
    cameras: frozenset[CameraNumber] = frozenset(),
) -> LogEntry:
    """Say in the log that something left the window; before it does.

    Args:
      cameras: whose pictures are in it: who may not know of one of them does not see the line.

    Raises:
      Denied: this person sees no incidents.
    """
    identifier = EntryId(str(uuid.uuid4()))

    def line_of(doing: Doing) -> LogLine:
        person = doing.signed_in()
        if not may(person.roles, Verb.SEE_INCIDENTS):
            raise Denied("incidents are not among what your roles see; ask an administrator")
        return LogLine(
            id=identifier,
            kind=LogKind.SYSTEM,
            happened_at=doing.at,
            actor=person.account,
            station=actor.station,
            text=f"{_TEXTS[what]}: {file_name}",
            event=LogEvent.FILE_LEFT,
            facts={"what": what.value, "file": file_name},
            org=person.organisation,
            incident=incident,
            cameras=cameras,
            exercise=desks.exercise,
        )

    return desks.room.write_line(actor, line_of)


def _place(view: LineView) -> tuple[bool, int, datetime]:
    return view.is_local, view.entry.seq, view.entry.line.happened_at
