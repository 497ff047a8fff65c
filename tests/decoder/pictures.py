"""Frames of every format from planes of samples, real decoded clips, and what a gate makes of them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction

import av
import numpy as np
from numpy.typing import NDArray

from wallapp.base.clock import ManualClock
from wallapp.decoder.gate import Gate
from wallapp.decoder.scene import Scene
from wallapp.domain.mask import MASK_UNITS, Mask
from wallapp.domain.view import WHOLE, Crop, Level
from wallapp.frames.arena import PICTURES_AT, Arena
from wallapp.frames.control import Output
from wallapp.frames.slot import SlotPlace, SlotReader

Samples = NDArray[np.uint8]
Bools = NDArray[np.bool_]

SHARED = {  # how many pixels, across and down, share a sample of colour
    "yuv420p": (2, 2),
    "yuvj420p": (2, 2),
    "yuv422p": (2, 1),
    "yuv444p": (1, 1),
    "yuvj444p": (1, 1),
    "yuv411p": (4, 1),
    "yuv420p10le": (2, 2),
    "nv12": (2, 2),
    "yuyv422": (2, 1),
    "bgr24": (1, 1),
    "gray": (1, 1),
}


def samples(pixel_format: str, size_px: tuple[int, int], rng: np.random.Generator) -> tuple[Samples, ...]:
    """Noise: three planes at the format's own subsampling, one for grey."""
    return tuple(rng.integers(0, 256, shape, np.uint8) for shape in _shapes(pixel_format, size_px))


def with_samples(
    pixel_format: str, one: Sequence[Samples], other: Sequence[Samples], where: Bools
) -> tuple[Samples, ...]:
    """`one`, but `other` in every sample that a pixel of `where` has part in."""
    mixed = []
    for index, (mine, theirs) in enumerate(zip(one, other, strict=True)):
        across, down = SHARED[pixel_format] if index else (1, 1)
        rows, columns = mine.shape[0] * down - where.shape[0], mine.shape[1] * across - where.shape[1]
        cells = np.pad(where, ((0, rows), (0, columns))).reshape(mine.shape[0], down, mine.shape[1], across)
        mixed.append(np.where(cells.any(axis=(1, 3)), theirs, mine))
    return tuple(mixed)


def frame_of(pixel_format: str, size_px: tuple[int, int], planes: Sequence[Samples]) -> av.VideoFrame:
    """A frame that holds exactly these samples."""
    frame = av.VideoFrame(*size_px, pixel_format)
    if pixel_format == "nv12":
        packed = [planes[0], np.dstack(planes[1:]).reshape(planes[1].shape[0], -1)]
    elif pixel_format == "yuyv422":
        quads = np.dstack([planes[0][:, ::2], planes[1], planes[0][:, 1::2], planes[2]])
        packed = [quads.reshape(size_px[1], -1)]
    elif pixel_format == "bgr24":
        packed = [np.dstack(planes).reshape(size_px[1], -1)]
    elif pixel_format == "yuv420p10le":
        packed = [(plane.astype("<u2") * 4 + plane % 4).view(np.uint8) for plane in planes]
    else:
        packed = list(planes)
    for plane, rows in zip(frame.planes, packed, strict=True):
        padded = np.zeros((plane.buffer_size // plane.line_size, plane.line_size), np.uint8)
        padded[: rows.shape[0], : rows.shape[1]] = rows
        plane.update(padded.tobytes())
    return frame


def inside(mask: Mask, width_px: int, height_px: int) -> Bools:
    """Which pixels hold one of nine points that lie in the polygon: by the rule of odd and even, in floats.

    Not how the product finds them, on purpose.
    """
    found = np.zeros((height_px, width_px), np.bool_)
    corners = np.array(mask.corners, np.float64) / MASK_UNITS * (width_px, height_px)
    for shift_x in (0.02, 0.5, 0.98):
        for shift_y in (0.02, 0.5, 0.98):
            x, y = np.meshgrid(np.arange(width_px) + shift_x, np.arange(height_px) + shift_y)
            odd = np.zeros((height_px, width_px), np.bool_)
            for (x1, y1), (x2, y2) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
                if y1 != y2:
                    odd ^= ((y1 > y) != (y2 > y)) & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
            found |= odd
    return found


def in_masks(masks: Sequence[Mask], size_px: tuple[int, int]) -> Bools:
    """Which pixels lie in any of them."""
    found = np.zeros(size_px[::-1], np.bool_)
    for mask in masks:
        found |= inside(mask, *size_px)
    return found


@contextmanager
def gate_with(
    level: Level,
    box_px: tuple[int, int],
    *,
    crop: Crop = WHOLE,
    masks: tuple[Mask, ...] = (),
    scenes: tuple[Scene, ...] = (),
) -> Iterator[tuple[Gate, SlotReader]]:
    """A gate with one output, and what reads it."""
    place = SlotPlace(0, PICTURES_AT, *box_px)
    arena = Arena.create("test", PICTURES_AT + place.size_bytes)
    arena.close_descriptor()
    gate = Gate(arena, ManualClock())
    gate.allow(Level.CLEAR)
    gate.set_masks(masks)
    gate.set_scenes(scenes)
    gate.set_outputs((Output(place, level, crop),))
    yield gate, SlotReader(arena, place)


def pixels(reader: SlotReader) -> NDArray[np.uint8] | None:
    """What was written last, a copy."""
    picture = reader.take()
    if picture is None:
        return None
    return np.frombuffer(bytes(picture.pixels), np.uint8).reshape(picture.height_px, picture.width_px, 4)


def clip(pictures: Sequence[NDArray[np.uint8]], *, crf: int = 28) -> bytes:
    """RGB pictures encoded as a camera does: H.264 with frames that refer to each other."""
    file = io.BytesIO()
    with av.open(file, "w", format="matroska") as container:
        stream = container.add_stream("libx264", rate=Fraction(25), options={"crf": str(crf), "preset": "veryfast"})
        stream.height, stream.width = pictures[0].shape[:2]
        stream.pix_fmt = "yuv420p"
        for picture in pictures:
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode())
    return file.getvalue()


def decoded(data: bytes) -> Iterator[av.VideoFrame]:
    """The clip's frames, one at a time, as a session has them."""
    with av.open(io.BytesIO(data)) as container:
        yield from container.decode(video=0)


def _shapes(pixel_format: str, size_px: tuple[int, int]) -> list[tuple[int, int]]:
    across, down = SHARED[pixel_format]
    colour = (-(-size_px[1] // down), -(-size_px[0] // across))
    whole = (size_px[1], size_px[0])
    return [whole] if pixel_format == "gray" else [whole, colour, colour]
