"""The place of an incident as a printed sketch: its ground in light colours, what was drawn there, markers, cameras."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from wallapp.domain.camera import CameraKind
from wallapp.domain.layer import CrisisLayer, GeometryKind, LayerFeature
from wallapp.domain.layer_looks import MARKER_COLOURS, look_of, symbol_of
from wallapp.domain.map_data import (
    AreaShape,
    CircleShape,
    LineShape,
    MapFeature,
    MapKind,
    MapStyle,
    Symbol,
)
from wallapp.domain.place import Place, towards
from wallapp.domain.sight import camera_place, wedge
from wallapp.services.briefing import BriefCamera, Briefing
from wallapp.ui import theme
from wallapp.ui.map.furniture import distance_words, nice_length_m
from wallapp.ui.map.model import MapGround
from wallapp.ui.map.projection import Viewport, WorldBox, box_of, to_world
from wallapp.ui.map.raster import RasterGround
from wallapp.ui.map.shaped import Shaped, meets

_AROUND_M: Final = 70.0
"""So much ground is shown about a place, at least."""
_MARGIN_PX: Final = 26
_INK: Final = "#14181B"
_PAPER: Final[dict[MapKind, MapStyle]] = {
    MapKind.WATER: MapStyle(fill="#D5E7F0", fill_opacity=1.0),
    MapKind.LAND: MapStyle(fill="#FAFAF7", fill_opacity=1.0),
    MapKind.BEACH: MapStyle(fill="#F3EEDB", fill_opacity=1.0),
    MapKind.ROCKS: MapStyle(fill="#E3E3DF", fill_opacity=1.0),
    MapKind.QUAY: MapStyle(fill="#ECECE7", fill_opacity=1.0),
    MapKind.QUARTER: MapStyle(fill="#F3F3F0", fill_opacity=1.0),
    MapKind.PARK: MapStyle(fill="#DFEBD9", fill_opacity=1.0),
    MapKind.SQUARE: MapStyle(fill="#F0EDE6", fill_opacity=1.0),
    MapKind.PATH: MapStyle(stroke="#C8CBC9", stroke_width_px=1.0, stroke_width_m=3.0),
    MapKind.STREET: MapStyle(stroke="#D3D6D4", stroke_width_px=1.2, stroke_width_m=8.0),
    MapKind.MAIN_STREET: MapStyle(stroke="#C4C8C6", stroke_width_px=2.0, stroke_width_m=14.0),
    MapKind.BUILDING: MapStyle(fill="#DADCD8", fill_opacity=1.0, stroke="#B9BCB8", stroke_width_px=0.6),
    MapKind.TRAM: MapStyle(stroke="#7C8489", stroke_width_px=1.4, dashed=True),
}
_WEDGE: Final = MapStyle(stroke="#3D6C94", stroke_width_px=1.0, stroke_opacity=0.8, fill="#3D6C94", fill_opacity=0.07)
_NAMED: Final = frozenset({MapKind.MAIN_STREET, MapKind.SQUARE, MapKind.PARK, MapKind.NAME, MapKind.QUAY})
_TEXT_PX: Final = 12


def sketch(
    briefing: Briefing, ground: MapGround, *, width_px: int, height_px: int, scale: int = 2, language: str = "en"
) -> QImage | None:
    """The sketch as a picture; None where nothing of the incident has a place.

    Args:
      width_px, height_px: of the paper's pixels; the picture has `scale` times as many.
      language: of the names on the ground.
    """
    box = _box(briefing)
    if box is None:
        return None
    view = Viewport(width_px=width_px, height_px=height_px).fitted(box, _MARGIN_PX)
    image = QImage(width_px * scale, height_px * scale, QImage.Format.Format_RGB32)
    image.fill(QColor(_PAPER[MapKind.LAND].fill))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    _draw_ground(painter, view, ground, language)
    drawn = _Sketch(painter, view)
    drawn.shapes(briefing)
    drawn.points(briefing)
    _draw_edges(painter, view)
    painter.end()
    return image


def _box(briefing: Briefing) -> WorldBox | None:
    """Everything of the incident itself; what others drew in the city is shown where it lies in that."""
    incident = briefing.incident
    places = [incident.place] if incident.place is not None else []
    places += [place for area in incident.areas for ring in area.polygons for place in ring]
    places += [circle.centre for area in incident.areas for circle in area.circles]
    places += [marker.ground for marker in briefing.markers if marker.ground is not None]
    linked = [one.camera for one in briefing.cameras if one.role is not None]
    places += [place for place in map(camera_place, linked) if place is not None]
    for layer in briefing.layers:
        is_its = layer.incident == incident.id
        places += [
            place
            for feature in layer.features
            if is_its or feature.incident == incident.id
            for place in feature.geometry.places
        ]
    around = [towards(place, azimuth_deg, _AROUND_M) for place in places for azimuth_deg in (0.0, 90.0, 180.0, 270.0)]
    return box_of(map(to_world, around))


def _draw_ground(painter: QPainter, view: Viewport, ground: MapGround, language: str) -> None:
    if ground.raster is not None:
        RasterGround(ground.raster).paint(painter, view.box, view.steps)
        return
    names: list[tuple[str, Shaped]] = []
    for feature in sorted(ground.features, key=lambda feature: feature.z_order):
        look = _PAPER.get(feature.kind)
        if look is None and feature.kind is not MapKind.NAME:
            continue
        width_m = feature.style.stroke_width_m if feature.style is not None else 0.0
        style = replace(look, stroke_width_m=width_m or look.stroke_width_m) if look is not None else MapStyle()
        shaped = Shaped(replace(feature, style=style if style.stroke or style.fill else _NOTHING))
        if not meets(shaped.box, view.box):
            continue
        if feature.kind is not MapKind.NAME:
            shaped.draw(painter, view.box[0], view.box[1], view.steps, view.metres_per_px)
        if feature.kind in _NAMED and feature.label_in(language):
            names.append((feature.label_in(language), shaped))
    painter.setFont(theme.font(10))
    painter.setPen(QColor("#6A7278"))
    taken: list[QRectF] = []
    for name, shaped in names:
        x, y = view.to_px(*shaped.middle())
        box = QFontMetricsF(painter.font()).boundingRect(name).adjusted(-4, -2, 4, 2)
        box.moveCenter(QPointF(x, y))
        is_inside = QRectF(0, 0, view.width_px, view.height_px).contains(box)
        if is_inside and not any(box.intersects(other) for other in taken):
            taken.append(box)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)


_NOTHING: Final = MapStyle(stroke="#FAFAF7", stroke_opacity=0.0)


class _Sketch:
    """What lies over the ground."""

    def __init__(self, painter: QPainter, view: Viewport) -> None:
        self._painter = painter
        self._view = view
        self._taken: list[QRectF] = []

    def shapes(self, briefing: Briefing) -> None:
        for one in briefing.cameras:
            ring = wedge(one.camera) if one.camera.kind is not CameraKind.PTZ else None
            if ring is not None and one.role is not None:
                self._shape(MapFeature(MapKind.OTHER, AreaShape((ring,)), _WEDGE))
        for layer in briefing.layers:
            for feature in layer.features:
                for shape in _layer_shapes(layer, feature):
                    self._shape(shape)
        hazard = MapStyle(
            stroke=theme.CRITICAL, stroke_width_px=2.0, dashed=True, fill=theme.CRITICAL, fill_opacity=0.1
        )
        for area in briefing.incident.areas:
            for ring in area.polygons:
                self._shape(MapFeature(MapKind.INCIDENT, AreaShape((ring[:-1],)), hazard))
            for circle in area.circles:
                self._shape(MapFeature(MapKind.INCIDENT, CircleShape(circle.centre, circle.radius_km * 1000), hazard))

    def points(self, briefing: Briefing) -> None:
        for one in reversed(briefing.cameras):  # what is linked and near lies over the others
            self._camera(one)
        for marker in briefing.markers:
            if marker.ground is not None:
                self._symbol(marker.ground, symbol_of(marker.colour), MARKER_COLOURS[marker.colour])
        if briefing.incident.place is not None:
            self._cross(briefing.incident.place)
        for marker in briefing.markers:
            if marker.ground is not None:
                self._name(marker.ground, marker.label or marker.kind, bold=True)
        for layer in briefing.layers:
            for feature in layer.features:
                self._layer_name(layer, feature)

    def _layer_name(self, layer: CrisisLayer, feature: LayerFeature) -> None:
        places = feature.geometry.places
        if feature.geometry.kind in (GeometryKind.POINT, GeometryKind.MULTI_POINT) and feature.radius_m is None:
            for place in places:
                self._symbol(place, Symbol.SQUARE, look_of(layer, feature).stroke)
        self._name(places[len(places) // 2], feature.title or layer.name)

    def _shape(self, feature: MapFeature) -> None:
        view = self._view
        Shaped(feature).draw(self._painter, view.box[0], view.box[1], view.steps, view.metres_per_px)

    def _at(self, place: Place) -> QPointF:
        return QPointF(*self._view.to_px(*to_world(place)))

    def _cross(self, place: Place) -> None:
        at = self._at(place)
        for colour, width in (("#FFFFFF", 5.0), (theme.CRITICAL, 2.4)):
            self._painter.setPen(QPen(QColor(colour), width))
            for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                self._painter.drawLine(
                    QPointF(at.x() + 5 * x, at.y() + 5 * y), QPointF(at.x() + 15 * x, at.y() + 15 * y)
                )
        self._taken.append(QRectF(at.x() - 10, at.y() - 10, 20, 20))

    def _symbol(self, place: Place, symbol: Symbol, colour: str) -> None:
        at = self._at(place)
        self._painter.setPen(QPen(QColor(_INK), 1.2))
        self._painter.setBrush(QColor(colour))
        if symbol is Symbol.DOT:
            self._painter.drawEllipse(at, 5.5, 5.5)
        else:
            self._painter.drawPolygon(QPolygonF([at + corner for corner in _CORNERS[symbol]]))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._taken.append(QRectF(at.x() - 7, at.y() - 7, 14, 14))

    def _camera(self, one: BriefCamera) -> None:
        """A small box with its number: filled where it is linked, open where it only stands near."""
        place = camera_place(one.camera)
        if place is None:
            return
        at = self._at(place)
        self._painter.setFont(theme.font(10, bold=True))
        text = str(one.camera.number)
        box = QRectF(0, 0, QFontMetricsF(self._painter.font()).horizontalAdvance(text) + 8, 15)
        box.moveCenter(at)
        self._painter.setPen(QPen(QColor("#1F4E79"), 1.2))
        self._painter.setBrush(QColor("#1F4E79") if one.role is not None else QColor("#FFFFFF"))
        self._painter.drawRoundedRect(box, 3, 3)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QColor("#FFFFFF") if one.role is not None else QColor("#1F4E79"))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        self._taken.append(box)

    def _name(self, place: Place, text: str, *, bold: bool = False) -> None:
        """Beside its point where there is room, with a light ground; else not at all: the lists name it too."""
        at = self._at(place)
        self._painter.setFont(theme.font(_TEXT_PX - 1, bold=bold))
        metrics = QFontMetricsF(self._painter.font())
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, 190)
        width, height = metrics.horizontalAdvance(text) + 6, metrics.height()
        page = QRectF(0, 0, self._view.width_px, self._view.height_px)
        for left, top in (
            (at.x() + 9, at.y() - height / 2),
            (at.x() - 9 - width, at.y() - height / 2),
            (at.x() - width / 2, at.y() + 9),
            (at.x() - width / 2, at.y() - 9 - height),
        ):
            box = QRectF(left, top, width, height)
            if page.contains(box) and not any(box.intersects(other) for other in self._taken):
                self._painter.fillRect(box, QColor(255, 255, 255, 215))
                self._painter.setPen(QColor(_INK))
                self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
                self._taken.append(box)
                return


_CORNERS: Final = {
    Symbol.TRIANGLE: (QPointF(0, -7), QPointF(7, 6), QPointF(-7, 6)),
    Symbol.DIAMOND: (QPointF(0, -7), QPointF(7, 0), QPointF(0, 7), QPointF(-7, 0)),
    Symbol.SQUARE: (QPointF(-5, -5), QPointF(5, -5), QPointF(5, 5), QPointF(-5, 5)),
}


def _layer_shapes(layer: CrisisLayer, feature: LayerFeature) -> Iterator[MapFeature]:
    """Lines and areas; points are drawn as symbols."""
    look = look_of(layer, feature)
    style = MapStyle(
        stroke=look.stroke,
        stroke_opacity=max(look.stroke_opacity, 0.6),
        stroke_width_px=look.stroke_width,
        fill=look.fill or "",
        fill_opacity=look.fill_opacity,
    )
    if feature.radius_m is not None:
        yield MapFeature(MapKind.LAYER, CircleShape(feature.geometry.places[0], feature.radius_m), style)
        return
    for part in feature.geometry.parts:
        if feature.geometry.kind in (GeometryKind.LINE, GeometryKind.MULTI_LINE):
            yield MapFeature(MapKind.LAYER, LineShape(part[0]), replace(style, fill=""))
        elif feature.geometry.kind in (GeometryKind.POLYGON, GeometryKind.MULTI_POLYGON):
            yield MapFeature(MapKind.LAYER, AreaShape(tuple(ring[:-1] for ring in part)), style)


def _draw_edges(painter: QPainter, view: Viewport) -> None:
    """A frame, a scale bar and the north."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor("#6A7278"), 1.0))
    painter.drawRect(QRectF(0.5, 0.5, view.width_px - 1, view.height_px - 1))
    length_m = nice_length_m(110 * view.metres_per_px)
    length_px, text = length_m / view.metres_per_px, distance_words(length_m)
    painter.setFont(theme.font(10))
    ground = QRectF(8, view.height_px - 26, length_px + QFontMetricsF(painter.font()).horizontalAdvance(text) + 18, 18)
    painter.fillRect(ground, QColor(255, 255, 255, 225))
    painter.setPen(QPen(QColor(_INK), 1.4))
    y_px = ground.center().y()
    painter.drawPolyline(
        QPolygonF(
            [
                QPointF(12, y_px - 4),
                QPointF(12, y_px + 3),
                QPointF(12 + length_px, y_px + 3),
                QPointF(12 + length_px, y_px - 4),
            ]
        )
    )
    painter.drawText(QPointF(12 + length_px + 6, y_px + 4), text)
    tip = QPointF(view.width_px - 18, 10)
    painter.fillRect(QRectF(tip.x() - 11, 5, 22, 24), QColor(255, 255, 255, 225))
    painter.setBrush(QColor(_INK))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(QPolygonF([tip, tip + QPointF(7, 16), tip + QPointF(0, 11), tip + QPointF(-7, 16)]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
