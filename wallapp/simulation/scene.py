"""What one camera of the city sees, frame by frame."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from wallapp.simulation.city import Viewpoint
from wallapp.simulation.drawing import Image
from wallapp.simulation.events import Event
from wallapp.simulation.loop import FRAMES, MAIN_PX


class Scene:
    """One camera's picture of the city. Made once, then drawn for any frame of the loop. One thread."""

    def __init__(self, view: Viewpoint, *, event: Event | None = None) -> None:
        self._view = view
        self._event = event

    def frame(self, index: int) -> Image:
        """Frame `index` of the loop: BGR, (360, 640, 3), the caller's own."""
        image: Image = np.full((MAIN_PX[1], MAIN_PX[0], 3), 90, np.uint8)
        cv2.circle(image, (2 * index % 640, 200), 30, (60, 90, 200), -1, cv2.LINE_AA)
        cv2.putText(image, f"{self._view.name} SIM {index:06d}", (10, 350), cv2.FONT_HERSHEY_SIMPLEX, 0.5, (255,) * 3)
        return image

    def frames(self) -> Iterator[Image]:
        """The whole loop."""
        for index in range(FRAMES):
            yield self.frame(index)
