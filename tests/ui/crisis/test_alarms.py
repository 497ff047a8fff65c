"""Alarms at the side of the wall, worked on by the keyboard in real windows over a real store."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.crisis.conftest import CrisisRoom, Seat, Sit
from tests.ui.fitting import cut_buttons
from wallapp.base.ids import CameraNumber, StationName, TileId
from wallapp.domain.alarm import FLOOD_FROM, Alarm
from wallapp.domain.incident import Priority
from wallapp.domain.place import Place
from wallapp.domain.policy import FactKind
from wallapp.services.alarms import Raised
from wallapp.ui.access.confirmer import StepUpDialog
from wallapp.ui.crisis.alarms_desk import KEYS
from wallapp.ui.crisis.alarms_page import AlarmPage
from wallapp.ui.crisis.alarms_panel import AlarmsPanel
from wallapp.ui.crisis.alarms_shelf import ShelveForm
from wallapp.ui.language import Language
from wallapp.ui.notice import Notice

PLAZA = CameraNumber(101)
SAFE = CameraNumber(111)
SENSOR = StationName("sensors")
GLASS = Raised("bank", "Glass broken", "G-1", priority=Priority.HIGH, camera=PLAZA, fact=FactKind.INTRUSION_CONFIRMED)
SMOKE = Raised("roof", "Smoke", "S-1", detail="third floor", priority=Priority.CRITICAL)


def _raise(seat: Seat, qtbot: QtBot, *raised: Raised) -> AlarmsPanel:
    for one in raised:
        seat.desks.alarms.raise_alarm(SENSOR, one)
    seat.hear()
    panel = seat.floor.alarms.panel
    qtbot.waitUntil(lambda: {one.title for one in raised} <= {alarm.title for alarm in _alarms(seat)})
    return panel


def _alarms(seat: Seat) -> tuple[Alarm, ...]:
    found = seat.situation.alarms
    return found.alarms if found is not None else ()


def _alarm(seat: Seat, title: str) -> Alarm:
    return next(alarm for alarm in _alarms(seat) if alarm.title == title)


def _press(seat: Seat, qtbot: QtBot, key: str) -> None:
    """A letter where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key.lower())


def _titles(panel: AlarmsPanel) -> list[str]:
    return [line.title for line in panel.list.lines]


def _shown_buttons(panel: AlarmsPanel) -> list[str]:
    return [button.accessibleName() for button in panel.findChildren(QPushButton) if button.isVisibleTo(panel)]


def _at_work(sit: Sit, qtbot: QtBot, login: str = "operator") -> Seat:
    """Somebody at a window that has the keyboard."""
    seat = sit(login)
    seat.window.resize(1500, 900)
    qtbot.waitUntil(seat.window.isActiveWindow)
    return seat


def test_the_most_urgent_stands_first_and_the_strip_counts_those_that_call(sit: Sit, qtbot: QtBot) -> None:
    seat = _at_work(sit, qtbot)
    floor = seat.floor.alarms
    assert floor.panel.isHidden() and floor.badge.isHidden()
    panel = _raise(seat, qtbot, GLASS, SMOKE)
    assert _titles(panel) == ["Smoke", "Glass broken"]
    assert [line.word for line in panel.list.lines] == ["Critical", "High"]
    assert "101" in panel.list.lines[1].detail and "bank" in panel.list.lines[1].detail
    assert panel.isVisible() and floor.badge.isVisible()
    assert (floor.badge.count, floor.badge.text()) == (2, "2 alarms")
    lit = panel.list.is_lit
    qtbot.waitUntil(lambda: panel.list.is_lit is not lit)
    qtbot.keyClick(seat.window, Qt.Key.Key_F12)
    assert KEYS == "F12" and panel.list.hasFocus() and panel.current == _alarm(seat, "Smoke")


def test_one_key_acknowledges_and_goes_on_to_the_next(sit: Sit, qtbot: QtBot) -> None:
    seat = _at_work(sit, qtbot)
    panel = _raise(seat, qtbot, GLASS, SMOKE)
    panel.take_focus()
    _press(seat, qtbot, "A")
    qtbot.waitUntil(lambda: _alarm(seat, "Smoke").acknowledged_by is not None)
    qtbot.waitUntil(lambda: panel.current == _alarm(seat, "Glass broken"))
    assert _titles(panel) == ["Glass broken", "Smoke"], "what nobody has looked at stands first"
    _press(seat, qtbot, "A")
    badge = seat.floor.alarms.badge
    qtbot.waitUntil(lambda: badge.count == 0 and badge.isHidden())
    assert not any(line.is_calling for line in panel.list.lines)
    assert "acknowledged by" in panel.list.lines[0].detail
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    assert seat.window.canvas.hasFocus()


def test_shelving_needs_a_reason_and_comes_back_by_key_or_by_time(sit: Sit, room: CrisisRoom, qtbot: QtBot) -> None:
    seat = _at_work(sit, qtbot)
    panel = _raise(seat, qtbot, GLASS)
    panel.take_focus()
    _press(seat, qtbot, "H")
    (form,) = seat.window.findChildren(ShelveForm)
    qtbot.keyClick(form.reason, Qt.Key.Key_Return)
    assert form.isVisible() and form.refusal.text()
    qtbot.keyClicks(form.reason, "sensor is being mended")
    qtbot.keyClick(form.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _alarm(seat, "Glass broken").shelved_until is not None)
    qtbot.waitUntil(lambda: seat.window.findChildren(ShelveForm) == [])
    assert seat.floor.alarms.badge.isHidden()
    assert "sensor is being mended" in panel.list.lines[0].detail
    qtbot.waitUntil(panel.list.hasFocus)
    assert "Take from the shelf" in _shown_buttons(panel)
    _press(seat, qtbot, "H")
    qtbot.waitUntil(lambda: _alarm(seat, "Glass broken").shelved_until is None)
    until_at = room.clock.now_at() + timedelta(minutes=5)
    assert seat.actor is not None
    seat.desks.alarms.shelve(seat.actor, _alarm(seat, "Glass broken").id, until_at=until_at, reason="x")
    room.clock.advance(301)
    seat.hear()
    qtbot.waitUntil(lambda: seat.floor.alarms.badge.count == 1)


def test_an_incident_is_opened_from_an_alarm_and_found_from_it(sit: Sit, qtbot: QtBot) -> None:
    seat = _at_work(sit, qtbot)
    panel = _raise(seat, qtbot, GLASS)
    panel.take_focus()
    _press(seat, qtbot, "I")
    qtbot.waitUntil(lambda: len(seat.situation.incidents) == 1)
    incident = seat.situation.incidents[0].incident
    assert (incident.event, incident.priority) == ("Glass broken", Priority.HIGH)
    qtbot.waitUntil(lambda: seat.floor.incidents.current == incident)
    assert seat.floor.alarms.badge.isHidden(), "it is acknowledged with that"
    assert "#1" in panel.list.lines[0].detail
    panel.take_focus()
    assert "Go to its incident" in _shown_buttons(panel) and "Acknowledge" not in _shown_buttons(panel)
    _press(seat, qtbot, "I")
    qtbot.waitUntil(seat.floor.incidents.panel.list.hasFocus)
    assert len(seat.situation.incidents) == 1


def test_confirming_needs_the_second_factor(sit: Sit, room: CrisisRoom, qtbot: QtBot) -> None:
    seat = _at_work(sit, qtbot)
    told: list[Notice] = []
    seat.floor.told.connect(told.append)
    panel = _raise(seat, qtbot, GLASS)
    panel.take_focus()
    _press(seat, qtbot, "C")
    (proof,) = seat.window.findChildren(StepUpDialog)
    assert any("Glass broken" in label.text() for label in proof.findChildren(QLabel))
    with room.file.reading() as unit:
        assert unit.facts.facts(room.clock.now_at() - timedelta(days=1)) == []
    proof.password.setText("simulated city")
    proof.code.setText(room.code("operator"))
    proof.send.click()
    qtbot.waitUntil(lambda: any("Confirmed" in notice.text for notice in told))
    with room.file.reading() as unit:
        assert len(unit.facts.facts(room.clock.now_at() - timedelta(days=1))) == 1


def test_an_alarm_without_place_cannot_be_confirmed_and_shows_no_camera(sit: Sit, qtbot: QtBot) -> None:
    seat = _at_work(sit, qtbot)
    panel = _raise(seat, qtbot, SMOKE)
    panel.take_focus()
    assert _shown_buttons(panel) == ["Acknowledge", "Shelve…", "Open an incident"]
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    (page,) = seat.window.findChildren(AlarmPage)
    assert page.facts.text_of("What is known") == "third floor"
    assert page.facts.text_of("State") == "nobody has acknowledged it"
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(panel.list.hasFocus)


def test_its_camera_comes_to_the_selected_tile(sit: Sit, qtbot: QtBot) -> None:
    seat = _at_work(sit, qtbot)
    panel = _raise(seat, qtbot, GLASS)
    seat.station.session.clear(TileId(0))
    panel.take_focus()
    _press(seat, qtbot, "V")
    assert seat.station.session.camera_on(seat.station.session.selected) == PLAZA


def test_a_flood_is_said_and_hides_none(sit: Sit, qtbot: QtBot) -> None:
    seat = _at_work(sit, qtbot)
    many = [Raised("lift", f"Lift {number} stuck", f"L-{number}") for number in range(FLOOD_FROM + 1)]
    panel = _raise(seat, qtbot, *many)
    assert panel.flood_text.isVisible() and "flood" in panel.flood_text.text()
    assert len(panel.list.lines) == FLOOD_FROM + 1
    assert panel.height() < seat.window.height()


def test_what_is_selected_stays_selected_when_another_comes(sit: Sit, qtbot: QtBot) -> None:
    seat = _at_work(sit, qtbot)
    panel = _raise(seat, qtbot, GLASS)
    panel.take_focus()
    _raise(seat, qtbot, SMOKE)
    assert panel.current == _alarm(seat, "Glass broken"), "a key must not meet an alarm that came this moment"
    seat.desks.alarms.raise_alarm(SENSOR, GLASS)
    seat.hear()
    qtbot.waitUntil(lambda: any("×2" in title for title in _titles(panel)))


def test_an_alarm_is_said_over_a_wall_that_stands_alone_and_one_key_leads_to_it(sit: Sit, qtbot: QtBot) -> None:
    seat = _at_work(sit, qtbot)
    assert seat.window.access is not None
    strip, notices = seat.window.access.strip, seat.window.access.notices
    seat.window.menus.wall_only.setChecked(True)
    panel = _raise(seat, qtbot, GLASS)
    assert not panel.isVisible() and "Glass broken · bank" in strip.said and strip.isVisible()
    _raise(seat, qtbot, SMOKE)
    assert "Smoke" in strip.said and len(notices.waiting) == 1
    qtbot.keyClick(seat.window, Qt.Key.Key_F8)
    assert panel.isVisible() and panel.list.hasFocus() and panel.current == _alarm(seat, "Smoke")
    assert notices.waiting == [] and seat.floor.alarms.badge.count == 2, "to have read it is not to have looked"
    seat.desks.alarms.raise_alarm(SENSOR, GLASS)
    seat.hear()
    qtbot.waitUntil(lambda: len(notices.waiting) == 1)
    for title in ("Smoke", "Glass broken"):
        seat.floor.alarms.panel.acknowledge(_alarm(seat, title))
    qtbot.waitUntil(lambda: notices.waiting == [])


def test_a_low_window_cuts_no_part_off_and_shows_the_one_with_the_keyboard(sit: Sit, qtbot: QtBot) -> None:
    seat = _at_work(sit, qtbot)
    seat.window.resize(1024, 600)
    panel, incidents = seat.floor.alarms.panel, seat.floor.incidents.panel
    _raise(seat, qtbot, GLASS, *[Raised("lift", f"Lift {number}", str(number)) for number in range(FLOOD_FROM)])
    panel.take_focus()
    _press(seat, qtbot, "I")
    qtbot.waitUntil(incidents.list.hasFocus)
    for part in (incidents, panel):
        part.take_focus()
        assert cut_buttons(part) == []
        assert part.height() >= part.minimumSizeHint().height()
        lowest = part.mapTo(seat.window.right, part.rect().bottomLeft()).y()
        assert 0 < lowest <= seat.window.right.height()


def test_an_alarm_of_a_camera_that_nobody_has_is_seen(sit: Sit, qtbot: QtBot) -> None:
    seat = _at_work(sit, qtbot)
    panel = _raise(seat, qtbot, Raised("roof", "Smoke", camera=CameraNumber(999_999)))
    assert _titles(panel) == ["Smoke"] and seat.floor.alarms.badge.count == 1
    assert "999999" in panel.list.lines[0].detail and "Show its camera" not in _shown_buttons(panel)


def test_nobody_signed_in_sees_alarms_and_can_do_nothing(sit: Sit, qtbot: QtBot) -> None:
    seat = _at_work(sit, qtbot, "")
    panel = _raise(seat, qtbot, GLASS)
    assert panel.isVisible() and _titles(panel) == ["Glass broken"]
    assert _shown_buttons(panel) == ["Show its camera"]
    assert seat.floor.alarms.badge.count == 1


def test_every_word_of_it_is_translated(sit: Sit, qtbot: QtBot) -> None:
    seat = _at_work(sit, qtbot)
    panel = _raise(seat, qtbot, Raised("s", "t", camera=PLAZA, place=Place(33.5, -7.6)))
    interpreter = seat.window._rooms.interpreter
    assert interpreter is not None
    english = _words(seat)
    for language in (Language.FRENCH, Language.ARABIC):
        interpreter.speak(language)
        qtbot.waitUntil(lambda: panel.accessibleName() != "Alarms", timeout=20_000)
        assert not set(english) & set(_words(seat))
        assert cut_buttons(panel) == []


def test_what_somebody_else_did_first_is_refused_in_the_reader_s_language(sit: Sit, qtbot: QtBot) -> None:
    seat = _at_work(sit, qtbot)
    told: list[Notice] = []
    seat.floor.told.connect(told.append)
    panel = _raise(seat, qtbot, GLASS)
    before = _alarm(seat, "Glass broken")
    interpreter = seat.window._rooms.interpreter
    assert interpreter is not None
    interpreter.speak(Language.FRENCH)
    panel.acknowledge(before)
    panel.acknowledge(before)
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1].is_trouble and told[-1].text == "Quelqu'un a déjà acquitté cette alarme"


def _words(seat: Seat) -> list[str]:
    panel, badge = seat.floor.alarms.panel, seat.floor.alarms.badge
    return [*_shown_buttons(panel), panel.flood_text.text(), panel.accessibleName(), badge.text()]
