"""The simple books that the model of access keeps beside the code under test."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tests.fakes.access_cast import BANK_POLICY, DESK_1, DESK_2, DOOR, HALL, SAFE
from wallapp.base.ids import AccountId, CameraNumber, GrantId, RequestId
from wallapp.domain.access import Grant, LockKind, RequestState, Verdict
from wallapp.domain.audit import AuditEvent
from wallapp.domain.documents import Signature, Signed, write_document
from wallapp.domain.people import Role
from wallapp.domain.policy import Policy
from wallapp.domain.warrant import Warrant
from wallapp.services.access_ports import AccessUnit

LOGINS = ("operator", "operator2", "supervisor", "supervisor2", "banker", "head", "admin")
STATIONS = (DESK_1, DESK_2)
SECRET_WORDS = "broken glass at the door"
POLICIES = (
    BANK_POLICY,
    replace(BANK_POLICY, version=2, denials_needed=2, longest_s=600, break_glass_s=300, circumstances=()),
    replace(BANK_POLICY, version=3, asking=frozenset({Role.SUPERVISOR}), cameras=BANK_POLICY.cameras[:2]),
)
NO_POLICY = replace(BANK_POLICY, asking=frozenset())
ROLES = (
    frozenset({Role.OPERATOR}),
    frozenset({Role.SUPERVISOR}),
    frozenset({Role.OPERATOR, Role.SUPERVISOR}),
    frozenset({Role.OWNER_REPRESENTATIVE}),
    frozenset({Role.AUDITOR}),
)
DECISIONS = {
    RequestState.APPROVED: AuditEvent.REQUEST_APPROVED,
    RequestState.DENIED: AuditEvent.REQUEST_DENIED,
    RequestState.WITHDRAWN: AuditEvent.REQUEST_WITHDRAWN,
    RequestState.EXPIRED: AuditEvent.REQUEST_EXPIRED,
    RequestState.INVALIDATED: AuditEvent.REQUEST_INVALIDATED,
}

NEAR = {335_900_000: {HALL, SAFE}, 336_900_000: {DOOR}}
"""Cameras by the latitude of a fact beside them."""
STARTS = (
    *("asked", "own", "half", "half doubted", "struck", "late", "narrowed"),
    *("granted", "doubted", "glass", "own glass", "locked", "fact", "own fact", "far fact"),
)


@dataclass
class Books:
    """What the machine knows by itself.

    Attributes:
      roles, trusted: of each account now in the store, and as the trust list in force names them.
      policy: in force.
      closed, closed_in_trust: accounts that are.
      locks: kind and target of those in force; `locks_set` counts all there ever were.
      ended: grants that were ended by somebody or by the sweeper.
      final: each request's final state, once it was seen.
      first: each grant as it was first seen.
      read: how many entries of the history were looked at.
    """

    roles: dict[AccountId, frozenset[Role]]
    trusted: dict[AccountId, frozenset[Role]]
    policy: Policy = BANK_POLICY
    closed: set[AccountId] = field(default_factory=set)
    closed_in_trust: set[AccountId] = field(default_factory=set)
    locks: dict[str, tuple[LockKind, str]] = field(default_factory=dict)
    locks_set: int = 0
    ended: set[GrantId] = field(default_factory=set)
    final: dict[RequestId, RequestState] = field(default_factory=dict)
    first: dict[GrantId, Grant] = field(default_factory=dict)
    read: int = 0

    def may(self, account: AccountId, wanted: frozenset[Role]) -> bool:
        """Whether the store and the trust list both say so now."""
        if account in self.closed or account in self.closed_in_trust:
            return False
        return bool(self.roles[account] & self.trusted[account] & wanted)

    def has_lock(self, kind: LockKind, target: str) -> bool:
        """Whether this very lock is in force."""
        return (kind, target) in self.locks.values()

    def is_locked(self, account: AccountId) -> bool:
        """Whether a lock names the person."""
        return self.has_lock(LockKind.PERSON, account)

    def is_stopped(self, grant: Grant, camera: CameraNumber) -> bool:
        """Whether any lock stands against the view."""
        against = {
            (LockKind.PERSON, grant.person),
            (LockKind.STATION, grant.station),
            (LockKind.CAMERA, str(camera)),
            (LockKind.OWNER, grant.owner),
            (LockKind.EVERYTHING, ""),
        }
        return not against.isdisjoint(self.locks.values())


def documents_of(unit: AccessUnit, grant: Grant) -> Warrant:
    """What a decoder is shown for the grant, put together here and not by the service."""
    request = unit.requests.request(grant.request)
    assert request is not None
    votes = [
        Signed(write_document(vote.terms), (Signature(vote.terms.voter, vote.signature),))
        for vote in unit.requests.votes(grant.request)
        if not vote.struck and vote.terms.verdict is not Verdict.DENY
    ]
    return Warrant(write_document(request.terms), tuple(votes), unit.facts.fact(request.terms.fact))
