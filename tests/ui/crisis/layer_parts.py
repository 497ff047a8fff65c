"""What a person needs to draw with in a test."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF
from pytestqt.qtbot import QtBot

from tests.ui.crisis.conftest import Seat
from wallapp.base.ids import CameraNumber, FeatureId, TileId
from wallapp.domain.layer import CrisisLayer, LayerFeature, LayerKind, polygon
from wallapp.domain.place import Place, offset
from wallapp.services.layers import NewLayer
from wallapp.ui.crisis.drawing_draft import Draft
from wallapp.ui.crisis.drawing_sheet import DrawingSheet
from wallapp.ui.map.projection import to_world
from wallapp.ui.notice import Notice

PLAZA = CameraNumber(101)
WAIT_MS = 30_000
"""Of a machine that does much else besides."""


def plaza(seat: Seat) -> Place:
    """The middle of what camera 101 sees of the ground."""
    calibration = seat.board.rooms.calibrations.of(seat.board.rooms.cameras[PLAZA])
    assert calibration is not None
    fix = calibration.to_ground(0.5, 0.7)
    assert fix is not None
    return fix.place


def square(middle: Place, side_m: float = 12.0) -> LayerFeature:
    half = side_m / 2
    corners = ((-half, -half), (half, -half), (half, half), (-half, half))
    ring = [offset(middle, east_m=east_m, north_m=north_m) for east_m, north_m in corners]
    return LayerFeature(FeatureId("square"), polygon(ring))


def make(seat: Seat, qtbot: QtBot, *features: LayerFeature, new: NewLayer | None = None) -> CrisisLayer:
    """A layer that is there already."""
    wanted = new or NewLayer("Square", LayerKind.PERIMETER)
    seat.board.act(lambda actor: seat.desks.layers.make(actor, wanted, features))
    qtbot.waitUntil(lambda: any(layer.name == wanted.name for layer in seat.situation.layers), timeout=WAIT_MS)
    return next(layer for layer in seat.situation.layers if layer.name == wanted.name)


def draft_of(seat: Seat) -> Draft:
    draft = seat.floor.layers.drawing.draft
    assert draft is not None
    return draft


def map_sheet(seat: Seat) -> DrawingSheet:
    sheet = seat.floor.layers.drawing.map_sheet
    assert sheet is not None
    return sheet


def on_map(seat: Seat, place: Place) -> QPoint:
    view = seat.window.map.panel.view
    return QPointF(*view.viewport.to_px(*to_world(place))).toPoint()


def notices(seat: Seat) -> list[Notice]:
    heard: list[Notice] = []
    seat.floor.told.connect(heard.append)
    return heard


def look(seat: Seat) -> None:
    """Time for the tiles to take what lies over them."""
    seat.station.clock.advance(0.05)
    seat.window.canvas.tick()


def show_pictures(seat: Seat, qtbot: QtBot, *numbers: int) -> None:
    """Cameras on the tiles, each with a picture."""
    seat.show(*numbers)

    def are_shown() -> bool:
        for number in numbers:
            seat.station.pictures.publish(CameraNumber(number))
        look(seat)
        canvas = seat.window.canvas
        return all(canvas.point_of(TileId(tile), (0.5, 0.5)) is not None for tile in range(len(numbers)))

    qtbot.waitUntil(are_shown, timeout=WAIT_MS)
