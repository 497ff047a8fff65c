"""Ground calibration: where a picture's pixels lie on the ground, from points matched by a person.

A flat ground and a picture without strong distortion are joined by one homography (Hartley and Zisserman,
Multiple View Geometry, 4.1 and 4.4: normalised direct linear transformation; 5.2: its covariance). What is kept of
a calibration is its matched points; the rest is worked out again from them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from wallapp.base.errors import BadInput
from wallapp.domain.ground_points import GroundMatch, Spot, refuse_degenerate
from wallapp.domain.place import Place, TangentPlane

Matrix = NDArray[np.float64]

CLICK_SIGMA: Final = 1.5 / 640
"""How exactly a person points at something, in picture widths (one standard deviation)."""
MAP_SIGMA_M: Final = 0.3
"""How exactly a city's map or aerial picture places it."""
REACH_M: Final = 2_000.0
"""Farther from the calibrated points than this no pixel is given a place."""
NEAR: Final = 1e-3
"""A spot this much nearer to the camera's plane than the calibrated points, or behind it, has no pixel."""
_SUSPECT_LEAST: Final = 6
_SUSPECT_RMS: Final = 3 / 640
_SUSPECT_GAIN: Final = 3.0


@dataclass(frozen=True, slots=True)
class GroundFix:
    """A place on the ground and, in metres, how far off it may be (95 % of cases)."""

    place: Place
    uncertainty_m: float


@dataclass(frozen=True, slots=True)
class Residual:
    """How far one matched point is from where the calibration puts it; metres are large where pixels are far away."""

    pixels: float
    metres: float


@dataclass(frozen=True)
class GroundCalibration:
    """Maps a picture to the ground and back. Made by `calibrate`; immutable, any thread.

    Attributes:
      matches: what it was made from; store these.
      picture_px: the size that pixels in residuals are counted in, and the picture's shape.
      plane: the ground about the middle of the matched points.
      rows: ground metres (east, north, 1) to picture (x, y, 1) times depth, row by row; the mean depth of the matched
        points is 1 and what lies before the camera has a positive one.
    """

    matches: tuple[GroundMatch, ...]
    picture_px: tuple[int, int]
    plane: TangentPlane
    rows: tuple[tuple[float, float, float], ...]

    def homogeneous(self, places: Sequence[Place]) -> Matrix:
        """(n, 3): x * depth, y * depth, depth of each place; depth is positive before the camera."""
        ground = np.array([[*self.plane.to_metres(place), 1.0] for place in places]).reshape(-1, 3)
        return np.asarray(ground @ self._matrix.T)

    def to_picture(self, place: Place) -> Spot | None:
        """Where a place on the ground appears; may lie outside 0 to 1. None behind the camera."""
        x, y, depth = self.homogeneous([place])[0]
        return (float(x / depth), float(y / depth)) if depth > NEAR else None

    def to_ground(self, x: float, y: float) -> GroundFix | None:
        """The place that a spot of the picture shows, were it on the ground. None on and above the horizon, and
        where it is farther than REACH_M."""
        metres = self._metres_at(x, y)
        if metres is None:
            return None
        return GroundFix(self.plane.to_place(*metres), self._uncertainty_m(*metres))

    def horizon_y(self, x: float) -> float | None:
        """How high the horizon stands at x, 0 is the picture's top; None where it runs straight up and down."""
        a, b, c = np.linalg.inv(self._matrix)[2]
        return None if abs(b) < 1e-9 else float(-(a * x + c) / b)

    @cached_property
    def residuals(self) -> tuple[Residual, ...]:
        """In the order of the matches; all zero with four points, which says nothing of their quality."""
        width_px, height_px = self.picture_px
        found = []
        for match in self.matches:
            spot = self.to_picture(match.place) or (math.inf, math.inf)
            pixels = math.hypot((spot[0] - match.x) * width_px, (spot[1] - match.y) * height_px)
            metres = self._metres_at(match.x, match.y)
            there = self.plane.to_metres(match.place)
            found.append(Residual(pixels, math.inf if metres is None else math.dist(metres, there)))
        return tuple(found)

    @property
    def rms_px(self) -> float:
        """Of the residuals."""
        return math.sqrt(sum(each.pixels**2 for each in self.residuals) / len(self.residuals))

    def _metres_at(self, x: float, y: float) -> tuple[float, float] | None:
        east, north, nearness = np.linalg.solve(self._matrix, np.array([x, y, 1.0]))
        # Above the horizon it is negative.
        if math.hypot(east, north) > REACH_M * nearness:
            return None
        return float(east / nearness), float(north / nearness)

    def _uncertainty_m(self, east_m: float, north_m: float) -> float:
        """Two standard deviations along the worst direction: the click, the fit (which knows less the farther from
        its points), and the map."""
        by_ground, by_rows = self._slopes(east_m, north_m)
        in_picture = np.eye(2) * self._sigma**2 + by_rows @ self._covariance @ by_rows.T
        back = np.linalg.inv(by_ground)
        worst = float(np.linalg.eigvalsh(back @ in_picture @ back.T)[-1])
        return 2 * math.sqrt(worst + MAP_SIGMA_M**2)

    def _slopes(self, east_m: float, north_m: float) -> tuple[Matrix, Matrix]:
        """How a spot moves (in picture widths) with its place (2, 2), and with the eight free rows' numbers (2, 8)."""
        ground = np.array([east_m, north_m, 1.0])
        x, y, depth = self._matrix @ ground
        x, y = x / depth, y / depth
        shape = np.array([[1.0], [self.picture_px[1] / self.picture_px[0]]])
        by_ground = (self._matrix[:2, :2] - np.outer([x, y], self._matrix[2, :2])) / depth
        by_rows = np.zeros((2, 8))
        by_rows[0, :3] = by_rows[1, 3:6] = ground / self._scale
        by_rows[:, 6:] = -np.outer([x, y], ground[:2] / self._scale[:2])
        return by_ground * shape, by_rows * shape / depth

    @cached_property
    def _matrix(self) -> Matrix:
        return np.array(self.rows)

    @cached_property
    def _scale(self) -> Matrix:
        """Keeps the covariance's numbers of one size."""
        spots = np.array([self.plane.to_metres(match.place) for match in self.matches])
        size = float(np.abs(spots).max())
        return np.array([size, size, 1.0])

    @cached_property
    def _sigma(self) -> float:
        """Of one matched point, in picture widths: what the residuals say, but never better than a hand."""
        freedom = 2 * len(self.matches) - 8
        squares = sum(each.pixels**2 for each in self.residuals) / self.picture_px[0] ** 2
        return max(CLICK_SIGMA, math.sqrt(squares / freedom) if freedom else 0.0)

    @cached_property
    def _covariance(self) -> Matrix:
        """(8, 8) of the rows' numbers."""
        slopes = np.vstack([self._slopes(*self.plane.to_metres(match.place))[1] for match in self.matches])
        return np.asarray(np.linalg.pinv(slopes.T @ slopes) * self._sigma**2)


def calibrate(matches: Sequence[GroundMatch], picture_px: tuple[int, int]) -> GroundCalibration:
    """The calibration that fits best: exactly with four points, by least squares with more.

    Args:
      picture_px: of the source picture, for its shape and for residuals in pixels.

    Raises:
      BadInput: too few points or too many, two that are one, all in one corner, three on a line where that decides,
        some behind the horizon, or a map that would be a mirror image.
    """
    refuse_degenerate(matches, picture_px)
    plane = TangentPlane(_middle([match.place for match in matches]))
    ground = np.array([plane.to_metres(match.place) for match in matches])
    picture = np.array([(match.x, match.y) for match in matches])
    matrix = _fit(ground, picture)
    depths = np.column_stack([ground, np.ones(len(ground))]) @ matrix[2]
    matrix = matrix / depths.mean() if abs(depths.mean()) > 1e-12 else matrix
    depths = np.column_stack([ground, np.ones(len(ground))]) @ matrix[2]
    if depths.min() <= NEAR:
        raise BadInput("no camera sees these points so: some would be behind the horizon; check that none are swapped")
    if np.linalg.det(matrix) >= 0:
        raise BadInput("the map would be a mirror image of the picture; check which points are swapped")
    rows = tuple((float(a), float(b), float(c)) for a, b, c in matrix)
    return GroundCalibration(tuple(matches), picture_px, plane, rows)


def suspect(calibration: GroundCalibration) -> int | None:
    """The index of the one matched point that spoils the fit; None where there is none, or too few points to tell."""
    matches = calibration.matches
    width_px = calibration.picture_px[0]
    if len(matches) < _SUSPECT_LEAST or calibration.rms_px < _SUSPECT_RMS * width_px:
        return None
    best_px, best = calibration.rms_px / _SUSPECT_GAIN, None
    for index in range(len(matches)):
        try:
            without = calibrate(matches[:index] + matches[index + 1 :], calibration.picture_px)
        except BadInput:
            continue
        if without.rms_px < best_px:
            best_px, best = without.rms_px, index
    return best


def _middle(places: Sequence[Place]) -> Place:
    """Of places in one city; the date line is no obstacle."""
    plane = TangentPlane(places[0])
    metres = np.array([plane.to_metres(place) for place in places]).mean(axis=0)
    return plane.to_place(float(metres[0]), float(metres[1]))


def _fit(ground: Matrix, picture: Matrix) -> Matrix:
    """The homography from (n, 2) to (n, 2) points, up to scale."""
    from_ground, from_picture = _normaliser(ground), _normaliser(picture)
    ones = np.ones((len(ground), 1))
    source = np.hstack([ground, ones]) @ from_ground.T
    target = np.hstack([picture, ones]) @ from_picture.T
    zeros = np.zeros_like(source)
    across = np.hstack([source, zeros, -target[:, :1] * source])
    down = np.hstack([zeros, source, -target[:, 1:2] * source])
    matrix = np.linalg.svd(np.vstack([across, down]))[2][-1].reshape(3, 3)
    return np.asarray(np.linalg.inv(from_picture) @ matrix @ from_ground)


def _normaliser(points: Matrix) -> Matrix:
    """Moves points to their middle and to a mean distance of the square root of two from it."""
    middle = points.mean(axis=0)
    scale = math.sqrt(2) / max(1e-12, float(np.linalg.norm(points - middle, axis=1).mean()))
    return np.array([[scale, 0.0, -scale * middle[0]], [0.0, scale, -scale * middle[1]], [0.0, 0.0, 1.0]])
