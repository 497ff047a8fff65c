"""The map in the window: shown and hidden, picked from and chosen from, and quiet while nothing changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tests.ui.map_parts import MIDDLE, placed_cameras, placed_station
from tests.ui.parts import Station
from wallapp.base.ids import CameraNumber, TileId
from wallapp.domain.map_data import MapFeature, MapKind, MapStyle, PointShape
from wallapp.domain.place import offset
from wallapp.ui.camera_model import Leaf, node_of
from wallapp.ui.language import Language
from wallapp.ui.map.projection import to_world
from wallapp.ui.map.view import STATES_EVERY_MS, MapView
from wallapp.ui.window import MainWindow


@pytest.fixture
def station(tmp_path: Path) -> Station:
    return placed_station(tmp_path)


def press(window: MainWindow, key: Qt.Key, text: str = "", *, shift: bool = False) -> None:
    """One key to whatever has the focus; the function keys to the window's actions."""
    if key is Qt.Key.Key_F3:
        (window.menus.map_large if shift else window.menus.map).trigger()
        return
    modifiers = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(window.focusWidget() or window, QKeyEvent(kind, key, modifiers, text))


def open_map(window: MainWindow) -> MapView:
    """The map's view, shown and with the keyboard."""
    press(window, Qt.Key.Key_F3)
    QApplication.processEvents()  # the side finds its width
    return window.map.panel.view


def spot_of(view: MapView, number: int) -> QPoint:
    """Where a camera stands on the map."""
    pin = view._model.pins[CameraNumber(number)]
    return QPointF(*view.viewport.to_px(*pin.at)).toPoint()


def tree_choice(window: MainWindow) -> int | None:
    node = node_of(window.sources._tree.currentIndex())
    return node.camera.number if isinstance(node, Leaf) else None


def choose_in_tree(window: MainWindow, number: int) -> None:
    index = window.sources._model.index_of(CameraNumber(number))
    window.sources._tree.setCurrentIndex(window.sources._filter.mapFromSource(index))


# Shown, hidden, enlarged


def test_one_key_shows_the_map_gives_it_the_keyboard_and_hides_it(window: MainWindow) -> None:
    assert not window.right.isVisible()
    press(window, Qt.Key.Key_F3)
    view = window.map.panel.view
    assert view.isVisible() and view.hasFocus() and window.menus.map.isChecked()
    window.canvas.setFocus()
    press(window, Qt.Key.Key_F3)
    assert view.isVisible() and view.hasFocus() and window.menus.map.isChecked()
    press(window, Qt.Key.Key_F3)
    assert not window.right.isVisible() and not window.menus.map.isChecked()
    assert window.canvas.hasFocus()


def test_the_map_takes_the_wall_s_place_and_gives_it_back(window: MainWindow) -> None:
    place = window.canvas.size()
    press(window, Qt.Key.Key_F3, shift=True)
    assert window.map.panel.isVisible() and not window.canvas.isVisible() and not window.right.isVisible()
    assert window.map.panel.size() == place
    assert window.map.panel.view.hasFocus() and window.menus.map_large.isChecked()
    press(window, Qt.Key.Key_Escape)
    assert window.canvas.isVisible() and window.canvas.hasFocus()
    assert window.map.panel.isVisible() and window.right.isVisible() and not window.menus.map_large.isChecked()
    press(window, Qt.Key.Key_F3)
    press(window, Qt.Key.Key_F3, shift=True)
    window.map.panel._hide.click()
    assert window.canvas.isVisible() and not window.map.panel.isVisible()


def test_a_camera_typed_while_the_map_is_large_leaves_it_the_keyboard(window: MainWindow, station: Station) -> None:
    press(window, Qt.Key.Key_F3, shift=True)
    for sign in "104":
        press(window, Qt.Key.Key_unknown, sign)
    press(window, Qt.Key.Key_Return, "\r")
    assert station.session.camera_on(TileId(0)) == CameraNumber(104)
    assert window.map.panel.view.hasFocus()


def test_the_wall_alone_hides_the_map_too(window: MainWindow) -> None:
    view = open_map(window)
    window.menus.wall_only.trigger()
    assert not view.isVisible()
    window.menus.wall_only.trigger()
    assert view.isVisible()


def test_an_open_map_is_open_after_a_restart(window: MainWindow, station: Station, open_window: OpenWindow) -> None:
    view = open_map(window)
    assert view.isVisible()
    window.keeping.keep()
    again = open_window(station.again())
    assert again.map.panel.isVisible()
    assert again.canvas.hasFocus(), "a console begins on the wall"
    again.map.show(on=False)
    again.keeping.keep()
    assert not open_window(station.again()).map.panel.isVisible()


def test_a_window_closes_with_the_map_in_the_wall_s_place(tmp_path: Path, open_window: OpenWindow) -> None:
    station = placed_station(tmp_path)
    window = open_window(station)
    press(window, Qt.Key.Key_F3, shift=True)
    window.close()
    assert not window.canvas.isVisible()


# Picked and chosen


def test_a_click_picks_in_the_tree_and_a_double_click_puts_on_the_tile(
    qtbot: QtBot, window: MainWindow, station: Station
) -> None:
    view = open_map(window)
    station.session.select(TileId(2))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot_of(view, 104))
    assert view.attention.picked == CameraNumber(104)
    assert tree_choice(window) == 104
    assert station.session.camera_on(TileId(2)) is None
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=spot_of(view, 104))
    assert station.session.camera_on(TileId(2)) == CameraNumber(104)
    assert view.attention.marked == CameraNumber(104)
    assert window.canvas.hasFocus()


def test_the_tree_s_choice_is_picked_on_the_map_and_brought_into_sight(window: MainWindow) -> None:
    view = open_map(window)
    view.zoom(24)
    choose_in_tree(window, 401)
    assert view.attention.picked == CameraNumber(401)
    assert view.rect().contains(spot_of(view, 401))
    choose_in_tree(window, 1040)
    assert "no place" in window.map.panel.told


def test_a_click_at_the_map_s_edge_does_not_move_it(qtbot: QtBot, window: MainWindow) -> None:
    view = open_map(window)
    view.pan(spot_of(view, 104).x() - 20, 0)
    before = view.viewport
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot_of(view, 104))
    assert tree_choice(window) == 104
    assert view.viewport == before


def test_the_camera_of_the_selected_tile_is_marked(window: MainWindow, station: Station) -> None:
    view = open_map(window)
    station.session.fill([CameraNumber(101), CameraNumber(105)])
    assert view.attention.marked == CameraNumber(101)
    station.session.select(TileId(1))
    assert view.attention.marked == CameraNumber(105)
    station.session.select(TileId(3))
    assert view.attention.marked is None


def test_everything_goes_by_keys(window: MainWindow, station: Station) -> None:
    view = open_map(window)
    press(window, Qt.Key.Key_Up)
    assert view.attention.picked == CameraNumber(101), "the nearest to the middle is the first"
    press(window, Qt.Key.Key_Right)
    assert view.attention.picked == CameraNumber(102)
    press(window, Qt.Key.Key_Down)
    assert view.attention.picked == CameraNumber(401)
    assert tree_choice(window) == 401
    press(window, Qt.Key.Key_Return)
    assert station.session.camera_on(TileId(0)) == CameraNumber(401)
    view.setFocus()
    before = view.viewport
    press(window, Qt.Key.Key_Left, shift=True)
    assert view.viewport.u < before.u
    press(window, Qt.Key.Key_Plus)
    assert view.viewport.scale == pytest.approx(before.scale * 2**0.5)
    press(window, Qt.Key.Key_Minus)
    press(window, Qt.Key.Key_Home)
    assert view.viewport == before
    press(window, Qt.Key.Key_Escape)
    assert window.canvas.hasFocus()


def test_wheel_and_drag_move_the_map(qtbot: QtBot, window: MainWindow) -> None:
    view = open_map(window)
    at = QPointF(100, 80)
    under = view.viewport.to_world(at.x(), at.y())
    wheel = QWheelEvent(
        at,
        view.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    before = view.viewport
    QApplication.sendEvent(view, wheel)
    assert view.viewport.scale > before.scale
    assert view.viewport.to_px(*under) == pytest.approx((100, 80), abs=1e-6)
    start = view.viewport
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    qtbot.mouseMove(view, QPoint(130, 90))
    qtbot.mouseMove(view, QPoint(160, 80))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(160, 80))
    assert start.to_px(*view.viewport.to_world(160, 80)) == pytest.approx((100, 100), abs=1e-6)
    assert view.attention.place is None, "a drag is no click"


def test_a_group_comes_apart_as_soon_as_it_is_clicked(qtbot: QtBot, window: MainWindow) -> None:
    view = open_map(window)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot_of(view, 201))
    groups = view._sheet.placing(view.viewport.steps).groups
    assert all(group.only is not None for group in groups)
    assert view.rect().contains(spot_of(view, 201)) and view.rect().contains(spot_of(view, 202))


def test_cameras_on_one_spot_are_offered_in_a_menu(qtbot: QtBot, tmp_path: Path, open_window: OpenWindow) -> None:
    cameras = placed_cameras()
    first, second = cameras[CameraNumber(201)], cameras[CameraNumber(202)]
    cameras[second.number] = replace(second, lat_deg=first.lat_deg, lon_deg=first.lon_deg)
    window = open_window(Station(tmp_path, cameras=cameras))
    view = open_map(window)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot_of(view, 201))
    menu = view.findChild(QMenu)
    assert menu is not None
    menu.actions()[1].trigger()
    menu.close()
    assert view.attention.picked == CameraNumber(202)
    assert tree_choice(window) == 202


def test_a_clicked_place_lists_the_nearest_and_one_of_them_is_chosen(
    qtbot: QtBot, window: MainWindow, station: Station
) -> None:
    view = open_map(window)
    panel = window.map.panel
    there = offset(MIDDLE, east_m=-60, north_m=40)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPointF(*view.viewport.to_px(*to_world(there))).toPoint())
    assert panel._near_part.isVisible() and len(panel.near_rows) == 5
    assert "104 Corniche east" in panel.near_rows[0] and "looks at it" in panel.near_rows[0]
    panel._near.setFocus()
    panel._near.setCurrentRow(1)
    second = view.attention.picked
    assert second is not None and tree_choice(window) == second
    press(window, Qt.Key.Key_Return)
    assert station.session.camera_on(TileId(0)) == second
    view.setFocus()
    press(window, Qt.Key.Key_Escape)
    assert not panel._near_part.isVisible() and view.attention.place is None
    press(window, Qt.Key.Key_Space)
    assert view.attention.place is not None and len(view.attention.near) == 5


def test_digits_go_to_the_line_from_the_map_and_its_list(window: MainWindow, station: Station) -> None:
    view = open_map(window)
    view.choose_place(MIDDLE)
    for widget in (view, window.map.panel._near):
        widget.setFocus()
        press(window, Qt.Key.Key_unknown, "1")
        assert window.entry.typed == "1"
        press(window, Qt.Key.Key_Escape)


def test_the_cursor_s_place_is_told(qtbot: QtBot, window: MainWindow) -> None:
    view = open_map(window)
    at = QPointF(*view.viewport.to_px(*to_world(MIDDLE))).toPoint()
    view.pointed.emit(view._place_at(QPointF(at)))
    lat, lon = (float(part) for part in window.map.panel._cursor.text().split(", "))
    assert (lat, lon) == pytest.approx((MIDDLE.lat_deg, MIDDLE.lon_deg), abs=2e-5)
    view.pointed.emit(None)
    assert window.map.panel._cursor.text() == ""


def test_a_feature_is_picked_before_the_camera_below_it(qtbot: QtBot, window: MainWindow) -> None:
    view = open_map(window)
    feature = MapFeature(MapKind.INCIDENT, PointShape(MIDDLE), MapStyle(fill="#e5383b"), feature_id="42")
    window.map_model.set_features("incidents", [feature])
    view.settle()
    view.fit()
    with qtbot.waitSignal(view.feature_picked) as told:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot_of(view, 101))
    assert told.args == ["42"]


# Words


def test_a_screen_reader_hears_the_camera_picked(window: MainWindow, station: Station) -> None:
    view = open_map(window)
    assert view.accessibleName() == "Map of the cameras"
    station.session.fill([CameraNumber(201)])
    window.board.sample()
    view.settle()
    view.zoom(24)
    view.pick(CameraNumber(201))
    assert view.accessibleDescription().replace("\u2068", "").replace("\u2069", "") == (
        "201 Hotel forecourt · Shops · connecting · locked: mosaic"
    )


@pytest.mark.parametrize("language", list(Language))
def test_every_language_has_the_map_s_words(window: MainWindow, language: Language) -> None:
    view = open_map(window)
    assert window._rooms.interpreter is not None
    window._rooms.interpreter.speak(language)
    QApplication.processEvents()
    view.choose_place(MIDDLE)
    texts = {window.map.panel._fit.text(), window.menus.map_large.text(), view.accessibleName()}
    english = {"All", "Map in place of the wall", "Map of the cameras"}
    assert texts == english if language is Language.ENGLISH else not texts & english


# Quiet


def test_nothing_is_painted_while_nothing_changes(qtbot: QtBot, window: MainWindow) -> None:
    view = open_map(window)
    qtbot.waitUntil(lambda: _is_settled(view), timeout=3000)
    paints = view.paints
    for _ in range(5):
        window.board.sample()
        QApplication.processEvents()
    assert view.paints == paints
    assert not view._soon.isActive()


def test_many_changes_are_one_painting(qtbot: QtBot, window: MainWindow, station: Station) -> None:
    view = open_map(window)
    qtbot.waitUntil(lambda: _is_settled(view), timeout=3000)
    assert STATES_EVERY_MS >= 250
    paints = view.paints
    for step in range(20):
        at = offset(MIDDLE, east_m=step, north_m=0)
        window.map_model.set_features("incidents", [MapFeature(MapKind.INCIDENT, PointShape(at), feature_id="1")])
        QApplication.processEvents()
    assert view.paints == paints, "not before its time"
    qtbot.waitUntil(lambda: view.paints > paints, timeout=2000)
    qtbot.waitUntil(lambda: _is_settled(view), timeout=3000)
    assert view.paints <= paints + 8
    assert view._sheet.feature_at(view.viewport, *view.viewport.to_px(*to_world(at))) == "1"


def test_a_hidden_map_is_not_painted(window: MainWindow, station: Station) -> None:
    view = open_map(window)
    window.map.show(on=False)
    paints = view.paints
    station.session.fill([CameraNumber(101)])
    window.board.sample()
    view.settle()
    QApplication.processEvents()
    assert view.paints == paints


def _is_settled(view: MapView) -> bool:
    """Whether a further turn of the events paints nothing more."""
    before = view.paints
    QApplication.processEvents()
    return before == view.paints and before > 0 and not view._soon.isActive()
