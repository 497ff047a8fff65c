"""The wall's own figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallapp.base.clock import ManualClock
from wallapp.base.ids import TileId
from wallapp.ui.wall.meter import Durations, WallMeter

_MS = 1_000_000


@given(durations_ns=st.lists(st.integers(0, 10_000 * _MS), min_size=1, max_size=200), part=st.floats(0.01, 1.0))
def test_percentile_is_right_to_the_bin(durations_ns: list[int], part: float) -> None:
    histogram = Durations()
    for duration_ns in durations_ns:
        histogram.add(duration_ns)
    rank = max(1, -int(-part * len(durations_ns) // 1))
    exact_ms = sorted(durations_ns)[rank - 1] / _MS
    found_ms = histogram.percentile_ms(part)
    assert found_ms is not None
    bin_ms = 0.25 if exact_ms < 500 else 5.0
    assert exact_ms - 0.001 <= found_ms <= exact_ms + bin_ms + 0.001


def test_nothing_measured_is_none_and_not_zero() -> None:
    assert Durations().figures() == {"p50": None, "p95": None, "p99": None}


def test_memory_is_bounded_and_the_longest_is_kept() -> None:
    histogram = Durations()
    for duration_ns in (-5, 0, 3 * _MS, 40_000 * _MS):
        histogram.add(duration_ns)
    assert histogram.count == 4
    assert histogram.percentile_ms(1.0) == 40_000.0
    assert histogram.percentile_ms(0.25) == 0.25


def test_tick_gaps_leave_out_the_time_hidden() -> None:
    meter = WallMeter(ManualClock())
    for now_ms in (0, 16, 32, 72):
        meter.tick((1000 + now_ms) * _MS)
    meter.resume()
    meter.tick(9_000 * _MS)
    meter.tick(9_016 * _MS)
    report = meter.figures()
    assert report.ticks == 6
    assert report.tick_gap_ms["max"] == 40.0
    assert report.tick_gap_ms["p50"] == pytest.approx(16, abs=0.25)


def test_start_forgets() -> None:
    clock = ManualClock()
    meter = WallMeter(clock)
    meter.tile(TileId(3)).shown += 5
    meter.tick(_MS)
    clock.advance(3.0)
    assert meter.figures().tiles[TileId(3)].shown == 5
    assert meter.figures().seconds == 3.0
    meter.start()
    report = meter.figures()
    assert (report.ticks, report.tiles, report.seconds) == (0, {}, 0.0)
    assert report.tick_gap_ms == {"p50": None, "p95": None, "p99": None, "max": None}
