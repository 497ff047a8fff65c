"""What is painted, how often, to the pixel, and without losing anything over time."""

from __future__ import annotations

import gc
import sys

import numpy as np
import psutil
import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QColor, QPaintEvent
from pytestqt.qtbot import QtBot

from tests.ui.wall.conftest import GREEN, MAGENTA, OpenWall, WallRoom, plain, share_of, street
from wallapp.base.ids import CameraNumber, TileId
from wallapp.domain.camera import Sensitivity
from wallapp.ui.application import ConsoleApplication


class _Paints(QObject):
    """Notes what is repainted."""

    def __init__(self) -> None:
        super().__init__()
        self.rects: list[QRect] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rects += list(event.region())
        return False


def _settle(room: WallRoom, app: ConsoleApplication) -> None:
    room.pictures.publish_all()
    room.canvas.tick()
    app.processEvents()


def test_only_the_tile_with_a_new_picture_is_repainted(open_wall: OpenWall, console: ConsoleApplication) -> None:
    room = open_wall()
    _settle(room, console)
    paints = _Paints()
    room.canvas.installEventFilter(paints)
    room.canvas.tick()
    console.processEvents()
    assert paints.rects == []
    room.pictures.publish(CameraNumber(3), street())
    room.canvas.tick()
    console.processEvents()
    assert paints.rects == [room.canvas.tile_rect(TileId(2))]


def test_picture_stands_pixel_by_pixel(open_wall: OpenWall) -> None:
    room = open_wall("1", [1], size=(640, 360))
    picture = street()
    room.pictures.publish(CameraNumber(1), picture)
    room.canvas.tick()
    image = room.canvas.grab_wall()
    shown = np.frombuffer(image.constBits(), np.uint8).reshape(360, 640, 4)
    inside = np.s_[60:340, 20:620, :3]
    assert np.array_equal(shown[inside], picture[inside])


def test_bars_have_the_panels_colour_and_tiles_the_right_place(open_wall: OpenWall) -> None:
    room = open_wall("4", [1, 2], size=(902, 902))
    for number, colour in ((1, MAGENTA), (2, GREEN)):
        room.pictures.publish(CameraNumber(number), plain(*colour))
    room.canvas.tick()
    image = room.canvas.grab_wall()
    left, right = (room.canvas.tile_rect(TileId(tile)).center() for tile in (0, 1))
    assert image.pixelColor(left).name() == QColor(*MAGENTA).name()
    assert image.pixelColor(right).name() == QColor(*GREEN).name()
    assert image.pixelColor(left.x(), 440).name() == "#262b2f"


def test_mosaic_cells_keep_hard_edges(open_wall: OpenWall) -> None:
    room = open_wall("1", [1], size=(800, 450), sensitivity=Sensitivity.PRIVATE)
    picture = plain(0, 0, 0)
    picture[:, 64:] = 255
    room.pictures.publish(CameraNumber(1), picture)
    room.canvas.tick()
    image = room.canvas.grab_wall()
    row = {image.pixelColor(x, 225).lightness() for x in range(800)}
    assert row == {0, 255}


def test_figures_count_shown_and_superseded(open_wall: OpenWall) -> None:
    room = open_wall()
    number, tile = CameraNumber(1), TileId(0)
    room.pictures.publish(number, street())
    room.canvas.tick()
    room.canvas.grab_wall()
    room.canvas.meter.start()
    for _ in range(5):
        room.pictures.publish(number, street())
        room.pictures.publish(number, street())
        room.clock.advance(0.020)
        room.canvas.tick()
        room.canvas.grab_wall()
    report = room.canvas.meter.figures().tiles[tile]
    assert (report.shown, report.superseded) == (5, 5)
    assert report.age_ms["p50"] == pytest.approx(20.0, abs=0.3)
    assert report.picture_age_ms["p99"] == pytest.approx(40.0, abs=0.3)


def test_another_camera_begins_its_own_figures(open_wall: OpenWall) -> None:
    room = open_wall()
    room.pictures.publish(CameraNumber(1), street())
    room.canvas.tick()
    room.canvas.grab_wall()
    assert room.canvas.meter.figures().tiles[TileId(0)].shown == 1
    room.session.assign(TileId(0), CameraNumber(104))
    assert TileId(0) not in room.canvas.meter.figures().tiles


def test_empty_wall_is_painted(open_wall: OpenWall) -> None:
    room = open_wall("64", [])
    assert share_of(room.canvas.grab_wall(), (38, 43, 47)) > 0.8


# Endurance: PySide6 6.12 before Python 3.12 lost a reference to None at every draw, and aborted


def _paint_often(room: WallRoom, paints: int) -> None:
    """Paint the wall `paints` times, its tiles in every state that comes with age."""
    numbers = [CameraNumber(number) for number in range(1, 5)]
    for turn in range(paints):
        if turn % 50 < 25:
            room.pictures.publish(numbers[turn % 4])
        room.clock.advance(0.04 if turn % 50 < 40 else 1.0)
        room.canvas.tick()
        room.canvas.repaint()


def _endure(open_wall: OpenWall, paints: int) -> tuple[int, int]:
    """References to None lost, and bytes of memory grown, between one half of the paints and the other.

    Only a loss counts: PySide6 6.11 gives None a few references too many with every new pixmap painted on.
    """
    room = open_wall("4", size=(322, 182))
    _paint_often(room, paints // 2)
    gc.collect()
    none_before, memory_before = sys.getrefcount(None), psutil.Process().memory_info().rss
    _paint_often(room, paints // 2)
    gc.collect()
    return none_before - sys.getrefcount(None), psutil.Process().memory_info().rss - memory_before


@pytest.mark.slow
def test_five_thousand_paints_lose_nothing(open_wall: OpenWall) -> None:
    lost_none, grown_bytes = _endure(open_wall, 5_000)
    assert lost_none < 100
    assert grown_bytes < 8 << 20


@pytest.mark.prove
@pytest.mark.timeout(600)
def test_two_hundred_thousand_paints_lose_nothing(open_wall: OpenWall) -> None:
    lost_none, grown_bytes = _endure(open_wall, 200_000)
    assert lost_none < 100
    assert grown_bytes < 8 << 20


def test_wall_follows_its_own_timer(open_wall: OpenWall, qtbot: QtBot) -> None:
    room = open_wall()
    room.pictures.publish(CameraNumber(1), plain(*MAGENTA))
    qtbot.waitUntil(lambda: room.canvas.meter.figures().tiles.get(TileId(0)) is not None, timeout=2000)
    assert room.canvas.meter.figures().tiles[TileId(0)].shown == 1
