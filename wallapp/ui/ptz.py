"""Steering the selected tile's camera: by keys held down with Ctrl, or by the buttons on its picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent

from wallapp.base.errors import WallError
from wallapp.base.ids import CameraNumber
from wallapp.domain.feed_state import TruthState
from wallapp.domain.sight import Gaze
from wallapp.domain.view import Level
from wallapp.services.ptz import STILL, Speed, Steering
from wallapp.services.wall_session import Change, WallSession
from wallapp.ui.notice import Notice, Weight
from wallapp.ui.ptz_pad import PtzPad
from wallapp.ui.wall.canvas import WallCanvas

_LOOK_MS: Final = 100
_MARGIN_PX: Final = 8
_SLOWLY: Final = 0.25
_SEEN: Final = frozenset({TruthState.LIVE, TruthState.LATE})
_KEYS: Final = {
    Qt.Key.Key_Left: Speed(pan=-1.0),
    Qt.Key.Key_Right: Speed(pan=1.0),
    Qt.Key.Key_Up: Speed(tilt=1.0),
    Qt.Key.Key_Down: Speed(tilt=-1.0),
    Qt.Key.Key_Plus: Speed(zoom=1.0),
    Qt.Key.Key_Equal: Speed(zoom=1.0),
    Qt.Key.Key_Minus: Speed(zoom=-1.0),
}
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier


class PtzDesk(QObject):
    """Keys and buttons of a wall that can steer cameras. What is held down is held by nothing else: it ends with the
    key, the button, the focus, the selection and the window.

    Signals: `told` (Notice); `turned`: the selected camera looks elsewhere, as it says itself. GUI thread.
    """

    told = Signal(object)
    turned = Signal()

    def __init__(
        self, steering: Steering, session: WallSession, canvas: WallCanvas, *, show_pad: QAction, go_home: QAction
    ) -> None:
        """Args: show_pad: checkable, whether the buttons are shown; go_home: sends the selected camera home."""
        super().__init__(canvas)
        self._steering = steering
        self._session = session
        self._canvas = canvas
        self._show_pad = show_pad
        self._keys: set[Qt.Key] = set()
        self._left_over: set[Qt.Key] = set()
        self._keyed: CameraNumber | None = None
        self._gaze: Gaze | None = None
        self.pad = PtzPad(canvas)
        self.pad.held.connect(self._pressed)
        self.pad.let_go.connect(self.let_go)
        self.pad.home_asked.connect(self.go_home)
        go_home.triggered.connect(self.go_home)
        show_pad.toggled.connect(self._look)
        canvas.installEventFilter(self)
        QGuiApplication.instance().applicationStateChanged.connect(self.let_go)  # type: ignore[union-attr]  # there is one
        self._end_listening = session.subscribe(self._session_changed)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        """The window closes."""
        self.let_go()
        self._timer.stop()
        self._end_listening()
        self._canvas.removeEventFilter(self)

    def let_go(self) -> None:
        """Nothing is held down any more."""
        self._keys.clear()
        self._steering.stop()

    def go_home(self) -> None:
        """Send the selected tile's camera to its home position."""
        camera = self._allowed()
        if camera is not None:
            self._do(lambda: self._steering.home(camera))

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key_down(event)
        if kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            return self._key_up(event)
        if kind == QEvent.Type.FocusOut:
            self.let_go()
        elif kind == QEvent.Type.Resize:
            self._look()
        return False

    def _key_down(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.isAutoRepeat() and (key in self._keys or key in self._left_over):
            return True
        if key not in _KEYS or not event.modifiers() & _CONTROL or event.isAutoRepeat():
            return False
        camera = self._allowed()
        if camera is None:
            return False
        self._keys.add(key)
        self._keyed = camera
        slowly = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._steer(camera, _sum((_KEYS[one] for one in self._keys), slowly=slowly))
        return True

    def _key_up(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.isAutoRepeat():
            return key in self._keys or key in self._left_over
        self._left_over.discard(key)
        if key is Qt.Key.Key_Control and self._keys:
            self._left_over |= self._keys  # still down, and no arrows for the selection
            self.let_go()
        elif key in self._keys:
            self._keys.discard(key)
            if self._keys and self._keyed is not None:
                self._steer(self._keyed, _sum(_KEYS[one] for one in self._keys))
            else:
                self.let_go()
            return True
        return False

    # Buttons

    def _pressed(self, speed: Speed) -> None:
        camera = self._allowed()
        if camera is not None:
            self._steer(camera, speed)

    def _look(self) -> None:
        """Say again what is held, and lay the buttons where the picture is."""
        self._do(self._steering.renew)
        camera = self._steerable()
        if self._steering.held not in (None, camera):
            self.let_go()
        gaze = None if camera is None else self._steering.gaze_of(camera)
        if gaze != self._gaze:
            self._gaze = gaze
            self.turned.emit()
        area = self._canvas.tile_rect(self._session.selected)
        needed = self.pad.size()
        fits = area.width() > needed.width() * 1.4 and area.height() > needed.height() * 1.6
        is_shown = camera is not None and fits and self._show_pad.isChecked() and self._steering.may(camera)
        if is_shown:
            corner = area.bottomRight() - QPoint(needed.width() + _MARGIN_PX, needed.height() + _MARGIN_PX)
            self.pad.move(corner)
        if self.pad.isVisibleTo(self._canvas) is not is_shown:
            self.pad.setVisible(is_shown)

    # Inside

    def _session_changed(self, change: Change) -> None:
        if change is not Change.SAVED:
            self._look()

    def _steerable(self) -> CameraNumber | None:
        """The selected tile's camera, where it takes commands and is seen clear and now; nobody turns blindly."""
        tile = self._session.selected
        if self._session.enlarged not in (None, tile):
            return None
        camera, view, truth = self._session.camera_on(tile), self._canvas.view(tile), self._canvas.truth(tile)
        is_clear = view is not None and view.camera == camera and view.level is Level.CLEAR
        is_seen = is_clear and truth is not None and truth.state in _SEEN
        return camera if camera is not None and is_seen and self._steering.takes(camera) else None

    def _allowed(self) -> CameraNumber | None:
        """The same, where the person may; who may not is told."""
        camera = self._steerable()
        if camera is None or self._steering.may(camera):
            return camera
        text = self.tr("To turn camera {number}, sign in as somebody who may steer cameras")
        self.told.emit(Notice(text.format(number=camera), Weight.TROUBLE))
        return None

    def _steer(self, camera: CameraNumber, speed: Speed) -> None:
        self._do(lambda: self._steering.steer(camera, speed))

    def _do(self, act: Callable[[], None]) -> None:
        try:
            act()
        except WallError:
            self._keys.clear()
            text = self.tr("Camera {number} takes no commands now")
            number = self._session.camera_on(self._session.selected)
            self.told.emit(Notice(text.format(number=number), Weight.TROUBLE))


def _sum(speeds: Iterable[Speed], *, slowly: bool = False) -> Speed:
    """Several keys together; opposite ones are none. Slowly means turning, not zooming: + asks for Shift itself."""
    total = STILL
    for one in speeds:
        total = Speed(total.pan + one.pan, total.tilt + one.tilt, total.zoom + one.zoom)
    share = _SLOWLY if slowly else 1.0
    return Speed(_within(total.pan) * share, _within(total.tilt) * share, _within(total.zoom))


def _within(speed: float) -> float:
    return min(1.0, max(-1.0, speed))
