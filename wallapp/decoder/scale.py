"""From a decoded frame to BGRA pixels of a given size."""

from __future__ import annotations

from typing import Final

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from wallapp.domain.view import Crop

Pixels = NDArray[np.uint8]

_PLANAR: Final = frozenset({"yuv420p", "yuv422p", "yuv444p", "yuvj420p", "yuvj422p", "yuvj444p"})
_BT709_HEIGHT_PX: Final = 720
"""Where a stream does not say its matrix, players take BT.709 from this height on."""
_SPACE_BT709: Final = 1
_SPACE_UNSPECIFIED: Final = 2
_RANGE_FULL: Final = 2

_LEVELS = np.arange(256, dtype=np.float64)
_LUMA_LIMITED: Final = np.round(_LEVELS * 219 / 255 + 16).astype(np.uint8)
_CHROMA_LIMITED: Final = np.round((_LEVELS - 128) * 224 / 255 + 128).astype(np.uint8)


def _bgra_of_yuv(kr: float, kb: float) -> NDArray[np.float64]:
    """The linear part of YUV to BGRA (ITU-R BT.601 and BT.709 differ in kr and kb only)."""
    kg = 1 - kr - kb
    blue = (1.0, 2 * (1 - kb), 0.0)
    green = (1.0, -2 * (1 - kb) * kb / kg, -2 * (1 - kr) * kr / kg)
    red = (1.0, 0.0, 2 * (1 - kr))
    return np.array([blue, green, red])


def _correction() -> NDArray[np.float64]:
    """From pixels that were converted with BT.601 to those that BT.709 gives, as 4x4 on BGRA."""
    matrix = np.eye(4)
    matrix[:3, :3] = _bgra_of_yuv(0.2126, 0.0722) @ np.linalg.inv(_bgra_of_yuv(0.299, 0.114))
    return matrix


_BT709_OF_BT601: Final = _correction()


def fit(source_px: tuple[int, int], box_px: tuple[int, int]) -> tuple[int, int]:
    """The largest even size with the source's shape inside the box; (0, 0) where the box is under 2x2."""
    if min(box_px) < 2:
        return 0, 0
    scale = min(box_px[0] / max(1, source_px[0]), box_px[1] / max(1, source_px[1]))
    width_px = min(box_px[0], round(source_px[0] * scale))
    height_px = min(box_px[1], round(source_px[1] * scale))
    return max(2, width_px & ~1), max(2, height_px & ~1)


class Scaler:
    """Scales frames; keeps its scratch memory. One thread."""

    def __init__(self) -> None:
        self._scratch: Pixels = np.empty((0, 0), np.uint8)

    def write(self, frame: av.VideoFrame, crop: Crop, target: Pixels, *, average: bool = False) -> None:
        """Fill `target` with the cropped frame.

        Three small planes are resized and then converted once: half the cost of converting first.

        Args:
          frame: any pixel format that FFmpeg decodes to; borrowed.
          target: (height, width, 4) uint8 BGRA, C-contiguous, even sides.
          average: every source pixel counts (mosaic); else bilinear, or by area when shrinking by over two.
        """
        height_px, width_px = target.shape[:2]
        if frame.format.name not in _PLANAR:
            picture = _cut(np.asarray(frame.to_ndarray(format="bgra"), np.uint8), crop)
            _resize(picture, (width_px, height_px), average=average, target=target)
            return
        i420 = self._i420(width_px, height_px)
        half = (width_px // 2, height_px // 2)
        chroma = i420[height_px:].reshape(2, half[1], half[0])
        _resize(_cut(_plane(frame, 0), crop), (width_px, height_px), average=average, target=i420[:height_px])
        _resize(_cut(_plane(frame, 1), crop), half, average=average, target=chroma[0])
        _resize(_cut(_plane(frame, 2), crop), half, average=average, target=chroma[1])
        if frame.format.name.startswith("yuvj") or frame.color_range == _RANGE_FULL:
            i420[:height_px] = cv2.LUT(i420[:height_px], _LUMA_LIMITED)
            i420[height_px:] = cv2.LUT(i420[height_px:], _CHROMA_LIMITED)
        cv2.cvtColor(i420, cv2.COLOR_YUV2BGRA_I420, dst=target)
        if _is_bt709(frame):
            cv2.transform(target, _BT709_OF_BT601, dst=target)

    def _i420(self, width_px: int, height_px: int) -> Pixels:
        shape = (height_px * 3 // 2, width_px)
        if self._scratch.shape != shape:
            self._scratch = np.empty(shape, np.uint8)
        return self._scratch


def _is_bt709(frame: av.VideoFrame) -> bool:
    by_height = frame.colorspace == _SPACE_UNSPECIFIED and frame.height >= _BT709_HEIGHT_PX
    return frame.colorspace == _SPACE_BT709 or by_height


def _plane(frame: av.VideoFrame, index: int) -> Pixels:
    plane = frame.planes[index]
    rows = np.frombuffer(memoryview(plane), dtype=np.uint8).reshape(-1, plane.line_size)
    cut: Pixels = rows[: plane.height, : plane.width]
    return cut


def luma(frame: av.VideoFrame) -> memoryview | None:
    """The first plane's bytes, borrowed from the frame; None where the format is not planar YUV."""
    return memoryview(frame.planes[0]) if frame.format.name in _PLANAR else None


def _cut(picture: Pixels, crop: Crop) -> Pixels:
    height_px, width_px = picture.shape[:2]
    top, left = int(crop.top * height_px), int(crop.left * width_px)
    bottom = max(top + 1, round(crop.bottom * height_px))
    right = max(left + 1, round(crop.right * width_px))
    return picture[top:bottom, left:right]


def _resize(picture: Pixels, size_px: tuple[int, int], *, average: bool, target: Pixels) -> None:
    by_area = average or picture.shape[0] > 2 * size_px[1]
    cv2.resize(picture, size_px, dst=target, interpolation=cv2.INTER_AREA if by_area else cv2.INTER_LINEAR)
