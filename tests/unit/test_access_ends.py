"""What ends or stops an opening: revocation, locks, reviews, time; and what must go on without any trust."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.access_cast import (
    BANK,
    BANK_POLICY,
    DESK_1,
    DESK_2,
    HALL,
    SAFE,
    SCHOOL,
    SCHOOL_POLICY,
    YARD,
    Town,
    account_of,
    actor_of,
    key_of,
)
from wallapp.base.errors import BadInput, Denied, NotFound, RuleBroken
from wallapp.base.ids import Digest, GrantId, RequestId, StationName
from wallapp.domain.access import Grant, GrantEnd, LockKind, RequestState, ReviewVerdict, Verdict
from wallapp.domain.audit import AuditEvent
from wallapp.domain.people import Role
from wallapp.domain.warrant import TrustPin
from wallapp.services.access_desk import AccessDesk
from wallapp.services.break_glass import REVIEW_WITHIN
from wallapp.services.trust_reading import TrustReader

WHY = "found open at night"


def granted(town: Town) -> Grant:
    """Hall and safe, for a quarter of an hour, by supervisor and banker."""
    (request,) = town.desk.ask(actor_of("operator"), town.ask())
    for login in ("supervisor", "banker"):
        case = town.desk.vote(
            actor_of(login),
            key_of(login),
            request.terms.request,
            verdict=Verdict.APPROVE,
            cameras=request.terms.cameras,
            duration_s=900,
        )
    assert case.grant is not None
    return case.grant


def glass(town: Town, login: str = "operator") -> Grant:
    form = town.ask(cameras=frozenset({HALL}), duration_s=600)
    (grant,) = town.desk.break_glass(actor_of(login), key_of(login), form)
    return grant


# Ends


@pytest.mark.parametrize(
    ("login", "may"),
    [
        ("supervisor", True),
        ("supervisor2", True),
        ("banker", True),
        ("head", False),
        ("operator", False),
        ("operator2", False),
        ("auditor", False),
        ("admin", False),
        ("trainer", False),
    ],
)
def test_who_may_revoke(login: str, may: bool) -> None:
    town = Town()
    grant = granted(town)
    if not may:
        with pytest.raises(Denied):
            town.desk.revoke(actor_of(login), grant.grant)
        assert town.effective() == {grant.grant: {HALL, SAFE}}
        return
    ended = town.desk.revoke(actor_of(login), grant.grant, "it is over")
    assert (ended.end, ended.ended_by, ended.closed_at) == (GrantEnd.REVOKED, account_of(login), None)
    assert town.effective() == {}
    (entry,) = town.entries(AuditEvent.GRANT_ENDED)
    assert (entry.subject, entry.owner, entry.actor) == (grant.grant, BANK, f"P-{login}")


def test_a_grant_is_given_back_by_its_person_alone_locked_or_not() -> None:
    town = Town()
    grant = granted(town)
    with pytest.raises(NotFound):
        town.desk.relinquish(actor_of("supervisor"), grant.grant)
    town.desk.set_lock(actor_of("supervisor"), LockKind.PERSON, target=account_of("operator"), reason=WHY)
    assert town.desk.relinquish(actor_of("operator"), grant.grant).end is GrantEnd.RELINQUISHED
    with pytest.raises(RuleBroken, match=r"over already \(relinquished\)"):
        town.desk.relinquish(actor_of("operator"), grant.grant)


def test_what_time_has_ended_cannot_be_revoked_any_more() -> None:
    town = Town()
    grant = granted(town)
    town.clock.advance(899)
    assert town.effective() == {grant.grant: {HALL, SAFE}}
    town.clock.advance(1)
    assert town.effective() == {}
    with pytest.raises(RuleBroken, match=r"over already \(expired\)"):
        town.desk.revoke(actor_of("supervisor"), grant.grant)
    assert town.desk.sweep(DESK_2).ended == (grant.grant,)
    ended = town.grant(grant.grant)
    assert (ended.end, ended.ended_at, ended.ended_by) == (GrantEnd.EXPIRED, grant.not_after, None)


def test_only_the_asking_person_withdraws_and_only_in_time() -> None:
    town = Town()
    (first,) = town.desk.ask(actor_of("operator"), town.ask())
    (second,) = town.desk.ask(actor_of("operator"), town.ask())
    with pytest.raises(NotFound):
        town.desk.withdraw(actor_of("supervisor"), first.terms.request)
    assert town.desk.withdraw(actor_of("operator"), first.terms.request).state is RequestState.WITHDRAWN
    with pytest.raises(RuleBroken, match="withdrawn already"):
        town.desk.withdraw(actor_of("operator"), first.terms.request)
    town.clock.advance(900)
    with pytest.raises(RuleBroken, match="expired already"):
        town.desk.withdraw(actor_of("operator"), second.terms.request)
    with pytest.raises(NotFound):
        town.desk.withdraw(actor_of("operator"), RequestId("none"))


def test_where_no_trust_can_be_read_nothing_opens_but_everything_can_be_ended() -> None:
    town = Town()
    grant = granted(town)
    (request,) = town.desk.ask(actor_of("operator"), town.ask())
    other = TrustReader(TrustPin(1, Digest("0" * 64)))
    desk = AccessDesk(town.store, lambda: town.cameras, other.authority)
    with pytest.raises(RuleBroken, match="told to believe"):
        desk.ask(actor_of("operator"), town.ask())
    desk.sweep(DESK_2)
    assert town.grant(grant.grant).ended_at is None
    desk.set_lock(actor_of("admin"), LockKind.EVERYTHING, reason=WHY)
    desk.withdraw(actor_of("operator"), request.terms.request)
    assert desk.revoke(actor_of("supervisor"), grant.grant).end is GrantEnd.REVOKED


# Locks


LOCKS = [
    ("supervisor", LockKind.PERSON, account_of("operator"), {}),
    ("admin", LockKind.STATION, DESK_1, {}),
    ("banker", LockKind.CAMERA, str(HALL), {SAFE}),
    ("banker", LockKind.OWNER, BANK, {}),
    ("supervisor", LockKind.EVERYTHING, "", {}),
    ("supervisor", LockKind.PERSON, account_of("banker"), {}),
    ("admin", LockKind.PERSON, account_of("operator2"), {HALL, SAFE}),
    ("admin", LockKind.STATION, DESK_2, {HALL, SAFE}),
    ("admin", LockKind.OWNER, SCHOOL, {HALL, SAFE}),
]


@pytest.mark.parametrize(("login", "kind", "target", "left"), LOCKS)
def test_a_grant_rests_under_a_lock_and_goes_on_when_it_is_lifted(
    login: str, kind: LockKind, target: str, left: set[int]
) -> None:
    town = Town()
    grant = granted(town)
    lock = town.desk.set_lock(actor_of(login, DESK_2), kind, target=target, reason=WHY)
    assert town.effective() == ({grant.grant: set(left)} if left else {})
    assert town.desk.sweep(DESK_2).ended == ()
    assert town.grant(grant.grant) == grant
    town.desk.lift_lock(actor_of(login, StationName("desk-3")), lock.lock)
    assert town.effective() == {grant.grant: {HALL, SAFE}}
    assert [entry.subject for entry in town.entries(AuditEvent.LOCK_SET, AuditEvent.LOCK_LIFTED)] == [lock.lock] * 2


def test_lifting_a_lock_gives_neither_time_back_nor_what_was_revoked() -> None:
    town = Town()
    first, second = granted(town), granted(town)
    lock = town.desk.set_lock(actor_of("supervisor"), LockKind.EVERYTHING, reason=WHY)
    town.desk.revoke(actor_of("supervisor"), first.grant)
    town.clock.advance(899)
    town.desk.lift_lock(actor_of("supervisor"), lock.lock)
    assert town.effective() == {second.grant: {HALL, SAFE}}
    town.clock.advance(1)
    assert town.effective() == {}


@pytest.mark.parametrize(
    ("login", "kind", "target", "error", "says"),
    [
        ("operator", LockKind.CAMERA, str(HALL), Denied, "only a supervisor"),
        ("auditor", LockKind.EVERYTHING, "", Denied, "only a supervisor"),
        ("banker", LockKind.CAMERA, str(YARD), Denied, "only a supervisor"),
        ("banker", LockKind.OWNER, SCHOOL, Denied, "only a supervisor"),
        ("banker", LockKind.PERSON, account_of("operator"), Denied, "only a supervisor"),
        ("supervisor", LockKind.PERSON, "nobody", NotFound, "no such person"),
        ("supervisor", LockKind.CAMERA, "999", NotFound, "no such camera"),
        ("supervisor", LockKind.CAMERA, "hall", NotFound, "no such camera"),
        ("supervisor", LockKind.OWNER, "Nobody", NotFound, "no such owner"),
        ("supervisor", LockKind.STATION, "", NotFound, "no such station"),
        ("supervisor", LockKind.EVERYTHING, "all", BadInput, "names nothing else"),
    ],
)
def test_a_lock_that_may_not_be_set(login: str, kind: LockKind, target: str, error: type[Exception], says: str) -> None:
    town = Town()
    with pytest.raises(error, match=says):
        town.desk.set_lock(actor_of(login), kind, target=target, reason=WHY)
    with pytest.raises(BadInput, match="10 to 2000"):
        town.desk.set_lock(actor_of("supervisor"), LockKind.EVERYTHING, reason="because")
    assert town.entries() == []


def test_what_an_owner_locked_only_the_owner_lifts_and_the_other_way_round() -> None:
    town = Town()
    own = town.desk.set_lock(actor_of("banker"), LockKind.CAMERA, target=str(HALL), reason=WHY)
    rooms = town.desk.set_lock(actor_of("supervisor"), LockKind.CAMERA, target=str(HALL), reason=WHY)
    for login, lock in (("supervisor", own), ("admin", own), ("head", own), ("banker", rooms), ("operator", rooms)):
        with pytest.raises(Denied):
            town.desk.lift_lock(actor_of(login), lock.lock)
    town.desk.lift_lock(actor_of("banker"), own.lock)
    town.desk.lift_lock(actor_of("admin"), rooms.lock)
    with pytest.raises(NotFound):
        town.desk.lift_lock(actor_of("admin"), rooms.lock)
    assert town.locks() == []


# Break-glass and its review


def test_broken_glass_opens_at_once_whoever_else_is_there() -> None:
    town = Town()
    for login in ("supervisor", "supervisor2", "banker"):
        town.change(login, active=False)
    grant = glass(town)
    again = glass(town)
    assert town.effective() == {grant.grant: {HALL}, again.grant: {HALL}}
    with town.store.reading() as unit:
        assert [one.due_at for one in unit.reviews.reviews()] == [town.clock.now_at() + REVIEW_WITHIN] * 2
    assert [one.event for one in town.entries()] == [AuditEvent.REQUEST_SUBMITTED, AuditEvent.GLASS_BROKEN] * 2


def test_broken_glass_sent_twice_is_one_and_needs_the_own_key() -> None:
    town = Town()
    form = town.ask(cameras=frozenset({HALL}), duration_s=600)
    with pytest.raises(Denied, match="another person's"):
        town.desk.break_glass(actor_of("operator"), key_of("operator2"), form)
    first = town.desk.break_glass(actor_of("operator"), key_of("operator"), form)
    assert town.desk.break_glass(actor_of("operator"), key_of("operator"), form) == first


def test_who_was_not_reviewed_in_a_day_breaks_no_more_glass_until_it_is() -> None:
    town = Town()
    grant = glass(town)
    town.clock.advance(REVIEW_WITHIN.total_seconds() - 1)
    glass(town)
    assert town.desk.sweep(DESK_2).overdue == ()
    town.clock.advance(1)
    with pytest.raises(RuleBroken, match="not reviewed within 24 hours"):
        glass(town)
    glass(town, "operator2")
    assert town.desk.sweep(DESK_2).overdue == (grant.grant,)
    assert not town.desk.sweep(DESK_2).overdue
    assert [entry.subject for entry in town.entries(AuditEvent.REVIEW_DUE)] == [grant.grant]
    town.desk.review(actor_of("auditor"), grant.grant, ReviewVerdict.CHALLENGED, remark="nobody was there")
    glass(town)
    (entry,) = town.entries(AuditEvent.REVIEWED)
    assert (entry.facts["verdict"], entry.facts["late"]) == ("challenged", True)


def test_a_review_is_by_somebody_else_and_once() -> None:
    town = Town()
    grant, other = glass(town, "supervisor"), granted(town)
    with pytest.raises(Denied, match="nobody reviews their own"):
        town.desk.review(actor_of("supervisor"), grant.grant, ReviewVerdict.JUSTIFIED)
    for login in ("operator", "banker", "admin"):
        with pytest.raises(Denied):
            town.desk.review(actor_of(login), grant.grant, ReviewVerdict.JUSTIFIED)
    for absent in (other.grant, GrantId("none")):
        with pytest.raises(NotFound):
            town.desk.review(actor_of("supervisor2"), absent, ReviewVerdict.JUSTIFIED)
    town.desk.review(actor_of("supervisor2"), grant.grant, ReviewVerdict.JUSTIFIED)
    with pytest.raises(RuleBroken, match="reviewed already"):
        town.desk.review(actor_of("auditor"), grant.grant, ReviewVerdict.CHALLENGED)
    assert town.effective("supervisor") == {grant.grant: {HALL}}


def test_a_challenged_opening_that_still_runs_ends_at_once() -> None:
    town = Town()
    grant = glass(town)
    town.desk.review(actor_of("supervisor"), grant.grant, ReviewVerdict.CHALLENGED)
    assert town.effective() == {}
    assert town.grant(grant.grant).end is GrantEnd.REVOKED


# The sweeper


def _change(login: str, **changes: object) -> Callable[[Town], object]:
    return lambda town: town.change(login, **changes)


VOID: list[Callable[[Town], object]] = [
    _change("operator", active=False),
    _change("operator", roles=frozenset({Role.TRAINER})),
    _change("operator", public_key="11" * 32),
    lambda town: town.trust([replace(BANK_POLICY, version=2), SCHOOL_POLICY]),
    lambda town: town.trust([SCHOOL_POLICY]),
]


@pytest.mark.parametrize("change", VOID)
def test_what_a_changed_person_or_policy_no_longer_carries_is_closed_and_then_recorded(
    change: Callable[[Town], object],
) -> None:
    town = Town()
    grant = granted(town)
    (request,) = town.desk.ask(actor_of("operator"), town.ask())
    change(town)
    assert town.effective() == {}
    swept = town.desk.sweep(DESK_2)
    assert (swept.invalidated, swept.ended) == ((request.terms.request,), (grant.grant,))
    assert town.grant(grant.grant).end is GrantEnd.INVALIDATED
    assert not town.desk.sweep(DESK_2)
    (entry,) = town.entries(AuditEvent.REQUEST_INVALIDATED)
    assert entry.actor == ""
    assert entry.facts["why"]


def test_a_camera_that_left_its_owner_invalidates_what_is_pending() -> None:
    town = Town()
    (request,) = town.desk.ask(actor_of("operator"), town.ask())
    town.cameras[HALL] = replace(town.cameras[HALL], owner=SCHOOL)
    assert town.desk.sweep(DESK_2).invalidated == (request.terms.request,)


def test_a_request_that_nobody_decided_expires_and_is_never_approved_by_it() -> None:
    town = Town()
    (request,) = town.desk.ask(actor_of("operator"), town.ask())
    town.clock.advance(899)
    assert not town.desk.sweep(DESK_2)
    town.clock.advance(1)
    assert town.desk.sweep(DESK_2).expired == (request.terms.request,)
    assert not town.desk.sweep(DESK_2)
    assert town.effective() == {}


def test_texts_are_erased_after_their_time_and_the_history_stays() -> None:
    town = Town()
    (request,) = town.desk.ask(actor_of("operator"), town.ask())
    history = town.entries()
    town.clock.advance(10 * 86_400)
    assert town.desk.erase_texts(timedelta(days=11), station=DESK_1) == 0
    assert town.desk.erase_texts(timedelta(days=9), station=DESK_1) == 1
    with town.store.reading() as unit:
        assert unit.texts.text(request.terms.reason) is None
    assert town.entries()[:-1] == history
    assert town.entries()[-1].event is AuditEvent.TEXT_ERASED
