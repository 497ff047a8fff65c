"""The list of alarms: a shape for the priority, flashing while it asks for somebody; what happened; how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wallapp.base.ids import AlarmId
from wallapp.ui import theme
from wallapp.ui.access.marks import MARK_PX, Severity, draw_severity

_LINE_ROLE: Final = Qt.ItemDataRole.UserRole
_SIDE_PX: Final = 12
_GAP_PX: Final = 8
_ABOVE_PX: Final = 5
_BAR_PX: Final = 3


@dataclass(frozen=True, slots=True)
class AlarmLine:
    """What a row says.

    Attributes:
      word: of the priority, in its colour, before the detail.
      is_calling: it asks for somebody: its shape flashes, its title is bold.
      spoken: all of it in words.
    """

    alarm: AlarmId
    severity: Severity
    title: str
    word: str
    detail: str
    spoken: str
    is_calling: bool = False


class AlarmList(QListWidget):
    """Arrows select, Enter opens, Escape gives the keyboard back; letters and digits are left to the window.

    Signals: `opened` (AlarmId), `pointed` (AlarmId, or None), `given_up`. GUI thread.
    """

    opened = Signal(object)
    pointed = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setStyleSheet(f"QListWidget {{ background: {theme.PANEL}; }}")
        self.is_lit = True
        self._painter = _AlarmPainter(self)
        self.setItemDelegate(self._painter)
        self.currentItemChanged.connect(lambda item, _before: self.pointed.emit(_alarm_of(item)))
        self.itemActivated.connect(lambda item: self.opened.emit(_alarm_of(item)))

    @property
    def row_px(self) -> int:
        """How high a row is."""
        return self._painter.row_px()

    @property
    def current(self) -> AlarmId | None:
        """The selected one; None in an empty list."""
        return _alarm_of(self.currentItem())

    @property
    def lines(self) -> list[AlarmLine]:
        """What it shows, from the top."""
        return [self.item(row).data(_LINE_ROLE) for row in range(self.count())]

    def flash(self, *, lit: bool) -> None:
        """Fill or empty the shapes of those that call."""
        self.is_lit = lit
        self.viewport().update()

    def show_lines(self, lines: Sequence[AlarmLine]) -> None:
        """Show these. The selected one stays selected; where it is gone, the one in its place is."""
        chosen, row_before = self.current, max(self.currentRow(), 0)
        self.blockSignals(True)
        while self.count() > len(lines):
            self.takeItem(self.count() - 1)
        while self.count() < len(lines):
            self.addItem(QListWidgetItem())
        for row, line in enumerate(lines):
            item = self.item(row)
            if item.data(_LINE_ROLE) != line:
                item.setData(_LINE_ROLE, line)
                item.setText(line.spoken)  # for assistive techniques; what is seen is painted
                item.setToolTip(line.spoken)
        places = {line.alarm: row for row, line in enumerate(lines)}
        in_its_place = min(row_before, len(lines) - 1)
        self.setCurrentRow(in_its_place if chosen is None else places.get(chosen, in_its_place))
        self.blockSignals(False)
        if self.current != chosen:
            self.pointed.emit(self.current)

    def select(self, alarm: AlarmId) -> bool:
        """Select one of them. False where it is not in the list."""
        row = next((row for row, line in enumerate(self.lines) if line.alarm == alarm), -1)
        if row >= 0:
            self.setCurrentRow(row)
        return row >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # not a search in the list: the window's entry line wants it
        else:
            super().keyPressEvent(event)


class _AlarmPainter(QStyledItemDelegate):
    """Two lines a row; a bar at the beginning of the selected one, white where the keyboard is."""

    def __init__(self, view: AlarmList) -> None:
        super().__init__(view)
        self._view = view

    def row_px(self) -> int:
        return self._view.fontMetrics().height() + self._small().height() + 2 * _ABOVE_PX + 3

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(40, self.row_px())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: AlarmLine | None = index.data(_LINE_ROLE)
        if line is None:
            return
        box: QRect = option.rect
        painter.save()
        if index.row() == self._view.currentRow():
            painter.fillRect(box, QColor(theme.RAISED))
            colour = theme.TEXT_STRONG if self._view.hasFocus() else theme.MARK_QUIET
            painter.fillRect(self._placed(box, 0, _BAR_PX, top=0, height=box.height()), QColor(colour))
        title_px = self._view.fontMetrics().height()
        shape = self._placed(box, _SIDE_PX, MARK_PX, top=_ABOVE_PX + (title_px - MARK_PX) // 2, height=MARK_PX)
        draw_severity(painter, line.severity, QRectF(shape), filled=line.is_calling and self._view.is_lit)
        left = _SIDE_PX + MARK_PX + _GAP_PX
        width = box.width() - left - _SIDE_PX
        font = theme.font(self._view.font().pixelSize(), bold=line.is_calling)
        above = self._placed(box, left, width, top=_ABOVE_PX, height=title_px)
        self._write(painter, above, line.title, font=font, colour=theme.TEXT_STRONG if line.is_calling else theme.TEXT)
        small, top = self._small(), _ABOVE_PX + title_px + 2
        small_font = theme.font(theme.FONT_SMALL_PX)
        word_px = min(width, small.horizontalAdvance(line.word) + _GAP_PX) if line.word else 0
        at = self._placed(box, left, word_px, top=top, height=small.height())
        self._write(painter, at, line.word, font=small_font, colour=line.severity.text_colour)
        rest = self._placed(box, left + word_px, width - word_px, top=top, height=small.height())
        self._write(painter, rest, line.detail, font=small_font, colour=theme.TEXT_QUIET)
        painter.restore()

    def _placed(self, box: QRect, left: int, width: int, *, top: int, height: int) -> QRect:
        """A part of the row, from its beginning in the reading direction."""
        part = QRect(box.left() + left, box.top() + top, width, height)
        return QStyle.visualRect(self._view.layoutDirection(), box, part)

    def _write(self, painter: QPainter, box: QRect, text: str, *, font: QFont, colour: str) -> None:
        direction = self._view.layoutDirection()
        side = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font, self._view).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | side, shown)

    def _small(self) -> QFontMetrics:
        return QFontMetrics(theme.font(theme.FONT_SMALL_PX), self._view)


def _alarm_of(item: QListWidgetItem | None) -> AlarmId | None:
    line: AlarmLine | None = item.data(_LINE_ROLE) if item is not None else None
    return line.alarm if line is not None else None
