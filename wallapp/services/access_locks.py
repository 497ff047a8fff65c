"""Locks: they end nothing and stop everything they name, until somebody entitled lifts them."""

from __future__ import annotations

import uuid

from wallapp.base.errors import BadInput, Denied, NotFound, RuleBroken
from wallapp.base.ids import NO_OWNER, AccountId, CameraNumber, OwnerName
from wallapp.domain.access import Lock, LockKind
from wallapp.domain.audit import AuditEvent
from wallapp.domain.people import Person
from wallapp.domain.permissions import Verb, may
from wallapp.services.access_ground import AccessGround, Acting, checked_reason, note, typed_text
from wallapp.services.actor import Actor
from wallapp.services.ports import Unit

STATION_LENGTH_MAX = 64


def set_lock(ground: AccessGround, unit: Unit, actor: Actor, *, kind: LockKind, target: str, reason: str) -> Lock:
    """Set it.

    Raises: as AccessDesk.set_lock.
    """
    typed = typed_text(checked_reason(reason))
    unit.people.hold([actor.account])
    acting = ground.acting(unit, actor)
    owner = _owner_of(ground, kind, target)
    if not may(acting.person.roles, Verb.LOCK) and not _of_own_cameras(acting.person, owner):
        raise Denied("only a supervisor, an administrator or the owner's representative may set this lock")
    _check_target(ground, unit, kind, target)
    lock = Lock(str(uuid.uuid4()), kind, target, by=actor.account, reason=typed.digest, made_at=acting.at)
    typed.keep(unit, acting.at)
    unit.locks.add_lock(lock)
    _note(unit, acting, AuditEvent.LOCK_SET, lock, owner)
    return lock


def lift_lock(ground: AccessGround, unit: Unit, actor: Actor, lock_id: str) -> None:
    """Lift it.

    Raises: as AccessDesk.lift_lock.
    """
    unit.people.hold([actor.account])
    acting = ground.acting(unit, actor)
    lock = next((one for one in acting.locks if one.lock == lock_id), None)
    if lock is None:
        raise NotFound("there is no such lock in force; look again")
    owner = _owner_of(ground, lock.kind, lock.target)
    setter = unit.people.person(lock.by)
    is_owners_word = setter is not None and not may(setter.roles, Verb.LOCK) and _of_own_cameras(setter, owner)
    if is_owners_word and not _of_own_cameras(acting.person, owner):
        raise Denied(f"{owner} locked its own cameras; only its representative may lift that")
    if not is_owners_word and not may(acting.person.roles, Verb.LOCK):
        raise Denied("only a supervisor or an administrator may lift this lock")
    if not unit.locks.lift(lock_id, acting.at):
        raise RuleBroken("this lock is lifted already")
    _note(unit, acting, AuditEvent.LOCK_LIFTED, lock, owner)


def _of_own_cameras(person: Person, owner: OwnerName) -> bool:
    return person.speaks_for(owner) and may(person.roles, Verb.LOCK_OWN_CAMERAS)


def _owner_of(ground: AccessGround, kind: LockKind, target: str) -> OwnerName:
    """Whose cameras alone it concerns; NO_OWNER where not one owner's."""
    if kind is LockKind.OWNER:
        return OwnerName(target)
    if kind is LockKind.CAMERA and target.isdecimal():
        camera = ground.register().get(CameraNumber(int(target)))
        return camera.owner if camera else NO_OWNER
    return NO_OWNER


def _check_target(ground: AccessGround, unit: Unit, kind: LockKind, target: str) -> None:
    cameras = ground.register()
    known = {
        LockKind.PERSON: lambda: unit.people.person(AccountId(target)) is not None,
        LockKind.STATION: lambda: bool(target) and len(target) <= STATION_LENGTH_MAX and target.isprintable(),
        LockKind.CAMERA: lambda: target in map(str, cameras),
        LockKind.OWNER: lambda: any(camera.owner == target for camera in cameras.values()),
        LockKind.EVERYTHING: lambda: not target,
    }
    if kind is LockKind.EVERYTHING and target:
        raise BadInput("a lock on everything names nothing else; leave its target empty")
    if not known[kind]():
        raise NotFound(f"there is no such {kind}; look again")


def _note(unit: Unit, acting: Acting, event: AuditEvent, lock: Lock, owner: OwnerName) -> None:
    target = lock.target
    if lock.kind is LockKind.PERSON:
        person = unit.people.person(AccountId(target))
        target = person.pseudonym if person else ""
    note(
        unit,
        event,
        at=acting.at,
        by=acting.person,
        station=acting.actor.station,
        subject=lock.lock,
        owner=owner,
        kind=lock.kind,
        target=target,
        reason=lock.reason,
    )
