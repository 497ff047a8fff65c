"""What the row modules of access share: adding without a race, locking, and lists in one column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, Table, UniqueConstraint, and_, func, insert, literal, select
from sqlalchemy.dialects import postgresql

from wallapp.base.errors import Conflict
from wallapp.store.postgres import BACKEND


def add_row(connection: Connection, table: Table, row: Mapping[str, Any]) -> bool:
    """Add it; False where one of its unique keys is there already, whoever was quicker.

    The transaction goes on in both cases: on PostgreSQL a broken constraint would end it.
    """
    if connection.dialect.name == BACKEND:
        statement = postgresql.insert(table).values(row).on_conflict_do_nothing()
        return connection.execute(statement.returning(literal(1))).first() is not None
    # SQLite's writer has the file to itself, and a trigger would refuse the second row with words for strangers.
    for key in _keys(table):
        if all(row.get(name) is not None for name in key):
            taken = select(literal(1)).select_from(table).where(and_(*(table.c[name] == row[name] for name in key)))
            if connection.execute(taken).first() is not None:
                return False
    connection.execute(insert(table).values(row))
    return True


def add_or_conflict(connection: Connection, table: Table, row: Mapping[str, Any], *, taken: str) -> None:
    """Add it.

    Raises:
      Conflict: with the words `taken`, where one of its unique keys is there already.
    """
    if not add_row(connection, table, row):
        raise Conflict(taken)


def locked(statement: Select[Any], *, to_change: bool = True) -> Select[Any]:
    """The same, holding its rows until the transaction ends; SQLite's writer holds the file already.

    Not FOR UPDATE: that would also stop others from adding rows which only refer to these, and so deadlock.
    """
    return statement.with_for_update(key_share=True) if to_change else statement.with_for_update(read=True)


def advisory_lock(connection: Connection, *words: str) -> None:
    """Hold, until the transaction ends, what these words stand for: where there is no row that may be locked."""
    if connection.dialect.name == BACKEND:
        key = func.hashtextextended("\n".join(words), 0)
        connection.execute(select(func.pg_advisory_xact_lock(key)))


def first_row(connection: Connection, statement: Select[Any]) -> dict[str, Any] | None:
    """The first row by column name; None where there is none."""
    row = connection.execute(statement).mappings().first()
    return None if row is None else dict(row)


def all_rows(connection: Connection, statement: Select[Any]) -> list[dict[str, Any]]:
    """The rows by column name."""
    return [dict(row) for row in connection.execute(statement).mappings()]


def _keys(table: Table) -> Sequence[Sequence[str]]:
    unique = [each for each in table.constraints if isinstance(each, UniqueConstraint)]
    return [[column.name for column in key.columns] for key in (table.primary_key, *unique)]
