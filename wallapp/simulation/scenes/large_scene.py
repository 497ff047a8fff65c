"""The scene of a PTZ: drawn once in the large, shown through a moving window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import cv2
import numpy as np

from wallapp.simulation.city import Viewpoint
from wallapp.simulation.events import Event
from wallapp.simulation.loop import FRAMES, MAIN_PX, PTZ_SCENE_PX
from wallapp.simulation.ptz import Aim, Window, enlargement, tour, window
from wallapp.simulation.scenes import happening
from wallapp.simulation.scenes.arrays import Floats
from wallapp.simulation.scenes.backdrop import Backdrop, outdoor_backdrop
from wallapp.simulation.scenes.caption import Caption, Grain
from wallapp.simulation.scenes.cast import town_cast
from wallapp.simulation.scenes.drawing import Image
from wallapp.simulation.scenes.lens import Pinhole, pinhole
from wallapp.simulation.scenes.stage import Stage


class LargeScene:
    """A PTZ's scene. One thread.

    An event is shown from the first preset's aim; INTRUDER makes it night, as everywhere.
    """

    def __init__(self, view: Viewpoint, *, event: Event | None = None) -> None:
        if event is Event.INTRUDER:
            view = replace(view, night=True)
        self._view = view
        self._event = event
        position = (view.x_m, view.y_m, view.height_m)
        self._lens = pinhole(
            position,
            azimuth_deg=view.azimuth_deg,
            tilt_deg=view.tilt_deg,
            hfov_deg=view.hfov_deg,
            size_px=PTZ_SCENE_PX,
        )
        self._aimed = self._lens_at(tour(0.0))
        cast = town_cast()
        self._effect = None
        if event is not None:
            cast = happening.cast_of(event, view, self._aimed, cast)
            self._effect = happening.effect_of(event, view, self._aimed)
        self._whole = outdoor_backdrop(self._lens, night=view.night, finer=1)
        self._stage = Stage(self._lens, self._whole, cast)
        self._grain = Grain(MAIN_PX, strength=2.6 if view.night else 1.5, seed=int(view.number))
        self._caption = Caption(view.name, MAIN_PX)

    def draw(self, aim: Aim, index: int) -> Image:
        """Frame `index` of the loop at this aim: BGR, (360, 640, 3), the caller's own."""
        shown = window(aim, self._view.hfov_deg)
        lens = self._lens_at(aim)
        backdrop = _part(self._whole, shown, lens)
        image = self._stage.draw_over(backdrop.image.copy(), backdrop, lens, index % FRAMES)
        if self._effect is not None:
            image = self._effect(image, index % FRAMES)
        image = np.ascontiguousarray(image)
        self._grain.add(image, index)
        self._caption.burn(image, index)
        return image

    def frames(self) -> Iterator[Image]:
        """The loop as a clip: a tour of the presets; an event, a frozen feed too, stays at the first."""
        for index in range(FRAMES):
            aim = tour(0.0 if self._event is not None else index / FRAMES)
            if self._event is Event.KNOCKED and index >= happening.KNOCK_FRAME:
                aim = Aim(aim.pan_deg + 9, aim.tilt_deg - 12, aim.zoom * 1.2)
            yield self.draw(aim, 0 if self._event is Event.FROZEN else index)

    def _lens_at(self, aim: Aim) -> Pinhole:
        shown = window(aim, self._view.hfov_deg)
        return self._lens.cropped(shown.left_px, shown.top_px, enlargement(shown), MAIN_PX)


def _part(whole: Backdrop, shown: Window, lens: Pinhole) -> Backdrop:
    """The static picture through the window."""
    factor = enlargement(shown)
    # Pixel centres lie at +0.5 in both pictures.
    left, top = shown.left_px + 0.5 / factor - 0.5, shown.top_px + 0.5 / factor - 0.5
    matrix = np.array([[1 / factor, 0.0, left], [0.0, 1 / factor, top]])

    def cut(plane: Image | Floats, flags: int) -> Image | Floats:
        source = plane
        if factor < 0.75 and flags == cv2.INTER_LINEAR:
            source = cv2.blur(plane, (2, 2))  # type: ignore[assignment]  # cv2 names no element type
        return cv2.warpAffine(  # type: ignore[return-value]  # the same
            source, matrix, MAIN_PX, flags=flags | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE
        )

    return replace(
        whole,
        lens=lens,
        image=np.asarray(cut(whole.image, cv2.INTER_LINEAR), np.uint8),
        nearness=np.asarray(cut(whole.nearness, cv2.INTER_NEAREST), np.float32),
        shadowed=np.asarray(cut(whole.shadowed, cv2.INTER_NEAREST), np.uint8),
        water=np.asarray(cut(whole.water, cv2.INTER_NEAREST), np.uint8),
    )
