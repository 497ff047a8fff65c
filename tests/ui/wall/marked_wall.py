"""One tile with the mast's camera and one marker on its picture, in a colour that nothing in the city has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
from PySide6.QtGui import QImage
from shiboken6 import delete

from tests.feeds.rig import Rig
from wallapp.base.ids import AccountId, CameraNumber, MarkerId, TileId
from wallapp.domain.camera import CameraKind
from wallapp.domain.layer import CrisisLayer
from wallapp.domain.layout import preset
from wallapp.domain.marker import ImageAnchor, Marker, MarkerColour
from wallapp.services.calibrations import Calibrations
from wallapp.services.overlays import Overlays
from wallapp.services.picture_views import PictureViews
from wallapp.services.wall_session import WallSession
from wallapp.ui.wall.canvas import WallCanvas

AT = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)
BY = AccountId("west")
HOLDER = "m"
SPOT = (0.62, 0.41)
FIRST = TileId(0)
PURPLE = np.array((0xC7, 0x7D, 0xFF))


class OneMarker:
    """An OverlaySource with one marker on a camera's picture."""

    def __init__(self, number: CameraNumber) -> None:
        anchor = ImageAnchor(number, *SPOT)
        self.marker = Marker(MarkerId(HOLDER), "person", anchor, BY, AT, BY, AT, colour=MarkerColour.PURPLE)

    def markers(self) -> Sequence[Marker]:
        return [self.marker]

    def layers(self) -> Sequence[CrisisLayer]:
        return ()

    def subscribe_overlay(self, heard: Callable[[], None]) -> Callable[[], None]:
        return lambda: None


class MarkedWall:
    """A canvas over a rig's pool. End it."""

    def __init__(self, rig: Rig, views: PictureViews, number: CameraNumber) -> None:
        cameras = {number: replace(rig.cameras[number], kind=CameraKind.PTZ)}
        session = WallSession(preset("1"), clock=rig.clock)
        session.fill([number])
        self.canvas = WallCanvas(session, rig.pool, cameras=cameras, owners={}, clock=rig.clock)
        self.overlays = Overlays(OneMarker(number), views, Calibrations(None), cameras=cameras, clock=rig.clock)
        self.canvas.set_overlays(self.overlays)
        self.canvas.resize(640, 360)
        self.canvas.show()

    def end(self) -> None:
        """Hear and show nothing any more."""
        self.overlays.close()
        self.canvas.shut()
        self.canvas.close()
        delete(self.canvas)

    @property
    def shown(self) -> int:
        """How many pictures were painted."""
        return self.canvas.meter.tile(FIRST).shown

    def is_painted(self) -> bool:
        """Whether the marker stands at its spot in what would be painted at this moment."""
        image = self.canvas.tile_image(FIRST).convertToFormat(QImage.Format.Format_RGB32)
        pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
        row, column = round(SPOT[1] * image.height()), round(SPOT[0] * image.width())
        around = pixels[row - 6 : row + 7, column - 6 : column + 7, 2::-1].astype(int)
        return bool((np.abs(around - PURPLE).max(axis=2) < 24).any())

    def is_marked(self) -> bool:
        """The same, one tick on."""
        self.canvas.tick()
        return self.is_painted()
