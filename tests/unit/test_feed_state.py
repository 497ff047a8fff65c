"""The truth on a tile: each line of the table, at its boundary."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallapp.domain.feed_state import Cause, Phase, Reading, TruthState, assess
from wallapp.domain.view import Level

NOW_S = 1000.0


def reading(
    age_s: float | None, *, interval_s: float = 0.04, still_s: float = 0.0, phase: Phase = Phase.PLAYING
) -> Reading:
    decoded = None if age_s is None else NOW_S - age_s
    return Reading(phase, Level.CLEAR, decoded, NOW_S - still_s, interval_s)


@pytest.mark.parametrize(
    ("age_s", "interval_s", "state"),
    [
        (0.0, 0.04, TruthState.LIVE),
        (1.0, 0.04, TruthState.LIVE),
        (1.01, 0.04, TruthState.LATE),
        (3.0, 0.04, TruthState.LATE),
        (3.01, 0.04, TruthState.STALE),
        (10.0, 0.04, TruthState.STALE),
        (10.01, 0.04, TruthState.LOST),
        (4.0, 2.0, TruthState.LIVE),  # a picture every 2 s is live for two of its intervals
        (4.01, 2.0, TruthState.LATE),
        (8.0, 2.0, TruthState.LATE),
        (8.01, 2.0, TruthState.STALE),
        (12.0, 2.0, TruthState.STALE),
        (12.01, 2.0, TruthState.LOST),
    ],
)
def test_age_decides(age_s: float, interval_s: float, state: TruthState) -> None:
    assert assess(reading(age_s, interval_s=interval_s), NOW_S).state is state


def test_a_picture_that_repeats_itself_is_frozen_from_ten_seconds_on() -> None:
    assert assess(reading(0.0, still_s=9.99), NOW_S).state is TruthState.LIVE
    frozen = assess(reading(0.0, still_s=10.0), NOW_S)
    assert frozen.state is TruthState.FROZEN
    assert frozen.age_s == 10.0


def test_silence_outranks_frozen() -> None:
    assert assess(reading(4.0, still_s=30.0), NOW_S).state is TruthState.STALE


def test_a_failed_feed_keeps_its_picture_only_while_its_age_allows() -> None:
    failed = Reading(Phase.WAITING, Level.CLEAR, NOW_S - 2.0, NOW_S - 2.0, 0.04, Cause.SILENT, NOW_S + 5.0)
    truth = assess(failed, NOW_S)
    assert (truth.state, truth.cause, truth.retry_in_s) == (TruthState.LATE, Cause.SILENT, 5.0)
    assert assess(failed, NOW_S + 9.0).state is TruthState.LOST


def test_before_the_first_frame() -> None:
    assert assess(reading(None, phase=Phase.CONNECTING), NOW_S).state is TruthState.CONNECTING
    again = Reading(Phase.CONNECTING, Level.CLEAR, cause=Cause.CONNECTION_REFUSED)
    assert assess(again, NOW_S).state is TruthState.LOST  # a second try must not look like a fresh start


@pytest.mark.parametrize(
    ("phase", "state"), [(Phase.QUARANTINED, TruthState.QUARANTINED), (Phase.REFUSED, TruthState.REFUSED)]
)
def test_words_outrank_a_fresh_picture(phase: Phase, state: TruthState) -> None:
    truth = assess(reading(0.1, phase=phase), NOW_S)
    assert truth.state is state
    assert not truth.shows_picture


@given(st.sampled_from(Phase), st.floats(0, 100), st.floats(0, 100))
def test_closed_is_closed_whatever_else_is_known(phase: Phase, age_s: float, still_s: float) -> None:
    closed = Reading(phase, Level.CLOSED, NOW_S - age_s, NOW_S - still_s, 0.04)
    truth = assess(closed, NOW_S)
    assert truth.state is TruthState.CLOSED
    assert not truth.shows_picture


@given(st.floats(0, 60), st.floats(0, 60), st.floats(0.01, 5))
def test_getting_older_never_looks_better(age_s: float, more_s: float, interval_s: float) -> None:
    order = [TruthState.LIVE, TruthState.LATE, TruthState.STALE, TruthState.LOST]
    young = assess(reading(age_s, interval_s=interval_s), NOW_S).state
    old = assess(reading(age_s + more_s, interval_s=interval_s), NOW_S).state
    assert order.index(young) <= order.index(old)
