"""Scenes: seamless, alive, the same moment seen from everywhere, and events that can be seen."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import cv2
import numpy as np
import pytest

from wallapp.base.errors import BadInput
from wallapp.base.ids import CameraNumber
from wallapp.simulation.city import load_city
from wallapp.simulation.events import Event
from wallapp.simulation.loop import FRAMES, LOOP_S, MAIN_PX
from wallapp.simulation.scenes.cast import town_cast
from wallapp.simulation.scenes.drawing import Image
from wallapp.simulation.scenes.interiors import load_room
from wallapp.simulation.scenes.scene import Scene

CITY = load_city()


@lru_cache(maxsize=8)
def _scene(number: int, event: Event | None = None) -> Scene:
    return Scene(CITY.viewpoints[CameraNumber(number)], event=event)


def _difference(first: Image, second: Image) -> float:
    return float(np.abs(first.astype(np.int16) - second).mean())


@pytest.mark.slow
@pytest.mark.parametrize("number", [104, 111])
def test_the_loop_has_no_seam(number: int) -> None:
    scene = _scene(number)
    step = _difference(scene.frame(FRAMES - 2), scene.frame(FRAMES - 1))
    seam = _difference(scene.frame(FRAMES - 1), scene.frame(0))
    assert seam < 1.5 * step + 0.05
    assert _difference(scene.frame(0), scene.frame(FRAMES // 2)) > step


def test_every_vehicle_ends_where_one_of_its_looks_began() -> None:
    times = np.array([0.0, LOOP_S])
    drivers = town_cast().drivers
    ways = [driver.spots(times) for driver in drivers]
    for driver, way in zip(drivers, ways, strict=True):
        end = np.array([way.x_m[1], way.y_m[1]])
        starts = [
            (other_way.x_m[0], other_way.y_m[0])
            for other, other_way in zip(drivers, ways, strict=True)
            if (other.make, other.colour) == (driver.make, driver.colour)
        ]
        gap_m = np.hypot(*(np.array(starts) - end).T).min()
        # Whoever has left the city has nobody ahead.
        assert gap_m < 0.05 or np.abs(end).max() > 140, (driver.make, end)


@pytest.mark.parametrize("room", ["bank", "gallery", "school", "ferry"])
def test_people_in_rooms_stay_on_the_floor(room: str) -> None:
    place = load_room(room)
    for walker in place.people:
        poses = walker.poses(np.linspace(0.0, LOOP_S, 50))
        # A way may begin behind a door.
        assert place.west - 2 < poses.x_m.min() and poses.x_m.max() < place.east + 2
        assert place.south - 2 < poses.y_m.min() and poses.y_m.max() < place.north + 2


@pytest.mark.slow
def test_pictures_are_never_identical_but_the_drawing_is_repeatable() -> None:
    scene = _scene(111)
    frames = [scene.frame(index) for index in range(12)]
    for first, second in pairwise(frames):
        assert _difference(first, second) > 0.2
    assert np.array_equal(frames[5], Scene(CITY.viewpoints[CameraNumber(111)]).frame(5))


@pytest.mark.slow
def test_night_is_darker_than_day_and_a_picture_has_contrast() -> None:
    day, night = _scene(106).frame(0), _scene(107).frame(0)
    assert day.shape == (MAIN_PX[1], MAIN_PX[0], 3)
    assert night.mean() < 0.6 * day.mean()
    assert day.std() > 25 and night.std() > 25


@pytest.mark.slow
def test_every_event_changes_the_picture_for_a_person_to_see() -> None:
    usual = _scene(101).frame(200)
    least = {Event.SMOKE: 3.0, Event.CROWD: 6.0, Event.INTRUDER: 40.0, Event.COVERED_LENS: 60.0, Event.KNOCKED: 25.0}
    for event, difference in least.items():
        assert _difference(usual, Scene(CITY.viewpoints[CameraNumber(101)], event=event).frame(200)) > difference, event


@pytest.mark.slow
def test_who_falls_lies_where_nobody_lay() -> None:
    scene = Scene(CITY.viewpoints[CameraNumber(101)], event=Event.FALL)
    red = cv2.inRange(scene.frame(200), np.array([20, 30, 150]), np.array([90, 100, 255]))
    usual = cv2.inRange(_scene(101).frame(200), np.array([20, 30, 150]), np.array([90, 100, 255]))
    assert cv2.countNonZero(red) > cv2.countNonZero(usual) + 20


@pytest.mark.slow
def test_cars_that_collided_stand() -> None:
    scene = Scene(CITY.viewpoints[CameraNumber(103)], event=Event.COLLISION)
    before, after, later = scene.frame(20), scene.frame(170), scene.frame(172)
    middle = np.s_[190:320, 180:460]
    assert _difference(before[middle], after[middle]) > 3 * _difference(after[middle], later[middle])


@pytest.mark.slow
def test_a_frozen_feed_repeats_one_picture() -> None:
    scene = Scene(CITY.viewpoints[CameraNumber(111)], event=Event.FROZEN)
    assert np.array_equal(scene.frame(3), scene.frame(250))


def test_no_cars_collide_in_a_room() -> None:
    with pytest.raises(BadInput, match="room"):
        Scene(CITY.viewpoints[CameraNumber(111)], event=Event.COLLISION)
