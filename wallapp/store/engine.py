"""Opens the store: a SQLite file under the profile, or what a URL names."""

from __future__ import annotations

import logging
import os
import sqlite3
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from wallapp.base.clock import Clock
from wallapp.base.errors import BadInput, Denied, Unavailable
from wallapp.store.faults import translated
from wallapp.store.migrate import bring_up_to_date, check_is_ours
from wallapp.store.postgres import is_postgres, postgres_engine, shown
from wallapp.store.unit_of_work import WRITES, Store

LOG = logging.getLogger("wallapp.store")

FILE_NAME = "wallapp.sqlite3"
DEMO_FILE_NAME = "demo.sqlite3"
BUSY_TIMEOUT_MS = 5000


def open_store(
    profile_dir: Path, *, url: str | None = None, clock: Clock | None = None, file_name: str = FILE_NAME
) -> Store:
    """The store of a profile, its schema brought up to date.

    Args:
      profile_dir: made where it is missing, readable by its user alone.
      url: SQLAlchemy's, for another place than the profile's file; it may hold a password, no message repeats it.
      file_name: of the profile's own store; the demo's people must not stand beside real ones.
      clock: the time to decide by where the store is a file, and what pauses between attempts; the machine's if None.

    Raises:
      BadInput: the file is no wallapp store, is damaged or was made by a newer wallapp (it is then left untouched),
        or the URL cannot be used.
      Denied: the server refuses the URL's user, or the schema is out of date and that user may not change it.
      Unavailable: the folder or the file cannot be made or written, or a server does not answer.
    """
    place_url = checked_url(url) if url is not None else URL.create("sqlite", database=str(profile_dir / file_name))
    if url is None:
        _make_profile(profile_dir, file_name)
    engine, place = open_engine(place_url)
    try:
        with translated(place):
            with engine.connect() as connection, connection.begin() as transaction:
                is_current = check_is_ours(connection, place)
                transaction.rollback()
            if not is_current:
                bring_schema_up_to_date(engine, place)
    except BaseException:
        engine.dispose()
        raise
    LOG.info("store open: %s", place)
    return Store(engine, place, clock=clock)


def bring_schema_up_to_date(engine: Engine, place: str) -> None:
    """Apply the missing steps, one process at a time.

    Raises:
      BadInput: the database is another program's, or a newer wallapp's.
      Denied: the user may not change the schema.
      Unavailable: the store does not answer or cannot be written.
    """
    if engine.dialect.name == "sqlite":
        _use_write_ahead_log(engine)
    try:
        with (
            translated(place),
            engine.connect().execution_options(**{WRITES: True}) as connection,
            connection.begin(),
        ):
            bring_up_to_date(connection, place)
    except Denied:
        raise Denied(
            f"the schema of {place} is out of date and this user may not change it; "
            "run: wallapp store prepare ROLE --store URL-of-its-owner"
        ) from None


def checked_url(url: str) -> URL:
    """What a person gave as --store. Raises BadInput, which does not repeat it."""
    try:
        return make_url(url)
    except (ArgumentError, ValueError):
        raise BadInput("--store is no database URL; write it as postgresql+psycopg://user@host/database") from None


def _make_profile(profile_dir: Path, file_name: str) -> None:
    try:
        profile_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        # SQLite would make the file readable by everybody; its side files take over this one's rights.
        os.close(os.open(profile_dir / file_name, os.O_RDWR | os.O_CREAT, 0o600))
    except (FileExistsError, NotADirectoryError, IsADirectoryError):
        raise BadInput(f"the profile {profile_dir} is no folder; choose another --profile") from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Unavailable(f"the profile {profile_dir} cannot be used ({reason}); choose another --profile") from error


def open_engine(url: URL) -> tuple[Engine, str]:
    """An engine, nothing connected yet, and the name of its place for a person.

    Raises:
      BadInput: no driver for it is installed, or its options cannot be used.
    """
    try:
        if is_postgres(url):
            return postgres_engine(url), shown(url)
        engine = create_engine(url, pool_pre_ping=url.get_backend_name() != "sqlite")
    except (ModuleNotFoundError, NoSuchModuleError):
        raise BadInput(
            f"--store: no driver for {url.drivername} is installed; install it or leave --store out"
        ) from None
    except ArgumentError:
        raise BadInput("--store is no database URL that can be used; leave it out or mend it") from None
    if url.get_backend_name() != "sqlite":
        raise BadInput(
            f"--store: {url.drivername} is not supported; write it as postgresql+psycopg://user@host/database"
        )
    event.listen(engine, "connect", _set_up_connection)
    event.listen(engine, "begin", _begin)
    return engine, url.database or ""


def _set_up_connection(connection: sqlite3.Connection, _record: object) -> None:
    """Every new SQLite connection. Nothing here writes to the file: whether it is ours is not known yet."""
    # Python's own implicit transactions begin too late to give a reader one state; `_begin` does it.
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout = {BUSY_TIMEOUT_MS}",
        "foreign_keys = ON",
        "synchronous = FULL",
        "trusted_schema = OFF",
        # INSERT OR REPLACE must not slip past delete triggers.
        "recursive_triggers = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A writer takes its right at once: two that had read first could otherwise both fail at their first write.
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _use_write_ahead_log(engine: Engine) -> None:
    """Readers do not wait for a writer then. Kept in the file; cannot be changed inside a transaction."""
    pooled = engine.raw_connection()
    try:
        pooled.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        pooled.close()
