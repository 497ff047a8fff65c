"""Stations around one real store, each with a cable that can be cut, for tests of what stations share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar

from wallapp.base.clock import ManualClock
from wallapp.base.errors import Unavailable
from wallapp.base.ids import NO_EXERCISE, NO_OWNER, AccountId, CameraNumber, ExerciseId, OwnerName, StationName
from wallapp.domain.camera import Camera, Sensitivity
from wallapp.domain.people import Person, Role
from wallapp.domain.place import Place
from wallapp.domain.sight import camera_place
from wallapp.services.access_ports import AccessUnit
from wallapp.services.actor import Actor
from wallapp.services.alarms import AlarmDesk
from wallapp.services.crisis import CrisisDesk
from wallapp.services.incidents import IncidentDesk
from wallapp.services.layers import LayerDesk
from wallapp.services.logbook import Logbook
from wallapp.services.markers import MarkerDesk
from wallapp.services.ports import Unit, UnitSource
from wallapp.services.shared_conflicts import ConflictDesk
from wallapp.services.shared_ports import LogQuery
from wallapp.services.shared_room import SharedRoom
from wallapp.services.shared_rules import RULES
from wallapp.services.shared_sight import Known, Sight, sight_by
from wallapp.store.shared_outbox_rows import SqliteOutbox, open_outbox

BANK: Final = OwnerName("Bank")
CITY: Final = OwnerName("City")
DRILL: Final = ExerciseId("drill-1")
SQUARE, QUAY, SAFE = CameraNumber(101), CameraNumber(104), CameraNumber(305)
CAMERAS: Final = {
    SQUARE: Camera(SQUARE, "Square", CITY, lat_deg=33.5900, lon_deg=-7.6100),
    QUAY: Camera(QUAY, "Quay", CITY, lat_deg=33.5950, lon_deg=-7.6100),
    SAFE: Camera(SAFE, "Safe", BANK, sensitivity=Sensitivity.PRIVATE, lat_deg=33.6000, lon_deg=-7.6000),
}
ROLES: Final = {
    "operator": {Role.OPERATOR},
    "operator2": {Role.OPERATOR},
    "supervisor": {Role.SUPERVISOR},
    "supervisor2": {Role.SUPERVISOR},
    "auditor": {Role.AUDITOR},
    "admin": {Role.ADMINISTRATOR},
    "trainer": {Role.TRAINER},
    "banker": {Role.OWNER_REPRESENTATIVE},
}
_Result = TypeVar("_Result")


def person(login: str) -> Person:
    """One of the cast, who has signed in once."""
    organisation = BANK if login == "banker" else NO_OWNER
    return Person(AccountId(f"account-{login}"), login, login, f"P-{login}", frozenset(ROLES[login]), organisation)


def seed(store: UnitSource) -> None:
    """Everybody of the cast."""
    with store.writing() as unit:
        for login in ROLES:
            unit.people.put_person(person(login))


def known(unit: AccessUnit, who: Person | None) -> Sight:
    """Nobody but supervisors knows of the safe."""
    everything = sight_by(lambda: CAMERAS, None)(unit, who)
    if who is not None and Role.SUPERVISOR in who.roles:
        return everything
    cameras = {number: camera for number, camera in CAMERAS.items() if number != SAFE}
    return Sight(cameras, frozenset({_place(SAFE)}))


def _place(number: CameraNumber) -> Place:
    found = camera_place(CAMERAS[number])
    assert found is not None
    return found


class Cable:
    """A store that can be cut off: at once, or after so many more transactions."""

    def __init__(self, store: UnitSource) -> None:
        self._store = store
        self.is_cut = False
        self.is_cut_after = False
        """The next transaction is kept and its answer lost."""

    @contextmanager
    def reading(self) -> Iterator[Unit]:
        self._ask()
        with self._store.reading() as unit:
            yield unit

    @contextmanager
    def writing(self, *, alone: bool = False) -> Iterator[Unit]:
        self._ask()
        with self._store.writing(alone=alone) as unit:
            yield unit
        self._answer()

    def write(self, work: Callable[[Unit], _Result]) -> _Result:
        self._ask()
        found = self._store.write(work)
        self._answer()
        return found

    def _ask(self) -> None:
        if self.is_cut:
            raise Unavailable("the cable is cut")

    def _answer(self) -> None:
        if self.is_cut_after:
            self.is_cut, self.is_cut_after = True, False
            raise Unavailable("the cable was cut before the answer came")


class Station:
    """One station: its cable, its outbox, its desks."""

    def __init__(
        self,
        store: UnitSource,
        folder: Path,
        name: str,
        *,
        clock: ManualClock | None = None,
        exercise: ExerciseId = NO_EXERCISE,
        knows: Known = known,
    ) -> None:
        self.name = StationName(name)
        self.clock = clock or ManualClock()
        self.cable = Cable(store)
        self._folder = folder / name
        self._folder.mkdir(exist_ok=True)
        self._knows = knows
        self._exercise = exercise
        self.start()

    def start(self) -> None:
        """Begin, or begin again from what is on the disk."""
        self.outbox: SqliteOutbox = open_outbox(self._folder, "the store")
        self.room = SharedRoom(self.cable, self.outbox, self.clock, known=self._knows, rules=RULES, retry_s=0)
        self.incidents = IncidentDesk(self.room, exercise=self._exercise)
        self.markers = MarkerDesk(self.room, exercise=self._exercise)
        self.layers = LayerDesk(self.room, exercise=self._exercise)
        self.alarms = AlarmDesk(self.room, exercise=self._exercise)
        self.crisis = CrisisDesk(self.room, exercise=self._exercise)
        self.log = Logbook(self.room, exercise=self._exercise)
        self.conflicts = ConflictDesk(self.room)

    def stop(self) -> None:
        """End; what is on the disk stays."""
        self.outbox.close()

    def who(self, login: str) -> Actor:
        """A person at this station."""
        return Actor(person(login).account, self.name)


def log_texts(store: UnitSource) -> list[str]:
    """The log's texts, oldest first."""
    with store.reading() as unit:
        return [entry.line.text for entry in reversed(unit.logbook.entries(LogQuery(reviews=True, limit=10_000)))]
