"""What the desks show: each person only what concerns them and what they may know of. Reads; any thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from wallapp.base.errors import Denied, NotFound
from wallapp.base.ids import CameraNumber, Digest, OwnerName, RequestId
from wallapp.domain.access import Grant, Lock, Request, RequestState, is_eligible, may_know
from wallapp.domain.audit import AuditEntry, AuditEvent
from wallapp.domain.camera import Camera
from wallapp.domain.people import Person
from wallapp.domain.permissions import Verb, may
from wallapp.domain.warrant import Authority
from wallapp.services.access_case import Case, case_of
from wallapp.services.access_effect import opened
from wallapp.services.access_ground import AccessGround, Standing, note
from wallapp.services.access_ports import AccessUnit, AuditQuery, Review
from wallapp.services.actor import Actor
from wallapp.services.ports import Unit, UnitSource

RECENT = 200
"""Requests and grants that a list goes back to."""


@dataclass(frozen=True, slots=True)
class GrantView:
    """A grant as people see it.

    Attributes:
      person: None where the account is gone.
      cameras: those it opens at this instant; empty where it opens none (locked, over, not begun).
      left_s: until its end, whole seconds; 0 where it is over.
      is_unconfirmed: it is over and no decoder confirmed yet that nothing of it is shown.
    """

    grant: Grant
    person: Person | None
    cameras: frozenset[CameraNumber]
    left_s: int
    is_unconfirmed: bool


@dataclass(frozen=True, slots=True)
class MineView:
    """A request of one's own. `left_s` is until it expires; `grant` what came of it."""

    request: Request
    reason: str
    left_s: int
    missing: tuple[str, ...]
    grant: GrantView | None


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A break-glass to be judged, with the reason typed then."""

    review: Review
    grant: GrantView
    request: Request | None
    reason: str
    left_s: int
    """Until it is overdue; negative since."""


@dataclass(frozen=True, slots=True)
class LockView:
    """A lock in force, with its reason and who set it."""

    lock: Lock
    by: Person | None
    reason: str


class AccessViews:
    """Queries for the desks. Arguments as for AccessDesk."""

    def __init__(
        self,
        store: UnitSource,
        register: Callable[[], Mapping[CameraNumber, Camera]],
        authority: Callable[[AccessUnit], Authority],
    ) -> None:
        self._ground = AccessGround(store, register, authority)
        self._store = store

    def mine(self, actor: Actor) -> list[MineView]:
        """This person's requests with their grants and countdowns, newest first."""
        with self._store.reading() as unit:
            standing = self._ground.standing(unit, actor)
            found = unit.requests.requests(requester=actor.account, limit=RECENT)
            return [self._mine(unit, standing, request) for request in found]

    def case(self, actor: Actor, request: RequestId) -> Case:
        """One request, for whoever asked it, may decide on it, or oversees its cameras.

        Raises:
          NotFound: there is none that this person may see.
        """
        with self._store.reading() as unit:
            standing = self._ground.standing(unit, actor)
            found = unit.requests.request(request)
            if found is None or not _may_see(standing, found):
                raise NotFound("there is no such request; look again")
            return case_of(unit, standing, found)

    def to_decide(self, actor: Actor) -> list[Case]:
        """Undecided requests on which this person can still vote, the most urgent first."""
        with self._store.reading() as unit:
            standing = self._ground.standing(unit, actor)
            pending = unit.requests.requests(states=[RequestState.PENDING])
            cases = [case_of(unit, standing, request) for request in pending if _may_decide(standing, request)]
        return sorted((case for case in cases if case.may_vote), key=lambda case: case.deadline_at)

    def looking_now(self, actor: Actor) -> list[GrantView]:
        """Grants whose time runs, and ended ones that no decoder confirmed closed; by their end.

        A representative sees those on their own organisation's cameras.

        Raises:
          Denied: the person oversees no cameras.
        """
        with self._store.reading() as unit:
            standing = self._ground.standing(unit, actor)
            sees_all = may(standing.person.roles, Verb.SEE_WHO_LOOKS)
            if not sees_all and not may(standing.person.roles, Verb.REVOKE_OWN_CAMERAS):
                raise Denied("who is looking is shown to supervisors, auditors and owners' representatives")
            grants = {one.grant: one for one in (*unit.grants.open_grants(), *unit.grants.recent_grants(limit=RECENT))}
            views = [
                grant_view(unit, standing, grant)
                for grant in grants.values()
                if standing.person.speaks_for(grant.owner) or (sees_all and _knows_of(standing, grant.owner))
            ]
        running = (view for view in views if view.left_s > 0 or view.is_unconfirmed)
        return sorted(running, key=lambda view: view.grant.not_after)

    def reviews_due(self, actor: Actor) -> list[ReviewView]:
        """Uses of break-glass that this person can judge, by when they are due.

        Raises:
          Denied: the person may not review.
        """
        with self._store.reading() as unit:
            standing = self._ground.standing(unit, actor)
            standing.needs(Verb.REVIEW)
            views = (_review(unit, standing, review) for review in unit.reviews.reviews())
            return [view for view in views if view is not None and _may_judge(standing, view.grant.grant)]

    def locks(self, actor: Actor) -> list[LockView]:
        """Locks in force, oldest first, for who may lift any of them.

        Raises:
          Denied: the person may not lock.
        """
        with self._store.reading() as unit:
            acting = self._ground.acting(unit, actor)
            if not may(acting.person.roles, Verb.LOCK) and not may(acting.person.roles, Verb.LOCK_OWN_CAMERAS):
                raise Denied("locks are shown to supervisors, administrators and owners' representatives")
            sees_all = may(acting.person.roles, Verb.LOCK)
            cameras = self._ground.register()
            return [
                LockView(lock, unit.people.person(lock.by), unit.texts.text(Digest(lock.reason)) or "")
                for lock in acting.locks
                if sees_all or _concerns(lock, acting.person, cameras)
            ]

    def lockable(self, actor: Actor) -> list[Person]:
        """The open accounts that a lock can name, by name, for who may lock anybody; empty for everybody else."""
        with self._store.reading() as unit:
            acting = self._ground.acting(unit, actor)
            if not may(acting.person.roles, Verb.LOCK):
                return []
            return sorted((one for one in unit.people.people() if one.active), key=lambda one: one.name)

    def history(self, actor: Actor, query: AuditQuery) -> list[AuditEntry]:
        """The history, newest first; that it was read is in it too.

        Raises:
          Denied: the person may not read this part of it; a representative only their own organisation's.
        """

        def work(unit: Unit) -> list[AuditEntry]:
            unit.people.hold([actor.account])
            acting = self._ground.acting(unit, actor)
            of_house = query.owner is not None and acting.person.speaks_for(query.owner)
            if not may(acting.person.roles, Verb.READ_AUDIT) and not (
                of_house and may(acting.person.roles, Verb.READ_OWN_AUDIT)
            ):
                raise Denied("the history is for auditors; a representative reads their own organisation's")
            entries = unit.audit.entries(query)
            note(
                unit,
                AuditEvent.AUDIT_READ,
                at=acting.at,
                by=acting.person,
                station=actor.station,
                subject=query.subject,
                entries=len(entries),
                of_owner=query.owner or "",
                since=query.since.isoformat() if query.since else "",
            )
            return entries

        return self._store.write(work)

    def _mine(self, unit: Unit, standing: Standing, request: Request) -> MineView:
        case = case_of(unit, standing, request)
        view = grant_view(unit, standing, case.grant) if case.grant else None
        return MineView(request, case.reason, case.left_s, case.missing, view)


def grant_view(unit: Unit, standing: Standing, grant: Grant) -> GrantView:
    """The grant at this instant."""
    cameras = opened(unit, standing.authority, grant, at=standing.at, people=standing.counted, locks=standing.locks)
    left_s = _left_s(grant, standing.at)
    is_unconfirmed = not left_s and grant.closed_at is None
    return GrantView(grant, unit.people.person(grant.person), cameras, left_s, is_unconfirmed)


def _left_s(grant: Grant, at: datetime) -> int:
    if grant.ended_at is not None or at >= grant.not_after:
        return 0
    return max(1, int((grant.not_after - at).total_seconds()))


def _review(unit: Unit, standing: Standing, review: Review) -> ReviewView | None:
    grant = unit.grants.grant(review.grant)
    if grant is None:
        return None
    request = unit.requests.request(grant.request)
    reason = (unit.texts.text(request.terms.reason) or "") if request else ""
    left_s = int((review.due_at - standing.at).total_seconds())
    return ReviewView(review, grant_view(unit, standing, grant), request, reason, left_s)


def _may_decide(standing: Standing, request: Request) -> bool:
    policy, person = standing.authority.policy(request.terms.policy), standing.people.get(standing.actor.account)
    if policy is None or person is None:
        return False
    return any(is_eligible(leg, person, request.terms) for leg in policy.legs)


def _may_see(standing: Standing, request: Request) -> bool:
    person = standing.person
    of_house = person.speaks_for(request.terms.owner)
    is_mine = request.terms.requester == person.account
    oversees = may(person.roles, Verb.SEE_WHO_LOOKS) and _knows_of(standing, request.terms.owner)
    return is_mine or of_house or oversees or _may_decide(standing, request)


def _may_judge(standing: Standing, grant: Grant) -> bool:
    return grant.person != standing.actor.account and _knows_of(standing, grant.owner)


def _knows_of(standing: Standing, owner: OwnerName) -> bool:
    return may_know(standing.authority.policies.get(owner), standing.person)


def _concerns(lock: Lock, person: Person, cameras: Mapping[CameraNumber, Camera]) -> bool:
    owned = {str(number) for number, camera in cameras.items() if person.speaks_for(camera.owner)}
    return lock.target in owned or (lock.target != "" and lock.target == person.organisation)
