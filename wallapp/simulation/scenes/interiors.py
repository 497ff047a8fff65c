"""What the indoor places hold: walls, furniture and people of each room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from wallapp.simulation.scenes import facade, props
from wallapp.simulation.scenes.canvas import Skin
from wallapp.simulation.scenes.cast import Cast
from wallapp.simulation.scenes.drawing import Colour, Image, shaded
from wallapp.simulation.scenes.motion import Walker, group, passers, stander, stroller
from wallapp.simulation.scenes.props import Prop

_PX_PER_M = facade.PX_PER_M


@dataclass(frozen=True, slots=True)
class Box:
    """A piece of furniture."""

    low_m: tuple[float, float, float]
    high_m: tuple[float, float, float]
    colour: Colour
    top: Colour | None = None


@dataclass(frozen=True)
class Room:
    """One indoor place. `wall` paints a wall's skin from its length and index (south, east, north, west)."""

    west: float
    south: float
    east: float
    north: float
    height_m: float
    floor: Colour
    tile_m: float
    wall: Callable[[float, float, int], Skin]
    boxes: tuple[Box, ...]
    props: tuple[Prop, ...]
    people: tuple[Walker, ...]

    def cast(self) -> Cast:
        """Who is in it."""
        return Cast(self.people, ())


def _blank(length_m: float, height_m: float, colour: Colour) -> Image:
    shape = (round(height_m * _PX_PER_M), round(length_m * _PX_PER_M), 3)
    return np.full(shape, colour, np.uint8)


def _put(image: Image, x: float, y: float, width: float, height: float, colour: Colour) -> None:
    """A rectangle in metres from the top left."""
    left, top = max(0, round(x * _PX_PER_M)), max(0, round(y * _PX_PER_M))
    image[top : max(0, round((y + height) * _PX_PER_M)), left : max(0, round((x + width) * _PX_PER_M))] = colour


def _bank_wall(length_m: float, height_m: float, index: int) -> Skin:
    image = _blank(length_m, height_m, (188, 200, 208))
    _put(image, 0, height_m - 1.1, length_m, 1.1, (96, 118, 140))
    _put(image, 0, height_m - 1.14, length_m, 0.06, (60, 76, 92))
    if index == 2:
        for x in np.arange(1.2, length_m - 2.5, 4.2):
            _put(image, float(x), 0.8, 2.6, 2.6, (236, 232, 224))
            _put(image, float(x) + 1.25, 0.8, 0.1, 2.6, (120, 124, 126))
    elif index == 0:
        _put(image, 0.5, 0.7, length_m - 1, 0.5, (112, 74, 44))
        for desk in range(6):
            _put(image, 1.6 + 4.4 * desk, 1.5, 1.2, 0.5, (60, 50, 40))
            _put(image, 1.8 + 4.4 * desk, 1.62, 0.8, 0.26, (90, 220, 150))
    else:
        for x in np.arange(2.0, length_m - 3, 5.0):
            _put(image, float(x), 1.2, 1.6, 2.2, ((70, 90, 150), (140, 110, 60), (90, 140, 110))[int(x) % 3])
            _put(image, float(x) + 0.2, 1.6, 1.0, 0.8, (226, 230, 232))
    return Skin(image)


def _gallery_wall(length_m: float, height_m: float, index: int) -> Skin:
    image = _blank(length_m, height_m, (206, 210, 212))
    random = np.random.default_rng(index + 5)
    signs: tuple[Colour, ...] = (
        (60, 60, 180),
        (150, 100, 40),
        (60, 140, 190),
        (100, 150, 80),
        (140, 80, 140),
        (70, 70, 74),
    )
    for number, x in enumerate(np.arange(0.4, length_m - 5.0, 5.6)):
        left, sign = float(x), signs[int(random.integers(len(signs)))]
        _put(image, left, height_m - 3.6, 5.2, 3.6, (216, 226, 230))
        _put(image, left, height_m - 4.1, 5.2, 0.55, shaded(sign, 0.9))
        for letter in range(int(random.integers(4, 9))):
            _put(image, left + 1.2 + 0.33 * letter, height_m - 3.98, 0.22, 0.3, (240, 242, 242))
        for _ in range(14):
            spot, high = left + 0.3 + 4.4 * random.random(), 0.5 + 0.9 * random.random()
            tone = signs[int(random.integers(len(signs)))]
            _put(image, spot, height_m - 0.3 - high, 0.32, high, shaded(tone, 0.8 + 0.6 * random.random()))
        for shelf in (1.3, 2.2):
            _put(image, left + 0.2, height_m - shelf, 4.8, 0.06, (150, 160, 166))
        _put(image, left + 2.1, height_m - 2.6, 1.1, 2.6, (150, 172, 184) if number % 2 else (120, 140, 152))
        _put(image, left - 0.2, 0, 0.2, height_m, (176, 182, 186))
        _put(image, left, height_m - 6.4, 5.2, 1.7, (176, 176, 168))
        _put(image, left, height_m - 6.4, 5.2, 0.08, (96, 100, 104))
    return Skin(image)


def _school_wall(length_m: float, height_m: float, index: int) -> Skin:
    image = _blank(length_m, height_m, (204, 218, 222))
    _put(image, 0, height_m - 1.3, length_m, 1.3, (150, 176, 120))
    random = np.random.default_rng(index)
    if index in (0, 2):
        for x in np.arange(1.0, length_m - 2, 5.2):
            _put(image, float(x), height_m - 2.2, 1.1, 2.2, (90, 130, 170))
            _put(image, float(x) + 0.3, height_m - 1.9, 0.5, 0.6, (206, 214, 216))
            for paper in range(7):
                colour = tuple(float(value) for value in random.integers(90, 240, 3))
                _put(image, float(x) + 1.6 + 0.42 * paper, height_m - 2.3 + 0.3 * random.random(), 0.32, 0.44, colour)  # type: ignore[arg-type]  # three channels
    else:
        for x in np.arange(0.8, length_m - 2, 3.0):
            _put(image, float(x), 0.6, 2.2, 1.7, (232, 228, 218))
            _put(image, float(x) + 1.05, 0.6, 0.1, 1.7, (150, 110, 80))
    return Skin(image)


def _ferry_wall(length_m: float, height_m: float, index: int) -> Skin:
    image = _blank(length_m, height_m, (210, 212, 210))
    if index in (0, 2):
        for x in np.arange(0.5, length_m - 2, 2.2):
            _put(image, float(x), 0.8, 2.0, height_m - 1.0, (224, 212, 194))
            _put(image, float(x), height_m - 2.4, 2.0, 0.08, (120, 124, 126))
    else:
        _put(image, 1.0, 1.0, length_m - 2, 0.7, (140, 92, 36))
        _put(image, 2.0, height_m - 2.3, length_m - 4, 1.2, (70, 66, 60))
    return Skin(image)


def _plant(x: float, y: float) -> Prop:
    random = np.random.default_rng(int(abs(x * 10 + y)))
    leaves = (
        np.array([x, y, 0.6])
        + random.normal(0, 1, (14, 3)) * (0.22, 0.22, 0.1)
        + np.linspace(0, 0.8, 14)[:, None] * (0, 0, 1)
    )
    lines = np.stack([np.tile([x, y, 0.5], (14, 1)), leaves], axis=1)
    return props.beams((x, y), np.asarray(lines, np.float64), 0.16, (64, 120, 72))


def _queue_posts() -> list[Prop]:
    """Posts and tapes of the queue before the counters."""
    spots = [(27.0 + 2.2 * index, y) for y in (-23.0, -21.4) for index in range(5)]
    found = [props.post(x, y, 1.0, 0.08, (150, 156, 160)) for x, y in spots]
    for y in (-23.0, -21.4):
        lines = [[(27.0 + 2.2 * i, y, 0.92), (29.2 + 2.2 * i, y, 0.92)] for i in range(4)]
        found.append(props.beams((31.4, y - 0.01), np.asarray(lines, np.float64), 0.06, (60, 50, 150)))
    return found


def _bank() -> Room:
    counter = [Box((22, -27.2, 0), (46, -26.4, 1.1), (84, 112, 142), (176, 190, 198))]
    counter += [
        Box((22 + 4 * i - 0.05, -27.1, 1.1), (22 + 4 * i + 0.05, -26.3, 2.0), (170, 160, 140)) for i in range(7)
    ]
    desks = [
        Box((x, y, 0), (x + 1.6, y + 0.8, 0.75), (108, 136, 160))
        for x, y in ((40.0, -17.0), (40.0, -20.5), (44.0, -17.0))
    ]
    screens = [
        Box((x, y, 0.75), (x + 0.5, y + 0.06, 1.15), (40, 38, 36))
        for x, y in ((40.5, -16.8), (40.5, -20.3), (44.5, -16.8))
    ]
    pillars = [Box((x, y, 0), (x + 0.7, y + 0.7, 4.6), (196, 206, 212)) for x in (27.0, 38.0) for y in (-18.0,)]
    machines = [Box((46.9, y, 0), (47.6, y + 0.9, 1.7), (130, 84, 48), (70, 60, 50)) for y in (-24.0, -22.6)]
    seats = [Box((24.0 + 0.75 * i, -13.4, 0), (24.6 + 0.75 * i, -12.9, 0.45), (110, 80, 60)) for i in range(5)]
    people = [stander(24.0 + 4.0 * i, -28.2, 0, 2000 + i, gesture=0.4) for i in range(6)]
    people += [stander(24.2 + 4.0 * i, -25.7, 180, 2020 + i, gesture=0.5) for i in (0, 1, 3, 5)]
    people += [stander(28.0 + 1.5 * i, -22.2, 90, 2040 + i, gesture=0.2) for i in range(5)]
    people += [
        stroller((30, -15), (34.5, -16.5), 2050),
        stroller((24.0, -17.0), (24.4, -21.5), 2051),
        stander(46.2, -22.2, 90, 2052),
    ]
    people += [
        stander(40.8, -17.9, 0, 2053, seated=True),
        stander(40.8, -16.2, 180, 2054, seated=True),
        stander(25.0, -13.5, 180, 2055, seated=True),
    ]
    people += passers([(33.0, -11.5), (33.4, -17.0), (36.4, -22.0), (36.6, -25.6)], 2056, speed_m_s=0.95)
    boxes = (*counter, *desks, *screens, *pillars, *machines, *seats)
    return Room(
        19.4,
        -30.5,
        48.6,
        -12.2,
        4.6,
        (176, 192, 202),
        1.2,
        _bank_wall,
        boxes,
        (*_queue_posts(), _plant(21.0, -24.5), _plant(38.6, -14)),
        tuple(people),
    )


def _gallery() -> Room:
    kiosks = [
        Box((x, -36.6, 0), (x + 2.6, -34.4, 1.2), colour, (206, 210, 212))
        for x, colour in ((86.0, (70, 80, 160)), (104.0, (120, 130, 70)))
    ]
    seats = [Box((x, -36.2, 0), (x + 1.8, -35.0, 0.45), (96, 124, 148)) for x in (79.0, 95.0, 114.0)]
    plants = tuple(_plant(x, y) for x in (78.4, 81.4, 94.4, 97.4, 113.4) for y in (-35.6,))
    people: list[Walker] = []
    for index, y in enumerate((-32.2, -33.4, -37.6, -38.8)):
        way = [(71.5, y), (100.0, y + 0.3), (131.0, y)]
        people += passers(way if index % 2 else way[::-1], 2100 + index, speed_m_s=0.9 + 0.1 * index)
    people += [
        stroller(
            (75.0 + 7.0 * i, -32.6 if i % 2 else -38.4),
            (78.6 + 7.0 * i, -31.9 if i % 2 else -39.2),
            2120 + i,
            child=i == 3,
        )
        for i in range(7)
    ]
    people += (
        group(90.5, -33.6, 3, 120)
        + group(108.6, -37.6, 2, 121)
        + [stander(88.7, -33.9, 180, 2140), stander(79.8, -34.8, 0, 2141, seated=True)]
    )
    return Room(71, -40.2, 131, -31, 7.0, (186, 200, 208), 1.5, _gallery_wall, (*kiosks, *seats), plants, tuple(people))


def _school() -> Room:
    lockers = [
        Box((-9.6 + 0.5 * i, -127.6, 0), (-9.12 + 0.5 * i, -127.1, 1.7), ((150, 110, 60), (170, 130, 80))[i % 2])
        for i in range(14)
    ]
    benches = [Box((2.0, -118.6 - 3 * i, 0), (6.0, -118.1 - 3 * i, 0.45), (90, 136, 170)) for i in range(3)]
    people = [stroller((-6.0 + 3 * i, -120.0 - i), (-3.0 + 3 * i, -122.0 - i), 2200 + i, child=True) for i in range(4)]
    people += (
        group(-4.0, -124.0, 4, 130, child=True)
        + group(8.0, -122.5, 3, 131, child=True)
        + [stander(3.0, -125.0, -60, 2210)]
    )
    people += passers([(-10.5, -117.0), (0.0, -120.5), (12.5, -119.8)], 2220, child=True)
    return Room(
        -10,
        -128,
        12.4,
        -114.6,
        3.9,
        (150, 176, 190),
        0.6,
        _school_wall,
        (*lockers, *benches),
        (_plant(-9.0, -116),),
        tuple(people),
    )


def _ferry() -> Room:
    rows = [
        Box((86.0 + 0.62 * i, y, 0.1), (86.55 + 0.62 * i, y + 0.55, 0.45), (130, 86, 52))
        for y in (15.6, 16.4, 18.6, 19.4)
        for i in range(8)
    ]
    desk = [Box((97.0, 24.0, 0), (104.0, 25.0, 1.1), (206, 208, 206), (112, 78, 46))]
    gates = [
        Box((99.0 + 1.5 * i, 15.4, 0), (99.35 + 1.5 * i, 17.0, 1.0), (150, 152, 152), (70, 66, 60)) for i in range(5)
    ]
    bags = [
        Box((x, y, 0), (x + 0.35, y + 0.5, 0.55), colour)
        for x, y, colour in (
            (91.6, 21.0, (60, 60, 150)),
            (93.0, 22.4, (120, 90, 50)),
            (96.0, 20.2, (70, 110, 80)),
            (88.6, 22.6, (60, 58, 56)),
        )
    ]
    people = [
        stander(86.4 + 1.25 * i, 16.0 if i % 2 else 19.0, 180 if i % 2 else 0, 2300 + i, seated=True) for i in range(7)
    ]
    people += passers([(82.2, 22.8), (94.0, 21.6), (106.0, 21.0)], 2320, speed_m_s=1.0) + passers(
        [(100.6, 27.0), (100.4, 16.0), (100.4, 13.0)], 2321
    )
    people += (
        group(92.2, 22.0, 3, 140)
        + group(97.0, 19.2, 2, 141)
        + [stander(98.0 + 1.6 * i, 23.4, 0, 2330 + i) for i in range(4)]
    )
    people += [
        stroller((84.6, 24.6), (89.0, 24.0), 2340),
        stroller((95.0, 15.0), (95.4, 19.4), 2341),
        stander(103.4, 18.4, 210, 2342),
    ]
    return Room(
        82,
        13.4,
        106,
        26.6,
        5.6,
        (186, 194, 196),
        1.2,
        _ferry_wall,
        (*rows, *desk, *gates, *bags),
        (_plant(83, 14.2), _plant(105, 25.8)),
        tuple(people),
    )


_ROOMS: dict[str, Callable[[], Room]] = {"bank": _bank, "gallery": _gallery, "school": _school, "ferry": _ferry}


def load_room(name: str) -> Room:
    """The room of this name; the city's data name only these."""
    return _ROOMS[name]()
