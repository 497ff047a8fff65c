"""Light of day and night: the sun, the sky, the street lamps, shadow and haze."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from wallapp.simulation.scenes.arrays import Floats, Points
from wallapp.simulation.scenes.canvas import SKY, WATER, Canvas
from wallapp.simulation.scenes.drawing import Colour, Image, fixed

SUN_AZIMUTH_DEG = 236.0
SUN_HEIGHT_DEG = 43.0


def _sun() -> Points:
    azimuth, height = math.radians(SUN_AZIMUTH_DEG), math.radians(SUN_HEIGHT_DEG)
    flat = math.cos(height)
    return np.array([math.sin(azimuth) * flat, math.cos(azimuth) * flat, math.sin(height)])


SUN = _sun()
"""Towards the sun, of length one."""

SHADOW_PER_M = (-float(SUN[0] / SUN[2]), -float(SUN[1] / SUN[2]))
"""Where the shadow of a point one metre up falls."""

SKYLIGHT: Colour = (0.62, 0.57, 0.52)
SUNLIGHT: Colour = (0.56, 0.63, 0.68)
NIGHTLIGHT: Colour = (0.2, 0.165, 0.15)
LAMPLIGHT: Colour = (0.46, 0.72, 0.98)
HAZE_DAY: Colour = (222, 208, 194)
HAZE_NIGHT: Colour = (44, 34, 30)


@dataclass(frozen=True, slots=True)
class Caster:
    """Something that throws a shadow: an upright prism over a footprint (n, 2), from z_low_m to z_high_m."""

    footprint_m: Points
    z_low_m: float
    z_high_m: float


class ShadowMap:
    """How high the shadow reaches over every spot near the view; spots are shifted along the sun to the ground."""

    SIZE_PX = 900
    STEP_M = 0.45

    def __init__(self, middle_m: tuple[float, float], reach_m: float, casters: Sequence[Caster]) -> None:
        self._px_per_m = self.SIZE_PX / (2 * reach_m)
        self._corner_m = (middle_m[0] - reach_m, middle_m[1] - reach_m)
        self._top: Floats = np.full((self.SIZE_PX, self.SIZE_PX), -1.0, np.float32)
        slices = [
            (float(z), caster.footprint_m)
            for caster in casters
            if np.abs(caster.footprint_m.mean(axis=0) - middle_m).max() < reach_m + 60
            for z in np.arange(caster.z_low_m + 0.05, caster.z_high_m + 0.05, self.STEP_M)
        ]
        for z_m, footprint in sorted(slices, key=lambda item: item[0]):
            moved = footprint + np.asarray(SHADOW_PER_M) * z_m
            pixels = (moved - self._corner_m) * self._px_per_m
            cv2.fillPoly(self._top, [fixed(pixels)], (z_m,), cv2.LINE_8, 4)

    def lit(self, x_m: Floats, y_m: Floats, z_m: Floats) -> Floats:
        """Share of sunlight, 0 to 1, of places given as float32 arrays of one (2-D) shape."""
        across = (x_m + SHADOW_PER_M[0] * z_m - self._corner_m[0]) * self._px_per_m - 0.5
        down = (y_m + SHADOW_PER_M[1] * z_m - self._corner_m[1]) * self._px_per_m - 0.5
        total = np.zeros(x_m.shape, np.float32)
        across, down = across.astype(np.float32), down.astype(np.float32)
        for dx, dy in ((-0.7, -0.3), (0.3, -0.7), (0.7, 0.3), (-0.3, 0.7)):
            top = cv2.remap(
                self._top, across + np.float32(dx), down + np.float32(dy), cv2.INTER_NEAREST, borderValue=(-1.0,)
            )
            total += top <= z_m + 0.5
        return np.asarray(total * 0.25, np.float32)

    def lit_at(self, x_m: float, y_m: float, z_m: float) -> float:
        """The same for one place, quickly."""
        column = int((x_m + SHADOW_PER_M[0] * z_m - self._corner_m[0]) * self._px_per_m)
        row = int((y_m + SHADOW_PER_M[1] * z_m - self._corner_m[1]) * self._px_per_m)
        if not (1 <= row < self.SIZE_PX - 1 and 1 <= column < self.SIZE_PX - 1):
            return 1.0
        return float((self._top[row - 1 : row + 2, column - 1 : column + 2] <= z_m + 0.5).mean())


class LampField:
    """Light of the street lamps at any place."""

    def __init__(self, lamps: Sequence[tuple[float, float, float]], strength: float = 1.0) -> None:
        self._lamps = lamps
        self._strength = strength
        self._table = np.asarray(lamps, np.float64).reshape(-1, 3)

    def strength_at(self, x_m: float, y_m: float, z_m: float) -> float:
        """The same as `at` for one place, quickly."""
        flat = (self._table[:, 0] - x_m) ** 2 + (self._table[:, 1] - y_m) ** 2
        height = self._table[:, 2]
        drop = np.maximum(height - z_m, 0.6)
        each = self._strength * height**2 * 1.25 * (drop + 1.5) / (flat * 1.5 + drop * drop) ** 1.5 / 1.3
        return min(1.6, float(each.sum()))

    def at(self, x_m: Floats, y_m: Floats, z_m: Floats) -> Floats:
        """Strength, about 1 under a lamp; arrays of any one shape."""
        total = np.zeros(np.shape(x_m), np.float32)
        for lamp_x, lamp_y, height_m in self._lamps:
            flat = (x_m - lamp_x) ** 2 + (y_m - lamp_y) ** 2
            drop = np.maximum(height_m - z_m, 0.6)
            total += self._strength * height_m**2 * 1.25 * (drop + 1.5) / (flat * 1.5 + drop * drop) ** 1.5 / 1.3
        return np.asarray(np.minimum(total, 1.6), np.float32)


def places(canvas: Canvas) -> tuple[Floats, Floats, Floats]:
    """World x, y, z in metres of every pixel; the sky's are far away."""
    depth = 1.0 / np.maximum(canvas.nearness, 1e-4)
    lens_x, lens_y, lens_z = canvas.lens.position_m
    x = canvas.rays[..., 0] * depth + np.float32(lens_x)
    y = canvas.rays[..., 1] * depth + np.float32(lens_y)
    z = canvas.rays[..., 2] * depth + np.float32(lens_z)
    return np.asarray(x, np.float32), np.asarray(y, np.float32), np.asarray(np.maximum(z, 0.0), np.float32)


def sky(canvas: Canvas, *, night: bool) -> Image:
    """The sky for every pixel of the view: gradient, thin clouds, at night the town's glow."""
    rays = canvas.rays
    flat = np.hypot(rays[..., 0], rays[..., 1]) + 1e-6
    up = np.clip(rays[..., 2] / flat, -0.05, 1.2)
    share = np.clip(np.sqrt(np.maximum(up, 0.0) / 0.55), 0.0, 1.0)[..., None]
    low = np.array((52, 40, 34) if night else (232, 220, 206), np.float32)
    high = np.array((30, 17, 12) if night else (206, 152, 98), np.float32)
    colour = low * (1 - share) + high * share
    spread = (44 / (up + 0.22)).astype(np.float32)
    cloud = _noise(rays[..., 0] * spread, rays[..., 1] * spread, seed=5)
    amount = (np.clip((cloud - 0.52) * 3.2, 0.0, 1.0) * np.clip(up * 9, 0.0, 1.0) * 0.75)[..., None]
    white = np.array((40, 30, 27) if night else (246, 243, 240), np.float32)
    return np.asarray(np.clip(colour * (1 - amount) + white * amount, 0, 255), np.uint8)


def _noise(x: Floats, y: Floats, *, seed: int) -> Floats:
    """Smooth noise of 0 to 1, four octaves, repeating every 256 units."""
    total = np.zeros(x.shape, np.float32)
    table = noise_table(seed)
    for octave in range(4):
        factor = 2.0**octave * 0.25
        total += _sampled(table, x * factor, y * factor) * (0.5**octave)
    return np.asarray(total / 1.875, np.float32)


def noise_table(seed: int) -> Floats:
    """256 x 256 values of 0 to 1, smooth over a few cells, that join at the edges."""
    table = np.random.default_rng(seed).random((256, 256)).astype(np.float32)
    wide = cv2.GaussianBlur(cv2.copyMakeBorder(table, 8, 8, 8, 8, cv2.BORDER_WRAP), (0, 0), 1.6)[8:-8, 8:-8]
    low, high = float(wide.min()), float(wide.max())
    return np.asarray((wide - low) / (high - low), np.float32)


def _sampled(table: Floats, x: Floats, y: Floats) -> Floats:
    across, down = np.mod(x, 256).astype(np.float32), np.mod(y, 256).astype(np.float32)
    return np.asarray(cv2.remap(table, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP), np.float32)


def texture(x_m: Floats, y_m: Floats, cells_per_m: float, *, seed: int) -> Floats:
    """Noise of 0 to 1 fixed to the ground."""
    return _sampled(noise_table(seed), x_m * np.float32(cells_per_m), y_m * np.float32(cells_per_m))


def by_day(canvas: Canvas, shadows: ShadowMap, dim: Floats) -> Image:
    """The lit picture, BGR uint8. Args: dim: how much of the skylight reaches each pixel, 0 to 1."""
    x, y, z = places(canvas)
    sun = shadows.lit(x, y, z) * canvas.slope
    light = np.stack([dim * SKYLIGHT[band] + sun * SUNLIGHT[band] * 1.35 for band in range(3)], axis=-1)
    colour = np.clip(canvas.colour * light, 0, 255)
    return _finished(canvas, colour, HAZE_DAY, 900.0, night=False)


def by_night(canvas: Canvas, lamps: LampField, dim: Floats) -> Image:
    """The picture under street lamps, BGR uint8."""
    x, y, z = places(canvas)
    half = (canvas.lens.width_px // 2, canvas.lens.height_px // 2)
    near = [np.asarray(cv2.resize(plane, half, interpolation=cv2.INTER_NEAREST), np.float32) for plane in (x, y, z)]
    strength = cv2.resize(lamps.at(near[0], near[1], near[2]), (canvas.lens.width_px, canvas.lens.height_px)) * (
        0.35 + 0.65 * dim
    )
    light = np.stack([NIGHTLIGHT[band] + strength * LAMPLIGHT[band] * 0.8 for band in range(3)], axis=-1)
    colour = canvas.colour * light + canvas.glow
    bloom = cv2.GaussianBlur(cv2.resize(canvas.glow, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA), (0, 0), 5)
    colour += cv2.resize(bloom, (canvas.lens.width_px, canvas.lens.height_px)) * 0.5
    return _finished(canvas, np.clip(colour, 0, 255), HAZE_NIGHT, 420.0, night=True)


def _finished(canvas: Canvas, colour: Floats, haze: Colour, haze_m: float, *, night: bool) -> Image:
    """Haze by distance, sky where nothing stands."""
    share = (1 - np.exp(-1.0 / np.maximum(canvas.nearness * haze_m, 1e-6)))[..., None].astype(np.float32)
    share[canvas.kind == WATER] *= 0.55
    hazy = colour * (1 - share) + np.asarray(haze, np.float32) * share
    picture = np.asarray(np.clip(hazy, 0, 255), np.uint8)
    cv2.copyTo(sky(canvas, night=night), (canvas.kind == SKY).astype(np.uint8), picture)
    return picture
