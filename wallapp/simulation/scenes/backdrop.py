"""The static picture of one pinhole view: made once, then everything that moves is drawn over copies of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial

import cv2
import numpy as np

from wallapp.simulation.scenes import town, weather
from wallapp.simulation.scenes.arrays import Floats, Points
from wallapp.simulation.scenes.canvas import GROUND, THING, WATER, Canvas
from wallapp.simulation.scenes.drawing import Colour, Image
from wallapp.simulation.scenes.ground import GroundPainter
from wallapp.simulation.scenes.lens import NEAR_M, Pinhole
from wallapp.simulation.scenes.plan import load_plan
from wallapp.simulation.scenes.stroke import Sheet
from wallapp.simulation.scenes.weather import SUN, LampField, ShadowMap

FINER = 2
"""The static picture is drawn this many times as large, then reduced."""

LAMP_REACH_M = 90.0


class Light:
    """The light at a place, for everything drawn by strokes. Day: sun or shade; night: the lamps."""

    def __init__(self, shadows: ShadowMap | None, lamps: LampField | None, indoors: Colour | None = None) -> None:
        self._shadows = shadows
        self._lamps = lamps
        self._indoors = indoors

    @property
    def indoors(self) -> bool:
        """Whether it is the even light of a room."""
        return self._indoors is not None

    def at(self, x_m: float, y_m: float, z_m: float) -> Colour:
        """A factor for each of blue, green, red."""
        if self._indoors is not None:
            return self._indoors
        if self._lamps is not None:
            strength = self._lamps.strength_at(x_m, y_m, z_m) * 0.8
            lamp, base = weather.LAMPLIGHT, weather.NIGHTLIGHT
            return base[0] + strength * lamp[0], base[1] + strength * lamp[1], base[2] + strength * lamp[2]
        sun = 0.72 * (self._shadows.lit_at(x_m, y_m, z_m) if self._shadows is not None else 1.0)
        sky, beam = weather.SKYLIGHT, weather.SUNLIGHT
        return sky[0] + sun * beam[0], sky[1] + sun * beam[1], sky[2] + sun * beam[2]

    def over(self, places_m: Points) -> Points:
        """The same for many places (n, 3) at once: (n, 3)."""
        if self._indoors is not None:
            return np.tile(np.asarray(self._indoors), (len(places_m), 1))
        x, y, z = (places_m[:, axis].astype(np.float32)[None] for axis in range(3))
        if self._lamps is not None:
            strength = self._lamps.at(x, y, z)[0] * 0.8
            return np.asarray(weather.NIGHTLIGHT + strength[:, None] * np.asarray(weather.LAMPLIGHT))
        sun = np.full(len(places_m), 0.72) if self._shadows is None else 0.72 * self._shadows.lit(x, y, z)[0]
        return np.asarray(weather.SKYLIGHT + sun[:, None] * np.asarray(weather.SUNLIGHT))


@dataclass(frozen=True)
class Backdrop:
    """The finished static view.

    Attributes:
      image: BGR uint8 (h, w, 3). nearness: 1 / depth of what stands, ground and sky 0, float32 (h, w).
      shadowed: how strongly a mover's shadow darkens each pixel, uint8 0 to 255 (h, w).
      water: 255 where the sea is seen.
    """

    lens: Pinhole
    image: Image
    nearness: Floats
    shadowed: Image
    water: Image
    light: Light
    night: bool


def outdoor_backdrop(lens: Pinhole, *, night: bool, finer: int = FINER) -> Backdrop:
    """Draw the city through this lens."""
    canvas = Canvas(lens.scaled(finer), SUN)
    plan = load_plan()
    GroundPainter(canvas, plan).paint()
    _water(canvas, night=night)
    for building in plan.buildings:
        town.building(canvas, building)
    for wall in plan.walls:
        if not wall.see_through:
            town.wall(canvas, wall)
    for block in town.blocks():
        if _near(canvas, block.low_m, 260):
            block.put(canvas)
    _hills(canvas)
    dim = _dim(canvas)
    shadows = None if night else _shadow_map(lens)
    lamps = _lamp_field(lens) if night else None
    light = Light(shadows, lamps)
    picture = weather.by_night(canvas, lamps, dim) if lamps else weather.by_day(canvas, _known(shadows), dim)
    standing_only = np.where(canvas.kind == THING, canvas.nearness, 0).astype(np.float32)
    _props(Sheet(picture, standing_only, picture, canvas.lens), light, night=night)
    return _reduced(lens, canvas, picture, standing_only, light, shadows)


def _known(shadows: ShadowMap | None) -> ShadowMap:
    assert shadows is not None
    return shadows


def _near(canvas: Canvas, spot: tuple[float, float, float], reach_m: float) -> bool:
    x, y, _ = canvas.lens.position_m
    return float(np.hypot(spot[0] - x, spot[1] - y)) < reach_m


def _water(canvas: Canvas, *, night: bool) -> None:
    """The sea: what it mirrors by distance; its glints move and are drawn with each frame."""
    water = canvas.kind == WATER
    if not water.any():
        return
    x, y, _ = weather.places(canvas)
    depth = 1.0 / np.maximum(canvas.nearness, 1e-4)
    share = np.clip(1.15 - 9.0 / np.sqrt(depth + 40.0), 0, 1)[..., None].astype(np.float32)
    deep, far = np.array((122, 88, 42), np.float32), np.array((206, 172, 128), np.float32)
    waves = (weather.texture(x, y * 3, 0.22, seed=12) - 0.5)[..., None] * 26 * (1 - share)
    colour = deep * (1 - share) + far * share + waves
    canvas.colour[water] = np.clip(colour, 0, 255).astype(np.uint8)[water]
    canvas.slope[water] *= 0.75


def _hills(canvas: Canvas) -> None:
    """Hills behind the town and a headland across the bay, by direction only; and the sea's far edge."""
    rays = canvas.rays
    azimuth = np.arctan2(rays[..., 0], rays[..., 1])
    slope = rays[..., 2] / np.hypot(rays[..., 0], rays[..., 1])
    south = np.clip(-np.cos(azimuth) + 0.15, 0, 1)
    ridge = 0.055 + 0.03 * np.sin(azimuth * 5.0) + 0.016 * np.sin(azimuth * 13.0 + 1) + 0.006 * np.sin(azimuth * 41.0)
    headland = 0.05 * np.clip(1 - np.abs(azimuth + 0.95) / 0.5, 0, 1) ** 0.7 * (1 + 0.25 * np.sin(azimuth * 37))
    far_east = 0.03 * np.clip(1 - np.abs(azimuth - 1.2) / 0.45, 0, 1) * (1 + 0.3 * np.sin(azimuth * 29))
    top = np.maximum(np.maximum(ridge * south, headland), far_east)
    hill = (slope < top) & (slope > -0.004) & (canvas.nearness < 1 / 700) & (canvas.kind != THING)
    canvas.colour[hill] = (116, 122, 104)
    canvas.nearness[hill] = 1 / 1100
    canvas.kind[hill] = THING
    canvas.slope[hill] = 0.5


@lru_cache(maxsize=1)
def _footprints() -> Floats:
    """How built-up the surroundings of each spot are, 0 to 1, half a metre a pixel, from (-320, -220) on."""
    soil = np.zeros((1100, 1300), np.float32)
    for building in load_plan().buildings:
        west, south, east, north = building.rect
        cv2.rectangle(
            soil,
            (int((west + 320) * 2), int((south + 220) * 2)),
            (int((east + 320) * 2), int((north + 220) * 2)),
            (1.0,),
            -1,
        )
    for block in town.blocks():
        low, high = block.low_m, block.high_m
        if low[2] < 0.5:
            corner = (int((low[0] + 320) * 2), int((low[1] + 220) * 2))
            cv2.rectangle(soil, corner, (int((high[0] + 320) * 2), int((high[1] + 220) * 2)), (1.0,), -1)
    return np.asarray(cv2.GaussianBlur(soil, (0, 0), 3.0), np.float32)


def _dim(canvas: Canvas) -> Floats:
    """Skylight that reaches each pixel: less beside walls, less on walls than on the open ground."""
    x, y, z = weather.places(canvas)
    across, down = ((x + 320) * 2).astype(np.float32), ((y + 220) * 2).astype(np.float32)
    built = cv2.remap(_footprints(), across, down, cv2.INTER_LINEAR, borderValue=(0.0,))
    shade = 1 - 0.55 * built * np.exp(-z / 2.0)
    shade[canvas.kind == THING] *= 0.98
    shade[canvas.kind == GROUND] *= 1.0
    return np.asarray(shade, np.float32)


def _shadow_map(lens: Pinhole) -> ShadowMap:
    ahead = lens.axes[2][:2] / max(float(np.hypot(*lens.axes[2][:2])), 1e-6)
    reach_m = 85.0
    middle = (lens.position_m[0] + float(ahead[0]) * 62, lens.position_m[1] + float(ahead[1]) * 62)
    return ShadowMap(middle, reach_m, town.casters(load_plan(), town.standing(False)))


def _lamp_field(lens: Pinhole) -> LampField:
    x, y, _ = lens.position_m
    ahead = lens.axes[2][:2] * 35
    near = [
        (*lamp.at, lamp.height_m)
        for lamp in load_plan().lamps
        if np.hypot(lamp.at[0] - x - ahead[0], lamp.at[1] - y - ahead[1]) < LAMP_REACH_M
    ]
    return LampField(near)


def _props(sheet: Sheet, light: Light, *, night: bool) -> None:
    """From far to near."""
    lens = sheet.lens
    visible = []
    for prop in town.standing(night):
        pixels, depth = lens.project(prop.bounds)
        if depth.max() < 1.0 or depth.min() > 190:
            continue
        if depth.min() < NEAR_M:
            if depth.mean() < 2:
                continue
            pixels = np.array([[0.0, 0.0], [lens.width_px, lens.height_px]])
        low, high = pixels.min(axis=0), pixels.max(axis=0)
        if high[0] > 0 and high[1] > 0 and low[0] < lens.width_px and low[1] < lens.height_px:
            visible.append((float(lens.project(np.array([[*prop.at, 0.0]]))[1][0]), low, high, prop))
    for depth_m, low, high, prop in sorted(visible, key=lambda item: -item[0]):
        sheet.bake(low, high, depth_m, partial(prop.paint, lens=lens, tint=light.at))


def _reduced(
    lens: Pinhole, canvas: Canvas, picture: Image, standing: Floats, light: Light, shadows: ShadowMap | None
) -> Backdrop:
    size = (lens.width_px, lens.height_px)
    image = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    nearness = cv2.resize(standing, size, interpolation=cv2.INTER_NEAREST)
    water = cv2.resize(np.where((canvas.kind == WATER) & (standing == 0), 255, 0).astype(np.uint8), size)
    ground = (canvas.kind == GROUND) & (standing == 0)
    strength = ground * np.float32(255 * 0.42)
    if shadows is not None:
        strength = strength * (0.25 + 0.75 * shadows.lit(*weather.places(canvas)))
    shadowed = cv2.resize(strength.astype(np.uint8), size, interpolation=cv2.INTER_AREA)
    return Backdrop(
        lens, np.asarray(image, np.uint8), np.asarray(nearness, np.float32), np.asarray(shadowed, np.uint8),
        np.asarray(water, np.uint8), light, shadows is None,
    )  # fmt: skip
