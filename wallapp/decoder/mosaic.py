"""The mosaic: exact averages over cells, so that what lies inside one is gone.

A cell is a whole number of source pixels, its edges on even ones, and each pixel belongs to one cell. Its
colour is the sum of them divided by their number, then one of 32 steps a channel: nothing else leaves.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from wallapp.decoder.planes import Pixels, Planes
from wallapp.decoder.scale import bgr_of_yuv
from wallapp.domain.view import mosaic_size

COLOUR_STEPS: Final = 32
"""Per channel (reference: the rule for mosaics)."""
_STEPS: Final = (np.arange(256) // (256 // COLOUR_STEPS) * 255 // (COLOUR_STEPS - 1)).astype(np.uint8)
_NO_COLOUR: Final = 128.0
_INTEGRAL_PX: Final = 1 << 17
"""Up to so many samples a table of sums is the quicker way; beyond, it would not stay in the cache."""


def cell_edges(size_px: int, cells: int, *, step_px: int = 2) -> tuple[int, ...]:
    """Where the cells of one side begin and where the last one ends: whole steps, but for the end.

    Fewer cells where the side has no `step_px` for each; (0, size_px) where it has not one.
    """
    steps = size_px // step_px
    cells = max(1, min(cells, steps))
    return *(index * steps // cells * step_px for index in range(cells)), size_px


def mosaic(source: Planes) -> Pixels:
    """The mosaic of a whole picture: (rows, columns, 4) uint8 BGRA, the caller's."""
    coding = source.coding
    share = coding.cell_px
    columns, rows = mosaic_size(coding.width_px, coding.height_px)
    across = cell_edges(coding.width_px, columns, step_px=max(2, share[0]))
    down = cell_edges(coding.height_px, rows, step_px=max(2, share[1]))
    if source.planes[0].ndim == 3:
        bgr = _means(source.planes[0], across, down)[:, :, :3]
    else:
        yuv = np.full((len(down) - 1, len(across) - 1, 3), _NO_COLOUR)
        yuv[:, :, 0] = _means(source.planes[0], across, down)
        for index, plane in enumerate(source.planes[1:], 1):
            yuv[:, :, index] = _means(plane, _shared(across, share[0]), _shared(down, share[1]))
        bgr = np.asarray(cv2.transform(yuv, bgr_of_yuv(coding)), np.float64)
    steps = cv2.LUT(np.clip(np.rint(bgr), 0, 255).astype(np.uint8), _STEPS)
    return np.asarray(cv2.cvtColor(steps, cv2.COLOR_BGR2BGRA), np.uint8)


def _shared(edges: tuple[int, ...], share_px: int) -> tuple[int, ...]:
    """The same edges counted in samples that `share_px` pixels share."""
    return *(edge // share_px for edge in edges[:-1]), -(-edges[-1] // share_px)


def _means(plane: Pixels, across: tuple[int, ...], down: tuple[int, ...]) -> NDArray[np.float64]:
    """Exact: sums are whole numbers, and a cell's sum does not depend on the order of its pixels."""
    if plane.size <= _INTEGRAL_PX and plane.ndim == 2:
        corners = cv2.integral(plane)[np.ix_(down, across)]
        sums = np.diff(np.diff(corners, axis=0), axis=1)
    else:
        bands = [cv2.reduce(plane[top:bottom], 0, cv2.REDUCE_SUM, dtype=cv2.CV_32S) for top, bottom in pairwise(down)]
        sums = np.add.reduceat(np.concatenate(bands), across[:-1], axis=1)
    counts = np.outer(np.diff(down), np.diff(across))
    means: NDArray[np.float64] = sums / (counts if plane.ndim == 2 else counts[:, :, None])
    return means
