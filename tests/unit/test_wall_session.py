"""The wall in use, without a screen."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from wallapp.base.clock import ManualClock
from wallapp.base.errors import BadInput, NotFound
from wallapp.base.ids import CameraNumber, LayoutNumber, OwnerName, TileId
from wallapp.domain.camera import Camera, Sensitivity, StreamName
from wallapp.domain.layout import preset
from wallapp.domain.place import Place
from wallapp.domain.view import WHOLE, Level
from wallapp.domain.wall import MapContent, MapPart
from wallapp.services.ports import SavedLayout
from wallapp.services.wall_session import Change, Direction, WallSession


class _Shelf:
    def __init__(self) -> None:
        self._kept: dict[LayoutNumber, SavedLayout] = {}

    def load(self, number: LayoutNumber) -> SavedLayout:
        if number not in self._kept:
            raise NotFound(f"there is no layout {number}")
        return self._kept[number]

    def save(self, layout: SavedLayout) -> None:
        self._kept[layout.number] = layout

    def list(self) -> Sequence[SavedLayout]:
        return [self._kept[number] for number in sorted(self._kept)]


def _session(layout: str = "4", numbers: Sequence[int] = (), store: _Shelf | None = None) -> WallSession:
    session = WallSession(preset(layout), clock=ManualClock(), store=store)
    session.fill([CameraNumber(number) for number in numbers])
    return session


def _numbers(session: WallSession) -> list[int | None]:
    return [session.camera_on(TileId(tile)) for tile in session.tiles]


def _camera(number: int, sensitivity: Sensitivity = Sensitivity.PUBLIC) -> Camera:
    streams = {StreamName.MAIN: "rtsp://a/1", StreamName.SUB: "rtsp://a/2"}
    return Camera(CameraNumber(number), f"camera {number}", OwnerName("City"), streams, sensitivity=sensitivity)


def test_a_camera_may_stand_on_several_tiles() -> None:
    session = _session()
    session.assign(TileId(0), CameraNumber(104))
    session.assign(TileId(3), CameraNumber(104))
    assert session.tiles_of(CameraNumber(104)) == [0, 3]


def test_the_entry_line_goes_to_the_selected_tile() -> None:
    session = _session()
    session.select(TileId(2))
    session.assign_selected(CameraNumber(7))
    assert _numbers(session) == [None, None, 7, None]


def test_swap_takes_zoom_and_pin_along() -> None:
    session = _session(numbers=[1, 2])
    session.zoom(TileId(0), 2.0)
    session.pin(TileId(0), StreamName.SUB)
    before = session.content(TileId(0))
    session.swap(TileId(0), TileId(3))
    assert _numbers(session) == [None, 2, None, 1]
    assert session.content(TileId(3)) == before


def test_the_map_stands_on_a_tile_like_a_camera() -> None:
    session, told = _session("4", [1, 2, 3], store=_Shelf()), list[Change]()
    session.subscribe(told.append)
    session.show_map(TileId(1))
    part = MapPart(Place(33.57, -7.59), 15.0)
    session.move_map(TileId(1), part)
    session.move_map(TileId(0), part)  # no map there
    assert told == [Change.CONTENT, Change.ZOOM]
    assert _numbers(session) == [1, None, 3, None]
    assert [session.map_on(TileId(tile)) for tile in range(3)] == [None, MapContent(part), None]
    session.swap(TileId(1), TileId(3))
    session.toggle_enlarge(TileId(3))
    assert session.enlarged == TileId(3)
    session.toggle_enlarge(TileId(3))
    for act in (session.reset_zoom, lambda tile: session.zoom(tile, 2), lambda tile: session.pin(tile, StreamName.SUB)):
        act(TileId(3))
    assert session.map_on(TileId(3)) == MapContent(part)
    views = session.views({TileId(3): (100, 100)}, {CameraNumber(1): _camera(1)})
    assert views == []
    session.save(LayoutNumber(1))
    session.set_layout(preset("1"))
    assert session.map_on(TileId(0)) is None and session.waiting == (3,)
    session.recall(LayoutNumber(1))
    assert session.map_on(TileId(3)) == MapContent(part)
    assert [kept.version for kept in session.saved()] == [2]
    session.clear(TileId(3))
    assert session.map_on(TileId(3)) is None


def test_smaller_layout_keeps_cameras_waiting_and_gives_them_back() -> None:
    session = _session("9", range(1, 10))
    session.set_layout(preset("4"))
    assert _numbers(session) == [1, 2, 3, 4]
    assert session.waiting == (5, 6, 7, 8, 9)
    session.set_layout(preset("1"))
    session.set_layout(preset("9"))
    assert _numbers(session) == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert session.waiting == ()


def test_cameras_past_the_end_take_empty_tiles_first() -> None:
    session = _session("9")
    for tile, number in ((1, 11), (6, 16), (8, 18)):
        session.assign(TileId(tile), CameraNumber(number))
    session.set_layout(preset("4"))
    assert _numbers(session) == [16, 11, 18, None]


def test_selection_stays_inside_a_smaller_layout() -> None:
    session = _session("9")
    session.select(TileId(8))
    session.set_layout(preset("4"))
    assert session.selected == 3


@pytest.mark.parametrize(
    ("layout", "start", "direction", "end"),
    [
        ("9", 4, Direction.LEFT, 3), ("9", 4, Direction.RIGHT, 5), ("9", 4, Direction.UP, 1),
        ("9", 4, Direction.DOWN, 7), ("9", 0, Direction.LEFT, 0), ("9", 0, Direction.UP, 0),
        ("9", 8, Direction.RIGHT, 8), ("9", 8, Direction.DOWN, 8),
        ("1+5", 0, Direction.RIGHT, 1), ("1+5", 0, Direction.DOWN, 3), ("1+5", 5, Direction.LEFT, 4),
        ("1+5", 4, Direction.UP, 0), ("1+5", 2, Direction.LEFT, 0), ("2+8", 2, Direction.UP, 0),
    ],
)  # fmt: skip
def test_arrows_follow_the_drawing(layout: str, start: int, direction: Direction, end: int) -> None:
    session = _session(layout)
    session.select(TileId(start))
    session.move_selection(direction)
    assert session.selected == end


def test_next_and_previous_go_round() -> None:
    session = _session("4")
    session.select_previous()
    assert session.selected == 3
    session.select_next()
    assert session.selected == 0


def test_enlarge_and_back() -> None:
    session = _session("4", [1, 2])
    session.toggle_enlarge(TileId(1))
    assert (session.enlarged, session.selected) == (1, 1)
    session.move_selection(Direction.LEFT)
    assert session.enlarged == 0
    session.move_selection(Direction.DOWN)
    assert session.enlarged == 0, "an empty tile is not enlarged"
    session.toggle_enlarge(TileId(0))
    assert session.enlarged is None
    session.toggle_enlarge(TileId(3))
    assert session.enlarged is None


def test_clearing_the_enlarged_tile_goes_back_to_the_layout() -> None:
    session = _session("4", [1])
    session.toggle_enlarge(TileId(0))
    session.clear(TileId(0))
    assert session.enlarged is None
    assert session.content(TileId(0)) is None


def test_new_camera_starts_unzoomed_and_unpinned() -> None:
    session = _session("4", [1])
    session.zoom(TileId(0), 4.0)
    session.assign(TileId(0), CameraNumber(2))
    content = session.content(TileId(0))
    assert content is not None
    assert (content.crop, content.pin) == (WHOLE, None)


def test_saved_wall_comes_back_under_its_number() -> None:
    shelf = _Shelf()
    session = _session("9", range(1, 12), shelf)
    session.zoom(TileId(2), 2.0)
    session.save(LayoutNumber(2), "Corniche")
    kept = session.plan()
    session.set_layout(preset("4"))
    session.fill([])
    session.recall(LayoutNumber(2))
    assert session.plan() == kept
    assert session.waiting == (10, 11)
    assert [(saved.number, saved.name) for saved in session.saved()] == [(2, "Corniche")]


def test_recall_of_what_is_not_there_changes_nothing() -> None:
    shelf = _Shelf()
    session = _session("4", [1, 2, 3], shelf)
    before = session.plan()
    with pytest.raises(NotFound):
        session.recall(LayoutNumber(5))
    shelf.save(SavedLayout(LayoutNumber(6), "", 1, '{"version": 1'))
    with pytest.raises(BadInput):
        session.recall(LayoutNumber(6))
    assert session.plan() == before


def test_without_a_store_saving_says_so() -> None:
    with pytest.raises(BadInput):
        _session().save(LayoutNumber(1))


@pytest.mark.parametrize("tile", [-1, 4, 99])
def test_tile_that_is_not_there_is_refused(tile: int) -> None:
    with pytest.raises(NotFound):
        _session("4").assign(TileId(tile), CameraNumber(1))


def test_listeners_are_told_until_they_end_it() -> None:
    session, told = _session("4"), list[Change]()
    end = session.subscribe(told.append)
    session.assign(TileId(0), CameraNumber(1))
    session.select(TileId(1))
    session.zoom(TileId(0), 2.0)
    session.toggle_enlarge(TileId(0))
    assert told == [Change.CONTENT, Change.SELECTION, Change.ZOOM, Change.ENLARGED]
    end()
    session.clear(TileId(0))
    assert len(told) == 4


def test_views_follow_sensitivity_and_size() -> None:
    session = _session("4", [1, 2, 3, 4])
    cameras = {
        camera.number: camera
        for camera in (_camera(1), _camera(2, Sensitivity.PRIVATE), _camera(3, Sensitivity.PROTECTED))
    }
    sizes = {TileId(tile): (480, 272) for tile in range(4)}
    views = session.views(sizes, cameras)
    assert [(v.tile, v.camera, v.level, v.stream) for v in views] == [
        (0, 1, Level.CLEAR, StreamName.MAIN),
        (1, 2, Level.MOSAIC, StreamName.SUB),
        (2, 3, Level.CLOSED, StreamName.SUB),
    ]
    assert {(v.width_px, v.height_px) for v in views} == {(480, 272)}


def test_zoomed_small_tile_takes_the_main_stream() -> None:
    session = _session("4", [1])
    sizes, cameras = {TileId(0): (213, 120)}, {CameraNumber(1): _camera(1)}
    assert session.views(sizes, cameras)[0].stream is StreamName.SUB
    session.zoom(TileId(0), 2.0)
    clock = session._clock
    assert isinstance(clock, ManualClock)
    clock.advance(1.0)
    view = session.views(sizes, cameras)[0]
    assert (view.stream, view.crop.right - view.crop.left) == (StreamName.MAIN, 0.5)
