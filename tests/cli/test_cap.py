"""`wallapp cap check`: one JSON line an alert, exit 2 where any is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import wallapp
from wallapp.cli.main import main

DATA = Path(__file__).parents[1] / "data" / "cap"


@pytest.fixture(autouse=True)
def _own_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))


def _check(capsys: pytest.CaptureFixture[str], *names: str) -> tuple[int, list[dict[str, Any]], str]:
    code = main(["cap", "check", *(str(DATA / name) for name in names)])
    said = capsys.readouterr()
    return code, [json.loads(line) for line in said.out.splitlines()], said.err


def test_a_good_message_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert _check(capsys, "crowd.xml") == (
        0,
        [
            {
                "file": str(DATA / "crowd.xml"),
                "identifier": "ville-0042-1",
                "status": "Exercise",
                "msgType": "Alert",
                "event": "Bousculade à la marée",
                "warnings": [],
            }
        ],
        "",
    )


def test_refused_and_taken_side_by_side(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, said = _check(capsys, "no-scope.xml", "several.atom", "missing.xml", "entity.xml", "crowd.xml")
    assert code == 2
    assert [(line.get("identifier"), line.get("refused")) for line in lines] == [
        ("no-scope", "missing"),
        ("one", None),
        ("two", "namespace"),
        (None, "unreadable"),
        (None, "entities"),
        ("ville-0042-1", None),
    ]
    assert all(line["why"] for line in lines if "refused" in line)
    assert lines[1]["event"] is None, "a Cancel without info has no event"
    assert said == "wallapp: 4 of 6 alerts refused; the lines above say why\n"


def test_oddities_are_named_with_their_place(capsys: pytest.CaptureFixture[str]) -> None:
    code, [line], _ = _check(capsys, "careless.xml")
    assert code == 0
    assert line["status"] == "Actual"
    assert any(warning.startswith("info/onset: 'tomorrow'") for warning in line["warnings"]), line


def test_no_file_is_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cap", "check"]) == 2
    assert "FILE" in capsys.readouterr().err


def test_as_a_program_its_lines_stay_json_where_the_terminal_lacks_letters(tmp_path: Path) -> None:
    done = wallapp("cap", "check", str(DATA / "crowd.xml"), home=tmp_path, PYTHONIOENCODING="latin-1")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["event"] == "Bousculade à la marée"
