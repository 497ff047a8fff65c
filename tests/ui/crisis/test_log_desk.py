"""The log below the wall: read, searched, written from the entry line and its own field, corrected and reviewed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.crisis.conftest import Seat, Sit
from wallapp.base.ids import CameraNumber
from wallapp.domain.incident import Incident
from wallapp.domain.logbook import LogKind
from wallapp.services.incidents import NewIncident
from wallapp.services.logbook import NewLine
from wallapp.ui.crisis.log_panel import LogPanel
from wallapp.ui.language import Language
from wallapp.ui.notice import Notice

PLAZA = CameraNumber(101)


def incident_of(seat: Seat, qtbot: QtBot, event: str = "Fall") -> Incident:
    assert seat.actor is not None
    found = seat.desks.incidents.open(seat.actor, NewIncident(event, camera=PLAZA, title=event)).value
    seat.hear()
    qtbot.waitUntil(lambda: any(view.incident.id == found.id for view in seat.situation.incidents))
    return found


def texts(panel: LogPanel) -> list[str]:
    return [row.text for row in panel.list.rows]


def type_line(seat: Seat, qtbot: QtBot, line: str) -> None:
    entry = seat.window.entry
    entry.begin(line)
    qtbot.keyClick(entry._field, Qt.Key.Key_Return)


def log_of(seat: Seat, qtbot: QtBot) -> LogPanel:
    seat.floor.log.toggle()
    panel = seat.floor.log.panel
    qtbot.waitUntil(panel.isVisible)
    return panel


def test_a_line_from_the_entry_line_is_read_on_the_other_station(sit: Sit, qtbot: QtBot) -> None:
    one, two = sit("operator"), sit("supervisor", at="desk-2")
    found = incident_of(one, qtbot)
    panel = log_of(two, qtbot)
    type_line(one, qtbot, f"+! close the quay #{found.number}")
    assert one.window.entry.typed == ""
    qtbot.waitUntil(lambda: any(view.entry.line.kind is LogKind.DECISION for view in one.situation.lines))
    two.hear()
    qtbot.waitUntil(lambda: f"close the quay #{found.number}" in texts(panel))
    row = next(row for row in panel.list.rows if row.is_by_hand)
    assert row.view.entry.line.incident == found.id
    assert row.author == one.board.rooms.person.name if one.board.rooms.person else False


def test_a_line_that_cannot_be_written_comes_back(sit: Sit, qtbot: QtBot) -> None:
    nobody = sit("", at="desk-2")
    told: list[Notice] = []
    nobody.floor.told.connect(told.append)
    type_line(nobody, qtbot, "+ barrier down")
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1].is_trouble
    assert nobody.window.entry.typed == "+ barrier down"


def test_a_plus_sign_alone_is_told(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    told: list[Notice] = []
    seat.floor.told.connect(told.append)
    type_line(seat, qtbot, "+")
    assert told[-1].is_trouble
    assert not seat.situation.lines


def test_the_field_writes_with_its_kind_about_the_chosen_incident(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    found = incident_of(seat, qtbot)
    panel = log_of(seat, qtbot)
    assert panel.field.hasFocus()
    panel.show_incident(found.id)
    panel.kind.setCurrentIndex(2)
    qtbot.keyClicks(panel.field, "engine sent")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "engine sent" in texts(panel))
    line = panel.list.rows[0].view.entry.line
    assert (line.kind, line.incident) == (LogKind.ACTION, found.id)
    assert panel.field.text() == ""


def test_words_kinds_and_incidents_are_searched_in_the_whole_log(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    assert seat.actor is not None
    first = incident_of(seat, qtbot)
    seat.desks.log.write(seat.actor, NewLine("fumée au nord", LogKind.OBSERVATION, first.id))
    seat.desks.log.write(seat.actor, NewLine("fumée partout", LogKind.DECISION))
    for number in range(8):
        seat.desks.log.write(seat.actor, NewLine(f"line {number}"))
    seat.hear()
    panel = log_of(seat, qtbot)
    panel._limit = 4
    panel.read()
    qtbot.waitUntil(lambda: len(panel.list.rows) == 4)
    panel.search.setText("FUMEE")
    qtbot.waitUntil(lambda: texts(panel) == ["fumée partout", "fumée au nord"])
    panel.shown.setCurrentIndex(2)
    qtbot.waitUntil(lambda: texts(panel) == ["fumée partout"])
    panel.shown.setCurrentIndex(0)
    panel.show_incident(first.id)
    qtbot.waitUntil(lambda: texts(panel) == ["fumée au nord"])
    panel.search.clear()
    panel.show_incident(None)
    qtbot.waitUntil(lambda: len(panel.list.rows) == 4)
    panel._older.click()
    qtbot.waitUntil(lambda: "fumée au nord" in texts(panel))


def test_a_line_is_corrected_and_reviewed_by_the_keyboard(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("supervisor")
    assert seat.actor is not None
    seat.desks.log.write(seat.actor, NewLine("5 wounded"))
    panel = log_of(seat, qtbot)
    seat.hear()
    qtbot.waitUntil(lambda: texts(panel) == ["5 wounded"])
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.waitUntil(panel.correct_button.isEnabled)
    qtbot.keyClick(panel.list, Qt.Key.Key_C)
    assert panel.field.text() == "5 wounded"
    qtbot.keyClicks(panel.field, "3 wounded")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(panel.list.rows[0].later))
    assert "3 wounded" in panel.list.rows[0].later[0]
    assert panel.list.rows[0].text == "5 wounded"
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_I)
    qtbot.waitUntil(lambda: panel.list.rows[0].is_significant)
    qtbot.keyClick(panel.list, Qt.Key.Key_I)
    qtbot.waitUntil(lambda: not panel.list.rows[0].is_significant)


def test_automatic_lines_speak_the_readers_language(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    incident_of(seat, qtbot, "Chute")
    panel = log_of(seat, qtbot)
    qtbot.waitUntil(lambda: any("Chute" in text for text in texts(panel)))
    english = texts(panel)
    assert seat.window._rooms.interpreter is not None
    seat.window._rooms.interpreter.speak(Language.FRENCH)
    qtbot.waitUntil(lambda: texts(panel) != english)
    assert any("Chute" in text for text in texts(panel))


def test_escape_gives_the_wall_its_room_back(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    panel = log_of(seat, qtbot)
    qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    assert panel.isHidden()
    qtbot.waitUntil(seat.window.canvas.hasFocus)
