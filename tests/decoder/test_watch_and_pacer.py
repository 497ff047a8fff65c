"""Intervals, change of picture, rates, and when a paced picture is due."""

from __future__ import annotations

import pytest

from wallapp.decoder.pacer import Pacer
from wallapp.decoder.watch import ChangeWatch, IntervalWatch, RateBound

MS = 1_000_000


def test_one_bit_counts_as_change_and_looks_are_half_a_second_apart() -> None:
    watch = ChangeWatch()
    assert watch.is_due(1000 * MS)
    assert watch.differs(b"\x10" * 999, 1000 * MS)
    assert not watch.is_due(1499 * MS)
    assert not watch.differs(b"\x10" * 999, 1500 * MS)
    assert watch.differs(b"\x10" * 998 + b"\x11", 2000 * MS)


def test_the_interval_starts_as_stated_and_follows_what_is_seen() -> None:
    watch = IntervalWatch(25.0)
    at_ns = 0
    seen = [watch.saw(at_ns := at_ns + 100 * MS) for _ in range(80)]
    assert seen[0] == 40_000
    assert seen[-1] == pytest.approx(100_000, rel=0.05)


def test_a_stall_is_not_taken_for_a_new_pace() -> None:
    watch = IntervalWatch(25.0)
    for index in range(50):
        watch.saw(index * 40 * MS)
    assert watch.saw(60_000 * MS) < 60_000


def test_a_stated_pace_that_cannot_be_is_measured_instead() -> None:
    watch = IntervalWatch(90_000.0)
    assert watch.saw(0) == 0
    assert watch.saw(40 * MS) == 0 or watch.saw(80 * MS) == 40_000


def test_a_rate_over_its_bound_is_told_within_its_window() -> None:
    bound = RateBound(10.0)
    assert not any(bound.passes(1, index * 100 * MS) for index in range(50))
    fast = RateBound(10.0)
    assert any(fast.passes(1, index * 50 * MS) for index in range(110))


def test_pictures_are_due_at_their_timestamps() -> None:
    pacer = Pacer()
    assert pacer.due_mono_s(5.0, 100.0, 0.04) == 100.0
    assert pacer.due_mono_s(5.04, 100.0, 0.04) == pytest.approx(100.04)
    assert pacer.due_mono_s(5.08, 100.0, 0.04) == pytest.approx(100.08)


def test_a_loop_goes_on_without_a_gap_and_a_jump_does_not_wait() -> None:
    pacer = Pacer()
    pacer.due_mono_s(9.96, 100.0, 0.04)
    assert pacer.due_mono_s(0.0, 100.01, 0.04) == pytest.approx(100.04)
    assert pacer.due_mono_s(500.0, 100.05, 0.04) == pytest.approx(100.08)
    assert pacer.due_mono_s(None, 100.09, 0.04) == pytest.approx(100.12)


def test_a_late_reader_does_not_rush_to_catch_up() -> None:
    pacer = Pacer()
    pacer.due_mono_s(0.0, 100.0, 0.04)
    assert pacer.due_mono_s(0.04, 130.0, 0.04) == 130.0
    assert pacer.due_mono_s(0.08, 130.0, 0.04) == pytest.approx(130.04)
