"""Choosing a password: twice, hidden, with the rule beside it; and changing the one that one has."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QPushButton, QWidget

from wallapp.base.errors import WallError
from wallapp.services.secrets import PASSWORD_LENGTH_MIN
from wallapp.ui.access.asking import ask
from wallapp.ui.access.labels import Refusal, column_of, hidden_field, main_button, quiet
from wallapp.ui.access.refusals import say
from wallapp.ui.access.rooms import AccessRooms


class NewPassword(QWidget):
    """Two fields that must agree. GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = hidden_field(self.tr("New password"))
        self.again = hidden_field(self.tr("The same once more"))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(10)
        form.addRow(self.tr("New password"), self.first)
        form.addRow(self.tr("The same once more"), self.again)
        rule = self.tr("At least {least} characters; a sentence of some words is easy to keep.")
        form.addRow(quiet(rule.format(least=PASSWORD_LENGTH_MIN)))

    def fault(self) -> str:
        """Why it cannot be taken, in words; empty where it can."""
        if len(self.first.text()) < PASSWORD_LENGTH_MIN:
            text = self.tr("The password has {typed} characters; it needs {least}")
            return text.format(typed=len(self.first.text()), least=PASSWORD_LENGTH_MIN)
        if self.first.text() != self.again.text():
            return self.tr("The two are not the same; type it once more")
        return ""

    @property
    def chosen(self) -> str:
        """What was typed."""
        return self.first.text()

    def clear(self) -> None:
        """Keep nothing of it in the fields."""
        self.first.clear()
        self.again.clear()


class ChangePassword(QDialog):
    """The old one, then the new one twice. GUI thread."""

    def __init__(self, rooms: AccessRooms, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rooms = rooms
        self.setWindowTitle(self.tr("Change password"))
        self.setMinimumWidth(460)
        self.old = hidden_field(self.tr("Password until now"))
        self.new = NewPassword()
        self.refusal = Refusal()
        self.send = main_button(self.tr("Change it"))
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        form = QFormLayout()
        form.addRow(self.tr("Password until now"), self.old)
        column = column_of(self)
        column.addLayout(form)
        column.addWidget(self.new)
        column.addWidget(self.refusal)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.send)
        column.addLayout(buttons)
        cancel.clicked.connect(self.reject)
        self.send.clicked.connect(self._send)
        self.old.setFocus()

    def _send(self) -> None:
        fault = self.new.fault()
        self.refusal.say(fault)
        if fault:
            return
        self.send.setEnabled(False)
        actor, old, new = self._rooms.actor, self.old.text(), self.new.chosen
        work = lambda: self._rooms.sign_in.change_password(actor, old, new)  # noqa: E731  # read once, just below
        ask(self._rooms.clerk, self, work, then=lambda _: self.accept(), failed=self._refused)

    def _refused(self, error: WallError) -> None:
        self.send.setEnabled(True)
        self.refusal.say(say(error))
        self.old.setFocus()
