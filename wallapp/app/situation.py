"""Joins the shared room and its desks for one session: what is read for whom, and what wakes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from wallapp.app.access import Access
from wallapp.app.papers import ExchangeFiles
from wallapp.app.sources import Register
from wallapp.base.clock import Clock
from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import Camera
from wallapp.domain.layer import CrisisLayer, LayerSource, ReadFeatures
from wallapp.domain.layer_looks import style_of
from wallapp.exchange.geojson import read_geojson_file, write_geojson_file
from wallapp.services.calibrations import Calibrations
from wallapp.services.overlays import Overlays
from wallapp.services.picture_views import PictureViews
from wallapp.services.ptz import Steering
from wallapp.services.ptz_log import note_turned
from wallapp.services.shared_room import SharedRoom
from wallapp.services.shared_rules import RULES
from wallapp.services.shared_sight import sight_by
from wallapp.services.sign_in import SignedIn
from wallapp.services.situation import SituationDesks
from wallapp.store.shared_outbox_rows import SqliteOutbox, open_outbox
from wallapp.store.unit_of_work import Store
from wallapp.store.wakeups import wakeups_of
from wallapp.ui.access.rooms import News
from wallapp.ui.clerk import Clerk
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.rooms import CrisisRooms


def shared_desks(
    store: Store, outbox: SqliteOutbox, clock: Clock, access: Access, cameras: Mapping[CameraNumber, Camera]
) -> SituationDesks:
    """The desks over this store, for a window or a command.

    Args:
      cameras: the whole register: each person sees of it what they may know of.
    """
    room = SharedRoom(store, outbox, clock, known=sight_by(lambda: cameras, access.authority), rules=RULES)
    return SituationDesks(room, ground=access.ground(cameras))


class GeoJsonFiles:
    """Fulfils services.layer_files.LayerFiles. Any thread."""

    def read(self, path: Path) -> ReadFeatures:
        """As the port's."""
        return read_geojson_file(path)

    def write(self, path: Path, layer: CrisisLayer) -> None:
        """As the port's; what was drawn here says its kind's colours, for other programs know no kinds."""
        features = layer.features
        if layer.source is LayerSource.MANUAL:
            features = tuple(replace(feature, style=style_of(layer, feature)) for feature in features)
        write_geojson_file(path, features, name=layer.name, foreign_json=layer.foreign_json)


class Situated:
    """The situation of one session. GUI thread; close it after the window and before the store.

    Args:
      register: every camera there is.
      known: those that the person may know of.
      news: of the access desks, where there are any; else this listens by itself.
      cap_inbox: a folder into which other programs put CAP messages.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        access: Access,
        *,
        profile_dir: Path,
        register: Register,
        known: Register,
        who: SignedIn | None,
        calibrations: Calibrations,
        views: PictureViews,
        news: News | None,
        cap_inbox: Path | None = None,
    ) -> None:
        self._rooms = ExitStack()
        self._outbox = open_outbox(profile_dir, store.place)
        self._rooms.callback(self._outbox.close)
        self._clerk = Clerk()
        self._rooms.callback(self._clerk.close)
        self._listen: Callable[[], None] = lambda: None
        if news is None:
            news = own = News()
            wakeups = wakeups_of(store)
            self._rooms.callback(wakeups.close)
            self._listen = lambda: wakeups.start(own.changed.emit, reachable=own.reachable.emit)
        rooms = CrisisRooms(
            clerk=self._clerk,
            clock=clock,
            news=news,
            station=access.station,
            desks=shared_desks(store, self._outbox, clock, access, register.cameras),
            cameras=known.cameras,
            owners=known.owners,
            calibrations=calibrations,
            views=views,
            layer_files=GeoJsonFiles(),
            paper_files=ExchangeFiles(cap_inbox),
            actor=who.actor if who else None,
            person=who.person if who else None,
        )
        self.board = SituationBoard(rooms)
        self.overlays = Overlays(self.board, views, calibrations, cameras=known.cameras, clock=clock)
        self.board.gaze_of = lambda number: self.overlays.gaze_of(number)
        self._rooms.callback(self.overlays.close)
        self._rooms.callback(self.board.stop)

    def take_hand(self, steering: Steering) -> None:
        """Ticks follow where the cameras say they look, and the log says who turned them."""
        self.overlays.gaze_of = steering.gaze_of
        rooms = self.board.rooms

        def turned(camera: CameraNumber) -> None:
            self.board.act(lambda actor: note_turned(rooms.desks.room, actor, camera, exercise=rooms.desks.exercise))

        steering.on_taken = turned

    def start(self) -> None:
        """Begin to listen; the window begins to read."""
        self._listen()

    def close(self) -> None:
        """Finish what was begun, and hear nothing any more."""
        self._rooms.close()
