"""The log of the room: read, searched, written by hand, corrected, reviewed. Any thread but the GUI's.

All other desks write their own lines with what they do, in the same transaction.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from wallapp.base.errors import BadInput, NotFound, Unavailable
from wallapp.base.ids import NO_EXERCISE, AccountId, CameraNumber, EntryId, ExerciseId, IncidentId
from wallapp.domain.logbook import BY_HAND, LogEntry, LogEvent, LogKind, LogLine, checked_text, may_read
from wallapp.domain.merge import SharedKind
from wallapp.domain.permissions import Verb
from wallapp.services.actor import Actor
from wallapp.services.logbook_words import matches
from wallapp.services.shared_acts import found_in
from wallapp.services.shared_done import may_see_incidents
from wallapp.services.shared_ports import LogQuery
from wallapp.services.shared_room import Doing, Look, SharedRoom
from wallapp.services.shared_state import check_right

_AHEAD: Final = timedelta(minutes=1)
_REMEMBERED: Final = 1000
_PAGE: Final = 500


@dataclass(frozen=True, slots=True)
class LineView:
    """A line as the log shows it.

    Attributes:
      author: the person's name; empty where no person wrote it, or the account is not known here.
      corrections: later lines that correct it, oldest first: shown with it, this one struck through.
      significant: what the newest review says; None where nobody reviewed it.
      is_local: it waits at this station until the store is back.
    """

    entry: LogEntry
    author: str = ""
    corrections: tuple[LogEntry, ...] = ()
    significant: bool | None = None
    is_local: bool = False


@dataclass(frozen=True, slots=True)
class NewLine:
    """What a person types. `happened_at` is now where None."""

    text: str
    kind: LogKind = LogKind.OBSERVATION
    incident: IncidentId | None = None
    cameras: frozenset[CameraNumber] = frozenset()
    from_whom: str = ""
    to_whom: str = ""
    means: str = ""
    position: str = ""
    happened_at: datetime | None = None


class Logbook:
    """The log of one namespace."""

    def __init__(self, room: SharedRoom, *, exercise: ExerciseId = NO_EXERCISE) -> None:
        self._room = room
        self._exercise = exercise
        self._remembered: dict[int, LogEntry] = {}
        self._names: Mapping[AccountId, str] = {}

    @property
    def names(self) -> Mapping[AccountId, str]:
        """What people are called, as last read."""
        return self._names

    def lines(self, actor: Actor | None, query: LogQuery | None = None) -> list[LineView]:
        """Newest first, without those that name a camera that this person may not know of.

        While the store is lost: what waits at this station, and what it has read before.

        Args:
          query: its `exercise` is this desk's, whatever it says.

        Raises:
          Denied: their roles see no log.
          Unavailable: the store is lost and this station does not know the person yet.
        """
        asked = replace(query or LogQuery(), exercise=self._exercise)
        look = self._room.look(actor)
        may_see_incidents(look.person)
        waiting = self._waiting(look, asked)
        try:
            return [*waiting, *self._read(look, asked)]
        except Unavailable:
            found = [entry for entry in self._remembered.values() if matches(entry.line, asked)]
            mine = [entry for entry in found if may_read(entry, look.sight.cameras) and _is_before(entry, asked)]
            newest = sorted(mine, key=lambda entry: -entry.seq)[: asked.limit]
            return [*waiting, *self._views(newest, [])]

    def write(self, actor: Actor, new: NewLine, *, entry: EntryId | None = None) -> LogEntry:
        """Add a line by hand; at this station where the store is lost.

        Args:
          entry: its id where the caller made one; the same again is the same line.

        Raises:
          BadInput: it is empty or too long, lies ahead, or is of a kind that nobody types.
          Denied: this person writes no log.
          NotFound: there is no such incident, or no such camera that they may know of.
        """
        identifier = entry or EntryId(str(uuid.uuid4()))
        text = checked_text(new.text)
        if new.kind not in BY_HAND:
            raise BadInput("a line of this kind is written by what it is about")

        def line_of(doing: Doing) -> LogLine:
            person = check_right(doing.person, Verb.WRITE_LOG, self._exercise)
            if new.happened_at is not None and new.happened_at > doing.at + _AHEAD:
                raise BadInput("the log says what has happened; this time lies ahead")
            for camera in new.cameras:
                doing.sight.camera(camera)
            if new.incident is not None:
                found_in(doing.view, SharedKind.INCIDENT, new.incident, self._exercise)
            return LogLine(
                id=identifier,
                kind=new.kind,
                happened_at=new.happened_at or doing.at,
                actor=person.account,
                station=actor.station,
                text=text,
                org=person.organisation,
                position=new.position.strip(),
                from_whom=new.from_whom.strip(),
                to_whom=new.to_whom.strip(),
                means=new.means.strip(),
                incident=new.incident,
                cameras=new.cameras,
                exercise=self._exercise,
            )

        return self._room.write_line(actor, line_of)

    def correct(self, actor: Actor, seq: int, text: str) -> LogEntry:
        """Say what a line should have said; the line itself stays as it was written.

        Raises:
          NotFound: there is no such line that this person may read.
          RuleBroken: it is a correction or a review itself.
          BadInput, Denied: as `write`.
          Unavailable: the store is lost.
        """
        typed = checked_text(text)
        return self._about(actor, seq, Verb.WRITE_LOG, LogKind.CORRECTION, LogEvent.CORRECTED, typed)

    def review(self, actor: Actor, seq: int, *, significant: bool) -> LogEntry:
        """Say whether a line is significant; a later review counts more. Raises as `correct`."""
        text = "significant" if significant else "not significant"
        return self._about(
            actor, seq, Verb.REVIEW_LOG, LogKind.REVIEW, LogEvent.REVIEWED, text, significant=significant
        )

    def _about(
        self,
        actor: Actor,
        seq: int,
        verb: Verb,
        kind: LogKind,
        event: LogEvent,
        text: str,
        *,
        significant: bool | None = None,
    ) -> LogEntry:
        identifier = EntryId(str(uuid.uuid4()))
        look = self._room.look(actor)
        with self._room.store.reading() as unit:
            found = unit.logbook.entry(seq)
        if found is None or found.line.exercise != self._exercise or not may_read(found, look.sight.cameras):
            raise NotFound(f"there is no line {seq} in the log; look again")
        if found.line.about is not None:
            raise BadInput("this line is a correction or a review; name the line that it is about")

        def line_of(doing: Doing) -> LogLine:
            person = check_right(doing.person, verb, self._exercise)
            return LogLine(
                id=identifier,
                kind=kind,
                happened_at=doing.at,
                actor=person.account,
                station=actor.station,
                text=text,
                event=event,
                org=person.organisation,
                incident=found.line.incident,
                cameras=found.line.cameras,
                about=seq,
                significant=significant,
                exercise=self._exercise,
            )

        return self._room.write_line(actor, line_of)

    def _read(self, look: Look, asked: LogQuery) -> list[LineView]:
        """Page by page: what a person may not read does not shorten what they are shown."""
        found: list[LogEntry] = []
        before_seq = asked.before_seq
        with self._room.store.reading() as unit:
            self._names = {person.account: person.name for person in unit.people.people()}
            while len(found) < asked.limit:
                page = unit.logbook.entries(replace(asked, before_seq=before_seq, limit=min(_PAGE, asked.limit)))
                found += [entry for entry in page if may_read(entry, look.sight.cameras)]
                if len(page) < min(_PAGE, asked.limit):
                    break
                before_seq = page[-1].seq
            found = found[: asked.limit]
            about = unit.logbook.about([entry.seq for entry in found])
        self._remember([*found, *about])
        return self._views(found, about)

    def _remember(self, entries: Iterable[LogEntry]) -> None:
        self._remembered.update((entry.seq, entry) for entry in entries)
        for seq in sorted(self._remembered)[:-_REMEMBERED]:
            del self._remembered[seq]

    def _views(self, entries: Sequence[LogEntry], about: Sequence[LogEntry]) -> list[LineView]:
        corrections: dict[int, list[LogEntry]] = {}
        reviews: dict[int, bool | None] = {}
        for entry in about or self._remembered.values():
            if entry.line.about is None:
                continue
            if entry.line.kind is LogKind.CORRECTION:
                corrections.setdefault(entry.line.about, []).append(entry)
            else:
                reviews[entry.line.about] = entry.line.significant
        return [
            LineView(
                entry,
                self._names.get(entry.line.actor, "") if entry.line.actor is not None else "",
                tuple(corrections.get(entry.seq, ())),
                reviews.get(entry.seq),
            )
            for entry in entries
        ]

    def _waiting(self, look: Look, asked: LogQuery) -> list[LineView]:
        """What this station did while the store is lost, newest first."""
        if asked.before_seq is not None or asked.significant:
            return []
        lines = [line for pending in self._room.pending() for line in pending.lines]
        entries = [LogEntry(0, line, line.happened_at) for line in reversed(lines) if matches(line, asked)]
        return [LineView(entry, is_local=True) for entry in entries if may_read(entry, look.sight.cameras)]


def _is_before(entry: LogEntry, asked: LogQuery) -> bool:
    return asked.before_seq is None or entry.seq < asked.before_seq
