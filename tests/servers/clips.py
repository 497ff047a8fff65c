"""Small clips for the servers: moving content with a counter burnt in that survives encoding and scaling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

COUNTER_BITS = 12
_STRIP_SHARE = 0.1  # of the height: the counter's strip at the top


@dataclass(frozen=True, slots=True)
class ClipKind:
    """What a clip is made of; equal kinds share one file.

    Attributes:
      codec: FFmpeg's name: h264, hevc or mjpeg.
    """

    codec: str = "h264"
    width_px: int = 640
    height_px: int = 360
    fps: int = 25
    seconds: int = 4
    still: bool = False

    @property
    def file_name(self) -> str:
        suffix = "mkv" if self.codec == "mjpeg" else "mp4"
        look = "still" if self.still else "moving"
        return f"{self.codec}-{self.width_px}x{self.height_px}-{self.fps}fps-{self.seconds}s-{look}.{suffix}"


# MJPEG: RFC 2435 carries no Huffman tables, and FFmpeg's RTP muxer no restart markers, which slices would bring.
_ENCODERS: dict[str, tuple[str, str, dict[str, str]]] = {
    "h264": (
        "libx264",
        "yuv420p",
        {"preset": "veryfast", "tune": "zerolatency", "crf": "26", "slices": "2"},
    ),  # as cameras do
    "hevc": ("libx265", "yuv420p", {"preset": "ultrafast", "x265-params": "bframes=0:scenecut=0:log-level=none"}),
    "mjpeg": ("mjpeg", "yuvj420p", {"huffman": "default", "slices": "1", "qmin": "6", "qmax": "6"}),
}


class ClipShelf:
    """Makes each clip once and keeps it in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def file(self, kind: ClipKind | None = None) -> Path:
        """The file of a kind, 640x360 H.264 at 25/s unless told: a key picture a second, none reordered."""
        kind = kind or ClipKind()
        path = self._folder / kind.file_name
        if not path.exists():
            unfinished = path.with_name(f"unfinished-{path.name}")
            encode(kind, unfinished)
            unfinished.rename(path)
        return path


def encode(kind: ClipKind, path: Path) -> None:
    """Draw and encode a clip."""
    encoder, pixels, options = _ENCODERS[kind.codec]
    with av.open(str(path), "w") as container:
        stream = container.add_stream(encoder, rate=kind.fps, options=options)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt = kind.width_px, kind.height_px, pixels
        stream.gop_size, stream.max_b_frames = kind.fps, 0
        for index, picture in enumerate(pictures(kind)):
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame.pts, frame.time_base = index, Fraction(1, kind.fps)
            container.mux(stream.encode(frame.reformat(format=pixels)))
        container.mux(stream.encode(None))


def pictures(kind: ClipKind) -> Iterator[npt.NDArray[np.uint8]]:
    """The pictures of a clip, RGB, height x width x 3: a street's worth of moving blocks over a fixed ground."""
    noise = np.random.default_rng(7)
    width, height = kind.width_px, kind.height_px
    ground = np.linspace(60, 150, height, dtype=np.float32)[:, None, None] * np.ones((1, width, 3), np.float32)
    ground += noise.normal(0, 6, ground.shape)
    for index in range(kind.fps * kind.seconds):
        moment = 0 if kind.still else index
        picture = np.clip(ground, 0, 255).astype(np.uint8)
        for lane in range(5):
            size = height // 12
            top = height * (lane + 2) // 8
            left = int((moment * (lane + 2) * width / (kind.fps * kind.seconds) + lane * 97) % (width - size))
            picture[top : top + size, left : left + 2 * size] = (40 * lane + 60, 200 - 30 * lane, 90)
        _burn(picture, moment)
        yield picture


def _burn(picture: npt.NDArray[np.uint8], count: int) -> None:
    strip = max(2, int(picture.shape[0] * _STRIP_SHARE))
    edges = np.linspace(0, picture.shape[1], COUNTER_BITS + 1).astype(int)
    for bit in range(COUNTER_BITS):
        picture[:strip, edges[bit] : edges[bit + 1]] = 235 if count >> (COUNTER_BITS - 1 - bit) & 1 else 20


def read_counter(picture: npt.NDArray[np.uint8]) -> int:
    """The counter of a picture of any size: height x width, grey, or height x width x channels."""
    grey = picture if picture.ndim == 2 else picture[..., :3].mean(axis=2)
    row = grey[int(grey.shape[0] * _STRIP_SHARE / 2)]
    middles = ((np.arange(COUNTER_BITS) + 0.5) * len(row) / COUNTER_BITS).astype(int)
    count = 0
    for value in row[middles]:
        count = count << 1 | int(value > 127)
    return count
