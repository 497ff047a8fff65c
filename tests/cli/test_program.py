"""The program as a process: help, faults of our own, interruption, and a machine where a library is missing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import environment, wallapp
from tests.servers.needs import need
from tests.waiting import wait_until
from wallapp import __version__
from wallapp.base.errors import Bug
from wallapp.cli import main as program
from wallapp.cli.arguments import parse
from wallapp.cli.main import main
from wallapp.services.options import WallOptions

PASSPHRASE = "correct horse battery"


@pytest.mark.slow
def test_help_and_version(tmp_path: Path) -> None:
    helped = wallapp("--help", home=tmp_path)
    assert helped.returncode == 0 and helped.stderr == ""
    assert all(command in helped.stdout for command in ("demo", "wall", "cameras", "vault", "doctor"))
    assert wallapp("--version", home=tmp_path).stdout == f"wallapp {__version__}\n"
    assert not (tmp_path / "data").exists()


@pytest.mark.logs("internal error")
@pytest.mark.logs("internal error")
@pytest.mark.parametrize("fault", [ZeroDivisionError("rtsp://op:s3cret@host/1"), Bug("rtsp://op:s3cret@host/1")])
def test_a_fault_of_our_own_is_one_line_and_a_log_without_secrets(
    fault: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> int:
        raise fault

    monkeypatch.setattr(program, "run_cameras", fail)
    assert main(["cameras", "list", "--profile", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    log = tmp_path / "log" / "wallapp.log"
    assert told.count("\n") == 1 and "please report it" in told and str(log) in told
    written = log.read_text(encoding="utf-8")
    assert type(fault).__name__ in written and "Traceback" in written
    assert "s3cret" not in told + written


def test_options_hold_before_and_after_the_command(tmp_path: Path) -> None:
    early = parse(["--profile", str(tmp_path), "--seconds", "5", "--headless", "demo", "--cameras", "4"])
    late = parse(["demo", "--cameras", "4", "--headless", "--seconds", "5", "--profile", str(tmp_path)])
    assert early == late
    assert isinstance(late, WallOptions)
    assert (late.duration_s, late.headless, late.demo_cameras, late.station.profile_dir) == (5.0, True, 4, tmp_path)


@pytest.mark.slow
def test_interruption_ends_with_130_and_without_a_word(tmp_path: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "wallapp", "vault", "set", "camera", "--user", "viewer"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(tmp_path, WALLAPP_VAULT_PASSPHRASE=PASSPHRASE),
        # A run in a shell's background ignores the interrupt, and hands that down.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    log = tmp_path / "data" / "wallapp" / "log" / "wallapp.log"
    wait_until(lambda: log.exists() and "vault:" in log.read_text(encoding="utf-8"), within_s=30)
    child.send_signal(signal.SIGINT)  # it waits for the password
    _, told = child.communicate(timeout=30)
    assert (child.returncode, told) == (130, b"")


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "wallapp", "cameras", "list"],
            stdout=write_end,
            stderr=subprocess.PIPE,
            env=environment(tmp_path),
        )
    finally:
        os.close(write_end)
    assert (done.returncode, done.stderr) == (1, b"")


def test_a_full_disk_under_the_output_is_one_line(tmp_path: Path) -> None:
    need(Path("/dev/full").exists(), "only on Linux: /dev/full")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "wallapp", "cameras", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=environment(tmp_path),
        )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1 and "disk is full" in done.stderr


def test_an_old_encoding_gets_escapes_and_no_traceback(tmp_path: Path) -> None:
    file = tmp_path / "cameras.csv"
    file.write_text("number,name,owner,main\n1,Médina مدينة,City,rtsp://10.0.0.1/1\n", encoding="utf-8")
    done = wallapp("cameras", "list", str(file), home=tmp_path, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr
    assert "M\\xe9dina" in done.stdout


def _without_qt(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program in a process in which Qt cannot be imported, as where a system library is missing."""
    code = "import sys; sys.modules['PySide6'] = None\nfrom wallapp.cli.main import main\nsys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment(home))


@pytest.mark.slow
def test_without_qt_the_wall_says_so_and_the_doctor_still_runs(tmp_path: Path) -> None:
    wall = _without_qt(tmp_path, "demo", "--headless")
    assert wall.returncode == 1
    assert wall.stderr.count("\n") == 1 and "wallapp doctor" in wall.stderr
    doctor = _without_qt(tmp_path, "doctor")
    assert "encryption" in doctor.stdout and doctor.stderr == ""


@pytest.mark.slow
def test_vault_keeps_lists_and_forgets_in_a_sealed_file(tmp_path: Path) -> None:
    def vault(*words: str, told: str = "") -> subprocess.CompletedProcess[str]:
        return wallapp("vault", *words, home=tmp_path, told=told, WALLAPP_VAULT_PASSPHRASE=PASSPHRASE)

    kept = vault("set", "city-cameras", "--user", "viewer", told="s3cret-word\n")
    assert kept.returncode == 0, kept.stderr
    assert "s3cret-word" not in kept.stdout + kept.stderr
    assert vault("list").stdout.splitlines()[0] == "city-cameras"
    for path in (tmp_path / "data" / "wallapp").rglob("*"):
        assert path.is_dir() or b"s3cret-word" not in path.read_bytes(), path
    assert vault("forget", "city-cameras").returncode == 0
    again = vault("forget", "city-cameras")
    assert again.returncode == 1 and "no entry city-cameras" in again.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("passphrase", "told", "code", "says"),
    [
        ("", "word\n", 1, "WALLAPP_VAULT_PASSPHRASE"),
        ("short", "word\n", 2, "at least 12 characters"),
        (PASSPHRASE, "\n", 2, "no password was given"),
        (PASSPHRASE, "", 2, "no password was given"),
    ],
)
def test_vault_that_cannot_keep_says_why(passphrase: str, told: str, code: int, says: str, tmp_path: Path) -> None:
    done = wallapp(
        "vault", "set", "camera", "--user", "u", home=tmp_path, told=told, WALLAPP_VAULT_PASSPHRASE=passphrase
    )
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.count("\n") == 1 and says in done.stderr
