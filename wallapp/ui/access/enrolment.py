"""Getting a second factor: a secret for the telephone, and the first code as the proof that it arrived."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from wallapp.base.errors import WallError
from wallapp.services.actor import Actor
from wallapp.services.sign_in import Confirmation, Enrolment, SignedIn
from wallapp.ui import theme
from wallapp.ui.access.asking import ask
from wallapp.ui.access.door import Door
from wallapp.ui.access.labels import Refusal, code_field, column_of, heading, main_button, quiet
from wallapp.ui.access.passwords import NewPassword
from wallapp.ui.access.refusals import say

Begun: TypeAlias = tuple[str, Callable[[], tuple[Actor, Enrolment]]]
"""What is wrong with what was entered, empty where nothing is; and the work that it leads to."""


class SecondFactor(QWidget):
    """Shows the secret in groups and asks for the first code. GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.secret = QLabel()
        self.secret.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.secret.setWordWrap(True)
        self.secret.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.secret.setStyleSheet(f"color: {theme.TEXT_STRONG}; font-size: 20px; letter-spacing: 2px;")
        self.uri = QLineEdit()
        self.uri.setReadOnly(True)
        self.uri.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.uri.setAccessibleName(self.tr("Address for the authenticator"))
        self.code = code_field(self.tr("First code"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(heading(self.tr("Your telephone's authenticator")))
        how = self.tr(
            "Choose “enter a key” in the authenticator, time-based, and type these letters. "
            "They are shown this once; nobody can read them again."
        )
        column.addWidget(quiet(how))
        column.addWidget(self.secret)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(self.tr("Or this address"), self.uri)
        form.addRow(self.tr("First code"), self.code)
        column.addLayout(form)
        column.addStretch(1)

    def show_secret(self, enrolment: Enrolment) -> None:
        """Show it, four letters a group."""
        secret = enrolment.totp_secret
        self.secret.setText(" ".join(secret[at : at + 4] for at in range(0, len(secret), 4)))
        self.secret.setAccessibleName(self.secret.text())
        self.uri.setText(enrolment.totp_uri)
        self.uri.setCursorPosition(0)
        self.code.setFocus()


class TwoSteps(QDialog):
    """First something of one's own choice, then the telephone. GUI thread.

    Args:
      begin: what is wrong with the first page, or what the clerk is to do with it; it sets `password`.
      prove: called in the clerk's thread once the first code was right.
    """

    def __init__(
        self,
        door: Door,
        first: QWidget,
        *,
        begin: Callable[[], Begun],
        prove: Callable[[Confirmation], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.door = door
        self._begin, self._prove = begin, prove
        self.actor: Actor | None = None
        self.enrolment: Enrolment | None = None
        self.password = ""
        self.factor = SecondFactor()
        self.refusal = Refusal()
        self.send = main_button(self.tr("Go on"))
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        self.pages = QStackedWidget()
        self.pages.addWidget(first)
        self.pages.addWidget(self.factor)
        self.setMinimumWidth(560)
        column = column_of(self)
        column.addWidget(self.pages, 1)
        column.addWidget(self.refusal)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.send)
        column.addLayout(buttons)
        cancel.clicked.connect(self.reject)
        self.send.clicked.connect(self._go_on)

    def _go_on(self) -> None:
        self.refusal.say("")
        if self.enrolment is None:
            fault, work = self._begin()
            if fault:
                self.refusal.say(fault)
                return
            self.send.setEnabled(False)
            ask(self.door.clerk, self, work, then=self._enrolled, failed=self._refused)
            return
        actor, password, code = self.actor, self.password, self.factor.code.text()
        if actor is None:
            return

        def confirm() -> None:
            confirmation = self.door.sign_in.step_up(actor, password, code)
            try:
                if self._prove is not None:
                    self._prove(confirmation)
            finally:
                confirmation.key.close()

        self.send.setEnabled(False)
        ask(self.door.clerk, self, confirm, then=lambda _: self.accept(), failed=self._refused)

    def _enrolled(self, answer: tuple[Actor, Enrolment]) -> None:
        self.actor, self.enrolment = answer
        self.send.setEnabled(True)
        self.send.setText(self.tr("Prove it"))
        self.pages.setCurrentWidget(self.factor)
        self.factor.show_secret(self.enrolment)

    def _refused(self, error: WallError) -> None:
        self.send.setEnabled(True)
        self.refusal.say(say(error))
        if self.enrolment is not None:
            self.factor.code.clear()
            self.factor.code.setFocus()

    @property
    def who(self) -> SignedIn | None:
        """Who came in; None before the first code was right."""
        if self.result() != QDialog.DialogCode.Accepted or self.actor is None or self.enrolment is None:
            return None
        return SignedIn(self.actor, self.enrolment.person, must_enrol=False)


class EnrolDialog(TwoSteps):
    """For somebody whose password was given to them. GUI thread."""

    def __init__(self, door: Door, signed_in: SignedIn, given_password: str, parent: QWidget | None = None) -> None:
        page = QWidget()
        super().__init__(door, page, begin=self._first_page, parent=parent)
        self.setWindowTitle(self.tr("A password and a second factor of your own"))
        self._signed_in, self._given = signed_in, given_password
        self.new = NewPassword()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading(signed_in.person.name))
        column.addWidget(quiet(self.tr("The password you were given is known to somebody else: choose your own.")))
        column.addWidget(self.new)
        column.addStretch(1)
        self.new.first.setFocus()

    def _first_page(self) -> Begun:
        """The password."""
        actor, given, new = self._signed_in.actor, self._given, self.new.chosen
        self.password = new
        return self.new.fault(), lambda: (actor, self.door.sign_in.enrol(actor, given, new))
