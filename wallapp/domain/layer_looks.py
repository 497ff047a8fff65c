"""How crisis layers and markers look where their own style does not say: the same on the pictures and on the map."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from wallapp.domain.layer import CrisisLayer, GeometryKind, LayerFeature, LayerKind, Style
from wallapp.domain.map_data import Symbol
from wallapp.domain.marker import MarkerColour

STROKE_WIDTH: Final = 2.0
FILL_OPACITY: Final = 0.18

LAYER_COLOURS: Final = MappingProxyType(
    {
        LayerKind.PERIMETER: "#E5383B",
        LayerKind.EVACUATION: "#F48C06",
        LayerKind.ROUTE: "#52B788",
        LayerKind.STAGING: "#4CC9F0",
        LayerKind.HAZARD: "#C77DFF",
        LayerKind.RESOURCE: "#4895EF",
        LayerKind.IMPORTED: "#FFD166",
        LayerKind.FREE: "#D6DADD",
    }
)
MARKER_COLOURS: Final = MappingProxyType(
    {
        MarkerColour.RED: "#E5383B",
        MarkerColour.ORANGE: "#F48C06",
        MarkerColour.YELLOW: "#FFD166",
        MarkerColour.YELLOW_GREEN: "#B5D94C",
        MarkerColour.GREEN: "#52B788",
        MarkerColour.BLUE: "#4CC9F0",
        MarkerColour.PURPLE: "#C77DFF",
        MarkerColour.GREY: "#B4BBC1",
        MarkerColour.BLACK: "#14181B",
    }
)
TEXT_SYMBOL: Final = "text"
"""The marker-symbol of a drawing that is only its words; other programs draw their usual point."""
_DASHED: Final = frozenset({LayerKind.PERIMETER, LayerKind.EVACUATION})
"""What is a limit and no thing, so that it is told from a route without its colour."""
_POINTS: Final = frozenset({GeometryKind.POINT, GeometryKind.MULTI_POINT})
_AREAS: Final = frozenset({GeometryKind.POLYGON, GeometryKind.MULTI_POLYGON})
_SYMBOLS: Final = MappingProxyType(
    {
        MarkerColour.RED: Symbol.TRIANGLE,
        MarkerColour.ORANGE: Symbol.DIAMOND,
        MarkerColour.BLUE: Symbol.SQUARE,
    }
)


@dataclass(frozen=True, slots=True)
class DrawnLook:
    """Everything said. Colours are #RGB or #RRGGBB, widths simplestyle's pixels; fill None is none.

    Attributes:
      is_text: of a point: only its words are drawn.
    """

    stroke: str
    stroke_opacity: float
    stroke_width: float
    fill: str | None
    fill_opacity: float
    dashed: bool = False
    is_text: bool = False


def look_of(layer: CrisisLayer, feature: LayerFeature) -> DrawnLook:
    """The feature's own style, its layer's opacity, and the kind's colour for what is left open."""
    style, colour = feature.style, LAYER_COLOURS[layer.kind]
    is_point = feature.geometry.kind in _POINTS and feature.radius_m is None
    stroke = (style.marker_color if is_point else None) or style.stroke or colour
    opacity = 1.0 if style.stroke_opacity is None else style.stroke_opacity
    fill_opacity = FILL_OPACITY if style.fill_opacity is None else style.fill_opacity
    return DrawnLook(
        stroke,
        opacity * layer.opacity,
        STROKE_WIDTH if style.stroke_width is None else style.stroke_width,
        style.fill or stroke,
        fill_opacity * layer.opacity,
        dashed=layer.kind in _DASHED,
        is_text=is_point and style.marker_symbol == TEXT_SYMBOL,
    )


def style_of(layer: CrisisLayer, feature: LayerFeature) -> Style:
    """The feature's style with what its layer's kind says for what it leaves open, as other programs want it."""
    style, colour = feature.style, LAYER_COLOURS[layer.kind]
    if feature.geometry.kind in _POINTS:
        return replace(style, marker_color=style.marker_color or colour)
    stroke = style.stroke or colour
    if feature.geometry.kind not in _AREAS:
        return replace(style, stroke=stroke)
    return replace(style, stroke=stroke, fill=style.fill or stroke)


def symbol_of(colour: MarkerColour) -> Symbol:
    """The shape that goes with a marker's colour, so that the colour never stands alone."""
    return _SYMBOLS.get(colour, Symbol.DOT)
