"""Saved layouts and settings as rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from wallapp.base.ids import LayoutNumber
from wallapp.services.ports import SavedLayout
from wallapp.store.schema import LAYOUT, SETTING


def layout_to_row(layout: SavedLayout) -> dict[str, Any]:
    """Column values by name."""
    return {"number": layout.number, "name": layout.name, "version": layout.version, "body": layout.body}


def layout_from_row(row: Mapping[str, Any]) -> SavedLayout:
    """The value of a row."""
    return SavedLayout(LayoutNumber(row["number"]), row["name"], row["version"], row["body"])


class LayoutRows:
    """Fulfils services.ports.LayoutTable on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def layouts(self) -> list[SavedLayout]:
        """All, by number."""
        rows = self._connection.execute(select(LAYOUT).order_by(LAYOUT.c.number)).mappings()
        return [layout_from_row(dict(row)) for row in rows]

    def layout(self, number: LayoutNumber) -> SavedLayout | None:
        """The layout of that number; None where there is none."""
        row = self._connection.execute(select(LAYOUT).where(LAYOUT.c.number == number)).mappings().first()
        return None if row is None else layout_from_row(dict(row))

    def put_layout(self, layout: SavedLayout) -> None:
        """Add it, or replace the one of its number."""
        row = layout_to_row(layout)
        if self.layout(layout.number) is None:
            self._connection.execute(insert(LAYOUT).values(row))
        else:
            self._connection.execute(update(LAYOUT).where(LAYOUT.c.number == layout.number).values(row))

    def drop_layout(self, number: LayoutNumber) -> bool:
        """Forget it; False where there was none."""
        return self._connection.execute(delete(LAYOUT).where(LAYOUT.c.number == number)).rowcount > 0


class SettingRows:
    """Fulfils services.ports.SettingTable on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def setting(self, name: str) -> str | None:
        """The text of that name; None where there is none."""
        text: str | None = self._connection.execute(select(SETTING.c.text).where(SETTING.c.name == name)).scalar()
        return text

    def put_setting(self, name: str, text: str) -> None:
        """Add it, or replace the one of its name."""
        if self.setting(name) is None:
            self._connection.execute(insert(SETTING).values(name=name, text=text))
        else:
            self._connection.execute(update(SETTING).where(SETTING.c.name == name).values(text=text))
