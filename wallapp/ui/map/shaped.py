"""Features made ready to be drawn: their paths, thinned to what a scale can show, and their frames in the world."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from wallapp.domain.map_data import AreaShape, CircleShape, LineShape, MapFeature, MapKind, PointShape
from wallapp.domain.place import Place, towards
from wallapp.ui.map.looks import style_of
from wallapp.ui.map.projection import STEPS_PER_OCTAVE, WorldBox, WorldPoint, box_of, scale_of, to_world

UNITS: Final = scale_of(18 * STEPS_PER_OCTAVE)
"""Paths are kept in these parts of the world's side, counted from the feature's own corner."""
_COARSE_PX: Final = 0.7
"""Two points of a line nearer than this are one."""
_SMALLEST_PX: Final = 3.0
"""What would be drawn smaller than this is left out; a house, from twice as large on."""
_CIRCLE_SIDES: Final = 48


class Shaped:
    """One feature. Paths are made when they are first drawn at an octave. GUI thread."""

    def __init__(self, feature: MapFeature) -> None:
        self.feature = feature
        self.style = style_of(feature)
        self.is_area = isinstance(feature.geometry, (AreaShape, CircleShape))
        self.lines: list[list[WorldPoint]] = [[to_world(place) for place in line] for line in _lines(feature)]
        self.box: WorldBox = box_of(point for line in self.lines for point in line) or (0.0, 0.0, 0.0, 0.0)
        self.extent = max(self.box[2] - self.box[0], self.box[3] - self.box[1])
        self._paths: dict[int, QPainterPath] = {}

    def draw(self, painter: QPainter, left: float, top: float, steps: int, metres_per_px: float) -> None:
        """Draw line and area; a point draws nothing here.

        Args:
          left, top: the point of the world at the painter's origin.
          steps: the scale.
        """
        style = self.style
        pen_px = max(style.stroke_width_px, style.stroke_width_m / metres_per_px)
        if not self.lines or isinstance(self.feature.geometry, PointShape) or self._is_speck(steps, pen_px):
            return
        scale = scale_of(steps)
        painter.save()
        painter.translate(QPointF((self.box[0] - left) * scale, (self.box[1] - top) * scale))
        painter.scale(scale / UNITS, scale / UNITS)
        painter.setPen(self._pen(pen_px))
        painter.setBrush(
            _colour(style.fill, style.fill_opacity) if self.is_area and style.fill else Qt.BrushStyle.NoBrush
        )
        painter.drawPath(self._path(steps))
        painter.restore()

    def middle(self) -> WorldPoint:
        """Where a name stands: a point itself, else the middle of the frame."""
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2

    def along(self, count: int) -> list[tuple[WorldPoint, float]]:
        """So many points spread evenly along a line, each with the line's direction there: degrees, clockwise, 0 is
        to the right.
        """
        stretches = [(start, end, math.dist(start, end)) for start, end in pairwise(self.lines[0])]
        whole = sum(length for _, _, length in stretches)
        found: list[tuple[WorldPoint, float]] = []
        gone = 0.0
        for (u0, v0), (u1, v1), length in stretches:
            while len(found) < count and gone + length >= (len(found) + 0.5) / count * whole and length > 0:
                part = ((len(found) + 0.5) / count * whole - gone) / length
                at = (u0 + (u1 - u0) * part, v0 + (v1 - v0) * part)
                found.append((at, math.degrees(math.atan2(v1 - v0, u1 - u0))))
            gone += length
        return found

    def _is_speck(self, steps: int, pen_px: float) -> bool:
        """Too small to be told from its neighbours; a short line that is drawn wide is not."""
        smallest_px = 2 * _SMALLEST_PX if self.feature.kind is MapKind.BUILDING else _SMALLEST_PX
        return self.extent * scale_of(steps) + (0 if self.is_area else pen_px) < smallest_px

    def _pen(self, pen_px: float) -> QPen:
        style = self.style
        if not style.stroke:
            return QPen(Qt.PenStyle.NoPen)
        pen = QPen(_colour(style.stroke, style.stroke_opacity), pen_px)
        pen.setCosmetic(True)
        has_ends = style.dashed or style.stroke_width_m > 0  # a street ends where it ends, not half its width farther
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if has_ends else Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if style.dashed:
            pen.setDashPattern([4.0, 2.5])
        return pen

    def _path(self, steps: int) -> QPainterPath:
        octave = -(-steps // STEPS_PER_OCTAVE)
        path = self._paths.get(octave)
        if path is None:
            cell = _COARSE_PX * UNITS / scale_of(octave * STEPS_PER_OCTAVE)
            path = QPainterPath()
            path.setFillRule(Qt.FillRule.OddEvenFill)
            for line in self.lines:
                path.addPolygon(QPolygonF(self._thinned(line, cell)))
                if self.is_area:
                    path.closeSubpath()
            self._paths[octave] = path
        return path

    def _thinned(self, line: Sequence[WorldPoint], cell: float) -> list[QPointF]:
        left, top = self.box[0], self.box[1]
        found: list[QPointF] = []
        last_x = last_y = math.inf
        for u, v in line[:-1]:
            x, y = (u - left) * UNITS, (v - top) * UNITS
            if abs(x - last_x) > cell or abs(y - last_y) > cell:
                found.append(QPointF(x, y))
                last_x, last_y = x, y
        found.append(QPointF((line[-1][0] - left) * UNITS, (line[-1][1] - top) * UNITS))
        return found


def _lines(feature: MapFeature) -> Sequence[Sequence[Place]]:
    geometry = feature.geometry
    if isinstance(geometry, PointShape):
        return [[geometry.at]]
    if isinstance(geometry, LineShape):
        return [geometry.places]
    if isinstance(geometry, AreaShape):
        return [ring for ring in geometry.rings if ring]
    turn = 360.0 / _CIRCLE_SIDES
    return [[towards(geometry.centre, side * turn, geometry.radius_m) for side in range(_CIRCLE_SIDES)]]


def _colour(text: str, opacity: float) -> QColor:
    colour = QColor(text)
    colour.setAlphaF(max(0.0, min(1.0, opacity)))
    return colour


def meets(one: WorldBox, other: WorldBox) -> bool:
    """Whether two frames have a point in common."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
