"""The health page: the worst first, still while nothing changes, and every camera can be tried again."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.parts import Station
from wallapp.base.ids import CameraNumber, TileId
from wallapp.domain.feed_state import Cause, Phase, Reading
from wallapp.domain.view import Level
from wallapp.ui.health_model import Column
from wallapp.ui.window import MainWindow

SHOWN = (101, 102, 104, 105)


def watch(window: MainWindow, station: Station) -> None:
    """Four live cameras on the wall and the health page open."""
    station.session.fill([CameraNumber(number) for number in SHOWN])
    window.canvas._want_views()
    live(station, *SHOWN)
    window.menus.health.trigger()
    window.board.sample()
    QApplication.processEvents()  # until then the page has no size to be clicked on


def live(station: Station, *numbers: int) -> None:
    for number in numbers:
        station.pictures.publish(CameraNumber(number))


def quarantine(station: Station, number: int) -> None:
    reading = Reading(Phase.QUARANTINED, Level.CLEAR, cause=Cause.DECODER_DIED)
    station.pictures.set_reading(CameraNumber(number), reading)


def rows(window: MainWindow) -> list[str]:
    """The numbers in the order shown."""
    shown = window.health._filter
    return [str(shown.index(row, Column.NUMBER).data()) for row in range(shown.rowCount())]


def cell(window: MainWindow, number: int, column: Column) -> str:
    return str(window.health._filter.index(rows(window).index(str(number)), column).data())


def choose(window: MainWindow, number: int) -> None:
    window.health._table.selectRow(rows(window).index(str(number)))


def test_the_model_keeps_qts_rules(window: MainWindow, station: Station, qtmodeltester: ModelTester) -> None:
    watch(window, station)
    qtmodeltester.check(window.health._model)
    qtmodeltester.check(window.health._filter)


def test_the_worst_come_first_when_many_change_at_once(window: MainWindow, station: Station) -> None:
    watch(window, station)
    assert rows(window)[:4] == ["101", "102", "104", "105"]
    quarantine(station, 105)
    station.pictures.fail(CameraNumber(102), Cause.NO_ANSWER)
    station.pictures.fail(CameraNumber(104), Cause.CONNECTION_REFUSED)
    station.clock.advance(12)
    live(station, 101)
    window.board.sample()
    assert rows(window)[:5] == ["105", "102", "104", "101", "112"]
    live(station, 101, 102, 104)
    window.board.sample()
    assert rows(window)[:4] == ["105", "101", "102", "104"]


def test_a_row_says_who_since_when_why_and_what_next(window: MainWindow, station: Station) -> None:
    watch(window, station)
    station.clock.advance(1)
    station.pictures.fail(CameraNumber(104), Cause.CONNECTION_REFUSED, retry_in_s=20)
    facts = station.pictures._facts[CameraNumber(104)]
    down = replace(facts, stalls_hour=3, reconnects_hour=7, detail="[Errno 111] refused")
    station.pictures._facts[CameraNumber(104)] = down
    station.clock.advance(12)
    window.board.sample()
    local = station.clock.now_at().astimezone()
    assert cell(window, 104, Column.STATE) == "lost"
    assert cell(window, 104, Column.SINCE)[-5:] == f"{local.minute:02}:01"
    assert cell(window, 104, Column.CAUSE) == "connection refused"
    assert cell(window, 104, Column.NEXT_TRY) == "in 8 s"
    assert cell(window, 104, Column.CODEC) == "h264"
    assert "1280 × 720" in cell(window, 104, Column.SIZE)
    assert (cell(window, 104, Column.STALLS), cell(window, 104, Column.RECONNECTS)) == ("3", "7")
    index = window.health._filter.index(rows(window).index("104"), Column.CAUSE)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "[Errno 111] refused"
    assert cell(window, 301, Column.STATE) == "not watched"


def test_nothing_is_told_while_nothing_changes(window: MainWindow, station: Station) -> None:
    watch(window, station)
    told: list[tuple[int, int]] = []
    moved: list[int] = []
    window.health._model.dataChanged.connect(lambda first, last: told.append((first.column(), last.column())))
    window.health._filter.layoutChanged.connect(lambda: moved.append(1))
    for _ in range(5):
        station.clock.advance(0.1)
        live(station, *SHOWN)
        window.board.sample()
    assert told == []
    assert moved == []


def test_the_choice_stays_with_its_camera(window: MainWindow, station: Station) -> None:
    watch(window, station)
    choose(window, 105)
    quarantine(station, 102)
    for _ in range(30):
        station.clock.advance(0.5)
        live(station, 101, 104, 105)
        window.board.sample()
    assert rows(window)[0] == "102"
    assert window.health.chosen == CameraNumber(105)
    window.health._search.setText("corniche")
    assert window.health.chosen == CameraNumber(105)


def test_opening_the_page_begins_at_the_worst(window: MainWindow, station: Station) -> None:
    watch(window, station)
    choose(window, 105)
    window.menus.health.trigger()
    quarantine(station, 102)
    window.board.sample()
    window.menus.health.trigger()
    assert window.health.isVisible()
    assert window.health.chosen == CameraNumber(102)


def test_a_camera_is_tried_again_by_button_and_key(qtbot: QtBot, window: MainWindow, station: Station) -> None:
    watch(window, station)
    choose(window, 101)
    assert not window.health._try.isEnabled()
    quarantine(station, 105)
    window.board.sample()
    choose(window, 105)
    assert window.health._try.text().startswith("Release from quarantine")
    qtbot.mouseClick(window.health._try, Qt.MouseButton.LeftButton)
    qtbot.keyClick(window.health._table, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert station.pictures.tried == [CameraNumber(105), CameraNumber(105)]
    assert "Trying camera 105 again" in window.entry.shown


def test_enter_on_a_row_selects_its_tile(qtbot: QtBot, window: MainWindow, station: Station) -> None:
    watch(window, station)
    choose(window, 104)
    window.health._table.setFocus()
    qtbot.keyClick(window.health._table, Qt.Key.Key_Return)
    assert station.session.selected == TileId(2)


def test_the_page_shows_all_or_only_the_wall_and_filters(window: MainWindow, station: Station) -> None:
    watch(window, station)
    assert len(rows(window)) == len(station.cameras)
    window.health._watched_only.setChecked(True)
    assert sorted(rows(window)) == ["101", "102", "104", "105"]
    window.health._search.setText("etoile")
    assert rows(window) == ["102"]


def test_escape_closes_the_page(qtbot: QtBot, window: MainWindow, station: Station) -> None:
    watch(window, station)
    qtbot.keyClick(window.health._table, Qt.Key.Key_Escape)
    assert not window.health.isVisible()
    assert not window.menus.health.isChecked()
    assert window.focusWidget() is window.canvas
