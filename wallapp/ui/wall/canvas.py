"""The wall under mouse and keys: select, enlarge, swap, assign, zoom, pan, snapshot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from wallapp.base.clock import Clock
from wallapp.base.ids import CameraNumber, OwnerName, TileId
from wallapp.domain.camera import Camera, Owner
from wallapp.domain.view import WHOLE
from wallapp.domain.wall import CAMERA_NUMBER_MAX
from wallapp.frames.port import LivePictures
from wallapp.services.wall_session import Direction, WallSession
from wallapp.ui import theme
from wallapp.ui.wall.menu import tile_menu
from wallapp.ui.wall.overlay import SpotDesk, TileSpot
from wallapp.ui.wall.painted_wall import PaintedWall

CAMERA_MIME: Final = "application/x-wallapp-camera"
"""What the camera tree drags: the camera's number as UTF-8 text."""

_WHEEL_STEP: Final = 1.25
_KEY_STEP: Final = 1.5
_PAN_STEP: Final = 0.2
_CROSS_STEP: Final = 0.025
_CROSS_FINE: Final = 0.004
_CROSS_PX: Final = 22
_CROSS_GAP_PX: Final = 5
_ARROWS: Final = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
_ZOOMS: Final = (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Home)
_PANS: Final = {
    Qt.Key.Key_Left: (-_PAN_STEP, 0.0),
    Qt.Key.Key_Right: (_PAN_STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -_PAN_STEP),
    Qt.Key.Key_Down: (0.0, _PAN_STEP),
}


class WallCanvas(PaintedWall):
    """The wall as the operator has it in hand.

    Click selects, double click enlarges and goes back, a drag swaps two tiles or, in a zoomed picture, moves
    it; the wheel zooms at the cursor, the middle button and Home show the whole picture again. Arrows move the
    selection (with Shift they move a zoomed picture), Enter enlarges, Escape goes back, Del takes the camera
    off, + and - zoom, Space asks for the spotlight. Other keys are left to the window: letters and digits begin its
    entry line.

    Where the map stands on the selected tile, the keys that zoom and move are the map's.

    Signals:
      snapshot_requested: the tile whose picture is to be kept; the window asks `snapshot` and writes it.
      try_requested: the camera that the operator wants opened again at once; it was passed on already.
      ask_requested: the camera whose clear picture is to be asked for.
      calibrate_requested: the tile whose camera's ground is to be calibrated.
      mark_chosen: the id of the marker that was clicked.
      spotlight_asked: Space: the cameras around what is selected are wanted.
      spot_chosen: the TileSpot that was clicked while a place was asked for; None where that was given up.
    """

    snapshot_requested = Signal(int)
    try_requested = Signal(int)
    ask_requested = Signal(int)
    calibrate_requested = Signal(int)
    mark_chosen = Signal(str)
    spot_chosen = Signal(object)
    spotlight_asked = Signal()

    def __init__(
        self,
        session: WallSession,
        pictures: LivePictures,
        *,
        cameras: Mapping[CameraNumber, Camera],
        owners: Mapping[OwnerName, Owner],
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session, pictures, cameras=cameras, owners=owners, clock=clock, parent=parent)
        self.setAcceptDrops(True)
        self.may_ask: Callable[[CameraNumber], bool] | None = None
        self.spot_desk: SpotDesk | None = None
        self.map_actions: Callable[[QWidget, QPoint, QMenu], list[QAction]] | None = None
        self.may_calibrate: Callable[[TileId], bool] | None = None
        self._asks_spot = False
        self._cross = (0.5, 0.5)
        self._pressed: TileId | None = None
        self._pressed_at = QPoint()
        self._panning = False
        self._swapping = False

    def snapshot(self, tile: TileId) -> QImage:
        """What the tile shows, overlays included, over a line with its number and the time in UTC; a copy."""
        shown = self.tile_image(tile)
        text_px = max(12, shown.height() // 24)
        line_px = text_px * 2
        image = QImage(shown.width(), shown.height() + line_px, QImage.Format.Format_RGB32)
        image.fill(QColor(theme.SHADE))
        painter = QPainter(image)
        painter.drawImage(0, 0, shown)
        now_at = self.now_at()
        moment = f"{now_at:%Y-%m-%d %H:%M:%S}.{now_at.microsecond // 1000:03} UTC"
        number = self.session.camera_on(tile)
        line = moment if number is None else f"{number} · {moment} · {self.state_word(tile)}"
        painter.setFont(theme.font(text_px))
        painter.setPen(QColor(theme.TEXT))
        box = QRect(text_px // 2, shown.height(), shown.width() - text_px, line_px)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)
        painter.end()
        return image

    def ask_spot(self) -> None:
        """Let the next click choose a spot, which `spot_chosen` tells; or arrows and Enter, with a cross in the
        selected tile; Escape gives it up."""
        self._asks_spot = True
        self._cross = (0.5, 0.5)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.update()

    @property
    def cross_point(self) -> QPoint:
        """Where the cross stands, or stood last, in the selected tile; the widget's pixels."""
        return self.picture_point(self.session.selected, *self._cross)

    def give_up_spot(self) -> None:
        """Ask for no spot any more; `spot_chosen` tells None."""
        if self._asks_spot:
            self._answer_spot(None)

    def _answer_spot(self, spot: TileSpot | None) -> None:
        self._asks_spot = False
        self.unsetCursor()
        self.update()
        self.spot_chosen.emit(spot)

    def _move_cross(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        across, down = _PANS[key]
        step = _CROSS_FINE if modifiers is Qt.KeyboardModifier.ShiftModifier else _CROSS_STEP
        x, y = self._cross
        self._cross = _within(x + step * _sign(across)), _within(y + step * _sign(down))
        self.update(self.tile_rect(self.session.selected))

    def _choose_cross(self) -> None:
        spot = self.spot_at(self.cross_point)
        if spot is not None and spot.at is not None:
            self._answer_spot(spot)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._asks_spot and self.session.content(self.session.selected) is not None:
            painter = QPainter(self)
            painter.setClipRect(self.tile_rect(self.session.selected))
            at = self.cross_point
            for colour, width_px in ((theme.SHADE, 4), (theme.TEXT_STRONG, 2)):
                painter.setPen(QPen(QColor(colour), width_px))
                for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                    painter.drawLine(at + QPoint(dx, dy) * _CROSS_GAP_PX, at + QPoint(dx, dy) * _CROSS_PX)
            painter.end()

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        tile = self.tile_at(point)
        if tile is None:
            return
        self.session.select(tile)
        if self._asks_spot and event.button() is Qt.MouseButton.LeftButton:
            spot = self.spot_at(point)
            if spot is not None and spot.at is not None:
                self._answer_spot(spot)
            return
        if event.button() is Qt.MouseButton.MiddleButton:
            self.session.reset_zoom(tile)
        elif event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._pressed_at = tile, point
            self._panning = self._swapping = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        tile, point = self._pressed, event.position().toPoint()
        if tile is None:
            return
        content = self.session.content(tile)
        if content is None and self.session.map_on(tile) is None:
            return
        if not (self._panning or self._swapping):
            if (point - self._pressed_at).manhattanLength() < QApplication.startDragDistance():
                return
            is_zoomed = content is not None and content.crop != WHOLE
            self._panning = is_zoomed and not self.in_title(tile, self._pressed_at)
            self._swapping = not self._panning and self.session.enlarged is None
            if self._swapping:
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._panning:
            width, height = self.picture_size(tile)
            moved = point - self._pressed_at
            self._pressed_at = point
            self.session.pan(tile, dx=-moved.x() / width, dy=-moved.y() / height)
        elif self._swapping:
            target = self.tile_at(point)
            self.mark_drop_target(None if target == tile else target)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        source, swapping, panning = self._pressed, self._swapping, self._panning
        self._let_go()
        if source is not None and not (swapping or panning):
            spot = self.spot_at(event.position().toPoint())
            if spot is not None and spot.marker is not None:
                self.mark_chosen.emit(spot.marker)
        target = self.tile_at(event.position().toPoint())
        if swapping and source is not None and target is not None and target != source:
            self.session.swap(source, target)
            self.session.select(target)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        tile = self.tile_at(event.position().toPoint())
        if tile is not None and event.button() is Qt.MouseButton.LeftButton:
            self._let_go()
            self.session.toggle_enlarge(tile)

    def wheelEvent(self, event: QWheelEvent) -> None:
        point = event.position().toPoint()
        tile = self.tile_at(point)
        steps = event.angleDelta().y() / 120
        if tile is not None and steps:
            x, y = self.picture_fraction(tile, point)
            self.session.zoom(tile, _WHEEL_STEP**steps, x=x, y=y)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        tile = self.session.selected if by_key else self.tile_at(event.pos())
        if tile is None:
            return
        self.session.select(tile)
        point = self.tile_rect(tile).center() if by_key else event.pos()
        menu = tile_menu(self, tile, spot=self.spot_at(point))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = self.map_widget(tile)
        if shown is not None and self.map_actions is not None:
            first = menu.actions()[0]
            menu.insertActions(first, self.map_actions(shown, shown.mapFrom(self, point), menu))
            menu.insertSeparator(first)
        where = self.mapToGlobal(self.tile_rect(tile).center()) if by_key else event.globalPos()
        menu.popup(where)

    def _let_go(self) -> None:
        self._pressed, self._panning, self._swapping = None, False, False
        self.mark_drop_target(None)
        self.unsetCursor()

    # A camera dragged from elsewhere

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dragged_camera(event) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        tile = self.tile_at(event.position().toPoint())
        self.mark_drop_target(tile)
        if tile is None or _dragged_camera(event) is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.mark_drop_target(None)

    def dropEvent(self, event: QDropEvent) -> None:
        self.mark_drop_target(None)
        tile, number = self.tile_at(event.position().toPoint()), _dragged_camera(event)
        if tile is None or number is None:
            event.ignore()
            return
        self.session.select(tile)
        self.session.assign(tile, number)
        event.acceptProposedAction()

    # The keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, tile = Qt.Key(event.key()), self.session.selected
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._asks_spot and key in _PANS:
            self._move_cross(key, modifiers)
            return
        shifts = modifiers is Qt.KeyboardModifier.ShiftModifier and key in _PANS
        shown = self.map_widget(tile)
        if shown is not None and (shifts or key in _ZOOMS):
            shown.keyPressEvent(event)
            return
        if shifts:
            dx, dy = _PANS[key]
            self.session.pan(tile, dx=dx, dy=dy)
            return
        plain = modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if not plain or not self._act(key, tile):
            event.ignore()

    def _act(self, key: Qt.Key, tile: TileId) -> bool:
        """Do what the key asks for; False where it asks for nothing here."""
        session = self.session
        if self._asks_spot and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose_cross()
        elif key in _ARROWS:
            session.move_selection(_ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            session.toggle_enlarge(tile)
        elif key is Qt.Key.Key_Escape and self._asks_spot:
            self._answer_spot(None)
        elif key is Qt.Key.Key_Escape and (self._pressed is not None or session.enlarged is not None):
            if self._pressed is None:
                session.toggle_enlarge(tile)
            self._let_go()
        elif key is Qt.Key.Key_Space:
            self.spotlight_asked.emit()
        elif key is Qt.Key.Key_Delete:
            session.clear(tile)
        elif key is Qt.Key.Key_Plus:
            session.zoom(tile, _KEY_STEP)
        elif key is Qt.Key.Key_Minus:
            session.zoom(tile, 1 / _KEY_STEP)
        elif key is Qt.Key.Key_Home:
            session.reset_zoom(tile)
        else:
            return False
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def try_now(self, number: CameraNumber) -> None:
        """Open the camera again at once."""
        self.pictures.try_now(number)
        self.try_requested.emit(number)


def _within(share: float) -> float:
    return min(1.0, max(0.0, share))


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def _dragged_camera(event: QDropEvent) -> CameraNumber | None:
    """The camera that is dragged; None where it is something else."""
    data = event.mimeData()
    if not data.hasFormat(CAMERA_MIME):
        return None
    text = bytes(data.data(CAMERA_MIME).data()).decode("utf-8", "replace").strip()
    if not text.isascii() or not text.isdigit() or len(text) > len(str(CAMERA_NUMBER_MAX)):
        return None
    number = int(text)
    return CameraNumber(number) if number >= 1 else None
