"""The watermark: legible on any picture, in every half of it, moving, and on what a lease opens alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.decoder.pictures import frame_of, gate_with, pixels, samples
from wallapp.decoder.watermark import LINE_CHARACTERS, MOVES_EVERY_S, Stamp, Watermark, folded, lines_of
from wallapp.domain.view import Crop, Level

AT = datetime(2026, 3, 1, 12, 41, 7, tzinfo=UTC)
STAMP = Stamp("operator-07", "WALL-2", "G-91af3c27")
LONGEST = Stamp("Ä" * 80, "S" * 80, "g" * 36)


def picture(width_px: int, height_px: int, level: int) -> NDArray[np.uint8]:
    bgra = np.full((height_px, width_px, 4), level, np.uint8)
    bgra[:, :, 3] = 255
    return bgra


@pytest.mark.parametrize("level", [0, 60, 128, 190, 255])
def test_letters_stand_out_on_every_brightness(level: int) -> None:
    target = picture(480, 270, level)
    Watermark(STAMP).draw(target, AT)
    changed = np.abs(target[:, :, :3].astype(int) - level).max(axis=2)
    assert (changed > 60).mean() > 0.03
    assert (changed == 0).mean() > 0.5  # and the picture is still to be seen
    assert (target[:, :, 3] == 255).all()


def test_on_white_and_black_it_is_the_same_text() -> None:
    """Letters on black where on white their outline is: what one shows the other shows."""
    on_black, on_white = picture(480, 270, 0), picture(480, 270, 255)
    for target in (on_black, on_white):
        Watermark(STAMP).draw(target, AT)
    letters = on_black[:, :, 0] > 90
    assert letters.mean() > 0.01
    ring = cv2.dilate(letters.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(bool) & ~letters
    assert on_white[letters][:, 0].mean() - on_white[ring][:, 0].mean() > 60


@settings(max_examples=60, deadline=None)
@given(
    st.integers(400, 1000),
    st.integers(0, 10_000),
    st.floats(0, 1),
    st.floats(0, 1),
    st.sampled_from([STAMP, LONGEST, Stamp("a", "b", "c")]),
)
def test_every_half_of_the_sides_holds_a_whole_stamp(
    width_px: int, moment_s: int, across: float, down: float, stamp: Stamp
) -> None:
    height_px = width_px * 9 // 16 + 48
    at = AT + timedelta(seconds=moment_s)
    target = picture(width_px, height_px, 128)
    watermark = Watermark(stamp)
    watermark.draw(target, at)
    left, top = int(across * (width_px - width_px // 2)), int(down * (height_px - height_px // 2))
    part = target[top : top + height_px // 2, left : left + width_px // 2, 0]
    assert _whole_blocks(part, watermark) >= 1


def _whole_blocks(part: NDArray[np.uint8], watermark: Watermark) -> int:
    """How many blocks of the second that was drawn last lie in the part with every pixel."""
    one = watermark.block
    expected = np.rint(128 * (one.kept[:, :, 0] / 255.0) + one.added[:, :, 0]).astype(np.uint8)
    if part.shape[0] < expected.shape[0] or part.shape[1] < expected.shape[1]:
        return 0
    distance = cv2.matchTemplate(part, expected, cv2.TM_SQDIFF)
    return int(np.count_nonzero(distance <= expected.size))


def test_the_smallest_tiles_hold_one_whole_stamp() -> None:
    for moment_s in range(0, 100, 3):
        target = picture(240, 148, 128)
        watermark = Watermark(STAMP)
        watermark.draw(target, AT + timedelta(seconds=moment_s))
        assert _whole_blocks(target[:, :, 0], watermark) >= 1


def test_it_moves_and_hides_no_place_for_long() -> None:
    hidden = np.zeros((270, 480), int)
    rounds = 40
    for index in range(rounds):
        target = picture(480, 270, 0)
        Watermark(STAMP).draw(target, AT + timedelta(seconds=index * MOVES_EVERY_S))
        hidden += target[:, :, 0] > 0
    assert hidden.max() < rounds * 0.8


def test_the_text_says_who_where_when_and_why() -> None:
    elsewhere = AT.astimezone(timezone(timedelta(hours=5)))
    assert lines_of(STAMP, elsewhere.astimezone(UTC)) == (
        "operator-07",
        "WALL-2",
        "2026-03-01",
        "12:41:07Z",
        "G-91af3c27",
    )
    one, two = picture(480, 270, 0), picture(480, 270, 0)
    Watermark(STAMP).draw(one, AT)
    Watermark(STAMP).draw(two, elsewhere)
    assert (one == two).all()
    assert len(lines_of(LONGEST, AT)) == 6
    assert max(len(line) for line in lines_of(LONGEST, AT)) == LINE_CHARACTERS


def test_names_are_folded_to_what_can_be_drawn() -> None:
    assert folded("Opérateur Nuñez-Ünal") == "Operateur Nunez-Unal"
    assert folded("ليلى") == "????"
    assert folded("a\x00\nb") == "a??b"


def test_seconds_and_stamps_show() -> None:
    shown = []
    for stamp, at in ((STAMP, AT), (STAMP, AT + timedelta(seconds=1)), (Stamp("operator-08", "WALL-2", "G-1"), AT)):
        target = picture(480, 270, 0)
        Watermark(stamp).draw(target, at)
        shown.append(target.tobytes())
    assert len(set(shown)) == 3


@pytest.mark.parametrize("crop", [Crop(), Crop(0.4, 0.4, 0.5, 0.5)], ids=["whole", "zoomed"])
def test_what_a_lease_opens_carries_it_at_every_zoom(crop: Crop) -> None:
    frame = frame_of("yuv420p", (640, 360), samples("yuv420p", (640, 360), np.random.default_rng(1)))
    shown = []
    for stamp in (None, STAMP, None):
        with gate_with(Level.CLEAR, (480, 270), crop=crop) as (gate, reader):
            gate.allow(Level.CLEAR, stamp)
            gate.pass_frame(frame, 1)
            shown.append(pixels(reader))
    plain, stamped, again = shown
    assert plain is not None
    assert stamped is not None
    assert again is not None
    assert (plain == again).all()
    letters = np.abs(plain.astype(int) - stamped).max(axis=2) > 20
    assert letters.mean() > 0.03
    for row in (0, 1):
        for column in (0, 1):
            quarter = letters[row * 135 : row * 135 + 135, column * 240 : column * 240 + 240]
            assert quarter.mean() > 0.02
