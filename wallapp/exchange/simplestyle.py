"""A feature's GeoJSON properties: simplestyle's and ours by name, all others kept as they are."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, Final

from wallapp.base.ids import IncidentId
from wallapp.domain.layer import DEFAULT_STYLE, LayerFeature, MarkerSize, Style, is_colour

RADIUS: Final = "wallapp:radius_m"
INCIDENT: Final = "wallapp:incident"
REV: Final = "wallapp:rev"

Members = dict[str, Any]


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _colour(value: object) -> str | None:
    """simplestyle allows a colour without its number sign."""
    if not isinstance(value, str):
        return None
    text = value if value.startswith("#") else f"#{value}"
    return text if is_colour(text) else None


def _number(value: object, most: float) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= most:
        return None
    return float(value)


def _opacity(value: object) -> float | None:
    return _number(value, 1.0)


def _width(value: object) -> float | None:
    return _number(value, 1e6)


def _size(value: object) -> MarkerSize | None:
    return MarkerSize(value) if isinstance(value, str) and value in set(MarkerSize) else None


_STYLE: Final[dict[str, tuple[str, Callable[[object], Any]]]] = {
    "marker-size": ("marker_size", _size),
    "marker-symbol": ("marker_symbol", _text),
    "marker-color": ("marker_color", _colour),
    "stroke": ("stroke", _colour),
    "stroke-opacity": ("stroke_opacity", _opacity),
    "stroke-width": ("stroke_width", _width),
    "fill": ("fill", _colour),
    "fill-opacity": ("fill_opacity", _opacity),
}


def split_properties(properties: object, is_point: bool) -> tuple[Members, Members, list[str]]:
    """What of a feature's properties is known, what is not, and which known names hold values that cannot be drawn.

    Args:
      is_point: whether a radius means anything.

    Returns:
      (arguments of LayerFeature, properties to keep as they are, names whose values are among those).
    """
    given = dict(properties) if isinstance(properties, dict) else {}
    foreign: Members = {}
    style: Members = {}
    known: Members = {}
    unread: list[str] = []
    for name, value in given.items():
        field, read = _STYLE.get(name, ("", _text))
        if field and (drawn := read(value)) is not None:
            style[field] = drawn
        elif name in ("title", "description") and isinstance(value, str):
            known[name] = value
        elif name == RADIUS and is_point and _number(value, 1e8):
            known["radius_m"] = float(value)
        elif name == INCIDENT and isinstance(value, str) and value:
            known["incident"] = IncidentId(value)
        elif name == REV and isinstance(value, int) and not isinstance(value, bool) and 1 <= value < 2**53:
            known["rev"] = value
        else:
            foreign[name] = value
            if field and value is not None:
                unread.append(name)
    known["style"] = Style(**style) if style else DEFAULT_STYLE
    return known, foreign, unread


def properties_of(feature: LayerFeature) -> Members:
    """A feature's own properties; what it does not say is left out, also where a foreign one of that name stands."""
    said: Members = {}
    if feature.title:
        said["title"] = feature.title
    if feature.description:
        said["description"] = feature.description
    for name, (field, _) in _STYLE.items():
        value = getattr(feature.style, field)
        if value is not None:
            said[name] = value
    if feature.radius_m is not None and math.isfinite(feature.radius_m):
        said[RADIUS] = feature.radius_m
    if feature.incident is not None:
        said[INCIDENT] = feature.incident
    if feature.rev != 1:
        said[REV] = feature.rev
    return said
