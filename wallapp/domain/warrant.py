"""What a decoder asks before it opens: are these signatures, this quorum and these times good?

Everything here works from signed documents and one pinned digest. It reads no database: a row that
somebody wrote there opens nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from wallapp.base.errors import RuleBroken
from wallapp.base.ids import AccountId, CameraNumber, Digest, OwnerName, StationName
from wallapp.base.signature import verify
from wallapp.domain.access import (
    DecisionKind,
    RequestTerms,
    Verdict,
    Vote,
    VoteTerms,
    ends_at,
    narrowing_faults,
    tally,
)
from wallapp.domain.camera import Sensitivity
from wallapp.domain.documents import (
    FACT,
    POLICY,
    TRUST,
    VOTE,
    FactTerms,
    Signed,
    TrustedPerson,
    TrustList,
    digest_of,
    read_document,
)
from wallapp.domain.people import Person, Role
from wallapp.domain.permissions import Verb, may
from wallapp.domain.place import Place, distance_m
from wallapp.domain.policy import DEGREE_E7, CameraTerms, Policy

CLOCK_SKEW: Final = timedelta(seconds=5)
"""How far a station's clock may be behind the store's; ahead only ends a grant early."""


@dataclass(frozen=True, slots=True)
class TrustPin:
    """The trust list that a station was told to believe, out of band. What comes later must descend from it."""

    version: int
    digest: Digest


@dataclass(frozen=True, slots=True)
class TrustDocuments:
    """Everything that a decoder believes, given the pin.

    Attributes:
      lists: from the pinned one to the newest, in order.
      policies: those that the newest list names.
    """

    lists: tuple[Signed, ...]
    policies: tuple[Signed, ...]


@dataclass(frozen=True, slots=True)
class Warrant:
    """Why a camera may be shown clear: the request and what was said to it.

    Attributes:
      request: canonical text of RequestTerms; unsigned itself, the votes sign its digest.
      votes: each with its one signature.
      fact: for DecisionKind.CIRCUMSTANCE.
    """

    request: str
    votes: tuple[Signed, ...]
    fact: Signed | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """What a warrant opens, for whom, where and when (half open)."""

    person: AccountId
    station: StationName
    cameras: frozenset[CameraNumber]
    not_before: datetime
    not_after: datetime


class Authority:
    """The keys and policies that a chain of trust lists vouches for. Immutable; any thread."""

    def __init__(self, newest: TrustList, digest: Digest, policies: Sequence[tuple[Digest, Policy]]) -> None:
        self.version = newest.version
        self.digest = digest
        self.people: Mapping[AccountId, Person] = MappingProxyType({one.account: _person(one) for one in newest.people})
        self.policies: Mapping[OwnerName, Policy] = MappingProxyType({one.owner: one for _, one in policies})
        self._by_digest = dict(policies)
        self._digests = {policy.owner: digest for digest, policy in policies}
        self._terms = {terms.number: terms for _, policy in policies for terms in policy.cameras}

    def policy(self, digest: Digest) -> Policy | None:
        """The policy of that digest; None where it is not in force (any more)."""
        return self._by_digest.get(digest)

    def policy_digest(self, owner: OwnerName) -> Digest | None:
        """What the owner's policy in force is named by; None where the owner has none."""
        return self._digests.get(owner)

    def terms(self, camera: CameraNumber) -> CameraTerms | None:
        """What the owner agreed to for the camera; None where no policy in force names it."""
        return self._terms.get(camera)

    def sensitivity(self, camera: CameraNumber, registered: Sensitivity) -> Sensitivity:
        """The policy's where one names the camera, else the register's."""
        terms = self._terms.get(camera)
        return terms.sensitivity if terms else registered

    def counted(self, people: Iterable[Person]) -> dict[AccountId, Person]:
        """These people with no more than the signed list gives them: a role or key that only the store has is none."""
        counted = {}
        for person in people:
            trusted = self.people.get(person.account)
            if trusted and person.active and trusted.active and trusted.public_key == person.public_key:
                same_house = trusted.organisation == person.organisation
                roles = person.roles & trusted.roles if same_house else frozenset[Role]()
                counted[person.account] = replace(person, roles=roles)
        return counted

    def opening(self, warrant: Warrant) -> Opening:
        """What the warrant opens. Whether it does so now is `Opening`'s times against the clock.

        Raises:
          RuleBroken: a signature, the quorum, a time or the policy does not hold.
          BadInput: a document cannot be read.
        """
        terms = read_document(warrant.request, RequestTerms)
        policy = self._by_digest.get(terms.policy)
        requester = self.people.get(terms.requester)
        if policy is None or policy.owner != terms.owner:
            raise RuleBroken("the request does not rest on the owner's policy in force")
        if requester is None or not may_ask(policy, requester, terms.kind):
            raise RuleBroken("the person who asks is not trusted to")
        if terms.purpose not in policy.purposes or any(policy.terms(camera) is None for camera in terms.cameras):
            raise RuleBroken("the policy in force allows neither this purpose nor these cameras")
        votes = [self._vote(vote, terms, digest_of(warrant.request)) for vote in warrant.votes]
        if terms.kind is DecisionKind.BREAK_GLASS:
            cameras, begins_at, duration_s = _break_glass(terms, policy, votes)
        elif terms.kind is DecisionKind.CIRCUMSTANCE:
            cameras, begins_at, duration_s = self._circumstance(terms, policy, warrant.fact)
        else:
            cameras, begins_at, duration_s = self._quorum(terms, policy, votes)
        return Opening(terms.requester, terms.station, cameras, begins_at, ends_at(begins_at, duration_s))

    def _vote(self, signed: Signed, terms: RequestTerms, request: Digest) -> Vote:
        vote = read_document(signed.body, VoteTerms)
        voter = self.people.get(vote.voter)
        if vote.request != request or not terms.submitted_at <= vote.signed_at < terms.expires_at:
            raise RuleBroken("a vote is for another request or came too late")
        if voter is None or not _has_signed(signed, VOTE, voter):
            raise RuleBroken("a vote's signature is not its voter's")
        return Vote(vote, signed.signatures[0].signature)

    def _quorum(
        self, terms: RequestTerms, policy: Policy, votes: Sequence[Vote]
    ) -> tuple[frozenset[CameraNumber], datetime, int]:
        count = tally(terms, policy, votes, self.people)
        if count.denied or count.decided_at is None:
            raise RuleBroken("not everybody who has to agree has agreed")
        return count.cameras, count.decided_at, count.duration_s

    def _circumstance(
        self, terms: RequestTerms, policy: Policy, signed: Signed | None
    ) -> tuple[frozenset[CameraNumber], datetime, int]:
        rule = next((one for one in policy.circumstances if one.name == terms.circumstance), None)
        if rule is None or signed is None or digest_of(signed.body) != terms.fact:
            raise RuleBroken("no circumstance of the policy in force holds")
        fact = read_document(signed.body, FactTerms)
        witness = self.people.get(fact.confirmed_by)
        if witness is None or not witness.active or not may(witness.roles, Verb.CONFIRM_FACT):
            raise RuleBroken("the fact was not confirmed by somebody who is trusted to")
        if witness.account == terms.requester:
            raise RuleBroken("the fact was confirmed by the person who asks")
        if not _has_signed(signed, FACT, witness):
            raise RuleBroken("the fact's signature is not its witness's")
        age_s = (terms.submitted_at - fact.happened_at).total_seconds()
        if fact.kind is not rule.fact or not 0 <= age_s <= rule.fresh_s or terms.duration_s > rule.longest_s:
            raise RuleBroken("the fact is of another kind or too old, or more time was taken than the rule gives")
        if not all(_is_near(fact, policy.terms(camera), rule.radius_m) for camera in terms.cameras):
            raise RuleBroken("a camera is not near enough to the fact")
        return terms.cameras, terms.submitted_at, terms.duration_s


def may_ask(policy: Policy, person: Person, kind: DecisionKind) -> bool:
    """Whether the matrix and the owner both let this person ask, or break the glass."""
    verb = Verb.BREAK_GLASS if kind is DecisionKind.BREAK_GLASS else Verb.REQUEST_ACCESS
    return person.active and may(person.roles & policy.asking, verb)


def _is_near(fact: FactTerms, camera: CameraTerms | None, radius_m: int) -> bool:
    if camera is None or camera.lat_e7 is None or camera.lon_e7 is None:
        return False
    here = Place(camera.lat_e7 / DEGREE_E7, camera.lon_e7 / DEGREE_E7)
    try:
        there = Place(fact.lat_e7 / DEGREE_E7, fact.lon_e7 / DEGREE_E7)
    except ValueError:  # signed by somebody, but no place
        return False
    return distance_m(here, there) <= radius_m


def _break_glass(
    terms: RequestTerms, policy: Policy, votes: Sequence[Vote]
) -> tuple[frozenset[CameraNumber], datetime, int]:
    own = [vote.terms for vote in votes if vote.terms.verdict is Verdict.BREAK_GLASS]
    if len(votes) != 1 or len(own) != 1 or own[0].voter != terms.requester or narrowing_faults(terms, own[0]):
        raise RuleBroken("a break-glass needs the signature of the person who breaks it, and no other")
    if not 0 < own[0].duration_s <= policy.break_glass_s:
        raise RuleBroken("the policy in force does not allow to break the glass for so long")
    allowed = {one.number for one in policy.cameras if one.break_glass}
    if not own[0].cameras <= allowed:
        raise RuleBroken("the policy in force does not allow to break the glass for this camera")
    return own[0].cameras, own[0].signed_at, own[0].duration_s


def read_authority(pin: TrustPin, documents: TrustDocuments) -> Authority:
    """Believe what descends from the pin.

    Raises:
      RuleBroken: the chain does not begin at the pin, has a gap, or a list lacks its signatures; or a policy is
        missing, faulty, or not countersigned by its owner.
      BadInput: a document cannot be read.
    """
    if not documents.lists or digest_of(documents.lists[0].body) != pin.digest:
        raise RuleBroken("the trust list is not the one that this station was told to believe")
    newest = read_document(documents.lists[0].body, TrustList)
    if newest.version != pin.version:
        raise RuleBroken("the trust list is not the one that this station was told to believe")
    newest_digest = pin.digest
    for signed in documents.lists[1:]:
        following = read_document(signed.body, TrustList)
        if following.previous != newest_digest or following.version != newest.version + 1:
            raise RuleBroken(f"trust list {following.version} does not follow from {newest.version}")
        if not has_four_eyes(signed, newest):
            raise RuleBroken(f"trust list {following.version} lacks the signatures of two administrators")
        newest, newest_digest = following, digest_of(signed.body)
    bodies = {digest_of(signed.body): signed for signed in documents.policies}
    policies = [(named, _policy(bodies.get(named), newest)) for named in newest.policies]
    owners = [policy.owner for _, policy in policies]
    cameras = [terms.number for _, policy in policies for terms in policy.cameras]
    if len(set(owners)) != len(owners) or len(set(cameras)) != len(cameras):
        raise RuleBroken("two policies in force are of one owner or name one camera")
    return Authority(newest, newest_digest, policies)


def has_four_eyes(signed: Signed, before: TrustList) -> bool:
    """Whether enough administrators of the list before have signed: two, or the only one there is."""
    administrators = [_person(one) for one in before.people if one.active and Role.ADMINISTRATOR in one.roles]
    signers = [person for person in administrators if _has_signed(signed, TRUST, person)]
    return len(signers) >= min(2, max(1, len(administrators)))


def is_countersigned(signed: Signed, policy: Policy, trust: TrustList) -> bool:
    """Whether somebody who speaks for the policy's owner has signed it."""
    people = (_person(one) for one in trust.people)
    return any(person.speaks_for(policy.owner) and _has_signed(signed, POLICY, person) for person in people)


def _policy(signed: Signed | None, trust: TrustList) -> Policy:
    if signed is None:
        raise RuleBroken("a policy that is in force is missing")
    policy = read_document(signed.body, Policy)
    if policy.faults():
        raise RuleBroken(f"the policy of {policy.owner} cannot be in force: {policy.faults()[0]}")
    if not is_countersigned(signed, policy, trust):
        raise RuleBroken(f"the policy of {policy.owner} is not countersigned by its owner")
    return policy


def _has_signed(signed: Signed, kind: str, person: Person) -> bool:
    own = (one.signature for one in signed.signatures if one.signer == person.account)
    return any(verify(person.public_key, kind, signed.body.encode(), signature) for signature in own)


def _person(trusted: TrustedPerson) -> Person:
    return Person(
        account=trusted.account,
        login="",
        name="",
        pseudonym="",
        roles=trusted.roles,
        organisation=trusted.organisation,
        on_duty=True,
        active=trusted.active,
        public_key=trusted.public_key,
    )
