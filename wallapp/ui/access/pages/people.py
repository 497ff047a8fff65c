"""Accounts as an administrator keeps them: made, given roles, given a new first password, closed for good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from wallapp.base.errors import WallError
from wallapp.domain.people import Person
from wallapp.ui.access.pages import words
from wallapp.ui.access.pages.first_password import FirstPasswordDialog, new_first_password
from wallapp.ui.access.pages.page import Confirm, Page
from wallapp.ui.access.pages.person_form import PersonForm
from wallapp.ui.access.pages.rows import Row, Rows
from wallapp.ui.access.rooms import AccessRooms


class PeoplePage(Page):
    """Nobody changes their own account here. GUI thread."""

    def __init__(self, rooms: AccessRooms, confirm: Confirm, parent: QWidget | None = None) -> None:
        super().__init__(rooms, confirm, parent)
        self._people: dict[str, Person] = {}
        self.form: PersonForm | None = None
        self.first_password: FirstPasswordDialog | None = None
        self.people = Rows(7, stretch=1)
        self.make, self.roles, self.reset, self.close_it = (QPushButton() for _ in range(4))
        foot = QHBoxLayout()
        foot.addStretch(1)
        acts = (
            (self.make, "N", self._make),
            (self.roles, "E", self._change_roles),
            (self.reset, "R", self._ask_reset),
            (self.close_it, "Delete", self._ask_close),
        )
        for button, keys, act in acts:
            foot.addWidget(button)
            button.clicked.connect(act)
            self.key(keys, act)
        self.body.addWidget(self.people, 1)
        self.body.addLayout(foot)
        self.people.chose.connect(self._show_buttons)
        self.name_itself()
        self.retranslate()

    # Page

    def title(self) -> str:
        return self.tr("People")

    def look(self) -> None:
        self.ask(lambda: self.rooms.people.people(self.rooms.actor), self._show)

    def retranslate(self) -> None:
        self.people.name(
            self.tr("Accounts"),
            [
                self.tr("Login"),
                self.tr("Name"),
                self.tr("Roles"),
                self.tr("Organisation"),
                self.tr("Duty"),
                self.tr("Key"),
                self.tr("State"),
            ],
            self.tr("No accounts."),
        )
        self.make.setText(self.tr("New account (N)"))
        self.roles.setText(self.tr("Roles (E)"))
        self.reset.setText(self.tr("New first password (R)"))
        self.close_it.setText(self.tr("Close (Delete)"))
        self._fill()

    # Inside

    def _show(self, people: Sequence[Person]) -> None:
        self._people = {person.account: person for person in people}
        self._fill()

    def _fill(self) -> None:
        self.people.fill([self._row(person) for person in self._people.values()])
        self._show_buttons()

    def _row(self, person: Person) -> Row:
        state = self.tr("open") if person.active else self.tr("closed")
        has_key = self.tr("has a key") if person.public_key else self.tr("not signed in yet")
        cells = (
            words.apart(person.login),
            words.apart(person.name),
            words.words(person.roles),
            words.apart(person.organisation) if person.organisation else "—",
            self.tr("on duty") if person.on_duty else "—",
            has_key if person.active else "—",
            state,
        )
        return Row(person.account, cells, "" if person.active else "quiet")

    def _chosen(self) -> Person | None:
        return self._people.get(self.people.chosen)

    def _show_buttons(self) -> None:
        person = self._chosen()
        is_other = person is not None and person.active and person.account != self.rooms.actor.account
        for button in (self.roles, self.reset, self.close_it):
            button.setEnabled(is_other)

    def _make(self) -> None:
        self._open_form(None)

    def _change_roles(self) -> None:
        if self.roles.isEnabled():
            self._open_form(self._chosen())

    def _open_form(self, person: Person | None) -> None:
        if self.form is not None:
            return
        form = PersonForm(person, self.rooms.owners, parent=self)
        self.form = form
        form.finished.connect(self._close_form)
        form.sent.connect(lambda: self._send_new(form) if person is None else self._send_roles(form, person))
        form.open()

    def _close_form(self) -> None:
        if self.form is not None:
            self.form.deleteLater()
            self.form = None
        self.window().activateWindow()

    def _send_new(self, form: PersonForm) -> None:
        password, people, actor = new_first_password(), self.rooms.people, self.rooms.actor
        login, name = form.login.text().strip(), form.name.text()
        roles, organisation = form.chosen_roles, form.chosen_organisation

        def work() -> Person:
            return people.make(actor, login, name=name, roles=roles, organisation=organisation, first_password=password)

        def done(person: Person) -> None:
            form.accept()
            self._tell_password(person, password)
            self.look()

        self.ask(work, done, failed=lambda error: self._refuse_form(form, error))

    def _send_roles(self, form: PersonForm, person: Person) -> None:
        roles, organisation = form.chosen_roles, form.chosen_organisation

        def work() -> Person:
            return self.rooms.people.change_roles(self.rooms.actor, person.account, roles, organisation=organisation)

        def done(changed: Person) -> None:
            form.accept()
            text = self.tr("{name} is now: {roles}. More rights count once the trust list is renewed.")
            self.say(text.format(name=words.apart(changed.name), roles=words.words(changed.roles)), "information")
            self.look()

        self.ask(work, done, failed=lambda error: self._refuse_form(form, error))

    def _refuse_form(self, form: PersonForm, error: WallError) -> None:
        form.refuse(words.refusal(error))

    def _tell_password(self, person: Person, password: str) -> None:
        self.first_password = FirstPasswordDialog(person.name, password, parent=self)
        self.first_password.finished.connect(self._forget_password)
        self.first_password.open()

    def _forget_password(self) -> None:
        if self.first_password is not None:
            self.first_password.password.clear()
            self.first_password.deleteLater()
            self.first_password = None
        self.window().activateWindow()

    def _ask_reset(self) -> None:
        person = self._chosen()
        if person is None or not self.reset.isEnabled():
            return
        text = self.tr("Give {name} a new first password? The key they have now is lost.")
        self.make_sure(text.format(name=words.apart(person.name)), lambda: self._reset(person))

    def _reset(self, person: Person) -> None:
        password = new_first_password()

        def done(_nothing: None) -> None:
            self._tell_password(person, password)
            self.look()

        self.ask(lambda: self.rooms.people.reset_password(self.rooms.actor, person.account, password), done)

    def _ask_close(self) -> None:
        person = self._chosen()
        if person is None or not self.close_it.isEnabled():
            return
        text = self.tr("Close the account of {name} for good?")
        self.make_sure(text.format(name=words.apart(person.name)), lambda: self._close(person))

    def _close(self, person: Person) -> None:
        def done(_nothing: None) -> None:
            text = self.tr("The account of {name} is closed.")
            self.say(text.format(name=words.apart(person.name)), "information")
            self.look()

        self.ask(lambda: self.rooms.people.close(self.rooms.actor, person.account), done)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.people.setFocus()
