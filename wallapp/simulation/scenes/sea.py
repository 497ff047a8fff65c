"""The moving sea: glints and swell over the static water."""

from __future__ import annotations

import cv2
import numpy as np

from wallapp.simulation.loop import LOOP_S
from wallapp.simulation.scenes.backdrop import Backdrop
from wallapp.simulation.scenes.drawing import Floats, Image

_WAVES = ((0.55, 0.35, 3), (-0.3, 0.9, 4), (0.8, -0.2, 5), (0.15, 1.7, 7), (1.3, 0.9, 9))
"""Radians a metre east and north, and turns a loop: whole numbers, so that the loop has no seam."""


class Sea:
    """Waves over one backdrop's water. One thread."""

    def __init__(self, backdrop: Backdrop) -> None:
        rows = np.flatnonzero(backdrop.water.any(axis=1))
        columns = np.flatnonzero(backdrop.water.any(axis=0))
        self._empty = len(rows) == 0
        if self._empty:
            return
        self._here = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        rays = backdrop.lens.rays()[self._here]
        depth = backdrop.lens.position_m[2] / np.maximum(-rays[..., 2], 2e-4)
        x = rays[..., 0] * depth + backdrop.lens.position_m[0]
        y = rays[..., 1] * depth + backdrop.lens.position_m[1]
        # Waves are longer in the distance than they are, or they would only flicker.
        larger = np.maximum(1.0, depth / 60.0)
        self._parts: list[tuple[Floats, Floats, int]] = []
        for east, north, turns in _WAVES:
            phase = (east * x + north * y) / larger
            self._parts.append((np.cos(phase).astype(np.float32), np.sin(phase).astype(np.float32), turns))
        self._mask = backdrop.water[self._here].astype(np.float32) / 255
        self._strength = (60.0 if not backdrop.night else 16.0) * self._mask

    def roll(self, image: Image, t_s: float) -> None:
        """Add the waves of this moment, in place."""
        if self._empty:
            return
        total = np.zeros_like(self._mask)
        for cosine, sine, turns in self._parts:
            angle = 2 * np.pi * turns * t_s / LOOP_S
            cv2.scaleAdd(cosine, float(np.cos(angle)), total, total)
            cv2.scaleAdd(sine, float(np.sin(angle)), total, total)
        # Only the crests glint.
        crest = np.maximum(total - 1.4, 0.0) * self._strength * 0.55
        swell = total * self._mask * 2.2
        light = cv2.merge([crest + swell, crest + swell, crest + swell])
        water = image[self._here]
        cv2.add(water, light, water, dtype=cv2.CV_8U)
