"""Where a map stands over its tile, and how it gets into a picture of the wall."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from wallapp.ui.wall.tile import Tile


def map_area(found: Tile, ratio: float) -> QRect:
    """The tile without its title and the selection's frame, which stay to be seen; the widget's pixels."""
    frame_px = math.ceil((found.face.scale.thin + 1) / ratio)
    title_px = math.ceil(found.face.title_area.height() / ratio)
    return found.spot.adjusted(frame_px, title_px, -frame_px, -frame_px)


def paint_map(painter: QPainter, shown: QWidget | None, ratio: float) -> None:
    """Paint the map that stands over a tile, device pixels; on the screen it paints itself."""
    if shown is not None and not shown.isHidden():
        left, top = round(shown.x() * ratio), round(shown.y() * ratio)
        painter.drawPixmap(left, top, round(shown.width() * ratio), round(shown.height() * ratio), shown.grab())
