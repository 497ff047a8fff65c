"""A decision at night, with the demo's cast and the real confirmation: every key counted, nothing but keys."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.fakes.memory_access import MemoryAccessStore
from tests.ui.access_pages.town_hall import CHEAP
from wallapp.app.demo_people import DEMO_PASSWORD, demo_code, seed_demo
from wallapp.base.clock import ManualClock
from wallapp.base.ids import CameraNumber, OwnerName, RequestId, StationName
from wallapp.domain.access import RequestState
from wallapp.domain.camera import Camera, Owner, OwnerKind, Sensitivity
from wallapp.domain.people import Person
from wallapp.domain.policy import Purpose
from wallapp.services.access_ask import AskForm
from wallapp.services.access_desk import AccessDesk
from wallapp.services.access_views import AccessViews
from wallapp.services.actor import Actor
from wallapp.services.people_desk import PeopleDesk
from wallapp.services.policy_desk import PolicyDesk
from wallapp.services.sign_in import SignIn
from wallapp.services.trust_desk import TrustDesk
from wallapp.services.trust_reading import TrustReader
from wallapp.ui.access.confirmer import Confirmer
from wallapp.ui.access.pages.decide import DecidePage
from wallapp.ui.access.pages.shelf import DECIDE
from wallapp.ui.access.pages.windows import PageWindow, PageWindows
from wallapp.ui.access.rooms import AccessRooms, News, Sights
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.clerk import Clerk
from wallapp.vault import totp
from wallapp.vault.keys import SealedKeys
from wallapp.vault.passwords import Passwords

PORT = OwnerName("Port")
FRONT, BACK = StationName("front"), StationName("back")
KEYS_PER_S = 2.0
"""A slow hand in the dark."""
READING_S = 15.0


class Demo:
    """The demo's people, one owner's cameras, and their desks over a store in memory."""

    def __init__(self) -> None:
        self.clock = ManualClock()
        self.store = MemoryAccessStore(self.clock)
        self.keys, passwords = SealedKeys(self.clock, cost=CHEAP), Passwords(cost=CHEAP)
        self.cameras = {
            CameraNumber(number): Camera(CameraNumber(number), name, PORT, sensitivity=Sensitivity.PRIVATE)
            for number, name in ((501, "Quay 1"), (502, "Quay 2"), (503, "Quay 3"))
        }
        pin = seed_demo(self.store, self.cameras, passwords=passwords, keys=self.keys, station=FRONT)
        reader = TrustReader(pin)
        self.desk = AccessDesk(self.store, lambda: self.cameras, reader.authority)
        self.views = AccessViews(self.store, lambda: self.cameras, reader.authority)
        self.sign_in = SignIn(self.store, passwords, totp, self.keys)
        self.people = PeopleDesk(self.store, passwords)
        self.clerk = Clerk()

    def person(self, login: str) -> Person:
        with self.store.reading() as unit:
            found = unit.people.person_by_login(login)
        assert found is not None
        return found

    def rooms(self, login: str) -> AccessRooms:
        person = self.person(login)
        return AccessRooms(
            clerk=self.clerk,
            clock=self.clock,
            news=News(),
            sights=Sights(),
            station=BACK,
            actor=Actor(person.account, BACK),
            person=person,
            cameras=self.cameras,
            owners={PORT: Owner(PORT, OwnerKind.PORT)},
            sign_in=self.sign_in,
            people=self.people,
            trust=TrustDesk(self.store),
            policies=PolicyDesk(self.store),
            access=self.desk,
            views=self.views,
            sign_out=lambda: None,
            note_snapshot=lambda _held: None,
        )

    def ask(self) -> RequestId:
        form = AskForm(str(uuid.uuid4()), frozenset(self.cameras), Purpose.FIRE, "smoke over the second quay", 900)
        return self.desk.ask(Actor(self.person("operator").account, FRONT), form)[0].terms.request


@pytest.fixture
def demo(console: ConsoleApplication) -> Iterator[Demo]:
    made = Demo()
    yield made
    made.clerk.close()


class Hands:
    """Presses keys where the cursor is, and counts them."""

    def __init__(self) -> None:
        self.pressed = 0

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self._where(), key)
        self.pressed += 1

    def type(self, text: str) -> None:
        QTest.keyClicks(self._where(), text)
        self.pressed += len(text)

    def _where(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "the cursor is nowhere"
        return widget


def decide(demo: Demo, page: DecidePage, hands: Hands, qtbot: QtBot, *, password: str) -> str:
    """Leave the third camera out, five minutes less, approve, confirm; returns what the page says."""
    qtbot.waitUntil(lambda: page.approve.isEnabled(), timeout=5000)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.cases, timeout=5000)
    for key in (Qt.Key.Key_3, Qt.Key.Key_Minus, Qt.Key.Key_A):
        hands.key(key)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit), timeout=5000)
    if password:
        hands.type(password)
        hands.key(Qt.Key.Key_Tab)
    hands.type(demo_code(demo.store, demo.keys, person=demo.person("supervisor")))
    hands.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.outcome != "", timeout=5000)
    return page.outcome


def test_a_narrowed_approval_takes_under_40_s_of_keys(demo: Demo, qtbot: QtBot) -> None:
    window = QWidget()
    window.show()
    rooms = demo.rooms("supervisor")
    windows = PageWindows(rooms, Confirmer(rooms, window), window)
    first = demo.ask()
    opened = windows.show(DECIDE)
    assert isinstance(opened, PageWindow) and isinstance(opened.page, DecidePage)
    hands = Hands()
    said = decide(demo, opened.page, hands, qtbot, password=DEMO_PASSWORD)
    assert "Approved" in said and "501" in said and "502" in said and "503" not in said
    assert hands.pressed == 3 + len(DEMO_PASSWORD) + 1 + 6 + 1 == 25
    assert READING_S + hands.pressed / KEYS_PER_S < 40
    with demo.store.reading() as unit:
        request = unit.requests.request(first)
        assert request is not None and request.state is RequestState.APPROVED
    demo.clock.advance(60)
    demo.ask()
    rooms.news.changed.emit()
    again = Hands()
    decide(demo, opened.page, again, qtbot, password="")
    assert again.pressed == 3 + 6 + 1, "while the key is open, the code alone is asked for"
    windows.stop()
    delete(window)
