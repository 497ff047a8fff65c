"""Turns the database's errors into the house's, once, by SQLite's own codes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TypeVar

from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

from wallapp.base.errors import BadInput, Bug, Conflict, Unavailable, WallError

_Member = TypeVar("_Member", bound=StrEnum)
_PRIMARY_CODE = 0xFF
"""SQLite's extended result codes carry the primary one in their low byte."""


@contextmanager
def translated(place: str) -> Iterator[None]:
    """Raise the house's error for the database's; `place` names the store to a person and holds no secret.

    Raises:
      BadInput: the file is no database, or is damaged.
      Conflict: a constraint of the schema was broken.
      Unavailable: full, read-only, locked, or not answering.
      Bug: the database refused a statement of ours.
    """
    try:
        yield
    except DBAPIError as error:
        raise _wall_error(error, place) from error
    except sqlite3.Error as error:
        raise _from_sqlite(error, place) from error
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


def _wall_error(error: DBAPIError, place: str) -> WallError:
    if isinstance(error, IntegrityError):
        return Conflict(f"the store {place} was changed meanwhile and refuses this change; look again and repeat it")
    cause = error.orig
    if isinstance(cause, sqlite3.Error):
        return _from_sqlite(cause, place)
    if error.connection_invalidated or type(error).__name__ in ("OperationalError", "InterfaceError"):
        return Unavailable(f"the store {place} does not answer; check that its server runs and can be reached")
    return Bug(f"the store {place} refused a statement: {type(cause).__name__}; please report this")


def _from_sqlite(cause: sqlite3.Error, place: str) -> WallError:
    code = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY_CODE
    match code:
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
