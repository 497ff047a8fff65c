"""The five levels: two persons, any step up, one step down, a review in time, and everything taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wallapp.base.errors import BadInput, Denied, RuleBroken, WallError
from wallapp.base.ids import AccountId, ActivationId, LayerId, LayoutNumber
from wallapp.domain.audience import Audience
from wallapp.domain.crisis_level import (
    LOOKS,
    NOTHING_BOUND,
    RATIFY_WITHIN,
    Activation,
    Bindings,
    CrisisLevel,
    LevelAlarm,
    LevelRequest,
    LevelScope,
    alarms,
    approve,
    binding_change,
    check_request,
    may_follow,
    raise_alone,
    ratify,
    reviewed,
)
from wallapp.domain.people import Role

AT = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)
REVIEW = AT + timedelta(hours=2)
ONE, TWO = AccountId("one"), AccountId("two")
L = CrisisLevel
STEPS = {
    *((L.ROUTINE, up) for up in (L.WATCH, L.PARTIAL, L.FULL)),
    *((L.RECOVERY, up) for up in (L.WATCH, L.PARTIAL, L.FULL)),
    *((L.WATCH, up) for up in (L.PARTIAL, L.FULL)),
    (L.PARTIAL, L.FULL),
    (L.FULL, L.PARTIAL),
    (L.PARTIAL, L.WATCH),
    (L.WATCH, L.ROUTINE),
    (L.FULL, L.RECOVERY),
    (L.PARTIAL, L.RECOVERY),
    (L.RECOVERY, L.ROUTINE),
}


def request(before: CrisisLevel, after: CrisisLevel, review_at: datetime | None = REVIEW) -> LevelRequest:
    return LevelRequest(ActivationId("a"), LevelScope(), after, before, "crowd at the corniche", ONE, AT, review_at)


@pytest.mark.parametrize(("before", "after"), list(product(CrisisLevel, CrisisLevel)))
def test_the_ladder(before: CrisisLevel, after: CrisisLevel) -> None:
    assert may_follow(before, after) == ((before, after) in STEPS)
    if (before, after) in STEPS:
        activation = approve(request(before, after), TWO, AT, before)
        assert (activation.level, activation.approved_by) == (after, TWO)
    else:
        with pytest.raises(RuleBroken):
            approve(request(before, after), TWO, AT, before)


def test_it_takes_two() -> None:
    with pytest.raises(Denied, match="second person"):
        approve(request(L.ROUTINE, L.PARTIAL), ONE, AT, L.ROUTINE)
    with pytest.raises(Denied):
        approve(request(L.PARTIAL, L.WATCH), ONE, AT, L.PARTIAL)


def test_a_review_is_owed_but_for_routine() -> None:
    with pytest.raises(BadInput, match="review"):
        check_request(request(L.ROUTINE, L.WATCH, None))
    with pytest.raises(BadInput, match="ahead"):
        check_request(request(L.ROUTINE, L.WATCH, AT))
    check_request(request(L.WATCH, L.ROUTINE, None))


def test_a_reason_is_owed() -> None:
    with pytest.raises(BadInput, match="reason"):
        check_request(replace(request(L.ROUTINE, L.WATCH), reason=" "))


def test_a_request_that_events_overtook_is_not_approved() -> None:
    with pytest.raises(RuleBroken, match="by now"):
        approve(request(L.ROUTINE, L.WATCH), TWO, AT, L.FULL)
    with pytest.raises(RuleBroken, match="passed"):
        approve(request(L.ROUTINE, L.WATCH), TWO, REVIEW, L.ROUTINE)


def test_a_missed_review_is_an_alarm_and_no_drop() -> None:
    activation = approve(request(L.ROUTINE, L.FULL), TWO, AT, L.ROUTINE)
    assert alarms(activation, REVIEW - timedelta(seconds=1)) == frozenset()
    assert alarms(activation, REVIEW) == {LevelAlarm.REVIEW_OVERDUE}
    assert activation.level is L.FULL
    again = reviewed(activation, REVIEW + timedelta(hours=1), REVIEW)
    assert alarms(again, REVIEW) == frozenset()
    with pytest.raises(BadInput):
        reviewed(activation, REVIEW, REVIEW)


def test_an_emergency_is_one_person_up_and_a_second_within_fifteen_minutes() -> None:
    alone = raise_alone(request(L.ROUTINE, L.FULL), AT, L.ROUTINE)
    assert (alone.level, alone.approved_by) == (L.FULL, None)
    assert alarms(alone, AT + RATIFY_WITHIN - timedelta(seconds=1)) == frozenset()
    assert alarms(alone, AT + RATIFY_WITHIN) == {LevelAlarm.RATIFICATION_OVERDUE}
    with pytest.raises(Denied):
        ratify(alone, ONE)
    agreed = ratify(alone, TWO)
    assert agreed.approved_by == TWO and alarms(agreed, AT + RATIFY_WITHIN) == frozenset()
    with pytest.raises(RuleBroken):
        ratify(agreed, TWO)
    with pytest.raises(RuleBroken, match="step up"):
        raise_alone(request(L.FULL, L.PARTIAL), AT, L.FULL)


@given(st.lists(st.tuples(st.sampled_from(CrisisLevel), st.booleans(), st.booleans()), max_size=12))
@settings(max_examples=80)
def test_no_way_leads_around_the_second_person_or_down_two_steps(
    wishes: list[tuple[CrisisLevel, bool, bool]],
) -> None:
    level = L.ROUTINE
    for wish, same_person, emergency in wishes:
        asked = request(level, wish)
        try:
            activation: Activation = (
                raise_alone(asked, AT, level) if emergency else approve(asked, ONE if same_person else TWO, AT, level)
            )
        except WallError:
            continue
        assert activation.approved_by == TWO or activation.ratify_by_at is not None
        if wish.rank < level.rank:
            assert activation.approved_by == TWO
        assert (level, wish) in STEPS
        level = wish


def test_standing_down_takes_back_all_that_the_level_brought() -> None:
    perimeter, staging = LayerId("perimeter"), LayerId("staging")
    watch = Bindings(layers=frozenset({perimeter}), circumstances=frozenset({"crowd"}))
    full = Bindings(LayoutNumber(7), frozenset({perimeter, staging}), ("call the chief",), frozenset({"crowd", "fire"}))
    up = binding_change(watch, full)
    assert (up.layout, up.shown_layers) == (LayoutNumber(7), frozenset({staging}))
    assert up.begun_circumstances == {"fire"}
    assert not up.hidden_layers and not up.ended_circumstances and not up.restores_layout
    down = binding_change(full, NOTHING_BOUND)
    assert (down.layout, down.restores_layout) == (None, True)
    assert down.hidden_layers == {perimeter, staging}
    assert down.ended_circumstances == {"crowd", "fire"}


def test_every_level_has_its_own_word_and_a_text_that_can_be_read() -> None:
    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    assert set(LOOKS) == set(CrisisLevel)
    assert len({look.name for look in LOOKS.values()}) == len({look.colour for look in LOOKS.values()}) == 5
    for look in LOOKS.values():
        light, dark = sorted((luminance(look.colour), luminance(look.text_colour)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, look


def test_an_audience_is_by_role_and_level() -> None:
    audience = Audience(frozenset({Role.SUPERVISOR}), L.PARTIAL)
    assert audience.admits([Role.SUPERVISOR], L.FULL)
    assert not audience.admits([Role.SUPERVISOR], L.WATCH)
    assert not audience.admits([Role.OPERATOR], L.FULL)
    assert Audience().admits([], L.ROUTINE)
