"""What follows from comparisons of pictures: a table of cases, and the console's guard of its own moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallapp.base.clock import ManualClock
from wallapp.domain.view_state import (
    DOUBT_S,
    KEEN_GAP_S,
    NO_SHIFT,
    RETURN_HITS,
    SETTLE_S,
    USUAL_GAP_S,
    Evidence,
    MoveGuard,
    Shift,
    ViewId,
    ViewReport,
    ViewState,
    ViewWatch,
)

EVIDENCE = {
    "a": Evidence.AGREES,
    "e": Evidence.ELSEWHERE,
    "m": Evidence.MISS,
    "d": Evidence.DOUBT,
    "b": Evidence.BLIND,
}
STATES = {"S": ViewState.SAME, "M": ViewState.MOVED, "U": ViewState.UNSURE}

# What comes, c being a command of ours and the rest evidence, and the state after each. Checks follow one another as
# the watch itself asks for.
FIXED = {
    "a quiet day": ("aaaa", "SSSS"),
    "a passer-by before the lens, twice": ("ammammaa", "SSSSSSSS"),
    "three misses": ("ammm", "SSSM"),
    "doubt between misses excuses none": ("amdmm", "SSSSM"),
    "knocked, recognised elsewhere": ("ae", "SM"),
    "back, but only for a moment": ("aeaamaaa", "SMMMMMMS"),
    "back for good": ("aeaaa", "SMMMS"),
    "a dull picture is waited for": ("addddddddd", "SSSSSSSSSS"),
    "a dull picture for long": ("a" + "d" * 11, "S" * 11 + "U"),
    "a covered lens": ("abbbaa", "SSSUSS"),
    "a blink": ("abba", "SSSS"),
    "a miss after a covered lens": ("abbbmmm", "SSSUUUM"),
    "our own move": ("acaaaaa", "SMMMMSS"),
    "our own move to another place": ("acmm", "SMMM"),
}


@pytest.mark.parametrize("case", FIXED)
def test_a_fixed_camera(case: str) -> None:
    assert _walk(*FIXED[case], turns=False)


TURNING = {
    "one miss is enough": ("am", "SM"),
    "doubt is not": ("adda", "SSSS"),
    "the tour comes round": ("ammaaa", "SMMMMS"),
}


@pytest.mark.parametrize("case", TURNING)
def test_a_camera_that_turns(case: str) -> None:
    assert _walk(*TURNING[case], turns=True)


def _walk(comes: str, states: str, *, turns: bool) -> bool:
    clock = ManualClock()
    watch = ViewWatch(clock.mono_s(), known=True, turns=turns)
    found = []
    for each in comes:
        clock.advance(watch.gap_s)
        if each == "c":
            watch.commanded(clock.mono_s())
        else:
            watch.saw(EVIDENCE[each], clock.mono_s())
        found.append(watch.state)
    assert found == [STATES[each] for each in states]
    return True


def test_a_restored_view_is_unsure_until_it_agrees_or_is_missed() -> None:
    assert ViewWatch(0.0, known=False, turns=False).state is ViewState.UNSURE
    watch = ViewWatch(0.0, known=False, turns=False)
    assert watch.saw(Evidence.AGREES, 1.0, shift=Shift(0.01, 0.0)) is ViewState.SAME
    assert watch.shift == Shift(0.01, 0.0)
    watch = ViewWatch(0.0, known=False, turns=False)
    assert [watch.saw(Evidence.MISS, now) for now in (1.0, 2.0, 3.0)][-1] is ViewState.MOVED


def test_a_move_is_noticed_within_six_seconds_without_help() -> None:
    clock = ManualClock()
    watch = ViewWatch(clock.mono_s(), known=True, turns=False)
    start_s = clock.mono_s()
    while watch.state is ViewState.SAME:
        clock.advance(watch.gap_s)
        watch.saw(Evidence.MISS, clock.mono_s())
    assert clock.mono_s() - start_s <= 2 * USUAL_GAP_S


def test_while_it_is_being_steered_the_view_does_not_come_back() -> None:
    clock = ManualClock()
    watch = ViewWatch(clock.mono_s(), known=True, turns=True)
    watch.commanded(clock.mono_s(), going_on=True)
    for _ in range(100):
        clock.advance(watch.gap_s)
        assert watch.saw(Evidence.AGREES, clock.mono_s()) is ViewState.MOVED
    watch.commanded(clock.mono_s())
    stopped_s = clock.mono_s()
    while watch.state is ViewState.MOVED:
        clock.advance(KEEN_GAP_S)
        watch.saw(Evidence.AGREES, clock.mono_s())
    assert SETTLE_S <= clock.mono_s() - stopped_s <= SETTLE_S + RETURN_HITS * KEEN_GAP_S


def test_a_lost_feed_is_not_vouched_for_and_one_picture_mends_it() -> None:
    watch = ViewWatch(0.0, known=True, turns=False)
    watch.lost()
    assert watch.state is ViewState.UNSURE
    assert watch.saw(Evidence.AGREES, 1.0) is ViewState.SAME
    assert watch.saw(Evidence.ELSEWHERE, 2.0) is ViewState.MOVED
    watch.lost()
    assert watch.saw(Evidence.DOUBT, 3.0) is ViewState.MOVED


@given(st.lists(st.sampled_from(list(Evidence)), max_size=60), st.booleans())
def test_same_is_never_told_without_an_agreement_in_ten_seconds(comes: list[Evidence], turns: bool) -> None:
    clock = ManualClock()
    watch = ViewWatch(clock.mono_s(), known=True, turns=turns)
    agreed_s = clock.mono_s()
    for evidence in comes:
        clock.advance(watch.gap_s)
        state = watch.saw(evidence, clock.mono_s())
        if evidence is Evidence.AGREES:
            agreed_s = clock.mono_s()
        if state is ViewState.SAME:
            assert clock.mono_s() - agreed_s <= DOUBT_S
        else:
            assert watch.shift == NO_SHIFT
        assert evidence is not Evidence.ELSEWHERE or state is ViewState.MOVED


VIEW = ViewId(7)


def _report(state: ViewState, revision: int, shift: Shift = NO_SHIFT) -> ViewReport:
    return ViewReport(VIEW, state, revision, shift)


def test_the_guard_hides_a_marker_at_the_command_and_trusts_no_older_report() -> None:
    guard = MoveGuard()
    assert guard.state_of(VIEW) is ViewState.UNSURE
    assert guard.heard(_report(ViewState.SAME, 0, Shift(0.01, 0.02)))
    assert (guard.state_of(VIEW), guard.shift_of(VIEW)) == (ViewState.SAME, Shift(0.01, 0.02))
    assert guard.standing() == VIEW
    assert guard.commanded() == 1
    assert (guard.state_of(VIEW), guard.shift_of(VIEW)) == (ViewState.MOVED, NO_SHIFT)
    assert guard.standing() is None
    assert not guard.heard(_report(ViewState.SAME, 0)), "it was on its way before the command"
    assert guard.state_of(VIEW) is ViewState.MOVED
    assert guard.heard(_report(ViewState.SAME, 1))
    assert guard.state_of(VIEW) is ViewState.SAME


def test_the_guard_vouches_for_nothing_without_its_decoder() -> None:
    guard = MoveGuard()
    guard.heard(_report(ViewState.SAME, 0))
    guard.lost()
    assert guard.state_of(VIEW) is ViewState.UNSURE
