"""A wall on a bench: manual clock, pictures painted by the test, a canvas of known size."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.fakes.pictures import BgraPixels, FakePictures
from wallapp.base.clock import ManualClock
from wallapp.base.ids import CameraNumber, OwnerName, TileId
from wallapp.domain.camera import Camera, Owner, OwnerKind, Sensitivity, StreamName
from wallapp.domain.layout import preset
from wallapp.services.wall_session import WallSession
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.wall.canvas import WallCanvas

MAGENTA = (255, 0, 255)
GREEN = (0, 255, 0)
BOTH = {StreamName.MAIN: "rtsp://camera/main", StreamName.SUB: "rtsp://camera/sub"}


def plain(red: int, green: int, blue: int) -> BgraPixels:
    """A picture of one colour."""
    picture = np.empty((72, 128, 4), np.uint8)
    picture[:] = (blue, green, red, 255)
    return picture


def street() -> BgraPixels:
    """A picture with something on it: no two columns alike."""
    picture = np.full((360, 640, 4), 255, np.uint8)
    picture[:, :, 0] = np.linspace(40, 200, 640).astype(np.uint8)
    picture[:, :, 1] = np.linspace(180, 60, 360).astype(np.uint8)[:, None]
    picture[:, :, 2] = (np.indices((360, 640)).sum(axis=0) * 3 % 256).astype(np.uint8)
    return picture


def share_of(image: QImage, colour: tuple[int, int, int]) -> float:
    """How much of the image has the colour, 0 to 1."""
    width, height = image.width(), image.height()
    pixels = np.frombuffer(image.convertToFormat(QImage.Format.Format_RGB32).constBits(), np.uint8)
    pixels = pixels.reshape(height, width, 4)
    wanted = np.array(colour[::-1], np.int16)
    near = np.abs(pixels[:, :, :3].astype(np.int16) - wanted).max(axis=2) <= 24
    return float(near.mean())


def difference(first: QImage, second: QImage) -> float:
    """The share of pixels that differ visibly."""
    assert first.size() == second.size()
    a, b = (
        np.frombuffer(image.convertToFormat(QImage.Format.Format_RGB32).constBits(), np.uint8).astype(np.int16)
        for image in (first, second)
    )
    return float((np.abs(a - b).reshape(-1, 4).max(axis=1) > 16).mean())


def lightness(image: QImage) -> float:
    """The mean lightness of the image, 0 to 255."""
    scaled = image.scaled(16, 16)
    return float(np.mean([QColor(scaled.pixel(x, y)).lightness() for x in range(16) for y in range(16)]))


class WallRoom:
    """Everything that a canvas needs, and the canvas."""

    def __init__(self, layout: str, numbers: Sequence[int], sensitivity: Sensitivity) -> None:
        self.clock = ManualClock()
        self.pictures = FakePictures(self.clock)
        self.session = WallSession(preset(layout), clock=self.clock)
        self.cameras = {
            CameraNumber(n): Camera(CameraNumber(n), f"Place {n}", OwnerName("City"), BOTH, sensitivity=sensitivity)
            for n in {*numbers, 104, 105}
        }
        self.owners = {OwnerName("City"): Owner(OwnerName("City"), OwnerKind.CITY)}
        self.session.fill([CameraNumber(n) for n in numbers])
        self.canvas = WallCanvas(
            self.session, self.pictures, cameras=self.cameras, owners=self.owners, clock=self.clock
        )

    def pass_time(self, duration_s: float, *, step_s: float = 0.05) -> None:
        """Let time go by, with the canvas looking."""
        for _ in range(round(duration_s / step_s)):
            self.clock.advance(step_s)
            self.canvas.tick()

    def end(self) -> None:
        """Let everything go."""
        self.canvas.close()
        self.canvas.shut()
        delete(self.canvas)

    def image(self, tile: int = 0) -> QImage:
        """What the tile shows now."""
        return self.canvas.tile_image(TileId(tile))


OpenWall = Callable[..., WallRoom]


@pytest.fixture
def open_wall(qtbot: QtBot, console: ConsoleApplication) -> Iterator[OpenWall]:
    """Opens walls: `open_wall(layout, numbers, size=(w, h), sensitivity=…)`."""
    opened: list[WallRoom] = []

    def opens(
        layout: str = "4",
        numbers: Sequence[int] = (1, 2, 3, 4),
        *,
        size: tuple[int, int] = (962, 542),
        sensitivity: Sensitivity = Sensitivity.PUBLIC,
    ) -> WallRoom:
        room = WallRoom(layout, numbers, sensitivity)
        opened.append(room)
        room.canvas.resize(*size)
        with qtbot.waitExposed(room.canvas):
            room.canvas.show()
        return room

    yield opens
    while opened:
        opened.pop().end()
    gc.collect()  # widgets and their slots form cycles, and the pictures' memory hangs on them
