"""The store on a real PostgreSQL: opening, seeing one state, losing races, and what a station's role may do."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from tests.servers.postgres import PASSWORD, Database
from wallapp.base.clock import ManualClock, SystemClock
from wallapp.base.errors import BadInput, Bug, Conflict, Denied, RuleBroken, Unavailable, WallError
from wallapp.base.ids import OwnerName
from wallapp.domain.camera import Owner, OwnerKind
from wallapp.services.ports import Unit
from wallapp.services.registry import Registry
from wallapp.store.engine import open_store
from wallapp.store.facts import Backend, read_facts
from wallapp.store.postgres import SESSION
from wallapp.store.postgres_faults import LostRace
from wallapp.store.privileges import ALL, APPEND, TABLE_PRIVILEGES, append_only, prepare_store
from wallapp.store.schema import METADATA
from wallapp.store.unit_of_work import Store

CITY = Owner(OwnerName("City"), OwnerKind.CITY)
PORT = Owner(OwnerName("Port"), OwnerKind.PORT)


@pytest.fixture
def store(database: Database, tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path, url=database.url)
    yield opened
    opened.close()


def put(store: Store, owner: Owner) -> None:
    with store.writing() as unit:
        unit.owners.put_owners([owner])


def test_the_migrations_lead_to_the_schema(store: Store) -> None:
    with store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_several_may_open_a_fresh_database_at_once(database: Database, tmp_path: Path) -> None:
    with ThreadPoolExecutor(6) as threads:
        stores = list(threads.map(lambda _: open_store(tmp_path, url=database.url), range(6)))
    for store in stores:
        assert Registry(store).owners() == []
        store.close()


def test_sessions_are_set_up(store: Store) -> None:
    with store.engine.connect() as connection:
        seen = {name: connection.execute(text(f"SHOW {name}")).scalar() for name in SESSION}
        parameters = connection.connection.dbapi_connection.info.get_parameters()  # type: ignore[union-attr]  # psycopg's
    assert seen == {**SESSION, "DateStyle": "ISO, MDY"}
    assert (parameters["connect_timeout"], parameters["keepalives_idle"], parameters["tcp_user_timeout"]) == (
        "3",
        "2",
        "4000",
    )


def test_a_reader_sees_one_state(store: Store) -> None:
    with store.reading() as unit:
        assert unit.owners.owners() == []
        put(store, CITY)
        assert unit.owners.owners() == []
    assert Registry(store).owners() == [CITY]


def test_a_writer_sees_what_was_kept_meanwhile(store: Store) -> None:
    with store.writing() as unit, ThreadPoolExecutor(1) as threads:
        assert unit.owners.owners() == []
        threads.submit(put, store, CITY).result(timeout=5)
        assert unit.owners.owners() == [CITY]


def test_a_write_while_reading_is_our_own_fault(store: Store) -> None:
    with pytest.raises(Bug, match="while reading"), store.reading() as unit:
        unit.owners.put_owners([CITY])


def test_time_is_the_servers_and_does_not_stand_still_in_a_transaction(store: Store) -> None:
    clock = SystemClock()
    with store.writing() as unit:
        first_at = unit.now_at()
        assert abs((first_at - clock.now_at()).total_seconds()) < 5
        assert first_at.utcoffset() is not None
        assert unit.now_at() > first_at


def test_two_that_lock_each_other_out_both_end_well(store: Store) -> None:
    put(store, CITY)
    put(store, PORT)
    both = threading.Barrier(2, timeout=10)
    tries: list[str] = []

    def work(first: Owner, second: Owner) -> None:
        def step(unit: Unit) -> None:
            tries.append(first.name)
            unit.owners.put_owners([first])
            if tries.count(first.name) == 1:
                both.wait()
            unit.owners.put_owners([second])

        store.write(step)

    with ThreadPoolExecutor(2) as threads:
        for done in [threads.submit(work, CITY, PORT), threads.submit(work, PORT, CITY)]:
            done.result(timeout=20)
    assert len(tries) > 2


def test_who_loses_every_time_is_told(database: Database, tmp_path: Path) -> None:
    clock = ManualClock()
    store = open_store(tmp_path, url=database.url, clock=clock)
    tries = []
    begin_mono_s = clock.mono_s()

    def lose(unit: Unit) -> None:
        tries.append(unit)
        raise LostRace("lost")

    with pytest.raises(Conflict):
        store.write(lose)
    assert len(tries) == 10
    assert 0 < clock.mono_s() - begin_mono_s < 5
    store.close()


@pytest.mark.parametrize(
    ("state", "kind", "words"),
    [
        ("40001", Conflict, "at the same moment"),
        ("40P01", LostRace, "at the same moment"),
        ("23505", Conflict, "changed meanwhile"),
        ("42501", Denied, "wallapp store prepare"),
        ("WA001", RuleBroken, "^an entry stays as it was written$"),
        ("53100", Unavailable, "full"),
        ("53300", Unavailable, "max_connections"),
        ("55P03", Unavailable, "in use"),
        ("57014", Unavailable, "too long"),
        ("57P01", Unavailable, "does not answer"),
        ("25006", Unavailable, "read-only"),
        ("22003", BadInput, "cannot keep this value"),
        ("XX001", Unavailable, "internal error"),
        ("42601", Bug, "42601"),
    ],
)
def test_every_refusal_of_the_server_has_its_line(store: Store, state: str, kind: type[WallError], words: str) -> None:
    complaint = f"DO $$ BEGIN RAISE EXCEPTION 'an entry stays as it was written' USING ERRCODE = '{state}'; END $$"
    with pytest.raises(kind, match=words) as caught, store.writing() as unit:
        unit.owners._connection.exec_driver_sql(complaint)
    assert PASSWORD not in str(caught.value)
    put(store, CITY)


def test_a_character_that_text_may_not_hold_is_named(store: Store) -> None:
    with pytest.raises(BadInput, match="character"):
        put(store, Owner(OwnerName("a\0b"), OwnerKind.CITY))


@pytest.mark.parametrize(
    ("old", "new", "kind", "words"),
    [
        (PASSWORD, "wrong-secret", Denied, "refuses this user or password"),
        ("_owner:", "_nobody:", Denied, "refuses this user or password"),
        ("@127.0.0.1:", "@127.0.0.1:1", (Unavailable, BadInput), "does not answer|no database URL"),
        ("?", "?sslmode=verify-full&", Unavailable, "trusted TLS"),
        ("?", "?password=wrong-secret&", Denied, "refuses this user or password"),
        ("?", "?nonsense=wrong-secret&", BadInput, "check its options"),
    ],
)
def test_a_url_that_leads_nowhere_is_one_line_without_the_password(
    database: Database, tmp_path: Path, old: str, new: str, kind: type[WallError], words: str
) -> None:
    url = (database.url + "?").replace(old, new, 1)
    with pytest.raises(kind, match=words) as caught:
        open_store(tmp_path, url=url)
    assert PASSWORD not in str(caught.value)
    assert "wrong-secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_database_that_is_not_there_is_named(database: Database, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"no database at .*/nowhere;"):
        open_store(tmp_path, url=database.server.url("nowhere", role=database.owner))


@pytest.mark.slow
def test_a_server_that_takes_connections_and_says_nothing_is_given_up(tmp_path: Path) -> None:
    clock = SystemClock()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        begin_mono_s = clock.mono_s()
        with pytest.raises(Unavailable, match="does not answer"):
            open_store(tmp_path, url=f"postgresql+psycopg://u:p@127.0.0.1:{silent.getsockname()[1]}/d")
    assert clock.mono_s() - begin_mono_s < 5


def test_another_programs_database_is_left_untouched(database: Database, tmp_path: Path) -> None:
    database.execute("CREATE TABLE recipe (name text)")
    with pytest.raises(BadInput, match="another program; choose another --store"):
        open_store(tmp_path, url=database.url)
    assert database.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'") == [("recipe",)]


def test_a_role_that_may_not_make_tables_says_who_must(database: Database, tmp_path: Path) -> None:
    with pytest.raises(Denied, match="wallapp store prepare ROLE --store URL-of-its-owner") as caught:
        open_store(tmp_path, url=database.station_url)
    assert PASSWORD not in str(caught.value)


def test_a_prepared_stations_role_can_work_and_change_no_history(database: Database, tmp_path: Path) -> None:
    privileges = {**TABLE_PRIVILEGES, "layout": APPEND}
    prepare_store(database.url, database.station)
    database.execute("GRANT ALL ON layout TO PUBLIC")
    prepare_store(database.url, database.station, privileges=privileges)
    store = open_store(tmp_path, url=database.station_url)
    put(store, CITY)
    for statement in (
        "DELETE FROM layout",
        "UPDATE layout SET body = ''",
        "TRUNCATE layout",
        "DROP TABLE layout",
        "CREATE TABLE x (y int)",
        "ALTER TABLE layout DISABLE TRIGGER ALL",
        "UPDATE alembic_version SET version_num = '0001'",
    ):
        with pytest.raises(Denied), store.writing() as unit:
            unit.owners._connection.exec_driver_sql(statement)
    facts = read_facts(store, privileges=privileges)
    assert (facts.role, facts.is_superuser, facts.owns_tables, facts.may_create) == (
        database.station,
        False,
        False,
        False,
    )
    assert (facts.may_rewrite, facts.cannot) == ((), ())
    assert read_facts(store).cannot == ("layout",)
    store.close()


def test_the_facts_tell_what_nothing_holds_back(database: Database, store: Store, tmp_path: Path) -> None:
    privileges = {"layout": APPEND}
    facts = read_facts(store, privileges=privileges)
    assert (facts.is_superuser, facts.owns_tables, facts.may_create) == (False, True, True)
    assert facts.may_rewrite == append_only(privileges)
    almighty = open_store(tmp_path, url=database.server.socket_url(database.name))
    facts = read_facts(almighty, privileges=privileges)
    assert facts.may_rewrite == append_only(privileges)
    assert (facts.is_superuser, facts.tls, facts.is_local) == (True, "", True)
    almighty.close()


def test_a_right_given_on_one_column_is_seen(database: Database, tmp_path: Path) -> None:
    privileges = {**TABLE_PRIVILEGES, "layout": APPEND}
    prepare_store(database.url, database.station, privileges=privileges)
    database.execute(f"GRANT UPDATE (body) ON layout TO {database.station}")
    store = open_store(tmp_path, url=database.station_url)
    assert read_facts(store, privileges=privileges).may_rewrite == ("layout",)
    store.close()


def test_tls_is_told_as_the_server_and_the_url_have_it(database: Database, tmp_path: Path) -> None:
    checked = f"?sslmode=verify-full&sslrootcert={database.server.authority}"
    url = database.server.url(database.name, role=database.owner, options=checked)
    store = open_store(tmp_path, url=url)
    facts = read_facts(store)
    assert facts.backend is Backend.POSTGRES
    assert facts.tls.startswith("TLSv1.")
    assert (facts.sslmode, facts.is_local, facts.is_server_proven) == ("verify-full", True, True)
    assert int(facts.server_version.split(".")[0]) >= 15
    assert PASSWORD not in repr(facts)
    store.close()
    store = open_store(tmp_path, url=f"{database.url}?sslmode=disable")
    assert (read_facts(store).tls, read_facts(store).sslmode) == ("", "disable")
    store.close()


def test_a_file_holds_nothing_back_and_says_so(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    facts = read_facts(store, privileges={"layout": APPEND, "owner": ALL})
    assert (facts.backend, facts.owns_tables, facts.may_rewrite) == (Backend.SQLITE, True, ("layout",))
    store.close()


def test_every_table_says_what_a_station_may_do_to_it() -> None:
    assert set(TABLE_PRIVILEGES) == {*METADATA.tables, "alembic_version"}


@pytest.mark.parametrize("role", ["nobody-there", "owner", "superuser"])
def test_only_a_role_that_can_be_bound_is_prepared(database: Database, role: str) -> None:
    names = {"owner": database.owner, "superuser": "postgres"}
    with pytest.raises(BadInput, match="role"):
        prepare_store(database.url, names.get(role, role))


def test_only_a_server_is_prepared(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="only a PostgreSQL store"):
        prepare_store(f"sqlite:///{tmp_path / 'x'}", "anybody")
