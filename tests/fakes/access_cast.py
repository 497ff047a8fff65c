"""A small town of people, owners and cameras for tests of access: real keys, real signatures, a store in memory."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from tests.fakes.memory_access import MemoryAccessStore
from wallapp.base.clock import ManualClock
from wallapp.base.ids import NO_OWNER, AccountId, CameraNumber, Digest, GrantId, OwnerName, StationName
from wallapp.base.signature import public_key_of, sign
from wallapp.domain.access import Grant, Lock
from wallapp.domain.audit import AuditEntry, AuditEvent
from wallapp.domain.camera import Camera, Sensitivity
from wallapp.domain.documents import (
    POLICY,
    TRUST,
    Signature,
    Signed,
    TrustedPerson,
    TrustList,
    digest_of,
    write_document,
)
from wallapp.domain.people import Person, Role
from wallapp.domain.policy import CameraTerms, Circumstance, FactKind, LegRule, Policy, Purpose
from wallapp.domain.warrant import Authority, TrustPin
from wallapp.services.access_ask import AskForm
from wallapp.services.access_desk import AccessDesk
from wallapp.services.access_effect import effective_grants
from wallapp.services.access_ports import AuditQuery, Document
from wallapp.services.actor import Actor
from wallapp.services.ports import Unit, UnitSource
from wallapp.services.trust_reading import TrustReader

BANK: Final = OwnerName("Bank north")
SCHOOL: Final = OwnerName("School east")
CITY: Final = OwnerName("City")
DESK_1: Final = StationName("desk-1")
DESK_2: Final = StationName("desk-2")
HALL, SAFE, DOOR = CameraNumber(305), CameraNumber(306), CameraNumber(307)
YARD, SQUARE = CameraNumber(201), CameraNumber(101)

PEOPLE: Final = {
    "operator": ({Role.OPERATOR}, NO_OWNER),
    "operator2": ({Role.OPERATOR}, NO_OWNER),
    "supervisor": ({Role.SUPERVISOR}, NO_OWNER),
    "supervisor2": ({Role.SUPERVISOR}, NO_OWNER),
    "banker": ({Role.OWNER_REPRESENTATIVE}, BANK),
    "head": ({Role.OWNER_REPRESENTATIVE}, SCHOOL),
    "auditor": ({Role.AUDITOR}, NO_OWNER),
    "admin": ({Role.ADMINISTRATOR}, NO_OWNER),
    "trainer": ({Role.TRAINER}, NO_OWNER),
}
"""By login: roles and organisation. Names and pseudonyms follow from the login."""

BANK_LEGS: Final = (
    LegRule("supervisor", frozenset({Role.SUPERVISOR}), of_owner=False, needed=1),
    LegRule("owner", frozenset({Role.OWNER_REPRESENTATIVE}), of_owner=True, needed=1),
)
BANK_POLICY: Final = Policy(
    owner=BANK,
    version=1,
    purposes=frozenset({Purpose.INTRUSION, Purpose.LIFE_AT_RISK}),
    longest_s=1800,
    request_s=900,
    legs=BANK_LEGS,
    cameras=(
        CameraTerms(HALL, Sensitivity.PRIVATE, lat_e7=335900000, lon_e7=-76000000),
        CameraTerms(SAFE, Sensitivity.PROTECTED, break_glass=False, lat_e7=335901000, lon_e7=-76000000),
        CameraTerms(DOOR, Sensitivity.PRIVATE, lat_e7=336900000, lon_e7=-76000000),
    ),
    break_glass_s=600,
    circumstances=(
        Circumstance(
            "confirmed intrusion", FactKind.INTRUSION_CONFIRMED, radius_m=200, fresh_s=600, longest_s=1800, per_day=3
        ),
    ),
)
SCHOOL_POLICY: Final = Policy(
    owner=SCHOOL,
    version=1,
    purposes=frozenset({Purpose.LIFE_AT_RISK}),
    longest_s=600,
    request_s=300,
    legs=(
        LegRule("head", frozenset({Role.OWNER_REPRESENTATIVE}), of_owner=True, needed=1),
        LegRule("supervisors", frozenset({Role.SUPERVISOR}), of_owner=False, needed=2),
    ),
    cameras=(CameraTerms(YARD, Sensitivity.PROTECTED),),
    knowing=frozenset({Role.SUPERVISOR}),
    asking=frozenset({Role.SUPERVISOR, Role.OPERATOR}),
)


@dataclass(frozen=True, slots=True)
class OpenKey:
    """A person's key, always open."""

    account: AccountId
    private: bytes

    def sign(self, kind: str, body: bytes) -> str:
        """As actor.SigningKey."""
        return sign(self.private, kind, body)


@cache
def account_of(login: str) -> AccountId:
    """Always the same for a login."""
    return AccountId(str(uuid.uuid5(uuid.NAMESPACE_DNS, login)))


@cache
def key_of(login: str) -> OpenKey:
    """Always the same for a login."""
    return OpenKey(account_of(login), hashlib.sha256(login.encode()).digest())


@cache
def person_of(login: str) -> Person:
    """The person as the town begins."""
    roles, organisation = PEOPLE[login]
    return Person(
        account=account_of(login),
        login=login,
        name=f"The {login}",
        pseudonym=f"P-{login}",
        roles=frozenset(roles),
        organisation=organisation,
        on_duty=True,
        public_key=public_key_of(key_of(login).private),
    )


def actor_of(login: str, station: StationName = DESK_1) -> Actor:
    """Signed in at a station."""
    return Actor(account_of(login), station)


class Town:
    """People, cameras, two policies in force, and the desks over a store in memory.

    Attributes:
      people: the town's logins; those left out have no account.
    """

    def __init__(
        self,
        *,
        people: Iterable[str] = tuple(PEOPLE),
        policies: Iterable[Policy] = (BANK_POLICY, SCHOOL_POLICY),
    ) -> None:
        self.clock = ManualClock()
        self.store = MemoryAccessStore(self.clock)
        self.people = tuple(people)
        self.cameras = cameras_of_town()
        let_in(self.store, self.people)
        first = self.trust(policies)
        self.reader = TrustReader(TrustPin(1, first))
        self.desk = AccessDesk(self.store, lambda: self.cameras, self.reader.authority)

    def trust(self, policies: Iterable[Policy]) -> Digest:
        """Put a trust list in force with these policies and the people as they are now."""
        return put_trust_in_force(self.store, policies)

    def change(self, login: str, **changes: object) -> Person:
        """Change a person in the store alone, as an administrator's desk does."""
        with self.store.writing() as unit:
            person = unit.people.person(account_of(login))
            assert person is not None
            changed = replace(person, **changes)  # type: ignore[arg-type] # the test names the fields
            unit.people.put_person(changed)
            return changed

    def ask(self, **changes: object) -> AskForm:
        """A form that can be asked; not sent yet."""
        form = AskForm(
            form=str(uuid.uuid4()),
            cameras=frozenset({HALL, SAFE}),
            purpose=Purpose.INTRUSION,
            reason="glass is broken at the door",
            duration_s=900,
        )
        return replace(form, **changes)  # type: ignore[arg-type] # the test names the fields

    def authority(self) -> Authority:
        """What the trust in the store vouches for now."""
        with self.store.reading() as unit:
            return self.reader.authority(unit)

    def effective(self, login: str = "operator", station: StationName = DESK_1) -> dict[GrantId, set[CameraNumber]]:
        """What the service calls effective now."""
        with self.store.reading() as unit:
            found = effective_grants(
                unit, self.reader.authority(unit), station=station, account=account_of(login), at=unit.now_at()
            )
            return {grant.grant: set(cameras) for grant, cameras in found}

    def entries(self, *events: AuditEvent, subject: str = "") -> list[AuditEntry]:
        """The history, oldest first."""
        with self.store.reading() as unit:
            entries = unit.audit.entries(AuditQuery(subject=subject, limit=100_000))
        return [one for one in reversed(entries) if not events or one.event in events]

    def grant(self, grant: GrantId) -> Grant:
        """As it is kept."""
        with self.store.reading() as unit:
            found = unit.grants.grant(grant)
            assert found is not None
            return found

    def locks(self) -> list[Lock]:
        """In force."""
        with self.store.reading() as unit:
            return unit.locks.locks_in_force()


def cameras_of_town() -> dict[CameraNumber, Camera]:
    """The register."""
    rows = (
        (HALL, "Hall", BANK, "Main street", Sensitivity.PRIVATE),
        (SAFE, "Safe", BANK, "Main street", Sensitivity.PRIVATE),
        (DOOR, "Door", BANK, "Airport", Sensitivity.PRIVATE),
        (YARD, "Yard", SCHOOL, "", Sensitivity.PROTECTED),
        (SQUARE, "Square", CITY, "", Sensitivity.PUBLIC),
    )
    return {
        number: Camera(number, name, owner, site=site, sensitivity=kind) for number, name, owner, site, kind in rows
    }


def let_in(source: UnitSource, logins: Iterable[str] = tuple(PEOPLE)) -> None:
    """Give these people their accounts, in any store."""
    with source.writing() as unit:
        for login in logins:
            unit.people.put_person(person_of(login))


def put_trust_in_force(source: UnitSource, policies: Iterable[Policy] = (BANK_POLICY, SCHOOL_POLICY)) -> Digest:
    """Write and sign these policies and the next trust list with the people as they are now, in any store."""
    with source.writing() as unit:
        chain = unit.documents.trust_chain()
        made = TrustList(
            version=len(chain) + 1,
            previous=chain[-1].digest if chain else Digest(""),
            made_at=unit.now_at(),
            policies=tuple(_countersigned(unit, policy) for policy in policies),
            people=tuple(
                TrustedPerson(one.account, one.roles, one.organisation, one.public_key, one.active)
                for one in sorted(unit.people.people(), key=lambda one: one.account)
            ),
        )
        body = write_document(made)
        _keep(unit, TRUST, NO_OWNER, made.version, body, "admin")
        unit.documents.put_in_force(made.version, digest_of(body), unit.now_at())
        return digest_of(body)


def _countersigned(unit: Unit, policy: Policy) -> Digest:
    body = write_document(policy)
    if unit.documents.document(digest_of(body)) is None:
        owner_people = {BANK: "banker", SCHOOL: "head"}
        _keep(unit, POLICY, policy.owner, policy.version, body, owner_people[policy.owner])
    return digest_of(body)


def _keep(unit: Unit, kind: str, owner: OwnerName, version: int, body: str, signer: str) -> None:
    key, at = key_of(signer), unit.now_at()
    unit.documents.add_document(Document(digest_of(body), kind, owner, version, key.account, at, Signed(body)))
    unit.documents.add_signature(digest_of(body), Signature(key.account, key.sign(kind, body.encode())), at)
