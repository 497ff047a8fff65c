"""A camera's state as the tree, the strip and the health page draw it: the tile's shape, the tile's colour."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from wallapp.domain.feed_state import TruthState
from wallapp.ui import theme
from wallapp.ui.wall.saying import SHAPES, STATE_COLOURS
from wallapp.ui.wall.shapes import Shape, draw_shape
from wallapp.ui.wall.words import state_word

ICON_PX: Final = 14
_IN_ORDER: Final = frozenset({TruthState.LIVE, TruthState.CONNECTING, TruthState.CLOSED})


def is_abnormal(state: TruthState) -> bool:
    """Whether somebody should look."""
    return state not in _IN_ORDER


def state_colour(state: TruthState | None) -> str:
    """#RRGGBB for a state's shape and word: quiet for all that is in order or meant to be so."""
    return STATE_COLOURS[state] if state is not None and is_abnormal(state) else theme.TEXT_QUIET


def word_for(state: TruthState | None) -> str:
    """The state's word. A camera on no tile is not watched: nothing is known of it, and that is what is said."""
    return state_word(state) if state is not None else QCoreApplication.translate("Wall", "not watched")


def draw_state(painter: QPainter, area: QRectF, state: TruthState | None, *, mosaic: bool = False) -> None:
    """Draw a state's shape into the middle of `area`; a small ring for a camera that nobody watches."""
    side = min(area.width(), area.height())
    box = QRectF(0.0, 0.0, side * 0.8, side * 0.8)
    box.moveCenter(area.center())
    if state is None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.MARK_QUIET))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(area.center(), side * 0.22, side * 0.22)
        painter.restore()
        return
    shape = Shape.CELLS if state is TruthState.LIVE and mosaic else SHAPES[state]
    draw_shape(painter, shape, box, QColor(state_colour(state)))


def state_icon(state: TruthState | None, *, mosaic: bool = False, scale: float = 2.0) -> QIcon:
    """The shape as an icon, sharp up to `scale` device pixels a pixel. GUI thread, after QApplication."""
    pixmap = QPixmap(round(ICON_PX * scale), round(ICON_PX * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_state(painter, QRectF(0, 0, ICON_PX, ICON_PX), state, mosaic=mosaic)
    painter.end()
    return QIcon(pixmap)
