"""Lines and areas of the ground as they appear in a calibrated picture, cut at the camera's plane and the border.

Cutting is done before the division by depth, where both are planes through the origin: what passes behind the camera
or far outside the picture is cut exactly, in perspective, and a straight edge of the ground stays straight.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from wallapp.domain.ground import NEAR, GroundCalibration
from wallapp.domain.ground_points import Spot
from wallapp.domain.place import Place

_Row = tuple[float, float, float]
"""x * depth, y * depth, depth. Plain floats: for three numbers at a time they are ten times quicker than arrays."""

_OUTLINE_GAP: Final = 1e-9
_PLANES: Final = 5


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
    rows = _rows(calibration, places)
    pieces: list[list[_Row]] = []
    for start, end in pairwise(rows):
        part = _inside_part(start, end)
        if part is None:
            continue
        if pieces and max(abs(a - b) for a, b in zip(pieces[-1][-1], part[0], strict=True)) < _OUTLINE_GAP:
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
    corners = _rows(calibration, ring)
    for plane in range(_PLANES):
        corners = _kept(corners, plane)
    if len(corners) < 3:
        return None
    outline = shown_line(calibration, [*ring, ring[0]])
    return ShownArea(tuple(_spot(row) for row in corners), outline)


def _rows(calibration: GroundCalibration, places: Sequence[Place]) -> list[_Row]:
    return [(x, y, depth) for x, y, depth in calibration.homogeneous(places).tolist()]


def _sides(row: _Row) -> tuple[float, ...]:
    """For each plane positive inside: before the camera, right of the left border, left of the right one, ..."""
    x, y, depth = row
    return depth - NEAR, x, depth - x, y, depth - y


def _between(start: _Row, end: _Row, share: float) -> _Row:
    return (
        start[0] + (end[0] - start[0]) * share,
        start[1] + (end[1] - start[1]) * share,
        start[2] + (end[2] - start[2]) * share,
    )


def _kept(corners: list[_Row], plane: int) -> list[_Row]:
    """The part of a polygon on one plane's inner side (Sutherland and Hodgman, 1974)."""
    kept: list[_Row] = []
    sides = [_sides(corner)[plane] for corner in corners]
    for index, corner in enumerate(corners):
        here, there = sides[index], sides[index - 1]
        if (here >= 0) != (there >= 0):
            kept.append(_between(corners[index - 1], corner, there / (there - here)))
        if here >= 0:
            kept.append(corner)
    return kept


def _inside_part(start: _Row, end: _Row) -> tuple[_Row, _Row] | None:
    """The part of a segment inside all planes (Cyrus and Beck, 1978)."""
    first, last = 0.0, 1.0
    for at_start, at_end in zip(_sides(start), _sides(end), strict=True):
        if at_start < 0 and at_end < 0:
            return None
        if at_start < 0:
            first = max(first, at_start / (at_start - at_end))
        elif at_end < 0:
            last = min(last, at_start / (at_start - at_end))
    return (_between(start, end, first), _between(start, end, last)) if first < last else None


def _spot(row: _Row) -> Spot:
    x, y, depth = row
    return min(1.0, max(0.0, x / depth)), min(1.0, max(0.0, y / depth))
