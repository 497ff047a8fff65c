"""One operator's round in a real window by mouse and keyboard; what it must leave behind."""

from __future__ import annotations

from pathlib import Path

import cv2
import pytest

from tests.e2e.operator_round import Setting, do_round
from tests.e2e.screen import missing_programs
from tests.servers.needs import need

pytestmark = [pytest.mark.slow, pytest.mark.alone, pytest.mark.timeout(300)]


@pytest.mark.parametrize(
    ("width_px", "height_px", "language"),
    [
        pytest.param(1920, 1080, "en", id="hd"),
        pytest.param(3840, 2160, "fr", id="4k", marks=pytest.mark.prove),
    ],
)
def test_the_round_can_be_done(width_px: int, height_px: int, language: str, tmp_path: Path) -> None:
    need(not missing_programs(), f"missing: {', '.join(missing_programs())}; run make setup")
    home = tmp_path / "home"
    home.mkdir()
    one = do_round(Setting(tmp_path / "pictures", width_px, height_px, language=language), home)
    # Each step has waited for what it brings about; here is what is left when all is over.
    assert one.layouts() == {1: "", 2: "Port"}
    assert one.grid() == (4, 4)
    (snapshot,) = one.snapshots()
    kept = cv2.imread(str(snapshot))
    assert kept is not None and kept.std() > 10, "the snapshot shows a picture"
    assert snapshot.name.startswith("107_")
    errors = (one.setting.out / "errors.txt").read_text()
    assert errors == "", "a round without trouble says nothing on the terminal"
