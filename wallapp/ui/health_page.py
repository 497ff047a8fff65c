"""The health page: who is down, since when, why; the worst first. It stands under the wall and never on it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from wallapp.base.ids import CameraNumber
from wallapp.domain.feed_state import TruthState
from wallapp.ui import theme
from wallapp.ui.health_model import Column, HealthFilter, HealthModel

_RETRIED = frozenset({TruthState.LOST, TruthState.STALE, TruthState.LATE, TruthState.REFUSED, TruthState.QUARANTINED})


_WIDTHS_PX: Final = {
    Column.NUMBER: 56,
    Column.NAME: 124,
    Column.OWNER: 82,
    Column.STATE: 112,
    Column.SINCE: 72,
    Column.CAUSE: 150,
    Column.NEXT_TRY: 64,
    Column.STREAM: 78,
    Column.CODEC: 50,
    Column.SIZE: 78,
    Column.FPS: 44,
    Column.DECODER: 42,
    Column.STALLS: 52,
    Column.RECONNECTS: 58,
}
"""Least widths; a wider table gives each column its share."""
_ROW_PX: Final = 28
_ROWS_LEAST: Final = 6
"""With the header. A page kept from a larger window or smaller texts would open as a slit otherwise."""


class HealthTable(QTableView):
    """A table that leaves letters and digits to the window, so that they reach the entry line from here too."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least_px = sum(_WIDTHS_PX.values())
        scale = max(1.0, self.viewport().width() / least_px)
        for column, width_px in _WIDTHS_PX.items():
            self.setColumnWidth(column, int(width_px * scale))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


class _Cell(QStyledItemDelegate):
    """Keeps a cell's colour where its row is selected: a fault must not turn white because somebody chose it."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        if isinstance(colour, QColor):
            option.palette.setColor(QPalette.ColorRole.HighlightedText, colour)


class HealthPage(QWidget):
    """Signals: `try_asked` (camera number), `found` (camera number: show where it stands), `closed`. GUI thread."""

    try_asked = Signal(int)
    found = Signal(int)
    closed = Signal()

    def __init__(self, model: HealthModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = model
        self._filter = HealthFilter(model, self)
        self._title = QLabel()
        self._title.setFont(theme.font(bold=True))
        self._title.setStyleSheet("font-weight: bold;")
        self._search = QLineEdit()
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(280)
        self._watched_only = QCheckBox()
        self._try = QPushButton()
        self._close = QPushButton()
        self._table = self._make_table()
        self._lay_out()
        self._search.textChanged.connect(self._filter.seek)
        self._watched_only.toggled.connect(lambda on: self._filter.show_all(not on))
        self._try.clicked.connect(self._ask_try)
        self._close.clicked.connect(self.closed)
        self._table.selectionModel().selectionChanged.connect(self._show_choice)
        self._table.activated.connect(self._find)
        model.dataChanged.connect(self._show_choice)
        for keys, action in (("Ctrl+T", self._ask_try), ("Escape", self.closed.emit)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)
        self._retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 0)
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._search, 1)
        head.addWidget(self._watched_only)
        head.addStretch(1)
        head.addWidget(self._try)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._table, 1)

    def _make_table(self) -> HealthTable:
        table = HealthTable()
        table.setModel(self._filter)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW_PX)
        table.setMinimumHeight(_ROWS_LEAST * _ROW_PX)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(40)
        header.setStyleSheet("QHeaderView::section { font-size: 12px; padding: 5px 4px; }")
        table.setFont(theme.font(13))
        table.setItemDelegate(_Cell(table))
        table.setSortingEnabled(True)
        table.sortByColumn(Column.STATE, Qt.SortOrder.AscendingOrder)
        return table

    # What the window asks

    @property
    def chosen(self) -> CameraNumber | None:
        """The camera of the selected row."""
        rows = self._table.selectionModel().selectedRows()
        return self._camera(rows[0]) if rows else None

    def take_focus(self) -> None:
        """Put the cursor into the table, on its first camera: who opens the page looks for the worst."""
        self._table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._filter.rowCount():
            self._table.selectRow(0)
            self._table.scrollToTop()

    # Inside

    def _camera(self, index: QModelIndex) -> CameraNumber:
        return self._model.camera_at(self._filter.mapToSource(index).row()).number

    def _ask_try(self) -> None:
        if self.chosen is not None and self._try.isEnabled():
            self.try_asked.emit(self.chosen)

    def _find(self, index: QModelIndex) -> None:
        self.found.emit(self._camera(index))

    def _show_choice(self) -> None:
        """The button says what it would do to the chosen camera, and is off where there is nothing to do."""
        rows = self._table.selectionModel().selectedRows()
        state = self._model.status_at(self._filter.mapToSource(rows[0]).row()).state if rows else None
        self._try.setEnabled(state in _RETRIED)
        quarantined = state is TruthState.QUARANTINED
        text = self.tr("Release from quarantine") if quarantined else self.tr("Try now")
        self._try.setText(f"{text} (Ctrl+T)")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._model.retranslate()
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Health"))
        self._search.setPlaceholderText(self.tr("filter"))
        self._search.setAccessibleName(self.tr("Filter the cameras"))
        self._watched_only.setText(self.tr("only cameras on the wall"))
        self._close.setText(self.tr("Close") + " (Esc)")
        self._table.setAccessibleName(self.tr("Cameras and their health, the worst first"))
        self._show_choice()
