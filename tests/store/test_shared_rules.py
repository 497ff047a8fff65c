"""An operation that no desk makes is held to the same rules: an outbox can be written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.shared_room import Station, person, seed
from wallapp.base.errors import Bug, Denied, RuleBroken, WallError
from wallapp.base.ids import NO_EXERCISE, FeatureId
from wallapp.domain.alarm import Alarm
from wallapp.domain.crisis_level import Activation, CrisisLevel, LevelScope
from wallapp.domain.incident import Incident
from wallapp.domain.layer import LayerFeature, LayerKind, point
from wallapp.domain.marker import GeoAnchor
from wallapp.domain.merge import Act, FieldChange, SharedKind
from wallapp.domain.place import Place
from wallapp.services.actor import Actor
from wallapp.services.alarms import Raised
from wallapp.services.crisis import LevelWish
from wallapp.services.incidents import NewIncident
from wallapp.services.layers import NewLayer, feature_key
from wallapp.services.markers import NewMarker
from wallapp.services.shared_acts import activation_id
from wallapp.services.shared_bodies import alarm_fields, incident_fields, noun_fields
from wallapp.services.shared_room import NOBODY, new_key
from wallapp.store.unit_of_work import Store

OTHER = person("operator2").account


@pytest.fixture
def station(store: Store, tmp_path: Path) -> Iterator[Station]:
    seed(store)
    made = Station(store, tmp_path, "desk-1")
    yield made
    made.stop()


def forge(
    station: Station,
    login: str,
    kind: SharedKind,
    entity: str,
    changes: Mapping[str, FieldChange],
    act: Act = Act.CHANGE,
) -> None:
    """Send an operation that nobody's desk made."""
    key = new_key()
    actor = station.who(login) if login else Actor(NOBODY, station.name)
    station.room.do(
        actor,
        lambda doing: [doing.operation(1, kind, entity, key=key, changes=changes, exercise=NO_EXERCISE, act=act)],
    )


def turn(before: Mapping[str, object], after: Mapping[str, object]) -> dict[str, FieldChange]:
    names = {*before, *after}
    return {
        name: FieldChange(before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)
    }


def test_an_incidents_state_owner_and_end_are_not_forged(station: Station) -> None:
    seen: Incident = station.incidents.open(station.who("operator"), NewIncident("fire")).value
    fields = incident_fields(seen)
    for status in (
        {"state": "closed", "state_reason": ""},
        {"state": "in_progress", "state_reason": "", "owner": OTHER},
        {"state": "new", "state_reason": "", "owner": OTHER},
    ):
        with pytest.raises(RuleBroken):
            forge(station, "operator", SharedKind.INCIDENT, seen.id, {"status": FieldChange(fields["status"], status)})
    with pytest.raises(RuleBroken, match="never deleted"):
        forge(station, "operator", SharedKind.INCIDENT, seen.id, {}, Act.DELETE)
    born = {name: FieldChange(None, value) for name, value in fields.items() if name != "number"}
    closed = {**born, "status": FieldChange(None, {"state": "closed", "state_reason": ""})}
    with pytest.raises(RuleBroken, match="begins new"):
        forge(station, "operator", SharedKind.INCIDENT, "forged", closed, Act.CREATE)
    with pytest.raises(Denied):
        forge(station, "", SharedKind.INCIDENT, "forged", born, Act.CREATE)


def test_an_alarm_is_dealt_with_under_ones_own_name_and_never_by_its_source(station: Station) -> None:
    alarm: Alarm = station.alarms.raise_alarm(station.name, Raised("bank", "Glass", "1")).value
    at = station.clock.now_at()
    fields = alarm_fields(alarm)
    for login, after, expected in (
        ("operator", replace(alarm, acknowledged_by=OTHER, acknowledged_at=at), Denied),
        ("", replace(alarm, acknowledged_by=OTHER, acknowledged_at=at), Denied),
        ("", replace(alarm, shelved_until=at + timedelta(hours=1), shelved_reason="x", shelved_by=OTHER), Denied),
        ("operator", replace(alarm, title="nothing at all"), RuleBroken),
        ("operator", replace(alarm, count=9), RuleBroken),
    ):
        with pytest.raises(expected):
            forge(station, login, SharedKind.ALARM, alarm.id, turn(fields, alarm_fields(after)))
    with pytest.raises(RuleBroken):
        forge(station, "operator", SharedKind.ALARM, alarm.id, {}, Act.DELETE)


def test_a_level_is_not_forged(station: Station) -> None:
    boss = station.who("supervisor")
    review_at = station.clock.now_at() + timedelta(hours=1)
    wish = LevelWish(CrisisLevel.FULL, "crowd", review_at)
    asked = station.crisis.ask(boss, wish)
    place = activation_id(LevelScope(), asked.exercise)

    def begin(login: str, activation: Activation) -> None:
        changes = {name: FieldChange(None, value) for name, value in noun_fields(activation).items()}
        forge(station, login, SharedKind.ACTIVATION, place, changes, Act.CREATE)

    at = station.clock.now_at()
    by_two = Activation(asked, person("operator").account, at, review_at)
    unasked = replace(by_two, request=replace(asked, level=CrisisLevel.PARTIAL))
    for login, forged in (
        ("supervisor", by_two),
        ("supervisor", replace(by_two, approved_by=boss.account)),
        ("operator", replace(by_two, approved_by=OTHER)),
        ("operator", unasked),
        ("operator", replace(by_two, review_at=review_at + timedelta(days=9))),
        ("operator", replace(by_two, approved_by=None)),
        ("supervisor", replace(by_two, approved_by=None)),
        ("", by_two),
    ):
        with pytest.raises((RuleBroken, Denied)):
            begin(login, forged)
    station.crisis.raise_alone(boss, wish)
    now = station.crisis.standing(boss).activation
    assert now is not None
    for login, forged in (
        ("operator", replace(now, approved_by=OTHER, ratify_by_at=None)),
        ("operator", replace(now, approved_by=person("operator").account)),
        ("supervisor", replace(now, approved_by=boss.account, ratify_by_at=None)),
        ("supervisor", replace(now, ratify_by_at=review_at)),
        ("supervisor", replace(now, review_at=None)),
    ):
        with pytest.raises(WallError):
            forge(station, login, SharedKind.ACTIVATION, place, turn(noun_fields(now), noun_fields(forged)))
    assert station.crisis.standing(boss).activation == now


def test_markers_layers_and_drawings_are_not_deleted_moved_or_made_by_nobody(station: Station) -> None:
    operator = station.who("operator")
    marker = station.markers.place(operator, NewMarker("spot", GeoAnchor(Place(1.0, 2.0)))).value
    layer, other = (station.layers.make(operator, NewLayer(name, LayerKind.FREE)).value for name in "ab")
    drawn = station.layers.draw(operator, layer.id, LayerFeature(FeatureId("f"), point(Place(1.0, 2.0)))).value
    acts: list[Callable[[], None]] = [
        lambda: forge(station, "operator", SharedKind.MARKER, marker.id, {}, Act.DELETE),
        lambda: forge(station, "operator", SharedKind.LAYER, layer.id, {}, Act.DELETE),
        lambda: forge(station, "", SharedKind.MARKER, marker.id, {"label": FieldChange("", "x")}),
        lambda: forge(
            station,
            "operator",
            SharedKind.FEATURE,
            feature_key(layer.id, drawn.id),
            {"layer": FieldChange(layer.id, other.id)},
        ),
        lambda: forge(
            station,
            "operator",
            SharedKind.MARKER,
            marker.id,
            {"status": FieldChange({"state": "placed", "state_reason": ""}, {"state": "resolved", "state_reason": ""})},
        ),
    ]
    for act in acts:
        with pytest.raises((RuleBroken, Denied)):
            act()


def test_what_was_kept_is_not_judged_again_by_what_others_did_since(
    station: Station, store: Store, tmp_path: Path
) -> None:
    operator = station.who("operator")
    seen = station.incidents.open(operator, NewIncident("fire")).value
    station.incidents.incidents(operator)
    station.cable.is_cut_after = True
    assert station.incidents.change(operator, seen, replace(seen, title="mine")).is_local
    other = Station(store, tmp_path, "desk-2")
    now = other.incidents.incident(other.who("operator2"), seen.id).incident
    assert now.title == "mine"
    other.incidents.change(other.who("operator2"), now, replace(now, title="theirs"))
    station.cable.is_cut = False
    assert station.incidents.incident(operator, seen.id).incident.title == "theirs"
    assert station.conflicts.conflicts(operator) == []
    other.stop()


def test_a_kind_without_a_rule_cannot_be_changed(store: Store, tmp_path: Path) -> None:
    seed(store)
    station = Station(store, tmp_path, "desk-1")
    station.room._rules = {}
    with pytest.raises(Bug):
        station.incidents.open(station.who("operator"), NewIncident("fire"))
    assert station.outbox.pending() == []
    station.stop()
