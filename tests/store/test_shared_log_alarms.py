"""The log, alarms and settled conflicts between two stations of one store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.shared_room import QUAY, SAFE, SQUARE, Station, log_texts, person, seed
from wallapp.base.errors import BadInput, Denied, NotFound, RuleBroken
from wallapp.base.ids import AlarmId, EntryId, IncidentId, StationName
from wallapp.domain.alarm import FLOOD_FROM
from wallapp.domain.incident import IncidentState, Priority
from wallapp.domain.logbook import LogEvent, LogKind
from wallapp.domain.marker import CameraAnchor
from wallapp.domain.merge import Settled
from wallapp.services.alarms import Raised
from wallapp.services.incidents import NewIncident
from wallapp.services.logbook import NewLine
from wallapp.services.markers import NewMarker
from wallapp.services.shared_ports import LogQuery
from wallapp.store.unit_of_work import Store

DESK = StationName("desk-1")
GLASS = Raised("bank north", "Glass broken", "G-17", camera=QUAY, priority=Priority.HIGH)


@pytest.fixture
def stations(store: Store, tmp_path: Path) -> Iterator[tuple[Station, Station]]:
    yield from _stations(store, tmp_path)


@pytest.fixture
def both_stores(real_store: Store, tmp_path: Path) -> Iterator[tuple[Station, Station]]:
    yield from _stations(real_store, tmp_path)


def _stations(store: Store, folder: Path) -> Iterator[tuple[Station, Station]]:
    seed(store)
    one, two = Station(store, folder, "desk-1"), Station(store, folder, "desk-2")
    yield one, two
    one.stop()
    two.stop()


def texts(station: Station, login: str, query: LogQuery | None = None) -> list[str]:
    return [view.entry.line.text for view in station.log.lines(station.who(login), query)]


def test_lines_are_written_corrected_reviewed_and_searched(both_stores: tuple[Station, Station]) -> None:
    one, two = both_stores
    operator, boss = one.who("operator"), two.who("supervisor")
    incident = one.incidents.open(operator, NewIncident("fire")).value.id
    line = NewLine(" Témoin au téléphone ", LogKind.COMMUNICATION_IN, incident, from_whom="Caller", means="tel 3")
    heard = one.log.write(operator, line, entry=EntryId("e1"))
    assert one.log.write(operator, line, entry=EntryId("e1")) == heard
    decided = two.log.write(boss, NewLine("Close the quay", LogKind.DECISION))
    assert (heard.seq, decided.seq) == (2, 3)
    two.log.correct(boss, heard.seq, "Witness at the door")
    two.log.review(boss, heard.seq, significant=True)
    two.log.review(boss, decided.seq, significant=True)
    two.log.review(boss, decided.seq, significant=False)
    newest, first, _ = one.log.lines(operator)
    assert (newest.entry, newest.significant, newest.author) == (decided, False, "supervisor")
    assert (first.entry.line.text, first.significant) == ("Témoin au téléphone", True)
    assert [entry.line.text for entry in first.corrections] == ["Witness at the door"]
    assert texts(one, "operator", LogQuery(words="TEMOIN tel")) == ["Témoin au téléphone"]
    assert texts(one, "operator", LogQuery(significant=True)) == ["Témoin au téléphone"]
    assert texts(one, "operator", LogQuery(kinds=frozenset({LogKind.DECISION}))) == ["Close the quay"]
    assert texts(one, "operator", LogQuery(incident=incident)) == ["Témoin au téléphone", "incident #1 opened: fire"]
    assert texts(one, "operator", LogQuery(before_seq=2)) == ["incident #1 opened: fire"]
    assert texts(one, "operator", LogQuery(words="%")) == []
    every = one.log.lines(operator, LogQuery(reviews=True))
    assert [view.entry.seq for view in every] == list(range(7, 0, -1))


def test_what_may_not_be_written_is_not(stations: tuple[Station, Station]) -> None:
    one, _ = stations
    operator = one.who("operator")
    seq = one.log.write(operator, NewLine("seen")).seq
    correction = one.log.correct(operator, seq, "not seen").seq
    ahead_at = one.clock.now_at() + timedelta(hours=1)
    for refused, line in (
        (BadInput, NewLine("  ")),
        (BadInput, NewLine("x" * 5000)),
        (BadInput, NewLine("x", LogKind.SYSTEM)),
        (BadInput, NewLine("x", happened_at=ahead_at)),
        (NotFound, NewLine("x", cameras=frozenset({SAFE}))),
        (NotFound, NewLine("x", incident=IncidentId("none"))),
    ):
        with pytest.raises(refused):
            one.log.write(operator, line)
    for login in ("auditor", "trainer", "admin", "banker"):
        with pytest.raises(Denied):
            one.log.write(one.who(login), NewLine("x"))
    for login in ("admin", "banker"):
        with pytest.raises(Denied):
            one.log.lines(one.who(login))
    with pytest.raises(Denied):
        one.log.review(operator, seq, significant=True)
    with pytest.raises(NotFound):
        one.log.correct(operator, 99, "x")
    with pytest.raises(BadInput, match="name the line"):
        one.log.correct(operator, correction, "x")
    assert texts(one, "auditor") == ["seen"]


def test_lines_about_a_hidden_camera_are_left_out_and_shorten_no_page(stations: tuple[Station, Station]) -> None:
    one, two = stations
    boss = one.who("supervisor")
    one.incidents.open(boss, NewIncident("alarm", camera=SAFE))
    one.markers.place(boss, NewMarker("spot", CameraAnchor(SAFE), label="Vault"))
    one.alarms.raise_alarm(DESK, Raised("bank", "Vault door", camera=SAFE))
    hidden = one.log.write(boss, NewLine("Look at the vault", cameras=frozenset({SAFE})))
    one.log.correct(boss, hidden.seq, "vault two")
    for number in range(3):
        one.log.write(boss, NewLine(f"line {number}"))
        one.log.write(boss, NewLine("vault", cameras=frozenset({SAFE})))
    assert texts(two, "operator") == ["line 2", "line 1", "line 0", "incident #1 opened: alarm"]
    assert texts(two, "operator", LogQuery(limit=2)) == ["line 2", "line 1"]
    assert texts(two, "operator", LogQuery(words="vault", reviews=True)) == []
    with pytest.raises(NotFound):
        two.log.correct(two.who("operator"), hidden.seq, "x")
    assert len(texts(one, "supervisor")) == 11
    assert two.alarms.alarms(two.who("operator")).alarms == ()
    with pytest.raises(NotFound):
        two.alarms.acknowledge(two.who("operator"), one.alarms.alarms(boss).alarms[0].id)


def test_the_log_goes_on_while_the_store_is_lost(stations: tuple[Station, Station], store: Store) -> None:
    one, two = stations
    operator = one.who("operator")
    one.log.write(operator, NewLine("before"))
    one.log.lines(operator)
    one.cable.is_cut = True
    one.incidents.open(operator, NewIncident("fire"))
    kept = one.log.write(operator, NewLine("meanwhile"))
    assert kept.seq == 0
    views = one.log.lines(operator)
    assert [(view.entry.line.text, view.is_local) for view in views] == [
        ("meanwhile", True),
        ("incident opened: fire", True),
        ("before", False),
    ]
    assert texts(one, "operator", LogQuery(words="mean")) == ["meanwhile"]
    two.log.write(two.who("operator2"), NewLine("elsewhere"))
    one.cable.is_cut = False
    one.room.send()
    assert log_texts(store) == ["before", "elsewhere", "incident #1 opened: fire", "meanwhile"]
    with store.reading() as unit:
        assert [unit.logbook.entry(seq) is not None for seq in range(1, 6)] == [True] * 4 + [False]


def test_an_alarm_is_raised_acknowledged_shelved_and_comes_back(both_stores: tuple[Station, Station]) -> None:
    one, two = both_stores
    operator, other = one.who("operator"), two.who("operator2")
    alarm = one.alarms.raise_alarm(DESK, GLASS).value
    again = two.alarms.raise_alarm(StationName("desk-2"), GLASS).value
    assert (again.id, again.count) == (alarm.id, 2)
    assert two.alarms.alarms(other).calling == 1
    assert two.alarms.acknowledge(other, alarm.id).value.acknowledged_by == other.account
    with pytest.raises(RuleBroken, match="already"):
        one.alarms.acknowledge(operator, alarm.id)
    assert one.alarms.alarms(operator).calling == 0
    assert one.alarms.raise_alarm(DESK, GLASS).value.acknowledged_by is None
    end_at = one.clock.now_at() + timedelta(minutes=5)
    for until_at, reason in ((end_at, " "), (one.clock.now_at(), "x"), (end_at + timedelta(hours=12), "x")):
        with pytest.raises(BadInput):
            one.alarms.shelve(operator, alarm.id, until_at=until_at, reason=reason)
    shelved = one.alarms.shelve(operator, alarm.id, until_at=end_at, reason="the sensor is being mended").value
    assert (shelved.shelved_by, two.alarms.alarms(other).calling) == (operator.account, 0)
    with pytest.raises(RuleBroken, match="shelf"):
        two.alarms.shelve(other, alarm.id, until_at=end_at, reason="x")
    assert two.alarms.unshelve_due(StationName("desk-2")) == 0
    for station in both_stores:
        station.clock.advance(301)
    assert two.alarms.alarms(other).calling == 1
    assert two.alarms.unshelve_due(StationName("desk-2")) == 1
    assert one.alarms.unshelve_due(DESK) == 0
    with pytest.raises(RuleBroken, match="not shelved"):
        one.alarms.unshelve(operator, alarm.id)
    assert texts(one, "operator")[:2] == [
        "alarm Glass broken back from the shelf",
        f"alarm Glass broken shelved until {end_at:%H:%M} UTC: the sensor is being mended",
    ]


def test_an_incident_is_opened_from_an_alarm_once(stations: tuple[Station, Station], store: Store) -> None:
    one, two = stations
    operator = one.who("operator")
    alarm = one.alarms.raise_alarm(DESK, GLASS).value
    incident = one.alarms.open_incident(operator, alarm.id).value
    assert (incident.event, incident.priority, incident.number) == ("Glass broken", Priority.HIGH, 1)
    assert [link.camera for link in incident.linked_cameras] == [QUAY]
    (now,) = two.alarms.alarms(two.who("operator2")).alarms
    assert (now.incident, now.acknowledged_by) == (incident.id, operator.account)
    with pytest.raises(RuleBroken, match="already"):
        two.alarms.open_incident(two.who("operator2"), alarm.id)
    assert len(two.incidents.incidents(operator)) == 1
    assert log_texts(store)[-2:] == [
        "alarm Glass broken acknowledged",
        "incident opened from alarm Glass broken",
    ]


def test_who_handles_no_alarms_and_what_is_no_alarm(stations: tuple[Station, Station]) -> None:
    one, _ = stations
    alarm = one.alarms.raise_alarm(DESK, replace(GLASS, reference="")).value
    assert one.alarms.raise_alarm(DESK, replace(GLASS, reference="")).value.id != alarm.id
    for login in ("auditor", "admin", "banker", "trainer"):
        with pytest.raises(Denied):
            one.alarms.acknowledge(one.who(login), alarm.id)
    with pytest.raises(NotFound):
        one.alarms.acknowledge(one.who("operator"), AlarmId("none"))
    for wrong in (Raised("bank", " "), Raised("", "x"), Raised("bank", "x" * 501)):
        with pytest.raises(BadInput):
            one.alarms.raise_alarm(DESK, wrong)


def test_an_alarm_is_not_lost_with_the_store(stations: tuple[Station, Station]) -> None:
    one, two = stations
    one.alarms.alarms(one.who("operator"))
    one.cable.is_cut = True
    raised = one.alarms.raise_alarm(DESK, GLASS)
    assert raised.is_local
    assert one.alarms.alarms(one.who("operator")).alarms == (raised.value,)
    one.cable.is_cut = False
    one.room.send()
    assert two.alarms.alarms(two.who("operator2")).alarms == (raised.value,)


def test_too_many_alarms_are_a_flood_until_they_are_few(stations: tuple[Station, Station]) -> None:
    one, _ = stations
    for number in range(FLOOD_FROM):
        one.alarms.raise_alarm(DESK, replace(GLASS, reference=str(number)))
    assert not one.alarms.alarms(None).is_flood
    one.alarms.raise_alarm(DESK, replace(GLASS, reference="one more"))
    assert one.alarms.alarms(None).is_flood
    assert len(one.alarms.alarms(None).alarms) == FLOOD_FROM + 1
    one.clock.advance(601)
    assert not one.alarms.alarms(None).is_flood


def test_a_conflict_waits_until_somebody_settles_it(both_stores: tuple[Station, Station]) -> None:
    one, two = both_stores
    operator, other = one.who("operator"), two.who("operator2")
    seen = one.incidents.open(operator, NewIncident("fire", title="a")).value
    one.incidents.change(operator, seen, replace(seen, title="ours", description="ours"))
    clash = two.incidents.change(other, seen, replace(seen, title="theirs", description="theirs"))
    assert len(clash.conflicts) == 2
    assert {each.field for each in one.conflicts.conflicts(operator)} == {"title", "description"}
    mine = next(each for each in clash.conflicts if each.field == "title")
    kept = next(each for each in clash.conflicts if each.field == "description")
    two.conflicts.settle(other, mine.id, Settled.TOOK_MINE)
    one.conflicts.settle(operator, kept.id, Settled.KEPT_THEIRS)
    now = one.incidents.incident(operator, seen.id).incident
    assert (now.title, now.description) == ("theirs", "ours")
    assert one.conflicts.conflicts(operator) == []
    with pytest.raises(NotFound):
        one.conflicts.settle(operator, mine.id, Settled.TOOK_MINE)


def test_a_conflict_is_settled_by_who_may_change_the_object(stations: tuple[Station, Station]) -> None:
    one, two = stations
    operator, other, boss = one.who("operator"), two.who("operator2"), one.who("supervisor")
    seen = one.incidents.open(operator, NewIncident("fire", camera=SQUARE)).value
    one.cable.is_cut = True
    one.incidents.change(operator, seen, replace(seen, title="late"))
    two.incidents.take_over(other, seen.id)
    one.cable.is_cut = False
    (conflict,) = one.conflicts.conflicts(operator)
    with pytest.raises(Denied, match="take it over"):
        one.conflicts.settle(operator, conflict.id, Settled.TOOK_MINE)
    for login in ("admin", "banker"):
        with pytest.raises(Denied):
            one.conflicts.conflicts(one.who(login))
    one.conflicts.settle(boss, conflict.id, Settled.TOOK_MINE)
    now = two.incidents.incident(other, seen.id).incident
    assert (now.title, now.state) == ("late", IncidentState.IN_PROGRESS)


def test_a_conflict_about_a_hidden_camera_is_not_shown(stations: tuple[Station, Station]) -> None:
    one, two = stations
    boss = one.who("supervisor")
    incident = one.incidents.open(boss, NewIncident("alarm", camera=SAFE)).value
    marker = one.markers.place(boss, NewMarker("spot", CameraAnchor(SAFE))).value
    for seen in (replace(marker, label="one"), replace(marker, label="two")):
        one.markers.change(boss, marker, seen)
    one.cable.is_cut = True
    one.incidents.unlink_camera(boss, incident.id, SAFE)
    one.clock.advance(1)
    two.clock.advance(2)
    two.incidents.link_camera(two.who("supervisor2"), incident.id, SAFE)
    one.cable.is_cut = False
    assert {each.field for each in one.conflicts.conflicts(boss)} == {"label", f"linked_cameras/{SAFE}"}
    assert two.conflicts.conflicts(two.who("operator")) == []


def test_what_the_log_holds_is_told_with_facts_for_every_language(stations: tuple[Station, Station]) -> None:
    one, _ = stations
    operator = one.who("operator")
    incident = one.incidents.open(operator, NewIncident("fire", title="Hangar", camera=SQUARE)).value.id
    one.incidents.take_over(operator, incident)
    moved, linked, opened = [view.entry.line for view in one.log.lines(operator)]
    assert (opened.event, opened.facts["number"], opened.facts["title"]) == (LogEvent.INCIDENT_OPENED, "1", "Hangar")
    assert (linked.event, linked.cameras, linked.facts["camera"]) == (LogEvent.CAMERA_LINKED, {SQUARE}, "101")
    assert (moved.event, moved.facts["before"], moved.facts["after"]) == (
        LogEvent.INCIDENT_MOVED_ON,
        "new",
        "in_progress",
    )
    assert {line.incident for line in (moved, linked, opened)} == {incident}
    assert {line.actor for line in (moved, linked, opened)} == {person("operator").account}
