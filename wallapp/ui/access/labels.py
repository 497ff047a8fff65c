"""Small parts that every desk's dialogs are made of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from wallapp.ui import theme


class Refusal(QLabel):
    """The line where a dialog says why it could not do what was asked; it keeps its room while it is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("severity", "medium")
        self.setMinimumHeight(self.fontMetrics().height() * 2 + 4)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.say("")

    def say(self, text: str) -> None:
        """Show a refusal; empty clears it."""
        self.setText(text)
        self.setAccessibleName(text)


def quiet(text: str = "", parent: QWidget | None = None) -> QLabel:
    """A line of explanation, wrapped."""
    label = QLabel(text, parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("quiet", True)
    return label


def heading(text: str = "", parent: QWidget | None = None) -> QLabel:
    """A title within a panel or a dialog."""
    label = QLabel(text, parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setStyleSheet(f"color: {theme.TEXT_STRONG}; font-weight: bold;")
    return label


def hidden_field(name: str) -> QLineEdit:
    """A field whose typing cannot be read over a shoulder."""
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setAccessibleName(name)
    return field


def code_field(name: str) -> QLineEdit:
    """A field for a second factor's code."""
    field = QLineEdit()
    field.setMaxLength(11)
    field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
    field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    field.setAccessibleName(name)
    return field


def column_of(dialog: QDialog) -> QVBoxLayout:
    """The dialog's layout with the house's margins."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 20, 24, 18)
    column.setSpacing(12)
    return column


def main_button(text: str) -> QPushButton:
    """The button that Enter presses; the application's sheet gives it its colour."""
    button = QPushButton(text)
    button.setDefault(True)
    return button


def grow(dialog: QDialog) -> None:
    """Give a dialog the height that its words need now: wrapped text that came later would squeeze the fields."""
    layout = dialog.layout()
    if layout is not None and dialog.isVisible():
        layout.activate()
        needed_px = max(layout.totalHeightForWidth(dialog.width()), layout.totalMinimumSize().height())
        dialog.resize(dialog.width(), max(dialog.height(), needed_px))
