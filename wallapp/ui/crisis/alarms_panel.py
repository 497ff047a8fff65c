"""Alarms at the side of the wall: what asks for somebody, and what can be done about the selected one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from wallapp.base.ids import AlarmId
from wallapp.domain.alarm import FLOOD_WITHIN, Alarm, is_shelved
from wallapp.domain.permissions import Verb
from wallapp.ui import theme
from wallapp.ui.access.labels import heading, quiet
from wallapp.ui.access.marks import Severity, severity_pixmap
from wallapp.ui.access.notice_strip import FLASH_MS
from wallapp.ui.crisis.alarms_badge import AlarmBadge
from wallapp.ui.crisis.alarms_rows import AlarmList
from wallapp.ui.crisis.alarms_words import line_of
from wallapp.ui.crisis.board import SituationBoard

_ROWS_AT_LEAST: Final = 2
_ROWS_AT_MOST: Final = 8
_SIDE_PX: Final = 12
_GAP_PX: Final = 6


@dataclass(frozen=True, slots=True)
class _Act:
    """One button: its words, asked again when the language changes, its key, and for which alarms it is offered."""

    button: QPushButton
    name: Callable[[Alarm], str]
    key: str
    fits: Callable[[Alarm], bool]


class AlarmsPanel(QWidget):
    """The most urgent first. As high as what it shows. GUI thread.

    Signals:
      asked (Alarm) of each act: `page_asked`, `shelf_asked`, `fact_asked`, `incident_asked` (open one, or go to it),
      `camera_asked`.
      left: the keyboard is to go back to the wall.
    """

    page_asked = Signal(object)
    shelf_asked = Signal(object)
    fact_asked = Signal(object)
    incident_asked = Signal(object)
    camera_asked = Signal(object)
    left = Signal()

    def __init__(self, board: SituationBoard, badge: AlarmBadge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._board = board
        self._badge = badge
        self._alarms: dict[AlarmId, Alarm] = {}
        self._acts: list[_Act] = []
        self._keys: dict[str, QShortcut] = {}
        self._is_lit = True
        self._title = heading()
        self._title.setWordWrap(False)
        self._count = quiet()
        self._count.setWordWrap(False)
        self._count.setStyleSheet(f"color: {theme.TEXT_QUIET}; font-size: {theme.FONT_SMALL_PX}px;")
        self._flood = QWidget()
        self.flood_text = QLabel()
        self.list = AlarmList()
        self._bar = QWidget()
        self._lay_out()
        self._add_acts()
        self._timer = QTimer(self)
        self._timer.setInterval(FLASH_MS)
        self._timer.timeout.connect(self._flash)
        self.list.opened.connect(self._open)
        self.list.pointed.connect(lambda _alarm: self._show_bar())
        self.list.given_up.connect(self.left)
        board.changed.connect(self.follow)
        self._retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 4)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._count)
        self._head = QWidget()
        self._head.setLayout(head)
        shape = QLabel()
        shape.setPixmap(severity_pixmap(Severity.HIGH))
        self.flood_text.setWordWrap(True)
        self.flood_text.setTextFormat(Qt.TextFormat.PlainText)
        self.flood_text.setStyleSheet(f"color: {theme.HIGH}; font-weight: bold;")
        flood = QHBoxLayout(self._flood)
        flood.setContentsMargins(12, 4, 12, 6)
        flood.setSpacing(8)
        flood.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
        flood.addWidget(self.flood_text, 1)
        self._buttons = QGridLayout(self._bar)
        self._buttons.setContentsMargins(_SIDE_PX, 6, _SIDE_PX, 8)
        self._buttons.setSpacing(_GAP_PX)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (self._head, self._flood):
            whole.addWidget(part)
        whole.addWidget(self.list, 1)
        whole.addWidget(self._bar)

    def _add_acts(self) -> None:
        rooms = self._board.rooms
        if rooms.may(Verb.HANDLE_ALARMS):
            self._add(lambda _: self.tr("Acknowledge"), "A", self.acknowledge, lambda one: one.acknowledged_by is None)
            self._add(lambda _: self.tr("Shelve…"), "H", self.shelf_asked.emit, lambda one: not self._is_shelved(one))
            self._add(lambda _: self.tr("Take from the shelf"), "H", self._unshelve, self._is_shelved)
        if rooms.may(Verb.HANDLE_ALARMS) and rooms.may(Verb.WORK_ON_INCIDENTS):
            self._add(self._incident_name, "I", self.incident_asked.emit, self._has_incident_to_show)
        if rooms.may(Verb.CONFIRM_FACT):
            self._add(lambda _: self.tr("Confirm the event…"), "C", self.fact_asked.emit, self._has_place)
        self._add(lambda _: self.tr("Show its camera"), "V", self.camera_asked.emit, self._has_camera)

    # What others ask

    @property
    def current(self) -> Alarm | None:
        """The selected one, as last read; None where there is none."""
        chosen = self.list.current
        return self._alarms.get(chosen) if chosen is not None else None

    @property
    def has_alarms(self) -> bool:
        """Whether there is anything to show."""
        return bool(self._alarms)

    def take_focus(self) -> None:
        """Give the keyboard to the list, on the most urgent one while any calls."""
        lines = self.list.lines
        if lines and lines[0].is_calling:
            self.list.select(lines[0].alarm)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def stop(self) -> None:
        """Flash no more."""
        self._timer.stop()

    # What it shows

    def follow(self) -> None:
        """Show the newest reading."""
        situation, rooms = self._board.situation, self._board.rooms
        seen = situation.alarms
        found = seen.alarms if seen is not None else ()
        self._alarms = {alarm.id: alarm for alarm in found}
        now_at = rooms.clock.now_at()
        lines = [line_of(alarm, situation, rooms.cameras, now_at) for alarm in found]
        self.list.show_lines(lines)
        calling = [line for line in lines if line.is_calling]
        count = len(calling)
        self._count.setText(self.tr("{count} to look at").format(count=count) if count else self.tr("all seen"))
        self._flood.setVisible(seen is not None and seen.is_flood)
        if calling:
            self._badge.show_calling(count, calling[0].severity, calling[0].spoken)
        else:
            self._badge.show_calling(0, Severity.QUIET, "")
        if calling and not self._timer.isActive():
            self._timer.start()
        elif not calling:
            self._timer.stop()
            self._is_lit = True
        self._show_bar()

    def _flash(self) -> None:
        """One flash a second, well under the three that can harm."""
        self._is_lit = not self._is_lit
        self.list.flash(lit=self._is_lit)
        self._badge.flash(lit=self._is_lit)

    def _show_bar(self) -> None:
        """The buttons that fit the selected one, two in a row; long words have rows to themselves, below."""
        alarm = self.current
        shown = [act for act in self._acts if alarm is not None and act.fits(alarm)]
        for act in self._acts:
            self._buttons.removeWidget(act.button)
            act.button.setVisible(act in shown)
        self._name_acts()
        half_px = (self.width() - 2 * _SIDE_PX - _GAP_PX) // 2
        short = [act.button for act in shown if act.button.sizeHint().width() <= half_px]
        long = [act.button for act in shown if act.button not in short]
        for place, button in enumerate(short):
            self._buttons.addWidget(button, place // 2, place % 2)
        for row, button in enumerate(long, start=(len(short) + 1) // 2):
            self._buttons.addWidget(button, row, 0, 1, 2)
        self._bar.setVisible(bool(shown))
        self._fit()

    def _fit(self) -> None:
        """As high as what it shows, and never less than two rows of it."""
        count, row_px = self.list.count(), self.list.row_px
        self.list.setMinimumHeight(min(count, _ROWS_AT_LEAST) * row_px)
        self.list.setMaximumHeight(min(count, _ROWS_AT_MOST) * row_px)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            parts = [part for part in (self._head, self._flood, self._bar) if not part.isHidden()]
            width_px = self.width()
            around_px = sum(max(part.sizeHint().height(), part.heightForWidth(width_px)) for part in parts)
            self.setMinimumHeight(around_px + self.list.minimumHeight())
            self.setMaximumHeight(around_px + self.list.maximumHeight())

    # What it does

    def acknowledge(self, alarm: Alarm) -> None:
        """Say that one has looked at it, and go on to the next that calls."""
        desk = self._board.rooms.desks.alarms
        following = next((line.alarm for line in self.list.lines if line.is_calling and line.alarm != alarm.id), None)

        def then(_: object) -> None:
            if following is not None and self.list.current == alarm.id:
                self.list.select(following)

        self._board.act(lambda actor: desk.acknowledge(actor, alarm.id), then)

    def _unshelve(self, alarm: Alarm) -> None:
        desk = self._board.rooms.desks.alarms
        self._board.act(lambda actor: desk.unshelve(actor, alarm.id))

    def _open(self, alarm: AlarmId) -> None:
        found = self._alarms.get(alarm)
        if found is not None:
            self.page_asked.emit(found)

    def _add(
        self,
        name: Callable[[Alarm], str],
        key: str,
        do: Callable[[Alarm], object],
        fits: Callable[[Alarm], bool],
    ) -> None:
        """A button for the selected alarm; its letter works while the list has the keyboard."""
        button = QPushButton(self._bar)  # without a parent it would be a window of its own when it is shown
        button.setStyleSheet("padding: 3px 10px;")
        act = _Act(button, name, key, fits)
        self._acts.append(act)

        def go() -> None:
            alarm = self.current
            if alarm is not None and fits(alarm):
                do(alarm)

        button.clicked.connect(go)
        keys = self._keys.get(key)
        if keys is None:
            keys = self._keys[key] = QShortcut(QKeySequence(key), self.list)
            keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(go)

    # Which acts fit

    def _is_shelved(self, alarm: Alarm) -> bool:
        return is_shelved(alarm, self._board.rooms.clock.now_at())

    def _has_place(self, alarm: Alarm) -> bool:
        camera = self._board.rooms.cameras.get(alarm.camera) if alarm.camera is not None else None
        return alarm.place is not None or (camera is not None and camera.lat_deg is not None)

    def _has_camera(self, alarm: Alarm) -> bool:
        return alarm.camera is not None and alarm.camera in self._board.rooms.cameras

    def _has_incident_to_show(self, alarm: Alarm) -> bool:
        open_ones = {view.incident.id for view in self._board.situation.incidents}
        return alarm.incident is None or alarm.incident in open_ones

    def _incident_name(self, alarm: Alarm) -> str:
        return self.tr("Open an incident") if alarm.incident is None else self.tr("Go to its incident")

    # Words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._show_bar()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _name_acts(self) -> None:
        alarm = self.current
        if alarm is not None:
            for act in self._acts:
                act.button.setText(f"{act.name(alarm)} ({act.key})")
                act.button.setAccessibleName(act.name(alarm))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Alarms"))
        self.list.setAccessibleName(self.tr("Alarms, the most urgent first; Enter tells all of one"))
        self.setAccessibleName(self.tr("Alarms"))
        minutes = round(FLOOD_WITHIN.total_seconds() / 60)
        flood = self.tr("A flood of alarms: more in {minutes} minutes than people can look at. None is hidden.")
        self.flood_text.setText(flood.format(minutes=minutes))
        self.follow()
