"""The map under mouse and keys. It paints only when something changed."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

from wallapp.base.clock import Clock
from wallapp.base.ids import CameraNumber
from wallapp.domain.place import Place, towards
from wallapp.domain.wall import MapPart
from wallapp.ui import theme
from wallapp.ui.map.furniture import draw_nothing
from wallapp.ui.map.model import MapModel
from wallapp.ui.map.pins import TOGETHER_PX, Group, group_of, group_words
from wallapp.ui.map.projection import (
    STEPS_MAX,
    STEPS_MIN,
    STEPS_PER_OCTAVE,
    Viewport,
    box_of,
    scale_of,
    to_place,
    to_world,
)
from wallapp.ui.map.sheet import Attention, MapSheet

STATES_EVERY_MS: Final = 250
"""New states and features are painted no more often than this."""
PAINT_S: Final = 0.004
"""Of one painting, for tiles that are missing; the rest of a frame is for the wall."""
_WHEEL_STEPS: Final = 2
_PAN_PX: Final = 80
_FIT_MARGIN_PX: Final = 48
_KEEP_INSIDE_PX: Final = 40
_WAYS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class MapView(QWidget):
    """Drag or Shift with arrows move the map, wheel, + and - zoom, Home fits all; arrows go from camera to camera.

    A click on a camera picks it, Enter or a double click chooses it; a click beside, or Space for the middle,
    chooses a place. Other keys are left to the window.

    Signals: `picked`, `chosen` (camera number); `place_chosen` (Place or None); `feature_picked` (its id);
    `pointed` (Place under the cursor, None outside); `attended`: something else stands out; `moved`: another part is
    shown; `given_up`: Escape with nothing to give up here. GUI thread.
    """

    picked = Signal(int)
    chosen = Signal(int)
    place_chosen = Signal(object)
    feature_picked = Signal(str)
    pointed = Signal(object)
    attended = Signal()
    moved = Signal()
    given_up = Signal()

    def __init__(self, model: MapModel, *, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(160, 120)
        self._model = model
        self._clock = clock
        self._sheet = MapSheet(model, clock)
        self._view = Viewport()
        self._attention = Attention()
        self._fits = True
        self._pressed_at: QPointF | None = None
        self._panning = False
        self._wheel = 0.0
        self.paints = 0
        self._soon = QTimer(self, singleShot=True, interval=STATES_EVERY_MS)
        self._soon.timeout.connect(self._take_changes)
        self._has_features = self._has_states = False
        model.features_changed.connect(self._features_changed)
        model.states_changed.connect(self._states_changed)
        model.gaze_changed.connect(lambda: self.update())
        self._retranslate()

    # What others ask

    @property
    def viewport(self) -> Viewport:
        """What is shown."""
        return self._view

    @property
    def part(self) -> MapPart | None:
        """Where somebody moved it; None while it shows all that is on it."""
        place = to_place(self._view.u, self._view.v)
        return None if self._fits else MapPart(place, self._view.steps / STEPS_PER_OCTAVE)

    @property
    def attention(self) -> Attention:
        """What stands out."""
        return self._attention

    def mark(self, number: CameraNumber | None) -> None:
        """Mark the camera of the selected tile."""
        self._attend(marked=number)

    def pick(self, number: CameraNumber | None) -> None:
        """Pick a camera, as a click on it does, and bring it into sight; tells nobody."""
        self._attend(picked=number)
        pin = None if number is None else self._model.pins.get(number)
        if pin is not None:
            self._bring_into_sight(*pin.at)

    def choose_place(self, place: Place | None) -> None:
        """Put the cross there, with the cameras nearest to it; None takes it away."""
        near = () if place is None else tuple(near.number for near in self._model.nearest(place))
        self._attend(place=place, near=near)
        self.place_chosen.emit(place)

    def fit(self) -> None:
        """Show all cameras and features, and go on doing so when the size changes, until somebody moves the map."""
        box = self._model.box()
        self._fits = True
        if box is not None:
            self._show(self._view.fitted(box, min(_FIT_MARGIN_PX, self.width() // 6)))

    def show_part(self, part: MapPart | None) -> None:
        """Show it as `part` once told."""
        if part is None:
            self.fit()
            return
        steps = max(STEPS_MIN, min(STEPS_MAX, round(part.zoom * STEPS_PER_OCTAVE)))
        self._fits = False
        self._show(replace(self._view, steps=steps).centred(*to_world(part.middle)))

    def show_around(self, place: Place, radius_m: float) -> None:
        """Show the surroundings of a place."""
        box = box_of(to_world(towards(place, azimuth_deg, radius_m)) for azimuth_deg in (0.0, 90.0, 180.0, 270.0))
        assert box is not None
        self._fits = False
        self._show(self._view.fitted(box, 0))

    def zoom(self, by_steps: int, at: QPointF | None = None) -> None:
        """Closer or farther about a point; about the middle where none is given."""
        point = QPointF(self.width() / 2, self.height() / 2) if at is None else at
        self._fits = False
        self._show(self._view.zoomed(by_steps, point.x(), point.y()))

    def pan(self, dx_px: float, dy_px: float) -> None:
        """Show what lies so many pixels to the right and below."""
        self._fits = False
        self._show(self._view.panned(dx_px, dy_px))

    def settle(self) -> None:
        """Take at once what would be taken within a moment."""
        if self._soon.isActive():
            self._soon.stop()
            self._take_changes()

    # What the model tells

    def _features_changed(self) -> None:
        self._has_features = True
        if not self._soon.isActive():
            self._soon.start()

    def _states_changed(self) -> None:
        self._has_states = True
        if not self._soon.isActive():
            self._soon.start()

    def _take_changes(self) -> None:
        if self._has_features:
            self._sheet.take_features()
        if self._has_states:
            self._sheet.take_states()
        self._has_features = self._has_states = False
        self._describe()
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paints += 1
        painter = QPainter(self)
        complete = self._sheet.draw(painter, self._view, self._attention, until_mono_s=self._clock.mono_s() + PAINT_S)
        if self._model.is_empty:
            draw_nothing(painter, self._view)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.SELECTION), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(1, 1, self.width() - 2, self.height() - 2))
        painter.end()
        if not complete:
            QTimer.singleShot(0, self, self.update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._view = self._view.resized(self.width(), self.height())
        if self._fits:
            self.fit()
        super().resizeEvent(event)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at, self._panning = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        self.pointed.emit(self._place_at(point))
        if self._pressed_at is None:
            return
        moved = point - self._pressed_at
        if self._panning or moved.manhattanLength() >= QApplication.startDragDistance():
            if not self._panning:
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._panning, self._pressed_at = True, point
            self.pan(-moved.x(), -moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed_at is None:
            return
        panned, self._pressed_at, self._panning = self._panning, None, False
        self.unsetCursor()
        if not panned:
            self._click(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        group = self._sheet.group_at(self._view, event.position().x(), event.position().y())
        if event.button() is Qt.MouseButton.LeftButton and group is not None and group.only is not None:
            self.chosen.emit(group.only.number)
        else:
            event.ignore()  # beside the cameras it is for who holds the map

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._wheel += event.angleDelta().y() / 120 * _WHEEL_STEPS
        steps = int(self._wheel)
        self._wheel -= steps
        if steps:
            self.zoom(steps, event.position())
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(None)
        super().leaveEvent(event)

    def _click(self, point: QPointF) -> None:
        feature = self._sheet.feature_at(self._view, point.x(), point.y())
        group = self._sheet.group_at(self._view, point.x(), point.y())
        if feature:
            self.feature_picked.emit(feature)
        elif group is None:
            self.choose_place(self._place_at(point))
        elif group.only is not None:
            self._pick(group.only.number)
        else:
            self._open_group(group, self.mapToGlobal(point.toPoint()))

    def _open_group(self, group: Group, where: QPoint) -> None:
        """Come closer until the cameras stand apart; those that never will are offered in a menu."""
        box = box_of(pin.at for pin in group.pins)
        assert box is not None
        extent = max(box[2] - box[0], box[3] - box[1])
        if extent * scale_of(STEPS_MAX) >= TOGETHER_PX:
            closer = self._view.fitted(box, self.width() // 4)
            apart = math.ceil(math.log2(1.2 * TOGETHER_PX / extent / scale_of(0)) * STEPS_PER_OCTAVE)
            steps = max(closer.steps, apart)
            self._fits = False
            self._show(closer.zoomed(steps - closer.steps, self.width() / 2, self.height() / 2))
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for pin in group.pins:
            action = menu.addAction(group_words(group_of((pin,))))
            action.triggered.connect(lambda _on=False, number=pin.number: self._pick(number))
        menu.popup(where)

    # The keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if modifiers is Qt.KeyboardModifier.ShiftModifier and key in _WAYS:
            self.pan(_WAYS[key][0] * _PAN_PX, _WAYS[key][1] * _PAN_PX)
            return
        plain = modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if not plain or not self._act(key):
            event.ignore()

    def _act(self, key: Qt.Key) -> bool:
        """Do what the key asks for; False where it asks for nothing here."""
        if key in _WAYS:
            self._go(*_WAYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key is Qt.Key.Key_Plus:
            self.zoom(_WHEEL_STEPS)
        elif key is Qt.Key.Key_Minus:
            self.zoom(-_WHEEL_STEPS)
        elif key is Qt.Key.Key_Home:
            self.fit()
        elif key is Qt.Key.Key_Space:
            self.choose_place(to_place(self._view.u, self._view.v))
        elif key is Qt.Key.Key_Escape and self._attention.place is not None:
            self.choose_place(None)
        elif key is Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            return False
        return True

    def _enter(self) -> None:
        group = self._group_of(self._attention.picked)
        if group is not None and group.only is None:
            at = QPointF(*self._view.to_px(*group.at))
            self._open_group(group, self.mapToGlobal(at.toPoint()))
        elif group is not None and group.only is not None:
            self.chosen.emit(group.only.number)

    def _go(self, way_x: int, way_y: int) -> None:
        """Pick the nearest camera that way; the one nearest to the middle where none is picked."""
        here = self._group_of(self._attention.picked)
        x, y = (self.width() / 2, self.height() / 2) if here is None else self._view.to_px(*here.at)
        best: tuple[float, Group] | None = None
        for group in self._sheet.placing(self._view.steps).groups:
            at_x, at_y = self._view.to_px(*group.at)
            dx, dy = at_x - x, at_y - y
            ahead, aside = dx * way_x + dy * way_y, abs(dx * way_y) + abs(dy * way_x)
            far = abs(dx) + abs(dy) if here is None else ahead + 2 * aside
            if here is not None and (group is here or ahead < 1 or aside > 2 * ahead):
                continue
            if best is None or far < best[0]:
                best = far, group
        if best is not None:
            self._pick(best[1].pins[0].number)
            self._bring_into_sight(*best[1].at)

    def _group_of(self, number: CameraNumber | None) -> Group | None:
        if number is None:
            return None
        groups = self._sheet.placing(self._view.steps).groups
        return next((group for group in groups if group.holds(number)), None)

    # Inside

    def _pick(self, number: CameraNumber) -> None:
        self._attend(picked=number)
        self.picked.emit(number)

    def _attend(self, **changes: object) -> None:
        before = self._attention
        values = {name: getattr(before, name) for name in ("marked", "picked", "place", "near")} | changes
        self._attention = Attention(**values)
        if self._attention != before:
            self._describe()
            self.update()
            self.attended.emit()

    def _show(self, view: Viewport) -> None:
        if view != self._view:
            self._view = view
            self.update()
            self.moved.emit()

    def _bring_into_sight(self, u: float, v: float) -> None:
        x, y = self._view.to_px(u, v)
        inside = (
            _KEEP_INSIDE_PX < x < self.width() - _KEEP_INSIDE_PX
            and _KEEP_INSIDE_PX < y < self.height() - _KEEP_INSIDE_PX
        )
        if not inside:
            self._fits = False
            self._show(self._view.centred(u, v))

    def _place_at(self, point: QPointF) -> Place:
        return to_place(*self._view.to_world(point.x(), point.y()))

    def _describe(self) -> None:
        group = self._group_of(self._attention.picked or self._attention.marked)
        text = "" if group is None else group_words(group)
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    # What Qt tells

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            group = self._sheet.group_at(self._view, event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), "" if group is None else group_words(group), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("Map", "Map of the cameras"))
        self._sheet.speak(QLocale().name().partition("_")[0])
        self._describe()
        self.update()
