"""The ground: surfaces, kerbs, road markings, rails, paving."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from wallapp.simulation.scenes import weather
from wallapp.simulation.scenes.arrays import Floats, Points
from wallapp.simulation.scenes.canvas import GROUND, WATER, Canvas
from wallapp.simulation.scenes.drawing import Colour
from wallapp.simulation.scenes.plan import Area, Plan

_COLOURS: dict[str, Colour] = {
    "pavement": (166, 172, 176),
    "asphalt": (104, 103, 102),
    "plaza": (164, 180, 194),
    "promenade": (158, 174, 188),
    "railbed": (128, 134, 138),
    "platform": (172, 176, 178),
    "concrete": (152, 156, 156),
    "yard": (118, 124, 150),
    "grass": (70, 128, 96),
    "rocks": (108, 116, 122),
    "water": (116, 92, 52),
}
_PAINT: Colour = (226, 228, 228)
_YELLOW: Colour = (70, 178, 220)
_PATTERN_OF = {"plaza": 1.6, "promenade": 2.0, "pavement": 0.8, "platform": 0.8, "concrete": 6.0}
"""Side of a slab in metres."""


def _strip(x0: float, y0: float, x1: float, y1: float, width_m: float) -> Points:
    """A straight band about the line from (x0, y0) to (x1, y1)."""
    start, end = np.array([x0, y0]), np.array([x1, y1])
    along = (end - start) / np.linalg.norm(end - start)
    side = np.array([-along[1], along[0]]) * width_m / 2
    return np.stack([start + side, end + side, end - side, start - side])


class GroundPainter:
    """Paints the whole ground onto one canvas."""

    def __init__(self, canvas: Canvas, plan: Plan) -> None:
        self._canvas = canvas
        self._plan = plan
        x, y = canvas.lens.position_m[:2]
        self._here = np.array([x, y])

    def paint(self) -> None:
        """Surfaces first, then what is painted on them."""
        canvas = self._canvas
        below = canvas.kind == GROUND
        x, y, _ = weather.places(canvas)
        self._textured("pavement", below, x, y)
        for area in self._plan.areas:
            self._area(area, x, y)
        self._kerbs()
        self._boulevard()
        self._streets()
        self._corniche()
        self._rails()
        self._car_park()
        self._yard()

    def _area(self, area: Area, x: Floats, y: Floats) -> None:
        """One surface with its texture; its outline decides by the kind buffer which pixels are its own."""
        canvas = self._canvas
        before = canvas.kind.copy()
        corners = np.asarray(area.points, np.float64)
        marker = 9
        canvas.ground_polygon(corners, _COLOURS[area.kind], kind=marker)
        mine = (canvas.kind == marker) & (before != 0)
        canvas.kind = before
        if not mine.any():
            return
        canvas.kind[mine] = WATER if area.kind == "water" else GROUND
        self._textured(area.kind, mine, x, y)

    def _textured(self, kind: str, mine: np.typing.NDArray[np.bool_], x: Floats, y: Floats) -> None:
        if kind == "water" or not mine.any():
            return
        rows, columns = np.flatnonzero(mine.any(axis=1)), np.flatnonzero(mine.any(axis=0))
        here = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        near_x, near_y, inside = x[here], y[here], mine[here]
        footprint = 1.0 / (np.maximum(self._canvas.nearness[here], 1e-5) * self._canvas.lens.focal_px)
        foreshortened = (footprint / np.maximum(-self._canvas.rays[here][..., 2], 0.03)).astype(np.float32)
        coarse = weather.texture(near_x, near_y, 0.35, seed=1) - 0.5
        middle = (weather.texture(near_x, near_y, 2.3, seed=2) - 0.5) * np.clip(1.4 - foreshortened * 2.5, 0, 1)
        fine = (weather.texture(near_x, near_y, 13.0, seed=3) - 0.5) * np.clip(1.4 - foreshortened * 14, 0, 1)
        light = 1 + 0.17 * coarse + 0.10 * middle + (0.16 if kind in ("asphalt", "grass", "rocks") else 0.09) * fine
        if kind == "rocks":
            light += 0.9 * (weather.texture(near_x, near_y, 0.9, seed=8) - 0.5)
        side_m = _PATTERN_OF.get(kind)
        if side_m is not None:
            light *= _slabs(near_x, near_y, side_m, foreshortened, banded=kind == "promenade")
        painted = np.clip(np.asarray(_COLOURS[kind], np.float32) * light[..., None], 0, 255)
        self._canvas.colour[here][inside] = painted[inside].astype(np.uint8)

    def _line(self, x0: float, y0: float, x1: float, y1: float, width_m: float = 0.14, colour: Colour = _PAINT) -> None:
        self._canvas.ground_polygon(_strip(x0, y0, x1, y1, width_m), colour)

    def _dashes(self, x0: float, y0: float, x1: float, y1: float, *, on_m: float = 3.0, off_m: float = 5.0) -> None:
        start, end = np.array([x0, y0]), np.array([x1, y1])
        length = float(np.linalg.norm(end - start))
        along = (end - start) / length
        for offset in np.arange(0.0, length - on_m, on_m + off_m):
            first, last = start + along * offset, start + along * (offset + on_m)
            if np.linalg.norm(first - self._here) < 130:
                self._line(first[0], first[1], last[0], last[1])

    def _zebra(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Bars of a crossing inside a rectangle; they lie along its shorter side."""
        if x1 - x0 > y1 - y0:
            for x in np.arange(x0, x1 - 0.4, 1.0):
                self._line(float(x) + 0.25, y0, float(x) + 0.25, y1, 0.5)
        else:
            for y in np.arange(y0, y1 - 0.4, 1.0):
                self._line(x0, float(y) + 0.25, x1, float(y) + 0.25, 0.5)

    def _kerb(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self._line(x0, y0, x1, y1, 0.3, (188, 192, 194))
        inward = 0.17
        self._line(
            x0 + inward * (x0 == x1),
            y0 + inward * (y0 == y1),
            x1 + inward * (x0 == x1),
            y1 + inward * (y0 == y1),
            0.07,
            (92, 94, 96),
        )

    def _kerbs(self) -> None:
        for y in (-8.0, 8.0):
            for start, end in ((-300.0, -70.0), (-50.0, 54.0), (64.0, 300.0)):
                self._kerb(start, y, end, y)
        for x in (-70.0, -50.0):
            for start, end in ((-300.0, -8.0), (8.0, 66.5)):
                self._kerb(x, start, x, end)
        for x in (54.0, 64.0):
            for start, end in ((-300.0, -68.0), (-60.5, -8.0), (8.0, 66.5)):
                self._kerb(x, start, x, end)
        self._kerb(-300, 75.6, 72, 75.6)
        self._kerb(-50, 66.4, 54, 66.4)
        self._kerb(-50, -60.5, 54, -60.5)
        self._kerb(-50, -68, 54, -68)
        self._kerb(72, 56.3, 300, 56.3)

    def _boulevard(self) -> None:
        for line_y in (-0.18, 0.18):
            for start, end in ((-300, -74), (-46, 50), (68, 300)):
                self._line(start, line_y, end, line_y)
        for y in (-4.0, 4.0):
            for start, end in ((-300, -76), (-44, 48), (70, 300)):
                self._dashes(start, y, end, y)
        for x0 in (-74.4, -46.5, 48.0, 66.5):
            self._zebra(x0, -7.6, x0 + 3.2, 7.6)
        for y0 in (-13.0, 9.5):
            self._zebra(-69.6, y0, -64.5, y0 + 3)
            self._zebra(-55.5, y0, -50.4, y0 + 3)
            self._zebra(54.4, y0, 63.6, y0 + 3)
        for x, low, high in ((-75.3, -7.8, -0.4), (-42.4, 0.4, 7.8), (47.1, -7.8, -0.4), (70.6, 0.4, 7.8)):
            self._line(x, low, x, high, 0.4)
        self._manholes([(-20, -5.8), (6, 2.2), (31, -2.0), (-96, 5.5), (90, 2.4), (112, -5.6), (59, 1), (-60, -1)])

    def _manholes(self, spots: list[tuple[float, float]]) -> None:
        turn = np.linspace(0, 2 * np.pi, 16, endpoint=False)
        for x, y in spots:
            ring = np.column_stack([np.cos(turn), np.sin(turn)])
            self._canvas.ground_polygon(ring * 0.42 + (x, y), (72, 74, 76))
            self._canvas.ground_polygon(ring * 0.34 + (x, y), (92, 94, 96))

    def _streets(self) -> None:
        for start, end in ((-300, -70), (-58, -14), (14, 64)):
            self._dashes(59, start, 59, end)
        self._zebra(54.4, -59.5, 63.6, -56.5)
        self._dashes(-49, -64.2, 53, -64.2, on_m=2.0, off_m=3.0)
        self._zebra(-7.0, -67.6, -3.0, -60.9)
        for x in np.arange(-44.0, 50.0, 6.0):
            if not -14 < x < 4:
                self._line(float(x), -68.0, float(x), -66.0, 0.1)
        for x in (-53.0, -67.0):
            self._line(x, -300, x, -10, 0.12)
            self._line(x, 10, x, 64, 0.12)

    def _corniche(self) -> None:
        self._dashes(-300, 71, 70, 71)
        for x0 in (-44.0, 30.0):
            self._zebra(x0, 67.0, x0 + 4, 75.2)
        self._line(-300, 77.0, 72, 77.0, 2.0, (104, 108, 142))
        self._dashes(-300, 77.0, 72, 77.0, on_m=1.5, off_m=2.5)

    def _rails(self) -> None:
        for track in (-61.9, -58.1):
            for rail in (track - 0.72, track + 0.72):
                self._line(rail, -300, rail, 420, 0.16, (84, 88, 92))
                self._line(rail, -300, rail, 420, 0.06, (196, 198, 198))
        for y0, y1 in ((-58, -22), (22, 58)):
            for edge in (-56.35, -63.65):
                self._line(edge, y0, edge, y1, 0.3, (212, 214, 214))
            for edge in (-55.8, -64.2):
                self._line(edge, y0, edge, y1, 0.3, _YELLOW)

    def _car_park(self) -> None:
        for y0, y1 in ((-66.0, -61.0), (-87.0, -82.0), (-92.0, -87.0), (-113.0, -108.0)):
            for x in np.arange(74.0, 130.1, 2.6):
                self._line(float(x), y0, float(x), y1, 0.12)
        self._line(74, -87, 130, -87, 0.12)
        for x in (80.0, 124.0):
            for y, ahead in ((-74.0, 1.0), (-100.0, -1.0)):
                self._line(x - 1.5 * ahead, y, x + 0.9 * ahead, y, 0.25)
                head = np.array([[0.9, -0.6], [2.0, 0.0], [0.9, 0.6]]) * ahead + (x, y)
                self._canvas.ground_polygon(head, _PAINT)

    def _yard(self) -> None:
        white, yellow = (206, 212, 216), (90, 176, 206)
        for x0, y0, x1, y1 in ((-24, -112, 2, -112), (-24, -97, 2, -97), (-24, -112, -24, -97), (2, -112, 2, -97)):
            self._line(x0, y0, x1, y1, 0.1, white)
        self._line(-11, -112, -11, -97, 0.1, white)
        turn = np.linspace(0, 2 * np.pi, 40)
        ring = np.column_stack([np.cos(turn), np.sin(turn)]) * 2.0 + (-11, -104.5)
        for first, second in pairwise(ring):
            self._line(first[0], first[1], second[0], second[1], 0.1, white)
        corner = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float64)
        colours: tuple[Colour, ...] = ((90, 176, 206), (170, 120, 80), (80, 90, 190))
        for index in range(7):
            place = np.array([10 + 1.05 * (index % 3 == 1), -106 + index * 1.05])
            self._canvas.ground_polygon(corner + place, colours[index % 3])
        self._line(7, -84, 20, -84, 0.1, yellow)


def _slabs(x: Floats, y: Floats, side_m: float, footprint_m: Floats, *, banded: bool) -> Floats:
    """Slabs with joints, each a little lighter or darker; fading where they are too small to see."""
    column, row = np.floor(x / side_m), np.floor(y / side_m)
    tone = np.mod(np.sin(column * 127.1 + row * 311.7) * 43758.5, 1.0) - 0.5
    if banded:
        tone = tone * 0.5 + 0.9 * (np.mod(np.floor((y + 1.1 * np.sin(x * 0.9)) / 2.0), 2) - 0.5)
    to_joint = np.minimum(
        np.minimum(x - column * side_m, (column + 1) * side_m - x), np.minimum(y - row * side_m, (row + 1) * side_m - y)
    )
    joint = np.clip(1 - to_joint / np.maximum(0.025, footprint_m * 0.6), 0, 1)
    seen = np.clip(side_m / (footprint_m * 3.0) - 0.4, 0, 1)
    return np.asarray(1 + (0.10 * tone - 0.2 * joint) * seen, np.float32)
