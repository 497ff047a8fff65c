"""Where an incident goes next: a button for each step that leads from its state, and the reason where it needs one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from wallapp.domain.incident import TRANSITIONS, Incident, IncidentState, needs_reason
from wallapp.domain.people import Person, Role
from wallapp.ui.access.labels import quiet
from wallapp.ui.crisis import words

_ORDER: Final = (
    IncidentState.NEW,
    IncidentState.IN_PROGRESS,
    IncidentState.RESOLVED,
    IncidentState.CLOSED,
    IncidentState.ON_HOLD,
    IncidentState.WITHDRAWN,
)
"""The way that most take first; what gives it up last."""
_STEPS: Final = {
    IncidentState.NEW: QT_TRANSLATE_NOOP("Crisis", "Report it"),
    IncidentState.IN_PROGRESS: QT_TRANSLATE_NOOP("Crisis", "Begin work"),
    IncidentState.ON_HOLD: QT_TRANSLATE_NOOP("Crisis", "Put on hold"),
    IncidentState.RESOLVED: QT_TRANSLATE_NOOP("Crisis", "Resolve"),
    IncidentState.CLOSED: QT_TRANSLATE_NOOP("Crisis", "Close"),
    IncidentState.WITHDRAWN: QT_TRANSLATE_NOOP("Crisis", "Withdraw: it was none…"),
}
_GO_ON: Final = QT_TRANSLATE_NOOP("Crisis", "Go on")
_REOPEN: Final = QT_TRANSLATE_NOOP("Crisis", "Reopen…")


class StepsBar(QWidget):
    """Signals: `stepped` (IncidentState, reason); `taken`: it is to be taken over. GUI thread.

    Args:
      person: who sits here; None where nobody does.
      works: whether their roles work on incidents.
    """

    stepped = Signal(object, str)
    taken = Signal()

    def __init__(self, person: Person | None, *, works: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person = person
        self._works = works
        self._shown: tuple[IncidentState, object] | None = None
        self._wanted: IncidentState | None = None
        self.buttons: dict[IncidentState, QPushButton] = {}
        self.take = QPushButton(self.tr("Take over"))
        self.take.setAutoDefault(False)
        self.take.clicked.connect(self.taken)
        self.reason = _ReasonField()
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.hide()
        self.reason.entered.connect(self._with_reason)
        self.reason.given_up.connect(self._give_up)
        self._whose = quiet()
        self._row = QHBoxLayout()
        self._row.setSpacing(6)
        self._row.addWidget(self.take)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._row)
        column.addWidget(self._whose)
        column.addWidget(self.reason)

    def follow(self, incident: Incident, owner: str) -> None:
        """Show what can be done with it now; `owner` is the owner's name."""
        mine = self._works and self.may_act(incident)
        self.take.setVisible(self._works and self._can_take(incident))
        self._whose.setText(self.tr("It is {name}'s: take it over to change it").format(name=owner))
        self._whose.setVisible(self._works and not mine)
        key = (incident.state, mine)
        if key == self._shown:
            return
        self._shown = key
        for button in self.buttons.values():
            self._row.removeWidget(button)
            button.deleteLater()
        steps = [to for to in _ORDER if to in TRANSITIONS[incident.state] and mine and self._may_step(incident)]
        self.buttons = {to: self._button(incident.state, to) for to in steps}
        for place, button in enumerate(self.buttons.values()):
            self._row.insertWidget(place + 1, button)
        self._give_up()

    def may_act(self, incident: Incident) -> bool:
        """Whether it is this person's to change: the services decide."""
        person = self._person
        return person is not None and (incident.owner in (None, person.account) or Role.SUPERVISOR in person.roles)

    def _button(self, before: IncidentState, to: IncidentState) -> QPushButton:
        text: object = _STEPS[to]
        if to is IncidentState.IN_PROGRESS:
            reopens = needs_reason(before, to)
            text = _REOPEN if reopens else _GO_ON if before is IncidentState.ON_HOLD else text
        button = QPushButton(words.say(text), self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._step(before, to))
        return button

    def _may_step(self, incident: Incident) -> bool:
        is_supervisor = self._person is not None and Role.SUPERVISOR in self._person.roles
        return incident.state is not IncidentState.CLOSED or is_supervisor

    def _can_take(self, incident: Incident) -> bool:
        worked_on = (IncidentState.NEW, IncidentState.IN_PROGRESS, IncidentState.ON_HOLD, IncidentState.RESOLVED)
        return self._person is not None and incident.state in worked_on and incident.owner != self._person.account

    # Steps with their reasons

    def _step(self, before: IncidentState, to: IncidentState) -> None:
        if not needs_reason(before, to):
            self._give_up()
            self.stepped.emit(to, "")
            return
        self._wanted = to
        text = (
            self.tr("Why is it withdrawn? Enter does it, Esc leaves it")
            if to is IncidentState.WITHDRAWN
            else self.tr("Why is it reopened? Enter does it, Esc leaves it")
        )
        self.reason.setPlaceholderText(text)
        self.reason.show()
        self.reason.setFocus()

    def _with_reason(self) -> None:
        reason, to = self.reason.text().strip(), self._wanted
        if reason and to is not None:
            self._give_up()
            self.stepped.emit(to, reason)

    def _give_up(self) -> None:
        self._wanted = None
        self.reason.clear()
        self.reason.hide()


class _ReasonField(QLineEdit):
    """Signals: `entered`, `given_up`; neither key reaches the page."""

    entered = Signal()
    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
