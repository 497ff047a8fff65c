"""How we talk to PostgreSQL: how soon a dead server is noticed, and what every session is set to."""

from __future__ import annotations

from typing import Any

import psycopg
from sqlalchemy import URL, Engine, create_engine, event

BACKEND = "postgresql"
DRIVER = "psycopg"

READING = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
"""Execution options of a transaction that sees one state. Writing is READ COMMITTED: a row that was waited for is
read as it is after the wait, which is what compare-and-set on a locked row needs."""

_LIVENESS = {
    # A server that died without a word is noticed within about four seconds, at work (tcp_user_timeout) or idle.
    "connect_timeout": "3",
    "keepalives": "1",
    "keepalives_idle": "2",
    "keepalives_interval": "1",
    "keepalives_count": "2",
    "tcp_user_timeout": "4000",
    "application_name": "wallapp",
}
"""libpq's connection parameters; what the URL says goes before them."""

SESSION = {
    "TimeZone": "UTC",
    "DateStyle": "ISO",
    "statement_timeout": "10s",
    "lock_timeout": "4s",
    # A console that was stopped in the middle holds its locks no longer than this.
    "idle_in_transaction_session_timeout": "15s",
    "default_transaction_isolation": "read committed",
    "default_transaction_read_only": "off",
}
"""Set on each new connection rather than in its start-up packet: poolers such as PgBouncer refuse those."""

_POOL = {"pool_size": 3, "max_overflow": 5, "pool_timeout": 5.0, "pool_recycle": 1800}
"""A console has few threads that write, and twenty consoles share a server's hundred connections."""


def is_postgres(url: URL) -> bool:
    """Whether the URL means PostgreSQL through the driver that this room knows."""
    return url.get_backend_name() == BACKEND and url.get_driver_name() == DRIVER


def postgres_engine(url: URL) -> Engine:
    """An engine whose connections are set as above. Nothing is opened yet."""
    missing = {name: value for name, value in _LIVENESS.items() if name not in url.query}
    engine = create_engine(url, connect_args=missing, isolation_level="READ COMMITTED", pool_pre_ping=True, **_POOL)
    event.listen(engine, "connect", _set_up_session)
    return engine


def shown(url: URL) -> str:
    """The URL for a person: without its password, and without options, which may hold another one."""
    told = {name: value for name, value in url.query.items() if name in ("host", "port")}
    return url.set(query=told).render_as_string(hide_password=True)


def _set_up_session(connection: psycopg.Connection[Any], _record: object) -> None:
    """Every new connection."""
    calls = ", ".join("set_config(%s, %s, false)" for _ in SESSION)
    connection.execute(f"SELECT {calls}", [word for setting in SESSION.items() for word in setting])
    connection.commit()
