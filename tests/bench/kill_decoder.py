"""`python -m tests.bench.kill_decoder`: what a kill -9 of a decoder with 8 tiles costs, in the real program.

Sixteen feeds of GStreamer's RTSP server on a headless wall with two decoders. In one run: the rate of every tile
and a plain opening are measured, one decoder is killed, and the clock stops when its last tile is live again.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
from collections.abc import Callable, Generator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QTimer

from tests.bench.feeds import gst_cameras, write_cameras
from wallapp.app import wall
from wallapp.app.run import Measured, Run
from wallapp.base.clock import Clock
from wallapp.base.ids import CameraNumber
from wallapp.domain.feed_state import TruthState
from wallapp.domain.layout import preset
from wallapp.services.options import CameraSource, Station, WallOptions
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.window import MainWindow

FEEDS = 16
FPS = 25.0
KEY_INTERVAL_S = 1.0
"""Of the clip that is served: a key picture every 25."""
RATE_S = 5.0
AFTER_S = 3.0
_GIVEN_UP_S = 100.0
_LOOK_MS = 10


_Value = TypeVar("_Value")
Steps = Generator[None, None, _Value]
"""Work that goes on at each look; its value comes at its end."""


@dataclass(frozen=True, slots=True)
class Result:
    """The figures of one run.

    Attributes:
      plain_open_s: one feed alone, from the asking to its first live picture, the wait for a key picture included.
      replaced_s: from the kill until another process was there in its place.
      live_s: from the kill until the last of its tiles was live on new pictures.
      tiles: how many the killed decoder had.
      lost: pictures that never came to the other decoders' tiles, of those due by their own rate before; the worst.
      shown: of the other decoders' pictures from the kill on, the part that was shown.
    """

    plain_open_s: float
    replaced_s: float
    live_s: float
    tiles: int
    others: int
    lost: float
    shown: float

    @property
    def bound_s(self) -> float:
        """Until when the tiles have to be live again."""
        return self.replaced_s + self.plain_open_s + KEY_INTERVAL_S


class KillRun(Run):
    """A run that does the steps of the measurement one after another, beside the window. GUI thread."""

    result: Result | None = None

    def __init__(self, app: ConsoleApplication, window: MainWindow, measured: Measured, options: WallOptions) -> None:
        super().__init__(app, window, measured, options)
        self._pool = measured.pool
        self._clock: Clock = measured.clock
        self._canvas = window.canvas
        self._session = window.canvas.session
        self._steps = self._run()
        self._step_timer = QTimer(interval=_LOOK_MS)
        self._step_timer.timeout.connect(self._step)
        self._step_timer.start()

    def _step(self) -> None:
        try:
            next(self._steps)
        except (StopIteration, AssertionError) as end:
            self._step_timer.stop()
            if isinstance(end, AssertionError):
                sys.stderr.write(f"kill_decoder: {end}\n")
            self._app.exit(0)

    def _run(self) -> Steps[None]:
        numbers = [CameraNumber(101 + index) for index in range(FEEDS)]
        yield from self._until(lambda: all(map(self._live, numbers)))
        alone = numbers[-1]
        tile = self._session.tiles_of(alone)[0]
        self._session.clear(tile)
        yield from self._until(lambda: self._pool.facts(alone) is None)
        self._session.assign(tile, alone)
        plain_open_s = yield from self._until(lambda: self._live(alone))
        yield from self._for(RATE_S / 2)  # the rush of an opening is over

        before, begin_s = self._decoded(numbers), self._clock.mono_s()
        yield from self._for(RATE_S)
        rates = {
            n: (count - before[n]) / (self._clock.mono_s() - begin_s) for n, count in self._decoded(numbers).items()
        }
        victim = self._decoder(numbers[0])
        theirs = [number for number in numbers if self._decoder(number) == victim]
        others = [number for number in numbers if number not in theirs]
        old_pid = self._pool.board.pids[victim]
        before, begin_s = self._decoded(others), self._clock.mono_s()
        self._canvas.meter.start()
        killed_mono_s = self._clock.mono_s()
        os.kill(old_pid, signal.SIGKILL)
        replaced_s = yield from self._until(lambda: self._pool.board.pids.get(victim, old_pid) != old_pid)
        live_s = replaced_s + (
            yield from self._until(lambda: all(self._live(n, since_mono_s=killed_mono_s + replaced_s) for n in theirs))
        )
        yield from self._for(AFTER_S)
        gone_s = self._clock.mono_s() - begin_s
        after = self._decoded(others)
        lost = max(rates[n] * gone_s - (after[n] - before[n]) for n in others)
        reports = self._canvas.meter.figures().tiles
        shown = [reports[self._session.tiles_of(n)[0]].shown for n in others]
        KillRun.result = Result(
            round(plain_open_s, 2),
            round(replaced_s, 2),
            round(live_s, 2),
            len(theirs),
            len(others),
            round(lost, 1),
            round(sum(shown) / max(1, sum(after[n] - before[n] for n in others)), 4),
        )

    def _until(self, condition: Callable[[], bool]) -> Steps[float]:
        begin_s = self._clock.mono_s()
        while not condition():
            if self._clock.mono_s() - begin_s > _GIVEN_UP_S:
                raise AssertionError("a step of the measurement did not come to its end")
            yield
        return self._clock.mono_s() - begin_s

    def _for(self, seconds: float) -> Steps[float]:
        begin_s = self._clock.mono_s()
        return self._until(lambda: self._clock.mono_s() - begin_s >= seconds)

    def _live(self, number: CameraNumber, *, since_mono_s: float = 0.0) -> bool:
        """Whether the camera's tile says so, and its newest picture was decoded after a moment."""
        facts, tiles = self._pool.facts(number), self._session.tiles_of(number)
        truth = self._canvas.truth(tiles[0]) if tiles else None
        if facts is None or truth is None or truth.state is not TruthState.LIVE:
            return False
        return (facts.reading.decoded_mono_s or 0.0) > since_mono_s

    def _decoder(self, number: CameraNumber) -> int:
        facts = self._pool.facts(number)
        return 0 if facts is None else facts.decoder

    def _decoded(self, numbers: list[CameraNumber]) -> dict[CameraNumber, int]:
        return {number: facts.decoded if (facts := self._pool.facts(number)) else 0 for number in numbers}


def run_once() -> Result | None:
    """Run the program once over feeds of its own; None where the measurement failed."""
    with tempfile.TemporaryDirectory() as name, gst_cameras(Path(name), FEEDS) as addresses:
        cameras = Path(name) / "cameras.csv"
        write_cameras(cameras, addresses)
        wall.Run = KillRun  # type: ignore[attr-defined]  # the product has no such option
        wall.run_wall(
            WallOptions(
                Station(Path(name)), CameraSource.FILE, cameras_file=cameras, layout=preset("16"), headless=True
            )
        )
    return KillRun.result


def main() -> int:
    result = run_once()
    if result is None:
        return 1
    if "--json" in sys.argv:
        print(json.dumps(asdict(result)))
        return 0
    print(f"a decoder with {result.tiles} of {FEEDS} tiles was killed by kill -9")
    print(f"another one in its place after      {result.replaced_s:6.2f} s  (at most 2)")
    print(f"all of its tiles live again after   {result.live_s:6.2f} s  (at most {result.bound_s:.2f}: that,")
    print(f"  a plain opening of {result.plain_open_s:.2f} s and a key-frame interval of {KEY_INTERVAL_S:.2f} s)")
    print(f"lost by the other {result.others} tiles, the worst {result.lost:6.1f} pictures")
    print(f"shown of their pictures             {100 * result.shown:6.1f} %")
    return 0


if __name__ == "__main__":
    sys.exit(main())
