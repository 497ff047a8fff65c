"""Where a camera's picture has a place when its ground is not calibrated: by bearing alone, and no more than that."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from wallapp.domain.camera import Camera, CameraKind
from wallapp.domain.place import Place, bearing_deg, distance_m, towards, turn_deg

USUAL_RANGE_M: Final = 50.0
"""Where the register gives no range: a person is hardly made out farther away by a usual street camera."""
_BEHIND_FROM_DEG: Final = 120.0
_FLAT_HFOV_MOST_DEG: Final = 170.0
"""A wider picture is no flat projection: the bearing gives no column of it."""


class Side(StrEnum):
    """Where a place lies for a camera."""

    IN_PICTURE = "in_picture"
    """Its bearing is within the field of view; how far down it is not known."""
    LEFT = "left"
    RIGHT = "right"
    BEHIND = "behind"
    AROUND = "around"
    """The camera looks all ways at once."""
    UNKNOWN = "unknown"
    """Where the camera looks is not known."""


@dataclass(frozen=True, slots=True)
class Gaze:
    """Where a camera looks now: its picture's middle and width."""

    azimuth_deg: float
    hfov_deg: float


@dataclass(frozen=True, slots=True)
class Sighting:
    """How a place lies for a camera.

    Attributes:
      tick_x: 0 to 1 along the picture's top border, for a tick at the place's bearing; None where there is none.
      seen: whether it lies in the wedge of view and within range; None where that is not known. What stands between
        is not regarded.
    """

    side: Side
    bearing_deg: float
    distance_m: float
    tick_x: float | None
    seen: bool | None


def camera_place(camera: Camera) -> Place | None:
    """Where a camera stands; None where the register does not say."""
    if camera.lat_deg is None or camera.lon_deg is None:
        return None
    return Place(camera.lat_deg, camera.lon_deg)


def sight(camera: Camera, place: Place, *, gaze: Gaze | None = None) -> Sighting | None:
    """How a place lies for a camera; None where the camera's position is not known.

    Args:
      gaze: where it looks now. For a camera that turns, nothing else tells: its registered azimuth is only its home.
        For a fixed one None means as registered.
    """
    stands = camera_place(camera)
    if stands is None:
        return None
    bearing, distance = bearing_deg(stands, place), distance_m(stands, place)
    in_range = distance <= range_of(camera)
    if camera.kind is CameraKind.FISHEYE:
        return Sighting(Side.AROUND, bearing, distance, None, in_range)
    gaze = gaze or _registered_gaze(camera)
    if gaze is None:
        return Sighting(Side.UNKNOWN, bearing, distance, None, None if in_range else False)
    turn = turn_deg(gaze.azimuth_deg, bearing)
    side = _side(turn, gaze.hfov_deg)
    tick = _tick_x(turn, gaze.hfov_deg) if side is Side.IN_PICTURE else None
    return Sighting(side, bearing, distance, tick, side is Side.IN_PICTURE and in_range)


def range_of(camera: Camera) -> float:
    """Metres to which the camera makes a person out."""
    return camera.range_m if camera.range_m is not None else USUAL_RANGE_M


def wedge(camera: Camera, *, gaze: Gaze | None = None, steps: int = 12) -> tuple[Place, ...] | None:
    """The corners of what a camera covers on the map, for drawing; None where its position or gaze is not known.

    A fisheye's is a full circle without the camera's own place.
    """
    stands = camera_place(camera)
    around = camera.kind is CameraKind.FISHEYE
    gaze = Gaze(0.0, 360.0) if around else gaze or _registered_gaze(camera)
    if stands is None or gaze is None:
        return None
    first = gaze.azimuth_deg - gaze.hfov_deg / 2
    arc = [towards(stands, first + gaze.hfov_deg * step / steps, range_of(camera)) for step in range(steps + 1)]
    return tuple(arc[:-1]) if around else (stands, *arc)


def _registered_gaze(camera: Camera) -> Gaze | None:
    if camera.kind is CameraKind.PTZ or camera.azimuth_deg is None or camera.hfov_deg is None:
        return None
    return Gaze(camera.azimuth_deg, camera.hfov_deg)


def _side(turn: float, hfov_deg: float) -> Side:
    if abs(turn) <= hfov_deg / 2:
        return Side.IN_PICTURE
    if abs(turn) >= _BEHIND_FROM_DEG:
        return Side.BEHIND
    return Side.RIGHT if turn > 0 else Side.LEFT


def _tick_x(turn: float, hfov_deg: float) -> float | None:
    if hfov_deg > _FLAT_HFOV_MOST_DEG:
        return None
    return 0.5 + math.tan(math.radians(turn)) / (2 * math.tan(math.radians(hfov_deg) / 2))
