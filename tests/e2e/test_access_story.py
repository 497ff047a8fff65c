"""The story of a request, followed from outside two real consoles: asked, narrowed, opened, revoked, closed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from tests.e2e.access_room import (
    COUNTER,
    HALL,
    PLACE,
    SAFE,
    SCHOOL,
    STREET,
    TILES,
    Console,
    Room,
    is_closed,
    is_open,
    now_s,
)
from tests.e2e.screen import Pixels
from tests.servers.postgres import Database
from tests.waiting import wait_until
from wallapp.base.clock import SystemClock
from wallapp.base.ids import GrantId
from wallapp.domain.access import GrantEnd, RequestState
from wallapp.store.privileges import prepare_store

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]

CLOSED_WITHIN_S = 2.0
LATENESS_S = 1.0
"""What a loaded machine may add until the word is in the store."""


@pytest.fixture(params=["sqlite", "postgres"])
def room(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Room]:
    """Over each kind of store; on PostgreSQL the stations' role owns nothing."""
    database: Database | None = None
    if request.param == "postgres":
        database = request.getfixturevalue("database")
        prepare_store(database.url, database.station)
    with Room(tmp_path, database) as made:
        yield made


def ground(console: Console, shot: Path, *cameras: int) -> list[Pixels]:
    """What the cameras' tiles show of the clip's upper part, where nothing moves."""
    assert console.ask(f"grab {shot}") == {"kept": True}
    picture = cv2.imread(str(shot))
    assert picture is not None
    parts = []
    for camera in cameras:
        x, y, width, height = console.state()["tiles"][TILES[camera]]["picture"]
        inside = picture[y + height // 6 : y + height * 3 // 8, x + width // 16 : x + width * 15 // 16]
        parts.append(np.asarray(inside, np.uint8))
    return parts


def differing(one: Pixels, other: Pixels) -> float:
    """The share of pixels that are clearly not the same."""
    return float((np.abs(one.astype(int) - other.astype(int)).max(axis=2) > 24).mean())


def test_from_the_closed_tile_to_the_clear_picture_and_its_end(room: Room) -> None:
    operator = room.console("operator").up()
    other = room.console("operator2").up()
    for console in (operator, other):
        console.wait(lambda seen: seen["tiles"][TILES[HALL]]["shows"] == "mosaic", within_s=10, what="a mosaic")
    assert operator.tile(SCHOOL)["wants"] == "closed"
    grant = asked_and_opened(room, operator, other)
    decoder_dies(operator, other)
    revoked(room, operator, grant)
    expired(room, operator)
    assert operator.tile(STREET)["state"] == "live"
    assert (operator.quit(), other.quit()) == (0, 0)


def asked_and_opened(room: Room, operator: Console, other: Console) -> GrantId:
    """Asked for three, narrowed to two by the first who agrees; open on one wall alone once the second does."""
    before = other.state()["news"]
    request = room.ask("operator", HALL, COUNTER, SAFE, duration_s=900)
    assert request.state is RequestState.PENDING
    other.wait(lambda seen: seen["news"] > before, within_s=2, what="news at the other station")
    operator.wait(lambda seen: "asked, 0 of 2" in seen["tiles"][TILES[HALL]]["says"], within_s=5, what="its own words")
    case = room.approve("supervisor", request, HALL, COUNTER, duration_s=600)
    assert case.missing == ("owner",)
    assert is_closed(operator.state(), HALL)
    grant = room.approve("bank", request).grant
    assert grant is not None
    assert grant.cameras == {HALL, COUNTER}
    assert (grant.not_after - grant.not_before).total_seconds() == 600
    opened_s = operator.wait(
        lambda seen: is_open(seen, HALL) and is_open(seen, COUNTER), within_s=5, what="the clear pictures"
    )
    print(f"\nfrom the vote to the clear picture {opened_s:.2f} s")
    # All play one clip: what differs from the street's picture was written into it.
    street, place, hall = ground(operator, room.home / "wall.png", STREET, PLACE, HALL)
    assert differing(street, place) < 0.002
    assert 0.05 < differing(street, hall) < 0.9
    seen = operator.state()
    assert seen["held"] == {str(HALL): grant.grant, str(COUNTER): grant.grant}
    assert is_closed(seen, SAFE)
    assert seen["tiles"][TILES[SAFE]]["shows"] == "mosaic"
    for camera in (HALL, COUNTER, SAFE):
        assert is_closed(other.state(), camera)
    assert other.state()["held"] == {}
    return grant.grant


def decoder_dies(operator: Console, other: Console) -> None:
    """The one that holds the picture is killed: another begins closed and is given the lease that is in force."""
    begun: list[bool] = []

    def is_back(seen: dict[str, Any]) -> bool:
        begun.append([HALL, seen["held"].get(str(HALL))] not in seen["opened"])
        return any(begun) and is_open(seen, HALL) and is_open(seen, COUNTER)

    killed = operator.decoders()
    for process in killed:
        process.kill()
    back_s = operator.wait(is_back, within_s=10, what="the clear picture of the next decoder")
    print(f"from the decoder's death to the clear picture {back_s:.2f} s")
    assert not {process.pid for process in killed} & set(operator.state()["decoders"])
    assert is_closed(other.state(), HALL)


def revoked(room: Room, operator: Console, grant: GrantId) -> None:
    """Closed on the wall at once, as the decoder confirms; one start and one stop a camera, whatever came between."""
    begin_s = now_s()
    room.desk.revoke(room.actor("supervisor2"), grant, "the guard is there")
    operator.wait(lambda seen: is_closed(seen, HALL) and is_closed(seen, COUNTER), within_s=5, what="the end")
    closed_s = now_s() - begin_s
    wait_until(lambda: room.kept(grant).closed_at, within_s=5, what="the decoder's word")
    confirmed_s = now_s() - begin_s
    print(f"from the revocation to the closed tile {closed_s:.2f} s, to the decoder's word {confirmed_s:.2f} s")
    assert closed_s < CLOSED_WITHIN_S
    assert confirmed_s < CLOSED_WITHIN_S + LATENESS_S
    operator.wait(lambda seen: seen["tiles"][TILES[HALL]]["shows"] == "mosaic", within_s=10, what="the mosaic again")
    operator.wait(lambda seen: "access revoked" in seen["tiles"][TILES[HALL]]["says"], within_s=5, what="why it closed")
    views = ["clear_view_started"] * 2, ["clear_view_stopped"] * 2
    assert room.events(grant) == [*views[0], "grant_ended", *views[1]]


def expired(room: Room, operator: Console) -> None:
    """Nobody does anything: it closes by itself when its time is over, neither before nor after."""
    request = room.ask("operator", HALL)
    room.approve("supervisor", request)
    grant = room.approve("bank", request, duration_s=3).grant
    assert grant is not None
    operator.wait(lambda seen: is_open(seen, HALL), within_s=3, what="the clear picture")
    operator.wait(lambda seen: is_closed(seen, HALL), within_s=6, what="the end")
    late_s = (SystemClock().now_at() - grant.not_after).total_seconds()
    print(f"from the end of its time to the closed tile {late_s:.2f} s")
    assert 0 <= late_s < CLOSED_WITHIN_S + LATENESS_S
    wait_until(lambda: room.kept(grant.grant).closed_at, within_s=5, what="the decoder's word")
    assert room.kept(grant.grant).end is GrantEnd.EXPIRED
    assert sorted(room.events(grant.grant)) == ["clear_view_started", "clear_view_stopped", "grant_ended"]
