"""A marker on the demo's PTZ, turned from its real window; what must be seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.ptz_round import do_round
from tests.e2e.screen import missing_programs
from tests.servers.needs import need


@pytest.mark.prove
@pytest.mark.alone
@pytest.mark.timeout(600)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_marker_leaves_its_pixel_and_comes_back(language: str, tmp_path: Path) -> None:
    need(not missing_programs(), f"missing: {', '.join(missing_programs())}; run make setup")
    home = tmp_path / "home"
    home.mkdir()
    assert do_round(tmp_path / "pictures", home, language=language) == 0
