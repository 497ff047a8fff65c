"""Crisis layers as GeoJSON: nothing known is lost, nothing unknown either, and nothing broken crashes."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.mutations import mutated
from wallapp.base.errors import BadInput
from wallapp.base.ids import FeatureId, IncidentId
from wallapp.domain.layer import Geometry, GeometryKind, LayerFeature, MarkerSize, Style, line, point, polygon
from wallapp.domain.place import Place
from wallapp.exchange.geojson import features_json, read_features, read_geojson_file, write_geojson_file

DATA = Path(__file__).parents[1] / "data" / "geojson"
A, B, C = Place(33.60, -7.65), Place(33.60, -7.64), Place(33.61, -7.64)


def numbered() -> Callable[[], FeatureId]:
    numbers = count(1)
    return lambda: FeatureId(f"new-{next(numbers)}")


def test_a_file_of_another_program() -> None:
    read = read_geojson_file(DATA / "corniche.geojson", new_id=numbered())
    area, circle, route, points = read.features
    assert (read.name, json.loads(read.foreign_json)) == (
        "Corniche",
        {"generator": {"program": "another map", "version": 3}},
    )
    assert area.geometry == polygon([A, B, C])
    assert (area.id, area.title) == ("7", "محيط")
    assert area.style == Style(stroke="#d00", stroke_width=3.0, fill="#dd0000", fill_opacity=0.2)
    assert json.loads(area.foreign_json) == {"crew": {"b": 1, "a": [True, None]}}
    assert (circle.id, circle.radius_m, circle.style) == ("new-1", 80.0, Style(marker_size=MarkerSize.LARGE))
    assert json.loads(circle.foreign_json) == {"marker-color": "red"}
    assert (route.id, route.geometry) == ("both", line([A, B]))
    assert points.geometry == Geometry(GeometryKind.MULTI_POINT, (((A,),), ((B,),)))
    assert read.oddities == (
        "feature 1 has heights, which were left out",
        "feature 1 was not closed; its first place was added at its end",
        "feature 2 its marker-color is not as simplestyle has it; it was kept, but is not drawn",
        "feature 3 has no geometry and was left out",
        "feature 4 was left out: not a place on the globe: latitude -97.0, longitude 33.6",
    )


def test_what_it_did_not_know_leaves_with_it_again(tmp_path: Path) -> None:
    read = read_geojson_file(DATA / "corniche.geojson")
    path = tmp_path / "out.geojson"
    write_geojson_file(path, read.features, name=read.name, foreign_json=read.foreign_json)
    written = json.loads(path.read_text(encoding="utf-8"))
    first, second = written["features"][:2]
    assert (written["name"], written["generator"]["version"]) == ("Corniche", 3)
    assert "bbox" not in written and "bbox" not in first, "a box that nobody keeps in step would lie"
    assert (first["id"], first["author"], first["properties"]["crew"]) == (7, "post 2", {"a": [True, None], "b": 1})
    assert first["geometry"]["coordinates"][0][0] == [-7.65, 33.60], "GeoJSON has longitude first"
    assert second["properties"] == {"marker-color": "red", "marker-size": "large", "wallapp:radius_m": 80.0}
    assert read_geojson_file(path).features == read.features


_words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_places = st.builds(Place, st.floats(-90, 90), st.floats(-180, 180))
_rings = (
    st.lists(_places, min_size=3, max_size=5)
    .filter(lambda corners: len(corners) > 3 or corners[0] != corners[-1])  # else it is closed too soon
    .map(lambda corners: polygon(corners).parts[0][0])
)
_areas = st.lists(_rings, min_size=1, max_size=2).map(tuple)
_lines = st.lists(_places, min_size=2, max_size=5).map(lambda places: (tuple(places),))
_dots = _places.map(lambda place: ((place,),))


def _one(kind: GeometryKind, parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Geometry]:
    return parts.map(lambda part: Geometry(kind, (part,)))


def _many(kind: GeometryKind, parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Geometry]:
    return st.lists(parts, min_size=1, max_size=3).map(lambda each: Geometry(kind, tuple(each)))


_geometries = st.one_of(
    _one(GeometryKind.POINT, _dots),
    _one(GeometryKind.LINE, _lines),
    _one(GeometryKind.POLYGON, _areas),
    _many(GeometryKind.MULTI_POINT, _dots),
    _many(GeometryKind.MULTI_LINE, _lines),
    _many(GeometryKind.MULTI_POLYGON, _areas),
)
_colours = st.none() | st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)
_opacities = st.none() | st.floats(0, 1)
_styles = st.builds(
    Style,
    marker_size=st.none() | st.sampled_from(MarkerSize),
    marker_symbol=st.none() | _words,
    marker_color=_colours,
    stroke=_colours,
    stroke_opacity=_opacities,
    stroke_width=st.none() | st.floats(0, 50),
    fill=_colours,
    fill_opacity=_opacities,
)
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_words, inner, max_size=3),
    max_leaves=6,
)


def _foreign(prefix: str) -> st.SearchStrategy[str]:
    members = st.dictionaries(_words.map(lambda name: prefix + name), _json, max_size=3)
    return members.map(lambda each: json.dumps(each, sort_keys=True, ensure_ascii=False, separators=(",", ":")))


@st.composite
def features(draw: st.DrawFn) -> LayerFeature:
    """Any drawing."""
    geometry = draw(_geometries)
    is_point = geometry.kind is GeometryKind.POINT
    return LayerFeature(
        FeatureId(draw(st.uuids().map(str))),
        geometry,
        title=draw(_words),
        description=draw(_words),
        style=draw(_styles),
        radius_m=draw(st.none() | st.floats(0.1, 1e6)) if is_point else None,
        incident=draw(st.none() | st.just(IncidentId("i"))),
        foreign_json=draw(_foreign("their:")),
        members_json=draw(_foreign("their:")),
        rev=draw(st.integers(1, 2**40)),
    )


@pytest.mark.slow
@given(st.lists(features(), max_size=3, unique_by=lambda feature: feature.id), _words, _foreign("their:"))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_leaves_reads_back_equal(drawn: list[LayerFeature], name: str, foreign: str) -> None:
    read = read_features(features_json(drawn, name=name, foreign_json=foreign))
    assert (read.features, read.name, read.foreign_json, read.oddities) == (tuple(drawn), name, foreign, ())


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no JSON"),
        (b"\xff", "UTF-8"),
        (b"[]", "no GeoJSON"),
        (b'{"type": "Topology"}', "Topology"),
        (b'{"type": "FeatureCollection"}', "without features"),
        (b'{"type": "Point", "coordinates": [NaN, 1]}', "NaN"),
        (b'{"type": "Point", "coordinates": [1e999, 1]}', "too large"),
        (b'{"type": "Feature", "title": "\\ud800"}', "UTF-8"),
        (b'{"type": "Feature", "crs": {"properties": {"name": "EPSG:3857"}}}', "WGS 84"),
        (b'{"type": "Feature", "x": ' + b"[" * 100_000 + b"}", "no JSON"),
        (b" " * (32 * 2**20 + 1), "32 MiB"),
        (b'{"type": "FeatureCollection", "features": [' + b"1," * 20_000 + b"1]}", "20000"),
    ],
)
def test_what_is_no_geojson_is_refused(content: bytes, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        read_features(content)


def test_a_bare_geometry_and_a_single_feature_are_read() -> None:
    bare = read_features(b'{"type": "Point", "coordinates": [-7.65, 33.6]}')
    assert [feature.geometry for feature in bare.features] == [point(A)]
    single = read_features(
        b'{"type": "Feature", "properties": {"title": "x"}, "geometry": {"type": "LineString",'
        b' "coordinates": [[-7.65, 33.6], [-7.64, 33.6]]}}'
    )
    assert [feature.title for feature in single.features] == ["x"]


def test_two_features_of_one_id_stay_two() -> None:
    one = {"type": "Feature", "id": "a", "geometry": {"type": "Point", "coordinates": [0, 0]}, "properties": {}}
    read = read_features(json.dumps({"type": "FeatureCollection", "features": [one, one]}).encode(), new_id=numbered())
    assert [feature.id for feature in read.features] == ["a", "new-1"]


def test_a_missing_file_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        read_geojson_file(tmp_path / "none.geojson")


def _stirred(value: Any, chance: random.Random) -> Any:
    """The same JSON with some values replaced by ones of the wrong kind."""
    if chance.random() < 0.08:
        return chance.choice([None, True, -1, 10**400, "", "x", [], {}, [[[]]], {"type": "Point"}, [1, 2, 3]])
    if isinstance(value, dict):
        return {key: _stirred(each, chance) for key, each in value.items()}
    if isinstance(value, list):
        return [_stirred(each, chance) for each in value]
    return value


@pytest.mark.parametrize("start", [0, 1000])
def test_broken_files_crash_nothing(start: int) -> None:
    original = (DATA / "corniche.geojson").read_bytes()
    taken = 0
    for seed in range(start, start + 300):
        stirred = json.dumps(_stirred(json.loads(original), random.Random(seed))).encode()
        for content in (stirred, mutated([original], seed)):
            try:
                read = read_features(content)
            except BadInput as error:
                assert "\n" not in str(error)
                continue
            taken += 1
            again = read_features(features_json(read.features, name=read.name, foreign_json=read.foreign_json))
            assert again.features == read.features
    assert taken > 100
