"""A table of plain rows that keeps its place when it is filled again, and says so when there is nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from wallapp.ui import theme
from wallapp.ui.access.pages.marks import TEXT_COLOURS, mark_icon

ROW_PX: Final = 30


@dataclass(frozen=True, slots=True)
class Row:
    """`key` names what the row is about; `severity` colours the row's words and is "" for what is in order."""

    key: str
    cells: tuple[str, ...]
    severity: str = ""


class _Cell(QStyledItemDelegate):
    """Keeps a row's colour where it is chosen: what is wrong must not turn white under the cursor."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        brush = index.data(Qt.ItemDataRole.ForegroundRole)
        if isinstance(brush, QBrush):
            option.palette.setBrush(QPalette.ColorRole.HighlightedText, brush)


class Rows(QTableWidget):
    """Signal `chose` (key, "" for none). GUI thread.

    Args:
      stretch: the column that takes the room left over.
    """

    chose = Signal(str)

    def __init__(self, columns: int, *, stretch: int = -1, parent: QWidget | None = None) -> None:
        super().__init__(0, columns, parent)
        self._empty = ""
        self._keys: list[str] = []
        self._filling = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet("QTableView::item { padding: 0 8px; }")
        self.setItemDelegate(_Cell(self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(stretch % columns, QHeaderView.ResizeMode.Stretch)
        self.itemSelectionChanged.connect(self._tell)

    def name(self, name: str, headings: Sequence[str], empty: str) -> None:
        """Set the words: the accessible name, the columns' headings, and what stands there while it is empty."""
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(headings))
        self._empty = empty
        self.viewport().update()

    def fill(self, rows: Sequence[Row]) -> None:
        """Show these rows; the chosen one stays chosen where it is still there, else its neighbour is."""
        before, place = self.chosen, max(0, self.currentRow())
        self._filling = True
        self.setRowCount(len(rows))
        self._keys = [row.key for row in rows]
        for index, row in enumerate(rows):
            self._set_row(index, row)
        if rows:
            index = self._keys.index(before) if before in self._keys else min(place, len(rows) - 1)
            self.setCurrentCell(index, 0)
        self._filling = False
        self.viewport().update()
        if self.chosen != before:
            self.chose.emit(self.chosen)

    @property
    def chosen(self) -> str:
        """The key of the chosen row; empty where there is none."""
        row = self.currentRow()
        return self._keys[row] if 0 <= row < len(self._keys) else ""

    def choose(self, key: str) -> None:
        """Put the cursor on this row, if it is there."""
        if key in self._keys:
            self.setCurrentCell(self._keys.index(key), 0)

    @property
    def texts(self) -> list[list[str]]:
        """What stands in the table, row by row."""
        return [[self._text(row, column) for column in range(self.columnCount())] for row in range(self.rowCount())]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.rowCount() or not self._empty:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(theme.TEXT_QUIET))
        area = self.viewport().rect()
        painter.drawText(
            QRect(area.left() + 16, area.top() + 16, area.width() - 32, area.height() - 32),
            int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap),
            self._empty,
        )
        painter.end()

    def _set_row(self, index: int, row: Row) -> None:
        for column, text in enumerate(row.cells):
            item = self.item(index, column)
            if item is None:
                item = QTableWidgetItem()
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.setItem(index, column, item)
            if item.text() != text:
                item.setText(text)
                item.setToolTip(text)
            if column == 0:
                item.setIcon(mark_icon(row.severity))
            item.setForeground(QColor(TEXT_COLOURS.get(row.severity, theme.TEXT)))

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text() if item is not None else ""

    def _tell(self) -> None:
        if not self._filling:
            self.chose.emit(self.chosen)
