"""Cameras as the map holds them: place, state and level of each, and which of them stand as one at a scale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import Camera
from wallapp.domain.feed_state import TruthState
from wallapp.domain.sight import camera_place
from wallapp.domain.view import Level, static_level
from wallapp.ui.feed_board import CameraStatus
from wallapp.ui.map.projection import WorldPoint, scale_of, to_world
from wallapp.ui.shapes import is_abnormal, word_for
from wallapp.ui.wall import words

TOGETHER_PX: Final = 24
"""Cameras nearer to each other than this stand as one, with their count."""

_WORST_FIRST: Final = (
    TruthState.LOST,
    TruthState.REFUSED,
    TruthState.QUARANTINED,
    TruthState.FROZEN,
    TruthState.STALE,
    TruthState.LATE,
)


@dataclass(frozen=True, slots=True)
class Pin:
    """A camera that has a place.

    Attributes:
      at: in the world.
      state: None where nobody watches it.
      level: how much of it may be seen now.
    """

    camera: Camera
    at: WorldPoint
    state: TruthState | None = None
    level: Level = Level.CLOSED

    @property
    def number(self) -> CameraNumber:
        """The camera's."""
        return self.camera.number

    @property
    def locked(self) -> bool:
        """Whether its clear picture is not open here."""
        return self.level is not Level.CLEAR


@dataclass(frozen=True, slots=True)
class Group:
    """One camera, or several that stand as one at this scale; at the place of the first."""

    pins: tuple[Pin, ...]
    numbers: frozenset[CameraNumber]

    @property
    def at(self) -> WorldPoint:
        """In the world."""
        return self.pins[0].at

    @property
    def only(self) -> Pin | None:
        """The camera, where it is a single one."""
        return self.pins[0] if len(self.pins) == 1 else None

    @property
    def worst(self) -> TruthState | None:
        """The worst state among them that somebody should look at; None where all are in order."""
        states = {pin.state for pin in self.pins}
        return next((state for state in _WORST_FIRST if state in states), None)

    def holds(self, number: CameraNumber | None) -> bool:
        """Whether the camera is one of them."""
        return number in self.numbers


def group_of(pins: Iterable[Pin]) -> Group:
    """Pins that stand as one."""
    found = tuple(pins)
    return Group(found, frozenset(pin.number for pin in found))


def pin_of(camera: Camera) -> Pin | None:
    """The camera as a pin, not watched; None where the register does not say where it stands."""
    place = camera_place(camera)
    return None if place is None else Pin(camera, to_world(place), None, static_level(camera.sensitivity))


def level_of(camera: Camera, status: CameraStatus) -> Level:
    """How much of it is shown; of a camera that nobody watches, how much would be without a grant."""
    return static_level(camera.sensitivity) if status.facts is None else status.facts.reading.level


def grouped(pins: Iterable[Pin], steps: int) -> list[Group]:
    """The pins, those too near to each other at this scale taken together. The same whatever part is shown."""
    scale = scale_of(steps)
    cells: dict[tuple[int, int], list[list[Pin]]] = {}
    found: list[list[Pin]] = []
    for pin in pins:
        x, y = pin.at[0] * scale, pin.at[1] * scale
        column, row = int(x // TOGETHER_PX), int(y // TOGETHER_PX)
        near = _near(cells, column, row, x, y, scale)
        if near is not None:
            near.append(pin)
            continue
        group = [pin]
        found.append(group)
        cells.setdefault((column, row), []).append(group)
    return [group_of(group) for group in found]


def _near(
    cells: dict[tuple[int, int], list[list[Pin]]], column: int, row: int, x: float, y: float, scale: float
) -> list[Pin] | None:
    for aside in (0, -1, 1):
        for below in (0, -1, 1):
            for group in cells.get((column + aside, row + below), ()):
                at = group[0].at
                if abs(at[0] * scale - x) < TOGETHER_PX and abs(at[1] * scale - y) < TOGETHER_PX:
                    return group
    return None


def described(pin: Pin) -> str:
    """The camera in one line: number, name, owner, state, and how much of it may be seen."""
    camera = pin.camera
    return words.with_dots(called(camera), camera.owner, word_for(pin.state), level_words(pin))


def called(camera: Camera) -> str:
    """Number and name, which keep their order in a line that is read from the right."""
    return f"\u2068{camera.number} {camera.name}\u2069"


def level_words(pin: Pin) -> str:
    """The level, and that it is locked where it is."""
    word = words.level_word(pin.level)
    return word if not pin.locked else QCoreApplication.translate("Map", "locked: {level}").format(level=word)


def group_words(group: Group) -> str:
    """The group in one line; of several, how many and how many of them somebody should look at."""
    if group.only is not None:
        return described(group.only)
    count = QCoreApplication.translate("Map", "{count} cameras").format(count=len(group.pins))
    states = [pin.state for pin in group.pins if pin.state is not None and is_abnormal(pin.state)]
    told = [f"{states.count(state)} {word_for(state)}" for state in _WORST_FIRST if state in states]
    return words.with_dots(count, _numbers(group.pins), *told)


def _numbers(pins: Sequence[Pin]) -> str:
    shown = ", ".join(str(pin.number) for pin in pins[:6])
    return shown + ("…" if len(pins) > 6 else "")
