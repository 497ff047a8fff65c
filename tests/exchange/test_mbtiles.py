"""Raster MBTiles: read without changing them, rows turned to count from the north, and nothing that runs for ever."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from wallapp.base.errors import BadInput, Unavailable
from wallapp.exchange.mbtiles import MbTiles


def make(path: Path, *, metadata: dict[str, str] | None = None, tiles: str = "") -> Path:
    """An MBTiles file with one tile at 14/8012/10000 (rows from the south); `tiles` is SQL in place of the table."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
        told = {"name": "City", "format": "png", "minzoom": "10", "maxzoom": "14"} if metadata is None else metadata
        file.executemany("INSERT INTO metadata VALUES (?, ?)", told.items())
        if tiles:
            file.execute(tiles)
        else:
            file.execute("CREATE TABLE tiles (zoom_level INT, tile_column INT, tile_row INT, tile_data BLOB)")
            file.execute("INSERT INTO tiles VALUES (14, 8012, 10000, ?)", (b"picture",))
        file.commit()
    return path


@pytest.fixture
def tiles(tmp_path: Path) -> Iterator[MbTiles]:
    found = MbTiles(make(tmp_path / "map.mbtiles"))
    yield found
    found.close()


def test_rows_count_from_the_north(tiles: MbTiles) -> None:
    assert tiles.tile(14, 8012, 2**14 - 1 - 10000) == b"picture"
    assert tiles.tile(14, 8012, 10000) is None
    assert (tiles.name, tiles.zoom_min, tiles.zoom_max) == ("City", 10, 14)


def test_the_file_is_not_changed_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = make(tmp_path / "map.mbtiles")
    before = path.read_bytes()
    found = MbTiles(path)
    with pytest.raises(sqlite3.OperationalError, match=r"readonly|read-only"):
        found._file.execute("DELETE FROM tiles")
    found.close()
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["map.mbtiles"]


def test_scales_are_looked_up_where_the_metadata_lack_them(tmp_path: Path) -> None:
    found = MbTiles(make(tmp_path / "map.mbtiles", metadata={}))
    assert (found.zoom_min, found.zoom_max) == (14, 14)
    found.close()


@pytest.mark.parametrize(
    ("metadata", "says"),
    [
        ({"format": "pbf"}, "export the map as raster tiles"),
        ({"minzoom": "3", "maxzoom": "99"}, "run from 0 to 22"),
        ({"minzoom": "9", "maxzoom": "3"}, "names scales 9 to 3"),
    ],
)
def test_what_cannot_be_drawn_is_refused(tmp_path: Path, metadata: dict[str, str], says: str) -> None:
    with pytest.raises(BadInput, match=says):
        MbTiles(make(tmp_path / "map.mbtiles", metadata=metadata))


@pytest.mark.parametrize("content", [b"", b"no map", b"SQLite format 3\0" + b"\xff" * 200])
def test_another_file_is_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "map.mbtiles"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=r"^map\.mbtiles is no MBTiles map[^\n]*$"):
        MbTiles(path)


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        MbTiles(tmp_path / "map.mbtiles")
    assert list(tmp_path.iterdir()) == []


def test_a_file_without_tiles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such table"):
        MbTiles(make(tmp_path / "map.mbtiles", metadata={}, tiles="CREATE TABLE other (x)"))


def test_a_tile_that_is_too_large_or_no_blob_is_left_out(tmp_path: Path) -> None:
    view = (
        "CREATE VIEW tiles AS SELECT 10 zoom_level, 1 tile_column, 1022 tile_row, zeroblob(9000000) tile_data"
        " UNION ALL SELECT 10, 2, 1022, 'text'"
    )
    found = MbTiles(make(tmp_path / "map.mbtiles", tiles=view))
    assert found.tile(10, 1, 1) is None
    assert found.tile(10, 2, 1) is None
    found.close()


def test_a_view_that_never_ends_is_cut_off(tmp_path: Path) -> None:
    endless = (
        "CREATE VIEW tiles AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
        " SELECT 10 zoom_level, x % 3 tile_column, x % 3 tile_row, x'00' tile_data FROM n"
    )
    found = MbTiles(make(tmp_path / "map.mbtiles", tiles=endless))
    with pytest.raises(Unavailable, match="interrupted"):
        found.tile(10, 5, 5)
    found.close()
