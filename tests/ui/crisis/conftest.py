"""A control room over a real SQLite store, and windows at which its people work on incidents."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.fakes.views import MemoryViews
from tests.ui.access.room import ControlRoom
from tests.ui.parts import Station
from wallapp.app.access import Access
from wallapp.app.situation import Situated
from wallapp.app.sources import Register
from wallapp.base.clock import ManualClock
from wallapp.base.ids import CameraNumber, StationName, TileId
from wallapp.domain.visibility import known_cameras
from wallapp.domain.warrant import TrustPin
from wallapp.services.actor import Actor
from wallapp.services.calibrations import Calibrations
from wallapp.services.picture_views import PictureViews
from wallapp.services.sign_in import SignedIn
from wallapp.services.situation import Situation, SituationDesks
from wallapp.simulation.calibration import city_matches
from wallapp.simulation.city import load_city
from wallapp.simulation.loop import MAIN_PX
from wallapp.store.engine import FILE_NAME, open_store
from wallapp.store.unit_of_work import Store
from wallapp.ui.access.rooms import AccessRooms
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.desk import CrisisFloor
from wallapp.ui.window import MainWindow


@dataclass(frozen=True, slots=True)
class Cast:
    """The demo's people in a file: made once, for their keys take longer than a test."""

    file: Path
    pin: TrustPin


@pytest.fixture(scope="session")
def cast(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Cast:
    folder = tmp_path_factory.mktemp("cast")
    first = CrisisRoom(folder)
    first.close()
    return Cast(folder / FILE_NAME, first.pin)


class CrisisRoom(ControlRoom):
    """The demo's cast and city over a file.

    Args:
      cast: a file that holds the cast already, with the pin of its trust list.
    """

    def __init__(self, folder: Path, cast: Cast | None = None) -> None:
        clock = ManualClock()
        if cast is not None:
            shutil.copy(cast.file, folder / FILE_NAME)
        self.file: Store = open_store(folder, clock=clock)
        super().__init__(folder, store=self.file, clock=clock, pin=cast.pin if cast is not None else None)
        self.register = Register(self.cameras, self.owners)
        self.trusts = Access(self.file, clock, folder, station=StationName("desk-1"), is_demo=False)
        self.trusts.keep_pin(self.pin)

    def close(self) -> None:
        super().close()
        self.file.close()


@pytest.fixture
def room(tmp_path: Path, console: ConsoleApplication, cast: Cast) -> Iterator[CrisisRoom]:
    found = CrisisRoom(tmp_path, cast)
    yield found
    found.close()


class Seat:
    """A person at a console.

    Attributes:
      views: what the decoders were told of views; `news` of it is what they say.
      actor: who works here; None where nobody is signed in.
    """

    def __init__(self, window: MainWindow, station: Station, board: SituationBoard, views: MemoryViews) -> None:
        assert window.crisis is not None
        self.window = window
        self.station = station
        self.board = board
        self.views = views
        self.floor: CrisisFloor = window.crisis
        self.actor: Actor | None = board.rooms.actor

    @property
    def desks(self) -> SituationDesks:
        """To act directly, as another hand at the same station."""
        return self.board.rooms.desks

    @property
    def situation(self) -> Situation:
        """As last read."""
        return self.board.situation

    def show(self, *numbers: int) -> None:
        """Put cameras on the tiles from the first, and select that."""
        for tile, number in enumerate(numbers):
            self.station.session.assign(TileId(tile), CameraNumber(number))
        self.station.session.select(TileId(0))

    def hear(self) -> None:
        """Something changed in the store."""
        self.board.rooms.news.changed.emit()


Sit = Callable[..., Seat]


def _signed_in(access: AccessRooms) -> SignedIn:
    return SignedIn(access.actor, access.person, must_enrol=False)


@pytest.fixture
def sit(room: CrisisRoom, qtbot: QtBot, console: ConsoleApplication) -> Iterator[Sit]:
    """Signs somebody in at a window of their own (`at` names another station); an empty login signs nobody in."""
    seats: list[tuple[MainWindow, Station, ExitStack]] = []
    matches = city_matches(load_city())
    scenes = {number: load_city().scene_of(number) for number in room.cameras}
    given = {number: matches[scene] for number, scene in scenes.items() if scene in matches}

    def sits(login: str, *, grid: str = "4", at: str = "desk-1") -> Seat:
        ends = ExitStack()
        name = StationName(at)
        station = room.station(grid=grid)
        access = room.rooms(login, station=name) if login else None
        who = _signed_in(access) if access is not None else None
        with room.file.reading() as unit:
            policies = room.reader.authority(unit).policies
        known = Register(known_cameras(who.person if who else None, room.cameras, policies), room.owners)
        folder = room.folder / at
        folder.mkdir(exist_ok=True)
        calibrations = Calibrations(station.texts, given=given, given_px=MAIN_PX)
        views = MemoryViews()
        trusts = Access(room.file, room.clock, room.folder, station=name, is_demo=False)
        trusts.keep_pin(room.pin)
        situated = Situated(
            room.file,
            room.clock,
            trusts,
            profile_dir=folder,
            register=room.register,
            known=known,
            who=who,
            calibrations=calibrations,
            views=PictureViews(views),
            news=access.news if access is not None else None,
        )
        ends.callback(situated.close)
        rooms = replace(
            station.rooms(),
            cameras=known.cameras,
            owners=room.owners,
            interpreter=console.interpreter,
            access=access,
            operator="",
            calibrations=calibrations,
            overlays=situated.overlays,
            crisis=situated.board,
        )
        window = MainWindow(rooms)
        seats.append((window, station, ends))
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        situated.start()
        seat = Seat(window, station, situated.board, views)
        qtbot.waitUntil(lambda: seat.board.is_read)
        return seat

    yield sits
    while seats:
        _shut(*seats.pop())
    gc.collect()  # widgets and their slots form cycles, and the pictures' memory hangs on them


def _shut(window: MainWindow, station: Station, ends: ExitStack) -> None:
    window.close()
    ends.close()
    delete(window)
    window.__dict__.clear()
    station.end()
