"""Crisis layers at the side of the wall: what lies over map and pictures, which cameras that concerns, and the way to
draw more."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from wallapp.base.ids import LayerId
from wallapp.domain.layer import CrisisLayer, LayerKind, LayerState
from wallapp.domain.permissions import Verb
from wallapp.ui import theme
from wallapp.ui.access.labels import heading, quiet
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.drawing_bar import DrawingBar
from wallapp.ui.crisis.drawing_desk import DrawingDesk
from wallapp.ui.crisis.drawing_sketch import Tool
from wallapp.ui.crisis.layer_cameras import ConcernedCameras
from wallapp.ui.crisis.layer_rows import LayerLine, LayerList
from wallapp.ui.crisis.layer_words import (
    USUAL_TOOL,
    condition_words,
    frames_words,
    kind_icon,
    kind_word,
    level_word,
    tool_word,
)
from wallapp.ui.wall.words import with_dots

_ROWS_AT_MOST: Final = 8
_EMPTY_PX: Final = 30


class LayersPanel(QWidget):
    """As high as what it shows. GUI thread.

    Signals:
      menu_asked: everything that can be done with a layer is wanted (CrisisLayer, QPoint of the screen).
      take_in_asked: a file is to be taken in.
      fitted: it is another height now.
      left: the keyboard is to go back to the wall.
    """

    menu_asked = Signal(object, object)
    take_in_asked = Signal()
    moved = Signal(object, int)
    fitted = Signal()
    left = Signal()

    def __init__(self, board: SituationBoard, drawing: DrawingDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._board = board
        self._drawing = drawing
        self.cameras = ConcernedCameras(board, self)
        self._preferred: LayerId | None = None
        self._may_draw = board.rooms.may(Verb.DRAW_LAYERS)
        self.bar: DrawingBar | None = None
        self._title, self._level, self._empty = heading(), quiet(), quiet()
        for label in (self._title, self._level):
            label.setWordWrap(False)
        for label in (self._level, self._empty):
            label.setStyleSheet(f"color: {theme.TEXT_QUIET}; font-size: {theme.FONT_SMALL_PX}px;")
        self.draw = QPushButton()
        self.draw.setStyleSheet("padding: 3px 10px;")
        self.draw.setVisible(self._may_draw)
        self.draw.clicked.connect(self.open_draw_menu)
        self.list = LayerList()
        self.list.switched.connect(self.switch)
        self.list.menu_asked.connect(self._ask_menu)
        self.list.moved.connect(self._move)
        self.list.given_up.connect(self.left)
        self._lay_out()
        drawing.changed.connect(self._follow_drawing)
        self.cameras.changed.connect(self.follow)
        board.changed.connect(self.follow)
        self._retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 4)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._level)
        head.addWidget(self.draw)
        self._head = QWidget()
        self._head.setLayout(head)
        self._bar_place = QVBoxLayout()
        self._bar_place.setContentsMargins(0, 0, 0, 0)
        self._empty.setContentsMargins(12, 2, 12, 8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 4)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addLayout(self._bar_place)
        whole.addWidget(self._empty)
        whole.addWidget(self.list, 1)

    # What others ask

    @property
    def has_news(self) -> bool:
        """Whether there is anything to show."""
        return bool(self._board.situation.layers) or self._drawing.draft is not None

    @property
    def current(self) -> CrisisLayer | None:
        """The selected layer, as last read."""
        chosen = self.list.current
        return None if chosen is None else self.layer(chosen)

    def layer(self, layer: LayerId) -> CrisisLayer | None:
        """One of those that were read last."""
        return next((each for each in self._board.situation.layers if each.id == layer), None)

    def take_focus(self) -> None:
        """Give the keyboard to the list; to the button for drawing where it is empty."""
        target: QWidget = self.list if self.list.count() else self.draw
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def prefer(self, layer: LayerId) -> None:
        """Select this one as soon as it is read."""
        self._preferred = layer

    # What it shows

    def follow(self) -> None:
        """Show the newest reading."""
        situation = self._board.situation
        self.cameras.follow(situation.layers)
        self.list.show_lines([self._line(layer) for layer in reversed(situation.layers)])
        if self._preferred is not None and self.layer(self._preferred) is not None:
            self.list.select(self._preferred)
            self._preferred = None
        self._level.setText(level_word(situation.level.level))
        self._empty.setVisible(not situation.layers and self.bar is None)
        self.list.setVisible(bool(situation.layers) and self.bar is None)  # the map needs the room
        self._fit()

    def _line(self, layer: CrisisLayer) -> LayerLine:
        situation, is_on = self._board.situation, layer.state is LayerState.SHOWN
        now_at = self._board.rooms.clock.now_at()
        parts = []
        cameras = self.cameras.of(layer.id)
        is_drawn = any(each.id == layer.id for each in situation.shown_layers)  # it may wait for a level or a time
        if is_drawn and cameras is not None:
            parts.append(frames_words(cameras))
        parts += [f"#{view.incident.number}" for view in situation.incidents if view.incident.id == layer.incident]
        if not layer.features:
            parts.append(self.tr("nothing drawn on it"))
        parts += condition_words(layer, situation.level.level, now_at)
        switch = self.tr("on") if is_on else self.tr("off")
        detail = with_dots(*parts)
        spoken = with_dots(f"{layer.name} ({kind_word(layer.kind)})", switch, *parts)
        return LayerLine(layer.id, layer.kind, layer.name, detail, switch, is_on=is_on, spoken=spoken)

    def _follow_drawing(self) -> None:
        if self.bar is not None:
            self._bar_place.removeWidget(self.bar)
            self.bar.hide()
            self.bar.deleteLater()
            self.bar = None
        draft = self._drawing.draft
        if draft is not None:
            self.bar = DrawingBar(draft)
            self.bar.left.connect(self._drawing.take_focus)
            self._drawing.concerned.connect(self.bar.show_cameras)
            draft.changed.connect(self._fit)
            self._bar_place.addWidget(self.bar)
            self.bar.show()  # its height counts at once
            if self._drawing.map_sheet is not None:
                self.bar.follow_tab(self._drawing.map_sheet)
        self.draw.setEnabled(draft is None)
        self.follow()

    def _fit(self) -> None:
        """As high as what it shows."""
        rows_px = (
            min(self.list.content_px, _ROWS_AT_MOST * self.list.sizeHintForRow(0)) if not self.list.isHidden() else 0
        )
        self.list.setMaximumHeight(rows_px)
        self.list.setMinimumHeight(min(rows_px, 2 * _EMPTY_PX))
        layout = self.layout()
        if layout is not None:
            layout.activate()
            parts = [part for part in (self._head, self._empty, self.bar) if part is not None and not part.isHidden()]
            width = max(240, self.width())
            around_px = 4 + sum(_height_of(part, width) for part in parts)
            self.setMinimumHeight(around_px + self.list.minimumHeight())
            self.setMaximumHeight(around_px + rows_px)
        self.fitted.emit()

    # What it does

    def switch(self, layer: LayerId) -> None:
        """Show it on the wall, or hide it."""
        found = self.layer(layer)
        if found is None or not self._may_draw:
            return
        to = LayerState.HIDDEN if found.state is LayerState.SHOWN else LayerState.SHOWN
        desk = self._board.rooms.desks.layers
        self._board.act(lambda actor: desk.move_on(actor, layer, to))

    def open_draw_menu(self) -> None:
        """Ask what is to be drawn."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in LayerKind:
            if kind is not LayerKind.IMPORTED:
                self._add_kind(menu, kind)
        menu.addSeparator()
        menu.addAction(self.tr("Take in a GeoJSON file…")).triggered.connect(self.take_in_asked)
        menu.popup(self.draw.mapToGlobal(QPoint(0, self.draw.height())))

    def _add_kind(self, menu: QMenu, kind: LayerKind) -> None:
        part = menu.addMenu(kind_icon(kind), kind_word(kind))
        usual = USUAL_TOOL[kind]
        for tool in (usual, *(each for each in Tool if each is not usual)):
            action = part.addAction(tool_word(tool))
            action.triggered.connect(lambda _on=False, tool=tool: self._drawing.begin(kind, tool))

    def _ask_menu(self, layer: LayerId, where: QPoint) -> None:
        found = self.layer(layer)
        if found is not None:
            self.menu_asked.emit(found, where)

    def _move(self, layer: LayerId, by: int) -> None:
        found = self.layer(layer)
        if found is not None and self._may_draw:
            self.moved.emit(found, by)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Layers"))
        self.draw.setText(self.tr("Draw"))
        self.draw.setAccessibleName(self.tr("Draw a new layer"))
        self._empty.setText(self.tr("Nothing drawn: a perimeter, a route or a hazard lies over map and pictures."))
        self.list.setAccessibleName(self.tr("Layers; Space switches one, Enter opens its menu"))
        self.setAccessibleName(self.tr("Layers"))
        self.follow()


def _height_of(part: QWidget, width_px: int) -> int:
    layout = part.layout()
    if part.hasHeightForWidth():
        return part.heightForWidth(width_px)
    return layout.totalSizeHint().height() if layout is not None else part.sizeHint().height()
