"""Two stations on one PostgreSQL at the same moment: one wins, nobody is stuck, nobody deadlocks."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.servers.postgres import Database
from tests.store.access_cases import (
    AT,
    BANK,
    LATER,
    OPERATOR,
    OWNER,
    SUPERVISOR,
    add_grant,
    add_people,
    document,
    entry,
    grant,
    terms,
    vote,
)
from tests.waiting import wait_until
from wallapp.base.errors import Conflict
from wallapp.base.ids import GrantId, RequestId
from wallapp.domain.access import DecisionKind, GrantEnd, RequestState
from wallapp.domain.audit import AuditEvent
from wallapp.domain.people import Role
from wallapp.services.access_ports import AuditQuery
from wallapp.store.engine import open_store
from wallapp.store.unit_of_work import Store, StoreUnit

ROUNDS = 50


@pytest.fixture
def store(database: Database, tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path, url=database.url)
    with opened.writing() as unit:
        add_people(unit)
    yield opened
    opened.close()


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as made:
        yield made


def at_once(threads: ThreadPoolExecutor, *works: Callable[[], bool]) -> list[bool]:
    """What each gave, all begun at one moment."""
    gate = threading.Barrier(len(works))

    def begin(work: Callable[[], bool]) -> bool:
        gate.wait(timeout=10)
        return work()

    return [future.result(timeout=30) for future in [threads.submit(begin, work) for work in works]]


def decider(store: Store, request: RequestId, state: RequestState) -> Callable[[], bool]:
    """Decides, writes what follows from it and its entry; tells whether it won."""

    def work(unit: StoreUnit) -> bool:
        found = unit.requests.request(request)
        assert found is not None
        if not unit.requests.decide(request, 1, state, LATER):
            return False
        if state is RequestState.APPROVED:
            unit.grants.add_grant(grant(found.terms))
        unit.audit.append(entry(AuditEvent(f"request_{state.value}"), subject=request))
        return True

    return lambda: store.write(work)


@pytest.mark.parametrize("rival", [RequestState.EXPIRED, RequestState.WITHDRAWN, RequestState.APPROVED])
def test_of_two_decisions_one_wins(store: Store, threads: ThreadPoolExecutor, rival: RequestState) -> None:
    requests = [RequestId(f"r{number}") for number in range(ROUNDS)]
    with store.writing() as unit:
        for request in requests:
            unit.requests.add_request(terms(request))
    won: list[RequestState] = []
    for number, request in enumerate(requests):
        pair = [RequestState.APPROVED, rival][:: 1 if number % 2 else -1]
        outcome = at_once(threads, *(decider(store, request, state) for state in pair))
        assert sorted(outcome) == [False, True]
        won.append(pair[outcome.index(True)])
    with store.reading() as unit:
        for request, state in zip(requests, won, strict=True):
            found = unit.requests.request(request)
            assert found is not None
            assert (found.state, found.version) == (state, 2)
            assert (unit.grants.grant_of(request) is not None) == (state is RequestState.APPROVED)
            said = unit.audit.entries(AuditQuery(subject=request))
            assert [one.event for one in said] == [AuditEvent(f"request_{state.value}")]
    assert places(store) == list(range(1, ROUNDS + 1))


def test_one_request_gets_one_vote_a_person_and_one_end(store: Store, threads: ThreadPoolExecutor) -> None:
    with store.writing() as unit:
        add_grant(unit, terms())

    def voter(unit: StoreUnit) -> bool:
        unit.requests.add_vote(RequestId("r1"), vote(terms(), SUPERVISOR))
        return True

    def cast() -> bool:
        try:
            return store.write(voter)
        except Conflict as error:
            assert str(error) == "this person has voted on it already; look again"
            return False

    def end() -> bool:
        return store.write(lambda unit: unit.grants.end(GrantId("g-r1"), LATER, GrantEnd.REVOKED, OWNER.account))

    def submit() -> bool:
        return store.write(lambda unit: unit.requests.add_request(terms("twice")))

    for work in (cast, end, submit):
        assert sorted(at_once(threads, work, work, work)) == [False, False, True]


def places(store: Store) -> list[int]:
    with store.engine.connect() as connection:
        return list(connection.execute(text("SELECT seq FROM audit_entry ORDER BY seq")).scalars())


def waiting(store: Store) -> bool:
    """Whether a session of this database waits for another's lock."""
    query = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    with store.engine.connect() as connection:
        return connection.execute(text(query)).scalar_one() > 0


def behind(store: Store, threads: ThreadPoolExecutor, work: Callable[[StoreUnit], object]) -> Future[object]:
    """Begun in a transaction of its own, which has to wait for ours and is not tried again."""

    def once() -> object:
        with store.writing() as unit:
            return work(unit)

    future = threads.submit(once)
    wait_until(lambda: waiting(store), within_s=4, what="a session that waits for ours")
    assert not future.done()
    return future


def test_two_may_vote_at_once(store: Store, threads: ThreadPoolExecutor) -> None:
    votes = [vote(terms(), SUPERVISOR), vote(terms(), OWNER)]
    with store.writing() as unit:
        unit.requests.add_request(terms())
    with store.writing() as unit:
        unit.requests.add_vote(RequestId("r1"), votes[0])
        other = behind(store, threads, lambda beside: beside.requests.add_vote(RequestId("r1"), votes[1]))
    other.result(timeout=10)
    with store.reading() as unit:
        assert unit.requests.votes(RequestId("r1")) == votes


def test_a_role_cannot_change_while_a_decision_counts_on_it(store: Store, threads: ThreadPoolExecutor) -> None:
    def demote(unit: StoreUnit) -> None:
        unit.people.hold([OPERATOR.account, SUPERVISOR.account], to_change=True)
        unit.people.put_person(replace(SUPERVISOR, roles=frozenset({Role.TRAINER})))

    with store.writing() as unit:
        unit.people.hold([SUPERVISOR.account, OWNER.account])
        # A second decision may count on them too.
        with store.writing() as beside:
            beside.people.hold([OWNER.account, SUPERVISOR.account])
        demoted = behind(store, threads, demote)
        found = unit.people.person(SUPERVISOR.account)
        assert found is not None
        assert Role.SUPERVISOR in found.roles
    demoted.result(timeout=10)


def test_a_row_may_refer_to_one_that_is_held(store: Store) -> None:
    """Else whoever changes a person and whoever asks in their name would wait for each other."""
    with store.writing() as unit:
        unit.people.hold([OPERATOR.account], to_change=True)
        with store.writing() as beside:
            assert beside.requests.add_request(terms())


def test_a_rule_spends_its_budget_once(store: Store, threads: ThreadPoolExecutor) -> None:
    asked = [terms(name, kind=DecisionKind.CIRCUMSTANCE, circumstance="night") for name in ("a", "b")]
    with store.writing() as unit:
        for one in asked:
            unit.requests.add_request(one)

    def spend(unit: StoreUnit) -> bool:
        if unit.requests.circumstance_count(BANK, "night", AT) >= 1:
            return False
        return unit.requests.decide(asked[1].request, 1, RequestState.APPROVED, LATER)

    with store.writing() as unit:
        assert unit.requests.circumstance_count(BANK, "night", AT) == 0
        second = behind(store, threads, spend)
        assert unit.requests.decide(asked[0].request, 1, RequestState.APPROVED, LATER)
    assert second.result(timeout=10) is False


def test_names_come_under_a_document_one_after_the_other(store: Store, threads: ThreadPoolExecutor) -> None:
    proposed = document("a")
    with store.writing() as unit:
        unit.documents.add_document(proposed)
    with store.writing() as unit:
        assert unit.documents.document(proposed.digest, locks=True) == proposed
        second = behind(store, threads, lambda other: other.documents.document(proposed.digest, locks=True))
    assert second.result(timeout=10) == proposed


def test_the_history_makes_nobody_deadlock(store: Store, threads: ThreadPoolExecutor) -> None:
    """Both add to the history; the one that did so first then waits for a row of the other."""
    with store.writing() as unit:
        unit.requests.add_request(terms())

    def add_then_wait(unit: StoreUnit) -> None:
        unit.audit.append(entry(AuditEvent.VOTE_CAST))
        unit.requests.request(RequestId("r1"), locks=True)

    with store.writing() as unit:
        unit.requests.request(RequestId("r1"), locks=True)
        other = behind(store, threads, add_then_wait)
        unit.audit.append(entry(AuditEvent.REQUEST_DENIED))
    other.result(timeout=10)
    with store.reading() as unit:
        assert [one.event for one in unit.audit.entries(AuditQuery())] == [
            AuditEvent.VOTE_CAST,
            AuditEvent.REQUEST_DENIED,
        ]
    assert places(store) == [1, 2]


def test_many_add_to_the_history_without_a_gap(store: Store, threads: ThreadPoolExecutor) -> None:
    def work() -> bool:
        for _ in range(20):
            store.write(lambda unit: [unit.audit.append(entry(AuditEvent.SIGNED_IN)) for _ in range(2)])
        return True

    assert at_once(threads, *[work] * 4) == [True] * 4
    assert places(store) == list(range(1, 161))
