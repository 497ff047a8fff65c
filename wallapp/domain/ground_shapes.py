"""Lines and areas of the ground as they appear in a calibrated picture, cut at the camera's plane and the border.

Cutting is done before the division by depth, where both are planes through the origin: what passes behind the camera
or far outside the picture is cut exactly, in perspective, and a straight edge of the ground stays straight.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from wallapp.domain.ground import NEAR, GroundCalibration
from wallapp.domain.ground_points import Spot
from wallapp.domain.place import Place

_Row = NDArray[np.float64]
_OUTLINE_GAP: Final = 1e-9

# Each row times (x * depth, y * depth, depth) is positive inside: before the camera, right of the left border, ...
_PLANES: Final = np.array([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0], [-1.0, 0.0, 1.0], [0.0, 1.0, 0.0], [0.0, -1.0, 1.0]])
_BOUNDS: Final = np.array([NEAR, 0.0, 0.0, 0.0, 0.0])


@dataclass(frozen=True, slots=True)
class ShownArea:
    """What a picture shows of an area of the ground.

    Attributes:
      fill: the corners of what is to be filled, clockwise or not as given; a hollow area that the border parts may
        run to and fro along the border.
      outline: the pieces of its edge that are seen; the picture's border is none.
    """

    fill: tuple[Spot, ...]
    outline: tuple[tuple[Spot, ...], ...]


def shown_line(calibration: GroundCalibration, places: Sequence[Place]) -> tuple[tuple[Spot, ...], ...]:
    """The pieces of a line on the ground that lie in the picture, each of two spots or more; none where it is not
    seen."""
    rows = calibration.homogeneous(places)
    pieces: list[list[_Row]] = []
    for start, end in pairwise(rows):
        part = _inside_part(start, end)
        if part is None:
            continue
        if pieces and np.abs(pieces[-1][-1] - part[0]).max() < _OUTLINE_GAP:
            pieces[-1].append(part[1])
        else:
            pieces.append(list(part))
    return tuple(tuple(_spot(row) for row in piece) for piece in pieces)


def shown_area(calibration: GroundCalibration, ring: Sequence[Place]) -> ShownArea | None:
    """What is seen of an area; None where nothing is. Holes are areas of their own: fill by the odd-even rule.

    Args:
      ring: its corners, three or more, once around; the first need not come again at the end.
    """
    if len(ring) > 1 and ring[0] == ring[-1]:
        ring = ring[:-1]
    if len(ring) < 3:
        return None
    corners = list(calibration.homogeneous(ring))
    for plane, bound in zip(_PLANES, _BOUNDS, strict=True):
        corners = _kept(corners, plane, float(bound))
    if len(corners) < 3:
        return None
    outline = shown_line(calibration, [*ring, ring[0]])
    return ShownArea(tuple(_spot(row) for row in corners), outline)


def _kept(corners: list[_Row], plane: _Row, bound: float) -> list[_Row]:
    """The part of a polygon on one plane's inner side (Sutherland and Hodgman, 1974)."""
    kept: list[_Row] = []
    for index, corner in enumerate(corners):
        before = corners[index - 1]
        here, there = float(corner @ plane) - bound, float(before @ plane) - bound
        if (here >= 0) != (there >= 0):
            kept.append(before + (corner - before) * (there / (there - here)))
        if here >= 0:
            kept.append(corner)
    return kept


def _inside_part(start: _Row, end: _Row) -> tuple[_Row, _Row] | None:
    """The part of a segment inside all planes (Cyrus and Beck, 1978)."""
    first, last = 0.0, 1.0
    for at_start, at_end in zip(_PLANES @ start - _BOUNDS, _PLANES @ end - _BOUNDS, strict=True):
        if at_start < 0 and at_end < 0:
            return None
        if at_start < 0:
            first = max(first, float(at_start / (at_start - at_end)))
        elif at_end < 0:
            last = min(last, float(at_start / (at_start - at_end)))
    return (start + (end - start) * first, start + (end - start) * last) if first < last else None


def _spot(row: _Row) -> Spot:
    x, y = row[:2] / row[2]
    return float(min(1.0, max(0.0, x))), float(min(1.0, max(0.0, y)))
