"""The shape that goes with each colour, drawn so that no font can lack it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPolygonF

from wallapp.ui import theme

MARK_PX: Final = 12
_SCALE: Final = 2.0
TEXT_COLOURS: Final = {
    "critical": theme.CRITICAL_TEXT,
    "medium": theme.MEDIUM,
    "information": theme.INFORMATION,
    "quiet": theme.TEXT_QUIET,
}
"""Of the words that a severity colours."""
_SHAPE_COLOURS: Final = {"critical": theme.CRITICAL, "medium": theme.MEDIUM, "information": theme.INFORMATION}


def mark(severity: str) -> QPixmap:
    """Critical a triangle, medium a disc, information a square; an empty picture for what is in order."""
    pixmap = QPixmap(round(MARK_PX * _SCALE), round(MARK_PX * _SCALE))
    pixmap.setDevicePixelRatio(_SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    colour = _SHAPE_COLOURS.get(severity)
    if colour is None:
        return pixmap
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    box = QRectF(1, 1, MARK_PX - 2, MARK_PX - 2)
    if severity == "critical":
        painter.drawPolygon(QPolygonF([QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()]))
    elif severity == "medium":
        painter.drawEllipse(box)
    else:
        painter.drawRect(box)
    painter.end()
    return pixmap


def mark_icon(severity: str) -> QIcon:
    """The same for a row; no icon for what is in order."""
    return QIcon(mark(severity)) if severity in _SHAPE_COLOURS else QIcon()
