"""Static solid masks: what a camera never shows anybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MASK_UNITS: Final = 10_000
"""A mask's corners are counted in this many parts of the source picture's width and height: whole numbers,
because masks are part of signed documents."""


@dataclass(frozen=True, slots=True)
class Mask:
    """A polygon that is filled solid at every level, whoever looks; no grant lifts it.

    Attributes:
      corners: at least 3 pairs (x, y), 0 to MASK_UNITS of the source picture's width and height.
    """

    corners: tuple[tuple[int, int], ...]

    def __post_init__(self) -> None:
        if len(self.corners) < 3:
            raise ValueError("a mask needs at least 3 corners")
        if any(not (0 <= x <= MASK_UNITS and 0 <= y <= MASK_UNITS) for x, y in self.corners):
            raise ValueError("a mask's corner lies outside the picture")
