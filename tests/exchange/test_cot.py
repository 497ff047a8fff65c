"""Cursor on Target: what a map elsewhere is told, and what it is never told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wallapp.base.errors import BadInput, RuleBroken
from wallapp.base.ids import AccountId, CameraNumber, ExerciseId, FeatureId, IncidentId, LayerId, MarkerId, OwnerName
from wallapp.domain.camera import Camera, CameraKind, StreamName
from wallapp.domain.layer import (
    CrisisLayer,
    Geometry,
    GeometryKind,
    LayerFeature,
    LayerKind,
    LayerState,
    Style,
    line,
    point,
    polygon,
)
from wallapp.domain.marker import CameraAnchor, GeoAnchor, How, Marker, MarkerColour, MarkerState
from wallapp.domain.place import Place
from wallapp.exchange.cot import CotContext, CotExport, argb, export_cot, write_cot_file

AT = datetime(2026, 3, 14, 20, 0, 0, 250_000, tzinfo=UTC)
NOW = CotContext(AT)
BY = AccountId("west")
A, B, C = Place(33.60, -7.65), Place(33.60, -7.64), Place(33.61, -7.64)
MARKER = Marker(
    MarkerId("m-1"),
    "person_down",
    GeoAnchor(A, ce_m=12.5),
    BY,
    AT,
    BY,
    AT,
    incident=IncidentId("i-1"),
    label="Chute <1>",
    remarks='près du "kiosque" & de la mer',
    colour=MarkerColour.RED,
)
CAMERA = Camera(
    CameraNumber(104),
    "Corniche E",
    OwnerName("Ville"),
    {StreamName.MAIN: "rtsp://10.1.2.3/main", StreamName.SUB: "rtsp://10.1.2.3/sub"},
    credential="vault-entry",
    kind=CameraKind.PTZ,
    lat_deg=33.6,
    lon_deg=-7.65,
    azimuth_deg=360.0,
    hfov_deg=360.0,
    range_m=80.0,
)


def layer(*features: LayerFeature) -> CrisisLayer:
    return CrisisLayer(LayerId("l"), "Perimeter", LayerKind.PERIMETER, BY, AT, BY, AT, features, state=LayerState.SHOWN)


def parsed(export: CotExport) -> list[ElementTree.Element]:
    events = ElementTree.fromstring(export.document).findall("event")
    assert len(events) == len(export.events)
    for event in events:
        assert {"version", "uid", "type", "time", "start", "stale", "how"} <= set(event.attrib)
        spot = event.find("point")
        assert spot is not None and set(spot.attrib) == {"lat", "lon", "hae", "ce", "le"}
        assert event.attrib["stale"] > event.attrib["start"], "a receiver would drop it at once"
    return events


def inside(event: ElementTree.Element, path: str) -> ElementTree.Element:
    found = event.find(path)
    assert found is not None, path
    return found


def test_a_marker() -> None:
    [event] = parsed(export_cot(NOW, markers=[MARKER]))
    assert (event.attrib["type"], event.attrib["uid"], event.attrib["how"]) == ("b-m-p-s-m", "m-1", "h-e")
    assert event.attrib["time"] == "2026-03-14T20:00:00.250Z"
    assert inside(event, "point").attrib == {
        "lat": "33.6",
        "lon": "-7.65",
        "hae": "9999999",
        "ce": "12.5",
        "le": "9999999",
    }
    assert inside(event, "detail/contact").attrib["callsign"] == "Chute <1>"
    assert inside(event, "detail/remarks").text == 'près du "kiosque" & de la mer'
    assert int(inside(event, "detail/color").attrib["argb"]) == argb("#E5383B") < 0
    assert inside(event, "detail/link").attrib["uid"] == "i-1"
    assert "opex" not in event.attrib


def test_a_marker_on_a_camera_is_as_uncertain_as_the_camera_sees_far() -> None:
    on_camera = replace(MARKER, anchor=CameraAnchor(CAMERA.number))
    event = parsed(export_cot(NOW, markers=[on_camera], cameras=[CAMERA]))[1]
    assert (inside(event, "point").attrib["lat"], inside(event, "point").attrib["ce"]) == ("33.6", "80")
    without = export_cot(NOW, markers=[on_camera])
    assert (without.events, without.left_out) == ((), ("marker m-1 has no place on the ground",))


@pytest.mark.parametrize("state", [MarkerState.WITHDRAWN, MarkerState.ARCHIVED, MarkerState.EXPIRED])
def test_a_marker_that_is_done_with_is_deleted_elsewhere_too(state: MarkerState) -> None:
    [event] = parsed(export_cot(NOW, markers=[replace(MARKER, state=state)]))
    assert event.attrib["type"] == "t-x-d-d"
    assert inside(event, "detail/link").attrib == {"uid": "m-1", "relation": "none", "type": "none"}
    inside(event, "detail/__forcedelete")


def test_an_alarm_does_not_vanish_by_growing_stale() -> None:
    past = replace(MARKER, stale_at=AT - timedelta(hours=1))
    [plain] = parsed(export_cot(NOW, markers=[past]))
    [alarm] = parsed(export_cot(NOW, markers=[replace(past, is_alarm=True)]))
    assert plain.attrib["stale"] == "2026-03-14T21:00:00.250Z"
    assert alarm.attrib["stale"] == "2026-03-21T20:00:00.250Z"


def test_layers() -> None:
    style = Style(stroke="#f00", stroke_width=3, fill="#00ff00", fill_opacity=0.0)
    area = LayerFeature(FeatureId("area"), polygon([A, B, C]), title="Zone", style=style)
    circle = LayerFeature(FeatureId("circle"), point(A), radius_m=80)
    route = LayerFeature(FeatureId("route"), line([A, B]))
    two = LayerFeature(FeatureId("two"), Geometry(GeometryKind.MULTI_POINT, (((A,),), ((B,),))))
    events = parsed(export_cot(NOW, layers=[layer(area, circle, route, two)]))
    assert [(event.attrib["uid"], event.attrib["type"]) for event in events] == [
        ("area", "u-d-f"),
        ("circle", "u-d-c-c"),
        ("route", "u-d-f"),
        ("two.1", "b-m-p-s-m"),
        ("two.2", "b-m-p-s-m"),
    ]
    drawn = [link.attrib["point"] for link in events[0].findall("detail/link")]
    assert drawn == ["33.6,-7.65", "33.6,-7.64", "33.61,-7.64", "33.6,-7.65"]
    assert inside(events[0], "detail/strokeColor").attrib["value"] == str(0xFFFF0000 - 2**32)
    assert inside(events[0], "detail/fillColor").attrib["value"] == str(0x0000FF00)
    assert inside(events[1], "detail/shape/ellipse").attrib == {"major": "80", "minor": "80", "angle": "360"}
    assert events[2].find("detail/fillColor") is None
    assert inside(events[2], "detail/contact").attrib["callsign"] == "Perimeter"


def test_holes_are_told_and_archived_layers_left_out() -> None:
    hole = Geometry(GeometryKind.POLYGON, (((A, B, C, A), (A, B, C, A)),))
    drawn = layer(LayerFeature(FeatureId("f"), hole))
    assert "holes" in export_cot(NOW, layers=[drawn]).left_out[0]
    assert export_cot(NOW, layers=[replace(drawn, state=LayerState.ARCHIVED)]).events == ()


def test_a_camera_is_its_place_and_field_of_view_and_never_its_stream(tmp_path: Path) -> None:
    path = tmp_path / "out.cot"
    export = export_cot(NOW, markers=[MARKER], cameras=[CAMERA])
    write_cot_file(path, export)
    written = path.read_text(encoding="utf-8")
    for secret in ("rtsp", "10.1.2.3", "vault-entry", "__video", "Ville"):
        assert secret not in written
    sensor = inside(parsed(export)[0], "detail/sensor").attrib
    assert (sensor["azimuth"], sensor["fov"], sensor["range"]) == ("0", "359", "80")
    assert parsed(export)[0].attrib["how"] == "m-c"


def test_a_camera_without_a_place_is_told() -> None:
    export = export_cot(NOW, cameras=[replace(CAMERA, lat_deg=None)])
    assert (export.events, export.left_out) == ((), ("camera 104 has no place in the register",))


def test_a_drill_says_so_in_every_event() -> None:
    drill = replace(NOW, drill="corniche")
    shapes = layer(LayerFeature(FeatureId("area"), polygon([A, B, C])))
    gone = replace(MARKER, id=MarkerId("gone"), state=MarkerState.WITHDRAWN)
    events = parsed(export_cot(drill, markers=[MARKER, gone], layers=[shapes], cameras=[CAMERA]))
    assert len(events) == 4
    assert {(event.attrib["opex"], event.attrib["how"]) for event in events} == {("e-corniche", How.SIMULATED.value)}
    said = [event.findtext("detail/remarks") for event in events if event.attrib["type"] != "t-x-d-d"]
    assert all(text is not None and text.startswith("EXERCISE EXERCICE corniche") for text in said)


@given(st.text(max_size=30), st.text(max_size=30))
@settings(max_examples=100)
def test_no_text_breaks_the_file(label: str, remarks: str) -> None:
    parsed(export_cot(NOW, markers=[replace(MARKER, label=label, remarks=remarks)]))


def test_a_time_without_a_zone_is_bad_input() -> None:
    with pytest.raises(BadInput):
        export_cot(CotContext(datetime(2026, 3, 14)))


def test_nothing_of_a_drill_leaves_as_real() -> None:
    drill = ExerciseId("corniche")
    with pytest.raises(RuleBroken):
        export_cot(NOW, markers=[MARKER, replace(MARKER, exercise=drill)])
    with pytest.raises(RuleBroken):
        export_cot(NOW, layers=[replace(layer(), exercise=drill)])
    assert export_cot(replace(NOW, drill="corniche"), markers=[replace(MARKER, exercise=drill)]).events
