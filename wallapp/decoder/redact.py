"""Static solid masks: what they cover is left out of the source planes before anything else is done.

A mask covers every source pixel that it touches, whole cells of shared colour, and whatever it encloses.
Nothing under it is copied, so nothing of it can bleed into a neighbour by scaling, averaging or colour.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from wallapp.decoder.planes import Coding, Pixels, Planes
from wallapp.domain.mask import MASK_UNITS, Mask

FILL_LEVEL: Final = 40
"""What is seen in place of what is covered: a dark neutral grey, this of 255 in each colour."""
_FILL_LUMA_LIMITED: Final = round(16 + FILL_LEVEL * 219 / 255)
_NO_COLOUR: Final = 128
_OUTLINE, _OUTSIDE = 1, 2


class Masker:
    """The masks of one feed, made ready for the size and format of its frames. One thread."""

    def __init__(self, masks: tuple[Mask, ...] = ()) -> None:
        self._masks = masks
        self._made_for: tuple[Coding, list[tuple[int, ...]]] | None = None
        self._kept: tuple[Pixels, ...] = ()
        self._scratch: tuple[Pixels, ...] = ()

    @property
    def masks(self) -> tuple[Mask, ...]:
        """What is covered."""
        return self._masks

    def apply(self, source: Planes) -> Planes | None:
        """The picture without what is covered; the source itself is never written, decoders refer to it.

        Returns:
          The planes, valid until the next call; None where the masks cannot be made to hold on this format:
          nothing of the picture may be used then.
        """
        if not self._masks:
            return source
        if not source.coding.exact:
            return None
        made_for = (source.coding, [plane.shape for plane in source.planes])
        if made_for != self._made_for:
            self._prepare(source)
            self._made_for = made_for
        for plane, kept, scratch in zip(source.planes, self._kept, self._scratch, strict=True):
            cv2.copyTo(plane, kept, scratch)
        return Planes(self._scratch, source.coding)

    def _prepare(self, source: Planes) -> None:
        coding = source.coding
        covered = covered_pixels(self._masks, coding.width_px, coding.height_px, cell_px=coding.cell_px)
        across, down = coding.cell_px
        self._made_for = None
        self._kept = tuple(
            np.where(covered if plane is source.planes[0] else covered[::down, ::across], 0, 255).astype(np.uint8)
            for plane in source.planes
        )
        self._scratch = _filled(source)


def covered_pixels(
    masks: tuple[Mask, ...], width_px: int, height_px: int, *, cell_px: tuple[int, int] = (1, 1)
) -> NDArray[np.bool_]:
    """Which source pixels the masks cover: (height_px, width_px), whole cells of at least 2x2 pixels."""
    covered = np.zeros((height_px, width_px), np.bool_)
    for mask in masks:
        covered |= _touched(mask, width_px, height_px)
    across, down = max(2, cell_px[0]), max(2, cell_px[1])
    padded = np.pad(covered, ((0, -height_px % down), (0, -width_px % across)))
    cells = padded.reshape(padded.shape[0] // down, down, -1, across).any(axis=(1, 3))
    whole: NDArray[np.bool_] = cells.repeat(down, axis=0).repeat(across, axis=1)[:height_px, :width_px]
    return whole


def _filled(source: Planes) -> tuple[Pixels, ...]:
    """Planes of the source's shapes that show nothing but the fill."""
    if source.planes[0].ndim == 3:
        bgra = np.full(source.planes[0].shape, FILL_LEVEL, np.uint8)
        bgra[:, :, 3] = 255
        return (bgra,)
    luma = FILL_LEVEL if source.coding.is_full_range else _FILL_LUMA_LIMITED
    values = (luma, _NO_COLOUR, _NO_COLOUR)
    return tuple(np.full(plane.shape, value, np.uint8) for plane, value in zip(source.planes, values, strict=False))


def _touched(mask: Mask, width_px: int, height_px: int) -> NDArray[np.bool_]:
    """Every pixel, edges and corners of it included, that the polygon's line touches or encloses."""
    canvas = np.zeros((height_px + 2, width_px + 2), np.uint8)  # a ring around it joins all that is outside
    inner = canvas[1:-1, 1:-1]
    points = [(x * width_px, y * height_px) for x, y in mask.corners]  # a pixel is MASK_UNITS wide and high
    for begin, end in zip(points, points[1:] + points[:1], strict=True):
        _draw(inner, *sorted((begin, end), key=lambda point: point[1]))
    # Where lines cross each other, a rule of odd and even would leave holes; outside is what can be reached.
    cv2.floodFill(canvas, None, (0, 0), _OUTSIDE, flags=4)
    touched: NDArray[np.bool_] = inner != _OUTSIDE
    return touched


def _draw(canvas: Pixels, upper: tuple[int, int], lower: tuple[int, int]) -> None:
    """Mark every pixel that the line touches, in whole numbers: no rounding leaves one out."""
    height_px, width_px = canvas.shape
    (x_upper, y_upper), (x_lower, y_lower) = upper, lower
    run, rise = x_lower - x_upper, y_lower - y_upper
    for row in range(max(0, -(-y_upper // MASK_UNITS) - 1), min(height_px - 1, y_lower // MASK_UNITS) + 1):
        if rise:
            enters = max(y_upper, row * MASK_UNITS) - y_upper
            leaves = min(y_lower, (row + 1) * MASK_UNITS) - y_upper
            ends, scale = (x_upper * rise + run * enters, x_upper * rise + run * leaves), rise * MASK_UNITS
        else:
            ends, scale = (x_upper, x_lower), MASK_UNITS
        first = max(0, -(-min(ends) // scale) - 1)
        last = min(width_px - 1, max(ends) // scale)
        canvas[row, first : last + 1] = _OUTLINE
