"""The map on tiles of the wall: each such tile has a map of its own, laid over the canvas where the tile lies."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from wallapp.base.clock import Clock
from wallapp.base.ids import CameraNumber, TileId
from wallapp.domain.wall import MapPart
from wallapp.services.wall_session import Change
from wallapp.ui.map.model import MapModel
from wallapp.ui.map.view import MapView
from wallapp.ui.wall.canvas import WallCanvas

MOVED_AFTER_MS: Final = 300
"""So soon after the last movement the session is told what is shown, to be kept with the wall."""


class _OnTile:
    """One map. Attributes: `told`: what the session was told last, or told this."""

    def __init__(self, view: MapView) -> None:
        self.view = view
        self.told: MapPart | None = None


class MapTiles(QObject):
    """Keeps a map on each tile on which the session has one. GUI thread.

    A camera chosen on such a map goes to the tile that was selected before it, so that the map stays.

    Signals: `chosen` (camera number, tile); `left`: the keyboard is to go back to the wall.
    """

    chosen = Signal(int, int)
    left = Signal()

    def __init__(
        self,
        canvas: WallCanvas,
        model: MapModel,
        *,
        clock: Clock,
        beside: MapView,
        parent: QObject | None = None,
    ) -> None:
        """Args: `beside` is the window's own map: whoever listens to it hears of what is picked here too."""
        super().__init__(parent)
        self._canvas, self._session, self._model, self._clock = canvas, canvas.session, model, clock
        self._beside = beside
        self._maps: dict[TileId, _OnTile] = {}
        self._selected = [canvas.session.selected]
        self._marked: CameraNumber | None = None
        self._timer = QTimer(self, singleShot=True, interval=MOVED_AFTER_MS)
        self._timer.timeout.connect(self._tell_session)
        canvas.map_widget = self.view
        canvas.laid_out.connect(self._follow)
        self._end_listening = canvas.session.subscribe(self._session_changed)
        self._follow()

    def view(self, tile: TileId) -> MapView | None:
        """The map on a tile; None where there is none."""
        found = self._maps.get(tile)
        return None if found is None else found.view

    def mark(self, number: CameraNumber | None) -> None:
        """Mark the camera of the selected tile; none while a map is selected."""
        self._marked = number
        for found in self._maps.values():
            found.view.mark(number)

    def stop(self) -> None:
        """The window closes: what was moved is told, nothing is heard any more."""
        self._tell_session()
        self._timer.stop()
        self._end_listening()

    # What the session says

    def _session_changed(self, change: Change) -> None:
        selected = self._session.selected
        if change is Change.SELECTION:
            self._selected = [*(tile for tile in self._selected if tile != selected), selected]

    def _follow(self) -> None:
        """Have a map where the session has one and nowhere else, each over its tile and at its part."""
        wanted = {TileId(tile) for tile in self._session.tiles if self._session.map_on(TileId(tile)) is not None}
        for tile in self._maps.keys() - wanted:
            self._take_off(self._maps.pop(tile).view)
        for tile in wanted:
            self._place(tile)

    def _place(self, tile: TileId) -> None:
        content, area = self._session.map_on(tile), self._canvas.map_rect(tile)
        found = self._maps.get(tile)
        if found is None:
            found = self._maps[tile] = _OnTile(self._make(tile))
        if area is not None:
            found.view.setGeometry(area)
        part = None if content is None else content.part
        if part != found.told:
            found.told = part
            found.view.show_part(part)
        found.view.setVisible(area is not None)

    def _make(self, tile: TileId) -> MapView:
        view = MapView(self._model, clock=self._clock, parent=self._canvas)
        view.setMinimumSize(1, 1)  # the tile says how large it is
        QWidget.setTabOrder(self._canvas, view)
        view.mark(self._marked)
        view.setProperty("tile", int(tile))
        view.installEventFilter(self)
        view.moved.connect(self._timer.start)
        view.chosen.connect(lambda number: self._choose(tile, number))
        view.given_up.connect(lambda: self._give_up(tile))
        for own, others in (
            (view.picked, self._beside.picked),
            (view.feature_picked, self._beside.feature_picked),
            (view.place_chosen, self._beside.place_chosen),
        ):
            own.connect(others)
        return view

    def _take_off(self, view: MapView) -> None:
        if view.hasFocus():
            self.left.emit()
        view.hide()
        view.deleteLater()

    # What the operator does

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A map that is touched is the selected tile."""
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.FocusIn) and isinstance(watched, QWidget):
            tile = watched.property("tile")
            if isinstance(tile, int) and tile in self._maps:
                self._session.select(TileId(tile))
        return False

    def _choose(self, tile: TileId, number: int) -> None:
        others = [TileId(other) for other in self._session.tiles if self._session.map_on(TileId(other)) is None]
        before = (other for other in reversed(self._selected) if other in others)
        self.chosen.emit(number, next(before, others[0] if others else tile))

    def _give_up(self, tile: TileId) -> None:
        if self._session.enlarged == tile:
            self._session.toggle_enlarge(tile)
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_session(self) -> None:
        for tile, found in list(self._maps.items()):
            part = found.view.part
            if part != found.told:
                found.told = part
                self._session.move_map(tile, part)
