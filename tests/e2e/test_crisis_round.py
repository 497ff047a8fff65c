"""From an alarm to a crisis and to its end in two real windows, by the keyboard; each step waits for what it brings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.crisis_round import do_round
from tests.e2e.screen import missing_programs
from tests.servers.needs import need

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]

STEPS = [
    *("alarm", "incident", "cross", "marker-form", "marker", "spotlight", "asking", "asked", "drawing", "perimeter"),
    *("level-2-form", "level-2-asked", "level-2", "cap-form", "cap"),
    *("level-1-form", "level-1-asked", "level-1", "level-0-form", "level-0-asked", "level-0", "stood-down"),
]


def test_a_crisis_can_be_worked_through_by_the_keyboard(tmp_path: Path) -> None:
    need(not missing_programs(), f"missing: {', '.join(missing_programs())}; run make setup")
    home = tmp_path / "home"
    home.mkdir()
    one = do_round(tmp_path / "pictures", home)
    assert [name for name, _ in one.steps] == STEPS
    print(f"\nfrom the alarm to the end {one.steps[-1][1]:.1f} s")
    assert one.operator.said == one.supervisor.said == "", "a round without trouble says nothing on the terminal"
