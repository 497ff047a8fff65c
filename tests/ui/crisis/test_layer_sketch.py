"""A drawing in the making, and how layers look on the map."""

from __future__ import annotations

import math
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wallapp.base.ids import AccountId, FeatureId, LayerId
from wallapp.domain.affected import affected_cameras, affects, has_area
from wallapp.domain.layer import (
    CrisisLayer,
    Geometry,
    GeometryKind,
    LayerFeature,
    LayerKind,
    Style,
    line,
    point,
    polygon,
)
from wallapp.domain.layer_looks import TEXT_SYMBOL
from wallapp.domain.map_data import AreaShape, CircleShape, LineShape, MapKind, PointShape
from wallapp.domain.place import Place, distance_m, offset
from wallapp.simulation.city import load_city
from wallapp.ui.crisis.drawing_sketch import Sketch, Tool, sketch_of
from wallapp.ui.crisis.layer_shapes import map_features

HERE = Place(35.2474, -3.9308)
CITY = load_city().cameras
AT = datetime(2026, 11, 22, 12, tzinfo=UTC)


def near(east_m: float, north_m: float) -> Place:
    return offset(HERE, east_m=east_m, north_m=north_m)


SQUARE = (near(0, 0), near(100, 0), near(100, 50), near(0, 50))


def layer(*features: LayerFeature, kind: LayerKind = LayerKind.PERIMETER, order: int = 0) -> CrisisLayer:
    who = AccountId("a")
    return CrisisLayer(LayerId(f"l{order}"), "North", kind, who, AT, who, AT, features=features, order=order)


def test_an_area_measures_what_lies_inside() -> None:
    sketch = Sketch(Tool.AREA, SQUARE)
    assert sketch.area_m2 == pytest.approx(5_000, rel=1e-3)
    assert sketch.length_m == pytest.approx(300, rel=1e-3)
    assert not sketch.crosses_itself
    assert not Sketch(Tool.AREA, SQUARE[:2]).is_whole and Sketch(Tool.AREA, SQUARE[:2]).geometry() is None


def test_lines_that_cross_are_seen() -> None:
    first, second, third, fourth = SQUARE
    assert Sketch(Tool.AREA, (first, third, second, fourth)).crosses_itself
    assert not Sketch(Tool.LINE, (first, third, second, fourth)).crosses_itself


def test_a_circle_is_a_middle_and_how_far() -> None:
    sketch = Sketch(Tool.CIRCLE).with_corner(HERE)
    assert not sketch.is_whole
    sketch = sketch.with_corner(near(30, 40))
    assert sketch.radius_m == pytest.approx(50, rel=1e-3)
    assert sketch.kept_radius_m == sketch.radius_m and sketch.geometry() == point(HERE)
    square = sketch.as_tool(Tool.RECTANGLE)
    assert square.kept_radius_m is None
    assert square.area_m2 == pytest.approx(100 * 100, rel=1e-3)
    assert Sketch(Tool.RECTANGLE, (HERE,)).with_corner(near(30, 40)).radius_m == pytest.approx(40, rel=1e-3)
    assert sketch.with_radius(-5).radius_m == 1.0


@given(st.floats(2, 5_000))
def test_a_circles_outline_lies_on_it(radius_m: float) -> None:
    sketch = Sketch(Tool.CIRCLE, (HERE,), radius_m)
    assert all(math.isclose(distance_m(HERE, place), radius_m, rel_tol=0.01) for place in sketch.outline)
    assert sketch.outline[0] == sketch.outline[-1]


def test_corners_are_moved_inserted_and_taken_away() -> None:
    sketch = Sketch(Tool.AREA, SQUARE)
    moved = sketch.moved(1, near(120, 0))
    assert moved.corners == (SQUARE[0], near(120, 0), *SQUARE[2:])
    assert sketch.inserted(0, near(50, 0)).corners == (SQUARE[0], near(50, 0), *SQUARE[1:])
    three = sketch.without(3)
    assert three.corners == SQUARE[:3]
    assert three.without(0) == three, "two corners are no area"
    assert sketch.with_corner(SQUARE[-1]) == sketch, "the same place twice is one corner"


def test_what_is_drawn_is_drawn_again_from_what_was_kept() -> None:
    hole = (near(10, 10), near(20, 10), near(20, 20), near(10, 10))
    with_hole = Geometry(GeometryKind.POLYGON, (((*SQUARE, SQUARE[0]), hole),))
    for geometry, radius_m, style in (
        (polygon(SQUARE), None, Style()),
        (with_hole, None, Style()),
        (line(SQUARE), None, Style()),
        (point(HERE), 25.0, Style()),
        (point(HERE), None, Style()),
        (point(HERE), None, Style(marker_symbol=TEXT_SYMBOL)),
    ):
        sketch = sketch_of(LayerFeature(FeatureId("f"), geometry, radius_m=radius_m, style=style))
        assert sketch is not None
        assert (sketch.geometry(), sketch.kept_radius_m) == (geometry, radius_m)
    several = Geometry(GeometryKind.MULTI_LINE, ((SQUARE,), (SQUARE,)))
    assert sketch_of(LayerFeature(FeatureId("f"), several)) is None


def test_layers_stand_on_the_map_in_their_looks() -> None:
    area = LayerFeature(FeatureId("1"), polygon(SQUARE), style=Style(stroke="#0f0", stroke_width=5.0))
    circle = LayerFeature(FeatureId("2"), point(HERE), radius_m=30.0)
    way = LayerFeature(FeatureId("3"), Geometry(GeometryKind.MULTI_LINE, ((SQUARE[:2],), (SQUARE[2:],))), title="Way")
    words = LayerFeature(FeatureId("4"), point(HERE), title="Gate", style=Style(marker_symbol=TEXT_SYMBOL))
    above, below = layer(area, circle, order=5), layer(way, words, kind=LayerKind.ROUTE, order=1)
    found = map_features([above, below])
    shapes = [type(each.geometry) for each in found]
    assert shapes == [LineShape, LineShape, PointShape, AreaShape, CircleShape], "the lowest first, part by part"
    assert [each.label for each in found] == ["Way", "", "Gate", "", ""]
    assert found[2].kind is MapKind.NAME and found[2].z_order == found[0].z_order
    style = found[3].style
    assert style is not None
    assert (style.stroke, style.stroke_width_px, style.dashed) == ("#00ff00", 5.0, True)
    route = found[0].style
    assert route is not None and not route.dashed
    assert [each.label for each in map_features([layer(area)])] == ["North"], "one drawing is called as its layer"


def test_an_area_far_from_a_camera_does_not_concern_it() -> None:
    cameras = [camera for camera in CITY if camera.number in (101, 102)]
    assert cameras[0].lat_deg is not None and cameras[0].lon_deg is not None
    here = Place(cameras[0].lat_deg, cameras[0].lon_deg)
    around = LayerFeature(FeatureId("f"), point(here), radius_m=5.0)
    away = LayerFeature(FeatureId("f"), point(offset(here, east_m=5_000, north_m=0)), radius_m=5.0)
    assert cameras[0].number in affected_cameras(around, cameras)
    assert affected_cameras(away, cameras) == ()


@given(
    east_m=st.floats(-600, 600),
    north_m=st.floats(-600, 600),
    wide_m=st.floats(1, 200),
    is_circle=st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_ruling_cameras_out_by_the_frame_changes_nothing(
    east_m: float, north_m: float, wide_m: float, is_circle: bool
) -> None:
    middle = near(east_m, north_m)
    corners = ((0.0, 0.0), (wide_m, 3.0), (wide_m / 2, wide_m))
    ring = [offset(middle, east_m=east, north_m=north) for east, north in corners]
    if is_circle:
        feature = LayerFeature(FeatureId("f"), point(middle), radius_m=wide_m)
    else:
        feature = LayerFeature(FeatureId("f"), polygon(ring))
    every = tuple(camera.number for camera in CITY if affects(feature, camera))
    assert affected_cameras(feature, CITY) == every


def test_a_line_and_a_point_concern_nobody() -> None:
    for geometry in (line(SQUARE), point(HERE)):
        feature = LayerFeature(FeatureId("f"), geometry)
        assert not has_area(feature) and affected_cameras(feature, CITY) == ()
