"""Two stations, random edits, cut connections: the same state on both, no edit lost without a conflict that shows."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from tests.fakes.shared_room import QUAY, SAFE, SQUARE, Station, seed
from wallapp.base.errors import WallError
from wallapp.base.ids import FeatureId
from wallapp.domain.incident import Incident, IncidentState
from wallapp.domain.layer import LayerFeature, LayerKind, point
from wallapp.domain.marker import CameraAnchor, GeoAnchor, MarkerState
from wallapp.domain.merge import Act, Operation, Shared, SharedKind
from wallapp.domain.place import Place
from wallapp.services.incidents import NewIncident
from wallapp.services.layers import NewLayer
from wallapp.services.logbook import NewLine
from wallapp.services.markers import NewMarker
from wallapp.services.shared_done import Done
from wallapp.services.shared_ports import KeptOperation, LogQuery
from wallapp.store.unit_of_work import Store

_KINDS = (SharedKind.INCIDENT, SharedKind.MARKER, SharedKind.LAYER, SharedKind.FEATURE)
_CAMERAS = (SQUARE, QUAY, SAFE)


@dataclass
class Worker:
    """A person at a station who does something at random, sometimes on what they saw a while ago."""

    station: Station
    login: str
    dice: random.Random
    stale: list[Incident] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    operations: list[Operation] = field(default_factory=list)
    """All that were begun and not refused at once."""
    done: int = 0

    def __post_init__(self) -> None:
        self.listen()
        self.actor = self.station.who(self.login)

    def listen(self) -> None:
        """Take down every operation of this station, before anybody can lose it."""
        room, heard = self.station.room, self.operations
        plan_of = room.do

        def do(actor: object, plan: Callable[[object], list[Operation]], **more: object) -> object:
            made: list[Operation] = []

            def noted(doing: object) -> list[Operation]:
                made[:] = plan(doing)
                return made

            outcomes = plan_of(actor, noted, **more)  # type: ignore[arg-type]  # passed through
            heard.extend(made)
            return outcomes

        room.do = do  # type: ignore[method-assign,assignment]  # the test listens in

    def act(self) -> None:
        """One act; what a rule refuses at once is shown to the person and counts as no edit."""
        with suppress(WallError):
            self.dice.choice([self._incident, self._incident, self._incident, self._marker, self._layer, self._line])()
            self.done += 1

    def _incident(self) -> None:
        desk, dice = self.station.incidents, self.dice
        seen = [view.incident for view in desk.incidents(self.actor, open_only=False)]
        if not seen or dice.random() < 0.05:
            desk.open(self.actor, NewIncident("fire", camera=dice.choice(_CAMERAS)))
            return
        incident = dice.choice(self.stale if self.stale and dice.random() < 0.3 else seen)
        self.stale = [*self.stale, incident][-20:]
        word = f"{self.login} {self.done}"
        edits: list[Callable[[], Done[Incident]]] = [
            lambda: desk.change(self.actor, incident, replace(incident, title=word)),
            lambda: desk.change(self.actor, incident, replace(incident, description=word, instruction=word)),
            lambda: desk.change(self.actor, incident, replace(incident, place=Place(dice.random(), dice.random()))),
            lambda: desk.link_camera(self.actor, incident.id, dice.choice(_CAMERAS)),
            lambda: desk.unlink_camera(self.actor, incident.id, dice.choice(_CAMERAS)),
            lambda: desk.take_over(self.actor, incident.id),
            lambda: desk.move_on(self.actor, incident.id, dice.choice(list(IncidentState)), reason="so"),
        ]
        dice.choice(edits)()

    def _marker(self) -> None:
        desk, dice = self.station.markers, self.dice
        seen = [view.marker for view in desk.markers(self.actor)]
        if not seen or dice.random() < 0.2:
            incidents = self.station.incidents.incidents(self.actor)
            incident = dice.choice(incidents).incident.id if incidents and dice.random() < 0.5 else None
            desk.place(self.actor, NewMarker("spot", GeoAnchor(Place(1.0, 2.0)), incident=incident))
            return
        marker = dice.choice(seen)
        dice.choice(
            [
                lambda: desk.change(self.actor, marker, replace(marker, label=f"{self.login} {self.done}")),
                lambda: desk.put(self.actor, marker.id, CameraAnchor(dice.choice(_CAMERAS))),
                lambda: desk.move_on(self.actor, marker.id, dice.choice(list(MarkerState)), reason="so"),
            ]
        )()

    def _layer(self) -> None:
        desk, dice = self.station.layers, self.dice
        layers = desk.layers(self.actor)
        if not layers or dice.random() < 0.05:
            desk.make(self.actor, NewLayer("Cordon", LayerKind.FREE))
            return
        layer = dice.choice(layers)
        if not layer.features or dice.random() < 0.3:
            name = FeatureId(f"{self.login} {self.done}")
            desk.draw(self.actor, layer.id, LayerFeature(name, point(Place(1.0, 2.0))))
            return
        feature = dice.choice(layer.features)
        if dice.random() < 0.3:
            desk.erase(self.actor, layer.id, feature.id)
        else:
            desk.redraw(self.actor, layer.id, feature, replace(feature, title=f"{self.login} {self.done}"))

    def _line(self) -> None:
        text = f"{self.login} saw {self.done}"
        self.station.log.write(self.actor, NewLine(text))
        self.lines.append(text)

    def shake(self) -> None:
        """Cut the cable, at once or in the middle of an answer, mend it, or start the station again."""
        cable, chance = self.station.cable, self.dice.random()
        if chance < 0.04:
            cable.is_cut = True
        elif chance < 0.06:
            cable.is_cut_after = True
        elif chance < 0.16:
            cable.is_cut = cable.is_cut_after = False
        elif chance < 0.165 and not cable.is_cut:
            self.station.stop()
            self.station.start()
            self.listen()
        self.station.clock.advance(self.dice.random())


def run_room(store: Store, folder: Path, *, edits: int, seed_number: int) -> tuple[Worker, Worker]:
    seed(store)
    workers = [
        Worker(Station(store, folder, name), login, random.Random(seed_number * 2 + number))
        for number, (name, login) in enumerate([("desk-1", "supervisor"), ("desk-2", "supervisor2")])
    ]
    one, two = workers
    order = random.Random(seed_number)
    while min(one.done, two.done) < edits:
        worker = order.choice([one for one in workers if one.done < edits])
        worker.shake()
        worker.act()
    for worker in workers:
        worker.station.cable.is_cut = worker.station.cable.is_cut_after = False
        worker.station.room.look(worker.actor)
        assert worker.station.outbox.pending() == []
    return one, two


def check_room(store: Store, one: Worker, two: Worker) -> int:
    """Returns how many conflicts wait."""
    views = [worker.station.room.look(worker.actor).view for worker in (one, two)]
    with store.reading() as unit:
        for kind in _KINDS:
            assert views[0].entities(kind) == views[1].entities(kind) == unit.shared.entities(kind)
        shown = {(conflict.operation, conflict.field) for conflict in unit.shared.conflicts()}
        entries = unit.logbook.entries(LogQuery(limit=10**6, reviews=True))
        objects = {(operation.kind, operation.entity) for operation in (*one.operations, *two.operations)}
        for kind, entity in objects:
            history = unit.shared.history(kind, entity)
            _check_replay(unit.shared.entity(kind, entity), history)
            wanted = [each for each in (*one.operations, *two.operations) if (each.kind, each.entity) == (kind, entity)]
            for operation in wanted:
                for name, change in operation.changes.items():
                    is_kept = any(
                        name in each.operation.changes and each.operation.changes[name].after == change.after
                        for each in history
                    )
                    assert is_kept or (operation.id, name) in shown, f"lost without a word: {operation} {name}"
                if operation.act is Act.DELETE:
                    assert any(each.operation.act is Act.DELETE for each in history) or (operation.id, "") in shown
    assert [entry.seq for entry in entries] == list(range(len(entries), 0, -1)), "the log has a gap"
    texts = Counter(entry.line.text for entry in entries)
    assert all(texts[line] == 1 for worker in (one, two) for line in worker.lines)
    return len(shown)


def _check_replay(entity: Shared | None, history: list[KeptOperation]) -> None:
    """What was taken, one after the other, leads to what there is."""
    fields: dict[str, object] = {}
    for each in history:
        for name, change in each.operation.changes.items():
            assert fields.get(name) == change.before
            fields[name] = change.after
    if entity is None:
        assert not fields
        return
    assert entity.deleted is any(each.operation.act is Act.DELETE for each in history)
    found = {name: value for name, value in entity.fields.items() if name != "number"}
    assert {name: value for name, value in fields.items() if value is not None} == found


@pytest.mark.slow
def test_two_stations_end_with_the_same_and_nothing_is_lost(real_store: Store, tmp_path: Path) -> None:
    one, two = run_room(real_store, tmp_path, edits=200, seed_number=7)
    assert check_room(real_store, one, two) > 3
    for worker in (one, two):
        worker.station.stop()


@pytest.mark.prove
@pytest.mark.timeout(1800)
def test_two_stations_of_five_thousand_edits_each(real_store: Store, tmp_path: Path) -> None:
    one, two = run_room(real_store, tmp_path, edits=5000, seed_number=11)
    waiting = check_room(real_store, one, two)
    print(
        f"{one.done} and {two.done} edits, {len(one.operations) + len(two.operations)} operations, {waiting} conflicts"
    )
    for worker in (one, two):
        worker.station.stop()
