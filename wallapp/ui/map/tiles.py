"""What does not change while the map is moved is drawn once, in square tiles, and a few of them at a time."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QRegion

from wallapp.base.clock import Clock
from wallapp.ui.map.projection import TILE_PX, Viewport, WorldBox, scale_of

TILES_KEPT: Final = 160
"""Of 256 x 256 pixels: 40 MiB at most, some four screens of a quarter of a window."""

PaintTile = Callable[[QPainter, WorldBox, int], None]
"""(painter with the tile's corner at its origin, the tile's part of the world, steps of the scale)."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a drawing did: whether everything was there at its end, else draw again soon; and how many were made."""

    is_complete: bool
    made: int


@dataclass(slots=True)
class _Kept:
    image: QImage
    revision: int


class TileLayer:
    """One sheet of the map. GUI thread."""

    def __init__(self, paint: PaintTile, clock: Clock, *, ground: str = "") -> None:
        self._paint = paint
        self._clock = clock
        self._ground = ground
        self._revision = 0
        self._ratio = 1.0
        self._kept: OrderedDict[tuple[int, int, int], _Kept] = OrderedDict()
        self._steps = [0, 0]
        """The scale shown now, and the one before, which fills in until the tiles of now are there."""

    def outdate(self) -> None:
        """What the tiles show has changed: they are drawn again, and shown as they are until then."""
        self._revision += 1

    def forget(self) -> None:
        """Drop every tile: what they show is no longer true, not even for a moment."""
        self._kept.clear()

    def draw(self, painter: QPainter, view: Viewport, *, until_mono_s: float, at_least: int = 1) -> Drawn:
        """Draw what is there, and make tiles that are missing until the time is up.

        Args:
          at_least: so many are made even where there is no time.
        """
        self._follow(painter, view)
        wanted = self._wanted(view)
        late = [key for key in wanted if not self._is_current(key)]
        late.sort(key=lambda key: self._far(key, view))
        made = 0
        for index, key in enumerate(late):
            if index >= at_least and self._clock.mono_s() >= until_mono_s:
                break
            self._make(key)
            made = index + 1
        left = [key for key in wanted if key not in self._kept]
        if left:
            self._draw_other_scale(painter, view, left)
        for key in wanted:
            kept = self._kept.get(key)
            if kept is not None:
                self._kept.move_to_end(key)
                painter.drawImage(self._corner(key, view), kept.image)
        while len(self._kept) > max(TILES_KEPT, 3 * len(wanted)):
            self._kept.popitem(last=False)
        return Drawn(made == len(late), made)

    def _follow(self, painter: QPainter, view: Viewport) -> None:
        ratio = painter.device().devicePixelRatio()
        if ratio != self._ratio:
            self._ratio = ratio
            self._kept.clear()
        if view.steps != self._steps[0]:
            self._steps = [view.steps, self._steps[0]]

    def _wanted(self, view: Viewport) -> list[tuple[int, int, int]]:
        left, top, right, bottom = (edge * view.scale / TILE_PX for edge in view.box)
        return [
            (view.steps, column, row)
            for row in range(math.floor(top), math.floor(bottom) + 1)
            for column in range(math.floor(left), math.floor(right) + 1)
        ]

    def _is_current(self, key: tuple[int, int, int]) -> bool:
        kept = self._kept.get(key)
        return kept is not None and kept.revision == self._revision

    def _far(self, key: tuple[int, int, int], view: Viewport) -> float:
        """From the middle, where one looks."""
        corner = self._corner(key, view)
        half = TILE_PX / 2
        return abs(corner.x() + half - view.width_px / 2) + abs(corner.y() + half - view.height_px / 2)

    def _corner(self, key: tuple[int, int, int], view: Viewport) -> QPointF:
        """To the whole pixel, so that tiles meet without a seam and stay sharp."""
        _, column, row = key
        x_px = round(view.width_px / 2 - view.u * view.scale)
        y_px = round(view.height_px / 2 - view.v * view.scale)
        return QPointF(x_px + column * TILE_PX, y_px + row * TILE_PX)

    def _make(self, key: tuple[int, int, int]) -> None:
        steps, column, row = key
        side = round(TILE_PX * self._ratio)
        opaque = bool(self._ground)
        image = QImage(side, side, QImage.Format.Format_RGB32 if opaque else QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(side / TILE_PX)
        image.fill(self._ground if opaque else Qt.GlobalColor.transparent)
        tile = TILE_PX / scale_of(steps)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, (column * tile, row * tile, (column + 1) * tile, (row + 1) * tile), steps)
        painter.end()
        self._kept[key] = _Kept(image, self._revision)

    def _draw_other_scale(self, painter: QPainter, view: Viewport, left: list[tuple[int, int, int]]) -> None:
        """The tiles of the scale before, larger or smaller, where those of now are missing."""
        side = TILE_PX * view.scale / scale_of(self._steps[1])
        if not TILE_PX / 8 <= side <= TILE_PX * 8:
            return
        whole = QRectF(0, 0, view.width_px, view.height_px)
        holes = QRegion()
        for key in left:
            holes += QRect(self._corner(key, view).toPoint(), QSize(TILE_PX, TILE_PX))
        painter.save()
        painter.setClipRegion(holes)
        for key, kept in self._kept.items():
            if key[0] != self._steps[1]:
                continue
            tile = TILE_PX / scale_of(key[0])
            x_px, y_px = view.to_px(key[1] * tile, key[2] * tile)
            target = QRectF(x_px, y_px, side, side)
            if target.intersects(whole):
                painter.drawImage(target, kept.image, QRectF(kept.image.rect()))
        painter.restore()
