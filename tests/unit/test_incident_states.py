"""Incidents: every step there is and none other, one owner, reasons, reopening, and the hint of a duplicate."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from wallapp.base.errors import BadInput, Denied, RuleBroken, WallError
from wallapp.base.ids import AccountId, ExerciseId, IncidentId
from wallapp.domain.cap import Category, Severity
from wallapp.domain.duplicates import likely_duplicates
from wallapp.domain.incident import (
    Incident,
    IncidentState,
    Priority,
    check_edit,
    needs_reason,
    take_over,
    transition,
)
from wallapp.domain.people import Person, Role
from wallapp.domain.place import Place, offset

AT = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)
S = IncidentState
STEPS = {
    (S.DRAFT, S.NEW),
    (S.NEW, S.IN_PROGRESS),
    (S.NEW, S.WITHDRAWN),
    (S.IN_PROGRESS, S.ON_HOLD),
    (S.IN_PROGRESS, S.RESOLVED),
    (S.IN_PROGRESS, S.WITHDRAWN),
    (S.ON_HOLD, S.IN_PROGRESS),
    (S.ON_HOLD, S.WITHDRAWN),
    (S.RESOLVED, S.CLOSED),
    (S.RESOLVED, S.IN_PROGRESS),
    (S.CLOSED, S.IN_PROGRESS),
}


def person(name: str, *roles: Role, active: bool = True) -> Person:
    return Person(AccountId(name), name, name, f"p-{name}", frozenset(roles or (Role.OPERATOR,)), active=active)


WEST, EAST = person("west"), person("east")
CHIEF = person("chief", Role.SUPERVISOR)
AUDITOR = person("auditor", Role.AUDITOR)
TRAINER = person("trainer", Role.TRAINER)


def incident(state: IncidentState = S.NEW, owner: Person | None = None, name: str = "one") -> Incident:
    whose = owner.account if owner else None
    return Incident(IncidentId(name), "Crowd", WEST.account, AT, WEST.account, AT, state=state, owner=whose)


@pytest.mark.parametrize(("before", "after"), list(product(IncidentState, IncidentState)))
def test_a_supervisor_with_a_reason_can_take_exactly_the_steps_there_are(
    before: IncidentState, after: IncidentState
) -> None:
    if (before, after) in STEPS:
        changed = transition(incident(before, WEST), after, person=CHIEF, at=AT, reason="because")
        assert (changed.state, changed.rev, changed.updated_by) == (after, 2, CHIEF.account)
    else:
        with pytest.raises(RuleBroken):
            transition(incident(before, WEST), after, person=CHIEF, at=AT, reason="because")


def test_who_begins_owns_it_and_nobody_else_acts_on_it() -> None:
    begun = transition(incident(), S.IN_PROGRESS, person=WEST, at=AT)
    assert begun.owner == WEST.account
    with pytest.raises(Denied, match="take it over"):
        transition(begun, S.ON_HOLD, person=EAST, at=AT)
    with pytest.raises(Denied):
        check_edit(begun, EAST)
    taken = take_over(begun, person=EAST, at=AT + timedelta(minutes=1))
    assert (taken.owner, taken.state, taken.rev) == (EAST.account, S.IN_PROGRESS, begun.rev + 1)
    with pytest.raises(Denied):
        transition(taken, S.ON_HOLD, person=WEST, at=AT)
    with pytest.raises(RuleBroken, match="yours already"):
        take_over(taken, person=EAST, at=AT)


def test_a_supervisor_acts_without_becoming_the_owner() -> None:
    held = transition(incident(S.IN_PROGRESS, WEST), S.ON_HOLD, person=CHIEF, at=AT)
    assert held.owner == WEST.account


def test_a_new_one_that_is_taken_over_is_in_progress() -> None:
    taken = take_over(incident(), person=EAST, at=AT)
    assert (taken.state, taken.owner) == (S.IN_PROGRESS, EAST.account)


@pytest.mark.parametrize("state", [S.DRAFT, S.CLOSED, S.WITHDRAWN])
def test_nobody_takes_over_what_nobody_works_on(state: IncidentState) -> None:
    with pytest.raises(RuleBroken):
        take_over(incident(state, WEST), person=EAST, at=AT)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (S.RESOLVED, S.IN_PROGRESS),
        (S.CLOSED, S.IN_PROGRESS),
        (S.NEW, S.WITHDRAWN),
        (S.IN_PROGRESS, S.WITHDRAWN),
        (S.ON_HOLD, S.WITHDRAWN),
    ],
)
def test_reopening_and_withdrawing_say_why(before: IncidentState, after: IncidentState) -> None:
    assert needs_reason(before, after)
    with pytest.raises(BadInput):
        transition(incident(before, CHIEF), after, person=CHIEF, at=AT, reason="  ")
    changed = transition(incident(before, CHIEF), after, person=CHIEF, at=AT, reason=" false alarm ")
    assert changed.state_reason == "false alarm"


def test_a_closed_one_is_reopened_by_a_supervisor_only() -> None:
    with pytest.raises(Denied, match="supervisor"):
        transition(incident(S.CLOSED, WEST), S.IN_PROGRESS, person=WEST, at=AT, reason="again")


def test_open_markers_keep_it_from_being_resolved() -> None:
    with pytest.raises(RuleBroken, match="2 of its markers"):
        transition(incident(S.IN_PROGRESS, WEST), S.RESOLVED, person=WEST, at=AT, open_markers=2)
    assert transition(incident(S.IN_PROGRESS, WEST), S.RESOLVED, person=WEST, at=AT).state is S.RESOLVED


def test_who_does_not_work_on_incidents_does_not_touch_them() -> None:
    for who in (AUDITOR, TRAINER, person("gone", active=False)):
        with pytest.raises(Denied):
            transition(incident(), S.IN_PROGRESS, person=who, at=AT)
    drill = replace(incident(), exercise=ExerciseId("drill"))
    assert transition(drill, S.IN_PROGRESS, person=TRAINER, at=AT).owner == TRAINER.account


@given(st.sampled_from(Priority), st.sampled_from(Severity), st.sampled_from(sorted(STEPS)))
@settings(max_examples=40)
def test_priority_and_severity_go_their_own_ways(
    priority: Priority, severity: Severity, step: tuple[IncidentState, IncidentState]
) -> None:
    before = replace(incident(step[0], CHIEF), priority=priority, severity=severity)
    after = transition(before, step[1], person=CHIEF, at=AT, reason="because")
    assert (after.priority, after.severity) == (priority, severity)


class Room(RuleBasedStateMachine):
    """Three people do to one incident whatever they like."""

    def __init__(self) -> None:
        super().__init__()
        self.incident = incident(S.DRAFT)

    @rule(
        to=st.sampled_from(IncidentState),
        who=st.sampled_from([WEST, EAST, CHIEF, AUDITOR]),
        reason=st.sampled_from(["", "because"]),
        markers=st.sampled_from([0, 0, 1]),
    )
    def step(self, to: IncidentState, who: Person, reason: str, markers: int) -> None:
        before = self.incident
        try:
            after = transition(before, to, person=who, at=AT, reason=reason, open_markers=markers)
        except WallError:
            return
        assert (before.state, to) in STEPS
        assert who is not AUDITOR
        assert before.owner in (None, who.account) or who is CHIEF
        assert not (to is S.RESOLVED and markers)
        assert before.owner is None or after.owner == before.owner, "only a take-over changes the owner"
        self.incident = after

    @rule(who=st.sampled_from([WEST, EAST, CHIEF, AUDITOR]))
    def take(self, who: Person) -> None:
        try:
            self.incident = take_over(self.incident, person=who, at=AT)
        except WallError:
            return
        assert self.incident.owner == who.account
        assert self.incident.state in (S.IN_PROGRESS, S.ON_HOLD, S.RESOLVED)

    @invariant()
    def worked_on_has_an_owner(self) -> None:
        if self.incident.state in (S.IN_PROGRESS, S.ON_HOLD, S.RESOLVED, S.CLOSED):
            assert self.incident.owner is not None


def test_whatever_three_people_do_there_is_one_owner_and_no_way_around() -> None:
    run_state_machine_as_test(Room, settings=settings(max_examples=60, stateful_step_count=25, deadline=None))


HERE = Place(33.6, -7.63)


@pytest.mark.parametrize(
    ("east_m", "minutes", "category", "exercise", "hinted"),
    [
        (0, 0, Category.SAFETY, "", True),
        (149, 9.9, Category.SAFETY, "", True),
        (149, -10, Category.SAFETY, "", True),
        (151, 0, Category.SAFETY, "", False),
        (0, 10.1, Category.SAFETY, "", False),
        (0, 0, Category.FIRE, "", False),
        (0, 0, Category.SAFETY, "drill", False),
    ],
)
def test_a_duplicate_is_hinted_within_150_m_and_10_minutes(
    east_m: float, minutes: float, category: Category, exercise: str, hinted: bool
) -> None:
    one = replace(incident(), category=(Category.RESCUE, Category.SAFETY), place=HERE)
    other = replace(
        incident(name="other"),
        category=(category,),
        place=offset(HERE, east_m=east_m, north_m=0),
        onset_at=AT + timedelta(minutes=minutes),
        exercise=ExerciseId(exercise),
    )
    assert likely_duplicates(one, [one, other]) == ((other.id,) if hinted else ())
    assert likely_duplicates(other, [one, other]) == ((one.id,) if hinted else ())


def test_duplicates_come_nearest_first_and_not_those_that_are_done_with() -> None:
    def at(name: str, east_m: float) -> Incident:
        return replace(incident(name=name), place=offset(HERE, east_m=east_m, north_m=0))

    far, near = at("far", 100), at("near", 10)
    withdrawn = replace(at("withdrawn", 1), state=S.WITHDRAWN)
    known = replace(at("known", 1), duplicate_of=far.id)
    nowhere = incident(name="nowhere")
    assert likely_duplicates(at("one", 0), [far, withdrawn, known, nowhere, near]) == (near.id, far.id)
    assert likely_duplicates(nowhere, [far]) == ()
