"""Where a place lies for cameras that are not calibrated, and which cameras the spotlight brings up."""

from __future__ import annotations

import pytest

from wallapp.base.ids import CameraNumber, OwnerName
from wallapp.domain.camera import Camera, CameraKind
from wallapp.domain.place import Place, distance_m, offset, towards
from wallapp.domain.sight import Gaze, Side, sight, wedge
from wallapp.domain.spotlight import Candidate, Reason, rank
from wallapp.services.shared_sight import Sight

CENTRE = Place(35.25, -3.93)


def camera(
    number: int = 1,
    *,
    east_m: float = 0.0,
    north_m: float = 0.0,
    azimuth_deg: float | None = 0.0,
    hfov_deg: float | None = 60.0,
    range_m: float | None = 50.0,
    kind: CameraKind = CameraKind.FIXED,
) -> Camera:
    stands = offset(CENTRE, east_m=east_m, north_m=north_m)
    return Camera(
        CameraNumber(number),
        f"camera {number}",
        OwnerName("City"),
        kind=kind,
        lat_deg=stands.lat_deg,
        lon_deg=stands.lon_deg,
        azimuth_deg=azimuth_deg,
        hfov_deg=hfov_deg,
        range_m=range_m,
    )


@pytest.mark.parametrize(
    ("azimuth", "at", "away_m", "side", "tick", "seen"),
    [
        (0, 0, 30, Side.IN_PICTURE, 0.5, True),
        (0, 0, 80, Side.IN_PICTURE, 0.5, False),
        (0, 29.9, 30, Side.IN_PICTURE, 0.998, True),
        (0, 330.1, 30, Side.IN_PICTURE, 0.002, True),
        (0, 15, 30, Side.IN_PICTURE, 0.732, True),
        (0, 45, 30, Side.RIGHT, None, False),
        (0, 300, 30, Side.LEFT, None, False),
        (0, 180, 30, Side.BEHIND, None, False),
        (350, 10, 30, Side.IN_PICTURE, 0.815, True),
        (10, 350, 30, Side.IN_PICTURE, 0.185, True),
        (270, 210, 30, Side.LEFT, None, False),
    ],
)
def test_ticks_and_chips(azimuth: float, at: float, away_m: float, side: Side, tick: float | None, seen: bool) -> None:
    sighting = sight(camera(azimuth_deg=azimuth), towards(CENTRE, at, away_m))
    assert sighting is not None
    assert (sighting.side, sighting.seen) == (side, seen)
    assert sighting.tick_x == (None if tick is None else pytest.approx(tick, abs=3e-3))
    assert sighting.distance_m == pytest.approx(away_m, rel=1e-3)


def test_what_is_not_known_is_not_claimed() -> None:
    near, far = towards(CENTRE, 0, 30), towards(CENTRE, 0, 80)
    nowhere = Camera(CameraNumber(1), "", OwnerName("City"))
    assert sight(nowhere, near) is None
    assert wedge(nowhere) is None
    for unknown in (camera(azimuth_deg=None), camera(hfov_deg=None), camera(kind=CameraKind.PTZ)):
        sighting = sight(unknown, near)
        assert sighting is not None
        assert (sighting.side, sighting.tick_x, sighting.seen) == (Side.UNKNOWN, None, None)
        beyond = sight(unknown, far)
        assert beyond is not None
        assert beyond.seen is False
        assert wedge(unknown) is None


def test_a_camera_that_turns_is_judged_by_where_it_looks_now() -> None:
    ptz = camera(kind=CameraKind.PTZ, azimuth_deg=180)
    sighting = sight(ptz, towards(CENTRE, 90, 30), gaze=Gaze(85, 40))
    assert sighting is not None
    assert (sighting.side, sighting.seen) == (Side.IN_PICTURE, True)


def test_a_fisheye_sees_all_around_and_has_no_tick() -> None:
    for at in (0, 90, 200):
        sighting = sight(camera(kind=CameraKind.FISHEYE, hfov_deg=180), towards(CENTRE, at, 30))
        assert sighting is not None
        assert (sighting.side, sighting.tick_x, sighting.seen) == (Side.AROUND, None, True)
    circle = wedge(camera(kind=CameraKind.FISHEYE))
    assert circle is not None
    assert {round(distance_m(CENTRE, place)) for place in circle} == {50}


def test_a_wedge_begins_at_the_camera_and_what_is_in_it_is_seen() -> None:
    corners = wedge(camera(azimuth_deg=40))
    assert corners is not None
    assert corners[0] == CENTRE
    for corner in corners[1:]:
        assert distance_m(CENTRE, corner) == pytest.approx(50, rel=1e-3)
    sighting = sight(camera(azimuth_deg=40), towards(CENTRE, 40, 49))
    assert sighting is not None
    assert sighting.seen


LOOKS_NEAR = Candidate(camera(1, north_m=-10, range_m=50))
LOOKS_FAR_BUT_WELL = Candidate(camera(2, north_m=-30, range_m=200))
LOOKS_AT_ITS_LIMIT = Candidate(camera(3, north_m=-45, range_m=50))
TURNS = Candidate(camera(4, north_m=-5, kind=CameraKind.PTZ, range_m=150))
TURNED_TO_IT = Candidate(camera(5, north_m=-60, kind=CameraKind.PTZ, range_m=150), gaze=Gaze(0, 30))
LOOKS_AWAY = Candidate(camera(6, north_m=-2, azimuth_deg=180))
LOCKED = Candidate(camera(7, north_m=-1), permitted=False)
LOCKED_AWAY = Candidate(camera(8, north_m=-1, azimuth_deg=180), permitted=False)
DOWN = Candidate(camera(9, north_m=-1), online=False)
TOO_FAR = Candidate(camera(10, north_m=-160))
NO_PLACE = Candidate(Camera(CameraNumber(11), "", OwnerName("City")))
ALL = (
    NO_PLACE,
    TOO_FAR,
    DOWN,
    LOCKED_AWAY,
    LOCKED,
    LOOKS_AWAY,
    TURNED_TO_IT,
    TURNS,
    LOOKS_AT_ITS_LIMIT,
    LOOKS_FAR_BUT_WELL,
    LOOKS_NEAR,
)


def test_the_spotlight_ranks_as_the_rules_say() -> None:
    ranked = rank(ALL, CENTRE)
    assert [(int(each.candidate.camera.number), each.reason) for each in ranked] == [
        (2, Reason.LOOKS),
        (1, Reason.LOOKS),
        (5, Reason.LOOKS),
        (3, Reason.LOOKS),
        (4, Reason.CAN_TURN),
        (7, Reason.LOOKS),
        (6, Reason.NEAR),
        (8, Reason.NEAR),
        (9, Reason.LOOKS),
    ]
    assert rank(tuple(reversed(ALL)), CENTRE) == ranked


def test_a_wall_between_makes_a_camera_merely_near() -> None:
    wall = (offset(CENTRE, east_m=-20, north_m=-20), offset(CENTRE, east_m=20, north_m=-20))
    beside = (offset(CENTRE, east_m=5, north_m=-20), offset(CENTRE, east_m=20, north_m=-20))
    reasons = {int(each.candidate.camera.number): each.reason for each in rank(ALL, CENTRE, barriers=[wall])}
    assert (reasons[1], reasons[2], reasons[3], reasons[5]) == (Reason.LOOKS, Reason.NEAR, Reason.NEAR, Reason.NEAR)
    assert rank(ALL, CENTRE, barriers=[beside]) == rank(ALL, CENTRE)


def test_the_radius_bounds_only_those_that_do_not_look() -> None:
    numbers = {int(each.candidate.camera.number) for each in rank(ALL, CENTRE, radius_m=0.5)}
    assert numbers == {1, 2, 3, 4, 5, 7, 9}


def test_a_camera_is_hidden_only_where_there_is_such_a_camera() -> None:
    one, other, none = (CameraNumber(number) for number in (1, 2, 3))
    known = {one: camera(1)}
    sure, unsure = Sight(known, registered=frozenset({one, other})), Sight(known)
    assert [sure.hides(each) for each in (None, one, other, none)] == [False, False, True, False]
    assert [unsure.hides(each) for each in (None, one, other, none)] == [False, False, True, True], "hidden if in doubt"


def test_who_looks_that_way_from_too_far_comes_before_who_looks_elsewhere() -> None:
    def towards_it(number: int, away_m: float, azimuth_deg: float) -> Candidate:
        return Candidate(camera(number, north_m=-away_m, azimuth_deg=azimuth_deg, range_m=40.0))

    candidates = [towards_it(1, 60.0, 180.0), towards_it(2, 120.0, 0.0), towards_it(3, 30.0, 0.0)]
    found = rank(candidates, CENTRE)
    assert [(ranked.candidate.camera.number, ranked.reason) for ranked in found] == [
        (3, Reason.LOOKS),
        (2, Reason.FAR),
        (1, Reason.NEAR),
    ]
