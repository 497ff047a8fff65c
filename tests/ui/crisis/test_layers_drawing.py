"""Layers drawn and changed on the map and on the pictures, by mouse and keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.crisis.conftest import CrisisRoom, Sit
from tests.ui.crisis.layer_parts import (
    PLAZA,
    WAIT_MS,
    draft_of,
    look,
    make,
    map_sheet,
    notices,
    on_map,
    plaza,
    show_pictures,
    square,
)
from tests.ui.fitting import cut_buttons
from wallapp.base.ids import CameraNumber, TileId
from wallapp.domain.camera import CameraKind
from wallapp.domain.layer import LayerKind, point
from wallapp.domain.map_data import AreaShape, CircleShape
from wallapp.domain.people import Role
from wallapp.domain.place import distance_m
from wallapp.services.calibrations import Calibrations
from wallapp.services.incidents import NewIncident
from wallapp.services.layers import NewLayer
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.crisis.drawing_sheets import MapSheet
from wallapp.ui.crisis.drawing_sketch import Tool
from wallapp.ui.crisis.layer_form import LayerForm
from wallapp.ui.language import Language
from wallapp.ui.map.projection import to_world
from wallapp.ui.map.view import MapView

Key = Qt.Key


def test_a_perimeter_drawn_by_keys_reaches_the_other_station(sit: Sit, qtbot: QtBot) -> None:
    other, seat = sit("supervisor", at="desk-2"), sit("operator")
    seat.show(101)
    assert seat.floor.layers.panel.isHidden(), "nobody asked, and there is none"
    qtbot.waitUntil(seat.window.isActiveWindow, timeout=WAIT_MS)
    qtbot.keyClick(seat.window, Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    sheet = map_sheet(seat)
    seat.window.map.panel.view.show_around(plaza(seat), 40.0)
    assert QApplication.focusWidget() is sheet and seat.floor.layers.panel.isVisible()
    for keys in ([Key.Key_Up] * 3, [Key.Key_Right] * 4, [Key.Key_Down] * 5, [Key.Key_Left, Key.Key_Right]):
        for key in keys:
            qtbot.keyClick(sheet, key, Qt.KeyboardModifier.ShiftModifier)
        qtbot.keyClick(sheet, Key.Key_Return)
    assert len(draft_of(seat).sketch.corners) == 3, "the fourth was the third once more: that ends it"
    qtbot.waitUntil(lambda: seat.floor.layers.drawing.draft is None, timeout=WAIT_MS)
    other.hear()
    qtbot.waitUntil(lambda: [layer.name for layer in other.situation.shown_layers] == ["Perimeter"], timeout=WAIT_MS)
    qtbot.waitUntil(lambda: "frames" in other.floor.layers.panel.list.lines[0].detail, timeout=WAIT_MS)
    drawn = [each for each in other.floor.map_model.features if isinstance(each.geometry, AreaShape)]
    assert len(drawn) == 1 and drawn[0].label == "Perimeter"
    assert other.floor.layers.panel.isVisible()


def test_the_keys_take_back_and_give_up(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    seat.floor.layers.drawing.begin(LayerKind.ROUTE, Tool.LINE)
    sheet = map_sheet(seat)
    for _ in range(2):
        qtbot.keyClick(sheet, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        qtbot.keyClick(sheet, Key.Key_Return)
    assert len(draft_of(seat).sketch.corners) == 2
    qtbot.keyClick(sheet, Key.Key_Backspace)
    assert len(draft_of(seat).sketch.corners) == 1
    qtbot.keyClick(sheet, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert draft_of(seat).sketch.corners, "one corner is no line: it goes on"
    qtbot.keyClick(sheet, Key.Key_Escape)
    assert seat.floor.layers.drawing.draft is None
    assert QApplication.focusWidget() is seat.window.canvas
    assert seat.floor.layers.panel.isHidden()
    assert seat.situation.layers == ()


def test_what_is_drawn_lies_over_the_pictures_while_it_grows(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    seat.show(101, 116)
    overlays = seat.window.canvas._overlays
    assert overlays is not None
    seat.floor.layers.drawing.begin(LayerKind.PERIMETER, Tool.AREA)
    for place in square(plaza(seat)).geometry.places[:-1]:
        draft_of(seat).add(place)

    def shapes(number: int) -> bool:
        look(seat)
        return bool(overlays.of(CameraNumber(number)).shapes)

    qtbot.waitUntil(lambda: shapes(101), timeout=WAIT_MS)
    assert overlays.of(PLAZA).frame == "#E5383B"
    assert not shapes(116)
    bar = seat.floor.layers.panel.bar
    assert bar is not None
    qtbot.waitUntil(lambda: "101" in bar.measure.text() and "116" not in bar.measure.text(), timeout=WAIT_MS)
    seat.floor.layers.drawing.end()
    qtbot.waitUntil(lambda: not shapes(101), timeout=WAIT_MS)


def test_a_corner_is_set_on_the_ground_of_a_calibrated_picture(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    show_pictures(seat, qtbot, 101, 102)
    told = notices(seat)
    seat.floor.layers.drawing.begin(LayerKind.STAGING, Tool.AREA)
    sheet, canvas = seat.floor.layers.drawing.picture_sheet, seat.window.canvas
    assert sheet is not None
    wanted = plaza(seat)
    point_of = canvas.point_of(TileId(0), (0.5, 0.7))
    assert point_of is not None
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=point_of.toPoint())
    assert len(draft_of(seat).sketch.corners) == 1
    assert distance_m(draft_of(seat).sketch.corners[0], wanted) < 1.0
    sheet.setFocus()
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Down):
        qtbot.keyClick(sheet, key, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(sheet, Key.Key_Return)
    assert len(draft_of(seat).sketch.corners) == 2, "the cross moves in the picture too"
    first, second = draft_of(seat).sketch.corners
    assert 0.3 < distance_m(first, second) < 40.0, "it moves from where the mouse was"
    above = canvas.point_of(TileId(0), (0.5, 0.02))
    assert above is not None
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=above.toPoint())
    assert "horizon" in told[-1].text
    assert len(draft_of(seat).sketch.corners) == 2


def test_a_map_on_a_tile_is_drawn_on_too(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    seat.show(101)
    seat.station.session.show_map(TileId(3))
    view = seat.window.canvas.findChild(MapView)
    assert view is not None and view.isVisible()
    view.show_around(plaza(seat), 60.0)
    seat.floor.layers.drawing.begin(LayerKind.STAGING, Tool.AREA)
    sheet = view.findChild(MapSheet)
    at = QPointF(*view.viewport.to_px(*to_world(plaza(seat))))
    point = seat.window.canvas.mapFromGlobal(view.mapToGlobal(at.toPoint()))
    assert seat.window.canvas.childAt(point) is sheet, "the sheet over the pictures does not cover it"
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert distance_m(draft_of(seat).sketch.corners[0], plaza(seat)) < 1.0
    seat.floor.layers.drawing.end()


@pytest.mark.parametrize("kind", [CameraKind.FIXED, CameraKind.PTZ])
def test_a_picture_without_ground_says_so(sit: Sit, qtbot: QtBot, kind: CameraKind) -> None:
    seat = sit("operator")
    rooms = seat.board.rooms = replace(seat.board.rooms, calibrations=Calibrations(None))
    bare = next(number for number, camera in rooms.cameras.items() if camera.kind is kind)
    show_pictures(seat, qtbot, bare)
    told = notices(seat)
    seat.floor.layers.drawing.begin(LayerKind.STAGING, Tool.AREA)
    sheet = seat.floor.layers.drawing.picture_sheet
    assert sheet is not None
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=seat.window.canvas.tile_rect(TileId(0)).center())
    assert told[-1].is_trouble and "ground" in told[-1].text and str(bare) in told[-1].text
    assert ("calibrate" in told[-1].text) is (kind is CameraKind.FIXED), "what turns cannot be calibrated"
    assert draft_of(seat).sketch.corners == ()


def test_a_perimeter_round_an_incident_by_its_radius(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    middle = plaza(seat)
    seat.board.act(lambda actor: seat.desks.incidents.open(actor, NewIncident("Fall", place=middle)))
    qtbot.waitUntil(lambda: len(seat.situation.incidents) == 1, timeout=WAIT_MS)
    incident = seat.situation.incidents[0].incident
    make(seat, qtbot, new=NewLayer("There before", LayerKind.ROUTE))
    seat.floor.layers.drawing.draw_perimeter(incident)
    bar, sheet = seat.floor.layers.panel.bar, map_sheet(seat)
    assert bar is not None and bar.radius.isVisible() and bar.radius.value() == 50
    qtbot.waitUntil(lambda: bar.height() >= bar.minimumSizeHint().height() and cut_buttons(bar) == [], timeout=WAIT_MS)
    for field in (bar.name, bar.radius):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        assert QApplication.focusWidget() is field
    sheet.setFocus()
    qtbot.keyClick(sheet, Key.Key_Plus)
    assert draft_of(seat).sketch.radius_m == 55.0 and bar.radius.value() == 55
    bar.radius.selectAll()
    qtbot.keyClicks(bar.radius, "80")
    qtbot.keyClick(bar.radius, Key.Key_Return)
    assert draft_of(seat).sketch.radius_m == 80.0
    qtbot.mouseClick(bar.done, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(seat.situation.shown_layers) == 2, timeout=WAIT_MS)
    layer = seat.situation.shown_layers[1]
    assert layer.incident == incident.id and str(incident.number) in layer.name
    assert f"#{incident.number}" in seat.floor.layers.panel.list.lines[0].detail
    assert layer.features[0].radius_m == 80.0 and layer.features[0].geometry == point(middle)
    drawn = [each.geometry for each in seat.floor.map_model.features if isinstance(each.geometry, CircleShape)]
    assert drawn == [CircleShape(middle, 80.0)]


def test_a_corner_is_dragged_and_the_change_kept(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    feature = square(plaza(seat))
    layer = make(seat, qtbot, feature)
    areas = [each for each in seat.floor.map_model.features if isinstance(each.geometry, AreaShape)]
    assert len(areas) == 1
    seat.floor.layers.change(layer, layer.features[0])
    assert not [each for each in seat.floor.map_model.features if isinstance(each.geometry, AreaShape)]
    assert [drawn.id for drawn in seat.board.layers()] == [layer.id, "draft"]
    assert seat.board.layers()[0].features == (), "what is changed is not seen twice"
    sheet = map_sheet(seat)
    view = seat.window.map.panel.view
    qtbot.waitUntil(lambda: view.height() > 200 and sheet.size() == view.size(), timeout=WAIT_MS)
    view.show_around(plaza(seat), 20.0)
    corner = feature.geometry.places[2]
    start = on_map(seat, corner)
    goal = start + QPoint(40, -30)
    qtbot.mousePress(sheet, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(sheet, goal)
    qtbot.mouseRelease(sheet, Qt.MouseButton.LeftButton, pos=goal)
    moved = draft_of(seat).sketch.corners[2]
    assert distance_m(moved, corner) > 5.0
    qtbot.keyClick(sheet, Key.Key_Backspace)
    assert draft_of(seat).sketch.corners[2] == corner, "one step back is the whole way that it was dragged"
    qtbot.keyClick(sheet, Key.Key_PageDown)
    qtbot.keyClick(sheet, Key.Key_Return)
    assert draft_of(seat).held is not None
    qtbot.keyClick(sheet, Key.Key_Right)
    qtbot.keyClick(sheet, Key.Key_Return)
    assert draft_of(seat).held is None
    bar = seat.floor.layers.panel.bar
    assert bar is not None
    bar.name.setFocus()
    qtbot.keyClicks(bar.name, "North gate")
    qtbot.keyClick(bar.name, Key.Key_Return)
    qtbot.waitUntil(lambda: seat.situation.layers[0].features[0].title == "North gate", timeout=WAIT_MS)
    assert seat.situation.layers[0].features[0].geometry != feature.geometry


def test_a_refusal_of_the_store_keeps_what_was_drawn(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    told = notices(seat)
    layer = make(seat, qtbot)
    seat.board.act(lambda actor: seat.desks.layers.change(actor, layer, replace(layer, locked=True)))
    qtbot.waitUntil(lambda: seat.situation.layers[0].locked, timeout=WAIT_MS)
    seat.floor.layers.draw_on(layer, Tool.POINT)  # as if the lock had not been heard of
    draft_of(seat).add(plaza(seat))
    draft_of(seat).finish()
    qtbot.waitUntil(lambda: bool(told), timeout=WAIT_MS)
    assert told[-1].is_trouble and "lock" in told[-1].text
    assert draft_of(seat).sketch.is_whole, "nothing that was drawn is lost"


@pytest.mark.parametrize("tool", [Tool.TEXT, Tool.AREA])
def test_what_has_no_name_or_crosses_itself_is_not_kept(sit: Sit, qtbot: QtBot, tool: Tool) -> None:
    seat = sit("operator")
    told = notices(seat)
    seat.floor.layers.drawing.begin(LayerKind.FREE, tool)
    first, second, third, fourth, _ = square(plaza(seat)).geometry.places
    for place in (first, third, second, fourth) if tool is Tool.AREA else (first,):
        draft_of(seat).add(place)
    draft_of(seat).finish()
    assert told[-1].is_trouble
    assert seat.floor.layers.drawing.draft is not None


@pytest.mark.parametrize("language", list(Language))
def test_no_words_are_cut_off_in_any_language(
    sit: Sit, room: CrisisRoom, qtbot: QtBot, console: ConsoleApplication, language: Language
) -> None:
    seat = sit("operator")
    layer = make(seat, qtbot, square(plaza(seat)))
    try:
        console.interpreter.speak(language)
        panel = seat.floor.layers.panel
        qtbot.waitUntil(lambda: cut_buttons(panel) == [], timeout=WAIT_MS)
        for purpose in ("new", "round", "change"):
            if purpose == "change":
                seat.floor.layers.change(layer, layer.features[0])
            else:
                seat.floor.layers.drawing.begin(LayerKind.STAGING, Tool.AREA if purpose == "new" else Tool.CIRCLE)
            bar = panel.bar
            assert bar is not None
            qtbot.waitUntil(lambda bar=bar: bar.height() >= bar.minimumSizeHint().height(), timeout=WAIT_MS)
            qtbot.waitUntil(lambda: cut_buttons(panel) == [], timeout=WAIT_MS)
        form = LayerForm(layer, now_at=room.clock.now_at(), mine=[Role.OPERATOR])
        qtbot.addWidget(form)
        form.show()
        qtbot.waitUntil(lambda: cut_buttons(form) == [], timeout=WAIT_MS)
    finally:
        seat.floor.layers.drawing.end()
        console.interpreter.speak(Language.ENGLISH)
