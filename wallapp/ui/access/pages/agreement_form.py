"""Proposing a change of an owner's agreement: a form that begins with what holds now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import Camera
from wallapp.domain.policy import LONGEST_GRANT_S, LONGEST_REQUEST_S, Policy, Purpose
from wallapp.ui.access.pages import words
from wallapp.ui.access.pages.agreement_tables import CamerasTable, CircumstancesTable, LegsTable
from wallapp.ui.access.pages.mask_canvas import Picture
from wallapp.ui.access.pages.minute_field import TEXT_MARGINS, MinuteField


class AgreementForm(QDialog):
    """Stays open with everything typed where the proposal is refused. GUI thread.

    Signals: `proposed` (Policy): what is to be proposed; its version means nothing yet.
    """

    proposed = Signal(object)

    def __init__(
        self,
        policy: Policy,
        cameras: Mapping[CameraNumber, Camera],
        *,
        picture: Picture | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._policy = policy
        self.setWindowTitle(self.tr("Propose a change for {owner}").format(owner=words.apart(policy.owner)))
        self.longest = MinuteField(policy.longest_s, most_s=LONGEST_GRANT_S)
        self.waits = MinuteField(policy.request_s, most_s=LONGEST_REQUEST_S)
        self.glass = QSpinBox()
        self.glass.setRange(0, LONGEST_GRANT_S)
        self.glass.setSingleStep(60)
        self.glass.setValue(policy.break_glass_s)
        self.denials = QSpinBox()
        self.denials.setRange(1, 20)
        self.denials.setValue(policy.denials_needed)
        for spin in (self.glass, self.denials):
            spin.lineEdit().setTextMargins(*TEXT_MARGINS)
        self.purposes = {each: QCheckBox(words.word(each)) for each in Purpose}
        for each, box in self.purposes.items():
            box.setChecked(each in policy.purposes)
        self.legs = LegsTable(policy.legs)
        self.rules = CircumstancesTable(policy.circumstances)
        self.cameras = CamerasTable(policy.cameras, cameras, picture=picture)
        self._limits = QLabel(self.cameras.limits(0) if policy.cameras else "")
        self._limits.setWordWrap(True)
        self._limits.setProperty("severity", "information")
        self.cameras.told.connect(self._limits.setText)
        self._refusal = QLabel()
        self._refusal.setWordWrap(True)
        self._refusal.setTextFormat(Qt.TextFormat.PlainText)
        self._refusal.setProperty("severity", "medium")
        self._lay_out()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(10)
        for title, field in (
            (self.tr("Longest clear view, min"), self.longest),
            (self.tr("Request waits at most, min"), self.waits),
            (self.tr("Break-glass at most, s (0: not allowed)"), self.glass),
            (self.tr("Denials that end a request"), self.denials),
        ):
            field.setAccessibleName(title)
            form.addRow(title, field)
        left = QVBoxLayout()
        left.addLayout(form)
        left.addSpacing(8)
        left.addWidget(QLabel(self.tr("May be asked for")))
        for box in self.purposes.values():
            left.addWidget(box)
        left.addStretch(1)
        cameras = QWidget()
        inner = QVBoxLayout(cameras)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.cameras, 1)
        inner.addWidget(self._limits)
        self.tabs = QTabWidget()
        for widget, title in (
            (self.legs, self.tr("Who must agree")),
            (self.rules, self.tr("Without asking")),
            (cameras, self.tr("Cameras")),
        ):
            self.tabs.addTab(widget, title)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(left)
        row.addWidget(self.tabs, 1)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.send = QPushButton(self.tr("Propose"))
        self.send.setDefault(True)
        self.buttons.addButton(self.send, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.rejected.connect(self.reject)
        self.send.clicked.connect(lambda: self.proposed.emit(self.policy))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addWidget(self._refusal)
        column.addWidget(self.buttons)
        self.resize(1360, 720)

    @property
    def policy(self) -> Policy:
        """As the fields stand; what the form does not show stays as it was."""
        return replace(
            self._policy,
            longest_s=self.longest.seconds,
            request_s=self.waits.seconds,
            break_glass_s=self.glass.value(),
            denials_needed=self.denials.value(),
            purposes=frozenset(each for each, box in self.purposes.items() if box.isChecked()),
            legs=self.legs.legs,
            circumstances=self.rules.rules,
            cameras=self.cameras.terms,
        )

    @property
    def refusal(self) -> str:
        """Why the proposal was not taken."""
        return self._refusal.text()

    def refuse(self, text: str) -> None:
        """Say why it was not taken."""
        self._refusal.setText(text)
