"""No button of a dialog is cut off, in any language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

import wallapp.ui
from tests.ui.access.conftest import Seat, Sit
from tests.ui.access.room import DESK, ControlRoom
from tests.ui.fitting import cut_buttons
from wallapp.services.sign_in import SignedIn
from wallapp.ui.access.confirmer import StepUpDialog
from wallapp.ui.access.door import Door
from wallapp.ui.access.enrolment import EnrolDialog
from wallapp.ui.access.first_admin import FirstAdministrator
from wallapp.ui.access.lock import LockScreen
from wallapp.ui.access.passwords import ChangePassword
from wallapp.ui.access.request_form import RequestForm
from wallapp.ui.access.sign_in import SignInDialog
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.language import Language

_FONT_BY_STATE = re.compile(r"Q\w*Button:[a-z-]+\s*\{+[^{}]*font-(weight|size)")
"""Qt measures a button without the state that it is drawn with: a font of a state's own has no room."""


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[[QDialog], QDialog]]:
    shown: list[QDialog] = []

    def shows(dialog: QDialog) -> QDialog:
        shown.append(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    yield shows
    for dialog in shown:
        delete(dialog)


def dialogs_of(seat: Seat, room: ControlRoom, door: Door) -> list[QDialog]:
    """Every dialog that stands by itself."""
    desk, rooms = seat.desk, seat.desk.rooms
    grantless = {"chosen": sorted(room.cameras)[:3]}
    signed_in = SignedIn(rooms.actor, rooms.person, must_enrol=True)
    return [
        SignInDialog(door, "operator"),
        FirstAdministrator(door),
        EnrolDialog(door, signed_in, "given"),
        ChangePassword(rooms),
        LockScreen(rooms, seat.window),
        StepUpDialog(rooms, None),
        RequestForm(rooms, desk.book, desk.confirmer, **grantless),
        RequestForm(rooms, desk.book, desk.confirmer, **grantless, breaks_glass=True),
    ]


@pytest.mark.parametrize("language", list(Language))
def test_no_dialog_cuts_a_button(
    room: ControlRoom, sit: Sit, console: ConsoleApplication, show: Callable[[QDialog], QDialog], language: Language
) -> None:
    console.interpreter.speak(language)
    seat = sit("operator")
    door = Door(seat.desk.rooms.clerk, room.clock, room.sign_in, room.people, room.trust, DESK)
    assert cut_buttons(seat.window) == []
    for dialog in dialogs_of(seat, room, door):
        show(dialog)
        assert dialog.findChildren(QPushButton), dialog.windowTitle()
        assert cut_buttons(dialog) == [], dialog.windowTitle()


def test_a_cut_button_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    button = QPushButton("words that need more room than this")
    button.setMaximumWidth(60)
    column.addWidget(button)
    window.show()
    assert len(cut_buttons(window)) == 1


def test_no_sheet_gives_a_buttons_state_a_font_of_its_own() -> None:
    assert _FONT_BY_STATE.search("QPushButton:default {{ color: red; font-weight: bold; }}")
    folder = Path(wallapp.ui.__file__).parent
    for path in folder.rglob("*.py"):
        assert not _FONT_BY_STATE.search(path.read_text(encoding="utf-8")), path.name
