"""Mouse, keys, drag and drop, menu and snapshot."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.wall.conftest import GREEN, MAGENTA, OpenWall, WallRoom, plain, share_of
from wallapp.base.ids import CameraNumber, TileId
from wallapp.domain.camera import StreamName
from wallapp.domain.layout import preset
from wallapp.domain.view import WHOLE, Crop
from wallapp.ui.wall.canvas import CAMERA_MIME
from wallapp.ui.wall.menu import tile_menu

LEFT = Qt.MouseButton.LeftButton


def _centre(room: WallRoom, tile: int) -> QPoint:
    return room.canvas.tile_rect(TileId(tile)).center()


def _drag(qtbot: QtBot, room: WallRoom, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(room.canvas, LEFT, pos=start)
    for part in (0.3, 0.6, 1.0):
        point = start + (end - start) * part
        event_point = QPointF(point)
        move = _mouse_move(room, event_point)
        QApplication.sendEvent(room.canvas, move)
    qtbot.mouseRelease(room.canvas, LEFT, pos=end)


def _mouse_move(room: WallRoom, at: QPointF) -> QEvent:
    from_global = QPointF(room.canvas.mapToGlobal(at.toPoint()))
    return QMouseEvent(QEvent.Type.MouseMove, at, from_global, LEFT, LEFT, Qt.KeyboardModifier.NoModifier)


def _wheel(room: WallRoom, at: QPoint, steps: int) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(room.canvas.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(room.canvas, event)


def _crop(room: WallRoom, tile: int = 0) -> Crop:
    content = room.session.content(TileId(tile))
    assert content is not None
    return content.crop


def _live(room: WallRoom) -> None:
    for camera, colour in ((1, MAGENTA), (2, GREEN)):
        room.pictures.publish(CameraNumber(camera), plain(*colour))
    room.canvas.tick()
    room.canvas.grab_wall()


# The mouse


def test_click_selects_and_the_selected_tile_has_a_white_frame(open_wall: OpenWall, qtbot: QtBot) -> None:
    room = open_wall()
    qtbot.mouseClick(room.canvas, LEFT, pos=_centre(room, 3))
    assert room.session.selected == 3
    corner = room.canvas.tile_rect(TileId(3)).topLeft()
    assert room.canvas.grab_wall().pixelColor(corner).name() == "#ffffff"
    other = room.canvas.tile_rect(TileId(0)).topLeft()
    assert room.canvas.grab_wall().pixelColor(other).name() != "#ffffff"


def test_click_between_tiles_changes_nothing(open_wall: OpenWall, qtbot: QtBot) -> None:
    room = open_wall()
    gap = QPoint(room.canvas.tile_rect(TileId(0)).right() + 1, 100)
    assert room.canvas.tile_at(gap) is None
    qtbot.mouseClick(room.canvas, LEFT, pos=gap)
    assert room.session.selected == 0


def test_double_click_enlarges_and_goes_back(open_wall: OpenWall, qtbot: QtBot) -> None:
    room = open_wall()
    qtbot.mouseDClick(room.canvas, LEFT, pos=_centre(room, 1))
    assert room.session.enlarged == 1
    assert room.canvas.tile_rect(TileId(1)) == room.canvas.rect()
    assert room.canvas.tile_at(QPoint(5, 500)) == 1
    qtbot.mouseDClick(room.canvas, LEFT, pos=QPoint(5, 500))
    assert room.session.enlarged is None


def test_drag_swaps_two_tiles(open_wall: OpenWall, qtbot: QtBot) -> None:
    room = open_wall()
    _drag(qtbot, room, _centre(room, 0), _centre(room, 3))
    assert [room.session.camera_on(TileId(tile)) for tile in range(4)] == [4, 2, 3, 1]
    assert room.session.selected == 3


def test_small_movement_is_a_click_and_release_outside_swaps_nothing(open_wall: OpenWall, qtbot: QtBot) -> None:
    room = open_wall()
    _drag(qtbot, room, _centre(room, 0), _centre(room, 0) + QPoint(3, 2))
    _drag(qtbot, room, _centre(room, 0), QPoint(5000, 5000))
    assert [room.session.camera_on(TileId(tile)) for tile in range(4)] == [1, 2, 3, 4]


def test_escape_gives_a_drag_up(open_wall: OpenWall, qtbot: QtBot) -> None:
    room = open_wall()
    qtbot.mousePress(room.canvas, LEFT, pos=_centre(room, 0))
    QApplication.sendEvent(room.canvas, _mouse_move(room, QPointF(_centre(room, 3))))
    qtbot.keyClick(room.canvas, Qt.Key.Key_Escape)
    qtbot.mouseRelease(room.canvas, LEFT, pos=_centre(room, 3))
    assert room.session.camera_on(TileId(3)) == 4


def test_wheel_zooms_at_the_cursor_and_middle_click_resets(open_wall: OpenWall, qtbot: QtBot) -> None:
    room = open_wall()
    _live(room)
    at = _centre(room, 0) + QPoint(-120, 60)
    x, y = room.canvas.picture_fraction(TileId(0), at)
    _wheel(room, at, 3)
    crop = _crop(room)
    assert crop.right - crop.left == pytest.approx(1 / 1.25**3)
    assert crop.left + x * (crop.right - crop.left) == pytest.approx(x)
    assert crop.top + y * (crop.bottom - crop.top) == pytest.approx(y)
    assert room.pictures.views[0].crop == crop
    _wheel(room, at, 40)
    assert _crop(room).right - _crop(room).left == pytest.approx(1 / 8)
    qtbot.mouseClick(room.canvas, Qt.MouseButton.MiddleButton, pos=at)
    assert _crop(room) == WHOLE


def test_drag_in_a_zoomed_picture_pans_and_its_title_still_swaps(open_wall: OpenWall, qtbot: QtBot) -> None:
    room = open_wall()
    _live(room)
    room.session.zoom(TileId(0), 2.0)
    start = _centre(room, 0)
    _drag(qtbot, room, start, start + QPoint(-120, 0))
    assert _crop(room).left == pytest.approx(0.25 + 0.5 * 120 / 480, abs=0.01)
    assert room.session.camera_on(TileId(0)) == 1
    title = room.canvas.tile_rect(TileId(0)).topLeft() + QPoint(60, 8)
    _drag(qtbot, room, title, _centre(room, 2))
    assert room.session.camera_on(TileId(2)) == 1


# A camera dragged from the tree


def _mime(text: bytes) -> QMimeData:
    data = QMimeData()
    data.setData(CAMERA_MIME, QByteArray(text))
    return data


def _drop(room: WallRoom, at: QPoint, data: QMimeData) -> bool:
    buttons, keys, copy = LEFT, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at, copy, data, buttons, keys)
    QApplication.sendEvent(room.canvas, enter)
    drop = QDropEvent(QPointF(at), copy, data, buttons, keys)
    if enter.isAccepted():
        QApplication.sendEvent(room.canvas, drop)
    return enter.isAccepted()


def test_dropped_camera_goes_onto_the_tile(open_wall: OpenWall) -> None:
    room = open_wall()
    data = _mime(b"104")
    assert _drop(room, _centre(room, 2), data)
    assert room.session.camera_on(TileId(2)) == 104
    assert room.session.selected == 2


@pytest.mark.parametrize("text", [b"", b"0", b"-4", b"12345678", b"abc", b"\xff\xfe", "١٢".encode()])
def test_something_else_is_not_accepted(open_wall: OpenWall, text: bytes) -> None:
    room = open_wall()
    data = _mime(text)
    assert not _drop(room, _centre(room, 2), data)
    assert room.session.camera_on(TileId(2)) == 3


def test_plain_text_is_not_accepted(open_wall: OpenWall) -> None:
    room = open_wall()
    data = QMimeData()
    data.setText("104")
    assert not _drop(room, _centre(room, 2), data)


# The keys


def test_arrows_enter_and_escape(open_wall: OpenWall, qtbot: QtBot) -> None:
    room = open_wall()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(room.canvas, key)
    assert room.session.selected == 3
    qtbot.keyClick(room.canvas, Qt.Key.Key_Return)
    assert room.session.enlarged == 3
    qtbot.keyClick(room.canvas, Qt.Key.Key_Left)
    assert room.session.enlarged == 2
    qtbot.keyClick(room.canvas, Qt.Key.Key_Escape)
    assert room.session.enlarged is None


def test_arrows_are_not_mirrored_from_right_to_left(open_wall: OpenWall, qtbot: QtBot) -> None:
    room = open_wall()
    before = [room.canvas.tile_rect(TileId(tile)) for tile in range(4)]
    room.canvas.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert [room.canvas.tile_rect(TileId(tile)) for tile in range(4)] == before
    qtbot.keyClick(room.canvas, Qt.Key.Key_Right)
    assert room.session.selected == 1


def test_zoom_keys_delete_and_shifted_arrows(open_wall: OpenWall, qtbot: QtBot) -> None:
    room = open_wall()
    qtbot.keyClick(room.canvas, Qt.Key.Key_Plus)
    qtbot.keyClick(room.canvas, Qt.Key.Key_Plus, Qt.KeyboardModifier.KeypadModifier)
    zoomed = _crop(room)
    assert zoomed.right - zoomed.left == pytest.approx(1 / 2.25)
    qtbot.keyClick(room.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert _crop(room).left > zoomed.left
    assert room.session.selected == 0
    qtbot.keyClick(room.canvas, Qt.Key.Key_Minus)
    qtbot.keyClick(room.canvas, Qt.Key.Key_Home)
    assert _crop(room) == WHOLE
    qtbot.keyClick(room.canvas, Qt.Key.Key_Delete)
    assert room.session.camera_on(TileId(0)) is None


@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_F11, Qt.Key.Key_L, Qt.Key.Key_Escape, Qt.Key.Key_F2])
def test_other_keys_are_left_to_the_window(open_wall: OpenWall, key: Qt.Key) -> None:
    room = open_wall()
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    event.accept()
    room.canvas.keyPressEvent(event)
    assert not event.isAccepted()


# The menu


def _actions(room: WallRoom, tile: int) -> dict[str, QAction]:
    menu = tile_menu(room.canvas, TileId(tile))
    found = {action.text(): action for action in menu.actions() if action.text()}
    streams = found.pop("Stream")
    found |= {f"Stream {action.text()}": action for action in streams.menu().actions()}
    return found


def test_menu_does_what_it_says(open_wall: OpenWall, qtbot: QtBot) -> None:
    room = open_wall()
    actions = _actions(room, 1)
    actions["Stream sub"].trigger()
    content = room.session.content(TileId(1))
    assert content is not None
    assert content.pin is StreamName.SUB
    assert _actions(room, 1)["Stream sub"].isChecked()
    _actions(room, 1)["Stream By the tile's size"].trigger()
    actions["Try now"].trigger()
    assert room.pictures.tried == [2]
    with qtbot.waitSignal(room.canvas.snapshot_requested) as asked:
        actions["Snapshot"].trigger()
    assert asked.args == [1]
    assert not actions["Show the whole picture"].isEnabled()
    actions["Enlarge"].trigger()
    assert room.session.enlarged == 1
    _actions(room, 1)["Back to the layout"].trigger()
    assert room.session.enlarged is None
    actions["Take the camera off"].trigger()
    assert room.session.camera_on(TileId(1)) is None


def test_menu_of_an_empty_tile_offers_the_map_alone(open_wall: OpenWall) -> None:
    room = open_wall("4", [1])
    actions = _actions(room, 2)
    offered = [name for name, action in actions.items() if action.isEnabled() and not name.startswith("Stream ")]
    assert offered == ["Show the map here"]


# Snapshots


def test_snapshot_is_a_copy_with_number_and_time(open_wall: OpenWall) -> None:
    room = open_wall()
    _live(room)
    image = room.canvas.snapshot(TileId(0))
    rect = room.canvas.tile_rect(TileId(0))
    assert image.width() == rect.width()
    assert image.height() > rect.height()
    before = image.copy()
    room.pictures.publish(CameraNumber(1), plain(*GREEN))
    room.canvas.tick()
    room.canvas.grab_wall()
    assert image == before
    assert share_of(image, MAGENTA) > 0.6
    room.clock.advance(60.0)
    assert room.canvas.snapshot(TileId(0)).copy(0, rect.height(), rect.width(), 20) != before.copy(
        0, rect.height(), rect.width(), 20
    )


def test_snapshot_of_an_old_picture_is_not_taken_for_live(open_wall: OpenWall) -> None:
    room = open_wall()
    _live(room)
    room.clock.advance(5.0)
    assert share_of(room.canvas.snapshot(TileId(0)), MAGENTA) == 0.0


# For a screen reader


def test_selected_tile_is_told_to_a_screen_reader(open_wall: OpenWall, qtbot: QtBot) -> None:
    room = open_wall()
    room.pass_time(0.2)
    assert room.canvas.accessibleName() == "tile 1, 1, Place 1, City (City), connecting, Connecting"
    qtbot.mouseClick(room.canvas, LEFT, pos=_centre(room, 1))
    assert room.canvas.accessibleName().startswith("tile 2, 2, Place 2")
    room.session.clear(TileId(1))
    assert room.canvas.accessibleDescription() == "tile 2, empty"


def test_register_may_change_under_the_wall(open_wall: OpenWall) -> None:
    room = open_wall()
    renamed = {number: replace(camera, name="Corniche") for number, camera in room.cameras.items()}
    room.canvas.set_register(renamed, room.owners)
    assert "Corniche" in room.canvas.tile_text(TileId(0))


def test_layout_change_places_tiles_and_keeps_the_selected_one(open_wall: OpenWall) -> None:
    room = open_wall("4", [1, 2, 3, 4])
    room.session.select(TileId(3))
    room.session.set_layout(preset("1+5"))
    assert room.session.selected == 3
    assert room.canvas.tile_rect(TileId(0)).width() > room.canvas.tile_rect(TileId(1)).width()
    assert len(room.pictures.views) == 4
