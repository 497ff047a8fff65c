"""Which cameras an area on the ground concerns: those that stand in it, and those that look into it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import Camera
from wallapp.domain.layer import GeometryKind, LayerFeature
from wallapp.domain.place import EARTH_RADIUS_M, EastNorth, Place, TangentPlane, towards
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


def has_area(feature: LayerFeature) -> bool:
    """Whether a drawing holds anything: a polygon or a circle does."""
    return feature.radius_m is not None or feature.geometry.kind in _AREAS


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
    frame = frame_of(feature)
    return tuple(camera.number for camera in cameras if comes_near(frame, camera) and affects(feature, camera))


@dataclass(frozen=True, slots=True)
class Frame:
    """What holds a drawing, in degrees; to rule out most of a city's cameras before any corner is looked at."""

    south: float
    west: float
    north: float
    east: float


def frame_of(feature: LayerFeature) -> Frame | None:
    """Of a drawing with an area; None of one without."""
    places = feature.geometry.places
    if feature.radius_m is not None:
        places = tuple(towards(places[0], azimuth_deg, feature.radius_m) for azimuth_deg in (0.0, 90.0, 180.0, 270.0))
    elif feature.geometry.kind not in _AREAS:
        return None
    lat, lon = [place.lat_deg for place in places], [place.lon_deg for place in places]
    return Frame(min(lat), min(lon), max(lat), max(lon))


def comes_near(frame: Frame | None, camera: Camera) -> bool:
    """False only where no area within the frame can concern the camera."""
    stands = camera_place(camera)
    if frame is None or stands is None:
        return False
    if frame.east - frame.west > 180.0 or abs(stands.lon_deg) > 179.0 or abs(stands.lat_deg) > 80.0:
        return True  # about the date line and the poles degrees mean something else
    south_m, north_m = _metres(frame.south - stands.lat_deg), _metres(frame.north - stands.lat_deg)
    shrink = math.cos(math.radians(stands.lat_deg))
    west_m, east_m = (_metres(edge - stands.lon_deg) * shrink for edge in (frame.west, frame.east))
    reach_m = range_of(camera) * 1.01 + 1.0
    return south_m <= reach_m and north_m >= -reach_m and west_m <= reach_m and east_m >= -reach_m


def _metres(degrees: float) -> float:
    return math.radians(degrees) * EARTH_RADIUS_M


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
