"""The spotlight on the wall: who comes up, in which order, on which grid; and the wall exactly as it was."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallapp.base.clock import ManualClock
from wallapp.base.errors import NotFound
from wallapp.base.ids import AccountId, CameraNumber, IncidentId, OwnerName, TileId
from wallapp.domain.camera import Camera, CameraKind, Sensitivity, StreamName
from wallapp.domain.incident import CameraRole, Incident, LinkedCamera
from wallapp.domain.layout import preset
from wallapp.domain.place import Place, offset
from wallapp.domain.sight import Gaze
from wallapp.domain.view import Level
from wallapp.services.spotlight import Around, Spotlight
from wallapp.services.wall_session import Change, WallSession

MIDDLE = Place(35.25, -3.93)
AT = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)
BY = AccountId("west")


def camera(
    number: int,
    north_m: float,
    *,
    azimuth_deg: float | None = 180.0,
    sensitivity: Sensitivity = Sensitivity.PUBLIC,
    kind: CameraKind = CameraKind.FIXED,
    has_place: bool = True,
) -> Camera:
    """North of the middle, looking south, to 100 m."""
    stands = offset(MIDDLE, east_m=0.0, north_m=north_m)
    return Camera(
        CameraNumber(number),
        f"Place {number}",
        OwnerName("City"),
        {StreamName.MAIN: f"rtsp://{number}/main"},
        kind=kind,
        sensitivity=sensitivity,
        lat_deg=stands.lat_deg if has_place else None,
        lon_deg=stands.lon_deg if has_place else None,
        azimuth_deg=azimuth_deg,
        hfov_deg=60.0,
        range_m=100.0,
    )


class Room:
    def __init__(self, *cameras: Camera, grid: str = "16", down: tuple[int, ...] = ()) -> None:
        self.session = WallSession(preset(grid), clock=ManualClock())
        self.gazes: dict[CameraNumber, Gaze] = {}
        register = {each.number: each for each in cameras}
        self.light = Spotlight(
            self.session,
            cameras=register,
            is_online=lambda number: number not in down,
            gaze_of=self.gazes.get,
        )

    def wall(self) -> list[int | None]:
        return [self.session.camera_on(TileId(tile)) for tile in self.session.tiles]


def test_the_best_stand_on_the_smallest_grid_and_the_locked_are_named() -> None:
    room = Room(
        *(camera(number, 10.0 * number) for number in range(1, 11)),
        camera(20, 5.0, sensitivity=Sensitivity.PRIVATE),
        camera(30, 2.0, azimuth_deg=0.0),
        camera(40, 5000.0),
        down=(1,),
    )
    lit = room.light.shine(Around(MIDDLE))
    # Those that look come first, the permitted before the locked; one that looks away, or is down, comes later.
    assert lit.cameras == (2, 3, 4, 5, 6, 7, 8, 9)
    assert room.session.layout == preset("9")
    assert room.wall() == [2, 3, 4, 5, 6, 7, 8, 9, None]
    lit = room.light.shine(Around(MIDDLE), count=20)
    assert lit.cameras == (2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 1)
    assert lit.locked == (20,)
    assert room.session.layout == preset("16")
    assert [room.session.selected, room.session.enlarged] == [0, None]


def test_a_grant_moves_a_camera_up_and_its_end_down() -> None:
    room = Room(camera(1, 60.0), camera(2, 20.0, sensitivity=Sensitivity.PRIVATE))
    assert room.light.shine(Around(MIDDLE)).cameras == (1, 2)
    room.session.set_levels({CameraNumber(2): Level.CLEAR})
    lit = room.light.shine(Around(MIDDLE))
    assert (lit.cameras, lit.locked) == ((2, 1), ())


def test_a_camera_that_turns_counts_as_it_looks_now() -> None:
    room = Room(camera(1, 90.0), camera(2, 20.0, kind=CameraKind.PTZ, azimuth_deg=180.0))
    assert room.light.shine(Around(MIDDLE)).cameras == (1, 2), "it can turn there, which is not looking there"
    room.gazes[CameraNumber(2)] = Gaze(180.0, 40.0)
    assert room.light.shine(Around(MIDDLE)).cameras == (2, 1)


def incident(*links: LinkedCamera, place: Place | None = MIDDLE) -> Incident:
    return Incident(IncidentId("i"), "Fall", BY, AT, BY, AT, number=42, place=place, linked_cameras=links)


def test_an_incident_has_its_own_cameras_first_and_eight_around_them() -> None:
    room = Room(*(camera(number, 10.0 * number) for number in range(1, 15)))
    ended = LinkedCamera(CameraNumber(13), CameraRole.CONTEXT, AT, AT)
    about = incident(
        LinkedCamera(CameraNumber(11), CameraRole.CONTEXT, AT),
        LinkedCamera(CameraNumber(12), CameraRole.PRIMARY, AT),
        LinkedCamera(CameraNumber(99), CameraRole.PRIMARY, AT),
        ended,
    )
    lit = room.light.shine(room.light.around_incident(about))
    assert lit.cameras == (12, 11, 1, 2, 3, 4, 5, 6, 7)
    assert None not in room.wall()
    without_place = room.light.around_incident(incident(about.linked_cameras[1], place=None))
    assert without_place.place == offset(MIDDLE, east_m=0.0, north_m=120.0)


def test_around_a_camera_it_stands_first_itself() -> None:
    room = Room(*(camera(number, 10.0 * number) for number in range(1, 15)))
    lit = room.light.shine(room.light.around_camera(CameraNumber(9)))
    assert lit.cameras[0] == 9
    assert len(lit.cameras) == 9


def test_where_nobody_knows_a_place_the_wall_stays() -> None:
    room = Room(camera(1, 10.0), camera(2, 10.0, has_place=False))
    room.session.fill([CameraNumber(1)])
    before = room.session.standing
    for about in (room.light.around_camera(CameraNumber(2)), Around(offset(MIDDLE, east_m=0.0, north_m=9000.0))):
        with pytest.raises(NotFound):
            room.light.shine(about)
    assert room.session.standing == before
    assert not room.light.undo()


def _stir(session: WallSession, act: int, tile: int, number: int) -> None:
    at = TileId(tile % len(session.tiles))
    if act == 0:
        session.assign(at, CameraNumber(number))
    elif act == 1:
        session.zoom(at, 2.0, x=0.3, y=0.7)
    elif act == 2:
        session.pin(at, StreamName.MAIN)
    elif act == 3:
        session.select(at)
    elif act == 4:
        session.toggle_enlarge(at)
    elif act == 5:
        session.set_layout(preset(("1", "4", "9", "1+5", "16")[number % 5]))
    else:
        session.clear(at)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 15), st.integers(1, 12)), max_size=25), st.integers(1, 3))
def test_undo_restores_any_wall_exactly(acts: list[tuple[int, int, int]], times: int) -> None:
    cameras = [camera(number, 10.0 * number) for number in range(1, 13)]
    room = Room(*cameras)
    room.session.fill([each.number for each in cameras])
    for act, tile, number in acts:
        _stir(room.session, act, tile, number)
    register = {each.number: each for each in cameras}
    sizes = {TileId(tile): (320, 180) for tile in room.session.tiles}
    views, before = room.session.views(sizes, register), room.session.standing
    changes: list[Change] = []
    room.session.subscribe(changes.append)
    for _ in range(times):
        room.light.shine(Around(MIDDLE))
        _stir(room.session, 1, 0, 0)
    for _ in range(times):
        assert room.light.undo()
    assert room.session.standing == before
    assert room.session.views(sizes, register) == views
    assert not room.light.undo()
    assert changes.count(Change.LAYOUT) == 2 * times, "one change a spotlight: no tile is asked for twice"
