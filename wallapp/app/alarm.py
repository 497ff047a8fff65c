"""`wallapp alarm`: an alarm from a script, and the partners who may raise alarms over the network."""

from __future__ import annotations

import json
import socket
from collections.abc import Sequence
from contextlib import closing
from typing import TextIO

from wallapp.base.clock import Clock, SystemClock
from wallapp.base.errors import BadInput, NotFound, Unavailable
from wallapp.base.ids import CameraNumber, StationName
from wallapp.domain.logbook import LogLine
from wallapp.domain.merge import Operation, Shared
from wallapp.services.alarm_input import AlarmInput, Knows, known_by
from wallapp.services.alarm_input_partners import PartnerDesk
from wallapp.services.alarms import AlarmDesk
from wallapp.services.options import AlarmOptions, PartnerAction, PartnerOptions, Station
from wallapp.services.shared_ports import Outbox, Pending
from wallapp.services.shared_room import SharedRoom
from wallapp.services.shared_rules import RULES
from wallapp.services.shared_sight import Sight
from wallapp.simulation.city import load_city
from wallapp.store.engine import DEMO_FILE_NAME, FILE_NAME, open_store
from wallapp.store.unit_of_work import Store


def run_alarm(options: AlarmOptions, out: TextIO) -> int:
    """Raise it, and write one JSON line about it; returns 0.

    Raises:
      BadInput: it says nothing, or something that cannot be; nothing was raised.
      Unavailable: the store does not take it: nothing was raised, and nothing waits.
    """
    with closing(store_of(options.station, is_demo=options.is_demo)) as store:
        clock = SystemClock()
        if PartnerDesk(store, clock).has(options.source):
            raise BadInput(f"--source: {options.source} is a partner, who alone raises alarms under this name")
        desk = AlarmDesk(room_over(store, NoOutbox(), clock))
        knows = known_cameras(store, is_demo=options.is_demo)
        taken = AlarmInput(desk, station_name(options.station), knows=knows).take(
            options.form, source=options.source, is_strict=True
        )
    out.write(json.dumps({"alarm": taken.alarm, "source": options.source, "count": taken.count}) + "\n")
    return 0


def run_partner(options: PartnerOptions, out: TextIO) -> int:
    """Do one piece of work on the partners; returns 0. A new partner's token is written this once.

    Raises:
      BadInput: the name is none, is taken, or is nobody's.
      Unavailable: the store does not answer.
    """
    with closing(store_of(options.station, is_demo=options.is_demo)) as store:
        desk = PartnerDesk(store, SystemClock())
        if options.action is PartnerAction.ADD:
            out.write(f"{desk.add(options.name)}\n")
        elif options.action is PartnerAction.REMOVE:
            try:
                out.write(f"{desk.remove(options.name).name} can raise no more alarms over the network\n")
            except NotFound as error:
                raise BadInput(str(error)) from None
        else:
            there = desk.partners()
            out.write("".join(f"{partner.name}  since {partner.added_at:%Y-%m-%d %H:%M} UTC\n" for partner in there))
            out.write(f"{len(there)} partners\n")
    return 0


def store_of(station: Station, *, is_demo: bool) -> Store:
    """The store that the station's console would open. Raises as `open_store`."""
    return open_store(station.profile_dir, url=station.store_url, file_name=DEMO_FILE_NAME if is_demo else FILE_NAME)


def station_name(station: Station) -> StationName:
    """Which station heard it."""
    return StationName(station.name or socket.gethostname())


def room_over(store: Store, outbox: Outbox, clock: Clock) -> SharedRoom:
    """For what sources do, who know of no camera."""
    return SharedRoom(store, outbox, clock, known=lambda _unit, _person: Sight(), rules=RULES)


def known_cameras(store: Store, *, is_demo: bool) -> Knows:
    """Which numbers are somebody's: the store's register, or the simulated city."""
    if not is_demo:
        return known_by(store)
    city = load_city()

    def knows(camera: CameraNumber) -> bool:
        try:
            city.scene_of(camera)
        except NotFound:
            return False
        return True

    return knows


class NoOutbox:
    """Fulfils services.shared_ports.Outbox for a command that ends at once: what the store does not take is refused."""

    def copy(self) -> tuple[int, list[Shared]]:
        """Nothing yet."""
        return 0, []

    def keep_copy(self, seq: int, changed: Sequence[Shared], *, afresh: bool = False) -> None:
        """Keeps none."""

    def pending(self) -> list[Pending]:
        """Nothing ever waits."""
        return []

    def add(self, operation: Operation | None, lines: Sequence[LogLine]) -> Pending:
        """Raises Unavailable."""
        raise Unavailable("the store does not answer, and nothing was raised; try again")

    def sent(self, number: int) -> None:
        """Nothing was."""
