"""What lies over one tile's picture: marks, shapes and chips, drawn once into a pixmap and then only laid over.

All lengths are device pixels. Spots are fractions of the whole source picture, so that every stream, crop and mosaic
of it agrees.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QMenu

from wallapp.base.ids import CameraNumber, MarkerId, TileId
from wallapp.domain.ground_points import Spot
from wallapp.domain.layer_looks import MARKER_COLOURS, symbol_of
from wallapp.domain.map_data import Symbol
from wallapp.domain.marker import MarkerColour
from wallapp.domain.overlay import NOTHING, AtBearing, AtBorder, AtSpot, Border, DrawnShape, Mark, Overlay
from wallapp.domain.view import Crop
from wallapp.ui import theme
from wallapp.ui.wall.face import Scale, frame

_CHIPS_MOST: Final = 3
_LABELS_FROM_TEXTS: Final = 12
"""A tile lower than so many of its own letters has no room for labels beside spots."""
_DIM: Final = 0.5
_ARROWS: Final = {Border.LEFT: "◀", Border.RIGHT: "▶", Border.BEHIND: "▼"}


class WallOverlays(Protocol):
    """Whoever knows what lies over the cameras' pictures; `services.overlays.Overlays` does. GUI thread."""

    def of(self, number: CameraNumber) -> Overlay:
        """Everything over this camera's picture."""
        ...

    def look(self) -> frozenset[CameraNumber]:
        """Called at every tick: the cameras whose overlay is another one now."""
        ...


@dataclass(frozen=True, slots=True)
class TileSpot:
    """Where somebody points on the wall.

    Attributes:
      at: the spot of the whole source picture; None beside it, and where no picture is shown.
      is_clear: whether the picture there is shown clear.
      marker: the mark that lies there.
    """

    tile: TileId
    camera: CameraNumber
    at: Spot | None
    is_clear: bool
    marker: MarkerId | None


class SpotDesk(Protocol):
    """What the menu of a spot leads to. GUI thread.

    Attributes:
      works: whether the person may put anything there.
    """

    works: bool

    def open_incident(self, spot: TileSpot) -> None:
        """Open an incident with this camera, place and time."""
        ...

    def place_marker(self, spot: TileSpot) -> None:
        """Put a marker there."""
        ...

    def spotlight(self, about: TileSpot) -> None:
        """Bring up the cameras around this one."""
        ...

    def add_mark(self, menu: QMenu, marker: MarkerId) -> None:
        """Put what can be done with a marker into a menu."""
        ...


@dataclass(frozen=True, slots=True)
class _Hit:
    marker: MarkerId
    box: QRectF


class TileOverlay:
    """Of one tile at one place. GUI thread."""

    def __init__(self, area: QRect, scale: Scale) -> None:
        self._area = area
        self._scale = scale
        self._overlay = NOTHING
        self._made_for: tuple[QRect | None, Crop] | None = None
        self._pixmap: QPixmap | None = None
        self._at = area.topLeft()
        self._hits: list[_Hit] = []

    def show(self, overlay: Overlay) -> bool:
        """Show this one. Returns whether it is another than before."""
        if overlay == self._overlay:
            return False
        self._overlay, self._made_for = overlay, None
        return True

    @property
    def overlay(self) -> Overlay:
        """What is shown."""
        return self._overlay

    def paint(self, painter: QPainter, where: QRect | None, crop: Crop) -> None:
        """Lay it over the picture.

        Args:
          where: of the shown part of the picture; None where none is shown: then spots become chips.
          crop: which part of the source that is.
        """
        if self._overlay is NOTHING:
            return
        self._prepare(where, crop)
        if self._pixmap is not None:
            painter.drawPixmap(self._at, self._pixmap)
        if self._overlay.frame:
            frame(painter, self._area, QColor(self._overlay.frame), 2 * self._scale.thin)

    def mark_at(self, x_px: float, y_px: float) -> MarkerId | None:
        """The topmost mark under a point of the wall, as it was painted last; None where there is none."""
        point = QPointF(x_px, y_px)
        return next((hit.marker for hit in reversed(self._hits) if hit.box.contains(point)), None)

    def _prepare(self, where: QRect | None, crop: Crop) -> None:
        if self._made_for is not None and self._made_for == (where, crop):
            return
        self._made_for = (QRect(where) if where is not None else None, crop)
        brush = _Brush(self._area, self._scale, where, crop)
        pixmap = QPixmap(self._area.size())
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.translate(-self._area.topLeft())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if where is not None:
            painter.setClipRect(where)
            for shape in self._overlay.shapes:
                brush.draw_shape(painter, shape)
            painter.setClipRect(self._area)
        for mark in self._overlay.marks:
            brush.draw_mark(painter, mark)
        brush.draw_chips(painter)
        painter.end()
        self._hits = brush.hits
        touched = brush.touched.toAlignedRect().intersected(self._area)
        self._pixmap = None
        if not touched.isEmpty():
            self._pixmap = pixmap.copy(touched.translated(-self._area.topLeft()))
            self._at = touched.topLeft()


class _Brush:
    """Draws one overlay; collects the chips, what can be hit, and what was drawn on."""

    def __init__(self, area: QRect, scale: Scale, where: QRect | None, crop: Crop) -> None:
        self._area = QRectF(area)
        self._scale = scale
        self._where = None if where is None else QRectF(where)
        self._crop = crop
        self._side = max(9.0, scale.text * 0.95)
        self._has_labels = area.height() >= _LABELS_FROM_TEXTS * scale.text
        self._font = theme.font(max(9, round(scale.text * 0.85)))
        self._chips: dict[Border, list[Mark]] = {}
        self.hits: list[_Hit] = []
        self.touched = QRectF()

    def draw_shape(self, painter: QPainter, shape: DrawnShape) -> None:
        """Fill by the odd-even rule, then the lines over a dark edge."""
        look, width = shape.look, max(1.0, shape.look.stroke_width * self._scale.thin * 0.6)
        if shape.fills and look.fill is not None and look.fill_opacity > 0:
            path = QPainterPath()
            path.setFillRule(Qt.FillRule.OddEvenFill)
            for corners in shape.fills:
                path.addPolygon(self._polygon(corners))
                path.closeSubpath()
            colour = QColor(look.fill)
            colour.setAlphaF(look.fill_opacity)
            painter.fillPath(path, colour)
            self._touch(path.boundingRect())
        for line in shape.lines:
            points = self._polygon(line)
            for ink, size in ((QColor(20, 24, 27, 160), width + self._scale.thin), (QColor(look.stroke), width)):
                ink.setAlphaF(ink.alphaF() * look.stroke_opacity)
                painter.setPen(_pen(ink, size, width, dashed=look.dashed))
                painter.drawPolyline(points)
            self._touch(points.boundingRect().adjusted(-2 * width, -2 * width, 2 * width, 2 * width))
        for spot in shape.spots:
            self._draw_point(painter, shape, self._point(spot))

    def _draw_point(self, painter: QPainter, shape: DrawnShape, point: QPointF) -> None:
        """A ring, which no marker is, with the drawing's words; of a text the words alone."""
        look, size = shape.look, self._side * 0.8
        box = QRectF(0, 0, size, size)
        box.moveCenter(point)
        painter.setOpacity(look.stroke_opacity)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if not look.is_text:
            for ink, wide in ((QColor(theme.SHADE), size * 0.45), (QColor(look.stroke), size * 0.22)):
                painter.setPen(QPen(ink, wide))
                painter.drawEllipse(box)
        touched = box.adjusted(-size / 2, -size / 2, size / 2, size / 2)
        if shape.label and self._has_labels:
            at = point if look.is_text else QPointF(box.right() + size / 4, box.top())
            touched = touched.united(self._plate(painter, at, shape.label))
        painter.setOpacity(1.0)
        self._touch(touched)

    def draw_mark(self, painter: QPainter, mark: Mark) -> None:
        """At its spot or its bearing; what belongs to the border waits for `draw_chips`."""
        at = mark.at
        if self._where is None:
            at = at if isinstance(at, AtBorder) else AtBorder(Border.CAMERA)
        elif isinstance(at, AtSpot):
            at = self._draw_spot(painter, mark, at) or at
        elif isinstance(at, AtBearing):
            at = self._draw_tick(painter, mark, at) or at
        if isinstance(at, AtBorder):
            self._chips.setdefault(at.border, []).append(replace(mark, at=at))

    def _draw_spot(self, painter: QPainter, mark: Mark, at: AtSpot) -> AtBorder | None:
        """Draw it; or the border it belongs to, where the shown part of the picture leaves it out."""
        x, y = self._within(at.x, at.y)
        if not 0.0 <= x <= 1.0:
            return AtBorder(Border.LEFT if x < 0 else Border.RIGHT)
        if not 0.0 <= y <= 1.0:
            return AtBorder(Border.AROUND)
        point = self._point((at.x, at.y))
        box = QRectF(0, 0, self._side, self._side)
        box.moveCenter(point)
        painter.setOpacity(_DIM if mark.dim else 1.0)
        draw_mark_symbol(painter, mark, box)
        hit = box
        if mark.label and self._has_labels:
            hit = hit.united(self._plate(painter, QPointF(box.right() + 2, box.top()), mark.label))
        painter.setOpacity(1.0)
        self._touch(hit.adjusted(-3, -3, 3, 3))
        self.hits.append(_Hit(mark.marker, hit.adjusted(-3, -3, 3, 3)))
        return None

    def _draw_tick(self, painter: QPainter, mark: Mark, at: AtBearing) -> AtBorder | None:
        """A line down from the picture's upper border, as far as nothing is known: a tick."""
        assert self._where is not None
        x, _ = self._within(at.x, 0.0)
        if not 0.0 <= x <= 1.0:
            return AtBorder(Border.LEFT if x < 0 else Border.RIGHT, at.distance_m)
        left, top = self._where.x() + x * self._where.width(), self._where.y() + self._scale.strip
        length = max(2 * self._side, self._where.height() * 0.18)
        painter.setOpacity(_DIM if mark.dim else 1.0)
        for colour, width in ((theme.SHADE, 3 * self._scale.thin), (MARKER_COLOURS[mark.colour], self._scale.thin)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawLine(QPointF(left, top), QPointF(left, top + length))
        box = QRectF(left - self._side / 2, top + length - self._side / 2, self._side, self._side)
        draw_mark_symbol(painter, mark, box)
        hit = box.united(QRectF(left - 3, top, 6, length))
        if self._has_labels:
            hit = hit.united(self._plate(painter, QPointF(box.right() + 2, box.top()), _words(mark, at.distance_m)))
        painter.setOpacity(1.0)
        self._touch(hit.adjusted(-3, -3, 3, 3))
        self.hits.append(_Hit(mark.marker, hit))
        return None

    def draw_chips(self, painter: QPainter) -> None:
        """Along the borders: alarms and the nearest first, and with the last how many more there are."""
        most = _CHIPS_MOST if self._has_labels else 1
        for border, marks in self._chips.items():
            ordered = sorted(marks, key=_urgency)
            for index, mark in enumerate(ordered[:most]):
                more = len(ordered) - most if index == most - 1 else 0
                self._chip(painter, border, mark, index, more=more)

    def _chip(self, painter: QPainter, border: Border, mark: Mark, index: int, *, more: int) -> None:
        arrow = _ARROWS.get(border, "")
        distance_m = mark.at.distance_m if isinstance(mark.at, AtBorder) else None
        text = _words(mark, distance_m) if self._has_labels else ("" if distance_m is None else _metres(distance_m))
        if border is Border.VIEW and self._has_labels:
            moved = QCoreApplication.translate("Wall", "view moved")
            text = f"{text} · {moved}" if text else moved
        if more > 0:
            text = f"{text} +{more}".strip()
        text = f"{text} {arrow}".strip() if border is not Border.LEFT else f"{arrow} {text}".strip()
        metrics = QFontMetrics(self._font)
        pad, room = self._scale.pad // 2 + 1, self._area.width() * 0.45
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(1, int(room)))
        side = self._side
        width = pad + side + (pad + metrics.horizontalAdvance(text) if text else 0) + pad
        height = max(self._side, metrics.height()) + 2
        box = self._chip_box(border, index, width, height)
        painter.setOpacity(1.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(20, 24, 27, 222))
        painter.drawRoundedRect(box, pad, pad)
        painter.setOpacity(_DIM if mark.dim else 1.0)
        draw_mark_symbol(painter, mark, QRectF(box.x() + pad, box.center().y() - side / 2, side, side))
        self.hits.append(_Hit(mark.marker, box))
        painter.setPen(QColor(theme.TEXT_STRONG))
        painter.setFont(self._font)
        left = box.x() + 2 * pad + side
        painter.drawText(QRectF(left, box.y(), box.right() - left, box.height()), _LEFT, text)
        painter.setOpacity(1.0)
        self._touch(box.adjusted(-1, -1, 1, 1))

    def _chip_box(self, border: Border, index: int, width: float, height: float) -> QRectF:
        area, gap = self._area, self._scale.pad
        down = area.y() + self._scale.strip + gap + index * (height + 2)
        box = QRectF(area.x() + gap, down, width, height)
        if border in (Border.RIGHT, Border.CAMERA):
            box.moveRight(area.right() - gap)
        if border is Border.CAMERA:
            return box
        if border in (Border.LEFT, Border.RIGHT):
            box.moveTop(area.center().y() + (index - 1) * (height + 2))
        elif border is Border.BEHIND:
            box.moveCenter(QPointF(area.center().x(), 0))
            box.moveBottom(area.bottom() - self._scale.strip - gap - index * (height + 2))
        elif border is Border.AROUND:
            box.moveRight(area.right() - gap)
            box.moveBottom(area.bottom() - self._scale.strip - gap - index * (height + 2))
        return box

    def _plate(self, painter: QPainter, at: QPointF, text: str) -> QRectF:
        """Words on a dark ground, kept inside the tile."""
        metrics, pad = QFontMetrics(self._font), self._scale.pad // 2
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(1, int(self._area.width() * 0.4)))
        box = QRectF(at.x(), at.y(), metrics.horizontalAdvance(text) + 2 * pad, metrics.height())
        if box.right() > self._area.right():
            box.moveRight(at.x() - self._side - 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(20, 24, 27, 222))
        painter.drawRoundedRect(box, pad, pad)
        painter.setPen(QColor(theme.TEXT_STRONG))
        painter.setFont(self._font)
        painter.drawText(box.adjusted(pad, 0, 0, 0), _LEFT, text)
        return box

    def _within(self, x: float, y: float) -> Spot:
        """A spot of the source as fractions of the shown part."""
        crop = self._crop
        return (x - crop.left) / (crop.right - crop.left), (y - crop.top) / (crop.bottom - crop.top)

    def _point(self, spot: Spot) -> QPointF:
        assert self._where is not None
        x, y = self._within(*spot)
        return QPointF(self._where.x() + x * self._where.width(), self._where.y() + y * self._where.height())

    def _polygon(self, spots: Sequence[Spot]) -> QPolygonF:
        return QPolygonF([self._point(spot) for spot in spots])

    def _touch(self, box: QRectF) -> None:
        self.touched = box if self.touched.isNull() else self.touched.united(box)


def _pen(ink: QColor, size: float, width: float, *, dashed: bool) -> QPen:
    """Of a shape's line: `size` wide; dashes are counted in widths of the coloured line, so that its edge agrees."""
    pen = QPen(ink, size, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    if dashed:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([5.0 * width / size, 3.0 * width / size])
    return pen


_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def draw_mark_symbol(painter: QPainter, mark: Mark, box: QRectF) -> None:
    """Shape and colour of a mark: filled where somebody vouches for its place, else hollow."""
    colour = QColor(MARKER_COLOURS[mark.colour])
    path = _path(symbol_of(mark.colour), box)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.SHADE), box.width() * 0.3))
    painter.drawPath(path)
    tells = mark.hollow and mark.colour is not MarkerColour.BLACK  # a black edge on a dark ground would be none
    edge = colour if tells else QColor(theme.TEXT_STRONG)
    painter.setPen(QPen(edge, max(1.0, box.width() * (0.16 if mark.hollow else 0.09))))
    painter.setBrush(QColor(20, 24, 27, 120) if mark.hollow else colour)
    painter.drawPath(path)


def overlay_words(overlay: Overlay) -> str:
    """What lies over the picture in one line, for who cannot see it; empty for nothing."""
    parts = []
    if overlay.marks:
        named = [mark.label for mark in overlay.marks if mark.label]
        said = ", ".join(
            [*named, *([f"+{len(overlay.marks) - len(named)}"] if len(named) < len(overlay.marks) else [])]
        )
        parts.append(QCoreApplication.translate("Wall", "markers: {markers}").format(markers=said))
    if overlay.concerned:
        names = ", ".join(overlay.concerned)
        parts.append(QCoreApplication.translate("Wall", "concerned by {layers}").format(layers=names))
    return " · ".join(parts)


def _path(symbol: Symbol, box: QRectF) -> QPainterPath:
    path, middle = QPainterPath(), box.center()
    if symbol is Symbol.TRIANGLE:
        corners = [QPointF(middle.x(), box.top()), box.bottomRight(), box.bottomLeft()]
    elif symbol is Symbol.DIAMOND:
        corners = [
            QPointF(middle.x(), box.top()),
            QPointF(box.right(), middle.y()),
            QPointF(middle.x(), box.bottom()),
            QPointF(box.left(), middle.y()),
        ]
    elif symbol is Symbol.SQUARE:
        path.addRect(box)
        return path
    else:
        path.addEllipse(box)
        return path
    path.addPolygon(QPolygonF(corners))
    path.closeSubpath()
    return path


def _urgency(mark: Mark) -> tuple[bool, bool, float]:
    away_m = mark.at.distance_m if isinstance(mark.at, AtBorder) else None
    return not mark.is_alarm, mark.dim, float("inf") if away_m is None else away_m


def _words(mark: Mark, distance_m: float | None) -> str:
    return " · ".join(part for part in (mark.label, "" if distance_m is None else _metres(distance_m)) if part)


def _metres(distance_m: float) -> str:
    step = 1 if distance_m < 10 else 5 if distance_m < 100 else 10
    return QCoreApplication.translate("Wall", "{metres} m").format(metres=round(distance_m / step) * step)
