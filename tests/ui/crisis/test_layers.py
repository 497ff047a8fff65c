"""Layers beside the wall: listed, switched, shown by audience, taken in and written out."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.crisis.conftest import CrisisRoom, Sit
from tests.ui.crisis.layer_parts import (
    WAIT_MS,
    make,
    notices,
    plaza,
    square,
)
from wallapp.base.ids import CameraNumber
from wallapp.domain.audience import Audience
from wallapp.domain.crisis_level import CrisisLevel
from wallapp.domain.layer import LayerKind, LayerState
from wallapp.domain.map_data import AreaShape
from wallapp.domain.people import Role
from wallapp.services.layers import NewLayer
from wallapp.ui.crisis.layer_form import LayerForm
from wallapp.ui.crisis.layer_menu import layer_menu

Key = Qt.Key


@pytest.mark.parametrize("login", ["operator", "supervisor", "auditor"])
def test_no_key_of_the_window_means_two_things(sit: Sit, login: str) -> None:
    window = sit(login).window
    actions = {id(action): action for action in window.findChildren(QAction) if action.isEnabled()}
    keys = Counter(key.toString() for action in actions.values() for key in action.shortcuts())
    assert [key for key, count in keys.items() if count > 1] == []
    assert "Ctrl+F3" in keys


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
