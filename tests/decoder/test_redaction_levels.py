"""What may not be seen changes no byte: random geometries, formats, crops and levels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.decoder.pictures import (
    SHARED,
    Samples,
    frame_of,
    gate_with,
    in_masks,
    pixels,
    samples,
    with_samples,
)
from wallapp.decoder.mosaic import cell_edges
from wallapp.decoder.planes import planes_of
from wallapp.decoder.redact import FILL_LEVEL, covered_pixels
from wallapp.decoder.scale import Scaler
from wallapp.decoder.scene import FRAMES_AT_LEAST, Scene, certify_scene
from wallapp.decoder.silhouette import FIGURE_LEVEL, RIM_LEVEL
from wallapp.domain.mask import MASK_UNITS, Mask
from wallapp.domain.view import WHOLE, Crop, Level, mosaic_size

ARRIVAL_NS = 10_000_000_000


@dataclass(frozen=True)
class Case:
    """One geometry and policy."""

    pixel_format: str
    size_px: tuple[int, int]
    box_px: tuple[int, int]
    level: Level
    crop: Crop
    masks: tuple[Mask, ...]
    seed: int


@st.composite
def crops(draw: st.DrawFn) -> Crop:
    left, top = draw(st.floats(0, 0.9)), draw(st.floats(0, 0.9))
    return Crop(left, top, draw(st.floats(left + 0.05, 1)), draw(st.floats(top + 0.05, 1)))


corners = st.tuples(st.integers(0, MASK_UNITS), st.integers(0, MASK_UNITS))
polygons = st.lists(corners, min_size=3, max_size=6).map(lambda points: Mask(tuple(points)))
cases = st.builds(
    Case,
    st.sampled_from(sorted(SHARED)),
    st.tuples(st.integers(2, 60).map(lambda half: 2 * half), st.integers(4, 90)),
    st.tuples(st.integers(40, 200), st.integers(40, 140)),
    st.sampled_from([Level.CLEAR, Level.MOSAIC, Level.SILHOUETTE]),
    st.one_of(st.just(WHOLE), crops()),
    st.lists(polygons, min_size=1, max_size=3).map(tuple),
    st.integers(0, 2**32),
)
Shown = Callable[[Case, tuple[Samples, ...]], bytes]
FEW = settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck))


def through_the_gate(case: Case, planes: tuple[Samples, ...], scenes: tuple[Scene, ...] = ()) -> bytes:
    with gate_with(case.level, case.box_px, crop=case.crop, masks=case.masks, scenes=scenes) as (gate, reader):
        gate.pass_frame(frame_of(case.pixel_format, case.size_px, planes), ARRIVAL_NS)
        shown = pixels(reader)
    assert shown is not None
    return bytes(repr(shown.shape), "ascii") + shown.tobytes()


def masked_after_scaling(case: Case, planes: tuple[Samples, ...]) -> bytes:
    """What the product must not do: it looks right and is wrong."""
    target = np.empty((case.box_px[1] & ~1, case.box_px[0] & ~1, 4), np.uint8)
    Scaler().write(planes_of(frame_of(case.pixel_format, case.size_px, planes)), WHOLE, target)
    target[covered_pixels(case.masks, target.shape[1], target.shape[0])] = FILL_LEVEL
    return target.tobytes()


def hidden_under_masks(case: Case, shown: Shown) -> bool:
    """Whether two sources that differ under the masks alone look the same."""
    rng = np.random.default_rng(case.seed)
    one, other = (samples(case.pixel_format, case.size_px, rng) for _ in range(2))
    two = with_samples(case.pixel_format, one, other, in_masks(case.masks, case.size_px))
    return shown(case, one) == shown(case, two)


def shuffled_in_cells(case: Case, planes: tuple[Samples, ...], rng: np.random.Generator) -> tuple[Samples, ...]:
    """The same samples, those within one cell in another order."""
    share = SHARED[case.pixel_format]
    sides = zip(case.size_px, mosaic_size(*case.size_px), share, strict=True)
    across, down = (cell_edges(size, cells, step_px=max(2, step)) for size, cells, step in sides)
    moved = [plane.copy() for plane in planes]
    for index, plane in enumerate(moved):
        right, below = share if index else (1, 1)
        for top, bottom in pairwise(down):
            for begin, end in pairwise(across):
                cell = plane[top // below : -(-bottom // below), begin // right : -(-end // right)]
                cell[:] = rng.permutation(cell.reshape(-1)).reshape(cell.shape)
    return tuple(moved)


def hidden_in_cells(case: Case) -> bool:
    """Whether two sources that differ only in how samples lie within cells look the same as mosaics."""
    case = replace(case, level=Level.MOSAIC, masks=())
    rng = np.random.default_rng(case.seed)
    one = samples(case.pixel_format, case.size_px, rng)
    two = shuffled_in_cells(case, one, rng)
    return through_the_gate(case, one) == through_the_gate(case, two)


def blocks(case: Case, rng: np.random.Generator) -> tuple[Samples, ...]:
    """A scene with edges: large blocks."""
    large = []
    for plane in samples(case.pixel_format, case.size_px, rng):
        small = plane[::8, ::8]
        large.append(small.repeat(8, axis=0).repeat(8, axis=1)[: plane.shape[0], : plane.shape[1]])
    return tuple(large)


def hidden_at_silhouette(case: Case) -> tuple[bool, bool]:
    """Whether all that shows is the scene and two greys, whatever is under the masks; and whether it was drawn."""
    case = replace(case, level=Level.SILHOUETTE, box_px=(320, 320))
    rng = np.random.default_rng(case.seed)
    empty = blocks(case, rng)
    frame = frame_of(case.pixel_format, case.size_px, empty)
    scene = certify_scene([frame] * FRAMES_AT_LEAST)
    width_px, height_px = case.size_px
    somebody = np.zeros((height_px, width_px), np.bool_)
    somebody[height_px // 4 : height_px // 2, width_px // 4 : width_px // 2] = True
    live = with_samples(case.pixel_format, empty, samples(case.pixel_format, case.size_px, rng), somebody)
    under = with_samples(
        case.pixel_format, live, samples(case.pixel_format, case.size_px, rng), in_masks(case.masks, case.size_px)
    )
    one, two = (through_the_gate(case, planes, (scene,)) for planes in (live, under))
    with gate_with(Level.SILHOUETTE, case.box_px, masks=case.masks, scenes=(scene,)) as (gate, reader):
        gate.pass_frame(frame_of(case.pixel_format, case.size_px, live), ARRIVAL_NS)
        shown = pixels(reader)
    assert shown is not None
    if shown.shape[:2] != scene.bgr.shape[:2] or max(shown.shape[:2]) <= 40:
        return one == two, False
    greys = np.isin(shown[:, :, :3], (FILL_LEVEL, FIGURE_LEVEL, RIM_LEVEL)).all(axis=2)
    ours = (shown[:, :, :3] == scene.bgr).all(axis=2)
    return one == two and bool((greys | ours).all()), bool((~ours & greys).any())


@pytest.mark.slow
@FEW
@given(cases)
def test_what_a_mask_covers_changes_no_byte(case: Case) -> None:
    assert hidden_under_masks(case, through_the_gate)


@pytest.mark.slow
@FEW
@given(cases)
def test_detail_within_cells_changes_no_byte_of_a_mosaic(case: Case) -> None:
    assert hidden_in_cells(case)


@pytest.mark.slow
@FEW
@given(cases)
def test_a_silhouette_shows_the_scene_and_two_greys(case: Case) -> None:
    assert hidden_at_silhouette(case)[0]


@pytest.mark.prove
@pytest.mark.timeout(3600)
@MANY
@given(cases)
def test_ten_thousand_geometries_and_policies(case: Case) -> None:
    assert hidden_under_masks(case, through_the_gate)
    assert hidden_in_cells(case)
    assert hidden_at_silhouette(case)[0]


def test_these_tests_would_see_a_mask_that_is_applied_after_scaling() -> None:
    triangle = Mask(((2000, 1000), (9000, 3000), (5000, 9000)))
    seen = [
        not hidden_under_masks(
            Case(name, (64, 48), (150, 112), Level.CLEAR, WHOLE, (triangle,), 1), masked_after_scaling
        )
        for name in SHARED
    ]
    assert sum(seen) >= len(seen) // 2


def test_these_tests_would_see_detail_that_a_mosaic_keeps() -> None:
    """Shuffled across the cells' borders by one pixel, the same samples do change the mosaic."""
    case = Case("yuv420p", (64, 48), (64, 64), Level.MOSAIC, WHOLE, (), 1)
    one = samples("yuv420p", (64, 48), np.random.default_rng(1))
    two = tuple(np.roll(plane, 1, axis=1) for plane in one)
    assert through_the_gate(case, one) != through_the_gate(case, two)


def test_silhouettes_are_drawn_in_most_of_these_cases() -> None:
    """Otherwise what is said of them would be said of mosaics."""
    small = Mask(((9000, 9000), (9500, 9000), (9500, 9500)))
    drawn = [
        hidden_at_silhouette(Case(name, (120, 90), (320, 320), Level.SILHOUETTE, WHOLE, (small,), 7))
        for name in sorted(SHARED)
    ]
    assert all(hidden and shown for hidden, shown in drawn)
