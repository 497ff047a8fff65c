"""PostgreSQL's errors as the house's, by SQLSTATE. No message repeats the server's, but our own triggers'."""

from __future__ import annotations

import psycopg

from wallapp.base.errors import BadInput, Bug, Conflict, Denied, RuleBroken, Unavailable, WallError

RULE_BROKEN = "WA001"
"""The SQLSTATE that our own triggers raise; their message is shown as it is."""

_REFUSED_AT_THE_DOOR = (
    "authentication failed",
    "no password supplied",
    "pg_hba.conf",
    'role "',
    "not permitted to log in",
)
_TLS_WORDS = ("certificate", "SSL", "TLS")


class LostRace(Conflict):
    """Another transaction won (a deadlock or a serialization failure): the whole of this one may be tried again."""


def from_postgres(cause: psycopg.Error, place: str, is_reading: bool = False) -> WallError:
    """The house's error for one of the driver's.

    Args:
      place: names the store to a person; holds no secret.
      is_reading: the transaction was opened for reading, so that a refused write is our own fault.
    """
    state = cause.sqlstate
    if state is None:
        return _without_state(cause, place)
    if state == RULE_BROKEN:
        return RuleBroken(cause.diag.message_primary or f"the store {place} refuses this change")
    if state == "25006" and is_reading:
        return Bug(f"the store {place} was told to write while reading; please report this")
    return _by_state(state, place) or _by_class(state, place)


def _by_state(state: str, place: str) -> WallError | None:
    match state:
        case "40001" | "40P01":
            return LostRace(f"others changed the store {place} at the same moment; look again and repeat it")
        case "42501":
            return Denied(
                f"the database's user may not do this in {place}; let its owner run: wallapp store prepare ROLE, "
                "or use another --store"
            )
        case "25006":
            return Unavailable(f"the store {place} is read-only (a standby?); connect to the server that may write")
        case "53100":
            return Unavailable(f"the disk under {place} is full: nothing was kept; free some space and try again")
        case "53300":
            return Unavailable(f"the store {place} has no connection left; raise its max_connections or try again")
        case "55P03":
            return Unavailable(f"{place} is in use by another program for too long; try again")
        case "57014":
            return Unavailable(f"the store {place} took too long and was stopped; nothing was kept; try again")
        case "3D000":
            return BadInput(f"there is no database at {place}; make it or mend --store")
        case _:
            return None


def _by_class(state: str, place: str) -> WallError:
    match state[:2]:
        case "23":
            return Conflict(
                f"the store {place} was changed meanwhile and refuses this change; look again and repeat it"
            )
        case "22":
            return BadInput(f"the store {place} cannot keep this value ({state}); shorten or mend it")
        case "28":
            return _refused(place)
        case "08" | "25" | "53" | "57" | "58":
            return _silent(place)
        case "XX":
            return Unavailable(f"the store {place} reports an internal error ({state}); read its server's log")
        case _:
            return Bug(f"the store {place} refused a statement ({state}); please report this")


def _without_state(cause: psycopg.Error, place: str) -> WallError:
    """Before there is a session libpq gives only words. A server that speaks another language gets the general line."""
    words = str(cause)
    if isinstance(cause, psycopg.OperationalError | psycopg.InterfaceError):
        if "database " in words and "does not exist" in words:
            return BadInput(f"there is no database at {place}; make it or mend --store")
        if any(word in words for word in _REFUSED_AT_THE_DOOR):
            return _refused(place)
        if any(word in words for word in _TLS_WORDS) and "closed unexpectedly" not in words:
            return Unavailable(
                f"no trusted TLS connection to {place}; check its certificate and sslmode, sslrootcert in --store"
            )
        return _silent(place)
    if isinstance(cause, psycopg.DataError):
        return BadInput(f"the store {place} cannot keep this value (a character that text may not hold?); mend it")
    if isinstance(cause, psycopg.ProgrammingError):
        return BadInput("--store is no database URL that PostgreSQL understands; check its options")
    return Bug(f"the store {place} was used wrongly: {type(cause).__name__}; please report this")


def _refused(place: str) -> Denied:
    return Denied(f"the store {place} refuses this user or password; check --store and the server's pg_hba.conf")


def _silent(place: str) -> Unavailable:
    return Unavailable(f"the store {place} does not answer; check that its server runs and can be reached")
