"""The map with what stands around it: its buttons, the camera picked, the cursor's place, the nearest cameras."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from wallapp.base.clock import Clock
from wallapp.base.ids import CameraNumber
from wallapp.domain.map_data import NearCamera
from wallapp.domain.place import Place
from wallapp.ui import theme
from wallapp.ui.map.furniture import distance_words
from wallapp.ui.map.model import MapModel
from wallapp.ui.map.pins import called, described, level_words
from wallapp.ui.map.view import MapView
from wallapp.ui.shapes import ICON_PX, state_icon, word_for
from wallapp.ui.wall import words

_NUMBER_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_ROW_PX: Final = 26


class _OneLine(QLabel):
    """A label that gives up its end and never the panel's width."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(40, self.fontMetrics().height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, text)
        painter.end()


class _NearList(QListWidget):
    """Leaves letters and digits to the window, so that they reach the entry line from here too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


class MapPanel(QWidget):
    """Signals: `chosen` (camera number), `enlarge_asked`, `hide_asked`; the map's own are `view`'s. GUI thread."""

    chosen = Signal(int)
    enlarge_asked = Signal()
    hide_asked = Signal()

    def __init__(self, model: MapModel, *, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = model
        self._place: Place | None = None
        self.view = MapView(model, clock=clock)
        self._title = QLabel()
        self._title.setStyleSheet("font-weight: bold;")
        self._fit, self._enlarge, self._hide = QPushButton(), QPushButton(), QPushButton()
        self._told, self._state, self._missing = _OneLine(), _OneLine(), _OneLine()
        self._cursor = QLabel()
        self._near_title = _OneLine()
        self._near_close = QPushButton()
        self._near = _NearList()
        self._near_part = QWidget()
        self._is_large = False
        self._lay_out()
        self._fit.clicked.connect(self.view.fit)
        self._enlarge.clicked.connect(self.enlarge_asked)
        self._hide.clicked.connect(self.hide_asked)
        self._near_close.clicked.connect(lambda: self.view.choose_place(None))
        self._near.itemActivated.connect(lambda item: self.chosen.emit(item.data(_NUMBER_ROLE)))
        self._near.currentItemChanged.connect(self._look_at)
        self.view.chosen.connect(self.chosen)
        self.view.place_chosen.connect(self._show_near)
        self.view.pointed.connect(self._show_cursor)
        self.view.attended.connect(self._tell_camera)
        model.states_changed.connect(self._follow_states)
        self._retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 8, 6)
        head.setSpacing(6)
        head.addWidget(self._title, 1)
        for button in (self._fit, self._enlarge, self._hide):
            button.setStyleSheet("padding: 3px 9px;")
            head.addWidget(button)
        near_head = QHBoxLayout()
        near_head.setContentsMargins(12, 4, 8, 2)
        near_head.addWidget(self._near_title, 1)
        near_head.addWidget(self._near_close)
        self._near_close.setStyleSheet("padding: 2px 9px;")
        near_column = QVBoxLayout(self._near_part)
        near_column.setContentsMargins(0, 0, 0, 0)
        near_column.setSpacing(0)
        near_column.addLayout(near_head)
        near_column.addWidget(self._near)
        self._near.setFrameShape(QFrame.Shape.NoFrame)
        self._near.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._near.setUniformItemSizes(True)
        self._near.setIconSize(QSize(ICON_PX, ICON_PX))
        self._near.setProperty("panel", True)
        self._near_part.hide()
        foot = QGridLayout()
        foot.setContentsMargins(12, 5, 12, 5)
        foot.setVerticalSpacing(1)
        foot.addWidget(self._told, 0, 0, 1, 2)
        foot.addWidget(self._state, 1, 0)
        foot.addWidget(self._cursor, 1, 1)
        foot.addWidget(self._missing, 2, 0, 1, 2)
        foot.setColumnStretch(0, 1)
        for label in (self._state, self._missing, self._cursor):
            label.setProperty("quiet", True)
            label.setFont(theme.font(theme.FONT_SMALL_PX))
            label.setStyleSheet(f"font-size: {theme.FONT_SMALL_PX}px; color: {theme.TEXT_QUIET};")
        self._cursor.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self._near_part)
        column.addLayout(foot)

    # What the desk asks

    def show_large(self, large: bool) -> None:
        """The button says what it would do."""
        self._is_large = large
        self._retranslate()

    @property
    def told(self) -> str:
        """The line about the camera that stands out."""
        return words.with_dots(self._told.text(), self._state.text())

    @property
    def near_rows(self) -> Sequence[str]:
        """The nearest cameras as listed; empty without a chosen place."""
        return [self._near.item(row).text() for row in range(self._near.count())]

    # Inside

    def _show_cursor(self, place: Place | None) -> None:
        self._cursor.setText("" if place is None else place_words(place))

    def _tell_camera(self) -> None:
        attention = self.view.attention
        number = attention.marked if attention.picked is None else attention.picked
        pin = None if number is None else self._model.pins.get(number)
        text = self.tr("No camera picked")
        if pin is not None:
            text = words.with_dots(called(pin.camera), pin.camera.owner)
        elif number is not None:
            text = self.tr("Camera {number} has no place in the register").format(number=number)
        self._told.setText(text)
        self._told.setToolTip(text if pin is None else described(pin))
        self._state.setText("" if pin is None else words.with_dots(word_for(pin.state), level_words(pin)))

    def _show_near(self, place: Place | None) -> None:
        self._place = place
        self._fill_near()
        self._near_part.setVisible(place is not None)

    def _fill_near(self) -> None:
        self._near.blockSignals(True)
        self._near.clear()
        near = [] if self._place is None else self._model.nearest(self._place)
        for each in near:
            self._near.addItem(self._row(each))
        self._near.blockSignals(False)
        self._near.setFixedHeight(max(1, len(near)) * _ROW_PX + 4)
        place = "" if self._place is None else place_words(self._place)
        # The numbers of a place keep their order within a text that is read from the right.
        self._near_title.setText(self.tr("Nearest to {place}").format(place=f"\u2066{place}\u2069"))

    def _row(self, near: NearCamera) -> QListWidgetItem:
        pin = self._model.pins[near.number]
        seen = self._seen_words(near.seen)
        name = called(pin.camera)
        item = QListWidgetItem(state_icon(pin.state), words.with_dots(name, distance_words(near.distance_m), seen))
        item.setData(_NUMBER_ROLE, int(near.number))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words.with_dots(item.text(), described(pin)))
        item.setToolTip(described(pin))
        item.setSizeHint(QSize(40, _ROW_PX))
        return item

    def _seen_words(self, seen: bool | None) -> str:
        if seen is None:
            return self.tr("may look at it")
        return self.tr("looks at it") if seen else self.tr("looks elsewhere")

    def _look_at(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            number = CameraNumber(item.data(_NUMBER_ROLE))
            self.view.pick(number)
            self.view.picked.emit(number)

    def _follow_states(self) -> None:
        self._tell_camera()
        for row in range(self._near.count()):
            item = self._near.item(row)
            pin = self._model.pins.get(CameraNumber(item.data(_NUMBER_ROLE)))
            if pin is not None:
                item.setIcon(state_icon(pin.state))
                item.setToolTip(described(pin))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Map"))
        self._fit.setText(self.tr("All"))
        self._fit.setToolTip(self.tr("Show all cameras (Home)"))
        self._enlarge.setText(self.tr("Smaller") if self._is_large else self.tr("Larger"))
        self._enlarge.setToolTip(
            self.tr("Back to the side (Shift+F3)") if self._is_large else self.tr("In place of the wall (Shift+F3)")
        )
        self._hide.setText(self.tr("Hide"))
        self._hide.setToolTip(self.tr("Hide the map (F3)"))
        self._near_close.setText(self.tr("Close"))
        self._near.setAccessibleName(self.tr("Nearest cameras: Enter puts one on the selected tile"))
        missing = self._model.without_place
        text = self.tr("{count} cameras without a place").format(count=missing) if missing else ""
        self._missing.setText(text)
        self._missing.setVisible(bool(missing))
        self._tell_camera()
        self._fill_near()


def place_words(place: Place) -> str:
    """Latitude and longitude as every map program takes them, to a metre."""
    return f"{place.lat_deg:.5f}, {place.lon_deg:.5f}"
