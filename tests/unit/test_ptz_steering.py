"""Steering: views are told before the device, a hand that lets go stops, and a device that is gone harms nobody."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

import pytest

from wallapp.base.clock import ManualClock
from wallapp.base.errors import Unavailable
from wallapp.base.ids import CameraNumber
from wallapp.domain.sight import Gaze
from wallapp.services.ptz import HOLD_S, RENEW_S, STILL, TAKEN_AGAIN_S, Speed, Steering

MAST, OTHER, FIXED = CameraNumber(114), CameraNumber(115), CameraNumber(101)
RIGHT = Speed(pan=1.0)
UP = Speed(tilt=1.0)


@dataclass
class Devices:
    """Two cameras that turn, and who hears of commands; everything goes into one list, in order."""

    said: list[tuple[object, ...]] = field(default_factory=list)
    is_gone: bool = False

    @property
    def cameras(self) -> Collection[CameraNumber]:
        return (MAST, OTHER)

    def move(self, camera: CameraNumber, speed: Speed, *, for_s: float) -> None:
        if self.is_gone:
            raise Unavailable("gone")
        self.said.append(("move", camera, speed, for_s))

    def home(self, camera: CameraNumber) -> None:
        self.said.append(("home", camera))

    def gaze_of(self, camera: CameraNumber) -> Gaze | None:
        return Gaze(10.0, 40.0) if camera == MAST else None

    def commanded(self, camera: CameraNumber, *, going_on: bool = False) -> None:
        self.said.append(("view", camera, going_on))

    def taken(self) -> list[tuple[object, ...]]:
        taken, self.said = self.said, []
        return taken


@pytest.fixture
def devices() -> Devices:
    return Devices()


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def steering(devices: Devices, clock: ManualClock) -> Steering:
    return Steering(devices, devices, clock=clock)


def test_the_views_hear_of_a_command_before_the_device_does(steering: Steering, devices: Devices) -> None:
    steering.steer(MAST, RIGHT)
    assert devices.taken() == [("view", MAST, True), ("move", MAST, RIGHT, HOLD_S)]
    steering.steer(MAST, UP)
    assert devices.taken() == [("view", MAST, True), ("move", MAST, UP, HOLD_S)]
    steering.stop()
    assert devices.taken() == [("view", MAST, False), ("move", MAST, STILL, 0.0)]
    steering.home(MAST)
    assert devices.taken() == [("view", MAST, False), ("home", MAST)]


def test_what_is_held_is_said_again_before_the_device_gives_up(
    steering: Steering, devices: Devices, clock: ManualClock
) -> None:
    steering.steer(MAST, RIGHT)
    devices.taken()
    steering.renew()
    steering.steer(MAST, RIGHT)
    assert devices.taken() == []
    clock.advance(RENEW_S + 0.01)
    steering.renew()
    assert devices.taken() == [("move", MAST, RIGHT, HOLD_S)]
    assert HOLD_S > 2 * RENEW_S
    steering.stop()
    devices.taken()
    clock.advance(10)
    steering.renew()
    steering.stop()
    assert devices.taken() == []


def test_one_hand_holds_one_camera(steering: Steering, devices: Devices) -> None:
    steering.steer(MAST, RIGHT)
    devices.taken()
    steering.steer(OTHER, UP)
    assert devices.taken() == [
        ("view", MAST, False),
        ("move", MAST, STILL, 0.0),
        ("view", OTHER, True),
        ("move", OTHER, UP, HOLD_S),
    ]
    steering.steer(OTHER, STILL)
    assert (steering.held, len(devices.taken())) == (None, 2)


def test_a_device_that_is_gone_is_told_once_and_let_go(
    steering: Steering, devices: Devices, clock: ManualClock
) -> None:
    devices.is_gone = True
    with pytest.raises(Unavailable):
        steering.steer(MAST, RIGHT)
    assert steering.held is None
    assert devices.taken() == [("view", MAST, True), ("view", MAST, False)], "the marker does not stay away for good"
    devices.is_gone = False
    steering.steer(MAST, RIGHT)
    devices.is_gone = True
    clock.advance(RENEW_S + 0.01)
    with pytest.raises(Unavailable):
        steering.renew()
    steering.renew()
    assert steering.held is None


def test_the_log_hears_once_of_what_is_one_thing(steering: Steering, clock: ManualClock) -> None:
    taken: list[CameraNumber] = []
    steering.on_taken = taken.append
    for _ in range(5):
        steering.steer(MAST, RIGHT)
        steering.stop()
        clock.advance(TAKEN_AGAIN_S / 2)
    steering.home(OTHER)
    assert taken == [MAST, OTHER]
    clock.advance(TAKEN_AGAIN_S + 1)
    steering.home(MAST)
    assert taken == [MAST, OTHER, MAST]


def test_who_may_not_and_what_cannot_move_nothing(devices: Devices, clock: ManualClock) -> None:
    steering = Steering(devices, devices, clock=clock, may=lambda number: number != MAST)
    steering.steer(MAST, RIGHT)
    steering.home(MAST)
    steering.steer(FIXED, RIGHT)
    steering.home(FIXED)
    assert devices.taken() == []
    assert (steering.takes(MAST), steering.may(MAST), steering.takes(FIXED)) == (True, False, False)
    assert steering.gaze_of(MAST) == Gaze(10.0, 40.0)
