"""Whatever is wrong with a command is one line on stderr, exit code 2, and nothing opened or written."""

from __future__ import annotations

import contextlib
import shlex
import sqlite3
from pathlib import Path

import pytest

from wallapp.cli.main import main

HEADER = "number,name,owner,main\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in, in which the commands below have something to stumble over."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    (tmp_path / "a-file").write_text("")
    (tmp_path / "a-folder.png").mkdir()
    (tmp_path / "empty.csv").write_text("")
    (tmp_path / "latin.csv").write_bytes(HEADER.encode() + "1,Caméra,City,rtsp://h/1\n".encode("latin-1"))
    (tmp_path / "no-owner.csv").write_text("number,name,main\n1,One,rtsp://h/1\n")
    (tmp_path / "nearly.csv").write_text("number,name,owner,main,credentail\n")
    (tmp_path / "twice.csv").write_text(HEADER + "1,One,City,rtsp://h/1\n1,Two,City,rtsp://h/2\n")
    (tmp_path / "no-number.csv").write_text(HEADER + "one,One,City,rtsp://h/1\n")
    return tmp_path


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("demo --seconds abc", "--seconds"),
        ("demo --seconds 0", "--seconds"),
        ("demo --seconds -1", "--seconds"),
        ("demo --seconds nan", "--seconds"),
        ("demo --seconds inf", "--seconds"),
        ("demo --seconds 1e9", "--seconds"),
        ("demo --seconds", "--seconds"),
        ("demo --layout 3y3", "3y3"),
        ("demo --layout 0x4", "--layout"),
        ("demo --layout 99x99", "--layout"),
        ("demo --cameras 0", "--cameras"),
        ("demo --cameras -3", "--cameras"),
        ("demo --cameras 2.5", "--cameras"),
        ("demo --cameras ٣٣٣", "--cameras"),
        ("demo --cameras 99999999999999999999", "--cameras"),
        ("demo --cameras mine.csv", "wallapp wall --cameras"),
        ("demo --camera 4", "--camera"),
        ("demo --snapshot nowhere/wall.png", "no folder nowhere"),
        ("demo --snapshot a-file/wall.png", "no folder a-file"),
        ("demo --snapshot wall.jpg", ".png"),
        ("demo --snapshot a-folder.png", "is a folder"),
        ("demo --stats nowhere/stats.json", "no folder nowhere"),
        ("demo --stats a-folder.png", "is a folder"),
        ("demo --snapshot same.png --stats same.png", "same file"),
        ("demo --cap-inbox nowhere", "no folder"),
        ("demo --cap-inbox a-file", "no folder"),
        ("demo --language de", "--language"),
        ("demo --profile a-file", "a-file"),
        ("demo --profile a-file/below", "a-file/below"),
        ("demo surplus", "surplus"),
        ("dmo", "dmo"),
        ("--colour", "--colour"),
        ("wall", "--cameras"),
        ("wall --cameras missing.csv --headless", "missing.csv"),
        ("wall --cameras empty.csv --headless", "empty"),
        ("wall --cameras no-number.csv --headless", "no-number.csv"),
        ("cameras", "ACTION"),
        ("cameras burn", "burn"),
        ("cameras check", "FILE.csv"),
        ("cameras check missing.csv", "missing.csv"),
        ("cameras check a-folder.png", "a-folder.png"),
        ("cameras check empty.csv", "empty"),
        ("cameras check latin.csv", "UTF-8"),
        ("cameras check no-owner.csv", "owner"),
        ("cameras check nearly.csv", "credential"),
        ("cameras check twice.csv", "1 of 2 rows"),
        ("cameras check no-number.csv", "1 of 1 rows"),
        ("cameras import twice.csv", "nothing was changed"),
        ("cameras list --store nonsense", "--store"),
        ("cameras list --store oracle://user:secret@host/base", "--store"),
        ("vault", "ACTION"),
        ("vault set name", "--user"),
        ("vault set 'a b' --user u", "vault entry"),
        ("vault forget ''", "vault entry"),
    ],
)
def test_bad_input_is_one_line_and_code_2(
    command: str, says: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(shlex.split(command))
    told = capsys.readouterr().err
    lines = told.splitlines()
    # A file with wrong rows is told row by row, each row a line.
    assert len(lines) == (2 if command.startswith("wall --cameras no-number") else 1), told
    assert says in lines[-1]
    assert all(line.startswith("wallapp: ") for line in lines)
    assert "Traceback" not in told and "secret" not in told
    assert code == 2


def test_a_wrong_argument_makes_no_profile(place: Path) -> None:
    for argv in (["demo", "--seconds", "abc"], ["cameras", "burn"], ["demo", "--stats", "nowhere/x.json"]):
        assert main(argv) == 2
    assert not (place / "home").exists()


def test_trying_an_output_leaves_nothing_behind(place: Path) -> None:
    before = sorted(place.iterdir())
    assert main(["demo", "--snapshot", "new.png", "--stats", "nowhere/x.json"]) == 2
    assert sorted(place.iterdir()) == before


def test_an_existing_output_is_not_emptied_by_trying_it(place: Path) -> None:
    (place / "wall.png").write_bytes(b"yesterday's")
    assert main(["demo", "--snapshot", "wall.png", "--stats", "nowhere/x.json"]) == 2
    assert (place / "wall.png").read_bytes() == b"yesterday's"


def test_long_and_strange_values_are_shown_on_one_line(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--seconds", "9\n\x1b[2J" + "x" * 5000]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1 and len(told) < 300 and "\x1b" not in told


def test_a_profile_of_a_newer_wallapp_is_left_untouched(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cameras", "list", "--profile", "p"]) == 0
    store = place / "p" / "wallapp.sqlite3"
    made_newer(store)
    before = store.read_bytes()
    capsys.readouterr()
    assert main(["cameras", "list", "--profile", "p"]) == 2
    assert "newer wallapp" in capsys.readouterr().err
    assert store.read_bytes() == before


def made_newer(store: Path) -> None:
    """Give the store a schema version that this wallapp does not know."""
    with contextlib.closing(sqlite3.connect(store)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
