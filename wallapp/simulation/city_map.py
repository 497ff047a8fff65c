"""`python -m wallapp.simulation.city_map`: draws resources/city/map.geojson, the simulated city as a map.

Within the plan of the scenes everything is the plan's: streets, quays, houses. What no camera sees, the quarters
around it, the port's far end and the coast beyond, is laid out here on straight lines and then gently bent.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from wallapp.base.files import replace_file
from wallapp.simulation.city import city_dir, load_city
from wallapp.simulation.geo import GroundPlane
from wallapp.simulation.scenes.plan import Spot, load_plan

Names = tuple[str, str, str]
"""In English, French and Arabic."""
Feature = dict[str, object]

_PLAN: Final = (-300.0, -200.0, 300.0, 420.0)
"""West, south, east, north of what the cameras see: nothing is bent there."""
_NO_NAME: Final[Names] = ("", "", "")

_KINDS: Final = {"plaza": "square", "yard": "square", "grass": "park", "rocks": "rocks", "concrete": "quay"}
_AREA_NAMES: Final[dict[str, Names]] = {
    "plaza": ("Fountain Square", "Place de la Fontaine", "ساحة النافورة"),
    "yard": ("School yard", "Cour de l'école", "ساحة المدرسة"),
}
_BUILDING_NAMES: Final[dict[str, Names]] = {
    "bank": ("Bank", "Banque", "البنك"),
    "centre": ("Shopping centre", "Centre commercial", "المركز التجاري"),
    "terminal": ("Ferry terminal", "Gare maritime", "المحطة البحرية"),
}
_SCHOOL: Final[Names] = ("School", "École", "المدرسة")

_STREETS: Final[Sequence[tuple[str, float, list[Spot], Names]]] = (
    ("main_street", 16, [(-1500, 0), (690, 0)], ("Harbour Boulevard", "Boulevard du Port", "شارع الميناء")),
    ("main_street", 20, [(-60, -900), (-60, 75)], ("Tramway Avenue", "Avenue du Tramway", "شارع الترامواي")),
    ("street", 9, [(-1500, 71), (72, 71)], ("Corniche", "La Corniche", "الكورنيش")),
    ("street", 10, [(59, -760), (59, 75)], ("Market Street", "Rue du Marché", "زنقة السوق")),
    ("street", 7.5, [(-50, -64.25), (54, -64.25)], ("School Street", "Rue de l'École", "زنقة المدرسة")),
    ("street", 9, [(-1300, -208), (640, -208)], ("Olive Street", "Rue des Oliviers", "زنقة الزيتون")),
    ("main_street", 14, [(-1300, -345), (690, -345)], ("Station Boulevard", "Boulevard de la Gare", "شارع المحطة")),
    ("street", 8, [(-1300, -470), (640, -470)], ("Mill Street", "Rue du Moulin", "زنقة الطاحونة")),
    ("street", 8, [(-1100, -610), (560, -610)], ("Spring Street", "Rue de la Source", "زنقة العين")),
    ("street", 8, [(-900, -760), (420, -760)], ("Quarry Road", "Route de la Carrière", "طريق المقلع")),
    ("street", 9, [(-310, -760), (-310, 71)], ("Fishermen's Street", "Rue des Pêcheurs", "زنقة الصيادين")),
    ("street", 8, [(-450, -760), (-450, 71)], ("Lighthouse Street", "Rue du Phare", "زنقة المنارة")),
    ("street", 8, [(-600, -760), (-600, 71)], ("Beach Street", "Rue de la Plage", "زنقة الشاطئ")),
    ("street", 8, [(-770, -760), (-770, 71)], ("Dunes Street", "Rue des Dunes", "زنقة الكثبان")),
    ("street", 8, [(-950, -610), (-950, 71)], ("Salt Street", "Rue du Sel", "زنقة الملح")),
    ("street", 8, [(-1130, -610), (-1130, 71)], ("West Street", "Rue de l'Ouest", "زنقة الغرب")),
    ("street", 8, [(-185, -760), (-185, -208)], ("Well Street", "Rue du Puits", "زنقة البئر")),
    ("street", 8, [(190, -760), (190, -208)], ("Rope Street", "Rue des Cordiers", "زنقة الحبال")),
    ("street", 10, [(325, -760), (325, 0)], ("Docks Street", "Rue des Docks", "زنقة الأحواض")),
    ("street", 8, [(470, -610), (470, 0)], ("Customs Street", "Rue de la Douane", "زنقة الجمارك")),
    ("street", 8, [(630, -470), (630, 0)], ("East Street", "Rue de l'Est", "زنقة الشرق")),
)
_TRAM: Final[list[Spot]] = [(-60, -900), (-60, 420)]
_STOPS: Final[Sequence[tuple[Spot, Names]]] = (
    ((-60, 40), ("Port", "Port", "الميناء")),
    ((-60, -40), ("Market", "Marché", "السوق")),
    ((-60, -365), ("Station", "Gare", "المحطة")),
    ((-60, -640), ("Spring", "La Source", "العين")),
)
_QUARTER_NAMES: Final[Sequence[tuple[Spot, Names]]] = (
    ((150, -90), ("Market quarter", "Quartier du Marché", "حي السوق")),
    ((-215, -60), ("Centre", "Centre-ville", "وسط المدينة")),
    ((-690, -100), ("Beach quarter", "Quartier de la Plage", "حي الشاطئ")),
    ((-380, -410), ("Mill quarter", "Quartier du Moulin", "حي الطاحونة")),
    ((400, -280), ("Docks quarter", "Quartier des Docks", "حي الأحواض")),
    ((420, 34), ("Port", "Port", "الميناء")),
    ((60, -540), ("Spring quarter", "Quartier de la Source", "حي العين")),
)
_WATER_NAMES: Final[Sequence[tuple[Spot, Names]]] = (
    ((0, 300), ("Sea", "Mer", "البحر")),
    ((450, 115), ("Basin 1", "Bassin 1", "الحوض 1")),
    ((585, 115), ("Basin 2", "Bassin 2", "الحوض 2")),
    ((-700, 260), ("West bay", "Baie de l'Ouest", "الخليج الغربي")),
)
_PARKS: Final[Sequence[tuple[tuple[float, float, float, float], Names]]] = (
    ((-450, -345, -310, -208), ("Palm Garden", "Jardin des Palmiers", "حديقة النخيل")),
    ((190, -610, 325, -470), ("Station Park", "Parc de la Gare", "منتزه المحطة")),
    ((-950, -208, -770, 0), ("Dunes Park", "Parc des Dunes", "منتزه الكثبان")),
)
_PLAN_BLOCKS: Final = (
    (-298, 9, -71, 65),
    (-298, -198, -71, -9),
    (-49, -59, 53, -9),
    (-49, -198, 53, -69),
    (65, -198, 298, -9),
)
"""Where the plan's houses stand."""
_PIERS: Final = ((378, 56, 402, 175), (505, 56, 530, 190), (640, 56, 676, 150))
_BREAKWATER: Final[list[Spot]] = [
    (690, 20), (716, 60), (770, 150), (765, 240), (600, 292), (440, 310), (436, 298), (596, 280), (750, 230),
    (754, 156), (704, 70), (690, 64),
]  # fmt: skip
_BEACH: Final[list[Spot]] = [(-1000, 78), (-520, 78), (-480, 97), (-560, 112), (-760, 121), (-940, 112), (-1030, 97)]
_SHORE: Final[list[Spot]] = [
    (-6000, 160), (-2400, 190), (-1700, 150), (-1300, 102), (-1030, 97), (-940, 112), (-760, 121), (-560, 112),
    (-480, 97), (-300, 97), (72, 97), (72, 56.6), (690, 56.6), (690, 20), (760, 14), (900, 60), (1200, 120),
    (1700, 90), (2600, 30), (6000, -200),
]  # fmt: skip
_FAR_NORTH_M: Final = 6000.0


def city_map() -> dict[str, object]:
    """The whole map as a GeoJSON FeatureCollection."""
    plane = load_city().plane
    features = [*_ground(plane), *_plan_areas(plane), *_quarters(plane), *_streets(plane), *_plan_buildings(plane)]
    features.append(
        _feature(plane, "tram", "LineString", _bent_line(_TRAM), ("Tram line", "Ligne de tram", "خط الترام"))
    )
    for kind, spots in (("tram_stop", _STOPS), ("name", _QUARTER_NAMES), ("water", _WATER_NAMES)):
        features += [_feature(plane, kind, "Point", [_bent(*spot)], names) for spot, names in spots]
    return {"type": "FeatureCollection", "features": features}


def map_text() -> str:
    """The file's text: one feature a line, so that a change can be read."""
    whole = city_map()
    rows = whole["features"]
    assert isinstance(rows, list)
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'


def main() -> None:
    """Write the shipped file anew."""
    replace_file(city_dir() / "map.geojson", map_text().encode("utf-8"))


def _ground(plane: GroundPlane) -> Iterator[Feature]:
    shore = [*_bent_line(_SHORE), (6000.0, _FAR_NORTH_M), (-6000.0, _FAR_NORTH_M)]
    yield _feature(plane, "water", "Polygon", shore)
    yield _feature(plane, "beach", "Polygon", _bent_line([*_BEACH, _BEACH[0]]), ("City beach", "Plage", "الشاطئ"))
    yield _feature(plane, "quay", "Polygon", [(300, 11), (690, 11), (690, 56.6), (300, 56.6)])
    for pier in _PIERS:
        yield _feature(plane, "quay", "Polygon", _corners(pier))
    breakwater = ("Breakwater", "Digue", "حاجز الأمواج")
    yield _feature(plane, "rocks", "Polygon", _BREAKWATER, breakwater)


def _plan_areas(plane: GroundPlane) -> Iterator[Feature]:
    """What the plan has beside streets, which are drawn as lines."""
    for area in load_plan().areas:
        kind = _KINDS.get(area.kind, "")
        if kind:
            yield _feature(plane, kind, "Polygon", area.points, _AREA_NAMES.get(area.kind, _NO_NAME))
    yield _feature(plane, "path", "LineString", [(-300, 84.75), (72, 84.75)], ("Promenade", "Promenade", "المتنزه"), 14)
    car_park = ("Car park P1", "Parking P1", "موقف السيارات P1")
    yield _feature(plane, "square", "Polygon", _corners((68, -114, 134, -60)), car_park)


def _plan_buildings(plane: GroundPlane) -> Iterator[Feature]:
    is_school_named = False
    for building in load_plan().buildings:
        names = _BUILDING_NAMES.get(building.style, _NO_NAME)
        if building.style == "school" and not is_school_named:
            names, is_school_named = _SCHOOL, True
        yield _feature(plane, "building", "Polygon", _corners(building.rect), names)


def _streets(plane: GroundPlane) -> Iterator[Feature]:
    for kind, width_m, line, names in _STREETS:
        yield _feature(plane, kind, "LineString", _bent_line(line), names, width_m)


def _quarters(plane: GroundPlane) -> Iterator[Feature]:
    """Blocks between the streets that no camera sees, with their houses; parks where there are parks."""
    for block in _PLAN_BLOCKS:
        yield _feature(plane, "quarter", "Polygon", _corners(block))
    for west, south, east, north in _blocks():
        park = next((names for rect, names in _PARKS if rect == (west, south, east, north)), None)
        inner = (west + 8, south + 8, east - 8, north - 8)
        if park is not None:
            yield _feature(plane, "park", "Polygon", _bent_line(_ring(inner)), park)
            continue
        yield _feature(plane, "quarter", "Polygon", _bent_line(_ring(inner)))
        for house in _houses(inner):
            yield _feature(plane, "building", "Polygon", [_bent(*corner) for corner in _corners(house)])


def _blocks() -> Iterator[tuple[float, float, float, float]]:
    """Rectangles between neighbouring streets, those of the plan left out."""
    columns = sorted(line[0][0] for _, _, line, _ in _STREETS if line[0][0] == line[1][0])
    rows = sorted(line[0][1] for _, _, line, _ in _STREETS if line[0][1] == line[1][1] and line[0][0] < -100)
    for south, north in pairwise(rows):
        for west, east in pairwise(columns):
            in_plan = west >= -310 and east <= 325 and north > -208
            at_port = west >= 325 and north > 0
            if not in_plan and not at_port and _has_streets(west, south, east, north):
                yield west, south, east, north


def _has_streets(west: float, south: float, east: float, north: float) -> bool:
    """Whether streets run along both the western and the eastern side, and below."""
    upright = {line[0][0]: line for _, _, line, _ in _STREETS if line[0][0] == line[1][0]}
    level = {line[0][1]: line for _, _, line, _ in _STREETS if line[0][1] == line[1][1]}
    sides = all(upright[x][0][1] <= south + 1 and upright[x][1][1] >= north - 1 for x in (west, east))
    return sides and level[south][0][0] <= west + 1 and level[south][1][0] >= east - 1


def _houses(block: tuple[float, float, float, float]) -> Iterator[tuple[float, float, float, float]]:
    """Two rows of houses about a yard; the same ones at every drawing."""
    west, south, east, north = block
    depth = min(26.0, (north - south) * 0.36)
    for low, high in ((south, south + depth), (north - depth, north)):
        at = west
        while at < east - 12:
            wide = 16.0 + 18.0 * _chance(at, low)
            end = east if at + wide > east - 12 else at + wide
            back = 7.0 * _chance(low, at)
            yield (at, low, end - 1.5, high - back) if low == south else (at, low + back, end - 1.5, high)
            at = end


def _chance(one: float, other: float) -> float:
    """A number of 0 to 1 that is always the same for two others."""
    return math.modf(abs(math.sin(one * 12.9898 + other * 78.233)) * 43758.5453)[0]


def _bent(x: float, y: float) -> Spot:
    """Nothing moves within the plan; outside it, straight lines become gentle curves."""
    west, south, east, north = _PLAN
    away_m = math.hypot(max(west - x, 0.0, x - east), max(south - y, 0.0, y - north))
    share = min(1.0, away_m / 400.0)
    bent_x = x + share * 34.0 * math.sin(y / 190.0 + 0.6)
    bent_y = y + share * (42.0 * math.sin(x / 270.0) + 9.0 * math.sin(x / 97.0 + 2.0))
    return bent_x, bent_y


def _bent_line(line: Sequence[Spot], step_m: float = 30.0) -> list[Spot]:
    found: list[Spot] = []
    for (x0, y0), (x1, y1) in pairwise(line):
        count = max(1, math.ceil(math.dist((x0, y0), (x1, y1)) / step_m))
        found += [_bent(x0 + (x1 - x0) * part / count, y0 + (y1 - y0) * part / count) for part in range(count)]
    return [*found, _bent(*line[-1])]


def _corners(rect: tuple[float, float, float, float]) -> list[Spot]:
    west, south, east, north = rect
    return [(west, south), (east, south), (east, north), (west, north)]


def _ring(rect: tuple[float, float, float, float]) -> list[Spot]:
    corners = _corners(rect)
    return [*corners, corners[0]]


def _feature(
    plane: GroundPlane, kind: str, shape: str, spots: Iterable[Spot], names: Names = _NO_NAME, width_m: float = 0.0
) -> Feature:
    """One GeoJSON feature; rings are closed here, and turned to run anticlockwise as RFC 7946 wants."""
    line = list(spots)
    if shape == "Polygon":
        line = line[:-1] if line[0] == line[-1] else line
        around = zip(line, [*line[1:], line[0]], strict=True)
        if sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in around) < 0:
            line.reverse()
        line.append(line[0])
    placed = [[round(lon_deg, 7), round(lat_deg, 7)] for lat_deg, lon_deg in (plane.to_lat_lon(x, y) for x, y in line)]
    properties: dict[str, object] = {"kind": kind}
    if names[0]:
        properties |= {"name": names[0], "name:fr": names[1], "name:ar": names[2]}
    if width_m:
        properties["width_m"] = width_m
    coordinates: object = {"Point": placed[0], "LineString": placed, "Polygon": [placed]}[shape]
    return {"type": "Feature", "properties": properties, "geometry": {"type": shape, "coordinates": coordinates}}


if __name__ == "__main__":
    main()
