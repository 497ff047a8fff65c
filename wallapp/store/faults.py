"""Turns the database's errors into the house's, once, by SQLite's and PostgreSQL's own codes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TypeVar

import psycopg
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from wallapp.base.errors import BadInput, Bug, Conflict, RuleBroken, Unavailable, WallError
from wallapp.store.postgres_faults import from_postgres

_Member = TypeVar("_Member", bound=StrEnum)
_PRIMARY_CODE = 0xFF
"""SQLite's extended result codes carry the primary one in their low byte."""


@contextmanager
def translated(place: str, is_reading: bool = False) -> Iterator[None]:
    """Raise the house's error for the database's; `place` names the store to a person and holds no secret.

    Args:
      is_reading: the transaction was opened for reading, so that a refused write is our own fault.

    Raises:
      BadInput: the file is no database, or is damaged; a value that the database cannot keep.
      Conflict: a constraint of the schema was broken; LostRace where the transaction is to be tried again.
      Denied: the database's user may not do this.
      RuleBroken: a trigger of the schema refuses it, whoever asks.
      Unavailable: full, read-only, locked, or not answering.
      Bug: the database refused a statement of ours.
    """
    try:
        yield
    except DBAPIError as error:
        raise _wall_error(error, place, is_reading=is_reading) from error
    except sqlite3.Error as error:
        raise _from_sqlite(error, place) from error
    except psycopg.Error as error:
        raise from_postgres(error, place, is_reading=is_reading) from error
    except PoolTimeout as error:
        raise Unavailable(
            f"the store {place} is too busy: all connections of this station are in use; try again"
        ) from error
    except SQLAlchemyError as error:
        raise Bug(f"the store {place} was used wrongly: {type(error).__name__}; please report this") from error


def known(kinds: type[_Member], text: str) -> _Member:
    """The member that a row's text means.

    Raises:
      BadInput: this wallapp has no such member; a newer one wrote it.
    """
    try:
        return kinds(text)
    except ValueError:
        raise BadInput(
            f"the store holds the {kinds.__name__} '{text}', made by a newer wallapp; update this station"
        ) from None


def _wall_error(error: DBAPIError, place: str, *, is_reading: bool) -> WallError:
    cause = error.orig
    if isinstance(cause, sqlite3.Error):
        return _from_sqlite(cause, place)
    if isinstance(cause, psycopg.Error):
        return from_postgres(cause, place, is_reading=is_reading)
    if error.connection_invalidated or type(error).__name__ in ("OperationalError", "InterfaceError"):
        return Unavailable(f"the store {place} does not answer; check that its server runs and can be reached")
    return Bug(f"the store {place} refused a statement: {type(cause).__name__}; please report this")


def _from_sqlite(cause: sqlite3.Error, place: str) -> WallError:
    extended = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    if extended == sqlite3.SQLITE_CONSTRAINT_TRIGGER:
        return RuleBroken(str(cause))
    match extended & _PRIMARY_CODE:
        case sqlite3.SQLITE_CONSTRAINT:
            return Conflict(
                f"the store {place} was changed meanwhile and refuses this change; look again and repeat it"
            )
        case sqlite3.SQLITE_FULL:
            return Unavailable(f"the disk is full: {place} was left as it was; free some space and try again")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return Unavailable(
                f"{place} is read-only and was left as it was; allow writing or choose another --profile"
            )
        case sqlite3.SQLITE_CANTOPEN:
            return Unavailable(f"{place} cannot be opened; check the folder's rights or choose another --profile")
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return Unavailable(f"{place} is in use by another program for too long; close that one and try again")
        case sqlite3.SQLITE_IOERR:
            return Unavailable(f"the disk under {place} reports an error or is full; check it and try again")
        case sqlite3.SQLITE_NOTADB:
            return BadInput(f"{place} is not a wallapp profile's database; choose another --profile")
        case sqlite3.SQLITE_CORRUPT:
            return BadInput(f"{place} is damaged; put a backup in its place or choose another --profile")
        case _:
            return Bug(f"{place}: the database refused a statement ({cause}); please report this")
