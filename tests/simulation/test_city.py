"""The city's register: owners, cameras, repetition, and one ground plane under all of it."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallapp.base.errors import BadInput, NotFound
from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import Camera, CameraKind, OwnerKind, Sensitivity
from wallapp.simulation.city import PROTECTED_EVERY, load_city
from wallapp.simulation.geo import GroundPlane

CITY = load_city()


def _protected(cameras: list[Camera]) -> int:
    return sum(camera.sensitivity is Sensitivity.PROTECTED for camera in cameras)


def test_six_kinds_of_owners_and_at_least_36_cameras() -> None:
    kinds = {owner.kind for owner in CITY.owners}
    assert kinds == {
        OwnerKind.CITY,
        OwnerKind.TRAMWAY,
        OwnerKind.BANK,
        OwnerKind.SCHOOL,
        OwnerKind.SHOP,
        OwnerKind.PORT,
    }
    assert len(CITY.cameras) >= 36
    assert {camera.owner for camera in CITY.cameras} == {owner.name for owner in CITY.owners}


def test_the_first_sixteen_are_a_mixture() -> None:
    first = CITY.take(16)
    assert {camera.owner for camera in first} == {owner.name for owner in CITY.owners}
    assert {camera.kind for camera in first} == set(CameraKind)
    assert sum(camera.sensitivity is Sensitivity.PUBLIC for camera in first) >= 11
    assert _protected(first) == 1
    assert any(CITY.viewpoints[camera.number].night for camera in first)
    assert any(not CITY.viewpoints[camera.number].night for camera in first)


def test_sensitivities_follow_the_rules() -> None:
    kinds = {owner.name: owner.kind for owner in CITY.owners}
    for camera in CITY.cameras:
        if kinds[camera.owner] in (OwnerKind.CITY, OwnerKind.TRAMWAY):
            assert camera.sensitivity is Sensitivity.PUBLIC
        if camera.sensitivity is Sensitivity.PROTECTED:
            assert kinds[camera.owner] is OwnerKind.SCHOOL


@given(st.integers(1, 700))
def test_however_many_are_taken_one_in_sixteen_is_protected(count: int) -> None:
    taken = CITY.take(count)
    assert len(taken) == count
    numbers = [camera.number for camera in taken]
    assert numbers == sorted(set(numbers))
    assert _protected(taken) == count // PROTECTED_EVERY
    for start in range(0, count, PROTECTED_EVERY):
        assert _protected(taken[start : start + PROTECTED_EVERY]) <= 1


def test_a_repetition_shows_the_scene_it_repeats() -> None:
    for camera in CITY.take(120)[len(CITY.cameras) :]:
        scene = next(own for own in CITY.cameras if own.number == CITY.scene_of(camera.number))
        assert camera.name.startswith(f"{scene.name} (")
        assert (camera.owner, camera.lat_deg, camera.sensitivity) == (scene.owner, scene.lat_deg, scene.sensitivity)


@pytest.mark.parametrize("number", [1, 100, 117, 1001, 1040])
def test_a_number_that_the_city_does_not_have_is_not_found(number: int) -> None:
    with pytest.raises(NotFound):
        CITY.scene_of(CameraNumber(number))


def test_none_cannot_be_taken() -> None:
    with pytest.raises(BadInput, match="1 or more"):
        CITY.take(0)


def test_registered_positions_are_those_of_the_ground_plane() -> None:
    for camera in CITY.cameras:
        view = CITY.viewpoints[camera.number]
        assert camera.lat_deg is not None and camera.lon_deg is not None
        assert CITY.plane.to_plane(camera.lat_deg, camera.lon_deg) == pytest.approx((view.x_m, view.y_m), abs=1e-6)
        assert (camera.height_m, camera.azimuth_deg, camera.hfov_deg) == (
            view.height_m,
            view.azimuth_deg,
            view.hfov_deg,
        )
        assert camera.streams == {}
        assert camera.purpose and camera.legal_basis and camera.retention_days


@given(st.floats(-1000, 1000), st.floats(-1000, 1000))
def test_the_plane_agrees_with_great_circle_distances(x_m: float, y_m: float) -> None:
    plane = GroundPlane(35.2, -3.9)
    lat_deg, lon_deg = plane.to_lat_lon(x_m, y_m)
    assert plane.to_plane(lat_deg, lon_deg) == pytest.approx((x_m, y_m), abs=1e-6)
    lat, lon, lat0, lon0 = (math.radians(value) for value in (lat_deg, lon_deg, 35.2, -3.9))
    haversine = math.sin((lat - lat0) / 2) ** 2 + math.cos(lat) * math.cos(lat0) * math.sin((lon - lon0) / 2) ** 2
    assert 2 * 6_371_008.8 * math.asin(math.sqrt(haversine)) == pytest.approx(math.hypot(x_m, y_m), abs=0.2)
