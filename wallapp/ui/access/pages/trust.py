"""The list of keys and agreements that every decoder believes: what would change, who has signed, what is in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from wallapp.base.ids import AccountId
from wallapp.domain.documents import TrustList, read_document
from wallapp.domain.permissions import Verb, may
from wallapp.services.access_ports import Document
from wallapp.services.actor import SigningKey
from wallapp.services.policy_desk import PolicyVersion
from wallapp.services.trust_desk import TrustChange
from wallapp.ui.access.pages import words
from wallapp.ui.access.pages.page import Confirm, Page
from wallapp.ui.access.pages.rows import Row, Rows
from wallapp.ui.access.rooms import AccessRooms


@dataclass(frozen=True, slots=True)
class _Found:
    changes: Sequence[TrustChange]
    waiting: Sequence[Document]
    in_force: Sequence[PolicyVersion]
    names: dict[AccountId, str]


class TrustPage(Page):
    """Two administrators sign; the second reads what the first proposed. GUI thread."""

    def __init__(self, rooms: AccessRooms, confirm: Confirm, parent: QWidget | None = None) -> None:
        super().__init__(rooms, confirm, parent)
        self._found = _Found((), (), (), {})
        self.changes, self.waiting, self.in_force = Rows(2, stretch=1), Rows(5, stretch=4), Rows(3, stretch=2)
        self.propose, self.sign = QPushButton(), QPushButton()
        self._titles = [QLabel() for _ in range(3)]
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setProperty("quiet", True)
        self.body.addWidget(self._note)
        row = QHBoxLayout()
        row.setSpacing(24)
        for title, table in zip(self._titles, (self.changes, self.waiting, self.in_force), strict=True):
            title.setStyleSheet("font-weight: bold;")
            column = QVBoxLayout()
            column.addWidget(title)
            column.addWidget(table, 1)
            row.addLayout(column, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.propose)
        foot.addWidget(self.sign)
        self.body.addLayout(row, 1)
        self.body.addLayout(foot)
        self.waiting.chose.connect(self._show_buttons)
        self.propose.clicked.connect(self._propose)
        self.sign.clicked.connect(self._sign)
        self.key("P", self._propose)
        self.key("S", self._sign)
        self.name_itself()
        self.retranslate()

    # Page

    def title(self) -> str:
        return self.tr("Trust list")

    def look(self) -> None:
        rooms = self.rooms

        def work() -> _Found:
            people = rooms.people.people(rooms.actor)
            return _Found(
                rooms.trust.changes(),
                rooms.trust.waiting(),
                [one for one in rooms.policies.versions() if one.state.in_force],
                {person.account: person.name for person in people},
            )

        self.ask(work, self._show)

    def retranslate(self) -> None:
        names = (self.tr("What a new list would change"), self.tr("Waiting for signatures"), self.tr("In force"))
        for title, name in zip(self._titles, names, strict=True):
            title.setText(name)
        self.changes.name(names[0], [self.tr("Change"), self.tr("Whom it concerns")], self.tr("Nothing would change."))
        self.waiting.name(
            names[1],
            [self.tr("Version"), self.tr("Made"), self.tr("People"), self.tr("Agreements"), self.tr("Signed by")],
            self.tr("No list waits."),
        )
        self.in_force.name(
            names[2],
            [self.tr("Owner"), self.tr("Version"), self.tr("Signed by")],
            self.tr("No agreement is in force: nothing private opens."),
        )
        self.propose.setText(self.tr("Propose and sign (P)"))
        self.sign.setText(self.tr("Sign the chosen list (S)"))
        self._note.setText(
            self.tr(
                "Decoders open a private camera only for people and agreements on this list. A new list takes force"
                " with the signatures of two administrators."
            )
        )
        self._fill()

    # Inside

    def _show(self, found: _Found) -> None:
        self._found = found
        self._fill()

    def _fill(self) -> None:
        found = self._found
        self.changes.fill(
            [
                Row(f"{each.kind} {each.subject}", (words.word(each.kind), words.apart(each.subject)), "medium")
                for each in found.changes
            ]
        )
        self.waiting.fill([self._waiting_row(document) for document in found.waiting])
        self.in_force.fill([self._policy_row(one) for one in found.in_force])
        self._show_buttons()

    def _waiting_row(self, document: Document) -> Row:
        listed = read_document(document.signed.body, TrustList)
        signers = (self._found.names.get(one.signer, "?") for one in document.signed.signatures)
        cells = (
            words.number(document.version),
            words.moment(document.made_at),
            words.number(len(listed.people)),
            words.number(len(listed.policies)),
            words.comma().join(words.apart(name) for name in signers) or "—",
        )
        return Row(document.digest, cells, "medium")

    def _policy_row(self, version: PolicyVersion) -> Row:
        signers = words.comma().join(words.apart(name) for name in version.signed_by if name)
        policy = version.state.policy
        return Row(version.state.document.digest, (words.apart(policy.owner), words.number(policy.version), signers))

    def _show_buttons(self) -> None:
        may_sign = may(self.rooms.person.roles, Verb.SIGN_TRUST)
        document = self._document()
        mine = self.rooms.actor.account
        signed = document is not None and any(one.signer == mine for one in document.signed.signatures)
        self.propose.setEnabled(may_sign and bool(self._found.changes))
        self.sign.setEnabled(may_sign and document is not None and not signed)

    def _document(self) -> Document | None:
        return next((one for one in self._found.waiting if one.digest == self.waiting.chosen), None)

    def _propose(self) -> None:
        if not self.propose.isEnabled():
            return
        count = words.number(len(self._found.changes))
        self.confirm(
            lambda key: self.ask(lambda: self.rooms.trust.propose(self.rooms.actor, key), self._signed),
            what=self.tr("Propose a trust list, changes: {count}").format(count=count),
        )

    def _sign(self) -> None:
        document = self._document()
        if document is None or not self.sign.isEnabled():
            return

        def send(key: SigningKey) -> None:
            self.ask(lambda: self.rooms.trust.sign(self.rooms.actor, key, document.digest), self._signed)

        self.confirm(send, what=self.tr("Sign trust list {version}").format(version=document.version))

    def _signed(self, document: Document) -> None:
        """Say whether it holds already; what took force is not among the waiting ones."""
        self.ask(self.rooms.trust.waiting, lambda waiting: self._tell(document, waiting))
        self.look()

    def _tell(self, document: Document, waiting: Sequence[Document]) -> None:
        waits = any(one.digest == document.digest for one in waiting)
        text = self.tr("Signed. Trust list {version} is in force.")
        if waits:
            text = self.tr("Signed. Trust list {version} waits for another administrator.")
        self.say(text.format(version=document.version), "information")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.changes.setFocus()
