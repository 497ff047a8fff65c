"""The shapes of severity, drawn, for no font of ours has them: a shape, a colour and, beside it, a word."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from wallapp.ui import theme

MARK_PX = 14


class Severity(Enum):
    """How much something asks for attention; the colour is for shapes, the text has its own."""

    CRITICAL = theme.CRITICAL
    HIGH = theme.HIGH
    MEDIUM = theme.MEDIUM
    INFORMATION = theme.INFORMATION
    QUIET = theme.MARK_QUIET

    @property
    def text_colour(self) -> str:
        """#RRGGBB for words."""
        if self is Severity.CRITICAL:
            return theme.CRITICAL_TEXT
        return theme.TEXT_QUIET if self is Severity.QUIET else self.value


def draw_severity(painter: QPainter, severity: Severity, box: QRectF, *, filled: bool = True) -> None:
    """Triangle, diamond, dot, square or ring, into the square `box`; hollow where it was acknowledged."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(severity.value)
    painter.setPen(colour)
    painter.setBrush(colour if filled and severity is not Severity.QUIET else Qt.BrushStyle.NoBrush)
    inner = box.adjusted(1, 1, -1, -1)
    if severity is Severity.CRITICAL:
        painter.drawPolygon(
            QPolygonF([QPointF(inner.center().x(), inner.top()), inner.bottomRight(), inner.bottomLeft()])
        )
    elif severity is Severity.HIGH:
        middle = inner.center()
        corners = [
            QPointF(middle.x(), inner.top()),
            QPointF(inner.right(), middle.y()),
            QPointF(middle.x(), inner.bottom()),
            QPointF(inner.left(), middle.y()),
        ]
        painter.drawPolygon(QPolygonF(corners))
    elif severity is Severity.INFORMATION:
        painter.drawRect(inner.adjusted(1, 1, -1, -1))
    else:
        painter.drawEllipse(inner.adjusted(1, 1, -1, -1))
    painter.restore()


def severity_pixmap(severity: Severity, *, scale: float = 2.0) -> QPixmap:
    """The shape for a label or an icon. After QApplication."""
    pixmap = QPixmap(round(MARK_PX * scale), round(MARK_PX * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_severity(painter, severity, QRectF(0, 0, MARK_PX, MARK_PX))
    painter.end()
    return pixmap


class Mark(QWidget):
    """One shape. Set `filled` and `severity` with `show_mark`. GUI thread."""

    def __init__(self, severity: Severity, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity = severity
        self._filled = True
        self.setFixedSize(QSize(MARK_PX, MARK_PX))

    def show_mark(self, severity: Severity, *, filled: bool = True) -> None:
        """Show another."""
        if (severity, filled) != (self._severity, self._filled):
            self._severity, self._filled = severity, filled
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_severity(painter, self._severity, self.rect().toRectF(), filled=self._filled)
        painter.end()
