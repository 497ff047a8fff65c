"""The map as a tile of the wall: brought there, moved, enlarged, swapped, kept, and never in a camera's way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tests.ui.map_parts import placed_station
from tests.ui.parts import Station
from wallapp.base.ids import CameraNumber, LayoutNumber, TileId
from wallapp.domain.layout import preset
from wallapp.domain.map_data import MapFeature, MapKind, PointShape
from wallapp.domain.place import Place
from wallapp.domain.wall import MapContent
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.language import Language
from wallapp.ui.map.on_tiles import MOVED_AFTER_MS
from wallapp.ui.map.view import MapView
from wallapp.ui.window import MainWindow

HERE = TileId(1)
Key = Qt.Key


@pytest.fixture
def station(tmp_path: Path) -> Station:
    found = placed_station(tmp_path)
    found.session.set_layout(preset("4"))
    found.session.fill([CameraNumber(number) for number in (101, 102, 104, 105)])
    return found


def map_on(window: MainWindow, tile: TileId = HERE) -> MapView:
    """The map on a tile; there is one."""
    view = window.map_tiles.view(tile)
    assert view is not None
    return view


def bring(window: MainWindow, station: Station, tile: TileId = HERE) -> MapView:
    """By the entry line, as an operator does it."""
    station.session.select(tile)
    window.commands.enter("M")
    QApplication.processEvents()
    return map_on(window, tile)


def send_mouse(widget: QWidget, kind: QEvent.Type, at: QPoint) -> None:
    point = QPointF(at)
    button = Qt.MouseButton.LeftButton
    QApplication.sendEvent(
        widget,
        QMouseEvent(kind, point, widget.mapToGlobal(point), button, button, Qt.KeyboardModifier.NoModifier),
    )


def colours(image: QImage) -> int:
    """How many there are on a coarse net of points."""
    return len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)})


def test_a_typed_letter_brings_the_map_to_the_selected_tile(window: MainWindow, station: Station) -> None:
    view = bring(window, station)
    assert view.isVisible() and window.canvas.tile_rect(HERE).contains(view.geometry())
    assert station.session.camera_on(HERE) is None
    assert "The map on tile 2" in window.entry.shown
    assert "tile 2, Map" in window.canvas.tile_text(HERE)
    assert view.geometry().top() > window.canvas.tile_rect(HERE).top() + 8, "the title stays to be read and dragged"
    assert [shown.tile for shown in station.pictures.views] == [0, 2, 3]
    assert window.focusWidget() is window.canvas
    window.commands.enter("102")
    assert window.map_tiles.view(HERE) is None
    assert station.session.camera_on(HERE) == 102


def test_the_tile_s_menu_brings_it_shows_it_whole_and_takes_it_off(
    qtbot: QtBot, window: MainWindow, station: Station
) -> None:
    def choose(text: str) -> None:
        window.canvas.contextMenuEvent(
            QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), window.canvas.mapToGlobal(QPoint(5, 5)))
        )
        menu = window.canvas.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
        action = next(one for one in menu.actions() if one.text() == text)
        assert action.isEnabled() and action.isVisible(), text
        action.trigger()
        menu.close()
        QApplication.processEvents()

    station.session.select(HERE)
    choose("Show the map here")
    map_on(window).zoom(4)
    window.map_tiles._tell_session()
    content = station.session.map_on(HERE)
    assert content is not None and content.part is not None
    choose("Show the whole map")
    assert station.session.map_on(HERE) is not None and map_on(window).part is None
    choose("Take the map off")
    assert station.session.map_on(HERE) is None and window.map_tiles.view(HERE) is None


def test_it_comes_back_after_a_restart_and_with_a_saved_layout(
    qtbot: QtBot, station: Station, open_window: OpenWindow
) -> None:
    window = open_window(station)
    view = bring(window, station)
    view.show_around(Place(35.2472, -3.9308), 150)
    view.zoom(-2)
    qtbot.waitUntil(lambda: station.session.map_on(HERE) == MapContent(view.part))
    shown, part = view.viewport, view.part
    window.commands.save(LayoutNumber(3), "with a map")
    window.close()
    later = station.again()
    window = open_window(later)
    QApplication.processEvents()
    again = map_on(window)
    assert again.isVisible() and again.part == part
    assert (again.viewport.u, again.viewport.v) == pytest.approx((shown.u, shown.v))
    assert again.viewport.steps == shown.steps
    later.session.clear(HERE)
    window.commands.recall(LayoutNumber(3))
    assert map_on(window).part == part


def test_what_is_moved_last_is_kept_though_the_window_closes_at_once(station: Station, open_window: OpenWindow) -> None:
    window = open_window(station)
    bring(window, station).zoom(6)
    part = map_on(window).part
    window.close()
    window = open_window(station.again())
    assert map_on(window).part == part


def test_it_is_swapped_and_enlarged_like_a_camera(qtbot: QtBot, window: MainWindow, station: Station) -> None:
    view = bring(window, station)
    view.zoom(4)
    part = view.part
    window.map_tiles._tell_session()
    canvas = window.canvas
    title = canvas.tile_rect(HERE).topLeft() + QPoint(40, 8)
    assert not view.geometry().contains(title)
    target = canvas.tile_rect(TileId(2)).center()
    send_mouse(canvas, QEvent.Type.MouseButtonPress, title)
    for at in (title + QPoint(30, 20), target):
        send_mouse(canvas, QEvent.Type.MouseMove, at)
    send_mouse(canvas, QEvent.Type.MouseButtonRelease, target)
    assert station.session.camera_on(HERE) == 104
    moved = map_on(window, TileId(2))
    assert moved.part == part and window.map_tiles.view(HERE) is None
    canvas.setFocus()
    qtbot.keyClick(canvas, Key.Key_Return)
    assert station.session.enlarged == TileId(2)
    assert moved.width() > canvas.width() * 0.9 and moved.isVisible()
    qtbot.keyClick(canvas, Key.Key_Escape)
    assert moved.width() < canvas.width() * 0.6
    send_mouse(moved, QEvent.Type.MouseButtonDblClick, QPoint(3, 3))
    assert station.session.enlarged == TileId(2), "a double click beside the cameras is the tile's"
    moved.setFocus()
    qtbot.keyClick(moved, Key.Key_Escape)
    assert station.session.enlarged is None and canvas.hasFocus()
    station.session.toggle_enlarge(TileId(0))
    assert not moved.isVisible()


def test_keys_on_the_wall_move_the_selected_tile_s_map(qtbot: QtBot, window: MainWindow, station: Station) -> None:
    view = bring(window, station)
    canvas, before = window.canvas, view.viewport
    canvas.setFocus()
    qtbot.keyClick(canvas, Key.Key_Plus)
    assert view.viewport.steps > before.steps
    closer = view.viewport
    qtbot.keyClick(canvas, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.viewport.u > closer.u
    qtbot.keyClick(canvas, Key.Key_Home)
    assert view.viewport == before and view.part is None
    qtbot.keyClick(canvas, Key.Key_Left)
    assert station.session.selected == TileId(0), "without Shift the arrows choose tiles"
    qtbot.keyClick(canvas, Key.Key_Plus)
    assert view.viewport == before


def test_tab_goes_into_the_map_and_escape_comes_back(qtbot: QtBot, window: MainWindow, station: Station) -> None:
    view = bring(window, station)
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, Key.Key_Tab)
    assert view.hasFocus()
    qtbot.keyClick(view, Key.Key_Right)
    picked = view.attention.picked
    assert picked is not None
    qtbot.keyClick(view, Key.Key_Return)
    assert station.session.camera_on(TileId(0)) == picked
    assert view.hasFocus(), "for the next one"
    qtbot.keyClick(view, Key.Key_4)
    assert window.entry._field.text() == "4", "digits begin the entry line from here too"
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, Key.Key_Tab)
    qtbot.keyClick(view, Key.Key_Escape)
    assert window.canvas.hasFocus()


def test_its_title_follows_the_language(console: ConsoleApplication, window: MainWindow, station: Station) -> None:
    bring(window, station)
    english = window.canvas.snapshot(HERE).copy(0, 0, 200, 16)
    console.interpreter.speak(Language.FRENCH)
    QApplication.processEvents()
    assert window.canvas.snapshot(HERE).copy(0, 0, 200, 16) != english


def test_a_camera_chosen_on_it_goes_to_the_tile_before(window: MainWindow, station: Station) -> None:
    station.session.select(TileId(3))
    view = bring(window, station)
    view.chosen.emit(201)
    assert station.session.camera_on(TileId(3)) == 201
    assert station.session.map_on(HERE) is not None
    assert "201" in window.entry.shown and "tile 4" in window.entry.shown


def test_a_touch_selects_its_tile_and_a_pick_is_heard_of(qtbot: QtBot, window: MainWindow, station: Station) -> None:
    view = bring(window, station)
    station.session.select(TileId(0))
    heard: list[object] = []
    window.map.panel.view.picked.connect(heard.append)
    pin = window.map_model.pins[CameraNumber(104)]
    at = QPointF(*view.viewport.to_px(*pin.at)).toPoint()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert station.session.selected == HERE
    assert heard == [104]


def test_several_maps_each_show_their_part_and_what_is_put_on_the_map(
    qtbot: QtBot, window: MainWindow, station: Station
) -> None:
    first, second = bring(window, station), bring(window, station, TileId(2))
    first.zoom(8)
    assert second.part is None and first.part is not None
    place = Place(35.2472, -3.9308)
    window.map_model.set_features(
        "incidents", [MapFeature(MapKind.INCIDENT, PointShape(place), label="Fall", feature_id="42")]
    )
    for view in (first, second):
        painted = view.paints
        qtbot.waitUntil(lambda view=view, painted=painted: view.paints > painted)


def test_a_snapshot_has_the_map_on_it(window: MainWindow, station: Station) -> None:
    plain = colours(window.canvas.snapshot(HERE))
    bring(window, station)
    tile = window.canvas.tile_image(HERE)
    assert colours(tile) > plain
    wall = window.canvas.grab_wall()
    centre = window.canvas.tile_rect(HERE).center()
    area = map_on(window).geometry()
    assert colours(wall.copy(area)) > 4
    assert QColor(wall.pixel(centre)).isValid()
    window.snapshots.keep_tile(HERE)
    assert "Snapshot" in window.entry.shown and "map" in window.entry.shown


def test_movement_is_told_in_a_moment_and_not_at_each_step(qtbot: QtBot, window: MainWindow, station: Station) -> None:
    view = bring(window, station)
    told: list[object] = []
    station.session.subscribe(told.append)
    for _ in range(40):
        view.pan(3, 1)
    assert told == []
    qtbot.waitUntil(lambda: len(told) == 1, timeout=MOVED_AFTER_MS * 20)
    content = station.session.map_on(HERE)
    assert content is not None and content.part == view.part


def test_a_small_tile_s_map_stays_within_it(window: MainWindow, station: Station) -> None:
    station.session.set_layout(preset("64"))
    view = bring(window, station)
    assert window.canvas.tile_rect(HERE).contains(view.geometry())


def test_an_empty_map_says_what_it_lacks(tmp_path: Path, open_window: OpenWindow) -> None:
    bare = Station(tmp_path)
    bare.cameras = {number: replace(camera, lat_deg=None, lon_deg=None) for number, camera in bare.cameras.items()}
    window = open_window(bare)
    view = bring(window, bare)

    def bright() -> int:
        image = view.grab().toImage()
        middle = range(image.height() // 2 - 30, image.height() // 2 + 30)
        return sum(image.pixelColor(x, y).lightness() > 180 for y in middle for x in range(60, image.width() - 60))

    assert bright() > 200
    window.map_model.set_features(
        "layers", [MapFeature(MapKind.OTHER, PointShape(Place(35.2472, -3.9308)), feature_id="1")]
    )
    view.settle()
    assert bright() < 200
