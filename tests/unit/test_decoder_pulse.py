"""A hung decoder is found soon; one that only gets no processor is given time."""

from __future__ import annotations

from functools import partial
from itertools import count
from operator import mul

import pytest

from wallapp.feeds.pulse import STARVED_S, Pulse

BOUND_S = 1.4
STEP_S = 0.05


def silent_until_hung_s(queued_share: float) -> float:
    """How long it may be silent, where its threads stand in the queue for so much of the time together."""
    pulse = Pulse(0.0)
    pulse.feel(1, 100.0)
    moments = (100.0 + STEP_S * step for step in count())
    hung_s = next(at for at in moments if pulse.is_hung(at, bound_s=BOUND_S, queued_s=partial(mul, queued_share, at)))
    return hung_s - 100.0


def test_one_that_sleeps_is_hung_after_the_bound() -> None:
    assert silent_until_hung_s(0.0) == pytest.approx(BOUND_S, abs=2 * STEP_S)


def test_one_that_works_without_a_pause_is_hung_as_soon() -> None:
    assert silent_until_hung_s(0.3) == pytest.approx(BOUND_S, abs=2 * STEP_S)


def test_one_that_waits_for_a_processor_is_given_time_and_not_for_ever() -> None:
    assert silent_until_hung_s(3.0) == pytest.approx(STARVED_S, abs=1.0)


def test_a_beat_begins_the_time_anew() -> None:
    pulse = Pulse(0.0)
    for beat in range(1, 200):
        now_s = 100.0 + beat * 1.3
        assert not pulse.is_hung(now_s - 0.01, bound_s=BOUND_S, queued_s=lambda: 0.0) or beat == 1
        pulse.feel(beat, now_s)


def test_one_that_was_starved_and_hangs_then_is_found_soon() -> None:
    pulse = Pulse(0.0)
    pulse.feel(1, 100.0)
    moments = (100.0 + STEP_S * step for step in count())

    def queued(at: float) -> float:
        return 2 * min(at, 104.0)

    hung_s = next(at for at in moments if pulse.is_hung(at, bound_s=BOUND_S, queued_s=partial(queued, at)))
    assert 104.0 <= hung_s < 104.0 + BOUND_S
