"""Where marks and shapes go: on their spot, at a bearing, at the border, or nowhere that could give a camera away."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from wallapp.base.ids import AccountId, CameraNumber, FeatureId, LayerId, MarkerId, OwnerName
from wallapp.domain.affected import affected_cameras, affects
from wallapp.domain.camera import Camera, CameraKind
from wallapp.domain.ground import calibrate
from wallapp.domain.ground_points import GroundMatch
from wallapp.domain.layer import CrisisLayer, Geometry, LayerFeature, LayerKind, LayerState, line, point, polygon
from wallapp.domain.layer_looks import LAYER_COLOURS, MARKER_COLOURS
from wallapp.domain.marker import (
    Anchor,
    AnchorState,
    CameraAnchor,
    GeoAnchor,
    ImageAnchor,
    Marker,
    MarkerColour,
    MarkerState,
)
from wallapp.domain.overlay import NOTHING, AtBearing, AtBorder, AtSpot, Border, Mark, Outlook, overlay_of
from wallapp.domain.place import Place, TangentPlane
from wallapp.domain.view_state import Shift, ViewState
from wallapp.simulation.calibration import city_matches
from wallapp.simulation.city import load_city

AT = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)
BY = AccountId("west")
PLANE = TangentPlane(Place(35.25, -3.93))
HERE, OTHER = CameraNumber(101), CameraNumber(102)
CAMERA = Camera(
    HERE, "north", OwnerName("city"), {}, lat_deg=35.25, lon_deg=-3.93, azimuth_deg=0.0, hfov_deg=60.0, range_m=80.0
)


def at(east_m: float, north_m: float) -> Place:
    return PLANE.to_place(east_m, north_m)


def marker(anchor: Anchor, *, place: Place | None = None, label: str = "a fall") -> Marker:
    return Marker(MarkerId("m"), "person", anchor, BY, AT, BY, AT, label=label, place=place)


def layer(*features: LayerFeature, order: int = 0, name: str = "Perimeter") -> CrisisLayer:
    return CrisisLayer(
        LayerId(name), name, LayerKind.PERIMETER, BY, AT, BY, AT, features, order=order, state=LayerState.SHOWN
    )


def drawing(geometry: Geometry, radius_m: float | None = None) -> LayerFeature:
    return LayerFeature(FeatureId("f"), geometry, radius_m=radius_m)


def seen(
    one: Marker,
    outlook: Outlook | None = None,
    *,
    state: ViewState = ViewState.SAME,
    shift: Shift | None = None,
    known: frozenset[CameraNumber] = frozenset({HERE, OTHER}),
    now_at: datetime = AT,
) -> Mark | None:
    overlay = overlay_of(
        outlook or Outlook(CAMERA), [one], [], known=known, view_of=lambda _: (state, shift or Shift()), now_at=now_at
    )
    return overlay.marks[0] if overlay.marks else None


def test_an_image_mark_stands_on_its_spot_only_in_its_view() -> None:
    one = marker(ImageAnchor(HERE, 0.4, 0.6))
    found = seen(one, shift=Shift(0.01, -0.02))
    assert found is not None
    assert isinstance(found.at, AtSpot)
    assert (found.at.x, found.at.y) == pytest.approx((0.41, 0.58))
    assert not found.hollow
    for state in (ViewState.MOVED, ViewState.UNSURE):
        left = seen(one, state=state)
        assert left is not None
        assert (left.at, left.anchor, left.hollow) == (AtBorder(Border.VIEW), AnchorState.VIEW_CHANGED, True)
    beyond = seen(marker(ImageAnchor(HERE, 0.99, 0.6)), shift=Shift(0.03, 0.0))
    assert beyond is not None
    assert (beyond.at, beyond.anchor) == (AtBorder(Border.VIEW), AnchorState.OUT_OF_FRAME)


def test_without_a_calibration_there_is_a_bearing_and_no_more() -> None:
    ahead = seen(marker(GeoAnchor(at(5, 40))))
    assert ahead is not None
    assert isinstance(ahead.at, AtBearing)
    assert ahead.at.x > 0.5
    assert (ahead.anchor, ahead.hollow) == (AnchorState.UNCALIBRATED, True)
    borders = {(-60, 20): Border.LEFT, (60, 20): Border.RIGHT, (0, -50): Border.BEHIND}
    for spot, border in borders.items():
        found = seen(marker(GeoAnchor(at(*spot))))
        assert found is not None
        assert isinstance(found.at, AtBorder)
        assert found.at.border is border
        assert found.at.distance_m == pytest.approx((spot[0] ** 2 + spot[1] ** 2) ** 0.5, rel=0.01)
    assert seen(marker(GeoAnchor(at(0, 400)))) is None, "it is too far to matter here"


def test_a_camera_that_was_knocked_says_no_bearing_and_no_ground_any_more() -> None:
    city = load_city()
    camera = next(camera for camera in city.cameras if camera.number == HERE)
    calibration = calibrate(city_matches(city)[HERE], (640, 360))
    fix = calibration.to_ground(0.5, 0.9)
    assert fix is not None
    one = marker(GeoAnchor(fix.place))
    sure = seen(one, Outlook(camera, calibration))
    assert sure is not None
    assert isinstance(sure.at, AtSpot)
    assert (sure.at.x, sure.at.y) == pytest.approx((0.5, 0.9))
    assert sure.anchor is AnchorState.VALID
    knocked = seen(one, Outlook(camera, calibration, has_left=True))
    assert knocked is not None
    assert isinstance(knocked.at, AtBorder)
    assert (knocked.at.border, knocked.hollow) == (Border.AROUND, True)


def test_a_mark_of_another_camera_shows_where_its_place_is_known() -> None:
    away = ImageAnchor(OTHER, 0.5, 0.5)
    assert seen(marker(away)) is None
    found = seen(marker(away, place=at(0, 30)), state=ViewState.MOVED)
    assert found is not None
    assert isinstance(found.at, AtBearing), "the ground stays where it is when the other camera turns"
    assert seen(marker(CameraAnchor(OTHER))) is None
    badge = seen(marker(CameraAnchor(HERE)))
    assert badge is not None
    assert (badge.at, badge.hollow) == (AtBorder(Border.CAMERA), False)


@pytest.mark.parametrize("anchor", [ImageAnchor(OTHER, 0.5, 0.5), CameraAnchor(OTHER)])
def test_what_hangs_on_a_camera_that_one_may_not_know_of_is_nowhere(anchor: Anchor) -> None:
    one = marker(anchor, place=at(0, 30))
    assert seen(one) is not None
    assert seen(one, known=frozenset({HERE})) is None
    assert seen(marker(GeoAnchor(at(0, 30))), known=frozenset({OTHER})) is None


def test_time_dims_and_people_end() -> None:
    one = replace(marker(ImageAnchor(HERE, 0.5, 0.5)), stale_at=AT + timedelta(minutes=5), is_alarm=True)
    fresh, old = seen(one), seen(one, now_at=AT + timedelta(minutes=5))
    assert fresh is not None
    assert old is not None
    assert (fresh.dim, old.dim) == (False, True)
    resolved = seen(replace(one, state=MarkerState.RESOLVED))
    assert resolved is not None
    assert resolved.dim
    for state in (MarkerState.WITHDRAWN, MarkerState.ARCHIVED, MarkerState.EXPIRED):
        assert seen(replace(one, state=state)) is None


def test_an_area_concerns_who_stands_in_it_or_looks_into_it() -> None:
    def square(east_m: float, north_m: float, side_m: float) -> LayerFeature:
        corners = [(0, 0), (side_m, 0), (side_m, side_m), (0, side_m)]
        return drawing(polygon(at(east_m + x, north_m + y) for x, y in corners))

    assert affects(square(-5, -5, 10), CAMERA), "it stands in it"
    assert affects(square(-10, 50, 20), CAMERA), "it looks into it"
    assert affects(square(-3, 40, 6), CAMERA), "the whole of it lies in the view"
    assert not affects(square(-10, -60, 20), CAMERA), "it lies behind"
    assert not affects(square(-10, 90, 20), CAMERA), "it lies beyond its range"
    assert not affects(square(-10, 50, 20), CAMERA, looks_so=False)
    assert affects(square(-200, 30, 400), CAMERA), "no corner of either lies in the other"
    assert affects(drawing(point(at(0, 60)), 15.0), CAMERA)
    assert not affects(drawing(line([at(-50, 40), at(50, 40)])), CAMERA), "a line is no area"
    assert not affects(square(-10, 50, 20), replace(CAMERA, kind=CameraKind.PTZ)), "who knows where it looks"
    hole = polygon([at(-100, -100), at(100, -100), at(100, 100), at(-100, 100)])
    inner = tuple(at(x, y) for x, y in ((-90, -90), (90, -90), (90, 90), (-90, 90), (-90, -90)))
    ring = drawing(replace(hole, parts=((hole.parts[0][0], inner),)))
    assert not affects(ring, CAMERA), "it stands in the hole and sees no farther"
    assert affected_cameras(square(-10, 50, 20), [CAMERA, replace(CAMERA, number=OTHER, azimuth_deg=180.0)]) == (HERE,)


def test_layers_lie_on_the_ground_and_the_topmost_frames() -> None:
    matches = [GroundMatch(x, y, at(*spot)) for x, y, spot in CORNERS]
    outlook = Outlook(CAMERA, calibrate(matches, (640, 360)))
    low = layer(drawing(polygon([at(-5, 20), at(5, 20), at(5, 30), at(-5, 30)])), order=1, name="low")
    high = layer(drawing(point(at(0, 40)), 5.0), drawing(line([at(-20, 25), at(20, 25)])), order=2, name="high")
    far = layer(drawing(polygon([at(0, 3000), at(50, 3000), at(50, 3050)])), order=3, name="far")
    overlay = overlay_of(
        outlook, [], [high, far, low], known={HERE}, view_of=lambda _: (ViewState.SAME, Shift()), now_at=AT
    )
    assert [shape.layer for shape in overlay.shapes] == ["low", "high", "high"]
    assert overlay.concerned == ("high", "low")
    assert overlay.frame == LAYER_COLOURS[LayerKind.PERIMETER]
    assert [len(shape.fills) for shape in overlay.shapes] == [1, 1, 0]
    knocked = overlay_of(
        replace(outlook, has_left=True), [], [low], known={HERE}, view_of=lambda _: (ViewState.SAME, Shift()), now_at=AT
    )
    assert knocked == NOTHING


CORNERS = (
    (0.2, 0.9, (-6.0, 12.0)),
    (0.8, 0.9, (6.0, 12.0)),
    (0.35, 0.6, (-8.0, 40.0)),
    (0.65, 0.6, (8.0, 40.0)),
)


def test_every_colour_of_a_marker_and_a_layer_is_known() -> None:
    assert set(MARKER_COLOURS) == set(MarkerColour)
    assert set(LAYER_COLOURS) == set(LayerKind)
