"""A request from the closed tile to the clear picture and its end, without a database."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.fakes.access_cast import DESK_1, DESK_2, HALL, SAFE, Town, actor_of, key_of
from wallapp.base.errors import RuleBroken
from wallapp.domain.access import GrantEnd, RequestState, Verdict
from wallapp.domain.audit import AuditEvent
from wallapp.services.access_effect import warrant_of


def test_a_narrowed_request_opens_what_both_agreed_to_and_closes_when_revoked() -> None:
    town = Town()
    (request,) = town.desk.ask(actor_of("operator"), town.ask())
    assert request.state is RequestState.PENDING
    number = request.terms.request

    case = town.desk.vote(
        actor_of("supervisor", DESK_2),
        key_of("supervisor"),
        number,
        verdict=Verdict.APPROVE,
        cameras=frozenset({HALL}),
        duration_s=600,
    )
    assert case.missing == ("owner",)
    assert town.effective() == {}
    town.clock.advance(60)
    case = town.desk.vote(
        actor_of("banker", DESK_2),
        key_of("banker"),
        number,
        verdict=Verdict.APPROVE,
        cameras=frozenset({HALL, SAFE}),
        duration_s=900,
    )
    grant = case.grant
    assert case.request.state is RequestState.APPROVED
    assert grant is not None
    assert grant.cameras == {HALL}
    assert grant.not_before == town.clock.now_at()
    assert grant.not_after - grant.not_before == timedelta(seconds=600)
    assert town.effective() == {grant.grant: {HALL}}
    assert town.effective("operator", DESK_2) == {}
    assert town.effective("operator2") == {}

    with town.store.reading() as unit:
        opening = town.authority().opening(warrant_of(unit, grant))
    assert (opening.person, opening.station, set(opening.cameras)) == (grant.person, DESK_1, {HALL})
    assert (opening.not_before, opening.not_after) == (grant.not_before, grant.not_after)

    revoked = town.desk.revoke(actor_of("supervisor2"), grant.grant, "the guard is there")
    assert (revoked.end, revoked.ended_at) == (GrantEnd.REVOKED, town.clock.now_at())
    assert revoked.closed_at is None
    assert town.effective() == {}
    with pytest.raises(RuleBroken, match="over already"):
        town.desk.revoke(actor_of("supervisor"), grant.grant)
    assert [entry.event for entry in town.entries()] == [
        AuditEvent.REQUEST_SUBMITTED,
        AuditEvent.VOTE_CAST,
        AuditEvent.VOTE_CAST,
        AuditEvent.REQUEST_APPROVED,
        AuditEvent.GRANT_ENDED,
    ]


def test_the_same_form_twice_is_the_same_request() -> None:
    town = Town()
    form = town.ask()
    first = town.desk.ask(actor_of("operator"), form)
    assert town.desk.ask(actor_of("operator"), form) == first
    assert len(town.entries(AuditEvent.REQUEST_SUBMITTED)) == 1
