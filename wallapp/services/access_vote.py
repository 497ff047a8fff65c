"""One person's signed verdict on a request, and whatever it decides, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping

from wallapp.base.errors import BadInput, Denied, NotFound, RuleBroken, Unavailable
from wallapp.base.ids import AccountId, CameraNumber, RequestId
from wallapp.base.signature import verify
from wallapp.domain.access import (
    LegTally,
    Request,
    RequestState,
    Tally,
    Verdict,
    Vote,
    VoteTerms,
    is_eligible,
    leg_for,
    narrowing_faults,
    tally,
)
from wallapp.domain.audit import AuditEvent
from wallapp.domain.camera import Camera
from wallapp.domain.documents import VOTE, digest_of, write_document
from wallapp.domain.people import Person
from wallapp.domain.policy import Policy
from wallapp.domain.warrant import Authority, may_ask
from wallapp.services.access_decide import settle
from wallapp.services.access_ground import AccessGround, Standing, note, numbers
from wallapp.services.actor import Actor, SigningKey
from wallapp.services.ports import Unit


def cast_vote(
    ground: AccessGround,
    unit: Unit,
    actor: Actor,
    key: SigningKey,
    *,
    request_id: RequestId,
    verdict: Verdict,
    cameras: frozenset[CameraNumber],
    duration_s: int,
) -> None:
    """Check, sign, keep and count the vote.

    Raises: as AccessDesk.vote.
    """
    request = lock_request(unit, actor, request_id)
    standing = ground.standing(unit, actor)
    policy = check_decidable(standing, request)
    leg = _seat(unit, standing, request, policy)
    if verdict is Verdict.DENY:
        cameras, duration_s = frozenset(), 0
    terms = VoteTerms(
        request=digest_of(write_document(request.terms)),
        voter=actor.account,
        leg=leg,
        verdict=verdict,
        cameras=cameras,
        duration_s=duration_s,
        signed_at=standing.at,
    )
    faults = narrowing_faults(request.terms, terms)
    if verdict is Verdict.BREAK_GLASS:
        faults = ["it neither approves nor denies"]
    if faults:
        raise BadInput(f"this vote cannot be cast: {'; '.join(faults)}")
    _check_locks(standing, request, cameras)
    unit.requests.add_vote(request_id, signed_vote(standing, key, terms))
    note(
        unit,
        AuditEvent.VOTE_CAST,
        at=standing.at,
        by=standing.person,
        station=actor.station,
        subject=request_id,
        owner=request.terms.owner,
        leg=leg,
        verdict=verdict,
        cameras=numbers(cameras),
        duration_s=duration_s,
        vote=digest_of(write_document(terms)),
    )
    settle(unit, standing, request)


def signed_vote(standing: Standing, key: SigningKey, terms: VoteTerms) -> Vote:
    """The vote under its voter's key.

    Raises:
      Denied: the key is another's, closed, or not the one that the trust list names.
    """
    if key.account != terms.voter or standing.trusted is None:
        raise Denied("the open key is another person's; confirm with your own second factor")
    body = write_document(terms).encode()
    signature = key.sign(VOTE, body)
    if not verify(standing.trusted.public_key, VOTE, body, signature):
        raise Denied("the signed list of trusted people names another key of yours; ask an administrator to renew it")
    return Vote(terms, signature)


def lock_request(unit: Unit, actor: Actor, request_id: RequestId) -> Request:
    """Lock, in the fixed order, who may be counted, the policy, and the request.

    Everybody is held, not only who voted so far: whoever votes between this look and the lock is then held too.

    Raises:
      NotFound: there is no such request.
    """
    seen = unit.requests.request(request_id)
    if seen is None:
        raise NotFound("there is no such request; look again")
    unit.people.hold({actor.account, *(person.account for person in unit.people.people() if person.active)})
    unit.documents.document(seen.terms.policy, locks=True)
    locked = unit.requests.request(request_id, locks=True)
    if locked is None:
        raise NotFound("there is no such request; look again")
    return locked


def check_decidable(standing: Standing, request: Request) -> Policy:
    """The policy by which it can be decided now.

    Raises:
      RuleBroken: it is decided already or expired, or who asked or the policy do not hold any more.
      Unavailable: the store's clock is behind the request.
    """
    terms = request.terms
    if request.state is not RequestState.PENDING:
        raise RuleBroken(f"this request is {request.state} already")
    if standing.at >= terms.expires_at:
        raise RuleBroken("this request has expired; it has to be asked anew")
    if standing.at < terms.submitted_at:
        raise Unavailable("the store's clock is behind this request; nothing is decided until it is right")
    why = void_reason(standing.authority, standing.counted, standing.cameras, request)
    if why:
        raise RuleBroken(f"{why}; it has to be asked anew")
    policy = standing.authority.policy(terms.policy)
    if policy is None:
        raise RuleBroken("the owner's policy changed since this was asked; it has to be asked anew")
    return policy


def void_reason(
    authority: Authority,
    counted: Mapping[AccountId, Person],
    cameras: Mapping[CameraNumber, Camera],
    request: Request,
) -> str:
    """Why a pending request cannot hold any more whatever the votes; empty where it can. Locks are no reason."""
    terms, policy = request.terms, authority.policy(request.terms.policy)
    if policy is None:
        return "the owner's policy changed since this was asked"
    requester = counted.get(terms.requester)
    if requester is None or not may_ask(policy, requester, terms.kind):
        return "who asked for this may not any more"
    gone = [number for number in sorted(terms.cameras) if number not in cameras or cameras[number].owner != terms.owner]
    return f"camera {gone[0]} is not this owner's any more" if gone else ""


def _seat(unit: Unit, standing: Standing, request: Request, policy: Policy) -> str:
    """The name of the leg in which the person votes."""
    if request.terms.requester == standing.actor.account:
        raise Denied("nobody decides on their own request; somebody else has to")
    if any(vote.terms.voter == standing.actor.account for vote in unit.requests.votes(request.terms.request)):
        raise RuleBroken("you have voted on this request already; a vote cannot be changed")
    voter = standing.trusted
    if voter is None or not any(is_eligible(leg, voter, request.terms) for leg in policy.legs):
        raise Denied(f"the policy of {policy.owner} does not ask for your consent")
    count = count_now(unit, standing, request, policy)
    leg = leg_for(request.terms, policy, count, voter, standing.people.values())
    return leg.name if leg else ""


def count_now(unit: Unit, standing: Standing, request: Request, policy: Policy | None) -> Tally:
    """The votes so far by who their voters are now; an empty count where the policy is not in force any more."""
    if policy is None:
        return Tally((), False, request.terms.cameras, request.terms.duration_s, None, ())
    return tally(request.terms, policy, unit.requests.votes(request.terms.request), standing.people)


def open_legs(count: Tally) -> tuple[LegTally, ...]:
    """What is still missing."""
    return tuple(leg for leg in count.legs if not leg.is_met)


def _check_locks(standing: Standing, request: Request, cameras: frozenset[CameraNumber]) -> None:
    terms = request.terms
    for camera in sorted(cameras):
        if standing.lock_on(terms.requester, terms.station, terms.owner, camera):
            raise RuleBroken(f"a lock stands against camera {camera} for this person; leave it out, or have it lifted")
