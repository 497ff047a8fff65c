"""Pictures of the ground from a file of raster tiles, decoded with bounds and kept while they are used."""

from __future__ import annotations

import logging
from collections import OrderedDict
from typing import Final, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QImage, QImageReader, QPainter

from wallapp.base.errors import WallError
from wallapp.ui.map.projection import STEPS_PER_OCTAVE, WorldBox, scale_of

log = logging.getLogger("wallapp.ui.map")

_KEPT: Final = 96
_SIDE_MAX_PX: Final = 1024
"""Raster tiles are 256 or 512 pixels wide; what claims to be larger is not decoded."""
_TILES_MAX: Final = 64
"""To be read for one tile of the map; a file without coarse scales shows nothing from afar."""
_FORMATS: Final = frozenset({b"png", b"jpeg", b"jpg", b"webp"})


class RasterTiles(Protocol):
    """Raster tiles in Web Mercator; `exchange.mbtiles.MbTiles` is one."""

    @property
    def zoom_min(self) -> int:
        """The coarsest scale there is."""
        ...

    @property
    def zoom_max(self) -> int:
        """The finest."""
        ...

    def tile(self, zoom: int, column: int, row: int) -> bytes | None:
        """The file of one tile, rows counted from the north; None where there is none. May raise Unavailable."""
        ...


class RasterGround:
    """Draws raster tiles. GUI thread."""

    def __init__(self, tiles: RasterTiles) -> None:
        self._tiles = tiles
        self._kept: OrderedDict[tuple[int, int, int], QImage | None] = OrderedDict()
        self._is_told = False

    def paint(self, painter: QPainter, box: WorldBox, steps: int) -> None:
        """Draw the part of the world `box`, whose corner is the painter's origin."""
        finest, coarsest = self._tiles.zoom_max, self._tiles.zoom_min
        zoom = min(finest, max(coarsest, round(steps / STEPS_PER_OCTAVE)))
        count = 2**zoom
        left, top = max(0, int(box[0] * count)), max(0, int(box[1] * count))
        right, bottom = min(count - 1, int(box[2] * count)), min(count - 1, int(box[3] * count))
        if (right - left + 1) * (bottom - top + 1) > _TILES_MAX:
            return
        scale = scale_of(steps)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                image = self._image(zoom, column, row)
                if image is not None:
                    x_px, y_px = (column / count - box[0]) * scale, (row / count - box[1]) * scale
                    painter.drawImage(QRectF(x_px, y_px, scale / count, scale / count), image)

    def _image(self, zoom: int, column: int, row: int) -> QImage | None:
        key = (zoom, column, row)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        try:
            content = self._tiles.tile(zoom, column, row)
        except WallError as error:
            content = None
            if not self._is_told:
                log.warning("the map's raster tiles cannot be read: %s", error)
            self._is_told = True
        image = None if content is None else decoded(content)
        self._kept[key] = image
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return image


def decoded(content: bytes) -> QImage | None:
    """The picture of a tile; None where it is none, or larger than a tile may be."""
    bytes_ = QByteArray(content)
    buffer = QBuffer(bytes_)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    fits = 0 < size.width() <= _SIDE_MAX_PX and 0 < size.height() <= _SIDE_MAX_PX
    if not fits or bytes(reader.format().data()) not in _FORMATS:
        return None
    image = reader.read()
    return None if image.isNull() else image
