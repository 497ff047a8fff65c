"""An incident's page: edited by two at once, led through its states, with its cameras, markers, doubles and log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.crisis.conftest import Seat, Sit
from tests.ui.crisis.test_incidents import PLAZA, opened, until
from tests.ui.fitting import cut_buttons
from wallapp.base.ids import CameraNumber
from wallapp.domain.incident import Incident, IncidentState, Priority
from wallapp.domain.marker import CameraAnchor
from wallapp.services.markers import NewMarker
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.crisis.incident_page import IncidentPage
from wallapp.ui.language import Language


def page_of(seat: Seat, incident: Incident, qtbot: QtBot) -> IncidentPage:
    page = seat.floor.incidents.show_page(incident.id)
    until(qtbot, lambda: page.reading is not None)
    return page


def line_of(page: IncidentPage, name: str) -> QLineEdit:
    found = page.fields.editor(name)
    assert isinstance(found, QLineEdit)
    return found


def type_into(page: IncidentPage, name: str, text: str, qtbot: QtBot) -> None:
    line = line_of(page, name)
    line.selectAll()
    qtbot.keyClicks(line, text)


def kept(seat: Seat, incident: Incident) -> Incident:
    """As the store has it."""
    return seat.desks.incidents.incident(seat.actor, incident.id).incident


def changed(seat: Seat, incident: Incident, change: Callable[[Incident], Incident]) -> None:
    """Another hand changes it."""
    assert seat.actor is not None
    now = kept(seat, incident)
    seat.desks.incidents.change(seat.actor, now, change(now))


def press(root: QWidget, text: str, qtbot: QtBot) -> None:
    """Click on the button that says this, as soon as it is shown."""

    def found() -> list[QPushButton]:
        return [one for one in root.findChildren(QPushButton) if one.isVisible() and one.text().startswith(text)]

    until(qtbot, lambda: bool(found()))
    qtbot.mouseClick(found()[0], Qt.MouseButton.LeftButton)


def test_what_two_people_change_apart_is_kept_of_both(sit: Sit, qtbot: QtBot) -> None:
    seat, other = sit("operator"), sit("supervisor", at="desk-2")
    incident = opened(seat, qtbot)
    page = page_of(seat, incident, qtbot)
    type_into(page, "title", "Corniche east", qtbot)
    changed(other, incident, lambda now: replace(now, priority=Priority.CRITICAL, description="Three people"))
    seat.hear()
    until(qtbot, lambda: page.reading is not None and page.reading.view.incident.priority is Priority.CRITICAL)
    assert line_of(page, "title").text() == "Corniche east"
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: kept(seat, incident).title == "Corniche east")
    assert kept(seat, incident).description == "Three people"
    assert kept(seat, incident).priority is Priority.CRITICAL
    until(qtbot, lambda: not page.save.isEnabled())
    assert not page.conflicts.rows


def test_what_two_people_change_alike_shows_both_values(sit: Sit, qtbot: QtBot) -> None:
    seat, other = sit("operator"), sit("supervisor", at="desk-2")
    incident = opened(seat, qtbot)
    page = page_of(seat, incident, qtbot)
    type_into(page, "title", "Mine", qtbot)
    changed(other, incident, lambda now: replace(now, title="Theirs"))
    seat.hear()
    told = page.fields._fields["title"].told
    until(qtbot, told.isVisible)
    assert "Supervisor" in told.text()
    assert "Theirs" in told.text()
    page.keep()
    until(qtbot, lambda: len(page.conflicts.rows) == 1)
    assert kept(seat, incident).title == "Theirs"
    spoken = page.conflicts.rows[0].accessibleName()
    assert "Theirs" in spoken
    assert "Mine" in spoken
    listed = seat.floor.incidents.show_conflicts()
    assert len(listed.list.rows) == 1
    row = listed.list.rows[0]
    row.take.setFocus()
    qtbot.keyClick(row.take, Qt.Key.Key_Return)
    until(qtbot, lambda: kept(seat, incident).title == "Mine")
    until(qtbot, lambda: not page.conflicts.rows)
    until(qtbot, lambda: line_of(page, "title").text() == "Mine")


def test_it_goes_from_new_to_closed_and_is_reopened(sit: Sit, qtbot: QtBot) -> None:
    seat, other = sit("operator"), sit("supervisor", at="desk-2")
    incident = opened(seat, qtbot)
    assert seat.actor is not None
    for label in ("one", "two"):
        marker = replace(NewMarker("person", CameraAnchor(PLAZA)), incident=incident.id, label=label)
        seat.desks.markers.place(seat.actor, marker)
    page = page_of(seat, incident, qtbot)
    steps = page.steps

    def go(text: str, to: IncidentState) -> None:
        press(steps, text, qtbot)
        until(qtbot, lambda: kept(seat, incident).state is to)
        until(qtbot, lambda: page.reading is not None and page.reading.view.incident.state is to)

    go("Begin work", IncidentState.IN_PROGRESS)
    press(steps, "Resolve", qtbot)
    until(qtbot, lambda: page.refusal.text() != "")
    press(page.markers, "Resolve all", qtbot)
    until(qtbot, lambda: page.reading is not None and page.reading.view.open_markers == 0)
    go("Resolve", IncidentState.RESOLVED)
    go("Close", IncidentState.CLOSED)
    assert not steps.buttons, "only a supervisor reopens it"
    theirs = page_of(other, incident, qtbot)
    press(theirs.steps, "Reopen", qtbot)
    assert kept(seat, incident).state is IncidentState.CLOSED
    qtbot.keyClicks(theirs.steps.reason, "It goes on")
    qtbot.keyClick(theirs.steps.reason, Qt.Key.Key_Return)
    until(qtbot, lambda: kept(seat, incident).state is IncidentState.IN_PROGRESS)
    assert kept(seat, incident).state_reason == "It goes on"


def test_a_withdrawal_says_why_and_escape_leaves_it(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    incident = opened(seat, qtbot)
    page = page_of(seat, incident, qtbot)
    press(page.steps, "Withdraw", qtbot)
    qtbot.keyClick(page.steps.reason, Qt.Key.Key_Return)
    assert page.steps.reason.isVisible(), "no withdrawal without its reason"
    qtbot.keyClick(page.steps.reason, Qt.Key.Key_Escape)
    assert not page.steps.reason.isVisible()
    assert page.isVisible()
    press(page.steps, "Withdraw", qtbot)
    qtbot.keyClicks(page.steps.reason, "A rehearsal of the theatre")
    qtbot.keyClick(page.steps.reason, Qt.Key.Key_Return)
    until(qtbot, lambda: kept(seat, incident).state is IncidentState.WITHDRAWN)
    until(qtbot, lambda: not seat.situation.incidents)
    assert seat.floor.incidents.current is None


def test_who_has_it_open_is_told_while_they_do(sit: Sit, qtbot: QtBot) -> None:
    seat, other = sit("operator"), sit("supervisor", at="desk-2")
    incident = opened(seat, qtbot)
    page, theirs = page_of(seat, incident, qtbot), page_of(other, incident, qtbot)

    def watchers() -> str:
        page.look()
        return page._watchers.text()

    until(qtbot, lambda: "Operator, Supervisor" in watchers())
    qtbot.keyClick(theirs, Qt.Key.Key_Escape)
    until(qtbot, lambda: incident.id not in other.floor.incidents.pages)
    until(qtbot, lambda: "Supervisor" not in watchers())


def test_somebody_elses_is_taken_over_before_it_is_changed(sit: Sit, qtbot: QtBot) -> None:
    seat, other = sit("operator"), sit("operator2", at="desk-2")
    incident = opened(seat, qtbot)
    assert other.actor is not None
    other.desks.incidents.take_over(other.actor, incident.id)
    page = page_of(seat, incident, qtbot)
    assert line_of(page, "title").isReadOnly()
    assert not page.steps.buttons
    press(page.steps, "Take over", qtbot)
    until(qtbot, lambda: kept(seat, incident).owner == seat.actor.account)
    until(qtbot, lambda: not line_of(page, "title").isReadOnly())


def test_cameras_are_linked_by_number_and_ended(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    incident = opened(seat, qtbot)
    page = page_of(seat, incident, qtbot)
    part = page.cameras
    qtbot.keyClicks(part.number, "104")
    qtbot.keyClick(part.number, Qt.Key.Key_Return)
    until(qtbot, lambda: len(part.part.texts) == 2)
    assert part.number.text() == ""
    qtbot.keyClicks(part.number, "999")
    qtbot.keyClick(part.number, Qt.Key.Key_Return)
    until(qtbot, lambda: page.refusal.text() != "")
    assert part.number.text() == "999", "nothing typed is lost"
    part.part.list.setCurrentRow(1)
    part.part.list.setFocus()
    qtbot.keyClick(part.part.list, Qt.Key.Key_Delete)

    def ended() -> list[CameraNumber]:
        return [link.camera for link in kept(seat, incident).linked_cameras if link.until_at is not None]

    until(qtbot, lambda: ended() == [104])


def test_a_double_is_hinted_and_people_say_what_it_is(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    first = opened(seat, qtbot, "Fall")
    seat.station.clock.advance(60)
    second = opened(seat, qtbot, "Person on the ground")
    page = page_of(seat, second, qtbot)
    assert len(page.relations.rows) == 1
    press(page.relations, "Another, related", qtbot)
    until(qtbot, lambda: kept(seat, second).related == {first.id})
    third = opened(seat, qtbot, "Fallen person")
    page = page_of(seat, third, qtbot)
    assert len(page.relations.rows) == 2
    same = {page.reading.others[key].event for key in page.reading.view.duplicates} if page.reading else set()
    assert same == {"Fall", "Person on the ground"}
    press(page.relations.rows[0], "It is the same", qtbot)
    until(qtbot, lambda: kept(seat, third).duplicate_of in (first.id, second.id))
    press(page.relations, "It is not", qtbot)
    until(qtbot, lambda: kept(seat, third).duplicate_of is None)


def test_a_line_for_its_log_is_written_here(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    incident = opened(seat, qtbot)
    page = page_of(seat, incident, qtbot)
    qtbot.keyClicks(page.log.line, "Ambulance called")
    qtbot.keyClick(page.log.line, Qt.Key.Key_Return)
    until(qtbot, lambda: "Ambulance called" in page.log.part.texts[0])
    assert page.log.line.text() == ""
    assert len(page.log.part.texts) >= 2, "that it was opened, too"


def test_what_was_typed_is_not_lost_by_one_escape(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    page = page_of(seat, opened(seat, qtbot), qtbot)
    type_into(page, "title", "Corniche", qtbot)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.isVisible()
    assert page.refusal.text()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_a_place_that_is_none_is_refused(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    incident = opened(seat, qtbot)
    page = page_of(seat, incident, qtbot)
    page.fields.place.setText("by the kiosk")
    page.keep()
    assert "latitude" in page.refusal.text()
    page.fields.place.setText("33.6, -7.6")
    page.keep()
    until(qtbot, lambda: (place := kept(seat, incident).place) is not None and place.lat_deg == 33.6)


def test_an_auditor_sees_everything_and_changes_nothing(sit: Sit, qtbot: QtBot) -> None:
    seat, auditor = sit("operator"), sit("auditor", at="desk-2")
    page = page_of(auditor, opened(seat, qtbot), qtbot)
    assert line_of(page, "event").text() == "Fall"
    assert line_of(page, "event").isReadOnly()
    shown = {one.text() for one in page.findChildren(QPushButton) if one.isVisible() and one.isEnabled()}
    assert shown <= {"Its page"}


def test_no_button_of_a_page_is_cut_off(sit: Sit, qtbot: QtBot, console: ConsoleApplication) -> None:
    seat = sit("operator")
    incident, _double = opened(seat, qtbot), opened(seat, qtbot, "Person fallen")
    seen = kept(seat, incident)
    assert seat.actor is not None
    changed(seat, incident, lambda now: replace(now, title="Theirs"))
    seat.desks.incidents.change(seat.actor, seen, replace(seen, title="Mine"))
    seat.hear()
    until(qtbot, lambda: len(seat.situation.conflicts) == 1)
    pages = seat.floor.incidents.pages

    def fits() -> bool:
        """Of the page of now: another language makes it anew."""
        page = pages[incident.id]
        return bool(page.relations.rows and page.conflicts.rows) and not cut_buttons(page)

    for language in Language:
        console.interpreter.speak(language)
        console.processEvents()
        page_of(seat, incident, qtbot)
        until(qtbot, fits)
        listed = seat.floor.incidents.show_conflicts()
        until(qtbot, lambda listed=listed: not cut_buttons(listed))
        listed.reject()
        pages[incident.id].reject()


def test_a_page_speaks_another_language_at_once(sit: Sit, qtbot: QtBot, console: ConsoleApplication) -> None:
    seat = sit("operator")
    incident = opened(seat, qtbot)
    page = page_of(seat, incident, qtbot)
    assert page.log.line.hasFocus()
    console.interpreter.speak(Language.FRENCH)
    until(qtbot, lambda: "Journal" in seat.floor.incidents.pages[incident.id].log.part.title.text())
