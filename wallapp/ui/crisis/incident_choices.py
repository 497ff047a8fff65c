"""Choices that incidents are made of: the usual events, the priority with its shape, the categories."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from wallapp.domain.cap import Category
from wallapp.domain.incident import Priority
from wallapp.ui import theme
from wallapp.ui.access.marks import MARK_PX, severity_pixmap
from wallapp.ui.crisis import words

_Kind = TypeVar("_Kind", bound=Enum)


@dataclass(frozen=True, slots=True)
class UsualEvent:
    """Something that rooms often open, with what it mostly is."""

    name: object
    category: Category
    priority: Priority

    @property
    def word(self) -> str:
        """In the reader's language; so it is written into the incident."""
        return words.say(self.name)


USUAL: Final = (
    UsualEvent(QT_TRANSLATE_NOOP("Crisis", "Person fallen"), Category.HEALTH, Priority.HIGH),
    UsualEvent(QT_TRANSLATE_NOOP("Crisis", "Crowd pressure"), Category.SAFETY, Priority.CRITICAL),
    UsualEvent(QT_TRANSLATE_NOOP("Crisis", "Fire or smoke"), Category.FIRE, Priority.CRITICAL),
    UsualEvent(QT_TRANSLATE_NOOP("Crisis", "Fight"), Category.SECURITY, Priority.HIGH),
    UsualEvent(QT_TRANSLATE_NOOP("Crisis", "Traffic accident"), Category.TRANSPORT, Priority.HIGH),
    UsualEvent(QT_TRANSLATE_NOOP("Crisis", "Vehicle stopped"), Category.TRANSPORT, Priority.MEDIUM),
    UsualEvent(QT_TRANSLATE_NOOP("Crisis", "Intrusion"), Category.SECURITY, Priority.HIGH),
    UsualEvent(QT_TRANSLATE_NOOP("Crisis", "Unattended bag"), Category.SECURITY, Priority.HIGH),
    UsualEvent(QT_TRANSLATE_NOOP("Crisis", "Missing person"), Category.RESCUE, Priority.HIGH),
    UsualEvent(QT_TRANSLATE_NOOP("Crisis", "Gathering"), Category.SECURITY, Priority.MEDIUM),
    UsualEvent(QT_TRANSLATE_NOOP("Crisis", "Flooding"), Category.MET, Priority.HIGH),
    UsualEvent(QT_TRANSLATE_NOOP("Crisis", "Light or power out"), Category.INFRA, Priority.MEDIUM),
)
"""Chosen by their number, counted from 1: what a room sees most comes first."""


class EnumChoice(QComboBox, Generic[_Kind]):
    """One of an enum's values by its word. GUI thread.

    Args:
      found: the values in their order, with texts marked for translation.
    """

    def __init__(self, found: Mapping[_Kind, object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = list(found)
        for value in self._found:
            self.addItem(words.word(value))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> _Kind:
        """What is chosen."""
        return self._found[max(0, self.currentIndex())]

    def show_value(self, value: _Kind) -> None:
        """Choose it."""
        self.setCurrentIndex(self._found.index(value))

    def retranslate(self) -> None:
        """Say the words anew."""
        for row, value in enumerate(self._found):
            self.setItemText(row, words.word(value))


class PriorityChoice(QWidget):
    """The four priorities side by side, each with its shape; arrows go from one to the next. GUI thread.

    Signals: `changed`: somebody chose one, not `show_value`.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._buttons: dict[Priority, QPushButton] = {}
        for priority in words.PRIORITIES:
            button = QPushButton(words.word(priority))
            button.setIcon(QIcon(severity_pixmap(words.MARKS[priority])))
            button.setIconSize(QSize(MARK_PX, MARK_PX))
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setAutoDefault(False)
            button.setStyleSheet(
                f"QPushButton {{ padding: 5px 10px; }}"
                f"QPushButton:checked {{ border-color: {theme.TEXT_STRONG}; color: {theme.TEXT_STRONG}; }}"
            )
            button.clicked.connect(self.changed)
            self._buttons[priority] = button
            row.addWidget(button)
        row.addStretch(1)
        self.show_value(Priority.MEDIUM)

    @property
    def value(self) -> Priority:
        """What is chosen."""
        return next(priority for priority, button in self._buttons.items() if button.isChecked())

    def show_value(self, priority: Priority) -> None:
        """Choose it."""
        button = self._buttons[priority]
        button.setChecked(True)
        self.setFocusProxy(button)


class CategoryChoice(QPushButton):
    """Several categories, in a menu to tick; at least one. Signals: `changed`. GUI thread."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self._menu = QMenu(self)
        self._actions: dict[Category, QAction] = {}
        for category in words.CATEGORIES:
            action = self._menu.addAction(words.word(category))
            action.setCheckable(True)
            action.triggered.connect(self._tick)
            self._actions[category] = action
        self.setMenu(self._menu)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_value((Category.OTHER,))

    @property
    def value(self) -> tuple[Category, ...]:
        """What is ticked, in the order in which it was ticked."""
        return self._value

    def show_value(self, categories: Iterable[Category]) -> None:
        """Tick these and no others."""
        self._value = tuple(categories) or (Category.OTHER,)
        for category, action in self._actions.items():
            action.setChecked(category in self._value)
        self._say()

    def _tick(self) -> None:
        ticked = [category for category, action in self._actions.items() if action.isChecked()]
        kept = [category for category in self._value if category in ticked]
        self.show_value((*kept, *(category for category in ticked if category not in kept)))
        self.changed.emit()

    def _say(self) -> None:
        text = ", ".join(words.word(category) for category in self._value)
        self.setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, 260))
        self.setToolTip(text)
