"""The station locks itself when nobody touches it, or by hand: nothing of the wall is to be seen until its person is
back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QDialog, QFormLayout, QMainWindow, QMenu, QPushButton, QWidget

from wallapp.base.clock import Clock
from wallapp.base.errors import Unavailable, WallError
from wallapp.ui.access.asking import ask
from wallapp.ui.access.labels import Refusal, column_of, heading, hidden_field, main_button, quiet
from wallapp.ui.access.refusals import say
from wallapp.ui.access.rooms import AccessRooms

_LOOK_MS: Final = 2000
_INPUT: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Idleness(QObject):
    """Watches the windows' own input, not every widget's events. Signals: `passed`. GUI thread."""

    passed = Signal()

    def __init__(self, clock: Clock, idle_s: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._idle_s = idle_s
        self._touched_mono_s = clock.mono_s()
        self._windows: list[QWindow] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._follow)
        self._follow(QGuiApplication.focusWindow())
        self._timer.start()

    def touch(self) -> None:
        """Somebody is here."""
        self._touched_mono_s = self._clock.mono_s()

    def look(self) -> None:
        """Tell where nobody was here for too long."""
        if self._clock.mono_s() - self._touched_mono_s >= self._idle_s:
            self.touch()
            self.passed.emit()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.disconnect(self._follow)

    def _follow(self, window: QWindow | None) -> None:
        """Keys go to the window with the focus: that is the one to watch."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self.touch()
        return False


class StationLock(QObject):
    """Locks and unlocks one window. GUI thread.

    Signals: `changed` (bool): locked, or not any more.
    """

    changed = Signal(bool)

    def __init__(self, rooms: AccessRooms, window: QMainWindow, *, idle_s: float) -> None:
        super().__init__(window)
        self._rooms, self._window = rooms, window
        self.screen: LockScreen | None = None
        self._put_away: list[QWidget] = []
        self.idleness = Idleness(rooms.clock, idle_s, self)
        self.idleness.passed.connect(self.lock)

    @property
    def is_locked(self) -> bool:
        """Whether the wall is hidden now."""
        return self.screen is not None

    def lock(self) -> None:
        """Hide everything of the window and of its dialogs; clear views are let go by whoever hears `changed`."""
        if self.screen is not None:
            return
        self._put_away = [
            widget for widget in self._window.findChildren(QWidget) if widget.isWindow() and widget.isVisible()
        ]
        self._show_whole(on=False)
        self.screen = LockScreen(self._rooms, self._window)
        self.screen.unlocked.connect(self._unlock)
        self.screen.open()
        self.screen.activateWindow()
        self.changed.emit(True)
        sign_in, actor = self._rooms.sign_in, self._rooms.actor
        self._rooms.clerk.ask(lambda: sign_in.lock_station(actor), lambda _: None, failed=lambda _: None)

    def stop(self) -> None:
        """The window closes."""
        self.idleness.stop()
        if self.screen is not None:
            self.screen.end()

    def _unlock(self) -> None:
        screen, self.screen = self.screen, None
        if screen is not None:
            screen.end()
        self.idleness.touch()
        self._show_whole(on=True)
        self._window.activateWindow()
        self.changed.emit(False)

    def _show_whole(self, *, on: bool) -> None:
        whole = self._window.centralWidget()
        if whole is not None:
            whole.setVisible(on)
        for widget in self._put_away:
            if not isinstance(widget, QMenu):
                widget.setVisible(on)
            elif not on:
                widget.close()
        if on:
            self._put_away = []


class LockScreen(QDialog):
    """Asks for the password; nothing else closes it. Signals: `unlocked`. GUI thread."""

    unlocked = Signal()

    def __init__(self, rooms: AccessRooms, window: QWidget) -> None:
        super().__init__(window)
        self._rooms = rooms
        self._is_over = False
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, False)
        self.setWindowTitle(self.tr("Locked"))
        self.setMinimumWidth(460)
        self.password = hidden_field(self.tr("Password"))
        self.refusal = Refusal()
        self.send = main_button(self.tr("Unlock"))
        self.leave = QPushButton(self.tr("Sign out"))
        self.leave.setAutoDefault(False)
        column = column_of(self)
        title = self.tr("Locked · {who} at {station}").format(who=rooms.person.name, station=rooms.station)
        column.addWidget(heading(title))
        column.addWidget(quiet(self.tr("The wall is hidden and clear pictures are closed. Your grants run on.")))
        form = QFormLayout()
        form.addRow(self.tr("Password"), self.password)
        column.addLayout(form)
        column.addWidget(self.refusal)
        column.addWidget(self.send)
        column.addWidget(self.leave)
        self.send.clicked.connect(self._send)
        self.leave.clicked.connect(rooms.sign_out)
        self.password.setFocus()

    def end(self) -> None:
        """Go away for good."""
        self._is_over = True
        self.close()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_over:
            super().closeEvent(event)
        else:
            event.ignore()

    def reject(self) -> None:
        """Not by Escape, not by anything but the password."""
        if self._is_over:
            super().reject()

    def _send(self) -> None:
        self.send.setEnabled(False)
        self.refusal.say("")
        sign_in, actor, password = self._rooms.sign_in, self._rooms.actor, self.password.text()
        self.password.clear()
        work = lambda: sign_in.unlock(actor, password)  # noqa: E731  # read once, just below
        ask(self._rooms.clerk, self, work, then=lambda _: self.unlocked.emit(), failed=self._refused)

    def _refused(self, error: WallError) -> None:
        self.send.setEnabled(True)
        text = say(error)
        if isinstance(error, Unavailable):
            text = self.tr("The store does not answer; the station stays locked until it does")
        self.refusal.say(text)
        self.password.setFocus()
