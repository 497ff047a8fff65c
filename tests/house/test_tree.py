"""What lies at the top of the project, and what no file of it may hold."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import ROOT, project_files

TOP = {"wallapp", "resources", "tests", "pyproject.toml", "README.md", "Makefile", "CHANGELOG.md", "LICENSE"}
REGISTRY_HOSTS = re.compile(
    rb"p[y]pi\.org|python[h]osted|n[p]mjs\.|\.d[e]bian\.org|archive\.u[b]untu\.com|crate[s]\.io"
)
SECRET = re.compile(rb"-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b")


def test_the_top_level_holds_only_what_belongs_there() -> None:
    tops = {path.parts[0] for path in project_files()}
    assert {name for name in tops if name not in TOP and not name.startswith(".")} == set()
    assert tops >= TOP


@pytest.mark.parametrize("pattern", [REGISTRY_HOSTS, SECRET], ids=["registry hosts", "secrets"])
def test_no_file_holds(pattern: re.Pattern[bytes]) -> None:
    assert [str(path) for path in project_files() if pattern.search((ROOT / path).read_bytes())] == []


def test_no_file_is_larger_than_a_clone_should_carry() -> None:
    large = {str(path): (ROOT / path).stat().st_size for path in project_files()}
    assert {name: size for name, size in large.items() if size > 2_000_000} == {}


def test_the_licence_is_the_one_that_the_package_names() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in text and "Version 3, 29 June 2007" in text
    assert 'license = "GPL-3.0-or-later"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.slow
def test_import_contracts_are_kept() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("script", [".ci/run", ".ci/setup"])
def test_scripts_can_be_run(script: str) -> None:
    path = ROOT / script
    assert os.access(path, os.X_OK)
    assert subprocess.run(["bash", "-n", str(path)], capture_output=True).returncode == 0


@pytest.mark.parametrize("target", ["help", "run", "test", "lint", "bench", "prove", "setup", "clean"])
def test_make_help_tells_every_command(target: str) -> None:
    done = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True)
    assert re.search(rf"^make {target} +\S", done.stdout, re.MULTILINE), done.stdout + done.stderr


@pytest.mark.slow
def test_the_console_process_loads_no_decoder() -> None:
    """A codec's fault must not be able to take the room's wall down (DESIGN 2)."""
    code = "import sys, wallapp.cli.main; print(sorted({'av', 'cv2'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == "[]\n", done.stdout + done.stderr
