"""A decoder is killed beside a running wall: how soon its tiles are back, and that nobody else notices."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.kill_decoder import Result
from tests.cli.program import environment
from tests.servers.gst import need_gstreamer

pytestmark = [pytest.mark.slow, pytest.mark.alone, pytest.mark.timeout(180)]

LATENESS_S = 0.5
"""What a loaded machine may add to the bound."""
COUNTED_TO = 2
"""A rate times a duration tells a number of pictures to so many."""


def test_its_tiles_are_soon_back_and_the_others_lose_nothing(tmp_path: Path) -> None:
    need_gstreamer()
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.kill_decoder", "--json"],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=150,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr
    result = Result(**json.loads(done.stdout.splitlines()[-1]))
    print(f"\n{result}, bound {result.bound_s:.2f} s")
    assert result.tiles == 8 and result.others == 8
    assert result.replaced_s <= 2.0
    assert result.live_s <= result.bound_s + LATENESS_S
    assert result.lost <= COUNTED_TO
