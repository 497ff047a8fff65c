"""How the map's own things look: muted, so that what is abnormal stands out of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from wallapp.domain.map_data import MapFeature, MapKind, MapStyle
from wallapp.ui import theme

LAND: Final = "#22272B"
"""The ground where the map has nothing to say."""
WATER: Final = "#162C37"

LOOKS: Final[dict[MapKind, MapStyle]] = {
    MapKind.WATER: MapStyle(fill=WATER, fill_opacity=1.0, stroke="#2A4A58", stroke_width_px=1.0),
    MapKind.LAND: MapStyle(fill=LAND, fill_opacity=1.0),
    MapKind.BEACH: MapStyle(fill="#35342C", fill_opacity=1.0),
    MapKind.ROCKS: MapStyle(fill="#2E3236", fill_opacity=1.0),
    MapKind.QUAY: MapStyle(fill="#2E3539", fill_opacity=1.0),
    MapKind.QUARTER: MapStyle(fill="#2A3034", fill_opacity=1.0),
    MapKind.PARK: MapStyle(fill="#24352C", fill_opacity=1.0),
    MapKind.SQUARE: MapStyle(fill="#343A3E", fill_opacity=1.0),
    MapKind.PATH: MapStyle(stroke="#3A4147", stroke_width_px=1.0, stroke_width_m=3.0),
    MapKind.STREET: MapStyle(stroke="#3D454C", stroke_width_px=1.2, stroke_width_m=8.0),
    MapKind.MAIN_STREET: MapStyle(stroke="#49525A", stroke_width_px=2.4, stroke_width_m=16.0),
    MapKind.BUILDING: MapStyle(fill="#3A4147", fill_opacity=1.0, stroke="#1E2225", stroke_width_px=0.6),
    MapKind.TRAM: MapStyle(stroke="#8C949A", stroke_width_px=1.4, dashed=True),
    MapKind.TRAM_STOP: MapStyle(fill="#8C949A", fill_opacity=1.0),
    MapKind.NAME: MapStyle(),
    MapKind.OTHER: MapStyle(stroke="#59626A", stroke_width_px=1.0, fill="#59626A", fill_opacity=0.2),
    MapKind.LAYER: MapStyle(stroke=theme.CRITICAL, stroke_width_px=2.0, dashed=True, fill=theme.CRITICAL),
    MapKind.INCIDENT: MapStyle(stroke=theme.CRITICAL, fill=theme.CRITICAL, fill_opacity=0.15),
    MapKind.MARKER: MapStyle(stroke=theme.MEDIUM, fill=theme.MEDIUM, fill_opacity=0.15),
}


@dataclass(frozen=True, slots=True)
class LabelLook:
    """Of a name. `from_px`: it appears once the feature is so wide on the screen; a point from `from_steps` on."""

    colour: str = theme.TEXT_QUIET
    size_px: int = 12
    bold: bool = False
    along: bool = False
    rank: int = 5
    from_px: float = 0.0
    from_steps: int = 0


_WATER_TEXT: Final = "#A9C6D3"
LABEL_LOOKS: Final[dict[MapKind, LabelLook]] = {
    MapKind.MARKER: LabelLook(theme.TEXT_STRONG, 13, bold=True, rank=0),
    MapKind.INCIDENT: LabelLook(theme.TEXT_STRONG, 13, bold=True, rank=0),
    MapKind.LAYER: LabelLook(theme.TEXT, 13, rank=1),
    MapKind.OTHER: LabelLook(theme.TEXT, 12, rank=2),
    MapKind.NAME: LabelLook(theme.TEXT, 13, bold=True, rank=3, from_steps=54),
    MapKind.WATER: LabelLook(_WATER_TEXT, 13, rank=3, from_px=90.0, from_steps=60),
    MapKind.MAIN_STREET: LabelLook(along=True, rank=4, from_px=150.0),
    MapKind.TRAM_STOP: LabelLook(rank=4, from_steps=66),
    MapKind.SQUARE: LabelLook(rank=4, from_px=60.0),
    MapKind.PARK: LabelLook("#A8C9B2", rank=4, from_px=60.0),
    MapKind.BEACH: LabelLook(rank=5, from_px=110.0),
    MapKind.QUAY: LabelLook(rank=5, from_px=70.0),
    MapKind.STREET: LabelLook(along=True, rank=6, from_px=170.0),
    MapKind.BUILDING: LabelLook(rank=7, from_px=56.0),
    MapKind.PATH: LabelLook(along=True, rank=8, from_px=200.0),
}
NO_LABEL_LOOK: Final = LabelLook(rank=9, from_px=120.0)


def style_of(feature: MapFeature) -> MapStyle:
    """Its own style, or its kind's; a style without any colour says only how wide it is."""
    style = feature.style
    if style is None:
        return LOOKS[feature.kind]
    if not style.stroke and not style.fill:
        return replace(LOOKS[feature.kind], stroke_width_m=style.stroke_width_m)
    return style
