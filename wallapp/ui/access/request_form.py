"""Asking for clear pictures: which cameras, why, for how long; or, deliberately apart, breaking the glass."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from wallapp.base.errors import Unavailable, WallError
from wallapp.base.ids import CameraNumber, OwnerName
from wallapp.domain.access import Grant, Request
from wallapp.domain.policy import LONGEST_REASON, SHORTEST_REASON, Policy, Purpose
from wallapp.services.access_ask import AskForm
from wallapp.services.secrets import Signer
from wallapp.ui.access.asking import ask
from wallapp.ui.access.book import AccessBook
from wallapp.ui.access.choices import CameraChoice, DurationChoice
from wallapp.ui.access.confirmer import Confirmer
from wallapp.ui.access.draft import AskDraft
from wallapp.ui.access.labels import Refusal, column_of, heading, quiet
from wallapp.ui.access.marks import Mark, Severity
from wallapp.ui.access.owner_rules import OwnerRules
from wallapp.ui.access.refusals import say
from wallapp.ui.access.rooms import AccessRooms
from wallapp.ui.access.words import purpose_word


class RequestForm(QDialog):
    """Sends one form; a refusal is shown in place and nothing typed is lost. GUI thread.

    Args:
      chosen: ticked from the start; those that cannot be asked for are named with the reason.
      offered: others in the list, such as the wall's.
      extends: the person's own running grant that is to be followed up.
      breaks_glass: the separate path: opens at once, with a step-up, told to everybody concerned.

    Signals: `asked` (tuple of Request), `opened` (tuple of Grant).
    """

    asked = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        rooms: AccessRooms,
        book: AccessBook,
        confirmer: Confirmer,
        *,
        chosen: Iterable[CameraNumber],
        offered: Iterable[CameraNumber] = (),
        extends: Grant | None = None,
        breaks_glass: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rooms, self._book, self._confirmer = rooms, book, confirmer
        self._extends = extends
        self._breaks_glass = breaks_glass
        self._form = AskForm(str(uuid.uuid4()), frozenset(), Purpose.LIFE_AT_RISK, "", 0)
        self._is_tried = False
        self.cameras = CameraChoice(rooms.cameras, self._why_not)
        self.purpose = QComboBox()
        self.reason = QPlainTextEdit()
        self.counted = quiet()
        self.duration = DurationChoice()
        self.rules = OwnerRules()
        self.refusal = Refusal()
        self.send = QPushButton()
        self._name_parts()
        self._lay_out()
        self._join()
        chosen = list(dict.fromkeys(chosen))
        self.cameras.offer((one for one in chosen if not self._why_not(one)), ticked=True)
        if extends is None:
            self.cameras.offer((one for one in offered if not self._why_not(one)), ticked=False)
        else:
            self.cameras.number.hide()
        refused = [f"{number}: {self._why_not(number)}" for number in chosen if self._why_not(number)]
        self.refusal.say("; ".join(refused))
        self._follow()
        self.purpose.setFocus()

    def fill(self, draft: AskDraft) -> None:
        """Take over what somebody else knows of purpose and reason; a purpose that the owners do not share is left
        to the person."""
        if draft.purpose is not None:
            self.purpose.setCurrentIndex(max(0, self.purpose.findData(draft.purpose)))
        self.reason.setPlainText(draft.reason)
        self.reason.moveCursor(QTextCursor.MoveOperation.End)
        self.reason.setFocus()

    # Building

    def _name_parts(self) -> None:
        titles = (
            self.tr("Break the glass") if self._breaks_glass else self.tr("Ask for access"),
            self.tr("Ask for more time"),
        )
        self.setWindowTitle(titles[self._extends is not None])
        self.purpose.setAccessibleName(self.tr("Purpose"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("What has happened, and what you have to look at"))
        self.reason.setTabChangesFocus(True)
        self.reason.setMinimumHeight(84)
        self.send.setText(self.tr("Break the glass…") if self._breaks_glass else self.tr("Ask (Ctrl+Enter)"))
        self.send.setDefault(not self._breaks_glass)
        self.send.setAutoDefault(False)

    def _lay_out(self) -> None:
        self.setMinimumSize(860, 520)
        column = column_of(self)
        if self._breaks_glass:
            column.addLayout(_warning(self.tr("This opens the picture at once, without anybody's consent.")))
            text = self.tr(
                "The owner and the supervisors are told at this moment, with your name and your reason. "
                "Others review it within 24 hours."
            )
            column.addWidget(quiet(text))
        parts = QHBoxLayout()
        parts.setSpacing(20)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(self.tr("Cameras"), self.cameras)
        form.addRow(self.tr("Purpose"), self.purpose)
        form.addRow(self.tr("Reason"), self.reason)
        form.addRow("", self.counted)
        form.addRow(self.tr("For"), self.duration)
        parts.addLayout(form, 3)
        aside = QVBoxLayout()
        aside.addWidget(quiet(self.tr("What the owner's rules say")))
        aside.addWidget(self.rules, 1)
        parts.addLayout(aside, 2)
        column.addLayout(parts, 1)
        column.addWidget(self.refusal)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons.addWidget(cancel)
        buttons.addWidget(self.send)
        column.addLayout(buttons)

    def _join(self) -> None:
        self.cameras.changed.connect(self._follow)
        self.reason.textChanged.connect(self._count)
        self.send.clicked.connect(self._send)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._send)
        self._count()

    # What follows from what is chosen

    def _why_not(self, number: CameraNumber) -> str:
        """Why this camera is not offered; empty where it is."""
        if not self._book.may_ask(number):
            if self._book.policy_of(number) is None:
                return self.tr("its owner has no policy in force for it")
            return self.tr("its owner does not let your role ask for it")
        policy = self._book.policy_of(number)
        terms = policy.terms(number) if policy else None
        if self._breaks_glass and not (policy and terms and policy.break_glass_s and terms.break_glass):
            return self.tr("its owner does not allow to break the glass; ask for access")
        return ""

    def _policies(self) -> dict[OwnerName, Policy]:
        found = (self._book.policy_of(number) for number in self.cameras.chosen)
        return {policy.owner: policy for policy in found if policy is not None}

    def _follow(self) -> None:
        """Purposes, longest time and rules are those of all owners concerned."""
        policies = self._policies()
        self.rules.show_rules(self.cameras.chosen, self._rooms.cameras, self._rooms.owners, policies)
        before = self.purpose.currentData()
        allowed = frozenset(Purpose).intersection(*(policy.purposes for policy in policies.values()))
        self.purpose.clear()
        for purpose in Purpose:
            if purpose in allowed:
                self.purpose.addItem(purpose_word(purpose), purpose)
        if before is not None:
            self.purpose.setCurrentIndex(max(0, self.purpose.findData(before)))
        caps = [policy.break_glass_s if self._breaks_glass else policy.longest_s for policy in policies.values()]
        if caps:
            self.duration.cap(min(caps))
        if policies and not allowed:
            self.refusal.say(self.tr("These owners share no purpose: ask for their cameras one owner at a time"))
        self.send.setEnabled(bool(self.cameras.chosen) and bool(allowed))

    def _count(self) -> None:
        typed = len(self.reason.toPlainText().strip())
        if typed < SHORTEST_REASON:
            text = self.tr("{typed} of at least {least} characters").format(typed=typed, least=SHORTEST_REASON)
        elif typed > LONGEST_REASON:
            text = self.tr("{typed} of at most {most} characters").format(typed=typed, most=LONGEST_REASON)
        else:
            text = self.tr("{typed} characters").format(typed=typed)
        self.counted.setText(text)

    # Sending

    def _send(self) -> None:
        if not self.send.isEnabled():
            return
        reason = self.reason.toPlainText().strip()
        if not SHORTEST_REASON <= len(reason) <= LONGEST_REASON:
            text = self.tr("Write a reason of {least} to {most} characters: what you have to look at")
            self.refusal.say(text.format(least=SHORTEST_REASON, most=LONGEST_REASON))
            self.reason.setFocus()
            return
        form = self._filled(reason)
        if self._breaks_glass:
            what = self.tr("Break the glass: {numbers}").format(numbers=", ".join(map(str, sorted(form.cameras))))
            self._confirmer.confirmed(lambda key: self._break(form, key), what=what, over=self)
        else:
            self._busy(True)
            access, actor = self._rooms.access, self._rooms.actor
            ask(self._rooms.clerk, self, lambda: access.ask(actor, form), then=self._asked, failed=self._refused)

    def _filled(self, reason: str) -> AskForm:
        """The form as it stands. Sent again unchanged it keeps its number, so that it is one request and not two."""
        wanted = replace(
            self._form,
            cameras=self.cameras.chosen,
            purpose=Purpose(self.purpose.currentData()),
            reason=reason,
            duration_s=self.duration.duration_s,
            extends=self._extends.grant if self._extends else None,
        )
        if self._is_tried and wanted != self._form:
            wanted = replace(wanted, form=str(uuid.uuid4()))
        self._form, self._is_tried = wanted, True
        return wanted

    def _break(self, form: AskForm, key: Signer) -> None:
        self._busy(True)
        access, actor = self._rooms.access, self._rooms.actor
        work = lambda: access.break_glass(actor, key, form)  # noqa: E731  # read once, just below
        ask(self._rooms.clerk, self, work, then=self._opened, failed=self._refused)

    def _asked(self, requests: tuple[Request, ...]) -> None:
        self.asked.emit(requests)
        self.accept()

    def _opened(self, grants: tuple[Grant, ...]) -> None:
        self.opened.emit(grants)
        self.accept()

    def _refused(self, error: WallError) -> None:
        self._busy(False)
        self.refusal.say(say(error))
        if not isinstance(error, Unavailable):
            self._form = replace(self._form, form=str(uuid.uuid4()))  # a refusal is in the history under the old one
        self.reason.setFocus()

    def _busy(self, on: bool) -> None:
        self.send.setEnabled(not on)
        self.refusal.say(self.tr("Sending…") if on else "")


def _warning(text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Mark(Severity.CRITICAL))
    label = heading(text)
    label.setStyleSheet(f"color: {Severity.CRITICAL.text_colour}; font-weight: bold;")
    row.addWidget(label, 1)
    return row
