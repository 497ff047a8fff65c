"""The simulated cameras' ground calibrations: what a careful person would match, worked out from the scene's lens."""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import CameraKind
from wallapp.domain.ground_points import GroundMatch
from wallapp.domain.place import Place
from wallapp.simulation.city import City, Viewpoint
from wallapp.simulation.geo import GroundPlane
from wallapp.simulation.loop import MAIN_PX
from wallapp.simulation.scenes.lens import Pinhole, lens_of

_ACROSS: Final = (0.06, 0.5, 0.94)
_BELOW_HORIZON: Final = (0.95, 0.45, 0.15)
"""Of the way from the horizon to the picture's bottom."""


def city_matches(city: City) -> dict[CameraNumber, tuple[GroundMatch, ...]]:
    """Matched points for every fixed camera of the city; a fisheye's picture is no plane's, a PTZ's does not stay."""
    fixed = [view for view in city.viewpoints.values() if view.kind is CameraKind.FIXED]
    return {view.number: matches_of(view, city.plane) for view in fixed}


def matches_of(view: Viewpoint, plane: GroundPlane) -> tuple[GroundMatch, ...]:
    """Nine points of the ground before a fixed camera, near to far and left to right."""
    lens = lens_of(view)
    assert isinstance(lens, Pinhole), "a fisheye has no ground calibration"
    width_px, height_px = MAIN_PX
    horizon = max(0.0, 0.5 - lens.focal_px * math.tan(math.radians(view.tilt_deg)) / height_px)
    spots = [(x, horizon + (1 - horizon) * share) for share in _BELOW_HORIZON for x in _ACROSS]
    matches = []
    for x, y in spots:
        east_m, north_m = _ground_at(lens, x * width_px, y * height_px)
        matches.append(GroundMatch(x, y, Place(*plane.to_lat_lon(east_m, north_m))))
    return tuple(matches)


def _ground_at(lens: Pinhole, x_px: float, y_px: float) -> tuple[float, float]:
    """Where the ray through a point below the horizon meets the ground."""
    across, down = (x_px - lens.centre_px[0]) / lens.focal_px, (y_px - lens.centre_px[1]) / lens.focal_px
    ray = np.array([across, down, 1.0]) @ lens.axes
    reach = -lens.position_m[2] / ray[2]
    return float(lens.position_m[0] + ray[0] * reach), float(lens.position_m[1] + ray[1] * reach)
