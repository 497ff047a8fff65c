"""What each desk shows, and to whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.fakes.access_cast import (
    BANK,
    BANK_POLICY,
    CITY,
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
from wallapp.base.errors import Denied, NotFound
from wallapp.base.ids import RequestId
from wallapp.domain.access import Grant, LockKind, RequestState, ReviewVerdict, Verdict
from wallapp.domain.audit import AuditEvent
from wallapp.domain.camera import Sensitivity
from wallapp.domain.people import Role
from wallapp.domain.policy import Purpose
from wallapp.services.access_ports import AuditQuery
from wallapp.services.access_views import AccessViews

REASON = "glass is broken at the door"


def views_of(town: Town) -> AccessViews:
    return AccessViews(town.store, lambda: town.cameras, town.reader.authority)


def asked(town: Town, login: str = "operator", **changes: object) -> RequestId:
    (request,) = town.desk.ask(actor_of(login), town.ask(**changes))
    return request.terms.request


def approve(town: Town, request: RequestId, *logins: str, cameras: frozenset[int] = frozenset({HALL})) -> None:
    for login in logins:
        town.desk.vote(
            actor_of(login),
            key_of(login),
            request,
            verdict=Verdict.APPROVE,
            cameras=cameras,  # type: ignore[arg-type] # camera numbers are written as plain numbers here
            duration_s=600,
        )


def glass(town: Town, login: str = "operator") -> Grant:
    (grant,) = town.desk.break_glass(
        actor_of(login), key_of(login), town.ask(cameras=frozenset({HALL}), duration_s=600)
    )
    return grant


def test_an_approver_sees_all_that_a_decision_rests_on() -> None:
    town = Town()
    views = views_of(town)
    town.desk.withdraw(actor_of("operator"), asked(town))
    town.clock.advance(31 * 86_400)
    town.desk.withdraw(actor_of("operator"), asked(town))
    running = glass(town)
    request = asked(town)
    approve(town, request, "supervisor", cameras=frozenset({HALL, SAFE}))
    town.clock.advance(60)
    lock = town.desk.set_lock(actor_of("admin"), LockKind.CAMERA, target=str(SAFE), reason="the owner's guests")

    (case,) = views.to_decide(actor_of("banker"))
    assert case.request.terms.request == request
    assert case.requester is not None
    assert (case.requester.name, case.request.terms.station) == ("The operator", DESK_1)
    assert (case.asked, case.approved) == (3, 1)
    assert [(one.number, one.name, one.site, one.sensitivity) for one in case.cameras] == [
        (HALL, "Hall", "Main street", Sensitivity.PRIVATE),
        (SAFE, "Safe", "Main street", Sensitivity.PROTECTED),
    ]
    assert (case.request.terms.purpose, case.reason, case.request.terms.duration_s) == (
        Purpose.INTRUSION,
        REASON,
        900,
    )
    assert case.policy == BANK_POLICY
    assert [(leg.name, len(leg.approved), leg.needed) for leg in case.count.legs] == [
        ("supervisor", 1, 1),
        ("owner", 0, 1),
    ]
    assert (case.count.duration_s, case.missing, case.left_s) == (600, ("owner",), 840)
    assert [person.login for person in case.deciders] == ["supervisor2"]
    assert case.overlapping == (running,)
    assert case.locks == (lock,)
    assert (case.void, case.may_vote, case.grant) == ("", True, None)


@pytest.mark.parametrize(
    ("login", "bank", "school"),
    [
        ("supervisor", True, False),
        ("supervisor2", True, True),
        ("banker", True, False),
        ("head", False, True),
        ("operator", False, False),
        ("operator2", False, False),
        ("auditor", False, False),
        ("admin", False, False),
    ],
)
def test_whose_consent_is_asked_for(login: str, bank: bool, school: bool) -> None:
    town = Town()
    town.change("trainer", roles=frozenset({Role.SUPERVISOR}))
    town.trust([BANK_POLICY, SCHOOL_POLICY])
    first = asked(town)
    second = asked(town, "supervisor", cameras=frozenset({YARD}), purpose=Purpose.LIFE_AT_RISK, duration_s=60)
    found = {case.request.terms.request for case in views_of(town).to_decide(actor_of(login))}
    assert found == {one for one, there in ((first, bank), (second, school)) if there}


@pytest.mark.parametrize(
    "change",
    [
        lambda town, request: approve(town, request, "supervisor"),
        lambda town, request: town.desk.withdraw(actor_of("operator"), request),
        lambda town, request: town.clock.advance(900),
        lambda town, request: town.change("operator", active=False),
        lambda town, request: town.trust([replace(BANK_POLICY, version=2), SCHOOL_POLICY]),
    ],
)
def test_what_one_cannot_decide_any_more_is_gone_from_the_list(change: Callable[[Town, RequestId], object]) -> None:
    town = Town()
    request = asked(town)
    assert len(views_of(town).to_decide(actor_of("supervisor"))) == 1
    change(town, request)
    assert views_of(town).to_decide(actor_of("supervisor")) == []


def test_the_most_urgent_comes_first() -> None:
    town = Town()
    first = asked(town)
    town.clock.advance(5)
    second = asked(town)
    assert [one.request.terms.request for one in views_of(town).to_decide(actor_of("banker"))] == [first, second]


def test_a_case_is_shown_to_whom_it_concerns() -> None:
    town = Town()
    views, request = views_of(town), asked(town)
    for login in ("operator", "supervisor", "banker", "auditor"):
        assert views.case(actor_of(login), request).request.terms.request == request
    for login in ("operator2", "head", "admin", "trainer"):
        with pytest.raises(NotFound):
            views.case(actor_of(login), request)


def test_my_requests_with_what_came_of_them() -> None:
    town = Town()
    views = views_of(town)
    done, waiting = asked(town), asked(town)
    approve(town, done, "supervisor", "banker")
    town.clock.advance(100)
    asked(town, "operator2")
    mine = {one.request.terms.request: one for one in views.mine(actor_of("operator"))}
    assert set(mine) == {done, waiting}
    assert (mine[waiting].left_s, mine[waiting].missing, mine[waiting].reason) == (800, ("supervisor", "owner"), REASON)
    assert mine[waiting].grant is None
    view = mine[done].grant
    assert view is not None
    assert (set(view.cameras), view.left_s, view.is_unconfirmed) == ({HALL}, 500, False)
    assert mine[done].request.state is RequestState.APPROVED
    town.desk.set_lock(actor_of("admin"), LockKind.OWNER, target=BANK, reason="the owner's guests")
    (resting,) = (one.grant for one in views.mine(actor_of("operator")) if one.grant)
    assert (set(resting.cameras), resting.left_s) == (set(), 500)


def test_who_looks_now_and_what_no_decoder_confirmed() -> None:
    town = Town()
    views, grant = views_of(town), glass(town)
    for login in ("supervisor", "auditor", "banker"):
        (view,) = views.looking_now(actor_of(login))
        assert (view.grant, set(view.cameras), view.left_s) == (grant, {HALL}, 600)
        assert view.person is not None
        assert view.person.login == "operator"
    assert views.looking_now(actor_of("head")) == []
    for login in ("operator", "admin", "trainer"):
        with pytest.raises(Denied):
            views.looking_now(actor_of(login))
    town.desk.revoke(actor_of("banker"), grant.grant)
    (view,) = views.looking_now(actor_of("supervisor"))
    assert (view.left_s, view.cameras, view.is_unconfirmed) == (0, frozenset(), True)
    with town.store.writing() as unit:
        unit.grants.confirm_closed(grant.grant, unit.now_at())
    assert views.looking_now(actor_of("supervisor")) == []


def test_an_opening_that_ran_out_is_unconfirmed_too() -> None:
    town = Town()
    glass(town)
    town.clock.advance(600)
    (view,) = views_of(town).looking_now(actor_of("banker"))
    assert (view.left_s, view.is_unconfirmed) == (0, True)


def test_who_may_not_know_of_an_owner_sees_nothing_of_it_anywhere() -> None:
    hidden = replace(BANK_POLICY, knowing=frozenset({Role.OPERATOR}))
    town = Town(policies=[hidden, SCHOOL_POLICY])
    glass(town)
    views = views_of(town)
    assert views.looking_now(actor_of("auditor")) == []
    assert views.reviews_due(actor_of("auditor")) == []
    (request,) = (one.request.terms.request for one in views.mine(actor_of("operator")))
    with pytest.raises(NotFound):
        views.case(actor_of("auditor"), request)
    assert len(views.looking_now(actor_of("banker"))) == 1


def test_reviews_that_are_due_to_others() -> None:
    town = Town()
    views, grant = views_of(town), glass(town, "supervisor")
    town.clock.advance(3600)
    for login in ("supervisor2", "auditor"):
        (view,) = views.reviews_due(actor_of(login))
        assert (view.grant.grant, view.reason, view.left_s) == (grant, REASON, 23 * 3600)
    assert views.reviews_due(actor_of("supervisor")) == []
    with pytest.raises(Denied):
        views.reviews_due(actor_of("banker"))
    town.desk.review(actor_of("auditor"), grant.grant, ReviewVerdict.JUSTIFIED)
    assert views.reviews_due(actor_of("supervisor2")) == []


def test_locks_with_their_reasons() -> None:
    town = Town()
    views = views_of(town)
    town.desk.set_lock(
        actor_of("supervisor"), LockKind.PERSON, target=account_of("operator2"), reason="left the desk open"
    )
    own = town.desk.set_lock(actor_of("banker"), LockKind.CAMERA, target=str(HALL), reason="the owner's guests")
    (first, second) = views.locks(actor_of("admin"))
    assert (first.reason, first.by and first.by.login) == ("left the desk open", "supervisor")
    assert [one.lock for one in views.locks(actor_of("banker"))] == [own] == [second.lock]
    assert views.locks(actor_of("head")) == []
    with pytest.raises(Denied):
        views.locks(actor_of("operator"))


def test_the_history_is_read_by_few_and_that_is_in_it() -> None:
    town = Town()
    views, grant = views_of(town), glass(town)
    entries = views.history(actor_of("auditor", DESK_2), AuditQuery())
    assert [one.event for one in entries] == [AuditEvent.GLASS_BROKEN, AuditEvent.REQUEST_SUBMITTED]
    assert views.history(actor_of("banker"), AuditQuery(owner=BANK, subject=grant.request)) == entries
    assert [(one.actor, one.station) for one in town.entries(AuditEvent.AUDIT_READ)] == [
        ("P-auditor", DESK_2),
        ("P-banker", DESK_1),
    ]
    for login, query in (
        ("banker", AuditQuery()),
        ("banker", AuditQuery(owner=SCHOOL)),
        ("supervisor", AuditQuery()),
        ("admin", AuditQuery(owner=CITY)),
        ("operator", AuditQuery()),
    ):
        with pytest.raises(Denied):
            views.history(actor_of(login), query)
