"""From a picture's planes to BGRA pixels of a given size."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from wallapp.decoder.planes import Coding, Pixels, Planes
from wallapp.domain.view import Crop

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


def bgr_of_yuv(coding: Coding) -> NDArray[np.float64]:
    """From (Y, U, V) as they are coded to (B, G, R) of 0 to 255: 3x4, the last column added."""
    kr, kb = (0.2126, 0.0722) if coding.is_bt709 else (0.299, 0.114)
    luma, chroma, black = (1.0, 1.0, 0.0) if coding.is_full_range else (255 / 219, 255 / 224, 16.0)
    matrix = _bgra_of_yuv(kr, kb) * (luma, chroma, chroma)
    return np.hstack([matrix, -matrix @ [[black], [128.0], [128.0]]])


class Scaler:
    """Scales pictures; keeps its scratch memory. One thread."""

    def __init__(self) -> None:
        self._scratch: Pixels = np.empty((0, 0), np.uint8)

    def write(self, source: Planes, crop: Crop, target: Pixels) -> None:
        """Fill `target` with the cropped picture: bilinear, or by area when shrinking by over two.

        Three small planes are resized and then converted once: half the cost of converting first.

        Args:
          target: (height, width, 4) uint8 BGRA, C-contiguous, even sides.
        """
        height_px, width_px = target.shape[:2]
        luma, coding = source.planes[0], source.coding
        if luma.ndim == 3:
            _resize(_cut(luma, crop), (width_px, height_px), target=target)
            return
        i420 = self._i420(width_px, height_px)
        half = (width_px // 2, height_px // 2)
        chroma = i420[height_px:].reshape(2, half[1], half[0])
        _resize(_cut(luma, crop), (width_px, height_px), target=i420[:height_px])
        if len(source.planes) == 1:
            chroma[:] = 128
        for index, plane in enumerate(source.planes[1:]):
            _resize(_cut(plane, crop), half, target=chroma[index])
        if coding.is_full_range:
            i420[:height_px] = cv2.LUT(i420[:height_px], _LUMA_LIMITED)
            i420[height_px:] = cv2.LUT(i420[height_px:], _CHROMA_LIMITED)
        cv2.cvtColor(i420, cv2.COLOR_YUV2BGRA_I420, dst=target)
        if coding.is_bt709:
            cv2.transform(target, _BT709_OF_BT601, dst=target)

    def _i420(self, width_px: int, height_px: int) -> Pixels:
        shape = (height_px * 3 // 2, width_px)
        if self._scratch.shape != shape:
            self._scratch = np.empty(shape, np.uint8)
        return self._scratch


def _cut(picture: Pixels, crop: Crop) -> Pixels:
    height_px, width_px = picture.shape[:2]
    top, left = int(crop.top * height_px), int(crop.left * width_px)
    bottom = max(top + 1, round(crop.bottom * height_px))
    right = max(left + 1, round(crop.right * width_px))
    return picture[top:bottom, left:right]


def _resize(picture: Pixels, size_px: tuple[int, int], *, target: Pixels) -> None:
    by_area = picture.shape[0] > 2 * size_px[1]
    cv2.resize(picture, size_px, dst=target, interpolation=cv2.INTER_AREA if by_area else cv2.INTER_LINEAR)
