"""The two sheets: over the map, and over the wall's calibrated pictures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QMouseEvent, QPainter

from wallapp.base.ids import CameraNumber
from wallapp.domain.ground import GroundCalibration
from wallapp.domain.place import Place
from wallapp.ui.crisis.drawing_draft import Draft
from wallapp.ui.crisis.drawing_sheet import DrawingSheet
from wallapp.ui.map.projection import to_place, to_world
from wallapp.ui.map.view import MapView
from wallapp.ui.wall.canvas import WallCanvas

GroundOf = Callable[[CameraNumber], GroundCalibration | None]
"""The calibration of a camera, where it holds now."""


class MapSheet(DrawingSheet):
    """Over the map. GUI thread."""

    def __init__(self, view: MapView, draft: Draft) -> None:
        super().__init__(view, draft)
        self._view = view
        self.setAccessibleName(QCoreApplication.translate("Drawing", "Drawing on the map"))
        self.setAccessibleDescription(
            QCoreApplication.translate(
                "Drawing", "Arrows move the cross, Enter sets a corner, Backspace takes it back, Escape gives up"
            )
        )

    def place_of(self, point: QPointF) -> Place | None:
        return to_place(*self._view.viewport.to_world(point.x(), point.y()))

    def points_of(self, place: Place) -> list[QPointF]:
        return [QPointF(*self._view.viewport.to_px(*to_world(place)))]

    def pan(self, dx_px: float, dy_px: float) -> bool:
        self._view.pan(dx_px, dy_px)
        return True

    def zoom(self, steps: int) -> None:
        self._view.zoom(steps, self.cross)


class PictureSheet(DrawingSheet):
    """Over the wall: what is pointed at in a calibrated picture is a place on the ground. The shape itself lies on
    the pictures already, as a layer's does. GUI thread.

    Args:
      why_none: says in words why a camera has no ground, with a place for its {number}.
      told: a picture in which no place can be pointed at, in words.
    """

    def __init__(
        self,
        canvas: WallCanvas,
        draft: Draft,
        *,
        ground_of: GroundOf,
        why_none: Callable[[CameraNumber], str],
        told: Callable[[str], None],
    ) -> None:
        super().__init__(canvas, draft)
        self._canvas = canvas
        self._ground_of = ground_of
        self._why_none = why_none
        self._told = told
        self._at = QPointF(-1, -1)
        self.setAccessibleName(QCoreApplication.translate("Drawing", "Drawing on the pictures"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        tile = self._canvas.tile_at(event.position().toPoint())
        if tile is not None:
            self._canvas.session.select(tile)
        super().mousePressEvent(event)

    def set_at(self, point: QPointF) -> None:
        self._at = point
        super().set_at(point)

    def place_of(self, point: QPointF) -> Place | None:
        spot = self._canvas.spot_at(point.toPoint())
        ground = None if spot is None else self._ground_of(spot.camera)
        if spot is None or spot.at is None or ground is None:
            return None
        fix = ground.to_ground(*spot.at)
        return None if fix is None else fix.place

    def points_of(self, place: Place) -> list[QPointF]:
        """In the selected tile alone: a click selects its tile first, and the wall is painted many times a second."""
        tile = self._canvas.session.selected
        number = self._canvas.session.camera_on(tile)
        ground = None if number is None else self._ground_of(number)
        spot = None if ground is None else ground.to_picture(place)
        point = None if spot is None else self._canvas.point_of(tile, spot)
        return [] if point is None else [point]

    @property
    def cross(self) -> QPointF:
        """Where the keyboard points: in the selected tile."""
        box = QRectF(self._canvas.tile_rect(self._canvas.session.selected))
        return self._at if box.contains(self._at) else box.center() + QPointF(0, box.height() / 5)

    def put_cross(self, point: QPointF) -> None:
        box = QRectF(self._canvas.tile_rect(self._canvas.session.selected)).adjusted(3, 3, -3, -3)
        self._at = QPointF(min(box.right(), max(box.left(), point.x())), min(box.bottom(), max(box.top(), point.y())))
        self._pointer = None
        self.update()

    def paint_sketch(self, painter: QPainter) -> None:
        if len(self.draft.sketch.outline) == 2:  # it is no area yet, so no layer shows it
            start, end = (self.points_of(place) for place in self.draft.sketch.outline)
            if start and end:
                self.paint_lines(painter, [start[0], end[0]])

    def refuse(self, point: QPointF) -> None:
        spot = self._canvas.spot_at(point.toPoint())
        if spot is None:
            return
        if self._ground_of(spot.camera) is None:
            text = self._why_none(spot.camera)
        elif spot.at is None:
            text = QCoreApplication.translate("Drawing", "Camera {number} shows no picture there")
        else:
            text = QCoreApplication.translate("Drawing", "Above the horizon of camera {number} there is no ground")
        self._told(text.format(number=spot.camera))
