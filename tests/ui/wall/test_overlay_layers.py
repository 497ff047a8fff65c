"""How a layer's points, words and limits are drawn over a picture."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from wallapp.base.ids import AccountId, CameraNumber, FeatureId, LayerId
from wallapp.domain.ground import calibrate
from wallapp.domain.layer import CrisisLayer, LayerFeature, LayerKind, Style, line, point
from wallapp.domain.layer_looks import TEXT_SYMBOL, look_of, style_of
from wallapp.domain.overlay import NOTHING, DrawnShape, Outlook, Overlay, with_layers
from wallapp.domain.place import Place, offset
from wallapp.domain.view import WHOLE
from wallapp.simulation.calibration import city_matches
from wallapp.simulation.city import load_city
from wallapp.simulation.loop import MAIN_PX
from wallapp.ui.wall.face import scale_for
from wallapp.ui.wall.overlay import TileOverlay

AREA = QRect(0, 0, 640, 360)
AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
RED = QColor("#E5383B")


@pytest.fixture(scope="module")
def outlook() -> Outlook:
    """Camera 101 of the demo, calibrated."""
    city = load_city()
    camera = next(camera for camera in city.cameras if camera.number == CameraNumber(101))
    return Outlook(camera, calibrate(city_matches(city)[city.scene_of(camera.number)], MAIN_PX))


def seen(outlook: Outlook, x: float, y: float) -> Place:
    assert outlook.calibration is not None
    fix = outlook.calibration.to_ground(x, y)
    assert fix is not None
    return fix.place


def layer(*features: LayerFeature, kind: LayerKind = LayerKind.RESOURCE) -> CrisisLayer:
    who = AccountId("a")
    return CrisisLayer(LayerId("l"), "North", kind, who, AT, who, AT, features=features)


def painted(shape: DrawnShape) -> QImage:
    overlay = TileOverlay(AREA, scale_for(AREA.height(), 1.0))
    overlay.show(Overlay(shapes=(shape,)))
    image = QImage(AREA.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    painter = QPainter(image)
    overlay.paint(painter, AREA, WHOLE)
    painter.end()
    return image


def count(image: QImage, colour: QColor, box: QRect) -> int:
    pixels = (image.pixelColor(x, y) for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom()))
    return sum(abs(p.red() - colour.red()) + abs(p.green() - colour.green()) < 40 for p in pixels)


def test_a_point_stands_on_the_ground_with_its_words(outlook: Outlook) -> None:
    feature = LayerFeature(FeatureId("1"), point(seen(outlook, 0.4, 0.7)), title="Ambulances")
    overlay = with_layers(NOTHING, outlook, [layer(feature)])
    assert len(overlay.shapes) == 1 and overlay.frame == "", "a point concerns no camera"
    assert overlay.shapes[0].spots[0] == pytest.approx((0.4, 0.7), abs=1e-6)
    assert overlay.shapes[0].label == "Ambulances"
    behind = replace(feature, geometry=point(offset(seen(outlook, 0.4, 0.7), east_m=0, north_m=-300)))
    assert with_layers(NOTHING, outlook, [layer(behind)]).shapes == ()


def test_a_point_is_a_ring_and_a_text_its_words_alone(outlook: Outlook, qtbot: QtBot) -> None:
    at = point(seen(outlook, 0.5, 0.7))
    mark = Style(marker_color="#E5383B")
    ring = with_layers(NOTHING, outlook, [layer(LayerFeature(FeatureId("1"), at, style=mark))]).shapes[0]
    text_style = replace(mark, marker_symbol=TEXT_SYMBOL)
    words = LayerFeature(FeatureId("2"), at, title="Gate", style=text_style)
    text = with_layers(NOTHING, outlook, [layer(words)]).shapes[0]
    around = QRect(270, 202, 100, 100)
    assert count(painted(ring), RED, around) > 20
    assert ring.look.stroke == "#E5383B" and not ring.look.is_text
    assert text.look.is_text
    assert count(painted(text), RED, around) == 0
    assert count(painted(text), QColor("#14181B"), around) > 100, "a dark plate bears the words"


def test_a_perimeters_line_is_dashed_and_a_routes_is_not(outlook: Outlook, qtbot: QtBot) -> None:
    style = Style(stroke="#E5383B")
    way = line((seen(outlook, 0.1, 0.8), seen(outlook, 0.9, 0.8)))
    feature = LayerFeature(FeatureId("1"), way, style=style)
    shapes = {
        kind: with_layers(NOTHING, outlook, [layer(feature, kind=kind)]).shapes[0]
        for kind in (LayerKind.ROUTE, LayerKind.PERIMETER)
    }
    along = QRect(0, 270, 640, 36)
    solid, dashed = (count(painted(shapes[kind]), RED, along) for kind in (LayerKind.ROUTE, LayerKind.PERIMETER))
    assert solid > 300
    assert 0.4 * solid < dashed < 0.85 * solid


def test_other_programs_are_told_the_colours_of_a_kind(outlook: Outlook) -> None:
    place = seen(outlook, 0.5, 0.7)
    dot, way = LayerFeature(FeatureId("1"), point(place)), LayerFeature(FeatureId("2"), line((place, place)))
    hazard = layer(dot, way, kind=LayerKind.HAZARD)
    assert style_of(hazard, dot) == Style(marker_color="#C77DFF")
    assert style_of(hazard, way) == Style(stroke="#C77DFF")
    own = replace(way, style=Style(stroke="#123456", stroke_width=7.0))
    assert style_of(hazard, own) == own.style
    assert look_of(hazard, own).stroke_width == 7.0
