"""The access desk over the real stores: the same story, the same history."""

from __future__ import annotations

import uuid
from dataclasses import replace

import pytest

from tests.fakes.access_cast import (
    BANK_POLICY,
    DESK_1,
    DESK_2,
    HALL,
    SAFE,
    SCHOOL_POLICY,
    account_of,
    actor_of,
    cameras_of_town,
    key_of,
    let_in,
    put_trust_in_force,
)
from wallapp.base.errors import RuleBroken
from wallapp.base.ids import CameraNumber, GrantId, StationName
from wallapp.domain.access import DecisionKind, GrantEnd, LockKind, RequestState, ReviewVerdict, Verdict
from wallapp.domain.audit import AuditEvent
from wallapp.domain.place import Place
from wallapp.domain.policy import FactKind, Purpose
from wallapp.domain.warrant import TrustPin
from wallapp.services.access_ask import AskForm
from wallapp.services.access_desk import AccessDesk
from wallapp.services.access_effect import effective_grants
from wallapp.services.access_ports import AuditQuery
from wallapp.services.access_views import AccessViews
from wallapp.services.trust_reading import TrustReader
from wallapp.store.unit_of_work import Store


class House:
    """The desks over a real store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        let_in(store)
        self.reader = TrustReader(TrustPin(1, put_trust_in_force(store)))
        cameras = cameras_of_town()
        self.desk = AccessDesk(store, lambda: cameras, self.reader.authority)
        self.views = AccessViews(store, lambda: cameras, self.reader.authority)

    def effective(self, station: StationName = DESK_1) -> dict[GrantId, set[CameraNumber]]:
        """What the operator may see."""
        with self.store.reading() as unit:
            found = effective_grants(
                unit,
                self.reader.authority(unit),
                station=station,
                account=account_of("operator"),
                at=unit.now_at(),
            )
            return {grant.grant: set(cameras) for grant, cameras in found}


def form(cameras: frozenset[CameraNumber] = frozenset({HALL, SAFE})) -> AskForm:
    return AskForm(str(uuid.uuid4()), cameras, Purpose.INTRUSION, "glass is broken at the door", 600)


@pytest.fixture
def house(real_store: Store) -> House:
    return House(real_store)


def test_asked_narrowed_approved_locked_revoked(house: House) -> None:
    desk, asked = house.desk, form()
    (request,) = desk.ask(actor_of("operator"), asked)
    assert desk.ask(actor_of("operator"), asked) == (request,)
    case = desk.vote(
        actor_of("supervisor"),
        key_of("supervisor"),
        request.terms.request,
        verdict=Verdict.APPROVE,
        cameras=frozenset({HALL}),
        duration_s=300,
    )
    assert case.missing == ("owner",)
    (waiting,) = house.views.to_decide(actor_of("banker"))
    assert waiting.reason == asked.reason
    case = desk.vote(
        actor_of("banker"),
        key_of("banker"),
        request.terms.request,
        verdict=Verdict.APPROVE,
        cameras=asked.cameras,
        duration_s=600,
    )
    assert case.grant is not None
    grant = case.grant.grant
    assert house.effective() == {grant: {HALL}}
    assert house.effective(DESK_2) == {}
    lock = desk.set_lock(actor_of("banker"), LockKind.CAMERA, target=str(HALL), reason="the owner's guests")
    assert house.effective() == {}
    desk.lift_lock(actor_of("banker"), lock.lock)
    assert house.effective() == {grant: {HALL}}
    assert desk.revoke(actor_of("supervisor2"), grant, "it is over").end is GrantEnd.REVOKED
    assert house.effective() == {}
    with pytest.raises(RuleBroken, match="approved already"):
        desk.withdraw(actor_of("operator"), request.terms.request)
    entries = house.views.history(actor_of("auditor"), AuditQuery())
    assert [entry.event for entry in reversed(entries)] == [
        AuditEvent.REQUEST_SUBMITTED,
        AuditEvent.VOTE_CAST,
        AuditEvent.VOTE_CAST,
        AuditEvent.REQUEST_APPROVED,
        AuditEvent.LOCK_SET,
        AuditEvent.LOCK_LIFTED,
        AuditEvent.GRANT_ENDED,
    ]


def test_glass_broken_and_challenged(house: House) -> None:
    (grant,) = house.desk.break_glass(actor_of("operator"), key_of("operator"), form(frozenset({HALL})))
    assert house.effective() == {grant.grant: {HALL}}
    (due,) = house.views.reviews_due(actor_of("auditor"))
    assert due.grant.grant == grant
    house.desk.review(actor_of("auditor"), grant.grant, ReviewVerdict.CHALLENGED, remark="nobody was there")
    assert house.effective() == {}
    (view,) = house.views.looking_now(actor_of("banker"))
    assert view.is_unconfirmed


def test_a_circumstance_opens_and_a_new_policy_closes(house: House) -> None:
    with house.store.reading() as unit:
        happened_at = unit.now_at()
    house.desk.confirm_fact(
        actor_of("operator2"),
        key_of("operator2"),
        FactKind.INTRUSION_CONFIRMED,
        place=Place(33.59, -7.6),
        happened_at=happened_at,
    )
    (request,) = house.desk.ask(actor_of("operator"), form())
    assert (request.state, request.terms.kind) == (RequestState.APPROVED, DecisionKind.CIRCUMSTANCE)
    (grant,) = house.effective()
    (waiting,) = house.desk.ask(actor_of("operator2"), replace(form(), form=str(uuid.uuid4())))
    put_trust_in_force(house.store, [replace(BANK_POLICY, version=2), SCHOOL_POLICY])
    assert house.effective() == {}
    swept = house.desk.sweep(DESK_2)
    assert (swept.ended, swept.invalidated) == ((grant,), (waiting.terms.request,))
    assert not house.desk.sweep(DESK_2)


def test_a_refusal_is_kept(house: House) -> None:
    with pytest.raises(RuleBroken, match="for 1 to 1800 s"):
        house.desk.ask(actor_of("operator"), replace(form(), duration_s=1801))
    (entry,) = house.views.history(actor_of("auditor"), AuditQuery())
    assert entry.event is AuditEvent.REQUEST_REFUSED
