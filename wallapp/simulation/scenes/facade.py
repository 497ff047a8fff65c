"""Skins of buildings and boxes: plaster and stone fronts with windows, glass, metal, shop fronts."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from wallapp.simulation.scenes.canvas import Skin
from wallapp.simulation.scenes.drawing import Colour, Image, mixed, shaded

PX_PER_M = 22
"""Detail of a skin."""

_PLASTERS: tuple[Colour, ...] = (
    (196, 214, 226),
    (178, 204, 222),
    (160, 192, 218),
    (188, 206, 208),
    (206, 216, 220),
    (150, 178, 206),
    (172, 190, 214),
)
_STONES: tuple[Colour, ...] = ((176, 196, 206), (164, 184, 196), (188, 202, 208))
_SHUTTERS: tuple[Colour, ...] = ((120, 92, 58), (92, 104, 66), (70, 84, 112), (128, 112, 88), (66, 74, 82))
_AWNINGS: tuple[Colour, ...] = ((58, 62, 158), (86, 110, 52), (150, 96, 50), (70, 130, 178), (92, 92, 98))
_LIT: tuple[Colour, ...] = ((120, 190, 250), (150, 205, 245), (90, 165, 235), (190, 215, 235))


class _Front:
    """One facade being painted; coordinates in metres from its top left."""

    def __init__(self, width_m: float, height_m: float, ground: Colour, seed: int) -> None:
        self.width_m, self.height_m = width_m, height_m
        self.random = np.random.default_rng(seed)
        shape = (max(2, round(height_m * PX_PER_M)), max(2, round(width_m * PX_PER_M)), 3)
        self.colour: Image = np.full(shape, ground, np.uint8)
        self.glow: Image = np.zeros(shape, np.uint8)

    def rect(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        _rect(self.colour, x, y, width, height, colour)

    def lit(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        _rect(self.glow, x, y, width, height, colour)

    def glass(self, x: float, y: float, width: float, height: float, *, lit_chance: float) -> None:
        """A pane: dark room behind, a slanted piece of sky on it, at night perhaps a lamp behind."""
        dark = 58 + 34 * self.random.random()
        self.rect(x, y, width, height, (dark * 1.08, dark, dark * 0.9))
        if self.random.random() < 0.75:
            share = 0.25 + 0.5 * self.random.random()
            self.rect(x, y, width, height * share, (dark * 1.9, dark * 1.72, dark * 1.5))
        if self.random.random() < 0.3:
            self.rect(x, y, width * 0.28, height, (190, 200, 205))
        if self.random.random() < lit_chance:
            colour = _LIT[self.random.integers(len(_LIT))]
            strength = 0.45 + 0.55 * self.random.random()
            self.lit(x, y, width, height, shaded(colour, strength))
            self.lit(x, y + height * 0.7, width, height * 0.3, shaded(colour, strength * 0.75))

    def weathered(self) -> Skin:
        """The finished skin: stains, rain streaks, darker at the foot and under the cornice."""
        height, width = self.colour.shape[:2]
        coarse = self.random.normal(1.0, 0.05, (max(2, height // 40), max(2, width // 40))).astype(np.float32)
        streaks = self.random.normal(1.0, 0.03, (1, max(2, width // 6))).astype(np.float32)
        light = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
        light = light * cv2.resize(streaks, (width, height), interpolation=cv2.INTER_LINEAR)
        down = np.linspace(0.0, self.height_m, height, dtype=np.float32)[:, None]
        light = light * (1 - 0.22 * np.exp(-(self.height_m - down) / 0.7)) * (1 - 0.1 * np.exp(-down / 0.5))
        shaded_colour = np.clip(self.colour * light[..., None], 0, 255).astype(np.uint8)
        return Skin(shaded_colour, self.glow)


def _rect(image: Image, x: float, y: float, width: float, height: float, colour: Colour) -> None:
    left, top = max(0, round(x * PX_PER_M)), max(0, round(y * PX_PER_M))
    right, bottom = max(0, round((x + width) * PX_PER_M)), max(0, round((y + height) * PX_PER_M))
    image[top:bottom, left:right] = colour


def _floors(front: _Front, ground_m: float, floor_m: float) -> list[float]:
    """The top of each upper floor, from above, in metres from the top."""
    count = max(1, int((front.height_m - ground_m - 0.6) / floor_m))
    spare = front.height_m - ground_m - count * floor_m
    return [spare + index * floor_m for index in range(count)]


def _bays(front: _Front, bay_m: float) -> tuple[list[float], float]:
    count = max(1, int(front.width_m / bay_m))
    width = front.width_m / count
    return [index * width for index in range(count)], width


def _shops(front: _Front, height_m: float) -> None:
    """Shop fronts along the ground floor: sign board, awning, glass, door."""
    top = front.height_m - height_m
    lefts, width = _bays(front, 5.2)
    for left in lefts:
        awning = _AWNINGS[front.random.integers(len(_AWNINGS))]
        front.rect(left + 0.2, top + 0.25, width - 0.4, height_m - 0.25, (74, 78, 82))
        front.rect(left + 0.3, top + 0.35, width - 0.6, 0.6, shaded(awning, 0.8))
        sign = left + width * 0.25
        for _ in range(int(front.random.integers(4, 8))):
            letter = 0.14 + 0.14 * front.random.random()
            front.rect(sign, top + 0.5, letter, 0.28, (225, 232, 236))
            front.lit(sign, top + 0.5, letter, 0.28, (170, 215, 240))
            sign += letter + 0.1
        front.glass(left + 0.45, top + 1.55, width * 0.58, height_m - 2.0, lit_chance=0.8)
        for _ in range(4):
            goods = left + 0.6 + front.random.random() * width * 0.48
            front.rect(goods, front.height_m - 0.9 - front.random.random() * 0.5, 0.3, 0.5, shaded(awning, 1.3))
        front.glass(left + width * 0.68, top + 1.4, width * 0.24, height_m - 1.45, lit_chance=0.8)
        if front.random.random() < 0.6:
            for stripe in range(int((width - 0.3) / 0.4)):
                colour = awning if stripe % 2 else mixed(awning, (235, 238, 240), 0.75)
                front.rect(left + 0.15 + stripe * 0.4, top + 0.95, 0.4, 0.75, colour)
            front.rect(left + 0.15, top + 1.7, width - 0.3, 0.1, (48, 50, 52))


def _window(
    front: _Front, x: float, y: float, width: float, height: float, trim: Colour, shutter: Colour | None
) -> None:
    front.rect(x - 0.14, y - 0.16, width + 0.28, height + 0.24, trim)
    front.rect(x - 0.2, y + height + 0.06, width + 0.4, 0.14, shaded(trim, 1.06))
    front.rect(x - 0.2, y + height + 0.2, width + 0.4, 0.07, shaded(trim, 0.62))
    closed = shutter is not None and front.random.random() < 0.16
    if closed and shutter is not None:
        front.rect(x, y, width, height, shutter)
        for slat in np.arange(0.1, height - 0.05, 0.16):
            front.rect(x + 0.06, y + float(slat), width - 0.12, 0.06, shaded(shutter, 0.75))
        return
    front.rect(x, y, width, height, (206, 212, 214))
    front.glass(x + 0.07, y + 0.07, width / 2 - 0.1, height - 0.14, lit_chance=0.0)
    front.glass(x + width / 2 + 0.03, y + 0.07, width / 2 - 0.1, height - 0.14, lit_chance=0.0)
    front.rect(x, y, width, 0.12, (66, 66, 66))
    if front.random.random() < 0.3:
        colour = shaded(_LIT[front.random.integers(len(_LIT))], 0.4 + 0.6 * front.random.random())
        front.lit(x + 0.07, y + 0.07, width - 0.14, height - 0.14, colour)
        front.lit(x + width / 2 - 0.03, y, 0.06, height, (20, 30, 40))
    if shutter is not None:
        for left in (x - 0.16 - width / 2, x + width + 0.16):
            front.rect(left, y - 0.04, width / 2, height + 0.08, shutter)
            front.rect(left + 0.08, y + 0.1, width / 2 - 0.16, height * 0.42, shaded(shutter, 0.8))
            front.rect(left + 0.08, y + height * 0.54, width / 2 - 0.16, height * 0.42, shaded(shutter, 0.8))


def _balcony(front: _Front, x: float, y: float, width: float) -> None:
    front.rect(x, y, width, 0.18, (150, 160, 166))
    front.rect(x, y + 0.18, width, 0.22, (86, 92, 98))
    front.rect(x, y - 0.95, width, 0.06, (46, 48, 50))
    for bar in np.arange(0.0, width, 0.16):
        front.rect(x + float(bar), y - 0.95, 0.05, 0.95, (52, 54, 56))


def _plaster(front: _Front) -> None:
    shutter = _SHUTTERS[front.random.integers(len(_SHUTTERS))]
    ground: Colour = tuple(float(value) for value in front.colour[0, 0])  # type: ignore[assignment]  # three channels
    trim = mixed(ground, (236, 240, 242), 0.6)
    bays, bay = _bays(front, 2.9)
    balconies = front.random.random() < 0.55
    for floor, top in enumerate(_floors(front, 4.2, 3.2)):
        for index, left in enumerate(bays):
            _window(front, left + bay / 2 - 0.55, top + 0.75, 1.1, 1.75, trim, shutter)
            if balconies and (index + floor) % 3 == 0:
                _balcony(front, left + bay / 2 - 1.05, top + 2.75, 2.1)
    front.rect(0, front.height_m - 4.25, front.width_m, 0.3, trim)
    front.rect(0, front.height_m - 3.95, front.width_m, 0.1, shaded(trim, 0.6))
    front.rect(0, 0, front.width_m, 0.4, shaded(trim, 1.02))
    front.rect(0, 0.4, front.width_m, 0.16, shaded(trim, 0.6))
    _shops(front, 3.9)


def _stone(front: _Front) -> None:
    for course in np.arange(0.0, front.height_m, 0.55):
        front.rect(0, float(course), front.width_m, 0.05, (150, 166, 176))
    trim: Colour = (198, 212, 218)
    bays, bay = _bays(front, 2.7)
    floors = _floors(front, 4.6, 3.5)
    for floor, top in enumerate(floors):
        for left in bays:
            _window(front, left + bay / 2 - 0.6, top + 0.6, 1.2, 2.1, trim, None)
        if floor in (0, len(floors) - 1):
            _balcony(front, 0.3, top + 3.0, front.width_m - 0.6)
        front.rect(0, top + 3.3, front.width_m, 0.16, trim)
        front.rect(0, top + 3.46, front.width_m, 0.08, shaded(trim, 0.62))
    front.rect(0, 0, front.width_m, 0.55, trim)
    front.rect(0, 0.55, front.width_m, 0.2, shaded(trim, 0.58))
    _shops(front, 4.2)


def _modern(front: _Front) -> None:
    bays, bay = _bays(front, 1.6)
    for top in _floors(front, 4.0, 3.3):
        front.rect(0, top + 0.1, front.width_m, 0.75, (178, 182, 184))
        for left in bays:
            front.glass(left + 0.05, top + 0.9, bay - 0.1, 2.35, lit_chance=0.35)
        front.rect(0, top + 2.35, front.width_m, 0.05, (60, 62, 64))
    front.rect(0, 0, front.width_m, 0.5, (120, 124, 128))
    _shops(front, 3.7)


def _bank(front: _Front) -> None:
    _stone(front)
    top = front.height_m - 5.2
    front.rect(0, top, front.width_m, 5.2, (172, 186, 194))
    lefts, bay = _bays(front, 4.2)
    for left in lefts:
        front.rect(left + 0.15, top + 0.2, 0.8, 5.0, (206, 216, 222))
        front.rect(left + 0.75, top + 0.2, 0.2, 5.0, (140, 152, 160))
        front.glass(left + 1.4, top + 1.2, bay - 1.9, 3.4, lit_chance=0.9)
        front.rect(left + 1.35 + (bay - 1.9) / 2, top + 1.2, 0.08, 3.4, (60, 66, 70))
    front.rect(0, top - 0.3, front.width_m, 0.9, (112, 74, 44))
    for index in range(4):
        front.rect(front.width_m / 2 - 1.6 + index * 0.9, top - 0.1, 0.55, 0.5, (226, 232, 236))
        front.lit(front.width_m / 2 - 1.6 + index * 0.9, top - 0.1, 0.55, 0.5, (200, 220, 235))


def _school(front: _Front) -> None:
    bays, bay = _bays(front, 3.2)
    for top in [*_floors(front, 3.6, 3.2), front.height_m - 3.5]:
        for left in bays:
            front.rect(left + 0.3, top + 0.8, bay - 0.6, 1.9, (140, 96, 60))
            for pane in range(3):
                width = (bay - 0.9) / 3
                front.glass(left + 0.4 + pane * (width + 0.05), top + 0.9, width, 1.7, lit_chance=0.12)
    front.rect(0, 0, front.width_m, 0.35, (140, 96, 60))
    front.rect(0, front.height_m - 0.7, front.width_m, 0.7, (150, 156, 158))


def _centre(front: _Front) -> None:
    """The shopping centre: bright panels above, glass and posters below."""
    bays, bay = _bays(front, 3.0)
    posters: tuple[Colour, ...] = ((70, 70, 190), (176, 120, 60), (70, 160, 200), (110, 150, 80), (150, 90, 140))
    for index, left in enumerate(bays):
        front.rect(
            left, 0, bay - 0.04, front.height_m - 4.6, shaded((206, 208, 208), 0.95 + 0.1 * front.random.random())
        )
        front.glass(left + 0.05, front.height_m - 4.3, bay - 0.1, 4.0, lit_chance=0.95)
        front.rect(left, front.height_m - 2.4, bay, 0.08, (96, 100, 104))
        if index % 4 == 1 and front.height_m > 9:
            poster = posters[front.random.integers(len(posters))]
            front.rect(left + 0.3, 1.6, bay * 1.6, 4.2, poster)
            front.rect(left + 0.7, 2.2, bay * 0.8, 1.6, mixed(poster, (240, 240, 240), 0.7))
            front.rect(left + 0.7, 4.4, bay * 1.1, 0.4, (240, 240, 240))
    front.rect(0, front.height_m - 4.75, front.width_m, 0.5, (84, 88, 92))


def _terminal(front: _Front) -> None:
    bays, bay = _bays(front, 2.0)
    for left in bays:
        front.glass(left + 0.06, 1.5, bay - 0.12, front.height_m - 2.0, lit_chance=1.0)
        front.rect(left + 0.06, 3.6, bay - 0.12, 0.08, (120, 124, 128))
    front.rect(0, 0, front.width_m, 1.4, (214, 216, 216))
    front.rect(0, 0.95, front.width_m, 0.3, (140, 92, 36))


def _warehouse(front: _Front) -> None:
    for rib in np.arange(0.0, front.width_m, 0.3):
        front.rect(float(rib), 0, 0.12, front.height_m, (146, 144, 132))
    front.rect(0, front.height_m - 1.1, front.width_m, 1.1, (138, 144, 148))
    for left in np.arange(3.0, front.width_m - 5.0, 11.0):
        front.rect(float(left), front.height_m - 5.2, 5.0, 5.2, (108, 92, 74))
        for slat in np.arange(0.0, 5.2, 0.35):
            front.rect(float(left), front.height_m - 5.2 + float(slat), 5.0, 0.05, (84, 72, 58))
        front.rect(float(left) + 2.0, front.height_m - 6.4, 1.0, 0.8, (220, 224, 224))


_STYLES: dict[str, tuple[tuple[Colour, ...], Callable[[_Front], None]]] = {
    "plaster": (_PLASTERS, _plaster),
    "stone": (_STONES, _stone),
    "modern": (((150, 154, 156), (132, 136, 140)), _modern),
    "bank": (_STONES, _bank),
    "school": (((206, 214, 218),), _school),
    "centre": (((200, 202, 204),), _centre),
    "terminal": (((204, 206, 206),), _terminal),
    "warehouse": (((166, 164, 152),), _warehouse),
}


def facade(style: str, width_m: float, height_m: float, seed: int) -> Skin:
    """The skin of one side of a building."""
    grounds, paint = _STYLES[style]
    front = _Front(width_m, height_m, grounds[seed % len(grounds)], seed)
    paint(front)
    return front.weathered()


def roof(width_m: float, depth_m: float, seed: int) -> Skin:
    """A flat roof with machines and a light edge."""
    front = _Front(width_m, depth_m, (150, 156, 160), seed)
    front.rect(0.4, 0.4, width_m - 0.8, depth_m - 0.8, (132, 138, 144))
    for _ in range(int(width_m * depth_m / 60)):
        x, y = front.random.random() * (width_m - 3), front.random.random() * (depth_m - 3)
        front.rect(x + 0.25, y + 0.25, 1.8, 1.4, (92, 96, 100))
        front.rect(x, y, 1.8, 1.4, (176, 180, 182))
    return front.weathered()


def plain(colour: Colour, *, seed: int = 0, glow: Colour | None = None) -> Skin:
    """A painted surface, slightly uneven."""
    random = np.random.default_rng(seed)
    light = random.normal(1.0, 0.02, (24, 24, 1))
    skin = np.clip(np.asarray(colour) * light, 0, 255).astype(np.uint8)
    return Skin(skin, None if glow is None else np.full((24, 24, 3), glow, np.uint8))


def ribbed(colour: Colour, width_m: float, height_m: float, *, seed: int = 0) -> Skin:
    """Corrugated steel, as of a container, with its code in white."""
    front = _Front(width_m, height_m, colour, seed)
    for rib in np.arange(0.0, width_m, 0.28):
        front.rect(float(rib), 0, 0.1, height_m, shaded(colour, 0.72))
        front.rect(float(rib) + 0.1, 0, 0.05, height_m, shaded(colour, 1.16))
    front.rect(0, 0, width_m, 0.14, shaded(colour, 0.8))
    front.rect(0, height_m - 0.14, width_m, 0.14, shaded(colour, 0.6))
    if width_m > 4:
        for letter in range(6):
            front.rect(width_m * 0.3 + letter * 0.36, height_m * 0.35, 0.22, 0.4, (226, 228, 228))
    return front.weathered()
