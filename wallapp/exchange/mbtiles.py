"""MBTiles 1.3: raster map tiles in an SQLite file, opened for reading only; nothing is ever fetched.

https://github.com/mapbox/mbtiles-spec: tables (or views) `metadata` and `tiles`; rows are counted from the south.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Final

from wallapp.base.errors import BadInput, Unavailable

_MAGIC: Final = b"SQLite format 3\0"
_RASTER: Final = frozenset({"png", "jpg", "jpeg", "webp"})
_TILE_MAX_BYTES: Final = 4 << 20
_ZOOM_MAX: Final = 22
_WORK_MAX: Final = 400
"""Rounds of 10,000 steps of SQLite's machine for one question; a view made to run for ever is cut off."""


class MbTiles:
    """An open file. The thread that opened it; `close` when done.

    Attributes:
      name, attribution: from the file's metadata; may be empty.
    """

    def __init__(self, path: Path) -> None:
        """Open and check it.

        Raises:
          BadInput: the file cannot be read, is no MBTiles file, or holds vector tiles.
        """
        self._path = path
        self._work = 0
        _check(path)
        try:
            self._file = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            self._file.execute("PRAGMA trusted_schema=OFF")
            self._file.execute("PRAGMA query_only=ON")
            self._file.set_progress_handler(self._has_worked_too_long, 10_000)
            self._read_metadata()
        except sqlite3.Error as error:
            self._give_up()
            raise BadInput(f"{path.name} is no MBTiles map ({error}); export it again as raster MBTiles") from error
        except BadInput:
            self._give_up()
            raise

    @property
    def zoom_min(self) -> int:
        """The coarsest scale in it."""
        return self._zoom_min

    @property
    def zoom_max(self) -> int:
        """The finest scale in it."""
        return self._zoom_max

    def tile(self, zoom: int, column: int, row: int) -> bytes | None:
        """The picture file of one tile; rows are counted from the north. None where there is none, or it is too large.

        Raises:
          Unavailable: the file cannot be read any more.
        """
        south_row = (1 << zoom) - 1 - row
        self._work = 0
        try:
            found = self._file.execute(
                "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?"
                " AND length(tile_data) <= ?",
                (zoom, column, south_row, _TILE_MAX_BYTES),
            ).fetchone()
        except sqlite3.Error as error:
            raise Unavailable(f"{self._path.name} cannot be read ({error}); export the map again") from error
        return found[0] if found is not None and isinstance(found[0], bytes) else None

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    def _read_metadata(self) -> None:
        told = {str(name): str(value) for name, value in self._ask("SELECT name, value FROM metadata LIMIT 200")}
        self.name, self.attribution = told.get("name", ""), told.get("attribution", "")
        kind = told.get("format", "png").lower()
        if kind not in _RASTER:
            raise BadInput(f"{self._path.name} holds {kind} tiles; export the map as raster tiles (png, jpg or webp)")
        self._zoom_min, self._zoom_max = self._zooms(told)

    def _zooms(self, told: dict[str, str]) -> tuple[int, int]:
        try:
            least, most = int(told["minzoom"]), int(told["maxzoom"])
        except (KeyError, ValueError):
            found = self._ask("SELECT min(zoom_level), max(zoom_level) FROM tiles")[0]
            if not (isinstance(found[0], int) and isinstance(found[1], int)):
                raise BadInput(f"{self._path.name} holds no tiles; export the map again") from None
            least, most = found[0], found[1]
        if not 0 <= least <= most <= _ZOOM_MAX:
            raise BadInput(f"{self._path.name} names scales {least} to {most}; they run from 0 to {_ZOOM_MAX}")
        return least, most

    def _ask(self, question: str) -> list[tuple[object, ...]]:
        self._work = 0
        return self._file.execute(question).fetchall()

    def _has_worked_too_long(self) -> int:
        self._work += 1
        return int(self._work > _WORK_MAX)

    def _give_up(self) -> None:
        with contextlib.suppress(AttributeError):  # where not even the connection was made
            self._file.close()


def _check(path: Path) -> None:
    """SQLite would take a missing or empty file for an empty database."""
    try:
        with path.open("rb") as file:
            begins = file.read(len(_MAGIC))
    except OSError as error:
        raise BadInput(f"{path} cannot be read ({error.strerror}); check the name and its rights") from error
    if begins != _MAGIC:
        raise BadInput(f"{path.name} is no MBTiles map; export it again as raster MBTiles")
