"""Markers on the map, dimmed once their time is over; and the menu of a place of the map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QColor, QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget

from wallapp.base.ids import IncidentId, MarkerId
from wallapp.domain.layer_looks import MARKER_COLOURS, symbol_of
from wallapp.domain.map_data import MapFeature, MapKind, MapStyle, PointShape
from wallapp.domain.marker import MarkerState
from wallapp.domain.place import Place
from wallapp.services.markers import MarkerView
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.marker_words import INCIDENT_KIND, called
from wallapp.ui.crisis.spots import SpotFloor
from wallapp.ui.map.looks import LAND
from wallapp.ui.map.model import MapModel
from wallapp.ui.map.projection import to_place
from wallapp.ui.map.view import MapView

SOURCE: Final = "markers"
_PREFIX: Final = "marker:"


class MarkerMap(QObject):
    """Keeps the map's markers current, and opens menus on it. GUI thread."""

    def __init__(
        self, board: SituationBoard, spots: SpotFloor, model: MapModel, view: MapView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._board, self._spots, self._model, self._view = board, spots, model, view
        board.changed.connect(self.follow)
        view.feature_picked.connect(self._pick)
        view.place_chosen.connect(spots.take_place)
        view.installEventFilter(self)

    def follow(self) -> None:
        """Show the newest reading."""
        situation = self._board.situation
        places = {view.incident.id: view.incident.place for view in situation.incidents}
        self._model.set_features(SOURCE, marker_features(situation.markers, places))

    def place_menu(self, place: Place) -> QMenu:
        """What can be done at a place; the caller shows it."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions_at(place, menu))
        return menu

    def actions_at(self, place: Place, menu: QMenu) -> list[QAction]:
        """What can be done at a place, for that menu."""
        spots, found = self._spots, []
        if spots.works:
            found.append(QAction(self.tr("Open an incident here"), menu))
            found[-1].triggered.connect(lambda: spots.open_incident(place))
            found.append(QAction(self.tr("Place a marker here"), menu))
            found[-1].triggered.connect(lambda: spots.place_marker(place))
        found.append(QAction(self.tr("Spotlight the nearest 8"), menu))
        found[-1].triggered.connect(lambda: spots.spotlight(place))
        return found

    def actions_on_tile(self, shown: QWidget, point: QPoint, menu: QMenu) -> list[QAction]:
        """The same for a map that stands on a tile, at a point of it."""
        if not isinstance(shown, MapView):
            return []
        return self.actions_at(to_place(*shown.viewport.to_world(point.x(), point.y())), menu)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._view and isinstance(event, QContextMenuEvent):
            self._open_menu(event)
            return True
        return super().eventFilter(watched, event)

    def _open_menu(self, event: QContextMenuEvent) -> None:
        """By the keyboard at the place that was chosen, or at the middle; by the mouse under the cursor."""
        view, port = self._view, self._view.viewport
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = view.attention.place or to_place(port.u, port.v)
            where = view.mapToGlobal(QPoint(view.width() // 2, view.height() // 2))
        else:
            place = to_place(*port.to_world(event.pos().x(), event.pos().y()))
            where = event.globalPos()
        view.choose_place(place)
        self.place_menu(place).popup(where)

    def _pick(self, feature: str) -> None:
        if feature.startswith(_PREFIX):
            self._spots.show_marker(MarkerId(feature.removeprefix(_PREFIX)))


def marker_features(views: Iterable[MarkerView], incidents: dict[IncidentId, Place | None]) -> Iterator[MapFeature]:
    """What stands on the map for these markers; nothing for one whose place is not known.

    Args:
      incidents: where the open ones stand: an incident's own symbol stands for a marker of it at the same place.
    """
    for view in views:
        marker = view.marker
        stands_for = incidents.get(marker.incident) if marker.incident and marker.kind == INCIDENT_KIND else None
        if marker.ground is None or marker.ground == stands_for:
            continue
        is_dim = view.is_stale or marker.state is MarkerState.RESOLVED
        colour = _dimmed(MARKER_COLOURS[marker.colour]) if is_dim else MARKER_COLOURS[marker.colour]
        yield MapFeature(
            MapKind.MARKER,
            PointShape(marker.ground),
            MapStyle(stroke=colour, fill=colour, symbol=symbol_of(marker.colour)),
            label=called(marker),
            feature_id=f"{_PREFIX}{marker.id}",
        )


def _dimmed(colour: str) -> str:
    """Half of it and half of the ground."""
    ink, land = QColor(colour), QColor(LAND)
    parts = ((ink.red(), land.red()), (ink.green(), land.green()), (ink.blue(), land.blue()))
    return QColor(*((one + other) // 2 for one, other in parts)).name()
