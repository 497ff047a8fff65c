"""How much of a request is approved: which of its cameras, and for how long."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from wallapp.base.ids import CameraNumber
from wallapp.services.access_case import Case
from wallapp.ui import theme
from wallapp.ui.access.pages import words

STEPS_S: Final = (60, 120, 180, 300, 600, 900, 1200, 1800, 2700, 3600, 5400, 7200, 10800, 14400, 21600, 28800)
"""Where the keys for less and more time stop; what was asked for is a stop too."""
LEAST_PX: Final = 60
MOST_PX: Final = 480
"""Of the list of cameras; it scrolls where there are more."""
DIGITS: Final = 9
"""Cameras with a digit key of their own."""


class Narrowing(QWidget):
    """Cameras as boxes to tick, and a duration that only goes down from what was asked. GUI thread.

    Signals: `changed`: what an approval would open is another.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case: Case | None = None
        self._duration_s = 0
        self._filling = False
        self._heading = QLabel()
        self._heading.setProperty("quiet", True)
        self.cameras = QListWidget()
        self.cameras.setFrameShape(QFrame.Shape.NoFrame)
        self.cameras.setWordWrap(True)
        self.cameras.setStyleSheet("QListView::item { padding: 6px 4px; }")
        self._less, self._more = QPushButton("-"), QPushButton("+")
        self._time = QLabel()
        self._time.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._time.setStyleSheet(f"font-size: 20px; font-weight: bold; color: {theme.TEXT_STRONG};")
        self._asked = QLabel()
        self._asked.setProperty("quiet", True)
        self._asked.setAlignment(Qt.AlignmentFlag.AlignCenter)
        times = QHBoxLayout()
        for widget, stretch in ((self._less, 0), (self._time, 1), (self._more, 0)):
            times.addWidget(widget, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self.cameras)
        column.addLayout(times)
        column.addWidget(self._asked)
        self.cameras.itemChanged.connect(self._tell)
        self._less.clicked.connect(lambda: self.step(-1))
        self._more.clicked.connect(lambda: self.step(1))
        self._retranslate()

    def show_case(self, case: Case | None) -> None:
        """Show a case's cameras; the same case again keeps what was ticked and chosen."""
        same = case is not None and self._case is not None and case.request.terms == self._case.request.terms
        if same and case is not None:
            self._case = case
            return
        self._filling = True
        self._case = case
        self._duration_s = self._longest_s()
        self.cameras.clear()
        for camera in case.cameras if case else ():
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, int(camera.number))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.cameras.addItem(item)
        if self.cameras.count():
            self.cameras.setCurrentRow(0)
        self._filling = False
        self._retranslate()
        self.changed.emit()

    @property
    def chosen(self) -> frozenset[CameraNumber]:
        """The cameras ticked."""
        return frozenset(
            CameraNumber(item.data(Qt.ItemDataRole.UserRole))
            for item in map(self.cameras.item, range(self.cameras.count()))
            if item.checkState() is Qt.CheckState.Checked
        )

    @property
    def duration_s(self) -> int:
        """How long, in seconds."""
        return self._duration_s

    def toggle(self, row: int | None = None) -> None:
        """Tick or untick a camera: the one under the cursor, or the one of that row."""
        row = self.cameras.currentRow() if row is None else row
        item = self.cameras.item(row)
        if item is not None:
            on = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
            self.cameras.setCurrentRow(row)

    def move_by(self, rows: int) -> None:
        """Move the cursor among the cameras."""
        count = self.cameras.count()
        if count:
            self.cameras.setCurrentRow((self.cameras.currentRow() + rows) % count)

    def step(self, steps: int) -> None:
        """Less time (negative) or more, at most what was asked for and the rules allow."""
        longest_s = self._longest_s()
        stops = [*(stop for stop in STEPS_S if stop < longest_s), longest_s]
        if not longest_s:
            return
        here = next(index for index, stop in enumerate(stops) if stop >= min(self._duration_s, longest_s))
        self._duration_s = stops[min(len(stops) - 1, max(0, here + steps))]
        self._show_time()
        self.changed.emit()

    # Inside

    def _longest_s(self) -> int:
        if self._case is None:
            return 0
        policy = self._case.policy
        asked_s = self._case.request.terms.duration_s
        return min(asked_s, policy.longest_s) if policy else asked_s

    def _tell(self) -> None:
        if not self._filling:
            self._retranslate()
            self.changed.emit()

    def _show_time(self) -> None:
        self._time.setText(words.lasting(self._duration_s) if self._case else "")
        asked = self._case.request.terms.duration_s if self._case else 0
        self._asked.setText(self.tr("{time} were asked for").format(time=words.lasting(asked)) if asked else "")
        for widget in (self._less, self._more, self._time):
            widget.setVisible(self._case is not None)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Cameras: left, right and Space, or their digit; time: - and +"))
        self.cameras.setAccessibleName(self.tr("Cameras that the approval opens"))
        self._less.setAccessibleName(self.tr("Less time"))
        self._more.setAccessibleName(self.tr("More time"))
        was, self._filling = self._filling, True
        for row, camera in enumerate(self._case.cameras if self._case else ()):
            item = self.cameras.item(row)
            digit = f"[{row + 1}]  " if row < DIGITS else ""
            text = f"{digit}{camera.number}  {words.apart(camera.name)}"
            if camera.site:
                text += f" · {words.apart(camera.site)}"
            item.setText(f"{text}\n{words.word(camera.sensitivity)}")
        self._filling = was
        rows_px = sum(self.cameras.sizeHintForRow(row) for row in range(self.cameras.count()))
        self.cameras.setFixedHeight(min(MOST_PX, max(LEAST_PX, rows_px)))
        self._show_time()
