"""A map's ground from GeoJSON: every geometry, names in languages, and wrong files refused in one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallapp.base.errors import BadInput
from wallapp.domain.map_data import AreaShape, LineShape, MapFeature, MapKind, PointShape
from wallapp.domain.place import Place
from wallapp.exchange import map_geojson
from wallapp.exchange.map_geojson import read_map

_RING = [[-3.9, 35.2], [-3.8, 35.2], [-3.8, 35.3], [-3.9, 35.2]]
_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)


def feature(geometry: object, **properties: object) -> dict[str, object]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def read(tmp_path: Path, *features: object) -> tuple[MapFeature, ...]:
    path = tmp_path / "map.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return read_map(path)


def test_geometries_kinds_names_and_widths(tmp_path: Path) -> None:
    street, park, stop, other = read(
        tmp_path,
        feature({"type": "LineString", "coordinates": _RING[:2]}, kind="street", name="Corniche", width_m=9),
        feature({"type": "Polygon", "coordinates": [_RING]}, kind="park", **{"name": "Park", "name:ar": "حديقة"}),
        feature({"type": "Point", "coordinates": [-3.9, 35.2, 12]}, kind="tram_stop"),
        feature({"type": "Point", "coordinates": [-3.9, 35.2]}, kind="volcano"),
    )
    assert isinstance(street.geometry, LineShape) and street.geometry.places[0] == Place(35.2, -3.9)
    assert street.style is not None and street.style.stroke_width_m == 9
    assert isinstance(park.geometry, AreaShape) and len(park.geometry.rings[0]) == 3
    assert (park.label, park.label_in("ar"), park.label_in("fr")) == ("Park", "حديقة", "Park")
    assert stop.kind is MapKind.TRAM_STOP and stop.geometry == PointShape(Place(35.2, -3.9))
    assert other.kind is MapKind.OTHER
    assert other.z_order > park.z_order


def test_multi_geometries_and_collections_become_several(tmp_path: Path) -> None:
    point = {"type": "Point", "coordinates": [0, 0]}
    found = read(
        tmp_path,
        feature({"type": "MultiPolygon", "coordinates": [[_RING], [_RING]]}, kind="water"),
        feature({"type": "MultiLineString", "coordinates": [_RING, _RING]}, kind="path"),
        feature({"type": "MultiPoint", "coordinates": [[0, 0], [1, 1]]}),
        feature({"type": "GeometryCollection", "geometries": [point, point]}),
        feature(None),
    )
    assert len(found) == 8


@pytest.mark.parametrize(
    ("geometry", "says"),
    [
        ({"type": "Point", "coordinates": [0, 91]}, "not a place"),
        ({"type": "Point", "coordinates": ["a", 0]}, "no number"),
        ({"type": "Point", "coordinates": [10**400, 0]}, "cannot be used"),
        ({"type": "Point", "coordinates": [0]}, "cannot be used"),
        ({"type": "LineString", "coordinates": [[0, 0]]}, "2 are needed"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1]]]}, "not closed"),
        ({"type": "Polygon", "coordinates": []}, "without rings"),
        ({"type": "Sphere"}, "is a Sphere"),
    ],
)
def test_a_wrong_feature_is_named(tmp_path: Path, geometry: dict[str, object], says: str) -> None:
    good = feature({"type": "Point", "coordinates": [0, 0]})
    with pytest.raises(BadInput, match=rf"^map\.geojson, feature 2 [^\n]*{says}[^\n]*$"):
        read(tmp_path, good, feature(geometry))


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '{"type":"FeatureCollection","features":[{"type":"x"}]}', "[" * 100_000, "NaN"]
)
def test_another_file_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "map.geojson"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=r"^map\.geojson[^\n]*$"):
        read_map(path)


def test_too_large_a_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line = feature({"type": "LineString", "coordinates": [[0, 0], [1, 1]]})
    monkeypatch.setattr(map_geojson, "PLACES_MAX", 3)
    with pytest.raises(BadInput, match="more than 3 points"):
        read(tmp_path, line, line)
    monkeypatch.setattr(map_geojson, "SIZE_MAX_BYTES", 100)
    with pytest.raises(BadInput, match="is larger than"):
        read(tmp_path, line, line)


@given(geometry=_JSON, properties=_JSON)
def test_no_json_does_more_than_be_refused(
    tmp_path_factory: pytest.TempPathFactory, geometry: object, properties: object
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.geojson"
    row = {"type": "Feature", "geometry": geometry, "properties": properties}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [row]}), encoding="utf-8")
    try:
        read_map(path)
    except BadInput as refused:
        assert "\n" not in str(refused)
