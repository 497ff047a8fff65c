"""Matched points of picture and map, and which sets of them cannot calibrate a camera."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from wallapp.base.errors import BadInput
from wallapp.domain.place import Place, TangentPlane

Spot = tuple[float, float]
"""x to the right and y downwards in fractions of a picture's width and height."""

FEWEST: Final = 4
MOST: Final = 16
"""More do not help a flat ground, and every set of four of them is looked at."""

_APART_PICTURE: Final = 0.02
_APART_M: Final = 0.3
_SPREAD_PICTURE: Final = 0.15
_SPREAD_M: Final = 2.0
_THIN: Final = 0.04
"""A triangle whose height is under this share of its longest side is a line: pointing errors decide its shape."""


@dataclass(frozen=True, slots=True)
class GroundMatch:
    """One spot of the picture (0 to 1 each way) and the place on the ground that it shows."""

    x: float
    y: float
    place: Place

    def __post_init__(self) -> None:
        if not (0.0 <= self.x <= 1.0 and 0.0 <= self.y <= 1.0):
            raise ValueError(f"outside the picture: {self.x}, {self.y}")


def refuse_degenerate(matches: Sequence[GroundMatch], picture_px: tuple[int, int]) -> None:
    """Check that the points are enough and well spread.

    Raises:
      BadInput: they are not; the text says which points, counted from 1, and what to do.
    """
    if len(matches) < FEWEST:
        raise BadInput(f"{len(matches)} points are too few: match at least {FEWEST}, no three of them on a line")
    if len(matches) > MOST:
        raise BadInput(f"{len(matches)} points are too many: keep the best {MOST}")
    shape = picture_px[0] / picture_px[1]
    pictured = [(match.x * shape, match.y) for match in matches]
    plane = TangentPlane(matches[0].place)
    mapped = [plane.to_metres(match.place) for match in matches]
    for points, apart, spread, where in (
        (pictured, _APART_PICTURE, _SPREAD_PICTURE, "in the picture"),
        (mapped, _APART_M, _SPREAD_M, "on the map"),
    ):
        _refuse_close(points, apart, spread, where)
    _refuse_lines(pictured, mapped)


def _refuse_close(points: Sequence[Spot], apart: float, spread: float, where: str) -> None:
    longest = 0.0
    for (one, first), (two, second) in combinations(enumerate(points, 1), 2):
        distance = math.dist(first, second)
        longest = max(longest, distance)
        if distance < apart:
            raise BadInput(f"points {one} and {two} are the same place {where}; move or remove one of them")
    if longest < spread:
        raise BadInput(f"the points are too close together {where}; spread them over the ground that is seen")


def _refuse_lines(pictured: Sequence[Spot], mapped: Sequence[Spot]) -> None:
    """Four of the points must have no three on a line, neither in the picture nor on the map."""
    lines = {
        three: where
        for three in combinations(range(len(mapped)), 3)
        for points, where in ((pictured, "in the picture"), (mapped, "on the map"))
        if _thinness(*(points[index] for index in three)) < _THIN
    }
    for four in combinations(range(len(mapped)), 4):
        if not any(three in lines for three in combinations(four, 3)):
            return
    (one, two, three), where = next(iter(lines.items()))
    raise BadInput(
        f"points {one + 1}, {two + 1} and {three + 1} lie on one line {where}; move one well off it, or add another"
    )


def _thinness(first: Spot, second: Spot, third: Spot) -> float:
    """A triangle's height over its longest side."""
    doubled = abs((second[0] - first[0]) * (third[1] - first[1]) - (second[1] - first[1]) * (third[0] - first[0]))
    longest = max(math.dist(first, second), math.dist(second, third), math.dist(third, first))
    return doubled / longest**2 if longest else 0.0
