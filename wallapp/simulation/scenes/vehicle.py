"""Cars, vans, buses and the tram: the faces of their bodies, in metres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from wallapp.simulation.scenes.arrays import Points


class Make(StrEnum):
    """Which body."""

    SEDAN = "sedan"
    HATCH = "hatch"
    VAN = "van"
    SUV = "suv"
    TAXI = "taxi"
    BUS = "bus"
    TRAM = "tram"


class Part(StrEnum):
    """What a face is made of; its colour and shine follow."""

    PAINT = "paint"
    GLASS = "glass"
    TYRE = "tyre"
    RIM = "rim"
    FRONT_LIGHT = "front_light"
    REAR_LIGHT = "rear_light"
    DARK = "dark"
    PLATE = "plate"
    TRIM = "trim"


@dataclass(frozen=True, slots=True)
class Face:
    """A flat convex face; corners (n, 3): ahead, to the left, up, in either turn.

    `layer` keeps what lies on a face over it.
    """

    corners: Points
    part: Part
    layer: int = 0


@dataclass(frozen=True, slots=True)
class Body:
    """All faces of a make, and its size in metres."""

    faces: tuple[Face, ...]
    length_m: float
    width_m: float
    height_m: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a vehicle is; heading 0 is north, clockwise."""

    x_m: float
    y_m: float
    heading_rad: float


def _quad(*corners: tuple[float, float, float]) -> Points:
    return np.asarray(corners, np.float64)


def _both_sides(corners: Sequence[tuple[float, float, float]], part: Part, layer: int) -> list[Face]:
    """A face on the left and its mirror on the right."""
    left = np.asarray(corners, np.float64)
    right = left[::-1] * (1, -1, 1)
    return [Face(left, part, layer), Face(np.asarray(right), part, layer)]


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where the profile of a car bends, in metres ahead of its middle and above the ground."""

    nose: float
    tail: float
    half_width: float
    hood_z: float
    belt_z: float
    roof_z: float
    screen_foot: float
    roof_front: float
    roof_rear: float
    rear_foot: float
    wheel: float
    axle: float


_SHAPES = {
    Make.SEDAN: _Shape(2.25, -2.2, 0.9, 0.78, 0.93, 1.44, 0.95, 0.3, -0.95, -1.6, 0.33, 1.36),
    Make.TAXI: _Shape(2.25, -2.2, 0.9, 0.78, 0.93, 1.46, 0.95, 0.3, -0.95, -1.6, 0.33, 1.36),
    Make.HATCH: _Shape(1.95, -1.9, 0.86, 0.82, 0.96, 1.48, 0.95, 0.4, -1.3, -1.82, 0.31, 1.22),
    Make.SUV: _Shape(2.25, -2.2, 0.95, 0.98, 1.1, 1.72, 1.0, 0.45, -1.6, -2.12, 0.37, 1.36),
    Make.VAN: _Shape(2.5, -2.5, 0.98, 1.1, 1.2, 2.1, 1.75, 1.1, -2.4, -2.48, 0.36, 1.5),
}


def _sheet(first: tuple[float, float, float], second: tuple[float, float, float], part: Part, layer: int) -> Face:
    """A panel right across the car between two bends of its profile: each is (ahead, half width, up)."""
    (ahead_1, half_1, up_1), (ahead_2, half_2, up_2) = first, second
    corners = _quad(
        (ahead_1, half_1, up_1), (ahead_1, -half_1, up_1), (ahead_2, -half_2, up_2), (ahead_2, half_2, up_2)
    )
    return Face(corners, part, layer)


def _plate(ahead: float, side_1: float, side_2: float, low: float, high: float, part: Part, layer: int) -> Face:
    """An upright rectangle at the front or the rear."""
    return Face(
        _quad((ahead, side_1, high), (ahead, side_2, high), (ahead, side_2, low), (ahead, side_1, low)), part, layer
    )


_LOW_Z = 0.24


def _car(make: Make) -> Body:
    s = _SHAPES[make]
    faces = [*_car_sides(make), *_car_top(make), *_car_ends(s)]
    for ahead in (s.axle, -s.axle):
        faces += _wheel(ahead, s.half_width + 0.015, s.wheel)
    if make is Make.TAXI:
        faces += _box(-0.05, 0.16, -0.28, 0.28, s.roof_z, s.roof_z + 0.17, Part.PLATE, 5)
    return Body(tuple(faces), s.nose - s.tail, 2 * s.half_width, s.roof_z)


def _car_sides(make: Make) -> list[Face]:
    s = _SHAPES[make]
    w, cabin, glass_low, glass_high = s.half_width, s.half_width - 0.17, s.belt_z + 0.03, s.roof_z - 0.08
    body = [(s.tail, _LOW_Z), (s.nose, _LOW_Z), (s.nose, s.hood_z - 0.14), (s.screen_foot + 0.2, s.belt_z - 0.05)]
    body += [(s.rear_foot, s.belt_z), (s.tail, s.belt_z - 0.06)]
    sill = [(ahead, w + 0.01, up) for up, ahead in ((_LOW_Z, s.tail + 0.1), (_LOW_Z, s.nose - 0.1))]
    sill += [(s.nose - 0.1, w + 0.01, _LOW_Z + 0.12), (s.tail + 0.1, w + 0.01, _LOW_Z + 0.12)]
    frame = [(s.screen_foot + 0.08, w - 0.01, s.belt_z - 0.1), (s.roof_front, w - 0.2, s.roof_z)]
    frame += [(s.roof_rear, w - 0.2, s.roof_z), (s.rear_foot - 0.05, w - 0.01, s.belt_z - 0.1)]
    front = [(s.screen_foot - 0.18, w - 0.03, glass_low), (s.roof_front - 0.06, cabin, glass_high)]
    front += [(-0.12, cabin, glass_high), (-0.12, w - 0.03, glass_low)]
    rear = [(-0.22, w - 0.03, glass_low), (-0.22, cabin, glass_high)]
    rear += [(s.roof_rear + 0.05, cabin, glass_high), (s.rear_foot + 0.22, w - 0.03, glass_low)]
    return [
        *_both_sides([(ahead, w, up) for ahead, up in body], Part.PAINT, 0),
        *_both_sides(sill, Part.DARK, 1),
        *_both_sides(frame, Part.PAINT, 2),
        *_both_sides(front, Part.GLASS, 3),
        *_both_sides(rear, _rear_glass(make), 3),
    ]


def _rear_glass(make: Make) -> Part:
    """A van has none behind its driver."""
    return Part.PAINT if make is Make.VAN else Part.GLASS


def _car_top(make: Make) -> list[Face]:
    s = _SHAPES[make]
    w = s.half_width
    nose, hood = (s.nose, w, s.hood_z - 0.14), (s.nose - 0.12, w - 0.08, s.hood_z)
    roof_front, roof_rear = (s.roof_front, w - 0.2, s.roof_z), (s.roof_rear, w - 0.2, s.roof_z)
    return [
        _sheet(nose, hood, Part.PAINT, 1),
        _sheet((s.screen_foot, w - 0.06, s.belt_z), hood, Part.PAINT, 1),
        _sheet((s.screen_foot, w - 0.07, s.belt_z), roof_front, Part.GLASS, 2),
        _sheet(roof_front, roof_rear, Part.PAINT, 4),
        _sheet(roof_rear, (s.rear_foot, w - 0.07, s.belt_z), _rear_glass(make), 2),
        _sheet((s.rear_foot, w, s.belt_z), (s.tail, w, s.belt_z - 0.06), Part.PAINT, 1),
    ]


def _car_ends(s: _Shape) -> list[Face]:
    w = s.half_width
    front_z, rear_z = s.hood_z - 0.2, s.belt_z - 0.14
    faces = [
        _sheet((s.nose, w, _LOW_Z), (s.nose, w, s.hood_z - 0.14), Part.PAINT, 0),
        _sheet((s.tail, w, _LOW_Z), (s.tail, w, s.belt_z - 0.06), Part.PAINT, 0),
        _sheet((s.nose + 0.01, 0.55, 0.42), (s.nose + 0.01, 0.5, 0.3), Part.DARK, 2),
        _plate(s.nose + 0.02, 0.26, -0.26, 0.4, 0.5, Part.PLATE, 3),
        _plate(s.tail - 0.01, 0.26, -0.26, 0.55, 0.66, Part.PLATE, 3),
    ]
    for side in (-1.0, 1.0):
        inner, outer = side * (w - 0.42), side * (w - 0.04)
        faces.append(_plate(s.nose + 0.01, inner, outer, front_z - 0.1, front_z + 0.06, Part.FRONT_LIGHT, 3))
        faces.append(_plate(s.tail - 0.01, inner, outer, rear_z - 0.14, rear_z + 0.05, Part.REAR_LIGHT, 3))
    return faces


def _wheel(ahead: float, side: float, radius: float) -> list[Face]:
    turn = np.linspace(0, 2 * np.pi, 14, endpoint=False)
    found = []
    for part, share, lift, layer in ((Part.DARK, 1.16, 0.0, 1), (Part.TYRE, 1.0, 0.005, 2), (Part.RIM, 0.62, 0.01, 3)):
        ring = [
            (
                float(ahead + np.cos(t) * radius * share),
                side + lift,
                float(max(0.0, radius + np.sin(t) * radius * share)),
            )
            for t in turn
        ]
        found += _both_sides(ring[::-1], part, layer)
    return found


def _box(
    back: float, front: float, right: float, left: float, low: float, high: float, part: Part, layer: int
) -> list[Face]:
    return [
        Face(_quad((front, left, high), (front, right, high), (front, right, low), (front, left, low)), part, layer),
        Face(_quad((back, right, high), (back, left, high), (back, left, low), (back, right, low)), part, layer),
        Face(_quad((back, left, high), (front, left, high), (front, left, low), (back, left, low)), part, layer),
        Face(_quad((front, right, high), (back, right, high), (back, right, low), (front, right, low)), part, layer),
        Face(
            _quad((back, left, high), (back, right, high), (front, right, high), (front, left, high)), part, layer + 1
        ),
    ]


def _long_body(length: float, width: float, height: float, *, doors: int, low: float, wheels: bool) -> Body:
    """A bus or one car of a tram: window band, doors, stripe."""
    half, w = length / 2, width / 2
    faces = _box(-half, half, -w, w, low, height, Part.PAINT, 0)
    band_low, band_high = height * 0.42, height * 0.82
    panes = max(3, int(length / 1.6))
    for index in range(panes):
        start, end = -half + length * index / panes + 0.06, -half + length * (index + 1) / panes - 0.06
        faces += _both_sides(
            [
                (start, w + 0.01, band_high),
                (end, w + 0.01, band_high),
                (end, w + 0.01, band_low),
                (start, w + 0.01, band_low),
            ],
            Part.GLASS,
            1,
        )
    for index in range(doors):
        middle = -half + length * (index + 0.5) / doors
        for leaf in (-0.62, 0.02):
            start, end = middle + leaf, middle + leaf + 0.6
            faces += _both_sides(
                [
                    (start, w + 0.02, height * 0.84),
                    (end, w + 0.02, height * 0.84),
                    (end, w + 0.02, low + 0.12),
                    (start, w + 0.02, low + 0.12),
                ],
                Part.GLASS,
                2,
            )
    faces += _both_sides(
        [
            (-half, w + 0.015, low + 0.62),
            (half, w + 0.015, low + 0.62),
            (half, w + 0.015, low + 0.3),
            (-half, w + 0.015, low + 0.3),
        ],
        Part.TRIM,
        1,
    )
    for end, lamps in ((half + 0.01, Part.FRONT_LIGHT), (-half - 0.01, Part.REAR_LIGHT)):
        faces.append(_plate(end, w - 0.1, 0.1 - w, height * 0.4, height * 0.9, Part.GLASS, 1))
        for side in (-1.0, 1.0):
            faces.append(_plate(end, side * 0.72 * w, side * w, height * 0.26, height * 0.33, lamps, 2))
    if wheels:
        for ahead in (half - 2.2, -half + 2.6):
            faces += _wheel(ahead, w + 0.02, 0.48)
    return Body(tuple(faces), length, width, height)


BODIES: dict[Make, Body] = {make: _car(make) for make in _SHAPES} | {
    Make.BUS: _long_body(11.5, 2.5, 3.1, doors=2, low=0.35, wheels=True),
    Make.TRAM: _long_body(9.8, 2.5, 3.4, doors=2, low=0.3, wheels=False),
}
