"""The checklist that a crisis level brings: who has done which line of it. Any thread but the GUI's.

Each tick, and each one taken back, is a line of the log; the log is where all stations read them from.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from wallapp.base.errors import RuleBroken
from wallapp.base.ids import NO_EXERCISE, AccountId, ActivationId, EntryId, ExerciseId
from wallapp.domain.crisis_level import Activation, LevelScope
from wallapp.domain.logbook import LogEntry, LogEvent, LogKind, LogLine
from wallapp.domain.permissions import Verb
from wallapp.services.actor import Actor
from wallapp.services.logbook import LineView, Logbook
from wallapp.services.shared_acts import activation_in
from wallapp.services.shared_ports import LogQuery
from wallapp.services.shared_room import Doing, SharedRoom
from wallapp.services.shared_state import check_right

_LINES: Final = 500
_CLOCKS_APART: Final = timedelta(minutes=5)
"""A station whose clock is behind the store's writes of a time before the level began."""


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One line of the checklist in force.

    Attributes:
      number: its place from 0.
      ticked_at: None while it is still to be done.
      is_local: the tick waits at this station until the store is back.
    """

    activation: ActivationId
    number: int
    text: str
    ticked_by: AccountId | None = None
    ticked_at: datetime | None = None
    is_local: bool = False

    @property
    def is_done(self) -> bool:
        """Whether somebody has done it."""
        return self.ticked_at is not None


class Checklist:
    """The site's checklist of one namespace. A level that follows another begins with nothing ticked."""

    def __init__(self, room: SharedRoom, log: Logbook, *, exercise: ExerciseId = NO_EXERCISE) -> None:
        self._room, self._log, self._exercise = room, log, exercise

    def items(self, actor: Actor | None, activation: Activation | None) -> list[CheckItem]:
        """In order; empty where the level in force brings none.

        Raises:
          Denied: their roles see no log.
          Unavailable: the store is lost and this station does not know the person yet.
        """
        if activation is None or not activation.request.bindings.checklist:
            return []
        query = LogQuery(
            kinds=frozenset({LogKind.LEVEL}),
            words=activation.request.id,
            since_at=activation.began_at - _CLOCKS_APART,
            limit=_LINES,
        )
        newest: dict[str, LineView] = {}
        for view in self._log.lines(actor, query):
            line = view.entry.line
            if line.event in (LogEvent.CHECK_DONE, LogEvent.CHECK_UNDONE):
                newest.setdefault(line.facts.get("check", ""), view)
        return [
            _item(activation.request.id, number, text, newest.get(str(number)))
            for number, text in enumerate(activation.request.bindings.checklist)
        ]

    def tick(self, actor: Actor, item: CheckItem, *, done: bool) -> LogEntry:
        """Say that a line of it is done, or that it is not after all; at this station where the store is lost.

        Raises:
          RuleBroken: the level that brought it is over.
          Denied: this person writes no log.
        """
        identifier = EntryId(str(uuid.uuid4()))

        def line_of(doing: Doing) -> LogLine:
            person = check_right(doing.person, Verb.WRITE_LOG, self._exercise)
            activation = activation_in(doing.view, LevelScope(), self._exercise)
            if activation is None or activation.request.id != item.activation:
                raise RuleBroken("the level that brought this checklist is over; look at the one in force")
            level, word = activation.level.value, "done" if done else "not done after all"
            return LogLine(
                id=identifier,
                kind=LogKind.LEVEL,
                happened_at=doing.at,
                actor=person.account,
                station=actor.station,
                text=f"checklist of level {level}, {word}: {item.text}",
                event=LogEvent.CHECK_DONE if done else LogEvent.CHECK_UNDONE,
                facts={"level": level, "check": str(item.number), "item": item.text, "activation": item.activation},
                org=person.organisation,
                incident=activation.request.incident,
                exercise=self._exercise,
            )

        return self._room.write_line(actor, line_of)


def _item(activation: ActivationId, number: int, text: str, newest: LineView | None) -> CheckItem:
    if newest is None or newest.entry.line.event is not LogEvent.CHECK_DONE:
        return CheckItem(activation, number, text)
    line = newest.entry.line
    return CheckItem(activation, number, text, line.actor, line.happened_at, newest.is_local)
