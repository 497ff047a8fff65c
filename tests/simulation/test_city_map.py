"""The city's map is the one that its code draws, and it agrees with what the scenes show."""

from __future__ import annotations

import pytest

from wallapp.domain.map_data import AreaShape, LineShape, MapFeature, MapKind
from wallapp.exchange.map_geojson import read_map
from wallapp.simulation.city import city_dir, load_city
from wallapp.simulation.city_map import map_text
from wallapp.simulation.scenes.plan import Spot, load_plan

CITY = load_city()
PATH = city_dir() / "map.geojson"
FEATURES = read_map(PATH)


def spots(feature: MapFeature) -> list[Spot]:
    geometry = feature.geometry
    places = geometry.rings[0] if isinstance(geometry, AreaShape) else ()
    places = geometry.places if isinstance(geometry, LineShape) else places
    return [CITY.plane.to_plane(place.lat_deg, place.lon_deg) for place in places]


def holds(ring: list[Spot], x: float, y: float) -> bool:
    inside = False
    for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
            inside = not inside
    return inside


def rings(kind: MapKind) -> list[list[Spot]]:
    return [spots(feature) for feature in FEATURES if feature.kind is kind and isinstance(feature.geometry, AreaShape)]


def test_the_shipped_map_is_the_one_that_is_drawn() -> None:
    assert PATH.read_text(encoding="utf-8") == map_text(), "run python -m wallapp.simulation.city_map"


def test_every_house_of_the_scenes_stands_on_the_map() -> None:
    mapped = {(round(min(x for x, _ in ring)), round(min(y for _, y in ring))) for ring in rings(MapKind.BUILDING)}
    assert {(round(b.rect[0]), round(b.rect[1])) for b in load_plan().buildings} <= mapped


@pytest.mark.parametrize(("x", "y", "wet"), [(-200, 99, True), (-200, 95, False), (71, 95, False), (74, 60, True)])
def test_the_coast_runs_where_the_scenes_have_it(x: float, y: float, wet: bool) -> None:
    assert any(holds(ring, x, y) for ring in rings(MapKind.WATER)) is wet
    assert any(holds([*area.points], x, y) for area in load_plan().areas if area.kind == "water") is wet


def test_no_camera_stands_in_the_water_or_far_from_a_street() -> None:
    water = rings(MapKind.WATER)
    for camera in CITY.cameras:
        view = CITY.viewpoints[camera.number]
        assert not any(holds(ring, view.x_m, view.y_m) for ring in water), camera.name


def test_everything_with_a_name_has_it_in_three_languages() -> None:
    named = [feature for feature in FEATURES if feature.label]
    assert len(named) > 40
    assert [feature.label for feature in named if {code for code, _ in feature.labels} != {"fr", "ar"}] == []


def test_streets_lie_on_the_asphalt_of_the_scenes() -> None:
    asphalt = [[*area.points] for area in load_plan().areas if area.kind == "asphalt"]
    for feature in FEATURES:
        if feature.kind in (MapKind.STREET, MapKind.MAIN_STREET):
            for x, y in spots(feature)[1:-1]:
                if abs(x) < 299 and -199 < y < 75:
                    assert any(holds(area, x, y) for area in asphalt), (feature.label, x, y)
