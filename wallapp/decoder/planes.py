"""A decoded frame as planes of bytes, before anything is done to it.

Every frame becomes 8-bit planes of its own subsampling, or BGRA where it is RGB: no conversion here mixes two
source cells, so what a mask covers afterwards has not bled into its neighbours before. Deeper samples are cut to
their upper eight bits and not dithered, so that a sample means the same wherever it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import av
import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]

_DIRECT: Final = frozenset({"yuv420p", "yuv422p", "yuv444p", "yuvj420p", "yuvj422p", "yuvj444p"})
_OF_SUBSAMPLING: Final = {
    (1, 1): "yuv444p",
    (2, 1): "yuv422p",
    (2, 2): "yuv420p",
    (1, 2): "yuv440p",
    (4, 1): "yuv411p",
    (4, 4): "yuv410p",
}
_HAS_DEEP: Final = frozenset({"yuv420p", "yuv422p", "yuv444p"})
_BT709_HEIGHT_PX: Final = 720
"""Where a stream does not say its matrix, players take BT.709 from this height on."""
_SPACE_BT709: Final = 1
_SPACE_UNSPECIFIED: Final = 2
_RANGE_LIMITED: Final = 1
_RANGE_FULL: Final = 2


@dataclass(frozen=True, slots=True)
class Coding:
    """How a picture's bytes are to be read.

    Attributes:
      cell_px: width and height of the source pixels that share one sample of colour; (1, 1) where none share.
      exact: every byte of the planes comes from its own source cell alone. A mask can hold only then.
    """

    width_px: int
    height_px: int
    cell_px: tuple[int, int] = (1, 1)
    is_bt709: bool = False
    is_full_range: bool = False
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Planes:
    """A picture. Attributes: planes: 3 of YUV, 1 of luma, or 1 of BGRA (height, width, 4); read, never written."""

    planes: tuple[Pixels, ...]
    coding: Coding


def planes_of(frame: av.VideoFrame) -> Planes:
    """The frame's planes, borrowed from it where its format allows; rows may be padded.

    Raises:
      ValueError: FFmpeg cannot convert the frame's format.
    """
    name = frame.format.name
    if name in _DIRECT:
        coding = _coding(frame, _cell_px(frame), full=name.startswith("yuvj") or frame.color_range == _RANGE_FULL)
        return Planes((_plane(frame, 0), _plane(frame, 1), _plane(frame, 2)), coding)
    deep = any(component.bits > 8 for component in frame.format.components)
    if _is_gray(frame):
        coding = _coding(frame, (1, 1), full=frame.color_range != _RANGE_LIMITED)  # FFmpeg: grey is full range
        return Planes((_plane(_as(frame, "gray16le" if deep else "gray"), 0, deep=deep),), coding)
    same = _OF_SUBSAMPLING.get(_cell_px(frame)) if _is_yuv(frame) else None
    if same is not None:
        coding = _coding(frame, _cell_px(frame), full=name.startswith("yuvj") or frame.color_range == _RANGE_FULL)
        deep = deep and same in _HAS_DEEP
        planes = _as(frame, f"{same}16le" if deep else same)
        return Planes(tuple(_plane(planes, index, deep=deep) for index in range(3)), coding)
    exact = frame.format.is_rgb and not name.startswith(("bayer", "xyz"))
    packed = _plane(_as(frame, "bgra64le" if deep else "bgra"), 0, deep=deep, channels=4)
    return Planes((packed,), Coding(frame.width, frame.height, exact=exact))


def luma(frame: av.VideoFrame) -> memoryview | None:
    """The first plane's bytes, borrowed from the frame; None where the format is not planar YUV."""
    return memoryview(frame.planes[0]) if frame.format.name in _DIRECT else None


def grey(picture: Planes) -> Pixels:
    """(height, width) brightness of a picture; the luma itself where there is one."""
    first = picture.planes[0]
    return first if first.ndim == 2 else np.asarray(cv2.cvtColor(first, cv2.COLOR_BGRA2GRAY), np.uint8)


def _coding(frame: av.VideoFrame, cell_px: tuple[int, int], *, full: bool) -> Coding:
    by_height = frame.colorspace == _SPACE_UNSPECIFIED and frame.height >= _BT709_HEIGHT_PX
    is_bt709 = frame.colorspace == _SPACE_BT709 or by_height
    return Coding(frame.width, frame.height, cell_px, is_bt709, full)


def _as(frame: av.VideoFrame, name: str) -> av.VideoFrame:
    return frame if frame.format.name == name else frame.reformat(format=name)


def _is_gray(frame: av.VideoFrame) -> bool:
    return frame.format.name.startswith("gray")


def _is_yuv(frame: av.VideoFrame) -> bool:
    return not frame.format.is_rgb and len(frame.format.components) >= 3


def _cell_px(frame: av.VideoFrame) -> tuple[int, int]:
    """How many pixels, across and down, share a sample of colour; asked at a size that leaves no doubt."""
    form = frame.format
    return 64 // max(1, form.chroma_width(64)), 64 // max(1, form.chroma_height(64))


def _plane(frame: av.VideoFrame, index: int, *, deep: bool = False, channels: int = 1) -> Pixels:
    """One plane's samples, of `deep` ones of 16 bits the upper byte; with `channels` one axis more."""
    plane = frame.planes[index]
    rows = np.frombuffer(memoryview(plane), dtype=np.uint8).reshape(-1, plane.line_size)
    cut: Pixels = rows[: plane.height, : plane.width * channels * (2 if deep else 1)]
    if deep:
        cut = np.ascontiguousarray(cut[:, 1::2])
    return cut if channels == 1 else cut.reshape(plane.height, plane.width, channels)
