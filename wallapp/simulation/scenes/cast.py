"""Who is in the city: everybody on foot and on wheels, and the cars that stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from wallapp.simulation.scenes.drawing import Colour
from wallapp.simulation.scenes.motion import (
    Driver,
    Walker,
    circuit,
    group,
    passers,
    passing,
    runner,
    stander,
    stop_and_go,
    stroller,
    traffic,
)
from wallapp.simulation.scenes.person import Hair, Looks, Wear
from wallapp.simulation.scenes.vehicle import Make, Spot

PAINTS: tuple[Colour, ...] = (
    (206, 208, 208),
    (64, 62, 60),
    (132, 134, 136),
    (52, 46, 160),
    (132, 82, 40),
    (188, 192, 194),
    (92, 96, 98),
    (62, 60, 112),
    (110, 96, 56),
    (150, 168, 178),
    (40, 38, 38),
    (176, 120, 70),
)
_TAXI: Colour = (60, 180, 226)
_TRAM: Colour = (206, 212, 214)
_BUS: Colour = (196, 150, 70)
HI_VIS: Colour = (40, 210, 226)


@dataclass(frozen=True, slots=True)
class Parked:
    """A car that stands all the time."""

    spot: Spot
    make: Make
    colour: Colour


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody of one world."""

    walkers: tuple[Walker, ...]
    drivers: tuple[Driver, ...]
    parked: tuple[Parked, ...] = ()


@lru_cache(maxsize=1)
def town_cast() -> Cast:
    """Everybody out of doors."""
    people = _plaza() + _corniche() + _stops() + _pavements() + _school() + _port() + _market()
    return Cast(tuple(people), tuple(_traffic() + _trams()), tuple(_parked()))


def _plaza() -> list[Walker]:
    found: list[Walker] = []
    ways: list[list[tuple[float, float]]] = [
        [(-46, 20), (-10, 24), (12, 52), (30, 64), (36, 78)],
        [(50, 58), (26, 40), (6, 24), (-4, 12.5)],
        [(-46, 54), (-20, 50), (8, 34), (50, 16)],
        [(48, 22), (20, 22.5), (-20, 40), (-46, 44)],
        [(-30, 12), (-24, 34), (-22, 64), (-20, 79)],
        [(-46, 61), (50, 61.6)],
        [(50, 14.4), (-46, 13.8)],
        [(4, 64), (2, 46), (-18, 22), (-28, 12)],
        [(-46, 33), (-14, 29), (14, 24), (50, 34)],
    ]
    for index, way in enumerate(ways):
        found += passers(way, 100 + index, speed_m_s=1.15 + 0.06 * (index % 5))
    spots = [(-26, 33), (-8, 52), (25, 28), (-33, 45), (8, 20), (32, 50), (-17, 17), (-30, 22), (19, 57), (-5, 30)]
    for index, (x, y) in enumerate(spots):
        found += group(float(x), float(y), 2 + index % 3, 20 + index)
    for index in range(20):
        random = np.random.default_rng(900 + index)
        start = random.uniform((-40, 16), (44, 60))
        away = random.uniform(0, 2 * np.pi)
        end = np.clip(start + 4.8 * np.array([np.sin(away), np.cos(away)]), (-42, 14), (46, 62))
        first, second = (float(start[0]), float(start[1])), (float(end[0]), float(end[1]))
        found.append(stroller(first, second, 300 + index, child=index % 6 == 0))
    for index in range(12):
        table_x, table_y = 30.0 + 4.2 * (index % 4), 19.5 + 4.4 * (index // 4)
        found.append(stander(table_x - 0.75, table_y, 90, 400 + index, seated=True))
        if index % 2:
            found.append(stander(table_x + 0.75, table_y, 270, 440 + index, seated=True))
    found.append(stander(25.5, 22, 60, 480, gesture=0.9))
    found += [
        runner((-24.0, 28.0), 2.6, 500),
        runner((-24.0, 28.0), 3.4, 501, clockwise=False),
        runner((14.0, 22.0), 3.0, 503),
    ]
    return found


def _corniche() -> list[Walker]:
    found: list[Walker] = []
    lanes = (79.9, 81.6, 83.0, 84.1, 88.9, 90.2)
    for index, y in enumerate(lanes):
        way = [(-190.0, y), (-60.0, y + 0.4), (0.0, y - 0.3), (70.0, y)]
        found += passers(way if index % 2 else way[::-1], 600 + index, speed_m_s=1.05 + 0.07 * index)
    found += passers([(70.0, 86.6), (10, 86.2), (-190.0, 86.8)], 620, speed_m_s=2.9)
    found += passers([(-190.0, 82.4), (-20, 82.2), (70.0, 82.6)], 624, speed_m_s=2.6)
    for index, x in enumerate(np.arange(-120.0, 62.0, 11.0)):
        found.append(stander(float(x), 91.3, 10 + 15 * (index % 5) - 30, 640 + index, gesture=0.3))
        if index % 2:
            found.append(stander(float(x) + 0.8, 91.2, -20, 670 + index, gesture=0.4))
        if index % 3 == 0:
            found += group(float(x) + 4, 87.5, 3, 40 + index)
        if index % 2 == 0:
            found.append(stroller((float(x) + 6, 85.0), (float(x) + 9.5, 87.6), 700 + index, child=index % 4 == 0))
    for index, x in enumerate(np.arange(-180.0, 60.0, 9.7)):
        if index % 2 == 0:
            found.append(stander(float(x) + 0.3 * (index % 3), 80.55, 0, 760 + index, seated=True, gesture=0.3))
    found += [stander(-30.2, 88.9, 180, 790), stander(-31.0, 89.4, 170, 791), stander(25.5, 88.8, 180, 792)]
    return found


def _stops() -> list[Walker]:
    found: list[Walker] = []
    for base, low in ((800, -58.0), (840, 22.0)):
        for index in range(9):
            random = np.random.default_rng(base + index)
            east = index % 2 == 0
            x = -54.8 + 0.9 * random.random() if east else -65.9 + 0.9 * random.random()
            y = low + 2.5 + 31 * random.random()
            found.append(
                stander(float(x), float(y), -90.0 if east else 90.0, base + index, gesture=0.35, child=index == 5)
            )
        found.append(stroller((-54.4, low + 6), (-54.2, low + 11), base + 20))
        found.append(stroller((-65.4, low + 24), (-65.2, low + 19.4), base + 21))
        found += passers([(-54.2, low - 1.0), (-54.0, low + 18), (-54.3, low + 37)], base + 22, speed_m_s=1.1)
        found += passers([(-65.9, low + 37.0), (-66.0, low + 18), (-65.7, low - 1)], base + 23, speed_m_s=1.2)
    return found


def _pavements() -> list[Walker]:
    found: list[Walker] = []
    lines = [
        [(-45.0, -9.4), (49.0, -9.3)],
        [(49.0, -10.9), (-45.0, -11.0)],
        [(-45.0, 9.4), (48.0, 9.2)],
        [(48.0, 10.8), (-45, 11.1)],
        [(72.0, -9.4), (190.0, -9.2)],
        [(190.0, 9.4), (70.0, 9.6)],
        [(-48.0, -150.0), (-47.6, -12.0)],
        [(-46.6, -12.0), (-46.3, -150)],
        [(-72.4, -12.0), (-72.6, -150.0)],
        [(-74.0, -150.0), (-73.8, -12.0)],
        [(-72.8, 64.0), (-72.6, 12.0)],
        [(-48.0, 12.0), (-47.6, 64.0)],
        [(52.5, -130.0), (52.3, -12.0)],
        [(51.4, -12.0), (51.2, -130)],
        [(66.0, -12.0), (66.4, -130.0)],
        [(67.4, -130.0), (67.8, -12.0)],
        [(65.8, 12.0), (66.2, 66.0)],
        [(52.4, 64.0), (52.2, 12.0)],
        [(-46.0, -58.0), (50.0, -57.6)],
        [(50.0, -59.3), (-46.0, -59.4)],
        [(-33.0, -71.6), (48.0, -71.2)],
        [(48.0, -69.6), (-34.0, -70.0)],
        [(-76.0, 9.8), (-190.0, 9.6)],
        [(-190.0, -9.6), (-76.0, -9.8)],
    ]
    for index, line in enumerate(lines):
        found += passers(line, 1000 + index, speed_m_s=1.1 + 0.07 * (index % 6))
    waits = [
        (52.2, -9.2),
        (51.4, -9.8),
        (65.2, 9.6),
        (66.0, 9.2),
        (-47.6, -9.4),
        (-72.6, 9.6),
        (-71.8, 9.9),
        (48.9, 9.4),
        (70.2, -9.4),
    ]
    for index, (x, y) in enumerate(waits):
        found.append(stander(x, y, 0.0 if y < 0 else 180.0, 1100 + index, gesture=0.3))
    for index, x in enumerate((-36.0, -12.0, 5.0, 14.0, 30.0, 41.0, 84.0, 101.0)):
        found += group(x, -10.6, 2, 60 + index) if index % 2 else [stroller((x, -11.4), (x + 4.2, -11.3), 1150 + index)]
    return found


def _school() -> list[Walker]:
    found: list[Walker] = []
    for index in range(9):
        centre = (-22.0 + 6.0 * (index % 4), -108.0 + 9.0 * (index // 4))
        found.append(runner(centre, 2.6 + 0.5 * (index % 3), 1200 + index, clockwise=index % 2 == 0))
    for index, (x, y) in enumerate(
        ((-28.0, -90.0), (12.0, -92.0), (18.0, -108.0), (-4.0, -86.0), (-16.0, -92.0), (4.0, -98.0))
    ):
        found += group(x, y, 3 + index % 2, 80 + index, child=True)
    for index in range(8):
        x, y = -26.0 + 6.0 * index, -84.0 - 3.0 * (index % 3)
        found.append(stroller((x, y), (x + 3.5, y - 2.4), 1250 + index, child=True))
    found += [
        stander(-30.0, -98.0, 100, 1270),
        stroller((8.0, -112.0), (12.5, -110.0), 1271),
        stander(14.0, -82.0, 200, 1272),
    ]
    found += passers([(-4.2, -60.0), (-4.4, -74.0), (-6.0, -90.0)], 1280, speed_m_s=1.2, child=True)
    for index in range(7):
        found.append(
            stander(-11.0 + 2.1 * index, -71.4 - 0.9 * (index % 2), 20.0 * index, 1290 + index, child=index % 3 == 0)
        )
    found += group(-13.5, -72.6, 3, 95) + group(4.6, -72.4, 3, 96)
    found.append(stander(-5.4, -67.9, 0, 1299, gesture=0.8))
    return found


def _port() -> list[Walker]:
    workers: list[Walker] = []
    for index, (x, y) in enumerate(
        ((128.0, 46.0), (141.0, 47.5), (158.0, 46.0), (171.0, 53.5), (190.0, 45.0), (124.0, 38.0))
    ):
        workers.append(stroller((x, y), (x + 4.4, y + 1.2), 1300 + index))
        workers.append(stander(x + 6, y - 1.5, 40.0 * index, 1320 + index, gesture=0.8))
    workers += passers([(120.0, 44.0), (160.0, 45.2), (200.0, 44.4)], 1340)
    workers += passers([(196.0, 30.5), (150.0, 30.0), (118.0, 32.0)], 1341)
    found = [_hi_vis(worker) for worker in workers]
    for index in range(5):
        y = 30.0 + 4.0 * index
        found += passers([(74.0, y), (92.0, y - 1.5), (118.0, y + 1.0)][:: 1 if index % 2 else -1], 1360 + index)
    found += (
        group(86.0, 38.0, 4, 101) + group(98.0, 44.0, 3, 102) + group(104.0, 34.0, 3, 103) + group(79.0, 46.0, 2, 104)
    )
    for index in range(10):
        found.append(stander(84.0 + 1.5 * index, 51.5 + 0.5 * (index % 3), 70.0, 1380 + index, gesture=0.3))
    found += [stroller((112.0 + 2 * i, 9.7), (115.0 + 2 * i, 12.6), 1400 + i) for i in range(4)]
    return found


def _hi_vis(worker: Walker) -> Walker:
    def dressed(looks: Looks) -> Looks:
        return replace(
            looks, top=HI_VIS, bottom=(92, 60, 40), hair_colour=(60, 190, 235), wear=Wear.TROUSERS, hair=Hair.CAP
        )

    return Walker(worker.poses, dressed(worker.looks), dressed(worker.later) if worker.later else None)


def _market() -> list[Walker]:
    found: list[Walker] = []
    for index in range(5):
        x = 78.0 + 9.0 * index
        found += passers(
            [(x, -84.0), (x + 2.0, -76.0), (x - 4.0, -62.0), (x - 4.0, -56.0)][:: 1 if index % 2 else -1], 1500 + index
        )
    found += passers([(72.0, -100.0), (100.0, -99.0), (132.0, -100.5)], 1510) + passers(
        [(132.0, -74.5), (72.0, -73.5)], 1511
    )
    found += group(67.6, -36.0, 3, 111) + group(66.8, -22.0, 2, 112)
    found += [stroller((66.5, -30.0 - 5 * i), (69.0, -33.5 - 5 * i), 1520 + i) for i in range(4)]
    found += [stander(90.0, -80.6, 200, 1530, gesture=0.8), stander(107.5, -93.2, 30, 1531)]
    return found


def _colour(index: int) -> Colour:
    return PAINTS[index * 7 % len(PAINTS)]


def _traffic() -> list[Driver]:
    go = stop_and_go(3.4, ease_s=1.6)
    sedan, hatch, suv, van, taxi, bus = Make.SEDAN, Make.HATCH, Make.SUV, Make.VAN, Make.TAXI, Make.BUS
    # Metres from the start of the lane: the first of each stands at a stop line at the beginning of the loop.
    east_near = [
        (101.5, hatch, _colour(1)),
        (94.6, taxi, _TAXI),
        (87.0, sedan, _colour(2)),
        (55.0, van, (214, 216, 216)),
    ]
    east_far = [(101.5, bus, _BUS), (90.0, suv, _colour(4)), (83.2, sedan, _colour(6))]
    west_near = [(99.0, sedan, _colour(8)), (92.0, suv, _colour(9)), (63.0, hatch, _colour(3))]
    west_far = [(99.0, taxi, _TAXI), (92.2, hatch, _colour(10)), (85.4, van, (120, 96, 60)), (41.0, sedan, _colour(11))]
    found = traffic([(-300, -6.0), (320, -6.0)], east_far, every_m=120, beat=go)
    found += traffic([(-300, -2.1), (320, -2.1)], east_near, every_m=120, beat=go)
    found += traffic([(300, 2.1), (-320, 2.1)], west_near, every_m=120, beat=go)
    found += traffic([(300, 6.0), (-320, 6.0)], west_far, every_m=120, beat=go)
    return found + _side_streets() + circuit(_PORT_ROUND, 3, van, (60, 170, 214))


_PORT_ROUND = [(124.0, 29.4), (200.0, 29.4), (202.0, 38.0), (200.0, 47.6), (126.0, 47.6), (123.0, 38.0)]
_AVENUE_SOUTH = [(-300.0, 69.0), (-76.0, 69.0), (-68.4, 69.0), (-68.4, 61.0), (-68.4, -300.0)]
_AVENUE_NORTH = [
    (-51.6, -300.0),
    (-51.6, 62.0),
    (-51.6, 69.0),
    (-44.0, 69.0),
    (49.0, 69.0),
    (56.6, 69.0),
    (56.6, 61.0),
    (56.6, -300.0),
]
_RUE_SOUTH = [(-300.0, 69.0), (49.0, 69.0), (56.6, 69.0), (56.6, 61.0), (56.6, -300.0)]
_RUE_NORTH = [(61.5, -300.0), (61.5, 64.0), (61.5, 73.0), (52.0, 73.0), (-300.0, 73.0)]
_FROM_CAR_PARK = [(150.0, -98.0), (70.0, -98.0), (61.5, -98.0), (61.5, -90.0), *_RUE_NORTH[1:]]
_TO_CAR_PARK = [(61.5, -300.0), (61.5, -84.0), (61.5, -76.0), (70.0, -76.0), (150.0, -76.0)]
_SCHOOL_STREET = [
    (-51.6, -300.0),
    (-51.6, -72.0),
    (-51.6, -65.2),
    (-45.0, -65.2),
    (48.0, -65.2),
    (56.6, -65.2),
    (56.6, -76.0),
    (56.6, -300.0),
]


def _side_streets() -> list[Driver]:
    """Whoever crosses the boulevard does so while it stands, in the loop's first seconds; the tram has the
    corniche then."""
    sedan, hatch, suv, van, taxi = Make.SEDAN, Make.HATCH, Make.SUV, Make.VAN, Make.TAXI
    # Path, metres a loop, then who passes which spot when.
    rows = [
        (_RUE_SOUTH, 84.0, (-60.0, 69.0), 10.2, hatch, _colour(5)),
        (_AVENUE_NORTH, 84.0, (-51.6, 0.0), 2.8, van, (200, 204, 206)),
        (_AVENUE_SOUTH, 84.0, (-68.4, 0.0), 0.8, sedan, _colour(8)),
        (_RUE_NORTH, 84.0, (61.5, 0.0), 2.3, suv, _colour(9)),
        (_RUE_NORTH, 84.0, (61.5, 0.0), 3.3, taxi, _TAXI),
        (_FROM_CAR_PARK, 84.0, (61.5, 0.0), 1.4, hatch, _colour(10)),
        (_TO_CAR_PARK, 72.0, (61.5, -90.0), 8.0, sedan, _colour(5)),
        (_SCHOOL_STREET, 78.0, (-51.6, -100.0), 4.0, hatch, _colour(2)),
        (_SCHOOL_STREET, 78.0, (-51.6, -100.0), 8.0, sedan, _colour(4)),
    ]
    found: list[Driver] = []
    for path, every_m, spot, at_s, make, colour in rows:
        start_m = passing(path, spot, at_s, every_m=every_m)
        found += traffic(path, [(start_m, make, colour)], every_m=every_m)
    return found


TRAM_CARS = 3


def _trams() -> list[Driver]:
    """Both stops are 80 m apart, which is how far a tram goes in a loop: it stands at one, then at the other."""
    beat = stop_and_go(4.0, ease_s=3.2, begin_s=6.5)
    found: list[Driver] = []
    for x, start, end in ((-58.1, -330.0, 330.0), (-61.9, 330.0, -330.0)):
        ahead = 1.0 if end > start else -1.0
        first_stop = (-40.0 - start) * ahead % 80.0
        cars = [(first_stop + 80.0 - 9.9 * (car - 1), Make.TRAM, _TRAM) for car in range(TRAM_CARS)]
        found += traffic([(x, start), (x, end)], cars, every_m=80, beat=beat)
    return found


def _parked() -> list[Parked]:
    found = []
    makes = (Make.HATCH, Make.SEDAN, Make.SUV, Make.HATCH, Make.VAN)
    random = np.random.default_rng(4)
    for y, heading in ((-63.5, 0.0), (-84.5, np.pi), (-89.5, 0.0), (-110.5, np.pi)):
        for x in np.arange(75.3, 129.0, 2.6):
            if random.random() < 0.68:
                turn = heading + (np.pi if random.random() < 0.25 else 0.0)
                shift = float(random.normal(0, 0.12))
                make = makes[int(random.integers(len(makes)))]
                found.append(
                    Parked(Spot(float(x) + shift, y + shift, turn), make, PAINTS[int(random.integers(len(PAINTS)))])
                )
    for index, x in enumerate(np.arange(-41.0, 50.0, 6.0)):
        if not -14 < x < 4 and index % 5 != 3:
            found.append(Parked(Spot(float(x), -67.0, np.pi / 2), makes[index % 4], PAINTS[index * 5 % len(PAINTS)]))
    for index, x in enumerate((80.0, 84.0, 88.0, 101.0)):
        found.append(
            Parked(Spot(x, 30.6, np.pi / 2 if index % 2 else 0.0), makes[index], PAINTS[index * 3 % len(PAINTS)])
        )
    found += [
        Parked(Spot(121.5, 28.0, 0.3), Make.VAN, (206, 208, 208)),
        Parked(Spot(197.0, 38.0, 0.0), Make.VAN, (60, 160, 200)),
    ]
    return found
