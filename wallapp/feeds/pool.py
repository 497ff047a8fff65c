"""The pool: the GUI's side. It passes wishes on and gives what the supervisor published."""

from __future__ import annotations

import queue
import random
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from wallapp.base.clock import Clock
from wallapp.base.ids import CameraNumber, TileId
from wallapp.domain.camera import Camera, StreamName
from wallapp.domain.health import FeedFacts
from wallapp.domain.lease import Lease
from wallapp.domain.view import Level, View
from wallapp.domain.view_state import ViewId
from wallapp.domain.warrant import TrustDocuments
from wallapp.feeds.board import Board
from wallapp.feeds.settings import PoolSettings
from wallapp.feeds.supervisor import Supervisor
from wallapp.frames.control import CameraMoved, Certified, Certify, ForgetView, RememberView, RestoreView
from wallapp.frames.slot import SlotReader
from wallapp.services.credentials import Credential
from wallapp.services.picture_views import ViewNews

_News = TypeVar("_News")


class Pool:
    """Fulfils `frames.port.LivePictures`, `frames.port.SceneCamera` and `services.picture_views.ViewPort`.

    GUI thread, but for `close`, which any thread may call once.
    """

    def __init__(
        self,
        clock: Clock,
        credential_of: Callable[[str], Credential | None],
        settings: PoolSettings | None = None,
        *,
        chance: Callable[[float, float], float] = random.uniform,
    ) -> None:
        self._supervisor = Supervisor(clock, credential_of, settings or PoolSettings(), chance)
        self._cameras: Mapping[CameraNumber, Camera] = {}
        self._views: tuple[View, ...] = ()
        self._wanted: dict[TileId, tuple[CameraNumber, Level]] = {}
        self._thread = threading.Thread(target=self._supervisor.run, name="supervisor")
        self._thread.start()

    def set_cameras(self, cameras: Mapping[CameraNumber, Camera]) -> None:
        """The register that views refer to; what is wanted already follows it."""
        self._cameras = dict(cameras)
        self.want(self._views)

    @property
    def views(self) -> tuple[View, ...]:
        """What was wanted last."""
        return self._views

    def want(self, views: Sequence[View]) -> None:
        """Make exactly these views so. A view of a camera or stream that is not registered waits until it is."""
        self._views = tuple(views)
        self._wanted = {view.tile: (view.camera, view.level) for view in views}
        known = [view for view in views if view.stream in self._streams(view.camera)]
        self._supervisor.post_want(tuple(known), {view.camera: self._cameras[view.camera] for view in known})

    def reader(self, tile: TileId) -> SlotReader | None:
        """Where the tile's pictures appear; None while the board still shows an earlier wish's camera or level."""
        board = self._supervisor.board
        return board.readers.get(tile) if board.shows.get(tile) == self._wanted.get(tile) else None

    def facts(self, camera: CameraNumber, stream: StreamName | None = None) -> FeedFacts | None:
        """What is known of a feed now; of the one that is shown while `stream` is still being fetched."""
        board = self._supervisor.board
        key = None if stream is None else (camera, stream)
        if key is None or key not in board.showing:
            key = board.in_use.get(camera)
        published = board.feeds.get(key) if key else None
        return published.now() if published else None

    def set_leases(
        self,
        leases: Sequence[Lease],
        trust: TrustDocuments | None,
        *,
        scenes: Mapping[CameraNumber, tuple[bytes, ...]] | None = None,
    ) -> None:
        """These leases are in force from now on, and no others. Any thread.

        Args:
          trust: what the decoders are to believe; None leaves it as it is.
          scenes: files of the certified empty scenes; those of a camera that is not named are gone; None leaves all.
        """
        self._supervisor.post_leases({lease.camera: lease for lease in leases}, trust, scenes)

    def try_now(self, camera: CameraNumber) -> None:
        """Open again at once, and forget failures and strikes."""
        self._supervisor.post_try(camera)

    # Empty scenes

    def certify(self, camera: CameraNumber, *, seconds: float) -> None:
        """Have the camera's empty scene taken by whoever plays it; `certified` brings what came of it."""
        self._supervisor.post_certify(Certify(camera, seconds))

    def certified(self) -> list[Certified]:
        """What came since the last call, oldest first."""
        return _emptied(self._supervisor.scenes.news)

    # The remembered views

    def remember_view(self, camera: CameraNumber, view: ViewId) -> None:
        """Remember the camera's next picture as this view."""
        self._supervisor.post_view(RememberView(camera, view))

    def restore_view(self, camera: CameraNumber, view: ViewId, signature: bytes) -> None:
        """Look out for a view whose signature was stored."""
        self._supervisor.post_view(RestoreView(camera, view, signature))

    def forget_view(self, camera: CameraNumber, view: ViewId) -> None:
        """Nothing is marked in this view any more."""
        self._supervisor.post_view(ForgetView(camera, view))

    def camera_moved(self, camera: CameraNumber, revision: int, *, going_on: bool) -> None:
        """We move the camera now."""
        self._supervisor.post_view(CameraMoved(camera, revision, going_on))

    def view_news(self) -> list[ViewNews]:
        """What came since the last call, oldest first."""
        return _emptied(self._supervisor.views.news)

    @property
    def board(self) -> Board:
        """Everything published: for statistics."""
        return self._supervisor.board

    def close(self) -> None:
        """End every decoder; returns when they and the threads are gone."""
        self._supervisor.post_stop()
        self._thread.join()

    def _streams(self, camera: CameraNumber) -> Mapping[StreamName, str]:
        known = self._cameras.get(camera)
        return known.streams if known else {}


def _emptied(news: queue.SimpleQueue[_News]) -> list[_News]:
    found: list[_News] = []
    while not news.empty():
        try:
            found.append(news.get_nowait())
        except queue.Empty:
            break
    return found
