"""From the shown window to the exit code: the event loop, the time limit, the picture and the figures."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QTimer
from PySide6.QtGui import QImage, QImageWriter

from wallapp.app.stats import ProcessFigures, Recorder
from wallapp.base.clock import Clock
from wallapp.base.errors import Unavailable
from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import Camera
from wallapp.domain.feed_state import TruthState, assess
from wallapp.domain.health import FeedFacts
from wallapp.domain.view import View
from wallapp.feeds.pool import Pool
from wallapp.services.options import WallOptions
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.window import MainWindow

_LOOK_MS: Final = 100
_FIRST_LIVE_S: Final = 120.0
"""With a time limit and no live tile for so long, the run ends as failed."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What the figures are taken from."""

    clock: Clock
    pool: Pool
    cameras: Mapping[CameraNumber, Camera]

    def facts(self, view: View) -> FeedFacts | None:
        """Of the view's camera, by the stream in use."""
        return self.pool.facts(view.camera)

    def any_live(self) -> bool:
        """Whether any tile is live."""
        now_s = self.clock.mono_s()
        found = (self.facts(view) for view in self.pool.views)
        return any(facts and assess(facts.reading, now_s).state is TruthState.LIVE for facts in found)

    def record(self) -> Recorder:
        """Begin to measure."""
        board = self.pool
        processes = ProcessFigures(lambda: board.board.pids, lambda: board.board.restarts)
        return Recorder(self.clock, self.facts, lambda: list(self.pool.views), processes)


class Run:
    """One run of a window. GUI thread."""

    def __init__(self, app: ConsoleApplication, window: MainWindow, measured: Measured, options: WallOptions) -> None:
        self._app = app
        self._window = window
        self._measured = measured
        self._options = options
        self._recorder: Recorder | None = None
        self._begin_mono_s = measured.clock.mono_s()
        self._live_mono_s: float | None = None
        self._code = 0
        self._interrupted = False
        self._timer = QTimer(interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def until_done(self) -> int:
        """Run the event loop; write what was asked for; return the exit code."""
        before = {kind: signal.signal(kind, self._interrupt) for kind in (signal.SIGINT, signal.SIGTERM)}
        self._timer.start()
        try:
            self._app.exec()
        finally:
            for kind, handler in before.items():
                signal.signal(kind, handler)
        self._write()
        return self._code

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        self._interrupted = True  # Qt's loop is left from the timer, not from within a signal

    def _look(self) -> None:
        now_s = self._measured.clock.mono_s()
        if self._interrupted:  # exit, not quit, which would close the window before its picture is taken
            self._app.exit(0)
        if self._live_mono_s is None:
            if self._measured.any_live():
                self._start_measuring()
                self._live_mono_s = self._measured.clock.mono_s()  # the figures are of no less than was asked for
            elif self._options.duration_s is not None and now_s - self._begin_mono_s > _FIRST_LIVE_S:
                sys.stderr.write(f"wallapp: no camera became live within {_FIRST_LIVE_S:.0f} s; see wallapp doctor\n")
                self._code = 1
                self._app.exit(0)
        elif self._options.duration_s is not None and now_s - self._live_mono_s >= self._options.duration_s:
            self._app.exit(0)

    def _start_measuring(self) -> None:
        if self._options.stats_path is not None:
            self._window.canvas.meter.start()
            self._recorder = self._measured.record()

    def _write(self) -> None:
        options = self._options
        if options.stats_path is not None:
            recorder = self._recorder or self._measured.record()
            figures = recorder.finish(self._measured.cameras, self._window.canvas.meter.figures())
            _write_whole(options.stats_path, json.dumps(figures, indent=1, ensure_ascii=False).encode() + b"\n")
        if options.snapshot_path is not None:
            _write_whole(options.snapshot_path, _png(self._window.grab().toImage()))


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file or leave what was there.

    Raises:
      Unavailable: the disk is full or the folder cannot be written.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        os.replace(part, path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise Unavailable(
            f"{path} could not be written: {error.strerror}; free space or choose another place"
        ) from error
