"""How a wall is divided into tiles: presets, free grids, free spans, and their pixels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from wallapp.base.errors import BadInput

SIDE_MAX: Final = 32
"""No more rows or columns than this: a tile under 60 px on a 4K screen shows nothing of use."""

_FREE_GRID = re.compile(r"(\d{1,4})\s*[xX×]\s*(\d{1,4})")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """One tile: its first cell, counted from 0, and how many cells it covers."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Layout:
    """A grid and the tiles on it, in the order of their tile numbers. Cells without a tile stay empty.

    Raises:
      BadInput: no or too many rows or columns, no tile, a tile outside the grid, or two tiles on one cell.
    """

    name: str
    rows: int
    columns: int
    spans: tuple[Span, ...]

    def __post_init__(self) -> None:
        if not (1 <= self.rows <= SIDE_MAX and 1 <= self.columns <= SIDE_MAX):
            raise BadInput(
                f"layout {self.name!r}: {self.rows} rows and {self.columns} columns; give 1 to {SIDE_MAX} of each"
            )
        if not self.spans:
            raise BadInput(f"layout {self.name!r} has no tile; give at least one")
        taken: set[tuple[int, int]] = set()
        for number, span in enumerate(self.spans, start=1):
            self._check(number, span, taken)

    def _check(self, number: int, span: Span, taken: set[tuple[int, int]]) -> None:
        inside = (
            span.rows >= 1
            and span.columns >= 1
            and 0 <= span.row <= self.rows - span.rows
            and 0 <= span.column <= self.columns - span.columns
        )
        if not inside:
            raise BadInput(f"layout {self.name!r}: tile {number} does not lie inside {self.rows} x {self.columns}")
        for row in range(span.row, span.row + span.rows):
            for column in range(span.column, span.column + span.columns):
                if (row, column) in taken:
                    raise BadInput(f"layout {self.name!r}: tile {number} lies on another tile; move one of them")
                taken.add((row, column))

    @property
    def tile_count(self) -> int:
        """How many tiles there are."""
        return len(self.spans)


@dataclass(frozen=True, slots=True)
class TileRect:
    """A tile's place on the canvas, in the canvas's own pixels."""

    x_px: int
    y_px: int
    width_px: int
    height_px: int

    def contains(self, x_px: float, y_px: float) -> bool:
        """Whether the point lies on the tile; the right and lower edges do not."""
        return self.x_px <= x_px < self.x_px + self.width_px and self.y_px <= y_px < self.y_px + self.height_px


def grid(rows: int, columns: int, *, name: str = "") -> Layout:
    """Equal tiles, row by row from the top left.

    Raises:
      BadInput: no or too many rows or columns.
    """
    if not (1 <= rows <= SIDE_MAX and 1 <= columns <= SIDE_MAX):
        raise BadInput(f"a layout of {rows} x {columns} cannot be; give 1 to {SIDE_MAX} rows and columns, as in 4x3")
    spans = tuple(Span(row, column) for row in range(rows) for column in range(columns))
    return Layout(name or f"{rows}x{columns}", rows, columns, spans)


def _around(name: str, side: int, large: tuple[Span, ...]) -> Layout:
    """A square grid with large tiles first and single cells, row by row, wherever these leave room."""
    covered = {
        (row, column)
        for span in large
        for row in range(span.row, span.row + span.rows)
        for column in range(span.column, span.column + span.columns)
    }
    small = (Span(row, column) for row in range(side) for column in range(side) if (row, column) not in covered)
    return Layout(name, side, side, (*large, *small))


PRESETS: Final[dict[str, Layout]] = {
    layout.name: layout
    for layout in (
        *(grid(side, side, name=str(side * side)) for side in (1, 2, 3, 4, 5, 6, 8)),
        _around("1+5", 3, (Span(0, 0, 2, 2),)),
        _around("1+7", 4, (Span(0, 0, 3, 3),)),
        _around("2+8", 4, (Span(0, 0, 2, 2), Span(0, 2, 2, 2))),
    )
}


def preset(name: str) -> Layout:
    """The layout that a person names: a preset ("9", "1+5") or a free grid of rows by columns ("4x3").

    Raises:
      BadInput: there is none of that name.
    """
    wanted = name.strip()
    known = PRESETS.get(wanted)
    if known is not None:
        return known
    free = _FREE_GRID.fullmatch(wanted)
    if free is None:
        raise BadInput(f"no layout {name!r}; take one of {', '.join(PRESETS)}, or rows x columns as in 4x3")
    return grid(int(free[1]), int(free[2]))


def smallest_preset(tiles: int) -> Layout:
    """The smallest square preset with room for so many tiles; the largest one where none has."""
    squares = [layout for layout in PRESETS.values() if "+" not in layout.name]
    return next((layout for layout in squares if layout.tile_count >= tiles), squares[-1])


def rectangles(layout: Layout, width_px: int, height_px: int, *, gap_px: int = 2) -> tuple[TileRect, ...]:
    """Each tile's pixels on a canvas of this size, in tile order.

    The grid covers the canvas exactly, neighbours are `gap_px` apart, and sizes of equal spans differ by at
    most one pixel: every edge is computed from the whole, so that nothing adds up. A canvas too small for
    the gaps gives tiles of at least one pixel that may overlap.
    """

    def edge(index: int, count: int, length_px: int) -> int:
        return (length_px + gap_px) * index // count

    rects = []
    for span in layout.spans:
        left, right = (edge(c, layout.columns, width_px) for c in (span.column, span.column + span.columns))
        top, bottom = (edge(r, layout.rows, height_px) for r in (span.row, span.row + span.rows))
        rects.append(TileRect(left, top, max(1, right - left - gap_px), max(1, bottom - top - gap_px)))
    return tuple(rects)
