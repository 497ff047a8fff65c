"""What the lists at the side have in common: one line an object, kept selected while the readings change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyle, QStyleOptionViewItem, QWidget

from wallapp.ui import theme

LINE_ROLE: Final = Qt.ItemDataRole.UserRole
_EDGE_PX: Final = 3


class Line(Protocol):
    """What a row says."""

    @property
    def key(self) -> str:
        """Whose row it is, whatever it says."""
        ...

    @property
    def spoken(self) -> str:
        """All of it in words."""
        ...


_Line = TypeVar("_Line", bound=Line)


class PanelList(QListWidget):
    """Escape gives the keyboard back; letters and digits are left to the panel and the window.

    Signals: `given_up`. GUI thread.
    """

    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setProperty("panel", True)
        self.setStyleSheet(f"QListWidget {{ background: {theme.PANEL}; }}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # not a search in the list: the window's entry line wants it
        else:
            super().keyPressEvent(event)


class RowList(PanelList, Generic[_Line]):
    """Signals: `pointed`: another line's key is selected, or None. GUI thread."""

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentItemChanged.connect(lambda *_: self.pointed.emit(self._key()))

    @property
    def current_line(self) -> _Line | None:
        """The selected one; None in an empty list."""
        return self.line_of(self.currentItem())

    @property
    def lines(self) -> list[_Line]:
        """What it shows, from the top."""
        return [self.item(row).data(LINE_ROLE) for row in range(self.count())]

    def line_of(self, item: QListWidgetItem | None) -> _Line | None:
        """What an item says; None for none."""
        line: _Line | None = item.data(LINE_ROLE) if item is not None else None
        return line

    def show_lines(self, lines: Sequence[_Line]) -> None:
        """Show these; the selected one stays selected, and the one in its place is where it is gone."""
        before, row_before = self._key(), max(self.currentRow(), 0)
        self.blockSignals(True)
        while self.count() > len(lines):
            self.takeItem(self.count() - 1)
        while self.count() < len(lines):
            self.addItem(QListWidgetItem())
        for row, line in enumerate(lines):
            item = self.item(row)
            if item.data(LINE_ROLE) != line:
                item.setData(LINE_ROLE, line)
                item.setText(line.spoken)  # for assistive techniques; what is seen is painted
                item.setToolTip(line.spoken)
        places = {line.key: row for row, line in enumerate(lines)}
        in_its_place = min(row_before, len(lines) - 1)
        self.setCurrentRow(in_its_place if before is None else places.get(before, in_its_place))
        self.blockSignals(False)
        self.scheduleDelayedItemsLayout()
        if self._key() != before:
            self.pointed.emit(self._key())

    def select(self, key: str) -> bool:
        """Select one of them. False where it is not in the list."""
        row = next((row for row, line in enumerate(self.lines) if line.key == key), -1)
        if row >= 0:
            self.setCurrentRow(row)
        return row >= 0

    def _key(self) -> str | None:
        line = self.current_line
        return line.key if line is not None else None


def draw_selected(painter: QPainter, view: QWidget, box: QRect) -> None:
    """The ground of the selected row: raised, with a bar at its beginning, white where the keyboard is."""
    painter.fillRect(box, QColor(theme.RAISED))
    colour = theme.TEXT_STRONG if view.hasFocus() else theme.MARK_QUIET
    edge = QRect(box.left(), box.top(), _EDGE_PX, box.height())
    painter.fillRect(QStyle.visualRect(view.layoutDirection(), box, edge), QColor(colour))


def small_letters(view: QWidget) -> QFontMetrics:
    """Of a row's second line."""
    return QFontMetrics(theme.font(theme.FONT_SMALL_PX), view)


def box_of(option: QStyleOptionViewItem) -> QRect:
    """Where a row is painted."""
    return option.rect
