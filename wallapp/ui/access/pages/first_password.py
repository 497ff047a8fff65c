"""A first password that can be read out and typed once; its person must replace it at the first sign-in."""

from __future__ import annotations

import secrets
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from wallapp.ui.access.pages import words

_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that are taken for each other; on every keyboard where they are printed."""
_GROUPS: Final = 4
_GROUP: Final = 4


def new_first_password() -> str:
    """Some 79 bits, in groups."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))


class FirstPasswordDialog(QDialog):
    """Shows it once; it is kept nowhere. GUI thread."""

    def __init__(self, name: str, password: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("First password"))
        text = self.tr("For {name}. It is shown this once and kept nowhere; the first sign-in replaces it.")
        about = QLabel(text.format(name=words.apart(name)))
        about.setWordWrap(True)
        self.password = QLineEdit(password)
        self.password.setReadOnly(True)
        self.password.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.password.setAccessibleName(self.tr("First password"))
        self.password.setStyleSheet("font-size: 22px;")
        self.password.selectAll()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        for widget in (about, self.password, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(460)
