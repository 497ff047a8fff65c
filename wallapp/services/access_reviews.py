"""Judging a break-glass afterwards."""

from __future__ import annotations

from wallapp.base.errors import Denied, NotFound, RuleBroken
from wallapp.base.ids import GrantId
from wallapp.domain.access import GrantEnd, ReviewVerdict
from wallapp.domain.audit import AuditEvent
from wallapp.domain.permissions import Verb
from wallapp.services.access_end import note_end
from wallapp.services.access_ground import AccessGround, note, typed_text
from wallapp.services.actor import Actor
from wallapp.services.ports import Unit


def review(
    ground: AccessGround, unit: Unit, actor: Actor, grant_id: GrantId, *, verdict: ReviewVerdict, remark: str
) -> None:
    """Judge it; what is challenged while it still runs ends at once, what is past stays as it was.

    Raises: as AccessDesk.review.
    """
    unit.people.hold([actor.account])
    grant = unit.grants.grant(grant_id, locks=True)
    acting = ground.acting(unit, actor)
    acting.needs(Verb.REVIEW)
    due = next((one for one in unit.reviews.reviews(open_only=False) if one.grant == grant_id), None)
    if grant is None or due is None:
        raise NotFound("there is no such break-glass to review; look again")
    if grant.person == actor.account:
        raise Denied("nobody reviews their own break-glass; somebody else has to")
    if due.verdict is not None or not unit.reviews.judge(grant_id, verdict, actor.account, acting.at):
        raise RuleBroken("this break-glass was reviewed already")
    typed = typed_text(remark)
    typed.keep(unit, acting.at)
    note(
        unit,
        AuditEvent.REVIEWED,
        at=acting.at,
        by=acting.person,
        station=actor.station,
        subject=grant_id,
        owner=grant.owner,
        verdict=verdict,
        late=acting.at >= due.due_at,
        remark=typed.digest,
    )
    if verdict is ReviewVerdict.CHALLENGED and grant.ended_at is None and acting.at < grant.not_after:
        note_end(unit, grant, at=acting.at, by=acting.person, station=actor.station, end=GrantEnd.REVOKED)
