"""One transaction, and the store that gives them out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from wallapp.store.camera_rows import CameraRows
from wallapp.store.faults import translated
from wallapp.store.layout_rows import LayoutRows, SettingRows
from wallapp.store.owner_rows import OwnerRows

WRITES = "wallapp_writes"
"""The execution option that makes a transaction take the right to write at its beginning (engine)."""


class StoreUnit:
    """Fulfils services.ports.Unit: the tables, on one connection in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.owners = OwnerRows(connection)
        self.cameras = CameraRows(connection)
        self.layouts = LayoutRows(connection)
        self.settings = SettingRows(connection)


class Store:
    """Fulfils services.ports.UnitSource. Made by `engine.open_store`; close it when the process ends.

    Any thread may ask for a unit; a unit stays on its thread and must not be nested in another.
    """

    def __init__(self, engine: Engine, place: str) -> None:
        self._engine = engine
        self._place = place

    @property
    def place(self) -> str:
        """Where it is kept, for a person; holds no password."""
        return self._place

    @contextmanager
    def reading(self) -> Iterator[StoreUnit]:
        """A transaction that sees one consistent state and keeps nothing.

        Raises:
          Unavailable: the store does not answer.
        """
        with translated(self._place), self._engine.connect() as connection, connection.begin() as transaction:
            yield StoreUnit(connection)
            transaction.rollback()

    @contextmanager
    def writing(self) -> Iterator[StoreUnit]:
        """A transaction that holds the right to write; kept when the block ends, undone when it raises.

        Raises:
          Conflict: a constraint was broken.
          Unavailable: full, read-only, locked or not answering. Nothing of it is kept.
        """
        with translated(self._place), self._engine.connect() as connection:
            connection = connection.execution_options(**{WRITES: True})
            with connection.begin():
                yield StoreUnit(connection)

    def close(self) -> None:
        """Give all connections back. The store can be used again; it then opens new ones."""
        self._engine.dispose()
