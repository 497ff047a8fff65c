"""The picture of one tile: what may be painted there now, and since when."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QImage

from wallapp.base.ids import CameraNumber
from wallapp.domain.view import MOSAIC_CELLS_LONG_SIDE, Crop, Level, View
from wallapp.frames.slot import BYTES_PER_PIXEL, Picture, SlotReader


@dataclass(frozen=True, slots=True)
class KeptPicture:
    """A copy of a tile's picture, to bridge the time until a new slot has its first. It keeps its true times."""

    camera: CameraNumber
    level: Level
    crop: Crop
    image: QImage
    shown_mono_s: float
    arrival_ns: int


class TilePicture:
    """Follows a tile's reader and keeps images over its buffers. GUI thread only.

    An image borrows the slot's memory, which the pool may take back: it is asked for anew at every paint, and
    copied where it must outlive its slot.

    Attributes:
      shown_mono_s: when the newest picture was first seen here; None where there is none.
      arrival_ns: of the packet behind the image.
      kept: whether the image is a copy that waits for the new slot's first picture.
    """

    __slots__ = (
        "_held",
        "_image",
        "_images",
        "_reader",
        "_seen",
        "_taken",
        "_view",
        "arrival_ns",
        "kept",
        "shown_mono_s",
    )

    def __init__(self) -> None:
        self._view: View | None = None
        self._reader: SlotReader | None = None
        self._images: dict[tuple[int, int, int], QImage] = {}
        self._image: QImage | None = None
        self._held: Picture | None = None
        self._taken = 0
        self._seen = 0
        self.shown_mono_s: float | None = None
        self.arrival_ns = 0
        self.kept = False

    @property
    def since_mono_s(self) -> float | None:
        """When the picture that stands here, or waits for the next paint, came; None where there is neither."""
        return self.shown_mono_s if self.image is not None or self._seen != self._taken else None

    @property
    def image(self) -> QImage | None:
        """To be painted now; None where no picture may stand."""
        image, held, reader = self._image, self._held, self._reader
        if image is not None and held is not None and (reader is None or not reader.holds(held)):
            self.drop()
            return None
        return image

    def keep(self) -> KeptPicture | None:
        """A copy of what stands on the tile; None where nothing does."""
        view, image, shown_mono_s = self._view, self.image, self.shown_mono_s
        if view is None or image is None or shown_mono_s is None:
            return None
        copy = image if self.kept else image.copy()
        if self.image is None:  # the slot went while it was copied
            return None
        return KeptPicture(view.camera, view.level, view.crop, copy, shown_mono_s, self.arrival_ns)

    def expect(self, view: View | None, kept: KeptPicture | None) -> None:
        """Another camera or level comes: only `kept` may bridge the gap, and only where it is of these."""
        self.drop()
        self._reader = None
        self._taken = self._seen = 0
        self._view = view
        if view is not None and kept is not None and (kept.camera, kept.level) == (view.camera, view.level):
            self._bridge(kept)

    def expect_same(self, view: View) -> None:
        """Another size, stream or part of the same camera at the same level: what stands there may stay."""
        self._view = view

    def drop(self) -> None:
        """Give the picture up; only one published after this moment will be shown."""
        reader = self._reader
        if reader is not None:
            self._taken = self._seen = reader.sequence
            if self._held is not None and reader.holds(self._held):
                reader.release()
        self._images.clear()
        self._image, self._held = None, None
        self.shown_mono_s = None
        self.kept = False

    def look(self, reader: SlotReader | None, now_mono_s: float) -> bool:
        """Whether a picture waits that was not painted yet. One word is read where nothing changed."""
        if reader is not self._reader:
            self._follow(reader)
        if reader is None:
            return False
        sequence = reader.sequence
        if sequence != self._seen:
            self._seen = sequence
            if sequence:
                self.shown_mono_s = now_mono_s
        return sequence != self._taken and sequence != 0

    def take(self) -> int:
        """Bring the newest picture under the brush. Returns how many were replaced unseen since the last one."""
        reader, view = self._reader, self._view
        picture = None if reader is None else reader.take()
        if picture is None or view is None:
            return 0
        missed = picture.sequence - self._taken - 1 if self._taken else 0
        self._taken = self._seen = picture.sequence
        self.kept = False
        if view.level is Level.MOSAIC and not _fits_mosaic(picture.width_px, picture.height_px):
            self._image, self._held = None, None  # more than the level allows: whatever went wrong, it is not shown
            return missed
        key = (picture.index, picture.width_px, picture.height_px)
        image = self._images.get(key)
        if image is None:
            image = self._images[key] = self._over(picture)
        self._image, self._held = image, picture
        self.arrival_ns = picture.arrival_ns
        return missed

    def _over(self, picture: Picture) -> QImage:
        """An image over the shared memory: nothing is copied."""
        if len(self._images) > 8:
            self._images.clear()
        stride = picture.width_px * BYTES_PER_PIXEL
        return QImage(picture.pixels, picture.width_px, picture.height_px, stride, QImage.Format.Format_RGB32)

    def _follow(self, reader: SlotReader | None) -> None:
        """Another slot brings the pictures; the last one of the old slot stays until the new one has its first."""
        kept = self.keep()
        self._images.clear()
        self._image, self._held = None, None
        self.shown_mono_s, self.kept = None, False
        self._reader = reader
        self._taken = self._seen = 0
        if kept is not None:
            self._bridge(kept)

    def _bridge(self, kept: KeptPicture) -> None:
        self._image, self._held = kept.image, None
        self.shown_mono_s = kept.shown_mono_s
        self.arrival_ns = kept.arrival_ns
        self.kept = True


def is_mosaic(image: QImage) -> bool:
    """Whether it has no more pixels than a mosaic has cells."""
    return _fits_mosaic(image.width(), image.height())


def _fits_mosaic(width_px: int, height_px: int) -> bool:
    return max(width_px, height_px) <= MOSAIC_CELLS_LONG_SIDE
