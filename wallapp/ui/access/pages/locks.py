"""Locks: what they stop, who set them and why; set with a reason, lifted by who may."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from wallapp.base.ids import StationName
from wallapp.domain.access import Lock, LockKind
from wallapp.domain.people import Person
from wallapp.domain.permissions import Verb, may
from wallapp.services.access_views import LockView
from wallapp.ui.access.pages import words
from wallapp.ui.access.pages.page import Confirm, Page
from wallapp.ui.access.pages.rows import Row, Rows
from wallapp.ui.access.rooms import AccessRooms


class LocksPage(Page):
    """An owner's representative locks their own cameras alone. GUI thread."""

    def __init__(self, rooms: AccessRooms, confirm: Confirm, parent: QWidget | None = None) -> None:
        super().__init__(rooms, confirm, parent)
        self._locks: dict[str, LockView] = {}
        self._people: dict[str, str] = {}
        self.locks = Rows(5, stretch=2)
        self.kind = QComboBox()
        self.target = QComboBox()
        self.target.setMinimumWidth(280)
        self.reason = QLineEdit()
        self.set_it = QPushButton()
        self.lift = QPushButton()
        self._kind_label, self._target_label, self._reason_label = QLabel(), QLabel(), QLabel()
        self._lay_out()
        self.locks.chose.connect(lambda key: self.lift.setEnabled(bool(key)))
        self.kind.currentIndexChanged.connect(self._offer_targets)
        self.reason.returnPressed.connect(self._set)
        self.set_it.clicked.connect(self._set)
        self.lift.clicked.connect(self._ask_lift)
        self.key("Delete", self._ask_lift)
        self.name_itself()
        self.retranslate()

    def _lay_out(self) -> None:
        form = QHBoxLayout()
        form.setSpacing(10)
        fields = ((self._kind_label, self.kind), (self._target_label, self.target), (self._reason_label, self.reason))
        for label, field in fields:
            label.setBuddy(field)
            form.addWidget(label)
            form.addWidget(field, 1 if field is self.reason else 0)
        form.addWidget(self.set_it)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.lift)
        self.body.addLayout(form)
        self.body.addWidget(self.locks, 1)
        self.body.addLayout(foot)

    # Page

    def title(self) -> str:
        return self.tr("Locks")

    def look(self) -> None:
        def work() -> tuple[list[LockView], list[Person]]:
            return self.rooms.views.locks(self.rooms.actor), self.rooms.views.lockable(self.rooms.actor)

        self.ask(work, lambda found: self._show(*found))

    def retranslate(self) -> None:
        self._kind_label.setText(self.tr("Lock"))
        self._target_label.setText(self.tr("Which"))
        self._reason_label.setText(self.tr("Why"))
        self.kind.setAccessibleName(self.tr("What the lock stops"))
        self.target.setAccessibleName(self.tr("Which one"))
        self.reason.setAccessibleName(self.tr("Reason, at least 10 letters"))
        self.reason.setPlaceholderText(self.tr("reason, at least 10 letters"))
        self.set_it.setText(self.tr("Set the lock"))
        self.lift.setText(self.tr("Lift (Delete)"))
        self.locks.name(
            self.tr("Locks in force"),
            [self.tr("Lock"), self.tr("Which"), self.tr("Why"), self.tr("Set by"), self.tr("Since")],
            self.tr("No lock stands. A lock opens nothing and stops everything it names until it is lifted."),
        )
        chosen = self.kind.currentData()
        self.kind.blockSignals(True)
        self.kind.clear()
        for kind in self._kinds():
            self.kind.addItem(words.word(kind), kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(chosen)))
        self.kind.blockSignals(False)
        self._offer_targets()
        self._fill()

    # Inside

    def _kinds(self) -> Sequence[LockKind]:
        if may(self.rooms.person.roles, Verb.LOCK):
            return tuple(LockKind)
        return (LockKind.CAMERA, LockKind.OWNER)

    def _offer_targets(self) -> None:
        """What this kind of lock can name; a station can be typed."""
        kind = LockKind(self.kind.currentData())  # Qt hands back plain text
        before = self.target.currentData()
        self.target.clear()
        self.target.setEditable(kind is LockKind.STATION)
        self.target.setEnabled(kind is not LockKind.EVERYTHING)
        for key, text in self._targets(kind):
            self.target.addItem(text, key)
        self.target.setCurrentIndex(max(0, self.target.findData(before)))

    def _targets(self, kind: LockKind) -> list[tuple[str, str]]:
        person = self.rooms.person
        all_of_them = may(person.roles, Verb.LOCK)
        cameras = [one for one in self.rooms.cameras.values() if all_of_them or one.owner == person.organisation]
        if kind is LockKind.PERSON:
            return list(self._people.items())
        if kind is LockKind.STATION:
            return [(self.rooms.station, self.rooms.station)]
        if kind is LockKind.CAMERA:
            ordered = sorted(cameras, key=lambda one: one.number)
            return [(str(one.number), f"{one.number} {words.apart(one.name)}") for one in ordered]
        if kind is LockKind.OWNER:
            return [(owner, words.apart(owner)) for owner in sorted({one.owner for one in cameras})]
        return [("", self.tr("everything"))]

    def _show(self, locks: Sequence[LockView], people: Sequence[Person]) -> None:
        self._locks = {view.lock.lock: view for view in locks}
        found: dict[str, str] = {person.account: words.apart(person.name) for person in people}
        if found != self._people:
            self._people = found
            self._offer_targets()
        self._fill()

    def _fill(self) -> None:
        self.locks.fill([self._row(view) for view in self._locks.values()])
        self.lift.setEnabled(bool(self.locks.chosen))

    def _row(self, view: LockView) -> Row:
        lock = view.lock
        by = words.apart(view.by.name) if view.by else self.tr("gone")
        cells = (words.word(lock.kind), self._target_of(lock), view.reason, by, words.moment(lock.made_at))
        return Row(lock.lock, cells, "medium")

    def _target_of(self, lock: Lock) -> str:
        if lock.kind is LockKind.PERSON:
            return self._people.get(lock.target, self.tr("gone"))
        if lock.kind is LockKind.CAMERA:
            camera = next((one for one in self.rooms.cameras.values() if str(one.number) == lock.target), None)
            return f"{lock.target} {words.apart(camera.name)}" if camera else lock.target
        return words.apart(lock.target) if lock.target else ""

    def _set(self) -> None:
        kind = LockKind(self.kind.currentData())  # Qt hands back plain text
        is_typed = kind is LockKind.STATION
        target = StationName(self.target.currentText().strip()) if is_typed else str(self.target.currentData() or "")
        reason = self.reason.text()

        def done(_lock: Lock) -> None:
            self.reason.clear()
            self.say(self.tr("The lock stands: what it names opens nothing from now on."), "information")
            self.look()

        def work() -> Lock:
            return self.rooms.access.set_lock(self.rooms.actor, kind, target=target, reason=reason)

        self.ask(work, done)

    def _ask_lift(self) -> None:
        view = self._locks.get(self.locks.chosen)
        if view is None:
            return
        text = self.tr("Lift the lock: {kind} {target}?")
        what = text.format(kind=words.word(view.lock.kind), target=self._target_of(view.lock))
        self.make_sure(what, lambda: self._lift(view.lock.lock))

    def _lift(self, lock: str) -> None:
        def done(_nothing: None) -> None:
            self.say(self.tr("The lock is lifted."), "information")
            self.look()

        self.ask(lambda: self.rooms.access.lift_lock(self.rooms.actor, lock), done)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)
