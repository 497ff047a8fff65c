"""Ground calibration: exact on a camera that is known, honest with a hand's errors, and what it refuses."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wallapp.base.errors import BadInput
from wallapp.domain.ground import GroundCalibration, calibrate, suspect
from wallapp.domain.ground_points import GroundMatch
from wallapp.domain.place import Place, TangentPlane, distance_m

PICTURE_PX = (640, 360)
PLANE = TangentPlane(Place(35.25, -3.93))
FOUR = ((-7, 12), (7, 13), (-14, 40), (16, 45))


class KnownCamera:
    """A pinhole 7 m up at the plane's origin that looks north and downwards; written apart from what it tests."""

    def __init__(self, *, tilt_deg: float = 13.0, hfov_deg: float = 68.0, height_m: float = 7.0) -> None:
        self._sin, self._cos = math.sin(math.radians(tilt_deg)), math.cos(math.radians(tilt_deg))
        self._focal = PICTURE_PX[0] / 2 / math.tan(math.radians(hfov_deg) / 2)
        self._height_m = height_m
        self.horizon_y = 0.5 - self._focal * math.tan(math.radians(tilt_deg)) / PICTURE_PX[1]

    def spot(self, east_m: float, north_m: float) -> tuple[float, float]:
        depth = north_m * self._cos + self._height_m * self._sin
        down = self._height_m * self._cos - north_m * self._sin
        return (
            0.5 + self._focal * east_m / depth / PICTURE_PX[0],
            0.5 + self._focal * down / depth / PICTURE_PX[1],
        )

    def match(self, east_m: float, north_m: float, *, dx_px: float = 0.0, dy_px: float = 0.0) -> GroundMatch:
        x, y = self.spot(east_m, north_m)
        return GroundMatch(x + dx_px / PICTURE_PX[0], y + dy_px / PICTURE_PX[1], PLANE.to_place(east_m, north_m))


CAMERA = KnownCamera()


def calibrated(points: tuple[tuple[float, float], ...] = FOUR) -> GroundCalibration:
    return calibrate([CAMERA.match(*point) for point in points], PICTURE_PX)


@given(st.floats(-40, 40), st.floats(6, 150))
def test_four_points_give_the_whole_ground(east_m: float, north_m: float) -> None:
    calibration = calibrated()
    place = PLANE.to_place(east_m, north_m)
    spot = calibration.to_picture(place)
    assert spot == pytest.approx(CAMERA.spot(east_m, north_m), abs=1e-4)
    assert spot is not None
    fix = calibration.to_ground(*spot)
    assert fix is not None
    assert distance_m(fix.place, place) < 0.01
    assert max(residual.pixels for residual in calibration.residuals) < 1e-3


def test_the_horizon_is_where_it_is_and_nothing_lies_above_it() -> None:
    calibration = calibrated()
    for x in (0.0, 0.5, 1.0):
        assert calibration.horizon_y(x) == pytest.approx(CAMERA.horizon_y, abs=1e-4)
        assert calibration.to_ground(x, CAMERA.horizon_y - 0.01) is None
        assert calibration.to_ground(x, CAMERA.horizon_y + 0.05) is not None
    # Just under it lies the next town: no place is better than that one.
    assert calibration.to_ground(0.5, CAMERA.horizon_y + 0.001) is None


def test_behind_the_camera_nothing_appears() -> None:
    calibration = calibrated()
    assert calibration.to_picture(PLANE.to_place(0, -20)) is None
    assert calibration.to_picture(PLANE.to_place(300, -5)) is None
    beside = calibration.to_picture(PLANE.to_place(60, 10))
    assert beside is not None
    assert beside[0] > 1


def test_uncertainty_grows_with_distance_and_away_from_the_points() -> None:
    calibration = calibrated()
    found = [calibration.to_ground(*CAMERA.spot(0, north_m)) for north_m in (12, 25, 50, 100, 200)]
    errors = [fix.uncertainty_m for fix in found if fix is not None]
    assert len(errors) == 5
    assert all(near < far for near, far in itertools.pairwise(errors))
    assert errors[0] < 1.5
    assert errors[-1] > 20


def test_uncertainty_holds_what_it_promises_against_a_hand() -> None:
    random = np.random.default_rng(7)
    points = (*FOUR, (0, 25), (-5, 33))
    spots = ((3.0, 15.0), (3.0, 30.0), (3.0, 60.0), (3.0, 110.0), (50.0, 60.0))
    inside = dict.fromkeys(spots, 0)
    tries = 150
    for _ in range(tries):
        clicks = random.normal(0, 1.5, (len(points), 2))
        matches = [CAMERA.match(*at, dx_px=dx, dy_px=dy) for at, (dx, dy) in zip(points, clicks, strict=True)]
        calibration = calibrate(matches, PICTURE_PX)
        for spot in spots:
            x, y = CAMERA.spot(*spot)
            dx, dy = random.normal(0, 1.5, 2)
            fix = calibration.to_ground(x + dx / PICTURE_PX[0], y + dy / PICTURE_PX[1])
            assert fix is not None
            inside[spot] += distance_m(fix.place, PLANE.to_place(*spot)) <= fix.uncertainty_m
    assert min(inside.values()) >= 0.9 * tries, inside


@pytest.mark.parametrize("spoilt", [0, 2, 5])
def test_one_bad_point_is_named(spoilt: int) -> None:
    points = (*FOUR, (0, 25), (-5, 33), (6, 20))
    matches = [CAMERA.match(*point) for point in points]
    assert suspect(calibrate(matches, PICTURE_PX)) is None
    east_m, north_m = points[spoilt]
    matches[spoilt] = replace(matches[spoilt], place=PLANE.to_place(east_m + 6, north_m - 4))
    calibration = calibrate(matches, PICTURE_PX)
    assert calibration.rms_px > 3
    assert suspect(calibration) == spoilt


def test_too_few_points_tell_of_no_bad_one() -> None:
    matches = [CAMERA.match(*point) for point in (*FOUR, (0, 25))]
    matches[0] = replace(matches[0], place=PLANE.to_place(-2, 12))
    calibration = calibrate(matches, PICTURE_PX)
    assert calibration.rms_px > 3
    assert suspect(calibration) is None


REFUSED = {
    "three points": (FOUR[:3], "3 points are too few"),
    "no points": ((), "0 points are too few"),
    "seventeen": (tuple((east, north) for east in range(-8, 9) for north in (20,)), "17 points are too many"),
    "the same twice": ((*FOUR[:3], (-7.05, 12.05)), "points 1 and 4 are the same place in the picture"),
    "three on a line": (((-8, 12), (0, 12), (8, 12), (0, 40)), "points 1, 2 and 3 lie on one line"),
    "all on a line": (((-10, 14), (-5, 17), (0, 20), (5, 23), (10, 26)), "lie on one line"),
    "a corner": (((0, 30), (1.2, 30), (0, 33), (1.2, 33)), "too close together in the picture"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_degenerate_points_are_refused_in_one_clear_line(case: str) -> None:
    points, words = REFUSED[case]
    with pytest.raises(BadInput, match=words) as refused:
        calibrated(points)
    assert "\n" not in str(refused.value)


def test_one_more_point_off_the_line_makes_the_set_good() -> None:
    points, _ = REFUSED["three on a line"]
    assert calibrated((*points, (-9, 30))).rms_px < 1e-3


@pytest.mark.parametrize("swap", list(itertools.combinations(range(4), 2)))
def test_swapped_points_are_refused(swap: tuple[int, int]) -> None:
    matches = [CAMERA.match(*point) for point in FOUR]
    one, two = swap
    places = matches[one].place, matches[two].place
    matches[one], matches[two] = replace(matches[one], place=places[1]), replace(matches[two], place=places[0])
    with pytest.raises(BadInput, match="swapped"):
        calibrate(matches, PICTURE_PX)


def test_a_mirrored_map_is_refused() -> None:
    mirrored = [replace(CAMERA.match(*point), place=PLANE.to_place(-point[0], point[1])) for point in FOUR]
    with pytest.raises(BadInput, match="mirror image"):
        calibrate(mirrored, PICTURE_PX)


SPOTS = st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(-60, 60), st.floats(-60, 60))


@settings(max_examples=300)
@given(st.lists(SPOTS, min_size=4, max_size=7))
def test_any_points_are_refused_or_calibrate_what_they_were_given(
    given_points: list[tuple[float, float, float, float]],
) -> None:
    matches = [GroundMatch(x, y, PLANE.to_place(east, north)) for x, y, east, north in given_points]
    try:
        calibration = calibrate(matches, PICTURE_PX)
    except BadInput:
        return
    assert all(calibration.to_picture(match.place) is not None for match in matches)
    if len(matches) == 4:
        assert calibration.rms_px < 0.5


def test_the_city_may_lie_on_the_date_line() -> None:
    plane = TangentPlane(Place(-16.8, 179.9999))
    matches = [replace(CAMERA.match(*point), place=plane.to_place(*point)) for point in FOUR]
    calibration = calibrate(matches, PICTURE_PX)
    assert calibration.to_picture(plane.to_place(0, 25)) == pytest.approx(CAMERA.spot(0, 25), abs=1e-3)
