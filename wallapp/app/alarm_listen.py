"""`wallapp alarm listen`: partners' systems raise alarms by HTTPS.

A process of its own and no part of the console: the only thing that listens to a network must not hold pictures or
people's keys, and alarms come in while no console is open and while one is restarted.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from ipaddress import ip_address
from pathlib import Path
from types import FrameType
from typing import Final, TextIO

from wallapp.app.alarm import known_cameras, room_over, station_name, store_of
from wallapp.base.clock import Clock, SystemClock
from wallapp.base.errors import BadInput, Unavailable
from wallapp.base.files import replace_file
from wallapp.exchange.alarm_http import PATH, Desks, Strangers
from wallapp.exchange.alarm_server import AlarmServer, server_context
from wallapp.services.alarm_input import AlarmInput
from wallapp.services.alarm_input_partners import PartnerDesk
from wallapp.services.alarm_input_rates import Rates
from wallapp.services.alarms import AlarmDesk
from wallapp.services.doctor_alarms import ENDS_SOON
from wallapp.services.options import AlarmListenOptions
from wallapp.services.shared_room import SharedRoom
from wallapp.store.shared_outbox_rows import open_outbox
from wallapp.vault.certificates import CertificateFacts, read_certificate

LOG = logging.getLogger("wallapp.app.alarm_listen")

STATUS_FILE: Final = "alarm-input.json"
"""In the profile, while it listens: what the doctor asks."""
OUTBOX_DIR: Final = "alarm-input"
_BURST, _PER_S = 30, 1.0
_STRANGERS_BURST, _STRANGERS_PER_S = 10, 0.1
_SEND_EVERY_S: Final = 2.0
_OTHERS_READ: Final = 0o004


def run_listen(options: AlarmListenOptions, out: TextIO) -> int:
    """Listen until the process is told to end; returns 0. Writes one JSON line when it listens.

    Raises:
      BadInput: the certificate, its key or the address cannot be used.
      Unavailable: the port is taken, or the store does not answer.
    """
    certificate = read_certificate(options.certificate)
    _check_key(options.key)
    context = server_context(options.certificate, options.key)
    clock = SystemClock()
    with ExitStack() as rooms:
        store = rooms.enter_context(closing(store_of(options.station, is_demo=options.is_demo)))
        folder = options.station.profile_dir / OUTBOX_DIR
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        room = room_over(store, rooms.enter_context(closing(open_outbox(folder, store.place))), clock)
        partners = PartnerDesk(store, clock)
        knows = known_cameras(store, is_demo=options.is_demo)
        desks = Desks(
            partners=partners,
            alarms=AlarmInput(AlarmDesk(room), station_name(options.station), knows=knows),
            rates=Rates(clock, burst=_BURST, per_s=_PER_S),
            strangers=Strangers(Rates(clock, burst=_STRANGERS_BURST, per_s=_STRANGERS_PER_S)),
            clock=clock,
        )
        server = AlarmServer(context, desks, host=options.host, port=options.port)
        rooms.callback(server.close)
        stopped = rooms.enter_context(_told_to_end())
        server.start()
        rooms.enter_context(_status(options, server.address))
        _tell(out, server.address, certificate, clock, partners=len(partners.partners()))
        while not stopped.wait(_SEND_EVERY_S):
            _send_waiting(room)
    return 0


def _check_key(key: Path) -> None:
    """A key that everybody can read proves nothing. Windows keeps rights otherwise."""
    if os.name == "nt":
        return
    with suppress(OSError):  # what cannot be looked at cannot be read either, which is said where it is read
        if key.stat().st_mode & _OTHERS_READ:
            raise BadInput(f"everybody on this machine can read the key {key}; chmod 600 it, and have it made anew")


def _tell(out: TextIO, address: tuple[str, int], certificate: CertificateFacts, clock: Clock, *, partners: int) -> None:
    if not ip_address(address[0]).is_loopback:
        LOG.warning("alarm input: other machines can reach it at %s", address[0])
    if certificate.ends_at - clock.now_at() < ENDS_SOON:
        sys.stderr.write(f"wallapp: the certificate's time ends at {certificate.ends_at:%Y-%m-%d}; renew it\n")
    url = f"https://{_shown(address)}{PATH.decode()}"
    LOG.info("alarm input: listening at %s", url)
    said = {
        "listening": url,
        "certificate_ends": certificate.ends_at.date().isoformat(),
        "certificate_sha256": certificate.fingerprint,
        "partners": partners,
    }
    out.write(json.dumps(said) + "\n")
    out.flush()


def _shown(address: tuple[str, int]) -> str:
    host, port = address
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _send_waiting(room: SharedRoom) -> None:
    if not room.pending():
        return
    with suppress(Unavailable):
        LOG.info("alarm input: %d alarms that waited were sent", room.send())


@contextmanager
def _told_to_end() -> Iterator[threading.Event]:
    """An event that SIGINT and SIGTERM set."""
    stopped = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopped.set()

    before = {kind: signal.signal(kind, stop) for kind in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stopped
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler)


@contextmanager
def _status(options: AlarmListenOptions, address: tuple[str, int]) -> Iterator[None]:
    """Says where it listens, for the doctor; it stays where the process dies."""
    path = options.station.profile_dir / STATUS_FILE
    said = {"host": address[0], "port": address[1], "certificate": str(options.certificate.absolute())}
    replace_file(path, json.dumps(said).encode() + b"\n", mode=0o600)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
