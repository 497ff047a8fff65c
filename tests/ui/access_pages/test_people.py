"""Accounts, the pages each role is shown, and their windows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.access_cast import PEOPLE, account_of, person_of
from tests.ui.access_pages.conftest import Opener
from tests.ui.access_pages.town_hall import TownHall
from wallapp.domain.people import Role
from wallapp.ui.access.confirmer import Confirmer
from wallapp.ui.access.pages.first_password import new_first_password
from wallapp.ui.access.pages.people import PeoplePage
from wallapp.ui.access.pages.shelf import DECIDE, RIGHTS, pages_for, shelf
from wallapp.ui.access.pages.windows import PageWindows
from wallapp.ui.role_menu import RoleMenu

Key = Qt.Key


def test_a_new_account_s_password_is_shown_once(hall: TownHall, open_page: Opener, qtbot: QtBot) -> None:
    page = open_page(PeoplePage, "admin")
    qtbot.keyClick(page.people, Key.Key_N)
    assert page.form is not None
    qtbot.keyClicks(page.form.login, "night.desk")
    qtbot.keyClicks(page.form.name, "Night desk")
    page.form.send.click()
    open_page.settle()
    assert "role" in page.form.refusal, "an account without a role is refused, and the form stays"
    page.form.roles[Role.OPERATOR].setChecked(True)
    page.form.send.click()
    open_page.settle()
    assert page.form is None and page.first_password is not None
    password = page.first_password.password.text()
    signed_in = hall.sign_in.sign_in("night.desk", password, "", station=hall.rooms("admin").station)
    assert signed_in.must_enrol
    page.first_password.reject()
    assert page.first_password is None
    assert any("night.desk" in row[0] and "operator" in row[2] for row in page.people.texts)


def test_roles_are_changed_and_an_account_is_closed(hall: TownHall, open_page: Opener, qtbot: QtBot) -> None:
    page = open_page(PeoplePage, "admin")
    assert not page.roles.isEnabled(), "one's own account is chosen first, and is not one's own to change"
    page.people.choose(account_of("operator2"))
    qtbot.keyClick(page.people, Key.Key_E)
    assert page.form is not None and page.form.chosen_roles == {Role.OPERATOR}
    page.form.roles[Role.SUPERVISOR].setChecked(True)
    page.form.send.click()
    open_page.settle()
    with hall.town.store.reading() as unit:
        changed = unit.people.person(account_of("operator2"))
    assert changed is not None and changed.roles == {Role.OPERATOR, Role.SUPERVISOR}
    page.people.choose(account_of("operator2"))
    qtbot.keyClick(page.people, Key.Key_Delete)
    assert "for good" in page.outcome
    qtbot.keyClick(page.people, Key.Key_Return)
    open_page.settle()
    assert any("operator2" in row[0] and row[6] == "closed" for row in page.people.texts)


def test_first_passwords_differ_and_can_be_read_out() -> None:
    made = {new_first_password() for _ in range(100)}
    assert len(made) == 100
    assert all(len(one) == 19 and not set(one) & set("0Oo1lIi") for one in made)


SHOWN = {
    "operator": ["Confirm an event", "Rights"],
    "supervisor": [
        "To decide", "Who looks now", "Locks", "Confirm an event", "Break-glass reviews", "Agreements", "Rights",
    ],
    "banker": ["To decide", "Who looks now", "Own cameras", "Locks", "Agreements", "History", "Rights"],
    "auditor": ["Who looks now", "Break-glass reviews", "Agreements", "History", "Rights"],
    "admin": ["Locks", "Agreements", "People", "Trust list", "Rights"],
    "trainer": ["Rights"],
}  # fmt: skip


@pytest.mark.parametrize("login", SHOWN)
def test_each_role_is_shown_its_pages(login: str) -> None:
    assert [entry.title for entry in pages_for(person_of(login), shelf())] == SHOWN[login]


@pytest.mark.parametrize("login", PEOPLE)
def test_every_page_that_a_person_is_shown_opens_without_a_refusal(
    hall: TownHall, open_page: Opener, login: str
) -> None:
    hall.ask()
    for entry in pages_for(person_of(login), shelf()):
        page = open_page(entry.make, login)
        assert page.outcome == "" or "place in the register" in page.outcome, (entry.title, page.outcome)
        assert page.accessibleName() == entry.name == page.title()


def test_pages_open_once_from_the_menu_and_close_with_escape(hall: TownHall, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    rooms = hall.rooms("supervisor")
    windows = PageWindows(rooms, Confirmer(rooms, window), window)
    menu = RoleMenu(lambda: "Access", rooms.person.roles, window)
    windows.fill(menu)
    assert [action.text() for action in menu.actions() if action.text()] == SHOWN["supervisor"]
    next(action for action in menu.actions() if action.text() == "To decide").trigger()
    opened = windows.show(DECIDE)
    assert opened is not None and opened is windows.show(DECIDE) and opened.isVisible()
    qtbot.keyClick(opened, Key.Key_Escape)
    assert windows.show(DECIDE) is not opened
    windows.show(RIGHTS)
    windows.stop()
