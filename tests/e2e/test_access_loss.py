"""What is open when something is killed: a console, then the database that everybody works with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.e2e.access_room import COUNTER, HALL, STREET, TILES, Console, Room, is_closed, is_open, now_s, station_of
from tests.servers.postgres import Database
from tests.waiting import wait_until
from wallapp.base.clock import SystemClock
from wallapp.base.ids import GrantId
from wallapp.domain.lease import LEASE_S
from wallapp.services.access_lapse import SURELY_CLOSED
from wallapp.store.privileges import prepare_store

pytestmark = [pytest.mark.slow, pytest.mark.timeout(150)]

LATENESS_S = 2.0
"""What a loaded machine may add to the end of a lease until a console outside it was asked what it shows."""


def test_nothing_stays_open_that_nobody_renews(database: Database, tmp_path: Path) -> None:
    prepare_store(database.url, database.station)
    with Room(tmp_path, database) as room:
        operator, other = room.console("operator").up(), room.console("operator2").up()
        mine = room.grant("operator", HALL).grant.grant
        theirs = room.grant("operator2", COUNTER).grant.grant
        operator.wait(lambda seen: is_open(seen, HALL), within_s=10, what="the operator's clear picture")
        other.wait(lambda seen: is_open(seen, COUNTER), within_s=10, what="the other's clear picture")
        console_dies(other)
        room.desk.revoke(room.actor("supervisor"), theirs)
        assert not room.desk.sweep(station_of("supervisor"))
        assert room.kept(theirs).closed_at is None
        database_dies(operator, database)
        comes_back(operator, database, mine)
        swept_for_who_died(room, theirs)
        assert operator.quit() == 0


def console_dies(console: Console) -> None:
    """kill -9: no decoder outlives it, and its pictures lie in nobody's memory."""
    decoders = console.decoders()
    assert all(map(_works, decoders))
    assert decoders
    console.kill()
    gone_s = wait_until(lambda: not any(map(_works, decoders)), within_s=5, what="the end of its decoders")
    print(f"\nfrom the console's death to the end of its decoders {gone_s:.2f} s")


def _works(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def database_dies(operator: Console, database: Database) -> None:
    """Its tile falls back while its lease runs out, and says why; all else goes on."""
    before = operator.state()
    begin_s = now_s()
    database.server.kill()
    try:
        operator.wait(lambda seen: seen["is_lost"] and not seen["reachable"], within_s=15, what="the store's loss")
        lost_s = now_s() - begin_s
        operator.wait(lambda seen: is_closed(seen, HALL), within_s=LEASE_S + LATENESS_S, what="the tile's fall")
        closed_s = now_s() - begin_s
        print(f"from the database's death to the words {lost_s:.2f} s, to the closed tile {closed_s:.2f} s")
        assert closed_s < LEASE_S + LATENESS_S
        operator.wait(lambda seen: _shows_mosaic(seen), within_s=10, what="the mosaic in its place")
        seen = operator.state()
        assert seen["held"] == {}
        assert "the store does not answer" in seen["tiles"][TILES[HALL]]["says"]
        street = seen["tiles"][TILES[STREET]]
        assert street["state"] == "live"
        assert street["decoded"] > before["tiles"][TILES[STREET]]["decoded"]
        assert seen["decoders"] == before["decoders"]
    finally:
        database.server.start()


def _shows_mosaic(seen: dict[str, Any]) -> bool:
    tile = seen["tiles"][TILES[HALL]]
    return tile["shows"] == "mosaic" and tile["sequence"] > 0 and tile["state"] == "live"


def comes_back(operator: Console, database: Database, grant: GrantId) -> None:
    """The grant is still in force, so that its picture opens again once the store says so."""
    back_s = operator.wait(lambda seen: is_open(seen, HALL), within_s=20, what="the clear picture again")
    print(f"from the database's return to the clear picture {back_s:.2f} s")
    seen = operator.state()
    assert not seen["is_lost"]
    assert seen["held"] == {str(HALL): grant}
    operator.wait(lambda state: state["reachable"], within_s=20, what="the news that the store is back")


def swept_for_who_died(room: Room, grant: GrantId) -> None:
    """Nobody's console recorded the end of the view; the first sweep after its lease must be over does."""
    ended_at = room.kept(grant).ended_at
    assert ended_at is not None
    wait_until(lambda: SystemClock().now_at() - ended_at > SURELY_CLOSED, within_s=60, what="the end of its lease")
    room.desk.sweep(station_of("supervisor"))
    assert room.kept(grant).closed_at is not None
    assert room.events(grant) == ["clear_view_started", "grant_ended", "clear_view_stopped"]
    stopped = room.history(grant)[-1]
    assert stopped.facts == {"camera": COUNTER, "seen_at": station_of("operator2"), "lapsed": True}
