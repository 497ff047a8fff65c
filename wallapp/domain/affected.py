"""Which cameras an area on the ground concerns: those that stand in it, and those that look into it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import Camera
from wallapp.domain.layer import GeometryKind, LayerFeature
from wallapp.domain.place import EastNorth, Place, TangentPlane, towards
from wallapp.domain.sight import Gaze, camera_place, range_of, wedge

CIRCLE_CORNERS: Final = 32
_AREAS: Final = frozenset({GeometryKind.POLYGON, GeometryKind.MULTI_POLYGON})

Rings = tuple[tuple[Place, ...], ...]
"""An area's outline and its holes, each once around, the last place the first."""


def areas_of(feature: LayerFeature) -> tuple[Rings, ...]:
    """The areas of a drawing: its polygons, or its circle as a polygon; none of a line or a point."""
    if feature.radius_m is not None:
        centre, step = feature.geometry.places[0], 360.0 / CIRCLE_CORNERS
        ring = tuple(towards(centre, step * index, feature.radius_m) for index in range(CIRCLE_CORNERS))
        return (((*ring, ring[0]),),)
    return feature.geometry.parts if feature.geometry.kind in _AREAS else ()


def affects(feature: LayerFeature, camera: Camera, *, gaze: Gaze | None = None, looks_so: bool = True) -> bool:
    """Whether a camera stands in one of the areas, or what it covers on the map meets one.

    Args:
      gaze: where it looks now; for a fixed camera None means as registered. Of one that turns and whose gaze is not
        known only its place counts.
      looks_so: whether that holds; else only its place counts.
    """
    stands = camera_place(camera)
    if stands is None:
        return False
    plane, range_m = TangentPlane(stands), range_of(camera)
    areas = [[[plane.to_metres(place) for place in ring] for ring in rings] for rings in areas_of(feature)]
    near = [area for area in areas if _near(area[0], range_m)]
    if not near:  # the most, of a whole city; working out what a camera covers costs more than all the rest
        return False
    cover = wedge(camera, gaze=gaze) if looks_so else None
    covered = [plane.to_metres(place) for place in cover] if cover else []
    return any(_meets(area, covered) for area in near)


def affected_cameras(feature: LayerFeature, cameras: Iterable[Camera]) -> tuple[CameraNumber, ...]:
    """Of these cameras, which the caller has cut down to those that the person may know of."""
    return tuple(camera.number for camera in cameras if affects(feature, camera))


def _meets(area: list[list[EastNorth]], covered: list[EastNorth]) -> bool:
    if _inside((0.0, 0.0), area) or any(_inside(spot, area) for spot in covered):
        return True
    if not covered:
        return False
    if any(_inside(spot, [covered]) for spot in area[0]):
        return True
    around = [*covered, covered[0]]
    return any(_cross(*one, *two) for one in pairwise(around) for ring in area for two in pairwise(ring))


def _near(ring: Sequence[EastNorth], range_m: float) -> bool:
    """Whether the ring's frame comes within range of the origin."""
    east, north = [spot[0] for spot in ring], [spot[1] for spot in ring]
    return min(east) <= range_m and max(east) >= -range_m and min(north) <= range_m and max(north) >= -range_m


def _inside(spot: EastNorth, rings: Sequence[Sequence[EastNorth]]) -> bool:
    """By the rule of odd and even, so that holes count as outside."""
    odd, (x, y) = False, spot
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                odd = not odd
    return odd


def _cross(start: EastNorth, end: EastNorth, other_start: EastNorth, other_end: EastNorth) -> bool:
    def turn(one: EastNorth, two: EastNorth, three: EastNorth) -> float:
        return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])

    parted = turn(other_start, other_end, start) * turn(other_start, other_end, end) < 0
    return parted and turn(start, end, other_start) * turn(start, end, other_end) < 0
