"""What a map shows, as plain values.

Layers, incidents and markers become `MapFeature`s; the map draws them by their order and knows no more of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import Camera
from wallapp.domain.place import Place, towards
from wallapp.domain.sight import sight


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
    return tuple(towards(geometry.centre, azimuth_deg, geometry.radius_m) for azimuth_deg in (0.0, 90.0, 180.0, 270.0))


# Cameras


@dataclass(frozen=True, slots=True)
class NearCamera:
    """A camera as seen from a place. `seen`: whether it looks at the place; None where that is not known."""

    number: CameraNumber
    distance_m: float
    seen: bool | None


def nearest_cameras(cameras: Iterable[Camera], place: Place, *, count: int) -> list[NearCamera]:
    """So many cameras: those that see the place, those that may, the others; each by distance, then by number."""
    found = []
    for camera in cameras:
        sighting = sight(camera, place)
        if sighting is not None:
            found.append(NearCamera(camera.number, sighting.distance_m, sighting.seen))
    found.sort(key=lambda near: (_SEEN_FIRST[near.seen], near.distance_m, near.number))
    return found[:count]


_SEEN_FIRST = {True: 0, None: 1, False: 2}
