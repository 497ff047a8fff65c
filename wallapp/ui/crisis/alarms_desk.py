"""Alarms in the window: panel, badge in the strip, pages and forms, joined."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QMainWindow, QMenu

from wallapp.base.errors import WallError
from wallapp.base.ids import AlarmId, CameraNumber
from wallapp.domain.alarm import Alarm, calls
from wallapp.domain.documents import FactTerms
from wallapp.domain.incident import Incident
from wallapp.domain.permissions import Verb
from wallapp.domain.policy import FactKind
from wallapp.services.actor import SigningKey
from wallapp.services.alarm_input import FACTS
from wallapp.services.shared_done import Done
from wallapp.ui.access.pages import words as desk_words
from wallapp.ui.access.refusals import say
from wallapp.ui.crisis import words
from wallapp.ui.crisis.alarms_badge import AlarmBadge
from wallapp.ui.crisis.alarms_page import AlarmPage
from wallapp.ui.crisis.alarms_panel import AlarmsPanel
from wallapp.ui.crisis.alarms_shelf import ShelveForm
from wallapp.ui.crisis.alarms_words import camera_word, titled
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.notice import Notice
from wallapp.ui.right_side import RightSide
from wallapp.ui.role_menu import RoleMenu

KEYS: Final = "F12"


class AlarmFloor(QObject):
    """One for each window. GUI thread.

    Signals:
      told (Notice).
      left: the keyboard is to go back to the wall.
      incident_asked (IncidentId): it is to be shown.
      camera_asked (CameraNumber): it is to be shown on the selected tile.
      proof_asked (then, what): ask the person for their second factor, then call `then` with the open key.
      side_asked: the wall stands alone, and the list is to be seen.
      called (Severity, text): something calls that did not before; `calmed`: nothing calls any more.
    """

    told = Signal(object)
    left = Signal()
    incident_asked = Signal(object)
    camera_asked = Signal(int)
    proof_asked = Signal(object, str)
    side_asked = Signal()
    called = Signal(object, str)
    calmed = Signal()

    def __init__(self, board: SituationBoard, *, side: RightSide, window: QMainWindow) -> None:
        super().__init__(window)
        self._board = board
        self._side = side
        self._window = window
        self._dialog: QDialog | None = None
        self._heard: frozenset[tuple[AlarmId, int]] = frozenset()
        self.badge = AlarmBadge(KEYS)
        self.panel = panel = AlarmsPanel(board, self.badge)
        side.add_part(panel, on=panel.has_alarms, at=0)
        self.badge.clicked.connect(self.take_focus)
        panel.left.connect(self.left)
        panel.page_asked.connect(self._show_page)
        panel.shelf_asked.connect(self._shelve)
        panel.incident_asked.connect(self._open_incident)
        panel.fact_asked.connect(self._choose_fact)
        panel.camera_asked.connect(self._show_camera)
        board.changed.connect(self._follow)

    def fill(self, menu: RoleMenu) -> None:
        """Put its page into the menu."""
        menu.add_page(lambda: self.tr("Alarms"), self.take_focus, keys=KEYS, verbs=[Verb.SEE_INCIDENTS])

    def stop(self) -> None:
        """The window closes."""
        self.panel.stop()

    def take_focus(self) -> None:
        """Give the keyboard to the list; say so where there is nothing in it."""
        if self.panel.has_alarms:
            if not self.panel.isVisible():
                self.side_asked.emit()
            self.panel.take_focus()
        else:
            self.told.emit(Notice(self.tr("There are no alarms")))

    def _follow(self) -> None:
        if self.panel.isHidden() is self.panel.has_alarms:
            had_keyboard = self.panel.list.hasFocus()
            self._side.show_part(self.panel, on=self.panel.has_alarms)
            if had_keyboard and not self.panel.has_alarms:
                self.left.emit()

        self._ring()

    def _ring(self) -> None:
        """Tell of what calls and was not told of yet: a new alarm, or one that was raised again."""
        seen, now_at = self._board.situation.alarms, self._board.rooms.clock.now_at()
        calling = [alarm for alarm in seen.alarms if calls(alarm, now_at)] if seen is not None else []
        heard = frozenset((alarm.id, alarm.count) for alarm in calling)
        loudest = next((alarm for alarm in calling if (alarm.id, alarm.count) not in self._heard), None)
        if loudest is not None:
            text = self.tr("Alarm: {what}").format(what=f"{titled(loudest)} · {loudest.source}")
            self.called.emit(words.MARKS[loudest.priority], text)
        elif self._heard and not heard:
            self.calmed.emit()
        self._heard = heard

    # What can be done about one

    def _show_page(self, alarm: Alarm) -> None:
        self._over(AlarmPage(self._board, alarm, self._window))

    def _show_camera(self, alarm: Alarm) -> None:
        self.camera_asked.emit(int(alarm.camera or CameraNumber(0)))

    def _shelve(self, alarm: Alarm) -> None:
        desk = self._board.rooms.desks.alarms

        def shelve(until_at: datetime, reason: str, refuse: Callable[[str], None]) -> None:
            def failed(error: WallError) -> None:
                refuse(say(error))

            self._board.act(
                lambda actor: desk.shelve(actor, alarm.id, until_at=until_at, reason=reason),
                lambda _: form.accept(),
                failed=failed,
            )

        form = ShelveForm(alarm, self._board.rooms.clock, shelve, self._window)
        self._over(form)

    def _open_incident(self, alarm: Alarm) -> None:
        if alarm.incident is not None:
            self.incident_asked.emit(alarm.incident)
            return
        desk = self._board.rooms.desks.alarms

        def opened(done: Done[Incident]) -> None:
            text = self.tr("Incident {number} opened from the alarm: {title}")
            self.told.emit(Notice(text.format(number=words.number_word(done.value), title=alarm.title)))
            self.incident_asked.emit(done.value.id)

        self._board.act(lambda actor: desk.open_incident(actor, alarm.id), opened)

    def _choose_fact(self, alarm: Alarm) -> None:
        """What the alarm says of; where it says nothing, the person says what has happened."""
        if alarm.fact is not None:
            self._confirm(alarm, alarm.fact)
            return
        menu = QMenu(self._window)
        menu.setToolTipsVisible(True)
        for kind in FACTS:
            action = menu.addAction(desk_words.word(kind))
            action.triggered.connect(lambda _on=False, kind=kind: self._confirm(alarm, kind))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.panel.mapToGlobal(self.panel.rect().center()))

    def _confirm(self, alarm: Alarm, kind: FactKind) -> None:
        """Sign it under one's own name: never without the second factor."""
        desk = self._board.rooms.desks.alarms
        where = camera_word(alarm.camera, self._board.rooms.cameras)
        what = " · ".join(part for part in (desk_words.word(kind), titled(alarm), where) if part)

        def proven(key: SigningKey) -> None:
            self._board.act(lambda actor: desk.confirm(actor, key, alarm.id, fact=kind), confirmed)

        def confirmed(terms: FactTerms) -> None:
            text = self.tr("Confirmed under your name: {what}")
            self.told.emit(Notice(text.format(what=desk_words.word(terms.kind))))

        self.proof_asked.emit(proven, what)

    def _over(self, dialog: QDialog) -> None:
        if self._dialog is not None:
            dialog.deleteLater()
            self._dialog.activateWindow()
            return
        self._dialog = dialog
        dialog.finished.connect(self._closed)
        dialog.open()
        dialog.activateWindow()

    def _closed(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()
        self._window.activateWindow()
        if self.panel.has_alarms:
            self.panel.list.setFocus()
        else:
            self.left.emit()
