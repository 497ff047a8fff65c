"""Cameras to see at work: clips that differ in colour, and a cameras.csv over whatever plays them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

FPS = 15
SECONDS = 3
_WIDTH_PX, _HEIGHT_PX = 640, 360
_OPTIONS = {"preset": "ultrafast", "tune": "zerolatency", "crf": "26"}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of cameras.csv."""

    number: int
    name: str
    address: str
    owner: str = "City"
    owner_kind: str = "city"
    sensitivity: str = "public"
    sub: str = ""


def write_cameras(path: Path, rows: list[Row]) -> Path:
    """Write the table; returns its path."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["number", "name", "owner", "owner_kind", "sensitivity", "main", "sub"])
        for row in rows:
            writer.writerow([row.number, row.name, row.owner, row.owner_kind, row.sensitivity, row.address, row.sub])
    return path


def tinted_clip(folder: Path, index: int) -> Path:
    """A clip whose colour no other index has, H.264 at 15/s, a key picture a second; made once a folder."""
    path = folder / f"tinted-{index}.mp4"
    if not path.exists():
        unfinished = folder / f"unfinished-{index}.mp4"
        _encode(unfinished, index)
        unfinished.rename(path)
    return path


def tint(index: int) -> tuple[int, int, int]:
    """The colour of an index, RGB: strong, so that a grey picture is told from it at once."""
    turn = index * 0.381966  # the golden section: neighbours lie far apart
    parts = (turn, turn + 1 / 3, turn + 2 / 3)
    return tuple(int(127 + 100 * np.cos(2 * np.pi * part)) for part in parts)  # type: ignore[return-value]  # three


def _encode(path: Path, index: int) -> None:
    noise = np.random.default_rng(index)
    texture = noise.integers(0, 40, (_HEIGHT_PX // 8, _WIDTH_PX // 8)).repeat(8, 0).repeat(8, 1)
    ground = np.array(tint(index)) * 0.8 + texture[..., None]
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=FPS, options=_OPTIONS)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt, stream.gop_size = _WIDTH_PX, _HEIGHT_PX, "yuv420p", FPS
        for count in range(FPS * SECONDS):
            frame = av.VideoFrame.from_ndarray(_picture(ground, count), format="rgb24")
            frame.pts, frame.time_base = count, Fraction(1, FPS)
            container.mux(stream.encode(frame.reformat(format="yuv420p")))
        container.mux(stream.encode(None))


def _picture(ground: npt.NDArray[np.float64], count: int) -> npt.NDArray[np.uint8]:
    picture = np.clip(ground, 0, 255).astype(np.uint8)
    left = 30 + count * (_WIDTH_PX - 160) // (FPS * SECONDS)
    picture[150:210, left : left + 100] = 245
    picture[230:290, _WIDTH_PX - left - 100 : _WIDTH_PX - left] = 15
    return picture
