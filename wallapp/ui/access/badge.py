"""Who is signed in, in the top strip: name, role, on duty or not; and what they can do about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from wallapp.base.errors import WallError
from wallapp.domain.people import Person
from wallapp.domain.permissions import Verb, may
from wallapp.ui import theme
from wallapp.ui.access.asking import ask
from wallapp.ui.access.refusals import say
from wallapp.ui.access.rooms import AccessRooms
from wallapp.ui.access.words import roles_words
from wallapp.ui.notice import Notice, Weight

_NAME_MOST_PX = 320


class PersonBadge(QToolButton):
    """A button with a menu. Signals: `told` (Notice), `lock_asked`, `password_asked`. GUI thread."""

    told = Signal(object)
    lock_asked = Signal()
    password_asked = Signal()

    def __init__(self, rooms: AccessRooms, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rooms = rooms
        self.person = rooms.person
        self._is_folded = False
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setMaximumWidth(_NAME_MOST_PX)
        self.setStyleSheet(
            f"QToolButton {{ color: {theme.TEXT_STRONG}; padding: 4px 8px; }}"
            "QToolButton::menu-indicator { image: none; width: 0; }"
        )
        self._menu = QMenu(self)
        self.duty = self._menu.addAction("")
        self.duty.setCheckable(True)
        self.duty.setVisible(may(self.person.roles, Verb.SET_DUTY))
        self._menu.addSeparator()
        self.lock = self._menu.addAction("")
        self.password = self._menu.addAction("")
        self.leave = self._menu.addAction("")
        self.duty.triggered.connect(self.set_duty)
        self.lock.triggered.connect(self.lock_asked)
        self.password.triggered.connect(self.password_asked)
        self.leave.triggered.connect(rooms.sign_out)
        self.setMenu(self._menu)
        self._retranslate()

    def fold(self, on: bool) -> None:
        """Say no more than the name; or all of it again."""
        if on is not self._is_folded:
            self._is_folded = on
            self._retranslate()

    def set_duty(self, on_duty: bool) -> None:
        """Go on duty, or off; the switch follows what the store says."""
        people, actor = self._rooms.people, self._rooms.actor
        ask(
            self._rooms.clerk,
            self,
            lambda: people.set_duty(actor, on_duty=on_duty),
            then=self._changed,
            failed=self._refused,
        )

    def _changed(self, person: Person) -> None:
        self.person = person
        self._retranslate()
        self.told.emit(Notice(self.tr("You are on duty") if person.on_duty else self.tr("You are off duty")))

    def _refused(self, error: WallError) -> None:
        self._retranslate()
        self.told.emit(Notice(say(error), Weight.TROUBLE))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        person = self.person
        parts = [person.name]
        roles = roles_words(person.roles)
        if roles.casefold() != person.name.casefold():
            parts.append(roles)
        if may(person.roles, Verb.SET_DUTY):
            parts.append(self.tr("on duty") if person.on_duty else self.tr("off duty"))
        who = " · ".join(parts)
        self.setText(person.name if self._is_folded else who)
        self.setToolTip(who)
        self.setAccessibleName(self.tr("Signed in: {who}").format(who=who))
        self.duty.setText(self.tr("On duty"))
        self.duty.setChecked(person.on_duty)
        self.lock.setText(self.tr("Lock this station"))
        self.password.setText(self.tr("Change password…"))
        self.leave.setText(self.tr("Sign out"))
