"""Takes pictures of what the wall shows, keeps them, and says what came of it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from wallapp.base.ids import CameraNumber, TileId
from wallapp.ui.notice import Notice, Weight
from wallapp.ui.rooms import Rooms
from wallapp.ui.snapshots import SnapshotFault, SnapshotNotKept, save_snapshot
from wallapp.ui.wall.canvas import WallCanvas

_AS_IT_IS: Final = "\u2066{}\u2069"
"""Keeps a path's slashes in their places within a line read from right to left."""


class SnapshotDesk(QObject):
    """Signals: `told` (Notice). GUI thread."""

    told = Signal(object)

    def __init__(self, canvas: WallCanvas, rooms: Rooms, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._rooms = rooms

    def keep_tile(self, tile: int) -> None:
        """Keep what a tile shows, its state and the time included."""
        session = self._rooms.session
        number = session.camera_on(TileId(tile))
        if number is None and session.map_on(TileId(tile)) is not None:
            self._record(self._canvas.snapshot(TileId(tile)), "map", set())
            return
        if number is None:
            self.told.emit(Notice(self.tr("The selected tile is empty: no snapshot was taken"), Weight.TROUBLE))
            return
        self._record(self._canvas.snapshot(TileId(tile)), str(number), {number})

    def keep_wall(self) -> None:
        """Keep what the whole wall shows."""
        contents = (self._rooms.session.content(TileId(tile)) for tile in self._rooms.session.tiles)
        shown = {content.camera for content in contents if content is not None}
        self._record(self._canvas.grab_wall(), "wall", shown)

    def _record(self, image: QImage, what: str, shown: set[CameraNumber]) -> None:
        """Keep the picture; what a grant has opened on it is in the history first, or the picture is not kept."""
        self.note(shown, lambda: self._keep(image, what), self._not_recorded)

    def note(self, shown: Collection[CameraNumber], then: Callable[[], None], failed: Callable[[], None]) -> None:
        """Record that a picture is kept on which these cameras are; where a grant has opened none, there is nothing to.

        Args:
          then: once it is recorded; `failed` where it cannot be: no picture may be kept.
        """
        access = self._rooms.access
        held = {camera: one for camera, one in access.sights.held.items() if camera in shown} if access else {}
        if access is None or not held:
            then()
            return
        note = access.note_snapshot
        access.clerk.ask(lambda: note(held), lambda _: then(), failed=lambda _: failed())

    def _not_recorded(self) -> None:
        text = self.tr("No snapshot was kept: it cannot be recorded who keeps it, the store does not answer")
        self.told.emit(Notice(text, Weight.TROUBLE))

    def _keep(self, image: QImage, what: str) -> None:
        try:
            path = save_snapshot(image, self._rooms.snapshot_dir, what=what, taken_at=self._rooms.clock.now_at())
        except SnapshotNotKept as error:
            self.told.emit(Notice(self._refusal(error.fault), Weight.TROUBLE))
        else:
            self.told.emit(Notice(self.tr("Snapshot {name}").format(name=_AS_IT_IS.format(path))))

    def _refusal(self, fault: SnapshotFault) -> str:
        folder = self._rooms.snapshot_dir
        texts = {
            SnapshotFault.NO_PICTURE: self.tr("No snapshot was kept: there is no picture to keep"),
            SnapshotFault.DISK_FULL: self.tr("No snapshot was kept: the disk of {folder} is full, make room there"),
            SnapshotFault.NOT_WRITABLE: self.tr("No snapshot was kept: {folder} cannot be written"),
        }
        return texts[fault].format(folder=folder)
