"""What ends something: a withdrawal, a relinquishing, a revocation. None of it waits for anybody's consent."""

from __future__ import annotations

from datetime import datetime

from wallapp.base.errors import Denied, NotFound, RuleBroken
from wallapp.base.ids import GrantId, RequestId, StationName
from wallapp.domain.access import Grant, GrantEnd, Request, RequestState
from wallapp.domain.audit import AuditEvent
from wallapp.domain.people import Person
from wallapp.domain.permissions import Verb, may
from wallapp.services.access_decide import leave_pending
from wallapp.services.access_ground import AccessGround, note, typed_text
from wallapp.services.actor import Actor
from wallapp.services.ports import Unit


def withdraw(ground: AccessGround, unit: Unit, actor: Actor, request_id: RequestId) -> Request:
    """Take one's own pending request back.

    Raises: as AccessDesk.withdraw.
    """
    unit.people.hold([actor.account])
    request = unit.requests.request(request_id, locks=True)
    acting = ground.acting(unit, actor, even_locked=True)
    if request is None or request.terms.requester != actor.account:
        raise NotFound("there is no such request of yours; look again")
    if request.state is not RequestState.PENDING:
        raise RuleBroken(f"this request is {request.state} already")
    if acting.at >= request.terms.expires_at:
        raise RuleBroken("this request has expired already")
    leave_pending(unit, acting, request, RequestState.WITHDRAWN)
    note(
        unit,
        AuditEvent.REQUEST_WITHDRAWN,
        at=acting.at,
        by=acting.person,
        station=actor.station,
        subject=request_id,
        owner=request.terms.owner,
    )
    return unit.requests.request(request_id) or request


def end_by_person(
    ground: AccessGround, unit: Unit, actor: Actor, grant_id: GrantId, *, end: GrantEnd, reason: str = ""
) -> Grant:
    """Relinquish (the person whose grant it is) or revoke (who may). Over at once, as far as the store goes.

    Raises: as AccessDesk.revoke and AccessDesk.relinquish.
    """
    unit.people.hold([actor.account])
    grant = unit.grants.grant(grant_id, locks=True)
    acting = ground.acting(unit, actor, even_locked=end is GrantEnd.RELINQUISHED)
    if grant is None or (end is GrantEnd.RELINQUISHED and grant.person != actor.account):
        raise NotFound("there is no such grant; look again")
    if end is GrantEnd.REVOKED and not may_revoke(acting.person, grant):
        raise Denied("only a supervisor or the owner's representative may end somebody's grant")
    if grant.ended_at is not None:
        raise RuleBroken(f"this grant is over already ({grant.end})")
    if acting.at >= grant.not_after:
        raise RuleBroken("this grant is over already (expired)")
    typed = typed_text(reason)
    typed.keep(unit, acting.at)
    note_end(
        unit,
        grant,
        at=acting.at,
        by=acting.person,
        station=actor.station,
        end=end,
        reason=typed.digest,
    )
    return unit.grants.grant(grant_id) or grant


def may_revoke(person: Person, grant: Grant) -> bool:
    """Whether this person may end that grant."""
    of_house = person.speaks_for(grant.owner) and may(person.roles, Verb.REVOKE_OWN_CAMERAS)
    return of_house or may(person.roles, Verb.REVOKE_ANY)


def note_end(
    unit: Unit,
    grant: Grant,
    *,
    at: datetime,
    by: Person | None,
    station: StationName,
    end: GrantEnd,
    ended_at: datetime | None = None,
    **facts: str,
) -> bool:
    """Record the end with its entry; False where it is recorded already."""
    if not unit.grants.end(grant.grant, ended_at or at, end, by.account if by else None):
        return False
    note(
        unit,
        AuditEvent.GRANT_ENDED,
        at=at,
        by=by,
        station=station,
        subject=grant.grant,
        owner=grant.owner,
        end=end,
        request=grant.request,
        **facts,
    )
    return True
