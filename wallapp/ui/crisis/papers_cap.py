"""The form for a CAP message about an incident: what it is, whom it is for, and how it would read."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from wallapp.base.errors import RuleBroken, WallError
from wallapp.base.ids import NO_EXERCISE
from wallapp.domain.cap import MsgType, Scope
from wallapp.domain.cap_messages import CapAudience, Purpose, Sender
from wallapp.domain.incident import Incident
from wallapp.domain.people import Role
from wallapp.services.cap_out import CapOut, CapWish, sender_name
from wallapp.ui.access.labels import Refusal, column_of, heading, quiet
from wallapp.ui.access.refusals import say
from wallapp.ui.crisis import words
from wallapp.ui.crisis.board import SituationBoard

_SOON_MS: Final = 300
_HOURS: Final = (1, 72, 4)
_PURPOSES: Final = (Purpose.REAL, Purpose.LINK_CHECK, Purpose.UNAPPROVED)
_SCOPES: Final = (Scope.RESTRICTED, Scope.PRIVATE, Scope.PUBLIC)


class CapForm(QDialog):
    """Signals: `preview_asked`, `issue_asked` (CapWish). GUI thread."""

    preview_asked = Signal(object)
    issue_asked = Signal(object)

    def __init__(self, board: SituationBoard, incident: Incident, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rooms = board.rooms
        self._is_drill = rooms.desks.exercise != NO_EXERCISE
        self.setWindowTitle(self.tr("Export as CAP"))
        self._title = heading(words.called(incident, rooms.cameras))
        self.purpose = QComboBox()
        purposes = [
            self.tr("A real message"),
            self.tr("A test of the link"),
            self.tr("A draft, for somebody to look at"),
        ]
        self.purpose.addItems([self.tr("An exercise: this is a drill")] if self._is_drill else purposes)
        self.scope = QComboBox()
        self.scope.addItems([self.tr("Restricted"), self.tr("Private, to these addresses")])
        if rooms.person is not None and Role.SUPERVISOR in rooms.person.roles:
            self.scope.addItem(self.tr("The public"))
        self.to_whom = QLineEdit(self.tr("control rooms"))
        self.sent_by = QLineEdit(f"{rooms.station}@wallapp")
        self.name = QLineEdit(rooms.person.name if rooms.person is not None else "")
        self.hours = QSpinBox()
        self.hours.setRange(*_HOURS[:2])
        self.hours.setValue(_HOURS[2])
        self.hours.setSuffix(self.tr(" h"))
        self.hours.lineEdit().setTextMargins(10, 0, 10, 0)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setMinimumSize(640, 220)
        self.preview.setTabChangesFocus(True)
        self.summary = quiet()
        self.second_look = QCheckBox(self.tr("I have read the message as the public will"))
        self.refusal = Refusal()
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Save | kinds.Cancel)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SOON_MS)
        self._timer.timeout.connect(self.ask_preview)
        self._join()

    def _lay_out(self) -> None:
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setText(self.tr("Write the message…"))
        save.setDefault(True)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(self.tr("What leaves"), self.purpose)
        form.addRow(self.tr("For whom"), self.scope)
        form.addRow(self.tr("Who they are"), self.to_whom)
        form.addRow(self.tr("Sender"), self.sent_by)
        form.addRow(self.tr("Sender's name"), self.name)
        form.addRow(self.tr("It holds for"), self.hours)
        self.preview.setAccessibleName(self.tr("The message as it would leave"))
        column = column_of(self)
        column.addWidget(self._title)
        column.addLayout(form)
        for part in (self.summary, self.preview, self.second_look, self.refusal, self.buttons):
            column.addWidget(part)
        self._follow()

    def _join(self) -> None:
        for box in (self.purpose, self.scope):
            box.currentIndexChanged.connect(self._changed)
        for field in (self.to_whom, self.sent_by, self.name):
            field.textChanged.connect(self._changed)
        self.hours.valueChanged.connect(self._changed)
        self.second_look.toggled.connect(self._follow)
        self.buttons.accepted.connect(self._issue)
        self.buttons.rejected.connect(self.reject)

    # By their places: a list keeps of an enum's member only its text.

    @property
    def _chosen_purpose(self) -> Purpose:
        return _PURPOSES[max(0, self.purpose.currentIndex())]

    @property
    def _chosen_scope(self) -> Scope:
        return _SCOPES[max(0, self.scope.currentIndex())]

    @property
    def is_draft(self) -> bool:
        """Whether it is only to be looked at."""
        return not self._is_drill and self._chosen_purpose is Purpose.UNAPPROVED

    @property
    def wish(self) -> CapWish:
        """As the fields say. Raises RuleBroken where nobody sends it."""
        scope = self._chosen_scope
        to_whom = self.to_whom.text().strip()
        audience = CapAudience(
            scope,
            restriction=to_whom if scope is Scope.RESTRICTED else "",
            addresses=tuple(to_whom.split()) if scope is Scope.PRIVATE else (),
        )
        sender = Sender(
            sender_name(self.sent_by.text()), self.name.text().strip(), life=timedelta(hours=self.hours.value())
        )
        return CapWish(sender, self._chosen_purpose, audience)

    def ask_preview(self) -> None:
        """Have the message composed as it would leave now."""
        try:
            self.preview_asked.emit(self.wish)
        except RuleBroken as error:
            self.refuse(error)

    def show_preview(self, out: CapOut) -> None:
        """Show it."""
        alert = out.alert
        kinds = {
            MsgType.ALERT: self.tr("The first message about it ({status})"),
            MsgType.UPDATE: self.tr("An update ({status}) of messages sent before: {count}"),
            MsgType.CANCEL: self.tr("A cancellation ({status}) of messages sent before: {count}"),
        }
        text = kinds.get(alert.msg_type, "{status}")
        self.summary.setText(text.format(status=alert.status.value, count=len(alert.references)))
        self.preview.setPlainText(out.content.decode("utf-8"))
        self.refusal.say("")
        self._follow()

    def refuse(self, error: WallError) -> None:
        """Say why it cannot leave."""
        self.preview.clear()
        self.summary.clear()
        self.refusal.say(say(error))
        self._follow()

    def _issue(self) -> None:
        try:
            self.issue_asked.emit(self.wish)
        except RuleBroken as error:
            self.refuse(error)

    def _changed(self) -> None:
        self.second_look.setChecked(False)
        self._follow()
        self._timer.start()

    def _follow(self) -> None:
        is_public = self._chosen_scope is Scope.PUBLIC
        self.to_whom.setEnabled(not is_public)
        self.second_look.setVisible(is_public)
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(bool(self.preview.toPlainText()) and (not is_public or self.second_look.isChecked()))
