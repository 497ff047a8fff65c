"""A control room and windows for its people."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.ui.access.room import ControlRoom
from tests.ui.parts import Station
from wallapp.base.ids import CameraNumber, TileId
from wallapp.ui.access.desk import OperatorDesk
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.window import MainWindow


@pytest.fixture
def room(tmp_path: Path, console: ConsoleApplication) -> Iterator[ControlRoom]:
    found = ControlRoom(tmp_path)
    yield found
    found.close()


class Seat:
    """A person at a console. `desk` is the window's."""

    def __init__(self, window: MainWindow, station: Station) -> None:
        assert window.access is not None
        self.window = window
        self.station = station
        self.desk: OperatorDesk = window.access

    def show(self, *numbers: int) -> None:
        """Put cameras on the tiles from the first, and select that."""
        for tile, number in enumerate(numbers):
            self.station.session.assign(TileId(tile), CameraNumber(number))
        self.station.session.select(TileId(0))


Sit = Callable[..., Seat]


@pytest.fixture
def sit(room: ControlRoom, qtbot: QtBot, console: ConsoleApplication) -> Iterator[Sit]:
    """Signs somebody in at a window of their own."""
    opened: list[tuple[MainWindow, Station]] = []

    def sits(login: str, *, grid: str = "4") -> Seat:
        station = room.station(grid=grid)
        given = replace(
            station.rooms(), owners=room.owners, interpreter=console.interpreter, access=room.rooms(login), operator=""
        )
        window = MainWindow(given)
        opened.append((window, station))
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        seat = Seat(window, station)
        qtbot.waitUntil(lambda: seat.desk.book.is_read)
        return seat

    yield sits
    for window, station in reversed(opened):
        window.close()
        delete(window)
        window.__dict__.clear()
        station.end()
    opened.clear()
    gc.collect()
