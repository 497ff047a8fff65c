"""The list of incidents: a shape for the priority, number and title, and below them how each stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wallapp.base.ids import IncidentId
from wallapp.ui import theme
from wallapp.ui.access.marks import MARK_PX, Severity, draw_severity
from wallapp.ui.crisis.row_list import LINE_ROLE, RowList, box_of, draw_selected, small_letters

_MARGIN_PX: Final = 12
_GAP_PX: Final = 8


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """What a row says.

    Attributes:
      is_quiet: nobody has to turn to it now: its shape is hollow.
      spoken: all of it in words, the priority too.
    """

    incident: IncidentId
    severity: Severity
    title: str
    detail: str
    spoken: str
    is_quiet: bool = False

    @property
    def key(self) -> IncidentId:
        """Whose row it is."""
        return self.incident


class IncidentList(RowList[IncidentLine]):
    """Arrows select, Enter opens, Escape gives the keyboard back; letters and digits are left to the window.

    Signals: `opened` (IncidentId), `pointed` (IncidentId, or None), `given_up`. GUI thread.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self._delegate = _RowDelegate(self)
        self.setItemDelegate(self._delegate)
        self.itemActivated.connect(lambda _item: self.opened.emit(self.current))

    @property
    def row_px(self) -> int:
        """How high a row is."""
        return self._delegate.row_px(self)

    @property
    def current(self) -> IncidentId | None:
        """The selected one; None in an empty list."""
        line = self.current_line
        return line.incident if line is not None else None


class _RowDelegate(QStyledItemDelegate):
    """Draws a row; the selected one on a raised ground with a bar at its beginning, white where the keyboard is."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def row_px(self, view: QWidget) -> int:
        """How high a row is in this list's letters."""
        return view.fontMetrics().height() + small_letters(view).height() + 13

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(40, self.row_px(self._view))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: IncidentLine | None = index.data(LINE_ROLE)
        if line is None:
            return
        view, box = self._view, box_of(option)
        direction = view.layoutDirection()
        painter.save()
        if index.row() == view.currentRow():
            draw_selected(painter, view, box)
        title_px, small = view.fontMetrics().height(), small_letters(view)
        mark = QRect(box.left() + _MARGIN_PX, box.top() + 5 + (title_px - MARK_PX) // 2, MARK_PX, MARK_PX)
        mark = QStyle.visualRect(direction, box, mark)
        draw_severity(painter, line.severity, QRectF(mark), filled=not line.is_quiet)
        left = box.left() + _MARGIN_PX + MARK_PX + _GAP_PX
        width = box.right() - _MARGIN_PX - left
        above = QStyle.visualRect(direction, box, QRect(left, box.top() + 5, width, title_px))
        below = QStyle.visualRect(direction, box, QRect(left, above.bottom() + 2, width, small.height()))
        flags = Qt.AlignmentFlag.AlignVCenter | QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        painter.setFont(view.font())
        painter.setPen(QColor(theme.TEXT_STRONG))
        text = view.fontMetrics().elidedText(line.title, Qt.TextElideMode.ElideRight, width)
        painter.drawText(above, flags, text)
        painter.setFont(theme.font(theme.FONT_SMALL_PX))
        painter.setPen(QColor(theme.TEXT_QUIET))
        painter.drawText(below, flags, small.elidedText(line.detail, Qt.TextElideMode.ElideRight, width))
        painter.restore()
