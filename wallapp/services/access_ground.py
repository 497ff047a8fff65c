"""What every access desk stands on: the store, the register, the trust; and what holds at one instant.

Each decision is one transaction: it locks in the fixed order of services.access_ports, asks the time after its
locks, reads who people are now, decides, and writes the change with its audit entry.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from wallapp.base.canonical import digest
from wallapp.base.errors import BadInput, Denied, RuleBroken
from wallapp.base.ids import NO_DIGEST, NO_OWNER, AccountId, CameraNumber, Digest, OwnerName, StationName
from wallapp.domain.access import Lock, LockKind, may_know
from wallapp.domain.audit import AuditEntry, AuditEvent
from wallapp.domain.camera import Camera
from wallapp.domain.people import Person
from wallapp.domain.permissions import Verb, may
from wallapp.domain.policy import LONGEST_REASON, SHORTEST_REASON, Policy
from wallapp.domain.warrant import Authority
from wallapp.services.access_ports import AccessUnit
from wallapp.services.actor import Actor
from wallapp.services.ports import Unit, UnitSource


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts, and when: enough for what makes things safer, which must go on where no trust can be read.

    Attributes:
      at: the store's time, asked after the locks.
      person: the actor as the store has them.
    """

    at: datetime
    actor: Actor
    person: Person
    locks: tuple[Lock, ...]

    def needs(self, verb: Verb) -> None:
        """Raise Denied unless the store's roles allow it."""
        if not may(self.person.roles, verb):
            raise Denied("this is not among the rights of your roles; ask an administrator")


@dataclass(frozen=True, slots=True)
class Standing(Acting):
    """What holds at this instant besides: what an opening is decided by.

    Attributes:
      trusted: the actor with no more than the signed list gives; None where it does not name them.
      counted: everybody whom the signed list and the store both name, with the rights that both give.
      people: those of them who may be counted on now: not locked.
    """

    trusted: Person | None
    authority: Authority
    counted: Mapping[AccountId, Person]
    people: Mapping[AccountId, Person]
    cameras: Mapping[CameraNumber, Camera]

    def policy_for(self, camera: Camera) -> Policy | None:
        """Whose word holds for it: the policy that names it, else its registered owner's; None where there is none."""
        named = (policy for policy in self.authority.policies.values() if policy.terms(camera.number))
        return next(named, self.authority.policies.get(camera.owner))

    def knows(self, number: CameraNumber) -> bool:
        """Whether the camera is there and this person may know of it."""
        camera = self.cameras.get(number)
        return camera is not None and may_know(self.policy_for(camera), self.person)

    def lock_on(self, person: AccountId, station: StationName, owner: OwnerName, camera: CameraNumber) -> Lock | None:
        """The first lock that stands in the way of this view; None where none does."""
        return next((lock for lock in self.locks if lock.stops(person, station, owner, camera)), None)


class AccessGround:
    """Shared by the desks. Any thread; holds no state of its own.

    Args:
      register: the cameras at hand; called within transactions, so that it must open none.
      authority: what the trust in the store vouches for; raises RuleBroken where that cannot be believed.
    """

    def __init__(
        self,
        store: UnitSource,
        register: Callable[[], Mapping[CameraNumber, Camera]],
        authority: Callable[[AccessUnit], Authority],
    ) -> None:
        self.store = store
        self.register = register
        self.authority = authority

    def acting(self, unit: Unit, actor: Actor, *, even_locked: bool = False) -> Acting:
        """Who acts now. Call it after the locks of the transaction.

        Args:
          even_locked: for what a locked person may still do: give up what is theirs.

        Raises:
          Denied: the account is closed.
          RuleBroken: the person or the station is locked.
        """
        at = unit.now_at()
        person = unit.people.person(actor.account)
        if person is None or not person.active:
            raise Denied("this account is closed; ask an administrator")
        locks = tuple(unit.locks.locks_in_force())
        if not even_locked:
            _check_unlocked(actor, locks)
        return Acting(at, actor, person, locks)

    def standing(self, unit: Unit, actor: Actor) -> Standing:
        """What holds now. Call it after the locks of the transaction.

        Raises:
          Denied, RuleBroken: as for acting, or the trust in the store cannot be believed.
        """
        acting = self.acting(unit, actor)
        authority = self.authority(unit)
        counted = authority.counted(unit.people.people())
        return Standing(
            at=acting.at,
            actor=actor,
            person=acting.person,
            locks=acting.locks,
            trusted=counted.get(actor.account),
            authority=authority,
            counted=counted,
            people=unlocked(counted, acting.locks),
            cameras=self.register(),
        )


def unlocked(people: Mapping[AccountId, Person], locks: Iterable[Lock]) -> dict[AccountId, Person]:
    """Those whom no lock names."""
    locked = {lock.target for lock in locks if lock.kind is LockKind.PERSON and lock.lifted_at is None}
    return {account: person for account, person in people.items() if account not in locked}


def note(
    unit: Unit,
    event: AuditEvent,
    *,
    at: datetime,
    by: Person | None,
    station: StationName,
    subject: str,
    owner: OwnerName = NO_OWNER,
    **facts: str | int | bool | list[str] | list[int],
) -> None:
    """Write the entry. It holds pseudonyms, ids and digests; never a name or a typed text."""
    unit.audit.append(AuditEntry(event, at, by.pseudonym if by else "", station, subject, owner, facts))


def numbers(cameras: Iterable[CameraNumber]) -> list[int]:
    """As an entry holds them: plain, in order."""
    return [int(camera) for camera in sorted(cameras)]


def checked_reason(text: str) -> str:
    """A typed reason without surrounding blanks.

    Raises:
      BadInput: it is shorter than SHORTEST_REASON or longer than LONGEST_REASON.
    """
    reason = text.strip()
    if not SHORTEST_REASON <= len(reason) <= LONGEST_REASON:
        raise BadInput(f"a reason has {SHORTEST_REASON} to {LONGEST_REASON} characters; say what you have to look at")
    return reason


@dataclass(frozen=True, slots=True)
class TypedText:
    """A typed text, and what stands for it in the history once it is erased."""

    digest: Digest
    salt: str
    text: str

    def keep(self, unit: Unit, at: datetime) -> None:
        """Where it can be erased; an empty one is not kept."""
        if self.text:
            unit.texts.put_text(self.digest, self.salt, self.text, at)


def typed_text(text: str) -> TypedText:
    """With a salt, without which a short text could be guessed from its digest after the erasure."""
    typed, salt = text.strip(), secrets.token_hex(16)
    return TypedText(digest((salt + typed).encode()) if typed else NO_DIGEST, salt, typed)


def _check_unlocked(actor: Actor, locks: Iterable[Lock]) -> None:
    for lock in locks:
        if lock.kind is LockKind.PERSON and lock.target == actor.account:
            raise RuleBroken("your account is locked; a supervisor or an administrator can lift the lock")
        if lock.kind is LockKind.STATION and lock.target == actor.station:
            raise RuleBroken(
                f"the station {actor.station} is locked; a supervisor or an administrator can lift the lock"
            )
