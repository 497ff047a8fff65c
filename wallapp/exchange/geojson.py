"""Crisis layers as GeoJSON with simplestyle looks, in and out.

Sources: RFC 7946; mapbox/simplestyle-spec 1.1.0. Beside simplestyle only `wallapp:radius_m` (a circle's),
`wallapp:incident` and `wallapp:rev` are ours. Everything else that a file holds is kept and written out again.
"""

from __future__ import annotations

import json
import math
import uuid
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final, NoReturn

from wallapp.base.errors import BadInput
from wallapp.base.files import replace_file
from wallapp.base.ids import FeatureId
from wallapp.domain.layer import Geometry, GeometryKind, LayerFeature, ReadFeatures, Ring
from wallapp.domain.place import Place
from wallapp.exchange.simplestyle import properties_of, split_properties

SIZE_MAX_BYTES: Final = 32 * 1024 * 1024
FEATURES_MAX: Final = 20_000
PLACES_MAX: Final = 200_000
ODDITIES_MAX: Final = 50
ID_LENGTH_MAX: Final = 200

Members = dict[str, Any]
_DEPTH: Final = {
    GeometryKind.POINT: 0,
    GeometryKind.MULTI_POINT: 1,
    GeometryKind.LINE: 1,
    GeometryKind.MULTI_LINE: 2,
    GeometryKind.POLYGON: 2,
    GeometryKind.MULTI_POLYGON: 3,
}
_AREAS: Final = (GeometryKind.POLYGON, GeometryKind.MULTI_POLYGON)


def new_feature_id() -> FeatureId:
    """A random one, for a feature that has none."""
    return FeatureId(str(uuid.uuid4()))


def read_geojson_file(path: Path, *, new_id: Callable[[], FeatureId] = new_feature_id) -> ReadFeatures:
    """The drawings of a file.

    Raises:
      BadInput: the file cannot be read, or as for `read_features`.
    """
    try:
        with path.open("rb") as file:
            content = file.read(SIZE_MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise BadInput(f"{path} cannot be read ({reason}); check the name and its rights") from None
    try:
        return read_features(content, new_id=new_id)
    except BadInput as error:
        raise BadInput(f"{path.name}: {error}") from None


def read_features(content: bytes, *, new_id: Callable[[], FeatureId] = new_feature_id) -> ReadFeatures:
    """The drawings in these bytes: a collection, a feature or a bare geometry. Single features may be left out.

    Raises:
      BadInput: it is too large, no JSON, no GeoJSON, or not in WGS 84.
    """
    root = _parsed(content)
    _check_reference_system(root)
    reader = _Reader(new_id)
    foreign: Members = {}
    if root.get("type") == "FeatureCollection":
        listed = root.get("features")
        if not isinstance(listed, list):
            raise BadInput("it is a FeatureCollection without features; export it again")
        if len(listed) > FEATURES_MAX:
            raise BadInput(f"it has more than {FEATURES_MAX} features; split it")
        foreign = {key: value for key, value in root.items() if key not in ("type", "features", "bbox", "crs")}
    elif root.get("type") == "Feature":
        listed = [root]
    else:
        listed = [{"type": "Feature", "geometry": root, "properties": {}}]
    name = foreign.pop("name") if isinstance(foreign.get("name"), str) else ""
    try:
        for number, entry in enumerate(listed, 1):
            reader.take(entry, number)
        return ReadFeatures(tuple(reader.features), name, _frozen(foreign), reader.told())
    except RecursionError:
        raise BadInput("it is nested too deep; export it again") from None


def features_json(features: Iterable[LayerFeature], *, name: str = "", foreign_json: str = "{}") -> bytes:
    """A FeatureCollection, UTF-8, one feature a line; reading it back gives the same features."""
    beside = {key: value for key, value in _thawed(foreign_json).items() if key not in ("type", "features")}
    head: Members = {**beside, "type": "FeatureCollection", **({"name": name} if name else {})}
    lines = ",\n".join(_dumped(_feature_members(feature)) for feature in features)
    return f'{_dumped(head)[:-1]},"features":[\n{lines}\n]}}\n'.encode()


def write_geojson_file(
    path: Path, features: Iterable[LayerFeature], *, name: str = "", foreign_json: str = "{}"
) -> None:
    """`features_json` as a file, whole or not at all.

    Raises:
      Unavailable: it cannot be written.
    """
    replace_file(path, features_json(features, name=name, foreign_json=foreign_json))


class _Reader:
    """Takes one entry after another; what it cannot take it tells."""

    def __init__(self, new_id: Callable[[], FeatureId]) -> None:
        self.features: list[LayerFeature] = []
        self._oddities: list[str] = []
        self._new_id = new_id
        self._ids: set[str] = set()
        self._places = 0

    def told(self) -> tuple[str, ...]:
        """What was odd, bounded."""
        if len(self._oddities) <= ODDITIES_MAX:
            return tuple(self._oddities)
        more = len(self._oddities) - ODDITIES_MAX
        return (*self._oddities[:ODDITIES_MAX], f"and {more} more")

    def take(self, entry: object, number: int) -> None:
        """One entry: a feature, or one for each part of a collection of geometries."""
        if not isinstance(entry, dict) or entry.get("type") != "Feature":
            self._tell(number, "is no Feature and was left out")
            return
        shapes = _shapes(entry.get("geometry"))
        if not shapes:
            self._tell(number, "has no geometry and was left out")
        for shape in shapes:
            try:
                geometry, changes = _geometry(shape)
            except (ValueError, OverflowError) as error:
                self._tell(number, f"was left out: {error}")
                continue
            for change in changes:
                self._tell(number, change)
            self._places += len(geometry.places)
            if self._places > PLACES_MAX:
                raise BadInput(f"it has more than {PLACES_MAX} points; simplify it")
            self._add(entry, geometry, number)

    def _add(self, entry: Members, geometry: Geometry, number: int) -> None:
        known, foreign, unread = split_properties(entry.get("properties"), geometry.kind is GeometryKind.POINT)
        for name in unread:
            self._tell(number, f"its {name} is not as simplestyle has it; it was kept, but is not drawn")
        members = {key: value for key, value in entry.items() if key not in ("type", "geometry", "properties", "bbox")}
        given = members.pop("id", None)
        identifier = self._identifier(given)
        if identifier == str(given) and not isinstance(given, str):
            members["id"] = given  # a number stays a number when it is written
        self._ids.add(identifier)
        self.features.append(
            LayerFeature(identifier, geometry, foreign_json=_frozen(foreign), members_json=_frozen(members), **known)
        )

    def _identifier(self, given: object) -> FeatureId:
        is_name = isinstance(given, (str, int, float)) and not isinstance(given, bool)
        text = str(given) if is_name else ""
        usable = text and len(text) <= ID_LENGTH_MAX and text not in self._ids
        return FeatureId(text) if usable else self._new_id()

    def _tell(self, number: int, what: str) -> None:
        self._oddities.append(f"feature {number} {what}")


def _parsed(content: bytes) -> Members:
    if len(content) > SIZE_MAX_BYTES:
        raise BadInput(f"it is larger than {SIZE_MAX_BYTES // 2**20} MiB; simplify it")
    try:
        root: object = json.loads(content.decode("utf-8-sig"), parse_constant=_no_constant, parse_float=_finite)
        json.dumps(root, ensure_ascii=False).encode("utf-8")  # half a surrogate pair could never be written again
    except UnicodeError:
        raise BadInput("it is not UTF-8 text; save it as UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise BadInput(f"it is no JSON ({' '.join(str(error).split())[:120]}); export it again") from None
    if not isinstance(root, dict) or not isinstance(root.get("type"), str):
        raise BadInput("it is no GeoJSON: it has no type; export it again")
    if root["type"] not in ("FeatureCollection", "Feature", "GeometryCollection", *GeometryKind):
        raise BadInput(f"it is no GeoJSON: the type {root['type'][:40]!r} is none of it; export it again")
    return root


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError("a number is too large")
    return value


def _check_reference_system(root: Members) -> None:
    """The old GeoJSON of 2008 could say that its numbers are metres of a grid; drawn as degrees they would lie."""
    system = root.get("crs")
    if system is None:
        return
    name = json.dumps(system).upper()
    if "CRS84" not in name and "4326" not in name:
        raise BadInput("its coordinates are not WGS 84 (crs); export it again in EPSG:4326")


def _shapes(geometry: object) -> list[Members]:
    """The geometry, or those of a collection, one level deep as RFC 7946 wants it."""
    if not isinstance(geometry, dict):
        return []
    if geometry.get("type") != "GeometryCollection":
        return [geometry]
    inner = geometry.get("geometries")
    return [each for each in inner if isinstance(each, dict)] if isinstance(inner, list) else []


def _geometry(shape: Members) -> tuple[Geometry, list[str]]:
    """The geometry and what was changed in it; ValueError where it cannot be drawn."""
    name = shape.get("type")
    if not isinstance(name, str) or name not in set(GeometryKind):
        raise ValueError("its geometry is of no known type")
    kind = GeometryKind(name)
    changes: list[str] = []
    nested: Any = shape.get("coordinates")
    # All kinds become lists of parts of rings of places.
    depth = _DEPTH[kind]
    if kind is GeometryKind.MULTI_POINT:
        nested = [[[place]] for place in _listed(nested)]
    elif kind is GeometryKind.MULTI_LINE:
        nested = [[line] for line in _listed(nested)]
    else:
        for _ in range(3 - depth):
            nested = [nested]
    parts = tuple(tuple(_ring(ring, kind, changes) for ring in _listed(part)) for part in _listed(nested))
    return Geometry(kind, parts), list(dict.fromkeys(changes))


def _ring(listed: Any, kind: GeometryKind, changes: list[str]) -> Ring:
    places = tuple(_place(pair, changes) for pair in _listed(listed))
    if kind in _AREAS and places and places[0] != places[-1]:
        changes.append("was not closed; its first place was added at its end")
        return (*places, places[0])
    return places


def _place(pair: Any, changes: list[str]) -> Place:
    numbers = _listed(pair)
    if len(numbers) < 2 or any(isinstance(each, bool) or not isinstance(each, (int, float)) for each in numbers):
        raise ValueError("a place is no pair of numbers")
    if len(numbers) > 2:
        changes.append("has heights, which were left out")
    return Place(float(numbers[1]), float(numbers[0]))


def _listed(value: Any) -> Sequence[Any]:
    if not isinstance(value, list):
        raise ValueError("its coordinates are no list")
    return value


def _feature_members(feature: LayerFeature) -> Members:
    reserved = ("type", "id", "geometry", "properties")
    kept = _thawed(feature.members_json)
    number = kept.get("id", feature.id)
    beside = {key: value for key, value in kept.items() if key not in reserved}
    return {
        "type": "Feature",
        "id": number if str(number) == feature.id else feature.id,
        "geometry": {"type": feature.geometry.kind, "coordinates": _coordinates(feature.geometry)},
        "properties": {**_thawed(feature.foreign_json), **properties_of(feature)},
        **beside,
    }


def _coordinates(geometry: Geometry) -> Any:
    parts = [[[[place.lon_deg, place.lat_deg] for place in ring] for ring in part] for part in geometry.parts]
    match geometry.kind:
        case GeometryKind.POINT:
            return parts[0][0][0]
        case GeometryKind.LINE:
            return parts[0][0]
        case GeometryKind.POLYGON:
            return parts[0]
        case GeometryKind.MULTI_POINT:
            return [part[0][0] for part in parts]
        case GeometryKind.MULTI_LINE:
            return [part[0] for part in parts]
        case GeometryKind.MULTI_POLYGON:
            return parts


def _frozen(members: Members) -> str:
    return json.dumps(members, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _thawed(text: str) -> Members:
    members: object = json.loads(text)
    return members if isinstance(members, dict) else {}


def _dumped(members: Members) -> str:
    return json.dumps(members, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
