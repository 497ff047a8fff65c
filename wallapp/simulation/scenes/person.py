"""People: how they look, and a skeleton that walks, runs, stands, sits, waves or falls."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from wallapp.simulation.scenes.arrays import Points
from wallapp.simulation.scenes.drawing import Colour, mixed


class Hair(StrEnum):
    """What covers the head."""

    SHORT = "short"
    LONG = "long"
    SCARF = "scarf"
    CAP = "cap"


class Wear(StrEnum):
    """What covers the legs."""

    TROUSERS = "trousers"
    SKIRT = "skirt"
    ROBE = "robe"
    SHORTS = "shorts"


class Bag(StrEnum):
    """What is carried."""

    NONE = "none"
    BACKPACK = "backpack"
    HANDBAG = "handbag"


@dataclass(frozen=True, slots=True)
class Looks:
    """One person's clothes and build."""

    height_m: float
    skin: Colour
    hair_colour: Colour
    top: Colour
    bottom: Colour
    shoes: Colour
    hair: Hair
    wear: Wear
    bag: Bag
    bag_colour: Colour


_SKINS: tuple[Colour, ...] = ((150, 184, 222), (120, 158, 204), (92, 132, 184), (66, 98, 146), (52, 76, 112))
_HAIRS: tuple[Colour, ...] = ((28, 30, 36), (36, 46, 62), (50, 72, 104), (96, 98, 102), (30, 26, 26))
_TOPS: tuple[Colour, ...] = (
    (60, 52, 46),
    (108, 70, 42),
    (46, 42, 140),
    (62, 96, 62),
    (210, 214, 216),
    (150, 122, 90),
    (54, 90, 156),
    (42, 150, 196),
    (92, 92, 96),
    (120, 60, 90),
    (170, 186, 196),
    (140, 130, 60),
    (80, 60, 60),
    (196, 170, 150),
    (44, 70, 200),
)
_BOTTOMS: tuple[Colour, ...] = ((58, 46, 38), (96, 66, 44), (50, 50, 52), (84, 98, 112), (110, 128, 146), (40, 36, 36))


def random_looks(seed: int, *, child: bool = False) -> Looks:
    """Always the same person for the same seed."""
    random = np.random.default_rng(seed + 77)

    def one_of(colours: tuple[Colour, ...]) -> Colour:
        return colours[int(random.integers(len(colours)))]

    woman = random.random() < 0.5
    hair = Hair.SHORT if not woman else (Hair.SCARF if random.random() < 0.3 else Hair.LONG)
    if hair is Hair.SHORT and random.random() < 0.2:
        hair = Hair.CAP
    draw = random.random()
    wear = Wear.TROUSERS if draw < 0.62 else (Wear.SKIRT if woman else (Wear.ROBE if draw > 0.9 else Wear.SHORTS))
    if hair is Hair.SCARF and random.random() < 0.5:
        wear = Wear.ROBE
    height_m = 1.2 + 0.25 * random.random() if child else (1.56 if woman else 1.68) + 0.16 * random.random()
    bag_draw = random.random()
    bag = (
        Bag.BACKPACK if bag_draw < (0.7 if child else 0.2) else (Bag.HANDBAG if woman and bag_draw < 0.6 else Bag.NONE)
    )
    top = one_of(_TOPS)
    bottom = top if wear is Wear.ROBE else one_of(_BOTTOMS)
    return Looks(
        height_m,
        one_of(_SKINS),
        one_of(_HAIRS) if hair is not Hair.SCARF else one_of(_TOPS),
        top,
        bottom,
        mixed(one_of(_BOTTOMS), (30, 30, 34), 0.6),
        hair,
        wear,
        bag,
        one_of(_TOPS),
    )


Values = NDArray[np.float64]
"""One number for each moment, (m,)."""


@dataclass(frozen=True, slots=True)
class Poses:
    """Where a person is and what the body does at each of m moments; every field is (m,).

    Attributes:
      heading_rad: 0 is north, clockwise.
      step: phase of the gait in turns, one turn is two steps.
      stride: 0 stands, 1 walks, 2 runs.
      arm: of gestures, 0 to 1; the right hand rises with it.
      lean: 0 upright, 1 flat on the ground (falling forward).
      seat: 1 sits, 0 stands.
    """

    x_m: Values
    y_m: Values
    heading_rad: Values
    step: Values
    stride: Values
    arm: Values
    lean: Values
    seat: Values


# Joints, in this order, as offsets in body heights: side (to the right), ahead, up.
(HIP_L, HIP_R, KNEE_L, KNEE_R, FOOT_L, FOOT_R, TOE_L, TOE_R, WAIST, CHEST, NECK, HEAD) = range(12)
(SHOULDER_L, SHOULDER_R, ELBOW_L, ELBOW_R, HAND_L, HAND_R) = range(12, 18)
JOINTS = 18


def _offset(side: float, angle: Values, length: float) -> Points:
    """A bone that hangs down, swung ahead by `angle`: (m, 3)."""
    return length * np.stack([np.full_like(angle, side), np.sin(angle), -np.cos(angle)], axis=1)


def joints(poses: Poses, height_m: float) -> Points:
    """The body's joints in the world at each moment, (m, 18, 3) in metres."""
    count = len(poses.x_m)
    body = np.zeros((count, JOINTS, 3))
    turn = 2 * np.pi * poses.step
    stride, seat = poses.stride, poses.seat
    fast = np.maximum(0.0, stride - 1)
    swing = 0.42 * np.minimum(stride, 1.0) + 0.28 * fast
    hip_up = 0.525 + 0.008 * np.cos(2 * turn) * stride - 0.22 * seat
    zero = np.zeros(count)
    for side, phase in ((0, turn), (1, turn + np.pi)):
        sign = -1.0 if side == 0 else 1.0
        thigh = swing * np.sin(phase) + seat * 1.45
        bend = (0.25 * stride + 0.35 * fast) * (1 + np.cos(phase + 0.5)) / 2 * 1.5
        shin = thigh - bend - seat * 1.45 * 1.02
        hip = np.stack([zero + 0.05 * sign, zero, hip_up], axis=1)
        knee = hip + _offset(0.0, thigh, 0.25)
        foot = knee + _offset(0.0, shin, 0.25)
        foot[:, 2] = np.maximum(foot[:, 2], 0.025)
        toe = foot + np.stack([zero + 0.01 * sign, zero + 0.085, np.where(shin < 0.1, -0.005, 0.02)], axis=1)
        body[:, HIP_L + side], body[:, KNEE_L + side], body[:, FOOT_L + side], body[:, TOE_L + side] = (
            hip,
            knee,
            foot,
            toe,
        )
        arm = -swing * 0.95 * np.sin(phase) + 0.06
        lift = poses.arm * (2.2 if side == 1 else 0.9)
        shoulder = np.stack([zero + 0.112 * sign, zero, hip_up + 0.29], axis=1)
        elbow = shoulder + _offset(0.17 * sign, arm + lift * 0.45, 0.165)
        hand = elbow + _offset(-0.1 * sign, arm + 0.25 * stride + lift + 0.5 * seat + 0.12, 0.16)
        body[:, SHOULDER_L + side], body[:, ELBOW_L + side], body[:, HAND_L + side] = shoulder, elbow, hand
    for joint, forward, up in ((WAIST, 0.0, 0.03), (CHEST, 0.01, 0.25), (NECK, 0.015, 0.33), (HEAD, 0.02, 0.415)):
        body[:, joint, 1] = forward * stride + (0.012 if joint == HEAD else 0.0)
        body[:, joint, 2] = hip_up + up
    if poses.lean.any():
        body = _leaning(body, poses.lean)
    body *= height_m
    sin_h, cos_h = np.sin(poses.heading_rad)[:, None], np.cos(poses.heading_rad)[:, None]
    right, ahead = body[..., 0], body[..., 1]
    east = poses.x_m[:, None] + right * cos_h + ahead * sin_h
    north = poses.y_m[:, None] - right * sin_h + ahead * cos_h
    return np.stack([east, north, body[..., 2]], axis=2)


def _leaning(body: Points, lean: Values) -> Points:
    """Turned about the feet, forwards, down to the ground."""
    angle = (lean * (np.pi / 2 - 0.06))[:, None]
    ahead = body[..., 1] * np.cos(angle) + body[..., 2] * np.sin(angle)
    up = body[..., 2] * np.cos(angle) - body[..., 1] * np.sin(angle)
    return np.stack([body[..., 0], ahead, np.maximum(up, 0.04)], axis=2)
