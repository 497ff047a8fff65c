"""An owner's own cameras with their terms, and a key to lock one at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from wallapp.base.ids import CameraNumber
from wallapp.domain.access import Lock, LockKind
from wallapp.domain.camera import Sensitivity
from wallapp.domain.policy import CameraTerms, Policy
from wallapp.services.access_views import LockView
from wallapp.services.policy_desk import PolicyState
from wallapp.ui.access.pages import words
from wallapp.ui.access.pages.agreement_words import limits_text, terms_text
from wallapp.ui.access.pages.page import Confirm, Page
from wallapp.ui.access.pages.rows import Row, Rows
from wallapp.ui.access.pages.scene_proposal import SceneProposal
from wallapp.ui.access.rooms import AccessRooms


class OwnCamerasPage(Page):
    """For a representative. GUI thread."""

    def __init__(self, rooms: AccessRooms, confirm: Confirm, parent: QWidget | None = None) -> None:
        super().__init__(rooms, confirm, parent)
        self._policy: Policy | None = None
        self._locks: dict[str, LockView] = {}
        self.cameras = Rows(5, stretch=3)
        self.lock = QPushButton()
        self.scene = QPushButton()
        self.certifying: SceneProposal | None = None
        self._limits = QLabel()
        self._limits.setWordWrap(True)
        self._limits.setProperty("quiet", True)
        foot = QHBoxLayout()
        foot.addWidget(self._limits, 1)
        foot.addWidget(self.scene)
        foot.addWidget(self.lock)
        self.body.addWidget(self.cameras, 1)
        self.body.addLayout(foot)
        self.cameras.chose.connect(self._show_chosen)
        self.lock.clicked.connect(self._ask)
        self.scene.clicked.connect(self._certify)
        self.key("L", self._ask)
        self.key("E", self._certify)
        self.name_itself()
        self.retranslate()

    # Page

    def title(self) -> str:
        return self.tr("Own cameras")

    def look(self) -> None:
        rooms = self.rooms

        def work() -> tuple[list[PolicyState], list[LockView]]:
            return rooms.policies.policies(), rooms.views.locks(rooms.actor)

        self.ask(work, lambda found: self._show(*found))

    def retranslate(self) -> None:
        self.cameras.name(
            self.tr("Own cameras and what was agreed for each"),
            [self.tr("Number"), self.tr("Name"), self.tr("Site"), self.tr("Agreed"), self.tr("Lock")],
            self.tr("No camera of yours is registered."),
        )
        self.scene.setText(self.tr("Certify an empty scene (E) …"))
        self._fill()

    # Inside

    def _show(self, policies: Sequence[PolicyState], locks: Sequence[LockView]) -> None:
        own = self.rooms.person.organisation
        found = (one.policy for one in policies if one.in_force and one.policy.owner == own)
        self._policy = next(found, None)
        self._locks = {view.lock.target: view for view in locks if view.lock.kind is LockKind.CAMERA}
        self._fill()

    def _fill(self) -> None:
        own = [one for one in self.rooms.cameras.values() if one.owner == self.rooms.person.organisation]
        rows = []
        for camera in sorted(own, key=lambda one: one.number):
            terms, lock = self._terms(str(camera.number)), self._locks.get(str(camera.number))
            agreed = terms_text(terms) if terms else self.tr("no agreement: nothing of it opens")
            locked = self.tr("locked: {reason}").format(reason=lock.reason) if lock else ""
            cells = (str(camera.number), words.apart(camera.name), words.apart(camera.site), agreed, locked)
            rows.append(Row(str(camera.number), cells, "medium" if lock else ""))
        self.cameras.fill(rows)
        self._show_chosen()

    def _terms(self, number: str) -> CameraTerms | None:
        return self._policy.terms(CameraNumber(int(number))) if self._policy and number else None

    def _show_chosen(self) -> None:
        number = self.cameras.chosen
        self.lock.setEnabled(bool(number))
        self.lock.setText(self.tr("Lift the lock (L)") if number in self._locks else self.tr("Lock (L)"))
        terms = self._terms(number)
        can = self.rooms.scenes is not None and terms is not None and terms.sensitivity is Sensitivity.PRIVATE
        self.scene.setEnabled(can)
        self._limits.setText(limits_text(terms.sensitivity, has_scene=bool(terms.scenes)) if terms else "")

    def _certify(self) -> None:
        terms = self._terms(self.cameras.chosen)
        if terms is not None and self.scene.isEnabled():
            self.certifying = SceneProposal(self, terms)

    def _ask(self) -> None:
        number = self.cameras.chosen
        if not number:
            return
        lock = self._locks.get(number)
        if lock is not None:
            question = self.tr("Lift the lock on camera {number}?")
            self.make_sure(question.format(number=number), lambda: self._lift(lock.lock.lock))
            return
        question = self.tr("Lock camera {number}? Clear views of it close at once.")
        self.make_sure(question.format(number=number), lambda: self._lock(number))

    def _lock(self, number: str) -> None:
        reason = self.tr("locked by its owner")

        def done(_lock: Lock) -> None:
            self.say(self.tr("Camera {number} is locked.").format(number=number), "information")
            self.look()

        def work() -> Lock:
            return self.rooms.access.set_lock(self.rooms.actor, LockKind.CAMERA, target=number, reason=reason)

        self.ask(work, done)

    def _lift(self, lock: str) -> None:
        def done(_nothing: None) -> None:
            self.say(self.tr("The lock is lifted."), "information")
            self.look()

        self.ask(lambda: self.rooms.access.lift_lock(self.rooms.actor, lock), done)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.cameras.setFocus()
