"""What stands on a wall: the layout, the camera or the map on each tile, and its text form for keeping."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final, NoReturn, TypeAlias

from wallapp.base.errors import BadInput
from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import StreamName
from wallapp.domain.layout import Layout, Span
from wallapp.domain.place import Place
from wallapp.domain.view import WHOLE, Crop

VERSION: Final = 2
"""Of the text: 2 knows maps. A wall without one is written as 1, so that an older station can open it."""
CAMERA_NUMBER_MAX: Final = 999_999
ZOOM_MAX: Final = 24.0
SMALLEST_CROP: Final = 1 / 8
"""Digital zoom ends here: a side of the crop is at least this part of the picture's."""


@dataclass(frozen=True, slots=True)
class TileContent:
    """What a tile shows. `pin` is the operator's choice of stream; None lets the tile's size choose."""

    camera: CameraNumber
    crop: Crop = WHOLE
    pin: StreamName | None = None


@dataclass(frozen=True, slots=True)
class MapPart:
    """What of the map is shown: about this place, at this zoom.

    Attributes:
      zoom: of Web Mercator, in octaves: the world is 256 * 2 ** zoom pixels wide. 0 to 24.
    """

    middle: Place
    zoom: float

    def __post_init__(self) -> None:
        if not 0.0 <= self.zoom <= ZOOM_MAX:
            raise ValueError(f"not a map's zoom: {self.zoom}")


@dataclass(frozen=True, slots=True)
class MapContent:
    """The map on a tile. `part` is where somebody moved it; None shows all that is on it."""

    part: MapPart | None = None


OnTile: TypeAlias = TileContent | MapContent
"""What a tile may show."""


@dataclass(frozen=True, slots=True)
class WallPlan:
    """A whole wall at rest: what is saved under a number and restored after a restart.

    Attributes:
      contents: one per tile, None where it is empty; those past the last tile wait for a larger layout.
    """

    layout: Layout
    contents: tuple[OnTile | None, ...]

    @property
    def version(self) -> int:
        """The first version of the text that can hold this wall."""
        return 2 if any(isinstance(content, MapContent) for content in self.contents) else 1


def zoomed(crop: Crop, factor: float, *, x: float, y: float) -> Crop:
    """The crop after zooming by `factor` (over 1 goes closer) about a point of the shown part.

    Args:
      x, y: the point in fractions of what the crop shows now; it stays where it is unless an edge forbids.
    """
    width, height = crop.right - crop.left, crop.bottom - crop.top
    new_width = min(1.0, max(SMALLEST_CROP, width / factor))
    new_height = min(1.0, max(SMALLEST_CROP, height / factor))
    left = crop.left + x * (width - new_width)
    top = crop.top + y * (height - new_height)
    return _inside(left, top, new_width, new_height)


def panned(crop: Crop, *, dx: float, dy: float) -> Crop:
    """The crop moved by fractions of what it shows now, as far as the picture goes."""
    width, height = crop.right - crop.left, crop.bottom - crop.top
    return _inside(crop.left + dx * width, crop.top + dy * height, width, height)


def _inside(left: float, top: float, width: float, height: float) -> Crop:
    if width >= 1.0 and height >= 1.0:
        return WHOLE
    left = min(max(0.0, left), 1.0 - width)
    top = min(max(0.0, top), 1.0 - height)
    return Crop(left, top, min(1.0, left + width), min(1.0, top + height))


def to_text(plan: WallPlan) -> str:
    """The plan as one line of JSON."""
    layout = plan.layout
    return json.dumps(
        {
            "version": plan.version,
            "layout": {
                "name": layout.name,
                "rows": layout.rows,
                "columns": layout.columns,
                "spans": [[s.row, s.column, s.rows, s.columns] for s in layout.spans],
            },
            "tiles": [None if content is None else _content_to_json(content) for content in plan.contents],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def from_text(text: str) -> WallPlan:
    """The plan that `to_text` wrote.

    Raises:
      BadInput: the text is none of ours, is damaged, or was written by a newer wallapp.
    """
    try:
        data: object = json.loads(text)
    except (ValueError, RecursionError):
        _bad("it is not JSON")
    found = _mapping(data, "the text")
    version = _whole(found.get("version"), "version")
    if version > VERSION:
        raise BadInput(f"this wall was saved by a newer wallapp (version {version}); update this station to open it")
    layout_json = _mapping(found.get("layout"), "layout")
    spans = []
    for item in _sequence(layout_json.get("spans"), "spans"):
        numbers = [_whole(part, "a span") for part in _sequence(item, "a span")]
        if len(numbers) != 4:
            _bad("a span is not four numbers")
        spans.append(Span(*numbers))
    name = layout_json.get("name")
    if not isinstance(name, str):
        _bad("the layout has no name")
    rows, columns = (_whole(layout_json.get(key), key) for key in ("rows", "columns"))
    layout = Layout(name, rows, columns, tuple(spans))
    tiles = _sequence(found.get("tiles"), "tiles")
    return WallPlan(layout, tuple(None if tile is None else _content_from_json(tile) for tile in tiles))


def _content_to_json(content: OnTile) -> dict[str, object]:
    if isinstance(content, MapContent):
        part = content.part
        return {"map": [] if part is None else [part.middle.lat_deg, part.middle.lon_deg, part.zoom]}
    found: dict[str, object] = {"camera": content.camera}
    if content.crop != WHOLE:
        found["crop"] = [content.crop.left, content.crop.top, content.crop.right, content.crop.bottom]
    if content.pin is not None:
        found["pin"] = content.pin.value
    return found


def _content_from_json(data: object) -> OnTile:
    found = _mapping(data, "a tile")
    if "map" in found:
        return _map_from_json(found["map"])
    camera = _whole(found.get("camera"), "camera")
    if not 1 <= camera <= CAMERA_NUMBER_MAX:
        _bad(f"camera {camera} is not between 1 and {CAMERA_NUMBER_MAX}")
    crop, pin = WHOLE, None
    if "crop" in found:
        parts = [part for part in _sequence(found["crop"], "crop") if isinstance(part, (int, float))]
        try:
            left, top, right, bottom = parts
            crop = Crop(float(left), float(top), float(right), float(bottom))
        except (OverflowError, ValueError):
            _bad("crop is not a part of a picture")
    if "pin" in found:
        try:
            pin = StreamName(str(found["pin"]))
        except ValueError:
            _bad(f"there is no stream {found['pin']!r}")
    return TileContent(CameraNumber(camera), crop, pin)


def _map_from_json(data: object) -> MapContent:
    parts = [part for part in _sequence(data, "a map") if isinstance(part, (int, float))]
    if not parts:
        return MapContent()
    try:
        lat_deg, lon_deg, zoom = map(float, parts)
        return MapContent(MapPart(Place(lat_deg, lon_deg), zoom))
    except (OverflowError, ValueError):
        _bad("a map's part is none of the globe")


def _mapping(data: object, what: str) -> dict[str, object]:
    if not isinstance(data, dict):
        _bad(f"{what} is missing or not an object")
    return data


def _sequence(data: object, what: str) -> list[object]:
    if not isinstance(data, list):
        _bad(f"{what} is missing or not a list")
    return data


def _whole(data: object, what: str) -> int:
    if not isinstance(data, int) or isinstance(data, bool):
        _bad(f"{what} is missing or not a whole number")
    return data


def _bad(why: str) -> NoReturn:
    raise BadInput(f"this saved wall cannot be read: {why}; save it again or delete it")
