"""When to open again."""

from __future__ import annotations

import pytest

from wallapp.domain.reconnect import Backoff, OpeningRate, Strikes


def upper(_low: float, high: float) -> float:
    return high


def lower(low: float, _high: float) -> float:
    return low


def test_waits_double_up_to_a_minute() -> None:
    backoff, waits = Backoff(), []
    for _ in range(9):
        backoff = backoff.failed(good_video_s=0.0)
        waits.append(backoff.wait_s(upper))
    assert waits == [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0, 60.0]


def test_jitter_reaches_down_to_one_second() -> None:
    assert Backoff(failures=9).wait_s(lower) == 1.0


@pytest.mark.parametrize(("good_s", "failures"), [(59.9, 6), (60.0, 1)])
def test_only_a_minute_of_good_video_clears_the_count(good_s: float, failures: int) -> None:
    assert Backoff(failures=5).failed(good_s).failures == failures


def test_eight_openings_a_second_and_no_more() -> None:
    rate = OpeningRate()
    for at_s in (10.0, 10.0, 10.1, 10.1, 10.2, 10.2, 10.3, 10.3):
        assert rate.next_mono_s("nvr", at_s) <= at_s
        rate.opened("nvr", at_s)
    assert rate.next_mono_s("nvr", 10.4) == 11.0
    assert rate.next_mono_s("other", 10.4) <= 10.4


def test_two_strikes_in_five_minutes_and_out() -> None:
    once = Strikes().struck(100.0)
    assert once.is_suspect(399.9)
    assert not once.is_suspect(400.0)
    assert not once.is_out(100.0)
    assert once.struck(399.0).is_out(399.0)
    assert not once.struck(401.0).is_out(401.0)
