"""One place of the ground lands on the right pixel of every camera that sees it."""

from __future__ import annotations

import math

import numpy as np
import pytest

from wallapp.base.ids import CameraNumber
from wallapp.simulation.city import Viewpoint, load_city
from wallapp.simulation.loop import MAIN_PX
from wallapp.simulation.scenes.lens import Fisheye, Pinhole, lens_of

CITY = load_city()


def _by_angles(view: Viewpoint, x_m: float, y_m: float, z_m: float) -> tuple[float, float]:
    """The pixel by bearings alone, without any matrix: turn by the azimuth, then by the tilt, then divide."""
    east, north = x_m - view.x_m, y_m - view.y_m
    flat_m = math.hypot(east, north)
    bearing = math.atan2(east, north) - math.radians(view.azimuth_deg)
    ahead_m, right_m, up_m = flat_m * math.cos(bearing), flat_m * math.sin(bearing), z_m - view.height_m
    below = math.atan2(-up_m, ahead_m) - math.radians(view.tilt_deg)
    straight_m = math.hypot(ahead_m, up_m)
    focal_px = MAIN_PX[0] / (2 * math.tan(math.radians(view.hfov_deg / 2)))
    return (
        MAIN_PX[0] / 2 + focal_px * right_m / (straight_m * math.cos(below)),
        MAIN_PX[1] / 2 + focal_px * math.tan(below),
    )


@pytest.mark.parametrize(
    ("place", "numbers"),
    [((2.0, 38.0, 0.0), (101, 102)), ((24.0, 86.0, 2.6), (104, 105)), ((59.0, 0.0, 0.0), (103, 108))],
)
def test_a_place_lands_on_its_pixel_in_two_cameras(place: tuple[float, float, float], numbers: tuple[int, int]) -> None:
    for number in numbers:
        view = CITY.viewpoints[CameraNumber(number)]
        pixels, depth = lens_of(view).project(np.array([place]))
        assert depth[0] > 0
        assert tuple(pixels[0]) == pytest.approx(_by_angles(view, *place), abs=0.01)
        assert 0 < pixels[0][0] < MAIN_PX[0] and 0 < pixels[0][1] < MAIN_PX[1]


def test_the_register_s_field_of_view_is_that_of_the_picture() -> None:
    for view in CITY.viewpoints.values():
        lens = lens_of(view)
        if not isinstance(lens, Pinhole):
            continue
        edge = lens.rays()[lens.height_px // 2, [0, -1]]
        angle = math.degrees(math.acos(float(edge[0] @ edge[1] / np.linalg.norm(edge[0]) / np.linalg.norm(edge[1]))))
        assert angle == pytest.approx(view.hfov_deg, abs=0.3)


def test_rays_and_projection_are_each_other_s_inverse() -> None:
    lens = lens_of(CITY.viewpoints[CameraNumber(101)])
    assert isinstance(lens, Pinhole)
    rays = lens.rays()
    for row, column in ((0, 0), (200, 5), (359, 639)):
        place = np.asarray(lens.position_m) + rays[row, column] * 17.0
        pixels, depth = lens.project(place[None])
        assert tuple(pixels[0]) == pytest.approx((column + 0.5, row + 0.5), abs=1e-3)
        assert depth[0] == pytest.approx(17.0, abs=1e-4)


def test_a_crop_shows_the_same_place_enlarged() -> None:
    lens = lens_of(CITY.viewpoints[CameraNumber(114)], (1920, 1080))
    assert isinstance(lens, Pinhole)
    place = np.array([[20.0, 75.0, 1.0]])
    whole, _ = lens.project(place)
    part, _ = lens.cropped(600.0, 300.0, 2.5, MAIN_PX).project(place)
    assert tuple(part[0]) == pytest.approx(tuple((whole[0] - (600.0, 300.0)) * 2.5), abs=1e-9)


def test_a_fisheye_is_equidistant() -> None:
    lens = Fisheye((0.0, 0.0, 5.0), 0.0, 180.0, 640, 360)
    radii = []
    for angle_deg in (10, 30, 60, 90):
        angle = math.radians(angle_deg)
        place = np.array([[0.0, math.sin(angle), 5.0 - math.cos(angle)]])
        pixels, depth = lens.project(place)
        assert depth[0] == pytest.approx(1.0)
        assert pixels[0][0] == pytest.approx(320.0)
        radii.append((180.0 - pixels[0][1]) / angle_deg)
    assert radii == pytest.approx([2.0] * 4)


def test_a_fisheye_s_directions_are_its_projection_s_inverse() -> None:
    lens = Fisheye((3.0, -2.0, 5.0), 30.0, 170.0, 640, 360)
    directions = lens.directions()
    for row, column in ((180, 330), (60, 400), (250, 260)):
        pixels, _ = lens.project((np.asarray(lens.position_m) + directions[row, column] * 3.0)[None])
        assert tuple(pixels[0]) == pytest.approx((column + 0.5, row + 0.5), abs=0.01)
