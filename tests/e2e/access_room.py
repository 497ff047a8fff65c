"""A control room for the stories of access: one store, real consoles, and the demo's people at their desks."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import psutil

from tests.cli.program import environment
from tests.e2e.cameras import tinted_clip
from tests.servers.postgres import Database
from tests.waiting import wait_until
from wallapp.app.demo_people import DEMO_PASSWORD, demo_code
from wallapp.base.clock import SystemClock
from wallapp.base.ids import CameraNumber, GrantId, StationName
from wallapp.domain.access import Grant, Request, Verdict
from wallapp.domain.audit import AuditEntry
from wallapp.domain.camera import Camera
from wallapp.domain.policy import Purpose
from wallapp.domain.trust_pin import read_pin
from wallapp.services.access_ask import AskForm
from wallapp.services.access_case import Case
from wallapp.services.access_desk import AccessDesk
from wallapp.services.access_ports import AuditQuery
from wallapp.services.actor import Actor, SigningKey
from wallapp.services.sign_in import SignIn
from wallapp.services.trust_reading import TrustReader
from wallapp.simulation.city import load_city
from wallapp.store.engine import DEMO_FILE_NAME, open_store
from wallapp.store.unit_of_work import Store
from wallapp.vault import totp
from wallapp.vault.keys import SealedKeys
from wallapp.vault.passwords import Passwords
from wallapp.vault.sealing import Cost

STREET, PLACE, HALL, COUNTER, SAFE, SCHOOL = map(CameraNumber, (101, 102, 111, 305, 306, 116))
"""Two public; three of the bank's, private; the school's, protected."""
NUMBERS = (STREET, PLACE, HALL, SCHOOL, COUNTER, SAFE)
"""On the tiles 0 to 5 in the order of their numbers."""
TILES = {number: tile for tile, number in enumerate(sorted(NUMBERS))}
GRID = (2, 3)


class Console:
    """A console process of one of the cast (`access_console`). It is gone with the context.

    Args:
      display: an X server's, for a window on it; empty for none.
    """

    def __init__(
        self,
        home: Path,
        operator: str,
        *,
        profile: Path,
        store_url: str | None = None,
        clips: Mapping[CameraNumber, Path] | None = None,
        numbers: Sequence[CameraNumber] = NUMBERS,
        grid: tuple[int, int] = GRID,
        display: str = "",
    ) -> None:
        profile.mkdir(parents=True, exist_ok=True)
        self.operator, self.station = operator, station_of(operator)
        self._said = home / f"{operator}.said"
        given = {
            "profile": str(profile),
            "store": store_url,
            "operator": operator,
            "clip": str(tinted_clip(home, 1)),
            "clips": {str(number): str(path) for number, path in (clips or {}).items()},
            "numbers": list(numbers),
            "grid": list(grid),
            "headless": not display,
        }
        shown = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"} if display else {}
        with self._said.open("ab") as said:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.e2e.access_console", json.dumps(given)],
                env=environment(home, **shown),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                cwd=Path(__file__).parents[2],
            )
        self._is_up = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except BrokenPipeError:
                    continue

    @property
    def said(self) -> str:
        """What it wrote on stderr."""
        return self._said.read_text(encoding="utf-8")

    def started(self) -> Self:
        """Until it runs."""
        if not self._is_up:
            assert self._answer() == {"pid": self.process.pid}
            self._is_up = True
        return self

    def up(self) -> Self:
        """Until it runs and its first tile is live."""
        self.started()
        self.wait(lambda seen: seen["tiles"][0]["state"] == "live", within_s=30, what="a live tile")
        return self

    def ask(self, line: str) -> dict[str, Any]:
        """What it answers to a command."""
        assert self.process.stdin is not None
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()
        return self._answer()

    def _answer(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, f"{self.operator}'s console ended: {self.said}"
        answer: dict[str, Any] = json.loads(line)
        assert "failed" not in answer, answer
        return answer

    def state(self) -> dict[str, Any]:
        """What it shows, opened and heard."""
        return self.ask("state")

    def tile(self, camera: CameraNumber) -> dict[str, Any]:
        """The camera's tile, where the wall is as it began."""
        found: dict[str, Any] = self.state()["tiles"][TILES[camera]]
        return found

    def wait(self, condition: Callable[[dict[str, Any]], object], *, within_s: float, what: str) -> float:
        """Until its state is so; how long that took."""
        seen: dict[str, Any] = {}

        def look() -> object:
            seen.update(self.state())
            return condition(seen)

        try:
            return wait_until(look, within_s=within_s, what=what)
        except AssertionError as error:
            raise AssertionError(f"{error}; {self.operator}'s console shows {seen}; it said: {self.said}") from error

    def decoders(self) -> list[psutil.Process]:
        """Its decoders' processes."""
        return [psutil.Process(pid) for pid in self.state()["decoders"]]

    def kill(self) -> None:
        """kill -9."""
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def quit(self) -> int:
        """Close its window; the exit code."""
        self.ask("quit")
        return self.process.wait(20)


def is_open(seen: dict[str, Any], camera: CameraNumber) -> bool:
    """Whether the tile shows a clear picture that a decoder opened by a grant."""
    tile = seen["tiles"][TILES[camera]]
    leased = camera in [number for number, _ in seen["opened"]]
    return leased and tile["shows"] == "clear" and tile["sequence"] > 0 and tile["state"] == "live"


def is_closed(seen: dict[str, Any], camera: CameraNumber) -> bool:
    """Whether nothing clear of the camera is on the tile or may still lie in a slot."""
    tile = seen["tiles"][TILES[camera]]
    leased = camera in [number for number, _ in seen["opened"]]
    return not leased and tile["wants"] != "clear" and tile["shows"] != "clear"


def station_of(login: str) -> StationName:
    """The name of this member's console."""
    return StationName(f"{socket.gethostname()}/{login}")


@dataclass(frozen=True, slots=True)
class Granted:
    """A request that was granted."""

    request: Request
    grant: Grant


class Room:
    """The people who have no console of their own here, at the same store through the services."""

    def __init__(self, home: Path, database: Database | None = None) -> None:
        self.home = home
        self._stack = ExitStack()
        self.store_url = database.station_url if database else None
        self._store: Store | None = None
        self._keys = SealedKeys(SystemClock(), cost=_COST)
        self._open: dict[str, SigningKey] = {}
        self._cameras: dict[CameraNumber, Camera] = {one.number: one for one in load_city().cameras}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def console(self, operator: str, **more: Any) -> Console:
        """A console being started; on SQLite all share one profile, else each has its own."""
        profile = self.home / ("profile" if self.store_url is None else f"profile-{operator}")
        return self._stack.enter_context(
            Console(self.home, operator, profile=profile, store_url=self.store_url, **more)
        )

    @property
    def profile(self) -> Path:
        """The operator's."""
        return self.home / ("profile" if self.store_url is None else "profile-operator")

    @property
    def store(self) -> Store:
        """Opened once a console has made it."""
        if self._store is None:
            self._store = open_store(self.home / "profile", url=self.store_url, file_name=DEMO_FILE_NAME)
            self._stack.callback(self._store.close)
        return self._store

    @property
    def desk(self) -> AccessDesk:
        """The access desk by the operator's pin."""
        reader = TrustReader(read_pin((self.profile / "demo-trust.json").read_text(encoding="utf-8")))
        return AccessDesk(self.store, lambda: self._cameras, reader.authority)

    def actor(self, login: str, station: StationName | None = None) -> Actor:
        """One of the cast at a station, their own console's unless told."""
        with self.store.reading() as unit:
            person = unit.people.person_by_login(login)
        assert person is not None
        return Actor(person.account, station or station_of(login))

    def code(self, login: str) -> str:
        """A code of theirs that works now."""
        with self.store.reading() as unit:
            person = unit.people.person_by_login(login)
        assert person is not None
        return demo_code(self.store, self._keys, person=person)

    def key(self, login: str) -> SigningKey:
        """Their key, opened by a password and a code once and kept open."""
        if login not in self._open:
            desk = SignIn(self.store, Passwords(cost=_COST), totp, self._keys)
            self._open[login] = desk.step_up(self.actor(login), DEMO_PASSWORD, self.code(login)).key
        return self._open[login]

    def ask(self, login: str, *cameras: CameraNumber, duration_s: int = 900) -> Request:
        """Ask for cameras of one owner."""
        (request,) = self.desk.ask(self.actor(login), form_for(*cameras, duration_s=duration_s))
        return request

    def approve(self, login: str, request: Request, *cameras: CameraNumber, duration_s: int = 0) -> Case:
        """A signed vote for these cameras, all where none is named, for so long or as long as was asked."""
        return self.desk.vote(
            self.actor(login),
            self.key(login),
            request.terms.request,
            verdict=Verdict.APPROVE,
            cameras=frozenset(cameras) or request.terms.cameras,
            duration_s=duration_s or request.terms.duration_s,
        )

    def grant(self, login: str, *cameras: CameraNumber, duration_s: int = 900) -> Granted:
        """A request that supervisor and bank approved as it is."""
        request = self.ask(login, *cameras, duration_s=duration_s)
        self.approve("supervisor", request)
        case = self.approve("bank", request)
        assert case.grant is not None
        return Granted(case.request, case.grant)

    def kept(self, grant: GrantId) -> Grant:
        """The grant as the store has it now."""
        with self.store.reading() as unit:
            found = unit.grants.grant(grant)
        assert found is not None
        return found

    def history(self, subject: str) -> list[AuditEntry]:
        """The entries about a request or a grant, oldest first."""
        with self.store.reading() as unit:
            return unit.audit.entries(AuditQuery(subject=subject))[::-1]

    def events(self, subject: str) -> list[str]:
        """Their names."""
        return [entry.event.value for entry in self.history(subject)]


def form_for(*cameras: CameraNumber, duration_s: int = 900) -> AskForm:
    """A form that can be asked."""
    return AskForm(
        form=str(uuid.uuid4()),
        cameras=frozenset(cameras),
        purpose=Purpose.INTRUSION,
        reason="somebody climbs in at the back",
        duration_s=duration_s,
    )


_COST = Cost(1, 1024, 1)
"""The demo's own."""


def now_s() -> float:
    """The machine's time, for measuring."""
    return time.perf_counter()  # noqa: TID251  the tests measure the product against the machine's own time
