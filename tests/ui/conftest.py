"""One application for all window tests: our looks, English, offscreen."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.parts import Station
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.language import Language
from wallapp.ui.window import MainWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


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


OpenWindow = Callable[[Station], MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot, console: ConsoleApplication) -> Iterator[OpenWindow]:
    """Opens windows, shown and with the focus; closes them after the test."""
    opened: list[MainWindow] = []

    def opens(station: Station) -> MainWindow:
        window = MainWindow(replace(station.rooms(), interpreter=console.interpreter))
        opened.append(window)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        return window

    yield opens
    for window in opened:
        window.close()


@pytest.fixture
def window(station: Station, open_window: OpenWindow) -> MainWindow:
    return open_window(station)
