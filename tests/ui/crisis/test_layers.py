"""Layers beside the wall: drawn on map and pictures, changed, shown by audience, taken in and written out."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.crisis.conftest import CrisisRoom, Seat, Sit
from tests.ui.fitting import cut_buttons
from wallapp.base.ids import CameraNumber, FeatureId, TileId
from wallapp.domain.audience import Audience
from wallapp.domain.camera import CameraKind
from wallapp.domain.crisis_level import CrisisLevel
from wallapp.domain.layer import CrisisLayer, LayerFeature, LayerKind, LayerState, point, polygon
from wallapp.domain.map_data import AreaShape, CircleShape
from wallapp.domain.people import Role
from wallapp.domain.place import Place, distance_m, offset
from wallapp.services.calibrations import Calibrations
from wallapp.services.incidents import NewIncident
from wallapp.services.layers import NewLayer
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.crisis.drawing_draft import Draft
from wallapp.ui.crisis.drawing_sheet import DrawingSheet
from wallapp.ui.crisis.drawing_sheets import MapSheet
from wallapp.ui.crisis.drawing_sketch import Tool
from wallapp.ui.crisis.layer_form import LayerForm
from wallapp.ui.crisis.layer_menu import layer_menu
from wallapp.ui.language import Language
from wallapp.ui.map.projection import to_world
from wallapp.ui.map.view import MapView
from wallapp.ui.notice import Notice

PLAZA = CameraNumber(101)
WAIT_MS = 30_000
"""Of a machine that does much else besides."""
Key = Qt.Key


def plaza(seat: Seat) -> Place:
    """The middle of what camera 101 sees of the ground."""
    calibration = seat.board.rooms.calibrations.of(seat.board.rooms.cameras[PLAZA])
    assert calibration is not None
    fix = calibration.to_ground(0.5, 0.7)
    assert fix is not None
    return fix.place


def square(middle: Place, side_m: float = 12.0) -> LayerFeature:
    half = side_m / 2
    corners = ((-half, -half), (half, -half), (half, half), (-half, half))
    ring = [offset(middle, east_m=east_m, north_m=north_m) for east_m, north_m in corners]
    return LayerFeature(FeatureId("square"), polygon(ring))


def make(seat: Seat, qtbot: QtBot, *features: LayerFeature, new: NewLayer | None = None) -> CrisisLayer:
    """A layer that is there already."""
    wanted = new or NewLayer("Square", LayerKind.PERIMETER)
    seat.board.act(lambda actor: seat.desks.layers.make(actor, wanted, features))
    qtbot.waitUntil(lambda: any(layer.name == wanted.name for layer in seat.situation.layers), timeout=WAIT_MS)
    return next(layer for layer in seat.situation.layers if layer.name == wanted.name)


def draft_of(seat: Seat) -> Draft:
    draft = seat.floor.layers.drawing.draft
    assert draft is not None
    return draft


def map_sheet(seat: Seat) -> DrawingSheet:
    sheet = seat.floor.layers.drawing.map_sheet
    assert sheet is not None
    return sheet


def on_map(seat: Seat, place: Place) -> QPoint:
    view = seat.window.map.panel.view
    return QPointF(*view.viewport.to_px(*to_world(place))).toPoint()


def notices(seat: Seat) -> list[Notice]:
    heard: list[Notice] = []
    seat.floor.told.connect(heard.append)
    return heard


def look(seat: Seat) -> None:
    """Time for the tiles to take what lies over them."""
    seat.station.clock.advance(0.05)
    seat.window.canvas.tick()


def show_pictures(seat: Seat, qtbot: QtBot, *numbers: int) -> None:
    """Cameras on the tiles, each with a picture."""
    seat.show(*numbers)

    def are_shown() -> bool:
        for number in numbers:
            seat.station.pictures.publish(CameraNumber(number))
        look(seat)
        canvas = seat.window.canvas
        return all(canvas.point_of(TileId(tile), (0.5, 0.5)) is not None for tile in range(len(numbers)))

    qtbot.waitUntil(are_shown, timeout=WAIT_MS)


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


@pytest.mark.parametrize("login", ["operator", "supervisor", "auditor"])
def test_no_key_of_the_window_means_two_things(sit: Sit, login: str) -> None:
    window = sit(login).window
    actions = {id(action): action for action in window.findChildren(QAction) if action.isEnabled()}
    keys = Counter(key.toString() for action in actions.values() for key in action.shortcuts())
    assert [key for key, count in keys.items() if count > 1] == []
    assert "Ctrl+F3" in keys


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
    qtbot.waitUntil(lambda: sheet.height() > 200, timeout=WAIT_MS)
    seat.window.map.panel.view.show_around(plaza(seat), 20.0)
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


def test_the_list_switches_orders_and_locks(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    make(seat, qtbot, square(plaza(seat)), new=NewLayer("Low", LayerKind.PERIMETER))
    make(seat, qtbot, new=NewLayer("High", LayerKind.ROUTE, order=1))
    panel = seat.floor.layers.panel
    assert [line.title for line in panel.list.lines] == ["High", "Low"], "what is drawn above stands above"
    panel.list.setFocus()
    panel.list.setCurrentRow(1)
    qtbot.keyClick(panel.list, Key.Key_Space)
    qtbot.waitUntil(lambda: [layer.name for layer in seat.situation.shown_layers] == ["High"], timeout=WAIT_MS)
    assert not panel.list.lines[1].is_on and panel.list.lines[1].switch == "off"
    assert not [each for each in seat.floor.map_model.features if isinstance(each.geometry, AreaShape)]
    qtbot.keyClick(panel.list, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: [line.title for line in panel.list.lines] == ["Low", "High"], timeout=WAIT_MS)
    low = next(layer for layer in seat.situation.layers if layer.name == "Low")
    seat.floor.layers.lock(low)
    qtbot.waitUntil(lambda: "locked" in panel.list.lines[0].detail, timeout=WAIT_MS)
    locked = next(layer for layer in seat.situation.layers if layer.name == "Low")
    menu = layer_menu(locked, seat.floor.layers, may_draw=True, has_files=True, parent=panel)
    closed = [action.text() for action in menu.actions() if action.text() and not action.isEnabled()]
    assert closed == ["Draw on it", "Drawings"]


def test_a_drawing_is_deleted_and_a_layer_archived_once_confirmed(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    layer = make(seat, qtbot, square(plaza(seat)))

    def agree() -> None:
        box = seat.window.findChildren(QMessageBox)[-1]
        box.button(QMessageBox.StandardButton.Yes).click()

    seat.floor.layers.erase(layer, layer.features[0])
    agree()
    qtbot.waitUntil(lambda: seat.situation.layers[0].features == (), timeout=WAIT_MS)
    assert "nothing drawn" in seat.floor.layers.panel.list.lines[0].detail
    seat.floor.layers.archive(seat.situation.layers[0])
    agree()
    qtbot.waitUntil(lambda: seat.situation.layers == (), timeout=WAIT_MS)
    assert seat.floor.layers.panel.isHidden()


def test_a_layer_for_supervisors_is_not_the_operators(sit: Sit, room: CrisisRoom, qtbot: QtBot) -> None:
    supervisor, operator = sit("supervisor", at="desk-2"), sit("operator")
    layer = make(supervisor, qtbot, square(plaza(operator)))
    operator.hear()
    qtbot.waitUntil(lambda: len(operator.situation.layers) == 1, timeout=WAIT_MS)
    form = LayerForm(layer, now_at=room.clock.now_at(), mine=[Role.SUPERVISOR])
    qtbot.addWidget(form)
    form.roles[Role.SUPERVISOR].setChecked(True)
    form.level.setCurrentIndex(CrisisLevel.ROUTINE.rank)
    form.opacity.setValue(50)
    form.until.box.setChecked(True)
    assert form.wanted.audience == Audience(frozenset({Role.SUPERVISOR}))
    assert form.wanted.opacity == 0.5
    assert form.wanted.valid_until_at is not None and form.wanted.valid_until_at > room.clock.now_at()
    wanted = form.wanted
    supervisor.board.act(lambda actor: supervisor.desks.layers.change(actor, layer, wanted))
    qtbot.waitUntil(lambda: "supervisor" in supervisor.floor.layers.panel.list.lines[0].detail, timeout=WAIT_MS)
    operator.hear()
    qtbot.waitUntil(lambda: operator.situation.layers == (), timeout=WAIT_MS)
    form.roles[Role.SUPERVISOR].setChecked(False)
    form.roles[Role.AUDITOR].setChecked(True)
    assert form.refusal.text(), "who shuts themselves out is told"


def test_a_layer_that_waits_for_a_level_is_listed_for_who_draws(sit: Sit, qtbot: QtBot) -> None:
    seat, other = sit("operator"), sit("auditor", at="desk-2")
    audience = Audience(least_level=CrisisLevel.PARTIAL)
    make(seat, qtbot, square(plaza(seat)), new=NewLayer("Later", LayerKind.EVACUATION, audience=audience))
    assert seat.situation.shown_layers == ()
    assert seat.floor.layers.panel.list.lines[0].detail == "from level 2"
    assert not [each for each in seat.floor.map_model.features if isinstance(each.geometry, AreaShape)]
    make(seat, qtbot, new=NewLayer("Now", LayerKind.ROUTE))
    other.hear()
    qtbot.waitUntil(lambda: [layer.name for layer in other.situation.layers] == ["Now"], timeout=WAIT_MS)


def test_times_that_were_not_touched_stay_to_the_second(sit: Sit, room: CrisisRoom, qtbot: QtBot) -> None:
    seat = sit("operator")
    layer = replace(
        make(seat, qtbot), valid_from_at=room.clock.now_at(), valid_until_at=room.clock.now_at().replace(year=2100)
    )
    form = LayerForm(layer, now_at=room.clock.now_at(), mine=[Role.OPERATOR])
    qtbot.addWidget(form)
    assert form.wanted == layer
    form.until.field.setDateTime(form.since.field.dateTime().addSecs(-60))
    form.accept()
    assert form.result() == 0 and form.refusal.text(), "it would end before it begins"


GEOJSON = {
    "type": "FeatureCollection",
    "name": "Evacuation plan",
    "author": "fire brigade",
    "features": [
        {
            "type": "Feature",
            "id": 7,
            "geometry": {"type": "LineString", "coordinates": [[-3.931, 35.247], [-3.93, 35.248]]},
            "properties": {"title": "Exit", "stroke": "#00ff00", "lanes": 2},
        },
        {"type": "Feature", "geometry": {"type": "Nonsense"}, "properties": {}},
    ],
}


def test_a_geojson_file_comes_in_hidden_and_goes_out_whole(sit: Sit, tmp_path: Path, qtbot: QtBot) -> None:
    seat = sit("operator")
    told, layers = notices(seat), seat.floor.layers
    source, copy = tmp_path / "plan.geojson", tmp_path / "copy.geojson"
    source.write_text(json.dumps(GEOJSON), encoding="utf-8")
    make(seat, qtbot, new=NewLayer("There before", LayerKind.ROUTE, is_shown=False))
    layers.choose_file = lambda: str(source)
    layers.take_in()
    qtbot.waitUntil(lambda: len(seat.situation.layers) == 2, timeout=WAIT_MS)
    layer = seat.situation.layers[1]
    assert layers.panel.current == layer, "it is the next to be looked at"
    assert (layer.name, layer.state, layer.kind) == ("Evacuation plan", LayerState.HIDDEN, LayerKind.IMPORTED)
    assert seat.situation.shown_layers == () and "not looked at" in layers.panel.list.lines[0].detail
    qtbot.waitUntil(lambda: bool(told), timeout=WAIT_MS)
    assert "Drawings: 1" in told[-1].text and "feature 2" in told[-1].text
    layers.look_at(layer)
    assert [each.label for each in seat.floor.map_model.features if each.label == "Exit"], "on this map alone"
    layers.choose_new = lambda name: str(copy)
    layers.write_out(layer)
    qtbot.waitUntil(copy.exists, timeout=WAIT_MS)
    written = json.loads(copy.read_text(encoding="utf-8"))
    assert written["author"] == "fire brigade" and written["name"] == "Evacuation plan"
    assert written["features"][0]["id"] == 7
    assert written["features"][0]["properties"] == GEOJSON["features"][0]["properties"]  # type: ignore[index]  # a list


def test_a_bad_file_gives_one_clear_line(sit: Sit, tmp_path: Path, qtbot: QtBot) -> None:
    seat = sit("operator")
    told = notices(seat)
    bad = tmp_path / "bad.geojson"
    bad.write_text("{", encoding="utf-8")
    seat.floor.layers.choose_file = lambda: str(bad)
    seat.floor.layers.take_in()
    qtbot.waitUntil(lambda: bool(told), timeout=WAIT_MS)
    assert told[-1].is_trouble and "bad.geojson" in told[-1].text and "\n" not in told[-1].text
    assert seat.situation.layers == ()


def test_what_was_drawn_here_leaves_in_its_colours(sit: Sit, tmp_path: Path, qtbot: QtBot) -> None:
    seat = sit("operator")
    layer = make(seat, qtbot, square(plaza(seat)))
    seat.floor.layers.choose_new = lambda name: str(tmp_path / name)
    seat.floor.layers.write_out(layer)
    qtbot.waitUntil((tmp_path / "Square.geojson").exists, timeout=WAIT_MS)
    properties = json.loads((tmp_path / "Square.geojson").read_text(encoding="utf-8"))["features"][0]["properties"]
    assert properties == {"stroke": "#E5383B", "fill": "#E5383B"}


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


def test_who_may_not_draw_sees_layers_and_changes_none(sit: Sit, qtbot: QtBot) -> None:
    operator, auditor = sit("operator"), sit("auditor", at="desk-2")
    make(operator, qtbot, square(plaza(operator)))
    auditor.hear()
    qtbot.waitUntil(lambda: len(auditor.situation.layers) == 1, timeout=WAIT_MS)
    panel = auditor.floor.layers.panel
    assert panel.isVisible() and not panel.draw.isVisible()
    offered = [button.text() for button in auditor.floor.incidents.panel.findChildren(QPushButton)]
    assert not [text for text in offered if "perimeter" in text]
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Key.Key_Space)
    menu = layer_menu(auditor.situation.layers[0], auditor.floor.layers, may_draw=False, has_files=True, parent=panel)
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Look at it on the map",
        "Write a GeoJSON file…",
    ]
    auditor.hear()
    qtbot.waitUntil(lambda: panel.list.lines[0].is_on, timeout=WAIT_MS)


def test_a_camera_that_nobody_here_may_know_of_is_not_named(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    rooms, hidden = seat.board.rooms, CameraNumber(102)
    layer = make(seat, qtbot, square(plaza(seat), 80.0))
    panel = seat.floor.layers.panel
    qtbot.waitUntil(lambda: hidden in (panel.cameras.of(layer.id) or ()), timeout=WAIT_MS)
    assert str(hidden) in panel.list.lines[0].spoken
    known = {number: camera for number, camera in rooms.cameras.items() if number != hidden}
    seat.board.rooms = replace(rooms, cameras=known)
    other = make(seat, qtbot, square(plaza(seat), 80.0), new=NewLayer("Again", LayerKind.HAZARD, order=1))
    qtbot.waitUntil(lambda: panel.cameras.of(other.id) is not None, timeout=WAIT_MS)
    assert hidden not in (panel.cameras.of(other.id) or ())
    assert str(hidden) not in panel.list.lines[0].spoken and "101" in panel.list.lines[0].spoken


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
