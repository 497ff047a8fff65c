"""`wallapp cameras` from the file to the registry and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from wallapp.cli.main import main

GOOD = "number,name,owner,owner_kind,main\n104,Corniche,City,city,rtsp://10.0.0.4/1\n201,Hall,Bank,bank,rtsp://10.0.0.5/1\n"
ONE_WRONG = GOOD + "x,Yard,School,school,rtsp://10.0.0.6/1\n"


@pytest.fixture
def profile(tmp_path: Path) -> str:
    """A profile that is not there yet."""
    return str(tmp_path / "profile")


def _file(folder: Path, text: str) -> str:
    path = folder / "cameras.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def _numbers(profile: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    assert main(["cameras", "list", "--profile", profile]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == f"{len(lines) - 2} cameras"
    return [line.split()[0] for line in lines[1:-1]]


def test_check_says_what_an_import_would_do_and_does_not(
    tmp_path: Path, profile: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cameras", "check", _file(tmp_path, GOOD), "--profile", profile]) == 0
    told = capsys.readouterr().out
    assert "2 new" in told and "new owner: Bank" in told and "line 2: new 104 Corniche" in told
    assert _numbers(profile, capsys) == []


def test_import_takes_a_clean_file_in(tmp_path: Path, profile: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cameras", "import", _file(tmp_path, GOOD), "--profile", profile]) == 0
    assert "2 cameras added" in capsys.readouterr().out.splitlines()[-1]
    assert _numbers(profile, capsys) == ["104", "201"]


@pytest.mark.parametrize(
    ("options", "code", "kept"),
    [
        ([], 2, []),
        (["--dry-run"], 2, []),
        (["--skip-wrong", "--dry-run"], 0, []),
        (["--skip-wrong"], 0, ["104", "201"]),
    ],
)
def test_a_wrong_row_stops_the_import_unless_asked(
    options: list[str], code: int, kept: list[str], tmp_path: Path, profile: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cameras", "import", _file(tmp_path, ONE_WRONG), *options, "--profile", profile]) == code
    assert "line 4: wrong: number" in capsys.readouterr().out
    assert _numbers(profile, capsys) == kept


def test_an_exported_registry_reads_back_unchanged(
    tmp_path: Path, profile: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cameras", "import", _file(tmp_path, GOOD), "--profile", profile]) == 0
    out = tmp_path / "out.csv"
    assert main(["cameras", "export", str(out), "--profile", profile]) == 0
    capsys.readouterr()
    assert main(["cameras", "check", str(out), "--profile", profile]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "0 new, 0 changed, 2 unchanged, 0 wrong"


def test_export_to_a_folder_that_is_not_there_is_a_failure_of_one_line(
    tmp_path: Path, profile: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cameras", "export", str(tmp_path / "nowhere" / "out.csv"), "--profile", profile]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_list_shows_what_a_file_holds(tmp_path: Path, profile: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cameras", "list", _file(tmp_path, GOOD), "--profile", profile]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].split() == ["104", "Corniche", "City", "-", "public", "main"]
    assert lines[2].split() == ["201", "Hall", "Bank", "-", "private", "main"]
    assert _numbers(profile, capsys) == []


def test_a_thousand_rows_with_fifty_errors_give_fifty_messages(
    tmp_path: Path, profile: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [f"{'wrong' if n % 20 == 0 else n},Camera {n},City,city,rtsp://10.0.0.1/{n}" for n in range(1, 1001)]
    path = _file(tmp_path, "\n".join(["number,name,owner,owner_kind,main", *rows]))
    assert main(["cameras", "import", path, "--profile", profile]) == 2
    told = capsys.readouterr()
    assert sum(": wrong: " in line for line in told.out.splitlines()) == 50
    assert "50 of 1000 rows are wrong; nothing was changed" in told.err
    assert _numbers(profile, capsys) == []
