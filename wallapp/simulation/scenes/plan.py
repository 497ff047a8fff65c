"""The ground plan as drawn from: areas, buildings, walls, trees and lamps of resources/city/plan.json."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from wallapp.base.errors import BadInput
from wallapp.simulation.city import city_dir

Spot = tuple[float, float]
"""A place on the ground: x, y in metres."""


@dataclass(frozen=True, slots=True)
class Area:
    """A surface of the ground; a later one covers an earlier one."""

    kind: str
    points: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Building:
    """A block. `rect` is west, south, east, north."""

    rect: tuple[float, float, float, float]
    height_m: float
    style: str
    seed: int


@dataclass(frozen=True, slots=True)
class Wall:
    """A straight wall or fence on the ground, from (x0, y0) to (x1, y1)."""

    line: tuple[float, float, float, float]
    height_m: float
    see_through: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """`kind` is palm or plane."""

    kind: str
    at: Spot
    height_m: float
    seed: int


@dataclass(frozen=True, slots=True)
class Lamp:
    """A street lamp."""

    at: Spot
    height_m: float


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole ground plan."""

    areas: tuple[Area, ...]
    buildings: tuple[Building, ...]
    walls: tuple[Wall, ...]
    trees: tuple[Tree, ...]
    lamps: tuple[Lamp, ...]


@lru_cache(maxsize=1)
def load_plan() -> Plan:
    """The plan as shipped.

    Raises:
      BadInput: the shipped file was changed so that it cannot be read.
    """
    try:
        return _read(json.loads((city_dir() / "plan.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadInput(f"resources/city/plan.json cannot be read ({error}); install wallapp again") from error


def _read(data: dict[str, Any]) -> Plan:
    walls = [Wall(tuple(row["line"]), row["height_m"], False) for row in data["walls"]]
    fences = [Wall(tuple(row["line"]), row["height_m"], True) for row in data["fences"]]
    trees = [
        Tree(row["kind"], spot, row["height_m"] * (0.9 + 0.2 * _chance(spot)), int(_chance(spot) * 1e6))
        for row in data["tree_rows"]
        for spot in _along(row)
    ]
    return Plan(
        areas=tuple(Area(row["kind"], tuple((x, y) for x, y in row["points"])) for row in data["areas"]),
        buildings=tuple(
            Building(tuple(row["rect"]), row["height_m"], row["style"], seed)
            for seed, row in enumerate(data["buildings"])
        ),
        walls=tuple(walls + fences),
        trees=tuple(trees),
        lamps=tuple(Lamp(spot, row["height_m"]) for row in data["lamp_rows"] for spot in _along(row) if _free(spot)),
    )


def _along(row: dict[str, Any]) -> list[Spot]:
    x0, y0, x1, y1 = row["row"]
    count = int(math.dist((x0, y0), (x1, y1)) / row["every_m"]) + 1
    step = 0.0 if count == 1 else row["every_m"] / math.dist((x0, y0), (x1, y1))
    return [(x0 + (x1 - x0) * step * index, y0 + (y1 - y0) * step * index) for index in range(count)]


def _free(spot: Spot) -> bool:
    """No lamp stands on the streets that its row crosses."""
    x, y = spot
    on_street = abs(y) < 8.5 or -71 < x < -49 or 53.5 < x < 64.5 or 66 < y < 76 or -68.5 < y < -60
    return not on_street


def _chance(spot: Spot) -> float:
    """A number of 0 to 1 that is always the same for a place."""
    return math.modf(abs(math.sin(spot[0] * 12.9898 + spot[1] * 78.233)) * 43758.5453)[0]
