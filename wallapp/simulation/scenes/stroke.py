"""Things drawn by strokes (trees, posts, cars, people) into a picture that knows its depth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from wallapp.simulation.scenes.arrays import Floats, Points
from wallapp.simulation.scenes.drawing import Colour, Image, fixed, polygon
from wallapp.simulation.scenes.lens import NEAR_M, Lens

DEPTH_SLACK = 1.02
"""What stands less than this nearer does not hide a thing: its own spot on the ground is as near."""


@dataclass
class Sheet:
    """A picture being drawn on, with the static world's depth.

    Attributes:
      image: BGR uint8 (h, w, 3). nearness: 1 / depth, float32 (h, w), ground and sky 0.
      backdrop: the picture before anything moved; what hides a mover is taken from it.
    """

    image: Image
    nearness: Floats
    backdrop: Image
    lens: Lens

    def draw(self, low_px: Points, high_px: Points, depth_m: float, paint: Callable[[Image], None]) -> None:
        """Draw within the rectangle, then put back what is nearer than `depth_m`."""
        height, width = self.nearness.shape
        left, top = max(0, int(low_px[0]) - 3), max(0, int(low_px[1]) - 3)
        right, bottom = min(width, int(high_px[0]) + 4), min(height, int(high_px[1]) + 4)
        if right <= left or bottom <= top:
            return
        paint(self.image)
        here = np.s_[top:bottom, left:right]
        # A comparison in numpy costs twice as much, and this runs for everybody in every frame.
        near = np.float64(DEPTH_SLACK / max(depth_m, NEAR_M))
        hiding = cv2.compare(self.nearness[here], near, cv2.CMP_GT)  # type: ignore[call-overload]  # the stub knows no scalar
        if cv2.countNonZero(hiding):
            cv2.copyTo(self.backdrop[here], hiding, self.image[here])

    def bake(self, low_px: Points, high_px: Points, depth_m: float, paint: Callable[[Image], None]) -> None:
        """Draw something that stays: it becomes part of the backdrop and hides what is behind it."""
        height, width = self.nearness.shape
        left, top = max(0, int(low_px[0]) - 3), max(0, int(low_px[1]) - 3)
        right, bottom = min(width, int(high_px[0]) + 4), min(height, int(high_px[1]) + 4)
        if right <= left or bottom <= top:
            return
        here = np.s_[top:bottom, left:right]
        before = self.image[here].copy()
        paint(self.image)
        hiding = self.nearness[here] > DEPTH_SLACK / max(depth_m, NEAR_M)
        self.image[here][hiding] = before[hiding]
        changed = np.abs(self.image[here].astype(np.int16) - before).max(axis=2) > 6
        self.nearness[here][changed] = np.maximum(self.nearness[here][changed], 1.0 / max(depth_m, NEAR_M))


def bar(image: Image, start_px: Points, end_px: Points, widths_px: tuple[float, float], colour: Colour) -> None:
    """A straight limb that tapers from the first width to the second."""
    along = end_px - start_px
    length = float(np.hypot(along[0], along[1]))
    side = np.array([-along[1], along[0]]) / max(length, 1e-6) / 2
    first, last = side * max(widths_px[0], 0.5), side * max(widths_px[1], 0.5)
    polygon(image, np.stack([start_px + first, end_px + last, end_px - last, start_px - first]), colour)


def disc(image: Image, centre_px: Points, radius_px: float, colour: Colour) -> None:
    """A filled circle at sub-pixel place."""
    x, y = fixed(centre_px)
    cv2.circle(image, (int(x), int(y)), max(1, int(radius_px * 16)), colour, -1, cv2.LINE_AA, 4)
