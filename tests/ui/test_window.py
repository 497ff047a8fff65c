"""The window as its operator uses it: keys, lines, tabs, pages, snapshots, languages."""

from __future__ import annotations

import gc
import os
import resource
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QImage, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow, shut
from tests.ui.parts import Station
from wallapp.base.clock import ManualClock
from wallapp.base.ids import CameraNumber, LayoutNumber, TileId
from wallapp.domain.feed_state import Cause, TruthState
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.entry_bar import TROUBLE_MS
from wallapp.ui.language import Language
from wallapp.ui.window import MainWindow


def press(window: MainWindow, text: str, key: Qt.Key = Qt.Key.Key_unknown, keypad: bool = False) -> None:
    """One key to whatever has the focus, as the system sends it."""
    modifiers = Qt.KeyboardModifier.KeypadModifier if keypad else Qt.KeyboardModifier.NoModifier
    target = window.focusWidget() or window
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text))


def type_line(window: MainWindow, line: str) -> None:
    """Type a line wherever the focus is, then Enter."""
    for sign in line:
        press(window, sign)
    press(window, "\r", Qt.Key.Key_Return)


def tree_of(window: MainWindow) -> QWidget:
    return window.sources._tree


# The entry line


def test_a_number_typed_on_the_wall_goes_to_the_selected_tile(window: MainWindow, station: Station) -> None:
    station.session.select(TileId(2))
    type_line(window, "104")
    assert station.session.camera_on(TileId(2)) == CameraNumber(104)
    assert window.entry.typed == ""
    assert "104 Corniche east on tile 3" in window.entry.shown
    assert window.focusWidget() is window.canvas


@pytest.mark.parametrize("typed", ["104", "١٠٤", "１０４"])
@pytest.mark.parametrize("place", ["canvas", "tree", "health"])
def test_digits_land_in_the_line_from_everywhere(window: MainWindow, station: Station, place: str, typed: str) -> None:
    window.menus.health.trigger()
    widget = {"canvas": window.canvas, "tree": tree_of(window), "health": window.health._table}[place]
    widget.setFocus()
    type_line(window, typed)
    assert station.session.camera_on(TileId(0)) == CameraNumber(104)


def test_the_keypad_types_too(window: MainWindow, station: Station) -> None:
    for key, text in ((Qt.Key.Key_1, "1"), (Qt.Key.Key_0, "0"), (Qt.Key.Key_5, "5")):
        press(window, text, key, keypad=True)
    press(window, "\r", Qt.Key.Key_Enter, keypad=True)
    assert station.session.camera_on(TileId(0)) == CameraNumber(105)


def test_digits_in_a_field_stay_there(window: MainWindow, station: Station) -> None:
    window.sources.focus_search()
    for sign in "104":
        press(window, sign)
    assert window.sources._search.text() == "104"
    assert window.entry.typed == ""


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("999", "There is no camera 999"),
        ("L7", "There is no layout 7"),
        ("L", "Which layout?"),
        ("0", "is no camera number"),
        ("S0", "is no layout number"),
        ("1+4", "There is no grid 1+4"),
        ("99x99", "There is no grid 99x99"),
        ("104.5", "is no command"),
    ],
)
def test_what_cannot_be_is_said_in_one_line_and_changes_nothing(
    window: MainWindow, station: Station, line: str, says: str
) -> None:
    before = station.session.plan()
    type_line(window, line)
    assert says in window.entry.shown
    assert "\n" not in window.entry.shown
    assert station.session.plan() == before
    assert window.entry.typed == line, "the line stays, to be mended"


def test_trouble_stands_alone_for_some_seconds(qtbot: QtBot, window: MainWindow) -> None:
    window.entry._timer.setInterval(40)
    type_line(window, "104")
    type_line(window, "999")
    assert window.entry.shown == "There is no camera 999"
    qtbot.waitUntil(lambda: "104 Corniche east" in window.entry.shown, timeout=2000)
    assert TROUBLE_MS >= 5000


def test_progress_is_one_line_and_hides_no_trouble(window: MainWindow) -> None:
    type_line(window, "104")
    for done in range(1, 6):
        window.tell_drawn(done, 6)
    assert window.entry.shown.count("simulated city") == 1
    assert "5 of 6" in window.entry.shown
    assert "104 Corniche east" in window.entry.shown
    type_line(window, "999")
    window.tell_drawn(6, 6)
    assert window.entry.shown == "There is no camera 999"


def test_escape_in_the_line_goes_back_to_the_wall(window: MainWindow, station: Station) -> None:
    press(window, "1")
    press(window, "", Qt.Key.Key_Escape)
    assert window.entry.typed == ""
    assert window.focusWidget() is window.canvas
    assert station.session.camera_on(TileId(0)) is None


@pytest.mark.parametrize(("line", "tiles"), [("4x4", 16), ("1+5", 6), ("2+8", 10), ("3x2", 6), ("٢×٢", 4)])
def test_a_grid_is_typed(window: MainWindow, station: Station, line: str, tiles: int) -> None:
    type_line(window, line)
    assert station.session.layout.tile_count == tiles


def test_health_and_help_open_by_line(qtbot: QtBot, window: MainWindow) -> None:
    type_line(window, "h")
    assert window.health.isVisible()
    window.canvas.setFocus()
    type_line(window, "?")
    assert window._help_page is not None
    assert window._help_page.isVisible()


# Layouts


def test_a_layout_is_saved_and_recalled_by_number(window: MainWindow, station: Station) -> None:
    type_line(window, "104")
    type_line(window, "S2")
    assert LayoutNumber(2) in station.layouts.kept
    type_line(window, "1+5")
    type_line(window, "105")
    assert window.tabs.shown is None
    type_line(window, "L2")
    assert station.session.layout.tile_count == 4
    assert station.session.camera_on(TileId(0)) == CameraNumber(104)
    assert window.tabs.shown == LayoutNumber(2)


def test_a_taken_number_is_replaced_only_by_a_second_enter(window: MainWindow, station: Station) -> None:
    station.session.save(LayoutNumber(2), "Corniche")
    kept = station.layouts.kept[LayoutNumber(2)]
    type_line(window, "104")
    type_line(window, "S2")
    assert station.layouts.kept[LayoutNumber(2)] == kept
    assert "Layout 2 Corniche exists" in window.entry.shown
    press(window, "\r", Qt.Key.Key_Return)
    assert station.layouts.kept[LayoutNumber(2)] != kept
    assert station.layouts.kept[LayoutNumber(2)].name == "Corniche"


def test_another_line_between_forgets_the_first_enter(window: MainWindow, station: Station) -> None:
    station.session.save(LayoutNumber(2), "Corniche")
    kept = station.layouts.kept[LayoutNumber(2)]
    type_line(window, "S2")
    window.entry.clear()
    type_line(window, "104")
    type_line(window, "S2")
    assert station.layouts.kept[LayoutNumber(2)] == kept


def test_a_tab_recalls_by_click_and_by_key(qtbot: QtBot, window: MainWindow, station: Station) -> None:
    station.session.save(LayoutNumber(1), "Centre")
    station.session.save(LayoutNumber(3), "Port")
    tabs = window.tabs._tabs
    assert window.tabs.numbers == [1, 3]
    type_line(window, "4x4")
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    assert station.session.layout.tile_count == 4
    assert window.tabs.shown == 3
    type_line(window, "4x4")
    tabs.setFocus()
    tabs.setCurrentIndex(0)
    press(window, "\r", Qt.Key.Key_Return)
    assert window.tabs.shown == 1


def test_the_button_saves_under_the_next_number(qtbot: QtBot, window: MainWindow, station: Station) -> None:
    station.session.save(LayoutNumber(1), "Centre")
    qtbot.mouseClick(window.tabs._save, Qt.MouseButton.LeftButton)
    dialog = window.findChild(QDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.findChild(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly), "Port")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert station.layouts.kept[LayoutNumber(2)].name == "Port"
    assert window.tabs.shown == 2


def test_a_layout_is_deleted_after_a_question(qtbot: QtBot, window: MainWindow, station: Station) -> None:
    station.session.save(LayoutNumber(1), "Centre")
    window._show_layouts()
    for button, left in ((QMessageBox.StandardButton.Cancel, 1), (QMessageBox.StandardButton.Yes, 0)):
        window.menus._delete.actions()[0].trigger()
        box = window.findChild(QMessageBox)
        assert box is not None
        qtbot.mouseClick(box.button(button), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: window.findChild(QMessageBox) is None, timeout=2000)
        assert len(station.layouts.kept) == left
    assert "Layout 1 deleted" in window.entry.shown


def test_a_store_that_fails_is_said_and_the_wall_stays(window: MainWindow, station: Station) -> None:
    type_line(window, "104")
    station.layouts.broken = "the disk is full; make room"
    type_line(window, "S5")
    assert "the disk is full" in window.entry.shown
    assert station.session.camera_on(TileId(0)) == CameraNumber(104)


# Sources


def test_enter_in_the_search_puts_the_first_hit_on_the_tile(qtbot: QtBot, window: MainWindow, station: Station) -> None:
    window.menus.find_camera.trigger()
    assert window.focusWidget() is window.sources._search
    qtbot.keyClicks(window.sources._search, "etoile")
    qtbot.keyClick(window.sources._search, Qt.Key.Key_Return)
    assert station.session.camera_on(TileId(0)) == CameraNumber(102)
    assert window.sources._search.text() == ""
    assert window.focusWidget() is window.canvas


def test_enter_in_an_empty_search_changes_nothing(qtbot: QtBot, window: MainWindow, station: Station) -> None:
    qtbot.keyClick(window.sources._search, Qt.Key.Key_Return)
    assert station.session.camera_on(TileId(0)) is None


def test_a_camera_of_the_tree_is_assigned_by_enter_and_double_click(
    qtbot: QtBot, window: MainWindow, station: Station
) -> None:
    tree = window.sources._tree
    index = window.sources._filter.mapFromSource(window.sources._model.index_of(CameraNumber(105)))
    tree.scrollTo(index)
    point = tree.visualRect(index).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
    qtbot.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert station.session.camera_on(TileId(0)) == CameraNumber(105)
    station.session.select(TileId(1))
    tree.setFocus()
    tree.setCurrentIndex(index)
    press(window, "\r", Qt.Key.Key_Return)
    assert station.session.camera_on(TileId(1)) == CameraNumber(105)


def test_the_selected_tiles_camera_is_marked_in_the_tree(window: MainWindow, station: Station) -> None:
    station.session.assign(TileId(1), CameraNumber(201))
    station.session.select(TileId(1))
    assert window.sources._row.tile_camera == CameraNumber(201)


# Pages and screens


def test_f2_opens_and_closes_health_under_the_wall(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F2)
    assert window.health.isVisible()
    assert window.canvas.isVisible()
    assert window.canvas.height() > 150
    qtbot.keyClick(window, Qt.Key.Key_F2)
    assert not window.health.isVisible()


def test_the_wall_alone_fills_the_screen_and_escape_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    qtbot.waitUntil(lambda: window.canvas.size() == window.centralWidget().size(), timeout=2000)
    press(window, "", Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert window.strip.isVisible()
    assert window.entry.isVisible()


def test_a_line_can_be_typed_over_the_full_screen(qtbot: QtBot, window: MainWindow, station: Station) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F11)
    type_line(window, "104")
    assert station.session.camera_on(TileId(0)) == CameraNumber(104)
    assert not window.entry.isVisible()
    assert window.isFullScreen()


def test_the_clock_runs_with_the_seconds(qtbot: QtBot, tmp_path: Path, open_window: OpenWindow) -> None:
    clock = ManualClock(now_at=datetime(2026, 3, 1, 12, 41, 6, 960_000, tzinfo=UTC))
    window = open_window(Station(tmp_path, clock=clock))
    label = window.strip._clock
    before = label.text()
    assert label._timer.interval() <= 1000
    clock.advance(0.05)
    label.tick()
    assert label.text() != before
    assert label.text()[-2:] == "07"
    assert label._timer.remainingTime() <= 1000 - 10


def test_the_strip_counts_the_cameras_of_the_wall(window: MainWindow, station: Station) -> None:
    station.session.fill([CameraNumber(n) for n in (101, 102, 104, 301)])
    window.canvas._want_views()
    station.pictures.publish_all()
    station.pictures.fail(CameraNumber(104), Cause.CONNECTION_REFUSED)
    station.clock.advance(20)
    station.pictures.publish(CameraNumber(101))
    station.pictures.publish(CameraNumber(102))
    window.board.sample()
    shown = [each._label.text() for each in window.strip._counts.values() if each.isVisibleTo(window.strip)]
    assert shown == ["2 live", "1 lost", "1 closed"]


def test_the_window_looks_by_itself_twice_a_second(qtbot: QtBot, window: MainWindow, station: Station) -> None:
    station.session.assign(TileId(0), CameraNumber(104))
    live = window.strip._counts[TruthState.LIVE]._label
    assert live.text() == "0 live"
    window.canvas._want_views()
    station.pictures.publish_all()
    qtbot.waitUntil(lambda: live.text() == "1 live", timeout=1500)


# Snapshots


def test_a_tiles_snapshot_is_a_png_named_by_number_and_utc(window: MainWindow, station: Station) -> None:
    type_line(window, "104")
    window.menus.snapshot_tile.trigger()
    window.menus.snapshot_tile.trigger()
    names = sorted(path.name for path in (station.folder / "snapshots").iterdir())
    assert names == ["104_20260101T120000Z-2.png", "104_20260101T120000Z.png"]
    assert not QImage(str(station.folder / "snapshots" / names[1])).isNull()
    assert names[0] in window.entry.shown


def test_the_walls_snapshot(qtbot: QtBot, window: MainWindow, station: Station) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    image = QImage(str(station.folder / "snapshots" / "wall_20260101T120000Z.png"))
    assert image.size() == window.canvas.size() * window.devicePixelRatioF()


def test_an_empty_tile_gives_no_snapshot(window: MainWindow, station: Station) -> None:
    window.menus.snapshot_tile.trigger()
    assert "empty" in window.entry.shown
    assert not (station.folder / "snapshots").exists()


def test_a_full_disk_is_said_and_leaves_nothing(window: MainWindow, station: Station) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, hard))
    try:
        window.menus.snapshot_wall.trigger()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "is full" in window.entry.shown
    assert list((station.folder / "snapshots").iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said(window: MainWindow, station: Station) -> None:
    (station.folder / "snapshots").write_text("a file stands where the folder should")
    window.menus.snapshot_wall.trigger()
    assert "cannot be written" in window.entry.shown


# Languages


def test_arabic_turns_the_window_and_not_the_grid(
    qtbot: QtBot, window: MainWindow, console: ConsoleApplication
) -> None:
    window.menus._languages[Language.ARABIC].trigger()
    QApplication.processEvents()
    assert console.layoutDirection() is Qt.LayoutDirection.RightToLeft
    zero = QPoint(0, 0)
    qtbot.waitUntil(
        lambda: window.sources.mapTo(window, zero).x() > window.canvas.mapTo(window, zero).x(), timeout=2000
    )
    first, second = window.canvas.tile_rect(TileId(0)), window.canvas.tile_rect(TileId(1))
    assert first.x() < second.x()
    assert window.menus.health.text() == "حالة الكاميرات"
    bar = window.menus
    qtbot.waitUntil(
        lambda: all(bar.rect().contains(bar.actionGeometry(action)) for action in bar.actions()), timeout=2000
    )
    type_line(window, "999")
    assert "999" in window.entry.shown
    assert "There" not in window.entry.shown


@pytest.mark.parametrize("language", list(Language))
def test_a_language_takes_effect_at_once_everywhere(window: MainWindow, language: Language) -> None:
    window.menus._languages[language].trigger()
    QApplication.processEvents()
    expected = {Language.ENGLISH: "Cause", Language.FRENCH: "Cause", Language.ARABIC: "السبب"}[language]
    assert window.health._model.headerData(5, Qt.Orientation.Horizontal) == expected
    search = {Language.ENGLISH: "number or name", Language.FRENCH: "numéro ou nom", Language.ARABIC: "رقم أو اسم"}
    assert window.sources._search.placeholderText() == search[language]
    assert [a.isChecked() for a in window.menus._languages.values()] == [each is language for each in Language]


@pytest.mark.parametrize("language", list(Language))
def test_nothing_needs_more_than_a_small_screen(window: MainWindow, language: Language) -> None:
    window.menus._languages[language].trigger()
    window.menus.health.trigger()
    window.resize(1366, 768)
    QApplication.processEvents()
    assert window.minimumSizeHint().width() <= 1366
    assert window.minimumSizeHint().height() <= 768
    table = window.health._table
    assert table.horizontalHeader().length() <= table.viewport().width() + 2
    hint_px = window.entry._field.fontMetrics().horizontalAdvance(window.entry._field.placeholderText())
    assert hint_px + 40 <= window.entry._field.width()


# No dead button


def test_every_action_and_button_does_something(window: MainWindow, station: Station) -> None:
    station.session.save(LayoutNumber(1), "Centre")
    window._show_layouts()
    actions = [a for a in window.findChildren(QAction) if a.menu() is None and not a.isSeparator() and a.text()]
    # What is not offered, such as turning cameras where none turns, has nothing to do.
    own = [action for action in actions if _belongs_to_us(action) and (action.isVisible() or action.isEnabled())]
    assert len(own) > 25
    dead = [action.text() for action in own if _receivers(action, "triggered(bool)", "toggled(bool)") == 0]
    buttons = [button for button in window.findChildren(QAbstractButton) if _is_ours(button, window)]
    assert len(buttons) >= 4
    dead += [
        str(button) for button in buttons if _receivers(button, "clicked(bool)", "clicked()", "toggled(bool)") == 0
    ]
    assert dead == []


def test_every_menu_entry_runs(window: MainWindow, station: Station) -> None:
    station.session.save(LayoutNumber(1), "Centre")
    window._show_layouts()
    for menu in (window.menus._grid, window.menus._size, window.menus._recall):
        for index in range(len(menu.actions())):
            menu.actions()[index].trigger()
            assert window.entry.shown
    for action in window.menus.own_actions():
        if action is not window.menus.quit:
            action.trigger()
    for dialog in window.findChildren(QDialog):
        dialog.close()


def _receivers(thing: QAction | QAbstractButton, *signals: str) -> int:
    return sum(thing.receivers(f"2{signal}") for signal in signals)


def _belongs_to_us(action: QAction) -> bool:
    """Not one of Qt's own context menus."""
    return not isinstance(action.parent(), QLineEdit)


def _is_ours(button: QAbstractButton, window: MainWindow) -> bool:
    """Not a part inside one of Qt's widgets, such as a scroll arrow of tabs."""
    return button.parent() in (window.health, window.tabs)


def test_every_part_has_a_name_for_screen_readers(window: MainWindow) -> None:
    named = [window.sources._search, window.sources._tree, window.entry._field, window.tabs._save, window.health._table]
    assert all(part.accessibleName() for part in named)
    assert os.linesep not in window.entry._field.accessibleName()


def test_a_window_without_a_keeper_or_interpreter_opens(qtbot: QtBot, station: Station, qapp: QApplication) -> None:
    window = MainWindow(replace(station.rooms(), texts=None, interpreter=None))
    window.show()
    assert not window.menus._language.menuAction().isVisible()
    shut(window, station)
    gc.collect()
