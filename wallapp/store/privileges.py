"""What a station's role may do to each table on PostgreSQL, and who prepares it: the tables' owner.

A table that is not named here gives a station nothing: a new table is closed until somebody says how far it opens.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from sqlalchemy import Connection, text

from wallapp.base.errors import BadInput
from wallapp.store.access_schema import ACCESS_APPEND_ONLY, ACCESS_CHANGEABLE
from wallapp.store.engine import bring_schema_up_to_date, checked_url, open_engine
from wallapp.store.faults import translated
from wallapp.store.postgres import is_postgres
from wallapp.store.shared_schema import SHARED_APPEND_ONLY, SHARED_CHANGEABLE


class Privilege(StrEnum):
    """PostgreSQL's, on a table."""

    SELECT = "SELECT"
    INSERT = "INSERT"
    UPDATE = "UPDATE"
    DELETE = "DELETE"


READ = frozenset({Privilege.SELECT})
ALL = frozenset(Privilege)
APPEND = frozenset({Privilege.SELECT, Privilege.INSERT})
"""What was written stays as it was written."""
NO_DELETE = frozenset({Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE})

TABLE_PRIVILEGES: Mapping[str, frozenset[Privilege]] = {
    "alembic_version": READ,
    "clock_guard": READ,
    "owner": ALL,
    "site": ALL,
    "camera": ALL,
    "camera_stream": ALL,
    "layout": ALL,
    "setting": ALL,
    **dict.fromkeys((*ACCESS_APPEND_ONLY, *ACCESS_CHANGEABLE), APPEND),
    "typed_text": frozenset({Privilege.SELECT, Privilege.INSERT, Privilege.DELETE}),
    "audit_head": READ,
    **dict.fromkeys((*SHARED_APPEND_ONLY, *SHARED_CHANGEABLE), APPEND),
    "shared_head": READ,
    "shared_presence": ALL,
}
"""By table. Whoever adds a table adds it here."""

COLUMN_UPDATES: Mapping[str, tuple[str, ...]] = {**ACCESS_CHANGEABLE, **SHARED_CHANGEABLE}
"""Single columns that a station may change, by table, beside what TABLE_PRIVILEGES gives it there."""


def append_only(privileges: Mapping[str, frozenset[Privilege]] = TABLE_PRIVILEGES) -> tuple[str, ...]:
    """The tables whose rows a station may add and never change."""
    kept = (table for table, granted in privileges.items() if granted == APPEND and table not in COLUMN_UPDATES)
    return tuple(sorted(kept))


def prepare_store(
    url: str, station_role: str, *, privileges: Mapping[str, frozenset[Privilege]] = TABLE_PRIVILEGES
) -> None:
    """Bring the schema up to date as its owner and give a station's role what it needs, no more. Repeatable.

    Args:
      url: of the owner of the tables, or of who may make them; it may hold a password, no message repeats it.
      station_role: a role that is there already; what it had on these tables and is not given here is taken back.
      privileges: by table; a table that is not there is left out.

    Raises:
      BadInput: no PostgreSQL URL, another program's database, no such role, or the role is the owner itself.
      Denied: the URL's user may not do this.
      Unavailable: the server does not answer.
    """
    place_url = checked_url(url)
    if not is_postgres(place_url):
        raise BadInput(
            "only a PostgreSQL store has to be prepared; give it as postgresql+psycopg://owner@host/database"
        )
    engine, place = open_engine(place_url)
    try:
        bring_schema_up_to_date(engine, place)
        with translated(place), engine.connect() as connection, connection.begin():
            _check_role(connection, station_role)
            _grant(connection, station_role, privileges)
    finally:
        engine.dispose()


def _check_role(connection: Connection, role: str) -> None:
    found = connection.execute(text("SELECT rolsuper FROM pg_roles WHERE rolname = :role"), {"role": role}).first()
    if found is None:
        raise BadInput(f"the server has no role {role}; make it with: CREATE ROLE {role} LOGIN PASSWORD '…'")
    if found.rolsuper:
        raise BadInput(f"the role {role} is a superuser, whom nothing binds; give stations another one")
    owns = "SELECT pg_has_role(:role, tableowner, 'MEMBER') FROM pg_tables WHERE schemaname = current_schema()"
    if any(connection.execute(text(owns), {"role": role}).scalars()):
        raise BadInput(f"the role {role} owns the tables and could change anything; give stations another one")


def _grant(connection: Connection, role: str, privileges: Mapping[str, frozenset[Privilege]]) -> None:
    quote = connection.dialect.identifier_preparer.quote
    schema = quote(str(connection.execute(text("SELECT current_schema()")).scalar_one()))
    there = connection.execute(text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"))
    statements = [f"GRANT USAGE ON SCHEMA {schema} TO {quote(role)}"]
    for table in sorted(there.scalars()):
        name = f"{schema}.{quote(table)}"
        statements.append(f"REVOKE ALL ON TABLE {name} FROM PUBLIC, {quote(role)}")
        if granted := privileges.get(table):
            statements.append(f"GRANT {', '.join(sorted(granted))} ON TABLE {name} TO {quote(role)}")
            if columns := COLUMN_UPDATES.get(table):
                statements.append(f"GRANT UPDATE ({', '.join(map(quote, columns))}) ON TABLE {name} TO {quote(role)}")
    statements.append(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA {schema} TO {quote(role)}")
    for statement in statements:
        connection.exec_driver_sql(statement)
