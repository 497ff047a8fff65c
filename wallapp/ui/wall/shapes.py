"""The shapes that go with every state, drawn as paths so that no font can lack them."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen


class Shape(Enum):
    """One shape, one meaning; the same on tiles, in the tree and on the health page."""

    DOT = auto()
    """live"""
    DIAMOND = auto()
    """late"""
    DIAMOND_HOLLOW = auto()
    """stale"""
    SLASHED = auto()
    """lost: an empty set"""
    BARS = auto()
    """frozen: a pause"""
    DOTS = auto()
    """connecting"""
    CROSSED = auto()
    """closed by its owner"""
    OCTAGON = auto()
    """quarantined"""
    LOCK = auto()
    """refused: the credentials"""
    CELLS = auto()
    """a mosaic"""
    FIGURE = auto()
    """a silhouette"""
    CLOCK = auto()
    """reduced rate"""
    PLUS = auto()
    """room for a camera"""
    QUESTION = auto()
    """a camera that the register does not know"""


def _pen(colour: QColor, size_px: float) -> QPen:
    pen = QPen(colour, max(1.0, size_px * 0.11))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def _polygon(points: list[tuple[float, float]], box: QRectF) -> QPainterPath:
    path = QPainterPath()
    for index, (x, y) in enumerate(points):
        point = QPointF(box.x() + x * box.width(), box.y() + y * box.height())
        if index == 0:
            path.moveTo(point)
        else:
            path.lineTo(point)
    path.closeSubpath()
    return path


_DIAMOND = [(0.5, 0.02), (0.98, 0.5), (0.5, 0.98), (0.02, 0.5)]
_OCTAGON = [(0.3, 0.04), (0.7, 0.04), (0.96, 0.3), (0.96, 0.7), (0.7, 0.96), (0.3, 0.96), (0.04, 0.7), (0.04, 0.3)]


def draw_shape(painter: QPainter, shape: Shape, box: QRectF, colour: QColor) -> None:
    """Draw the shape into the square `box`. Leaves pen, brush and hints as they were."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if shape in _FILLED:
        _draw_filled(painter, shape, box)
    else:
        painter.setPen(_pen(colour, box.width()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _draw_lines(painter, shape, box, colour)
    painter.restore()


_FILLED = {Shape.DOT, Shape.DIAMOND, Shape.BARS, Shape.DOTS, Shape.CELLS, Shape.FIGURE}


def _draw_filled(painter: QPainter, shape: Shape, box: QRectF) -> None:
    x, y, side = box.x(), box.y(), box.width()
    if shape is Shape.DOT:
        painter.drawEllipse(box.adjusted(side * 0.1, side * 0.1, -side * 0.1, -side * 0.1))
    elif shape is Shape.DIAMOND:
        painter.drawPath(_polygon(_DIAMOND, box))
    elif shape is Shape.BARS:
        for at in (0.14, 0.58):
            painter.drawRect(QRectF(x + at * side, y + 0.08 * side, 0.28 * side, 0.84 * side))
    elif shape is Shape.DOTS:
        for at in (0.0, 0.37, 0.74):
            painter.drawEllipse(QRectF(x + at * side, y + 0.37 * side, 0.26 * side, 0.26 * side))
    elif shape is Shape.CELLS:
        for row in range(3):
            for column in range(3):
                if (row + column) % 2 == 0:
                    painter.drawRect(QRectF(x + column * side / 3, y + row * side / 3, side / 3 - 0.5, side / 3 - 0.5))
    else:
        painter.drawEllipse(QRectF(x + 0.32 * side, y + 0.02 * side, 0.36 * side, 0.36 * side))
        body = QPainterPath()
        body.addRoundedRect(QRectF(x + 0.14 * side, y + 0.44 * side, 0.72 * side, 0.8 * side), 0.3 * side, 0.3 * side)
        painter.setClipRect(box)
        painter.drawPath(body)


def _draw_lines(painter: QPainter, shape: Shape, box: QRectF, colour: QColor) -> None:
    side = box.width()
    inner = box.adjusted(side * 0.08, side * 0.08, -side * 0.08, -side * 0.08)
    centre, reach = inner.center(), inner.width() / 2
    diagonal = reach * 0.7071
    if shape is Shape.DIAMOND_HOLLOW:
        painter.drawPath(_polygon(_DIAMOND, inner))
    elif shape is Shape.SLASHED:
        painter.drawEllipse(centre, reach * 0.8, reach * 0.8)
        painter.drawLine(QPointF(inner.left(), inner.bottom()), QPointF(inner.right(), inner.top()))
    elif shape is Shape.CROSSED:
        painter.drawEllipse(centre, reach, reach)
        for sign in (-1, 1):
            painter.drawLine(
                QPointF(centre.x() - diagonal, centre.y() - sign * diagonal),
                QPointF(centre.x() + diagonal, centre.y() + sign * diagonal),
            )
    elif shape is Shape.OCTAGON:
        painter.drawPath(_polygon(_OCTAGON, inner))
        painter.drawLine(QPointF(centre.x() - reach * 0.5, centre.y()), QPointF(centre.x() + reach * 0.5, centre.y()))
    elif shape is Shape.LOCK:
        painter.drawArc(QRectF(centre.x() - reach * 0.5, inner.top(), reach, reach), 0, 180 * 16)
        for aside in (-0.5, 0.5):
            x = centre.x() + aside * reach
            painter.drawLine(QPointF(x, inner.top() + reach * 0.5), QPointF(x, centre.y()))
        painter.fillRect(QRectF(centre.x() - reach * 0.8, centre.y() - reach * 0.2, reach * 1.6, reach * 1.2), colour)
    elif shape is Shape.CLOCK:
        painter.drawEllipse(centre, reach, reach)
        painter.drawPolyline(
            [QPointF(centre.x(), centre.y() - reach * 0.6), centre, QPointF(centre.x() + reach * 0.45, centre.y())]
        )
    elif shape is Shape.PLUS:
        painter.drawLine(QPointF(centre.x() - reach, centre.y()), QPointF(centre.x() + reach, centre.y()))
        painter.drawLine(QPointF(centre.x(), centre.y() - reach), QPointF(centre.x(), centre.y() + reach))
    else:
        painter.drawArc(QRectF(centre.x() - reach * 0.5, inner.top(), reach, reach), -90 * 16, 270 * 16)
        painter.drawLine(centre, QPointF(centre.x(), centre.y() + reach * 0.4))
        painter.drawPoint(QPointF(centre.x(), inner.bottom()))
