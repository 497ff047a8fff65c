"""Which map a station has, and that a damaged one never keeps the wall from opening."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exchange.test_mbtiles import make
from wallapp.app.maps import open_map
from wallapp.domain.map_data import MapKind
from wallapp.ui.map.model import NO_GROUND

_POINT = (
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kind":"name","name":"Here"},'
    '"geometry":{"type":"Point","coordinates":[-3.9,35.2]}}]}'
)


def test_the_demo_has_its_city_s_map_and_others_have_none(tmp_path: Path) -> None:
    with open_map(tmp_path, demo=True) as ground:
        assert {MapKind.WATER, MapKind.TRAM, MapKind.PARK} <= {feature.kind for feature in ground.features}
    with open_map(tmp_path, demo=False) as ground:
        assert ground == NO_GROUND


def test_a_station_s_own_map_comes_first_the_raster_before_the_features(tmp_path: Path) -> None:
    (tmp_path / "map.geojson").write_text(_POINT, encoding="utf-8")
    with open_map(tmp_path, demo=True) as ground:
        assert [feature.label for feature in ground.features] == ["Here"]
    make(tmp_path / "map.mbtiles", metadata={"format": "png", "attribution": "© the city"})
    with open_map(tmp_path, demo=True) as ground:
        assert ground.raster is not None and ground.attribution == "© the city" and not ground.features
        assert ground.raster.zoom_max == 14


@pytest.mark.logs("the map is left out: map.mbtiles is no MBTiles map")
def test_a_damaged_map_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "map.mbtiles").write_bytes(b"damaged")
    with open_map(tmp_path, demo=True) as ground:
        assert ground == NO_GROUND
