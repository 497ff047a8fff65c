"""A request as whoever decides on it sees it: everything on one screen, and nothing that they may not know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from wallapp.base.ids import CameraNumber
from wallapp.domain.access import Grant, Lock, Request, RequestState, Tally, is_eligible
from wallapp.domain.camera import Camera, Sensitivity
from wallapp.domain.people import Person
from wallapp.domain.policy import Policy
from wallapp.services.access_ground import Standing
from wallapp.services.access_vote import count_now, open_legs, void_reason
from wallapp.services.ports import Unit

LATELY: Final = timedelta(days=30)
"""For how often somebody asked."""


@dataclass(frozen=True, slots=True)
class CaseCamera:
    """A camera that is asked for. `sensitivity` is the policy's where one is in force."""

    number: CameraNumber
    name: str
    site: str
    sensitivity: Sensitivity


@dataclass(frozen=True, slots=True)
class Case:
    """All that a decision rests on.

    Attributes:
      requester: None where the account is gone.
      asked, approved: how often this person asked lately, and how often it was approved (30 days, this one included).
      reason: empty where it was erased.
      policy: the owner's, as it was asked under; None where it is not in force any more.
      count: of the votes so far, by who their voters are now.
      missing: legs still open.
      voters: who has voted so far, in the order the votes came; those whose account is gone are left out.
      deciders: who else could still vote, by name.
      left_s: until it expires, whole seconds; 0 for a decided one.
      overlapping: the person's running grants on any of these cameras; no hindrance, to be known.
      locks: those that stand against this person or any of the cameras; an approval of these opens nothing.
      void: why it cannot be approved any more; empty where it can.
      may_vote: whether the person who looks can still cast a vote.
      grant: what came of it.
    """

    request: Request
    requester: Person | None
    asked: int
    approved: int
    cameras: tuple[CaseCamera, ...]
    reason: str
    policy: Policy | None
    count: Tally
    missing: tuple[str, ...]
    voters: tuple[Person, ...]
    deciders: tuple[Person, ...]
    left_s: int
    overlapping: tuple[Grant, ...]
    locks: tuple[Lock, ...]
    void: str
    may_vote: bool
    grant: Grant | None

    @property
    def deadline_at(self) -> datetime:
        """When it expires."""
        return self.request.terms.expires_at


def case_of(unit: Unit, standing: Standing, request: Request) -> Case:
    """The request as it stands."""
    terms = request.terms
    policy = standing.authority.policy(terms.policy)
    count = count_now(unit, standing, request, policy)
    voted = [vote.terms.voter for vote in unit.requests.votes(terms.request)]
    able = [
        person
        for person in standing.people.values()
        if policy and person.account not in voted and any(is_eligible(leg, person, terms) for leg in policy.legs)
    ]
    is_open = request.state is RequestState.PENDING and standing.at < terms.expires_at
    lately = [
        one
        for one in unit.requests.requests(requester=terms.requester)
        if one.terms.submitted_at > standing.at - LATELY
    ]
    void = void_reason(standing.authority, standing.counted, standing.cameras, request) if is_open else ""
    return Case(
        request=request,
        requester=unit.people.person(terms.requester),
        asked=len(lately),
        approved=sum(one.state is RequestState.APPROVED for one in lately),
        cameras=tuple(_camera(standing, number) for number in sorted(terms.cameras)),
        reason=unit.texts.text(terms.reason) or "",
        policy=policy,
        count=count,
        missing=tuple(leg.name for leg in open_legs(count)) if is_open else (),
        voters=tuple(person for voter in voted if (person := unit.people.person(voter)) is not None),
        deciders=tuple(
            sorted((one for one in able if one.account != standing.actor.account), key=lambda one: one.name)
        ),
        left_s=int((terms.expires_at - standing.at).total_seconds()) if is_open else 0,
        overlapping=tuple(_overlapping(unit, standing, request)),
        locks=tuple(lock for lock in standing.locks if any(_stops(lock, request, number) for number in terms.cameras)),
        void=void,
        may_vote=is_open and not void and any(one.account == standing.actor.account for one in able),
        grant=unit.grants.grant_of(terms.request),
    )


def _camera(standing: Standing, number: CameraNumber) -> CaseCamera:
    camera: Camera | None = standing.cameras.get(number)
    registered = camera.sensitivity if camera else Sensitivity.PROTECTED
    sensitivity = standing.authority.sensitivity(number, registered)
    return CaseCamera(number, camera.name if camera else "", camera.site if camera else "", sensitivity)


def _stops(lock: Lock, request: Request, number: CameraNumber) -> bool:
    return lock.stops(request.terms.requester, request.terms.station, request.terms.owner, number)


def _overlapping(unit: Unit, standing: Standing, request: Request) -> list[Grant]:
    return [
        grant
        for grant in unit.grants.open_grants()
        if grant.person == request.terms.requester
        and grant.request != request.terms.request
        and grant.not_before <= standing.at < grant.not_after
        and not grant.cameras.isdisjoint(request.terms.cameras)
    ]
