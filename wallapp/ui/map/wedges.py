"""What each camera looks over, as areas of the map: from the register, so walls and houses do not cut it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from wallapp.domain.camera import Camera, CameraKind
from wallapp.domain.map_data import AreaShape, CircleShape, MapFeature, MapKind, MapStyle
from wallapp.domain.sight import Gaze, camera_place, range_of, wedge
from wallapp.ui import theme
from wallapp.ui.map.pins import Pin
from wallapp.ui.map.shaped import Shaped

SMALLEST_PX: Final = 16.0
"""A view that would be drawn smaller than this is left out."""

_CLEAR: Final = MapStyle(
    fill=theme.TEXT, fill_opacity=0.10, stroke=theme.TEXT, stroke_opacity=0.30, stroke_width_px=1.0
)
_LOCKED: Final = MapStyle(
    fill=theme.TEXT, fill_opacity=0.03, stroke=theme.TEXT, stroke_opacity=0.38, stroke_width_px=1.0, dashed=True
)
_CHOSEN: Final = MapStyle(
    fill=theme.SELECTION, fill_opacity=0.16, stroke=theme.SELECTION, stroke_opacity=0.9, stroke_width_px=1.5
)


def wedges(pins: Iterable[Pin]) -> list[Shaped]:
    """Every camera's view, filled where it is clear, dashed where it is locked; equal ones once.

    A camera that turns has a circle about it: where it could look.
    """
    found: dict[tuple[object, ...], list[Shaped]] = {}
    for pin in pins:
        camera = pin.camera
        key = (pin.at, camera.kind, camera.azimuth_deg, camera.hfov_deg, camera.range_m, pin.locked)
        if key not in found:
            found[key] = _drawn(camera, _LOCKED if pin.locked else _CLEAR)
    return [shaped for group in found.values() for shaped in group]


def chosen_wedge(camera: Camera, gaze: Gaze | None = None) -> list[Shaped]:
    """The view of the camera that stands out.

    Args:
      gaze: where it looks now, of one that turns and tells.
    """
    return _drawn(camera, _CHOSEN, gaze)


def _drawn(camera: Camera, style: MapStyle, gaze: Gaze | None = None) -> list[Shaped]:
    here = camera_place(camera)
    if here is None:
        return []
    if camera.kind is CameraKind.PTZ and gaze is None:  # where it looks now is not known, only how far
        return [Shaped(MapFeature(MapKind.OTHER, CircleShape(here, range_of(camera)), replace(style, fill="")))]
    ring = wedge(camera, gaze=gaze)
    return [] if ring is None else [Shaped(MapFeature(MapKind.OTHER, AreaShape((ring,)), style))]
