"""The picture to point at: a still, with the points, their numbers and the projected grid over it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from wallapp.domain.ground_grid import grid_of
from wallapp.domain.ground_points import Spot
from wallapp.domain.ground_shapes import shown_line
from wallapp.ui import theme
from wallapp.ui.calibration.matching import Matching
from wallapp.ui.wall.face import fitted

_STEP: Final = 1 / 640
_STRIDE: Final = 16 / 640
_WAYS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CalibrationPicture(QWidget):
    """A click, or Space at the cross that the arrows move (with Shift in strides), points at a spot.

    Signals: `pointed` ((x, y) of the picture, 0 to 1). GUI thread.
    """

    pointed = Signal(object)

    def __init__(self, image: QImage, matching: Matching, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(480, 270)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._image = image
        self._matching = matching
        self._cross: Spot = (0.5, 0.6)

    def sizeHint(self) -> QSize:
        return QSize(800, 450)

    @property
    def picture_rect(self) -> QRect:
        """Where the picture lies in the widget."""
        return fitted(self._image.size(), self.rect())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        where = QRectF(self.picture_rect)
        if event.button() is Qt.MouseButton.LeftButton and where.contains(event.position()):
            point = event.position()
            self._cross = (point.x() - where.x()) / where.width(), (point.y() - where.y()) / where.height()
            self.pointed.emit(self._cross)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _WAYS:
            stride = _STRIDE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
            (dx, dy), (x, y) = _WAYS[key], self._cross
            self._cross = min(1.0, max(0.0, x + dx * stride)), min(1.0, max(0.0, y + dy * stride))
            self.update()
        elif key is Qt.Key.Key_Space:
            self.pointed.emit(self._cross)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.CANVAS))
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        painter.drawImage(self.picture_rect, self._image)
        self._draw_grid(painter)
        for index in range(len(self._matching.rows)):
            self._draw_point(painter, index)
        if self.hasFocus():
            x, y = self._at(self._cross).toTuple()
            painter.setPen(QPen(QColor(theme.SELECTION), 1))
            painter.drawLine(QPointF(x - 12, y), QPointF(x + 12, y))
            painter.drawLine(QPointF(x, y - 12), QPointF(x, y + 12))
        painter.end()

    def _draw_grid(self, painter: QPainter) -> None:
        calibration = self._matching.calibration
        if calibration is None:
            return
        for line in grid_of(calibration)[1]:
            for piece in shown_line(calibration, line):
                self._stroke(painter, piece)

    def _stroke(self, painter: QPainter, piece: Sequence[Spot]) -> None:
        points = QPolygonF([self._at(spot) for spot in piece])
        for colour, width in ((QColor(20, 24, 27, 150), 3.0), (QColor(theme.INFORMATION), 1.0)):
            painter.setPen(QPen(colour, width))
            painter.drawPolyline(points)

    def _draw_point(self, painter: QPainter, index: int) -> None:
        matching, row = self._matching, self._matching.rows[index]
        if row.spot is None:
            return
        point = self._at(row.spot)
        colour = QColor(theme.HIGH if index == matching.suspect else theme.TEXT_STRONG)
        if matching.calibration is not None and row.place is not None:
            lies = matching.calibration.to_picture(row.place)
            if lies is not None:  # how far off it is
                painter.setPen(QPen(colour, 2))
                painter.drawLine(point, self._at(lies))
        radius = 9 if index == matching.current else 7
        painter.setPen(QPen(QColor(theme.SHADE), 4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(point, radius, radius)
        painter.setPen(QPen(colour, 2))
        painter.drawEllipse(point, radius, radius)
        painter.drawPoint(point)
        painter.setFont(theme.font(theme.FONT_SMALL_PX, bold=True))
        box = QRectF(point.x() + radius + 2, point.y() - 9, 22, 18)
        painter.fillRect(box, QColor(20, 24, 27, 200))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(index + 1))

    def _at(self, spot: Spot) -> QPointF:
        where = self.picture_rect
        return QPointF(where.x() + spot[0] * where.width(), where.y() + spot[1] * where.height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)
