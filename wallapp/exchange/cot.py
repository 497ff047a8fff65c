"""Markers, crisis layers and cameras as Cursor on Target events, out only.

Sources: MITRE's Base-Event, Sensor, Shape and Link schemas; the drawing shapes of ATAK. A camera goes out as its
place and field of view: its stream's address is no part of this file, whatever the register holds. Who may not
know of a camera is given a file without it: callers pass what may leave.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from wallapp.base.errors import BadInput, RuleBroken
from wallapp.base.files import replace_file
from wallapp.base.ids import NO_EXERCISE, CameraNumber
from wallapp.domain.camera import Camera
from wallapp.domain.layer import CrisisLayer, GeometryKind, LayerFeature, LayerState, Ring
from wallapp.domain.marker import GeoAnchor, How, Marker, MarkerColour, MarkerState, is_shown
from wallapp.domain.place import Place
from wallapp.exchange.cap_write import cleaned_text

UNKNOWN: Final = 9_999_999.0
"""CoT's word for a height or an error that nobody knows."""
STALE_AFTER: Final = timedelta(hours=1)
ALARM_STALE_AFTER: Final = timedelta(days=7)
"""An alarm must not vanish from anybody's map because nobody sent it again."""

_SPOT: Final = "b-m-p-s-m"
_CAMERA: Final = "b-m-p-s-p-loc"
_CIRCLE: Final = "u-d-c-c"
_DRAWING: Final = "u-d-f"
_DELETE: Final = "t-x-d-d"
_DEFAULT_COLOUR: Final = "#555555"  # simplestyle's own
_RGB: Final = {
    MarkerColour.RED: "#E5383B",
    MarkerColour.ORANGE: "#F48C06",
    MarkerColour.YELLOW: "#FFD166",
    MarkerColour.YELLOW_GREEN: "#B5CC18",
    MarkerColour.GREEN: "#1B7F3B",
    MarkerColour.BLUE: "#4CC9F0",
    MarkerColour.PURPLE: "#7B2CBF",
    MarkerColour.GREY: "#8D99AE",
    MarkerColour.BLACK: "#000000",
}


@dataclass(frozen=True, slots=True)
class CotContext:
    """What all events of one export share.

    Attributes:
      now_at: aware; when it is written.
      drill: the drill's name; not empty makes every event an exercise. Empty is real.
    """

    now_at: datetime
    drill: str = ""
    stale_after: timedelta = STALE_AFTER


@dataclass(frozen=True, slots=True)
class CotExport:
    """The events, each a document of its own, and what could not be said, one English line each."""

    events: tuple[str, ...]
    left_out: tuple[str, ...] = ()

    @property
    def document(self) -> bytes:
        """All of them in one file."""
        inside = "\n".join(self.events)
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<events>\n{inside}\n</events>\n'.encode()


def export_cot(
    context: CotContext,
    *,
    markers: Iterable[Marker] = (),
    layers: Iterable[CrisisLayer] = (),
    cameras: Iterable[Camera] = (),
) -> CotExport:
    """Events for all of these; a marker that is done with becomes its own deletion.

    Args:
      cameras: those that may leave; a marker without a place of its own is put at its camera if that is among them.

    Raises:
      BadInput: the time is not aware.
      RuleBroken: something of a drill would leave as real.
    """
    if context.now_at.utcoffset() is None:
        raise BadInput("the time of a CoT export needs its zone")
    markers, layers = tuple(markers), tuple(layers)
    exercises = {each.exercise for each in markers} | {each.exercise for each in layers}
    if not context.drill and not exercises <= {NO_EXERCISE}:
        raise RuleBroken("what belongs to a drill leaves as an exercise only; name the drill")
    writer = _Writer(context)
    known = {camera.number: camera for camera in cameras}
    for camera in known.values():
        writer.camera(camera)
    for layer in layers:
        if layer.state is not LayerState.ARCHIVED:
            for feature in layer.features:
                writer.feature(feature, layer)
    for marker in markers:
        writer.marker(marker, known)
    return CotExport(tuple(writer.events), tuple(writer.left_out))


def write_cot_file(path: Path, export: CotExport) -> None:
    """The export as one file, whole or not at all.

    Raises:
      Unavailable: it cannot be written.
    """
    replace_file(path, export.document)


class _Writer:
    """Collects events."""

    def __init__(self, context: CotContext) -> None:
        self.events: list[str] = []
        self.left_out: list[str] = []
        self._context = context

    def marker(self, marker: Marker, cameras: Mapping[CameraNumber, Camera]) -> None:
        if not is_shown(marker):
            self._delete(marker.id)
            return
        place = marker.ground
        ce_m = marker.anchor.ce_m if isinstance(marker.anchor, GeoAnchor) else None
        if place is None:
            camera = None if marker.camera is None else cameras.get(marker.camera)
            place = None if camera is None else _camera_place(camera)
            # Somewhere in what the camera sees: as uncertain as that is far.
            ce_m = None if camera is None else camera.range_m
        if place is None:
            self.left_out.append(f"marker {marker.id} has no place on the ground")
            return
        geo = marker.anchor if isinstance(marker.anchor, GeoAnchor) else GeoAnchor(place)
        state = "" if marker.state is MarkerState.PLACED else f"[{marker.state}]"
        detail = [
            _element("contact", callsign=marker.label or marker.kind),
            self._remarks(state, marker.remarks),
            _element("color", argb=str(argb(_RGB[marker.colour]))),
            _element("archive"),
            *([_element("__milsym", id=marker.sidc)] if marker.sidc else []),
            *([_link(marker.incident)] if marker.incident is not None else []),
        ]
        point = _point(place, geo.hae_m, ce_m, geo.le_m)
        stale_at = self._stale(marker.stale_at, ALARM_STALE_AFTER if marker.is_alarm else None)
        self._event(marker.id, _SPOT, self._how(marker.how), point, detail, stale_at)

    def feature(self, feature: LayerFeature, layer: CrisisLayer) -> None:
        name = feature.title or layer.name
        kind = feature.geometry.kind
        for number, part in enumerate(feature.geometry.parts, 1):
            uid = feature.id if len(feature.geometry.parts) == 1 else f"{feature.id}.{number}"
            if len(part) > 1:
                self.left_out.append(f"drawing {feature.id}: CoT has no holes; its outline was written without them")
            if kind in (GeometryKind.POINT, GeometryKind.MULTI_POINT) and feature.radius_m is None:
                looks = [_element("color", argb=str(argb(feature.style.marker_color or _DEFAULT_COLOUR)))]
                shape, event_type = [], _SPOT
            else:
                looks = _looks(feature, is_filled=kind not in (GeometryKind.LINE, GeometryKind.MULTI_LINE))
                shape, event_type = _shape(feature, part[0]), _CIRCLE if feature.radius_m is not None else _DRAWING
            detail = [*shape, _element("contact", callsign=name), self._remarks("", feature.description), *looks]
            if feature.incident is not None:
                detail.append(_link(feature.incident))
            stale_at = self._stale(layer.valid_until_at, None)
            self._event(uid, event_type, self._how(How.ESTIMATED), _point(_middle(part[0])), detail, stale_at)

    def camera(self, camera: Camera) -> None:
        place = _camera_place(camera)
        if place is None:
            self.left_out.append(f"camera {camera.number} has no place in the register")
            return
        detail = [_element("contact", callsign=f"{camera.number} {camera.name}"), self._remarks("", "")]
        if camera.azimuth_deg is not None and camera.hfov_deg is not None:
            detail.append(
                _element(
                    "sensor",
                    azimuth=_number(camera.azimuth_deg % 360.0 % 360.0),
                    elevation="0",
                    fov=_number(min(camera.hfov_deg, 359.0)),  # the schema wants it under 360
                    vfov=_number(min(camera.hfov_deg, 359.0) * 9 / 16),
                    range=_number(camera.range_m if camera.range_m is not None else 100.0),
                    type="r-e",
                    model=camera.kind,
                )
            )
        uid = f"wallapp-camera-{camera.number}"
        self._event(uid, _CAMERA, self._how(How.CONFIGURED), _point(place), detail, self._stale(None, None))

    def _delete(self, uid: str) -> None:
        detail = [_element("link", uid=uid, relation="none", type="none"), _element("__forcedelete")]
        stale_at = self._stale(None, None)
        self._event(f"{uid}-delete", _DELETE, self._how(How.CONFIGURED), _point(Place(0, 0)), detail, stale_at)

    def _how(self, how: How) -> How:
        return How.SIMULATED if self._context.drill else how

    def _stale(self, stale_at: datetime | None, at_least: timedelta | None) -> datetime:
        """Always ahead: a receiver drops what is stale when it begins."""
        now_at = self._context.now_at
        until = stale_at if stale_at is not None and stale_at > now_at else now_at + self._context.stale_after
        return until if at_least is None else max(until, now_at + at_least)

    def _remarks(self, state: str, text: str) -> str:
        """A drill says so in words too: not every map shows what the attribute means."""
        banner = f"EXERCISE EXERCICE {self._context.drill}" if self._context.drill else ""
        said = " ".join(part for part in (banner, state, text) if part)
        return f"<remarks>{escape(cleaned_text(said))}</remarks>"

    def _event(
        self, uid: str, event_type: str, how: How, point: str, detail: Sequence[str], stale_at: datetime
    ) -> None:
        now = _time(self._context.now_at)
        attributes = {
            "version": "2.0",
            "uid": uid,
            "type": event_type,
            "time": now,
            "start": now,
            "stale": _time(stale_at),
            "how": how.value,
            **({"opex": f"e-{self._context.drill}"} if self._context.drill else {}),
        }
        head = " ".join(f"{name}={_quoted(value)}" for name, value in attributes.items())
        self.events.append(f"<event {head}>{point}<detail>{''.join(detail)}</detail></event>")


def argb(colour: str, opacity: float = 1.0) -> int:
    """CoT's colour: alpha, red, green and blue as one signed 32-bit number."""
    text = colour.removeprefix("#")
    if len(text) == 3:
        text = "".join(sign * 2 for sign in text)
    value = round(255 * opacity) << 24 | int(text, 16)
    return value - (1 << 32) if value >= 1 << 31 else value


def _looks(feature: LayerFeature, *, is_filled: bool) -> list[str]:
    style = feature.style
    stroke = argb(style.stroke or _DEFAULT_COLOUR, 1.0 if style.stroke_opacity is None else style.stroke_opacity)
    width = 2.0 if style.stroke_width is None else style.stroke_width
    looks = [_element("strokeColor", value=str(stroke)), _element("strokeWeight", value=_number(width))]
    if is_filled:
        fill = argb(style.fill or _DEFAULT_COLOUR, 0.6 if style.fill_opacity is None else style.fill_opacity)
        looks.append(_element("fillColor", value=str(fill)))
    return looks


def _shape(feature: LayerFeature, ring: Ring) -> list[str]:
    if feature.radius_m is not None:
        radius = _number(feature.radius_m)
        return [f"<shape>{_element('ellipse', major=radius, minor=radius, angle='360')}</shape>"]
    return [_element("link", point=f"{_number(place.lat_deg)},{_number(place.lon_deg)}") for place in ring]


def _middle(ring: Ring) -> Place:
    """Good enough for where a label goes; a closed ring's last place counts once."""
    places = ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring
    lat_deg = sum(place.lat_deg for place in places) / len(places)
    lon_deg = sum(place.lon_deg for place in places) / len(places)
    return Place(min(90.0, max(-90.0, lat_deg)), min(180.0, max(-180.0, lon_deg)))


def _camera_place(camera: Camera) -> Place | None:
    if camera.lat_deg is None or camera.lon_deg is None:
        return None
    return Place(camera.lat_deg, camera.lon_deg)


def _point(place: Place, hae_m: float | None = None, ce_m: float | None = None, le_m: float | None = None) -> str:
    numbers = {
        "lat": place.lat_deg,
        "lon": place.lon_deg,
        "hae": UNKNOWN if hae_m is None else hae_m,
        "ce": UNKNOWN if ce_m is None else ce_m,
        "le": UNKNOWN if le_m is None else le_m,
    }
    return _element("point", **{name: _number(value) for name, value in numbers.items()})


def _link(incident: str) -> str:
    return _element("link", uid=incident, relation="p-p", type="a-u-G")


def _element(name: str, **attributes: str) -> str:
    said = "".join(f" {key}={_quoted(value)}" for key, value in attributes.items())
    return f"<{name}{said}/>"


def _quoted(text: str) -> str:
    return quoteattr(cleaned_text(text))


def _number(value: float) -> str:
    return f"{value:.7f}".rstrip("0").rstrip(".") or "0"


def _time(at: datetime) -> str:
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"
