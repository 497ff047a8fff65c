"""A field for a time in minutes that does not round what it was given."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QSpinBox, QWidget

TEXT_MARGINS: Final = (10, 0, 10, 0)
"""Of a number's field: the style sheet's padding does not reach it."""


class MinuteField(QSpinBox):
    """Shows whole minutes; gives back the very seconds it was given until a person changes it. GUI thread."""

    def __init__(self, seconds: int, *, most_s: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given_s = seconds
        self.setRange(1, max(1, most_s // 60))
        self.setValue(max(1, seconds // 60))
        self._given_min = self.value()
        self.lineEdit().setTextMargins(*TEXT_MARGINS)

    @property
    def seconds(self) -> int:
        """As it stands."""
        return self._given_s if self.value() == self._given_min else self.value() * 60
