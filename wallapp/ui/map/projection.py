"""Web Mercator and the part of it that a map shows. Pure values.

The world is a square of side 1: u grows to the east, v to the south. Scales are steps of a quarter octave, so that
what was drawn at a scale is found again when the operator comes back to it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from wallapp.domain.place import Place

STEPS_PER_OCTAVE: Final = 4
STEPS_MIN: Final = 2 * STEPS_PER_OCTAVE
STEPS_MAX: Final = 21 * STEPS_PER_OCTAVE
STEPS_FIT_MAX: Final = 18 * STEPS_PER_OCTAVE
"""Fitting a single camera shows its street, not its pole."""
TILE_PX: Final = 256
_EQUATOR_M: Final = 40_075_016.686
_LAT_MAX_DEG: Final = 85.0511287798
"""Where the square ends."""

WorldPoint = tuple[float, float]
WorldBox = tuple[float, float, float, float]
"""Least u, least v, greatest u, greatest v."""


def to_world(place: Place) -> WorldPoint:
    """(u, v) of a place; the poles are drawn at the square's edge."""
    lat = math.radians(max(-_LAT_MAX_DEG, min(_LAT_MAX_DEG, place.lat_deg)))
    return place.lon_deg / 360.0 + 0.5, 0.5 - math.asinh(math.tan(lat)) / (2 * math.pi)


def to_place(u: float, v: float) -> Place:
    """The place of a point of the world; the inverse of `to_world`, held within the square."""
    v = max(0.0, min(1.0, v))
    lat_deg = math.degrees(math.atan(math.sinh((0.5 - v) * 2 * math.pi)))
    return Place(lat_deg, max(0.0, min(1.0, u)) * 360.0 - 180.0)


def scale_of(steps: int) -> float:
    """Pixels of the world's side."""
    return float(TILE_PX * 2.0 ** (steps / STEPS_PER_OCTAVE))


def box_of(points: Iterable[WorldPoint]) -> WorldBox | None:
    """The frame of some points; None where there are none."""
    found = list(points)
    if not found:
        return None
    us, vs = [u for u, _ in found], [v for _, v in found]
    return min(us), min(vs), max(us), max(vs)


@dataclass(frozen=True, slots=True)
class Viewport:
    """What the map shows: (u, v) in the middle of so many pixels, at a scale."""

    u: float = 0.5
    v: float = 0.5
    steps: int = STEPS_MIN
    width_px: int = 1
    height_px: int = 1

    @property
    def scale(self) -> float:
        """Pixels of the world's side."""
        return scale_of(self.steps)

    @property
    def metres_per_px(self) -> float:
        """On the ground, in the middle."""
        return _EQUATOR_M * math.cos(math.radians(to_place(self.u, self.v).lat_deg)) / self.scale

    @property
    def box(self) -> WorldBox:
        """The part of the world that is shown."""
        half_u, half_v = self.width_px / 2 / self.scale, self.height_px / 2 / self.scale
        return self.u - half_u, self.v - half_v, self.u + half_u, self.v + half_v

    def to_px(self, u: float, v: float) -> tuple[float, float]:
        """Where a point of the world is shown."""
        scale = self.scale
        return (u - self.u) * scale + self.width_px / 2, (v - self.v) * scale + self.height_px / 2

    def to_world(self, x_px: float, y_px: float) -> WorldPoint:
        """What is shown there."""
        scale = self.scale
        return self.u + (x_px - self.width_px / 2) / scale, self.v + (y_px - self.height_px / 2) / scale

    def resized(self, width_px: int, height_px: int) -> Viewport:
        """The same middle and scale in another size."""
        return replace(self, width_px=max(1, width_px), height_px=max(1, height_px))

    def panned(self, dx_px: float, dy_px: float) -> Viewport:
        """Another part, so many pixels to the right and down; its middle stays in the world."""
        return self.centred(self.u + dx_px / self.scale, self.v + dy_px / self.scale)

    def centred(self, u: float, v: float) -> Viewport:
        """Another middle."""
        return replace(self, u=max(0.0, min(1.0, u)), v=max(0.0, min(1.0, v)))

    def zoomed(self, by_steps: int, x_px: float, y_px: float) -> Viewport:
        """Closer or farther, with what is shown at the point staying there."""
        steps = max(STEPS_MIN, min(STEPS_MAX, self.steps + by_steps))
        u, v = self.to_world(x_px, y_px)
        scale = scale_of(steps)
        nearer = replace(self, steps=steps)
        return nearer.centred(u - (x_px - self.width_px / 2) / scale, v - (y_px - self.height_px / 2) / scale)

    def fitted(self, box: WorldBox, margin_px: int) -> Viewport:
        """The largest scale at which the whole frame is shown with a margin."""
        least_u, least_v, most_u, most_v = box
        room_x, room_y = max(1, self.width_px - 2 * margin_px), max(1, self.height_px - 2 * margin_px)
        scale = min(room_x / max(most_u - least_u, 1e-12), room_y / max(most_v - least_v, 1e-12))
        steps = math.floor(math.log2(scale / TILE_PX) * STEPS_PER_OCTAVE + 1e-9)
        steps = max(STEPS_MIN, min(STEPS_FIT_MAX, steps))
        return replace(self, steps=steps).centred((least_u + most_u) / 2, (least_v + most_v) / 2)
