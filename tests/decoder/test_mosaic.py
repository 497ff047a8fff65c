"""The mosaic's cells: whole pixels, exact averages, few colours, little work."""

from __future__ import annotations

import time
from itertools import pairwise

import av
import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.decoder.pictures import SHARED, frame_of, samples
from wallapp.base.clock import ManualClock
from wallapp.decoder.gate import Gate
from wallapp.decoder.mosaic import COLOUR_STEPS, cell_edges, mosaic
from wallapp.decoder.planes import planes_of
from wallapp.domain.view import Level, mosaic_size
from wallapp.frames.arena import PICTURES_AT, Arena, page_aligned
from wallapp.frames.control import Output
from wallapp.frames.slot import SlotPlace


@given(st.integers(1, 8192), st.integers(1, 40), st.sampled_from([2, 4]))
def test_cells_are_whole_steps_and_leave_no_pixel_out(size_px: int, cells: int, step_px: int) -> None:
    edges = cell_edges(size_px, cells, step_px=step_px)
    assert edges[0] == 0
    assert edges[-1] == size_px
    assert all(edge % step_px == 0 for edge in edges[:-1])
    assert len(edges) - 1 <= cells
    if size_px >= step_px:
        assert min(right - left for left, right in pairwise(edges)) >= step_px


@pytest.mark.parametrize("pixel_format", SHARED)
def test_a_cells_colour_is_the_average_of_its_pixels(pixel_format: str) -> None:
    """Against the same average of what FFmpeg makes of the frame, to one step of the 32."""
    size_px = (640, 360)
    rng = np.random.default_rng(1)
    planes = tuple((plane // 4 + 90).astype(np.uint8) for plane in samples(pixel_format, size_px, rng))
    frame = frame_of(pixel_format, size_px, planes)
    cells = mosaic(planes_of(frame))
    assert cells.shape == (22, 40, 4)
    bgr = frame.to_ndarray(format="bgr24").astype(float)
    across, down = cell_edges(640, 40), cell_edges(360, 22)
    for row, (top, bottom) in enumerate(pairwise(down)):
        for column, (left, right) in enumerate(pairwise(across)):
            mean = bgr[top:bottom, left:right].mean(axis=(0, 1))
            assert np.abs(cells[row, column, :3] - mean).max() <= 256 / COLOUR_STEPS + 2
    assert (cells[:, :, 3] == 255).all()


def test_no_more_colours_than_promised() -> None:
    ramp = np.linspace(0, 255, 640).astype(np.uint8)[None].repeat(360, axis=0)
    cells = mosaic(planes_of(frame_of("bgr24", (640, 360), (ramp, ramp, ramp))))
    assert len(np.unique(cells[:, :, 0])) <= COLOUR_STEPS
    assert cells[0, 0, 0] == 0
    assert cells[0, -1, 0] == 255


def test_small_pictures_have_fewer_cells_and_never_a_pixel_alone() -> None:
    for size_px in ((40, 22), (16, 4), (2, 2), (3, 3)):
        planes = samples("yuv420p", size_px, np.random.default_rng(1))
        rows, columns, _ = mosaic(planes_of(frame_of("yuv420p", size_px, planes))).shape
        assert rows <= max(1, size_px[1] // 2)
        assert columns <= max(1, size_px[0] // 2)
        assert columns <= mosaic_size(*size_px)[0]


@pytest.mark.slow
def test_thirty_six_mosaics_cost_less_than_the_same_thirty_six_clear() -> None:
    """One second of 36 cameras at 25/s; decoding, the same for both, left out."""
    size_px = (640, 360)
    frames = [frame_of("yuv420p", size_px, samples("yuv420p", size_px, np.random.default_rng(n))) for n in range(5)]
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)  # as the decoder does
    try:
        rounds = [(_one_second_s(Level.CLEAR, frames), _one_second_s(Level.MOSAIC, frames)) for _ in range(5)]
    finally:
        cv2.setNumThreads(threads)
    assert min(mosaic_s for _, mosaic_s in rounds) < min(clear_s for clear_s, _ in rounds)


def _one_second_s(level: Level, frames: list[av.VideoFrame]) -> float:
    place = SlotPlace(0, PICTURES_AT, 320, 180)
    gates = []
    arena = Arena.create("test", PICTURES_AT + 36 * place.size_bytes)
    arena.close_descriptor()
    for row in range(36):
        gate = Gate(arena, ManualClock())
        gate.allow(Level.CLEAR)
        at = PICTURES_AT + row * page_aligned(place.size_bytes)
        gate.set_outputs((Output(SlotPlace(row, at, 320, 180), level),))
        gates.append(gate)
    begin_s = time.process_time()  # the processor's, so that a busy machine does not count
    for index in range(25):
        for gate in gates:
            gate.pass_frame(frames[index % len(frames)], 10_000_000_000 + index * 40_000_000)
    return time.process_time() - begin_s
