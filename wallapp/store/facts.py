"""What a station should know about its store: how it is reached, and how much the database itself holds back."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import psycopg
from sqlalchemy import Connection, text

from wallapp.store.faults import translated
from wallapp.store.postgres import BACKEND
from wallapp.store.privileges import COLUMN_UPDATES, TABLE_PRIVILEGES, Privilege, append_only
from wallapp.store.unit_of_work import Store


class Backend(StrEnum):
    """Which database it is."""

    SQLITE = "sqlite"
    POSTGRES = "postgresql"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreFacts:
    """Asked of the server itself where there is one.

    Attributes:
      place: for a person; holds no password.
      server_version: such as 15.18; of the library for SQLite.
      is_local: a file, a socket, or a loopback address: nobody on the network is between.
      tls: the version in use, such as TLSv1.3; empty without.
      sslmode: what the connection insists on (libpq); empty for SQLite.
      role: the database's user; empty for SQLite.
      is_superuser: nothing binds the role.
      owns_tables: the role can lift every limit of a table, its triggers too.
      may_create: the role may make tables.
      may_rewrite: append-only tables of which the role could change, delete or empty rows.
      cannot: tables on which the role lacks a privilege that wallapp needs.
    """

    backend: Backend
    place: str
    server_version: str
    is_local: bool
    tls: str = ""
    sslmode: str = ""
    role: str = ""
    is_superuser: bool = False
    owns_tables: bool = True
    may_create: bool = True
    may_rewrite: tuple[str, ...] = ()
    cannot: tuple[str, ...] = ()

    @property
    def is_server_proven(self) -> bool:
        """Whether nobody can stand between: local, or TLS that checked the certificate and its name."""
        return self.is_local or (self.tls != "" and self.sslmode == "verify-full")


def read_facts(store: Store, *, privileges: Mapping[str, frozenset[Privilege]] = TABLE_PRIVILEGES) -> StoreFacts:
    """Ask the store about itself; changes nothing.

    Args:
      privileges: what a station's role should have, by table.

    Raises:
      Unavailable: the store does not answer.
    """
    with translated(store.place), store.engine.connect() as connection, connection.begin() as transaction:
        if connection.dialect.name == BACKEND:
            facts = _of_postgres(connection, store.place, privileges)
        else:
            version = str(connection.execute(text("SELECT sqlite_version()")).scalar_one())
            facts = StoreFacts(
                backend=Backend.SQLITE,
                place=store.place,
                server_version=version,
                is_local=True,
                may_rewrite=append_only(privileges),
            )
        transaction.rollback()
    return facts


def _of_postgres(connection: Connection, place: str, privileges: Mapping[str, frozenset[Privilege]]) -> StoreFacts:
    driver = connection.connection.dbapi_connection
    if not isinstance(driver, psycopg.Connection):
        raise TypeError("a PostgreSQL engine gave another driver's connection")
    parameters = {option.keyword: option.val for option in driver.pgconn.info}
    role = connection.execute(
        text(
            "SELECT current_user AS name, rolsuper AS is_superuser, current_setting('server_version') AS version,"
            " has_schema_privilege(current_schema(), 'CREATE') AS may_create,"
            " coalesce((SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl), '') AS tls"
            " FROM pg_roles WHERE rolname = current_user"
        )
    ).one()
    tables = connection.execute(
        text(
            "SELECT tablename AS name, pg_has_role(tableowner, 'MEMBER') AS is_owned,"
            " has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE')"
            "  OR has_any_column_privilege(c.oid, 'UPDATE') AS may_rewrite,"
            " array(SELECT p FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS p"
            "  WHERE has_table_privilege(c.oid, p)) AS granted"
            " FROM pg_tables JOIN pg_class c ON c.relname = tablename AND c.relnamespace = schemaname::regnamespace"
            " WHERE schemaname = current_schema() ORDER BY tablename"
        )
    ).all()
    kept = set(append_only(privileges))
    lacking = _without_columns(connection)
    return StoreFacts(
        backend=Backend.POSTGRES,
        place=place,
        server_version=role.version.split()[0],
        is_local=_is_local((parameters.get(b"hostaddr") or parameters.get(b"host") or b"").decode()),
        tls=role.tls,
        sslmode=(parameters.get(b"sslmode") or b"").decode(),
        role=role.name,
        is_superuser=role.is_superuser,
        owns_tables=any(table.is_owned for table in tables),
        may_create=bool(role.may_create),
        may_rewrite=tuple(table.name for table in tables if table.name in kept and table.may_rewrite),
        cannot=tuple(
            table.name
            for table in tables
            if table.name in lacking or not privileges.get(table.name, frozenset()) <= set(table.granted)
        ),
    )


def _without_columns(connection: Connection) -> set[str]:
    """Tables of which the role may not change all that a station has to."""
    pairs = [(table, column) for table, columns in COLUMN_UPDATES.items() for column in columns]
    query = text(
        "SELECT DISTINCT name FROM unnest(CAST(:tables AS text[]), CAST(:columns AS text[])) AS x (name, col)"
        " JOIN pg_class c ON c.relname = name AND c.relnamespace = current_schema()::regnamespace"
        " WHERE NOT has_column_privilege(c.oid, col, 'UPDATE')"
    )
    names = {"tables": [table for table, _ in pairs], "columns": [column for _, column in pairs]}
    return set(connection.execute(query, names).scalars())


def _is_local(host: str) -> bool:
    """Whether a libpq host is a socket's folder (or its default) or a loopback address."""
    if host == "" or host.startswith(("/", "@")) or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
