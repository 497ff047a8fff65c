"""Lines and areas of the ground in a picture: cut at the border and behind the camera, in perspective."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.test_ground import CAMERA, FOUR, PLANE, calibrated
from wallapp.domain.ground_points import Spot
from wallapp.domain.ground_shapes import ShownArea, shown_area, shown_line
from wallapp.domain.place import Place

GROUND = calibrated()
Metres = tuple[float, float]


def places(*points: Metres) -> list[Place]:
    return [PLANE.to_place(*point) for point in points]


def area_of(corners: tuple[Spot, ...]) -> float:
    pairs = zip(corners, (*corners[1:], corners[0]), strict=True)
    return abs(sum(one[0] * two[1] - two[0] * one[1] for one, two in pairs)) / 2


def inside(ring: tuple[Metres, ...], point: Metres) -> bool:
    """The odd-even rule, on the ground."""
    odd = False
    for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y0 > point[1]) != (y1 > point[1]) and point[0] < x0 + (point[1] - y0) / (y1 - y0) * (x1 - x0):
            odd = not odd
    return odd


def covered(ring: tuple[Metres, ...], *, steps: int = 80) -> float:
    """The share of the picture that shows this area, counted spot by spot over the picture."""
    hits = 0
    for row in range(steps):
        for column in range(steps):
            fix = GROUND.to_ground((column + 0.5) / steps, (row + 0.5) / steps)
            hits += fix is not None and inside(ring, PLANE.to_metres(fix.place))
    return hits / steps**2


def shown(*ring: Metres) -> ShownArea:
    area = shown_area(GROUND, places(*ring))
    assert area is not None
    return area


def test_an_area_within_the_picture_keeps_its_corners() -> None:
    area = shown(*FOUR)
    assert list(area.fill) == [pytest.approx(CAMERA.spot(*corner), abs=1e-4) for corner in FOUR]
    assert len(area.outline) == 1
    assert area.outline[0][0] == pytest.approx(area.outline[0][-1])


@pytest.mark.parametrize(
    "ring",
    [
        ((-7, 12), (7, 13), (16, 45), (-14, 40)),
        ((-200, 5), (200, 5), (200, 30), (-200, 30)),
        ((-10, -50), (10, -50), (10, 60), (-10, 60)),
        ((-300, -300), (300, -300), (300, 300), (-300, 300)),
        ((5, -30), (40, 80), (-20, 50)),
    ],
    ids=["inside", "wider than the picture", "from behind the camera", "all around the camera", "a triangle"],
)
def test_the_filled_part_is_the_part_of_the_ground(ring: tuple[Metres, ...]) -> None:
    assert area_of(shown(*ring).fill) == pytest.approx(covered(ring), abs=0.02)


def test_what_lies_behind_or_beside_is_not_shown() -> None:
    assert shown_area(GROUND, places((-10, -30), (10, -30), (0, -10))) is None
    assert shown_area(GROUND, places((200, 5), (220, 5), (220, 20))) is None
    assert shown_area(GROUND, places((0, 20), (5, 25))) is None
    assert shown_line(GROUND, places((0, -30), (10, -5))) == ()
    assert shown_line(GROUND, places((0, 20))) == ()
    assert shown_line(GROUND, []) == ()


def test_the_border_is_no_outline() -> None:
    area = shown((-10, -50), (10, -50), (10, 60), (-10, 60))
    on_border = [
        (one, two)
        for piece in area.outline
        for one, two in pairwise(piece)
        if one[1] == two[1] == 1.0 or (one[0] == two[0] and one[0] in (0.0, 1.0))
    ]
    assert on_border == []
    assert len(area.outline) == 1


def test_a_line_that_leaves_and_comes_back_is_in_pieces() -> None:
    pieces = shown_line(GROUND, places((0, 20), (60, 20), (60, 40), (0, 40)))
    assert len(pieces) == 2
    assert pieces[0][0] == pytest.approx(CAMERA.spot(0, 20), abs=1e-4)
    assert pieces[0][-1][0] == pytest.approx(1.0)
    assert pieces[1][0][0] == pytest.approx(1.0)


def test_a_line_from_behind_begins_at_the_border() -> None:
    (piece,) = shown_line(GROUND, places((0, -40), (0, 40)))
    assert piece[0] == pytest.approx((0.5, 1.0), abs=1e-3)
    assert piece[-1] == pytest.approx(CAMERA.spot(0, 40), abs=1e-4)


FAR = st.floats(-400, 400)


@given(st.lists(st.tuples(FAR, FAR), min_size=3, max_size=8))
def test_any_ring_stays_within_the_picture_and_under_the_horizon(ring: list[Metres]) -> None:
    area = shown_area(GROUND, places(*ring))
    spots = np.array(area.fill if area else [(0.5, 0.5)])
    assert np.isfinite(spots).all()
    assert spots.min() >= 0
    assert spots.max() <= 1
    assert spots[:, 1].min() >= CAMERA.horizon_y - 1e-6
    for piece in area.outline if area else ():
        assert len(piece) >= 2
        assert all(math.isfinite(x + y) for x, y in piece)
