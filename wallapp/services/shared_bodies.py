"""The nouns that stations share as fields that can be merged, and back.

One field is what one person decides at a time: what belongs together is one (a state with its reason and owner), and
each entry of a list that several people add to is one of its own ("linked_cameras/104").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, replace
from types import MappingProxyType
from typing import Any, Final, Generic, TypeVar, get_type_hints

import msgspec

from wallapp.base.errors import BadInput
from wallapp.base.ids import LayerId
from wallapp.domain.alarm import Alarm
from wallapp.domain.incident import Incident
from wallapp.domain.layer import CrisisLayer, LayerFeature
from wallapp.domain.marker import Anchor, CameraAnchor, GeoAnchor, ImageAnchor, Marker
from wallapp.domain.merge import Shared

_Noun = TypeVar("_Noun")
_BESIDE: Final = frozenset(
    {"id", "created_by", "created_at", "updated_by", "updated_at", "rev", "exercise", "features"}
)
"""What is kept beside the fields, or as objects of its own."""
PLACE: Final = "place"
"""The field of a drawing that says where in its layer's order it stands: a file's order is what hides what."""
_ANCHORS: Final = MappingProxyType({"image": ImageAnchor, "geo": GeoAnchor, "camera": CameraAnchor})


@dataclass(frozen=True, slots=True)
class _Form:
    """How a noun's attributes become fields.

    Attributes:
      groups: attributes that are one field together.
      lists: attributes that are spread, each entry under the name that the function gives it.
    """

    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lists: Mapping[str, Callable[[Any], str]] = field(default_factory=dict)


_INCIDENT: Final = _Form(
    groups={"status": ("state", "state_reason", "owner")},
    lists={
        "linked_cameras": lambda one: str(one["camera"]),
        "related": str,
        "cap_messages": lambda one: f"{one['direction']} {one['reference']['sender']} {one['reference']['identifier']}",
    },
)
_MARKER: Final = _Form(
    groups={
        "status": ("state", "state_reason"),
        "position": ("anchor", "place", "earlier_anchors"),
        "expiry": ("is_alarm", "auto_expire", "stale_at"),
    }
)
_FEATURE: Final = _Form(groups={"shape": ("geometry", "radius_m")})
_ALARM: Final = _Form(
    groups={
        "raised": ("raised_at", "count", "detail", "priority", "acknowledged_by", "acknowledged_at"),
        "shelf": ("shelved_by", "shelved_until", "shelved_reason"),
    }
)
_PLAIN: Final = _Form()


class Reader(Generic[_Noun]):
    """Reads an object once as long as it is the very same: twenty thousand places are not read at every look."""

    def __init__(self, read: Callable[[Shared], _Noun]) -> None:
        self._read = read
        self._kept: dict[str, tuple[Shared, _Noun]] = {}

    def __call__(self, shared: Shared) -> _Noun:
        """The noun. Raises BadInput where this wallapp cannot read it."""
        kept = self._kept.get(shared.id)
        if kept is None or kept[0] is not shared:
            kept = self._kept[shared.id] = (shared, self._read(shared))
        return kept[1]


def incident_fields(incident: Incident) -> dict[str, object]:
    """The fields of an incident."""
    return _spread(_plain(incident), _INCIDENT)


def incident_of(shared: Shared) -> Incident:
    """The incident. Raises BadInput where this wallapp cannot read it."""
    values = _gathered(shared.fields, _INCIDENT)
    links = values.get("linked_cameras", [])
    values["linked_cameras"] = sorted(links, key=lambda one: (one["since_at"], one["camera"]))
    return _read({**values, **_beside(shared)}, Incident)


def marker_fields(marker: Marker) -> dict[str, object]:
    """The fields of a marker."""
    values = _plain(marker)
    values["anchor"] = _anchor_value(marker.anchor)
    values["earlier_anchors"] = [_anchor_value(anchor) for anchor in marker.earlier_anchors]
    return _spread(values, _MARKER)


def marker_of(shared: Shared) -> Marker:
    """The marker. Raises BadInput where this wallapp cannot read it."""
    values = {**_gathered(shared.fields, _MARKER), **_beside(shared)}
    anchor = _anchor(values.pop("anchor", None))
    earlier = tuple(_anchor(one) for one in values.pop("earlier_anchors", ()))
    read = {name: _read(value, _MARKER_HINTS[name]) for name, value in values.items()}
    try:
        return Marker(anchor=anchor, earlier_anchors=earlier, **read)
    except (TypeError, ValueError) as error:
        raise BadInput(f"the store holds a marker that this wallapp cannot read: {error}") from error


def layer_fields(layer: CrisisLayer) -> dict[str, object]:
    """The fields of a layer, without its drawings."""
    return _spread(_plain(layer), _PLAIN)


def layer_of(shared: Shared, features: Iterable[LayerFeature] = ()) -> CrisisLayer:
    """The layer with these drawings. Raises BadInput where this wallapp cannot read it."""
    return replace(noun_of(shared, CrisisLayer), features=tuple(features))


def feature_fields(feature: LayerFeature, layer: LayerId) -> dict[str, object]:
    """The fields of a drawing on a layer; a new one gets PLACE besides."""
    return {**_spread(_plain(feature), _FEATURE), "layer": layer, "feature": feature.id}


def feature_of(shared: Shared) -> LayerFeature:
    """The drawing. Raises BadInput where this wallapp cannot read it."""
    values = _gathered(shared.fields, _FEATURE)
    values.pop("layer", None)
    values.pop(PLACE, None)
    return _read({**values, "id": values.pop("feature", shared.id), "rev": shared.rev}, LayerFeature)


def alarm_fields(alarm: Alarm) -> dict[str, object]:
    """The fields of an alarm: a repetition asks for a new acknowledgement, so that both are one field."""
    return _spread(_plain(alarm), _ALARM)


def alarm_of(shared: Shared) -> Alarm:
    """The alarm. Raises BadInput where this wallapp cannot read it."""
    return _read({**_gathered(shared.fields, _ALARM), **_beside(shared, Alarm)}, Alarm)


def noun_fields(noun: object) -> dict[str, object]:
    """The fields of a noun each of whose attributes is decided by itself."""
    return _spread(_plain(noun), _PLAIN)


def noun_of(shared: Shared, kind: type[_Noun]) -> _Noun:
    """The inverse. Raises BadInput where this wallapp cannot read it."""
    absent = {one.name: None for one in _attributes(kind) if one.default is MISSING and one.default_factory is MISSING}
    return _read({**absent, **_gathered(shared.fields, _PLAIN), **_beside(shared, kind)}, kind)


def _plain(noun: object) -> dict[str, Any]:
    """By attribute, as JSON gives it back: lists for tuples, texts for moments."""
    values: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(noun, order="deterministic"))
    return values


def _spread(values: dict[str, Any], form: _Form) -> dict[str, object]:
    found: dict[str, object] = {}
    for group, names in form.groups.items():
        found[group] = {name: values.pop(name) for name in names if values.get(name) is not None}
        for name in names:
            values.pop(name, None)
    for name, key_of in form.lists.items():
        found.update({f"{name}/{key_of(one)}": one for one in values.pop(name)})
    found.update({name: value for name, value in values.items() if value is not None and name not in _BESIDE})
    return found


def _gathered(shared: Mapping[str, object], form: _Form) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in sorted(shared.items()):
        listed, _, key = name.partition("/")
        if key:
            found.setdefault(listed, []).append(value)
        elif name in form.groups and isinstance(value, dict):
            found.update(value)
        else:
            found[name] = value
    return found


def _beside(shared: Shared, kind: type[object] = Incident) -> dict[str, Any]:
    values = {
        "id": shared.id,
        "created_by": shared.created_by,
        "created_at": shared.created_at,
        "updated_by": shared.updated_by,
        "updated_at": shared.updated_at,
        "rev": shared.rev,
        "exercise": shared.exercise,
    }
    has = {one.name for one in _attributes(kind)}
    return {name: value for name, value in values.items() if name in has}


def _attributes(kind: type[object]) -> tuple[Field[Any], ...]:
    return fields(kind)  # type: ignore[arg-type]  # every noun is a dataclass


def _read(values: Any, kind: type[_Noun]) -> _Noun:
    try:
        return msgspec.convert(values, kind)
    except ValueError as error:  # msgspec's own, and a noun that refuses its values
        name = getattr(kind, "__name__", str(kind))
        raise BadInput(f"the store holds no {name} that this wallapp can read: {error}") from error


def _anchor_value(anchor: Anchor) -> dict[str, Any]:
    name = next(name for name, kind in _ANCHORS.items() if isinstance(anchor, kind))
    return {name: _plain(anchor)}


def _anchor(value: Any) -> Anchor:
    try:
        ((name, values),) = value.items()
        found: Anchor = msgspec.convert(values, _ANCHORS[name])
    except (AttributeError, KeyError, ValueError) as error:
        raise BadInput(f"the store holds no anchor that this wallapp can read: {error}") from error
    return found


_MARKER_HINTS: Final[Mapping[str, Any]] = MappingProxyType(get_type_hints(Marker))
