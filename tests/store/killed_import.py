"""Run by test_killed as a process of its own: imports a file and dies by SIGKILL at the moment it is told."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from pathlib import Path

from sqlalchemy import Engine, event

from wallapp.exchange.cameras_csv import read_rows
from wallapp.services.registry import Registry
from wallapp.store.engine import open_store


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def small_cache(connection: sqlite3.Connection, _record: object) -> None:
    # So that uncommitted pages reach the disk, where they must not count.
    connection.execute("PRAGMA cache_size = 10")


def main(profile: Path, file: Path, moment: str) -> None:
    def before_statement(_c: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith(moment):
            die()

    event.listen(Engine, "connect", small_cache)
    event.listen(Engine, "before_cursor_execute", before_statement)
    event.listen(Engine, "commit", lambda _c: die() if moment == "COMMIT" else None)
    store = open_store(profile)
    registry = Registry(store)
    registry.apply(registry.plan_import(read_rows(file)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
