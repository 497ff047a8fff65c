"""`python -m tests.bench.overlay`: what 200 markers and 20 drawings cost a wall of 64 tiles, in one run.

64 cameras of the simulated city with their calibrations, all with one of its scenes, 320x180 at 12/s as cameras encode
it, real decoders, tiles of 240x135. 40 of the markers hang on pixels: there the decoders look every second whether the
camera still looks there. The wall runs with and without its overlays in turns; what counts is the processor time of
console and decoders for a picture shown, so that other work on the machine changes both alike. Exit 1 where the
overlays cost over 10 %, 2 where the machine was too busy.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil
from PySide6.QtCore import QEventLoop, QTimer

from tests.bench.__main__ import cpu_s
from tests.bench.feeds import city_clips
from wallapp.base.clock import SystemClock
from wallapp.base.ids import AccountId, CameraNumber, FeatureId, LayerId, MarkerId, TileId
from wallapp.domain.camera import Camera, Sensitivity, StreamName
from wallapp.domain.layer import CrisisLayer, LayerFeature, LayerKind, LayerState, line, polygon
from wallapp.domain.layout import preset
from wallapp.domain.marker import Anchor, CameraAnchor, GeoAnchor, ImageAnchor, Marker, MarkerColour
from wallapp.domain.place import Place, offset, towards
from wallapp.domain.view_state import ViewState
from wallapp.feeds.pool import Pool
from wallapp.services.calibrations import Calibrations
from wallapp.services.overlays import Overlays
from wallapp.services.picture_views import PictureViews
from wallapp.services.wall_session import WallSession
from wallapp.simulation.calibration import city_matches
from wallapp.simulation.city import City, load_city
from wallapp.ui.application import make_application
from wallapp.ui.language import Language
from wallapp.ui.wall.canvas import WallCanvas

TILES, MARKERS, DRAWINGS = 64, 200, 20
ON_PICTURES = 40
"""So many of the markers hang on pixels: the decoders look every second whether these cameras still look there."""
TURNS, TURN_S, SETTLE_S = 4, 6.0, 15.0
MOST = 1.10
AT = datetime(2026, 1, 1, tzinfo=UTC)
BY = AccountId("bench")


class Source:
    """200 markers and 20 drawings where the cameras look."""

    def __init__(self, cameras: Sequence[Camera], chance: random.Random) -> None:
        self._markers = [self._marker(index, cameras, chance) for index in range(MARKERS)]
        features = [self._drawing(index, cameras, chance) for index in range(DRAWINGS)]
        self._layers = tuple(
            CrisisLayer(
                LayerId(str(index)), f"layer {index}", kind, BY, AT, BY, AT,
                tuple(features[index::4]), order=index, state=LayerState.SHOWN,
            )
            for index, kind in enumerate((LayerKind.PERIMETER, LayerKind.ROUTE, LayerKind.HAZARD, LayerKind.STAGING))
        )  # fmt: skip

    def markers(self) -> Sequence[Marker]:
        return self._markers

    def layers(self) -> Sequence[CrisisLayer]:
        return self._layers

    def subscribe_overlay(self, heard: Callable[[], None]) -> Callable[[], None]:
        return lambda: None

    @staticmethod
    def _before(camera: Camera, away_m: float, chance: random.Random) -> Place:
        here = Place(camera.lat_deg or 0.0, camera.lon_deg or 0.0)
        return towards(here, (camera.azimuth_deg or 0.0) + chance.uniform(-20, 20), away_m)

    def _marker(self, index: int, cameras: Sequence[Camera], chance: random.Random) -> Marker:
        camera = cameras[index] if index < ON_PICTURES else chance.choice(cameras)
        anchor: Anchor = CameraAnchor(camera.number)
        if index < ON_PICTURES:
            anchor = ImageAnchor(camera.number, chance.uniform(0.1, 0.9), chance.uniform(0.3, 0.9))
        elif index % 10:
            anchor = GeoAnchor(self._before(camera, chance.uniform(12, 50), chance))
        colour = chance.choice(list(MarkerColour))
        return Marker(MarkerId(str(index)), "person", anchor, BY, AT, BY, AT, label=f"mark {index}", colour=colour)

    def _drawing(self, index: int, cameras: Sequence[Camera], chance: random.Random) -> LayerFeature:
        middle = self._before(chance.choice(cameras), 30, chance)
        if index % 4 == 1:
            places = [offset(middle, east_m=12.0 * step - 120, north_m=chance.uniform(-5, 5)) for step in range(20)]
            return LayerFeature(FeatureId(str(index)), line(places))
        corners = [towards(middle, 15.0 * step, chance.uniform(15, 40)) for step in range(24)]
        return LayerFeature(FeatureId(str(index)), polygon(corners))


def corniche(folder: Path) -> Path:
    """A scene whose view is known again, small, as a camera's second stream."""
    clip = folder / "corniche.mp4"
    command = ["ffmpeg", "-v", "error", "-i", str(city_clips(4)[-1]), "-vf", "fps=12,scale=320:180", "-c:v", "libx264"]
    rate = ["-preset", "medium", "-profile:v", "high", "-bf", "0", "-g", "24", "-b:v", "384k", "-maxrate", "512k"]
    subprocess.run([*command, *rate, "-bufsize", "512k", str(clip)], check=True)
    return clip


def cameras_of(city: City, address: str) -> dict[CameraNumber, Camera]:
    streams = {StreamName.MAIN: address, StreamName.SUB: address}
    return {
        camera.number: replace(camera, streams=streams, sensitivity=Sensitivity.PUBLIC) for camera in city.take(TILES)
    }


def hold(views: PictureViews, markers: Sequence[Marker], *, on: bool) -> None:
    """Have the decoders remember what the cameras show where markers hang on pixels, or forget it."""
    for marker in markers:
        if isinstance(marker.anchor, ImageAnchor):
            if on:
                views.hold(str(marker.id), marker.anchor.camera, (marker.anchor.u, marker.anchor.v))
            else:
                views.release(str(marker.id))


def go_on(seconds: float) -> None:
    """Let the wall run."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def measured(canvas: WallCanvas) -> tuple[float, float, int]:
    """Processor seconds of one turn, those of this process alone, and pictures shown."""
    me = psutil.Process()

    def shown() -> int:
        return sum(canvas.meter.tile(TileId(tile)).shown for tile in range(TILES))

    def own_s() -> float:
        times = me.cpu_times()
        return times.user + times.system

    before, own, pictures = cpu_s(me), own_s(), shown()
    go_on(TURN_S)
    return cpu_s(me) - before, own_s() - own, shown() - pictures


def main() -> int:
    app = make_application(Language.ENGLISH)
    clock, city, chance = SystemClock(), load_city(), random.Random(4)
    with tempfile.TemporaryDirectory() as folder:
        clip = corniche(Path(folder))
        cameras = cameras_of(city, str(clip))
        matches = city_matches(city)
        given = {n: matches[city.scene_of(n)] for n in cameras if city.scene_of(n) in matches}
        pool = Pool(clock, lambda name: None)
        try:
            pool.set_cameras(cameras)
            session = WallSession(preset("64"), clock=clock)
            session.fill(list(cameras))
            canvas = WallCanvas(session, pool, cameras=cameras, owners={}, clock=clock)
            canvas.resize(1934, 1094)
            canvas.show()
            source = Source(list(cameras.values()), chance)
            views = PictureViews(pool)
            overlays = Overlays(source, views, Calibrations(None, given=given), cameras=cameras, clock=clock)
            begun_s = time.process_time()
            for number in cameras:
                overlays.of(number)
            looks = 0
            while overlays.look() or looks < TILES:
                looks += 1
            made = [overlays.of(number) for number in cameras]
            took_s = time.process_time() - begun_s
            for _ in range(int(SETTLE_S)):
                if not sum(pool.board.restarts.values()):
                    go_on(1.0)
            known = 0
            spent: dict[bool, list[float]] = {False: [0.0, 0.0, 0.0], True: [0.0, 0.0, 0.0]}
            for turn in range(2 * TURNS):
                if sum(pool.board.restarts.values()):
                    break  # each one that is replaced makes a busy machine busier
                on = turn % 4 in (1, 2)
                canvas.set_overlays(overlays if on else None)
                hold(views, source.markers(), on=on)
                go_on(2.0)
                if on:
                    overlays.look()
                    known = sum(views.state_of(str(index)) is ViewState.SAME for index in range(ON_PICTURES))
                spent[on] = [a + b for a, b in zip(spent[on], measured(canvas), strict=True)]
            replaced = sum(pool.board.restarts.values())
            canvas.shut()
            canvas.close()
        finally:
            pool.close()
    del app
    if replaced:
        print(f"{replaced} decoders were replaced meanwhile: the machine is too busy to measure on")
        return 2
    return report(
        spent, sum(len(one.marks) for one in made), sum(len(one.shapes) for one in made), took_s=took_s, known=known
    )


def report(spent: dict[bool, list[float]], marks: int, shapes: int, *, took_s: float, known: int) -> int:
    """Print the figures; the exit code.

    Args:
      known: how many of the marked cameras were found to look where they did.
    """
    print(f"{ON_PICTURES} markers hang on pixels, each of another camera; {known} views are known again")
    print(f"{MARKERS} markers, {DRAWINGS} drawings on {TILES} tiles: {marks} marks and {shapes} shapes drawn")
    print(f"made once in {took_s * 1000:.0f} ms of the processor, a camera at a time")
    for on, (all_s, own_s, pictures) in spent.items():
        each_us, own_us = 1e6 * all_s / pictures, 1e6 * own_s / pictures
        rate = pictures / (TURNS * TURN_S)
        print(
            f"{'with' if on else 'without':8} {each_us:7.0f} us a picture, {own_us:5.0f} of the console; {rate:.0f}/s"
        )
    whole, own = ((spent[True][i] / spent[True][2]) / (spent[False][i] / spent[False][2]) for i in (0, 1))
    print(f"ratio {whole:.3f} of the wall, {own:.3f} of the console alone (at most {MOST} of the wall)")
    return 0 if whole <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
