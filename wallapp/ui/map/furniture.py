"""What every map carries: a scale bar, an arrow to the north, whose map it is, and the cross of a chosen place."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from wallapp.ui import theme
from wallapp.ui.map.projection import Viewport

_BAR_MAX_PX: Final = 110.0
_EDGE_PX: Final = 10.0
_LINE_PX: Final = 20.0


def nice_length_m(most_m: float) -> float:
    """The largest of 1, 2, 5, 10, 20, … (and 0.5, 0.2, …) that is not more."""
    power = 10.0 ** _floor_log10(most_m)
    return next(factor * power for factor in (5.0, 2.0, 1.0) if factor * power <= most_m * (1 + 1e-9))


def _floor_log10(value: float) -> int:
    return int(f"{value:e}".partition("e")[2])


def distance_words(length_m: float) -> str:
    """A distance as one says it: 0.5 m, 40 m, 1.2 km."""
    locale = QLocale()
    if length_m >= 1000:
        text = locale.toString(length_m / 1000, "f", 0 if length_m % 1000 == 0 or length_m >= 10_000 else 1)
        return QCoreApplication.translate("Map", "{distance} km").format(distance=text)
    text = locale.toString(length_m, "f", 0 if length_m >= 1 else 1)
    return QCoreApplication.translate("Map", "{distance} m").format(distance=text)


def draw(painter: QPainter, view: Viewport, *, attribution: str) -> None:
    """Scale bar in the lower left corner, north in the upper right, attribution in the lower right."""
    _draw_bar(painter, view)
    _draw_north(painter, view)
    if attribution:
        painter.setFont(theme.font(11))
        metrics = QFontMetricsF(painter.font())
        text = metrics.elidedText(attribution, Qt.TextElideMode.ElideRight, view.width_px * 0.55)
        wide = metrics.horizontalAdvance(text) + 10
        box = QRectF(view.width_px - wide - 4, view.height_px - 20, wide, 16)
        _ground(painter, box)
        painter.setPen(QColor(theme.TEXT_QUIET))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def draw_nothing(painter: QPainter, view: Viewport) -> None:
    """Say that there is nothing, so that an empty map is not taken for an empty city."""
    painter.setFont(theme.font(theme.FONT_PX))
    painter.setPen(QColor(theme.TEXT))
    box = QRectF(12, 40, max(1, view.width_px - 24), max(1, view.height_px - 80))
    text = QCoreApplication.translate(
        "Map", "Nothing to show: give cameras lat and lon, or put map.mbtiles or map.geojson into the profile"
    )
    painter.drawText(box, (Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap).value, text)


def draw_cross(painter: QPainter, at: QPointF) -> None:
    """The chosen place: a cross with an open middle, so that it covers nothing."""
    for colour, width in ((theme.SHADE, 4.5), (theme.TEXT_STRONG, 2.0)):
        painter.setPen(QPen(QColor(colour), width))
        for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            painter.drawLine(QPointF(at.x() + 4 * x, at.y() + 4 * y), QPointF(at.x() + 12 * x, at.y() + 12 * y))


def _draw_bar(painter: QPainter, view: Viewport) -> None:
    length_m = nice_length_m(_BAR_MAX_PX * view.metres_per_px)
    length_px = length_m / view.metres_per_px
    text = distance_words(length_m)
    painter.setFont(theme.font(theme.FONT_SMALL_PX))
    wide = QFontMetricsF(painter.font()).horizontalAdvance(text)
    top = view.height_px - _EDGE_PX - _LINE_PX
    _ground(painter, QRectF(_EDGE_PX - 4, top, length_px + wide + 20, _LINE_PX))
    painter.setPen(QPen(QColor(theme.TEXT), 1.5))
    left, middle = _EDGE_PX + 1, top + _LINE_PX / 2
    painter.drawPolyline(
        QPolygonF(
            [
                QPointF(left, middle - 4),
                QPointF(left, middle + 4),
                QPointF(left + length_px, middle + 4),
                QPointF(left + length_px, middle - 4),
            ]
        )
    )
    painter.drawText(QPointF(left + length_px + 7, middle + 4.5), text)


def _draw_north(painter: QPainter, view: Viewport) -> None:
    middle, top = view.width_px - 20.0, 12.0
    _ground(painter, QRectF(middle - 11, top - 4, 22, 38))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.TEXT))
    tip, foot = QPointF(middle, top), QPointF(middle, top + 10)
    painter.drawPolygon(QPolygonF([tip, QPointF(middle + 6, top + 14), foot, QPointF(middle - 6, top + 14)]))
    painter.setPen(QColor(theme.TEXT))
    painter.setFont(theme.font(theme.FONT_SMALL_PX, bold=True))
    letter = QCoreApplication.translate("Map", "N", "north, on the map's arrow")
    painter.drawText(QRectF(middle - 11, top + 15, 22, 17), Qt.AlignmentFlag.AlignCenter, letter)


def _ground(painter: QPainter, box: QRectF) -> None:
    """A dark ground: text is read over everything that may lie below."""
    shade = QColor(theme.SHADE)
    shade.setAlpha(238)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    painter.drawRoundedRect(box, 3, 3)
