"""A kept picture of what a grant opened is in the history, or it is not kept."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.access.conftest import Seat, Sit
from tests.ui.access.room import DESK, ControlRoom
from tests.ui.access.test_asking import REASON, camera_of
from wallapp.base.ids import CameraNumber
from wallapp.domain.audit import AuditEvent
from wallapp.domain.policy import Purpose
from wallapp.services.access_ask import AskForm
from wallapp.services.access_ports import AuditQuery
from wallapp.services.actor import Actor
from wallapp.services.leases import Held


def opened(room: ControlRoom, seat: Seat) -> CameraNumber:
    """A camera of the port, open to the operator by a grant, on the first tile beside a public one."""
    port = camera_of(room, "Port")
    form = AskForm("7d0f2f6e-0001-4000-8000-000000000001", frozenset({port}), Purpose.FIRE, REASON, 600)
    (request,) = room.access.ask(Actor(room.person("operator").account, DESK), form)
    room.vote("supervisor", request)
    with room.store.reading() as unit:
        grant = unit.grants.grant_of(request.terms.request)
    assert grant is not None
    seat.show(port, 101)
    seat.desk.rooms.sights.show({port: Held(grant.grant, room.clock.boot_s() + 600)}, {}, is_lost=False)
    return port


def snapshots(room: ControlRoom) -> list[dict[str, object]]:
    with room.store.reading() as unit:
        entries = unit.audit.entries(AuditQuery())
    return [dict(entry.facts) for entry in entries if entry.event is AuditEvent.SNAPSHOT_TAKEN]


def kept(room: ControlRoom) -> int:
    return len(list((room.folder / "snapshots").glob("*.png")))


@pytest.mark.parametrize("tile", [0, None])
def test_it_is_recorded_before_it_is_kept(qtbot: QtBot, room: ControlRoom, sit: Sit, tile: int | None) -> None:
    seat = sit("operator")
    port = opened(room, seat)
    desk = seat.window.snapshots
    desk.keep_wall() if tile is None else desk.keep_tile(tile)
    qtbot.waitUntil(lambda: kept(room) == 1)
    assert snapshots(room) == [{"camera": port}]


def test_a_picture_without_it_needs_no_entry(qtbot: QtBot, room: ControlRoom, sit: Sit) -> None:
    seat = sit("operator")
    opened(room, seat)
    seat.window.snapshots.keep_tile(1)
    qtbot.waitUntil(lambda: kept(room) == 1)
    assert snapshots(room) == []


def test_what_cannot_be_recorded_is_not_kept(qtbot: QtBot, room: ControlRoom, sit: Sit) -> None:
    seat = sit("operator")
    opened(room, seat)
    room.store.fails_on = "audit"
    with qtbot.waitSignal(seat.window.snapshots.told) as told:
        seat.window.snapshots.keep_tile(0)
    assert told.args is not None and "cannot be recorded" in told.args[0].text
    assert kept(room) == 0
