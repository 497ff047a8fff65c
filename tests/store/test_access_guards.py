"""What the tables refuse whoever writes raw SQL as their owner, on SQLite and on PostgreSQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Connection, inspect, text

from tests.servers.postgres import PostgresServer, fresh_database
from tests.store.access_cases import KEPT_TABLES, fill, run
from wallapp.base.errors import RuleBroken
from wallapp.services.access_ports import AuditQuery
from wallapp.store import migrate
from wallapp.store.engine import FILE_NAME, open_store
from wallapp.store.unit_of_work import WRITES, Store

FREE_COLUMNS = {
    "account": {"login", "login_folded", "name", "roles", "organisation", "on_duty", "active", "public_key"},
    "account_secret": {"password_hash", "sealed", "totp_counter", "failures", "locked_until", "must_change"},
    "vote": {"struck"},
}
"""What may change again and again, or has a case of its own below."""

REFUSED = {
    "a request is decided again": "UPDATE access_request SET state = 'denied', version = 3 WHERE id = 'done'",
    "a request is pending again": (
        "UPDATE access_request SET state = 'pending', version = 3, decided_at = NULL WHERE id = 'done'"
    ),
    "a pending request is older": "UPDATE access_request SET version = version - 1 WHERE id = 'open'",
    "a pending request is only numbered": "UPDATE access_request SET version = version + 1 WHERE id = 'open'",
    "a decision skips a number": (
        "UPDATE access_request SET state = 'denied', version = 3, decided_at = submitted_at WHERE id = 'open'"
    ),
    "a struck vote counts again": "UPDATE vote SET struck = (1 = 0) WHERE request = 'done' AND struck",
    "a grant's end is later": "UPDATE access_grant SET ended_at = not_after WHERE id = 'g-done'",
    "a grant goes on": "UPDATE access_grant SET ended_at = NULL, ended_as = NULL, ended_by = NULL WHERE id = 'g-done'",
    "a grant was ended by another": "UPDATE access_grant SET ended_by = 'account-operator' WHERE id = 'g-done'",
    "a grant closed at another time": "UPDATE access_grant SET closed_at = NULL WHERE id = 'g-done'",
    "a grant lasts longer": "UPDATE access_grant SET not_after = (SELECT max(expires_at) FROM access_request)",
    "a lock is in force again": "UPDATE access_lock SET lifted_at = NULL WHERE id = 'lifted'",
    "a review is judged again": "UPDATE grant_review SET verdict = 'justified'",
    "a code is good again": "UPDATE account_secret SET totp_counter = totp_counter - 1 WHERE totp_counter > 0",
    "the history's end goes back": "UPDATE audit_head SET seq = seq - 1",
    "the history's end leaps": "UPDATE audit_head SET seq = seq + 2",
    "an entry leaves a gap": (
        "INSERT INTO audit_entry (seq, at, event, actor, station, subject, owner, facts)"
        " SELECT seq + 5, at, event, actor, station, subject, owner, facts FROM audit_entry WHERE seq = 1"
    ),
    "an entry goes before the first": (
        "INSERT INTO audit_entry (seq, at, event, actor, station, subject, owner, facts)"
        " SELECT 0, at, event, actor, station, subject, owner, facts FROM audit_entry WHERE seq = 1"
    ),
    "a grant without approval": (
        "INSERT INTO access_grant (id, request, kind, person, station, owner, cameras, not_before, not_after)"
        " SELECT 'forged', 'open', kind, person, station, owner, cameras, not_before, not_after FROM access_grant"
    ),
    "a request that was never asked": (
        "INSERT INTO access_request SELECT 'forged', terms, kind, requester, owner, circumstance, submitted_at,"
        " expires_at, state, version, decided_at FROM access_request WHERE id = 'done'"
    ),
    **{f"a row of {table} is deleted": f"DELETE FROM {table}" for table in KEPT_TABLES},
}


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Each database with all of it; a test changes nothing there."""
    folder = tmp_path_factory.mktemp("guards")
    if request.param == "sqlite":
        store = open_store(folder)
        fill(store)
        yield store
        store.close()
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    with fresh_database(server, "guards") as database:
        store = open_store(folder, url=database.url)
        fill(store)
        yield store
        store.close()


@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED.keys())
def test_what_no_honest_program_does_is_refused(filled: Store, statement: str) -> None:
    with pytest.raises(RuleBroken, match=r"^wallapp: \w"):
        run(filled, statement)


def test_no_other_column_changes(filled: Store) -> None:
    is_postgres = filled.engine.dialect.name == "postgresql"
    tried = 0
    for table in KEPT_TABLES:
        for column in inspect(filled.engine).get_columns(table):
            name, kind = column["name"], str(column["type"])
            if name in FREE_COLUMNS.get(table, ()) or (table, name) == ("audit_head", "seq"):
                continue
            other = {"BOOLEAN": f"NOT {name}", "INTEGER": f"{name} + 100", "BIGINT": f"{name} + 100"}.get(
                kind, f"{name} || 'x'"
            )
            if kind.startswith("TIMESTAMP") and is_postgres:
                other = f"coalesce({name}, now()) + interval '1 s'"
            if column["nullable"] and table == "audit_entry":
                other = "'x'"
            with pytest.raises(RuleBroken, match=r"^wallapp: "):
                run(filled, f"UPDATE {table} SET {name} = {other}")
            tried += 1
    assert tried == 80


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE vote SET struck = (1 = 1)",
        "UPDATE account_secret SET totp_counter = totp_counter + 1",
        "UPDATE account SET name = '', login = id, login_folded = id, active = (1 = 0)",
        "UPDATE access_request SET state = 'denied', version = 2, decided_at = submitted_at WHERE id = 'open'",
    ],
)
def test_what_an_honest_program_does_is_not(filled: Store, statement: str) -> None:
    run(filled, statement)


@pytest.mark.parametrize("table", KEPT_TABLES)
def test_a_row_cannot_be_replaced_by_another_program(table: str, tmp_path: Path) -> None:
    """SQLite's INSERT OR REPLACE asks no delete trigger on a connection that was not told to, such as its shell's."""
    store = open_store(tmp_path)
    fill(store)
    store.close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as raw:
        before = raw.execute(f"SELECT * FROM {table}").fetchall()
        assert before
        with pytest.raises(sqlite3.IntegrityError, match=r"^wallapp: "):
            raw.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
        # There is no hidden number to replace a row by, either.
        with pytest.raises(sqlite3.OperationalError, match="rowid"):
            raw.execute(f"SELECT rowid FROM {table}")
        assert raw.execute(f"SELECT * FROM {table}").fetchall() == before


def test_the_schema_can_be_taken_back_and_made_again(real_store: Store) -> None:
    with real_store.engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        names = guards_of(connection)
        config = migrate._config()
        config.attributes["connection"] = connection
        command.downgrade(config, "0002")
        assert guards_of(connection) == set()
        assert "account" not in inspect(connection).get_table_names()
        command.upgrade(config, "head")
        assert guards_of(connection) == names
        assert len(names) > 39
    fill(real_store)
    with real_store.reading() as unit:
        assert len(unit.audit.entries(AuditQuery())) == 2


def guards_of(connection: Connection) -> set[str]:
    """The names of our triggers, and of our functions on a server."""
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.dialect.name == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        " UNION SELECT proname FROM pg_proc WHERE proname LIKE 'wallapp%'"
    )
    return set(connection.execute(text(query)).scalars())
