"""Asks under which number and name the wall is to be kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from wallapp.base.ids import LayoutNumber
from wallapp.services.entry_line import LAYOUT_NUMBER_MAX
from wallapp.services.ports import SavedLayout

NAME_MAX = 40


class SaveDialog(QDialog):
    """Says beforehand when a layout would be replaced. GUI thread."""

    def __init__(
        self, layouts: Sequence[SavedLayout], *, number: LayoutNumber, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save the wall as a layout"))
        self._taken = {layout.number: layout.name for layout in layouts}
        self._number = QSpinBox()
        self._number.setRange(1, LAYOUT_NUMBER_MAX)
        self._number.setValue(number)
        self._number.lineEdit().setTextMargins(10, 0, 10, 0)  # the style sheet's padding does not reach it
        self._name = QLineEdit(name)
        self._name.setMaxLength(NAME_MAX)
        self._name.setMinimumWidth(280)
        self._replaces = QLabel()
        self._replaces.setProperty("severity", "medium")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.setContentsMargins(20, 18, 20, 16)
        form.setSpacing(12)
        form.addRow(self.tr("Number"), self._number)
        form.addRow(self.tr("Name"), self._name)
        form.addRow(self._replaces)
        form.addRow(buttons)
        self._number.valueChanged.connect(self._show_taken)
        self._show_taken()
        self._name.setFocus()

    @property
    def number(self) -> LayoutNumber:
        """The number chosen."""
        return LayoutNumber(self._number.value())

    @property
    def name(self) -> str:
        """The name typed, without the spaces around it; may be empty."""
        return self._name.text().strip()

    def _show_taken(self) -> None:
        number = self.number
        text = ""
        if number in self._taken:
            text = self.tr("Replaces layout {number} {name}").format(number=number, name=self._taken[number])
        self._replaces.setText(text or " ")
