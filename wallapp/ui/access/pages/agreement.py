"""Owners' agreements: each version in words beside the one in force, signed by whom; proposed and countersigned."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from wallapp.domain.permissions import Verb, may
from wallapp.domain.policy import Policy
from wallapp.services.access_ports import Document
from wallapp.services.actor import SigningKey
from wallapp.services.policy_desk import PolicyVersion
from wallapp.ui.access.pages import words
from wallapp.ui.access.pages.agreement_form import AgreementForm
from wallapp.ui.access.pages.agreement_words import agreement_facts, differences
from wallapp.ui.access.pages.facts import Facts
from wallapp.ui.access.pages.mask_canvas import Picture
from wallapp.ui.access.pages.page import Confirm, Page
from wallapp.ui.access.pages.rows import Row, Rows
from wallapp.ui.access.rooms import AccessRooms


class AgreementPage(Page):
    """A representative sees and changes their own organisation's; others all. GUI thread.

    Args:
      picture: a camera's picture as this person may see it, for drawing masks on; None draws them on an empty frame.
    """

    def __init__(
        self, rooms: AccessRooms, confirm: Confirm, parent: QWidget | None = None, *, picture: Picture | None = None
    ) -> None:
        super().__init__(rooms, confirm, parent)
        self._versions: dict[str, PolicyVersion] = {}
        self._picture = picture
        self.form: AgreementForm | None = None
        self.versions = Rows(5, stretch=4)
        self.facts = Facts()
        self.countersign, self.propose = QPushButton(), QPushButton()
        self._about = QLabel()
        self._about.setWordWrap(True)
        self._about.setProperty("quiet", True)
        self._lay_out()
        self.versions.chose.connect(self._show_chosen)
        self.countersign.clicked.connect(self._ask_countersign)
        self.propose.clicked.connect(self._open_form)
        self.key("S", self._ask_countersign)
        self.key("P", self._open_form)
        self.name_itself()
        self.retranslate()

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 0, 12, 0)
        column.setSpacing(10)
        column.addWidget(self._about)
        column.addWidget(self.facts, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.versions)
        split.addWidget(side)
        split.setSizes([820, 1000])
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.propose)
        foot.addWidget(self.countersign)
        self.body.addWidget(split, 1)
        self.body.addLayout(foot)

    # Page

    def title(self) -> str:
        return self.tr("Agreements")

    def look(self) -> None:
        self.ask(self.rooms.policies.versions, self._show)

    def retranslate(self) -> None:
        self.versions.name(
            self.tr("Versions of the owners' agreements, the newest first"),
            [self.tr("Owner"), self.tr("Version"), self.tr("State"), self.tr("Made"), self.tr("Signed by")],
            self.tr("No agreement yet. Nothing of an owner opens before there is one in force."),
        )
        self.propose.setText(self.tr("Propose a change (P)"))
        self.countersign.setText(self.tr("Countersign (S)"))
        self._fill()

    # Inside

    def _is_theirs(self, version: PolicyVersion) -> bool:
        """Whether it concerns the reader: an owner's agreement is no other owner's business."""
        person = self.rooms.person
        only_own = not any(may(person.roles, verb) for verb in (Verb.SEE_WHO_LOOKS, Verb.SIGN_TRUST, Verb.READ_AUDIT))
        return not only_own or version.state.policy.owner == person.organisation

    def _show(self, versions: Sequence[PolicyVersion]) -> None:
        mine = [one for one in versions if self._is_theirs(one)]
        ordered = sorted(mine, key=lambda one: (one.state.policy.owner, -one.state.policy.version))
        self._versions = {one.state.document.digest: one for one in ordered}
        self._fill()

    def _fill(self) -> None:
        self.versions.fill([self._row(one) for one in self._versions.values()])
        self._show_chosen()

    def _row(self, version: PolicyVersion) -> Row:
        state = version.state
        waits = not state.countersigned and self._is_newest(version)
        signers = words.comma().join(words.apart(name) for name in version.signed_by if name) or "—"
        cells = (
            words.apart(state.policy.owner),
            words.number(state.policy.version),
            self._state(version),
            words.moment(state.document.made_at),
            signers,
        )
        return Row(state.document.digest, cells, "medium" if waits else "" if state.in_force else "quiet")

    def _state(self, version: PolicyVersion) -> str:
        if version.state.in_force:
            return self.tr("in force")
        if not self._is_newest(version):
            return self.tr("superseded")
        if version.state.countersigned:
            return self.tr("countersigned, waits for the trust list")
        return self.tr("waits for its owner")

    def _is_newest(self, version: PolicyVersion) -> bool:
        mine = version.state.policy
        return all(
            one.state.policy.version <= mine.version
            for one in self._versions.values()
            if one.state.policy.owner == mine.owner
        )

    def _in_force(self, owner: str) -> Policy | None:
        found = (one.state.policy for one in self._versions.values() if one.state.in_force)
        return next((policy for policy in found if policy.owner == owner), None)

    def _chosen(self) -> PolicyVersion | None:
        return self._versions.get(self.versions.chosen)

    def _show_chosen(self) -> None:
        version, person = self._chosen(), self.rooms.person
        self.propose.setVisible(may(person.roles, Verb.PROPOSE_POLICY))
        self.propose.setEnabled(version is not None)
        self.countersign.setVisible(may(person.roles, Verb.COUNTERSIGN_POLICY))
        self.countersign.setEnabled(
            version is not None
            and person.speaks_for(version.state.policy.owner)
            and not version.state.countersigned
            and self._is_newest(version)
        )
        if version is None:
            self.facts.show_facts([])
            self._about.setText("")
            return
        policy, in_force = version.state.policy, self._in_force(version.state.policy.owner)
        if version.state.in_force:
            self.facts.show_facts(agreement_facts(policy, self.rooms.cameras))
            self._about.setText(self.tr("This is in force."))
            return
        self.facts.show_facts(differences(in_force, policy, self.rooms.cameras))
        text = self.tr("Against version {version}, which is in force; what differs is marked.")
        new = self.tr("There is none in force yet: all of it would be new.")
        self._about.setText(text.format(version=in_force.version) if in_force else new)

    def _ask_countersign(self) -> None:
        version = self._chosen()
        if version is None or not self.countersign.isEnabled():
            return
        policy, digest = version.state.policy, version.state.document.digest
        what = self.tr("Agree to version {version} in the name of {owner}")

        def send(key: SigningKey) -> None:
            self.ask(lambda: self.rooms.policies.countersign(self.rooms.actor, key, digest), done)

        def done(_nothing: None) -> None:
            self.say(self.tr("Countersigned. It takes force with the next trust list."), "information")
            self.look()

        self.confirm(send, what=what.format(version=policy.version, owner=words.apart(policy.owner)))

    def _open_form(self) -> None:
        version = self._chosen()
        if version is None or not self.propose.isEnabled() or self.form is not None:
            return
        self.form = AgreementForm(version.state.policy, self.rooms.cameras, picture=self._picture, parent=self)
        self.form.finished.connect(self._close_form)
        self.form.proposed.connect(self._propose)
        self.form.open()

    def _close_form(self) -> None:
        if self.form is not None:
            self.form.deleteLater()
            self.form = None
        self.window().activateWindow()

    def _propose(self, policy: Policy) -> None:
        """Refused, the form stays with everything that was typed."""
        form = self.form

        def done(document: Document) -> None:
            if form is not None:
                form.accept()
            text = self.tr("Version {version} is proposed; its owner has to countersign it.")
            self.say(text.format(version=document.version), "information")
            self.look()
            self.versions.choose(document.digest)

        self.ask(
            lambda: self.rooms.policies.propose(self.rooms.actor, policy),
            done,
            failed=lambda error: form.refuse(words.refusal(error)) if form is not None else self.refuse(error),
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.versions.setFocus()
