"""Lenses: from the ground plane's metres to pixels and back.

World: x east, y north, z up. Camera: right, down, forward. Pixels: x to the right, y down, pixel centres at +0.5.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from wallapp.domain.camera import CameraKind
from wallapp.simulation.city import Viewpoint
from wallapp.simulation.loop import MAIN_PX
from wallapp.simulation.scenes.arrays import Floats, Points

NEAR_M = 0.25
"""Nothing nearer to a pinhole's plane than this is drawn."""


class Lens(Protocol):
    """What drawing needs of a camera's optics."""

    @property
    def width_px(self) -> int:
        """Of the picture."""
        ...

    @property
    def height_px(self) -> int:
        """Of the picture."""
        ...

    def project(self, points_m: Points) -> tuple[Points, NDArray[np.float64]]:
        """Pixels (n, 2) and depth (n,) in metres of world points (n, 3); depth under NEAR_M is not in the picture."""
        ...

    def scale_at(self, depth_m: float) -> float:
        """Pixels a metre at this depth, near the middle of the picture."""
        ...


@dataclass(frozen=True)
class Pinhole:
    """A camera without distortion.

    Attributes:
      position_m: of the lens (x, y, z).
      axes: rows right, down, forward; orthonormal.
      focal_px: in pixels; centre_px: where forward meets the picture.
    """

    position_m: tuple[float, float, float]
    axes: NDArray[np.float64]
    focal_px: float
    centre_px: tuple[float, float]
    width_px: int
    height_px: int

    def to_camera(self, points_m: Points) -> Points:
        """World points (n, 3) in the camera's axes."""
        return np.asarray((points_m - np.asarray(self.position_m)) @ self.axes.T)

    def project(self, points_m: Points) -> tuple[Points, NDArray[np.float64]]:
        """See Lens."""
        seen = self.to_camera(points_m)
        depth = seen[:, 2]
        over = self.focal_px / np.maximum(depth, 1e-6)
        return seen[:, :2] * over[:, None] + np.asarray(self.centre_px), depth

    def scale_at(self, depth_m: float) -> float:
        """See Lens."""
        return self.focal_px / max(depth_m, NEAR_M)

    def scaled(self, factor: float) -> Pinhole:
        """The same view on a picture `factor` times as large."""
        return Pinhole(
            self.position_m,
            self.axes,
            self.focal_px * factor,
            (self.centre_px[0] * factor, self.centre_px[1] * factor),
            round(self.width_px * factor),
            round(self.height_px * factor),
        )

    def cropped(self, left_px: float, top_px: float, factor: float, size_px: tuple[int, int]) -> Pinhole:
        """The part of the picture from (left, top) on, enlarged by `factor` to `size_px`."""
        centre = ((self.centre_px[0] - left_px) * factor, (self.centre_px[1] - top_px) * factor)
        return Pinhole(self.position_m, self.axes, self.focal_px * factor, centre, *size_px)

    def rays(self) -> Floats:
        """World directions of all pixels (h, w, 3), scaled so that one unit is one metre of depth."""
        across = (np.arange(self.width_px, dtype=np.float32) + 0.5 - self.centre_px[0]) / self.focal_px
        down = (np.arange(self.height_px, dtype=np.float32) + 0.5 - self.centre_px[1]) / self.focal_px
        axes = self.axes.astype(np.float32)
        rays = across[None, :, None] * axes[0] + down[:, None, None] * axes[1] + axes[2]
        return np.asarray(rays, np.float32)


def pinhole(
    position_m: tuple[float, float, float],
    *,
    azimuth_deg: float,
    tilt_deg: float,
    hfov_deg: float,
    size_px: tuple[int, int],
    roll_deg: float = 0.0,
) -> Pinhole:
    """A pinhole from how a register describes a camera."""
    azimuth, tilt, roll = math.radians(azimuth_deg), math.radians(tilt_deg), math.radians(roll_deg)
    sin_a, cos_a, sin_t, cos_t = math.sin(azimuth), math.cos(azimuth), math.sin(tilt), math.cos(tilt)
    right = np.array([cos_a, -sin_a, 0.0])
    down = np.array([-sin_a * sin_t, -cos_a * sin_t, -cos_t])
    forward = np.array([sin_a * cos_t, cos_a * cos_t, -sin_t])
    turned_right = right * math.cos(roll) + down * math.sin(roll)
    turned_down = down * math.cos(roll) - right * math.sin(roll)
    focal_px = size_px[0] / 2 / math.tan(math.radians(hfov_deg) / 2)
    axes = np.stack([turned_right, turned_down, forward])
    return Pinhole(position_m, axes, focal_px, (size_px[0] / 2, size_px[1] / 2), *size_px)


@dataclass(frozen=True)
class Fisheye:
    """A lens that looks straight down; equidistant: the distance from the centre is proportional to the angle.

    Attributes:
      position_m: of the lens.
      azimuth_deg: what is up in the picture.
      radius_px: of the image circle, at `half_angle_deg` from the axis.
    """

    position_m: tuple[float, float, float]
    azimuth_deg: float
    radius_px: float
    width_px: int
    height_px: int
    half_angle_deg: float = 90.0

    def project(self, points_m: Points) -> tuple[Points, NDArray[np.float64]]:
        """See Lens; depth is the distance from the lens."""
        away = points_m - np.asarray(self.position_m)
        azimuth = math.radians(self.azimuth_deg)
        right = away[:, 0] * math.cos(azimuth) - away[:, 1] * math.sin(azimuth)
        up = away[:, 0] * math.sin(azimuth) + away[:, 1] * math.cos(azimuth)
        flat = np.maximum(np.hypot(right, up), 1e-9)
        angle = np.arctan2(flat, -away[:, 2])
        radius = angle / math.radians(self.half_angle_deg) * self.radius_px
        pixels = np.stack([right / flat * radius, -up / flat * radius], axis=1)
        middle = np.array([self.width_px / 2, self.height_px / 2])
        return pixels + middle, np.linalg.norm(away, axis=1)

    def scale_at(self, depth_m: float) -> float:
        """See Lens."""
        return self.radius_px / math.radians(self.half_angle_deg) / max(depth_m, NEAR_M)

    def directions(self) -> Floats:
        """World directions of all pixels (h, w, 3), of length one."""
        x = np.arange(self.width_px, dtype=np.float32) + 0.5 - self.width_px / 2
        y = np.arange(self.height_px, dtype=np.float32) + 0.5 - self.height_px / 2
        right, up = np.meshgrid(x, -y)
        flat = np.maximum(np.hypot(right, up), 1e-6)
        angle = np.minimum(flat / self.radius_px, 1.15) * math.radians(self.half_angle_deg)
        azimuth = math.radians(self.azimuth_deg)
        side = np.sin(angle) / flat
        east = (right * math.cos(azimuth) + up * math.sin(azimuth)) * side
        north = (-right * math.sin(azimuth) + up * math.cos(azimuth)) * side
        return np.asarray(np.stack([east, north, -np.cos(angle)], axis=-1), np.float32)


def lens_of(view: Viewpoint, size_px: tuple[int, int] = MAIN_PX, *, roll_deg: float = 0.0) -> Lens:
    """The lens of a camera of the city."""
    position = (view.x_m, view.y_m, view.height_m)
    if view.kind is CameraKind.FISHEYE:
        return Fisheye(position, view.azimuth_deg + roll_deg, size_px[1] / 2 - 2, *size_px)
    return pinhole(
        position,
        azimuth_deg=view.azimuth_deg,
        tilt_deg=view.tilt_deg,
        hfov_deg=view.hfov_deg,
        size_px=size_px,
        roll_deg=roll_deg,
    )
