"""One camera's seamless loop as two H.264 files, drawn once: main and sub."""

from __future__ import annotations

import os
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from types import TracebackType

import av
import cv2
import numpy as np
from av.container import OutputContainer
from av.video.stream import VideoStream

from wallapp.simulation.loop import MAIN_PX, RATE_HZ, SUB_EVERY, SUB_PX
from wallapp.simulation.scenes.drawing import Image

MAIN_OPTIONS = {
    "preset": "superfast",
    "crf": "27",
    "maxrate": "1000k",
    "bufsize": "1000k",
    "x264-params": "bframes=0:keyint=25:min-keyint=25:scenecut=0:rc-lookahead=8:threads=1",
}
SUB_OPTIONS = {
    "preset": "superfast",
    "crf": "29",
    "maxrate": "260k",
    "bufsize": "260k",
    "x264-params": "bframes=0:keyint=15:min-keyint=15:scenecut=0:rc-lookahead=8:threads=1",
}
STILL_OPTIONS = {
    "preset": "superfast",
    "qp": "26",
    "x264-params": "bframes=0:keyint=25:min-keyint=25:scenecut=0:ipratio=8:threads=1",
}
"""For a frozen feed: quantising follow-up pictures far more coarsely leaves nothing of a repeated one to send, so
that what is decoded is the same to the last bit."""


class ClipWriter:
    """Writes one H.264 file beside its final name and moves it there only when whole.

    Used as a context; leaving it by an error removes what was written. One thread.
    """

    def __init__(self, path: Path, *, size_px: tuple[int, int], rate_hz: Fraction, options: dict[str, str]) -> None:
        self._path = path
        self.part = path.with_name(f"{path.name}.{os.getpid()}.part")
        self._size_px = size_px
        self._rate_hz = rate_hz
        self._options = options
        self._container: OutputContainer
        self._stream: VideoStream
        self._written = 0

    def __enter__(self) -> ClipWriter:
        self._container = av.open(str(self.part), "w", format="mp4")
        self._stream = self._container.add_stream("libx264", rate=self._rate_hz, options=self._options)
        self._stream.width, self._stream.height = self._size_px
        self._stream.pix_fmt = "yuv420p"
        self._stream.time_base = 1 / self._rate_hz
        return self

    def write(self, planes: Image) -> None:
        """Encode one picture. Args: planes: I420, uint8, (height * 3 / 2, width); not kept."""
        frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
        frame.pts = self._written
        frame.time_base = 1 / self._rate_hz
        self._written += 1
        self._container.mux(self._stream.encode(frame))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._container.mux(self._stream.encode(None))
        self._container.close()
        if kind is None:
            os.replace(self.part, self._path)
        else:
            self.part.unlink(missing_ok=True)


def write_clips(frames: Iterable[Image], main: Path, sub: Path, *, still: bool = False) -> None:
    """Encode one loop into both files. Each appears under its name only when whole.

    Args:
      frames: BGR, uint8, (360, 640, 3); each is used up before the next is asked for.
      still: all frames are the same, and have to decode as the same.

    Raises:
      OSError: the files cannot be written (av's errors of files are OSErrors).
    """
    rate = Fraction(RATE_HZ)
    with (
        ClipWriter(main, size_px=MAIN_PX, rate_hz=rate, options=STILL_OPTIONS if still else MAIN_OPTIONS) as main_out,
        ClipWriter(
            sub, size_px=SUB_PX, rate_hz=rate / SUB_EVERY, options=STILL_OPTIONS if still else SUB_OPTIONS
        ) as sub_out,
    ):
        for index, frame in enumerate(frames):
            main_out.write(np.asarray(cv2.cvtColor(frame, cv2.COLOR_BGR2YUV_I420), np.uint8))
            if index % SUB_EVERY == 0:
                small = cv2.resize(frame, SUB_PX, interpolation=cv2.INTER_AREA)
                sub_out.write(np.asarray(cv2.cvtColor(small, cv2.COLOR_BGR2YUV_I420), np.uint8))
