"""The list of layers: a shape for the kind, the name, on or off, and below it which cameras it frames."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
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
from wallapp.ui.crisis.row_list import LINE_ROLE, RowList, box_of, draw_selected, small_letters

_MARGIN_PX: Final = 12
_GAP_PX: Final = 8
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

    @property
    def key(self) -> LayerId:
        """Whose row it is."""
        return self.layer


class LayerList(RowList[LayerLine]):
    """Arrows select, Space or a click on the word switches, Enter and the right button open the menu, Alt with an
    arrow moves one up or down, Escape gives the keyboard back; letters and digits are left to the window.

    Signals: `switched`, `pointed` (LayerId, or None); `menu_asked` (LayerId, QPoint of the screen); `moved` (LayerId,
    -1 or 1); `given_up`. GUI thread.
    """

    switched = Signal(object)
    menu_asked = Signal(object, object)
    moved = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_RowDelegate(self))

    @property
    def current(self) -> LayerId | None:
        """The selected one; None in an empty list."""
        line = self.current_line
        return line.layer if line is not None else None

    @property
    def content_px(self) -> int:
        """How high all rows are."""
        return sum(self.sizeHintForRow(row) for row in range(self.count()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, current = Qt.Key(event.key()), self.current
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if current is not None and is_alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(current, -1 if key is Qt.Key.Key_Up else 1)
        elif current is not None and key is Qt.Key.Key_Space:
            self.switched.emit(current)
        elif current is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask_menu(self.currentRow())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        item = self.itemAt(event.position().toPoint())
        if item is not None and event.button() is Qt.MouseButton.LeftButton:
            switch = switch_rect(self.visualItemRect(item), self.layoutDirection())
            if switch.contains(event.position().toPoint()):
                self.switched.emit(self._layer_of(item))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = self.itemAt(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._ask_menu(self.currentRow())
        elif item is not None:
            self.setCurrentItem(item)
            self.menu_asked.emit(self._layer_of(item), event.globalPos())

    def _layer_of(self, item: QListWidgetItem) -> LayerId | None:
        line = self.line_of(item)
        return line.layer if line is not None else None

    def _ask_menu(self, row: int) -> None:
        item = self.item(row)
        if item is not None:
            box = self.visualItemRect(item)
            self.menu_asked.emit(
                self._layer_of(item), self.viewport().mapToGlobal(QPoint(box.center().x(), box.bottom()))
            )


class _RowDelegate(QStyledItemDelegate):
    """Draws a row; the selected one on a raised ground with a bar at its beginning, white where the keyboard is."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line: LayerLine | None = index.data(LINE_ROLE)
        second = small_letters(self._view).height() if line is not None and line.detail else 0
        return QSize(40, self._view.fontMetrics().height() + second + 13)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: LayerLine | None = index.data(LINE_ROLE)
        if line is None:
            return
        view, box = self._view, box_of(option)
        direction = view.layoutDirection()
        painter.save()
        if index.row() == view.currentRow() and view.hasFocus():
            draw_selected(painter, view, box)
        title_px, small = view.fontMetrics().height(), small_letters(view)
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
