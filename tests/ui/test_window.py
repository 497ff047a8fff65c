"""The window as its operator uses it: keys, lines, tabs, pages."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.parts import Station
from wallapp.base.ids import CameraNumber, TileId
from wallapp.ui.window import MainWindow


def type_line(qtbot: QtBot, window: MainWindow, line: str) -> None:
    """Type as an operator does: anywhere, then Enter."""
    qtbot.keyClicks(window.canvas, line[0])
    qtbot.keyClicks(window.entry._field, line[1:])
    qtbot.keyClick(window.entry._field, Qt.Key.Key_Return)


def test_a_number_typed_on_the_wall_puts_the_camera_on_the_selected_tile(
    qtbot: QtBot, window: MainWindow, station: Station
) -> None:
    station.session.select(TileId(2))
    type_line(qtbot, window, "104")
    assert station.session.camera_on(TileId(2)) == CameraNumber(104)
    assert window.entry.typed == ""
    assert "104 Corniche east on tile 3" in window.entry.shown
