"""Calibrated cameras of the city: one place is found by all that see it, within pixels of the drawn truth."""

from __future__ import annotations

import math

import numpy as np
import pytest

from wallapp.base.ids import CameraNumber
from wallapp.domain.ground import GroundCalibration, calibrate
from wallapp.domain.ground_points import GroundMatch
from wallapp.domain.ground_shapes import shown_area
from wallapp.domain.place import Place, distance_m
from wallapp.simulation.calibration import city_matches, matches_of
from wallapp.simulation.city import load_city
from wallapp.simulation.loop import MAIN_PX
from wallapp.simulation.scenes.lens import lens_of

CITY = load_city()
PLAZA_CAMERAS = (101, 102, 108)
RECTANGLE = ((-18.0, 28.0), (12.0, 28.0), (12.0, 48.0), (-18.0, 48.0))
"""30 x 20 m on the plaza."""


def truth_px(number: int, spot: tuple[float, float]) -> tuple[float, float, float]:
    """Where the scene draws a spot of the ground, and its depth."""
    pixels, depth = lens_of(CITY.viewpoints[CameraNumber(number)]).project(np.array([[*spot, 0.0]]))
    return float(pixels[0, 0]), float(pixels[0, 1]), float(depth[0])


def by_hand(number: int, seed: int) -> GroundCalibration:
    """As a person would: whole pixels, missed by up to a pixel, and a map read to 0.1 m."""
    random = np.random.default_rng(seed)
    view = CITY.viewpoints[CameraNumber(number)]
    matches = []
    for match in matches_of(view, CITY.plane):
        x_m, y_m = CITY.plane.to_plane(match.place.lat_deg, match.place.lon_deg)
        dx, dy = random.uniform(-1, 1, 2)
        x = min(1.0, max(0.0, round(match.x * MAIN_PX[0] + dx) / MAIN_PX[0]))
        y = min(1.0, max(0.0, round(match.y * MAIN_PX[1] + dy) / MAIN_PX[1]))
        matches.append(GroundMatch(x, y, Place(*CITY.plane.to_lat_lon(round(x_m, 1), round(y_m, 1)))))
    return calibrate(matches, MAIN_PX)


def place_of(spot: tuple[float, float]) -> Place:
    return Place(*CITY.plane.to_lat_lon(*spot))


@pytest.mark.parametrize("number", sorted(city_matches(CITY)))
def test_every_fixed_camera_comes_calibrated(number: CameraNumber) -> None:
    calibration = calibrate(city_matches(CITY)[number], MAIN_PX)
    view = CITY.viewpoints[number]
    azimuth = math.radians(view.azimuth_deg)
    for away_m in (15.0, 25.0):
        spot = view.x_m + away_m * math.sin(azimuth), view.y_m + away_m * math.cos(azimuth)
        x_px, y_px, _ = truth_px(number, spot)
        found = calibration.to_picture(place_of(spot))
        assert found is not None
        assert math.dist((found[0] * MAIN_PX[0], found[1] * MAIN_PX[1]), (x_px, y_px)) < 0.1


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("number", PLAZA_CAMERAS)
def test_a_rectangle_on_the_plaza_lies_where_it_is_drawn(number: int, seed: int) -> None:
    calibration = by_hand(number, seed)
    seen = 0
    for corner in RECTANGLE:
        x_px, y_px, depth = truth_px(number, corner)
        found = calibration.to_picture(place_of(corner))
        if depth <= 0.25:
            assert found is None
            continue
        assert found is not None
        if 0 <= x_px < MAIN_PX[0] and 0 <= y_px < MAIN_PX[1]:
            seen += 1
            assert math.dist((found[0] * MAIN_PX[0], found[1] * MAIN_PX[1]), (x_px, y_px)) < 6
    area = shown_area(calibration, [place_of(corner) for corner in RECTANGLE])
    assert area is not None
    assert seen >= 2, "the camera must see two corners of it"


def test_a_click_on_one_camera_is_found_on_another() -> None:
    here, there = by_hand(101, 1), by_hand(102, 2)
    seen = 0
    for spot in ((0.0, 35.0), (-10.0, 40.0), (5.0, 30.0), (-5.0, 45.0)):
        x_px, y_px, _ = truth_px(101, spot)
        fix = here.to_ground(x_px / MAIN_PX[0], y_px / MAIN_PX[1])
        assert fix is not None
        assert distance_m(fix.place, place_of(spot)) <= fix.uncertainty_m
        other_x, other_y, depth = truth_px(102, spot)
        found = there.to_picture(fix.place)
        assert depth > 0
        assert found is not None
        if 0 <= other_x < MAIN_PX[0] and 0 <= other_y < MAIN_PX[1]:
            seen += 1
            assert math.dist((found[0] * MAIN_PX[0], found[1] * MAIN_PX[1]), (other_x, other_y)) < 6
    assert seen >= 3
