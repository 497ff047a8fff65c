"""Two stations at the same moment on a real PostgreSQL, through the desks: one decision, one grant, nobody stuck."""

from __future__ import annotations

import random
import threading
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from tests.e2e.access_room import HALL, Room, form_for, station_of
from tests.fakes.access_cast import OpenKey
from tests.servers.postgres import PostgresServer, fresh_database
from tests.waiting import wait_until
from wallapp.app.access import Access
from wallapp.app.demo_people import DEMO_PASSWORD
from wallapp.base.clock import SystemClock
from wallapp.base.errors import Conflict, RuleBroken
from wallapp.base.ids import GrantId, RequestId
from wallapp.domain.access import Request, RequestState, Verdict
from wallapp.domain.audit import AuditEvent
from wallapp.domain.trust_pin import read_pin
from wallapp.services.access_desk import AccessDesk
from wallapp.services.leases import Leases
from wallapp.services.trust_reading import TrustReader
from wallapp.simulation.city import load_city
from wallapp.store.engine import open_store
from wallapp.store.privileges import prepare_store
from wallapp.store.unit_of_work import Store
from wallapp.vault.keys import SealedKeys

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]

ROUNDS = pytest.mark.parametrize(
    "rounds", [pytest.param(50, id="50"), pytest.param(1000, id="1000", marks=pytest.mark.prove)]
)
LOST = (RuleBroken, Conflict)
"""How a desk says that the other was quicker."""
_CLOCK = SystemClock()
_THREADS = 3
_LOOK_S = 0.03
"""About what a look at the grants and the entry of its start take."""


@dataclass(frozen=True)
class Stations:
    """Two of them: each with a store, a desk and connections of its own, and the cast's keys."""

    room: Room
    stores: tuple[Store, Store]
    desks: tuple[AccessDesk, AccessDesk]
    reader: TrustReader
    keys: dict[str, OpenKey]
    threads: ThreadPoolExecutor

    def ask(self) -> Request:
        (request,) = self.desks[0].ask(self.room.actor("operator"), form_for(HALL))
        return request

    def approve(self, at: int, login: str, request: Request) -> Callable[[], bool]:
        """A vote at a station; whether it was in time."""

        def vote() -> bool:
            actor, terms = self.room.actor(login), request.terms
            self.desks[at].vote(
                actor,
                self.keys[login],
                terms.request,
                verdict=Verdict.APPROVE,
                cameras=terms.cameras,
                duration_s=terms.duration_s,
            )
            return True

        return _whether(vote)

    def at_once(self, *works: Callable[[], bool]) -> list[bool]:
        """What each gave, all begun at one moment."""
        gate = threading.Barrier(len(works))

        def begin(work: Callable[[], bool]) -> bool:
            gate.wait(timeout=20)
            return work()

        return [future.result(timeout=60) for future in [self.threads.submit(begin, work) for work in works]]

    def outcome(self, request: RequestId) -> RequestState:
        """How it ended. A grant is there if and only if it was approved, in time, and the history says each once."""
        with self.stores[1].reading() as unit:
            kept, grant = unit.requests.request(request), unit.grants.grant_of(request)
        assert kept is not None
        assert kept.version == 2, f"{request} is {kept.state} in version {kept.version}"
        assert kept.state is not RequestState.PENDING
        assert (grant is not None) == (kept.state is RequestState.APPROVED)
        assert kept.decided_at is not None
        if grant is not None:
            assert grant.not_before <= kept.decided_at < kept.terms.expires_at
            self.desks[0].relinquish(self.room.actor("operator"), grant.grant)
        events = Counter(entry.event for entry in self.room.history(request))
        decided = [AuditEvent(f"request_{state.value}") for state in RequestState if state is not RequestState.PENDING]
        assert {event: events[event] for event in decided if events[event]} == {
            AuditEvent(f"request_{kept.state.value}"): 1
        }
        return kept.state


def _whether(work: Callable[[], object]) -> Callable[[], bool]:
    def tried() -> bool:
        try:
            work()
        except LOST:
            return False
        return True

    return tried


@pytest.fixture(scope="module")
def stations(postgres: PostgresServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stations]:
    home = tmp_path_factory.mktemp("races")
    cameras = {one.number: one for one in load_city().cameras}
    with (
        fresh_database(postgres, "races") as database,
        Room(home, database) as room,
        ThreadPoolExecutor(_THREADS) as threads,
    ):
        prepare_store(database.url, database.station)
        room.profile.mkdir(parents=True)
        access = Access(room.store, _CLOCK, room.profile, station=station_of("operator"), is_demo=True)
        access.open(cameras)
        reader = TrustReader(read_pin(access.pin_path.read_text(encoding="utf-8")))
        stores = (open_store(home / "a", url=database.station_url), open_store(home / "b", url=database.station_url))
        first, second = (AccessDesk(store, lambda: cameras, reader.authority) for store in stores)
        keys = {login: _key(room, login) for login in ("supervisor", "supervisor2", "bank")}
        made = Stations(room, stores, (first, second), reader, keys, threads)
        made.at_once(*[lambda: True] * _THREADS)  # all are there before a test counts what it leaves behind
        yield made
        for store in stores:
            store.close()


def _key(room: Room, login: str) -> OpenKey:
    """A key that stays open for as long as the rounds take."""
    actor = room.actor(login)
    with room.store.reading() as unit:
        person, kept = unit.people.person(actor.account), unit.people.secrets(actor.account)
    assert person is not None
    secrets = SealedKeys(_CLOCK).open_person(
        kept.sealed, DEMO_PASSWORD, account=person.account, public_key=person.public_key
    )
    return OpenKey(person.account, secrets.private_key)


@ROUNDS
def test_two_approvers_at_once(stations: Stations, rounds: int) -> None:
    for number in range(rounds):
        request = stations.ask()
        pair = [stations.approve(0, "supervisor", request), stations.approve(1, "bank", request)]
        if number % 2:
            pair.append(stations.approve(1, "supervisor2", request))
        won = stations.at_once(*pair)
        assert won[1] or number % 2
        assert sum(won) >= 2
        assert stations.outcome(request.terms.request) is RequestState.APPROVED


@ROUNDS
def test_approve_against_expire(stations: Stations, rounds: int) -> None:
    model, chance, ended = stations.ask().terms, random.Random(5), Counter[RequestState]()
    stations.desks[0].withdraw(stations.room.actor("operator"), model.request)
    for _ in range(rounds):
        with stations.stores[0].writing() as unit:
            at = unit.now_at()
            short = replace(
                model,
                request=RequestId(str(uuid.uuid4())),
                submitted_at=at,
                expires_at=at + timedelta(milliseconds=150),
            )
            assert unit.requests.add_request(short)
        request = Request(short, RequestState.PENDING, 1)
        stations.approve(0, "supervisor", request)()
        begin_at = short.expires_at - timedelta(milliseconds=chance.uniform(-5, 40))
        wait_until(lambda until=begin_at: _CLOCK.now_at() >= until, within_s=10, what="the request's end")  # type: ignore[misc]  # a bound default
        approve = stations.approve(0, "bank", request)
        expire = _whether(lambda: stations.desks[1].sweep(station_of("supervisor")))
        in_time, _ = stations.at_once(approve, expire)
        wait_until(lambda over=short.expires_at: _CLOCK.now_at() >= over, within_s=10, what="the request's end")
        stations.desks[1].sweep(station_of("supervisor"))
        state = stations.outcome(short.request)
        assert state is (RequestState.APPROVED if in_time else RequestState.EXPIRED)
        ended[state] += 1
    print(f"\n{dict(ended)}")
    assert ended[RequestState.EXPIRED] > 0


@ROUNDS
def test_approve_against_withdraw(stations: Stations, rounds: int) -> None:
    ended = Counter[RequestState]()
    for number in range(rounds):
        request = stations.ask()
        stations.approve(0, "supervisor", request)()
        withdraw = _whether(
            lambda asked=request.terms.request: stations.desks[1].withdraw(stations.room.actor("operator"), asked)
        )
        approve = stations.approve(0, "bank", request)
        won = stations.at_once(*((approve, withdraw) if number % 2 else (withdraw, approve)))
        assert sorted(won) == [False, True]
        state = stations.outcome(request.terms.request)
        assert state is (RequestState.APPROVED if won[0 if number % 2 else 1] else RequestState.WITHDRAWN)
        ended[state] += 1
    print(f"\n{dict(ended)}")


@ROUNDS
def test_revoke_against_renew(stations: Stations, rounds: int) -> None:
    room, leased, chance = stations.room, Counter[bool](), random.Random(6)
    operator, supervisor = room.actor("operator"), room.actor("supervisor")
    lane = Leases(stations.stores[0], stations.reader, _CLOCK)
    for number in range(rounds):
        request = stations.ask()
        for login in ("supervisor", "bank"):
            assert stations.approve(0, login, request)()
        with stations.stores[0].reading() as unit:
            grant = unit.grants.grant_of(request.terms.request)
        assert grant is not None
        if number % 2:  # else the race is with the first lease, whose start has to be in the history before it
            lane.look(operator, {HALL})
        given: list[bool] = []
        renew = _whether(lambda found=given: found.append(bool(lane.look(operator, {HALL}).leases)))
        wait_s = chance.uniform(0, _LOOK_S)

        def revoke(held: GrantId = grant.grant, later_s: float = wait_s) -> bool:
            _CLOCK.sleep_s(later_s)  # so that either is sometimes the quicker
            stations.desks[1].revoke(supervisor, held)
            return True

        assert stations.at_once(renew, revoke) == [True, True]
        leased[given[0]] += 1
        assert lane.look(operator, {HALL}).leases == ()
        lane.closed(operator, ())
        stations.desks[1].sweep(station_of("supervisor"))
        assert room.kept(grant.grant).closed_at is not None
        events = Counter(room.events(grant.grant))
        assert events["grant_ended"] == 1
        assert events["clear_view_started"] == events["clear_view_stopped"] == (1 if number % 2 or given[0] else 0)
    print(f"\nleased beside the revocation: {dict(leased)}")
