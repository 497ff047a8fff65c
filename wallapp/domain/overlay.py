"""What lies over one camera's picture: marks and shapes, worked out from what is on the ground and in the view.

Nothing is drawn better than it is known. A mark stands at a spot only where the camera still shows the view in which
it was put, or where a calibration says so; else it is a tick at its bearing, or a chip at the picture's border.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from wallapp.base.ids import CameraNumber, FeatureId, LayerId, MarkerId
from wallapp.domain.affected import affects, areas_of
from wallapp.domain.camera import Camera
from wallapp.domain.ground import GroundCalibration
from wallapp.domain.ground_points import Spot
from wallapp.domain.ground_shapes import shown_area, shown_line
from wallapp.domain.layer import CrisisLayer, GeometryKind, LayerFeature
from wallapp.domain.layer_looks import DrawnLook, look_of
from wallapp.domain.marker import (
    AnchorState,
    CameraAnchor,
    ImageAnchor,
    Marker,
    MarkerColour,
    MarkerState,
    is_shown,
    is_stale,
)
from wallapp.domain.place import Place, distance_m
from wallapp.domain.sight import Gaze, Side, Sighting, camera_place, range_of, sight
from wallapp.domain.spotlight import RADIUS_M
from wallapp.domain.view_state import Shift, ViewState

SHAPES_WITHIN_M: Final = 400.0
"""A drawing that begins farther away is not laid over the picture: it would be a line on the horizon."""

_LINES: Final = frozenset({GeometryKind.LINE, GeometryKind.MULTI_LINE})
_POINTS: Final = frozenset({GeometryKind.POINT, GeometryKind.MULTI_POINT})


class Border(StrEnum):
    """Where a chip belongs."""

    LEFT = "left"
    RIGHT = "right"
    BEHIND = "behind"
    AROUND = "around"
    """Near, but nobody knows where in the picture."""
    CAMERA = "camera"
    """It is the whole camera's."""
    VIEW = "view"
    """It was put in a view that the camera does not show now, or that nobody has compared yet."""


@dataclass(frozen=True, slots=True)
class AtSpot:
    """In fractions of the whole source picture, 0 to 1."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class AtBearing:
    """A tick at a column of the picture; how far down is not known."""

    x: float
    distance_m: float


@dataclass(frozen=True, slots=True)
class AtBorder:
    """A chip. `distance_m` is None where it is not known or means nothing."""

    border: Border
    distance_m: float | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """One marker over one picture.

    Attributes:
      anchor: how well it sits.
      hollow: nobody vouches for its place; dim: its time is over, or it is resolved.
    """

    marker: MarkerId
    kind: str
    label: str
    colour: MarkerColour
    at: AtSpot | AtBearing | AtBorder
    anchor: AnchorState
    hollow: bool = False
    dim: bool = False
    is_alarm: bool = False


@dataclass(frozen=True, slots=True)
class DrawnShape:
    """One drawing in picture coordinates: fill by the odd-even rule, then the lines, then the points.

    Attributes:
      spots: of a drawing that is a point; `label` stands beside them.
    """

    layer: LayerId
    feature: FeatureId
    fills: tuple[tuple[Spot, ...], ...]
    lines: tuple[tuple[Spot, ...], ...]
    look: DrawnLook
    spots: tuple[Spot, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Overlay:
    """Everything over one picture. Equal ones look equal.

    Attributes:
      frame: #RRGGBB of the topmost layer whose area concerns the camera; empty for none.
      concerned: the names of all such layers, topmost first.
    """

    marks: tuple[Mark, ...] = ()
    shapes: tuple[DrawnShape, ...] = ()
    frame: str = ""
    concerned: tuple[str, ...] = ()


NOTHING: Final = Overlay()


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is known of one camera's picture now.

    Attributes:
      calibration: of its ground; None without one, and of a camera that turns.
      gaze: where it looks, where that is told; a fixed one looks as registered.
      has_left: it was moved away from every view that is known of it: neither its calibration nor its registered
        gaze holds any more.
    """

    camera: Camera
    calibration: GroundCalibration | None = None
    gaze: Gaze | None = None
    has_left: bool = False

    @property
    def ground(self) -> GroundCalibration | None:
        """The calibration, where it holds."""
        return None if self.has_left else self.calibration


ViewOf = Callable[[Marker], tuple[ViewState, Shift]]
"""What may be drawn at a marker's spot, and what to add to it."""


def overlay_of(
    outlook: Outlook,
    markers: Iterable[Marker],
    layers: Sequence[CrisisLayer],
    *,
    known: Collection[CameraNumber],
    view_of: ViewOf,
    now_at: datetime,
) -> Overlay:
    """Everything over one camera's picture.

    Args:
      markers, layers: those that the person may see, layers in the order of drawing.
      known: the cameras that the person may know of; a marker that hangs on another is left out everywhere.
    """
    marks = marks_of(outlook, markers, known=known, view_of=view_of, now_at=now_at)
    return with_layers(Overlay(marks), outlook, layers)


Placed = tuple[AtSpot | AtBearing | AtBorder, AnchorState] | None
"""Where a marker goes and how well it sits there; None where a picture has nothing to do with it."""

Memo = dict[MarkerId, tuple[Marker, Placed]]
"""Where places on the ground were found to be for one outlook; good for as long as that stays the same."""


def marks_of(
    outlook: Outlook,
    markers: Iterable[Marker],
    *,
    known: Collection[CameraNumber],
    view_of: ViewOf,
    now_at: datetime,
    memo: Memo | None = None,
) -> tuple[Mark, ...]:
    """See `overlay_of`. Alarms come last, so that they are drawn above the others.

    Args:
      memo: of this outlook; what is missing is added.
    """
    memo = {} if memo is None else memo
    if outlook.camera.number not in known:
        return ()
    found = []
    for marker in markers:
        if not is_shown(marker) or (marker.camera is not None and marker.camera not in known):
            continue
        own = isinstance(marker.anchor, ImageAnchor) and marker.camera == outlook.camera.number
        before = memo.get(marker.id)
        if own or before is None or before[0] is not marker:
            before = memo[marker.id] = marker, _placed(outlook, marker, view_of)
        placed = before[1]
        if placed is not None:
            at, anchor = placed
            dim = is_stale(marker, now_at) or marker.state is MarkerState.RESOLVED
            hollow = not anchor.is_drawn_in_place and not isinstance(marker.anchor, CameraAnchor)
            found.append(
                Mark(marker.id, marker.kind, marker.label, marker.colour, at, anchor, hollow, dim, marker.is_alarm)
            )
    return tuple(sorted(found, key=lambda mark: mark.is_alarm))


def with_layers(overlay: Overlay, outlook: Outlook, layers: Sequence[CrisisLayer]) -> Overlay:
    """The overlay with the layers' shapes and frame in place of those it had."""
    shapes: list[DrawnShape] = []
    concerned: list[tuple[str, str]] = []
    stands = camera_place(outlook.camera)
    for layer in sorted(layers, key=lambda each: each.order):
        looks = [look_of(layer, feature) for feature in layer.features]
        gaze, looks_so = outlook.gaze, outlook.gaze is not None or not outlook.has_left
        met = [
            look
            for feature, look in zip(layer.features, looks, strict=True)
            if affects(feature, outlook.camera, gaze=gaze, looks_so=looks_so)
        ]
        if met:
            concerned.append((met[-1].stroke, layer.name))
        if outlook.ground is None:
            continue
        for feature, look in zip(layer.features, looks, strict=True):
            if stands is None or _distance_m(feature, stands) <= SHAPES_WITHIN_M:
                shape = _shape(outlook.ground, layer.id, feature, look)
                if shape is not None:
                    shapes.append(shape)
    concerned.reverse()
    frame = concerned[0][0] if concerned else ""
    return Overlay(overlay.marks, tuple(shapes), frame, tuple(name for _, name in concerned))


def _placed(outlook: Outlook, marker: Marker, view_of: ViewOf) -> Placed:
    anchor, camera = marker.anchor, outlook.camera
    if isinstance(anchor, CameraAnchor) and anchor.camera == camera.number:
        return AtBorder(Border.CAMERA), AnchorState.VALID
    if isinstance(anchor, ImageAnchor) and anchor.camera == camera.number:
        state, shift = view_of(marker)
        if state is not ViewState.SAME:
            return AtBorder(Border.VIEW), AnchorState.VIEW_CHANGED
        x, y = anchor.u + shift.dx, anchor.v + shift.dy
        if 0.0 <= x <= 1.0 and 0.0 <= y <= 1.0:
            return AtSpot(x, y), AnchorState.VALID
        return AtBorder(Border.VIEW), AnchorState.OUT_OF_FRAME
    return None if marker.ground is None else _seen(outlook, marker.ground)


def _seen(outlook: Outlook, place: Place) -> Placed:
    """Where a place of the ground is for this camera; None where it is too far to matter."""
    camera = outlook.camera
    stands = camera_place(camera)
    away_m = None if stands is None else distance_m(stands, place)
    if away_m is not None and away_m > max(range_of(camera), RADIUS_M):
        return None
    sighting = sight(camera, place, gaze=outlook.gaze)
    if outlook.ground is not None:
        spot = outlook.ground.to_picture(place)
        if spot is not None and 0.0 <= spot[0] <= 1.0 and 0.0 <= spot[1] <= 1.0:
            return AtSpot(*spot), AnchorState.VALID
        if sighting is None:
            return None
        return AtBorder(_border(sighting, spot), away_m), AnchorState.OUT_OF_FRAME
    if sighting is None:
        return None
    looks = not outlook.has_left or outlook.gaze is not None
    if looks and sighting.tick_x is not None:
        return AtBearing(sighting.tick_x, sighting.distance_m), AnchorState.UNCALIBRATED
    border = _border(sighting, None) if looks else Border.AROUND
    return AtBorder(border, away_m), AnchorState.UNCALIBRATED


def _border(sighting: Sighting, spot: Spot | None) -> Border:
    """The side on which a place lies outside the picture."""
    by_side = {Side.LEFT: Border.LEFT, Side.RIGHT: Border.RIGHT, Side.BEHIND: Border.BEHIND}
    if sighting.side in by_side:
        return by_side[sighting.side]
    if spot is not None and not 0.0 <= spot[0] <= 1.0:
        return Border.LEFT if spot[0] < 0 else Border.RIGHT
    return Border.BEHIND if spot is not None and spot[1] > 1.0 else Border.AROUND


def _distance_m(feature: LayerFeature, stands: Place) -> float:
    """From the camera to a drawing's nearest corner, roughly: 0 where it stands amidst them."""
    places = feature.geometry.places
    around = min(place.lat_deg for place in places) <= stands.lat_deg <= max(place.lat_deg for place in places)
    if around and min(p.lon_deg for p in places) <= stands.lon_deg <= max(p.lon_deg for p in places):
        return 0.0
    return min(distance_m(stands, place) for place in places) - (feature.radius_m or 0.0)


def _shape(ground: GroundCalibration, layer: LayerId, feature: LayerFeature, look: DrawnLook) -> DrawnShape | None:
    """A drawing as the picture shows it; None where it does not."""
    fills: list[tuple[Spot, ...]] = []
    lines: list[tuple[Spot, ...]] = []
    for rings in areas_of(feature):
        for ring in rings:
            area = shown_area(ground, ring)
            if area is not None:
                fills.append(area.fill)
                lines.extend(area.outline)
    if feature.geometry.kind in _LINES:
        for part in feature.geometry.parts:
            lines.extend(shown_line(ground, part[0]))
    if feature.geometry.kind in _POINTS and feature.radius_m is None:
        seen = (ground.to_picture(place) for place in feature.geometry.places)
        spots = tuple(spot for spot in seen if spot and 0.0 <= spot[0] <= 1.0 and 0.0 <= spot[1] <= 1.0)
        return DrawnShape(layer, feature.id, (), (), look, spots, feature.title) if spots else None
    return DrawnShape(layer, feature.id, tuple(fills), tuple(lines), look) if fills or lines else None
