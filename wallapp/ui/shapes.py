"""The shape of each truth state, drawn: a state is told by its shape first, by colour second, and in words third.

Own paths and not letters of a font, so that they look alike in every size, script and machine.
"""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from wallapp.domain.feed_state import TruthState
from wallapp.ui import theme

ICON_PX: Final = 14

_COLOURS: Final = {
    TruthState.LATE: theme.MEDIUM,
    TruthState.STALE: theme.MEDIUM,
    TruthState.FROZEN: theme.MEDIUM,
    TruthState.LOST: theme.HIGH,
    TruthState.QUARANTINED: theme.HIGH,
    TruthState.REFUSED: theme.HIGH,
}


def state_colour(state: TruthState | None) -> str:
    """#RRGGBB for a state's shape and word: grey for all that is in order or meant to be so."""
    return theme.TEXT_QUIET if state is None else _COLOURS.get(state, theme.TEXT_QUIET)


def is_abnormal(state: TruthState) -> bool:
    """Whether somebody should look: everything with a colour."""
    return state in _COLOURS


def draw_state(painter: QPainter, area: QRectF, state: TruthState | None, *, mosaic: bool = False) -> None:
    """Draw a state's shape into the middle of `area`; None is a camera that nobody watches."""
    side = min(area.width(), area.height())
    box = QRectF(0.0, 0.0, side * 0.72, side * 0.72)
    box.moveCenter(area.center())
    colour = QColor(state_colour(state))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, max(1.3, side / 9.0))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state is TruthState.LIVE and mosaic:
        _mosaic(painter, box, colour)
    elif state is TruthState.LIVE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(colour))
        painter.drawEllipse(box)
    elif state is None:
        painter.setPen(QPen(QColor(theme.MARK_QUIET), max(1.0, side / 12.0)))
        painter.drawEllipse(box.adjusted(side * 0.1, side * 0.1, -side * 0.1, -side * 0.1))
    else:
        _other(painter, box, state, colour)
    painter.restore()


def _other(painter: QPainter, box: QRectF, state: TruthState, colour: QColor) -> None:
    """The shapes of what is not live."""
    if state is TruthState.LATE:
        painter.fillPath(_diamond(box), colour)
    elif state is TruthState.STALE:
        painter.drawPath(_diamond(box.adjusted(1, 1, -1, -1)))
    elif state is TruthState.FROZEN:
        bar = box.width() * 0.3
        painter.fillRect(QRectF(box.left(), box.top(), bar, box.height()), colour)
        painter.fillRect(QRectF(box.right() - bar, box.top(), bar, box.height()), colour)
    elif state is TruthState.CONNECTING:
        pen = painter.pen()
        pen.setDashPattern([1.2, 1.0])
        painter.setPen(pen)
        painter.drawEllipse(box)
    elif state is TruthState.LOST:
        painter.drawEllipse(box)
        painter.drawLine(_on_circle(box, 225, 1.35), _on_circle(box, 45, 1.35))
    elif state is TruthState.CLOSED:
        painter.drawEllipse(box)
        painter.drawLine(_on_circle(box, 225), _on_circle(box, 45))
        painter.drawLine(_on_circle(box, 135), _on_circle(box, 315))
    elif state is TruthState.REFUSED:
        painter.drawEllipse(box)
        painter.drawLine(QPointF(box.left() + 2, box.center().y()), QPointF(box.right() - 2, box.center().y()))
    else:
        painter.drawRect(box)
        painter.drawLine(box.topLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomLeft())


def _mosaic(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Cells of a chequer: live, but not in the clear."""
    cell = box.width() / 3
    for row in range(3):
        for column in range(3):
            if (row + column) % 2 == 0:
                painter.fillRect(QRectF(box.left() + column * cell, box.top() + row * cell, cell, cell), colour)


def _diamond(box: QRectF) -> QPainterPath:
    grown = box.adjusted(-box.width() * 0.1, -box.height() * 0.1, box.width() * 0.1, box.height() * 0.1)
    middle, path = grown.center(), QPainterPath()
    path.moveTo(middle.x(), grown.top())
    path.lineTo(grown.right(), middle.y())
    path.lineTo(middle.x(), grown.bottom())
    path.lineTo(grown.left(), middle.y())
    path.closeSubpath()
    return path


def _on_circle(box: QRectF, angle_deg: float, reach: float = 1.0) -> QPointF:
    """The point at an angle (anticlockwise from the right), `reach` radii from the middle."""
    radius, angle = box.width() / 2 * reach, math.radians(angle_deg)
    return box.center() + QPointF(math.cos(angle) * radius, -math.sin(angle) * radius)


def state_icon(state: TruthState | None, *, mosaic: bool = False, scale: float = 2.0) -> QIcon:
    """The shape as an icon, sharp up to `scale` device pixels a pixel. GUI thread, after QApplication."""
    pixmap = QPixmap(round(ICON_PX * scale), round(ICON_PX * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_state(painter, QRectF(0, 0, ICON_PX, ICON_PX), state, mosaic=mosaic)
    painter.end()
    return QIcon(pixmap)
