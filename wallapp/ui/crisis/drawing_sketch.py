"""A drawing in the making: pure values, from one corner to the next."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from wallapp.domain.layer import Geometry, GeometryKind, LayerFeature, Ring, line, point, polygon
from wallapp.domain.layer_looks import TEXT_SYMBOL
from wallapp.domain.place import EastNorth, Place, TangentPlane, distance_m

RADIUS_LEAST_M = 1.0
RADIUS_MOST_M = 20_000.0


class Tool(Enum):
    """What is drawn."""

    AREA = auto()
    LINE = auto()
    POINT = auto()
    TEXT = auto()
    CIRCLE = auto()
    RECTANGLE = auto()
    """A square round its middle, its sides to the north and east."""

    @property
    def is_round(self) -> bool:
        """Drawn round a middle, by a radius."""
        return self in (Tool.CIRCLE, Tool.RECTANGLE)

    @property
    def is_single(self) -> bool:
        """One place is all of it."""
        return self in (Tool.POINT, Tool.TEXT)


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is drawn so far.

    Attributes:
      corners: in order, not closed; of a circle and a rectangle the middle alone.
      radius_m: of these; 0 while nobody said it.
      holes: of an area that is changed: they stay.
    """

    tool: Tool
    corners: tuple[Place, ...] = ()
    radius_m: float = 0.0
    holes: tuple[Ring, ...] = ()

    def with_corner(self, place: Place) -> Sketch:
        """One more; of what has one place, that one. Round a middle the second says how far."""
        if self.tool.is_single:
            return replace(self, corners=(place,))
        if self.tool.is_round:
            if not self.corners:
                return replace(self, corners=(place,))
            return self.with_radius(self._reach_m(place))
        if self.corners and self.corners[-1] == place:
            return self
        return replace(self, corners=(*self.corners, place))

    def with_radius(self, radius_m: float) -> Sketch:
        """Another radius, held to what makes sense."""
        return replace(self, radius_m=min(RADIUS_MOST_M, max(RADIUS_LEAST_M, radius_m)))

    def moved(self, index: int, place: Place) -> Sketch:
        """One corner elsewhere."""
        return replace(self, corners=(*self.corners[:index], place, *self.corners[index + 1 :]))

    def inserted(self, after: int, place: Place) -> Sketch:
        """A corner between two."""
        return replace(self, corners=(*self.corners[: after + 1], place, *self.corners[after + 1 :]))

    def without(self, index: int) -> Sketch:
        """One corner less; the same where too few would be left."""
        if len(self.corners) <= self.least:
            return self
        return replace(self, corners=(*self.corners[:index], *self.corners[index + 1 :]))

    def as_tool(self, tool: Tool) -> Sketch:
        """Another shape over the same places: a circle becomes a rectangle and back."""
        return replace(self, tool=tool)

    @property
    def least(self) -> int:
        """So many corners make one."""
        return {Tool.AREA: 3, Tool.LINE: 2}.get(self.tool, 1)

    @property
    def is_whole(self) -> bool:
        """Whether it can be kept."""
        return len(self.corners) >= self.least and not (self.tool.is_round and self.radius_m <= 0)

    @property
    def outline(self) -> tuple[Place, ...]:
        """The places that its lines go through; an area's comes back to its first."""
        if self.tool is Tool.CIRCLE and self.corners and self.radius_m > 0:
            plane = TangentPlane(self.corners[0])
            turns = (math.tau * step / 48 for step in range(49))
            return tuple(
                plane.to_place(self.radius_m * math.sin(turn), self.radius_m * math.cos(turn)) for turn in turns
            )
        if self.tool is Tool.RECTANGLE and self.corners and self.radius_m > 0:
            plane, side = TangentPlane(self.corners[0]), self.radius_m
            ring = [
                plane.to_place(east, north)
                for east, north in ((-side, -side), (side, -side), (side, side), (-side, side))
            ]
            return (*ring, ring[0])
        if self.tool is Tool.AREA and len(self.corners) >= 3:
            return (*self.corners, self.corners[0])
        return self.corners

    def geometry(self) -> Geometry | None:
        """As it is kept, with `kept_radius_m`; None while it is not whole."""
        if not self.is_whole:
            return None
        if self.tool is Tool.LINE:
            return line(self.corners)
        if self.tool in (Tool.POINT, Tool.TEXT, Tool.CIRCLE):
            return point(self.corners[0])
        if self.holes:
            return Geometry(GeometryKind.POLYGON, ((self.outline, *self.holes),))
        return polygon(self.outline)

    @property
    def kept_radius_m(self) -> float | None:
        """Of a circle; None of all else."""
        return self.radius_m if self.tool is Tool.CIRCLE else None

    @property
    def length_m(self) -> float:
        """Along its lines, all round."""
        if self.tool is Tool.CIRCLE:
            return math.tau * self.radius_m
        return sum(distance_m(here, there) for here, there in pairwise(self.outline))

    @property
    def area_m2(self) -> float:
        """What it holds; 0 of what is no area."""
        if self.tool is Tool.CIRCLE:
            return math.pi * self.radius_m**2
        if self.tool not in (Tool.AREA, Tool.RECTANGLE) or len(self.outline) < 4:
            return 0.0
        twice = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(self._metres()))
        return abs(twice) / 2

    @property
    def crosses_itself(self) -> bool:
        """Whether an area's lines cross, so that nobody can say what is inside."""
        if self.tool is not Tool.AREA:
            return False
        sides = list(pairwise(self._metres()))
        return any(
            _cross(*sides[first], *sides[second])
            for first in range(len(sides))
            for second in range(first + 2, len(sides))
            if not (first == 0 and second == len(sides) - 1)
        )

    def _metres(self) -> list[EastNorth]:
        outline = self.outline
        plane = TangentPlane(outline[0]) if outline else None
        return [plane.to_metres(place) for place in outline] if plane else []

    def _reach_m(self, place: Place) -> float:
        """How far a rectangle's side or a circle's line is, through this place."""
        if self.tool is Tool.CIRCLE:
            return distance_m(self.corners[0], place)
        east_m, north_m = TangentPlane(self.corners[0]).to_metres(place)
        return max(abs(east_m), abs(north_m))


def sketch_of(feature: LayerFeature) -> Sketch | None:
    """A drawing to be changed; None of one in several parts, which has no one outline."""
    geometry = feature.geometry
    if geometry.kind is GeometryKind.POINT:
        place = geometry.places[0]
        if feature.radius_m is not None:
            return Sketch(Tool.CIRCLE, (place,), feature.radius_m)
        return Sketch(Tool.TEXT if feature.style.marker_symbol == TEXT_SYMBOL else Tool.POINT, (place,))
    if geometry.kind is GeometryKind.LINE:
        return Sketch(Tool.LINE, geometry.places)
    if geometry.kind is GeometryKind.POLYGON:
        outline, *holes = geometry.parts[0]
        return Sketch(Tool.AREA, outline[:-1], holes=tuple(holes))
    return None


def _cross(start: EastNorth, end: EastNorth, other_start: EastNorth, other_end: EastNorth) -> bool:
    def turn(one: EastNorth, two: EastNorth, three: EastNorth) -> float:
        return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])

    parted = turn(other_start, other_end, start) * turn(other_start, other_end, end) < 0
    return parted and turn(start, end, other_start) * turn(start, end, other_end) < 0
