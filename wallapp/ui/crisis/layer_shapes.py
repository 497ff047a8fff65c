"""Crisis layers as things on the map, in the looks that they have on the pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wallapp.domain.layer import CrisisLayer, GeometryKind, LayerFeature
from wallapp.domain.layer_looks import DrawnLook, look_of
from wallapp.domain.map_data import (
    AreaShape,
    CircleShape,
    Geometry,
    LineShape,
    MapFeature,
    MapKind,
    MapStyle,
    PointShape,
    Symbol,
)

_LINES = frozenset({GeometryKind.LINE, GeometryKind.MULTI_LINE})
_AREAS = frozenset({GeometryKind.POLYGON, GeometryKind.MULTI_POLYGON})


def map_features(layers: Iterable[CrisisLayer]) -> list[MapFeature]:
    """Everything on these layers, the lowest first; a drawing of several parts is several features."""
    return [
        found for layer in sorted(layers, key=lambda each: each.order) for found in _of_layer(layer, layer.features)
    ]


def _of_layer(layer: CrisisLayer, features: tuple[LayerFeature, ...]) -> Iterator[MapFeature]:
    for feature in features:
        look = look_of(layer, feature)
        # A layer of one drawing is called by the layer's name where the drawing has none.
        label = feature.title or (layer.name if len(features) == 1 else "")
        for index, geometry in enumerate(_geometries(feature)):
            is_words = look.is_text and isinstance(geometry, PointShape)
            yield MapFeature(
                MapKind.NAME if is_words else MapKind.LAYER,
                geometry,
                style=_style(look),
                label=label if index == 0 else "",
                order=None if not is_words else MapFeature(MapKind.LAYER, geometry).z_order,
            )


def _geometries(feature: LayerFeature) -> Iterator[Geometry]:
    kind = feature.geometry.kind
    for part in feature.geometry.parts:
        if feature.radius_m is not None:
            yield CircleShape(part[0][0], feature.radius_m)
        elif kind in _AREAS:
            yield AreaShape(tuple(ring[:-1] for ring in part))
        elif kind in _LINES:
            yield LineShape(part[0])
        else:
            yield PointShape(part[0][0])


def _style(look: DrawnLook) -> MapStyle:
    return MapStyle(
        stroke=_six(look.stroke),
        stroke_opacity=look.stroke_opacity,
        stroke_width_px=look.stroke_width,
        dashed=look.dashed,
        fill=_six(look.fill) if look.fill else "",
        fill_opacity=look.fill_opacity,
        symbol=Symbol.DOT,
    )


def _six(colour: str) -> str:
    """#RRGGBB of simplestyle's #RGB too."""
    return colour if len(colour) == 7 else "#" + "".join(2 * letter for letter in colour[1:])
