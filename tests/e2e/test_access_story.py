"""The story of a request, followed from outside two real consoles: asked, narrowed, opened, revoked, closed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.e2e.access_room import (
    COUNTER,
    HALL,
    PLACE,
    SAFE,
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
from wallapp.domain.access import RequestState
from wallapp.store.privileges import prepare_store

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]

CLOSED_WITHIN_S = 2.0


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
    assert operator.tile(COUNTER)["wants"] == "mosaic"

    # Asked for: the others' stations hear of it.
    before = other.state()["news"]
    request = room.ask("operator", HALL, COUNTER, SAFE, duration_s=900)
    assert request.state is RequestState.PENDING
    other.wait(lambda seen: seen["news"] > before, within_s=2, what="news at the other station")

    # Narrowed to two by the first, to ten minutes by both; open once the second leg agrees.
    case = room.approve("supervisor", request, HALL, COUNTER, duration_s=600)
    assert case.missing == ("owner",)
    assert is_closed(operator.state(), HALL)
    case = room.approve("bank", request)
    grant = case.grant
    assert grant is not None
    assert grant.cameras == {HALL, COUNTER}
    assert (grant.not_after - grant.not_before).total_seconds() == 600
    opened_s = operator.wait(
        lambda seen: is_open(seen, HALL) and is_open(seen, COUNTER), within_s=5, what="the clear pictures"
    )
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

    # Revoked: closed on the wall, and said so by the decoder.
    begin_s = now_s()
    room.desk.revoke(room.actor("supervisor2"), grant.grant, "the guard is there")
    operator.wait(lambda seen: is_closed(seen, HALL) and is_closed(seen, COUNTER), within_s=5, what="the end")
    closed_s = now_s() - begin_s
    wait_until(lambda: room.kept(grant.grant).closed_at, within_s=5, what="the decoder's word")
    confirmed_s = now_s() - begin_s
    print(f"\napprove to clear {opened_s:.2f} s, revoke to closed {closed_s:.2f} s, confirmed {confirmed_s:.2f} s")
    assert closed_s < CLOSED_WITHIN_S
    assert confirmed_s < CLOSED_WITHIN_S
    operator.wait(lambda seen: seen["tiles"][TILES[HALL]]["shows"] == "mosaic", within_s=10, what="the mosaic again")
    started = ["clear_view_started"] * 2
    assert room.events(grant.grant) == [*started, "grant_ended", "clear_view_stopped", "clear_view_stopped"]
    assert operator.tile(STREET)["state"] == "live"
    assert (operator.quit(), other.quit()) == (0, 0)
