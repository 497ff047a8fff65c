"""The checklist that the crisis level brought, at the side of the wall: ticked by people, the same on all stations."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from wallapp.domain.permissions import Verb
from wallapp.services.checklist import CheckItem
from wallapp.ui import theme
from wallapp.ui.access.labels import heading, quiet
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.level_words import apart, person_name
from wallapp.ui.crisis.words import short_time

_ROWS_AT_LEAST: Final = 4
_ROWS_AT_MOST: Final = 9


class _Items(QListWidget):
    """Space and Enter tick; Escape goes back to the wall. Ticks are shown as read, never as hoped."""

    toggled = Signal(int)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(f"QListView {{ background: {theme.PANEL}; }}")
        self.itemClicked.connect(lambda item: self.toggled.emit(self.row(item)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentRow() >= 0:
                self.toggled.emit(self.currentRow())
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._needed_px(min(_ROWS_AT_LEAST, self.count())))

    def sizeHint(self) -> QSize:
        return QSize(320, self._needed_px(min(_ROWS_AT_MOST, self.count())))

    def _needed_px(self, rows: int) -> int:
        """As they are laid out: the hint of a row knows nothing of wrapped words."""
        return sum(max(self.visualItemRect(self.item(row)).height(), 24) for row in range(rows)) + 4


class ChecklistPanel(QWidget):
    """GUI thread.

    Signals: `ticked` (CheckItem): its tick is to be turned; `left`: the keyboard is to go back to the wall.
    """

    ticked = Signal(object)
    left = Signal()

    def __init__(self, board: SituationBoard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._board = board
        self._may_tick = board.rooms.may(Verb.WRITE_LOG)
        self._shown: tuple[CheckItem, ...] = ()
        self._title, self._count = heading(), quiet()
        for label in (self._title, self._count):
            label.setWordWrap(False)
        self._count.setStyleSheet(f"color: {theme.TEXT_QUIET}; font-size: {theme.FONT_SMALL_PX}px;")
        self.list = _Items()
        self.list.toggled.connect(self._toggle)
        self.list.given_up.connect(self.left)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 4)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(0)
        self._head = QWidget()
        self._head.setLayout(head)
        column.addWidget(self._head)
        column.addWidget(self.list, 1)
        board.changed.connect(self.follow)
        self.follow()

    @property
    def has_items(self) -> bool:
        """Whether the level in force brought any."""
        return bool(self._board.situation.checklist)

    def take_focus(self) -> None:
        """Give the keyboard to the first line that is still to be done."""
        todo = next((item.number for item in self._shown if not item.is_done), 0)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(todo)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def follow(self) -> None:
        """Show the newest reading."""
        items = self._board.situation.checklist
        if items == self._shown:
            return
        self._shown = items
        row = self.list.currentRow()
        self.list.clear()
        for item in items:
            self.list.addItem(self._row(item))
        self.list.setCurrentRow(min(row, len(items) - 1))
        self._retranslate()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as what it shows."""
        self.list.doItemsLayout()
        rows_px = self.list.sizeHint().height()
        self.list.setMinimumHeight(self.list.minimumSizeHint().height())
        self.list.setMaximumHeight(rows_px)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setMaximumHeight(self._head.sizeHint().height() + rows_px + 6)

    def _row(self, item: CheckItem) -> QListWidgetItem:
        who = self._who(item)
        row = QListWidgetItem(f"{item.text}\n{who}" if who else item.text)
        row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        row.setCheckState(Qt.CheckState.Checked if item.is_done else Qt.CheckState.Unchecked)
        state = who or self.tr("still to be done")
        row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text}: {state}")
        return row

    def _who(self, item: CheckItem) -> str:
        if item.ticked_at is None:
            return ""
        situation = self._board.situation
        name = person_name(item.ticked_by, situation.names)
        text = self.tr("{who}, {time}, waits for the store") if item.is_local else self.tr("{who}, {time}")
        return text.format(who=apart(name), time=short_time(item.ticked_at, self._board.rooms.clock.now_at()))

    def _toggle(self, row: int) -> None:
        if self._may_tick and 0 <= row < len(self._shown):
            self.ticked.emit(self._shown[row])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._shown = ()
            self.follow()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        level = self._board.situation.level.level.value
        self._title.setText(self.tr("Checklist of level {level}").format(level=level))
        done = sum(item.is_done for item in self._shown)
        self._count.setText(self.tr("{done} of {count} done").format(done=done, count=len(self._shown)))
        self.list.setAccessibleName(self._title.text())
