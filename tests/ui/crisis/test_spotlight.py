"""The spotlight in a window: one key up, one key back, and everything that is locked asked for at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.crisis.conftest import Seat, Sit
from tests.ui.fitting import cut_buttons
from wallapp.base.ids import CameraNumber, LayoutNumber, TileId
from wallapp.domain.cap import Category
from wallapp.domain.incident import Incident
from wallapp.domain.layout import preset
from wallapp.domain.policy import Purpose
from wallapp.domain.view import Level
from wallapp.services.incidents import NewIncident
from wallapp.ui.crisis.spotlight import SpotlightDesk
from wallapp.ui.language import Language

GALLERY = CameraNumber(112)


def opened(seat: Seat, qtbot: QtBot, category: Category = Category.HEALTH) -> Incident:
    assert seat.actor is not None
    new = NewIncident("Crowd fall", camera=GALLERY, category=(category,))
    made = seat.desks.incidents.open(seat.actor, new).value
    seat.hear()
    qtbot.waitUntil(lambda: seat.floor.incidents.panel.select(made.id), timeout=20_000)
    return made


def wall(seat: Seat) -> list[CameraNumber | None]:
    session = seat.station.session
    return [session.camera_on(TileId(tile)) for tile in session.tiles]


def arranged(seat: Seat) -> None:
    """A wall with everything that an undo must bring back."""
    session = seat.station.session
    seat.show(*(101, 102, 103, 104))
    session.zoom(TileId(1), 3.0, x=0.2, y=0.4)
    session.set_layout(preset("1+5"))
    session.set_layout(preset("4"))
    session.select(TileId(2))
    session.save(LayoutNumber(3), "Centre")
    seat.window.commands.recall(LayoutNumber(3))
    session.select(TileId(2))
    session.toggle_enlarge(TileId(2))


def test_one_key_lights_the_cameras_around_the_incident_and_one_takes_it_back(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    arranged(seat)
    made = opened(seat, qtbot)
    before = seat.station.session.standing
    assert seat.window.tabs.shown == LayoutNumber(3)
    seat.window.canvas.setFocus()
    qtbot.keyClick(seat.window.canvas, Qt.Key.Key_Space)
    lit = seat.floor.spotlight.lit
    assert lit is not None
    assert wall(seat)[0] == GALLERY
    assert len(lit.cameras) == 9
    assert seat.station.session.layout == preset("9")
    assert seat.window.tabs.shown is None, "this wall is no saved layout"
    bar = seat.floor.spotlight.bar
    assert bar.isVisible() and str(made.number) in bar.about.text()
    qtbot.keyClick(seat.window, Qt.Key.Key_Backspace)
    assert seat.station.session.standing == before
    assert seat.window.tabs.shown == LayoutNumber(3)
    assert not bar.isVisible()


def lit_up(seat: Seat, qtbot: QtBot) -> SpotlightDesk:
    light = seat.floor.spotlight
    qtbot.keyClick(seat.window, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert light.lit is not None
    return light


def test_all_that_is_locked_is_asked_for_with_purpose_and_reason_filled_in(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    assert seat.window.access is not None
    qtbot.waitUntil(lambda: seat.window.access is not None and seat.window.access.book.is_read, timeout=20_000)
    made = opened(seat, qtbot)
    light = lit_up(seat, qtbot)
    locked = light.locked
    assert GALLERY in locked
    assert light.bar.ask.isVisible() and str(len(locked)) in light.bar.ask.text()
    qtbot.mouseClick(light.bar.ask, Qt.MouseButton.LeftButton)
    form = seat.window.access.form
    assert form is not None
    assert GALLERY in form.cameras.chosen
    assert set(form.cameras.chosen) <= set(locked)
    assert form.purpose.currentData() == Purpose.LIFE_AT_RISK
    assert f"#{made.number}" in form.reason.toPlainText()
    assert form.send.isEnabled()
    form.reject()
    seat.station.session.set_levels(dict.fromkeys(locked, Level.CLEAR))
    seat.window.board.sample()
    assert not light.bar.ask.isVisible(), "nothing of it is locked any more"


def test_the_letter_s_lights_and_with_a_number_keeps_a_layout(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    seat.show(103)
    seat.window.canvas.setFocus()
    qtbot.keyClicks(seat.window.canvas, "S7")
    qtbot.keyClick(seat.window.entry._field, Qt.Key.Key_Return)
    assert [kept.number for kept in seat.station.session.saved()] == [7]
    assert seat.floor.spotlight.lit is None
    seat.window.canvas.setFocus()
    qtbot.keyClicks(seat.window.canvas, "S")
    qtbot.keyClick(seat.window.entry._field, Qt.Key.Key_Return)
    assert wall(seat)[0] == 103, "no incident is selected: around the selected tile's camera"
    assert seat.window.entry.typed == ""


def test_the_incidents_button_and_its_letter_light_too(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    opened(seat, qtbot)
    panel, light = seat.floor.incidents.panel, seat.floor.spotlight
    (button,) = [each for each in panel.findChildren(QPushButton) if each.accessibleName() == "Spotlight nearest 8"]
    assert button.text() == "Spotlight nearest 8 (S)"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert light.lit is not None
    light.undo()
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_S)
    assert light.lit is not None
    assert seat.window.entry.typed == ""


def test_nothing_to_light_and_nothing_to_take_back_is_said(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    for tile in seat.station.session.tiles:
        seat.station.session.clear(TileId(tile))
    before = seat.station.session.standing
    seat.floor.spotlight.shine()
    assert "Select an incident" in seat.window.entry.shown
    seat.floor.spotlight.undo()
    assert "no spotlight" in seat.window.entry.shown
    seat.floor.spotlight.ask_all()
    assert "Nothing of the spotlight is locked" in seat.window.entry.shown
    assert seat.station.session.standing == before


def test_another_wall_ends_the_spotlight_and_can_still_be_left(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    seat.show(101, 102, 103, 104)
    before = seat.station.session.standing
    light = lit_up(seat, qtbot)
    seat.window.commands.set_grid("1")
    assert not light.bar.isVisible()
    light.undo()
    assert seat.station.session.standing == before


def test_the_bar_fits_in_every_language(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    qtbot.waitUntil(lambda: seat.window.access is not None and seat.window.access.book.is_read, timeout=20_000)
    opened(seat, qtbot)
    light = lit_up(seat, qtbot)
    interpreter = seat.window._rooms.interpreter
    assert interpreter is not None
    for language in Language:
        interpreter.speak(language)
        seat.window.resize(1280, 720)
        assert cut_buttons(light.bar) == []
