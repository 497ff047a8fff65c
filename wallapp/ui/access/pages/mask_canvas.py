"""Where masks are drawn: polygons over a camera's permitted picture, by mouse or by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from wallapp.base.ids import CameraNumber
from wallapp.domain.mask import MASK_UNITS, Mask
from wallapp.ui import theme

Picture = Callable[[CameraNumber], QImage | None]
"""A camera's picture as the person may see it now; None where there is none."""

Corner = tuple[int, int]
_EMPTY: Final = (16, 9)
_STEP: Final = MASK_UNITS // 50
_FINE: Final = MASK_UNITS // 500
_CORNERS_LEAST: Final = 3
_ARROWS: Final = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class MaskCanvas(QWidget):
    """Arrows move the cross (Shift: finely), Space sets a corner, Enter closes the mask, Backspace takes a corner
    back, Delete removes the mask under the cross or the last one. The picture itself is never mirrored. GUI thread.

    Signals: `changed`: masks or the open polygon are others.
    """

    changed = Signal()

    def __init__(self, masks: tuple[Mask, ...], image: QImage | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._masks = list(masks)
        self._image = image
        self._open: list[Corner] = []
        self._cross: Corner = (MASK_UNITS // 2, MASK_UNITS // 2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(480, 270)

    @property
    def masks(self) -> tuple[Mask, ...]:
        """Those closed."""
        return tuple(self._masks)

    @property
    def open_corners(self) -> int:
        """Corners of the polygon that is not closed yet."""
        return len(self._open)

    def sizeHint(self) -> QSize:
        return QSize(960, 540)

    # Drawing by a person

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow is not None:
            step = _FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
            self._cross = tuple(  # type: ignore[assignment] # two coordinates stay two
                min(MASK_UNITS, max(0, here + way * step)) for here, way in zip(self._cross, arrow, strict=True)
            )
            self.update()
            return
        acts = {
            Qt.Key.Key_Space: self._add_corner,
            Qt.Key.Key_Return: self._close_mask,
            Qt.Key.Key_Enter: self._close_mask,
            Qt.Key.Key_Backspace: self._take_back,
            Qt.Key.Key_Delete: self._remove,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
            return
        act()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        area = self._area()
        x, y = (event.position().x() - area.left()) / area.width(), (event.position().y() - area.top()) / area.height()
        if 0 <= x <= 1 and 0 <= y <= 1:
            self._cross = (round(x * MASK_UNITS), round(y * MASK_UNITS))
            self._add_corner()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._close_mask()

    def _add_corner(self) -> None:
        if not self._open or self._open[-1] != self._cross:
            self._open.append(self._cross)
        self._tell()

    def _close_mask(self) -> None:
        if len(self._open) >= _CORNERS_LEAST:
            self._masks.append(Mask(tuple(self._open)))
            self._open.clear()
        self._tell()

    def _take_back(self) -> None:
        if self._open:
            self._open.pop()
        self._tell()

    def _remove(self) -> None:
        if self._open:
            self._open.clear()
        elif self._masks:
            point = QPointF(*self._cross)
            hit = [mask for mask in self._masks if _units(mask.corners).containsPoint(point, Qt.FillRule.OddEvenFill)]
            self._masks.remove(hit[-1] if hit else self._masks[-1])
        self._tell()

    def _tell(self) -> None:
        self.update()
        self.changed.emit()

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area()
        painter.fillRect(area, QColor(theme.CANVAS))
        if self._image is not None:
            painter.drawImage(area, self._image)
        painter.setPen(QPen(QColor(theme.INFORMATION), 2))
        painter.setBrush(QColor(theme.RAISED))
        for mask in self._masks:
            painter.drawPolygon(self._on_screen(mask.corners, area))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.MEDIUM), 2))
        line = self._on_screen(tuple(self._open), area)
        painter.drawPolyline(line)
        for index in range(line.size()):
            painter.drawEllipse(line.at(index), 4, 4)
        if self.hasFocus():
            self._paint_cross(painter, area)
        painter.setPen(QPen(QColor(theme.SELECTION if self.hasFocus() else theme.LINE), 1))
        painter.drawRect(area)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _paint_cross(self, painter: QPainter, area: QRectF) -> None:
        centre = self._on_screen((self._cross,), area).at(0).toPoint()
        for colour, width in ((theme.SHADE, 4), (theme.TEXT_STRONG, 2)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawLine(centre - QPoint(12, 0), centre + QPoint(12, 0))
            painter.drawLine(centre - QPoint(0, 12), centre + QPoint(0, 12))

    def _area(self) -> QRectF:
        """Where the picture lies: its own shape, or 16:9, in the middle."""
        width, height = (self._image.width(), self._image.height()) if self._image else _EMPTY
        scale = min((self.width() - 2) / max(1, width), (self.height() - 2) / max(1, height))
        size = (width * scale, height * scale)
        return QRectF((self.width() - size[0]) / 2, (self.height() - size[1]) / 2, *size)

    def _on_screen(self, corners: tuple[Corner, ...], area: QRectF) -> QPolygonF:
        return QPolygonF(
            [
                QPointF(area.left() + x / MASK_UNITS * area.width(), area.top() + y / MASK_UNITS * area.height())
                for x, y in corners
            ]
        )


def _units(corners: tuple[Corner, ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in corners])
