"""Who writes that a clear view is over: the console that showed it, or, where that one died, whoever sweeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TypeVar

import pytest

from tests.fakes.access_cast import DESK_1, DESK_2, HALL, SAFE, Town, actor_of, key_of
from wallapp.base.ids import GrantId
from wallapp.domain.access import Grant, GrantEnd, Verdict
from wallapp.domain.audit import AuditEvent
from wallapp.services.access_lapse import SURELY_CLOSED
from wallapp.services.leases import Leases
from wallapp.services.ports import Unit

_Kept = TypeVar("_Kept")
STARTED, STOPPED = AuditEvent.CLEAR_VIEW_STARTED, AuditEvent.CLEAR_VIEW_STOPPED
OPERATOR = actor_of("operator")


@pytest.fixture
def town() -> Town:
    return Town()


@pytest.fixture
def grant(town: Town) -> Grant:
    """Of the hall and the safe, for a minute."""
    (request,) = town.desk.ask(OPERATOR, town.ask(duration_s=60))
    for login in ("supervisor", "banker"):
        case = town.desk.vote(
            actor_of(login, DESK_2),
            key_of(login),
            request.terms.request,
            verdict=Verdict.APPROVE,
            cameras=request.terms.cameras,
            duration_s=60,
        )
    assert case.grant is not None
    return case.grant


@pytest.fixture
def lane(town: Town) -> Leases:
    return Leases(town.store, town.reader, town.clock)


def views(town: Town, grant: GrantId) -> list[tuple[AuditEvent, int, object]]:
    """What the history says of who looked: event, camera, whether a sweep wrote it."""
    entries = town.entries(STARTED, STOPPED, subject=grant)
    return [(one.event, int(str(one.facts["camera"])), one.facts.get("lapsed", False)) for one in entries]


def test_a_view_whose_console_died_is_over_once_its_lease_must_be(town: Town, grant: Grant, lane: Leases) -> None:
    leases = lane.look(OPERATOR, {HALL, SAFE}).leases
    assert {lease.camera for lease in leases} == {HALL, SAFE}
    town.clock.advance(60)
    assert town.desk.sweep(DESK_2).ended == (grant.grant,)
    town.clock.advance(SURELY_CLOSED.total_seconds() - 0.1)
    assert not town.desk.sweep(DESK_2)
    assert town.grant(grant.grant).closed_at is None
    town.clock.advance(0.1)
    assert town.desk.sweep(DESK_2).closed == (grant.grant,)
    assert town.grant(grant.grant).closed_at == town.clock.now_at()
    assert views(town, grant.grant)[2:] == [(STOPPED, HALL, True), (STOPPED, SAFE, True)]
    assert {one.facts["seen_at"] for one in town.entries(STOPPED)} == {DESK_1}
    assert not town.desk.sweep(DESK_2)


def test_a_grant_that_nobody_looked_at_is_closed_as_soon_as_it_is_over(town: Town, grant: Grant) -> None:
    assert not town.desk.sweep(DESK_2)
    town.desk.revoke(actor_of("supervisor"), grant.grant)
    assert town.desk.sweep(DESK_2).closed == (grant.grant,)
    assert views(town, grant.grant) == []


def test_a_console_that_lives_says_so_itself_and_nobody_else(town: Town, grant: Grant, lane: Leases) -> None:
    lane.look(OPERATOR, {HALL, SAFE})
    lane.closed(OPERATOR, {(SAFE, grant.grant)})
    town.desk.relinquish(OPERATOR, grant.grant)
    assert not town.desk.sweep(DESK_2)
    assert town.grant(grant.grant).closed_at is None
    lane.closed(OPERATOR, ())
    assert town.grant(grant.grant).closed_at == town.clock.now_at()
    town.clock.advance(3600)
    assert not town.desk.sweep(DESK_2)
    assert views(town, grant.grant)[2:] == [(STOPPED, HALL, False), (STOPPED, SAFE, False)]


def test_a_console_that_comes_back_late_does_not_say_it_twice(town: Town, grant: Grant, lane: Leases) -> None:
    lane.look(OPERATOR, {HALL})
    town.desk.revoke(actor_of("supervisor"), grant.grant)
    town.clock.advance(SURELY_CLOSED.total_seconds())
    town.desk.sweep(DESK_2)
    lane.closed(OPERATOR, ())
    assert not lane.is_open()
    assert views(town, grant.grant) == [(STARTED, HALL, False), (STOPPED, HALL, True)]


def test_of_two_views_of_one_grant_only_the_unended_one_lapses(town: Town, grant: Grant, lane: Leases) -> None:
    Leases(town.store, town.reader, town.clock).look(OPERATOR, {HALL})  # and its console died
    lane.look(OPERATOR, {HALL})
    lane.closed(OPERATOR, ())
    town.clock.advance(60 + SURELY_CLOSED.total_seconds())
    town.desk.sweep(DESK_1)
    town.desk.sweep(DESK_1)
    assert [view[::2] for view in views(town, grant.grant)] == [
        (STARTED, False),
        (STARTED, False),
        (STOPPED, False),
        (STOPPED, True),
    ]


class _Late:
    """A store in which somebody else is quicker between our look and our write."""

    def __init__(self, town: Town, first: Callable[[], object]) -> None:
        self._town, self._first = town, first

    @contextmanager
    def reading(self) -> Iterator[Unit]:
        with self._town.store.reading() as unit:
            yield unit

    @contextmanager
    def writing(self, *, alone: bool = False) -> Iterator[Unit]:
        with self._town.store.writing() as unit:
            yield unit

    def write(self, work: Callable[[Unit], _Kept]) -> _Kept:
        self._first()
        return self._town.store.write(work)


def test_what_ended_since_it_was_looked_at_is_not_begun(town: Town, grant: Grant) -> None:
    late = _Late(town, lambda: town.desk.revoke(actor_of("supervisor"), grant.grant))
    outlook = Leases(late, town.reader, town.clock).look(OPERATOR, {HALL})
    assert outlook.leases == ()
    assert views(town, grant.grant) == []
    assert town.grant(grant.grant).end is GrantEnd.REVOKED


def test_the_wait_is_longer_than_any_lease() -> None:
    assert timedelta(seconds=31) < SURELY_CLOSED
