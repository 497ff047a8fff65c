"""A request in two real windows by the keyboard, timed; each step waits for what it brings about."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.access_round import do_round
from tests.e2e.screen import missing_programs
from tests.servers.needs import need

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]

STEPS = ["closed", "asking", "noticed", "narrowed", "proving", "clear", "who-looks", "sure", "ended"]


def test_a_request_can_be_asked_decided_and_ended_by_the_keyboard(tmp_path: Path) -> None:
    need(not missing_programs(), f"missing: {', '.join(missing_programs())}; run make setup")
    home = tmp_path / "home"
    home.mkdir()
    one = do_round(tmp_path / "pictures", home)
    assert [name for name, _ in one.steps] == STEPS
    assert len(list(one.out.glob("*.png"))) == len(STEPS)
    took_s = one.steps[-1][1]
    print(f"\nfrom the closed tile to the end {took_s:.1f} s")
    assert one.operator.said == one.supervisor.said == "", "a round without trouble says nothing on the terminal"
