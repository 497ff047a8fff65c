"""How things move: paths on the ground, and where on them somebody is at any time.

Times are arrays of seconds of the loop, (m,); everything repeats every LOOP_S.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from wallapp.simulation.loop import LOOP_S
from wallapp.simulation.scenes.arrays import Points
from wallapp.simulation.scenes.drawing import Colour
from wallapp.simulation.scenes.person import Looks, Poses, Values, random_looks
from wallapp.simulation.scenes.vehicle import Make

WALK_M_S = 1.3
TURN_OF_GAIT_M = 1.5
"""Ground covered by two steps."""


@dataclass(frozen=True, slots=True)
class Spots:
    """Where a vehicle is at each of m moments; heading 0 is north, clockwise."""

    x_m: Values
    y_m: Values
    heading_rad: Values


class Path:
    """A line on the ground with rounded corners."""

    def __init__(self, points: Sequence[tuple[float, float]], *, rounded: bool = True) -> None:
        line = np.asarray(points, np.float64)
        for _ in range(3 if rounded and len(line) > 2 else 0):
            ahead = line[:-1] * 0.75 + line[1:] * 0.25
            behind = line[:-1] * 0.25 + line[1:] * 0.75
            inner = np.stack([ahead, behind], axis=1).reshape(-1, 2)
            line = np.vstack([line[:1], inner[1:-1], line[-1:]])
        self._line: Points = line
        self._steps = np.diff(line, axis=0)
        lengths = np.linalg.norm(self._steps, axis=1)
        self._far = np.concatenate([[0.0], np.cumsum(lengths)])
        self._unit = self._steps / np.maximum(lengths, 1e-9)[:, None]
        self.length_m = float(self._far[-1])

    def nearest(self, spot: tuple[float, float]) -> float:
        """How far along the line is nearest to a spot."""
        far_m = np.arange(0.0, self.length_m, 0.1)
        at = self.at(far_m)
        return float(far_m[np.argmin(np.hypot(at.x_m - spot[0], at.y_m - spot[1]))])

    def at(self, far_m: Values) -> Spots:
        """Places at distances from the start; beyond the ends the line goes straight on."""
        index = np.clip(np.searchsorted(self._far, far_m) - 1, 0, len(self._steps) - 1)
        along = self._unit[index]
        place = self._line[index] + along * (far_m - self._far[index])[:, None]
        return Spots(place[:, 0], place[:, 1], np.arctan2(along[:, 0], along[:, 1]))


@dataclass(frozen=True, slots=True)
class Walker:
    """Somebody on foot; `later` is whom they turn into by the end of the loop, None for nobody."""

    poses: Callable[[Values], Poses]
    looks: Looks
    later: Looks | None = None


@dataclass(frozen=True, slots=True)
class Driver:
    """A vehicle under way."""

    spots: Callable[[Values], Spots]
    make: Make
    colour: Colour


def posed(x_m: Values, y_m: Values, heading_rad: Values, **other: Values) -> Poses:
    """Poses of somebody who stands, but for what is given."""
    zero = np.zeros_like(x_m)
    fields = {name: other.get(name, zero) for name in ("step", "stride", "arm", "lean", "seat")}
    return Poses(x_m, y_m, heading_rad, **fields)


def passers(
    points: Sequence[tuple[float, float]], seed: int, *, speed_m_s: float = WALK_M_S, child: bool = False
) -> list[Walker]:
    """People who follow one another along an open path.

    Each takes the place of the one ahead when the loop begins anew, so their clothes slowly change into the
    other's on the way; their build is the same along a path.
    """
    path = Path(points)
    count = max(1, round(path.length_m / (speed_m_s * LOOP_S)))
    step_m = path.length_m / count
    build = random_looks(seed, child=child)
    run = speed_m_s > 2.0

    def looks_of(slot: int) -> Looks:
        other = random_looks(seed * 31 + slot)
        return replace(build, top=other.top, bottom=other.bottom if build.top != build.bottom else other.top,
                       hair_colour=other.hair_colour, skin=other.skin, bag_colour=other.bag_colour)  # fmt: skip

    def walker(slot: int) -> Walker:
        def poses(t_s: Values) -> Poses:
            far_m = (slot + t_s / LOOP_S) * step_m
            at = path.at(far_m)
            pace = TURN_OF_GAIT_M * (1.6 if run else 1.0)
            stride = np.full_like(t_s, 1.7 if run else 1.0)
            return posed(at.x_m, at.y_m, at.heading_rad, step=far_m / pace, stride=stride)

        return Walker(poses, looks_of(slot), looks_of(slot + 1))

    return [walker(slot) for slot in range(count)]


def stroller(first: tuple[float, float], second: tuple[float, float], seed: int, *, child: bool = False) -> Walker:
    """Goes there, looks, comes back, waits: one person of its own looks."""
    there = Path([first, second])
    offset_s = (seed * 2.39) % LOOP_S
    walk_s = min(there.length_m / (WALK_M_S * 0.85), LOOP_S * 0.42)
    rest_s = LOOP_S / 2 - walk_s

    def poses(t_s: Values) -> Poses:
        now = (t_s + offset_s) % LOOP_S
        back = now >= LOOP_S / 2
        now = now - LOOP_S / 2 * back
        share = np.clip(now / walk_s, 0, 1)
        at = there.at(there.length_m * np.where(back, 1 - share, share))
        turn = np.clip(((now - walk_s) / rest_s - 0.6) / 0.35, 0, 1)
        heading = at.heading_rad + np.pi * back + np.pi * turn
        stride = np.clip(np.minimum(now, walk_s - now) / 0.25, 0, 1)
        return posed(at.x_m, at.y_m, heading, step=share * there.length_m / TURN_OF_GAIT_M, stride=stride)

    return Walker(poses, random_looks(seed, child=child))


def runner(
    centre: tuple[float, float], radius_m: float, seed: int, *, child: bool = True, clockwise: bool = True
) -> Walker:
    """Runs round and round; one round a loop."""
    sign = 1.0 if clockwise else -1.0
    wobble = 0.18 * (seed % 3)
    fast = 2 * np.pi * radius_m / LOOP_S
    turns = max(1, round(LOOP_S * (0.9 if fast < 1.7 else 1.4)))

    def poses(t_s: Values) -> Poses:
        turn = sign * 2 * np.pi * t_s / LOOP_S + seed
        away = radius_m * (1 + wobble * np.sin(2 * turn + seed))
        x, y = centre[0] + away * np.sin(turn), centre[1] + away * np.cos(turn)
        stride = np.full_like(t_s, 1.0 if fast < 1.7 else 1.6)
        return posed(x, y, turn + sign * np.pi / 2, step=t_s / LOOP_S * turns, stride=stride)

    return Walker(poses, random_looks(seed, child=child))


def stander(
    x: float,
    y: float,
    heading_deg: float,
    seed: int,
    *,
    child: bool = False,
    seated: bool = False,
    gesture: float = 0.5,
) -> Walker:
    """Stands or sits, shifts the weight, now and then lifts a hand."""
    heading = float(np.radians(heading_deg))
    beats = 1 + seed % 3

    def poses(t_s: Values) -> Poses:
        turn = 2 * np.pi * (t_s / LOOP_S + seed * 0.37)
        sway = 0.03 * np.sin(turn)
        arm = gesture * np.maximum(0.0, np.sin(beats * turn)) ** 2
        seat = np.full_like(t_s, 1.0 if seated else 0.0)
        still = np.full_like(t_s, 0.25)
        return posed(x + sway, y + sway, heading + 0.3 * np.sin(turn + seed), step=still, arm=arm, seat=seat)

    return Walker(poses, random_looks(seed, child=child))


def group(x: float, y: float, count: int, seed: int, *, child: bool = False) -> list[Walker]:
    """People who stand in a ring and talk."""
    found = []
    for index in range(count):
        turn = 360.0 * index / count + seed * 40
        radius = 0.55 + 0.1 * count
        away = np.radians(turn)
        at = (x + radius * float(np.sin(away)), y + radius * float(np.cos(away)))
        found.append(stander(*at, turn + 180, seed * 13 + index, child=child))
    return found


Beat = Callable[[Values], Values]
"""Share of the way done at seconds of the loop; one more after LOOP_S."""


def steady(t_s: Values) -> Values:
    """Always the same speed."""
    return t_s / LOOP_S


def stop_and_go(stand_s: float, *, ease_s: float = 1.7, begin_s: float = 0.0) -> Beat:
    """Stands for `stand_s` from `begin_s` on, then drives, starting and braking gently."""
    drive_s = LOOP_S - stand_s
    fast = 1.0 / (drive_s - ease_s)

    def share(t_s: Values) -> Values:
        whole = np.floor((t_s - begin_s) / LOOP_S)
        gone = np.maximum(0.0, (t_s - begin_s) - whole * LOOP_S - stand_s)
        left = drive_s - gone
        starting, braking = fast * gone**2 / (2 * ease_s), 1 - fast * left**2 / (2 * ease_s)
        even = fast * (gone - ease_s / 2)
        done = np.where(gone < ease_s, starting, np.where(left < ease_s, braking, even))
        return np.asarray(done + whole)

    return share


def traffic(
    points: Sequence[tuple[float, float]],
    cars: Sequence[tuple[float, Make, Colour]],
    *,
    every_m: float,
    beat: Beat = steady,
) -> list[Driver]:
    """Vehicles along a path. The same few come again every `every_m`, which is how far each drives in a loop.

    Args:
      cars: (metres from the path's start, make, colour) of those of the first stretch.
    """
    path = Path(points)

    def driver(start_m: float, make: Make, colour: Colour) -> Driver:
        return Driver(lambda t_s: path.at(start_m + every_m * beat(t_s)), make, colour)

    return [
        driver(start_m + every_m * (stretch - 1), make, colour)
        for stretch in range(int(path.length_m / every_m) + 2)
        for start_m, make, colour in cars
        if start_m + every_m * (stretch - 1) < path.length_m
    ]


def circuit(points: Sequence[tuple[float, float]], count: int, make: Make, colour: Colour) -> list[Driver]:
    """Vehicles of one kind that go round and round, evenly spaced; each takes the next one's place in a loop."""
    path = Path([*points, points[0]], rounded=False)

    def driver(index: int) -> Driver:
        def spots(t_s: Values) -> Spots:
            far_m = (index + t_s / LOOP_S) * path.length_m / count
            return path.at(far_m % path.length_m)

        return Driver(spots, make, colour)

    return [driver(index) for index in range(count)]


def passing(
    points: Sequence[tuple[float, float]],
    spot: tuple[float, float],
    at_s: float,
    *,
    every_m: float,
    beat: Beat = steady,
) -> float:
    """Where a vehicle must start, for `traffic`, to pass a spot of its path at a moment of the loop."""
    far_m = Path(points).nearest(spot) - every_m * float(beat(np.array([at_s]))[0])
    return far_m % every_m
