"""Each rule of DESIGN 5's stream choice, one test."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallapp.domain.camera import StreamName
from wallapp.domain.stream_choice import StreamChoice, choose, effective_height_px
from wallapp.domain.view import WHOLE, Crop

MAIN, SUB, OVERVIEW = StreamName.MAIN, StreamName.SUB, StreamName.OVERVIEW
BOTH = (MAIN, SUB)


def _choose(before: StreamChoice | None, height_px: int, now_s: float, **other: object) -> StreamChoice:
    streams = other.get("streams", BOTH)
    pin = other.get("pin")
    assert isinstance(streams, tuple)
    assert pin is None or isinstance(pin, StreamName)
    return choose(before, height_px, streams=streams, pin=pin, now_mono_s=now_s)


@pytest.mark.parametrize(("height_px", "stream"), [(100, SUB), (170, SUB), (199, SUB), (200, MAIN), (1080, MAIN)])
def test_first_choice_goes_by_height_at_once(height_px: int, stream: StreamName) -> None:
    assert _choose(None, height_px, 10.0).stream is stream


def test_small_tile_takes_the_sub_stream_after_a_second() -> None:
    choice = _choose(None, 500, 0.0)
    choice = _choose(choice, 170, 5.0)
    assert choice.stream is MAIN
    choice = _choose(choice, 170, 5.99)
    assert choice.stream is MAIN
    assert _choose(choice, 170, 6.0).stream is SUB


def test_the_second_begins_anew_when_the_tile_grew_between() -> None:
    choice = _choose(None, 500, 0.0)
    for now_s, height_px in ((5.0, 170), (5.9, 171), (6.0, 170), (6.9, 170)):
        choice = _choose(choice, height_px, now_s)
        assert choice.stream is MAIN
    assert _choose(choice, 170, 7.0).stream is SUB


def test_tall_tile_takes_the_main_stream_at_once() -> None:
    choice = _choose(None, 100, 0.0)
    assert _choose(choice, 229, 10.0).stream is SUB
    assert _choose(choice, 230, 10.0).stream is MAIN


@pytest.mark.parametrize("height_px", [171, 200, 229])
@pytest.mark.parametrize("first_px", [100, 500])
def test_between_the_bounds_nothing_changes(height_px: int, first_px: int) -> None:
    choice = _choose(None, first_px, 0.0)
    for now_s in range(1, 60):
        after = _choose(choice, height_px, float(now_s))
        assert after.stream is choice.stream


def test_no_second_switch_within_a_second() -> None:
    choice = _choose(None, 100, 0.0)
    choice = _choose(choice, 300, 2.0)
    assert choice.stream is MAIN
    choice = StreamChoice(MAIN, 2.0, small_since_mono_s=1.0)
    assert _choose(choice, 100, 2.9).stream is MAIN
    assert _choose(choice, 100, 3.0).stream is SUB


@given(heights=st.lists(st.integers(1, 2000), max_size=200))
def test_switches_are_never_closer_than_a_second(heights: list[int]) -> None:
    choice, switches = None, []
    for step, height_px in enumerate(heights):
        now_s = step * 0.1
        after = _choose(choice, height_px, now_s)
        if choice is not None and after.stream is not choice.stream:
            switches.append(now_s)
        choice = after
    assert all(later - earlier >= 1.0 - 1e-9 for earlier, later in itertools.pairwise(switches))


def test_pin_is_never_touched_and_taken_at_once() -> None:
    choice = _choose(None, 1000, 0.0)
    choice = _choose(choice, 1000, 0.1, pin=SUB)
    assert choice.stream is SUB
    for now_s in (1.0, 5.0, 50.0):
        assert _choose(choice, 1000, now_s, pin=SUB).stream is SUB
    assert _choose(choice, 10, 60.0, pin=MAIN).stream is MAIN


def test_pin_to_a_stream_that_is_not_there_falls_back_to_size() -> None:
    assert _choose(None, 1000, 0.0, pin=OVERVIEW).stream is MAIN


@pytest.mark.parametrize(
    ("streams", "height_px", "stream"),
    [((MAIN,), 50, MAIN), ((SUB,), 1000, SUB), ((OVERVIEW,), 1000, OVERVIEW), ((MAIN, OVERVIEW), 50, MAIN)],
)
def test_what_is_there_is_taken(streams: tuple[StreamName, ...], height_px: int, stream: StreamName) -> None:
    choice = _choose(None, height_px, 0.0, streams=streams)
    assert choice.stream is stream
    assert _choose(choice, height_px, 9.0, streams=streams).stream is stream


def test_stream_that_vanished_from_the_register_is_left_at_once() -> None:
    choice = _choose(None, 1000, 0.0)
    assert _choose(choice, 1000, 0.1, streams=(SUB,)).stream is SUB


def test_after_an_overview_pin_the_size_chooses_again() -> None:
    three = (MAIN, SUB, OVERVIEW)
    choice = _choose(None, 180, 0.0, pin=OVERVIEW, streams=three)
    assert _choose(choice, 180, 9.0, streams=three).stream is SUB


def test_camera_without_a_stream_is_refused() -> None:
    with pytest.raises(ValueError, match="without a stream"):
        _choose(None, 100, 0.0, streams=())


def test_zoom_counts_as_height() -> None:
    assert effective_height_px(150, WHOLE) == 150
    assert effective_height_px(150, Crop(0.0, 0.25, 0.5, 0.75)) == 300
