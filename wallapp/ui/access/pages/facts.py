"""A column of titled lines: what a person reads before they act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from wallapp.ui import theme
from wallapp.ui.access.pages.marks import MARK_PX, mark

_TITLE_PX: Final = 190


@dataclass(frozen=True, slots=True)
class Fact:
    """`severity` colours the text: "critical", "medium", "information" or "" for what is in order."""

    title: str
    text: str
    severity: str = ""


class Facts(QScrollArea):
    """Shows facts below each other, wrapped; scrolls where they do not fit. GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Fact, ...] = ()
        self._is_mirrored = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }")
        self._inside = QWidget()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(9)
        self._grid.setColumnStretch(2, 1)
        self._grid.setColumnMinimumWidth(1, MARK_PX)
        self._grid.setColumnMinimumWidth(0, _TITLE_PX)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.setWidget(self._inside)

    @property
    def shown(self) -> tuple[Fact, ...]:
        """What stands there."""
        return self._shown

    def text_of(self, title: str) -> str:
        """The text under a title; empty where there is none."""
        return next((fact.text for fact in self._shown if fact.title == title), "")

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these in place of those before."""
        if (tuple(facts), self.isRightToLeft()) == (self._shown, self._is_mirrored):
            return
        self._shown, self._is_mirrored = tuple(facts), self.isRightToLeft()
        # Absolute: a label would follow its own text's direction, and names and numbers would leave their column.
        side = Qt.AlignmentFlag.AlignRight if self._is_mirrored else Qt.AlignmentFlag.AlignLeft
        beside = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute | side
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, fact in enumerate(facts):
            title, text = _label(fact.title), _label(fact.text)
            title.setProperty("quiet", True)
            title.setAlignment(beside)
            text.setProperty("severity", fact.severity)
            text.setAlignment(beside)
            text.setAccessibleName(f"{fact.title}: {fact.text}")
            self._grid.addWidget(title, row, 0)
            if fact.severity:
                shape = QLabel()
                shape.setPixmap(mark(fact.severity))
                shape.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
                shape.setContentsMargins(0, 4, 0, 0)
                self._grid.addWidget(shape, row, 1)
            self._grid.addWidget(text, row, 2)


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setFont(theme.font())
    return label
