"""Drawing indoor places: the bank's hall, the shopping gallery, the school's hall, the ferry hall."""

from __future__ import annotations

from functools import partial

import cv2
import numpy as np

from wallapp.simulation.scenes import facade, weather
from wallapp.simulation.scenes.arrays import Floats
from wallapp.simulation.scenes.backdrop import Backdrop, Light
from wallapp.simulation.scenes.canvas import GROUND, THING, Canvas
from wallapp.simulation.scenes.drawing import Colour, Image
from wallapp.simulation.scenes.interiors import Room
from wallapp.simulation.scenes.lens import NEAR_M, Fisheye, Pinhole, pinhole
from wallapp.simulation.scenes.stroke import Sheet

INDOORS: Colour = (0.92, 0.96, 0.98)
"""The even light of every room, as a factor for blue, green and red."""


def _lamp_strips(room: Room, x: Floats, y: Floats) -> Floats:
    """1 where the ceiling shines, with soft edges; strips every three metres."""
    across = np.abs(np.mod(x - room.west, 3.0) - 1.5)
    along = np.abs(np.mod(y - room.south, 2.4) - 1.2)
    return np.asarray(np.clip((0.32 - across) / 0.06, 0, 1) * np.clip((0.95 - along) / 0.06, 0, 1), np.float32)


def _paint(canvas: Canvas, room: Room) -> Image:
    """Walls, floor, ceiling and furniture, lit."""
    x, y, _ = weather.places(canvas)
    floor = canvas.kind == GROUND
    tone = np.mod(np.sin(np.floor(x / room.tile_m) * 127.1 + np.floor(y / room.tile_m) * 311.7) * 43758.5, 1.0) - 0.5
    edge = np.minimum(np.mod(x, room.tile_m), np.mod(y, room.tile_m))
    light = 1 + 0.05 * tone - 0.16 * (edge < 0.03)
    canvas.colour[floor] = np.clip(np.asarray(room.floor) * light[..., None], 0, 255).astype(np.uint8)[floor]
    up = np.array([0.0, 0.0, room.height_m])
    south_west, south_east = np.array([room.west, room.south, 0]), np.array([room.east, room.south, 0])
    north_east, north_west = np.array([room.east, room.north, 0]), np.array([room.west, room.north, 0])
    # Seen from inside, a wall runs the other way round.
    walls = ((south_east, south_west), (north_east, south_east), (north_west, north_east), (south_west, north_west))
    for index, (start, end) in enumerate(walls):
        skin = room.wall(float(np.linalg.norm(end - start)), room.height_m, index)
        canvas.panel(start + up, end - start, -up, skin)
    canvas.panel(
        south_west + up,
        south_east - south_west,
        north_west - south_west,
        facade.plain((222, 224, 224)),
        both_sides=True,
    )
    for box in room.boxes:
        top = facade.plain(box.top) if box.top else None
        canvas.box(box.low_m, box.high_m, facade.plain(box.colour), top=top)
    return _lit(canvas, room, canvas.kind == GROUND)


def _lit(canvas: Canvas, room: Room, floor: np.typing.NDArray[np.bool_]) -> Image:
    x, y, z = weather.places(canvas)
    to_wall = np.minimum(np.minimum(x - room.west, room.east - x), np.minimum(y - room.south, room.north - y))
    corner = np.where(
        floor, np.exp(-np.maximum(to_wall, 0) / 0.6), np.exp(-np.maximum(np.minimum(z, room.height_m - z), 0) / 0.45)
    )
    light = (
        0.99 - 0.3 * corner + 0.06 * np.clip(z / room.height_m, 0, 1) + 0.05 * np.sin(x * 2.1) * np.sin(y * 2.6) * floor
    )
    light = light * (0.9 + 0.12 * canvas.slope)
    picture = canvas.colour * light[..., None].astype(np.float32)
    ceiling = (z > room.height_m - 0.02) & (canvas.kind == THING)
    picture[ceiling] += (_lamp_strips(room, x, y) * 60)[ceiling][:, None]
    # The polished floor mirrors the lamps: where would the mirrored ray meet the ceiling?
    reach = room.height_m / np.maximum(-canvas.rays[..., 2], 0.02)
    gloss = _lamp_strips(
        room, (x + canvas.rays[..., 0] * reach).astype(np.float32), (y + canvas.rays[..., 1] * reach).astype(np.float32)
    )
    grazing = np.clip(1.2 + canvas.rays[..., 2] / np.linalg.norm(canvas.rays, axis=-1), 0, 1) ** 2
    shine = cv2.GaussianBlur((gloss * floor).astype(np.float32), (0, 0), 2.5) * floor
    picture += (shine * (26 + 70 * grazing))[..., None]
    return np.asarray(np.clip(picture, 0, 255), np.uint8)


def room_backdrop(lens: Pinhole, room: Room, *, finer: int = 2) -> Backdrop:
    """Draw the room through a pinhole."""
    canvas = Canvas(lens.scaled(finer), np.array([0.35, -0.25, 0.9]))
    picture = _paint(canvas, room)
    standing = np.where((canvas.kind == THING), canvas.nearness, 0).astype(np.float32)
    light = Light(None, None, INDOORS)
    sheet = Sheet(picture, standing, picture, canvas.lens)
    for prop in sorted(room.props, key=lambda item: -float(canvas.lens.project(np.array([[*item.at, 0.0]]))[1][0])):
        pixels, depth = canvas.lens.project(prop.bounds)
        if depth.min() > NEAR_M:
            paint = partial(prop.paint, lens=canvas.lens, tint=light.at)
            sheet.bake(pixels.min(axis=0), pixels.max(axis=0), float(depth.mean()), paint)
    size = (lens.width_px, lens.height_px)
    shadowed = (canvas.kind == GROUND).astype(np.uint8) * np.uint8(70)
    return Backdrop(
        lens,
        np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8),
        np.asarray(cv2.resize(standing, size, interpolation=cv2.INTER_NEAREST), np.float32),
        np.asarray(cv2.resize(shadowed, size, interpolation=cv2.INTER_AREA), np.uint8),
        np.zeros((lens.height_px, lens.width_px), np.uint8),
        light,
        False,
    )


_FACE_PX = 620
_FACES = ((0.0, 90.0), (0.0, 0.0), (90.0, 0.0), (180.0, 0.0), (270.0, 0.0))
"""Azimuth and tilt of the five sides of a cube that a ceiling camera can see."""


def fisheye_backdrop(lens: Fisheye, room: Room) -> Backdrop:
    """Draw the room through a ceiling fisheye: five sides of a cube, bent into the image circle."""
    directions = lens.directions()
    shape = (lens.height_px, lens.width_px)
    image = np.full((*shape, 3), 14, np.uint8)
    nearness, shadowed = np.zeros(shape, np.float32), np.zeros(shape, np.uint8)
    best = np.full(shape, -1.0, np.float32)
    for azimuth_deg, tilt_deg in _FACES:
        face = pinhole(
            lens.position_m, azimuth_deg=azimuth_deg, tilt_deg=tilt_deg, hfov_deg=92, size_px=(_FACE_PX, _FACE_PX)
        )
        seen = directions @ face.axes.T.astype(np.float32)
        mine = (seen[..., 2] > best) & (seen[..., 2] > 0.4)
        if not mine.any():
            continue
        best[mine] = seen[..., 2][mine]
        drawn = room_backdrop(face, room, finer=1)
        depth = np.maximum(seen[..., 2], 0.05)
        across = (seen[..., 0] / depth * face.focal_px + face.centre_px[0] - 0.5).astype(np.float32)
        down = (seen[..., 1] / depth * face.focal_px + face.centre_px[1] - 0.5).astype(np.float32)
        image[mine] = cv2.remap(drawn.image, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)[mine]
        nearness[mine] = (cv2.remap(drawn.nearness, across, down, cv2.INTER_NEAREST) * depth)[mine]
        shadowed[mine] = cv2.remap(drawn.shadowed, across, down, cv2.INTER_NEAREST)[mine]
    rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]]
    away = np.hypot(columns + 0.5 - shape[1] / 2, rows + 0.5 - shape[0] / 2)
    rim = np.clip((lens.radius_px - away) / 2.0, 0, 1)[..., None] * np.clip(
        1.25 - (away / lens.radius_px)[..., None] ** 4 * 0.6, 0, 1
    )
    image = np.clip(image * rim + 12 * (1 - rim), 0, 255).astype(np.uint8)
    return Backdrop(
        _flat(lens), image, nearness, shadowed, np.zeros(shape, np.uint8), Light(None, None, INDOORS), False
    )


def _flat(lens: Fisheye) -> Pinhole:
    """A pinhole of the same place, for what needs only size and position."""
    return pinhole(
        lens.position_m, azimuth_deg=lens.azimuth_deg, tilt_deg=90, hfov_deg=90, size_px=(lens.width_px, lens.height_px)
    )
