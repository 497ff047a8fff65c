"""From votes to a decision, and from a decision to a grant: within the transaction of whoever voted."""

from __future__ import annotations

import uuid

from wallapp.base.errors import Bug, Conflict
from wallapp.base.ids import GrantId, RequestId
from wallapp.domain.access import DecisionKind, Grant, Request, RequestState, tally
from wallapp.domain.audit import AuditEvent
from wallapp.services.access_effect import warrant_for
from wallapp.services.access_ground import Acting, Standing, note, numbers
from wallapp.services.ports import Unit


def grant_id(request: RequestId) -> GrantId:
    """The one grant that this request can have."""
    return GrantId(str(uuid.uuid5(uuid.UUID(request), "grant")))


def settle(unit: Unit, standing: Standing, request: Request) -> None:
    """Count the votes by who their voters are now; strike, deny or approve what follows.

    Args:
      request: pending, locked in this transaction.
    """
    policy = standing.authority.policy(request.terms.policy)
    if policy is None:
        raise Bug("votes were counted without the policy they rest on; please report this")
    votes = unit.requests.votes(request.terms.request)
    count = tally(request.terms, policy, votes, standing.people)
    for voter in count.struck:
        unit.requests.strike(request.terms.request, voter)
        struck = unit.people.person(voter)
        _note(unit, standing, AuditEvent.VOTE_STRUCK, request, voter=struck.pseudonym if struck else "")
    if count.denied:
        leave_pending(unit, standing, request, RequestState.DENIED)
        _note(unit, standing, AuditEvent.REQUEST_DENIED, request, shares_a_camera=bool(count.cameras))
    elif count.decided_at is not None:
        approve(unit, standing, request)


def approve(unit: Unit, standing: Standing, request: Request, event: AuditEvent = AuditEvent.REQUEST_APPROVED) -> Grant:
    """Give exactly what a decoder would open for the documents as they stand.

    Args:
      request: pending, with the votes or the fact that decide it.

    Raises:
      RuleBroken: a decoder would not open it; then it must not be granted either.
      Conflict: it was decided elsewhere.
    """
    terms = request.terms
    opening = standing.authority.opening(warrant_for(unit, terms))
    grant = Grant(
        grant=grant_id(terms.request),
        request=terms.request,
        kind=terms.kind,
        person=opening.person,
        station=opening.station,
        owner=terms.owner,
        cameras=opening.cameras,
        not_before=opening.not_before,
        not_after=opening.not_after,
    )
    leave_pending(unit, standing, request, RequestState.APPROVED)
    unit.grants.add_grant(grant)
    facts: dict[str, str | int | bool | list[str] | list[int]] = {
        "kind": terms.kind,
        "grant": grant.grant,
        "cameras": numbers(grant.cameras),
        "not_before": grant.not_before.isoformat(),
        "not_after": grant.not_after.isoformat(),
    }
    if terms.kind is DecisionKind.CIRCUMSTANCE:
        facts |= {"circumstance": terms.circumstance, "fact": terms.fact}
    _note(unit, standing, event, request, **facts)
    return grant


def leave_pending(unit: Unit, acting: Acting, request: Request, state: RequestState) -> None:
    """The compare-and-set that only one of all stations wins.

    Raises:
      Conflict: it was decided elsewhere.
    """
    if not unit.requests.decide(request.terms.request, request.version, state, acting.at):
        raise Conflict("somebody decided on this request at the same moment; look at it again")


def _note(
    unit: Unit,
    standing: Standing,
    event: AuditEvent,
    request: Request,
    **facts: str | int | bool | list[str] | list[int],
) -> None:
    note(
        unit,
        event,
        at=standing.at,
        by=standing.person,
        station=standing.actor.station,
        subject=request.terms.request,
        owner=request.terms.owner,
        **facts,
    )
