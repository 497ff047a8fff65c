"""Incidents in the window: opened in seconds, listed by how pressing they are, found on the map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.crisis.conftest import Seat, Sit
from tests.ui.fitting import cut_buttons
from wallapp.base.ids import CameraNumber
from wallapp.domain.incident import Incident, IncidentState, Priority
from wallapp.domain.map_data import PointShape, Symbol
from wallapp.domain.marker import CameraAnchor
from wallapp.domain.place import Place
from wallapp.services.incidents import NewIncident
from wallapp.services.markers import NewMarker
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.crisis import words
from wallapp.ui.crisis.incident_choices import USUAL
from wallapp.ui.crisis.incident_form import IncidentForm
from wallapp.ui.language import Language

PLAZA = CameraNumber(101)
HARBOUR = Place(33.6, -7.6)


def until(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    """Wait for it, on a busy machine too."""
    qtbot.waitUntil(condition, timeout=30_000)


def opened(seat: Seat, qtbot: QtBot, event: str = "Fall", priority: Priority = Priority.HIGH) -> Incident:
    """Another hand at this station opens one; back when the window shows it."""
    assert seat.actor is not None
    new = NewIncident(event, camera=PLAZA, priority=priority)
    made = seat.desks.incidents.open(seat.actor, new).value
    seat.hear()
    until(qtbot, lambda: seat.floor.incidents.panel.select(made.id))
    return made


def form_of(seat: Seat, qtbot: QtBot) -> IncidentForm:
    qtbot.keyClick(seat.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = seat.floor.incidents.form
    assert form is not None
    return form


def test_a_number_and_enter_open_an_incident_where_the_wall_points(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    seat.show(104)
    form = form_of(seat, qtbot)
    qtbot.keyClicks(form.event_word, "3")
    qtbot.keyClick(form.event_word, Qt.Key.Key_Return)
    until(qtbot, lambda: len(seat.situation.incidents) == 1)
    incident = seat.situation.incidents[0].incident
    assert incident.event == USUAL[2].word
    assert (incident.category, incident.priority) == ((USUAL[2].category,), USUAL[2].priority)
    assert [link.camera for link in incident.linked_cameras] == [104]
    assert incident.place is not None, "the camera's place"
    until(qtbot, lambda: seat.floor.incidents.form is None)
    until(qtbot, lambda: seat.floor.incidents.current == incident)
    until(qtbot, seat.window.canvas.hasFocus)


def test_a_word_is_completed_and_its_priority_follows_until_one_is_chosen(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    form = form_of(seat, qtbot)
    qtbot.keyClicks(form.event_word, "crow")
    assert form.event_word.text() == "crowd pressure"
    assert form.priority.value is Priority.CRITICAL
    form.event_word.setText("Loose dog")
    assert form.usual is None
    low = next(button for button in form.findChildren(QPushButton) if button.text() == "Low")
    qtbot.mouseClick(low, Qt.MouseButton.LeftButton)
    form.event_word.setText("2")
    assert form.usual is USUAL[1]
    assert form.priority.value is Priority.LOW
    form.event_word.setFocus()
    form.event_word.clear()
    qtbot.keyClicks(form.event_word, "fir")
    qtbot.keyClick(form.event_word, Qt.Key.Key_Return)  # one is enough
    until(qtbot, lambda: [view.incident.event for view in seat.situation.incidents] == ["Fire or smoke"])


def test_what_says_nothing_is_refused_in_place(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    form = form_of(seat, qtbot)
    for typed, camera in (("", "101"), ("99", "101"), ("Fall", "4711")):
        form.event_word.setText(typed)
        form.camera.setText(camera)
        qtbot.keyClick(form.event_word, Qt.Key.Key_Return)
        assert form.refusal.text(), (typed, camera)
        form.refusal.say("")
    assert seat.floor.incidents.form is form
    assert not seat.situation.incidents


def test_a_spot_gives_its_camera_and_place_and_is_told_the_incident(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    told: list[Incident] = []
    seat.floor.incidents.open_form(PLAZA, HARBOUR, told.append)
    form = seat.floor.incidents.form
    assert form is not None
    qtbot.keyClicks(form.event_word, "Loose dog")
    qtbot.keyClick(form.event_word, Qt.Key.Key_Return)
    until(qtbot, lambda: bool(told))
    assert told[0].place == HARBOUR
    assert [link.camera for link in told[0].linked_cameras] == [PLAZA]


def test_the_map_points_where_it_has_the_keyboard(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    seat.show(101)
    seat.window.map.show(on=True)
    seat.window.map.panel.view.choose_place(HARBOUR)
    seat.floor.incidents.open_form()
    form = seat.floor.incidents.form
    assert form is not None
    assert form.camera.text() == ""
    qtbot.keyClicks(form.event_word, "1")
    qtbot.keyClick(form.event_word, Qt.Key.Key_Return)
    until(qtbot, lambda: bool(seat.situation.incidents))
    assert seat.situation.incidents[0].incident.place == HARBOUR


def test_the_most_pressing_stands_first_with_its_shape(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    low = opened(seat, qtbot, "Light out", Priority.LOW)
    fire = opened(seat, qtbot, "Fire", Priority.CRITICAL)
    crash = opened(seat, qtbot, "Crash", Priority.HIGH)
    lines = seat.floor.incidents.panel.list.lines
    assert [line.incident for line in lines] == [fire.id, crash.id, low.id]
    assert [line.severity for line in lines] == [words.MARKS[one.priority] for one in (fire, crash, low)]
    assert lines[0].spoken.startswith("Critical")
    assert "new" in lines[0].detail


def test_the_selected_one_stays_selected_while_others_come(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    panel = seat.floor.incidents.panel
    told: list[Incident | None] = []
    panel.selected.connect(told.append)
    first = opened(seat, qtbot, "Crash", Priority.LOW)
    assert told[-1] is not None
    assert told[-1].id == first.id
    panel.take_focus()
    assert seat.actor is not None
    seat.desks.incidents.open(seat.actor, NewIncident("Fire", priority=Priority.CRITICAL))
    seat.hear()
    until(qtbot, lambda: panel.list.count() == 2)
    assert panel.current is not None
    assert panel.current.id == first.id
    qtbot.keyClick(panel.list, Qt.Key.Key_Up)
    assert panel.current.event == "Fire"
    assert told[-1] == panel.current
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    until(qtbot, seat.window.canvas.hasFocus)


def test_a_key_takes_over_and_says_whose_it_is(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    opened(seat, qtbot)
    panel = seat.floor.incidents.panel
    qtbot.keyClick(seat.window, Qt.Key.Key_F5)
    assert panel.list.hasFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_T)
    until(qtbot, lambda: panel.current is not None and panel.current.state is IncidentState.IN_PROGRESS)
    assert "Operator" in panel.list.lines[0].detail
    assert not any(button.isVisible() and button.text().startswith("Take over") for button in buttons_of(seat))


def buttons_of(seat: Seat) -> list[QPushButton]:
    return seat.floor.incidents.panel.findChildren(QPushButton)


def test_digits_in_the_list_reach_the_entry_line(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    opened(seat, qtbot)
    seat.floor.incidents.panel.take_focus()
    qtbot.keyClick(seat.floor.incidents.panel.list, Qt.Key.Key_1)
    assert not seat.floor.incidents.panel.list.hasFocus()


def test_incidents_stand_on_the_map_and_a_click_selects_one(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    fire = opened(seat, qtbot, "Fire", Priority.CRITICAL)
    crash = opened(seat, qtbot, "Crash", Priority.HIGH)
    assert seat.actor is not None
    seat.desks.incidents.open(seat.actor, NewIncident("Gathering", place=HARBOUR))
    seat.hear()
    until(qtbot, lambda: len(seat.situation.incidents) == 3)
    features = {feature.feature_id: feature for feature in seat.window.map_model.features}
    assert len(features) == 2, "what stands at one place is one symbol"
    shown = features[f"incident:{fire.id}"]
    assert shown.label == f"#{fire.number} #{crash.number}", "the most pressing first, and none hidden"
    assert shown.style is not None
    assert shown.style.symbol is Symbol.TRIANGLE
    assert isinstance(shown.geometry, PointShape)
    assert seat.floor.incidents.current != fire
    seat.window.map.panel.view.feature_picked.emit(f"incident:{fire.id}")
    assert seat.floor.incidents.current == fire


def test_nobody_signed_in_sees_the_panel_only_while_something_is_open(sit: Sit, qtbot: QtBot) -> None:
    nobody = sit("", at="desk-2")
    panel = nobody.floor.incidents.panel
    assert panel.isHidden()
    assert nobody.window.right.isHidden(), "the wall has the whole width"
    opened(sit("operator"), qtbot)
    nobody.hear()
    until(qtbot, lambda: not panel.isHidden())
    assert not any(button.isVisible() and "New" in button.text() for button in panel.findChildren(QPushButton))


def test_who_sees_no_incidents_has_no_panel(sit: Sit) -> None:
    assert sit("bank").floor.incidents.panel.isHidden()


def test_a_marker_of_it_is_counted_and_a_likely_duplicate_hinted(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    one, _other = opened(seat, qtbot, "Fall"), opened(seat, qtbot, "Person fallen")
    assert seat.actor is not None
    seat.desks.markers.place(seat.actor, replace(NewMarker("person", CameraAnchor(PLAZA)), incident=one.id))
    seat.hear()
    until(qtbot, lambda: [view.open_markers for view in seat.situation.incidents if view.incident == one] == [1])
    details = [line.detail for line in seat.floor.incidents.panel.list.lines]
    assert all("duplicate" in detail for detail in details)


def test_no_button_of_panel_and_form_is_cut_off(sit: Sit, qtbot: QtBot, console: ConsoleApplication) -> None:
    seat = sit("operator")
    opened(seat, qtbot, "Fire", Priority.CRITICAL)
    for language in Language:
        console.interpreter.speak(language)
        form = form_of(seat, qtbot)
        until(qtbot, lambda form=form: not cut_buttons(form) and not cut_buttons(seat.floor.incidents.panel))
        form.reject()


def test_while_the_store_is_lost_an_incident_waits_at_this_station(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    shared = seat.desks.room
    shared._lost_until_mono_s = seat.station.clock.mono_s() + 1000.0  # it did not answer a moment ago
    form = form_of(seat, qtbot)
    qtbot.keyClicks(form.event_word, "1")
    qtbot.keyClick(form.event_word, Qt.Key.Key_Return)
    panel = seat.floor.incidents.panel
    until(qtbot, lambda: panel.list.count() == 1)
    assert "#–" in panel.list.lines[0].title
    assert panel._lost.isVisible()
    assert panel._lost.text().endswith("1")
    shared.tell_reachable(True)
    shared.send()
    seat.hear()
    until(qtbot, lambda: "#1" in panel.list.lines[0].title)
    assert not panel._lost.isVisible()


def test_a_closed_one_is_found_by_number_and_by_words(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    over = opened(seat, qtbot, "Café on fire")
    opened(seat, qtbot, "Crash")
    assert seat.actor is not None
    seat.desks.incidents.move_on(seat.actor, over.id, IncidentState.WITHDRAWN, reason="A barbecue")
    qtbot.keyClick(seat.window, Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    finder = seat.floor.incidents.finder
    assert finder is not None
    until(qtbot, lambda: finder.list.count() == 2)
    for typed in (f"#{over.number}", "cafe fire", "withdrawn"):
        finder.words.setText(typed)
        assert [line.incident for line in finder.list.lines] == [over.id], typed
    qtbot.keyClick(finder.words, Qt.Key.Key_Return)
    assert over.id in seat.floor.incidents.pages
    assert seat.floor.incidents.finder is None
