"""Turning a camera from the wall: keys and buttons held down, and everything that ends it."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import shut
from tests.ui.parts import CAMERAS, Station
from wallapp.base.errors import Unavailable
from wallapp.base.ids import CameraNumber, TileId
from wallapp.domain.camera import CameraKind
from wallapp.domain.map_data import AreaShape, CircleShape
from wallapp.domain.sight import Gaze
from wallapp.domain.view import Level
from wallapp.services.ptz import RENEW_S, STILL, Speed, Steering
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.language import Language
from wallapp.ui.map.wedges import chosen_wedge
from wallapp.ui.ptz import PtzDesk
from wallapp.ui.window import MainWindow

MAST, FIXED, LOCKED = CameraNumber(104), CameraNumber(101), CameraNumber(201)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class Mast:
    """Cameras that turn; what they were told, and what the views were."""

    moves: list[tuple[CameraNumber, Speed]] = field(default_factory=list)
    homes: list[CameraNumber] = field(default_factory=list)
    views: int = 0
    is_gone: bool = False
    gaze: Gaze | None = None

    @property
    def cameras(self) -> Collection[CameraNumber]:
        return (MAST, LOCKED)

    def move(self, camera: CameraNumber, speed: Speed, *, for_s: float) -> None:
        if self.is_gone:
            raise Unavailable("gone")
        self.moves.append((camera, speed))

    def home(self, camera: CameraNumber) -> None:
        self.homes.append(camera)

    def gaze_of(self, camera: CameraNumber) -> Gaze | None:
        return self.gaze if camera == MAST else None

    def commanded(self, camera: CameraNumber, *, going_on: bool = False) -> None:
        self.views += 1

    @property
    def last(self) -> Speed:
        return self.moves[-1][1] if self.moves else STILL


@dataclass
class Post:
    """A wall with the mast's camera on its first tile, selected, and a hand on it."""

    window: MainWindow
    station: Station
    mast: Mast
    desk: PtzDesk
    allowed: set[CameraNumber]

    def key(
        self, kind: QEvent.Type, key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL, *, again: bool = False
    ) -> None:
        QApplication.sendEvent(self.window.canvas, QKeyEvent(kind, key, modifiers, "", again))

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL, *, again: bool = False) -> None:
        self.key(QEvent.Type.KeyPress, key, modifiers, again=again)

    def release(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL, *, again: bool = False) -> None:
        self.key(QEvent.Type.KeyRelease, key, modifiers, again=again)

    def see(self, *cameras: CameraNumber) -> None:
        """A picture of each of them comes."""
        for camera in cameras:
            self.station.pictures.publish(camera)
        self.station.clock.advance(0.2)
        self.window.canvas.tick()

    def allow(self, camera: CameraNumber, level: Level, qtbot: QtBot) -> None:
        """Open or close a camera, as a lease does; seen by the desk at its next look."""
        clock, session, canvas = self.station.clock, self.station.session, self.window.canvas
        session.set_levels({camera: level})

        def is_so() -> bool:
            clock.advance(1.0)
            self.see(camera)
            view = canvas.view(session.selected)
            return view is not None and view.level is level

        qtbot.waitUntil(is_so, timeout=10_000)
        self.desk._look()


@pytest.fixture
def post(tmp_path: Path, qtbot: QtBot, console: ConsoleApplication) -> Iterator[Post]:
    cameras = {
        number: replace(camera, kind=CameraKind.PTZ) if number in (MAST, LOCKED) else camera
        for number, camera in CAMERAS.items()
    }
    station = Station(tmp_path, cameras=cameras, restore_wall=False)
    station.session.fill([MAST, FIXED, LOCKED])
    mast, allowed = Mast(), {MAST, LOCKED}
    steering = Steering(mast, mast, clock=station.clock, may=allowed.__contains__)
    window = MainWindow(replace(station.rooms(), interpreter=console.interpreter, steering=steering))
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.canvas.setFocus()
    assert window.ptz is not None
    given = Post(window, station, mast, window.ptz, allowed)
    qtbot.waitUntil(lambda: len(station.pictures.views) == 3, timeout=10_000)
    given.see(MAST, FIXED, LOCKED)
    window.ptz._look()
    yield given
    shut(window, station)
    given.__dict__.clear()  # pytest still holds it
    gc.collect()  # widgets and their slots form cycles, and the pictures' memory hangs on them


def test_an_arrow_with_ctrl_turns_it_for_as_long_as_it_is_held(post: Post) -> None:
    post.press(Qt.Key.Key_Right)
    assert post.mast.moves == [(MAST, Speed(pan=1.0))]
    post.press(Qt.Key.Key_Up)
    assert post.mast.last == Speed(pan=1.0, tilt=1.0)
    for _ in range(5):
        post.release(Qt.Key.Key_Right, again=True)
        post.press(Qt.Key.Key_Right, again=True)
    assert len(post.mast.moves) == 2, "a key that repeats itself is still the same hand"
    post.release(Qt.Key.Key_Right)
    assert post.mast.last == Speed(tilt=1.0)
    post.release(Qt.Key.Key_Up)
    assert post.mast.last == STILL
    assert post.station.session.selected == TileId(0)
    assert post.mast.views == 4, "the views were told of each"


@pytest.mark.parametrize(
    ("key", "speed"),
    [
        (Qt.Key.Key_Left, Speed(pan=-1.0)),
        (Qt.Key.Key_Down, Speed(tilt=-1.0)),
        (Qt.Key.Key_Plus, Speed(zoom=1.0)),
        (Qt.Key.Key_Minus, Speed(zoom=-1.0)),
    ],
)
def test_each_key_has_its_way(post: Post, key: Qt.Key, speed: Speed) -> None:
    post.press(key)
    assert post.mast.last == speed
    post.release(key)
    post.press(key, CTRL | SHIFT)
    assert post.mast.last == Speed(speed.pan / 4, speed.tilt / 4, speed.zoom)
    post.release(key)
    assert post.mast.last == STILL


def test_opposite_keys_stand_still_and_one_of_them_goes_on(post: Post) -> None:
    post.press(Qt.Key.Key_Left)
    post.press(Qt.Key.Key_Right)
    assert post.mast.last == STILL
    post.release(Qt.Key.Key_Left)
    assert post.mast.last == Speed(pan=1.0)
    post.release(Qt.Key.Key_Right)


def test_letting_ctrl_go_first_stops_it_and_moves_no_selection(post: Post) -> None:
    post.press(Qt.Key.Key_Right)
    post.release(Qt.Key.Key_Control, NONE)
    assert post.mast.last == STILL
    post.press(Qt.Key.Key_Right, NONE, again=True)
    assert post.station.session.selected == TileId(0)
    post.release(Qt.Key.Key_Right, NONE)
    post.press(Qt.Key.Key_Right, NONE)
    assert post.station.session.selected == TileId(1), "without Ctrl the arrows are the selection's again"


def test_focus_selection_and_another_camera_end_it(post: Post) -> None:
    post.press(Qt.Key.Key_Right)
    post.window.entry.take_focus()
    assert post.mast.last == STILL
    post.window.canvas.setFocus()
    post.press(Qt.Key.Key_Right)
    assert post.mast.last == Speed(pan=1.0)
    post.station.session.select(TileId(1))
    assert post.mast.last == STILL
    post.station.session.select(TileId(0))
    post.press(Qt.Key.Key_Left)
    post.station.session.assign(TileId(0), FIXED)
    assert post.mast.last == STILL
    post.press(Qt.Key.Key_Left)
    assert post.mast.last == STILL, "a fixed camera has nothing to turn"


def test_closing_the_window_ends_it(post: Post) -> None:
    post.press(Qt.Key.Key_Right)
    post.window.close()
    assert post.mast.last == STILL


def test_the_hand_is_said_again_while_it_is_held(post: Post) -> None:
    post.press(Qt.Key.Key_Right)
    post.station.clock.advance(RENEW_S + 0.01)
    post.desk._look()
    assert post.mast.moves == [(MAST, Speed(pan=1.0))] * 2
    post.release(Qt.Key.Key_Right)


def test_the_buttons_lie_on_the_picture_and_turn_it(post: Post, qtbot: QtBot) -> None:
    pad = post.desk.pad
    assert pad.isVisible()
    area = post.window.canvas.tile_rect(TileId(0))
    assert area.contains(QRect(pad.pos(), pad.size()))
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(pad.up, left)
    assert post.mast.last == Speed(tilt=1.0)
    qtbot.mouseRelease(pad.up, left)
    assert post.mast.last == STILL
    qtbot.mousePress(pad.nearer, left)
    qtbot.mouseMove(pad.nearer, QPoint(-40, -40))
    qtbot.mouseRelease(pad.nearer, left, pos=QPoint(-40, -40))
    assert post.mast.last == STILL, "a button that was left is not held"
    qtbot.mouseClick(pad.home, left)
    assert post.mast.homes == [MAST]
    assert post.window.focusWidget() is post.window.canvas
    qtbot.mousePress(pad.left, left)
    post.station.session.select(TileId(1))
    assert (post.mast.last, pad.isVisible()) == (STILL, False)
    post.station.session.select(TileId(0))
    assert pad.isVisible()
    post.window.menus.steer_pad.trigger()
    assert not pad.isVisible()
    post.window.menus.steer_home.trigger()
    assert post.mast.homes == [MAST, MAST]


def test_what_is_not_seen_clear_is_not_turned(post: Post, qtbot: QtBot) -> None:
    post.station.session.select(TileId(2))
    post.press(Qt.Key.Key_Right)
    assert post.mast.moves == [] and not post.desk.pad.isVisible()
    post.allow(LOCKED, Level.CLEAR, qtbot)
    post.press(Qt.Key.Key_Right)
    assert post.mast.last == Speed(pan=1.0) and post.desk.pad.isVisible()
    post.allow(LOCKED, Level.MOSAIC, qtbot)
    assert post.mast.last == STILL and not post.desk.pad.isVisible()


def test_what_is_not_seen_now_is_not_turned(post: Post) -> None:
    post.press(Qt.Key.Key_Right)
    assert post.mast.last == Speed(pan=1.0)
    post.station.clock.advance(5.0)
    post.window.canvas.tick()
    post.desk._look()
    assert post.mast.last == STILL and not post.desk.pad.isVisible(), "the picture stands still: so does the camera"
    post.release(Qt.Key.Key_Right)
    post.press(Qt.Key.Key_Right)
    assert post.mast.last == STILL
    post.see(MAST)
    post.release(Qt.Key.Key_Right)
    post.press(Qt.Key.Key_Right)
    assert post.mast.last == Speed(pan=1.0)


def test_the_map_is_told_where_it_looks(post: Post, qtbot: QtBot) -> None:
    model = post.window.map_model
    with qtbot.waitSignal(model.gaze_changed, timeout=10_000):
        post.mast.gaze = Gaze(90.0, 40.0)
    assert model.gaze_of(MAST) == Gaze(90.0, 40.0)
    camera = replace(CAMERAS[MAST], kind=CameraKind.PTZ, lat_deg=33.6, lon_deg=-7.6, range_m=60.0)
    (wide,), (narrow,) = chosen_wedge(camera), chosen_wedge(camera, model.gaze_of(MAST))
    assert isinstance(wide.feature.geometry, CircleShape)
    assert isinstance(narrow.feature.geometry, AreaShape)


def test_who_may_not_is_told(post: Post) -> None:
    post.allowed.clear()
    post.desk._look()
    assert not post.desk.pad.isVisible()
    post.press(Qt.Key.Key_Right)
    assert post.mast.moves == []
    assert "To turn camera 104, sign in" in post.window.entry.shown


def test_a_device_that_is_gone_is_told(post: Post) -> None:
    post.mast.is_gone = True
    post.press(Qt.Key.Key_Right)
    assert "Camera 104 takes no commands now" in post.window.entry.shown


def test_a_wall_without_such_cameras_offers_nothing(window: MainWindow) -> None:
    assert window.ptz is None
    assert not window.menus.steer_pad.isVisible() and not window.menus.steer_home.isEnabled()


@pytest.mark.parametrize("language", list(Language))
def test_every_button_has_its_name_and_left_stays_left(
    post: Post, console: ConsoleApplication, language: Language
) -> None:
    console.interpreter.speak(language)
    pad = post.desk.pad
    keys = [pad.left, pad.right, pad.up, pad.down, pad.nearer, pad.farther, pad.home]
    assert len({key.accessibleName() for key in keys}) == len(keys)
    assert all(key.toolTip().startswith(key.accessibleName()) for key in keys)
    assert pad.left.x() < pad.home.x() < pad.right.x()
