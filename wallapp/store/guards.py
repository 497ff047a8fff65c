"""Triggers that refuse what no honest program does, one description for both databases. Used by migrations.

They stop accidents and hasty hands: whoever owns the file or the tables can drop them. On PostgreSQL a station's
role owns nothing (privileges), so that they hold for it. A refusal is RuleBroken (faults, postgres_faults).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import KW_ONLY, dataclass

from sqlalchemy import Connection

from wallapp.store.postgres import BACKEND
from wallapp.store.postgres_faults import RULE_BROKEN


@dataclass(frozen=True, slots=True)
class Kept:
    """A table of which rows are never deleted and change only in the way said here.

    Attributes:
      says: what the refusal tells, such as "a vote is only added".
      keys: each one or more columns, a space between, that are unique together; a row under a key that is there
        already is refused, because SQLite's INSERT OR REPLACE would delete that one without asking any trigger.
      frozen: columns that never change, a space between.
      once: a column that is null until it is written, and the columns that are frozen from then on.
      refused: further conditions on OLD and NEW, each refusing the update, in SQL that both databases read.
      begins: conditions on NEW, each refusing the insert.
    """

    table: str
    _: KW_ONLY
    says: str
    keys: tuple[str, ...]
    frozen: str
    once: tuple[tuple[str, str], ...] = ()
    refused: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


def add_guards(connection: Connection, kept: Iterable[Kept]) -> None:
    """Make the triggers."""
    is_postgres = connection.dialect.name == BACKEND
    if is_postgres:
        connection.exec_driver_sql(_REFUSE)
    for one in kept:
        for statement in _on_postgres(one) if is_postgres else _on_sqlite(one):
            connection.exec_driver_sql(statement)


def drop_guards(connection: Connection, kept: Iterable[Kept]) -> None:
    """Drop the triggers."""
    if connection.dialect.name == BACKEND:
        connection.exec_driver_sql("DROP FUNCTION wallapp_refuse() CASCADE")
        return
    for one in kept:
        for event in ("insert", "update", "delete"):
            connection.exec_driver_sql(f"DROP TRIGGER kept_{one.table}_{event}")


def current_schema(connection: Connection) -> str:
    """PostgreSQL's schema that the tables are made in, quoted: a function's fixed search_path."""
    name = connection.exec_driver_sql("SELECT current_schema()").scalar_one()
    return connection.dialect.identifier_preparer.quote_identifier(str(name))


_REFUSE = f"""
CREATE OR REPLACE FUNCTION wallapp_refuse() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = '{RULE_BROKEN}', MESSAGE = 'wallapp: ' || TG_ARGV[0];
END
$$
"""


def _on_postgres(kept: Kept) -> list[str]:
    refuse = f"EXECUTE FUNCTION wallapp_refuse('{kept.says}')"
    name, table = f"kept_{kept.table}", kept.table
    changed = _changes(kept, "IS DISTINCT FROM")
    made = [
        f"CREATE TRIGGER {name}_update BEFORE UPDATE ON {table} FOR EACH ROW WHEN ({changed}) {refuse}",
        f"CREATE TRIGGER {name}_delete BEFORE DELETE ON {table} FOR EACH ROW {refuse}",
        f"CREATE TRIGGER {name}_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {refuse}",
    ]
    if kept.begins:
        wrong = " OR ".join(kept.begins)
        made.append(f"CREATE TRIGGER {name}_insert BEFORE INSERT ON {table} FOR EACH ROW WHEN ({wrong}) {refuse}")
    return made


def _on_sqlite(kept: Kept) -> list[str]:
    refuse = f"BEGIN SELECT RAISE(ABORT, 'wallapp: {kept.says}'); END"
    name, table = f"kept_{kept.table}", kept.table
    keys = [" AND ".join(f"{column} = NEW.{column}" for column in key.split()) for key in kept.keys]
    wrong = " OR ".join((*kept.begins, *(f"EXISTS (SELECT 1 FROM {table} WHERE {key})" for key in keys)))
    return [
        f"CREATE TRIGGER {name}_update BEFORE UPDATE ON {table} WHEN {_changes(kept, 'IS NOT')} {refuse}",
        f"CREATE TRIGGER {name}_delete BEFORE DELETE ON {table} {refuse}",
        f"CREATE TRIGGER {name}_insert BEFORE INSERT ON {table} WHEN {wrong} {refuse}",
    ]


def _changes(kept: Kept, differs_from: str) -> str:
    """The condition under which an update is refused."""

    def differs(columns: str) -> str:
        return " OR ".join(f"OLD.{column} {differs_from} NEW.{column}" for column in columns.split())

    once = [f"OLD.{marker} IS NOT NULL AND ({differs(columns)})" for marker, columns in kept.once]
    return " OR ".join(f"({each})" for each in (differs(kept.frozen), *once, *kept.refused))
