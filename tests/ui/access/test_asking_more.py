"""What stands in the way of a request, what becomes of it, and breaking the glass."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.access.conftest import Seat, Sit
from tests.ui.access.room import ControlRoom
from tests.ui.access.test_asking import REASON, asked, camera_of, open_form
from wallapp.app.demo_people import DEMO_PASSWORD
from wallapp.base.ids import StationName, TileId
from wallapp.domain.access import DecisionKind, LockKind, RequestState, Verdict
from wallapp.domain.view import Level
from wallapp.services.actor import Actor
from wallapp.services.leases import Held
from wallapp.ui.access.marks import Severity
from wallapp.ui.access.request_form import RequestForm


def send(qtbot: QtBot, form: RequestForm) -> None:
    qtbot.keyClick(form.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def refresh(qtbot: QtBot, seat: Seat) -> None:
    """Somebody else changed the store."""
    with qtbot.waitSignal(seat.desk.book.changed):
        seat.desk.rooms.news.changed.emit()


def test_a_refusal_stands_in_the_form_and_loses_nothing(qtbot: QtBot, room: ControlRoom, sit: Sit) -> None:
    seat, port = sit("operator"), camera_of(room, "Port")
    supervisor = Actor(room.person("supervisor").account, StationName("desk-2"))
    room.access.set_lock(supervisor, LockKind.CAMERA, target=str(port), reason="maintenance on the quay")
    seat.show(port)
    form = open_form(qtbot, seat)
    form.reason.setPlainText("short")
    send(qtbot, form)
    assert "10 to 2000 characters" in form.refusal.text()
    form.reason.setPlainText(REASON)
    form.duration.field.setValue(5)
    send(qtbot, form)
    qtbot.waitUntil(lambda: "locked" in form.refusal.text())
    assert (form.reason.toPlainText(), form.duration.duration_s, form.isVisible()) == (REASON, 300, True)
    assert room.requests() == []


def test_sent_again_after_the_store_was_away_it_is_one_request(qtbot: QtBot, room: ControlRoom, sit: Sit) -> None:
    seat, port = sit("operator"), camera_of(room, "Port")
    seat.show(port)
    form = open_form(qtbot, seat)
    form.reason.setPlainText(REASON)
    room.store.is_lost = True
    send(qtbot, form)
    qtbot.waitUntil(lambda: "does not answer" in form.refusal.text())
    first = form._form.form
    room.store.is_lost = False
    send(qtbot, form)
    qtbot.waitUntil(lambda: len(room.requests()) == 1)
    assert form._form.form == first


def test_cameras_of_two_owners_are_two_requests(qtbot: QtBot, room: ControlRoom, sit: Sit) -> None:
    seat, port, shops = sit("operator"), camera_of(room, "Port"), camera_of(room, "Shops")
    seat.show(port)
    form = open_form(qtbot, seat)
    form.cameras.number.setText(str(shops))
    qtbot.keyClick(form.cameras.number, Qt.Key.Key_Return)
    assert form.isVisible()
    assert form.cameras.chosen == {port, shops}
    assert "Port" in form.rules.said and "Shops" in form.rules.said
    form.reason.setPlainText(REASON)
    send(qtbot, form)
    qtbot.waitUntil(lambda: len(seat.desk.panel.rows) == 2)
    assert {request.terms.owner for request in room.requests()} == {"Port", "Shops"}


def test_a_public_camera_is_named_with_the_reason(qtbot: QtBot, room: ControlRoom, sit: Sit) -> None:
    seat = sit("operator")
    seat.show(101)
    form = open_form(qtbot, seat)
    assert "101: its owner has no policy" in form.refusal.text()
    assert not form.send.isEnabled()


def test_approved_counted_down_given_back(qtbot: QtBot, room: ControlRoom, sit: Sit) -> None:
    seat, port = sit("operator"), camera_of(room, "Port")
    asked(qtbot, room, seat, port)
    tile = TileId(0)
    look(seat)
    assert "mosaic · asked, 0 of 1 agreed · waiting for supervisor" in _said(seat, tile)
    room.vote("supervisor", room.requests()[0], duration_s=600)
    refresh(qtbot, seat)
    assert "Approved, less than asked for" in seat.desk.strip.said
    assert seat.window.focusWidget() is seat.window.canvas
    row = seat.desk.panel.rows[0]
    assert row.left.text() == "10:00"
    room.clock.advance(61)
    seat.desk.panel.tick()
    assert row.left.text() == "08:59"
    with room.store.reading() as unit:
        (grant,) = unit.grants.open_grants()
    seat.station.session.set_levels({port: Level.CLEAR})
    seat.desk.rooms.sights.show({port: Held(grant.grant, room.clock.boot_s() + 539)}, {}, is_lost=False)
    seat.window.canvas._want_views()
    look(seat)
    assert "clear until" in _said(seat, tile) and "08:59" in _said(seat, tile)
    assert "08:59" not in seat.window.canvas.tile_text(tile), "a screen reader is not told every second"
    back = next(button for button in row.findChildren(QPushButton) if button.text() == "Give back")
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "given back" in seat.desk.panel.rows[0].detail.text())


def look(seat: Seat) -> None:
    """A picture comes, and the wall looks at it."""
    seat.station.pictures.publish_all()
    seat.window.canvas.tick()
    seat.window.canvas._assess_all(seat.desk.rooms.clock.mono_s())


def _said(seat: Seat, tile: TileId) -> str:
    said = seat.window.canvas._tiles[tile].saying
    assert said is not None
    return " ".join((said.chip, said.headline, said.detail, said.extra))


def test_a_revoked_grant_is_said_on_the_tile_and_in_the_strip(qtbot: QtBot, room: ControlRoom, sit: Sit) -> None:
    seat, port = sit("operator"), camera_of(room, "Port")
    asked(qtbot, room, seat, port)
    room.vote("supervisor", room.requests()[0])
    refresh(qtbot, seat)
    with room.store.reading() as unit:
        (grant,) = unit.grants.open_grants()
    room.access.revoke(Actor(room.person("supervisor").account, StationName("desk-2")), grant.grant)
    refresh(qtbot, seat)
    look(seat)
    assert "access revoked" in _said(seat, TileId(0))
    assert "R: ask for access" in _said(seat, TileId(0))
    assert seat.desk.notices.waiting[0].severity is Severity.HIGH
    qtbot.keyClick(seat.window.windowHandle(), Qt.Key.Key_F8)
    assert [one.kind.value for one in seat.desk.notices.waiting] == ["decided"]


def test_a_denied_request_is_told(qtbot: QtBot, room: ControlRoom, sit: Sit) -> None:
    seat = sit("operator")
    asked(qtbot, room, seat, camera_of(room, "Bank"))
    room.vote("bank", room.requests()[0], verdict=Verdict.DENY)
    refresh(qtbot, seat)
    assert "denied" in seat.desk.strip.said
    assert room.requests()[0].state is RequestState.DENIED


def test_withdrawing_needs_one_button(qtbot: QtBot, room: ControlRoom, sit: Sit) -> None:
    seat = sit("operator")
    asked(qtbot, room, seat, camera_of(room, "Bank"))
    (withdraw,) = seat.desk.panel.rows[0].findChildren(QPushButton)
    qtbot.keyClick(seat.window.windowHandle(), Qt.Key.Key_F4)
    assert withdraw.hasFocus()
    qtbot.keyClick(withdraw, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: room.requests()[0].state is RequestState.WITHDRAWN)
    assert seat.desk.notices.waiting == [], "who withdrew knows it"


def test_more_time_is_a_request_that_follows_the_grant(qtbot: QtBot, room: ControlRoom, sit: Sit) -> None:
    seat, port = sit("operator"), camera_of(room, "Port")
    asked(qtbot, room, seat, port)
    room.vote("supervisor", room.requests()[0])
    refresh(qtbot, seat)
    more = next(one for one in seat.desk.panel.rows[0].findChildren(QPushButton) if one.text() == "More time…")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    form = seat.desk.form
    assert form is not None
    form.reason.setPlainText(REASON)
    send(qtbot, form)
    qtbot.waitUntil(lambda: len(room.requests()) == 2)
    with room.store.reading() as unit:
        (grant,) = unit.grants.open_grants()
    assert {request.terms.extends for request in room.requests()} == {None, grant.grant}


def test_breaking_the_glass_needs_a_step_up_and_is_told_to_the_supervisor(
    qtbot: QtBot, room: ControlRoom, sit: Sit
) -> None:
    watching, seat, port = sit("supervisor"), sit("operator"), camera_of(room, "Port")
    seat.show(port)
    seat.desk.break_glass()
    form = seat.desk.form
    assert form is not None
    assert form.duration.field.maximum() == 10
    form.reason.setPlainText(REASON)
    send(qtbot, form)
    dialog = seat.desk.confirmer._dialog
    assert dialog is not None
    dialog.password.setText("not the password")
    dialog.code.setText(room.code("operator"))
    dialog.send.click()
    qtbot.waitUntil(lambda: "wrong" in dialog.refusal.text())
    assert room.requests() == []
    dialog.password.setText(DEMO_PASSWORD)
    dialog.code.setText(room.code("operator"))
    dialog.send.click()
    qtbot.waitUntil(lambda: len(room.requests()) == 1)
    assert room.requests()[0].terms.kind is DecisionKind.BREAK_GLASS
    assert seat.desk.confirmer.is_open
    refresh(qtbot, watching)
    assert "Operator broke the glass" in watching.desk.strip.said
    assert watching.desk.notices.waiting[0].severity is Severity.CRITICAL
    room.clock.advance(301)
    assert not seat.desk.confirmer.is_open


def test_who_gives_up_confirming_has_done_nothing(qtbot: QtBot, room: ControlRoom, sit: Sit) -> None:
    seat = sit("operator")
    seat.show(camera_of(room, "Port"))
    seat.desk.break_glass()
    form = seat.desk.form
    assert form is not None
    form.reason.setPlainText(REASON)
    send(qtbot, form)
    dialog = seat.desk.confirmer._dialog
    assert dialog is not None
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert form.isVisible() and form.send.isEnabled()
    assert (room.requests(), seat.desk.confirmer.is_open) == ([], False)


def test_a_request_to_decide_is_noticed_once_and_settled_by_itself(qtbot: QtBot, room: ControlRoom, sit: Sit) -> None:
    watching, seat = sit("supervisor"), sit("operator")
    asked(qtbot, room, seat, camera_of(room, "Port"))
    refresh(qtbot, watching)
    refresh(qtbot, watching)
    assert "waits for your decision" in watching.desk.strip.said
    assert len(watching.desk.notices.history) == 1
    room.vote("supervisor2", room.requests()[0])
    refresh(qtbot, watching)
    assert watching.desk.notices.waiting == []
    assert not watching.desk.strip.isVisible()


def test_the_last_minute_and_a_lost_store_are_noticed(qtbot: QtBot, room: ControlRoom, sit: Sit) -> None:
    seat = sit("operator")
    asked(qtbot, room, seat, camera_of(room, "Port"))
    room.vote("supervisor", room.requests()[0])
    refresh(qtbot, seat)
    seat.desk.notices.acknowledge_all()
    room.clock.advance(845)
    seat.desk._watcher.tick()
    seat.desk._watcher.tick()
    assert "less than a minute" in seat.desk.strip.said
    room.store.is_lost = True
    refresh(qtbot, seat)
    assert "The store does not answer" in seat.desk.strip.said
    assert len(seat.desk.notices.waiting) == 2
    room.store.is_lost = False
    refresh(qtbot, seat)
    assert [one.text for one in seat.desk.notices.waiting if one.kind.value == "store"] == ["The store answers again"]
