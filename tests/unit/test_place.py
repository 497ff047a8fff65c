"""Places: distances, bearings and the flat ground, against known values and each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallapp.domain.place import Place, TangentPlane, bearing_deg, distance_m, offset, towards, turn_deg

LATITUDES = st.floats(-60, 60)
LONGITUDES = st.floats(-180, 180)


@pytest.mark.parametrize(
    ("here", "there", "metres", "bearing"),
    [
        # One degree of a great circle of the mean sphere is 111.195 km.
        (Place(0, 0), Place(1, 0), 111_195, 0),
        (Place(0, 0), Place(0, 1), 111_195, 90),
        (Place(0, 179.5), Place(0, -179.5), 111_195, 90),
        (Place(10, 20), Place(9, 20), 111_195, 180),
        # A quarter of the globe, over the pole.
        (Place(45, 0), Place(45, 180), 10_007_543, 0),
        # From the equator to 45 degrees north: the haversine of 60 degrees.
        (Place(0, 0), Place(45, 45), 6_671_695, 35.26),
        (Place(35.2, -3.9), Place(35.2, -3.9), 0, 0),
    ],
)
def test_known_distances_and_bearings(here: Place, there: Place, metres: float, bearing: float) -> None:
    assert distance_m(here, there) == pytest.approx(metres, rel=2e-3, abs=0.01)
    assert bearing_deg(here, there) == pytest.approx(bearing, abs=0.3)


@given(LATITUDES, LONGITUDES, st.floats(-10_000, 10_000), st.floats(-10_000, 10_000))
def test_the_flat_ground_is_true_to_a_thousandth_within_ten_kilometres(
    lat_deg: float, lon_deg: float, east_m: float, north_m: float
) -> None:
    here = Place(lat_deg, lon_deg)
    there = offset(here, east_m=east_m, north_m=north_m)
    flat_m = (east_m**2 + north_m**2) ** 0.5
    assert distance_m(here, there) == pytest.approx(flat_m, rel=2e-3, abs=0.01)
    back = TangentPlane(here).to_metres(there)
    assert back == pytest.approx((east_m, north_m), abs=1e-3)


@given(LATITUDES, LONGITUDES, st.floats(0, 359.9), st.floats(10, 5_000))
def test_going_in_a_direction_is_seen_in_that_direction(lat: float, lon: float, azimuth: float, away_m: float) -> None:
    here = Place(lat, lon)
    seen = bearing_deg(here, towards(here, azimuth, away_m))
    assert 0 <= seen < 360
    assert abs(turn_deg(azimuth, seen)) < 0.1


@pytest.mark.parametrize(("start", "end", "turn"), [(350, 10, 20), (10, 350, -20), (0, 90, 90), (90, 0, -90)])
def test_turning_goes_the_short_way(start: float, end: float, turn: float) -> None:
    assert turn_deg(start, end) == pytest.approx(turn)


@pytest.mark.parametrize(("lat_deg", "lon_deg"), [(91, 0), (0, 181), (float("nan"), 0)])
def test_what_is_not_on_the_globe_is_no_place(lat_deg: float, lon_deg: float) -> None:
    with pytest.raises(ValueError, match="not a place"):
        Place(lat_deg, lon_deg)
