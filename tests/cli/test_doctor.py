"""The doctor: what each fact means, and a real look at this machine."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import wallapp
from wallapp.app.doctor import examine
from wallapp.cli.main import main
from wallapp.services import doctor
from wallapp.services.doctor import Finding, Verdict
from wallapp.services.options import Station

GIB = 2**30
MEDIA: dict[str, Any] = {
    "av": "18.1.0",
    "ffmpeg": "8.1.2",
    "decoders": list(doctor.NEEDED_DECODERS),
    "formats": list(doctor.NEEDED_FORMATS),
    "protocols": list(doctor.NEEDED_PROTOCOLS),
}
TLS = {"refuses_unknown": True, "refuses_wrong_name": True, "accepts_trusted": True}


@pytest.mark.parametrize(
    ("python", "pyside", "verdict"),
    [
        ((3, 11), (6, 11), Verdict.OK),
        ((3, 11), (6, 12), Verdict.PROBLEM),
        ((3, 12), (6, 12), Verdict.OK),
        ((3, 14), (6, 12), Verdict.OK),
        ((3, 10), (6, 11), Verdict.PROBLEM),
        ((3, 12), None, Verdict.PROBLEM),
    ],
)
def test_python_and_pyside_must_fit(python: tuple[int, int], pyside: tuple[int, int] | None, verdict: Verdict) -> None:
    assert doctor.judge_python(python, pyside).verdict is verdict


@pytest.mark.parametrize("key", ["decoders", "formats", "protocols"])
def test_a_codec_that_is_missing_is_named(key: str) -> None:
    assert doctor.judge_codecs(MEDIA).verdict is Verdict.OK
    finding = doctor.judge_codecs({**MEDIA, key: MEDIA[key][1:]})
    assert finding.verdict is Verdict.PROBLEM and MEDIA[key][0] in finding.text


@pytest.mark.parametrize("fact", list(TLS))
def test_encryption_that_is_not_verified_is_a_problem(fact: str) -> None:
    assert doctor.judge_tls(TLS).verdict is Verdict.OK
    assert doctor.judge_tls({**TLS, fact: False}).verdict is Verdict.PROBLEM


@pytest.mark.parametrize(
    ("found", "verdict"),
    [
        (["opencv-python-headless"], Verdict.OK),
        (["opencv-contrib-python-headless"], Verdict.OK),
        (["opencv-python"], Verdict.PROBLEM),
        (["opencv-python", "opencv-python-headless"], Verdict.PROBLEM),
        ([], Verdict.PROBLEM),
    ],
)
def test_one_headless_opencv_and_no_other(found: list[str], verdict: Verdict) -> None:
    assert doctor.judge_opencv(found).verdict is verdict


@pytest.mark.parametrize(
    ("free_bytes", "verdict"),
    [(10 * GIB, Verdict.OK), (GIB // 4, Verdict.NOTE), (1_000_000, Verdict.PROBLEM), (0, Verdict.PROBLEM)],
)
def test_disk(free_bytes: int, verdict: Verdict) -> None:
    assert doctor.judge_disk(free_bytes, "the profile").verdict is verdict


@pytest.mark.parametrize(
    ("cores", "memory_bytes", "feeds"), [(2, 8 * GIB, 32), (8, 32 * GIB, 128), (16, 2 * GIB, 77), (1, GIB // 4, 0)]
)
def test_capacity_is_bounded_by_cores_and_by_memory(cores: int, memory_bytes: int, feeds: int) -> None:
    assert f"about {feeds} feeds" in doctor.judge_capacity(cores, memory_bytes).text


def test_display() -> None:
    probe = {"qt": "6.11.3", "platform": "xcb", "screens": ["left 1920x1080", "right 3840x2160"]}
    assert doctor.judge_display(probe, wanted=":0").verdict is Verdict.OK
    assert doctor.judge_display(probe, wanted="").verdict is Verdict.NOTE
    broken = doctor.judge_display(None, wanted=":0", detail="libxcb-cursor0 is needed")
    assert broken.verdict is Verdict.PROBLEM and "libxcb-cursor0" in broken.text


def test_a_missing_file_is_named() -> None:
    assert doctor.judge_resources(["a", "b"], ["a", "b"]).verdict is Verdict.OK
    finding = doctor.judge_resources(["a"], ["a", "help/ar.md"])
    assert finding.verdict is Verdict.PROBLEM and "help/ar.md" in finding.text


def test_each_finding_is_one_line_with_what_to_do() -> None:
    lines = doctor.render([Finding("a", Verdict.OK, "fine"), Finding("long", Verdict.PROBLEM, "bad", "mend it")])
    assert lines == ["OK       a     fine", "PROBLEM  long  bad -> mend it"]


@pytest.mark.slow
def test_this_machine_is_fit_for_a_wall(tmp_path: Path) -> None:
    findings = {finding.check: finding for finding in examine(Station(tmp_path / "none-yet"))}
    assert [finding for finding in findings.values() if finding.verdict is Verdict.PROBLEM] == []
    assert {"python", "window", "video", "encryption", "memory", "opencv", "vault", "disk", "store"} <= set(findings)
    assert not (tmp_path / "none-yet").exists(), "a look must not make a profile"


@pytest.mark.slow
def test_json_and_the_exit_code_tell_of_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("")
    good = wallapp("doctor", "--json", home=tmp_path)
    bad = wallapp("doctor", "--json", "--profile", str(tmp_path / "a-file"), home=tmp_path)
    assert (good.returncode, bad.returncode) == (0, 1)
    assert good.stderr == bad.stderr == ""
    told = {finding["check"]: finding for finding in json.loads(bad.stdout)["findings"]}
    assert told["profile"]["verdict"] == "problem" and "--profile" in told["profile"]["advice"]


@pytest.mark.slow
def test_a_newer_store_and_a_wrong_passphrase_are_problems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cameras", "list", "--profile", str(tmp_path)]) == 0
    with contextlib.closing(sqlite3.connect(tmp_path / "wallapp.sqlite3")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    (tmp_path / "vault.sealed").write_bytes(b"wallapp sealed vault 999\n{}\n")
    monkeypatch.setenv("WALLAPP_VAULT_PASSPHRASE", "correct horse battery")
    findings = {finding.check: finding for finding in examine(Station(tmp_path))}
    assert findings["store"].verdict is Verdict.PROBLEM and "newer wallapp" in findings["store"].text
    assert findings["vault"].verdict is Verdict.PROBLEM and "newer wallapp" in findings["vault"].text
