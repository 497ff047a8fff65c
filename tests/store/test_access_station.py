"""What a station's role may do to the tables of access on PostgreSQL, with the database's password and raw SQL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.servers.postgres import Database, PostgresServer, fresh_database
from tests.store.access_cases import KEPT_TABLES, fill, run, terms
from wallapp.base.errors import Denied, RuleBroken
from wallapp.base.ids import AccountId, RequestId
from wallapp.domain.access import RequestState
from wallapp.services.access_ports import AuditQuery
from wallapp.store.access_schema import ACCESS_APPEND_ONLY, ACCESS_CHANGEABLE
from wallapp.store.engine import open_store
from wallapp.store.facts import read_facts
from wallapp.store.privileges import prepare_store
from wallapp.store.schema import METADATA
from wallapp.store.unit_of_work import Store

_VOTE = (
    "INSERT INTO vote SELECT 'open', 'account-supervisor', 1, terms, signature, FALSE FROM vote"
    " WHERE voter = 'account-supervisor'"
)
_DENIED = {
    **{f"empties {table}": f"TRUNCATE {table} CASCADE" for table in KEPT_TABLES},
    **{f"deletes from {table}": f"DELETE FROM {table}" for table in KEPT_TABLES},
    **{f"lifts the guards of {table}": f"ALTER TABLE {table} DISABLE TRIGGER ALL" for table in KEPT_TABLES},
    "changes what was asked": "UPDATE access_request SET expires_at = expires_at + interval '1 day'",
    "changes who asked": "UPDATE access_request SET requester = 'account-owner'",
    "changes a vote": "UPDATE vote SET terms = terms",
    "prolongs a grant": "UPDATE access_grant SET not_after = not_after + interval '1 day'",
    "moves a grant": "UPDATE access_grant SET station = 'mine'",
    "changes a pseudonym": "UPDATE account SET pseudonym = 'x'",
    "changes a policy": "UPDATE document SET body = body",
    "changes a signature": "UPDATE document_signature SET signature = signature",
    "changes the chain of trust": "UPDATE trust_chain SET version = version",
    "changes a fact": "UPDATE confirmed_fact SET terms = terms",
    "changes the history": "UPDATE audit_entry SET actor = 'somebody else'",
    "changes the history's end": "UPDATE audit_head SET seq = seq + 1",
    "replaces a row of the history": (
        "INSERT INTO audit_entry SELECT * FROM audit_entry ON CONFLICT (seq) DO UPDATE SET actor = 'x'"
    ),
    "rewrites a typed text": "UPDATE typed_text SET text = 'x'",
    "drops a guard": "DROP TRIGGER kept_audit_entry_update ON audit_entry",
    "drops a table": "DROP TABLE audit_entry",
    "replaces a guard's function": (
        "CREATE OR REPLACE FUNCTION public.wallapp_refuse() RETURNS trigger LANGUAGE plpgsql"
        " AS $$ BEGIN RETURN NEW; END $$"
    ),
    "switches all guards off": "SET session_replication_role = 'replica'",
    "makes a guard of its own": (
        "CREATE TRIGGER mine BEFORE INSERT ON vote FOR EACH ROW EXECUTE FUNCTION public.wallapp_refuse('x')"
    ),
}


@pytest.fixture(scope="module")
def prepared(postgres: PostgresServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Filled by its owner, a station's role let in."""
    with fresh_database(postgres, "stations") as database:
        prepare_store(database.url, database.station)
        store = open_store(tmp_path_factory.mktemp("owner"), url=database.url)
        fill(store)
        store.close()
        yield database


@pytest.fixture(scope="module")
def station(prepared: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(tmp_path_factory.mktemp("station"), url=prepared.station_url)
    yield store
    store.close()


@pytest.mark.parametrize("statement", _DENIED.values(), ids=_DENIED.keys())
def test_a_station_is_refused(station: Store, statement: str) -> None:
    with pytest.raises(Denied):
        run(station, statement)


def test_a_station_may_do_all_that_wallapp_does(database: Database, tmp_path: Path) -> None:
    prepare_store(database.url, database.station)
    store = open_store(tmp_path, url=database.station_url)
    fill(store)
    with store.writing() as unit:
        unit.people.hold([AccountId("account-owner")])
        unit.people.hold([AccountId("account-owner")], to_change=True)
        owner = unit.people.person(AccountId("account-owner"))
        assert owner is not None
        unit.people.put_person(replace(owner, name="another name", on_duty=not owner.on_duty))
        for document in unit.documents.trust_chain():
            assert unit.documents.document(document.digest, locks=True) == document
        assert unit.requests.request(RequestId("open"), locks=True) is not None
        assert unit.requests.circumstance_count(terms().owner, "night", terms().submitted_at) == 0
        assert unit.texts.erase_before(terms().submitted_at) == 0
        assert len(unit.audit.entries(AuditQuery())) == 2
    facts = read_facts(store)
    assert (facts.may_rewrite, facts.cannot, facts.owns_tables) == ((), (), False)
    database.execute(f"REVOKE UPDATE (lifted_at) ON access_lock FROM {database.station}")
    assert read_facts(store).cannot == ("access_lock",)
    store.close()


def test_a_forged_vote_can_be_inserted_which_is_why_votes_are_signed(station: Store) -> None:
    run(station, _VOTE)


def test_a_forged_grant_needs_a_forged_decision_first(station: Store) -> None:
    forged = (
        "INSERT INTO public.access_grant (id, request, kind, person, station, owner, cameras, not_before, not_after)"
        " SELECT 'forged', 'open', kind, person, station, owner, cameras, not_before, not_after"
        " FROM public.access_grant"
    )
    with pytest.raises(RuleBroken, match="a grant needs a request that is approved"):
        run(station, forged)
    # A table of its own in the real one's place deceives nobody.
    shadow = "CREATE TEMP TABLE access_request AS SELECT 'open' AS id, 'approved' AS state"
    with pytest.raises(RuleBroken, match="a grant needs"):
        run(station, shadow, forged)


def test_every_table_of_access_says_what_a_station_may_change() -> None:
    said = {*ACCESS_APPEND_ONLY, *ACCESS_CHANGEABLE, "typed_text", "audit_head"}
    assert said == {*KEPT_TABLES, "typed_text"}
    for table, columns in ACCESS_CHANGEABLE.items():
        assert set(columns) < set(METADATA.tables[table].c.keys())


def test_every_function_looks_only_where_it_was_made(station: Store) -> None:
    with station.engine.connect() as connection:
        rows = connection.execute(
            text("SELECT proname, proconfig FROM pg_proc WHERE proname LIKE 'wallapp%' ORDER BY proname")
        ).all()
    names = ["wallapp_audit_head", "wallapp_audit_next", "wallapp_grant_begins", "wallapp_refuse"]
    assert [row.proname for row in rows] == names
    for row in rows:
        assert re.fullmatch(r'search_path=pg_catalog,( "?public"?,)? pg_temp', row.proconfig[0])


@pytest.mark.parametrize("table", KEPT_TABLES)
def test_its_owner_cannot_empty_a_table_by_mistake(prepared: Database, tmp_path: Path, table: str) -> None:
    store = open_store(tmp_path, url=prepared.url)
    with pytest.raises(RuleBroken, match=r"^wallapp: "):
        run(store, f"TRUNCATE {table} CASCADE")
    store.close()


def test_a_decision_by_hand_is_still_a_single_one(station: Store) -> None:
    """A station can decide a request in raw SQL: nothing opens by it, and it cannot be undone or hidden."""
    with pytest.raises(RuleBroken, match="decided once"):
        run(station, f"UPDATE access_request SET state = '{RequestState.PENDING}', version = 3, decided_at = NULL")
