"""A LivePictures without decoders: real shared memory and slots, pictures painted by the test."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from wallapp.base.clock import Clock
from wallapp.base.ids import CameraNumber, TileId
from wallapp.domain.camera import StreamName
from wallapp.domain.feed_state import Cause, Phase, Reading
from wallapp.domain.health import FeedFacts
from wallapp.domain.view import Level, View, mosaic_size
from wallapp.frames.arena import PICTURES_AT, Arena
from wallapp.frames.slot import SlotPlace, SlotReader, SlotWriter

BgraPixels = NDArray[np.uint8]


@dataclass
class _Shown:
    view: View
    writer: SlotWriter
    reader: SlotReader


class FakePictures:
    """Fulfils `frames.port.LivePictures`. Every camera connects at once and waits for `publish`.

    Attributes:
      views: what was wanted last.
      tried: cameras that `try_now` was called for, in order.
      source_px: size of every camera's source.
    """

    def __init__(self, clock: Clock, *, source_px: tuple[int, int] = (1280, 720), interval_s: float = 0.04) -> None:
        self._clock = clock
        self._arena = Arena.create("fake")
        self._arena.close_descriptor()
        self._rows = 0
        self._offset = PICTURES_AT
        self._shown: dict[TileId, _Shown] = {}
        self._facts: dict[CameraNumber, FeedFacts] = {}
        self._interval_s = interval_s
        self.source_px = source_px
        self.views: list[View] = []
        self.tried: list[CameraNumber] = []

    # The port

    def want(self, views: Sequence[View]) -> None:
        self.views = list(views)
        wanted = {view.tile: view for view in views}
        for tile in [tile for tile in self._shown if tile not in wanted]:
            del self._shown[tile]
        self._facts = {n: f for n, f in self._facts.items() if any(view.camera == n for view in views)}
        for view in views:
            self._want_one(view)

    def reader(self, tile: TileId) -> SlotReader | None:
        shown = self._shown.get(tile)
        return None if shown is None else shown.reader

    def facts(self, camera: CameraNumber, stream: StreamName | None = None) -> FeedFacts | None:
        return self._facts.get(camera)

    def try_now(self, camera: CameraNumber) -> None:
        self.tried.append(camera)

    # The test's side

    def publish(self, camera: CameraNumber, picture: BgraPixels | None = None, *, changed: bool = True) -> None:
        """Decode one frame now: into every tile of the camera, and into its facts.

        Args:
          picture: (h, w, 4) uint8 BGRA, taken nearest-neighbour to each tile's size; None paints grey that moves.
          changed: False for a source that repeats itself.
        """
        now_s = self._clock.mono_s()
        facts = self._facts[camera]
        for shown in self._shown.values():
            if shown.view.camera == camera:
                self._paint(shown, picture, facts.decoded)
                shown.writer.publish(int(now_s * 1e9))
        reading = replace(
            facts.reading,
            phase=Phase.PLAYING,
            decoded_mono_s=now_s,
            changed_mono_s=now_s if changed or facts.reading.changed_mono_s is None else facts.reading.changed_mono_s,
            interval_s=self._interval_s,
            cause=None,
            retry_mono_s=None,
        )
        self._facts[camera] = replace(facts, reading=reading, decoded=facts.decoded + 1, down_since_at=None)

    def publish_all(self, pictures: Mapping[CameraNumber, BgraPixels] | None = None) -> None:
        """One frame of every camera that is not closed."""
        for camera, facts in list(self._facts.items()):
            if facts.reading.level is not Level.CLOSED:
                self.publish(camera, (pictures or {}).get(camera))

    def fail(self, camera: CameraNumber, cause: Cause, *, retry_in_s: float = 8.0) -> None:
        """The camera went away now; the last picture stays as old as it is."""
        facts = self._facts[camera]
        retry_at = self._clock.mono_s() + retry_in_s
        self._facts[camera] = replace(
            facts,
            reading=replace(facts.reading, phase=Phase.WAITING, cause=cause, retry_mono_s=retry_at),
            down_since_at=facts.down_since_at or self._clock.now_at(),
        )

    def set_reading(self, camera: CameraNumber, reading: Reading) -> None:
        """Say anything at all of a camera."""
        self._facts[camera] = replace(self._facts[camera], reading=reading)

    # Inside

    def _want_one(self, view: View) -> None:
        facts = self._facts.get(view.camera)
        if facts is None:
            phase = Phase.CLOSED if view.level is Level.CLOSED else Phase.CONNECTING
            reading = Reading(phase, view.level)
            self._facts[view.camera] = FeedFacts(
                view.camera, view.stream, reading, codec="h264", source_px=self.source_px, source_fps=25.0, decoder=1
            )
        elif facts.stream is not view.stream:
            self._facts[view.camera] = replace(facts, stream=view.stream)
        if view.level is Level.CLOSED:
            self._shown.pop(view.tile, None)
            return
        before = self._shown.get(view.tile)
        if before is not None and replace(before.view, crop=view.crop) == view:
            before.view = view
            return
        place = SlotPlace(self._rows, self._offset, view.width_px, view.height_px)
        self._rows += 1
        self._offset += place.size_bytes
        self._shown[view.tile] = _Shown(view, SlotWriter(self._arena, place), SlotReader(self._arena, place))

    def _paint(self, shown: _Shown, picture: BgraPixels | None, count: int) -> None:
        view = shown.view
        width_px, height_px = fitted(self.source_px, view.width_px, view.height_px)
        if view.level is Level.MOSAIC:
            width_px, height_px = mosaic_size(width_px, height_px)
        target = shown.writer.begin(width_px, height_px)
        if picture is None:
            target[:] = 64 + count % 128
            target[:, :, 3] = 255
            return
        crop = view.crop
        rows = (np.linspace(crop.top, crop.bottom, height_px, endpoint=False) * picture.shape[0]).astype(np.intp)
        columns = (np.linspace(crop.left, crop.right, width_px, endpoint=False) * picture.shape[1]).astype(np.intp)
        target[:] = picture[rows[:, None], columns[None, :]]


def fitted(source_px: tuple[int, int], width_px: int, height_px: int) -> tuple[int, int]:
    """The largest size of the source's shape within width x height, each side at least 1."""
    scale = min(width_px / source_px[0], height_px / source_px[1])
    return max(1, min(width_px, round(source_px[0] * scale))), max(1, min(height_px, round(source_px[1] * scale)))
