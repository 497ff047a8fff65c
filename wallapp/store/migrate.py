"""Whether a database is ours, and bringing its schema to this wallapp's."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from wallapp.base.errors import BadInput
from wallapp.store.postgres import BACKEND

_MIGRATIONS = Path(__file__).with_name("migrations")
_LOCK_KEY = 0x77616C6C
"""Of the advisory lock that one process holds while it changes a PostgreSQL schema; any number, always the same."""


def check_is_ours(connection: Connection, place: str) -> bool:
    """Read only.

    Returns:
      Whether the schema is this wallapp's already; False where steps are missing, or all of them.

    Raises:
      BadInput: the database is another program's, or a newer wallapp's.
    """
    heads = MigrationContext.configure(connection).get_current_heads()
    if not heads:
        if [name for name in inspect(connection).get_table_names() if name != "alembic_version"]:
            raise BadInput(f"{place} belongs to another program; choose another {_option(connection)}")
        return False
    scripts = ScriptDirectory.from_config(_config())
    if not set(heads) <= {script.revision for script in scripts.walk_revisions()}:
        raise BadInput(
            f"{place} was made by a newer wallapp; update this station or choose another {_option(connection)}"
        )
    return set(heads) == set(scripts.get_heads())


def bring_up_to_date(connection: Connection, place: str) -> None:
    """Apply the missing steps inside the caller's transaction, which must hold the right to write."""
    if connection.dialect.name == BACKEND:
        _wait_for_turn(connection)
    # Again, under the lock: another process may have been here since the first look.
    if check_is_ours(connection, place):
        return
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _wait_for_turn(connection: Connection) -> None:
    """Hold the right to change the schema until the transaction ends; DDL may take its time."""
    connection.execute(text("SET LOCAL lock_timeout = '60s'"))
    connection.execute(text("SET LOCAL statement_timeout = '10min'"))
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK_KEY})


def _option(connection: Connection) -> str:
    return "--store" if connection.dialect.name == BACKEND else "--profile"


def _config() -> Config:
    config = Config()
    # ConfigParser would read a % as an interpolation.
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config
