"""Signing in, enrolling, the first administrator, locking the station, duty."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.memory_access import MemoryAccessStore
from tests.ui.access.conftest import Sit
from tests.ui.access.room import DESK, ControlRoom
from wallapp.app.access import Access
from wallapp.app.came_in import asked
from wallapp.app.demo_people import DEMO_PASSWORD
from wallapp.base.clock import ManualClock
from wallapp.domain.people import Role
from wallapp.services.actor import Actor
from wallapp.services.people_desk import PeopleDesk
from wallapp.services.sign_in import FREE_FAILURES, SignIn
from wallapp.services.trust_desk import TrustDesk
from wallapp.store.engine import open_store
from wallapp.ui.access.door import Door
from wallapp.ui.access.first_admin import FirstAdministrator
from wallapp.ui.access.sign_in import SignInDialog
from wallapp.vault import totp

OWN = "a sentence of my own"


@pytest.fixture
def door(room: ControlRoom) -> Door:
    return Door(room.rooms("operator").clerk, room.clock, room.sign_in, room.people, room.trust, DESK)


@pytest.fixture
def ask_in(qtbot: QtBot, door: Door) -> Callable[[str], SignInDialog]:
    def opens(login: str) -> SignInDialog:
        dialog = SignInDialog(door, login)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return opens


def test_a_named_person_types_password_and_code(
    qtbot: QtBot, room: ControlRoom, ask_in: Callable[[str], SignInDialog]
) -> None:
    dialog = ask_in("operator")
    assert dialog.login.text() == "operator"
    qtbot.keyClicks(dialog.password, DEMO_PASSWORD)
    qtbot.keyClicks(dialog.code, room.code("operator"))
    qtbot.keyClick(dialog.code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.who is not None)
    assert dialog.who is not None
    assert (dialog.who.person.login, dialog.watches) == ("operator", False)


def test_wrong_tries_are_counted_down(qtbot: QtBot, room: ControlRoom, ask_in: Callable[[str], SignInDialog]) -> None:
    dialog = ask_in("operator")
    for _ in range(FREE_FAILURES + 1):
        dialog.password.setText("wrong")
        dialog.send.click()
        qtbot.waitUntil(lambda: dialog.send.isEnabled() and "wrong; try again" in dialog.refusal.text())
    dialog.password.setText(DEMO_PASSWORD)
    dialog.send.click()
    qtbot.waitUntil(lambda: "wait 30 s" in dialog.refusal.text() or "wait 31 s" in dialog.refusal.text())
    assert not dialog.send.isEnabled()
    room.clock.advance(32)
    qtbot.waitUntil(dialog.send.isEnabled)
    assert dialog.refusal.text() == ""


def test_watching_needs_nobody(ask_in: Callable[[str], SignInDialog]) -> None:
    dialog = ask_in("")
    dialog.watch.click()
    assert (dialog.who, dialog.watches) == (None, True)


def test_a_given_password_is_replaced_and_the_telephone_proven(
    qtbot: QtBot, room: ControlRoom, ask_in: Callable[[str], SignInDialog]
) -> None:
    admin = Actor(room.person("admin").account, DESK)
    room.people.make(admin, "newcomer", name="Newcomer", roles={Role.OPERATOR}, first_password="given by the desk")
    dialog = ask_in("newcomer")
    dialog.password.setText("given by the desk")
    dialog.send.click()
    qtbot.waitUntil(lambda: dialog.enrolment is not None)
    enrolment = dialog.enrolment
    assert enrolment is not None
    enrolment.new.first.setText(OWN)
    enrolment.new.again.setText("another")
    enrolment.send.click()
    assert "not the same" in enrolment.refusal.text()
    enrolment.new.again.setText(OWN)
    enrolment.send.click()
    qtbot.waitUntil(lambda: enrolment.enrolment is not None)
    assert enrolment.enrolment is not None
    secret = enrolment.enrolment.totp_secret
    assert enrolment.factor.secret.text().replace(" ", "") == secret
    enrolment.factor.code.setText("000000")
    enrolment.send.click()
    qtbot.waitUntil(lambda: "wrong" in enrolment.refusal.text())
    assert dialog.who is None
    enrolment.factor.code.setText(totp.code_at(secret, room.clock.now_at()))
    enrolment.send.click()
    qtbot.waitUntil(lambda: dialog.who is not None)
    assert dialog.who is not None and not dialog.who.must_enrol
    assert dialog.who.person.public_key


def test_the_first_administrator_founds_the_trust_list(qtbot: QtBot, room: ControlRoom, door: Door) -> None:
    store = MemoryAccessStore(room.clock)
    sign_in = SignIn(store, room.passwords, totp, room.keys)
    people, trust = PeopleDesk(store, room.passwords), TrustDesk(store)
    dialog = FirstAdministrator(replace(door, sign_in=sign_in, people=people, trust=trust))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.login.setText("not a login!")
    dialog.name.setText("First")
    dialog.new.first.setText(OWN)
    dialog.new.again.setText(OWN)
    dialog.send.click()
    qtbot.waitUntil(lambda: "a login has" in dialog.refusal.text())
    dialog.login.setText("first")
    dialog.send.click()
    qtbot.waitUntil(lambda: dialog.enrolment is not None)
    assert dialog.enrolment is not None
    dialog.factor.code.setText(totp.code_at(dialog.enrolment.totp_secret, room.clock.now_at()))
    dialog.send.click()
    qtbot.waitUntil(lambda: dialog.who is not None)
    assert dialog.pin is not None and dialog.pin.version == 1
    with store.reading() as unit:
        assert [one.digest for one in unit.documents.trust_chain()] == [dialog.pin.digest]
        assert [person.roles for person in unit.people.people()] == [frozenset({Role.ADMINISTRATOR})]


def test_a_locked_station_shows_nothing_until_the_password(qtbot: QtBot, room: ControlRoom, sit: Sit) -> None:
    seat = sit("operator")
    seat.desk.ask()
    assert seat.desk.form is not None
    seat.desk.lock.lock()  # as by nobody's input: with the form open
    screen = seat.desk.lock.screen
    assert screen is not None
    assert not seat.window.canvas.isVisible()
    assert not seat.desk.form.isVisible()
    qtbot.keyClick(screen, Qt.Key.Key_Escape)
    screen.close()
    assert screen.isVisible()
    screen.password.setText("wrong")
    screen.send.click()
    qtbot.waitUntil(lambda: "wrong" in screen.refusal.text())
    screen.password.setText(DEMO_PASSWORD)
    screen.send.click()
    qtbot.waitUntil(lambda: not seat.desk.lock.is_locked)
    assert seat.window.canvas.isVisible()
    assert seat.desk.form.isVisible(), "what was typed is not lost"
    assert room.locked == [True, False]
    seat.desk.form.reject()
    qtbot.keyClick(seat.window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert room.locked == [True, False, True]


def test_nobody_touching_it_locks_the_station(qtbot: QtBot, room: ControlRoom, sit: Sit) -> None:
    seat = sit("operator")
    room.clock.advance(599)
    qtbot.keyClick(seat.window.windowHandle(), Qt.Key.Key_Right)
    room.clock.advance(599)
    seat.desk.lock.idleness.look()
    assert not seat.desk.lock.is_locked
    room.clock.advance(2)
    seat.desk.lock.idleness.look()
    assert seat.desk.lock.is_locked
    assert room.locked == [True]


def test_locking_closes_the_open_key(qtbot: QtBot, room: ControlRoom, sit: Sit) -> None:
    seat, keys = sit("operator"), []
    seat.desk.confirmer.confirmed(keys.append)
    dialog = seat.desk.confirmer._dialog
    assert dialog is not None
    dialog.password.setText(DEMO_PASSWORD)
    dialog.code.setText(room.code("operator"))
    dialog.send.click()
    qtbot.waitUntil(lambda: len(keys) == 1)
    assert keys[0].is_open
    seat.desk.lock.lock()
    assert not keys[0].is_open


def test_the_strip_says_who_is_here_and_duty_is_a_switch(qtbot: QtBot, room: ControlRoom, sit: Sit) -> None:
    seat = sit("operator")
    assert seat.desk.badge.text() == "Operator · on duty"
    seat.desk.badge.duty.trigger()
    qtbot.waitUntil(lambda: seat.desk.badge.text() == "Operator · off duty")
    assert not room.person("operator").on_duty
    seat.desk.badge.leave.trigger()
    assert room.signed_out == ["operator"]


def test_the_wall_stays_on_behind_the_question_who_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    wall = QWidget()
    qtbot.addWidget(wall)
    with qtbot.waitExposed(wall):
        wall.show()
    seen: list[object] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FirstAdministrator)
        seen.extend((dialog.parent(), wall.isVisible(), dialog.windowModality()))
        dialog.reject()

    QTimer.singleShot(0, look)
    with closing(open_store(tmp_path)) as store:
        came = asked(Access(store, ManualClock(), tmp_path, station=DESK, is_demo=False), over=wall)
    assert (came.who, came.goes_on) == (None, True)
    assert seen == [wall, True, Qt.WindowModality.ApplicationModal], "shown, and nobody can touch it"
