"""Saved layouts: kept under a short number, recalled by it."""

from __future__ import annotations

from wallapp.base.errors import BadInput, NotFound
from wallapp.base.ids import LayoutNumber
from wallapp.services.ports import SavedLayout, UnitSource

NUMBER_MAX = 999


class Layouts:
    """Save, load, list and delete. Runs on whatever thread calls; the store decides who waits."""

    def __init__(self, source: UnitSource) -> None:
        self._source = source

    def save(self, layout: SavedLayout) -> None:
        """Keep it under its number, replacing what was there.

        Raises:
          BadInput: the number is not 1 to 999.
          Unavailable: the store cannot write now.
        """
        if not 1 <= layout.number <= NUMBER_MAX:
            raise BadInput(f"a layout is saved under a number from 1 to {NUMBER_MAX}; choose such a number")
        with self._source.writing() as unit:
            unit.layouts.put_layout(layout)

    def load(self, number: LayoutNumber) -> SavedLayout:
        """The layout of that number.

        Raises:
          NotFound: none is saved under it.
        """
        with self._source.reading() as unit:
            layout = unit.layouts.layout(number)
        if layout is None:
            raise NotFound(f"there is no layout {number}; save one under that number or choose another")
        return layout

    def list(self) -> list[SavedLayout]:
        """All, by number."""
        with self._source.reading() as unit:
            return unit.layouts.layouts()

    def delete(self, number: LayoutNumber) -> bool:
        """Forget it; False where there was none."""
        with self._source.writing() as unit:
            return unit.layouts.drop_layout(number)


class Settings:
    """Small texts a station keeps for itself, such as where its window stood."""

    def __init__(self, source: UnitSource) -> None:
        self._source = source

    def read(self, name: str) -> str | None:
        """The text of that name; None where there is none."""
        with self._source.reading() as unit:
            return unit.settings.setting(name)

    def write(self, name: str, text: str) -> None:
        """Keep it, replacing the one of that name."""
        with self._source.writing() as unit:
            unit.settings.put_setting(name, text)
