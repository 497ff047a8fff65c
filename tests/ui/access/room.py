"""A control room for tests of the desks: the demo's cast, real services and keys, a store in memory or another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from tests.fakes.memory_access import MemoryAccessStore
from tests.ui.parts import Station
from wallapp.app.demo_people import DEMO_PASSWORD, demo_code, seed_demo
from wallapp.base.clock import ManualClock
from wallapp.base.ids import CameraNumber, StationName
from wallapp.domain.access import Request, Verdict
from wallapp.domain.camera import Camera, StreamName
from wallapp.domain.people import Person
from wallapp.domain.warrant import TrustPin
from wallapp.services.access_desk import AccessDesk
from wallapp.services.access_views import AccessViews
from wallapp.services.actor import Actor, SigningKey
from wallapp.services.leases import Leases
from wallapp.services.people_desk import PeopleDesk
from wallapp.services.policy_desk import PolicyDesk
from wallapp.services.ports import UnitSource
from wallapp.services.sign_in import SignIn
from wallapp.services.trust_desk import TrustDesk
from wallapp.services.trust_reading import TrustReader
from wallapp.simulation.city import load_city
from wallapp.ui.access.rooms import AccessRooms, News, Sights
from wallapp.ui.clerk import Clerk
from wallapp.vault import totp
from wallapp.vault.keys import SealedKeys
from wallapp.vault.passwords import Passwords
from wallapp.vault.sealing import Cost

CHEAP = Cost(time=1, memory_kib=64, lanes=1)
DESK = StationName("desk-1")


class ControlRoom:
    """Build it once a test. Close it: its clerks are threads.

    Attributes:
      signed_out: logins that left.
      locked: what `on_locked` was told, in order.
    """

    def __init__(
        self,
        folder: Path,
        *,
        store: UnitSource | None = None,
        clock: ManualClock | None = None,
        pin: TrustPin | None = None,
    ) -> None:
        """Args: pin: of a store that holds the cast already."""
        self.clock = clock or ManualClock()
        self.folder = folder
        self.store: UnitSource = store or MemoryAccessStore(self.clock)
        city = load_city()
        self.cameras: Mapping[CameraNumber, Camera] = {
            camera.number: replace(camera, streams={StreamName.MAIN: f"rtsp://cam{camera.number}.invalid/main"})
            for camera in city.cameras
        }
        self.owners = {owner.name: owner for owner in city.owners}
        self.passwords, self.keys = Passwords(cost=CHEAP), SealedKeys(self.clock, cost=CHEAP)
        if pin is None:
            pin = seed_demo(self.store, self.cameras, passwords=self.passwords, keys=self.keys, station=DESK)
        self.pin = pin
        reader = self.reader = TrustReader(pin)
        self.sign_in = SignIn(self.store, self.passwords, totp, self.keys)
        self.people = PeopleDesk(self.store, self.passwords)
        self.trust, self.policies = TrustDesk(self.store), PolicyDesk(self.store)
        self.access = AccessDesk(self.store, lambda: self.cameras, reader.authority)
        self._leases = Leases(self.store, reader, self.clock)
        self.views = AccessViews(self.store, lambda: self.cameras, reader.authority)
        self.signed_out: list[str] = []
        self.locked: list[bool] = []
        self._clerks: list[Clerk] = []
        self._keys_of: dict[str, SigningKey] = {}

    def person(self, login: str) -> Person:
        """As the store has them."""
        with self.store.reading() as unit:
            found = unit.people.person_by_login(login)
        assert found is not None
        return found

    def code(self, login: str) -> str:
        """A code that works now."""
        return demo_code(self.store, self.keys, person=self.person(login))

    def rooms(self, login: str, *, station: StationName = DESK) -> AccessRooms:
        """What the window gets for this person."""
        person, clerk = self.person(login), Clerk()
        self._clerks.append(clerk)
        return AccessRooms(
            clerk=clerk,
            clock=self.clock,
            news=News(),
            sights=Sights(),
            station=station,
            actor=Actor(person.account, station),
            person=person,
            cameras=self.cameras,
            owners=self.owners,
            sign_in=self.sign_in,
            people=self.people,
            trust=self.trust,
            policies=self.policies,
            access=self.access,
            views=self.views,
            sign_out=lambda: self.signed_out.append(login),
            note_snapshot=lambda held: self._leases.note_snapshot(Actor(person.account, station), held),
            demo_code=lambda: self.code(login),
            on_locked=self.locked.append,
        )

    def station(self, *, grid: str = "4") -> Station:
        """A console that shows the city."""
        return Station(self.folder, clock=self.clock, grid=grid, cameras=self.cameras)

    def vote(
        self, login: str, request: Request, *, verdict: Verdict = Verdict.APPROVE, duration_s: int | None = None
    ) -> None:
        """Cast a vote as somebody else at another desk."""
        actor, terms = Actor(self.person(login).account, StationName("desk-2")), request.terms
        if login not in self._keys_of:
            self._keys_of[login] = self.sign_in.step_up(actor, DEMO_PASSWORD, self.code(login)).key
        self.access.vote(
            actor,
            self._keys_of[login],
            terms.request,
            verdict=verdict,
            cameras=terms.cameras if verdict is Verdict.APPROVE else frozenset(),
            duration_s=(duration_s or terms.duration_s) if verdict is Verdict.APPROVE else 0,
        )

    def requests(self) -> list[Request]:
        """Newest first."""
        with self.store.reading() as unit:
            return unit.requests.requests()

    def close(self) -> None:
        """End the threads."""
        for clerk in self._clerks:
            clerk.close()
