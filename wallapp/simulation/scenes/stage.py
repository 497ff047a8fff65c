"""One view of one cast: the static picture, and everybody who comes into it, drawn from far to near."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from wallapp.simulation.loop import FRAMES, RATE_HZ
from wallapp.simulation.scenes import coachwork, person
from wallapp.simulation.scenes.arrays import Floats, Points
from wallapp.simulation.scenes.backdrop import Backdrop
from wallapp.simulation.scenes.cast import Cast
from wallapp.simulation.scenes.drawing import SHIFT, Image, fixed, polygon
from wallapp.simulation.scenes.figure import FAR, FAR_PX_PER_M, Figure, strokes
from wallapp.simulation.scenes.lens import NEAR_M, Lens
from wallapp.simulation.scenes.motion import Driver, Walker
from wallapp.simulation.scenes.sea import Sea
from wallapp.simulation.scenes.stroke import DEPTH_SLACK, Sheet
from wallapp.simulation.scenes.vehicle import BODIES, Spot
from wallapp.simulation.scenes.weather import SHADOW_PER_M

SEEN_TO_M = 125.0
PEOPLE_SEEN_TO_M = 85.0
"""Farther away a person is some ten pixels high, and there would be very many."""

MARGIN_PX = 60
INDOOR_SHADOW_PER_M = (0.12, -0.1)
ASKED_EVERY = 10
"""Whether a mover ever comes into the picture is asked at every so many frames."""

_TIMES = np.arange(FRAMES) / RATE_HZ


@dataclass(frozen=True, slots=True)
class _Shown:
    """One mover in one frame, ready to be painted."""

    depth_m: float
    low_px: Points
    high_px: Points
    paint: Callable[[Image], None]


class Stage:
    """One view of one cast. One thread.

    Args:
      lens: through which everything that moves is drawn; that of the backdrop, or a fisheye.
    """

    def __init__(self, lens: Lens, backdrop: Backdrop, cast: Cast) -> None:
        self.lens = lens
        self.backdrop = backdrop
        self._sea = Sea(backdrop)
        even_light = backdrop.light.indoors or backdrop.night
        self._per_m = INDOOR_SHADOW_PER_M if even_light else SHADOW_PER_M
        self._take_walkers([walker for walker in cast.walkers if self._comes_by(walker)])
        self._take_drivers([driver for driver in cast.drivers if self._drives_by(driver)])

    def _drives_by(self, driver: Driver) -> bool:
        asked = driver.spots(_TIMES[::ASKED_EVERY])
        middles = np.column_stack([asked.x_m, asked.y_m, np.ones_like(asked.x_m)])
        return bool(self._in_picture(self.lens, middles, MARGIN_PX + 120).any())

    def _take_drivers(self, drivers: list[Driver]) -> None:
        """Where everybody on wheels is at every frame."""
        self._drivers = drivers
        self._ways = np.zeros((FRAMES, len(drivers), 3))
        for index, driver in enumerate(drivers):
            way = driver.spots(_TIMES)
            self._ways[:, index] = np.column_stack([way.x_m, way.y_m, way.heading_rad])

    def _on_wheels(self, lens: Lens, frame: int) -> list[tuple[Driver, Spot]]:
        """The vehicles that may be in the picture."""
        if not self._drivers:
            return []
        places = self._ways[frame]
        middles = np.column_stack([places[:, :2], np.ones(len(places))])
        pixels, depth = lens.project(middles)
        # Twelve metres, the longest vehicle, may reach into the picture from beside it.
        margin = np.minimum(12.0 * lens.scale_at(1.0) / np.maximum(depth, 1.0), 4000.0)
        x, y = pixels[:, 0], pixels[:, 1]
        inside = (x > -margin) & (x < lens.width_px + margin) & (y > -margin) & (y < lens.height_px + margin)
        chosen = np.flatnonzero(inside & (depth > NEAR_M) & (depth < SEEN_TO_M))
        return [(self._drivers[index], Spot(*places[index].tolist())) for index in chosen.tolist()]

    def _comes_by(self, walker: Walker) -> bool:
        poses = walker.poses(_TIMES[::ASKED_EVERY])
        middles = np.column_stack([poses.x_m, poses.y_m, np.full_like(poses.x_m, 0.9)])
        return bool(self._in_picture(self.lens, middles, MARGIN_PX, PEOPLE_SEEN_TO_M).any())

    def _take_walkers(self, walkers: list[Walker]) -> None:
        """Every body at every frame: drawing then needs no Python a person."""
        self._figures = [Figure(walker.looks, walker.later) for walker in walkers]
        self._heights_m = np.array([figure.height_m for figure in self._figures])
        self._table = np.array([figure.table for figure in self._figures])
        self._change = np.array([figure.later for figure in self._figures]) - self._table
        shape = (FRAMES, len(walkers), person.JOINTS, 3)
        self._bodies = np.zeros(shape, np.float32)
        for index, walker in enumerate(walkers):
            self._bodies[:, index] = person.joints(walker.poses(_TIMES), walker.looks.height_m)

    @staticmethod
    def _in_picture(
        lens: Lens, spots: Points, margin_px: float, reach_m: float = SEEN_TO_M
    ) -> np.typing.NDArray[np.bool_]:
        pixels, depth = lens.project(spots)
        x, y = pixels[:, 0], pixels[:, 1]
        across = (x > -margin_px) & (x < lens.width_px + margin_px)
        return across & (y > -margin_px) & (y < lens.height_px + margin_px) & (depth > NEAR_M) & (depth < reach_m)

    def draw(self, frame: int) -> Image:
        """Frame `frame` of the loop: BGR, the caller's own."""
        return self.draw_over(self.backdrop.image.copy(), self.backdrop, self.lens, frame)

    def draw_over(self, image: Image, backdrop: Backdrop, lens: Lens, frame: int) -> Image:
        """Draw what moves onto a copy of the static picture seen through this lens, in place."""
        self._sea.roll(image, backdrop, frame / RATE_HZ)
        mask: Image = np.zeros(image.shape[:2], np.uint8)
        shown = self._people(mask, backdrop.nearness, lens, frame)
        spots = self._on_wheels(lens, frame)
        shown += self._vehicles(mask, backdrop.nearness, spots, lens)
        _darken(image, mask, backdrop.shadowed)
        sheet = Sheet(image, backdrop.nearness, backdrop.image, lens)
        for item in sorted(shown, key=lambda item: -item.depth_m):
            sheet.draw(item.low_px, item.high_px, item.depth_m, item.paint)
        if backdrop.night:
            _headlights(image, spots, lens, backdrop.nearness)
        return image

    def _people(self, mask: Image, nearness: Floats, lens: Lens, frame: int) -> list[_Shown]:
        """Everybody in the picture; their shadows go into the mask at once."""
        bodies = self._bodies[frame]
        if not len(bodies):
            return []
        chosen = np.flatnonzero(self._in_picture(lens, bodies[:, person.WAIST], MARGIN_PX, PEOPLE_SEEN_TO_M))
        if not len(chosen):
            return []
        bodies = bodies[chosen].astype(np.float64)
        drawn = strokes(bodies, self._heights_m[chosen], lens, self._per_m)
        share = float(np.clip(frame / FRAMES * 1.6 - 0.3, 0, 1))
        light = self.backdrop.light.over(bodies[:, person.WAIST])
        tables = np.minimum((self._table[chosen] + self._change[chosen] * share) * light[:, None], 255.0)
        hidden = _hidden(nearness, bodies, lens)
        found = []
        for index in np.flatnonzero(drawn.shown).tolist():
            figure = self._figures[chosen[index]]
            figure.shade(mask, drawn, index)
            if hidden[index]:
                continue
            far = drawn.scale[index] < FAR_PX_PER_M
            colours: list[list[float]] = tables[index, FAR[0] :].tolist() if far else tables[index].tolist()

            def paint(
                image: Image, figure: Figure = figure, index: int = index, colours: list[list[float]] = colours
            ) -> None:
                figure.paint(image, drawn, index, colours)

            found.append(_Shown(float(drawn.depth_m[index]), drawn.low_px[index], drawn.high_px[index], paint))
        return found

    def _vehicles(self, mask: Image, nearness: Floats, spots: list[tuple[Driver, Spot]], lens: Lens) -> list[_Shown]:
        found = []
        for driver, spot in spots:
            corners = coachwork.bounds(driver.make, spot)
            pixels, depth = lens.project(corners)
            low, high = pixels.min(axis=0), pixels.max(axis=0)
            beside = high[0] < 0 or high[1] < 0 or low[0] > lens.width_px or low[1] > lens.height_px
            if depth.min() < NEAR_M or depth.min() > SEEN_TO_M or beside:
                continue
            coachwork.shade(mask, driver.make, spot, lens, self._per_m)
            here = nearness[max(0, int(low[1])) : int(high[1]) + 1, max(0, int(low[0])) : int(high[0]) + 1]
            if here.size and here.min() > DEPTH_SLACK / depth.min():
                continue  # behind a house
            light = self.backdrop.light.at(spot.x_m, spot.y_m, 1.2)

            def paint(
                image: Image, driver: Driver = driver, spot: Spot = spot, light: tuple[float, float, float] = light
            ) -> None:
                coachwork.paint(image, driver.make, spot, driver.colour, lens, light, night=self.backdrop.night)

            found.append(_Shown(float(depth.mean()), low, high, paint))
        return found


_EDGES = (
    person.HEAD, person.SHOULDER_L, person.SHOULDER_R, person.ELBOW_L, person.ELBOW_R,
    person.HIP_L, person.HIP_R, person.KNEE_L, person.KNEE_R, person.TOE_L, person.TOE_R,
)  # fmt: skip
"""Joints all around a body: when all of them are hidden so is the body."""


def _hidden(nearness: Floats, bodies: Points, lens: Lens) -> np.typing.NDArray[np.bool_]:
    """Which bodies (m, 18, 3) stand wholly behind something, (m,)."""
    edges = bodies[:, _EDGES]
    pixels, depth = lens.project(edges.reshape(-1, 3))
    x, y = np.clip(pixels[:, 0], 0, lens.width_px - 1), np.clip(pixels[:, 1], 0, lens.height_px - 1)
    behind = nearness[y.astype(int), x.astype(int)] > DEPTH_SLACK / np.maximum(depth, NEAR_M)
    return np.asarray(behind.reshape(len(bodies), -1).all(axis=1))


def _darken(image: Image, mask: Image, strength: Image) -> None:
    """Everybody's shadow at once, so that two that overlap are not twice as dark."""
    mask = np.asarray(cv2.blur(mask, (3, 3)), np.uint8)
    cv2.multiply(mask, strength, mask, 1 / 255)
    keep = cv2.cvtColor(cv2.bitwise_not(mask), cv2.COLOR_GRAY2BGR)
    cv2.multiply(image, keep, image, 1 / 255)


def _headlights(image: Image, spots: list[tuple[Driver, Spot]], lens: Lens, nearness: Floats) -> None:
    """Beams on the road and glare around the lamps, in a quarter of the size, blurred, added.

    From far to near: what stands before a lamp takes its glare away again.
    """
    height, width = image.shape[:2]
    beam: Image = np.zeros((height // 4, width // 4, 3), np.uint8)
    seen = []
    for driver, spot in spots:
        nose = BODIES[driver.make].length_m / 2
        shape = [[nose, 0.7, 0], [nose, -0.7, 0], [nose + 13, -2.8, 0], [nose + 13, 2.8, 0]]
        lamps = [[nose, 0.65, 0.65], [nose, -0.65, 0.65], [-nose, 0.65, 0.8], [-nose, -0.65, 0.8]]
        pixels, depth = lens.project(coachwork.turned(np.array(shape + lamps, np.float64), spot))
        outside = pixels[:, 0].max() < 0 or pixels[:, 0].min() > width or pixels[:, 1].min() > height
        if depth.min() > 1.0 and not outside:
            seen.append((float(depth[4:].mean()), driver, spot, pixels, depth))
    for _, driver, spot, pixels, depth in sorted(seen, key=lambda item: -item[0]):
        quarter = pixels / 4
        body, _ = lens.project(coachwork.bounds(driver.make, spot))
        cv2.fillConvexPoly(beam, cv2.convexHull(fixed(body / 4)), (0, 0, 0), cv2.LINE_AA, SHIFT)
        polygon(beam, quarter[:4], (34, 44, 50))
        toward = depth[4] < depth[6]
        for lamp in (4, 5) if toward else (6, 7):
            x, y = int(pixels[lamp][0]), int(pixels[lamp][1])
            if 0 <= x < width and 0 <= y < height and nearness[y, x] <= 1.02 / depth[lamp]:
                radius = max(1, int(lens.scale_at(float(depth[lamp])) * 0.3 / 4))
                glare = (150, 190, 205) if toward else (20, 20, 110)
                cv2.circle(beam, (x // 4, y // 4), radius, glare, -1, cv2.LINE_AA)
    glow = cv2.resize(cv2.GaussianBlur(beam, (7, 7), 0), (width, height), interpolation=cv2.INTER_LINEAR)
    cv2.add(image, glow, image)
