"""Tracing paper: a clear sheet over the map or the wall that takes mouse and keys while somebody draws."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QWidget

from wallapp.domain.layer_looks import LAYER_COLOURS
from wallapp.domain.place import Place
from wallapp.ui import theme
from wallapp.ui.crisis.drawing_draft import Draft

NEAR_PX: Final = 9.0
_STEP_PX: Final = 6.0
_STRIDE_PX: Final = 36.0
_RADIUS_STEPS_M: Final = ((20.0, 1.0), (100.0, 5.0), (500.0, 10.0), (2_000.0, 50.0), (1e9, 200.0))
_WAYS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_OWN_KEYS: Final = frozenset(
    {
        *_WAYS,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Escape,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_Plus,
        Qt.Key.Key_Minus,
    }
)


class DrawingSheet(QWidget):
    """What map and pictures have in common. GUI thread.

    A click, or Enter at the cross that the arrows move (with Shift in strides), sets a corner; the same again, a
    double click or Control with Enter ends; Backspace takes the last back; Escape gives up. Corners that are there
    are dragged, or taken up and put down with Enter; Page keys go from one to the next, Delete takes one away.
    """

    def __init__(self, under: QWidget, draft: Draft) -> None:
        """Args: under: what is drawn on; the sheet covers it."""
        super().__init__(under)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.draft = draft
        self._under = under
        self._cross: Place | None = None
        self._pointer: QPointF | None = None
        self._pressed_at: QPointF | None = None
        self._dragged: int | None = None
        self._is_panning = False
        self.setGeometry(under.rect())
        under.installEventFilter(self)
        draft.changed.connect(self.update)

    # What each kind of sheet says for itself

    def place_of(self, point: QPointF) -> Place | None:
        """The place that is shown there; None where there is none."""
        raise NotImplementedError

    def points_of(self, place: Place) -> list[QPointF]:
        """Where a place is shown; empty where it is not."""
        raise NotImplementedError

    def pan(self, dx_px: float, dy_px: float) -> bool:
        """Show what lies to the side, where that can be."""
        return False

    def zoom(self, steps: int) -> None:
        """Closer or farther, where that can be."""

    def refuse(self, point: QPointF) -> None:
        """Somebody pointed where there is no place."""

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._pressed_at, self._is_panning = event.position(), False
        self._dragged = self._corner_at(event.position())
        if self._dragged is None and not self.draft.adds:
            self._dragged = self._insert_at(event.position())
        if self._dragged is not None:
            self.draft.hold(self._dragged)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        self._pointer = point
        self.update()
        if self._pressed_at is None:
            return
        moved = point - self._pressed_at
        is_far = moved.manhattanLength() >= QApplication.startDragDistance()
        if self._dragged is not None:
            place = self.place_of(point)
            if place is not None and (is_far or self._is_panning):
                self._is_panning = True
                self.draft.slide(self.draft.sketch.moved(self._dragged, place))
        elif is_far or self._is_panning:
            self._is_panning = self.pan(-moved.x(), -moved.y())
            self._pressed_at = point

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed_at is None:
            event.ignore()
            return
        dragged, panned = self._dragged, self._is_panning
        self._pressed_at, self._dragged, self._is_panning = None, None, False
        if dragged is not None:
            self.draft.hold(None)
            if not panned and self.draft.adds:
                self._set_on_corner(dragged)
        elif not panned:
            self.set_at(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.draft.finish()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = None
        self.update()
        super().leaveEvent(event)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if modifiers is Qt.KeyboardModifier.ControlModifier and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.draft.finish()
        elif modifiers & ~Qt.KeyboardModifier.ShiftModifier or not self._act(
            key, _STRIDE_PX if modifiers & Qt.KeyboardModifier.ShiftModifier else _STEP_PX
        ):
            event.ignore()

    def _act(self, key: Qt.Key, step_px: float) -> bool:
        draft = self.draft
        if key in _WAYS:
            self._go(*_WAYS[key], step_px)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key is Qt.Key.Key_Backspace:
            draft.back()
        elif key is Qt.Key.Key_Delete:
            self._delete()
        elif key is Qt.Key.Key_Escape and draft.held is not None:
            draft.back()
        elif key is Qt.Key.Key_Escape:
            draft.given_up.emit()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._jump(1 if key is Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self._more_or_less(1 if key is Qt.Key.Key_Plus else -1)
        else:
            return False
        return True

    def _go(self, way_x: int, way_y: int, step_px: float) -> None:
        before = self.cross
        point = before + QPointF(way_x * step_px, way_y * step_px)
        room = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        if not room.contains(point) and self.pan(way_x * self.width() / 3, way_y * self.height() / 3):
            point -= QPointF(way_x * self.width() / 3, way_y * self.height() / 3)
        point = QPointF(min(room.right(), max(room.left(), point.x())), min(room.bottom(), max(room.top(), point.y())))
        self.put_cross(point)
        place = self.place_of(point)
        if self.draft.held is not None and place is not None:
            self.draft.slide(self.draft.sketch.moved(self.draft.held, place))

    def _enter(self) -> None:
        draft, point = self.draft, self.cross
        if draft.held is not None:
            draft.hold(None)
            return
        corner = self._corner_at(point)
        if corner is not None and draft.adds:
            self._set_on_corner(corner)
        elif corner is not None:
            draft.hold(corner)
        elif not draft.adds and (inserted := self._insert_at(point)) is not None:
            draft.hold(inserted)
        else:
            self.set_at(point)

    def _delete(self) -> None:
        corner = self._corner_at(self.cross)
        if corner is not None and self.draft.held is None:
            self.draft.show(self.draft.sketch.without(corner))

    def _jump(self, by: int) -> None:
        """To the next corner."""
        corners = self.draft.sketch.corners
        shown = [(index, points[0]) for index, place in enumerate(corners) if (points := self.points_of(place))]
        if not shown or self.draft.held is not None:
            return
        here = self._corner_at(self.cross)
        indexes = [index for index, _ in shown]
        at = indexes.index(here) if here in indexes else (-1 if by > 0 else 0)
        self.put_cross(shown[(at + by) % len(shown)][1])

    def _more_or_less(self, sign: int) -> None:
        sketch = self.draft.sketch
        if not (sketch.tool.is_round and sketch.radius_m > 0):
            self.zoom(2 * sign)
            return
        step_m = next(step_m for below_m, step_m in _RADIUS_STEPS_M if sketch.radius_m + (sign - 1) / 2 < below_m)
        self.draft.show(sketch.with_radius(sketch.radius_m + sign * step_m))

    # The sketch

    def set_at(self, point: QPointF) -> None:
        """Somebody pointed there: a corner, where one can be."""
        place = self.place_of(point)
        if place is None:
            self.refuse(point)
        elif self.draft.adds:
            self._cross = place
            self.draft.add(place)

    def _set_on_corner(self, index: int) -> None:
        """Somebody pointed at a corner that is there: at the last, or at an area's first, that is the end."""
        sketch = self.draft.sketch
        if sketch.is_whole and index in (0, len(sketch.corners) - 1):
            self.draft.finish()

    def _insert_at(self, point: QPointF) -> int | None:
        """Make a corner in the middle of a side, where somebody points at that; its index."""
        sketch = self.draft.sketch
        if sketch.tool.is_round or sketch.tool.is_single:
            return None
        for index, (here, there) in enumerate(pairwise(sketch.outline)):
            middle = self._middle(here, there)
            place = None if middle is None else self.place_of(middle)
            if middle is not None and place is not None and _is_near(point, middle):
                self.draft.show(sketch.inserted(index, place))
                return index + 1
        return None

    def _corner_at(self, point: QPointF) -> int | None:
        corners = self.draft.sketch.corners
        for index in reversed(range(len(corners))):
            if any(_is_near(point, shown) for shown in self.points_of(corners[index])):
                return index
        return None

    def _middle(self, here: Place, there: Place) -> QPointF | None:
        start, end = self.points_of(here), self.points_of(there)
        return (start[0] + end[0]) / 2 if start and end else None

    # The cross

    @property
    def cross(self) -> QPointF:
        """Where the keyboard points."""
        points = [] if self._cross is None else self.points_of(self._cross)
        return points[0] if points else QRectF(self.rect()).center()

    def put_cross(self, point: QPointF) -> None:
        """Point there."""
        self._cross = self.place_of(point)
        self._pointer = None
        self.update()

    def point_at(self, place: Place) -> None:
        """Put the cross on a place."""
        self._cross = place
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_sketch(painter)
        self._paint_band(painter)
        self._paint_handles(painter)
        if self.hasFocus() and self._pointer is None:
            self._paint_cross(painter, self.cross)
        painter.end()

    def paint_sketch(self, painter: QPainter) -> None:
        """The shape itself."""
        lines = [points[0] for place in self.draft.sketch.outline if (points := self.points_of(place))]
        self.paint_lines(painter, lines, is_area=self.draft.sketch.area_m2 > 0)

    def paint_lines(self, painter: QPainter, points: list[QPointF], *, is_area: bool = False) -> None:
        """A line of the drawing, filled where it is an area."""
        colour = QColor(LAYER_COLOURS[self.draft.purpose.kind])
        shape = QPolygonF(points)
        if is_area:
            fill = QColor(colour)
            fill.setAlphaF(0.22)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawPolygon(shape)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ink, width in ((QColor(theme.SHADE), 4.5), (colour, 2.2)):
            pen = QPen(ink, width)
            pen.setDashPattern([9.0 / width, 5.0 / width])
            painter.setPen(pen)
            painter.drawPolyline(shape)

    def _paint_band(self, painter: QPainter) -> None:
        """From the last corner to where one points now."""
        sketch = self.draft.sketch
        if not self.draft.adds or sketch.tool.is_single or not sketch.corners or sketch.radius_m > 0:
            return
        start = self.points_of(sketch.corners[-1])
        end = self._pointer or (self.cross if self.hasFocus() else None)
        if start and end is not None:
            painter.setPen(QPen(QColor(theme.TEXT_STRONG), 1.2, Qt.PenStyle.DotLine))
            painter.drawLine(min(start, key=lambda point: (point - end).manhattanLength()), end)

    def _paint_handles(self, painter: QPainter) -> None:
        sketch, draft = self.draft.sketch, self.draft
        for index, place in enumerate(sketch.corners):
            for point in self.points_of(place):
                size = 6.0 if index == draft.held else 4.0
                painter.setPen(QPen(QColor(theme.SHADE), 1.5))
                painter.setBrush(QColor(theme.INFORMATION if index == draft.held else theme.TEXT_STRONG))
                painter.drawRect(QRectF(point.x() - size, point.y() - size, 2 * size, 2 * size))
        if draft.adds or sketch.tool.is_round:
            return
        painter.setBrush(QColor(theme.SHADE))
        painter.setPen(QPen(QColor(theme.TEXT_STRONG), 1.2))
        for here, there in pairwise(sketch.outline):
            if (middle := self._middle(here, there)) is not None:
                painter.drawEllipse(middle, 3.5, 3.5)

    def _paint_cross(self, painter: QPainter, at: QPointF) -> None:
        for colour, width in ((theme.SHADE, 4.0), (theme.TEXT_STRONG, 1.6)):
            painter.setPen(QPen(QColor(colour), width))
            for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                painter.drawLine(at + QPointF(4 * x, 4 * y), at + QPointF(13 * x, 13 * y))

    # What Qt tells

    def event(self, event: QEvent) -> bool:
        """While somebody draws, the keys of drawing are no shortcuts of the window's."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._under and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._under.rect())
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)


def _is_near(one: QPointF, other: QPointF) -> bool:
    return max(abs(one.x() - other.x()), abs(one.y() - other.y())) <= NEAR_PX
