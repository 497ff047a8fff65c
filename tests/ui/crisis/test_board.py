"""The situation comes to the window, and what is done there to the store."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.crisis.conftest import CrisisRoom, Sit
from wallapp.base.ids import CameraNumber
from wallapp.domain.marker import CameraAnchor
from wallapp.services.incidents import NewIncident
from wallapp.services.markers import NewMarker
from wallapp.ui.notice import Notice

PLAZA = CameraNumber(101)


def test_what_is_done_at_one_station_is_seen_at_the_other(sit: Sit, qtbot: QtBot) -> None:
    operator, supervisor = sit("operator"), sit("supervisor", at="desk-2")
    operator.show(101)
    operator.board.act(lambda actor: operator.desks.incidents.open(actor, NewIncident("Fall", camera=PLAZA)))
    qtbot.waitUntil(lambda: len(operator.situation.incidents) == 1)
    supervisor.hear()
    qtbot.waitUntil(lambda: len(supervisor.situation.incidents) == 1)
    assert supervisor.situation.incidents[0].incident.event == "Fall"
    assert supervisor.situation.lines, "the log says that it was opened"
    assert operator.situation.names[operator.situation.incidents[0].incident.created_by]


def test_a_marker_lies_over_its_camera(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    seat.show(101)
    overlays = seat.window.canvas._overlays
    assert overlays is not None
    seat.board.act(lambda actor: seat.desks.markers.place(actor, NewMarker("person", CameraAnchor(PLAZA))))
    qtbot.waitUntil(lambda: len(seat.board.markers()) == 1)

    def lies_over() -> bool:
        seat.station.clock.advance(0.05)
        overlays.look()
        return bool(overlays.of(PLAZA).marks)

    qtbot.waitUntil(lies_over)


def test_nobody_signed_in_sees_and_changes_nothing(sit: Sit, room: CrisisRoom, qtbot: QtBot) -> None:
    operator, nobody = sit("operator"), sit("", at="desk-2")
    operator.board.act(lambda actor: operator.desks.incidents.open(actor, NewIncident("Fire", camera=PLAZA)))
    qtbot.waitUntil(lambda: len(operator.situation.incidents) == 1)
    nobody.board.refresh()
    qtbot.waitUntil(lambda: len(nobody.situation.incidents) == 1)
    told: list[Notice] = []
    nobody.board.told.connect(told.append)
    nobody.board.act(lambda actor: nobody.desks.incidents.open(actor, NewIncident("Flood", camera=PLAZA)))
    assert told[-1].is_trouble
    assert len(nobody.desks.read(None).incidents) == 1


def test_a_refusal_is_told(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("operator")
    told: list[Notice] = []
    seat.board.told.connect(told.append)
    seat.board.act(lambda actor: seat.desks.incidents.open(actor, NewIncident("  ")))
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1].is_trouble
    assert not seat.situation.incidents
