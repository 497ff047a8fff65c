"""The first person of a station: an administrator with their own key, who founds the list that decoders believe."""

from __future__ import annotations

import secrets

from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from wallapp.domain.warrant import TrustPin
from wallapp.services.actor import Actor
from wallapp.services.sign_in import Confirmation, Enrolment
from wallapp.ui.access.door import Door
from wallapp.ui.access.enrolment import Begun, TwoSteps
from wallapp.ui.access.labels import heading, quiet
from wallapp.ui.access.passwords import NewPassword


class FirstAdministrator(TwoSteps):
    """Makes the account, its key and the trust list. `pin` is what the station believes from then on. GUI thread."""

    def __init__(self, door: Door, parent: QWidget | None = None) -> None:
        page = QWidget()
        super().__init__(door, page, begin=self._first_page, prove=self._found, parent=parent)
        self.pin: TrustPin | None = None
        self._given = secrets.token_urlsafe(24)
        self._is_made = False
        self.setWindowTitle(self.tr("The first administrator"))
        self.login = QLineEdit()
        self.login.setAccessibleName(self.tr("Login"))
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name, as others read it"))
        self.new = NewPassword()
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(self.tr("Login"), self.login)
        form.addRow(self.tr("Name, as others read it"), self.name)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(heading(self.tr("Nobody has an account here yet.")))
        text = self.tr(
            "The first one is an administrator's: they make the others and sign the list of people and policies "
            "that every decoder believes. An administrator opens no picture and decides no request."
        )
        column.addWidget(quiet(text))
        column.addLayout(form)
        column.addWidget(self.new)
        column.addStretch(1)
        self.login.setFocus()

    def _first_page(self) -> Begun:
        """The account; tried again after a refusal, it is made once."""
        login, name, new = self.login.text().strip(), self.name.text().strip(), self.new.chosen
        self.password = new
        return self.new.fault(), lambda: self._make(login, name, new)

    def _make(self, login: str, name: str, new: str) -> tuple[Actor, Enrolment]:
        """In the clerk's thread."""
        if not self._is_made:
            self.door.people.make_first(login, name, self._given, station=self.door.station)
            self._is_made = True
        signed_in = self.door.sign_in.sign_in(login, self._given, "", station=self.door.station)
        return signed_in.actor, self.door.sign_in.enrol(signed_in.actor, self._given, new)

    def _found(self, confirmation: Confirmation) -> None:
        """Found the trust list with the key that was just opened."""
        if self.actor is not None:
            self.pin = self.door.trust.found(self.actor, confirmation.key)
