"""Arrays by their meaning, and the few strokes that everything is drawn with."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from wallapp.simulation.scenes.arrays import Points

Image = NDArray[np.uint8]
"""BGR (height, width, 3), or one plane (height, width)."""

Colour = tuple[float, float, float]
"""Blue, green, red, each 0 to 255."""

SHIFT = 4
"""Sub-pixel drawing: coordinates are passed in sixteenths of a pixel."""


def fixed(points_px: Points) -> NDArray[np.int32]:
    """Picture points in OpenCV's fixed point, kept within what it can draw."""
    return np.clip(np.rint(points_px * (1 << SHIFT)), -(1 << 20), 1 << 20).astype(np.int32)


def polygon(image: Image, points_px: Points, colour: Colour) -> None:
    """Fill a convex polygon, antialiased, in place. Args: points_px: (n, 2)."""
    cv2.fillConvexPoly(image, fixed(points_px), colour, cv2.LINE_AA, SHIFT)


def shaded(colour: Colour, factor: float) -> Colour:
    """The colour times a factor, kept within 0 to 255."""
    return (min(255.0, colour[0] * factor), min(255.0, colour[1] * factor), min(255.0, colour[2] * factor))


def mixed(first: Colour, second: Colour, share: float) -> Colour:
    """The first colour with `share` of the second."""
    keep = 1.0 - share
    return (
        first[0] * keep + second[0] * share,
        first[1] * keep + second[1] * share,
        first[2] * keep + second[2] * share,
    )
