"""What is shared and logged cannot be rewritten with raw SQL, and a station's own role can do all of its work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.shared_room import SQUARE, Station, log_texts, seed
from tests.servers.postgres import Database, fresh_database
from tests.store.access_cases import run
from tests.waiting import wait_until
from wallapp.base.errors import BadInput, Conflict, Denied, RuleBroken
from wallapp.base.ids import FeatureId
from wallapp.domain.incident import IncidentState
from wallapp.domain.layer import LayerFeature, LayerKind, point
from wallapp.domain.merge import Settled
from wallapp.domain.place import Place
from wallapp.services.incidents import NewIncident
from wallapp.services.layers import NewLayer
from wallapp.services.logbook import NewLine
from wallapp.store.engine import open_store
from wallapp.store.privileges import prepare_store
from wallapp.store.shared_outbox_rows import open_outbox
from wallapp.store.unit_of_work import Store
from wallapp.store.wakeups import Pace, StoreWakeups

REFUSED = {
    "a line is changed": "UPDATE log_entry SET text = 'x'",
    "a line is re-dated": "UPDATE log_entry SET happened_at = recorded_at, clock_offset_ms = 1",
    "a line is deleted": "DELETE FROM log_entry",
    "a line takes another's place": (
        "INSERT INTO log_entry SELECT seq, 'other', exercise, kind, event, happened_at, recorded_at, clock_offset_ms,"
        " actor, station, text, text_folded, incident, about, significant, body FROM log_entry WHERE seq = 1"
    ),
    "a change is rewritten": "UPDATE shared_operation SET actor = 'somebody else'",
    "a change is deleted": "DELETE FROM shared_operation",
    "an object is deleted for good": "DELETE FROM shared_entity",
    "an object has another author": "UPDATE shared_entity SET created_by = 'x', rev = rev + 1",
    "an object changes without a revision": "UPDATE shared_entity SET body = '{}'",
    "a deleted object is back": "UPDATE shared_entity SET deleted = (1 = 0), rev = rev + 1 WHERE deleted",
    "a conflict is deleted": "DELETE FROM shared_conflict",
    "a conflict holds other values": "UPDATE shared_conflict SET mine = 'null'",
    "a conflict is settled again": "UPDATE shared_conflict SET settled = 'kept_theirs' WHERE settled IS NOT NULL",
    "the order of changes goes back": "UPDATE shared_head SET seq = seq - 1",
    "the log goes back": "UPDATE shared_head SET log_seq = 0",
    "a number is given twice": "UPDATE shared_head SET incident_number = 0",
}


def work(store: Store, folder: Path) -> None:
    """Something of everything, a deleted drawing and a settled conflict."""
    folder.mkdir(exist_ok=True)
    station = Station(store, folder, "desk-1")
    operator = station.who("operator")
    seen = station.incidents.open(operator, NewIncident("fire", camera=SQUARE)).value
    station.incidents.change(operator, seen, replace(seen, title="a"))
    clash = station.incidents.change(operator, seen, replace(seen, title="b"))
    station.conflicts.settle(operator, clash.conflicts[0].id, Settled.TOOK_MINE)
    station.incidents.be_present(operator, seen.id)
    station.incidents.leave(operator, seen.id)
    station.incidents.take_over(operator, seen.id)
    layer = station.layers.make(operator, NewLayer("Cordon", LayerKind.FREE)).value
    drawn = station.layers.draw(operator, layer.id, LayerFeature(FeatureId("f"), point(Place(1.0, 2.0)))).value
    station.layers.erase(operator, layer.id, drawn.id)
    seq = station.log.write(operator, NewLine("seen")).seq
    station.log.review(station.who("supervisor"), seq, significant=True)
    station.stop()


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Each database with all of it; a test changes nothing there."""
    folder = tmp_path_factory.mktemp("kept")
    if request.param == "sqlite":
        store = open_store(folder)
        seed(store)
        work(store, folder / "work")
        yield store
        store.close()
        return
    server = request.getfixturevalue("postgres")
    with fresh_database(server, "kept") as database:
        store = open_store(folder, url=database.url)
        seed(store)
        work(store, folder / "work")
        yield store
        store.close()


@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED.keys())
def test_what_no_honest_program_does_is_refused(filled: Store, statement: str) -> None:
    with pytest.raises((RuleBroken, Conflict), match=r"^wallapp: \w|was changed meanwhile"):
        run(filled, statement)


def test_a_stations_own_role_does_all_of_its_work_and_rewrites_nothing(database: Database, tmp_path: Path) -> None:
    prepare_store(database.url, database.station)
    store = open_store(tmp_path / "station", url=database.station_url)
    seed(store)
    work(store, tmp_path / "work")
    assert "incident #1 is in progress" in log_texts(store)
    for statement in (
        "UPDATE log_entry SET text = 'x'",
        "DELETE FROM log_entry",
        "TRUNCATE log_entry",
        "UPDATE shared_operation SET actor = 'x'",
        "UPDATE shared_entity SET created_by = 'x'",
        "DELETE FROM shared_entity",
        "UPDATE shared_conflict SET mine = 'null'",
        "ALTER TABLE log_entry DISABLE TRIGGER ALL",
    ):
        with pytest.raises(Denied):
            run(store, statement)
    store.close()


def test_the_other_station_is_woken_and_sees_it_within_a_second(real_store: Store, tmp_path: Path) -> None:
    seed(real_store)
    one, two = Station(real_store, tmp_path, "desk-1"), Station(real_store, tmp_path, "desk-2")
    seen: list[int] = []

    def changed() -> None:
        seen.append(len(two.incidents.incidents(two.who("operator2"))))

    wakeups = StoreWakeups(real_store, pace=Pace(poll_s=1000))
    wakeups.start(changed, reachable=lambda _: None)
    try:
        wait_until(lambda: bool(seen), within_s=5)
        one.incidents.open(one.who("operator"), NewIncident("fire"))
        wait_until(lambda: seen[-1] == 1, within_s=1)
    finally:
        wakeups.close()
    one.stop()
    two.stop()


def test_an_outbox_outlives_its_station_and_is_its_stores_alone(store: Store, tmp_path: Path) -> None:
    seed(store)
    station = Station(store, tmp_path, "desk-1")
    operator = station.who("operator")
    seen = station.incidents.open(operator, NewIncident("fire")).value
    station.incidents.incidents(operator)
    station.cable.is_cut = True
    station.incidents.change(operator, seen, replace(seen, title="kept"))
    station.log.write(operator, NewLine("kept too"))
    pending = station.outbox.pending()
    station.stop()
    folder = tmp_path / "desk-1"
    assert {path.stat().st_mode & 0o077 for path in folder.iterdir()} == {0}
    again = open_outbox(folder, "the store")
    assert again.pending() == pending
    seq, copied = again.copy()
    assert (seq, [each.fields["event"] for each in copied]) == (1, ["fire"])
    again.close()
    other = open_outbox(folder, "another store")
    assert (other.pending(), other.copy()) == ([], (0, []))
    other.close()


def test_an_outbox_of_a_newer_wallapp_is_left_alone(tmp_path: Path) -> None:
    outbox = open_outbox(tmp_path, "x")
    outbox._connection.execute("PRAGMA user_version = 99")
    outbox.close()
    with pytest.raises(BadInput, match="newer"):
        open_outbox(tmp_path, "x")


def test_a_store_that_was_put_back_to_an_older_state_is_read_afresh(store: Store, tmp_path: Path) -> None:
    seed(store)
    station = Station(store, tmp_path, "desk-1")
    operator = station.who("operator")
    for _ in range(3):
        station.incidents.open(operator, NewIncident("fire"))
    older = open_store(tmp_path / "older")
    seed(older)
    elsewhere = Station(older, tmp_path, "desk-2")
    elsewhere.incidents.open(elsewhere.who("operator"), NewIncident("flood"))
    station.cable._store = older
    assert [view.incident.event for view in station.incidents.incidents(operator)] == ["flood"]
    assert station.incidents.incidents(operator)[0].incident.state is IncidentState.NEW
    station.stop()
    elsewhere.stop()
    older.close()
