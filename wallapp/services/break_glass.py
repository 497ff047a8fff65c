"""Opening without asking: signed by who does it, told to everybody concerned, judged by others within a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from wallapp.base.errors import BadInput, Conflict, Denied, NotFound, RuleBroken, WallError
from wallapp.domain.access import DecisionKind, Grant, Request, RequestState, RequestTerms, Verdict, Vote, VoteTerms
from wallapp.domain.audit import AuditEvent
from wallapp.domain.documents import digest_of, write_document
from wallapp.services.access_ask import AskForm, note_refusal, note_submitted, plan, repeated
from wallapp.services.access_decide import approve
from wallapp.services.access_ground import AccessGround, Standing, typed_text
from wallapp.services.access_ports import Review
from wallapp.services.access_vote import signed_vote
from wallapp.services.actor import Actor, SigningKey
from wallapp.services.ports import Unit

REVIEW_WITHIN: Final = timedelta(hours=24)
"""Who breaks the glass again needs the earlier times judged, where this is over."""


def break_glass(
    ground: AccessGround, unit: Unit, actor: Actor, key: SigningKey, *, form: AskForm
) -> tuple[Grant, ...] | WallError:
    """Open, or keep the refusal. Never waits for anybody, and never minds what is open already."""
    unit.people.hold([actor.account])
    reason = typed_text(form.reason)
    try:
        standing = ground.standing(unit, actor)
        before = repeated(unit, standing, form)
        if before:
            return _grants(unit, before)
        _check_reviews(unit, standing)
        planned = plan(unit, standing, form, DecisionKind.BREAK_GLASS, reason=reason.digest)
        votes = [signed_vote(standing, key, _own_vote(standing, terms)) for terms in planned]
    except (Denied, RuleBroken, BadInput, NotFound) as refusal:
        note_refusal(unit, actor, form, refusal)
        return refusal
    reason.keep(unit, standing.at)
    return tuple(_open(unit, standing, terms, vote) for terms, vote in zip(planned, votes, strict=True))


def _open(unit: Unit, standing: Standing, terms: RequestTerms, vote: Vote) -> Grant:
    if not unit.requests.add_request(terms):
        raise Conflict("this was done at the same moment elsewhere; look at your grants")
    note_submitted(unit, standing, terms)
    unit.requests.add_vote(terms.request, vote)
    request = Request(terms, RequestState.PENDING, 1)
    grant = approve(unit, standing, request, AuditEvent.GLASS_BROKEN)
    unit.reviews.add_review(Review(grant.grant, standing.at + REVIEW_WITHIN))
    return grant


def _own_vote(standing: Standing, terms: RequestTerms) -> VoteTerms:
    return VoteTerms(
        request=digest_of(write_document(terms)),
        voter=standing.actor.account,
        leg="",
        verdict=Verdict.BREAK_GLASS,
        cameras=terms.cameras,
        duration_s=terms.duration_s,
        signed_at=standing.at,
    )


def _check_reviews(unit: Unit, standing: Standing) -> None:
    for review in unit.reviews.reviews():
        grant = unit.grants.grant(review.grant)
        if review.due_at <= standing.at and grant is not None and grant.person == standing.actor.account:
            raise RuleBroken(
                "an earlier time that you broke the glass was not reviewed within 24 hours; "
                "have a supervisor or an auditor review it, or ask for access"
            )


def _grants(unit: Unit, requests: Iterable[Request]) -> tuple[Grant, ...]:
    found = [unit.grants.grant_of(request.terms.request) for request in requests]
    return tuple(grant for grant in found if grant is not None)
