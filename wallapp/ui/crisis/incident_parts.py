"""What an incident's page is put together from: lists with their buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from wallapp.ui import theme
from wallapp.ui.access.labels import heading
from wallapp.ui.crisis import words

_KEY: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list. `is_over`: kept, but no longer so; dimmed."""

    key: str
    text: str
    is_over: bool = False


class RowsPart(QWidget):
    """A heading, rows, and below them what can be done with the selected one. GUI thread.

    Signals: `chosen`: another row is selected.
    """

    chosen = Signal()

    def __init__(self, *, rows: int = 3, parent: QWidget | None = None) -> None:
        """Args: rows: so many are shown at least; more scroll."""
        super().__init__(parent)
        self._title_text = ""
        self.title = heading()
        self.title.setWordWrap(False)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setMinimumHeight(rows * (self.fontMetrics().height() + 8))
        self.list.currentRowChanged.connect(lambda _row: self.chosen.emit())
        self.foot = QHBoxLayout()
        self.foot.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.list, 1)
        column.addLayout(self.foot)

    @property
    def current(self) -> str | None:
        """The key of the selected row; None where none is."""
        item = self.list.currentItem()
        return str(item.data(_KEY)) if item is not None else None

    @property
    def texts(self) -> list[str]:
        """What the rows say."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    def rename(self, title: str) -> None:
        """Set its heading."""
        self._title_text = title
        self.list.setAccessibleName(title)
        self._say_count()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; the selected one stays selected."""
        shown = [(self.list.item(row).data(_KEY), self.list.item(row).text()) for row in range(self.list.count())]
        if shown == [(row.key, row.text) for row in rows]:
            return
        before = self.current
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(row.text, self.list)
            item.setData(_KEY, row.key)
            item.setToolTip(row.text)
            item.setSizeHint(QSize())
            if row.is_over:
                item.setForeground(QColor(theme.MARK_QUIET))
        keys = [row.key for row in rows]
        self.list.setCurrentRow(keys.index(before) if before in keys else (0 if keys else -1))
        self.list.blockSignals(False)
        self._say_count()
        self.chosen.emit()

    def _say_count(self) -> None:
        count = self.list.count()
        self.title.setText(f"{self._title_text} ({count})" if count else self._title_text)

    def add_button(self, text: str, do: Callable[[str], object], *, keys: str = "") -> QPushButton:
        """A button for the selected row; its key works while the list has the keyboard."""
        button = QPushButton(f"{text} ({words.key_word(keys)})" if keys else text)
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        button.setStyleSheet("padding: 3px 10px;")

        def go() -> None:
            key = self.current
            if key is not None and button.isEnabled():
                do(key)

        button.clicked.connect(go)
        if keys:
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(go)
        self.foot.addWidget(button)
        return button
