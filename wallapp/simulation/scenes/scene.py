"""What one camera of the city sees, frame by frame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from wallapp.simulation.city import Viewpoint
from wallapp.simulation.events import Event
from wallapp.simulation.loop import FRAMES, MAIN_PX
from wallapp.simulation.scenes import happening, rooms
from wallapp.simulation.scenes.backdrop import outdoor_backdrop
from wallapp.simulation.scenes.caption import Caption, Grain
from wallapp.simulation.scenes.cast import Cast, town_cast
from wallapp.simulation.scenes.drawing import Image
from wallapp.simulation.scenes.interiors import load_room
from wallapp.simulation.scenes.lens import Fisheye, Lens, Pinhole, lens_of
from wallapp.simulation.scenes.stage import Stage

KNOCKED_BY_DEG = (17.0, 9.0, 21.0)
"""Azimuth, tilt and roll that a knock changes."""


def usual_cast(view: Viewpoint) -> Cast:
    """Who is at a camera's place on any day."""
    return load_room(view.room).cast() if view.room else town_cast()


def stage_of(view: Viewpoint, lens: Lens, cast: Cast) -> Stage:
    """A camera's stage with this cast."""
    if isinstance(lens, Fisheye):
        return Stage(lens, rooms.fisheye_backdrop(lens, load_room(view.room)), cast)
    assert isinstance(lens, Pinhole)
    if view.room:
        return Stage(lens, rooms.room_backdrop(lens, load_room(view.room)), cast)
    return Stage(lens, outdoor_backdrop(lens, night=view.night), cast)


class Scene:
    """One camera's picture of the city. Made once, then drawn for any frame of the loop. One thread.

    Raises:
      BadInput: the event cannot happen at this camera.
    """

    def __init__(self, view: Viewpoint, *, event: Event | None = None) -> None:
        self._event = event
        if event is Event.INTRUDER and not view.room:
            view = replace(view, night=True)
        lens = lens_of(view)
        cast = usual_cast(view)
        self._effect = None
        if event is not None:
            cast = happening.cast_of(event, view, lens, cast)
            self._effect = happening.effect_of(event, view, lens)
        self._stage = stage_of(view, lens, cast)
        self._askew = _askew(view, cast) if event is Event.KNOCKED else None
        self._grain = Grain(MAIN_PX, strength=2.6 if view.night else 1.5, seed=int(view.number))
        self._caption = Caption(view.name, MAIN_PX)

    def frame(self, index: int) -> Image:
        """Frame `index` of the loop: BGR, (360, 640, 3), the caller's own."""
        if self._event is Event.FROZEN:
            index = 0
        frame = index % FRAMES
        knocked = self._askew is not None and frame >= happening.KNOCK_FRAME
        stage = self._askew if knocked and self._askew is not None else self._stage
        image = stage.draw(frame)
        if self._effect is not None:
            image = self._effect(image, frame)
        image = np.ascontiguousarray(image)
        self._grain.add(image, index)
        self._caption.burn(image, index)
        return image

    def frames(self) -> Iterator[Image]:
        """The whole loop."""
        for index in range(FRAMES):
            yield self.frame(index)


def _askew(view: Viewpoint, cast: Cast) -> Stage:
    """The same place by a camera that was knocked."""
    azimuth, tilt, roll = KNOCKED_BY_DEG
    turned = replace(view, azimuth_deg=view.azimuth_deg + azimuth, tilt_deg=min(89.0, view.tilt_deg + tilt))
    return stage_of(turned, lens_of(turned, roll_deg=roll), cast)
