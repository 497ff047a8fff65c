"""Signing in, before there is a window: a name, a password, a code; or watching without any."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from wallapp.base.errors import WallError
from wallapp.services.sign_in import SignedIn
from wallapp.ui.access.asking import ask
from wallapp.ui.access.door import Door
from wallapp.ui.access.enrolment import EnrolDialog
from wallapp.ui.access.labels import Refusal, code_field, column_of, grow, heading, hidden_field, main_button, quiet
from wallapp.ui.access.refusals import say, wait_s


class SignInDialog(QDialog):
    """Asks. Afterwards `who` is who came in, and `watches` whether the wall is wanted without anybody. GUI thread.

    Args:
      login: written into its field, where somebody was named.
    """

    def __init__(self, door: Door, login: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self.who: SignedIn | None = None
        self.watches = False
        self.enrolment: EnrolDialog | None = None
        self._wait_until_mono_s = 0.0
        self.setWindowTitle(self.tr("Sign in · wallapp"))
        self.setMinimumWidth(480)
        self.login = QLineEdit(login)
        self.login.setAccessibleName(self.tr("Login"))
        self.login.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.password = hidden_field(self.tr("Password"))
        self.code = code_field(self.tr("Code of your telephone; none at the very first time"))
        self.refusal = Refusal()
        self.send = main_button(self.tr("Sign in"))
        self.watch = QPushButton(self.tr("Watch without signing in"))
        self.watch.setAutoDefault(False)
        self._demo = quiet()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setInterval(250)
        self._timer.timeout.connect(self._count_down)
        self.send.clicked.connect(self._send)
        self.watch.clicked.connect(self._watch)
        (self.password if login else self.login).setFocus()

    def _lay_out(self) -> None:
        column = column_of(self)
        column.addWidget(heading(self.tr("Station {station}").format(station=self._door.station)))
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(self.tr("Login"), self.login)
        form.addRow(self.tr("Password"), self.password)
        form.addRow(self.tr("Code"), self.code)
        column.addLayout(form)
        self._demo.setVisible(bool(self._door.demo_logins))
        column.addWidget(self._demo)
        column.addWidget(self.refusal)
        buttons = QHBoxLayout()
        buttons.addWidget(self.watch)
        buttons.addStretch(1)
        buttons.addWidget(self.send)
        column.addLayout(buttons)
        self.login.editingFinished.connect(self._tell_demo)
        self._tell_demo()

    def _tell_demo(self) -> None:
        """The demo's people are known to everybody, and it says so."""
        door, login = self._door, self.login.text().strip()
        if not door.demo_logins:
            return
        text = self.tr("The demo's people: {logins}. Everybody's password is “{password}”. A real wall has none of it.")
        said = text.format(logins=", ".join(door.demo_logins), password=door.demo_password)
        self._say_demo(said)
        code = door.demo_code
        if code is not None and login in door.demo_logins:
            now = self.tr("{login}'s code now: {code}")
            ask(
                door.clerk,
                self,
                lambda: code(login),
                then=lambda found: self._say_demo(f"{said}\n{now.format(login=login, code=found)}"),
                failed=lambda error: self._say_demo(f"{said}\n{say(error)}"),
            )

    def _say_demo(self, text: str) -> None:
        self._demo.setText(text)
        grow(self)

    def _watch(self) -> None:
        self.watches = True
        self.accept()

    def _send(self) -> None:
        if not self.send.isEnabled():
            return
        self.send.setEnabled(False)
        self.refusal.say("")
        door, login, password, code = self._door, self.login.text().strip(), self.password.text(), self.code.text()
        work = lambda: door.sign_in.sign_in(login, password, code, station=door.station)  # noqa: E731  # read once
        ask(door.clerk, self, work, then=self._came_in, failed=self._refused)

    def _came_in(self, signed_in: SignedIn) -> None:
        if not signed_in.must_enrol:
            self.who = signed_in
            self.accept()
            return
        self.enrolment = EnrolDialog(self._door, signed_in, self.password.text(), self)
        self.enrolment.finished.connect(self._enrolled)
        self.enrolment.open()

    def _enrolled(self) -> None:
        self.send.setEnabled(True)
        if self.enrolment is not None and self.enrolment.who is not None:
            self.who = self.enrolment.who
            self.accept()

    def _refused(self, error: WallError) -> None:
        self.code.clear()
        waits_s = wait_s(error)
        self.refusal.say(say(error))
        if waits_s:
            self._wait_until_mono_s = self._door.clock.mono_s() + waits_s
            self._timer.start()
            self._count_down()
            return
        self.send.setEnabled(True)
        self.password.selectAll()
        self.password.setFocus()
        self._tell_demo()

    def _count_down(self) -> None:
        left_s = self._wait_until_mono_s - self._door.clock.mono_s()
        if left_s > 0:
            self.refusal.say(self.tr("Too many wrong tries: wait {seconds} s").format(seconds=int(left_s) + 1))
            return
        self._timer.stop()
        self.refusal.say("")
        self.send.setEnabled(True)
