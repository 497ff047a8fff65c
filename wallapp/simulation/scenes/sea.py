"""The moving sea: glints and swell over the static water."""

from __future__ import annotations

import cv2
import numpy as np

from wallapp.simulation.loop import LOOP_S
from wallapp.simulation.scenes.arrays import Floats
from wallapp.simulation.scenes.backdrop import Backdrop
from wallapp.simulation.scenes.drawing import Image

_WAVES = ((0.55, 0.35, 3), (-0.3, 0.9, 4), (0.8, -0.2, 5), (0.15, 1.7, 7), (1.3, 0.9, 9))
"""Radians a metre east and north, and turns a loop: whole numbers, so that the loop has no seam."""


COARSE = 2
"""The waves are worked out on every second pixel of a large scene and enlarged."""


class Sea:
    """Waves over one backdrop's water. One thread."""

    def __init__(self, backdrop: Backdrop) -> None:
        self._whole = backdrop
        self._waves: _Waves | None = None

    def roll(self, image: Image, shown: Backdrop, t_s: float) -> None:
        """Add the waves of this moment, in place. Args: shown: the part of the backdrop that the image shows."""
        if shown is self._whole:
            waves = self._waves = self._waves or _Waves(shown, 1)
        elif not self._whole.water.any():
            return
        else:
            waves = _Waves(shown, COARSE)
        waves.add(image, t_s)


class _Waves:
    """The phases of all waves over the water of one view."""

    def __init__(self, backdrop: Backdrop, coarse: int) -> None:
        rows = np.flatnonzero(backdrop.water.any(axis=1))
        columns = np.flatnonzero(backdrop.water.any(axis=0))
        self._empty = len(rows) == 0
        if self._empty:
            return
        self._here = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        self._coarse = coarse
        rays = backdrop.lens.rays()[self._here][::coarse, ::coarse]
        depth = backdrop.lens.position_m[2] / np.maximum(-rays[..., 2], 2e-4)
        x = rays[..., 0] * depth + backdrop.lens.position_m[0]
        y = rays[..., 1] * depth + backdrop.lens.position_m[1]
        # Waves are longer in the distance than they are, or they would only flicker.
        larger = np.maximum(1.0, depth / 60.0)
        self._phases = [(((east * x + north * y) / larger).astype(np.float32), turns) for east, north, turns in _WAVES]
        self._parts = [(np.cos(phase), np.sin(phase), turns) for phase, turns in self._phases]
        self._mask = backdrop.water[self._here].astype(np.float32) / 255
        self._strength = 33.0 if not backdrop.night else 9.0

    def add(self, image: Image, t_s: float) -> None:
        """Crests glint, the swell is lighter and darker."""
        if self._empty:
            return
        total: Floats = np.zeros_like(self._parts[0][0])
        for cosine, sine, turns in self._parts:
            angle = 2 * np.pi * turns * t_s / LOOP_S
            cv2.scaleAdd(cosine, float(np.cos(angle)), total, total)
            cv2.scaleAdd(sine, float(np.sin(angle)), total, total)
        light = np.maximum(total - 1.4, 0.0) * self._strength + total * 2.2
        if self._coarse > 1:
            light = np.asarray(cv2.resize(light, self._mask.shape[::-1]), np.float32)
        light = light * self._mask
        water = image[self._here]
        cv2.add(water, cv2.merge([light, light, light]), water, dtype=cv2.CV_8U)
