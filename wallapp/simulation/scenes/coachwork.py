"""Drawing vehicles: the faces turned to the lens, those that lie on others last."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from wallapp.simulation.scenes.arrays import Points
from wallapp.simulation.scenes.drawing import SHIFT, Colour, Image, fixed, mixed
from wallapp.simulation.scenes.lens import NEAR_M, Lens
from wallapp.simulation.scenes.vehicle import BODIES, Body, Make, Part, Spot
from wallapp.simulation.scenes.weather import SUN

SMALL_PX_PER_M = 7.0
"""Below this rims and plates are left out."""

_PARTS: dict[Part, Colour] = {
    Part.GLASS: (62, 56, 50), Part.TYRE: (34, 34, 34), Part.RIM: (150, 152, 152), Part.FRONT_LIGHT: (236, 240, 240),
    Part.REAR_LIGHT: (44, 40, 176), Part.DARK: (38, 38, 38), Part.PLATE: (222, 228, 228), Part.PAINT: (0, 0, 0),
    Part.TRIM: (52, 48, 168),
}  # fmt: skip

_FINE = frozenset({Part.RIM, Part.PLATE, Part.DARK})

_FRONT_AT_NIGHT: Colour = (225, 248, 255)
_REAR_AT_NIGHT: Colour = (50, 50, 255)


def turned(points: Points, spot: Spot) -> Points:
    """Points of a body (ahead, left, up) as places in the world."""
    sin_h, cos_h = np.sin(spot.heading_rad), np.cos(spot.heading_rad)
    ahead, left = points[:, 0], points[:, 1]
    places = np.empty_like(points)
    places[:, 0] = spot.x_m + ahead * sin_h - left * cos_h
    places[:, 1] = spot.y_m + ahead * cos_h + left * sin_h
    places[:, 2] = points[:, 2]
    return places


@dataclass(frozen=True)
class _Shell:
    """A body's corners in one array, its faces in the order of painting.

    Attributes:
      corners: (v, 3). starts: where each face's corners begin. normals: outwards, (f, 3).
      parts: what each face is of. owner: the face of each corner, for sums by face.
    """

    corners: Points
    starts: NDArray[np.int64]
    normals: Points
    parts: tuple[Part, ...]


@lru_cache(maxsize=len(Make))
def _shell(make: Make) -> _Shell:
    """Every face is turned outwards, away from the body's middle."""
    body: Body = BODIES[make]
    middle = np.array([0.0, 0.0, body.height_m * 0.42])
    starts, normals, rows = [0], [], []
    faces = sorted(body.faces, key=lambda face: face.layer)
    for face in faces:
        corners = face.corners
        normal = np.cross(corners[2] - corners[1], corners[0] - corners[1])
        if normal @ (corners.mean(axis=0) - middle) < 0:
            corners, normal = corners[::-1], -normal
        rows.append(corners)
        starts.append(starts[-1] + len(corners))
        normals.append(normal / max(float(np.linalg.norm(normal)), 1e-9))
    return _Shell(np.vstack(rows), np.asarray(starts), np.asarray(normals), tuple(face.part for face in faces))


@lru_cache(maxsize=512)
def _colours(make: Make, colour: Colour) -> Points:
    """The unlit colour of every face, (f, 3)."""
    shell = _shell(make)
    table = np.array([colour if part is Part.PAINT else _PARTS[part] for part in shell.parts], np.float64)
    up = np.maximum(shell.normals[:, 2], 0.0)
    for index, part in enumerate(shell.parts):
        if part is Part.GLASS:
            table[index] = mixed(tuple(table[index]), (214, 194, 170), 0.1 + 0.32 * float(up[index]))
        elif part is Part.PAINT:
            table[index] = mixed(tuple(table[index]), (236, 224, 212), 0.16 * float(up[index]) ** 2)
    return table


def footprint(make: Make, spot: Spot) -> Points:
    """The rectangle under it, (4, 2)."""
    body = BODIES[make]
    half, w = body.length_m / 2, body.width_m / 2
    return turned(np.array([[half, w, 0], [half, -w, 0], [-half, -w, 0], [-half, w, 0]]), spot)[:, :2]


def bounds(make: Make, spot: Spot) -> Points:
    """Eight corners around it."""
    flat = footprint(make, spot)
    return np.vstack([np.column_stack([flat, np.full(4, z)]) for z in (0.0, BODIES[make].height_m + 0.2)])


def shade(mask: Image, make: Make, spot: Spot, lens: Lens, per_m: tuple[float, float]) -> None:
    """Paint the shadow on the ground into a one-plane mask: that of the lower body and that of the cabin."""
    flat = footprint(make, spot)
    middle = flat.mean(axis=0)
    height = BODIES[make].height_m
    lower = np.vstack([flat, flat + np.asarray(per_m) * height * 0.6])
    upper = np.vstack([flat * 0.72 + middle * 0.28, flat * 0.72 + middle * 0.28 + np.asarray(per_m) * height])
    for outline in (lower, upper):
        pixels, depth = lens.project(np.column_stack([outline, np.zeros(8)]))
        if depth.min() > NEAR_M:
            cv2.fillConvexPoly(mask, cv2.convexHull(fixed(pixels)), 255, cv2.LINE_AA, SHIFT)


def paint(image: Image, make: Make, spot: Spot, colour: Colour, lens: Lens, light: Colour, *, night: bool) -> None:
    """Draw one vehicle. Args: light: a factor for each of blue, green, red at its place."""
    shell = _shell(make)
    pixels, depth = lens.project(turned(shell.corners, spot))
    if depth.min() < NEAR_M:
        return
    normals = turned(shell.normals, Spot(0.0, 0.0, spot.heading_rad))
    factor = 0.66 + 0.5 * np.maximum(normals @ SUN, 0.0) + 0.12 * normals[:, 2]
    colours = np.minimum(_colours(make, colour) * np.asarray(light) * factor[:, None], 255.0).tolist()
    x, y = pixels[:, 0], pixels[:, 1]
    starts = shell.starts
    small = lens.scale_at(float(depth.mean())) < SMALL_PX_PER_M
    corners = fixed(pixels)
    towards = _facing(x, y, starts)
    for index in np.flatnonzero(towards).tolist():
        part = shell.parts[index]
        if small and part in _FINE:
            continue
        tone = colours[index]
        if night and part in (Part.FRONT_LIGHT, Part.REAR_LIGHT):
            tone = _FRONT_AT_NIGHT if part is Part.FRONT_LIGHT else _REAR_AT_NIGHT
        cv2.fillConvexPoly(image, corners[starts[index] : starts[index + 1]], tone, cv2.LINE_AA, SHIFT)


def _facing(x: Points, y: Points, starts: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which faces are seen from outside: the turn of their first three corners in the picture tells."""
    first, second, third = starts[:-1], starts[:-1] + 1, starts[:-1] + 2
    ahead_x, ahead_y = x[second] - x[first], y[second] - y[first]
    side_x, side_y = x[third] - x[first], y[third] - y[first]
    return np.asarray(ahead_x * side_y - ahead_y * side_x < 0)
