"""Small pictures that stand on the map many times, each drawn once: camera pins, groups, names, symbols."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPolygonF

from wallapp.domain.feed_state import TruthState
from wallapp.domain.map_data import Symbol
from wallapp.domain.view import Level
from wallapp.ui import theme
from wallapp.ui.map.pins import Group, Pin
from wallapp.ui.shapes import draw_state, is_abnormal, state_colour
from wallapp.ui.wall.shapes import Shape, draw_shape

PIN_PX: Final = 20
_BADGE_PX: Final = 10
_HALO_PX: Final = 3.0
_KEPT_MAX: Final = 6000


class Pictures:
    """Draws and keeps them. GUI thread.

    Attributes:
      has_missed: whether a name was not drawn for lack of time since `begin`.
    """

    def __init__(self) -> None:
        self.has_missed = False
        self._has_drawn = False
        self._ratio = 1.0
        self._may_draw: Callable[[], bool] = _always
        self._kept: dict[tuple[object, ...], QImage] = {}

    def begin(self, painter: QPainter, may_draw: Callable[[], bool]) -> None:
        """Follow the screen's pixels; before the first picture of a painting. New names are drawn while one may."""
        self.has_missed = False
        self._has_drawn = False
        self._may_draw = may_draw
        ratio = painter.device().devicePixelRatio()
        if ratio != self._ratio or len(self._kept) > _KEPT_MAX:
            self._ratio = ratio
            self._kept.clear()

    def pin(self, pin: Pin) -> QImage:
        """A camera: round where it is clear, square with a lock where it is not; its state's shape inside."""
        side = PIN_PX + _BADGE_PX / 2
        key = ("pin", pin.state, pin.level)
        return self._get(key, QSizeF(side, side), lambda painter: _draw_pin(painter, pin.state, pin.level))

    def group(self, group: Group) -> QImage:
        """Several cameras: their count, and the worst state's shape where one is to be looked at."""
        text, worst = str(len(group.pins)), group.worst
        key = ("group", text, worst)
        if key in self._kept:
            return self._kept[key]
        wide = QFontMetricsF(theme.font(12, bold=True)).horizontalAdvance(text)
        size = QSizeF(max(26.0, wide + 14 + (15 if worst is not None else 0)), 22.0)
        return self._get(key, size, lambda painter: _draw_group(painter, size, text, worst))

    def name_in_time(self, text: str, colour: str, size_px: int, *, bold: bool, turn_deg: float) -> QImage | None:
        """`name`, or None where it has not been drawn before and there is no time for it now."""
        if _name_key(text, colour, size_px, bold, turn_deg) not in self._kept:
            if self._has_drawn and not self._may_draw():
                self.has_missed = True
                return None
            self._has_drawn = True  # one in any case, so that it goes on however slow the machine is
        return self.name(text, colour, size_px, bold=bold, turn_deg=turn_deg)

    def name(self, text: str, colour: str, size_px: int, *, bold: bool = False, turn_deg: float = 0.0) -> QImage:
        """A text with a dark rim, which is read on every ground; turned about its middle."""
        key = _name_key(text, colour, size_px, bold, turn_deg)
        if key in self._kept:
            return self._kept[key]
        font = theme.font(size_px, bold=bold)
        metrics = QFontMetricsF(font)
        wide, high = metrics.horizontalAdvance(text) + 2 * _HALO_PX + 2, metrics.height() + 2 * _HALO_PX
        turn = math.radians(turn_deg)
        size = QSizeF(
            wide * abs(math.cos(turn)) + high * abs(math.sin(turn)),
            wide * abs(math.sin(turn)) + high * abs(math.cos(turn)),
        )

        def draw(painter: QPainter) -> None:
            path = QPainterPath()
            path.addText(QPointF(_HALO_PX + 1, _HALO_PX + metrics.ascent()), font, text)
            painter.translate(QPointF(size.width() / 2, size.height() / 2))
            painter.rotate(turn_deg)
            painter.translate(QPointF(-wide / 2, -high / 2))
            rim = QPen(QColor(theme.SHADE), 2 * _HALO_PX)
            rim.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.strokePath(path, rim)
            painter.fillPath(path, QColor(colour))

        return self._get(key, size, draw)

    def symbol(self, symbol: Symbol, colour: str, size_px: int = 18) -> QImage:
        """A point of a layer or an incident, with a dark rim."""
        size = QSizeF(size_px, size_px)
        return self._get(("symbol", symbol, colour, size_px), size, lambda p: _draw_symbol(p, symbol, colour, size_px))

    def _get(self, key: tuple[object, ...], size: QSizeF, draw: Callable[[QPainter], None]) -> QImage:
        image = self._kept.get(key)
        if image is None:
            wide, high = math.ceil(size.width() * self._ratio), math.ceil(size.height() * self._ratio)
            image = QImage(max(1, wide), max(1, high), QImage.Format.Format_ARGB32_Premultiplied)
            image.setDevicePixelRatio(self._ratio)
            image.fill(Qt.GlobalColor.transparent)
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(painter)
            painter.end()
            self._kept[key] = image
        return image


def _always() -> bool:
    return True


def _name_key(text: str, colour: str, size_px: int, bold: bool, turn_deg: float) -> tuple[object, ...]:
    return ("name", text, colour, size_px, bold, round(turn_deg))


def _draw_pin(painter: QPainter, state: TruthState | None, level: Level) -> None:
    locked = level is not Level.CLEAR
    body = QRectF(0.75, 0.75, PIN_PX - 1.5, PIN_PX - 1.5)
    abnormal = state is not None and is_abnormal(state)
    painter.setBrush(QColor(theme.SHADE))
    painter.setPen(QPen(QColor(state_colour(state) if abnormal else theme.MARK_QUIET), 1.5))
    if locked:
        painter.drawRoundedRect(body, 3, 3)
    else:
        painter.drawEllipse(body)
    mosaic = level is Level.MOSAIC
    draw_state(painter, body.adjusted(3.5, 3.5, -3.5, -3.5), state, mosaic=mosaic)
    if locked:
        badge = QRectF(PIN_PX - _BADGE_PX / 2, PIN_PX - _BADGE_PX / 2, _BADGE_PX, _BADGE_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(badge)
        draw_shape(painter, Shape.LOCK, badge.adjusted(1.5, 0.5, -1.5, -2.5), QColor(theme.TEXT))


def _draw_group(painter: QPainter, size: QSizeF, text: str, worst: TruthState | None) -> None:
    body = QRectF(0.75, 0.75, size.width() - 1.5, size.height() - 1.5)
    painter.setBrush(QColor(theme.SHADE))
    painter.setPen(QPen(QColor(theme.MARK_QUIET if worst is None else state_colour(worst)), 1.5))
    painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
    room = body.adjusted(4, 0, -4, 0)
    if worst is not None:
        draw_state(painter, QRectF(room.left(), room.center().y() - 7, 14, 14), worst)
        room.setLeft(room.left() + 15)
    painter.setFont(theme.font(12, bold=True))
    painter.setPen(QColor(theme.TEXT_STRONG))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)


def _draw_symbol(painter: QPainter, symbol: Symbol, colour: str, size_px: int) -> None:
    painter.setBrush(QColor(colour))
    painter.setPen(QPen(QColor(theme.SHADE), 2))
    box = QRectF(1.5, 1.5, size_px - 3, size_px - 3)
    middle = box.center()
    if symbol is Symbol.DOT:
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    elif symbol is Symbol.SQUARE:
        painter.drawRect(box.adjusted(1, 1, -1, -1))
    elif symbol is Symbol.TRIANGLE:
        painter.drawPolygon(QPolygonF([QPointF(middle.x(), box.top()), box.bottomRight(), box.bottomLeft()]))
    else:
        corners = [
            (middle.x(), box.top()),
            (box.right(), middle.y()),
            (middle.x(), box.bottom()),
            (box.left(), middle.y()),
        ]
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
