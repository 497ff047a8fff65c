"""Files that leave the window and come into it: each by the menu's act, with the log's line, and read back."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from tests.ui.crisis.conftest import Seat, Sit
from wallapp.app.papers import ExchangeFiles
from wallapp.base.ids import CameraNumber
from wallapp.domain.cap import MsgType, Status
from wallapp.domain.cap_messages import Sender
from wallapp.domain.feed_state import TruthState
from wallapp.domain.incident import Incident, IncidentState
from wallapp.domain.view import Level
from wallapp.exchange.cap_read import read_cap_file
from wallapp.exchange.cap_write import alert_xml
from wallapp.services.cap_in import Effect
from wallapp.services.cap_out import CapOutDesk, CapWish
from wallapp.services.cot_out import CotWish
from wallapp.services.incidents import NewIncident
from wallapp.services.logbook import NewLine
from wallapp.services.shared_ports import LogQuery
from wallapp.ui.crisis.papers import PapersFloor
from wallapp.ui.notice import Notice

PLAZA, STEPS, QUAY, BANK = CameraNumber(101), CameraNumber(202), CameraNumber(104), CameraNumber(302)
SAVE = QDialogButtonBox.StandardButton.Save
MESSAGE = """<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>port-1</identifier><sender>harbour@port.example</sender>
<sent>2026-01-01T12:00:00-00:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
<info><category>Fire</category><event>Fire</event><urgency>Immediate</urgency><severity>Severe</severity>
<certainty>Observed</certainty><headline>Fire on the quay</headline></info></alert>"""


class Desk:
    """The papers of one seat, with a place to write to."""

    def __init__(self, seat: Seat, folder: Path) -> None:
        self.floor: PapersFloor = seat.floor.papers
        self.folder = folder
        self.told: list[Notice] = []
        self.floor.keeper.choose_new = lambda name, _kinds: str(folder / name)
        seat.floor.told.connect(self.told.append)

    def written(self) -> Path:
        """The one file that was written."""
        (found,) = self.folder.iterdir()
        return found

    def has_written(self) -> bool:
        return any(not notice.is_trouble and "Written" in notice.text for notice in self.told)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "papers"
    found.mkdir()
    return found


def incident_of(seat: Seat, qtbot: QtBot) -> Incident:
    assert seat.actor is not None
    found = seat.desks.incidents.open(seat.actor, NewIncident("Fall", camera=PLAZA, title="Crowd fall")).value
    seat.hear()
    qtbot.waitUntil(lambda: seat.floor.incidents.current is not None)
    return found


def lines(seat: Seat) -> list[str]:
    return [view.entry.line.text for view in seat.desks.log.lines(seat.actor)]


def test_the_panel_writes_its_lines_as_a_table(sit: Sit, qtbot: QtBot, folder: Path) -> None:
    seat = sit("operator")
    assert seat.actor is not None
    seat.desks.log.write(seat.actor, NewLine("barrière fermée"))
    desk = Desk(seat, folder)
    seat.floor.log.show()
    seat.floor.log.panel._table.click()
    qtbot.waitUntil(desk.has_written)
    assert "barrière fermée" in desk.written().read_text("utf-8-sig")
    assert lines(seat)[0] == f"the log was written to a table: {desk.written().name}"


@pytest.mark.slow
def test_the_panel_prints_its_lines(sit: Sit, qtbot: QtBot, folder: Path) -> None:
    seat = sit("operator")
    assert seat.actor is not None
    seat.desks.log.write(seat.actor, NewLine("barrier down"))
    desk = Desk(seat, folder)
    desk.floor.write_log(LogQuery())
    qtbot.waitUntil(desk.has_written, timeout=60_000)
    assert desk.written().read_bytes().startswith(b"%PDF")


@pytest.mark.slow
def test_a_briefing_is_printed_for_the_selected_incident(sit: Sit, qtbot: QtBot, folder: Path) -> None:
    seat = sit("operator")
    desk = Desk(seat, folder)
    desk.floor.write_briefing()
    assert desk.told[-1].is_trouble
    incident_of(seat, qtbot)
    seat.show(101)
    desk.floor.write_briefing()
    qtbot.waitUntil(desk.has_written, timeout=60_000)
    assert desk.written().read_bytes().startswith(b"%PDF")
    assert desk.written().name.startswith("briefing-1-")
    assert lines(seat)[0].startswith("a briefing was written")


def test_a_file_that_is_given_up_leaves_nothing(sit: Sit, qtbot: QtBot, folder: Path) -> None:
    seat = sit("operator")
    desk = Desk(seat, folder)
    desk.floor.keeper.choose_new = lambda _name, _kinds: ""
    desk.floor.write_table(LogQuery())
    desk.floor.write_cot(CotWish())
    assert list(folder.iterdir()) == []
    assert lines(seat) == []


def test_a_place_that_cannot_be_written_is_told(sit: Sit, qtbot: QtBot, folder: Path) -> None:
    seat = sit("operator")
    desk = Desk(seat, folder)
    desk.floor.keeper.choose_new = lambda name, _kinds: str(folder / "nowhere" / name)
    desk.floor.write_table(LogQuery())
    qtbot.waitUntil(lambda: any(notice.is_trouble for notice in desk.told))
    assert "nowhere" in desk.told[-1].text


def test_a_cap_message_leaves_and_the_next_one_refers_to_it(sit: Sit, qtbot: QtBot, folder: Path) -> None:
    seat = sit("operator")
    desk = Desk(seat, folder)
    incident = incident_of(seat, qtbot)
    messages = desk.floor.messages
    messages.export()
    form = messages.form
    assert form is not None
    save = form.buttons.button(SAVE)
    qtbot.waitUntil(save.isEnabled)
    assert "<alert" in form.preview.toPlainText()
    save.click()
    qtbot.waitUntil(desk.has_written)
    assert messages.form is None
    (reading,) = read_cap_file(desk.written())
    assert reading.alert is not None
    assert (reading.alert.status, reading.alert.msg_type) == (Status.ACTUAL, MsgType.ALERT)
    assert reading.alert.incidents == (incident.id,)
    seat.station.clock.advance(5)
    seat.desks.incidents.incident(seat.actor, incident.id)
    desk.written().unlink()
    desk.told.clear()
    messages.export()
    form = messages.form
    assert form is not None
    save = form.buttons.button(SAVE)
    qtbot.waitUntil(save.isEnabled)
    save.click()
    qtbot.waitUntil(desk.has_written)
    (reading,) = read_cap_file(desk.written())
    assert reading.alert is not None
    assert reading.alert.msg_type is MsgType.UPDATE
    assert len(reading.alert.references) == 1


def test_a_withdrawn_incident_is_cancelled_from_its_page(sit: Sit, qtbot: QtBot, folder: Path) -> None:
    seat = sit("operator")
    assert seat.actor is not None
    desk = Desk(seat, folder)
    incident = incident_of(seat, qtbot)
    sent = CapOutDesk(seat.desks.room, alert_xml).issue(seat.actor, incident.id, CapWish(Sender("room@city.example")))
    seat.desks.incidents.move_on(seat.actor, incident.id, IncidentState.WITHDRAWN, reason="a false alarm")
    seat.hear()
    qtbot.waitUntil(lambda: seat.floor.incidents.current is None)
    page = seat.floor.incidents.show_page(incident.id)
    qtbot.waitUntil(lambda: page.reading is not None)
    desk.floor.messages.export()
    form = desk.floor.messages.form
    assert form is not None
    save = form.buttons.button(SAVE)
    qtbot.waitUntil(save.isEnabled)
    save.click()
    qtbot.waitUntil(desk.has_written)
    (reading,) = read_cap_file(desk.written())
    assert reading.alert is not None
    assert reading.alert.msg_type is MsgType.CANCEL
    assert reading.alert.references == (sent.out.alert.as_reference,)


def test_a_draft_is_written_and_remembered_by_nobody(sit: Sit, qtbot: QtBot, folder: Path) -> None:
    seat = sit("operator")
    desk = Desk(seat, folder)
    incident = incident_of(seat, qtbot)
    desk.floor.messages.export()
    form = desk.floor.messages.form
    assert form is not None
    assert form.scope.count() == 2, "an operator tells nothing to the public"
    form.purpose.setCurrentIndex(2)
    save = form.buttons.button(SAVE)
    qtbot.waitUntil(lambda: "Draft" in form.preview.toPlainText() and save.isEnabled())
    save.click()
    qtbot.waitUntil(desk.has_written)
    (reading,) = read_cap_file(desk.written())
    assert reading.alert is not None
    assert reading.alert.status is Status.DRAFT
    assert seat.desks.incidents.incident(seat.actor, incident.id).incident.cap_messages == ()


def test_the_public_is_told_after_a_second_look(sit: Sit, qtbot: QtBot, folder: Path) -> None:
    seat = sit("supervisor")
    desk = Desk(seat, folder)
    incident_of(seat, qtbot)
    desk.floor.messages.export()
    form = desk.floor.messages.form
    assert form is not None
    form.scope.setCurrentIndex(2)
    save = form.buttons.button(SAVE)
    qtbot.waitUntil(lambda: "Public" in form.preview.toPlainText())
    assert not save.isEnabled()
    form.second_look.setChecked(True)
    assert save.isEnabled()
    form.name.setText("Control room")
    assert not save.isEnabled(), "another message wants another look"


def test_a_message_from_a_file_opens_an_incident_when_it_is_taken_in(sit: Sit, qtbot: QtBot, folder: Path) -> None:
    seat = sit("operator")
    desk = Desk(seat, folder)
    (folder / "port.xml").write_text(MESSAGE, encoding="utf-8")
    desk.floor.keeper.choose_file = lambda _kinds: str(folder / "port.xml")
    messages = desk.floor.messages
    messages.take_file()
    qtbot.waitUntil(lambda: messages.page is not None and messages.page.list.count() == 1)
    page = messages.page
    assert page is not None
    assert "Fire on the quay" in page.detail.toPlainText()
    assert not seat.situation.incidents, "nothing is done by itself"
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(seat.situation.incidents) == 1)
    qtbot.waitUntil(lambda: messages.offers[0].effect is Effect.KNOWN)
    assert not page.take_button.isEnabled()
    assert seat.situation.incidents[0].incident.title == "Fire on the quay"


def test_a_broken_file_says_why(sit: Sit, qtbot: QtBot, folder: Path) -> None:
    seat = sit("operator")
    desk = Desk(seat, folder)
    (folder / "broken.xml").write_text("<alert", encoding="utf-8")
    desk.floor.keeper.choose_file = lambda _kinds: str(folder / "broken.xml")
    desk.floor.messages.take_file()
    qtbot.waitUntil(lambda: desk.floor.messages.page is not None)
    page = desk.floor.messages.page
    assert page is not None
    assert "refused" in page.detail.toPlainText()
    assert not page.take_button.isEnabled()


def test_a_watched_folder_calls_as_an_alarm_once(sit: Sit, qtbot: QtBot, folder: Path) -> None:
    seat = sit("operator")
    desk = Desk(seat, folder)
    rooms = replace(seat.board.rooms, paper_files=ExchangeFiles(folder))
    seat.board.rooms = rooms
    (folder / "port.xml").write_text(MESSAGE, encoding="utf-8")
    messages = desk.floor.messages

    def offered() -> bool:
        messages.look()
        return bool(messages.offers)

    qtbot.waitUntil(offered)
    alarms = seat.desks.alarms.alarms(seat.actor)
    assert [alarm.title for alarm in alarms.alarms] == ["Fire on the quay"]
    assert not seat.situation.incidents
    messages.take_in(messages.offers[0])
    qtbot.waitUntil(lambda: len(seat.situation.incidents) == 1)
    assert seat.desks.alarms.alarms(seat.actor).calling == 0


def test_the_situation_goes_to_another_map(sit: Sit, qtbot: QtBot, folder: Path) -> None:
    seat = sit("operator")
    desk = Desk(seat, folder)
    desk.floor.write_cot(CotWish())
    qtbot.waitUntil(desk.has_written)
    assert b"<event" in desk.written().read_bytes()
    assert b"rtsp" not in desk.written().read_bytes()


def test_only_what_stands_clear_and_live_is_pictured(sit: Sit, qtbot: QtBot, folder: Path) -> None:
    seat = sit("operator", grid="4")
    assert seat.actor is not None
    incident = incident_of(seat, qtbot)
    for number in (BANK, QUAY, STEPS):
        seat.desks.incidents.link_camera(seat.actor, incident.id, number)
    seat.hear()
    qtbot.waitUntil(lambda: len(linked(seat)) == 4)
    seat.show(PLAZA, BANK, QUAY)
    shine(seat, qtbot, PLAZA, BANK, QUAY)
    seat.station.clock.advance(8)
    shine(seat, qtbot, PLAZA, BANK)
    current = seat.floor.incidents.current
    assert current is not None
    found = {one.camera: one for one in seat.floor.papers._pictures(current)}
    assert set(found) == {PLAZA, BANK, QUAY}, "one stands on no tile"
    assert (found[PLAZA].level, found[PLAZA].is_live) == (Level.CLEAR, True)
    assert found[PLAZA].png.startswith(b"\x89PNG")
    assert (found[BANK].level, found[BANK].png) == (Level.MOSAIC, b"")
    assert (found[QUAY].is_live, found[QUAY].png) == (False, b"")


def shine(seat: Seat, qtbot: QtBot, *numbers: CameraNumber) -> None:
    """A picture of each of these cameras, now, until the wall shows them live."""

    def are_live() -> bool:
        for number in numbers:
            seat.station.pictures.publish(number)
        seat.station.clock.advance(0.05)
        seat.window.canvas.tick()
        truths = [seat.window.canvas.truth(tile) for n in numbers for tile in seat.station.session.tiles_of(n)]
        return all(truth is not None and truth.state is TruthState.LIVE for truth in truths)

    qtbot.waitUntil(are_live)


def linked(seat: Seat) -> list[CameraNumber]:
    current = seat.floor.incidents.current
    return [link.camera for link in current.linked_cameras] if current is not None else []


def test_without_a_record_no_picture_leaves(sit: Sit, qtbot: QtBot, folder: Path) -> None:
    seat = sit("operator")
    desk = Desk(seat, folder)
    incident_of(seat, qtbot)
    seat.show(PLAZA)
    shine(seat, qtbot, PLAZA)
    asked: list[CameraNumber] = []
    taken: list[int] = []
    desk.floor._write_briefing = lambda _incident, pictures: taken.append(len(pictures))  # type: ignore[method-assign]  # only what is handed on is looked at

    def not_recorded(cameras: Collection[CameraNumber], _then: object, failed: Callable[[], None]) -> None:
        asked.extend(cameras)
        failed()

    desk.floor.note_pictures = not_recorded
    desk.floor.write_briefing()
    assert asked == [PLAZA]
    assert taken == [0]
    assert desk.told[-1].is_trouble
