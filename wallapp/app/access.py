"""Joins people, trust and the desks for one run: who is signed in, what they may know of, what is open to them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from wallapp.app.demo_levels import prepare_levels
from wallapp.app.demo_people import CAST, DEMO_PASSWORD, demo_code, seed_demo
from wallapp.app.lease_lane import LeaseLane, Sighting
from wallapp.app.sources import Register
from wallapp.base.clock import Clock
from wallapp.base.errors import BadInput, WallError
from wallapp.base.files import replace_file
from wallapp.base.ids import CameraNumber, StationName, TileId
from wallapp.domain.camera import Camera
from wallapp.domain.trust_pin import PIN_FILE, UNCHECKED_SUFFIX, read_pin, write_pin
from wallapp.domain.visibility import known_cameras
from wallapp.domain.warrant import Authority, TrustPin
from wallapp.feeds.pool import Pool
from wallapp.services.access_desk import AccessDesk
from wallapp.services.access_ground import AccessGround
from wallapp.services.access_ports import AccessUnit
from wallapp.services.access_sweeper import Sweeper
from wallapp.services.access_views import AccessViews
from wallapp.services.leases import Leases
from wallapp.services.people_desk import PeopleDesk
from wallapp.services.policy_desk import PolicyDesk
from wallapp.services.scene_desk import SceneDesk
from wallapp.services.sign_in import SignedIn, SignIn
from wallapp.services.trust_desk import TrustDesk
from wallapp.services.trust_reading import TrustReader
from wallapp.services.wall_session import WallSession
from wallapp.store.unit_of_work import Store
from wallapp.store.wakeups import wakeups_of
from wallapp.ui.access.door import Door
from wallapp.ui.access.rooms import AccessRooms, News, Sights
from wallapp.ui.clerk import Clerk
from wallapp.ui.window import MainWindow
from wallapp.vault import totp
from wallapp.vault.keys import SealedKeys
from wallapp.vault.passwords import Passwords
from wallapp.vault.sealing import Cost

_log = logging.getLogger("wallapp.app.access")
_SHOWING_MS: Final = 250
_DEMO_KIND: Final = "demo people"
_DEMO_COST: Final = Cost(time=1, memory_kib=1024, lanes=1)
"""The demo's passwords are printed in its help: nothing is gained by guarding them."""


class Access:
    """The services over one store. Built on the main thread; the services may be called from any."""

    def __init__(self, store: Store, clock: Clock, profile_dir: Path, *, station: StationName, is_demo: bool) -> None:
        self._store = store
        self._clock = clock
        self._is_demo = is_demo
        self.pin_path = profile_dir / (f"demo-{PIN_FILE}" if is_demo else PIN_FILE)
        self.station = station
        cost = _DEMO_COST if is_demo else None
        self._passwords = Passwords(cost=cost)
        self._keys = SealedKeys(clock, cost=cost)
        self.people = PeopleDesk(store, self._passwords)
        self.sign_in = SignIn(store, self._passwords, totp, self._keys)
        self.trust = TrustDesk(store)
        self.policies = PolicyDesk(store)
        self._reader: TrustReader | None = None

    def open(self, cameras: Mapping[CameraNumber, Camera]) -> None:
        """Take the store's people and trust as they are; the demo makes its own where there are none.

        Raises:
          BadInput: the demo was given a store with real accounts, or a real wall the demo's.
        """
        with self._store.reading() as unit:
            is_seeded = unit.settings.setting(_DEMO_KIND) is not None
        if is_seeded is not self._is_demo and not self.people.is_empty():
            whose = "the demo's" if is_seeded else "real"
            raise BadInput(f"this store holds {whose} accounts; choose another --profile or --store")
        if self._is_demo and self.people.is_empty():
            pin = seed_demo(self._store, cameras, passwords=self._passwords, keys=self._keys, station=self.station)
            prepare_levels(self._store, station=self.station)
            with self._store.writing() as unit:
                unit.settings.put_setting(_DEMO_KIND, write_pin(pin))
            self.keep_pin(pin)
        self._read_pin()

    def has_people(self) -> bool:
        """Whether anybody can sign in."""
        return not self.people.is_empty()

    def keep_pin(self, pin: TrustPin) -> None:
        """Believe this trust list from now on; it came from who made it."""
        replace_file(self.pin_path, write_pin(pin).encode(), mode=0o600)
        self.unchecked_path.unlink(missing_ok=True)
        self._reader = TrustReader(pin)

    @property
    def unchecked_path(self) -> Path:
        """A file that is there while the pin is one that only the store vouched for."""
        return self.pin_path.with_suffix(UNCHECKED_SUFFIX)

    def door(self, clerk: Clerk) -> Door:
        """What the sign-in stands on."""
        logins = tuple(member.login for member in CAST) if self._is_demo else ()
        return Door(
            clerk=clerk,
            clock=self._clock,
            sign_in=self.sign_in,
            people=self.people,
            trust=self.trust,
            station=self.station,
            demo_logins=logins,
            demo_password=DEMO_PASSWORD if self._is_demo else "",
            demo_code=self._code_of_login if self._is_demo else None,
        )

    def _code_of_login(self, login: str) -> str:
        with self._store.reading() as unit:
            person = unit.people.person_by_login(login)
        if person is None:
            raise BadInput(f"the demo has nobody called {login}")
        return demo_code(self._store, self._keys, person=person)

    def sign_in_demo(self, login: str) -> SignedIn:
        """Come in as one of the demo's cast, whose password and code the demo knows.

        Raises:
          BadInput: nobody of the cast has this login.
        """
        with self._store.reading() as unit:
            person = unit.people.person_by_login(login)
        if person is None or person.login not in {member.login for member in CAST}:
            raise BadInput(f"--as {login}: the demo knows {', '.join(member.login for member in CAST)}")
        code = demo_code(self._store, self._keys, person=person)
        return self.sign_in.sign_in(login, DEMO_PASSWORD, code, station=self.station)

    def known(self, register: Register, who: SignedIn | None) -> Register:
        """The register as this person may see it."""
        if self._reader is None:
            return register
        with self._store.reading() as unit:
            policies = self._reader.authority(unit).policies
        person = who.person if who else None
        return Register(known_cameras(person, register.cameras, policies), register.owners)

    def join(self, pool: Pool, register: Register, who: SignedIn | None) -> Joined | None:
        """The desks and the lane of one session; None where this store has no trust list yet."""
        if self._reader is None:
            return None
        try:
            with self._store.reading() as unit:
                pool.set_leases((), self._reader.documents(unit))  # before the first view is wanted
        except WallError as error:
            _log.warning("the trust list cannot be given to the decoders: %s", error)
        return Joined(self, self._reader, pool, register, who)

    def desk(self, reader: TrustReader, register: Register) -> AccessDesk:
        """The access desk over these cameras."""
        return AccessDesk(self._store, lambda: register.cameras, reader.authority)

    def views(self, reader: TrustReader, register: Register) -> AccessViews:
        """What the desks look at."""
        return AccessViews(self._store, lambda: register.cameras, reader.authority)

    def sweeper(self, reader: TrustReader, register: Register) -> Sweeper:
        """What records, station by station, what time has decided."""
        return Sweeper(AccessGround(self._store, lambda: register.cameras, reader.authority), self.station)

    @property
    def authority(self) -> Callable[[AccessUnit], Authority] | None:
        """Reads what is signed, within a transaction; None where this station trusts no list yet."""
        return self._reader.authority if self._reader is not None else None

    def ground(self, cameras: Mapping[CameraNumber, Camera]) -> AccessGround | None:
        """What facts and circumstances of these cameras stand on; None where this station trusts no list yet."""
        return AccessGround(self._store, lambda: cameras, self._reader.authority) if self._reader is not None else None

    def leases(self, reader: TrustReader) -> Leases:
        """What the lane asks."""
        return Leases(self._store, reader, self._clock)

    @property
    def store(self) -> Store:
        """For what wakes the window."""
        return self._store

    @property
    def clock(self) -> Clock:
        """Of this run."""
        return self._clock

    def code_of(self, who: SignedIn) -> str:
        """A code of the demo's person that works now."""
        return demo_code(self._store, self._keys, person=who.person)

    @property
    def is_demo(self) -> bool:
        """Whether the people are the demo's."""
        return self._is_demo

    def _read_pin(self) -> None:
        """The station's pin; where it has none, the store's first list is believed, as the doctor says."""
        if self.pin_path.exists():
            self._reader = TrustReader(read_pin(self.pin_path.read_text(encoding="utf-8")))
            return
        with self._store.reading() as unit:
            chain = unit.documents.trust_chain()
        if chain:
            self.keep_pin(TrustPin(chain[0].version, chain[0].digest))
            replace_file(self.unchecked_path, chain[0].digest.encode(), mode=0o600)


class _LaneSignals(QObject):
    """Brings what the lane tells to the GUI thread."""

    found = Signal(object)


class Joined:
    """One session at this station: the lane, the clerk, the news. GUI thread; close it before the pool."""

    def __init__(
        self, access: Access, reader: TrustReader, pool: Pool, register: Register, who: SignedIn | None
    ) -> None:
        self._access = access
        self._who = who
        self._register = register
        self._desk, self._views = access.desk(reader, register), access.views(reader, register)
        self._scenes, self._lens = SceneDesk(access.store, reader.authority), pool
        self._news, self._sights, self._signals = News(), Sights(), _LaneSignals()
        self._clerk = Clerk()
        self._signed_out = False
        self._session: WallSession | None = None
        self._window: MainWindow | None = None
        self._leases = access.leases(reader)
        self._lane = LeaseLane(
            access.leases(reader),
            pool,
            access.clock,
            tell=self._signals.found.emit,
            chore=access.sweeper(reader, register).sweep,
        )
        self._lane.set_actor(who.actor if who else None)
        self._signals.found.connect(self._show)
        self._wakeups = wakeups_of(access.store)
        self._timer = QTimer(interval=_SHOWING_MS)
        self._timer.timeout.connect(self._tell_showing)

    def rooms(self) -> AccessRooms | None:
        """What the window's desks are given; None where nobody is signed in."""
        who, access = self._who, self._access
        if who is None:
            return None
        return AccessRooms(
            clerk=self._clerk,
            clock=access.clock,
            news=self._news,
            sights=self._sights,
            station=access.station,
            actor=who.actor,
            person=who.person,
            cameras=self._register.cameras,
            owners=self._register.owners,
            sign_in=access.sign_in,
            people=access.people,
            trust=access.trust,
            policies=access.policies,
            access=self._desk,
            views=self._views,
            sign_out=self._sign_out,
            note_snapshot=lambda held: self._leases.note_snapshot(who.actor, held),
            demo_code=(lambda: access.code_of(who)) if access.is_demo else None,
            on_locked=self._locked,
            scenes=self._scenes,
            lens=self._lens,
        )

    def start(self, session: WallSession, window: MainWindow) -> None:
        """Begin to renew and to listen."""
        self._session, self._window = session, window
        self._timer.start()
        self._tell_showing()
        self._lane.start()
        self._wakeups.start(self._woken, reachable=self._news.reachable.emit)

    def _locked(self, locked: bool) -> None:
        """Let clear views go while the station is locked."""
        self._lane.set_actor(None if locked or self._who is None else self._who.actor)

    @property
    def news(self) -> News:
        """What tells this session that something changed."""
        return self._news

    def close(self) -> None:
        """Give every lease back and end the threads."""
        self._timer.stop()
        self._wakeups.close()
        self._lane.close()
        self._clerk.close()

    def _woken(self) -> None:
        self._lane.wake()
        self._news.changed.emit()

    def _tell_showing(self) -> None:
        if self._session is not None:
            contents = (self._session.content(TileId(tile)) for tile in self._session.tiles)
            self._lane.set_showing({content.camera for content in contents if content is not None})

    def _show(self, sighting: Sighting) -> None:
        if self._session is not None:
            self._session.set_levels(sighting.levels)
        self._sights.show(sighting.held, sighting.refused, is_lost=sighting.is_lost)

    @property
    def signed_out(self) -> bool:
        """Whether the person left on purpose: the sign-in comes back."""
        return self._signed_out

    def _sign_out(self) -> None:
        who, window = self._who, self._window
        if who is not None and window is not None:
            self._signed_out = True
            self._clerk.ask(lambda: self._access.sign_in.sign_out(who.actor), lambda _: None, failed=lambda _: None)
            window.close()
