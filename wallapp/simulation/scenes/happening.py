"""Events: who is there besides, and what is done to the picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np

from wallapp.base.errors import BadInput
from wallapp.simulation.city import Viewpoint
from wallapp.simulation.events import Event
from wallapp.simulation.loop import LOOP_S, RATE_HZ
from wallapp.simulation.scenes.cast import Cast
from wallapp.simulation.scenes.drawing import Image
from wallapp.simulation.scenes.lens import Fisheye, Lens, Pinhole
from wallapp.simulation.scenes.motion import Driver, Path, Spots, Walker, posed, stander
from wallapp.simulation.scenes.person import Bag, Hair, Poses, Values, Wear, random_looks
from wallapp.simulation.scenes.vehicle import Make

Effect = Callable[[Image, int], Image]
"""What is done to a drawn picture of a frame; may change it in place."""

Ground = tuple[float, float]

KNOCK_FRAME = 50
"""When a knocked camera begins to look askew."""

PERSON_AT_M = 12.5
"""One single person is shown no farther away than this."""

FALL_S = 3.2
CRASH_S = 2.4


def focus(view: Viewpoint, lens: Lens, *, most_m: float = 20.0) -> Ground:
    """The spot of ground where it happens: a little below the middle of the picture, at most so far away."""
    if isinstance(lens, Fisheye):
        return view.x_m - 1.5, view.y_m - 1.0
    assert isinstance(lens, Pinhole)
    ray = lens.axes[2] + lens.axes[1] * (lens.height_px * 0.13 / lens.focal_px)
    flat = float(np.hypot(ray[0], ray[1]))
    fall = view.height_m / max(-float(ray[2]), 0.05)
    far_m = float(np.clip(fall * flat, 4.5, 9.0 if view.room else most_m))
    return view.x_m + float(ray[0]) / flat * far_m, view.y_m + float(ray[1]) / flat * far_m


def _across(view: Viewpoint, spot: Ground) -> tuple[np.ndarray, np.ndarray]:
    """Unit vectors on the ground: to the right of the picture, and away from the camera."""
    away = np.array(spot) - (view.x_m, view.y_m)
    away = away / max(float(np.linalg.norm(away)), 1e-6)
    return np.array([away[1], -away[0]]), away


def cast_of(event: Event, view: Viewpoint, lens: Lens, usual: Cast) -> Cast:
    """Who is there while it happens.

    Raises:
      BadInput: a collision is asked of a camera that stands in a room.
    """
    spot = focus(view, lens, most_m=PERSON_AT_M if event in (Event.FALL, Event.INTRUDER) else 20.0)
    if event is Event.FALL:
        return replace(usual, walkers=usual.walkers + tuple(_fall(view, spot)))
    if event is Event.CROWD:
        return replace(usual, walkers=usual.walkers + tuple(_crowd(view, spot)))
    if event is Event.INTRUDER:
        return Cast((_intruder(view, spot),), ())
    if event is Event.COLLISION:
        if view.room:
            raise BadInput(f"camera {view.number} stands in a room: choose one in the street for a collision")
        others = tuple(driver for driver in usual.drivers if not _comes_near(driver, spot))
        crash = _crash(view, spot)
        return Cast(usual.walkers + tuple(_onlookers(view, spot)), others + tuple(crash))
    return usual


def _comes_near(driver: Driver, spot: Ground) -> bool:
    way = driver.spots(np.arange(0, LOOP_S, 0.2))
    return bool((np.hypot(way.x_m - spot[0], way.y_m - spot[1]) < 16).any())


def _fall(view: Viewpoint, spot: Ground) -> list[Walker]:
    """One walks in from the left, falls and stays down; two come running."""
    side, away = _across(view, spot)
    middle = np.array(spot)
    heading = float(np.arctan2(side[0], side[1]))

    def falling(t_s: Values) -> Poses:
        far = np.minimum(t_s, FALL_S) - FALL_S
        place = middle + side * far[:, None] * 1.3
        lean = np.clip((t_s - FALL_S) / 0.55, 0, 1) ** 2
        stride = np.clip((FALL_S + 0.3 - t_s) / 0.3, 0, 1)
        return posed(place[:, 0], place[:, 1], np.full_like(t_s, heading), step=t_s / 1.15, stride=stride, lean=lean)

    looks = replace(
        random_looks(7), top=(50, 60, 205), bottom=(60, 48, 40), wear=Wear.TROUSERS, bag=Bag.NONE, hair=Hair.SHORT
    )
    found = [Walker(falling, looks)]
    for index, start in enumerate((middle + side * 7 + away * 2, middle + side * 3 - away * 4.5)):
        found.append(
            _comes_to(start, middle + (side if index == 0 else side * 0.6 - away * 0.9), 4.6 + 0.5 * index, 31 + index)
        )
    return found


def _comes_to(start: np.ndarray, end: np.ndarray, at_s: float, seed: int) -> Walker:
    """Runs to a place and stands there, waving for help."""
    path = Path([(float(start[0]), float(start[1])), (float(end[0]), float(end[1]))])

    def poses(t_s: Values) -> Poses:
        far = np.clip((t_s - at_s) * 2.6, 0, path.length_m)
        at = path.at(far)
        moving = (t_s > at_s) & (far < path.length_m)
        arm = np.where(far >= path.length_m, 0.5 + 0.4 * np.sin(t_s * 5), 0.0)
        return posed(at.x_m, at.y_m, at.heading_rad, step=far / 2.2, stride=np.where(moving, 1.5, 0.0), arm=arm)

    return Walker(poses, random_looks(seed))


def _crowd(view: Viewpoint, spot: Ground) -> list[Walker]:
    """A hundred and more, close together, facing the same way, arms up here and there."""
    random = np.random.default_rng(5)
    side, away = _across(view, spot)
    far_m = float(np.linalg.norm(np.array(spot) - (view.x_m, view.y_m)))
    wide = max(2.4, far_m * 0.42)
    facing = float(np.degrees(np.arctan2(side[0] * 0.7 + away[0], side[1] * 0.7 + away[1])))
    found = []
    for index in range(140 if not view.room else 60):
        turn, share = random.uniform(0, 2 * np.pi), np.sqrt(random.random())
        place = np.array(spot) + side * wide * share * np.cos(turn) + away * wide * 0.9 * share * np.sin(turn)
        gesture = 1.0 if index % 5 == 0 else 0.25
        found.append(
            stander(float(place[0]), float(place[1]), facing + random.normal(0, 25), 3000 + index, gesture=gesture)
        )
    return found


def _intruder(view: Viewpoint, spot: Ground) -> Walker:
    """One in dark clothes creeps through the picture and back."""
    side, away = _across(view, spot)
    reach = 5.5 if not view.room else 2.6
    ends = [np.array(spot) - side * reach + away * 2, np.array(spot) + side * reach * 0.8]
    path = Path([(float(x), float(y)) for x, y in ends])

    def poses(t_s: Values) -> Poses:
        share = 0.5 - 0.5 * np.cos(2 * np.pi * t_s / LOOP_S)
        at = path.at(share * path.length_m)
        back = np.where(t_s > LOOP_S / 2, np.pi, 0.0)
        speed = np.abs(np.sin(2 * np.pi * t_s / LOOP_S))
        lean = np.full_like(t_s, 0.12)
        arm = np.full_like(t_s, 0.45)
        return posed(
            at.x_m, at.y_m, at.heading_rad + back, step=share * path.length_m / 1.3, stride=speed, lean=lean, arm=arm
        )

    dark = (78, 70, 64)
    looks = replace(
        random_looks(3),
        top=dark,
        bottom=(66, 62, 60),
        hair_colour=(52, 50, 50),
        hair=Hair.CAP,
        wear=Wear.TROUSERS,
        bag=Bag.BACKPACK,
        bag_colour=(96, 100, 104),
        skin=(104, 128, 160),
    )
    return Walker(poses, looks)


def _crash(view: Viewpoint, spot: Ground) -> list[Driver]:
    """Two cars meet at right angles and are turned by the blow."""
    side, away = _across(view, spot)

    def car(start: np.ndarray, turn_by: float, shove: np.ndarray) -> Callable[[Values], Spots]:
        heading = float(np.arctan2(start[0], start[1]))

        def spots(t_s: Values) -> Spots:
            before = np.minimum(t_s - CRASH_S, 0.0)
            after = 1 - np.exp(-np.maximum(t_s - CRASH_S, 0.0) / 0.35)
            place = np.array(spot) + start * before[:, None] * 7.5 - start * 1.9 + shove * after[:, None]
            return Spots(place[:, 0], place[:, 1], heading + turn_by * after)

        return spots

    first = Driver(car(side, 0.5, away * 0.8 + side * 0.5), Make.SEDAN, (54, 46, 170))
    second = Driver(car(-side * 0.35 + away * 0.94, -0.65, side * 1.5 + away * 0.4), Make.HATCH, (206, 208, 208))
    return [first, second]


def _onlookers(view: Viewpoint, spot: Ground) -> list[Walker]:
    side, away = _across(view, spot)
    middle = np.array(spot)
    places = ((6.0, 3.0, 5.0), (-5.5, 3.5, 5.6), (-4.5, -3.5, 6.4))
    return [
        _comes_to(middle + side * a * 1.7 + away * b * 1.7, middle + side * a * 0.6 + away * b * 0.6, at_s, 60 + index)
        for index, (a, b, at_s) in enumerate(places)
    ]


def effect_of(event: Event, view: Viewpoint, lens: Lens) -> Effect | None:
    """What is done to each picture; None for nothing."""
    if event is Event.SMOKE:
        return _Smoke(view, lens).over
    if event is Event.COVERED_LENS:
        return _Cloth(lens).over
    if event is Event.INTRUDER:
        return _Torch(view, lens).over
    if event is Event.KNOCKED:
        return _shake
    return None


class _Smoke:
    """Puffs that rise from the ground, grow and thin out; they come again after half a loop, so no seam."""

    COUNT = 46

    def __init__(self, view: Viewpoint, lens: Lens) -> None:
        self._lens = lens
        self._spot = focus(view, lens)
        self._roof = 3.0 if view.room else 15.0
        random = np.random.default_rng(9)
        self._offset = random.random(self.COUNT)
        self._side = random.normal(0, 1, (self.COUNT, 2))
        self._tone = random.uniform(70, 128, self.COUNT)

    def over(self, image: Image, frame: int) -> Image:
        height, width = image.shape[:2]
        age = np.mod(self._offset + frame / RATE_HZ / (LOOP_S / 2), 1.0)
        rise = self._roof * age**0.8
        drift = np.array([0.28, 0.1]) * rise[:, None] + self._side * (0.35 + 0.16 * rise[:, None])
        places = np.column_stack([np.asarray(self._spot) + drift, rise])
        pixels, depth = self._lens.project(places)
        veil, tone = np.zeros((height // 4, width // 4), np.uint8), np.full((height // 4, width // 4), 95, np.uint8)
        for index in np.argsort(-age):
            radius = (0.7 + 0.22 * rise[index]) * self._lens.scale_at(float(depth[index])) / 4
            centre = (int(pixels[index][0] / 4), int(pixels[index][1] / 4))
            strength = 235 * min(1.0, age[index] * 8) * (1 - age[index]) ** 0.7
            layer = np.zeros_like(veil)
            cv2.circle(layer, centre, max(2, int(radius)), (strength * 0.7,), -1, cv2.LINE_AA)
            cv2.circle(tone, centre, max(2, int(radius)), (float(self._tone[index]),), -1, cv2.LINE_AA)
            # Where puffs overlap less shines through: 1 - (1 - a)(1 - b).
            veil = 255 - cv2.multiply(255 - veil, 255 - layer, scale=1 / 255)
        blur = max(3.0, width / 250)
        share = cv2.resize(cv2.GaussianBlur(veil, (0, 0), blur), (width, height)).astype(np.float32)[..., None] / 255
        colour = cv2.resize(cv2.GaussianBlur(tone, (0, 0), blur), (width, height)).astype(np.float32)[..., None]
        return np.asarray(image * (1 - share) + colour * share * (1.02, 1.0, 0.98), np.uint8)


class _Cloth:
    """A dark cloth is drawn over the lens from above and stays; light leaks in at one corner."""

    def __init__(self, lens: Lens) -> None:
        random = np.random.default_rng(2)
        shape = (lens.height_px, lens.width_px)
        rough = cv2.resize(random.normal(0, 1, (18, 26)).astype(np.float32), shape[::-1], interpolation=cv2.INTER_CUBIC)
        weave = (np.arange(shape[1])[None] % 3 == 0) * 2.0 + (np.arange(shape[0])[:, None] % 3 == 0) * 2.0
        rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]]
        leak = 70 * np.exp(-((np.hypot(shape[1] - columns, shape[0] - rows) / (0.22 * shape[1])) ** 2))
        grey = np.clip(22 + 7 * rough + weave + leak, 0, 255)
        self._cloth = np.asarray(grey[..., None] * (0.9, 0.95, 1.05), np.uint8)

    def over(self, image: Image, frame: int) -> Image:
        height = image.shape[0]
        share = float(np.clip((frame - 30) / 35, 0, 1))
        edge = int(height * share**1.5)
        wobble = int(3 * np.sin(frame / 5)) if share >= 1 else 0
        if edge:
            image[:edge] = np.roll(self._cloth, wobble, axis=1)[height - edge :]
            soft = image[max(0, edge - 8) : edge + 24]
            cv2.blur(soft, (1, 15), soft)
        return image


class _Torch:
    """The beam of a torch before the intruder, on the ground and into the lens now and then."""

    def __init__(self, view: Viewpoint, lens: Lens) -> None:
        self._lens = lens
        self._walker = _intruder(view, focus(view, lens, most_m=PERSON_AT_M))
        self._room = bool(view.room)

    def over(self, image: Image, frame: int) -> Image:
        if self._room:
            image = np.asarray(image * (0.26, 0.2, 0.17), np.uint8)
        height, width = image.shape[:2]
        poses = self._walker.poses(np.array([frame / RATE_HZ]))
        x, y, heading = float(poses.x_m[0]), float(poses.y_m[0]), float(poses.heading_rad[0])
        swing = heading + 0.35 * np.sin(frame / 9)
        ahead, side = np.array([np.sin(swing), np.cos(swing)]), np.array([np.cos(swing), -np.sin(swing)])
        here = np.array([x, y])
        turn = np.linspace(0, 2 * np.pi, 20)
        pool = here + ahead * (3.4 + 1.6 * np.cos(turn))[:, None] + side * (0.95 * np.sin(turn))[:, None]
        hand = np.array([[*(here + ahead * 0.45 + side * 0.2), 1.05]])
        points = np.vstack([np.column_stack([pool, np.zeros(20)]), hand])
        pixels, depth = self._lens.project(points)
        beam = np.zeros((height // 4, width // 4, 3), np.uint8)
        if depth.min() > 0.5:
            quarter = np.rint(pixels / 4).astype(np.int32)
            cone = cv2.convexHull(quarter)
            cv2.fillConvexPoly(beam, cone, (16, 20, 22), cv2.LINE_AA)
            cv2.fillConvexPoly(beam, quarter[:20], (90, 112, 120), cv2.LINE_AA)
            cv2.circle(beam, (int(quarter[20][0]), int(quarter[20][1])), 2, (220, 245, 255), -1, cv2.LINE_AA)
        glow = cv2.resize(cv2.GaussianBlur(beam, (9, 9), 0), (width, height))
        return np.asarray(cv2.add(image, glow), np.uint8)


def _shake(image: Image, frame: int) -> Image:
    """The blow: a few frames are smeared."""
    since = frame - KNOCK_FRAME
    if 0 <= since < 8:
        return np.asarray(cv2.blur(image, (3 + 3 * (8 - since), 1 + 2 * (8 - since))), np.uint8)
    return image
