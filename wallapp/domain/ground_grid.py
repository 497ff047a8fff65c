"""A grid on the ground, to see by eye whether a calibration lies as it should."""

from __future__ import annotations

from typing import Final

from wallapp.domain.ground import GroundCalibration
from wallapp.domain.place import Place

_STEPS_M: Final = (1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0)
_CELLS_MOST: Final = 12


def grid_of(calibration: GroundCalibration) -> tuple[float, tuple[tuple[Place, ...], ...]]:
    """The grid's step in metres, and its lines, north to south and west to east, over the ground that was matched."""
    plane = calibration.plane
    spots = [plane.to_metres(match.place) for match in calibration.matches]
    east, north = sorted(spot[0] for spot in spots), sorted(spot[1] for spot in spots)
    widest = max(east[-1] - east[0], north[-1] - north[0])
    step_m = next((step for step in _STEPS_M if widest / step <= _CELLS_MOST), _STEPS_M[-1])
    columns, rows = _marks(east[0], east[-1], step_m), _marks(north[0], north[-1], step_m)
    down = (tuple(plane.to_place(x, y) for y in (rows[0], rows[-1])) for x in columns)
    across = (tuple(plane.to_place(x, y) for x in (columns[0], columns[-1])) for y in rows)
    return step_m, (*down, *across)


def _marks(least: float, most: float, step_m: float) -> list[float]:
    first, last = int(least // step_m), int(-(-most // step_m))
    return [index * step_m for index in range(first, max(first + 1, last) + 1)]
