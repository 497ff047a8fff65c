"""Where pins and names stand at a scale, so that none covers another. The same whatever part of the map is shown."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFontMetricsF

from wallapp.base.ids import CameraNumber
from wallapp.domain.map_data import LineShape, MapFeature, MapKind, PointShape
from wallapp.ui import theme
from wallapp.ui.map.looks import LABEL_LOOKS, NO_LABEL_LOOK, LabelLook
from wallapp.ui.map.pictures import PIN_PX
from wallapp.ui.map.pins import Group, Pin, group_of, grouped
from wallapp.ui.map.projection import WorldPoint, scale_of
from wallapp.ui.map.shaped import Shaped

NUMBER_PX: Final = 12
NAMES_MAX: Final = 400
RANK_OVER_PINS: Final = 1
"""Names of this rank and more important ones are what others put on the map: they stand over the cameras."""
_CELL_PX: Final = 64
_BIT: Final = 8
"""So many names between two looks at the clock."""
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


class Placing:
    """What stands where at one scale. Cameras are placed at once, names bit by bit, the important ones first.

    Attributes:
      groups: the cameras, those too near to each other together.
      numbered: the cameras whose number has room beside their pin.
      names: those that have room.
      is_complete: whether all numbers and names were tried.
    """

    def __init__(self, pins: Iterable[Pin], named: Sequence[Shaped], *, steps: int, language: str) -> None:
        self.groups: tuple[Group, ...] = tuple(grouped(pins, steps))
        self.numbered: set[CameraNumber] = set()
        self.names: list[Name] = []
        self.is_complete = False
        self._scale = scale_of(steps)
        self._taken = _Taken()
        self._metrics: dict[tuple[int, bool], QFontMetricsF] = {}
        self._work = self._steps_of_work(named, steps, language)

    def go_on(self, may_go_on: Callable[[], bool]) -> None:
        """Place more, at least a little, for as long as one may."""
        for _ in self._work:
            if not may_go_on():
                return
        self.is_complete = True

    def take_states(self, pins: Mapping[CameraNumber, Pin]) -> None:
        """The same cameras at the same places, with other states."""
        self.groups = tuple(group_of(pins[pin.number] for pin in group.pins) for group in self.groups)

    def _steps_of_work(self, named: Sequence[Shaped], steps: int, language: str) -> Iterator[None]:
        """Yields after every few names: what others put there, cameras' numbers, the names of the ground."""
        for group in self.groups:
            half = PIN_PX / 2 if group.only is not None else 15
            x, y = group.at[0] * self._scale, group.at[1] * self._scale
            self._taken.take((x - half, y - half, x + half, y + half))
        asking = [(look_of(shaped.feature), shaped) for shaped in named]
        asking = [(look, shaped) for look, shaped in asking if _is_due(look, shaped, steps)]
        asking.sort(key=lambda pair: (pair[0].rank, -pair[1].extent))
        first = [pair for pair in asking if pair[0].rank <= RANK_OVER_PINS]
        for look, shaped in first:
            self._place_names(look, shaped, language)
        yield
        for index, group in enumerate(self.groups):
            if group.only is not None:
                self._place_number(group.only)
            if index % _BIT == 0:
                yield
        for index, (look, shaped) in enumerate(asking[len(first) : NAMES_MAX]):
            self._place_names(look, shaped, language)
            if index % _BIT == 0:
                yield

    def _place_number(self, pin: Pin) -> None:
        x, y = pin.at[0] * self._scale + PIN_PX / 2, pin.at[1] * self._scale
        wide = self._metrics_of(NUMBER_PX, True).horizontalAdvance(str(pin.number))
        if self._taken.try_take((x + 1, y - 8, x + wide + 6, y + 8)):
            self.numbered.add(pin.number)

    def _place_names(self, look: LabelLook, shaped: Shaped, language: str) -> None:
        metrics = self._metrics_of(look.size_px, look.bold)
        for name in _names_of(look, shaped, language, self._scale):
            wide, high = metrics.horizontalAdvance(name.text) / 2 + 3, metrics.height() / 2
            turn = math.radians(name.turn_deg)
            half_x = wide * abs(math.cos(turn)) + high * abs(math.sin(turn))
            half_y = wide * abs(math.sin(turn)) + high * abs(math.cos(turn))
            x, y = name.at[0] * self._scale, name.at[1] * self._scale + name.down_px
            box = (x - half_x, y - half_y, x + half_x, y + half_y)
            if look.rank == 0:
                self._taken.take(box)
                self.names.append(name)
            elif self._taken.try_take(box):
                self.names.append(name)

    def _metrics_of(self, size_px: int, bold: bool) -> QFontMetricsF:
        found = self._metrics.get((size_px, bold))
        if found is None:
            found = self._metrics[size_px, bold] = QFontMetricsF(theme.font(size_px, bold=bold))
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
