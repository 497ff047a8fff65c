"""The list of alarms: a shape for the priority, flashing while it asks for somebody; what happened; how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wallapp.base.ids import AlarmId
from wallapp.ui import theme
from wallapp.ui.access.marks import MARK_PX, Severity, draw_severity
from wallapp.ui.crisis.row_list import LINE_ROLE, RowList, draw_selected, small_letters

_SIDE_PX: Final = 12
_GAP_PX: Final = 8
_ABOVE_PX: Final = 5


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

    @property
    def key(self) -> AlarmId:
        """Whose row it is."""
        return self.alarm


class AlarmList(RowList[AlarmLine]):
    """Arrows select, Enter opens, Escape gives the keyboard back; letters and digits are left to the window.

    Signals: `opened` (AlarmId), `pointed` (AlarmId, or None), `given_up`. GUI thread.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.is_lit = True
        self._painter = _AlarmPainter(self)
        self.setItemDelegate(self._painter)
        self.itemActivated.connect(lambda _item: self.opened.emit(self.current))

    @property
    def row_px(self) -> int:
        """How high a row is."""
        return self._painter.row_px()

    @property
    def current(self) -> AlarmId | None:
        """The selected one; None in an empty list."""
        line = self.current_line
        return line.alarm if line is not None else None

    def flash(self, *, lit: bool) -> None:
        """Fill or empty the shapes of those that call."""
        self.is_lit = lit
        self.viewport().update()


class _AlarmPainter(QStyledItemDelegate):
    """Two lines a row; a bar at the beginning of the selected one, white where the keyboard is."""

    def __init__(self, view: AlarmList) -> None:
        super().__init__(view)
        self._view = view

    def row_px(self) -> int:
        return self._view.fontMetrics().height() + small_letters(self._view).height() + 2 * _ABOVE_PX + 3

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(40, self.row_px())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: AlarmLine | None = index.data(LINE_ROLE)
        if line is None:
            return
        box: QRect = option.rect
        painter.save()
        if index.row() == self._view.currentRow():
            draw_selected(painter, self._view, box)
        title_px = self._view.fontMetrics().height()
        shape = self._placed(box, _SIDE_PX, MARK_PX, top=_ABOVE_PX + (title_px - MARK_PX) // 2, height=MARK_PX)
        draw_severity(painter, line.severity, QRectF(shape), filled=line.is_calling and self._view.is_lit)
        left = _SIDE_PX + MARK_PX + _GAP_PX
        width = box.width() - left - _SIDE_PX
        font = theme.font(self._view.font().pixelSize(), bold=line.is_calling)
        above = self._placed(box, left, width, top=_ABOVE_PX, height=title_px)
        self._write(painter, above, line.title, font=font, colour=theme.TEXT_STRONG if line.is_calling else theme.TEXT)
        small, top = small_letters(self._view), _ABOVE_PX + title_px + 2
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
