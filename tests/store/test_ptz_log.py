"""The log says who turned a camera, to those who may know of it, and waits while the store is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.shared_room import QUAY, SAFE, Station, seed
from wallapp.base.errors import Denied, NotFound
from wallapp.base.ids import CameraNumber
from wallapp.domain.logbook import LogEvent
from wallapp.services.ptz_log import note_turned
from wallapp.store.unit_of_work import Store


@pytest.fixture
def station(store: Store, tmp_path: Path) -> Iterator[Station]:
    seed(store)
    found = Station(store, tmp_path, "desk-1")
    yield found
    found.stop()


def test_who_turned_a_camera_is_in_the_log(station: Station) -> None:
    entry = note_turned(station.room, station.who("operator"), QUAY)
    assert (entry.line.event, entry.line.facts) == (LogEvent.CAMERA_TURNED, {"camera": str(QUAY)})
    shown = station.log.lines(station.who("supervisor"))
    assert [(view.entry, view.author) for view in shown] == [(entry, "operator")]
    station.room.look(station.who("operator"))
    station.cable.is_cut = True
    assert note_turned(station.room, station.who("operator"), QUAY).seq == 0
    station.cable.is_cut = False
    station.room.send()
    assert len(station.log.lines(station.who("supervisor"))) == 2


def test_who_may_not_turn_it_writes_no_such_line(station: Station) -> None:
    with pytest.raises(Denied):
        note_turned(station.room, station.who("auditor"), QUAY)
    with pytest.raises(NotFound):
        note_turned(station.room, station.who("operator"), CameraNumber(999))
    with pytest.raises(NotFound):
        note_turned(station.room, station.who("operator"), SAFE)
    assert station.log.lines(station.who("supervisor")) == []
