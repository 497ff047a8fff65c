"""Buttons on the picture of a camera that turns: it moves for as long as one is held down."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

from wallapp.services.ptz import Speed
from wallapp.ui import theme

KEY_PX: Final = 28
_GAP_PX: Final = 2
_ARROW: Final = (QPointF(-0.55, 0.4), QPointF(0.0, -0.5), QPointF(0.55, 0.4))
_HOUSE: Final = (
    QPointF(0.0, -0.6), QPointF(0.65, 0.0), QPointF(0.42, 0.0), QPointF(0.42, 0.55),
    QPointF(-0.42, 0.55), QPointF(-0.42, 0.0), QPointF(-0.65, 0.0),
)  # fmt: skip


class PadKey(QAbstractButton):
    """One button. Takes no focus: the keyboard stays with the wall, whose keys do the same."""

    def __init__(self, speed: Speed | None) -> None:
        """Args: speed: of its way; None for the one that goes home."""
        super().__init__()
        self.speed = speed
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(KEY_PX, KEY_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_near = self.underMouse() or self.isDown()
        ground = QColor(theme.RAISED if is_near else theme.SHADE)
        ground.setAlphaF(0.95 if is_near else 0.72)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        ink = QColor(theme.TEXT_STRONG if self.isDown() else theme.TEXT)
        painter.translate(QRectF(self.rect()).center())
        painter.scale(KEY_PX * 0.36, KEY_PX * 0.36)
        speed = self.speed
        if speed is not None and speed.zoom:
            painter.setPen(QPen(ink, 0.24))
            painter.drawLine(QPointF(-0.55, 0.0), QPointF(0.55, 0.0))
            if speed.zoom > 0:
                painter.drawLine(QPointF(0.0, -0.55), QPointF(0.0, 0.55))
        else:
            painter.setBrush(ink)
            if speed is not None:
                painter.rotate(90.0 * speed.pan if speed.pan else 0.0 if speed.tilt > 0 else 180.0)
            painter.drawPolygon(QPolygonF(list(_HOUSE if speed is None else _ARROW)))
        painter.end()


class PtzPad(QWidget):
    """Signals: `held` (Speed): a button is down; `let_go`: none is any more; `home_asked`. GUI thread.

    Left is left in every language: the picture is not mirrored either.
    """

    held = Signal(object)
    let_go = Signal()
    home_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.left = self._key(Speed(pan=-1.0))
        self.right = self._key(Speed(pan=1.0))
        self.up = self._key(Speed(tilt=1.0))
        self.down = self._key(Speed(tilt=-1.0))
        self.nearer = self._key(Speed(zoom=1.0))
        self.farther = self._key(Speed(zoom=-1.0))
        self.home = self._key(None)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(_GAP_PX)
        places = {
            self.up: (0, 1), self.left: (1, 0), self.home: (1, 1), self.right: (1, 2), self.down: (2, 1),
            self.nearer: (0, 3), self.farther: (2, 3),
        }  # fmt: skip
        for key, (row, column) in places.items():
            grid.addWidget(key, row, column)
        self._retranslate()
        self.resize(self.sizeHint())
        self.hide()

    def _key(self, speed: Speed | None) -> PadKey:
        key = PadKey(speed)
        if speed is None:
            key.clicked.connect(self.home_asked)
        else:
            key.pressed.connect(lambda: self.held.emit(speed))
            key.released.connect(self.let_go)
        return key

    def hideEvent(self, event: QHideEvent) -> None:
        self.let_go.emit()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        names = {
            self.left: (self.tr("Turn left"), "Ctrl+←"),
            self.right: (self.tr("Turn right"), "Ctrl+→"),
            self.up: (self.tr("Look up"), "Ctrl+↑"),
            self.down: (self.tr("Look down"), "Ctrl+↓"),
            self.nearer: (self.tr("Nearer"), "Ctrl++"),
            self.farther: (self.tr("Farther"), "Ctrl+−"),
            self.home: (self.tr("Home position"), "Ctrl+Home"),
        }
        for key, (name, keys) in names.items():
            key.setAccessibleName(name)
            key.setToolTip(f"{name}  {keys}")
