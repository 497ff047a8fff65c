"""Silhouettes: what differs from a certified empty scene is drawn solid over that scene.

Every pixel that leaves is one of the certified scene's or one of two solid shades; the live picture only
decides which. The model is frozen: it learns nothing, so who stands still stays covered. It is a plain
difference against the certified picture and no trained background model, because that picture is all the
owner certifies, can look at, and signs.
What a difference under `_DIFFERENCE` hides (a person dressed like the wall behind) is not drawn, but does not
leave either. The shape shows posture and gait; who stood in the certified scene shows for ever.
In doubt (light switched, camera moved, another size, a scene without edges) there is no silhouette.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from wallapp.decoder.planes import Pixels, Planes
from wallapp.decoder.redact import FILL_LEVEL, covered_pixels
from wallapp.decoder.scale import Scaler
from wallapp.decoder.scene import Scene
from wallapp.domain.mask import Mask
from wallapp.domain.view import WHOLE

FIGURE_LEVEL: Final = 30
"""A figure's grey, of 255."""
RIM_LEVEL: Final = 214
"""The line around a figure, so that it shows on a dark scene as well."""
_DIFFERENCE: Final = 20
"""In any of blue, green and red: sensor noise and compression stay below it at this size."""
_DOUBT_SHARE: Final = 0.6
"""Of the picture that differs: rather a change of light than people."""
_DOUBT_EDGE_SHARE: Final = 0.5
"""Of one side of the scene's edges that is gone from their places: rather a camera that moved than people."""
_EDGE_SLOPE: Final = 48
_EDGES_AT_LEAST: Final = 0.001
"""Share of the picture, each side of them. With fewer a camera that moved could not be told."""
_SIDES: Final = (
    np.array([[-1, 1, 0]], np.float32),
    np.array([[0, -1, 1]], np.float32),
    np.array([[-1], [1], [0]], np.float32),
    np.array([[0], [-1], [1]], np.float32),
)
"""The right, left, lower and upper side of edges, apart: a camera that turns to one side leaves every level line
in its place, and of upright ones one side."""
_DOUBT_NS: Final = 2_000_000_000
_SPECK: Final = np.ones((3, 3), np.uint8)
_GROWN: Final = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (7, 7))
_OPAQUE: Final = 255


class _Ground:
    """One certified scene, made ready."""

    def __init__(self, scene: Scene, masks: tuple[Mask, ...]) -> None:
        height_px, width_px = scene.bgr.shape[:2]
        covered = covered_pixels(masks, width_px, height_px).astype(np.uint8) * _OPAQUE
        covered = np.asarray(cv2.dilate(covered, _SPECK), np.uint8)  # at a mask's edge its fill and the picture mix
        shown = scene.bgr.copy()
        shown[covered > 0] = FILL_LEVEL
        self.source_px = scene.source_px
        self.size_px = (width_px, height_px)
        self.bgra: Pixels = np.asarray(cv2.cvtColor(shown, cv2.COLOR_BGR2BGRA), np.uint8)
        self.rim, self.figure = _solid(self.bgra, RIM_LEVEL), _solid(self.bgra, FIGURE_LEVEL)
        self.open: Pixels = (covered == 0).astype(np.uint8)
        self.edges = tuple(_edges(scene.bgr, kernel) & self.open for kernel in _SIDES)
        self.edge_counts = tuple(cv2.countNonZero(edges) for edges in self.edges)
        self.open_count = max(1, cv2.countNonZero(self.open))


def _edges(bgr: Pixels, kernel: NDArray[np.float32]) -> Pixels:
    """1 where the colour changes steeply along the kernel, else 0."""
    slope = np.abs(cv2.filter2D(bgr, cv2.CV_32F, kernel)).max(axis=2)
    steep: Pixels = (slope > _EDGE_SLOPE).astype(np.uint8)
    return steep


def _solid(like: Pixels, level: int) -> Pixels:
    solid = np.full_like(like, level)
    solid[:, :, 3] = _OPAQUE
    return solid


class Silhouette:
    """Draws the silhouettes of one feed. One thread."""

    def __init__(self, scenes: tuple[Scene, ...], masks: tuple[Mask, ...] = ()) -> None:
        self.scenes = scenes
        self._grounds = {scene.source_px: _Ground(scene, masks) for scene in scenes}
        self._ground: _Ground | None = None
        self._scaler = Scaler()
        self._live: Pixels = np.empty((0, 0, 4), np.uint8)
        self._doubted_until_ns = 0
        self.is_certain = False

    @property
    def size_px(self) -> tuple[int, int]:
        """Width and height of what `draw` gave last."""
        return self._ground.size_px if self._ground else (0, 0)

    def draw(self, picture: Planes, arrival_ns: int) -> Pixels | None:
        """Silhouettes over the scene that was certified for this size of picture.

        Returns:
          (height, width, 4) uint8 BGRA, the caller's; None in doubt, and for two seconds after it.
        """
        source_px = (picture.coding.width_px, picture.coding.height_px)
        ground = self._ground = self._grounds.get(source_px)
        moving = self._moving(ground, picture) if ground else None
        if ground is None or moving is None:
            self._doubted_until_ns = arrival_ns + _DOUBT_NS
        self.is_certain = arrival_ns >= self._doubted_until_ns
        if ground is None or moving is None or not self.is_certain:
            return None
        drawn = ground.bgra.copy()
        figures = cv2.dilate(cv2.morphologyEx(moving, cv2.MORPH_OPEN, _SPECK), _GROWN)
        rim = cv2.dilate(figures, _SPECK)
        cv2.copyTo(ground.rim, rim, drawn)
        cv2.copyTo(ground.figure, figures, drawn)
        return drawn

    def _moving(self, ground: _Ground, picture: Planes) -> Pixels | None:
        """1 where the picture differs from the scene, else 0; None in doubt."""
        if self._live.shape != ground.bgra.shape:
            self._live = np.empty_like(ground.bgra)
        self._scaler.write(picture, WHOLE, self._live)
        _, over = cv2.threshold(cv2.absdiff(self._live, ground.bgra), _DIFFERENCE, _OPAQUE, cv2.THRESH_BINARY)
        any_channel = np.asarray(over, np.uint8).view(np.uint32)[:, :, 0] != 0  # both are opaque
        moving = any_channel.view(np.uint8) & ground.open
        doubtful = cv2.countNonZero(moving) > _DOUBT_SHARE * ground.open_count or any(
            count < _EDGES_AT_LEAST * ground.open_count or cv2.countNonZero(moving & edges) > _DOUBT_EDGE_SHARE * count
            for edges, count in zip(ground.edges, ground.edge_counts, strict=True)
        )
        return None if doubtful else moving
