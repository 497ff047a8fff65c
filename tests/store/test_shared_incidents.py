"""Incidents between two stations of one store, on SQLite and on PostgreSQL: seen, merged, refused, kept while lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.shared_room import QUAY, SAFE, SQUARE, Station, log_texts, person, seed
from wallapp.base.errors import BadInput, Denied, NotFound, RuleBroken, Unavailable
from wallapp.base.ids import AccountId
from wallapp.domain.incident import Incident, IncidentState, Priority
from wallapp.domain.merge import ConflictReason
from wallapp.services.incidents import NewIncident
from wallapp.store.unit_of_work import Store

FALL = NewIncident("crowd fall", camera=SQUARE, title="Crowd fall at the square")


@pytest.fixture
def stations(real_store: Store, tmp_path: Path) -> Iterator[tuple[Station, Station]]:
    seed(real_store)
    one, two = Station(real_store, tmp_path, "desk-1"), Station(real_store, tmp_path, "desk-2")
    yield one, two
    one.stop()
    two.stop()


def test_an_incident_opened_at_one_station_stands_at_the_other(
    stations: tuple[Station, Station], real_store: Store
) -> None:
    one, two = stations
    opened = one.incidents.open(one.who("operator"), FALL).value
    (seen,) = two.incidents.incidents(two.who("operator2"))
    assert seen.incident == opened
    assert (opened.number, opened.state, opened.owner, opened.rev) == (1, IncidentState.NEW, None, 1)
    assert [link.camera for link in opened.linked_cameras] == [SQUARE]
    assert opened.place is not None
    assert two.incidents.open(two.who("operator2"), FALL).value.number == 2
    assert log_texts(real_store)[:2] == [
        "incident #1 opened: Crowd fall at the square",
        "incident #1: camera 101 linked",
    ]


def test_changes_of_different_fields_merge_and_of_the_same_field_show_both_values(
    stations: tuple[Station, Station],
) -> None:
    one, two = stations
    seen = one.incidents.open(one.who("operator"), FALL).value
    first = one.incidents.change(one.who("operator"), seen, replace(seen, title="Ours", priority=Priority.HIGH))
    second = two.incidents.change(two.who("operator2"), seen, replace(seen, title="Theirs", description="Two hurt"))
    assert first.conflicts == ()
    (conflict,) = second.conflicts
    assert (conflict.field, conflict.reason) == ("title", ConflictReason.CHANGED)
    assert (conflict.theirs, conflict.mine) == ("Ours", "Theirs")
    assert (conflict.theirs_by, conflict.mine_by) == (person("operator").account, person("operator2").account)
    now = one.incidents.incident(one.who("operator"), seen.id).incident
    assert (now.title, now.priority, now.description, now.rev) == ("Ours", Priority.HIGH, "Two hurt", 3)
    assert second.value == now


def test_two_cameras_linked_at_once_are_both_linked(stations: tuple[Station, Station]) -> None:
    one, two = stations
    seen = one.incidents.open(one.who("operator"), NewIncident("fire")).value
    one.cable.is_cut = True
    one.incidents.link_camera(one.who("operator"), seen.id, SQUARE)
    two.incidents.link_camera(two.who("operator2"), seen.id, QUAY)
    one.cable.is_cut = False
    now = one.incidents.incident(one.who("operator"), seen.id).incident
    assert {link.camera for link in now.linked_cameras} == {SQUARE, QUAY}


def test_the_steps_of_its_life_keep_their_rules_between_stations(
    stations: tuple[Station, Station], real_store: Store
) -> None:
    one, two = stations
    operator, other, boss = one.who("operator"), two.who("operator2"), two.who("supervisor")
    incident = one.incidents.open(operator, FALL).value.id
    taken = one.incidents.take_over(operator, incident).value
    assert (taken.state, taken.owner) == (IncidentState.IN_PROGRESS, operator.account)
    with pytest.raises(Denied, match="take it over"):
        two.incidents.move_on(other, incident, IncidentState.ON_HOLD)
    assert two.incidents.take_over(other, incident).value.owner == other.account
    with pytest.raises(Denied, match="take it over"):
        one.incidents.change(operator, taken, replace(taken, title="mine"))
    with pytest.raises(RuleBroken, match="yours already"):
        two.incidents.take_over(other, incident)
    two.incidents.move_on(other, incident, IncidentState.RESOLVED)
    with pytest.raises(BadInput, match="say why"):
        two.incidents.move_on(other, incident, IncidentState.IN_PROGRESS)
    two.incidents.move_on(other, incident, IncidentState.CLOSED)
    with pytest.raises(Denied, match="supervisor"):
        two.incidents.move_on(other, incident, IncidentState.IN_PROGRESS, reason="again")
    two.incidents.move_on(boss, incident, IncidentState.IN_PROGRESS, reason="it goes on")
    assert "incident #1 is in progress: it goes on" in log_texts(real_store)
    assert "incident #1 taken over" in log_texts(real_store)


def test_incidents_are_worked_on_by_some_and_seen_by_those_of_the_room(stations: tuple[Station, Station]) -> None:
    one, _ = stations
    for login in ("auditor", "admin", "banker", "trainer"):
        with pytest.raises(Denied):
            one.incidents.open(one.who(login), FALL)
    assert one.incidents.incidents(one.who("operator")) == []
    one.incidents.open(one.who("operator"), FALL)
    for login in ("auditor", "trainer"):
        assert len(one.incidents.incidents(one.who(login))) == 1
    for login in ("admin", "banker"):
        with pytest.raises(Denied):
            one.incidents.incidents(one.who(login))
    assert len(one.incidents.incidents(None)) == 1


def test_a_camera_that_somebody_may_not_know_of_is_not_in_their_incident(stations: tuple[Station, Station]) -> None:
    one, two = stations
    boss, operator = one.who("supervisor"), two.who("operator")
    incident = one.incidents.open(boss, NewIncident("alarm at the safe", camera=SAFE)).value
    assert [link.camera for link in incident.linked_cameras] == [SAFE]
    seen = two.incidents.incident(operator, incident.id).incident
    assert (seen.linked_cameras, seen.place) == ((), None)
    for camera in (SAFE, 999):
        with pytest.raises(NotFound, match="no camera"):
            two.incidents.link_camera(operator, incident.id, camera)
    # What they change leaves what they do not see as it was.
    two.incidents.change(operator, seen, replace(seen, title="Alarm"))
    now = one.incidents.incident(boss, incident.id).incident
    assert (now.title, now.linked_cameras, now.place) == ("Alarm", incident.linked_cameras, incident.place)


def test_work_goes_on_while_the_store_is_lost_and_is_there_when_it_is_back(
    stations: tuple[Station, Station], real_store: Store
) -> None:
    one, two = stations
    operator = one.who("operator")
    earlier = one.incidents.open(operator, FALL).value
    one.cable.is_cut = True
    done = one.incidents.open(operator, NewIncident("fire"))
    assert (done.is_local, done.value.number) == (True, 0)
    one.incidents.take_over(operator, done.value.id)
    one.incidents.change(operator, earlier, replace(earlier, title="Seen from here"))
    one.stop()
    one.start()
    with pytest.raises(Unavailable, match="does not know"):
        one.incidents.incidents(operator)
    one.cable.is_cut = False
    kept = {view.incident.id: view.incident for view in one.incidents.incidents(operator)}
    assert kept[done.value.id].state is IncidentState.IN_PROGRESS
    assert kept[done.value.id].number == 2
    assert kept[earlier.id].title == "Seen from here"
    assert [view.incident for view in two.incidents.incidents(two.who("operator2"))] == list(kept.values())
    assert one.outbox.pending() == []
    assert "incident #2 opened: fire" in log_texts(real_store)


def test_an_answer_that_was_lost_does_nothing_twice(stations: tuple[Station, Station], real_store: Store) -> None:
    one, _ = stations
    operator = one.who("operator")
    one.incidents.incidents(operator)
    one.cable.is_cut_after = True
    done = one.incidents.open(operator, FALL)
    assert done.is_local
    assert len(one.outbox.pending()) == 1
    one.cable.is_cut = False
    (view,) = one.incidents.incidents(operator)
    assert (view.incident.id, view.incident.rev, view.incident.number) == (done.value.id, 1, 1)
    assert len([text for text in log_texts(real_store) if "opened" in text]) == 1


def test_what_a_rule_forbids_by_now_becomes_a_conflict_that_everybody_sees(
    stations: tuple[Station, Station], real_store: Store
) -> None:
    one, two = stations
    operator, other = one.who("operator"), two.who("operator2")
    seen = one.incidents.open(operator, FALL).value
    mine = one.incidents.take_over(operator, seen.id).value
    one.cable.is_cut = True
    one.incidents.change(operator, mine, replace(mine, title="Late"))
    one.clock.advance(1)
    one.incidents.move_on(operator, seen.id, IncidentState.ON_HOLD)
    two.incidents.take_over(other, seen.id)
    one.cable.is_cut = False
    now = one.incidents.incident(operator, seen.id).incident
    assert (now.title, now.state, now.owner) == (FALL.title, IncidentState.IN_PROGRESS, other.account)
    with real_store.reading() as unit:
        found = unit.shared.conflicts()
    assert [(each.field, each.reason, each.mine) for each in found] == [
        ("title", ConflictReason.REFUSED, "Late"),
        ("status", ConflictReason.CHANGED, {"state": "on_hold", "state_reason": "", "owner": operator.account}),
    ]
    assert "take it over" in found[0].text
    assert sum("was not taken" in text for text in log_texts(real_store)) == 2


def test_presence_tells_who_has_it_open(stations: tuple[Station, Station]) -> None:
    one, two = stations
    incident = one.incidents.open(one.who("operator"), FALL).value.id
    one.incidents.be_present(one.who("operator"), incident)
    one.incidents.be_present(one.who("operator"), incident)
    two.incidents.be_present(two.who("operator2"), incident)

    def watchers() -> list[AccountId]:
        return [one.account for one in two.incidents.incident(two.who("operator2"), incident).watchers]

    assert watchers() == [person("operator").account, person("operator2").account]
    one.incidents.leave(one.who("operator"), incident)
    assert watchers() == [person("operator2").account]


def test_two_incidents_close_by_hint_at_each_other_and_no_more(stations: tuple[Station, Station]) -> None:
    one, _ = stations
    operator = one.who("operator")
    first: Incident = one.incidents.open(operator, FALL).value
    second = one.incidents.open(operator, FALL).value
    far = one.incidents.open(operator, NewIncident("fall", camera=QUAY)).value
    hints = {view.incident.id: view.duplicates for view in one.incidents.incidents(operator)}
    assert hints == {first.id: (second.id,), second.id: (first.id,), far.id: ()}
    one.incidents.change(operator, second, replace(second, duplicate_of=first.id))
    assert not any(view.duplicates for view in one.incidents.incidents(operator))
