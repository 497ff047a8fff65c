"""Static masks: what they cover, on every format, and that decoders' own frames stay as they are."""

from __future__ import annotations

import zlib
from contextlib import suppress

import av
import numpy as np
import pytest
from av.video.format import names
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.decoder.pictures import SHARED, clip, decoded, frame_of, gate_with, inside, pixels, samples
from wallapp.decoder.planes import planes_of
from wallapp.decoder.redact import FILL_LEVEL, Masker, covered_pixels
from wallapp.domain.mask import MASK_UNITS, Mask
from wallapp.domain.view import Level

HALF = MASK_UNITS // 2
RIGHT_HALF = Mask(((HALF, 0), (MASK_UNITS, 0), (MASK_UNITS, MASK_UNITS), (HALF, MASK_UNITS)))
PENTAGRAM = Mask(((5000, 500), (7800, 9200), (500, 3800), (9500, 3800), (2200, 9200)))
corners = st.tuples(st.integers(0, MASK_UNITS), st.integers(0, MASK_UNITS))
polygons = st.lists(corners, min_size=3, max_size=7).map(lambda points: Mask(tuple(points)))


@settings(max_examples=150, deadline=None)
@given(polygons, st.integers(1, 90), st.integers(1, 70), st.sampled_from([(1, 1), (2, 1), (2, 2), (4, 1), (4, 4)]))
def test_every_pixel_that_a_mask_reaches_is_covered(
    mask: Mask, width_px: int, height_px: int, cell_px: tuple[int, int]
) -> None:
    covered = covered_pixels((mask,), width_px, height_px, cell_px=cell_px)
    assert not (inside(mask, width_px, height_px) & ~covered).any()
    across, down = max(2, cell_px[0]), max(2, cell_px[1])
    for top in range(0, height_px, down):
        for left in range(0, width_px, across):
            cell = covered[top : top + down, left : left + across]
            assert cell.all() or not cell.any()  # whole cells of colour
    for x, y in mask.corners:
        column, row = min(x * width_px // MASK_UNITS, width_px - 1), min(y * height_px // MASK_UNITS, height_px - 1)
        assert covered[row, column]


def test_a_mask_covers_little_more_than_itself() -> None:
    covered = covered_pixels((RIGHT_HALF,), 640, 360)
    assert not covered[:, :318].any()
    assert covered[:, 318:].all()


def test_a_line_without_area_covers_what_it_touches() -> None:
    thin = Mask(((1000, 1000), (9000, 9000), (1000, 1000)))
    covered = covered_pixels((thin,), 100, 100)
    assert covered[np.arange(10, 90), np.arange(10, 90)].all()
    assert covered.sum() < 600


def test_what_a_line_that_crosses_itself_encloses_is_covered() -> None:
    """The middle of a star is outside by the rule of odd and even."""
    assert covered_pixels((PENTAGRAM,), 200, 200)[110, 100]


@pytest.mark.parametrize("pixel_format", SHARED)
def test_what_is_covered_is_grey_in_every_format(pixel_format: str) -> None:
    frame = frame_of(pixel_format, (64, 48), samples(pixel_format, (64, 48), np.random.default_rng(1)))
    with gate_with(Level.CLEAR, (64, 48), masks=(RIGHT_HALF,)) as (gate, reader):
        gate.pass_frame(frame, 1)
        shown = pixels(reader)
    assert shown is not None
    assert np.abs(shown[:, 34:, :3].astype(int) - FILL_LEVEL).max() <= 2
    assert np.ptp(shown[:, :28, :3]) > 100


@pytest.mark.parametrize("cause", [True, False], ids=["planes", "FFmpeg's own conversion"])
def test_no_format_lets_covered_pixels_into_their_neighbours(*, cause: bool) -> None:
    """Every format that FFmpeg can make here. Its conversion to BGRA does mix neighbours, which this test sees."""
    rng = np.random.default_rng(2)
    rgb = rng.integers(0, 256, (48, 64, 3), np.uint8)
    leaking, tried = [], 0
    for name in sorted(names):
        one = _converted(rgb, name)
        if one is None or not planes_of(one).coding.exact:
            continue
        tried += 1
        two = _scrambled(one, rng)
        for mine, theirs in zip(_converted_planes(one, cause), _converted_planes(two, cause), strict=True):
            differs = (mine != theirs).reshape(*mine.shape[:2], -1).any(axis=2)
            differs[mine.shape[0] // 3 : mine.shape[0] * 2 // 3, mine.shape[1] // 4 : mine.shape[1] // 2] = False
            if differs.any():
                leaking.append(name)
    assert tried > 150
    assert (leaking == []) is cause


def _converted_planes(frame: av.VideoFrame, ours: bool) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.uint8]], ...]:
    return planes_of(frame).planes if ours else (np.asarray(frame.to_ndarray(format="bgra"), np.uint8),)


def _converted(rgb: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], name: str) -> av.VideoFrame | None:
    with suppress(av.error.FFmpegError, ValueError):
        frame = av.VideoFrame.from_ndarray(rgb, format="rgb24").reformat(format=name)
        planes_of(frame)
        return frame
    return None


def _scrambled(frame: av.VideoFrame, rng: np.random.Generator) -> av.VideoFrame:
    """The same frame with the bytes of its middle third of rows and second quarter of columns in another order."""
    other = av.VideoFrame(frame.width, frame.height, frame.format.name)
    other.colorspace, other.color_range = frame.colorspace, frame.color_range
    for mine, theirs in zip(frame.planes, other.planes, strict=True):
        rows = np.frombuffer(memoryview(mine), np.uint8).reshape(-1, mine.line_size).copy()
        part = rows[mine.height // 3 : mine.height * 2 // 3, mine.line_size // 4 : mine.line_size // 2]
        part[:] = rng.permutation(part)
        theirs.update(rows.tobytes())
    return other


def test_where_a_mask_cannot_hold_nothing_is_written() -> None:
    frame = av.VideoFrame.from_ndarray(np.zeros((48, 64), np.uint8), format="gray").reformat(format="monob")
    for masks, written in (((RIGHT_HALF,), False), ((), True)):
        with gate_with(Level.CLEAR, (64, 48), masks=masks) as (gate, reader):
            gate.pass_frame(frame, 1)
            assert (pixels(reader) is not None) is written


def test_masks_follow_the_frames_size_and_format() -> None:
    rng = np.random.default_rng(3)
    masker = Masker((RIGHT_HALF,))
    for pixel_format in ("yuv420p", "yuvj420p", "bgr24", "yuv444p"):
        for size_px in ((64, 48), (80, 60), (64, 48)):
            masked = masker.apply(planes_of(frame_of(pixel_format, size_px, samples(pixel_format, size_px, rng))))
            assert masked is not None
            for plane in masked.planes:
                assert np.ptp(plane[:, plane.shape[1] // 2 :].reshape(-1, *plane.shape[2:]), axis=0).max() == 0


def test_a_decoders_own_frames_are_not_altered() -> None:
    """Later frames are predicted from them: a mask drawn into one would smear over the picture."""
    rng = np.random.default_rng(4)
    wide = rng.integers(0, 256, (30, 80, 3), np.uint8).repeat(8, axis=0).repeat(8, axis=1)
    data = clip([np.ascontiguousarray(wide[:, shift : shift + 320]) for shift in range(0, 60, 3)])
    untouched = [_checksums(frame) for frame in decoded(data)]
    with gate_with(Level.CLEAR, (320, 240), masks=(RIGHT_HALF,)) as (gate, _):
        after = []
        for index, frame in enumerate(decoded(data), 1):
            gate.pass_frame(frame, index)
            after.append(_checksums(frame))
    assert after == untouched


def _checksums(frame: av.VideoFrame) -> list[int]:
    return [zlib.crc32(memoryview(plane)) for plane in frame.planes]


def test_new_masks_wipe_what_lies_in_the_slot_without_them() -> None:
    frame = frame_of("yuv420p", (64, 48), samples("yuv420p", (64, 48), np.random.default_rng(5)))
    with gate_with(Level.CLEAR, (64, 48)) as (gate, reader):
        for index in range(1, 4):
            gate.pass_frame(frame, index)
        gate.set_masks((RIGHT_HALF,))
        assert reader.take() is None
        assert not any(reader.arena.memory[reader.place.offset : reader.place.offset + reader.place.size_bytes])
        gate.pass_frame(frame, 4)
        assert pixels(reader) is not None
