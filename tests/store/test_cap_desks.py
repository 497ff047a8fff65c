"""CAP messages of a real store: sent with their references, taken in once, never changing a level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest

from tests.fakes.shared_room import DRILL, SAFE, SQUARE, Station, seed
from wallapp.base.errors import BadInput, Denied, RuleBroken
from wallapp.base.ids import IncidentId
from wallapp.domain.cap import Alert, MsgType, Scope, Status
from wallapp.domain.cap_messages import CapAudience, Purpose, Sender
from wallapp.domain.cap_reading import Reading
from wallapp.domain.crisis_level import CrisisLevel
from wallapp.domain.incident import Direction, IncidentState, Priority
from wallapp.domain.place import Place, distance_m
from wallapp.exchange.cap_read import read_cap
from wallapp.exchange.cap_write import alert_xml
from wallapp.services.cap_in import CapInDesk, Effect
from wallapp.services.cap_out import CapOutDesk, CapWish, Issued
from wallapp.services.incidents import NewIncident
from wallapp.services.shared_ports import LogQuery
from wallapp.store.unit_of_work import Store

WISH: Final = CapWish(Sender("room@city.example", "Control room", life=timedelta(hours=2)))
PUBLIC: Final = CapAudience(Scope.PUBLIC)
ALERT: Final = """<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>{identifier}</identifier>
<sender>harbour@port.example</sender><sent>2026-01-01T{sent}:00-00:00</sent><status>{status}</status>
<msgType>{msg_type}</msgType><scope>Restricted</scope><restriction>rooms</restriction>
{references}<info><language>fr-MA</language><category>Fire</category><event>Incendie</event><urgency>Immediate</urgency>
<severity>Extreme</severity><certainty>Observed</certainty><headline>{headline}</headline>
<area><areaDesc>Quai</areaDesc><polygon>33.6,-7.6 33.62,-7.6 33.62,-7.58 33.6,-7.58 33.6,-7.6</polygon></area></info>
<info><language>en-GB</language><category>Fire</category><event>Fire</event><urgency>Immediate</urgency>
<severity>Extreme</severity><certainty>Observed</certainty><headline>Fire on the quay</headline></info></alert>"""


@pytest.fixture
def station(store: Store, tmp_path: Path) -> Iterator[Station]:
    seed(store)
    made = Station(store, tmp_path, "desk-1")
    yield made
    made.stop()


def drill_station(store: Store, tmp_path: Path) -> Station:
    seed(store)
    return Station(store, tmp_path, "desk-d", exercise=DRILL)


def out(station: Station) -> CapOutDesk:
    return CapOutDesk(station.room, alert_xml)


def inside(station: Station) -> CapInDesk:
    return CapInDesk(station.room, station.alarms, languages=("fr",))


def came(identifier: str, *, sent: str = "12:00", msg: str = "Alert", about: str = "", status: str = "Actual") -> Alert:
    references = f"<references>{about}</references>" if about else ""
    text = ALERT.format(
        identifier=identifier,
        sent=sent,
        msg_type=msg,
        status=status,
        references=references,
        headline="Incendie au quai",
    )
    (reading,) = read_cap(text.encode())
    assert reading.alert is not None
    return reading.alert


def issue(station: Station, incident: IncidentId, wish: CapWish = WISH) -> Issued:
    station.clock.advance(60)
    return out(station).issue(station.who("operator"), incident, wish)


def test_each_message_refers_to_those_before_it_until_it_is_cancelled(station: Station) -> None:
    boss = station.who("operator")
    incident = station.incidents.open(boss, NewIncident("fire", SQUARE, title="Fire at the square")).value.id
    first = issue(station, incident)
    assert (first.out.alert.msg_type, first.out.alert.references) == (MsgType.ALERT, ())
    second = issue(station, incident)
    assert second.out.alert.msg_type is MsgType.UPDATE
    assert second.out.alert.references == (first.out.alert.as_reference,)
    station.incidents.move_on(boss, incident, IncidentState.WITHDRAWN, reason="a barbecue")
    third = issue(station, incident)
    assert third.out.alert.msg_type is MsgType.CANCEL
    assert third.out.alert.references == (first.out.alert.as_reference, second.out.alert.as_reference)
    assert third.out.alert.note == "a barbecue"
    with pytest.raises(RuleBroken, match="nothing to cancel"):
        issue(station, incident)
    for issued in (first, second, third):
        (reading,) = read_cap(issued.out.content)
        assert (reading.alert, reading.warnings) == (issued.out.alert, ())
    links = station.incidents.incident(boss, incident).incident.cap_messages
    assert {(link.msg_type, link.direction) for link in links} == {
        (kind, Direction.OUT) for kind in (MsgType.ALERT, MsgType.UPDATE, MsgType.CANCEL)
    }


def test_a_message_that_has_ended_is_referred_to_no_more(station: Station) -> None:
    boss = station.who("operator")
    incident = station.incidents.open(boss, NewIncident("fire", SQUARE)).value.id
    issue(station, incident)
    station.clock.advance(3 * 3600)
    again = issue(station, incident).out.alert
    assert (again.msg_type, again.references) == (MsgType.ALERT, ())


def test_what_was_sent_is_never_changed(station: Station) -> None:
    boss = station.who("operator")
    incident = station.incidents.open(boss, NewIncident("fire", SQUARE)).value.id
    issue(station, incident)
    seen = station.incidents.incident(boss, incident).incident
    (link,) = seen.cap_messages
    for wanted in ((), (replace(link, msg_type=MsgType.CANCEL),)):
        with pytest.raises(RuleBroken, match="stays as it is"):
            station.incidents.change(boss, seen, replace(seen, cap_messages=wanted))


def test_an_all_clear_leaves_after_the_incident_is_closed(station: Station) -> None:
    boss = station.who("operator")
    incident = station.incidents.open(boss, NewIncident("fire", SQUARE)).value.id
    issue(station, incident)
    for state in (IncidentState.IN_PROGRESS, IncidentState.RESOLVED, IncidentState.CLOSED):
        station.incidents.move_on(boss, incident, state)
    told = issue(station, incident).out.alert
    assert told.msg_type is MsgType.UPDATE
    assert [kind.value for kind in told.infos[0].response_type] == ["AllClear"]


def test_tests_and_real_messages_are_chains_of_their_own(station: Station) -> None:
    incident = station.incidents.open(station.who("operator"), NewIncident("fire", SQUARE)).value.id
    tested = issue(station, incident, replace(WISH, purpose=Purpose.LINK_CHECK)).out.alert
    real = issue(station, incident).out.alert
    again = issue(station, incident, replace(WISH, purpose=Purpose.LINK_CHECK)).out.alert
    assert (tested.status, tested.msg_type) == (Status.TEST, MsgType.ALERT)
    assert (real.status, real.msg_type) == (Status.ACTUAL, MsgType.ALERT)
    assert again.references == (tested.as_reference,)


def test_a_draft_is_only_looked_at(station: Station) -> None:
    actor = station.who("operator")
    incident = station.incidents.open(actor, NewIncident("fire", SQUARE)).value.id
    draft = replace(WISH, purpose=Purpose.UNAPPROVED)
    assert out(station).preview(actor, incident, draft).alert.status is Status.DRAFT
    with pytest.raises(BadInput, match="draft"):
        out(station).issue(actor, incident, draft)
    assert station.incidents.incident(actor, incident).incident.cap_messages == ()


def test_who_may_tell_whom(station: Station) -> None:
    incident = station.incidents.open(station.who("operator"), NewIncident("fire", SQUARE)).value.id
    with pytest.raises(Denied, match="supervisor"):
        out(station).issue(station.who("operator"), incident, replace(WISH, audience=PUBLIC))
    public = out(station).issue(station.who("supervisor"), incident, replace(WISH, audience=PUBLIC))
    assert public.out.alert.scope is Scope.PUBLIC
    station.incidents.take_over(station.who("operator"), incident)
    with pytest.raises(Denied, match="take it over"):
        out(station).issue(station.who("operator2"), incident, WISH)
    with pytest.raises(Denied):
        out(station).issue(station.who("auditor"), incident, WISH)


def test_a_place_that_gives_a_camera_away_does_not_leave(station: Station) -> None:
    incident = station.incidents.open(station.who("supervisor"), NewIncident("break-in", SAFE)).value.id
    known = out(station).preview(station.who("supervisor"), incident, WISH).alert
    hidden = out(station).preview(station.who("operator"), incident, WISH).alert
    assert known.infos[0].areas[0].circles[0].centre == Place(33.6, -7.6)
    assert hidden.infos[0].areas == ()
    assert b"33.6" not in out(station).preview(station.who("operator"), incident, WISH).content


def test_a_drill_writes_exercises_only(store: Store, tmp_path: Path) -> None:
    station = drill_station(store, tmp_path)
    actor = station.who("operator")
    incident = station.incidents.open(actor, NewIncident("fire", SQUARE)).value.id
    desk = CapOutDesk(station.room, alert_xml, exercise=DRILL)
    told = desk.issue(actor, incident, replace(WISH, drill_note="CORNICHE")).out.alert
    assert (told.status, "CORNICHE" in told.note) == (Status.EXERCISE, True)
    with pytest.raises(RuleBroken, match="real message"):
        CapInDesk(station.room, station.alarms, exercise=DRILL).take_in(actor, came("a-1"))
    station.stop()


def test_a_message_opens_an_incident_once_on_all_stations(store: Store, tmp_path: Path) -> None:
    seed(store)
    one, two = Station(store, tmp_path, "desk-1"), Station(store, tmp_path, "desk-2")
    alert = came("a-1")
    (offer,) = inside(one).offers(one.who("operator"), "a.xml", read_cap(_text("a-1")))
    assert (offer.effect, offer.alert, offer.incidents) == (Effect.OPENS, alert, ())
    opened = inside(one).take_in(one.who("operator"), alert).value
    assert (opened.title, opened.event, opened.priority) == ("Incendie au quai", "Incendie", Priority.CRITICAL)
    assert opened.place is not None
    assert distance_m(opened.place, Place(33.61, -7.59)) < 1
    assert opened.areas[0].area_desc == "Quai"
    (again,) = inside(two).offers(two.who("operator"), "a.xml", read_cap(_text("a-1")))
    assert again.effect is Effect.KNOWN
    with pytest.raises(RuleBroken, match="taken in before"):
        inside(two).take_in(two.who("operator"), alert)
    assert len(two.incidents.incidents(two.who("operator"))) == 1
    texts = [view.entry.line.text for view in two.log.lines(two.who("operator"), LogQuery(incident=opened.id))]
    assert texts[-1] == "incident #1 opened: Incendie au quai"
    assert texts[0].startswith("incident #1: CAP message")
    assert one.crisis.standing(one.who("operator")).level is CrisisLevel.ROUTINE
    one.stop()
    two.stop()


def _text(identifier: str) -> bytes:
    return ALERT.format(
        identifier=identifier,
        sent="12:00",
        msg_type="Alert",
        status="Actual",
        references="",
        headline="Incendie au quai",
    ).encode()


def test_an_update_changes_what_it_names_and_a_cancel_withdraws_it(station: Station) -> None:
    actor, desk = station.who("operator"), inside(station)
    incident = desk.take_in(actor, came("a-1")).value.id
    named = "harbour@port.example,a-1,2026-01-01T12:00:00-00:00"
    (offer,) = desk.offers(actor, "u.xml", [_reading(came("a-2", sent="12:10", msg="Update", about=named))])
    assert (offer.effect, [one.id for one in offer.incidents]) == (Effect.CHANGES, [incident])
    update = came("a-2", sent="12:10", msg="Update", about=named)
    info = replace(update.infos[0], headline="Incendie maîtrisé")
    changed = desk.take_in(actor, replace(update, infos=(info,))).value
    assert (changed.id, changed.title, changed.number) == (incident, "Incendie maîtrisé", 1)
    inexact = came("a-3", sent="12:20", msg="Cancel", about=named.replace("12:00:00", "12:00:01"))
    with pytest.raises(RuleBroken, match="nothing that this room knows"):
        desk.take_in(actor, inexact)
    cancelled = desk.take_in(actor, came("a-4", sent="12:20", msg="Cancel", about=named)).value
    assert cancelled.state is IncidentState.WITHDRAWN
    assert len(cancelled.cap_messages) == 3


def _reading(alert: Alert) -> Reading:
    (found,) = read_cap(alert_xml(alert, is_drill=False))
    return found


def test_an_answer_to_ours_changes_nothing_of_it(station: Station) -> None:
    actor = station.who("operator")
    incident = station.incidents.open(actor, NewIncident("fire", SQUARE, title="Ours")).value.id
    sent = issue(station, incident).out.alert.as_reference
    about = f"{sent.sender},{sent.identifier},{sent.sent_at:%Y-%m-%dT%H:%M:%S}-00:00"
    answer = came("b-1", sent="12:30", msg="Cancel", about=about)
    (offer,) = inside(station).offers(actor, "b.xml", [_reading(answer)])
    assert offer.effect is Effect.LINKS
    after = inside(station).take_in(actor, answer).value
    assert (after.title, after.state, len(after.cap_messages)) == ("Ours", IncidentState.NEW, 2)


def test_a_test_looks_like_one_and_calls_softly(station: Station) -> None:
    alert = came("t-1", status="Test")
    assert inside(station).announce(station.name, alert)
    (alarm,) = station.alarms.alarms(station.who("operator")).alarms
    assert (alarm.title, alarm.priority) == ("[Test] Incendie au quai", Priority.LOW)
    assert inside(station).take_in(station.who("operator"), alert).value.title == "[Test] Incendie au quai"


def test_what_comes_by_itself_calls_once_and_is_acknowledged_by_being_taken_in(store: Store, tmp_path: Path) -> None:
    seed(store)
    one, two = Station(store, tmp_path, "desk-1"), Station(store, tmp_path, "desk-2")
    alert = came("a-1")
    assert inside(one).announce(one.name, alert)
    assert not inside(one).announce(one.name, alert)
    assert not inside(two).announce(two.name, alert)
    assert one.incidents.incidents(one.who("operator")) == []
    incident = inside(two).take_in(two.who("operator"), alert).value.id
    (alarm,) = one.alarms.alarms(one.who("operator")).alarms
    assert (alarm.count, alarm.incident, alarm.acknowledged_by) == (1, incident, two.who("operator").account)
    assert not inside(one).announce(one.name, alert)
    one.stop()
    two.stop()


def test_an_incident_opened_from_the_alarm_is_told_the_rest(station: Station) -> None:
    actor, alert = station.who("operator"), came("a-1")
    inside(station).announce(station.name, alert)
    (alarm,) = station.alarms.alarms(actor).alarms
    opened = station.alarms.open_incident(actor, alarm.id).value
    (offer,) = inside(station).offers(actor, "a.xml", [_reading(alert)])
    assert (offer.effect, [one.id for one in offer.incidents]) == (Effect.CHANGES, [opened.id])
    told = inside(station).take_in(actor, alert).value
    assert (told.id, told.areas[0].area_desc, len(told.cap_messages)) == (opened.id, "Quai", 1)
    assert len(station.incidents.incidents(actor)) == 1
