"""Asking from a tile: the form, the services, the panel, and what comes of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.access.conftest import Seat, Sit
from tests.ui.access.room import ControlRoom
from wallapp.base.ids import CameraNumber
from wallapp.domain.access import RequestState
from wallapp.domain.camera import Sensitivity
from wallapp.ui.access.request_form import RequestForm

REASON = "glass is broken at the door"


def camera_of(room: ControlRoom, owner: str) -> CameraNumber:
    """The first of an owner's that is not public."""
    return next(
        number
        for number, camera in sorted(room.cameras.items())
        if camera.owner == owner and camera.sensitivity is not Sensitivity.PUBLIC
    )


def open_form(qtbot: QtBot, seat: Seat) -> RequestForm:
    qtbot.keyClick(seat.window.windowHandle(), Qt.Key.Key_R)
    qtbot.waitUntil(lambda: seat.desk.form is not None)
    assert seat.desk.form is not None
    return seat.desk.form


def asked(qtbot: QtBot, room: ControlRoom, seat: Seat, *numbers: int) -> None:
    """Ask for what the first tiles show."""
    seat.show(*numbers)
    form = open_form(qtbot, seat)
    form.reason.setPlainText(REASON)
    qtbot.keyClick(form.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(seat.desk.panel.rows))


def test_a_key_on_the_tile_asks_and_the_panel_shows_it(qtbot: QtBot, room: ControlRoom, sit: Sit) -> None:
    seat, port = sit("operator"), camera_of(room, "Port")
    assert "press R" in seat.desk.panel._empty.text()
    seat.show(port)
    form = open_form(qtbot, seat)
    assert form.cameras.chosen == {port}
    assert "supervisor" in form.rules.said
    assert "Break-glass possible, at most 10 min" in form.rules.said
    qtbot.keyClicks(form.reason, REASON)
    qtbot.keyClick(form.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(seat.desk.panel.rows) == 1)
    (request,) = room.requests()
    assert request.state is RequestState.PENDING
    assert (request.terms.cameras, request.terms.duration_s) == ({port}, 900)
    row = seat.desk.panel.rows[0]
    assert str(port) in row.title.text()
    assert "waiting for supervisor" in row.detail.text()
    assert row.left.text() == "15:00"
    assert f"Asked for {port}" in seat.window.entry.shown
    assert seat.window.focusWidget() is seat.window.canvas
