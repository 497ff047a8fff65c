"""Crisis layers and what is drawn on them: GeoJSON geometry with simplestyle 1.1.0 looks.

Sources: RFC 7946; mapbox/simplestyle-spec 1.1.0. A circle is a point with a radius. What another program wrote
and wallapp does not know stays with the feature as JSON text and leaves with it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from wallapp.base.errors import RuleBroken
from wallapp.base.ids import NO_EXERCISE, AccountId, ExerciseId, FeatureId, IncidentId, LayerId
from wallapp.domain.audience import EVERYBODY, Audience
from wallapp.domain.crisis_level import CrisisLevel
from wallapp.domain.people import Role
from wallapp.domain.place import Place


class LayerKind(StrEnum):
    """What a layer is about."""

    PERIMETER = "perimeter"
    EVACUATION = "evacuation"
    ROUTE = "route"
    STAGING = "staging"
    HAZARD = "hazard"
    RESOURCE = "resource"
    IMPORTED = "imported"
    FREE = "free"


class LayerSource(StrEnum):
    """Where it came from."""

    MANUAL = "manual"
    CAP = "cap"
    GEOJSON = "geojson"
    COT = "cot"


class LayerState(StrEnum):
    """Whether it is on the wall."""

    HIDDEN = "hidden"
    SHOWN = "shown"
    ARCHIVED = "archived"


class GeometryKind(StrEnum):
    """RFC 7946's names; a collection is read as several features."""

    POINT = "Point"
    LINE = "LineString"
    POLYGON = "Polygon"
    MULTI_POINT = "MultiPoint"
    MULTI_LINE = "MultiLineString"
    MULTI_POLYGON = "MultiPolygon"


Ring = tuple[Place, ...]
"""A line's places, or a polygon's outline, closed: the last one is the first."""

_SINGLE: Final = frozenset({GeometryKind.POINT, GeometryKind.LINE, GeometryKind.POLYGON})
_LEAST: Final = MappingProxyType(
    {
        GeometryKind.POINT: 1,
        GeometryKind.MULTI_POINT: 1,
        GeometryKind.LINE: 2,
        GeometryKind.MULTI_LINE: 2,
        GeometryKind.POLYGON: 4,
        GeometryKind.MULTI_POLYGON: 4,
    }
)


@dataclass(frozen=True, slots=True)
class Geometry:
    """A shape on the ground, one form for all kinds.

    Attributes:
      parts: one for each point, line or polygon, exactly one unless the kind is a Multi; each part holds rings:
        one of one place for a point, one for a line, the outline and then the holes for a polygon.
    """

    kind: GeometryKind
    parts: tuple[tuple[Ring, ...], ...]

    def __post_init__(self) -> None:
        if not self.parts or (self.kind in _SINGLE and len(self.parts) != 1):
            raise ValueError(f"a {self.kind} has the wrong number of parts")
        is_area = self.kind in (GeometryKind.POLYGON, GeometryKind.MULTI_POLYGON)
        is_point = self.kind in (GeometryKind.POINT, GeometryKind.MULTI_POINT)
        for part in self.parts:
            if not part or (len(part) > 1 and not is_area):
                raise ValueError(f"a part of a {self.kind} has the wrong number of rings")
            for ring in part:
                if len(ring) < _LEAST[self.kind] or (is_point and len(ring) != 1):
                    raise ValueError(f"a {self.kind} has too few places or too many")
                if is_area and ring[0] != ring[-1]:
                    raise ValueError("a polygon's ring is not closed")

    @property
    def places(self) -> tuple[Place, ...]:
        """All of them, in order."""
        return tuple(place for part in self.parts for ring in part for place in ring)


def point(place: Place) -> Geometry:
    """A point, or a circle's centre."""
    return Geometry(GeometryKind.POINT, (((place,),),))


def line(places: Iterable[Place]) -> Geometry:
    """A line through at least two places."""
    return Geometry(GeometryKind.LINE, ((tuple(places),),))


def polygon(corners: Iterable[Place]) -> Geometry:
    """A polygon without holes; closed here if it is not."""
    ring = tuple(corners)
    return Geometry(GeometryKind.POLYGON, (((ring if ring[:1] == ring[-1:] else (*ring, ring[0])),),))


class MarkerSize(StrEnum):
    """simplestyle's."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


_COLOUR: Final = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")


@dataclass(frozen=True, slots=True)
class Style:
    """simplestyle's looks; None follows the layer's kind. Colours are #RGB or #RRGGBB, opacities 0 to 1."""

    marker_size: MarkerSize | None = None
    marker_symbol: str | None = None
    marker_color: str | None = None
    stroke: str | None = None
    stroke_opacity: float | None = None
    stroke_width: float | None = None
    fill: str | None = None
    fill_opacity: float | None = None

    def __post_init__(self) -> None:
        if any(each is not None and not is_colour(each) for each in (self.marker_color, self.stroke, self.fill)):
            raise ValueError("a colour is written #RRGGBB")
        if any(each is not None and not 0.0 <= each <= 1.0 for each in (self.stroke_opacity, self.fill_opacity)):
            raise ValueError("an opacity lies from 0 to 1")
        if self.stroke_width is not None and not 0.0 <= self.stroke_width < float("inf"):
            raise ValueError("a stroke's width is not below 0")


def is_colour(text: str) -> bool:
    """Whether simplestyle takes it; the number sign is required here, as it is added when a file is read."""
    return _COLOUR.fullmatch(text) is not None


DEFAULT_STYLE: Final = Style()


@dataclass(frozen=True, slots=True)
class LayerFeature:
    """One drawing.

    Attributes:
      radius_m: makes a point a circle.
      foreign_json: a JSON object of properties that wallapp does not know, keys in order; written out again.
      members_json: likewise what stood beside the properties.
    """

    id: FeatureId
    geometry: Geometry
    title: str = ""
    description: str = ""
    style: Style = DEFAULT_STYLE
    radius_m: float | None = None
    incident: IncidentId | None = None
    foreign_json: str = "{}"
    members_json: str = "{}"
    rev: int = 1

    def __post_init__(self) -> None:
        if self.radius_m is not None and self.geometry.kind is not GeometryKind.POINT:
            raise ValueError("only a point has a radius")
        if self.radius_m is not None and not 0.0 < self.radius_m < float("inf"):
            raise ValueError("a circle's radius is over 0")


@dataclass(frozen=True, slots=True)
class ReadFeatures:
    """What a file of drawings held.

    Attributes:
      name: of the collection; empty where it has none.
      foreign_json: what else stood beside the features, for `CrisisLayer.foreign_json`.
      oddities: one English line for each thing that was left out or changed.
    """

    features: tuple[LayerFeature, ...]
    name: str = ""
    foreign_json: str = "{}"
    oddities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CrisisLayer:
    """A named group of drawings.

    Attributes:
      order: drawn from low to high.
      locked: its drawings are not changed until it is unlocked.
      valid_from_at, valid_until_at: when it means anything; None is always.
      foreign_json: of an imported collection, what stood beside its features.
    """

    id: LayerId
    name: str
    kind: LayerKind
    created_by: AccountId
    created_at: datetime
    updated_by: AccountId
    updated_at: datetime
    features: tuple[LayerFeature, ...] = ()
    order: int = 0
    opacity: float = 1.0
    locked: bool = False
    audience: Audience = EVERYBODY
    source: LayerSource = LayerSource.MANUAL
    valid_from_at: datetime | None = None
    valid_until_at: datetime | None = None
    state: LayerState = LayerState.HIDDEN
    incident: IncidentId | None = None
    exercise: ExerciseId = NO_EXERCISE
    foreign_json: str = "{}"
    rev: int = 1


TRANSITIONS: Final = MappingProxyType(
    {
        LayerState.HIDDEN: frozenset({LayerState.SHOWN, LayerState.ARCHIVED}),
        LayerState.SHOWN: frozenset({LayerState.HIDDEN, LayerState.ARCHIVED}),
        LayerState.ARCHIVED: frozenset[LayerState](),
    }
)


def change(layer: CrisisLayer, to: LayerState, *, by: AccountId, at: datetime) -> CrisisLayer:
    """The layer shown, hidden or archived.

    Raises:
      RuleBroken: it is so already, or archived.
    """
    if to not in TRANSITIONS[layer.state]:
        raise RuleBroken(f"a layer that is {layer.state} cannot become {to}")
    return replace(layer, state=to, updated_by=by, updated_at=at, rev=layer.rev + 1)


def check_drawing(layer: CrisisLayer) -> None:
    """Whether its drawings may be changed.

    Raises:
      RuleBroken: it is locked or archived.
    """
    if layer.locked:
        raise RuleBroken("this layer is locked; unlock it first")
    if layer.state is LayerState.ARCHIVED:
        raise RuleBroken("an archived layer is not changed any more; copy it")


def without(layer: CrisisLayer, feature: FeatureId) -> CrisisLayer:
    """The layer as it looks without one of its drawings; itself where that is none of its."""
    left = tuple(each for each in layer.features if each.id != feature)
    return layer if len(left) == len(layer.features) else replace(layer, features=left)


def is_visible(layer: CrisisLayer, roles: Iterable[Role], level: CrisisLevel, now_at: datetime) -> bool:
    """Whether somebody with these roles sees it now, at this crisis level."""
    return (
        layer.state is LayerState.SHOWN
        and layer.audience.admits(roles, level)
        and (layer.valid_from_at is None or layer.valid_from_at <= now_at)
        and (layer.valid_until_at is None or now_at < layer.valid_until_at)
    )
