"""Where pins and names stand at a scale, so that none covers another. The same whatever part of the map is shown."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFontMetricsF

from wallapp.base.ids import CameraNumber
from wallapp.domain.map_data import LineShape, MapFeature, MapKind, PointShape
from wallapp.ui import theme
from wallapp.ui.map.looks import LABEL_LOOKS, NO_LABEL_LOOK, LabelLook
from wallapp.ui.map.pictures import PIN_PX
from wallapp.ui.map.pins import Group, Pin, grouped
from wallapp.ui.map.projection import WorldPoint, scale_of
from wallapp.ui.map.shaped import Shaped

NUMBER_PX: Final = 12
NAMES_MAX: Final = 400
RANK_OVER_PINS: Final = 1
"""Names of this rank and more important ones are what others put on the map: they stand over the cameras."""
_CELL_PX: Final = 64
_REPEAT_PX: Final = 420
_REPEATS_MAX: Final = 24
_PixelBox = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its place: the middle of the text stands at `at`, in the world, plus pixels downwards."""

    text: str
    at: WorldPoint
    look: LabelLook
    down_px: float = 0.0
    turn_deg: float = 0.0


@dataclass(frozen=True, slots=True)
class Placing:
    """What stands where at one scale. `numbered`: the cameras whose number has room beside their pin."""

    groups: tuple[Group, ...]
    numbered: frozenset[CameraNumber]
    names: tuple[Name, ...]


class _Taken:
    """Frames that are taken, by cells."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[_PixelBox]] = {}

    def take(self, box: _PixelBox) -> None:
        """Whatever is there already."""
        for cell in self._cells_of(box):
            self._cells.setdefault(cell, []).append(box)

    def try_take(self, box: _PixelBox) -> bool:
        """Take it only where nothing is."""
        left, top, right, bottom = box
        for cell in self._cells_of(box):
            for other in self._cells.get(cell, ()):
                if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                    return False
        self.take(box)
        return True

    def _cells_of(self, box: _PixelBox) -> list[tuple[int, int]]:
        left, top, right, bottom = (math.floor(edge / _CELL_PX) for edge in box)
        return [(column, row) for row in range(top, bottom + 1) for column in range(left, right + 1)]


def place_all(pins: Iterable[Pin], named: Sequence[Shaped], *, steps: int, language: str) -> Placing:
    """Pins first, then features' names by rank, then cameras' numbers."""
    scale, taken = scale_of(steps), _Taken()
    groups = grouped(pins, steps)
    for group in groups:
        half = PIN_PX / 2 if group.only is not None else 15
        x, y = group.at[0] * scale, group.at[1] * scale
        taken.take((x - half, y - half, x + half, y + half))
    metrics = QFontMetricsF(theme.font(NUMBER_PX, bold=True))
    numbered = []
    for group in groups:
        if group.only is not None:
            x, y = group.at[0] * scale + PIN_PX / 2, group.at[1] * scale
            wide = metrics.horizontalAdvance(str(group.only.number))
            if taken.try_take((x + 1, y - 8, x + wide + 6, y + 8)):
                numbered.append(group.only.number)
    return Placing(tuple(groups), frozenset(numbered), tuple(_names(named, taken, steps=steps, language=language)))


def _names(named: Sequence[Shaped], taken: _Taken, *, steps: int, language: str) -> list[Name]:
    scale = scale_of(steps)
    found: list[Name] = []
    asking = [(look_of(shaped.feature), shaped) for shaped in named]
    asking = [(look, shaped) for look, shaped in asking if _is_due(look, shaped, steps)]
    asking.sort(key=lambda pair: (pair[0].rank, -pair[1].extent))
    asked = [name for look, shaped in asking[:NAMES_MAX] for name in _names_of(look, shaped, language, scale)]
    for name in asked:
        look = name.look
        metrics = QFontMetricsF(theme.font(look.size_px, bold=look.bold))
        wide, high = metrics.horizontalAdvance(name.text) / 2 + 3, metrics.height() / 2
        turn = math.radians(name.turn_deg)
        half_x = wide * abs(math.cos(turn)) + high * abs(math.sin(turn))
        half_y = wide * abs(math.sin(turn)) + high * abs(math.cos(turn))
        x, y = name.at[0] * scale, name.at[1] * scale + name.down_px
        if look.rank == 0:
            taken.take((x - half_x, y - half_y, x + half_x, y + half_y))
            found.append(name)
        elif taken.try_take((x - half_x, y - half_y, x + half_x, y + half_y)):
            found.append(name)
    return found


def look_of(feature: MapFeature) -> LabelLook:
    """How its name looks."""
    return LABEL_LOOKS.get(feature.kind, NO_LABEL_LOOK)


def _names_of(look: LabelLook, shaped: Shaped, language: str, scale: float) -> list[Name]:
    """The name, several times along a line that is long on the screen."""
    text = shaped.feature.label_in(language)
    if look.along and isinstance(shaped.feature.geometry, LineShape):
        count = min(_REPEATS_MAX, 1 + int(shaped.extent * scale / _REPEAT_PX))
        # Never upside down.
        return [Name(text, at, look, turn_deg=(turn + 90.0) % 180.0 - 90.0) for at, turn in shaped.along(count)]
    return [Name(text, shaped.middle(), look, down_px=18.0 if has_symbol(shaped) else 0.0)]


def has_symbol(shaped: Shaped) -> bool:
    """Whether it is a point at which something stands; a name stands there alone."""
    kind = shaped.feature.kind
    return isinstance(shaped.feature.geometry, PointShape) and kind not in (MapKind.NAME, MapKind.WATER)


def _is_due(look: LabelLook, shaped: Shaped, steps: int) -> bool:
    if len(shaped.lines[0]) == 1:
        return steps >= look.from_steps
    return shaped.extent * scale_of(steps) >= look.from_px
