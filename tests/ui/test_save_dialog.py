"""The dialog that asks for a layout's number and name."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from wallapp.base.ids import LayoutNumber
from wallapp.ui import theme
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.save_dialog import SaveDialog


def test_the_number_can_be_read(qtbot: QtBot, qapp: ConsoleApplication) -> None:
    theme.apply(qapp)  # the style sheet has its say on how much of the field is left for the number
    dialog = SaveDialog([], number=LayoutNumber(999))
    qtbot.addWidget(dialog)
    dialog.show()
    field = dialog.findChild(QSpinBox)
    assert field is not None
    inner = field.findChild(QLineEdit)
    assert inner is not None
    assert inner.text() == "999"
    assert inner.width() > inner.fontMetrics().horizontalAdvance("999") + 20
