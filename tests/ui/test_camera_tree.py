"""The camera tree: its model's form, the search, the states and what a drag carries."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from tests.ui.conftest import ConsoleApplication
from tests.ui.parts import OWNERS, Station
from wallapp.base.ids import CameraNumber, TileId
from wallapp.domain.feed_state import Cause, TruthState
from wallapp.domain.view import Level
from wallapp.ui.camera_model import CameraFilter, CameraModel, Group, Leaf, node_of
from wallapp.ui.feed_board import FeedBoard
from wallapp.ui.wall.canvas import CAMERA_MIME


class Grove:
    """A station's board and model, without a window."""

    def __init__(self, station: Station) -> None:
        self.station = station
        self.board = FeedBoard(station.cameras, pictures=station.pictures, session=station.session, clock=station.clock)
        self.model = CameraModel(station.cameras, OWNERS, board=self.board)
        self.filter = CameraFilter(self.model)

    def watch(self, *numbers: int) -> None:
        """Put cameras on the wall and let each send one frame."""
        self.station.session.fill([CameraNumber(number) for number in numbers])
        sizes = {TileId(tile): (100, 60) for tile in self.station.session.tiles}
        self.station.pictures.want(self.station.session.views(sizes, self.station.cameras))
        self.station.pictures.publish_all()
        self.board.sample()

    def leaf(self, number: int) -> Leaf:
        node = node_of(self.model.index_of(CameraNumber(number)))
        assert isinstance(node, Leaf)
        return node

    def owner(self, name: str) -> Group:
        return next(owner for owner in self.model.owners if owner.title == name)

    def shown(self) -> list[int]:
        """The numbers that the filter lets through, as they stand."""
        found: list[int] = []

        def walk(parent: QModelIndex) -> None:
            for row in range(self.filter.rowCount(parent)):
                index = self.filter.index(row, 0, parent)
                node = node_of(index)
                if isinstance(node, Leaf):
                    found.append(node.camera.number)
                walk(index)

        walk(QModelIndex())
        return found


@pytest.fixture
def grove(station: Station, console: ConsoleApplication) -> Iterator[Grove]:
    found = Grove(station)
    yield found
    found.__dict__.clear()
    station.end()


def test_the_model_keeps_qts_rules(grove: Grove, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(grove.model)
    grove.watch(101, 104)
    grove.filter.seek("place")
    qtmodeltester.check(grove.filter)


def test_a_site_is_a_branch_only_where_an_owner_has_several(grove: Grove) -> None:
    city, shops = grove.owner("City"), grove.owner("Shops")
    assert [child.title for child in city.children if isinstance(child, Group)] == ["Centre", "Corniche"]
    assert all(isinstance(child, Leaf) for child in shops.children)


@pytest.mark.parametrize(
    ("typed", "numbers", "best"),
    [
        ("104", [104, 1040], 104),
        ("10", [101, 102, 104, 105, 1040], 101),
        ("١٠٥", [105], 105),
        ("etoile", [102], 102),
        ("ÉTOILE", [102], 102),
        ("recreation", [301], 301),
        ("ecole", [301], 301),
        ("shops", [201, 202], 201),
        ("corniche w", [105], 105),
        ("jewel pass", [202], 202),
        ("السوق", [401], 401),
        ("2", [102, 112, 201, 202], 201),
        ("nowhere", [], None),
        ("   ", [101, 102, 112, 104, 105, 201, 202, 301, 401, 1040], None),
    ],
)
def test_the_search_finds(grove: Grove, typed: str, numbers: list[int], best: int | None) -> None:
    grove.filter.seek(typed)
    assert sorted(grove.shown()) == sorted(numbers)
    assert grove.filter.best() == best


def test_states_come_with_the_next_look_and_only_changed_rows_are_told(grove: Grove) -> None:
    grove.watch(101, 104, 201)
    told: list[str] = []
    grove.model.dataChanged.connect(lambda first, _last: told.append(str(first.data())))
    grove.board.sample()
    assert told == []
    grove.station.pictures.fail(CameraNumber(104), Cause.SILENT)
    grove.station.clock.advance(12)
    grove.station.pictures.publish(CameraNumber(101))
    grove.station.pictures.publish(CameraNumber(201))
    grove.board.sample()
    assert grove.leaf(104).status.state is TruthState.LOST
    assert grove.leaf(201).status.mosaic
    assert grove.leaf(105).status.state is None
    assert told == ["104 Corniche east", "City", "Corniche"]
    assert grove.owner("City").counts == {TruthState.LIVE: 1, TruthState.LOST: 1}


def test_a_camera_whose_feed_has_not_begun_says_what_its_tile_says(grove: Grove) -> None:
    grove.station.session.fill([CameraNumber(101), CameraNumber(301)])
    grove.board.sample()
    assert grove.leaf(101).status.state is TruthState.CONNECTING
    assert grove.leaf(301).status.state is TruthState.CLOSED
    assert grove.leaf(102).status.state is None
    assert grove.board.count([CameraNumber(101), CameraNumber(301)]) == {
        TruthState.CONNECTING: 1,
        TruthState.CLOSED: 1,
    }


def test_an_owner_is_counted_as_live_of_all_only_when_all_are_watched(grove: Grove) -> None:
    grove.watch(201)
    assert not grove.owner("Shops").all_watched
    grove.watch(201, 202)
    assert grove.owner("Shops").all_watched


def test_a_row_says_what_is_not_known(grove: Grove) -> None:
    grove.watch(101)
    tip = grove.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "City · 1 live · 4 not watched"
    assert "not watched" in str(grove.model.index_of(CameraNumber(102)).data(Qt.ItemDataRole.ToolTipRole))


def test_a_drag_carries_the_number(grove: Grove) -> None:
    index = grove.model.index_of(CameraNumber(104))
    assert grove.model.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
    assert bytes(grove.model.mimeData([index]).data(CAMERA_MIME).data()) == b"104"
    owner = grove.model.index(0, 0)
    assert not grove.model.flags(owner) & Qt.ItemFlag.ItemIsDragEnabled
    assert not grove.model.mimeData([owner]).hasFormat(CAMERA_MIME)


def test_a_camera_is_told_as_much_as_this_station_is_shown_of_it(grove: Grove) -> None:
    grove.watch(101)
    for level in (Level.MOSAIC, Level.CLOSED, Level.CLEAR):
        grove.station.session.set_levels({CameraNumber(101): level})
        grove.board.sample()
        facts = grove.board.status(CameraNumber(101)).facts
        assert facts is not None and facts.reading.level is level
        assert (grove.board.status(CameraNumber(101)).state is TruthState.CLOSED) is (level is Level.CLOSED)
