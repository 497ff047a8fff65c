"""Taking a camera's empty scene: some seconds of pictures, of which the console gets the finished scene alone.

A scene is a clear picture that bears no stamp and outlives every lease. So it is taken only while the camera may be
seen clear at this station anyway: from the first picture to the last by a lease in force here, or because the owner's
terms show it clear to everybody. Where that ends meanwhile nothing is handed out. That the place was empty is for the
owner to say: somebody who stands still is not noticed here.
"""

from __future__ import annotations

from typing import Final

import av

from wallapp.base.errors import BadInput, RuleBroken
from wallapp.base.ids import CameraNumber
from wallapp.decoder.scene import SceneTaker
from wallapp.domain.mask import Mask
from wallapp.domain.scene_file import SceneRefusal
from wallapp.frames.control import Certified

_PICTURES: Final = 24
"""Taken evenly over the time; each is kept small."""
_SHORTEST_S: Final = 2.0
_LONGEST_S: Final = 30.0


class Sitting:
    """One camera's empty scene while it is taken. Not locked: the session that owns it is."""

    def __init__(self, camera: CameraNumber, begins_ns: int, *, seconds: float, masks: tuple[Mask, ...]) -> None:
        """Args: seconds: for how long to look; no less than 2 and no more than 30."""
        lasts_ns = int(min(max(seconds, _SHORTEST_S), _LONGEST_S) * 1e9)
        self.masks = masks
        self._camera = camera
        self._ends_ns = begins_ns + lasts_ns
        self._gap_ns = lasts_ns // _PICTURES
        self._due_ns = begins_ns
        self._taker = SceneTaker(masks)
        self._refused: SceneRefusal | None = None

    def see(self, frame: av.VideoFrame, now_ns: int) -> None:
        """One more picture went by."""
        if self._refused is None and now_ns >= self._due_ns:
            self._due_ns = now_ns + self._gap_ns
            try:
                self._taker.take(frame)
            except BadInput:
                self.refuse(SceneRefusal.UNFIT)

    def refuse(self, why: SceneRefusal) -> None:
        """Nothing comes of it."""
        self._refused = self._refused or why

    def is_over(self, now_ns: int) -> bool:
        """Whether its time is over or it was refused."""
        return self._refused is not None or now_ns >= self._ends_ns

    def report(self) -> Certified:
        """What came of it."""
        if self._refused is not None:
            return Certified(self._camera, refused=self._refused)
        try:
            scene = self._taker.scene()
        except RuleBroken:
            return Certified(self._camera, refused=SceneRefusal.MOVES)
        except BadInput:
            return Certified(self._camera, refused=SceneRefusal.UNFIT)
        return Certified(self._camera, scene.to_bytes(), scene.digest)
