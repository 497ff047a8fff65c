"""A power cut in the middle of an import: the old registry stands, whole."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from wallapp.exchange.cameras_csv import read_rows
from wallapp.services.import_plan import RowKind
from wallapp.services.registry import Registry
from wallapp.store.engine import FILE_NAME, open_store

COUNT = 2000


def table(name: str) -> str:
    rows = (f"{n},{name} {n},Owner {n % 7},rtsp://h/{name}/{n},{'p' * 300}" for n in range(1, COUNT + 1))
    return "number,name,owner,main,purpose\n" + "\n".join(rows) + "\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("moment", "code"),
    [
        ("INSERT INTO owner", -signal.SIGKILL),
        ("DELETE FROM camera_stream", -signal.SIGKILL),
        ("INSERT INTO camera_stream", -signal.SIGKILL),
        ("COMMIT", -signal.SIGKILL),
        ("never", 0),
    ],
)
def test_a_killed_import_changes_nothing(tmp_path: Path, moment: str, code: int) -> None:
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_text(table("old"), encoding="utf-8")
    new.write_text(table("new") + "9999,9999,Newcomer,rtsp://h/9999,\n", encoding="utf-8")
    store = open_store(tmp_path)
    registry = Registry(store)
    registry.apply(registry.plan_import(read_rows(old)))
    store.close()
    command = [sys.executable, "-m", "tests.store.killed_import", str(tmp_path), str(new), moment]
    assert subprocess.run(command, check=False, timeout=60).returncode == code
    store = open_store(tmp_path)
    unchanged = len(Registry(store).plan_import(read_rows(old if code else new)).of_kind(RowKind.UNCHANGED))
    assert unchanged == COUNT + (code == 0)
    assert len(Registry(store).cameras()) == unchanged
    assert ("Newcomer" in {owner.name for owner in Registry(store).owners()}) is (code == 0)
    store.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.csv", "old.csv", FILE_NAME]
