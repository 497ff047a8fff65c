"""The ground of a map as GeoJSON (RFC 7946), read into features.

A feature's `kind` is one of `MapKind`; another or none is drawn quietly. `name` is its name, `name:fr` and the like
the name in a language, `width_m` how wide a street is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NoReturn

from wallapp.base.errors import BadInput
from wallapp.domain.map_data import AreaShape, Geometry, LineShape, MapFeature, MapKind, MapStyle, PointShape
from wallapp.domain.place import Place

SIZE_MAX_BYTES: Final = 32 << 20
PLACES_MAX: Final = 500_000
NAME_MAX: Final = 80
_LANGUAGES: Final = ("en", "fr", "ar")
_KINDS: Final = {kind.value: kind for kind in MapKind}


def read_map(path: Path) -> tuple[MapFeature, ...]:
    """The file's features, in order.

    Raises:
      BadInput: the file cannot be read, is too large, or is no GeoJSON; the text names the first wrong feature.
    """
    try:
        with path.open("rb") as file:
            content = file.read(SIZE_MAX_BYTES + 1)
    except OSError as error:
        raise BadInput(f"{path} cannot be read ({error.strerror}); check the name and its rights") from error
    if len(content) > SIZE_MAX_BYTES:
        raise BadInput(f"{path.name} is larger than {SIZE_MAX_BYTES >> 20} MiB; cut the map to the city")
    try:
        data: object = json.loads(content, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{path.name} is no JSON ({error}); export the map again") from None
    if not isinstance(data, dict) or data.get("type") != "FeatureCollection":
        raise BadInput(f"{path.name} is no GeoJSON FeatureCollection; export the map again")
    listed = data.get("features")
    found: list[MapFeature] = []
    places = 0
    for number, row in enumerate(listed if isinstance(listed, list) else [], 1):
        try:
            features = list(_features(row))
        except (ValueError, IndexError, OverflowError) as error:
            raise BadInput(f"{path.name}, feature {number} cannot be used ({error}); mend or remove it") from None
        places += sum(_count(feature.geometry) for feature in features)
        if places > PLACES_MAX:
            raise BadInput(f"{path.name} has more than {PLACES_MAX} points; simplify the map")
        found += features
    return tuple(found)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _features(row: object) -> Iterator[MapFeature]:
    if not isinstance(row, dict) or row.get("type") != "Feature":
        raise ValueError("not a Feature")
    told = row.get("properties")
    properties: dict[str, object] = told if isinstance(told, dict) else {}
    kind = _KINDS.get(str(properties.get("kind", "")), MapKind.OTHER)
    names = {language: _name(properties.get(f"name:{language}")) for language in _LANGUAGES}
    labels = tuple((language, name) for language, name in names.items() if name)
    for geometry in _geometries(row.get("geometry")):
        yield MapFeature(kind, geometry, _style(kind, properties), _name(properties.get("name")), labels)


def _name(value: object) -> str:
    """One line, not too long for a map."""
    return " ".join(value.split())[:NAME_MAX] if isinstance(value, str) else ""


def _style(kind: MapKind, properties: dict[str, object]) -> MapStyle | None:
    """None where the kind's own look does; a street's width is a matter of the ground and not of looks."""
    width_m = properties.get("width_m")
    if isinstance(width_m, (int, float)) and not isinstance(width_m, bool) and 0 < width_m < 500:
        return MapStyle(stroke_width_m=float(width_m))
    return None


def _geometries(value: object) -> Iterator[Geometry]:
    if value is None:
        return
    if not isinstance(value, dict):
        raise ValueError("its geometry is none")
    name, coordinates = value.get("type"), value.get("coordinates")
    if name == "Point":
        yield PointShape(_place(coordinates))
    elif name == "MultiPoint":
        yield from (PointShape(_place(each)) for each in _listed(coordinates))
    elif name == "LineString":
        yield LineShape(_places(coordinates, 2))
    elif name == "MultiLineString":
        yield from (LineShape(_places(each, 2)) for each in _listed(coordinates))
    elif name == "Polygon":
        yield _area(coordinates)
    elif name == "MultiPolygon":
        yield from (_area(each) for each in _listed(coordinates))
    elif name == "GeometryCollection":
        for inner in _listed(value.get("geometries")):
            if isinstance(inner, dict) and inner.get("type") == "GeometryCollection":
                raise ValueError("collections within collections")
            yield from _geometries(inner)
    else:
        raise ValueError(f"its geometry is a {name!s:.40}")


def _area(value: object) -> AreaShape:
    rings = []
    for ring in _listed(value):
        places = _places(ring, 4)
        if places[0] != places[-1]:
            raise ValueError("a ring is not closed")
        rings.append(places[:-1])
    if not rings:
        raise ValueError("a polygon without rings")
    return AreaShape(tuple(rings))


def _places(value: object, at_least: int) -> tuple[Place, ...]:
    places = tuple(_place(each) for each in _listed(value))
    if len(places) < at_least:
        raise ValueError(f"{len(places)} points where {at_least} are needed")
    return places


def _place(value: object) -> Place:
    """GeoJSON writes the longitude first; a height is left out."""
    position = _listed(value)
    lon_deg, lat_deg = position[0], position[1]
    if isinstance(lon_deg, bool) or isinstance(lat_deg, bool):
        raise ValueError("a position is no number")
    if not isinstance(lon_deg, (int, float)) or not isinstance(lat_deg, (int, float)):
        raise ValueError("a position is no number")
    return Place(float(lat_deg), float(lon_deg))


def _listed(value: object) -> list[object]:
    if not isinstance(value, list):
        raise ValueError("a list is missing")
    return value


def _count(geometry: Geometry) -> int:
    if isinstance(geometry, LineShape):
        return len(geometry.places)
    if isinstance(geometry, AreaShape):
        return sum(len(ring) for ring in geometry.rings)
    return 1
