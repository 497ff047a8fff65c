"""The demo's people and agreements: accounts whose passwords everybody knows, in a store that holds nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from wallapp.base.errors import NotFound, RuleBroken
from wallapp.base.ids import NO_OWNER, CameraNumber, OwnerName, StationName
from wallapp.domain.camera import Camera, Sensitivity
from wallapp.domain.people import Person, Role
from wallapp.domain.policy import DEGREE_E7, CameraTerms, Circumstance, FactKind, LegRule, Policy, Purpose
from wallapp.domain.warrant import TrustPin
from wallapp.services.actor import Actor, SigningKey
from wallapp.services.people_desk import PeopleDesk
from wallapp.services.policy_desk import PolicyDesk
from wallapp.services.ports import UnitSource
from wallapp.services.secrets import Keys, Secrets
from wallapp.services.sign_in import SignIn
from wallapp.services.trust_desk import TrustDesk
from wallapp.vault import totp

DEMO_PASSWORD: Final = "simulated city"
"""Everybody's. The demo says so; its store takes no real accounts."""
_FIRST_PASSWORD: Final = "given by the demo"
_CODE_STEP: Final = timedelta(seconds=30)
_SUPERVISOR: Final = LegRule("supervisor", frozenset({Role.SUPERVISOR}), of_owner=False, needed=1)
_OWNER: Final = LegRule("owner", frozenset({Role.OWNER_REPRESENTATIVE}), of_owner=True, needed=1)


@dataclass(frozen=True, slots=True)
class CastMember:
    """One of the demo's accounts; its name says what it is, for it is nobody."""

    login: str
    name: str
    role: Role
    organisation: OwnerName = NO_OWNER


CAST: Final = (
    CastMember("admin", "Administrator", Role.ADMINISTRATOR),
    CastMember("admin2", "Second administrator", Role.ADMINISTRATOR),
    CastMember("operator", "Operator", Role.OPERATOR),
    CastMember("operator2", "Second operator", Role.OPERATOR),
    CastMember("supervisor", "Supervisor", Role.SUPERVISOR),
    CastMember("supervisor2", "Second supervisor", Role.SUPERVISOR),
    CastMember("bank", "Bank security desk", Role.OWNER_REPRESENTATIVE, OwnerName("Bank")),
    CastMember("school", "School head's office", Role.OWNER_REPRESENTATIVE, OwnerName("School")),
    CastMember("shops", "Shopping centre security post", Role.OWNER_REPRESENTATIVE, OwnerName("Shops")),
    CastMember("port", "Harbour master's office", Role.OWNER_REPRESENTATIVE, OwnerName("Port")),
    CastMember("auditor", "Auditor", Role.AUDITOR),
    CastMember("trainer", "Trainer", Role.TRAINER),
)


def seed_demo(
    source: UnitSource,
    cameras: Mapping[CameraNumber, Camera],
    *,
    passwords: Secrets,
    keys: Keys,
    station: StationName,
) -> TrustPin:
    """Make the cast, their keys, the owners' policies and the trust list that names them.

    Args:
      cameras: the city's; the private and protected ones stand in their owners' policies.
      keys: at a small cost: what they seal is no secret.

    Raises:
      RuleBroken: the store holds accounts already.
    """
    desk = SignIn(source, passwords, totp, keys)
    people = PeopleDesk(source, passwords)
    first = people.make_first(CAST[0].login, CAST[0].name, _FIRST_PASSWORD, station=station)
    admin = Actor(first.account, station)
    admin_key = _enrolled(source, desk, admin)
    trust = TrustDesk(source)
    pin = trust.found(admin, admin_key)
    keys_of: dict[OwnerName, tuple[Actor, SigningKey]] = {}
    for member in CAST[1:]:
        person = people.make(
            admin,
            member.login,
            name=member.name,
            roles={member.role},
            organisation=member.organisation,
            first_password=_FIRST_PASSWORD,
        )
        actor = Actor(person.account, station)
        key = _enrolled(source, desk, actor)
        if member.organisation:
            keys_of[member.organisation] = (actor, key)
        if member.role in (Role.OPERATOR, Role.SUPERVISOR, Role.OWNER_REPRESENTATIVE):
            people.set_duty(actor, on_duty=True)
    policies = PolicyDesk(source)
    for policy in _policies(cameras.values()):
        document = policies.propose(admin, policy)
        policies.countersign(*keys_of[policy.owner], document.digest)
    trust.propose(admin, admin_key)
    return pin


def demo_code(source: UnitSource, keys: Keys, *, person: Person) -> str:
    """A code that this member of the cast can use now: the demo's people have no telephones.

    Raises:
      NotFound: the account is none of the demo's.
    """
    with source.reading() as unit:
        kept, at = unit.people.secrets(person.account), unit.now_at()
    if not kept.sealed:
        raise NotFound(f"{person.login} has no second factor yet")
    secrets = keys.open_person(kept.sealed, DEMO_PASSWORD, account=person.account, public_key=person.public_key)
    for step in (-1, 0, 1):
        code = totp.code_at(secrets.totp_secret, at + step * _CODE_STEP)
        if totp.accepts(secrets.totp_secret, code, at=at, last_counter=kept.totp_counter) is not None:
            return code
    raise RuleBroken("all codes of this minute were used; wait half a minute")


def _enrolled(source: UnitSource, desk: SignIn, actor: Actor) -> SigningKey:
    enrolment = desk.enrol(actor, _FIRST_PASSWORD, DEMO_PASSWORD)
    with source.reading() as unit:
        at = unit.now_at()
    # The earliest code that counts, so that a person who signs in at once finds the present one unused.
    code = totp.code_at(enrolment.totp_secret, at - _CODE_STEP)
    return desk.step_up(actor, DEMO_PASSWORD, code).key


def _policies(cameras: Iterable[Camera]) -> list[Policy]:
    """What the demo's owners agreed to: one strict, two with circumstances, one that leaves it to the room."""
    by_owner: dict[OwnerName, list[CameraTerms]] = {}
    for camera in cameras:
        if camera.sensitivity is not Sensitivity.PUBLIC:
            terms = CameraTerms(
                camera.number, camera.sensitivity, lat_e7=_e7(camera.lat_deg), lon_e7=_e7(camera.lon_deg)
            )
            by_owner.setdefault(camera.owner, []).append(terms)
    return [
        Policy(
            owner=owner,
            version=1,
            purposes=frozenset(Purpose) - {Purpose.EXERCISE},
            longest_s=1800,
            request_s=900,
            legs=(_SUPERVISOR,) if owner == "Port" else (_SUPERVISOR, _OWNER),
            cameras=tuple(terms),
            break_glass_s=0 if owner == "Bank" else 600,
            circumstances=_CIRCUMSTANCES.get(str(owner), ()),
        )
        for owner, terms in sorted(by_owner.items())
        if any(member.organisation == owner for member in CAST)
    ]


def _e7(degrees: float | None) -> int | None:
    return None if degrees is None else round(degrees * DEGREE_E7)


_INTRUSION: Final = Circumstance(
    "confirmed intrusion", FactKind.INTRUSION_CONFIRMED, radius_m=200, fresh_s=1800, longest_s=1800, per_day=3
)
_CRISIS: Final = Circumstance(
    "crisis nearby", FactKind.CRISIS_LEVEL, radius_m=400, fresh_s=14_400, longest_s=900, per_day=20
)
_CIRCUMSTANCES: Final = {"School": (_INTRUSION,), "Shops": (_CRISIS,)}
"""A school opens where an intrusion is confirmed; the shops where a crisis level says so, around its incident."""
