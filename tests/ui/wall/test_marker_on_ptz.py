"""A marker on the PTZ's picture, on a painted wall with a real decoder: it is never at a pixel that is not its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.feeds.view_stage import MAST, Stage, staged
from tests.waiting import wait_until
from wallapp.base.ids import AccountId, MarkerId, TileId
from wallapp.domain.camera import CameraKind
from wallapp.domain.layer import CrisisLayer
from wallapp.domain.layout import preset
from wallapp.domain.marker import ImageAnchor, Marker, MarkerColour
from wallapp.services.calibrations import Calibrations
from wallapp.services.overlays import Overlays
from wallapp.services.wall_session import WallSession
from wallapp.simulation.ptz import Aim
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.wall.canvas import WallCanvas

AT = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)
BY = AccountId("west")
SPOT = (0.62, 0.41)
FIRST = TileId(0)
PURPLE = np.array((0xC7, 0x7D, 0xFF))
"""Nothing in the city has this colour."""


class OneMarker:
    """An OverlaySource with one marker on the mast's picture."""

    def __init__(self) -> None:
        anchor = ImageAnchor(MAST, *SPOT)
        self.marker = Marker(MarkerId("m"), "person", anchor, BY, AT, BY, AT, colour=MarkerColour.PURPLE)

    def markers(self) -> Sequence[Marker]:
        return [self.marker]

    def layers(self) -> Sequence[CrisisLayer]:
        return ()

    def subscribe_overlay(self, heard: Callable[[], None]) -> Callable[[], None]:
        return lambda: None


class Wall:
    """One tile with the mast, painted on request."""

    def __init__(self, stage: Stage) -> None:
        cameras = {MAST: replace(stage.rig.cameras[MAST], kind=CameraKind.PTZ)}
        session = WallSession(preset("1"), clock=stage.rig.clock)
        session.fill([MAST])
        self.canvas = WallCanvas(session, stage.rig.pool, cameras=cameras, owners={}, clock=stage.rig.clock)
        self.overlays = Overlays(OneMarker(), stage.views, Calibrations(None), cameras=cameras, clock=stage.rig.clock)
        self.canvas.set_overlays(self.overlays)
        self.canvas.resize(640, 360)
        self.canvas.show()

    def end(self) -> None:
        self.overlays.close()
        self.canvas.shut()
        self.canvas.close()
        delete(self.canvas)

    def is_marked(self) -> bool:
        """Whether the marker stands at its spot in what is painted now."""
        self.canvas.tick()
        image = self.canvas.tile_image(FIRST).convertToFormat(QImage.Format.Format_RGB32)
        pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
        row, column = round(SPOT[1] * image.height()), round(SPOT[0] * image.width())
        around = pixels[row - 6 : row + 7, column - 6 : column + 7, 2::-1].astype(int)
        return bool((np.abs(around - PURPLE).max(axis=2) < 24).any())


@pytest.mark.slow
def test_a_marker_leaves_its_pixel_when_the_camera_turns_and_comes_back_with_the_view(
    qtbot: QtBot, console: ConsoleApplication
) -> None:
    with staged() as stage:
        wall = Wall(stage)
        try:
            _story(stage, wall)
        finally:
            wall.end()


def _story(stage: Stage, wall: Wall) -> None:
    ptz, home = stage.source.ptz, stage.source.ptz.aim
    wait_until(lambda: not wall.is_marked() and wall.canvas.whole_picture(FIRST), within_s=20, what="a picture")
    stage.views.hold("m", MAST, SPOT)
    wait_until(wall.is_marked, within_s=5, what="the marker stands")

    # Somebody else turns the camera: within 6 s.
    ptz.goto(home.pan_deg + 22, home.tilt_deg, home.zoom)
    assert wait_until(lambda: not wall.is_marked(), within_s=6, what="the marker has left") < 6
    _back(ptz.goto, home)
    wait_until(wall.is_marked, within_s=10, what="the marker is back")

    # We turn it: gone from the very next painting on, which is before any new picture, and it stays away.
    pictures = wall.canvas.meter.tile(FIRST).shown
    stage.views.commanded(MAST, going_on=True)
    assert not wall.is_marked()
    assert wall.canvas.meter.tile(FIRST).shown <= pictures + 1
    ptz.move(pan_deg_s=20.0)
    seen = wall.canvas.meter.tile(FIRST).shown
    while wall.canvas.meter.tile(FIRST).shown < seen + 25:
        assert not wall.is_marked()
    stage.views.commanded(MAST)
    _back(ptz.goto, home)
    assert not wall.is_marked()
    wait_until(wall.is_marked, within_s=10, what="the marker is back")


def _back(goto: Callable[[float, float, float], None], home: Aim) -> None:
    goto(home.pan_deg, home.tilt_deg, home.zoom)
