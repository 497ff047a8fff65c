"""The alarm input over a real store and real TLS on this machine, and a partner's system that speaks to it."""

from __future__ import annotations

import json
import socket
import ssl
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPSConnection
from pathlib import Path
from typing import Any

from tests.fakes.shared_room import Cable
from tests.servers.certificates import CertificateFiles, make_certificates
from wallapp.base.clock import SystemClock
from wallapp.base.ids import CameraNumber, OwnerName, StationName
from wallapp.domain.alarm import Alarm
from wallapp.domain.camera import Camera
from wallapp.exchange.alarm_http import Desks, Strangers
from wallapp.exchange.alarm_server import AlarmServer, Bounds, server_context
from wallapp.services.alarm_input import AlarmInput, known_by
from wallapp.services.alarm_input_partners import PartnerDesk
from wallapp.services.alarm_input_rates import Rates
from wallapp.services.alarms import AlarmDesk
from wallapp.services.shared_room import SharedRoom
from wallapp.services.shared_rules import RULES
from wallapp.services.shared_sight import Sight
from wallapp.store.shared_outbox_rows import open_outbox
from wallapp.store.unit_of_work import Store

WITHIN_S = 30.0
CAMERAS = {CameraNumber(104): Camera(CameraNumber(104), "Quay", OwnerName("City"))}
"""What the list of alarms may show."""


@dataclass(frozen=True, slots=True)
class Said:
    """An answer."""

    status: int
    body: dict[str, Any]
    headers: Mapping[str, str]


class Rig:
    """A server with two partners, `bank` and `tram`. Close it before the store."""

    def __init__(
        self, store: Store, folder: Path, *, bounds: Bounds | None = None, burst: int = 1000, strangers: int = 1000
    ) -> None:
        clock = SystemClock()
        self.files: CertificateFiles = make_certificates(folder)
        self.cable = Cable(store)
        self._outbox = open_outbox(folder, "the store")
        self.room = SharedRoom(
            self.cable, self._outbox, clock, known=lambda _unit, _who: Sight(CAMERAS), rules=RULES, retry_s=0
        )
        self.desk = AlarmDesk(self.room)
        self.partners = PartnerDesk(self.cable, clock)
        self.token = self.partners.add("bank")
        self.other_token = self.partners.add("tram")
        self.desks = desks = Desks(
            partners=self.partners,
            alarms=AlarmInput(self.desk, StationName("desk-1"), knows=known_by(self.cable)),
            rates=Rates(clock, burst=burst, per_s=0.1),
            strangers=Strangers(Rates(clock, burst=strangers, per_s=1e-6)),
            clock=clock,
        )
        context = server_context(self.files.certificate, self.files.key)
        self._server = AlarmServer(context, desks, host="127.0.0.1", port=0, bounds=bounds)
        self._server.start()

    def close(self) -> None:
        """End the server, its threads and its outbox."""
        self._server.close()
        self._outbox.close()

    @property
    def port(self) -> int:
        """Where it listens."""
        return self._server.address[1]

    def alarms(self) -> tuple[Alarm, ...]:
        """What the list of alarms shows."""
        return self.desk.alarms(None).alarms

    def post(
        self,
        body: object,
        *,
        token: str | None = "",
        headers: Mapping[str, str] | None = None,
        path: str = "/alarms",
        method: str = "POST",
    ) -> Said:
        """Ask as a partner's system would.

        Args:
          body: bytes as they are, all else as JSON.
          token: the bank's if empty; None sends none.
        """
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        given = {"Content-Type": "application/json", **(headers or {})}
        if token is not None:
            given["Authorization"] = f"Bearer {token or self.token}"
        with closing(HTTPSConnection("127.0.0.1", self.port, timeout=WITHIN_S, context=self.trust())) as line:
            line.request(method, path, data, given)
            answer = line.getresponse()
            return Said(answer.status, json.loads(answer.read()), dict(answer.getheaders()))

    def trust(self) -> ssl.SSLContext:
        """Of a client that verifies the server."""
        return ssl.create_default_context(cafile=str(self.files.authority))

    def raw(self) -> socket.socket:
        """A line without encryption."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=WITHIN_S)

    def encrypted(self) -> ssl.SSLSocket:
        """A line on which the test writes HTTP itself."""
        return self.trust().wrap_socket(self.raw(), server_hostname="127.0.0.1")


def answer_of(line: socket.socket) -> bytes:
    """All that comes until the other side ends."""
    whole = b""
    try:
        while part := line.recv(4096):
            whole += part
    except ConnectionError:
        pass
    return whole
