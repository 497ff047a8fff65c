"""What the ui may ask of whoever brings the pictures; `feeds` fulfils it and `app` joins the two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from wallapp.base.ids import CameraNumber, TileId
from wallapp.domain.camera import StreamName
from wallapp.domain.health import FeedFacts
from wallapp.domain.view import View
from wallapp.frames.control import Certified
from wallapp.frames.slot import SlotReader


class LivePictures(Protocol):
    """The live side of the wall. All calls return at once; GUI thread only."""

    def want(self, views: Sequence[View]) -> None:
        """Make exactly these views so: at most one a tile. Everything else is closed."""
        ...

    def reader(self, tile: TileId) -> SlotReader | None:
        """Where the tile's pictures appear; None for a closed or unknown tile.

        The reader changes when the view's size, level or camera does, or a decoder is replaced: ask at
        every tick (a dictionary look-up). A view of another size or stream of the same camera and level may
        keep the old reader's picture on the tile until the new one has its first; another level never. It
        never gives pictures of another camera or level than the last `want` asked for on this tile.
        """
        ...

    def facts(self, camera: CameraNumber, stream: StreamName | None = None) -> FeedFacts | None:
        """What is known of the camera's feed (of the one in use where `stream` is None); None if none is wanted."""
        ...

    def try_now(self, camera: CameraNumber) -> None:
        """Open again at once: after a wait, a refusal, or to release a quarantined feed by hand."""
        ...


class SceneCamera(Protocol):
    """Takes cameras' empty scenes. All calls return at once; GUI thread only."""

    def certify(self, camera: CameraNumber, *, seconds: float) -> None:
        """Have it taken from what is open of the camera here; refused unless that may be seen clear all the while."""
        ...

    def certified(self) -> list[Certified]:
        """What came since the last call, oldest first: one of each stream that was open, scene or refusal."""
        ...
