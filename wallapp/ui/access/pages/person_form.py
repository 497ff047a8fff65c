"""An account's form: a new one, or other roles for one that is there."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from wallapp.base.ids import NO_OWNER, OwnerName
from wallapp.domain.people import Person, Role
from wallapp.ui.access.pages import words


class PersonForm(QDialog):
    """Stays open where it is refused. GUI thread.

    Signals: `sent`: the fields are to be taken.

    Args:
      person: whose roles are changed; None makes a new account.
    """

    sent = Signal()

    def __init__(self, person: Person | None, owners: Iterable[OwnerName], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("Roles of {name}").format(name=words.apart(person.name)) if person else self.tr("New account")
        self.setWindowTitle(title)
        self.login, self.name = QLineEdit(), QLineEdit()
        self.login.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.roles = {role: QCheckBox(words.word(role)) for role in Role}
        self.organisation = QComboBox()
        self.organisation.addItem(self.tr("the control room"), NO_OWNER)
        for owner in sorted(owners):
            self.organisation.addItem(words.apart(owner), owner)
        if person is not None:
            self.login.setText(person.login)
            self.name.setText(person.name)
            self.organisation.setCurrentIndex(max(0, self.organisation.findData(person.organisation)))
            for role in person.roles:
                self.roles[role].setChecked(True)
        self._refusal = QLabel()
        self._refusal.setWordWrap(True)
        self._refusal.setTextFormat(Qt.TextFormat.PlainText)
        self._refusal.setProperty("severity", "medium")
        self.send = QPushButton(self.tr("Save"))
        self._lay_out(is_new=person is None)

    def _lay_out(self, *, is_new: bool) -> None:
        form = QFormLayout()
        form.setSpacing(10)
        for title, field in ((self.tr("Login"), self.login), (self.tr("Name"), self.name)):
            field.setAccessibleName(title)
            field.setEnabled(is_new)
            form.addRow(title, field)
        roles = QVBoxLayout()
        for box in self.roles.values():
            roles.addWidget(box)
        form.addRow(self.tr("Roles"), roles)
        self.organisation.setAccessibleName(self.tr("Organisation"))
        form.addRow(self.tr("Organisation"), self.organisation)
        note = QLabel(self.tr("More rights count for requests once the trust list names them; fewer hold at once."))
        note.setWordWrap(True)
        note.setProperty("quiet", True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.send.setDefault(True)
        buttons.addButton(self.send, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self.send.clicked.connect(self.sent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(note)
        column.addWidget(self._refusal)
        column.addWidget(buttons)
        self.setMinimumWidth(500)

    @property
    def chosen_roles(self) -> frozenset[Role]:
        """Those ticked."""
        return frozenset(role for role, box in self.roles.items() if box.isChecked())

    @property
    def chosen_organisation(self) -> OwnerName:
        """The owner they belong to; NO_OWNER for the room's own people."""
        return OwnerName(self.organisation.currentData())

    @property
    def refusal(self) -> str:
        """Why it was not taken."""
        return self._refusal.text()

    def refuse(self, text: str) -> None:
        """Say why it was not taken."""
        self._refusal.setText(text)
