"""A town hall for each test, and pages opened as a window would show them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.ui.access_pages.town_hall import ProvenAtOnce, TownHall
from wallapp.ui.access.pages.page import Page
from wallapp.ui.access.rooms import AccessRooms
from wallapp.ui.application import ConsoleApplication

_Page = TypeVar("_Page", bound=Page)


@pytest.fixture
def hall(console: ConsoleApplication) -> Iterator[TownHall]:
    opened = TownHall()
    yield opened
    opened.close()


class Opener:
    """Opens pages at the size of a desk's screen; closes them after the test."""

    def __init__(self, qtbot: QtBot, hall: TownHall) -> None:
        self._qtbot = qtbot
        self._hall = hall
        self.opened: list[Page] = []

    def __call__(
        self, kind: Callable[[AccessRooms, ProvenAtOnce], _Page], login: str, *, confirm: ProvenAtOnce | None = None
    ) -> _Page:
        page = kind(self._hall.rooms(login), confirm or ProvenAtOnce(login))
        page.resize(1920, 1000)
        self.opened.append(page)
        with self._qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        self.settle()
        return page

    def settle(self) -> None:
        """Wait until the clerk has answered all that was asked, questions that follow an answer too."""
        for _ in range(3):
            self._answered()

    def _answered(self) -> None:
        done: list[object] = []
        self._hall.clerk.ask(lambda: True, done.append, failed=done.append)
        self._qtbot.waitUntil(lambda: bool(done), timeout=5000)


@pytest.fixture
def open_page(qtbot: QtBot, hall: TownHall) -> Iterator[Opener]:
    opener = Opener(qtbot, hall)
    yield opener
    for page in opener.opened:
        page.close()
        delete(page)
    gc.collect()
