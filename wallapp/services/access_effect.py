"""What a grant opens at an instant, by the store and by the decoder's own check together; nothing here writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from wallapp.base.errors import BadInput, NotFound, RuleBroken
from wallapp.base.ids import NO_DIGEST, AccountId, CameraNumber, StationName
from wallapp.domain.access import DecisionKind, Grant, Lock, LockKind, RequestTerms, Verdict, effective
from wallapp.domain.documents import Signature, Signed, write_document
from wallapp.domain.people import Person
from wallapp.domain.warrant import Authority, Warrant, may_ask
from wallapp.services.access_ports import AccessUnit


def warrant_of(unit: AccessUnit, grant: Grant) -> Warrant:
    """The documents that a decoder checks before it opens: the terms, the votes that counted, the fact.

    Raises:
      NotFound: the grant's request is not there.
    """
    request = unit.requests.request(grant.request)
    if request is None:
        raise NotFound("the request of this grant is not in the store; nothing may be opened by it")
    return warrant_for(unit, request.terms)


def warrant_for(unit: AccessUnit, terms: RequestTerms) -> Warrant:
    """As warrant_of. Only meaningful once the votes that do not count are struck."""
    wanted = Verdict.BREAK_GLASS if terms.kind is DecisionKind.BREAK_GLASS else Verdict.APPROVE
    votes = tuple(
        Signed(write_document(vote.terms), (Signature(vote.terms.voter, vote.signature),))
        for vote in unit.requests.votes(terms.request)
        if vote.terms.verdict is wanted and not vote.struck
    )
    fact = unit.facts.fact(terms.fact) if terms.fact != NO_DIGEST else None
    return Warrant(write_document(terms), votes, fact)


def effective_grants(
    unit: AccessUnit, authority: Authority, *, station: StationName, account: AccountId, at: datetime
) -> list[tuple[Grant, frozenset[CameraNumber]]]:
    """What this person may see clear at this station at this instant: grants that open something, and what.

    Args:
      at: the store's time (`unit.now_at()`), not the station's.
    """
    locks = unit.locks.locks_in_force()
    mine = [one for one in unit.grants.open_grants() if one.person == account and one.station == station]
    people = authority.counted(unit.people.people()) if mine else {}
    found = ((grant, opened(unit, authority, grant, at=at, people=people, locks=locks)) for grant in mine)
    return [(grant, cameras) for grant, cameras in found if cameras]


def opened(
    unit: AccessUnit,
    authority: Authority,
    grant: Grant,
    *,
    at: datetime,
    people: Mapping[AccountId, Person],
    locks: Iterable[Lock],
) -> frozenset[CameraNumber]:
    """The cameras that the grant opens at this instant; empty where it opens none.

    Never more than the decoder's check of the warrant opens, and never more than the store still wants: recorded
    ends, locks (on whoever approved as well: a vote of a locked person is in doubt), closed accounts, lost roles.

    Args:
      people: trusted and open accounts (`Authority.counted`).
    """
    request = unit.requests.request(grant.request)
    person, in_force = people.get(grant.person), list(locks)
    if request is None or person is None or not effective(grant, at, person, in_force):
        return frozenset()
    warrant = warrant_for(unit, request.terms)
    try:
        opening = authority.opening(warrant)
    except (RuleBroken, BadInput):
        return frozenset()
    policy = authority.policy(request.terms.policy)
    if policy is None or not may_ask(policy, person, request.terms.kind) or _is_doubted(warrant, in_force):
        return frozenset()
    if (opening.person, opening.station) != (grant.person, grant.station):
        return frozenset()
    if not opening.not_before <= at < opening.not_after:
        return frozenset()
    return effective(grant, at, person, in_force) & opening.cameras


def _is_doubted(warrant: Warrant, locks: Iterable[Lock]) -> bool:
    locked = {lock.target for lock in locks if lock.kind is LockKind.PERSON and lock.lifted_at is None}
    names = [one.signer for vote in warrant.votes for one in vote.signatures]
    names += [one.signer for one in warrant.fact.signatures] if warrant.fact else []
    return not locked.isdisjoint(names)
