"""The list of the log's lines, newest first: time, kind, what it says, by whom; a corrected one is struck through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wallapp.services.logbook import LineView
from wallapp.ui import theme
from wallapp.ui.crisis.row_list import LINE_ROLE, PanelList, box_of, draw_selected, small_letters

_MARGIN_PX: Final = 12
_GAP_PX: Final = 12
_ABOVE_PX: Final = 4
_LINES_MOST: Final = 4
"""Of one text, while its row is not selected."""


@dataclass(frozen=True, slots=True)
class LogRow:
    """What a row says.

    Attributes:
      view: the line itself.
      spoken: all of it in words.
      later: what corrects it, newest last.
    """

    view: LineView
    time: str
    kind: str
    text: str
    author: str
    spoken: str
    later: tuple[str, ...] = ()
    is_by_hand: bool = True
    is_significant: bool = False

    @property
    def key(self) -> str:
        """Which line it is, whatever was said of it since."""
        return str(self.view.entry.line.id)


class LogList(PanelList):
    """Arrows select, Escape gives the keyboard back; letters and digits are left to the panel and the window.

    Signals: `pointed`: another line is the selected one; `menu_asked` (QPoint, global); `given_up`. GUI thread.
    """

    pointed = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = _RowDelegate(self)
        self.setItemDelegate(self._delegate)
        self.currentItemChanged.connect(lambda *_: self._point())

    @property
    def current(self) -> LogRow | None:
        """The selected one; None where there is none."""
        item = self.currentItem()
        row: LogRow | None = item.data(LINE_ROLE) if item is not None else None
        return row

    @property
    def rows(self) -> list[LogRow]:
        """What it shows, from the top."""
        return [self.item(row).data(LINE_ROLE) for row in range(self.count())]

    def show_rows(self, rows: Sequence[LogRow]) -> None:
        """Show these; the selected one stays selected where it still is there, and what is looked at stays in place."""
        if self.rows == list(rows):
            return
        before, bar = self.current, self.verticalScrollBar()
        was_at_top = bar.value() == bar.minimum()
        self.blockSignals(True)
        self.clear()
        for row in rows:
            item = QListWidgetItem(self)
            item.setData(LINE_ROLE, row)
            item.setText(row.spoken)  # for assistive techniques; the delegate draws the rest
        kept = [index for index, row in enumerate(rows) if before is not None and row.key == before.key]
        self.setCurrentRow(kept[0] if kept else -1)
        self.blockSignals(False)
        if was_at_top and not kept:
            self.scrollToTop()
        self._point()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = self.currentItem()
        if item is not None:
            by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
            middle = self.viewport().mapToGlobal(self.visualItemRect(item).center())
            self.menu_asked.emit(middle if by_key else event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _point(self) -> None:
        self.scheduleDelayedItemsLayout()  # the selected one shows all of its text
        self.pointed.emit()


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the parts of a row stand in a width, written from the left."""

    time: QRect
    kind: QRect
    text: QRect
    author: QRect


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, view: LogList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row: LogRow | None = index.data(LINE_ROLE)
        width = max(320, self._view.viewport().width())
        if row is None:
            return QSize(width, 20)
        columns = self._columns(QRect(0, 0, width, 10_000))
        height = sum(self._heights(row, columns.text.width(), is_whole=index.row() == self._view.currentRow()))
        return QSize(width, height + 2 * _ABOVE_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: LogRow | None = index.data(LINE_ROLE)
        if row is None:
            return
        view, box = self._view, box_of(option)
        direction = view.layoutDirection()
        is_current = index.row() == view.currentRow()
        painter.save()
        if is_current:
            draw_selected(painter, view, box)
        columns = self._columns(box)
        leading = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignTop
        painter.setFont(theme.font(theme.FONT_SMALL_PX))
        painter.setPen(QColor(theme.TEXT_QUIET))
        small = small_letters(view)
        for part, text in ((columns.time, row.time), (columns.kind, row.kind), (columns.author, row.author)):
            where = QStyle.visualRect(direction, box, part.adjusted(0, 2, 0, 0))
            painter.drawText(where, leading, small.elidedText(text, Qt.TextElideMode.ElideRight, part.width()))
        self._paint_text(painter, row, QStyle.visualRect(direction, box, columns.text), is_whole=is_current)
        painter.restore()

    def _paint_text(self, painter: QPainter, row: LogRow, where: QRect, *, is_whole: bool) -> None:
        direction = self._view.layoutDirection()
        leading = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignTop
        heights = self._heights(row, where.width(), is_whole=is_whole)
        font = QFont(self._view.font())
        font.setStrikeOut(bool(row.later))
        font.setBold(row.is_significant)
        top = where.top()
        for number, (text, height) in enumerate(zip((row.text, *row.later), heights, strict=True)):
            part = QRect(where.left(), top, where.width(), height)
            painter.setFont(font if number == 0 else self._view.font())
            quiet = not row.is_by_hand or (number == 0 and row.later)
            painter.setPen(QColor(theme.TEXT_QUIET if quiet else theme.TEXT_STRONG))
            painter.save()
            painter.setClipRect(part)
            painter.drawText(part, leading | Qt.TextFlag.TextWordWrap, text)
            painter.restore()
            top += height

    def _heights(self, row: LogRow, width: int, *, is_whole: bool) -> list[int]:
        """Of the text and of what corrects it."""
        font = QFont(self._view.font())
        font.setBold(row.is_significant)
        metrics = QFontMetrics(font, self._view)
        most = 100_000 if is_whole else metrics.lineSpacing() * _LINES_MOST
        room = QRect(0, 0, width, 100_000)
        flags = int(Qt.TextFlag.TextWordWrap)
        return [
            min(most, max(metrics.lineSpacing(), metrics.boundingRect(room, flags, text).height()))
            for text in (row.text, *row.later)
        ]

    def _columns(self, box: QRect) -> _Columns:
        small = small_letters(self._view)
        time_px = small.horizontalAdvance("00.00. 00:00:00")
        kind_px = max(90, small.horizontalAdvance("Message out") + 8)
        author_px = min(190, max(90, box.width() // 6))
        top, height = box.top() + _ABOVE_PX, box.height() - 2 * _ABOVE_PX
        left = box.left() + _MARGIN_PX
        time = QRect(left, top, time_px, height)
        kind = QRect(time.right() + 1 + _GAP_PX, top, kind_px, height)
        author = QRect(box.right() - _MARGIN_PX - author_px, top, author_px, height)
        begins = kind.right() + 1 + _GAP_PX
        return _Columns(time, kind, QRect(begins, top, max(80, author.left() - _GAP_PX - begins), height), author)
