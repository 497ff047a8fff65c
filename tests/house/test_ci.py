"""`.ci/run` tells the truth about `make test`: its code, its closing line, and a skip counts as a failure."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.house.sources import ROOT

PASSED = "============ 12 passed in 3.20s ============"
SKIPPED = "======= 11 passed, 1 skipped in 3.20s ======="


@pytest.mark.parametrize(
    ("lines", "made", "code", "closing"),
    [
        (["collected 12 items", PASSED], 0, 0, PASSED),
        (["=== 1 failed, 11 passed in 3.20s ==="], 2, 2, "=== 1 failed, 11 passed in 3.20s ==="),
        (["SKIPPED [1] tests/x.py:9: GStreamer is missing", SKIPPED], 0, 1, SKIPPED),
        (["SKIPPED [1] tests/x.py:9: only on Windows", SKIPPED], 0, 0, SKIPPED),
        (["ruff: Found 3 errors."], 2, 2, "ruff: Found 3 errors."),
    ],
)
def test_ci_ends_with_the_closing_line_and_the_right_code(
    lines: list[str], made: int, code: int, closing: str, tmp_path: Path
) -> None:
    make = tmp_path / "make"
    told = "\n".join(f"echo '{line}'" for line in lines)
    make.write_text(f'#!/bin/sh\ntest "$CI" = true || exit 9\n{told}\nexit {made}\n')
    make.chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    environment.pop("CI", None)
    done = subprocess.run([ROOT / ".ci" / "run"], capture_output=True, text=True, env=environment)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (code, closing), done.stderr
