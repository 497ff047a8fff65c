"""Street furniture by strokes: trees, lamps, benches, posts, parasols, cranes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from wallapp.simulation.scenes.arrays import Points
from wallapp.simulation.scenes.drawing import Colour, Image, mixed, polygon, shaded
from wallapp.simulation.scenes.lens import NEAR_M, Lens
from wallapp.simulation.scenes.plan import Lamp, Tree
from wallapp.simulation.scenes.stroke import bar, disc
from wallapp.simulation.scenes.weather import SUN, Caster

Tint = Callable[[float, float, float], Colour]
"""The light at a place (x, y, z): a factor for each of blue, green, red."""


class Painter(Protocol):
    """Draws one thing onto a picture."""

    def __call__(self, image: Image, lens: Lens, tint: Tint) -> None:
        """Through this lens, in the light that `tint` tells."""
        ...


@dataclass(frozen=True, slots=True)
class Prop:
    """Something that stands: where it stands, and how it is painted through a lens.

    `bounds` are points (n, 3) that hold it; `paint(image, lens=, tint=)` draws it.
    """

    at: tuple[float, float]
    bounds: Points
    paint: Painter
    casters: tuple[Caster, ...] = ()


def _lit(colour: Colour, light: Colour, factor: float = 1.0) -> Colour:
    return (
        min(255.0, colour[0] * light[0] * factor),
        min(255.0, colour[1] * light[1] * factor),
        min(255.0, colour[2] * light[2] * factor),
    )


def _disc_shape(x: float, y: float, radius_m: float, sides: int = 10) -> Points:
    turn = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    return np.column_stack([np.cos(turn) * radius_m + x, np.sin(turn) * radius_m + y])


def _around(x: float, y: float, radius_m: float, height_m: float) -> Points:
    flat = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * radius_m + (x, y)
    return np.vstack([np.column_stack([flat, np.full(4, z)]) for z in (0.0, height_m)])


def tree(plan: Tree) -> Prop:
    """A palm or a plane tree."""
    return _palm(plan) if plan.kind == "palm" else _plane_tree(plan)


def _palm(plan: Tree) -> Prop:
    random = np.random.default_rng(plan.seed)
    (x, y), height = plan.at, plan.height_m
    lean = random.normal(0, 0.25, 2)
    shares = np.linspace(0, 1, 7)
    trunk = np.column_stack([x + lean[0] * shares**2, y + lean[1] * shares**2, height * shares])
    fronds = []
    for index in range(17):
        turn = index * 2.4 + random.normal(0, 0.15)
        rise, reach = 0.9 - 1.5 * (index / 17), 2.3 + 0.5 * random.random()
        along = np.linspace(0, 1, 6)
        out = along * reach
        up = rise * along * 1.6 - 1.5 * along**2
        fronds.append(np.column_stack([np.cos(turn) * out, np.sin(turn) * out, up]) + trunk[-1])

    def paint(image: Image, lens: Lens, tint: Tint) -> None:
        pixels, depth = lens.project(trunk)
        if depth.min() < NEAR_M:
            return
        light = tint(x, y, height / 2)
        for index in range(6):
            wide = (0.42 - 0.03 * index) * lens.scale_at(float(depth[index]))
            tone = 0.95 if index % 2 else 0.82
            bar(image, pixels[index], pixels[index + 1], (wide, wide * 0.93), _lit((92, 112, 132), light, tone))
        scale = lens.scale_at(float(depth[-1]))
        light = tint(x, y, height)
        order = sorted(fronds, key=lambda frond: -float(lens.project(frond[-1:])[1][0]))
        for index, frond in enumerate(order):
            spine, _ = lens.project(frond)
            green: Colour = ((58, 122, 92), (50, 104, 76), (70, 138, 104))[index % 3]
            facing = 0.75 + 0.5 * max(0.0, float((frond[2] - frond[0]) @ SUN) / 2)
            _frond(image, spine, scale, _lit(green, light, facing))

    shape = (Caster(_disc_shape(x, y, 0.25), 0, height), Caster(_disc_shape(x, y, 1.5), height - 0.6, height + 0.2))
    return Prop(plan.at, _around(x, y, 3.2, height + 1.5), paint, shape)


def _frond(image: Image, spine: Points, scale: float, colour: Colour) -> None:
    """Leaflets hang from both sides of the spine."""
    for index in range(len(spine) - 1):
        start, end = spine[index], spine[index + 1]
        along = end - start
        side = np.array([-along[1], along[0]]) / max(float(np.hypot(*along)), 1e-6)
        wide = scale * (0.34 - 0.05 * index)
        droop = np.array([0.0, scale * 0.16])
        polygon(image, np.stack([start, end, end + side * wide * 0.5 + droop + along * 0.4]), shaded(colour, 0.9))
        polygon(image, np.stack([start, end, end - side * wide * 0.5 + droop + along * 0.4]), shaded(colour, 0.72))
        bar(image, start, end, (scale * 0.07, scale * 0.06), shaded(colour, 1.15))


def _plane_tree(plan: Tree) -> Prop:
    random = np.random.default_rng(plan.seed)
    (x, y), height = plan.at, plan.height_m
    radius = height * 0.4
    count = 620
    lobes = random.normal(0, 0.42, (7, 3)) * (radius, radius, height * 0.2)
    away = random.normal(0, 1, (count, 3))
    away /= np.linalg.norm(away, axis=1)[:, None]
    lobe = random.integers(0, 7, count)
    crown = lobes[lobe] + away * (radius * 0.62, radius * 0.62, height * 0.19) + (x, y, height * 0.7)
    outward = (crown - (x, y, height * 0.66)) / (radius, radius, height * 0.3)
    sizes = 0.09 + 0.15 * random.random(count)
    bright = 0.62 + 0.22 * (away @ SUN) + 0.2 * (outward @ SUN) + 0.1 * outward[:, 2] + random.normal(0, 0.08, count)
    hues = random.random(count)

    def paint(image: Image, lens: Lens, tint: Tint) -> None:
        ends, depth = lens.project(np.array([[x, y, 0.0], [x, y, height * 0.6]]))
        if depth.min() < NEAR_M:
            return
        scale = lens.scale_at(float(depth[0]))
        bar(image, ends[0], ends[1], (0.34 * scale, 0.2 * scale), _lit((70, 86, 98), tint(x, y, 1.0)))
        pixels, depths = lens.project(crown)
        light = tint(x, y, height)
        for index in np.argsort(-depths):
            base = mixed((50, 96, 82), (66, 122, 122), float(hues[index]))
            spot = lens.scale_at(float(depths[index])) * float(sizes[index])
            disc(image, pixels[index], max(spot, 0.8), _lit(base, light, max(0.3, float(bright[index]))))

    low = height * 0.68
    shape = (
        Caster(_disc_shape(x, y, 0.2), 0, low),
        Caster(_disc_shape(x, y, radius * 0.75), low - height * 0.22, low + height * 0.22),
        Caster(_disc_shape(x, y, radius * 0.95), low - height * 0.08, low + height * 0.08),
    )
    return Prop(plan.at, _around(x, y, radius + 0.6, height * 1.05), paint, shape)


def lamp(plan: Lamp, *, night: bool) -> Prop:
    """A street lamp with one arm."""
    (x, y), height = plan.at, plan.height_m

    def paint(image: Image, lens: Lens, tint: Tint) -> None:
        foot_to_head, depth = lens.project(
            np.array([[x, y, 0.0], [x, y, height - 0.1], [x, y, height], [x + 0.1, y, height]], np.float64)
        )
        if depth.min() < NEAR_M:
            return
        scale = lens.scale_at(float(depth[0]))
        grey = _lit((66, 70, 70), tint(x, y, 2.0))
        bar(image, foot_to_head[0], foot_to_head[1], (0.16 * scale, 0.1 * scale), grey)
        head = foot_to_head[2]
        wide = 0.34 * scale
        shape = np.array([[-wide, 0], [-wide * 0.5, -wide * 0.7], [wide * 0.5, -wide * 0.7], [wide, 0]]) + head
        polygon(image, shape, grey)
        glass: Colour = (190, 235, 255) if night else _lit((205, 212, 214), tint(x, y, height))
        polygon(
            image, np.array([[-wide, 0], [wide, 0], [wide * 0.6, wide * 0.4], [-wide * 0.6, wide * 0.4]]) + head, glass
        )

    return Prop(plan.at, _around(x, y, 0.5, height + 0.4), paint, (Caster(_disc_shape(x, y, 0.12, 4), 0, height),))


def bench(x: float, y: float, turned_deg: float) -> Prop:
    """A bench with a back."""
    turn = np.radians(turned_deg)
    axis, back = np.array([np.cos(turn), -np.sin(turn), 0]), np.array([np.sin(turn), np.cos(turn), 0])

    def plank(offset: float, low: float, high: float, deep: float) -> Points:
        middle = np.array([x, y, 0.0]) + back * offset
        near, far = middle - axis * 0.85, middle + axis * 0.85
        up, in_ = np.array([0, 0, 1.0]), back * deep
        return np.stack([near + up * low, far + up * low, far + up * high + in_, near + up * high + in_])

    parts = [
        (plank(0.1, 0.0, 0.4, 0.0), (70, 74, 76)), (plank(0.0, 0.43, 0.43, 0.42), (84, 118, 148)),
        (plank(0.4, 0.5, 0.85, 0.08), (76, 108, 138)),
    ]  # fmt: skip

    def paint(image: Image, lens: Lens, tint: Tint) -> None:
        for corners, colour in parts:
            pixels, depth = lens.project(corners)
            if depth.min() > NEAR_M:
                polygon(image, pixels, _lit(colour, tint(x, y, 0.5)))

    return Prop((x, y), _around(x, y, 1.0, 0.9), paint, (Caster(_disc_shape(x, y, 0.6, 6), 0.3, 0.5),))


def parasol(x: float, y: float, colour: Colour) -> Prop:
    """A café table under a parasol."""
    turn = np.linspace(0, 2 * np.pi, 9)
    rim = np.column_stack([np.cos(turn) * 1.5 + x, np.sin(turn) * 1.5 + y, np.full(9, 2.15)])
    table = np.column_stack([np.cos(turn) * 0.45 + x, np.sin(turn) * 0.45 + y, np.full(9, 0.74)])
    posts = np.array([[x, y, 0], [x, y, 2.7], [x + 0.7, y, 0.45], [x - 0.7, y, 0.45], [x + 0.7, y, 0], [x - 0.7, y, 0]])

    def paint(image: Image, lens: Lens, tint: Tint) -> None:
        pixels, depth = lens.project(posts)
        if depth.min() < NEAR_M:
            return
        scale, light = lens.scale_at(float(depth[0])), tint(x, y, 2.6)
        for seat in (2, 3):
            bar(image, pixels[seat + 2], pixels[seat], (0.4 * scale, 0.42 * scale), _lit((60, 74, 92), light, 0.8))
        polygon(image, lens.project(table)[0], _lit((206, 212, 216), light, 0.8))
        bar(image, pixels[0], pixels[1], (0.07 * scale, 0.06 * scale), _lit((190, 196, 200), light))
        edge, distance = lens.project(rim)
        for index in np.argsort(-distance[:-1]):
            outward = rim[index] + rim[index + 1] - 2 * posts[1]
            facing = 0.72 + 0.42 * max(0.0, float((outward / np.linalg.norm(outward) * (1, 1, -1)) @ SUN))
            tone = colour if index % 2 else (226, 232, 234)
            polygon(image, np.stack([pixels[1], edge[index], edge[index + 1]]), _lit(tone, light, facing))

    return Prop((x, y), _around(x, y, 1.6, 2.8), paint, (Caster(_disc_shape(x, y, 1.5), 2.1, 2.3),))


def post(x: float, y: float, height_m: float, width_m: float, colour: Colour) -> Prop:
    """A bollard, a pole, a mast."""
    ends = np.array([[x, y, 0.0], [x, y, height_m]])

    def paint(image: Image, lens: Lens, tint: Tint) -> None:
        pixels, depth = lens.project(ends)
        if depth.min() > NEAR_M:
            wide = width_m * lens.scale_at(float(depth[0]))
            light = tint(x, y, height_m / 2)
            bar(image, pixels[0], pixels[1], (wide, wide * 0.85), _lit(colour, light, 0.85))
            bar(
                image,
                pixels[0] + (wide * 0.2, 0),
                pixels[1] + (wide * 0.2, 0),
                (wide * 0.4, wide * 0.3),
                _lit(colour, light),
            )

    return Prop(
        (x, y),
        _around(x, y, width_m, height_m),
        paint,
        (Caster(_disc_shape(x, y, max(0.1, width_m / 2), 4), 0, height_m),),
    )


def beams(at: tuple[float, float], ends: Points, width_m: float, colour: Colour, *, shadow: bool = False) -> Prop:
    """Straight members of a lattice or a railing. Args: ends: (n, 2, 3) in metres."""

    def paint(image: Image, lens: Lens, tint: Tint) -> None:
        pixels, depth = lens.project(ends.reshape(-1, 3))
        pixels, depth = pixels.reshape(-1, 2, 2), depth.reshape(-1, 2)
        for index in np.argsort(-depth.min(axis=1)):
            if depth[index].min() > NEAR_M:
                first, last = (width_m * lens.scale_at(float(value)) for value in depth[index])
                x, y, z = ends[index].mean(axis=0)
                bar(
                    image,
                    pixels[index][0],
                    pixels[index][1],
                    (first, last),
                    _lit(colour, tint(float(x), float(y), float(z))),
                )

    casters = tuple(
        Caster(_disc_shape(float(low[0]), float(low[1]), 0.4, 4), min(low[2], high[2]), max(low[2], high[2]))
        for low, high in ends
        if shadow and abs(high[2] - low[2]) > 2
    )
    return Prop(at, ends.reshape(-1, 3), paint, casters)


def fountain(x: float, y: float, radius_m: float) -> Prop:
    """A round basin with a bowl in its middle and arcs of water."""
    turn = np.linspace(0, 2 * np.pi, 25)

    def ring(radius: float, z: float) -> Points:
        return np.column_stack([x + np.cos(turn) * radius, y + np.sin(turn) * radius, np.full(25, z)])

    outer, water = ring(radius_m, 0.6), ring(radius_m - 0.4, 0.5)
    foot, bowl, stem = ring(radius_m, 0.0), ring(1.3, 1.7), ring(0.3, 1.6)
    arcs = []
    for index in range(24):
        spin, along = index * 2 * np.pi / 24, np.linspace(0, 1, 8)
        first, last = (0.2, 2.6) if index % 2 else (1.2, 2.9)
        reach = first + along * (last - first)
        top = 2.2 if index % 2 else 1.65
        arcs.append(
            np.column_stack([x + np.cos(spin) * reach, y + np.sin(spin) * reach, top + 2.2 * along - 3.4 * along**2])
        )

    def paint(image: Image, lens: Lens, tint: Tint) -> None:
        light = tint(x, y, 0.7)
        edge, depth = lens.project(outer)
        if depth.min() < NEAR_M:
            return
        low = lens.project(foot)[0]
        for index in np.argsort(-depth[:-1]):
            outward = np.array([np.cos(turn[index]), np.sin(turn[index]), 0.0])
            tone = _lit((176, 190, 200), light, 0.72 + 0.4 * max(0.0, float(outward @ SUN)))
            polygon(image, np.stack([edge[index], edge[index + 1], low[index + 1], low[index]]), tone)
        polygon(image, edge, _lit((196, 208, 216), light))
        polygon(image, lens.project(water)[0], _lit((170, 148, 104), light))
        stem_low, stem_high = lens.project(np.array([[x, y, 0.5], [x, y, 1.6]]))[0]
        wide = 0.5 * lens.scale_at(float(depth.mean()))
        bar(image, stem_low, stem_high, (wide, wide * 0.7), _lit((150, 164, 174), light))
        polygon(image, lens.project(bowl)[0], _lit((190, 202, 210), light))
        polygon(image, lens.project(stem)[0], _lit((140, 154, 164), light))
        scale = lens.scale_at(float(depth.mean()))
        for arc in arcs:
            spray = lens.project(arc)[0]
            for index in range(7):
                bar(
                    image,
                    spray[index],
                    spray[index + 1],
                    (0.05 * scale, 0.08 * scale),
                    _lit((246, 240, 232), light, 0.95),
                )

    return Prop((x, y), _around(x, y, radius_m, 3.2), paint, (Caster(_disc_shape(x, y, radius_m), 0, 0.6),))


def crane(x: float, y: float) -> Prop:
    """A quay crane: four legs, a bridge over the water, stays."""
    top, bridge = 27.0, 19.0
    lines: list[list[tuple[float, float, float]]] = []
    for side in (-5.0, 5.0):
        lines += [[(x + side, y + foot, 0), (x + side * 0.8, y + foot * 0.8, bridge)] for foot in (-4.0, 4.0)]
        lines.append([(x + side, y - 4, 7), (x + side, y + 4, 7)])
        lines.append([(x + side, y - 4, 7), (x + side * 0.8, y + 3.2, bridge)])
        lines.append([(x + side * 0.8, y - 3.2, bridge), (x + side * 0.4, y, top)])
        lines.append([(x + side * 0.4, y - 14, bridge + 1), (x + side * 0.4, y + 26, bridge + 1)])
        lines.append([(x + side * 0.4, y, top), (x + side * 0.4, y + 24, bridge + 1)])
        lines.append([(x + side * 0.4, y, top), (x + side * 0.4, y - 13, bridge + 1)])
    for across in (-4.0, 4.0):
        lines.append([(x - 5, y + across, 7), (x + 5, y + across, 7)])
        lines.append([(x - 4, y + across * 0.8, bridge), (x + 4, y + across * 0.8, bridge)])
    steps = [y + float(step) for step in np.arange(-14.0, 26.0, 2.5)]
    lines += [[(x - 2, step, bridge + 1), (x + 2, step + 2.5, bridge + 1)] for step in steps]
    return beams((x, y), np.asarray(lines, np.float64), 0.55, (58, 92, 196), shadow=True)


def railing(x0: float, y0: float, x1: float, y1: float, height_m: float, every_m: float, colour: Colour) -> list[Prop]:
    """Posts and rails in short stretches, so that each hides only what is behind it."""
    length = float(np.hypot(x1 - x0, y1 - y0))
    along = np.array([x1 - x0, y1 - y0, 0.0]) / length
    start, up = np.array([x0, y0, 0.0]), np.array([0, 0, height_m])
    stretches = []
    step = every_m * 4
    for offset in np.arange(0.0, length, step):
        end = min(offset + step, length)
        first, last = start + along * offset, start + along * end
        lines = [[first + up * share, last + up * share] for share in (0.35, 0.68, 1.0)]
        lines += [[start + along * foot, start + along * foot + up] for foot in np.arange(offset, end, every_m)]
        middle = (first + last) / 2
        stretches.append(beams((float(middle[0]), float(middle[1])), np.asarray(lines), 0.05, colour))
    return stretches
