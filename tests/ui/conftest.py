"""One application for all window tests: our looks, English, offscreen."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.ui.parts import Station
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.language import Language
from wallapp.ui.window import MainWindow

SCREEN = Path(__file__).with_name("screen.json")
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={SCREEN}")


@pytest.fixture(scope="session")
def qapp_cls() -> type[ConsoleApplication]:
    return ConsoleApplication


@pytest.fixture
def console(qapp: ConsoleApplication) -> Iterator[ConsoleApplication]:
    """The application, English again after the test."""
    yield qapp
    if qapp.interpreter.language is not Language.ENGLISH:
        qapp.interpreter.speak(Language.ENGLISH)


@pytest.fixture
def station(tmp_path: Path) -> Station:
    return Station(tmp_path)


def shut(window: MainWindow, station: Station) -> None:
    """Close a window for good, as a console that ends."""
    window.close()
    delete(window)
    window.__dict__.clear()  # the test's runner holds on to the shell
    station.end()


OpenWindow = Callable[[Station], MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot, console: ConsoleApplication) -> Iterator[OpenWindow]:
    """Opens windows, shown and with the focus; closes them after the test."""
    opened: list[tuple[MainWindow, Station]] = []

    def opens(station: Station) -> MainWindow:
        window = MainWindow(replace(station.rooms(), interpreter=console.interpreter))
        opened.append((window, station))
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        return window

    yield opens
    while opened:
        shut(*opened.pop())
    gc.collect()  # widgets and their slots form cycles, and the pictures' memory hangs on them


@pytest.fixture
def window(station: Station, open_window: OpenWindow) -> MainWindow:
    return open_window(station)
