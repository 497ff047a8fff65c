"""The console's overlays: made anew where something changed, and calibrations that outlive a restart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.fakes.views import MemoryViews
from wallapp.base.clock import ManualClock
from wallapp.base.errors import BadInput
from wallapp.base.ids import AccountId, CameraNumber, FeatureId, LayerId, MarkerId
from wallapp.domain.camera import CameraKind
from wallapp.domain.ground import calibrate
from wallapp.domain.layer import CrisisLayer, LayerFeature, LayerKind, LayerState, polygon
from wallapp.domain.marker import GeoAnchor, ImageAnchor, Marker, ViewSignature
from wallapp.domain.overlay import AtBearing, AtBorder, AtSpot, Border, Overlay
from wallapp.domain.place import towards
from wallapp.domain.sight import Gaze, camera_place
from wallapp.domain.view_state import ViewState
from wallapp.services.calibrations import Calibrations, from_text, to_text
from wallapp.services.overlays import Overlays
from wallapp.services.picture_views import PictureViews
from wallapp.simulation.calibration import city_matches
from wallapp.simulation.city import load_city

CITY = load_city()
MAST, PLAZA = CameraNumber(114), CameraNumber(101)
CAMERAS = {camera.number: camera for camera in CITY.cameras}
AT = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)
BY = AccountId("west")
MARK = MarkerId("m")


class Source:
    """Markers and layers that the test says."""

    def __init__(self) -> None:
        self.said_markers: list[Marker] = []
        self.said_layers: tuple[CrisisLayer, ...] = ()
        self.listeners: list[Callable[[], None]] = []

    def markers(self) -> Sequence[Marker]:
        return self.said_markers

    def layers(self) -> Sequence[CrisisLayer]:
        return self.said_layers

    def subscribe_overlay(self, heard: Callable[[], None]) -> Callable[[], None]:
        self.listeners.append(heard)
        return lambda: self.listeners.remove(heard)

    def say(self, *markers: Marker) -> None:
        self.said_markers = list(markers)
        for heard in self.listeners:
            heard()


class Texts:
    """A CalibrationStore in memory."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}

    def read(self, name: str) -> str | None:
        return self.texts.get(name)

    def write(self, name: str, text: str) -> None:
        self.texts[name] = text


class Room:
    """The overlays of one station."""

    def __init__(self, *known: CameraNumber) -> None:
        self.clock = ManualClock()
        self.post = MemoryViews()
        self.source = Source()
        self.views = PictureViews(self.post)
        self.calibrations = Calibrations(Texts(), given=city_matches(CITY))
        cameras = {number: CAMERAS[number] for number in known or (MAST, PLAZA)}
        self.overlays = Overlays(self.source, self.views, self.calibrations, cameras=cameras, clock=self.clock)

    def marker(self, *, stale_at: datetime | None = None) -> Marker:
        anchor = ImageAnchor(MAST, 0.5, 0.5, ViewSignature(16 / 9, AT, thumbnail=b"look"))
        return Marker(MARK, "person", anchor, BY, AT, BY, AT, stale_at=stale_at)

    def shown(self, number: CameraNumber) -> Overlay:
        """As a wall asks: at first, and after every look."""
        self.overlays.of(number)
        self.overlays.look()
        return self.overlays.of(number)


def test_our_own_move_takes_the_mark_off_its_pixel_at_the_next_look() -> None:
    room = Room()
    room.source.say(room.marker())
    assert room.post.said == [("restore", 1, b"look")]
    assert room.shown(MAST).marks[0].at == AtBorder(Border.VIEW)
    room.post.tell(1, ViewState.SAME)
    assert room.overlays.look() == {MAST}
    assert room.overlays.of(MAST).marks[0].at == AtSpot(0.5, 0.5)
    room.views.commanded(MAST)
    assert room.overlays.look() == {MAST}, "before any picture, and before any decoder said so"
    assert room.overlays.of(MAST).marks[0].at == AtBorder(Border.VIEW)
    assert room.overlays.look() == frozenset()


def test_time_dims_without_anybody_saying_so() -> None:
    room = Room()
    room.source.say(room.marker(stale_at=room.clock.now_at() + timedelta(seconds=5)))
    assert not room.shown(MAST).marks[0].dim
    room.clock.advance(3)
    assert room.overlays.look() == frozenset()
    room.clock.advance(3)
    assert room.overlays.look() == {MAST}
    assert room.overlays.of(MAST).marks[0].dim


def test_a_tick_follows_a_camera_that_tells_where_it_looks() -> None:
    room = Room()
    gazes = {MAST: Gaze(0.0, 40.0)}
    room.overlays.gaze_of = gazes.get
    stands = camera_place(CAMERAS[MAST])
    assert stands is not None
    place = GeoAnchor(towards(stands, 10.0, 30.0))
    room.source.say(Marker(MARK, "person", place, BY, AT, BY, AT))
    there = room.shown(MAST).marks[0].at
    assert isinstance(there, AtBearing) and 0.7 < there.x < 0.8
    assert room.overlays.look() == frozenset()
    gazes[MAST] = Gaze(10.0, 40.0)
    assert room.overlays.look() == {MAST}
    there = room.overlays.of(MAST).marks[0].at
    assert isinstance(there, AtBearing) and there.x == pytest.approx(0.5, abs=1e-4)
    gazes[MAST] = Gaze(60.0, 40.0)
    room.overlays.look()
    away = room.overlays.of(MAST).marks[0].at
    assert isinstance(away, AtBorder) and away.border is Border.LEFT


def test_a_camera_that_one_may_not_know_of_has_no_overlay_and_no_view() -> None:
    room = Room(PLAZA)
    room.source.say(room.marker())
    assert room.shown(MAST).marks == ()
    assert room.shown(PLAZA).marks == ()
    assert room.post.said == []


def test_a_new_calibration_moves_the_drawings_at_once() -> None:
    room = Room()
    calibration = room.calibrations.of(CAMERAS[PLAZA])
    assert calibration is not None
    corners = [calibration.to_ground(x, y) for x, y in ((0.3, 0.9), (0.7, 0.9), (0.6, 0.7), (0.4, 0.7))]
    area = polygon(fix.place for fix in corners if fix is not None)
    feature = LayerFeature(FeatureId("f"), area)
    room.source.said_layers = (
        CrisisLayer(LayerId("l"), "Perimeter", LayerKind.PERIMETER, BY, AT, BY, AT, (feature,), state=LayerState.SHOWN),
    )
    room.source.say()
    before = room.shown(PLAZA).shapes
    assert before
    moved = [replace(match, x=match.x * 0.9) for match in calibration.matches]
    room.calibrations.save(CAMERAS[PLAZA], calibrate(moved, calibration.picture_px))
    assert room.overlays.look() == {PLAZA}
    assert room.overlays.of(PLAZA).shapes != before
    room.overlays.close()
    assert not room.source.listeners


def test_a_saved_calibration_is_there_tomorrow_and_stands_above_the_given() -> None:
    texts = Texts()
    given = city_matches(CITY)
    today = Calibrations(texts, given=given)
    first = today.of(CAMERAS[PLAZA])
    assert first is not None
    mine = calibrate(first.matches[:6], first.picture_px)
    today.save(CAMERAS[PLAZA], mine)
    assert Calibrations(texts, given=given).of(CAMERAS[PLAZA]) == mine
    assert from_text(to_text(mine)) == mine


def test_a_camera_that_turns_has_none() -> None:
    calibrations = Calibrations(Texts(), given=city_matches(CITY))
    plaza = calibrations.of(CAMERAS[PLAZA])
    assert plaza is not None
    assert CAMERAS[MAST].kind is CameraKind.PTZ
    assert calibrations.of(CAMERAS[MAST]) is None
    with pytest.raises(BadInput, match="fixed"):
        calibrations.save(CAMERAS[MAST], plaza)


@pytest.mark.logs("is left out")
@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 1, "picture_px": [0, 0], "matches": []}', "[" * 9999])
def test_a_damaged_one_costs_itself_alone(text: str) -> None:
    texts = Texts()
    texts.write("calibration/101", text)
    with pytest.raises(BadInput):
        from_text(text)
    assert Calibrations(texts, given=city_matches(CITY)).of(CAMERAS[PLAZA]) is None


class Slow(ManualClock):
    """A clock on which everything takes a hundredth of a second."""

    def mono_s(self) -> float:
        self.advance(0.01)
        return super().mono_s()


def test_much_at_once_is_spread_over_looks_but_a_move_is_not() -> None:
    room = Room(*(number for number, camera in CAMERAS.items() if camera.kind is CameraKind.FIXED), MAST)
    room.overlays._clock = Slow()
    place = CAMERAS[PLAZA]
    room.source.said_markers = [room.marker()]
    for number in (MAST, PLAZA, CameraNumber(102), CameraNumber(103)):
        room.overlays.of(number)
    assert place.kind is CameraKind.FIXED
    while room.overlays._stale:
        before = len(room.overlays._stale)
        room.overlays.look()
        assert len(room.overlays._stale) == before - 1
    room.source.say(room.marker())
    room.views.commanded(MAST)
    room.overlays.look()
    assert room.overlays.of(MAST).marks[0].at == AtBorder(Border.VIEW)
    assert MAST not in room.overlays._stale
