"""One row of the access panel: what it is, how it stands, how long still, and what can be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from wallapp.ui import theme
from wallapp.ui.access.labels import quiet
from wallapp.ui.access.marks import Mark, Severity
from wallapp.ui.access.words import countdown

_BAR_PX = 3


class AccessRow(QFrame):
    """A mark, a title with its countdown, a line or two, buttons. GUI thread."""

    def __init__(self, severity: Severity, title: str, detail: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole_s = 0
        self.title = QLabel(title)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.title.setStyleSheet(f"color: {theme.TEXT_STRONG};")
        self.left = QLabel()
        self.left.setMinimumWidth(self.left.fontMetrics().horizontalAdvance("0:00:00"))
        self.left.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
        self.detail = quiet(detail)
        self.detail.setStyleSheet(f"color: {theme.TEXT_QUIET}; font-size: {theme.FONT_SMALL_PX}px;")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(_BAR_PX)
        self._bar.setStyleSheet(
            f"QProgressBar {{ background: {theme.LINE}; border: none; }}"
            f"QProgressBar::chunk {{ background: {severity.value}; }}"
        )
        self._bar.hide()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(6)
        self._buttons.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.mark = Mark(severity)
        head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        head.addWidget(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 6)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self.detail)
        column.addWidget(self._bar)
        column.addLayout(self._buttons)
        self._speak()

    def add_button(self, text: str, do: Callable[[], None], *, about: str) -> QPushButton:
        """A button at the row's end; `about` is what a screen reader says of it."""
        button = QPushButton(text)
        button.setAutoDefault(True)
        button.setStyleSheet("padding: 3px 10px;")
        button.setAccessibleName(about)
        button.clicked.connect(lambda: do())
        self._buttons.addWidget(button)
        return button

    def count_down(self, left_s: float, whole_s: int) -> None:
        """Show the time that is left of the whole."""
        self.left.setText(countdown(left_s))
        self._bar.setVisible(whole_s > 0)
        if whole_s != self._whole_s:
            self._whole_s = whole_s
            self._bar.setMaximum(max(1, whole_s))
        self._bar.setValue(max(0, min(whole_s, int(left_s))))

    def say(self, detail: str) -> None:
        """Another second line."""
        if detail != self.detail.text():
            self.detail.setText(detail)
            self._speak()

    def _speak(self) -> None:
        self.setAccessibleName(f"{self.title.text()}, {self.detail.text()}")
