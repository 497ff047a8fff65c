"""What stands in the city: which props and boxes, where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from wallapp.simulation.scenes import coachwork, facade, props, vehicle
from wallapp.simulation.scenes.canvas import Canvas, box_corners
from wallapp.simulation.scenes.cast import Parked, town_cast
from wallapp.simulation.scenes.drawing import Colour, Image
from wallapp.simulation.scenes.lens import Lens
from wallapp.simulation.scenes.plan import Building, Plan, Wall, load_plan
from wallapp.simulation.scenes.props import Prop
from wallapp.simulation.scenes.weather import Caster

_CONTAINERS: tuple[Colour, ...] = (
    (60, 66, 150),
    (130, 88, 44),
    (84, 118, 60),
    (60, 112, 178),
    (142, 146, 148),
    (96, 62, 52),
    (52, 84, 122),
)


@dataclass(frozen=True, slots=True)
class Block:
    """A plain box of the town: its corners, its skins' colour and make."""

    low_m: tuple[float, float, float]
    high_m: tuple[float, float, float]
    colour: Colour
    ribbed: bool = False
    glow: Colour | None = None

    def put(self, canvas: Canvas) -> None:
        """Onto a canvas."""
        seed = int(self.low_m[0] * 7 + self.low_m[1] * 13)
        if self.ribbed:
            length, height = self.high_m[0] - self.low_m[0], self.high_m[2] - self.low_m[2]
            skin = facade.ribbed(self.colour, length, height, seed=abs(seed))
            canvas.box(self.low_m, self.high_m, skin, top=facade.plain(self.colour))
            return
        canvas.box(self.low_m, self.high_m, facade.plain(self.colour, seed=abs(seed), glow=self.glow))

    def caster(self) -> Caster:
        """Its shadow."""
        return Caster(box_corners(self.low_m, self.high_m, 0.0)[:, :2], self.low_m[2], self.high_m[2])


@lru_cache(maxsize=1)
def blocks() -> tuple[Block, ...]:
    """Kiosks, shelters, containers, ships, the fountain's basin."""
    found = [
        Block((-32, 85, 0), (-28.5, 88, 2.6), (70, 110, 84)),
        Block((-32.4, 84.6, 2.6), (-28.1, 88.4, 2.8), (206, 212, 214)),
        Block((24, 85, 0), (27, 88, 2.6), (120, 92, 58)),
        Block((23.6, 84.6, 2.6), (27.4, 88.4, 2.8), (206, 212, 214)),
        Block((-22, 21, 0), (-19, 24, 2.5), (64, 86, 104)),
        Block((-22.3, 20.7, 2.5), (-18.7, 24.3, 2.7), (60, 66, 70)),
        Block((113.4, 11.2, 0), (115.6, 13.8, 2.8), (200, 204, 206)),
        Block((113.2, 11.0, 2.8), (115.8, 14.0, 3.0), (150, 96, 40)),
    ]
    found += _shelters() + _containers() + _ships()
    return tuple(found)


def _shelters() -> list[Block]:
    """Roofs, back walls and ticket machines of both tram stops."""
    found = []
    for low, high in ((-56, -24), (24, 56)):
        for side, back in ((-54.6, -53.5), (-65.4, -66.5)):
            for start in (low + 4.0, high - 12.0):
                found.append(
                    Block((min(side, back) - 0.6, start, 2.5), (max(side, back) + 0.5, start + 8, 2.62), (96, 96, 92))
                )
                found.append(Block((back - 0.04, start, 0.3), (back + 0.04, start + 3.2, 2.3), (160, 150, 128)))
                found.append(
                    Block(
                        (back - 0.05, start + 4.2, 0.5),
                        (back + 0.05, start + 5.5, 2.2),
                        (176, 120, 84),
                        glow=(210, 190, 160),
                    )
                )
            middle = (low + high) / 2
            found.append(Block((back - 0.25, middle - 0.4, 0), (back + 0.25, middle + 0.4, 1.7), (150, 70, 60)))
    return found


def _containers() -> list[Block]:
    random = np.random.default_rng(11)
    found = []
    for row, y in enumerate((33.0, 36.4, 39.8)):
        for slot in range(8):
            x = 134.0 + slot * 13.0 + 2.0 * (row % 2)
            for level in range(int(random.integers(1, 4))):
                colour = _CONTAINERS[int(random.integers(len(_CONTAINERS)))]
                found.append(Block((x, y, level * 2.6), (x + 12.2, y + 2.5, level * 2.6 + 2.58), colour, ribbed=True))
    return found


def _ships() -> list[Block]:
    """A freighter at the long quay, a ferry at the short one, both stepped boxes."""
    hull, white, deck = (72, 62, 54), (222, 226, 226), (70, 88, 150)
    return [
        Block((126, 58.5, 0), (212, 73, 5.2), hull),
        Block((126, 58.4, 0), (212, 73.1, 1.2), (52, 52, 132)),
        Block((128, 60, 5.2), (142, 72, 15.5), white),
        Block((129, 61.5, 15.5), (137, 70.5, 18.5), white),
        Block((131, 64, 18.5), (135, 68, 23.5), deck),
        *(
            Block(
                (146 + 13.0 * slot, 59.5 + 2.6 * row, 5.2),
                (158.2 + 13.0 * slot, 62 + 2.6 * row, 7.8 + 2.6 * ((slot + row) % 3)),
                _CONTAINERS[(slot * 3 + row) % 7],
                ribbed=True,
            )
            for slot in range(5)
            for row in range(5)
        ),
        Block((77, 58.5, 0), (116, 70, 4.5), (226, 226, 222)),
        Block((77, 58.4, 0), (116, 70.1, 1.6), (132, 78, 34)),
        Block((80, 59.5, 4.5), (112, 69, 8.0), white),
        Block((80, 59.4, 5.6), (112, 69.1, 6.7), (86, 78, 70)),
        Block((86, 60.5, 8.0), (108, 68, 11.0), white),
        Block((86, 60.4, 8.9), (108, 68.1, 9.9), (86, 78, 70)),
        Block((92, 62.5, 11.0), (97, 66, 15.0), (150, 92, 40)),
    ]


def building(canvas: Canvas, plan: Building) -> None:
    """Four fronts and a roof, where this view can see them."""
    west, south, east, north = plan.rect
    height = plan.height_m
    x, y, z = canvas.lens.position_m
    up = np.array([0.0, 0.0, height])
    sides = (
        (y < south, (west, south), (east, south)),
        (x > east, (east, south), (east, north)),
        (y > north, (east, north), (west, north)),
        (x < west, (west, north), (west, south)),
    )
    for index, (seen, start, end) in enumerate(sides):
        across = np.array([end[0] - start[0], end[1] - start[1], 0.0])
        if seen and _in_front(canvas, start, end):
            skin = facade.facade(plan.style, float(np.linalg.norm(across)), height, plan.seed * 4 + index)
            canvas.panel(np.array([start[0], start[1], height]), across, -up, skin)
    if z > height:
        skin = facade.roof(east - west, north - south, plan.seed)
        canvas.panel(
            np.array([west, north, height]), np.array([east - west, 0, 0]), np.array([0, south - north, 0]), skin
        )


def _in_front(canvas: Canvas, start: tuple[float, float], end: tuple[float, float]) -> bool:
    """Whether any of it can be in the picture; saves painting skins that nobody sees."""
    corners = np.array([[*start, 0.0], [*end, 0.0], [*start, 22.0], [*end, 22.0]])
    seen = canvas.lens.to_camera(corners)
    if seen[:, 2].max() < 0.5:
        return False
    reach = canvas.lens.width_px / 2 / canvas.lens.focal_px * 1.02
    return not ((seen[:, 0] > seen[:, 2] * reach).all() or (seen[:, 0] < -seen[:, 2] * reach).all())


def wall(canvas: Canvas, plan: Wall) -> None:
    """A low wall with a coping."""
    x0, y0, x1, y1 = plan.line
    thick = 0.15
    low = (min(x0, x1) - thick * (x0 == x1), min(y0, y1) - thick * (y0 == y1), 0.0)
    high = (max(x0, x1) + thick * (x0 == x1), max(y0, y1) + thick * (y0 == y1), plan.height_m)
    colour: Colour = (196, 206, 212)
    canvas.box(low, high, facade.plain(colour, seed=int(abs(x0 + y0))))


@lru_cache(maxsize=2)
def standing(night: bool) -> tuple[Prop, ...]:
    """Every prop of the town."""
    plan = load_plan()
    found: list[Prop] = [props.tree(item) for item in plan.trees]
    found += [props.lamp(item, night=night) for item in plan.lamps]
    for item in plan.walls:
        if item.see_through:
            found += props.railing(*item.line, item.height_m, 1.6, (92, 104, 96))
    found += [props.bench(x, 80.2, 180.0) for x in np.arange(-180.0, 60.0, 9.7)]
    found += [props.bench(x, y, 0.0 if y > 40 else 180.0) for x in (-26.0, -6.0, 9.0, 27.0) for y in (26.0, 50.0)]
    shades: tuple[Colour, ...] = ((64, 72, 178), (58, 120, 196), (88, 126, 74))
    found += [props.parasol(30.0 + 4.2 * (i % 4), 19.5 + 4.4 * (i // 4), shades[i % 3]) for i in range(12)]
    found += [props.post(x, y, 0.9, 0.14, (70, 74, 78)) for x in np.arange(-44.0, 48.0, 3.0) for y in (12.6, 63.2)]
    found += [props.post(x, y, 0.8, 0.45, (60, 64, 70)) for x in np.arange(78.0, 240.0, 16.0) for y in (55.6,)]
    found.append(props.fountain(2.0, 38.0, 4.2))
    found += _catenary() + _crossing_lights()
    found += [props.crane(150, 50.2), props.crane(186, 50.2)]
    found += [_parked(item) for item in town_cast().parked]
    found += [props.post(x, -68.8, 0.9, 0.1, (60, 64, 150)) for x in np.arange(-14.0, 4.0, 1.6)]
    return tuple(found)


def _parked(item: Parked) -> Prop:
    """A standing car, lamps off."""
    height = vehicle.BODIES[item.make].height_m
    footprint = coachwork.footprint(item.make, item.spot)
    middle = footprint.mean(axis=0)

    def paint(image: Image, lens: Lens, tint: props.Tint) -> None:
        light = tint(item.spot.x_m, item.spot.y_m, 1.0)
        coachwork.paint(image, item.make, item.spot, item.colour, lens, light, night=False)

    shape = (
        Caster(footprint, 0.1, height * 0.6),
        Caster((footprint - middle) * 0.75 + middle, height * 0.6, height),
    )
    return Prop((item.spot.x_m, item.spot.y_m), coachwork.bounds(item.make, item.spot), paint, shape)


def _catenary() -> list[Prop]:
    found: list[Prop] = []
    for y in np.arange(-180.0, 330.0, 30.0):
        if abs(y) < 9 or 63 < y < 78:
            continue
        found.append(props.post(-60.0, float(y), 6.2, 0.2, (84, 88, 88)))
        arms = [[(-62.2, y, 5.8), (-57.8, y, 5.8)], [(-60, y, 6.2), (-62, y, 5.8)], [(-60, y, 6.2), (-58, y, 5.8)]]
        found.append(props.beams((-60.0, float(y)), np.asarray(arms, np.float64), 0.08, (84, 88, 88)))
    return found


def _crossing_lights() -> list[Prop]:
    """Signals at the corners of the two crossings, each with its three lamps."""
    found: list[Prop] = []
    corners = (
        (-72.5, -9.2),
        (-47.4, -9.2),
        (-72.5, 9.2),
        (-47.4, 9.2),
        (52.6, -9.2),
        (65.6, -9.2),
        (52.6, 9.2),
        (65.6, 9.2),
    )
    for x, y in corners:
        found.append(props.post(x, y, 3.4, 0.12, (70, 74, 74)))
        for height, colour in ((3.1, (60, 60, 220)), (2.85, (60, 110, 130)), (2.6, (70, 110, 60))):
            ends = np.array([[[x - 0.13, y, height], [x + 0.13, y, height]]])
            found.append(props.beams((x, y - 0.01), ends, 0.24, colour))
    return found


def casters(plan: Plan, stands: Sequence[Prop]) -> list[Caster]:
    """Everything that throws a static shadow."""
    found = [
        Caster(box_corners((b.rect[0], b.rect[1], 0), (b.rect[2], b.rect[3], 1), 0.0)[:, :2], 0.0, b.height_m)
        for b in plan.buildings
    ]
    found += [block.caster() for block in blocks()]
    for item in plan.walls:
        x0, y0, x1, y1 = item.line
        if not item.see_through:
            low, high = (min(x0, x1) - 0.15, min(y0, y1) - 0.15, 0.0), (max(x0, x1) + 0.15, max(y0, y1) + 0.15, 1.0)
            found.append(Caster(box_corners(low, high, 0.0)[:, :2], 0.0, item.height_m))
    for prop in stands:
        found += prop.casters
    return found
