"""Markers and crisis layers between two stations of one store, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.shared_room import DRILL, SAFE, SQUARE, Station, log_texts, person, seed
from wallapp.base.errors import BadInput, Denied, NotFound, RuleBroken, Unavailable
from wallapp.base.ids import FeatureId, IncidentId, StationName
from wallapp.domain.audience import Audience
from wallapp.domain.crisis_level import CrisisLevel
from wallapp.domain.incident import IncidentState
from wallapp.domain.layer import (
    LayerFeature,
    LayerKind,
    LayerSource,
    LayerState,
    ReadFeatures,
    Style,
    point,
    polygon,
)
from wallapp.domain.marker import CameraAnchor, GeoAnchor, ImageAnchor, MarkerState, ViewSignature
from wallapp.domain.merge import ConflictReason
from wallapp.domain.people import Role
from wallapp.domain.place import Place
from wallapp.services.incidents import NewIncident
from wallapp.services.layers import NewLayer
from wallapp.services.markers import NewMarker
from wallapp.store.unit_of_work import Store

HERE = Place(33.59, -7.61)
FIRE = NewMarker("fire", GeoAnchor(HERE, ce_m=5.0), label="Fire", stale_at=None)
RING = polygon([HERE, Place(33.6, -7.61), Place(33.6, -7.6)])


@pytest.fixture
def stations(real_store: Store, tmp_path: Path) -> Iterator[tuple[Station, Station]]:
    seed(real_store)
    one, two = Station(real_store, tmp_path, "desk-1"), Station(real_store, tmp_path, "desk-2")
    yield one, two
    one.stop()
    two.stop()


def test_a_marker_of_every_anchor_is_the_same_at_the_other_station(stations: tuple[Station, Station]) -> None:
    one, two = stations
    operator = one.who("operator")
    taken_at = one.clock.now_at()
    view = ViewSignature(16 / 9, taken_at, preset="2", pan_deg=1.5, thumbnail=b"\x89PNG grey")
    anchors = [GeoAnchor(HERE, 3.0, 5.0), CameraAnchor(SQUARE), ImageAnchor(SQUARE, 0.25, 0.75, view)]
    placed = []
    for anchor in anchors:
        placed.append(one.markers.place(operator, NewMarker("spot", anchor), is_clear=True).value)
        one.clock.advance(1)
    assert [each.anchor for each in placed] == anchors
    assert [each.marker for each in two.markers.markers(two.who("operator2"))] == placed


def test_nothing_of_a_picture_is_stored_that_was_not_clear(stations: tuple[Station, Station]) -> None:
    one, _ = stations
    view = ViewSignature(1.5, one.clock.now_at(), thumbnail=b"secret")
    anchor = ImageAnchor(SQUARE, 0.5, 0.5, view)
    placed = one.markers.place(one.who("operator"), NewMarker("spot", anchor)).value
    moved = one.markers.put(one.who("operator"), placed.id, anchor).value
    for each in (placed.anchor, moved.anchor):
        assert isinstance(each, ImageAnchor)
        assert each.signature == replace(view, thumbnail=b"")


def test_a_marker_holds_its_incident_open_until_it_is_done_with(
    stations: tuple[Station, Station], real_store: Store
) -> None:
    one, two = stations
    operator = one.who("operator")
    incident = one.incidents.open(operator, NewIncident("fire")).value.id
    one.incidents.take_over(operator, incident)
    marker = two.markers.place(two.who("operator2"), replace(FIRE, incident=incident)).value
    with pytest.raises(RuleBroken, match="1 of its markers"):
        one.incidents.move_on(operator, incident, IncidentState.RESOLVED)
    assert one.incidents.incident(operator, incident).open_markers == 1
    two.markers.move_on(two.who("operator2"), marker.id, MarkerState.CONFIRMED)
    with pytest.raises(BadInput, match="say why"):
        two.markers.move_on(two.who("operator2"), marker.id, MarkerState.WITHDRAWN)
    two.markers.detach(two.who("operator2"), marker.id)
    one.incidents.move_on(operator, incident, IncidentState.RESOLVED)
    one.incidents.move_on(operator, incident, IncidentState.CLOSED)
    with pytest.raises(RuleBroken, match="closed"):
        two.markers.attach(two.who("operator2"), marker.id, incident)
    with pytest.raises(NotFound):
        two.markers.attach(two.who("operator2"), marker.id, IncidentId("none"))
    assert "marker Fire is confirmed" in log_texts(real_store)


def test_a_marker_on_a_hidden_camera_is_met_nowhere(stations: tuple[Station, Station]) -> None:
    one, two = stations
    boss, operator = one.who("supervisor"), two.who("operator")
    incident = one.incidents.open(boss, NewIncident("alarm")).value.id
    marker = one.markers.place(boss, NewMarker("spot", CameraAnchor(SAFE), incident=incident)).value
    assert len(one.markers.markers(boss)) == 1
    assert two.markers.markers(operator) == []
    assert two.incidents.incident(operator, incident).open_markers == 0
    with pytest.raises(NotFound, match="no such marker"):
        two.markers.move_on(operator, marker.id, MarkerState.CONFIRMED)
    with pytest.raises(NotFound, match="no camera"):
        two.markers.place(operator, NewMarker("spot", CameraAnchor(SAFE)))
    moved = one.markers.put(boss, marker.id, CameraAnchor(SQUARE)).value
    assert moved.earlier_anchors == (CameraAnchor(SAFE),)
    (seen,) = two.markers.markers(operator)
    assert seen.marker.earlier_anchors == ()


def test_markers_are_seen_by_whom_they_are_for(stations: tuple[Station, Station]) -> None:
    one, _ = stations
    for audience in (Audience(frozenset({Role.SUPERVISOR})), Audience(least_level=CrisisLevel.PARTIAL), Audience()):
        one.markers.place(one.who("operator"), replace(FIRE, audience=audience))
    seen = {
        login: len(one.markers.markers(one.who(login) if login else None)) for login in ("supervisor", "operator", "")
    }
    assert seen == {"supervisor": 2, "operator": 1, "": 1}


def test_only_what_was_made_for_it_expires_and_can_be_refreshed(
    stations: tuple[Station, Station], real_store: Store
) -> None:
    one, two = stations
    operator = one.who("operator")
    soon = one.clock.now_at() + timedelta(minutes=1)
    ends = one.markers.place(operator, replace(FIRE, stale_at=soon, auto_expire=True)).value
    one.markers.place(operator, replace(FIRE, stale_at=soon, is_alarm=True))
    assert [each.is_stale for each in one.markers.markers(operator)] == [False, False]
    for station in stations:
        station.clock.advance(61)
    assert [each.is_stale for each in one.markers.markers(operator)] == [True, True]
    assert one.markers.expire_due(StationName("desk-1")) == 1
    assert two.markers.expire_due(StationName("desk-2")) == 0
    (alarm,) = two.markers.markers(operator)
    assert alarm.marker.is_alarm
    assert "marker Fire is expired" in log_texts(real_store)
    later = one.clock.now_at() + timedelta(hours=1)
    assert one.markers.refresh(operator, ends.id, later).value.state is MarkerState.PLACED


def test_markers_wait_in_the_outbox_and_layers_do_not(stations: tuple[Station, Station]) -> None:
    one, two = stations
    operator = one.who("operator")
    one.markers.markers(operator)
    one.cable.is_cut = True
    marker = one.markers.place(operator, FIRE)
    assert marker.is_local
    with pytest.raises(Unavailable, match="when it is back"):
        one.layers.make(operator, NewLayer("Cordon", LayerKind.PERIMETER))
    assert [each.marker for each in one.markers.markers(operator)] == [marker.value]
    one.cable.is_cut = False
    assert one.room.send() == 1
    assert [each.marker for each in two.markers.markers(two.who("operator2"))] == [marker.value]


def test_a_layer_is_drawn_locked_shown_and_archived(stations: tuple[Station, Station], real_store: Store) -> None:
    one, two = stations
    operator, other = one.who("operator"), two.who("operator2")
    layer = one.layers.make(operator, NewLayer("Cordon", LayerKind.PERIMETER)).value
    feature = LayerFeature(FeatureId("f1"), RING, title="Inner", style=Style(stroke="#E5383B"))
    one.layers.draw(operator, layer.id, feature)
    (seen,) = two.layers.layers(other, shown_only=True)
    assert seen.features == (feature,)
    wider = replace(feature, title="Inner ring")
    assert two.layers.redraw(other, layer.id, feature, wider).value == replace(wider, rev=2)
    clash = one.layers.redraw(operator, layer.id, feature, replace(feature, title="Other", description="d"))
    assert [(each.field, each.theirs, each.mine) for each in clash.conflicts] == [("title", "Inner ring", "Other")]
    assert clash.value.description == "d"
    locked = two.layers.change(other, seen, replace(seen, locked=True)).value
    for act in (
        lambda: one.layers.draw(operator, layer.id, LayerFeature(FeatureId("f2"), point(HERE), radius_m=20.0)),
        lambda: one.layers.erase(operator, layer.id, FeatureId("f1")),
    ):
        with pytest.raises(RuleBroken, match="locked"):
            act()
    two.layers.change(other, locked, replace(locked, locked=False))
    one.layers.erase(operator, layer.id, FeatureId("f1"))
    late = two.layers.redraw(other, layer.id, wider, replace(wider, title="late"))
    assert [each.reason for each in late.conflicts] == [ConflictReason.DELETED]
    assert two.layers.layers(other)[0].features == ()
    one.layers.move_on(operator, layer.id, LayerState.HIDDEN)
    assert two.layers.layers(other, shown_only=True) == []
    one.layers.move_on(operator, layer.id, LayerState.ARCHIVED)
    assert two.layers.layers(other) == []
    assert len(two.layers.layers(other, archived=True)) == 1
    with pytest.raises(RuleBroken):
        one.layers.move_on(operator, layer.id, LayerState.SHOWN)
    assert "Inner on layer Cordon drawn" in log_texts(real_store)
    assert "Inner ring on layer Cordon deleted" in log_texts(real_store)


def test_a_file_of_drawings_is_one_layer_and_one_line(stations: tuple[Station, Station], real_store: Store) -> None:
    one, two = stations
    features = tuple(LayerFeature(FeatureId(str(n)), point(HERE), foreign_json='{"x":1}') for n in range(40))
    read = ReadFeatures(features, "Shelters", foreign_json='{"crs":null}')
    taken = one.layers.take_in(one.who("operator"), read, name="", kind=LayerKind.IMPORTED).value
    assert (taken.name, taken.source, taken.state) == ("Shelters", LayerSource.GEOJSON, LayerState.HIDDEN)
    (seen,) = two.layers.layers(two.who("operator2"))
    assert seen == taken
    assert seen.features == features
    assert log_texts(real_store) == ["layer Shelters made (imported)"]
    with pytest.raises(BadInput, match="same id"):
        one.layers.make(one.who("operator"), NewLayer("x", LayerKind.FREE), [features[0], features[0]])
    with pytest.raises(BadInput, match="name"):
        one.layers.make(one.who("operator"), NewLayer(" ", LayerKind.FREE))


def test_who_draws_nothing_draws_nothing(stations: tuple[Station, Station]) -> None:
    one, _ = stations
    for login in ("auditor", "admin", "banker", "trainer"):
        with pytest.raises(Denied):
            one.layers.make(one.who(login), NewLayer("x", LayerKind.FREE))
        with pytest.raises(Denied):
            one.markers.place(one.who(login), FIRE)


def test_a_trainer_works_in_a_drill_and_a_drill_is_seen_by_nobody_else(
    stations: tuple[Station, Station], real_store: Store, tmp_path: Path
) -> None:
    one, _ = stations
    drill = Station(real_store, tmp_path, "desk-3", exercise=DRILL)
    trainer = drill.who("trainer")
    drill.incidents.open(trainer, NewIncident("exercise fire"))
    drill.markers.place(trainer, FIRE)
    drill.layers.make(trainer, NewLayer("x", LayerKind.FREE))
    operator = one.who("operator")
    assert not one.incidents.incidents(operator) and not one.markers.markers(operator)
    assert not one.layers.layers(operator)
    assert len(drill.incidents.incidents(drill.who("operator"))) == 1
    assert log_texts(real_store) == []
    assert person("trainer").roles == {Role.TRAINER}
    drill.stop()
