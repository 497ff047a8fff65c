"""What a window remembers over a restart, a kill included, and what it does about damaged memories."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tests.ui.parts import MemoryTexts, Station
from wallapp.base.ids import CameraNumber, LayoutNumber, TileId
from wallapp.domain.layout import preset
from wallapp.ui.language import Language
from wallapp.ui.window import MainWindow
from wallapp.ui.window_memory import WindowMemory, saved_language, saved_size_percent


def arrange(window: MainWindow, station: Station) -> None:
    """A wall that is unlike a new one in every way that is to be remembered."""
    station.session.set_layout(preset("1+5"))
    station.session.assign(TileId(0), CameraNumber(104))
    station.session.assign(TileId(3), CameraNumber(201))
    window.commands.save(LayoutNumber(2), "Corniche")
    station.session.assign(TileId(4), CameraNumber(105))
    station.session.select(TileId(3))
    station.session.toggle_enlarge(TileId(3))
    window.resize(1200, 700)
    window._sides.setSizes([330, 800])
    window.sources.fold_owners(["Shops"])
    window.menus._languages[Language.FRENCH].trigger()
    window.menus.health.trigger()


def assert_as_arranged(window: MainWindow, station: Station) -> None:
    session = station.session
    assert session.layout.name == "1+5"
    assert [session.camera_on(TileId(tile)) for tile in (0, 3, 4)] == [104, 201, 105]
    assert session.selected == TileId(3)
    assert session.enlarged == TileId(3)
    assert window.tabs.shown == LayoutNumber(2)
    assert (window.width(), window.height()) == (1200, 700)
    assert abs(window.sources.width() - 330) <= 4
    assert window.sources.folded_owners() == ["Shops"]
    assert window.health.isVisible()


def test_a_restart_brings_everything_back(station: Station, open_window: OpenWindow) -> None:
    window = open_window(station)
    arrange(window, station)
    window.close()
    later = station.again()
    window = open_window(later)
    QApplication.processEvents()
    assert_as_arranged(window, later)
    assert saved_language(station.folder / "window.ini") is Language.FRENCH


@pytest.mark.parametrize("corner", [(0, 0), (40, 3), (60, 200)])
def test_a_window_without_a_frame_comes_back_where_it_stood(
    station: Station, open_window: OpenWindow, corner: tuple[int, int]
) -> None:
    window = open_window(station)
    window.setGeometry(*corner, 1200, 700)
    for _ in range(3):  # one session after another: it may not wander
        window.close()
        station = station.again()
        window = open_window(station)
        QApplication.processEvents()
        assert window.geometry().getRect() == (*corner, 1200, 700)


@pytest.mark.parametrize("kept", [b"9000 9000 1200 700", b"1 2 3", b"a b c d", b"-400 0 1200 700"])
def test_a_place_that_is_on_no_screen_is_not_taken(station: Station, open_window: OpenWindow, kept: bytes) -> None:
    settings = QSettings(str(station.folder / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("window/bare", QByteArray(kept))
    settings.sync()
    window = open_window(station)
    assert window.screen().geometry().contains(window.geometry().topLeft())


def test_a_kill_loses_no_more_than_a_moment(qtbot: QtBot, station: Station, open_window: OpenWindow) -> None:
    window = open_window(station)
    arrange(window, station)
    qtbot.waitUntil(lambda: not window.keeping._timer.isActive(), timeout=2000)
    copy = Station(
        station.folder / "copy", layouts=station.layouts, texts=MemoryTexts(dict(station.texts.kept)), grid="4"
    )
    copy.folder.mkdir()
    (copy.folder / "window.ini").write_bytes((station.folder / "window.ini").read_bytes())
    again = open_window(copy)
    QApplication.processEvents()
    assert_as_arranged(again, copy)


def test_a_wall_given_on_the_command_line_is_not_replaced(
    qtbot: QtBot, station: Station, open_window: OpenWindow
) -> None:
    window = open_window(station)
    arrange(window, station)
    window.close()
    later = station.again()
    later.restore_wall = False
    open_window(later)
    assert later.session.layout.tile_count == 4


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\x01\x02\xff\xfe",
        b"\xff\xfe[\x00w\x00",
        b"[window\nthis is not a setting\n",
        b"{" * 500,
        b"[window]\ngeometry=@ByteArray(\\x1\\x2no)\nsplitter0=12\nsize_percent=900\nhealth=perhaps\n[sources]\nfolded={\n",
    ],
)
def test_damaged_settings_start_as_new(station: Station, open_window: OpenWindow, content: bytes) -> None:
    path = station.folder / "window.ini"
    path.write_bytes(content)
    window = open_window(station)
    assert window.width() >= 960
    assert window.sources.folded_owners() == []
    assert not window.health.isVisible()
    aside = path.with_name("window.ini.damaged")
    is_ini = b"[sources]" in content
    assert aside.exists() is not is_ini
    assert ("settings were damaged" in window.entry.shown) is not is_ini
    assert is_ini or aside.read_bytes() == content
    window.keeping.keep()
    assert not WindowMemory(path).damaged
    assert QSettings(str(path), QSettings.Format.IniFormat).value("window/geometry") is not None


def test_damaged_settings_are_told_though_the_language_was_read_before(
    station: Station, open_window: OpenWindow
) -> None:
    path = station.folder / "window.ini"
    path.write_bytes(b"\x00\x01\x02")
    assert saved_language(path) in Language
    assert saved_size_percent(path) is None
    assert "settings were damaged" in open_window(station).entry.shown


@pytest.mark.parametrize("text", ["", "{}", "[1", '{"version":1}', '{"version":99}', "null"])
def test_a_damaged_wall_leaves_the_wall_as_it_is(station: Station, open_window: OpenWindow, text: str) -> None:
    station.texts.kept["wall.plan"] = text
    station.texts.kept["wall.place"] = "nonsense"
    window = open_window(station)
    assert "The last wall cannot be read" in window.entry.shown
    assert station.session.layout.tile_count == 4


@pytest.mark.parametrize("place", ["nonsense", "[]", '{"selected": 99, "enlarged": -1, "layout": "x"}'])
def test_a_damaged_place_costs_only_the_place(station: Station, open_window: OpenWindow, place: str) -> None:
    window = open_window(station)
    arrange(window, station)
    window.close()
    station.texts.kept["wall.place"] = place
    later = station.again()
    open_window(later)
    assert later.session.layout.name == "1+5"
    assert later.session.enlarged is None


def test_a_store_that_fails_is_told_once(station: Station, open_window: OpenWindow) -> None:
    window = open_window(station)
    station.texts.broken = "the disk is full; make room"
    window.keeping.keep()
    assert "cannot be kept for a restart: the disk is full" in window.entry.shown
    window.entry._end_trouble()
    before = window.entry.shown
    window.keeping.keep()
    assert window.entry.shown == before
    station.texts.broken = ""
    window.keeping.keep()
    station.texts.broken = "read only"
    window.keeping.keep()
    assert "read only" in window.entry.shown


def test_settings_that_cannot_be_written_are_told(tmp_path: Path, open_window: OpenWindow) -> None:
    (tmp_path / "profile").write_text("a file stands where the folder should")
    station = Station(tmp_path / "profile")
    window = open_window(station)
    window.keeping.keep()
    assert "cannot be kept for a restart" in window.entry.shown


def test_the_size_of_texts_is_for_the_next_start(station: Station, open_window: OpenWindow) -> None:
    window = open_window(station)
    assert saved_size_percent(station.folder / "window.ini") is None
    window.menus._sizes[150].trigger()
    assert saved_size_percent(station.folder / "window.ini") == 150
    assert "from the next start on" in window.entry.shown
