"""The gate: what leaves for the console, level by level."""

from __future__ import annotations

import av
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wallapp.base.clock import ManualClock
from wallapp.decoder.gate import Gate
from wallapp.domain.view import WHOLE, Crop, Level
from wallapp.frames.arena import PICTURES_AT, Arena
from wallapp.frames.control import Output
from wallapp.frames.slot import Picture, SlotPlace, SlotReader

PLACE = SlotPlace(0, PICTURES_AT, 480, 272)
GAP_NS = 250_000_000


def frame(seed: int, *, cell_px: int = 1, size_px: tuple[int, int] = (640, 360)) -> av.VideoFrame:
    """Noise in blocks of `cell_px`."""
    width_px, height_px = size_px
    small = np.random.default_rng(seed).integers(
        0, 255, (height_px // cell_px + 1, width_px // cell_px + 1, 3), np.uint8
    )
    large = small.repeat(cell_px, axis=0).repeat(cell_px, axis=1)[:height_px, :width_px]
    return av.VideoFrame.from_ndarray(np.ascontiguousarray(large), format="rgb24").reformat(format="yuv420p")


def passed(level: Level, frames: list[av.VideoFrame], *, crop: Crop = WHOLE) -> tuple[Picture | None, Arena]:
    arena = Arena.create("test", 4 << 20)
    arena.close_descriptor()
    gate = Gate(arena, ManualClock())
    gate.allow(Level.CLEAR)
    gate.set_outputs((Output(PLACE, level, crop),))
    for index, one in enumerate(frames):
        gate.pass_frame(one, (index + 1) * GAP_NS)
    return SlotReader(arena, PLACE).take(), arena


def test_closed_writes_nothing_at_all() -> None:
    picture, arena = passed(Level.CLOSED, [frame(1), frame(2)])
    assert picture is None
    assert not any(arena.memory[PICTURES_AT : PICTURES_AT + PLACE.size_bytes])


def test_clear_is_the_picture_at_tile_size() -> None:
    picture, _ = passed(Level.CLEAR, [frame(1)])
    assert picture is not None
    assert (picture.width_px, picture.height_px) == (480, 270)


@pytest.mark.parametrize("level", [Level.MOSAIC, Level.SILHOUETTE])
def test_redacted_levels_leave_as_forty_cells_at_most(level: Level) -> None:
    picture, arena = passed(level, [frame(1)])
    assert picture is not None
    assert max(picture.width_px, picture.height_px) <= 40
    written = np.frombuffer(arena.memory[PICTURES_AT : PICTURES_AT + PLACE.size_bytes], np.uint8)
    assert np.count_nonzero(written) <= 40 * 40 * 4  # nothing finer lies anywhere in the slot


def test_a_crop_does_not_make_a_mosaic_finer() -> None:
    whole, _ = passed(Level.MOSAIC, [frame(1)])
    near, _ = passed(Level.MOSAIC, [frame(1)], crop=Crop(0.4, 0.4, 0.5, 0.5))
    assert whole is not None
    assert near is not None
    assert whole.pixels == near.pixels


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 2**32))
def test_detail_within_a_cell_does_not_leave(seed: int, shuffle: int) -> None:
    """Two sources that differ only in how pixels lie within 16x16 blocks give the same cells."""
    one = np.full((352, 640), 128, np.uint8)
    rng = np.random.default_rng(seed)
    for top in range(0, 352, 16):
        for left in range(0, 640, 16):
            one[top : top + 16, left : left + 16] = rng.integers(16, 235, (16, 16))
    two = one.copy()
    mixer = np.random.default_rng(shuffle)
    for top in range(0, 352, 16):
        for left in range(0, 640, 16):
            block = two[top : top + 16, left : left + 16].reshape(-1)
            two[top : top + 16, left : left + 16] = mixer.permutation(block).reshape(16, 16)
    pictures = [passed(Level.MOSAIC, [_luma_frame(luma)])[0] for luma in (one, two)]
    assert pictures[0] is not None
    assert pictures[1] is not None
    assert pictures[0].pixels == pictures[1].pixels


def _luma_frame(luma: np.ndarray[tuple[int, int], np.dtype[np.uint8]]) -> av.VideoFrame:
    chroma = np.full((luma.shape[0] // 2, luma.shape[1]), 128, np.uint8)
    return av.VideoFrame.from_ndarray(np.vstack([luma, chroma]), format="yuv420p")


def test_mosaics_come_at_most_five_times_a_second() -> None:
    arena = Arena.create("test", 4 << 20)
    arena.close_descriptor()
    gate = Gate(arena, ManualClock())
    gate.allow(Level.CLEAR)
    gate.set_outputs((Output(PLACE, Level.MOSAIC),))
    for index in range(100):  # four seconds at 25/s
        gate.pass_frame(frame(index, cell_px=90), 1_000_000_000 + index * 40_000_000)
    assert 15 <= SlotReader(arena, PLACE).sequence <= 20


def test_one_feed_serves_several_tiles_each_at_its_level() -> None:
    arena = Arena.create("test", 8 << 20)
    arena.close_descriptor()
    clear = Output(PLACE, Level.CLEAR)
    mosaic = Output(SlotPlace(1, PICTURES_AT + PLACE.size_bytes, 40, 40), Level.MOSAIC)
    gate = Gate(arena, ManualClock())
    gate.allow(Level.CLEAR)
    gate.set_outputs((clear, mosaic))
    gate.pass_frame(frame(3), GAP_NS)
    sizes = [(p.width_px, p.height_px) for o in (clear, mosaic) if (p := SlotReader(arena, o.place).take())]
    assert sizes == [(480, 270), (40, 22)]
