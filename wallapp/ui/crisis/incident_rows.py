"""The list of incidents: a shape for the priority, number and title, and below them how each stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wallapp.base.ids import IncidentId
from wallapp.ui import theme
from wallapp.ui.access.marks import MARK_PX, Severity, draw_severity

_ROW_ROLE: Final = Qt.ItemDataRole.UserRole
_MARGIN_PX: Final = 12
_GAP_PX: Final = 8
_EDGE_PX: Final = 3


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


class IncidentList(QListWidget):
    """Arrows select, Enter opens, Escape gives the keyboard back; letters and digits are left to the window.

    Signals: `opened` (IncidentId), `pointed` (IncidentId, or None), `given_up`. GUI thread.
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
        self.setProperty("panel", True)
        self.setStyleSheet(f"QListWidget {{ background: {theme.PANEL}; }}")
        self._delegate = _RowDelegate(self)
        self.setItemDelegate(self._delegate)
        self.currentItemChanged.connect(lambda item, _before: self.pointed.emit(_incident_of(item)))
        self.itemActivated.connect(lambda item: self.opened.emit(_incident_of(item)))

    @property
    def row_px(self) -> int:
        """How high a row is."""
        return self._delegate.row_px(self)

    @property
    def current(self) -> IncidentId | None:
        """The selected one; None in an empty list."""
        return _incident_of(self.currentItem())

    @property
    def lines(self) -> list[IncidentLine]:
        """What it shows, from the top."""
        return [self.item(row).data(_ROW_ROLE) for row in range(self.count())]

    def show_lines(self, lines: Sequence[IncidentLine]) -> None:
        """Show these; the selected one stays selected, and the next one takes its place where it is gone."""
        before, row_before = self.current, self.currentRow()
        if [line.incident for line in self.lines] != [line.incident for line in lines]:
            self.blockSignals(True)
            self.clear()
            for _ in lines:
                QListWidgetItem(self)
            self.blockSignals(False)
        for row, line in enumerate(lines):
            item = self.item(row)
            if item.data(_ROW_ROLE) != line:
                item.setData(_ROW_ROLE, line)
                item.setText(line.spoken)  # for assistive techniques; the delegate draws the rest
                item.setToolTip(line.spoken)
        rows = [row for row, line in enumerate(lines) if line.incident == before]
        self.blockSignals(True)
        self.setCurrentRow(rows[0] if rows else min(max(row_before, 0), len(lines) - 1))
        self.blockSignals(False)
        if self.current != before:
            self.pointed.emit(self.current)

    def select(self, incident: IncidentId) -> bool:
        """Select one of them. False where it is not in the list."""
        for row, line in enumerate(self.lines):
            if line.incident == incident:
                self.setCurrentRow(row)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _RowDelegate(QStyledItemDelegate):
    """Draws a row; the selected one on a raised ground with a bar at its beginning, white where the keyboard is."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def row_px(self, view: QWidget) -> int:
        """How high a row is in this list's letters."""
        return view.fontMetrics().height() + _small(view).height() + 13

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(40, self.row_px(self._view))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: IncidentLine | None = index.data(_ROW_ROLE)
        if line is None:
            return
        view, box = self._view, _rect(option)
        direction = view.layoutDirection()
        painter.save()
        if index.row() == view.currentRow():
            painter.fillRect(box, QColor(theme.RAISED))
            edge = QRect(box.left(), box.top(), _EDGE_PX, box.height())
            colour = theme.TEXT_STRONG if view.hasFocus() else theme.MARK_QUIET
            painter.fillRect(QStyle.visualRect(direction, box, edge), QColor(colour))
        title_px, small = view.fontMetrics().height(), _small(view)
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


def _small(view: QWidget) -> QFontMetrics:
    return QFontMetrics(theme.font(theme.FONT_SMALL_PX), view)


def _rect(option: QStyleOptionViewItem) -> QRect:
    return option.rect


def _incident_of(item: QListWidgetItem | None) -> IncidentId | None:
    line: IncidentLine | None = item.data(_ROW_ROLE) if item is not None else None
    return line.incident if line is not None else None
