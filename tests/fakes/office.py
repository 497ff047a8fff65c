"""The demo's cast in memory, with the desks of people, trust and policies, at a clock that tests move."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tests.fakes.memory_access import MemoryAccessStore
from wallapp.app.demo_people import DEMO_PASSWORD, demo_code, seed_demo
from wallapp.base.clock import ManualClock
from wallapp.base.ids import CameraNumber, OwnerName, StationName
from wallapp.domain.audit import AuditEntry, AuditEvent
from wallapp.domain.camera import Camera, Sensitivity
from wallapp.domain.people import Person
from wallapp.domain.policy import Policy
from wallapp.domain.warrant import Authority, TrustPin
from wallapp.services.access_ports import AuditQuery
from wallapp.services.actor import Actor, SigningKey
from wallapp.services.people_desk import PeopleDesk
from wallapp.services.policy_desk import PolicyDesk
from wallapp.services.sign_in import SignIn
from wallapp.services.trust_desk import TrustDesk
from wallapp.services.trust_reading import TrustReader
from wallapp.vault import totp
from wallapp.vault.keys import SealedKeys
from wallapp.vault.passwords import Passwords
from wallapp.vault.sealing import Cost

CHEAP: Final = Cost(time=1, memory_kib=8, lanes=1)
HERE: Final = StationName("desk-1")
HALL: Final = Camera(CameraNumber(111), "Hall", OwnerName("Bank"), sensitivity=Sensitivity.PRIVATE)


@dataclass
class Office:
    """Attributes: `pin` names the first trust list; the second is in force, and the Bank's policy for HALL."""

    clock: ManualClock
    store: MemoryAccessStore
    keys: SealedKeys
    desk: SignIn
    people: PeopleDesk
    trust: TrustDesk
    policies: PolicyDesk
    pin: TrustPin

    def person(self, login: str) -> Person:
        """As the store has them now."""
        with self.store.reading() as unit:
            found = unit.people.person_by_login(login)
        assert found is not None
        return found

    def actor(self, login: str) -> Actor:
        """At HERE."""
        return Actor(self.person(login).account, HERE)

    def code(self, login: str) -> str:
        """One that works now."""
        return demo_code(self.store, self.keys, person=self.person(login))

    def key(self, login: str) -> SigningKey:
        """Opened a minute later, so that there is a fresh code."""
        self.clock.advance(60)
        return self.desk.step_up(self.actor(login), DEMO_PASSWORD, self.code(login)).key

    def authority(self) -> Authority:
        """By the pin."""
        with self.store.reading() as unit:
            return TrustReader(self.pin).authority(unit)

    def policy(self) -> Policy:
        """The Bank's, in force."""
        return self.authority().policies[HALL.owner]

    def entries(self) -> list[AuditEntry]:
        """The history, newest first."""
        with self.store.reading() as unit:
            return unit.audit.entries(AuditQuery())

    def events(self) -> list[AuditEvent]:
        """The history's events, newest first."""
        return [entry.event for entry in self.entries()]

    def failures(self, login: str) -> int:
        """Wrong tries since the last good one."""
        with self.store.reading() as unit:
            return unit.people.secrets(self.person(login).account).failures


def make_office() -> Office:
    """Costs some milliseconds."""
    clock = ManualClock()
    store = MemoryAccessStore(clock)
    keys, passwords = SealedKeys(clock, cost=CHEAP), Passwords(cost=CHEAP)
    pin = seed_demo(store, {HALL.number: HALL}, passwords=passwords, keys=keys, station=HERE)
    return Office(
        clock,
        store,
        keys,
        SignIn(store, passwords, totp, keys),
        PeopleDesk(store, passwords),
        TrustDesk(store),
        PolicyDesk(store),
        pin,
    )
