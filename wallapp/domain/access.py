"""Requests for access, their votes and what follows from them: the rules, without a store and without a clock.

Terms are what a document says and a signature covers; they never change. Everything that changes (a
request's state, a struck vote, a grant's end) lies beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from wallapp.base.ids import NO_DIGEST, AccountId, CameraNumber, Digest, GrantId, OwnerName, RequestId, StationName
from wallapp.domain.people import Person
from wallapp.domain.policy import LegRule, Policy, Purpose


class RequestState(StrEnum):
    """All but PENDING are final."""

    PENDING = "pending"
    APPROVED = "approved"
    DENIED = "denied"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    INVALIDATED = "invalidated"


class DecisionKind(StrEnum):
    """How a request comes to be approved."""

    QUORUM = "quorum"
    CIRCUMSTANCE = "circumstance"
    BREAK_GLASS = "break_glass"


class Verdict(StrEnum):
    """What a vote says."""

    APPROVE = "approve"
    DENY = "deny"
    BREAK_GLASS = "break_glass"
    """The asking person's own signature under a break-glass; counts for nothing else."""


class GrantEnd(StrEnum):
    """Why a grant is over."""

    EXPIRED = "expired"
    REVOKED = "revoked"
    RELINQUISHED = "relinquished"
    LOCKED = "locked"
    INVALIDATED = "invalidated"


class LockKind(StrEnum):
    """What a lock stops."""

    PERSON = "person"
    STATION = "station"
    CAMERA = "camera"
    OWNER = "owner"
    EVERYTHING = "everything"


class ReviewVerdict(StrEnum):
    """What a reviewer found of a break-glass."""

    JUSTIFIED = "justified"
    CHALLENGED = "challenged"


@dataclass(frozen=True, slots=True)
class RequestTerms:
    """What is asked for; one owner's cameras only, so that each owner decides on its own and sees no other's.

    Attributes:
      requester: who asks; also the one who will see the picture, on `station` alone.
      cameras: at least one.
      duration_s: of the grant, from its decision.
      reason: digest of the typed reason with its salt; the text itself can be erased.
      policy: digest of the owner's policy in force at the submission.
      fact: digest of the confirmed fact, for DecisionKind.CIRCUMSTANCE; `circumstance` names the rule.
      extends: the grant that is to be followed up; an extension is a request like any other.
    """

    request: RequestId
    kind: DecisionKind
    requester: AccountId
    station: StationName
    owner: OwnerName
    cameras: frozenset[CameraNumber]
    duration_s: int
    purpose: Purpose
    reason: Digest
    policy: Digest
    submitted_at: datetime
    expires_at: datetime
    circumstance: str = ""
    fact: Digest = NO_DIGEST
    extends: GrantId | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it stands. `version` grows with each change of state."""

    terms: RequestTerms
    state: RequestState
    version: int
    decided_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class VoteTerms:
    """One person's verdict, narrowing included.

    Attributes:
      request: digest of the request's terms: a vote holds for these and no others.
      leg: whose consent it is; empty for a break-glass signature.
      cameras: those it approves, a part of the request's; empty where it denies.
      duration_s: it approves, at most the request's; 0 where it denies.
    """

    request: Digest
    voter: AccountId
    leg: str
    verdict: Verdict
    cameras: frozenset[CameraNumber]
    duration_s: int
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote as it is kept. A struck vote counts for nothing; that is recorded and never undone."""

    terms: VoteTerms
    signature: str
    struck: bool = False


@dataclass(frozen=True, slots=True)
class LegTally:
    """How far one leg is: who approved so far, and how many are needed."""

    name: str
    approved: tuple[AccountId, ...]
    needed: int

    @property
    def is_met(self) -> bool:
        """Whether enough have approved."""
        return len(self.approved) >= self.needed


@dataclass(frozen=True, slots=True)
class Tally:
    """What the votes amount to.

    Attributes:
      cameras, duration_s: what every counted approval allows; a request whose approvals share no camera is denied.
      decided_at: when the last counted approval was signed; a grant begins then. None while a leg is open.
      struck: votes whose voter is not eligible any more; to be recorded.
    """

    legs: tuple[LegTally, ...]
    denied: bool
    cameras: frozenset[CameraNumber]
    duration_s: int
    decided_at: datetime | None
    struck: tuple[AccountId, ...]


@dataclass(frozen=True, slots=True)
class Grant:
    """An approved request's effect.

    Attributes:
      not_before, not_after: half open; never changed afterwards.
      ended_at, end, ended_by: where it was ended before its time, or its end by time was recorded.
      closed_at: when the decoder confirmed that nothing of it is shown any more; None while it has not.
    """

    grant: GrantId
    request: RequestId
    kind: DecisionKind
    person: AccountId
    station: StationName
    owner: OwnerName
    cameras: frozenset[CameraNumber]
    not_before: datetime
    not_after: datetime
    ended_at: datetime | None = None
    end: GrantEnd | None = None
    ended_by: AccountId | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Lock:
    """Stops access without asking anybody. `target` is the account, station, camera number or owner, as text."""

    lock: str
    kind: LockKind
    target: str
    by: AccountId
    reason: str
    made_at: datetime
    lifted_at: datetime | None = None

    def stops(self, person: AccountId, station: StationName, owner: OwnerName, camera: CameraNumber) -> bool:
        """Whether it stands in the way of this view; a lifted lock never does."""
        if self.lifted_at is not None:
            return False
        meant = {
            LockKind.PERSON: person,
            LockKind.STATION: station,
            LockKind.CAMERA: str(camera),
            LockKind.OWNER: owner,
        }
        return self.kind is LockKind.EVERYTHING or meant.get(self.kind) == self.target


def may_know(policy: Policy | None, person: Person) -> bool:
    """Whether this person may learn that the cameras of this policy exist; without a policy everybody may."""
    if policy is None:
        return True
    of_house = bool(policy.owner) and person.organisation == policy.owner
    return person.active and (of_house or not policy.knowing.isdisjoint(person.roles))


def is_eligible(leg: LegRule, person: Person, terms: RequestTerms) -> bool:
    """Whether this person's vote counts in this leg now. Nobody decides on their own request."""
    of_house = not leg.of_owner or person.organisation == terms.owner
    return person.active and person.account != terms.requester and of_house and not leg.roles.isdisjoint(person.roles)


def missing_people(policy: Policy, people: Iterable[Person], terms: RequestTerms) -> list[LegRule]:
    """The legs that can never be met by the people there are, each person voting once; empty where all can.

    A matching, not a count: one supervisor who is also the owner's representative fills one leg, not two.
    """
    candidates = list(people)
    seated: dict[AccountId, LegRule] = {}

    def seat(leg: LegRule, tried: set[AccountId]) -> bool:
        for person in candidates:
            if person.account in tried or not is_eligible(leg, person, terms):
                continue
            tried.add(person.account)
            holder = seated.get(person.account)
            if holder is None or seat(holder, tried):
                seated[person.account] = leg
                return True
        return False

    return [leg for leg in policy.legs if not all(seat(leg, set()) for _ in range(leg.needed))]


def leg_for(
    terms: RequestTerms, policy: Policy, count: Tally, voter: Person, people: Iterable[Person]
) -> LegRule | None:
    """The leg in which this person's approval helps most; None where the person may decide in none.

    Somebody who could sit in two legs takes an open one that leaves the others able to be met.

    Args:
      count: of the votes so far.
      people: who could decide now.
    """
    seats = [leg for leg in policy.legs if is_eligible(leg, voter, terms)]
    voted = {account for leg in count.legs for account in leg.approved} | {voter.account}
    left = [person for person in people if person.account not in voted]
    open_legs = {leg.name: leg.needed - len(leg.approved) for leg in count.legs if not leg.is_met}
    for seat in seats:
        if seat.name not in open_legs:
            continue
        needs = {**open_legs, seat.name: open_legs[seat.name] - 1}
        rest = tuple(replace(leg, needed=needs[leg.name]) for leg in policy.legs if needs.get(leg.name, 0) > 0)
        if not missing_people(replace(policy, legs=rest), left, terms):
            return seat
    return next((leg for leg in seats if leg.name in open_legs), seats[0] if seats else None)


def narrowing_faults(terms: RequestTerms, vote: VoteTerms) -> list[str]:
    """Why the vote is no narrowing of the request, a line each; empty where it is."""
    if vote.verdict is Verdict.DENY:
        return []
    checks = (
        (not vote.cameras, "it approves no camera; deny it instead"),
        (not vote.cameras <= terms.cameras, "it approves a camera that was not asked for"),
        (not 0 < vote.duration_s <= terms.duration_s, "it approves more time than was asked for, or none"),
    )
    return [text for wrong, text in checks if wrong]


def tally(terms: RequestTerms, policy: Policy, votes: Sequence[Vote], people: Mapping[AccountId, Person]) -> Tally:
    """Count the votes by who their voters are now.

    Pure: the store decides with it inside its transaction, and the decoder checks the same documents with it.
    """
    approved: dict[str, list[AccountId]] = {leg.name: [] for leg in policy.legs}
    struck: list[AccountId] = []
    denials: set[AccountId] = set()
    counted: list[VoteTerms] = []
    seen: set[AccountId] = set()
    for vote in votes:
        voter, leg = people.get(vote.terms.voter), policy.leg(vote.terms.leg)
        if vote.struck or vote.terms.voter in seen:
            continue
        if voter is None or leg is None or not is_eligible(leg, voter, terms) or narrowing_faults(terms, vote.terms):
            struck.append(vote.terms.voter)
            continue
        seen.add(voter.account)
        if vote.terms.verdict is Verdict.DENY:
            denials.add(voter.account)
        elif vote.terms.verdict is Verdict.APPROVE:
            approved[leg.name].append(voter.account)
            counted.append(vote.terms)
    legs = tuple(LegTally(leg.name, tuple(approved[leg.name]), leg.needed) for leg in policy.legs)
    cameras = terms.cameras.intersection(*(vote.cameras for vote in counted))
    met = bool(legs) and all(leg.is_met for leg in legs)
    return Tally(
        legs=legs,
        denied=len(denials) >= policy.denials_needed or not cameras,
        cameras=cameras,
        duration_s=min([terms.duration_s, policy.longest_s, *(vote.duration_s for vote in counted)]),
        decided_at=max((vote.signed_at for vote in counted), default=None) if met else None,
        struck=tuple(struck),
    )


def effective(grant: Grant, at: datetime, person: Person | None, locks: Iterable[Lock]) -> frozenset[CameraNumber]:
    """The cameras that the grant opens at this instant; empty where it opens none.

    Never read from a recorded state alone: time, the person and the locks are asked each time, so that a
    process that forgot to record an end prolongs nothing.
    """
    if grant.ended_at is not None or not grant.not_before <= at < grant.not_after:
        return frozenset()
    if person is None or not person.active or person.account != grant.person:
        return frozenset()
    in_force = list(locks)
    return frozenset(
        camera
        for camera in grant.cameras
        if not any(lock.stops(grant.person, grant.station, grant.owner, camera) for lock in in_force)
    )


def ends_at(decided_at: datetime, duration_s: int) -> datetime:
    """When a grant decided then is over."""
    return decided_at + timedelta(seconds=duration_s)
