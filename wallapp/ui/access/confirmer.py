"""Confirming who one is, once more: the password and the code the first time, the code alone while the key is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QWidget
from shiboken6 import isValid

from wallapp.base.errors import WallError
from wallapp.services.secrets import Signer
from wallapp.services.sign_in import Confirmation
from wallapp.ui.access.asking import ask
from wallapp.ui.access.labels import Refusal, code_field, column_of, grow, heading, hidden_field, main_button, quiet
from wallapp.ui.access.refusals import say
from wallapp.ui.access.rooms import AccessRooms


class Confirmer(QObject):
    """One for all desks of a window: `confirmed(then)` asks the person, and `then` gets the open key. GUI thread.

    Signals: `closed`: the dialog is gone, the keyboard is free.
    """

    closed = Signal()

    def __init__(self, rooms: AccessRooms, window: QWidget) -> None:
        super().__init__(window)
        self._rooms = rooms
        self._window = window
        self._kept: Confirmation | None = None
        self._dialog: StepUpDialog | None = None

    @property
    def is_open(self) -> bool:
        """Whether a code alone is enough now."""
        return self._kept is not None and self._kept.key.is_open

    def confirmed(self, then: Callable[[Signer], None], *, what: str = "", over: QWidget | None = None) -> None:
        """Ask for the proof, then go on; a person who gives up ends it, and nothing was done.

        Args:
          then: called in the GUI thread with a key that signs now.
          what: is to be confirmed, one line shown above the fields.
          over: the dialog that asks, where it is not the window.
        """
        if self._dialog is not None:
            self._dialog.activateWindow()
            return
        dialog = StepUpDialog(self._rooms, self._kept if self.is_open else None, what=what, parent=over or self._window)
        self._dialog = dialog
        dialog.proved.connect(self._keep)
        dialog.finished.connect(lambda result: self._end(result, then))
        dialog.open()
        dialog.activateWindow()

    def forget(self) -> None:
        """Let the key go: the station was locked, or the person leaves."""
        if self._dialog is not None:
            self._dialog.reject()
        if self._kept is not None:
            self._kept.key.close()
            self._kept = None

    def _keep(self, confirmation: Confirmation) -> None:
        self._kept = confirmation

    def _end(self, result: int, then: Callable[[Signer], None]) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()
        self.closed.emit()
        if result == QDialog.DialogCode.Accepted and self._kept is not None:
            then(self._kept.key)


class StepUpDialog(QDialog):
    """Asks for what is needed. Signals: `proved` (Confirmation), before it closes. GUI thread."""

    proved = Signal(object)

    def __init__(
        self, rooms: AccessRooms, kept: Confirmation | None, *, what: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rooms = rooms
        self._kept = kept
        self._is_waiting = False
        self.setWindowTitle(self.tr("Confirm that it is you"))
        self.setMinimumWidth(440)
        self.password = hidden_field(self.tr("Password"))
        self.code = code_field(self.tr("Code"))
        self.refusal = Refusal()
        self._demo = QLabel()
        self._demo.setProperty("severity", "information")
        self._demo.setWordWrap(True)
        column = column_of(self)
        column.addWidget(heading(what or self.tr("This needs your own second factor.")))
        known = self.tr("Confirmed a moment ago: the code alone is enough.")
        asked = self.tr("Your password, and the code that your telephone shows now.")
        column.addWidget(quiet(known if kept else asked))
        form = self._form = QFormLayout()
        form.setSpacing(10)
        form.addRow(self.tr("Password"), self.password)
        form.addRow(self.tr("Code"), self.code)
        form.setRowVisible(0, kept is None)
        column.addLayout(form)
        column.addWidget(self._demo)
        column.addWidget(self.refusal)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        self.send = main_button(self.tr("Confirm"))
        buttons.addButton(self.send, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self.send.clicked.connect(self._send)
        column.addWidget(buttons)
        (self.password if kept is None else self.code).setFocus()
        self._demo.setVisible(rooms.demo_code is not None)
        self._show_demo_code()

    def _show_demo_code(self) -> None:
        """The demo's people have no telephones: it says the code that works now, and that it is the demo's."""
        code = self._rooms.demo_code
        if code is not None:
            ask(
                self._rooms.clerk, self, code, then=self._tell_code, failed=lambda error: self._demo.setText(say(error))
            )

    def _tell_code(self, code: str) -> None:
        text = self.tr("The demo's code now: {code}. Nobody has a telephone here; a real wall never shows it.")
        lines = [text.format(code=code)]
        if self._kept is None and self._rooms.demo_password:
            told = self.tr("The demo's password: {password}")
            lines.append(told.format(password=self._rooms.demo_password))
        self._demo.setText("\n".join(lines))
        grow(self)

    def _send(self) -> None:
        if self._is_waiting:
            return
        self._is_waiting = True
        self.send.setEnabled(False)
        self.refusal.say("")
        actor, code, password, kept = self._rooms.actor, self.code.text(), self.password.text(), self._kept

        def work() -> Confirmation:
            if kept is None:
                return self._rooms.sign_in.step_up(actor, password, code)
            self._rooms.sign_in.confirm(actor, kept, code)
            return kept

        self._rooms.clerk.ask(work, self._proved, failed=self._refused)

    def _proved(self, confirmation: Confirmation) -> None:
        if not isValid(self) or not self.isVisible():  # given up meanwhile: no key stays open unseen
            confirmation.key.close()
            return
        self.proved.emit(confirmation)
        self.accept()

    def _refused(self, error: WallError) -> None:
        if not isValid(self):
            return
        self._is_waiting = False
        self.send.setEnabled(True)
        self.refusal.say(say(error))
        self.code.clear()
        if self._kept is not None and not self._kept.key.is_open:
            self._ask_password()
        (self.password if self._kept is None else self.code).setFocus()
        self._show_demo_code()

    def _ask_password(self) -> None:
        """The minutes of the key ended while the dialog stood open."""
        self._kept = None
        self._form.setRowVisible(0, True)
