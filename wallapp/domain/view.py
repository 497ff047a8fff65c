"""What a tile wants of a camera, and how much of it may be seen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wallapp.base.ids import CameraNumber, TileId
from wallapp.domain.camera import Sensitivity, StreamName


class Level(StrEnum):
    """How much of a picture leaves the decoder, least first."""

    CLOSED = "closed"
    MOSAIC = "mosaic"
    SILHOUETTE = "silhouette"
    CLEAR = "clear"


_ORDER = tuple(Level)


def is_within(level: Level, allowed: Level) -> bool:
    """Whether a picture of this level may be shown where `allowed` is the most that may be."""
    return _ORDER.index(level) <= _ORDER.index(allowed)


MOSAIC_CELLS_LONG_SIDE = 40
"""No more cells than this on a mosaic's long side (reference: the privacy modes' measured limits)."""

MOSAIC_RATE_HZ = 5.0
"""No more mosaic pictures a second than this: many mosaics of a moving thing can be put together again."""

SILHOUETTE_LONG_SIDE_PX = 320
"""Silhouettes are looked for, drawn and shown at no more pixels than this on the long side."""

SILHOUETTE_RATE_HZ = 12.5
"""No more silhouettes a second than this."""

_STATIC_LEVEL = {
    Sensitivity.PUBLIC: Level.CLEAR,
    Sensitivity.PRIVATE: Level.MOSAIC,
    Sensitivity.PROTECTED: Level.CLOSED,
}


def static_level(sensitivity: Sensitivity) -> Level:
    """What is shown without a grant. Anything not known is closed."""
    return _STATIC_LEVEL.get(sensitivity, Level.CLOSED)


def mosaic_size(width_px: int, height_px: int) -> tuple[int, int]:
    """(columns, rows) of the mosaic of a source of this size: even, at least 2, at most 40 on the long side."""
    scale = min(1.0, MOSAIC_CELLS_LONG_SIDE / max(width_px, height_px, 1))
    return max(2, int(width_px * scale) & ~1), max(2, int(height_px * scale) & ~1)


def silhouette_size(width_px: int, height_px: int) -> tuple[int, int]:
    """(width, height) of the silhouettes of a source of this size: even, at least 2, its long side bounded."""
    scale = min(1.0, SILHOUETTE_LONG_SIDE_PX / max(width_px, height_px, 1))
    return max(2, int(width_px * scale) & ~1), max(2, int(height_px * scale) & ~1)


@dataclass(frozen=True, slots=True)
class Crop:
    """A part of the source picture in fractions of its size: 0 <= left < right <= 1, likewise top and bottom."""

    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0

    def __post_init__(self) -> None:
        if not (0.0 <= self.left < self.right <= 1.0 and 0.0 <= self.top < self.bottom <= 1.0):
            raise ValueError(f"not a part of a picture: {self}")


WHOLE = Crop()


@dataclass(frozen=True, slots=True)
class View:
    """One tile's wish. The picture is fitted into width x height keeping its shape; bars are not its business.

    Attributes:
      width_px, height_px: of the tile's picture area, device pixels, each at least 1.
    """

    tile: TileId
    camera: CameraNumber
    stream: StreamName
    width_px: int
    height_px: int
    level: Level
    crop: Crop = WHOLE
