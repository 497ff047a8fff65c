"""The list of layers: a shape for the kind, the name, on or off, and below it which cameras it frames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wallapp.base.ids import LayerId
from wallapp.domain.layer import LayerKind
from wallapp.ui import theme
from wallapp.ui.crisis.layer_words import MARK_PX, draw_kind

_ROW_ROLE: Final = Qt.ItemDataRole.UserRole
_MARGIN_PX: Final = 12
_GAP_PX: Final = 8
_EDGE_PX: Final = 3
_SWITCH_PX: Final = 54


@dataclass(frozen=True, slots=True)
class LayerLine:
    """What a row says.

    Attributes:
      switch: on or off, as a word; empty where that is not this person's to say and nothing to tell.
      spoken: all of it in words.
    """

    layer: LayerId
    kind: LayerKind
    title: str
    detail: str
    switch: str
    is_on: bool
    spoken: str


class LayerList(QListWidget):
    """Arrows select, Space or a click on the word switches, Enter and the right button open the menu, Alt with an
    arrow moves one up or down, Escape gives the keyboard back; letters and digits are left to the window.

    Signals: `switched`, `pointed` (LayerId, or None); `menu_asked` (LayerId, QPoint of the screen); `moved` (LayerId,
    -1 or 1); `given_up`. GUI thread.
    """

    switched = Signal(object)
    pointed = Signal(object)
    menu_asked = Signal(object, object)
    moved = Signal(object, int)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setProperty("panel", True)
        self.setStyleSheet(f"QListWidget {{ background: {theme.PANEL}; }}")
        self.setItemDelegate(_RowDelegate(self))
        self.currentItemChanged.connect(lambda item, _before: self.pointed.emit(_layer_of(item)))

    @property
    def current(self) -> LayerId | None:
        """The selected one; None in an empty list."""
        return _layer_of(self.currentItem())

    @property
    def lines(self) -> list[LayerLine]:
        """What it shows, from the top."""
        return [self.item(row).data(_ROW_ROLE) for row in range(self.count())]

    @property
    def content_px(self) -> int:
        """How high all rows are."""
        return sum(self.sizeHintForRow(row) for row in range(self.count()))

    def show_lines(self, lines: Sequence[LayerLine]) -> None:
        """Show these; the selected one stays selected, and the next one takes its place where it is gone."""
        before, row_before = self.current, self.currentRow()
        self.blockSignals(True)
        if [line.layer for line in self.lines] != [line.layer for line in lines]:
            self.clear()
            for _ in lines:
                QListWidgetItem(self)
        for row, line in enumerate(lines):
            item = self.item(row)
            if item.data(_ROW_ROLE) != line:
                item.setData(_ROW_ROLE, line)
                item.setText(line.spoken)  # for assistive techniques; the delegate draws the rest
                item.setToolTip(line.spoken)
        rows = [row for row, line in enumerate(lines) if line.layer == before]
        self.setCurrentRow(rows[0] if rows else min(max(row_before, 0), len(lines) - 1))
        self.blockSignals(False)
        self.scheduleDelayedItemsLayout()
        if self.current != before:
            self.pointed.emit(self.current)

    def select(self, layer: LayerId) -> None:
        """Select one of them; nothing where it is not in the list."""
        for row, line in enumerate(self.lines):
            if line.layer == layer:
                self.setCurrentRow(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, current = Qt.Key(event.key()), self.current
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key is Qt.Key.Key_Escape:
            self.given_up.emit()
        elif current is not None and is_alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(current, -1 if key is Qt.Key.Key_Up else 1)
        elif current is not None and key is Qt.Key.Key_Space:
            self.switched.emit(current)
        elif current is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask_menu(self.currentRow())
        elif event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        item = self.itemAt(event.position().toPoint())
        if item is not None and event.button() is Qt.MouseButton.LeftButton:
            switch = switch_rect(self.visualItemRect(item), self.layoutDirection())
            if switch.contains(event.position().toPoint()):
                self.switched.emit(_layer_of(item))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = self.itemAt(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._ask_menu(self.currentRow())
        elif item is not None:
            self.setCurrentItem(item)
            self.menu_asked.emit(_layer_of(item), event.globalPos())

    def _ask_menu(self, row: int) -> None:
        item = self.item(row)
        if item is not None:
            box = self.visualItemRect(item)
            self.menu_asked.emit(_layer_of(item), self.viewport().mapToGlobal(QPoint(box.center().x(), box.bottom())))


class _RowDelegate(QStyledItemDelegate):
    """Draws a row; the selected one on a raised ground with a bar at its beginning, white where the keyboard is."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line: LayerLine | None = index.data(_ROW_ROLE)
        second = _small(self._view).height() if line is not None and line.detail else 0
        return QSize(40, self._view.fontMetrics().height() + second + 13)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: LayerLine | None = index.data(_ROW_ROLE)
        if line is None:
            return
        view, box = self._view, _rect(option)
        direction = view.layoutDirection()
        painter.save()
        if index.row() == view.currentRow() and view.hasFocus():
            painter.fillRect(box, QColor(theme.RAISED))
            edge = QRect(box.left(), box.top(), _EDGE_PX, box.height())
            painter.fillRect(QStyle.visualRect(direction, box, edge), QColor(theme.TEXT_STRONG))
        title_px, small = view.fontMetrics().height(), _small(view)
        mark = QRect(box.left() + _MARGIN_PX, box.top() + 5 + (title_px - MARK_PX) // 2, MARK_PX, MARK_PX)
        draw_kind(painter, line.kind, QRectF(QStyle.visualRect(direction, box, mark)), dim=not line.is_on)
        left = box.left() + _MARGIN_PX + MARK_PX + _GAP_PX
        whole_px = box.right() - _MARGIN_PX - left
        above = QRect(left, box.top() + 5, whole_px - _SWITCH_PX, title_px)
        below = QRect(left, above.bottom() + 2, whole_px, small.height())
        flags = Qt.AlignmentFlag.AlignVCenter | QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        painter.setFont(view.font())
        painter.setPen(QColor(theme.TEXT_STRONG if line.is_on else theme.TEXT_QUIET))
        text = view.fontMetrics().elidedText(line.title, Qt.TextElideMode.ElideRight, above.width())
        painter.drawText(QStyle.visualRect(direction, box, above), flags, text)
        end = Qt.AlignmentFlag.AlignVCenter | QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignRight)
        switch = switch_rect(box, direction)
        painter.drawText(QRect(switch.left(), box.top() + 5, switch.width(), title_px), end, line.switch)
        painter.setFont(theme.font(theme.FONT_SMALL_PX))
        painter.setPen(QColor(theme.TEXT_QUIET))
        detail = small.elidedText(line.detail, Qt.TextElideMode.ElideRight, whole_px)
        painter.drawText(QStyle.visualRect(direction, box, below), flags, detail)
        painter.restore()


def switch_rect(row: QRect, direction: Qt.LayoutDirection) -> QRect:
    """Where the word on or off stands within a row."""
    box = QRect(row.right() - _MARGIN_PX - _SWITCH_PX, row.top(), _SWITCH_PX, row.height())
    return QStyle.visualRect(direction, row, box)


def _small(view: QWidget) -> QFontMetrics:
    return QFontMetrics(theme.font(theme.FONT_SMALL_PX), view)


def _rect(option: QStyleOptionViewItem) -> QRect:
    return option.rect


def _layer_of(item: QListWidgetItem | None) -> LayerId | None:
    line: LayerLine | None = item.data(_ROW_ROLE) if item is not None else None
    return line.layer if line is not None else None
