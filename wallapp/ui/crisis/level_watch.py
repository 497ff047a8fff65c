"""Compares the crisis level now with what it was, and says what a person must not miss."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from wallapp.domain.crisis_level import Activation, LevelAlarm, LevelRequest
from wallapp.domain.logbook import LogEvent
from wallapp.domain.permissions import Verb
from wallapp.services.crisis import LevelView
from wallapp.ui.access.marks import Severity
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.level_words import SEVERITIES, apart, level_called, person_name
from wallapp.ui.crisis.words import short_time


class LevelWatch(QObject):
    """GUI thread. The first reading says only what waits for this person.

    Signals: `noticed` (key, Severity, text); `settled` (key): it is over by itself.
    """

    noticed = Signal(str, object, str)
    settled = Signal(str)

    def __init__(self, board: SituationBoard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._before: LevelView | None = None
        actor = board.rooms.actor
        self._me = actor.account if actor is not None else None
        board.changed.connect(self.follow)

    def follow(self) -> None:
        """Look at the newest reading."""
        if not self._board.is_read:
            return
        now, before = self._board.situation.level, self._before
        self._before = now
        if now == before:
            return
        if before is not None and _id(now.activation) != _id(before.activation) and now.activation is not None:
            self._tell_begun(now.activation, before)
        self._follow_asked(now, before)
        self._follow_ratification(now)
        self._follow_review(now, before)

    def _tell_begun(self, begun: Activation, before: LevelView) -> None:
        request = begun.request
        # Who pressed the button has seen it happen.
        by = begun.approved_by if begun.approved_by is not None else request.requested_by
        if before.activation is not None:
            self.settled.emit(f"level {before.activation.request.id}")
        if by == self._me and self._me is not None:
            return
        text = self.tr("Crisis level {level} is in force: {reason}")
        severity = SEVERITIES[begun.level]
        text = text.format(level=level_called(begun.level), reason=apart(request.reason))
        self.noticed.emit(f"level {request.id}", severity, text)

    def _follow_asked(self, now: LevelView, before: LevelView | None) -> None:
        asked, earlier = now.asked, before.asked if before is not None else None
        if earlier is not None and (asked is None or asked.id != earlier.id):
            self.settled.emit(f"asked {earlier.id}")
            if earlier.requested_by == self._me and _id(now.activation) != earlier.id:
                self._tell_refused(earlier)
        if asked is None or asked.requested_by == self._me or not self._board.rooms.may(Verb.AGREE_TO_LEVEL):
            return
        text = self.tr("{who} asks for crisis level {level}: {reason}. A second person must agree")
        who = person_name(asked.requested_by, self._board.situation.names)
        text = text.format(who=apart(who), level=level_called(asked.level), reason=apart(asked.reason))
        self.noticed.emit(f"asked {asked.id}", Severity.HIGH, text)

    def _tell_refused(self, request: LevelRequest) -> None:
        lines = (view.entry.line for view in self._board.situation.lines)
        off = next((line for line in lines if line.event is LogEvent.LEVEL_ASKED_OFF), None)
        if off is None or off.actor == self._me:  # overtaken by another level, or taken back by oneself
            return
        who = person_name(off.actor, self._board.situation.names)
        level, why = level_called(request.level), off.facts.get("answer", "")
        text = (
            self.tr("{who} refused crisis level {level}: {reason}") if why else self.tr("{who} refused level {level}")
        )
        self.noticed.emit(
            f"refused {request.id}", Severity.MEDIUM, text.format(who=apart(who), level=level, reason=apart(why))
        )

    def _follow_ratification(self, now: LevelView) -> None:
        activation = now.activation
        if activation is None:
            return
        key = f"ratify {activation.request.id}"
        if activation.approved_by is not None or activation.ratify_by_at is None:
            self.settled.emit(key)
            return
        if activation.request.requested_by == self._me or not self._board.rooms.may(Verb.AGREE_TO_LEVEL):
            return
        now_at = self._board.rooms.clock.now_at()
        who = person_name(activation.request.requested_by, self._board.situation.names)
        text = self.tr("{who} raised crisis level {level} alone: a second person must ratify it by {time}")
        time = short_time(activation.ratify_by_at, now_at)
        text = text.format(who=apart(who), level=level_called(activation.level), time=time)
        is_overdue = LevelAlarm.RATIFICATION_OVERDUE in now.alarms
        self.noticed.emit(key, Severity.CRITICAL if is_overdue else Severity.HIGH, text)

    def _follow_review(self, now: LevelView, before: LevelView | None) -> None:
        activation = now.activation
        if activation is None or activation.review_at is None or LevelAlarm.REVIEW_OVERDUE not in now.alarms:
            if before is not None and before.activation is not None:
                self.settled.emit(f"review {before.activation.request.id}")
            return
        if not self._board.rooms.may(Verb.ASK_LEVEL):
            return
        text = self.tr("Crisis level {level} was to be reviewed at {time}: let it stand, or step down")
        time = short_time(activation.review_at, self._board.rooms.clock.now_at())
        text = text.format(level=level_called(activation.level), time=time)
        self.noticed.emit(f"review {activation.request.id}", Severity.HIGH, text)


def _id(activation: Activation | None) -> str:
    return activation.request.id if activation is not None else ""
