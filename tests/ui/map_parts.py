"""Cameras with places, and a map of its own, for tests of the map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QColor, QImage, QPainter

from tests.ui.parts import CAMERAS, Station
from wallapp.base.clock import ManualClock
from wallapp.base.ids import CameraNumber, TileId
from wallapp.domain.camera import Camera, CameraKind, StreamName
from wallapp.domain.health import FeedFacts
from wallapp.domain.layout import preset
from wallapp.domain.place import Place, offset
from wallapp.domain.view import View
from wallapp.frames.slot import SlotReader
from wallapp.services.wall_session import WallSession
from wallapp.ui.feed_board import FeedBoard
from wallapp.ui.map.model import NO_GROUND, MapGround, MapModel
from wallapp.ui.map.projection import Viewport, to_world
from wallapp.ui.map.sheet import Attention, MapSheet

MIDDLE = Place(35.2472, -3.9308)
SPOTS = {
    101: (0, 0, 0),
    102: (100, 0, 180),
    104: (-100, 50, 90),
    105: (-100, -50, 90),
    112: (0, 100, 180),
    201: (60, 60, 225),
    202: (64, 64, 225),
    301: (0, -100, 0),
    401: (100, -100, 315),
}
"""Metres east and north, azimuth. 201 and 202 hang on one wall; 1040 has no place."""


def placed_cameras() -> dict[CameraNumber, Camera]:
    """The cameras of all window tests, most of them with a place."""
    found = dict(CAMERAS)
    for number, (east_m, north_m, azimuth_deg) in SPOTS.items():
        place = offset(MIDDLE, east_m=east_m, north_m=north_m)
        found[CameraNumber(number)] = replace(
            found[CameraNumber(number)],
            lat_deg=place.lat_deg,
            lon_deg=place.lon_deg,
            azimuth_deg=float(azimuth_deg),
            hfov_deg=70.0,
            range_m=60.0,
        )
    found[CameraNumber(401)] = replace(found[CameraNumber(401)], kind=CameraKind.PTZ)
    return found


def placed_station(folder: Path) -> Station:
    """A station whose cameras have places."""
    return Station(folder, cameras=placed_cameras())


class _NoPictures:
    """A pool that never opens anything, so that a test of drawing needs no shared memory."""

    def want(self, views: Sequence[View]) -> None:
        """Nothing comes."""

    def reader(self, tile: TileId) -> SlotReader | None:
        return None

    def facts(self, camera: CameraNumber, stream: StreamName | None = None) -> FeedFacts | None:
        return None

    def try_now(self, camera: CameraNumber) -> None:
        """Nothing comes."""


class Drawing:
    """A map without a window, drawn into a picture."""

    def __init__(self, ground: MapGround = NO_GROUND) -> None:
        self.clock = ManualClock()
        self.session = WallSession(preset("4"), clock=self.clock)
        cameras = placed_cameras()
        self.board = FeedBoard(cameras, pictures=_NoPictures(), session=self.session, clock=self.clock)
        self.board.sample()
        self.model = MapModel(cameras, board=self.board, ground=ground)
        self.sheet = MapSheet(self.model, self.clock)
        box = self.model.box()
        assert box is not None
        self.view = Viewport().resized(480, 360).fitted(box, 40)

    def paint(self, attention: Attention | None = None, *, until_mono_s: float = 1e9) -> tuple[QImage, bool]:
        """The picture, and whether it is complete."""
        image = QImage(self.view.width_px, self.view.height_px, QImage.Format.Format_RGB32)
        image.fill(QColor("magenta"))
        with painting(image) as painter:
            done = self.sheet.draw(painter, self.view, attention or Attention(), until_mono_s=until_mono_s)
        return image, done

    def px(self, place: Place) -> tuple[int, int]:
        """Where a place is drawn."""
        x, y = self.view.to_px(*to_world(place))
        return round(x), round(y)


@contextmanager
def painting(image: QImage) -> Iterator[QPainter]:
    """A painter that ends."""
    painter = QPainter(image)
    try:
        yield painter
    finally:
        painter.end()
