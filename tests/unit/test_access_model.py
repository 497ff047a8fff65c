"""Access as a model: whatever people, clocks and crashes do, only what was agreed to opens."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.unit.access_model import AccessModel

_STEPS = 25
_QUIET = [HealthCheck.too_slow, HealthCheck.filter_too_much]


@pytest.mark.slow
def test_only_what_was_agreed_to_opens() -> None:
    """The same 200 stories each time, so that a run's result is the code's and not the dice's."""
    run_state_machine_as_test(
        AccessModel,
        settings=settings(
            max_examples=200,
            stateful_step_count=_STEPS,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=_QUIET,
        ),
    )


@pytest.mark.prove
@pytest.mark.timeout(4 * 3600)
def test_only_what_was_agreed_to_opens_in_twenty_thousand_stories() -> None:
    run_state_machine_as_test(
        AccessModel,
        settings=settings(
            max_examples=20_000,
            stateful_step_count=_STEPS,
            deadline=None,
            database=None,
            suppress_health_check=_QUIET,
        ),
    )
