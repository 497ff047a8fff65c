"""The simulated PTZ, drawn live where it looks, with a real decoder and what the console knows of its views."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from tests.feeds.rig import Rig, rig
from tests.waiting import wait_until
from wallapp.base.clock import SystemClock
from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import CameraKind, Sensitivity
from wallapp.domain.view import Level
from wallapp.domain.view_state import ViewState
from wallapp.services.picture_views import PictureViews
from wallapp.simulation.city import load_city
from wallapp.simulation.ptz_source import PtzSource
from wallapp.simulation.rtsp_server import RtspServer

MAST = CameraNumber(114)
MARK = "a marker"


@dataclass
class Stage:
    """The mast's PTZ on a wall, and what the console knows of its views."""

    rig: Rig
    source: PtzSource
    views: PictureViews
    stored: dict[str, bytes]

    def state(self) -> ViewState:
        self.views.look()
        return self.views.state_of(MARK)

    def wait(self, state: ViewState, *, within_s: float) -> float:
        return wait_until(lambda: self.state() is state, within_s=within_s, what=f"the view is {state}")


@contextmanager
def staged(sensitivity: Sensitivity = Sensitivity.PUBLIC) -> Iterator[Stage]:
    source = PtzSource(load_city().viewpoints[MAST])
    source.next_picture()  # draws the large scene before anybody waits for it
    with RtspServer(clock=SystemClock()) as server:
        server.add_source("mast", source)
        with rig({int(MAST): f"rtsp://127.0.0.1:{server.port}/mast"}) as found:
            camera = replace(found.cameras[MAST], kind=CameraKind.PTZ, sensitivity=sensitivity)
            found.pool.set_cameras({MAST: camera})
            found.want(level=Level.CLEAR if sensitivity is Sensitivity.PUBLIC else Level.MOSAIC)
            found.wait_live()
            stage = Stage(found, source, PictureViews(found.pool), {})
            stage.views.on_stored = stage.stored.__setitem__
            yield stage
