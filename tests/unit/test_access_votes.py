"""Votes: whose counts, in which leg, and what they decide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import pytest

from tests.fakes.access_cast import (
    BANK,
    BANK_LEGS,
    BANK_POLICY,
    HALL,
    SAFE,
    SCHOOL_POLICY,
    OpenKey,
    Town,
    account_of,
    actor_of,
    key_of,
)
from wallapp.base.errors import BadInput, Denied, NotFound, RuleBroken, Unavailable, WallError
from wallapp.base.ids import NO_OWNER, CameraNumber, RequestId
from wallapp.domain.access import LockKind, RequestState, Verdict, tally
from wallapp.domain.audit import AuditEvent
from wallapp.domain.people import Role
from wallapp.domain.policy import LegRule
from wallapp.services.access_case import Case


def asked(town: Town, login: str = "operator", **changes: object) -> RequestId:
    (request,) = town.desk.ask(actor_of(login), town.ask(**changes))
    return request.terms.request


def vote(
    town: Town, login: str, request: RequestId, *numbers: int, duration_s: int = 900, key: OpenKey | None = None
) -> Case:
    """Approve these cameras, or deny where there are none."""
    return town.desk.vote(
        actor_of(login),
        key or key_of(login),
        request,
        verdict=Verdict.APPROVE if numbers else Verdict.DENY,
        cameras=frozenset(map(CameraNumber, numbers)),
        duration_s=duration_s if numbers else 0,
    )


def state_of(town: Town, request: RequestId) -> RequestState:
    with town.store.reading() as unit:
        found = unit.requests.request(request)
    assert found is not None
    return found.state


class Refused(NamedTuple):
    says: str
    error: type[WallError]
    login: str = "supervisor"
    numbers: tuple[int, ...] = (HALL,)
    duration_s: int = 900
    first: Callable[[Town, RequestId], object] = lambda town, request: None
    key: OpenKey | None = None


def _lock(kind: LockKind, target: str) -> Callable[[Town, RequestId], object]:
    return lambda town, request: town.desk.set_lock(
        actor_of("admin"), kind, target=target, reason="found open at night"
    )


def _change(login: str, **changes: object) -> Callable[[Town, RequestId], object]:
    return lambda town, request: town.change(login, **changes)


REFUSED = [
    Refused(
        "nobody decides on their own request",
        Denied,
        login="operator",
        first=_change("operator", roles=frozenset({Role.OPERATOR, Role.SUPERVISOR})),
    ),
    Refused("does not ask for your consent", Denied, login="operator2"),
    Refused("does not ask for your consent", Denied, login="head"),
    Refused("does not ask for your consent", Denied, login="auditor"),
    Refused("does not ask for your consent", Denied, login="admin"),
    Refused("account is closed", Denied, first=_change("supervisor", active=False)),
    Refused("does not ask for your consent", Denied, first=_change("supervisor", roles=frozenset({Role.AUDITOR}))),
    Refused(
        "does not ask for your consent",
        Denied,
        login="auditor",
        first=_change("auditor", roles=frozenset({Role.SUPERVISOR})),
    ),
    Refused("does not ask for your consent", Denied, first=_change("supervisor", public_key="00" * 32)),
    Refused("your account is locked", RuleBroken, first=_lock(LockKind.PERSON, account_of("supervisor"))),
    Refused("the station desk-1 is locked", RuleBroken, first=_lock(LockKind.STATION, "desk-1")),
    Refused("a lock stands against camera 305", RuleBroken, first=_lock(LockKind.CAMERA, "305")),
    Refused("a lock stands against camera 305", RuleBroken, first=_lock(LockKind.PERSON, account_of("operator"))),
    Refused("a lock stands against camera 305", RuleBroken, first=_lock(LockKind.EVERYTHING, "")),
    Refused("the open key is another person's", Denied, key=key_of("supervisor2")),
    Refused("names another key of yours", Denied, key=replace(key_of("supervisor2"), account=account_of("supervisor"))),
    Refused(
        "you have voted on this request already",
        RuleBroken,
        first=lambda town, request: vote(town, "supervisor", request, SAFE),
    ),
    Refused(
        "this request is withdrawn already",
        RuleBroken,
        first=lambda town, request: town.desk.withdraw(actor_of("operator"), request),
    ),
    Refused("this request is denied already", RuleBroken, first=lambda town, request: vote(town, "banker", request)),
    Refused("this request has expired", RuleBroken, first=lambda town, _: town.clock.advance(900)),
    Refused("clock went back", Unavailable, first=lambda town, _: town.clock.advance(-60)),
    Refused(
        "the owner's policy changed",
        RuleBroken,
        first=lambda town, _: town.trust([replace(BANK_POLICY, version=2), SCHOOL_POLICY]),
    ),
    Refused(
        "who asked for this may not any more", RuleBroken, first=_change("operator", roles=frozenset({Role.TRAINER}))
    ),
    Refused("who asked for this may not any more", RuleBroken, first=_change("operator", active=False)),
    Refused("camera 305 is not this owner's any more", RuleBroken, first=lambda town, _: town.cameras.pop(HALL)),
    Refused("a camera that was not asked for", BadInput, numbers=(307,)),
    Refused("more time than was asked for, or none", BadInput, duration_s=901),
    Refused("more time than was asked for, or none", BadInput, duration_s=0),
]


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: f"{row.login}-{row.says[:44]}")
def test_a_vote_that_may_not_be_cast_changes_nothing(row: Refused) -> None:
    town = Town()
    request = asked(town)
    row.first(town, request)
    before = town.entries()
    with pytest.raises(row.error) as refused:
        vote(town, row.login, request, *row.numbers, duration_s=row.duration_s, key=row.key)
    assert row.says in str(refused.value)
    assert town.entries() == before


def test_an_approval_of_nothing_and_a_strange_verdict_are_no_votes() -> None:
    town = Town()
    request = asked(town)
    for verdict, says in ((Verdict.APPROVE, "deny it instead"), (Verdict.BREAK_GLASS, "neither approves nor denies")):
        with pytest.raises(BadInput, match=says):
            town.desk.vote(actor_of("supervisor"), key_of("supervisor"), request, verdict=verdict)
    with pytest.raises(NotFound):
        vote(town, "supervisor", RequestId("none"), HALL)


def test_one_denial_ends_a_request() -> None:
    town = Town()
    request = asked(town)
    vote(town, "supervisor", request, HALL)
    case = vote(town, "banker", request)
    assert (case.request.state, case.grant, case.may_vote) == (RequestState.DENIED, None, False)
    assert len(town.entries(AuditEvent.REQUEST_DENIED)) == 1


def test_two_denials_where_the_owner_wants_two() -> None:
    town = Town(policies=[replace(BANK_POLICY, denials_needed=2), SCHOOL_POLICY])
    request = asked(town)
    assert vote(town, "supervisor2", request).request.state is RequestState.PENDING
    vote(town, "supervisor", request, HALL)
    case = vote(town, "banker", request, HALL)
    assert case.request.state is RequestState.APPROVED
    assert case.grant is not None
    assert town.effective() == {case.grant.grant: {HALL}}


def test_approvals_that_share_no_camera_deny() -> None:
    town = Town()
    request = asked(town)
    vote(town, "supervisor", request, HALL)
    assert vote(town, "banker", request, SAFE).request.state is RequestState.DENIED


def test_a_vote_whose_voter_lost_the_right_is_struck_and_its_leg_opens_again() -> None:
    town = Town()
    request = asked(town)
    vote(town, "supervisor", request, HALL)
    town.change("supervisor", roles=frozenset({Role.OPERATOR}))
    case = vote(town, "banker", request, HALL)
    assert case.request.state is RequestState.PENDING
    assert case.missing == ("supervisor",)
    (entry,) = town.entries(AuditEvent.VOTE_STRUCK)
    assert (entry.subject, entry.facts["voter"]) == (request, "P-supervisor")
    town.change("supervisor", roles=frozenset({Role.SUPERVISOR}))
    with pytest.raises(RuleBroken, match="voted on this request already"):
        vote(town, "supervisor", request, HALL)
    case = vote(town, "supervisor2", request, HALL)
    assert case.request.state is RequestState.APPROVED
    assert case.grant is not None
    assert town.effective() == {case.grant.grant: {HALL}}


def test_a_denial_of_somebody_who_lost_the_right_counts_no_more_than_an_approval() -> None:
    town = Town(policies=[replace(BANK_POLICY, denials_needed=2), SCHOOL_POLICY])
    request = asked(town)
    vote(town, "supervisor", request)
    town.change("supervisor", active=False)
    assert vote(town, "supervisor2", request).request.state is RequestState.PENDING
    assert len(town.entries(AuditEvent.VOTE_STRUCK)) == 1


def test_a_lock_on_a_voter_strikes_the_vote_at_the_next() -> None:
    town = Town()
    request = asked(town)
    vote(town, "supervisor", request, HALL)
    town.desk.set_lock(actor_of("admin"), LockKind.PERSON, target=account_of("supervisor"), reason="telephone stolen")
    assert vote(town, "banker", request, HALL).missing == ("supervisor",)


def test_who_could_sit_in_two_legs_takes_the_one_that_lets_the_others_be_met() -> None:
    town = Town()
    both = frozenset({Role.SUPERVISOR, Role.OWNER_REPRESENTATIVE})
    town.change("banker", roles=both)
    town.trust([BANK_POLICY, SCHOOL_POLICY])
    request = asked(town)
    assert vote(town, "banker", request, HALL).missing == ("supervisor",)
    assert vote(town, "supervisor", request, HALL).request.state is RequestState.APPROVED


def test_one_person_never_fills_two_legs() -> None:
    town = Town(
        policies=[replace(BANK_POLICY, legs=(BANK_LEGS[0], replace(BANK_LEGS[0], name="second"))), SCHOOL_POLICY]
    )
    request = asked(town)
    assert vote(town, "supervisor", request, HALL).missing == ("second",)
    assert vote(town, "supervisor2", request, HALL).request.state is RequestState.APPROVED


def test_two_of_three_approve() -> None:
    leg = LegRule("supervisors", frozenset({Role.SUPERVISOR, Role.AUDITOR}), of_owner=False, needed=2)
    town = Town(policies=[replace(BANK_POLICY, legs=(leg,)), SCHOOL_POLICY])
    request = asked(town)
    case = vote(town, "auditor", request, HALL, SAFE)
    assert case.missing == ("supervisors",)
    assert {person.login for person in case.deciders} == {"supervisor", "supervisor2"}
    assert vote(town, "supervisor2", request, HALL, duration_s=60).request.state is RequestState.APPROVED


def test_a_representative_of_another_house_or_of_none_does_not_count() -> None:
    town = Town()
    request = asked(town)
    town.change("head", organisation=BANK)
    with pytest.raises(Denied):
        vote(town, "head", request, HALL)
    town.change("banker", organisation=NO_OWNER)
    with pytest.raises(Denied):
        vote(town, "banker", request, HALL)


def test_a_struck_vote_counts_for_nothing_even_where_its_voter_is_eligible_again() -> None:
    town = Town()
    request = asked(town)
    vote(town, "supervisor", request, HALL)
    with town.store.reading() as unit:
        kept = unit.requests.request(request)
        assert kept is not None
        votes, people = unit.requests.votes(request), town.authority().counted(unit.people.people())
    for struck, approved in ((False, 1), (True, 0)):
        count = tally(kept.terms, BANK_POLICY, [replace(one, struck=struck) for one in votes], people)
        assert [len(leg.approved) for leg in count.legs] == [approved, 0]
        assert count.struck == ()
