"""Drawing people: every stroke of a body as a polygon, worked out for many bodies at once, then painted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, auto

import cv2
import numpy as np
from numpy.typing import NDArray

from wallapp.simulation.scenes import person
from wallapp.simulation.scenes.arrays import Points
from wallapp.simulation.scenes.drawing import SHIFT, Colour, Image, fixed, mixed
from wallapp.simulation.scenes.lens import NEAR_M, Lens
from wallapp.simulation.scenes.person import Bag, Hair, Looks, Wear

FAR_PX_PER_M = 10.0
"""Below this a body is three strokes and a head."""

NEAR_PX_PER_M = 26.0
"""From here on limbs have joints and a lit edge."""

_ROUND = np.stack([np.cos(np.linspace(0, 2 * np.pi, 11)[:-1]), np.sin(np.linspace(0, 2 * np.pi, 11)[:-1])], axis=1)


class Stroke(IntEnum):
    """Every stroke there is; left ones before right ones."""

    THIGH_L = 0
    THIGH_R = auto()
    THIGH_LIT_L = auto()
    THIGH_LIT_R = auto()
    SHIN_L = auto()
    SHIN_R = auto()
    KNEE_L = auto()
    KNEE_R = auto()
    SHOE_L = auto()
    SHOE_R = auto()
    UPPER_L = auto()
    UPPER_R = auto()
    UPPER_LIT_L = auto()
    UPPER_LIT_R = auto()
    FORE_L = auto()
    FORE_R = auto()
    ELBOW_L = auto()
    ELBOW_R = auto()
    HAND_L = auto()
    HAND_R = auto()
    TORSO = auto()
    TORSO_LIT = auto()
    BELT = auto()
    SKIRT = auto()
    SKIRT_FOLD = auto()
    ROBE = auto()
    ROBE_FOLD = auto()
    PACK = auto()
    PACK_POCKET = auto()
    NECK = auto()
    LONG_HAIR = auto()
    SKULL = auto()
    FACE = auto()
    FRINGE = auto()
    BRIM = auto()
    BAG = auto()
    FAR_LEG_L = auto()
    FAR_LEG_R = auto()
    FAR_BODY = auto()
    FAR_HEAD = auto()


Fixed = NDArray[np.int32]


@dataclass(frozen=True)
class Strokes:
    """Polygons of m bodies in OpenCV's fixed point.

    Attributes:
      polygons: for each Stroke, (m, corners, 2).
      shadows: for each part of the shadow, (m, 4, 2).
      depth_m, scale: of each body, (m,); scale is pixels a metre.
      left_first: whether the left side is the farther one. away: whether the back is seen.
      low_px, high_px: what holds each body, (m, 2). shown: whether it is in the picture at all.
    """

    polygons: list[Fixed]
    shadows: list[Fixed]
    depth_m: Points
    scale: Points
    left_first: NDArray[np.bool_]
    away: NDArray[np.bool_]
    low_px: NDArray[np.int32]
    high_px: NDArray[np.int32]
    shown: NDArray[np.bool_]


def _bars(start: Points, end: Points, first_px: Points, last_px: Points) -> Points:
    """Tapered limbs, (..., 4, 2), from starts to ends, (..., 2)."""
    along = end - start
    length = np.maximum(np.hypot(along[..., 0], along[..., 1]), 1e-6)
    side = np.stack([-along[..., 1], along[..., 0]], axis=-1) / (2 * length[..., None])
    first, last = side * np.maximum(first_px, 0.6)[..., None], side * np.maximum(last_px, 0.6)[..., None]
    return np.stack([start + first, end + last, end - last, start - first], axis=-2)


class _Shapes:
    """Collects the shapes of all strokes, to work out those of one kind in one go: numpy's calls cost more than
    its numbers here."""

    def __init__(self, scale: Points) -> None:
        self._scale = scale
        self._bars: dict[Stroke, tuple[Points, Points, float, float]] = {}
        self._discs: dict[Stroke, tuple[Points, float]] = {}
        self._others: dict[Stroke, Points] = {}

    def bar(self, stroke: Stroke, start: Points, end: Points, first_m: float, last_m: float) -> None:
        """A limb from so wide to so wide."""
        self._bars[stroke] = (start, end, first_m, last_m)

    def disc(self, stroke: Stroke, centre: Points, radius_m: float) -> None:
        """A round."""
        self._discs[stroke] = (centre, radius_m)

    def other(self, stroke: Stroke, *corners: Points) -> None:
        """A polygon by its corners, each (m, 2)."""
        self._others[stroke] = np.stack(corners, axis=1)

    def polygons(self) -> list[Fixed]:
        """Of every stroke, in their order."""
        found = {stroke: fixed(corners) for stroke, corners in self._others.items()}
        starts, ends, firsts, lasts = zip(*self._bars.values(), strict=True)
        first_px, last_px = np.array(firsts)[:, None] * self._scale, np.array(lasts)[:, None] * self._scale
        bars = fixed(_bars(np.stack(starts), np.stack(ends), first_px, last_px))
        found.update(zip(self._bars, bars, strict=True))
        centres, radii = zip(*self._discs.values(), strict=True)
        radius_px = np.maximum(np.array(radii)[:, None] * self._scale, 0.6)
        discs = fixed(np.stack(centres)[:, :, None] + _ROUND * radius_px[..., None, None])
        found.update(zip(self._discs, discs, strict=True))
        return [found[stroke] for stroke in Stroke]


def strokes(bodies: Points, height_m: Points, lens: Lens, shadow_per_m: tuple[float, float]) -> Strokes:
    """Work out every stroke. Args: bodies: (m, 18, 3) from `person.joints`; height_m: of each, (m,)."""
    count = len(bodies)
    pixels, depth = lens.project(bodies.reshape(-1, 3))
    p = pixels.reshape(count, person.JOINTS, 2).transpose(1, 0, 2)
    deep = depth.reshape(count, person.JOINTS)
    depth_m = deep[:, [person.FOOT_L, person.FOOT_R]].min(axis=1)
    scale = lens.scale_at(1.0) / np.maximum(deep[:, person.CHEST], NEAR_M) * height_m / 1.7
    low, high = p.min(axis=0) - 0.3 * scale[:, None], p.max(axis=0) + 0.3 * scale[:, None]
    inside = (high[:, 0] > 0) & (high[:, 1] > 0) & (low[:, 0] < lens.width_px) & (low[:, 1] < lens.height_px)
    shown = inside & (deep.min(axis=1) > NEAR_M * 3)
    shapes = _Shapes(scale)
    _limb_shapes(shapes, p, scale)
    _trunk_shapes(shapes, p, scale)
    _head_shapes(shapes, p, scale)
    flat = bodies.copy()
    flat[..., 0] += shadow_per_m[0] * flat[..., 2]
    flat[..., 1] += shadow_per_m[1] * flat[..., 2]
    flat[..., 2] = 0.0
    ground = lens.project(flat.reshape(-1, 3))[0].reshape(count, person.JOINTS, 2).transpose(1, 0, 2)
    away = deep[:, person.TOE_L] + deep[:, person.TOE_R] > deep[:, person.FOOT_L] + deep[:, person.FOOT_R]
    return Strokes(
        shapes.polygons(),
        _shadow_shapes(ground, scale),
        depth_m,
        scale,
        deep[:, person.SHOULDER_L] > deep[:, person.SHOULDER_R],
        away,
        np.clip(low, -9999, 9999).astype(np.int32),
        np.clip(high, -9999, 9999).astype(np.int32),
        shown,
    )


_HEAD_M = 0.112
"""Radius of a head."""


def _limb_shapes(shapes: _Shapes, p: Points, scale: Points) -> None:
    lit = np.stack([-0.03 * scale, np.zeros_like(scale)], axis=1)
    for side in (0, 1):
        hip, knee, foot, toe = (p[joint + side] for joint in (person.HIP_L, person.KNEE_L, person.FOOT_L, person.TOE_L))
        shoulder, elbow, hand = (p[joint + side] for joint in (person.SHOULDER_L, person.ELBOW_L, person.HAND_L))
        shapes.bar(Stroke(Stroke.THIGH_L + side), hip, knee, 0.185, 0.135)
        shapes.bar(Stroke(Stroke.THIGH_LIT_L + side), hip + lit, knee + lit, 0.07, 0.05)
        shapes.bar(Stroke(Stroke.SHIN_L + side), knee, foot, 0.13, 0.09)
        shapes.disc(Stroke(Stroke.KNEE_L + side), knee, 0.067)
        shapes.bar(Stroke(Stroke.SHOE_L + side), foot, toe, 0.1, 0.08)
        shapes.bar(Stroke(Stroke.UPPER_L + side), shoulder, elbow, 0.125, 0.1)
        shapes.bar(Stroke(Stroke.UPPER_LIT_L + side), shoulder + lit * 0.7, elbow + lit * 0.7, 0.05, 0.04)
        shapes.bar(Stroke(Stroke.FORE_L + side), elbow, hand, 0.095, 0.07)
        shapes.disc(Stroke(Stroke.ELBOW_L + side), elbow, 0.049)
        shapes.disc(Stroke(Stroke.HAND_L + side), hand, 0.048)
        hips = (p[person.HIP_L] + p[person.HIP_R]) / 2
        shapes.bar(Stroke(Stroke.FAR_LEG_L + side), hips, foot, 0.2, 0.14)


def _trunk_shapes(shapes: _Shapes, p: Points, scale: Points) -> None:
    neck, chest, waist_joint = p[person.NECK], p[person.CHEST], p[person.WAIST]
    side = p[person.SHOULDER_R] - p[person.SHOULDER_L]
    length = np.maximum(np.hypot(side[:, 0], side[:, 1]), 1e-6)
    # A body seen from its side still has a depth of some 20 cm.
    seen_px = np.hypot(length, 0.2 * scale)
    level = np.stack([np.where(side[:, 0] < 0, -1.0, 1.0), np.zeros_like(scale)], axis=1)
    along = np.where((length > 0.06 * scale)[:, None], side / length[:, None], level)
    across = along * np.where(along[:, :1] < 0, -1.0, 1.0) * seen_px[:, None]
    top, waist = neck * 0.35 + chest * 0.65, waist_joint * 0.55 + chest * 0.45
    hip = (p[person.HIP_L] + p[person.HIP_R]) / 2
    shapes.other(
        Stroke.TORSO,
        neck - across * 0.2,
        top - across * 0.54,
        waist - across * 0.44,
        hip - across * 0.46,
        hip + across * 0.46,
        waist + across * 0.44,
        top + across * 0.54,
        neck + across * 0.2,
    )
    shapes.other(
        Stroke.TORSO_LIT,
        top - across * 0.5,
        waist - across * 0.4,
        hip - across * 0.42,
        hip - across * 0.1,
        top - across * 0.1,
    )
    low = waist_joint * 0.25 + hip * 0.75
    shapes.other(Stroke.BELT, hip - across * 0.45, hip + across * 0.45, low + across * 0.45, low - across * 0.45)
    for cloth, fold, joint in (
        (Stroke.SKIRT, Stroke.SKIRT_FOLD, person.KNEE_L),
        (Stroke.ROBE, Stroke.ROBE_FOLD, person.FOOT_L),
    ):
        first, second = p[joint], p[joint + 1]
        swapped = (first[:, 0] > second[:, 0])[:, None]
        left, right = np.where(swapped, second, first), np.where(swapped, first, second)
        flare = np.stack([0.13 * scale, np.zeros_like(scale)], axis=1)
        shapes.other(cloth, hip - flare * 1.45, left - flare, right + flare, hip + flare * 1.45)
        shapes.other(fold, hip - flare * 1.2, left - flare * 0.9, (left + right) / 2 - flare * 0.4, hip)
    middle, down = chest * 0.7 + waist_joint * 0.3, (waist_joint - chest) * 0.6
    shapes.bar(Stroke.PACK, middle - down * 0.6, middle + down * 0.6, 0.28, 0.34)
    shapes.bar(Stroke.PACK_POCKET, middle, middle + down * 0.5, 0.22, 0.22)
    bag = np.array([[-0.05, 0.03], [0.05, 0.03], [0.13, 0.13], [0.12, 0.3], [-0.12, 0.3], [-0.13, 0.13]])
    shapes.other(Stroke.BAG, *(p[person.HAND_R] + corner * scale[:, None] for corner in bag))
    shapes.bar(Stroke.FAR_BODY, neck, hip, 0.42, 0.34)


def _head_shapes(shapes: _Shapes, p: Points, scale: Points) -> None:
    neck, head = p[person.NECK], p[person.HEAD]
    radius = _HEAD_M * scale
    up = (head - neck) / np.maximum(np.hypot(*(head - neck).T), 1e-6)[:, None]
    ahead = (p[person.TOE_L] + p[person.TOE_R] - p[person.FOOT_L] - p[person.FOOT_R]) / 2
    toward = ahead[:, 0] / np.maximum(np.hypot(*ahead.T), 1e-6)
    lifted = up * radius[:, None]
    level = np.stack([radius, np.zeros_like(radius)], axis=1)
    shapes.bar(Stroke.NECK, neck, head, 0.11, 0.1)
    shapes.bar(Stroke.LONG_HAIR, head, neck - up * 0.05 * scale[:, None], 0.2, 0.24)
    shapes.disc(Stroke.SKULL, head + lifted * 0.1, _HEAD_M)
    shapes.disc(Stroke.FACE, head - lifted * 0.24 + level * toward[:, None] * 0.3, _HEAD_M * 0.83)
    shapes.bar(
        Stroke.FRINGE,
        head + lifted * 0.75 - level * 0.6,
        head + lifted * 0.75 + level * 0.6,
        _HEAD_M * 0.55,
        _HEAD_M * 0.55,
    )
    shapes.bar(Stroke.BRIM, head + lifted * 0.6 - level, head + lifted * 0.6 + level, _HEAD_M * 0.7, _HEAD_M * 0.7)
    shapes.disc(Stroke.FAR_HEAD, head, 0.12)


_SHADOW_BARS = (
    (person.HIP_L, person.FOOT_L, 0.13),
    (person.HIP_R, person.FOOT_R, 0.13),
    (person.WAIST, person.NECK, 0.34),
    (person.SHOULDER_L, person.HAND_L, 0.09),
    (person.SHOULDER_R, person.HAND_R, 0.09),
    (person.NECK, person.HEAD, 0.2),
)


def _shadow_shapes(ground: Points, scale: Points) -> list[Fixed]:
    starts, ends, wide_m = zip(*_SHADOW_BARS, strict=True)
    wide_px = np.array(wide_m)[:, None] * scale
    return list(fixed(_bars(ground[list(starts)], ground[list(ends)], wide_px, wide_px * 0.85)))


def _side(stroke: Stroke, side: int) -> Stroke:
    return Stroke(stroke + side)


class Figure:
    """One person's wardrobe: which strokes in which order, and each stroke's colour."""

    def __init__(self, looks: Looks, later: Looks | None = None) -> None:
        self.height_m = looks.height_m
        self._orders = {
            (near, left_first, away): _order(looks, near=near, left_first=left_first, away=away)
            for near in (False, True)
            for left_first in (False, True)
            for away in (False, True)
        }
        self.table = _colours(looks)
        self.later = self.table if later is None else _colours(later)

    def paint(self, image: Image, drawn: Strokes, index: int, colours: list[list[float]]) -> None:
        """Paint body `index` of the strokes. Args: colours: lit, of every stroke; of the FAR ones for a far body."""
        scale = drawn.scale[index]
        polygons = drawn.polygons
        if scale < FAR_PX_PER_M:
            for stroke, colour in zip(FAR, colours, strict=True):
                cv2.fillConvexPoly(image, polygons[stroke][index], colour, cv2.LINE_AA, SHIFT)
            return
        for stroke in self._orders[
            bool(scale >= NEAR_PX_PER_M), bool(drawn.left_first[index]), bool(drawn.away[index])
        ]:
            cv2.fillConvexPoly(image, polygons[stroke][index], colours[stroke], cv2.LINE_AA, SHIFT)

    def shade(self, mask: Image, drawn: Strokes, index: int) -> None:
        """Paint the shadow of body `index` into a one-plane mask."""
        parts = drawn.shadows if drawn.scale[index] >= FAR_PX_PER_M else drawn.shadows[:3]
        for part in parts:
            cv2.fillConvexPoly(mask, part[index], 255, cv2.LINE_AA, SHIFT)


FAR = (int(Stroke.FAR_LEG_L), int(Stroke.FAR_LEG_R), int(Stroke.FAR_BODY), int(Stroke.FAR_HEAD))
"""The strokes of a body far away."""


def _order(looks: Looks, *, near: bool, left_first: bool, away: bool) -> tuple[int, ...]:
    """From the far side to the near one."""
    first, second = (0, 1) if left_first else (1, 0)
    pack = [Stroke.PACK, Stroke.PACK_POCKET] if looks.bag is Bag.BACKPACK else []
    found: list[Stroke] = [] if away else list(pack)
    found += _arm(first, near=near)
    found += _leg(looks, first, near=near) + _leg(looks, second, near=near)
    if looks.wear is Wear.SKIRT:
        found += [Stroke.SKIRT, Stroke.SKIRT_FOLD] if near else [Stroke.SKIRT]
    if looks.wear is Wear.ROBE:
        found += [Stroke.ROBE, Stroke.ROBE_FOLD] if near else [Stroke.ROBE]
    found += [Stroke.TORSO, *([Stroke.TORSO_LIT] if near else [])]
    if near and looks.wear is not Wear.ROBE:
        found.append(Stroke.BELT)
    found += pack if away else []
    found.append(Stroke.NECK)
    if looks.hair in (Hair.LONG, Hair.SCARF):
        found.append(Stroke.LONG_HAIR)
    found.append(Stroke.SKULL)
    if not away:
        found.append(Stroke.FACE)
        found += [Stroke.FRINGE] if near and looks.hair is Hair.SHORT else []
    found += [Stroke.BRIM] if looks.hair is Hair.CAP else []
    found += _arm(second, near=near)
    found += [Stroke.BAG] if looks.bag is Bag.HANDBAG else []
    return tuple(int(stroke) for stroke in found)


def _arm(side: int, *, near: bool) -> list[Stroke]:
    fine = [Stroke.ELBOW_L, Stroke.UPPER_LIT_L] if near else []
    return [_side(stroke, side) for stroke in (Stroke.UPPER_L, Stroke.FORE_L, *fine, Stroke.HAND_L)]


def _leg(looks: Looks, side: int, *, near: bool) -> list[Stroke]:
    if looks.wear is Wear.ROBE:
        return [_side(Stroke.SHOE_L, side)]
    fine = [Stroke.KNEE_L, Stroke.THIGH_LIT_L] if near else []
    return [_side(stroke, side) for stroke in (Stroke.THIGH_L, Stroke.SHIN_L, *fine, Stroke.SHOE_L)]


def _colours(looks: Looks) -> Points:
    """The unlit colour of every stroke, (strokes, 3)."""
    bare = looks.wear in (Wear.SHORTS, Wear.SKIRT)
    shin = looks.skin if bare else looks.bottom
    knee = looks.bottom if looks.wear is not Wear.SKIRT else looks.skin
    forearm = looks.skin if looks.wear is Wear.SHORTS else looks.top
    table = np.zeros((len(Stroke), 3))
    # Left and right, a little apart in tone: two legs of one colour would melt into one.
    pairs: tuple[tuple[Stroke, Colour, float], ...] = (
        (Stroke.THIGH_L, looks.bottom, 1.0),
        (Stroke.THIGH_LIT_L, looks.bottom, 1.2),
        (Stroke.SHIN_L, shin, 0.97),
        (Stroke.KNEE_L, knee, 1.0),
        (Stroke.SHOE_L, looks.shoes, 1.0),
        (Stroke.UPPER_L, looks.top, 0.92),
        (Stroke.UPPER_LIT_L, looks.top, 1.14),
        (Stroke.FORE_L, forearm, 0.92),
        (Stroke.ELBOW_L, looks.top, 0.92),
        (Stroke.HAND_L, looks.skin, 1.0),
        (Stroke.FAR_LEG_L, looks.bottom, 0.9),
    )
    for stroke, colour, factor in pairs:
        table[stroke], table[stroke + 1] = np.asarray(colour) * factor, np.asarray(colour) * factor * 0.86
    singles: tuple[tuple[Stroke, Colour, float], ...] = (
        (Stroke.TORSO, looks.top, 1.0),
        (Stroke.TORSO_LIT, looks.top, 1.17),
        (Stroke.BELT, looks.bottom, 0.85),
        (Stroke.SKIRT, looks.bottom, 0.95),
        (Stroke.SKIRT_FOLD, looks.bottom, 1.15),
        (Stroke.ROBE, looks.bottom, 0.95),
        (Stroke.ROBE_FOLD, looks.bottom, 1.15),
        (Stroke.PACK, looks.bag_colour, 1.0),
        (Stroke.PACK_POCKET, looks.bag_colour, 0.75),
        (Stroke.NECK, looks.skin, 0.85),
        (Stroke.LONG_HAIR, looks.hair_colour, 0.92),
        (Stroke.SKULL, looks.hair_colour, 1.0),
        (Stroke.FACE, looks.skin, 1.03),
        (Stroke.FRINGE, looks.hair_colour, 1.0),
        (Stroke.BRIM, looks.top, 0.8),
        (Stroke.BAG, looks.bag_colour, 0.75),
        (Stroke.FAR_BODY, looks.top, 1.0),
        (Stroke.FAR_HEAD, mixed(looks.skin, looks.hair_colour, 0.5), 1.0),
    )
    for stroke, colour, factor in singles:
        table[stroke] = np.asarray(colour) * factor
    return table
