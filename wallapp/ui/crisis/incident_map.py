"""Open incidents on the map: a symbol for the priority with the number, and the areas that a message gave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from wallapp.base.ids import IncidentId
from wallapp.domain.incident import Incident
from wallapp.domain.map_data import AreaShape, CircleShape, Geometry, MapFeature, MapKind, MapStyle, PointShape
from wallapp.services.incidents import IncidentView
from wallapp.ui.crisis import words
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.incident_line import pressing
from wallapp.ui.map.model import MapModel
from wallapp.ui.map.panel import place_words
from wallapp.ui.map.view import MapView

SOURCE: Final = "incidents"
_PREFIX: Final = "incident:"
_NUMBERS_MOST: Final = 3


class IncidentMap(QObject):
    """Keeps the map's incidents current. Signals: `picked` (IncidentId): somebody clicked on one. GUI thread."""

    picked = Signal(object)

    def __init__(self, board: SituationBoard, model: MapModel, view: MapView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board, self._model = board, model
        board.changed.connect(self.follow)
        view.feature_picked.connect(self._pick)

    def follow(self) -> None:
        """Show the newest reading."""
        self._model.set_features(SOURCE, incident_features(self._board.situation.incidents))

    def _pick(self, feature: str) -> None:
        if feature.startswith(_PREFIX):
            self.picked.emit(IncidentId(feature.removeprefix(_PREFIX)))


def incident_features(views: Iterable[IncidentView]) -> list[MapFeature]:
    """What stands on the map for these incidents, the most pressing on top; nothing for one without a place.

    Several at one place are one symbol, the most pressing one's, with all their numbers: none may hide another.
    """
    incidents = [view.incident for view in sorted(views, key=pressing, reverse=True)]
    found = [feature for incident in incidents for feature in _areas_of(incident)]
    at: dict[str, list[Incident]] = {}
    for incident in incidents:
        if incident.place is not None:
            at.setdefault(place_words(incident.place), []).append(incident)
    return found + [_symbol(together) for together in at.values()]


def _areas_of(incident: Incident) -> Iterator[MapFeature]:
    colour = words.MARKS[incident.priority].value
    for geometry in _areas(incident):
        style = MapStyle(stroke=colour, dashed=True, fill=colour, fill_opacity=0.12)
        yield MapFeature(MapKind.INCIDENT, geometry, style, feature_id=f"{_PREFIX}{incident.id}")


def _symbol(together: Sequence[Incident]) -> MapFeature:
    first = together[-1]
    assert first.place is not None
    colour = words.MARKS[first.priority].value
    numbers = [f"#{incident.number or '–'}" for incident in reversed(together)]
    more = f" +{len(numbers) - _NUMBERS_MOST}" if len(numbers) > _NUMBERS_MOST else ""
    return MapFeature(
        MapKind.INCIDENT,
        PointShape(first.place),
        MapStyle(stroke=colour, fill=colour, symbol=words.SYMBOLS[first.priority]),
        label=" ".join(numbers[:_NUMBERS_MOST]) + more,
        feature_id=f"{_PREFIX}{first.id}",
    )


def _areas(incident: Incident) -> Iterator[Geometry]:
    for area in incident.areas:
        for polygon in area.polygons:
            yield AreaShape((polygon[:-1],))
        for circle in area.circles:
            if circle.radius_km > 0:
                yield CircleShape(circle.centre, circle.radius_km * 1000.0)
