"""What each camera looks over, as areas of the map: from the register, so walls and houses do not cut it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from wallapp.domain.camera import Camera, CameraKind
from wallapp.domain.map_data import (
    AreaShape,
    CircleShape,
    MapFeature,
    MapKind,
    MapStyle,
    Place,
    camera_place,
    looks_all_round,
    moved,
)
from wallapp.ui import theme
from wallapp.ui.map.pins import Pin
from wallapp.ui.map.shaped import Shaped

SMALLEST_PX: Final = 16.0
"""A view that would be drawn smaller than this is left out."""
_ARC_STEP_DEG: Final = 6.0

_CLEAR: Final = MapStyle(
    fill=theme.TEXT, fill_opacity=0.10, stroke=theme.TEXT, stroke_opacity=0.30, stroke_width_px=1.0
)
_LOCKED: Final = MapStyle(
    fill=theme.TEXT, fill_opacity=0.03, stroke=theme.TEXT, stroke_opacity=0.38, stroke_width_px=1.0, dashed=True
)
_REACH: Final = MapStyle(stroke=theme.TEXT, stroke_opacity=0.22, stroke_width_px=1.0, dashed=True)
_CHOSEN: Final = MapStyle(
    fill=theme.SELECTION, fill_opacity=0.16, stroke=theme.SELECTION, stroke_opacity=0.9, stroke_width_px=1.5
)


def wedges(pins: Iterable[Pin]) -> list[Shaped]:
    """Every camera's view, filled where it is clear, dashed where it is locked; equal ones once.

    A camera that turns has a dashed circle about it as well: where it could look.
    """
    found: dict[tuple[object, ...], list[Shaped]] = {}
    for pin in pins:
        camera = pin.camera
        key = (pin.at, camera.kind, camera.azimuth_deg, camera.hfov_deg, camera.range_m, pin.locked)
        if key not in found:
            found[key] = _drawn(camera, _LOCKED if pin.locked else _CLEAR)
    return [shaped for group in found.values() for shaped in group]


def chosen_wedge(camera: Camera) -> list[Shaped]:
    """The view of the camera that stands out."""
    return _drawn(camera, _CHOSEN)


def _drawn(camera: Camera, style: MapStyle) -> list[Shaped]:
    here = camera_place(camera)
    if here is None or not camera.range_m:
        return []
    found = []
    if camera.kind is CameraKind.PTZ:
        found.append(Shaped(MapFeature(MapKind.OTHER, CircleShape(here, camera.range_m), _REACH)))
    if looks_all_round(camera):
        found.append(Shaped(MapFeature(MapKind.OTHER, CircleShape(here, camera.range_m), style)))
    elif camera.azimuth_deg is not None and camera.hfov_deg:
        ring = sector(here, azimuth_deg=camera.azimuth_deg, hfov_deg=camera.hfov_deg, range_m=camera.range_m)
        found.append(Shaped(MapFeature(MapKind.OTHER, AreaShape((ring,)), style)))
    return found


def sector(centre: Place, *, azimuth_deg: float, hfov_deg: float, range_m: float) -> tuple[Place, ...]:
    """The ring of a wedge: its point, then along the arc clockwise."""
    count = max(2, round(hfov_deg / _ARC_STEP_DEG))
    first = azimuth_deg - hfov_deg / 2
    return (centre, *(moved(centre, first + hfov_deg * index / count, range_m) for index in range(count + 1)))
