"""The static world as seen by one pinhole: colour, depth, slope to the sun and own light of every pixel."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from wallapp.simulation.scenes.arrays import Floats, Points
from wallapp.simulation.scenes.drawing import Colour, Image, fixed
from wallapp.simulation.scenes.lens import NEAR_M, Pinhole

SKY, GROUND, THING, WATER = 0, 1, 2, 3
"""What a pixel of the static world is."""


@dataclass(frozen=True, slots=True)
class Skin:
    """What a panel looks like: colour, and the light of its own (windows at night), both BGR uint8, same size."""

    colour: Image
    glow: Image | None = None


class Canvas:
    """Buffers of one view. One thread.

    Attributes:
      colour: albedo, BGR uint8 (h, w, 3). glow: own light, likewise.
      nearness: 1 / depth in 1/metres, float32 (h, w); 0 is the sky.
      slope: cosine between the surface and the sun, float32 (h, w), 0 where it looks away.
      kind: SKY, GROUND, THING or WATER, uint8 (h, w).
    """

    def __init__(self, lens: Pinhole, sun: Points) -> None:
        self.lens = lens
        self._sun = sun
        shape = (lens.height_px, lens.width_px)
        self.colour: Image = np.zeros((*shape, 3), np.uint8)
        self.glow: Image = np.zeros((*shape, 3), np.uint8)
        self.nearness: Floats = np.zeros(shape, np.float32)
        self.slope: Floats = np.zeros(shape, np.float32)
        self.kind: Image = np.zeros(shape, np.uint8)
        self.rays = lens.rays()
        self._lay_ground()

    def _lay_ground(self) -> None:
        """Depth of the plane z = 0 where the ray goes down."""
        falling = self.rays[..., 2] < -1e-4
        self.nearness[falling] = -self.rays[..., 2][falling] / self.lens.position_m[2]
        self.kind[falling] = GROUND
        self.slope[falling] = max(0.0, float(self._sun[2]))

    def ground_polygon(self, corners_m: Points, colour: Colour, *, kind: int | None = None) -> None:
        """Paint a flat polygon on the ground. Args: corners_m: (n, 2 or 3); convex or not."""
        if corners_m.shape[1] == 2:
            corners_m = np.column_stack([corners_m, np.zeros(len(corners_m))])
        points = self._clipped(self.lens.to_camera(corners_m))
        if points is None:
            return
        cv2.fillPoly(self.colour, [fixed(points)], colour, cv2.LINE_AA, 4)
        if kind is not None:
            cv2.fillPoly(self.kind, [fixed(points)], (kind,), cv2.LINE_8, 4)

    def _clipped(self, seen: Points) -> Points | None:
        """Pixels of a polygon given in camera axes, cut at the near plane; None when nothing is in the picture."""
        for plane in _FRUSTUM:
            beyond = seen @ plane - (NEAR_M if plane[0] == plane[1] else 0.0)
            if not (beyond >= 0).all():
                seen = _cut(seen, beyond)
            if len(seen) < 3:
                return None
        pixels = seen[:, :2] * (self.lens.focal_px / seen[:, 2:]) + np.asarray(self.lens.centre_px)
        low, high = pixels.min(axis=0), pixels.max(axis=0)
        if high[0] < 0 or high[1] < 0 or low[0] >= self.lens.width_px or low[1] >= self.lens.height_px:
            return None
        return np.asarray(pixels)

    def panel(
        self, corner_m: Points, across_m: Points, down_m: Points, skin: Skin, *, both_sides: bool = False
    ) -> None:
        """Put a flat textured rectangle into the world, hidden by what is nearer.

        Args:
          corner_m: where the skin's top left is; across_m, down_m: vectors along its full width and height.
        """
        origin = self.lens.to_camera(corner_m[None])[0]
        across, down = self.lens.axes @ across_m, self.lens.axes @ down_m
        normal = np.cross(across, down)
        facing = float(normal @ origin)
        if abs(facing) < 1e-9 or (facing < 0 and not both_sides):
            return
        corners = np.stack([origin, origin + across, origin + across + down, origin + down])
        points = self._clipped(corners)
        if points is None:
            return
        left, top = np.maximum(np.floor(points.min(axis=0)).astype(int), 0)
        right = min(int(points[:, 0].max()) + 2, self.lens.width_px)
        bottom = min(int(points[:, 1].max()) + 2, self.lens.height_px)
        if right - left < 1 or bottom - top < 1:
            return
        mask = np.zeros((bottom - top, right - left), np.uint8)
        cv2.fillPoly(mask, [fixed(points - (left, top))], (1,), cv2.LINE_8, 4)
        x = (np.arange(left, right, dtype=np.float32) + 0.5 - self.lens.centre_px[0]) / self.lens.focal_px
        y = (np.arange(top, bottom, dtype=np.float32) + 0.5 - self.lens.centre_px[1]) / self.lens.focal_px
        scaled = (normal / facing).astype(np.float32)
        nearness = x[None] * scaled[0] + (y[:, None] * scaled[1] + scaled[2])
        here = np.s_[top:bottom, left:right]
        seen = (mask > 0) & (nearness > self.nearness[here])
        if not seen.any():
            return
        where = seen.astype(np.uint8)
        cv2.copyTo(self._warped(skin.colour, origin, across, down, (left, top), where.shape), where, self.colour[here])
        if skin.glow is None:
            self.glow[here][seen] = 0
        else:
            cv2.copyTo(self._warped(skin.glow, origin, across, down, (left, top), where.shape), where, self.glow[here])
        outward = np.cross(down_m, across_m)
        outward = outward / np.linalg.norm(outward) * (1.0 if facing > 0 else -1.0)
        self.slope[here][seen] = max(0.0, float(outward @ self._sun))
        self.nearness[here][seen] = nearness[seen]
        self.kind[here][seen] = THING

    def _warped(
        self, skin: Image, origin: Points, across: Points, down: Points, corner: tuple[int, int], shape: tuple[int, ...]
    ) -> Image:
        """The skin in perspective, for the part of the picture from `corner` on."""
        skin = self._fitting(skin, origin, across, down)
        height, width = skin.shape[:2]
        focal, (centre_x, centre_y) = self.lens.focal_px, self.lens.centre_px
        to_picture = np.array(
            [[focal, 0.0, centre_x - corner[0] - 0.5], [0.0, focal, centre_y - corner[1] - 0.5], [0.0, 0.0, 1.0]]
        )
        matrix = to_picture @ np.column_stack([across / width, down / height, origin])
        warped = cv2.warpPerspective(
            skin, matrix, (shape[1], shape[0]), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        return np.asarray(warped, np.uint8)

    def _fitting(self, skin: Image, origin: Points, across: Points, down: Points) -> Image:
        """A smaller copy where the whole skin would be shown in far fewer pixels, against moiré."""
        nearest = max(min(origin[2], (origin + across)[2], (origin + down)[2], (origin + across + down)[2]), NEAR_M)
        scale = self.lens.focal_px / nearest
        wanted = (np.linalg.norm(across) * scale * 1.1, np.linalg.norm(down) * scale * 1.1)
        height, width = skin.shape[:2]
        if wanted[0] > width * 0.75 and wanted[1] > height * 0.75:
            return skin
        size = (int(np.clip(wanted[0], 2, width)), int(np.clip(wanted[1], 2, height)))
        return np.asarray(cv2.resize(skin, size, interpolation=cv2.INTER_AREA), np.uint8)

    def box(
        self,
        low_m: tuple[float, float, float],
        high_m: tuple[float, float, float],
        sides: Skin,
        *,
        top: Skin | None = None,
        turned_deg: float = 0.0,
    ) -> None:
        """Four walls and a lid. Args: low_m, high_m: corners before turning about the middle."""
        corners = box_corners(low_m, high_m, turned_deg)
        up = np.array([0.0, 0.0, high_m[2] - low_m[2]])
        for start, end in ((0, 1), (1, 2), (2, 3), (3, 0)):
            self.panel(corners[start] + up, corners[end] - corners[start], -up, sides)
        if self.lens.position_m[2] > high_m[2]:
            lid = corners + up
            self.panel(lid[3], lid[2] - lid[3], lid[0] - lid[3], top or sides)


def box_corners(low_m: tuple[float, float, float], high_m: tuple[float, float, float], turned_deg: float) -> Points:
    """South-west, south-east, north-east, north-west corner at the bottom, turned about the middle, clockwise."""
    flat = np.array([[low_m[0], low_m[1]], [high_m[0], low_m[1]], [high_m[0], high_m[1]], [low_m[0], high_m[1]]])
    middle = flat.mean(axis=0)
    turn = np.radians(turned_deg)
    matrix = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    flat = (flat - middle) @ matrix + middle
    return np.column_stack([flat, np.full(4, low_m[2])])


_FRUSTUM = np.array([[0, 0, 1], [1, 0, 6], [-1, 0, 6], [0, 1, 6], [0, -1, 6]], np.float64)
"""The near plane, and four planes well outside any picture; beyond them pixels would grow past all numbers."""


def _cut(seen: Points, beyond: Points) -> Points:
    """A polygon in camera axes without its part where `beyond` (n,) is negative."""
    kept: list[Points] = []
    for index in range(len(seen)):
        if (beyond[index - 1] >= 0) != (beyond[index] >= 0):
            share = beyond[index - 1] / (beyond[index - 1] - beyond[index])
            kept.append(seen[index - 1] + (seen[index] - seen[index - 1]) * share)
        if beyond[index] >= 0:
            kept.append(seen[index])
    return np.asarray(kept, np.float64).reshape(-1, 3)
