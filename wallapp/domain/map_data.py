"""What a map shows, as plain values, and the few sums on the globe that a city needs.

Layers, incidents and markers become `MapFeature`s; the map draws them by their order and knows no more of them.
Angles in degrees (WGS 84; azimuths from north, clockwise), lengths in metres. Distances are those of a local
plane: within ten kilometres they are off by less than a thousandth.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import Camera, CameraKind

EARTH_RADIUS_M = 6_371_008.8
"""Mean radius (IUGG)."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the globe.

    Raises (constructor):
      ValueError: not finite, or no latitude and longitude.
    """

    lat_deg: float
    lon_deg: float

    def __post_init__(self) -> None:
        if not (abs(self.lat_deg) <= 90.0 and abs(self.lon_deg) <= 180.0):  # false for NaN as well
            raise ValueError(f"no place on the globe: {self.lat_deg}, {self.lon_deg}")


class MapKind(StrEnum):
    """What a feature is; its look and its order follow where it says nothing itself. In the order of drawing."""

    WATER = "water"
    LAND = "land"
    BEACH = "beach"
    ROCKS = "rocks"
    QUAY = "quay"
    QUARTER = "quarter"
    PARK = "park"
    SQUARE = "square"
    PATH = "path"
    STREET = "street"
    MAIN_STREET = "main_street"
    BUILDING = "building"
    TRAM = "tram"
    TRAM_STOP = "tram_stop"
    NAME = "name"
    OTHER = "other"
    LAYER = "layer"
    """Of a crisis layer: perimeter, route, hazard."""
    INCIDENT = "incident"
    MARKER = "marker"


_ORDER = {kind: 10 * place for place, kind in enumerate(MapKind)}


class Symbol(StrEnum):
    """What stands at a point; the four severities have each their own shape."""

    DOT = "dot"
    """medium"""
    TRIANGLE = "triangle"
    """critical"""
    DIAMOND = "diamond"
    """high"""
    SQUARE = "square"
    """information"""


@dataclass(frozen=True, slots=True)
class PointShape:
    """One place."""

    at: Place


@dataclass(frozen=True, slots=True)
class LineShape:
    """At least two places, joined in order."""

    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class AreaShape:
    """Rings of at least three places, the first around the others, which are holes. Closed by themselves."""

    rings: tuple[tuple[Place, ...], ...]


@dataclass(frozen=True, slots=True)
class CircleShape:
    """Everything within a radius."""

    centre: Place
    radius_m: float


Geometry = PointShape | LineShape | AreaShape | CircleShape


@dataclass(frozen=True, slots=True)
class MapStyle:
    """How a feature is drawn, as simplestyle 1.1.0 has it. An empty colour draws nothing; without
    any colour it takes those of its kind.

    Attributes:
      stroke, fill: #RRGGBB.
      stroke_width_px: on the screen; a line is never thinner.
      stroke_width_m: on the ground; 0 for a line that is as wide at every scale.
    """

    stroke: str = ""
    stroke_opacity: float = 1.0
    stroke_width_px: float = 2.0
    stroke_width_m: float = 0.0
    dashed: bool = False
    fill: str = ""
    fill_opacity: float = 0.25
    symbol: Symbol = Symbol.DOT


@dataclass(frozen=True, slots=True)
class MapFeature:
    """One thing on the map.

    Attributes:
      style: None takes the look of its kind.
      label: its name; empty for none. labels: (language, name) where it has others, by ISO 639-1 code.
      order: among the features, the lowest is drawn first; None takes its kind's.
      feature_id: told when somebody clicks on it; empty for what is not to be clicked.
    """

    kind: MapKind
    geometry: Geometry
    style: MapStyle | None = None
    label: str = ""
    labels: tuple[tuple[str, str], ...] = ()
    order: int | None = None
    feature_id: str = ""

    @property
    def z_order(self) -> int:
        """The order in force."""
        return _ORDER[self.kind] if self.order is None else self.order

    def label_in(self, language: str) -> str:
        """The name in a language; the plain one where there is none in it."""
        return dict(self.labels).get(language, self.label)


def places_of(geometry: Geometry) -> tuple[Place, ...]:
    """Places whose frame holds the whole geometry."""
    if isinstance(geometry, PointShape):
        return (geometry.at,)
    if isinstance(geometry, LineShape):
        return geometry.places
    if isinstance(geometry, AreaShape):
        return geometry.rings[0]
    return tuple(moved(geometry.centre, azimuth_deg, geometry.radius_m) for azimuth_deg in (0.0, 90.0, 180.0, 270.0))


# On the globe


def distance_m(one: Place, other: Place) -> float:
    """Between two places."""
    east_m, north_m = _offset_m(one, other)
    return math.hypot(east_m, north_m)


def azimuth_deg(one: Place, other: Place) -> float:
    """The direction from one to the other: 0 is north, clockwise, under 360."""
    east_m, north_m = _offset_m(one, other)
    return math.degrees(math.atan2(east_m, north_m)) % 360.0


def moved(start: Place, azimuth_deg: float, by_m: float) -> Place:
    """The place so far away in a direction; held on the globe."""
    turn = math.radians(azimuth_deg)
    lat_deg = start.lat_deg + math.degrees(by_m * math.cos(turn) / EARTH_RADIUS_M)
    shrink = max(1e-6, math.cos(math.radians(start.lat_deg)))
    lon_deg = start.lon_deg + math.degrees(by_m * math.sin(turn) / (EARTH_RADIUS_M * shrink))
    return Place(max(-90.0, min(90.0, lat_deg)), (lon_deg + 180.0) % 360.0 - 180.0)


def _offset_m(one: Place, other: Place) -> tuple[float, float]:
    shrink = math.cos(math.radians((one.lat_deg + other.lat_deg) / 2))
    lon_deg = (other.lon_deg - one.lon_deg + 180.0) % 360.0 - 180.0
    north_m = math.radians(other.lat_deg - one.lat_deg) * EARTH_RADIUS_M
    return math.radians(lon_deg) * EARTH_RADIUS_M * shrink, north_m


# Cameras


@dataclass(frozen=True, slots=True)
class NearCamera:
    """A camera as seen from a place. `sees`: its registered view holds the place; walls are not considered."""

    number: CameraNumber
    distance_m: float
    sees: bool


def camera_place(camera: Camera) -> Place | None:
    """Where it stands; None where the register does not say."""
    if camera.lat_deg is None or camera.lon_deg is None:
        return None
    return Place(camera.lat_deg, camera.lon_deg)


def looks_all_round(camera: Camera) -> bool:
    """Whether its view has no direction."""
    return camera.kind is CameraKind.FISHEYE or (camera.hfov_deg is not None and camera.hfov_deg >= 360.0)


def sees(camera: Camera, place: Place) -> bool:
    """Whether the registered field of view holds the place; False where position, direction or range are unknown."""
    here = camera_place(camera)
    if here is None or camera.range_m is None or distance_m(here, place) > camera.range_m:
        return False
    if looks_all_round(camera):
        return True
    if camera.azimuth_deg is None or camera.hfov_deg is None:
        return False
    aside_deg = (azimuth_deg(here, place) - camera.azimuth_deg + 180.0) % 360.0 - 180.0
    return abs(aside_deg) <= camera.hfov_deg / 2


def nearest_cameras(cameras: Iterable[Camera], place: Place, *, count: int) -> list[NearCamera]:
    """So many cameras: those that see the place before those that do not, each by distance, then by number."""
    found = []
    for camera in cameras:
        here = camera_place(camera)
        if here is not None:
            found.append(NearCamera(camera.number, distance_m(here, place), sees(camera, place)))
    found.sort(key=lambda near: (not near.sees, near.distance_m, near.number))
    return found[:count]
