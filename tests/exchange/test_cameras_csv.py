"""Reading and writing cameras.csv: what spreadsheets make of it, and what is refused in one line."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wallapp.base.errors import BadInput, Unavailable
from wallapp.base.ids import CameraNumber, OwnerName
from wallapp.domain.camera import Camera, Owner, OwnerKind, StreamName
from wallapp.exchange.cameras_csv import SIZE_MAX_BYTES, read_rows, write_cameras
from wallapp.services.camera_columns import COLUMNS

HEADER = "number,name,owner,main\n"
CITY = Owner(OwnerName("City"), OwnerKind.CITY)


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "cameras.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    "content",
    [
        b"number,name,owner,main\n7,\xc3\x89cole,City,rtsp://h/7\n",
        b"\xef\xbb\xbfnumber,name,owner,main\r\n7,\xc3\x89cole,City,rtsp://h/7\r\n",
        b"\xef\xbb\xbfnumber;name;owner;main\r\n7;\xc3\x89cole;City;rtsp://h/7",
        b"number\tname\towner\tmain\n7\t\xc3\x89cole\tCity\trtsp://h/7\n",
        b'"Number", "NAME", owner ,Main,,\n7,"\xc3\x89cole",City,rtsp://h/7,,\n',
        b"\n \nnumber,name,owner,main\n7,\xc3\x89cole,City,rtsp://h/7\n,,,\n\n",
        b"number,name,owner,main\r7,\xc3\x89cole,City,rtsp://h/7\r",
    ],
)
def test_what_spreadsheets_write_is_read(tmp_path: Path, content: bytes) -> None:
    (row,) = read_rows(written(tmp_path, content))
    assert {name: cell.strip() for name, cell in row.cells.items()} == {
        "number": "7",
        "name": "École",
        "owner": "City",
        "main": "rtsp://h/7",
    }
    assert row.surplus == 0


def test_lines_are_those_of_an_editor(tmp_path: Path) -> None:
    rows = read_rows(written(tmp_path, HEADER + '1,"a\nb",c,d\n\n2,a,b,c\n'))
    assert [row.line for row in rows] == [2, 5]


def test_short_rows_are_empty_at_the_end_and_long_ones_say_so(tmp_path: Path) -> None:
    short, long, trailing = read_rows(written(tmp_path, HEADER + "1,a\n2,a,b,rtsp://h/,x,y\n3,a,b,rtsp://h/,,\n"))
    assert dict(short.cells) == {"number": "1", "name": "a", "owner": "", "main": ""}
    assert [short.surplus, long.surplus, trailing.surplus] == [0, 2, 0]


def test_a_relative_file_is_taken_from_the_tables_own_folder(tmp_path: Path) -> None:
    rows = read_rows(written(tmp_path, HEADER + "1,a,b,clips/a.mp4\n2,a,b,rtsp://h/x.mp4\n3,a,b,n/a\n"))
    assert [row.cells["main"] for row in rows] == [str(tmp_path / "clips/a.mp4"), "rtsp://h/x.mp4", "n/a"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "cameras.csv is empty"),
        (b" \n\n", "cameras.csv is empty"),
        (b"number,name,owner,main\n1,a,b,c\n2,Caf\xe9,b,c\n", "line 3: is not UTF-8; save it again as 'CSV UTF-8'"),
        (b"\xef\xbb\xbfnumber,name,owner,main\n\xe9", "line 2: is not UTF-8"),
        ("number,name,owner,main\n".encode("utf-16"), "is UTF-16, not UTF-8"),
        (b"number,name,owner,main\n1,a,b\0,c\n", "line 2: holds a NUL byte"),
        (b"\x89PNG\r\n\x1a\n\0\0", "line 3: holds a NUL byte"),
        (b'number,name,owner,main\n1,a,b,c\n2,"a,b,c\n', "line 3: is no CSV"),
        (b'number,name,owner,main\n2,"a"b,b,c\n', "line 2: is no CSV"),
        (b"number,name,owner,main\n1," + b"x" * 200_000, "line 2: is no CSV"),
        (b"1,Corniche,City,rtsp://h/1\n", "column number is missing"),
        (b"number name owner main\n1 a b c\n", "column number is missing"),
        (b"number,name,owner,mian\n", "did you mean main?"),
        (b"number,name,owner,main,Main\n", "column main stands there twice"),
        (b"x" * (SIZE_MAX_BYTES + 1), "is larger than 32 MiB"),
    ],
    ids=range(15),
)
def test_what_cannot_be_read_is_one_clear_line(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_rows(written(tmp_path, content))
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"none\.csv cannot be read \(No such file or directory\)"):
        read_rows(tmp_path / "none.csv")
    with pytest.raises(BadInput, match="Is a directory"):
        read_rows(tmp_path)


def test_every_column_is_written_by_number(tmp_path: Path) -> None:
    cameras = [
        Camera(CameraNumber(20), "b", CITY.name, {StreamName.SUB: "rtsp://h/20"}, lat_deg=1.5, lon_deg=0.0),
        Camera(CameraNumber(3), 'a, "q"', CITY.name, {StreamName.MAIN: "/srv/a.mp4"}, retention_days=0),
    ]
    path = tmp_path / "out.csv"
    write_cameras(path, cameras, [CITY])
    assert path.read_bytes().startswith(b"number,name,owner,owner_kind,site,main,")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == COLUMNS
    assert [row["number"] for row in rows] == ["3", "20"]
    assert (rows[0]["name"], rows[0]["owner_kind"], rows[0]["retention_days"]) == ('a, "q"', "city", "0")
    assert (rows[1]["main"], rows[1]["lat"], rows[1]["lon"], rows[1]["height_m"]) == ("", "1.5", "0.0", "")


def test_a_file_that_cannot_be_written_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    old = written(tmp_path, "old")
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(Unavailable, match="could not be written"):
        write_cameras(tmp_path / "folder.csv", [], [])
    with pytest.raises(Unavailable, match="No such file or directory"):
        write_cameras(tmp_path / "none" / "a.csv", [], [])
    assert old.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cameras.csv", "folder.csv"]


@pytest.mark.parametrize("text", ["", "\n \n", ";", ",,,\n\t\n"])
def test_a_file_without_a_header_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadInput, match="is empty; it needs a header line"):
        read_rows(written(tmp_path, text))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=80), st.sampled_from(["", "number,name,owner,main\n", "number;name;owner;sub\n"]))
def test_any_bytes_are_rows_or_refused(tmp_path: Path, tail: bytes, head: str) -> None:
    try:
        rows = read_rows(written(tmp_path, head.encode() + tail))
    except BadInput as refused:
        assert len(str(refused).splitlines()) == 1
    else:
        assert all(row.line >= 1 for row in rows)
