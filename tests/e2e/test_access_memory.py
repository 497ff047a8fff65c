"""What no grant opens does not reach the console's memory, and what one opened is wiped with its end."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.e2e.access_memory import Found, lossless_clip, reference_rows, scan, scan_arenas
from tests.e2e.access_room import HALL, SCHOOL, Console, Room, now_s
from tests.waiting import wait_until

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(150),
    pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc"),
]

ROWS = 24
STEADY = 50
"""Looks at a hundredth of a second."""
WIPED_WITHIN_S = 31.0
OPEN_S = 15
"""Long enough to look through the memory meanwhile."""


def settled_size(console: Console) -> tuple[int, int]:
    """A picture as wide as its first tile, once the window is laid out; lower, so that a notice above the wall, which
    takes some of its height, does not make the picture smaller."""
    seen: list[list[int]] = []

    def look() -> bool:
        seen.append(console.state()["tiles"][0]["size"])
        return len(seen) > STEADY and seen[-1] is not None and all(size == seen[-1] for size in seen[-STEADY:])

    wait_until(look, within_s=30, what="a tile that keeps its size")
    return seen[-1][0] & ~1, seen[-1][1] * 3 // 4 & ~1


def test_detail_is_in_the_console_only_while_a_grant_opens_it(tmp_path: Path) -> None:
    clip = tmp_path / "lossless.mp4"
    with Room(tmp_path) as room:
        console = room.console(
            "operator", numbers=(HALL, SCHOOL), grid=(1, 2), clips={HALL: clip, SCHOOL: clip}
        ).started()
        width_px, height_px = settled_size(console)
        rows = reference_rows(lossless_clip(clip, width_px, height_px), ROWS)
        pid = console.process.pid

        # A mosaic of the hall, the school closed: not a row of either is anywhere.
        console.wait(
            lambda seen: seen["tiles"][0]["shows"] == "mosaic" and seen["tiles"][0]["sequence"] > 3,
            within_s=30,
            what="the mosaic",
        )
        assert console.state()["tiles"][1]["wants"] == "closed"
        decoders = console.state()["decoders"]
        assert decoders
        assert scan(pid, rows) == Found(0, 0)
        assert scan_arenas(decoders, rows) == 0

        # Opened by a grant: there, in the slots. The watermark is over some.
        request = room.ask("operator", HALL)
        room.approve("supervisor", request)
        granted = room.approve("bank", request, duration_s=OPEN_S).grant
        assert granted is not None
        ends_s = now_s() + OPEN_S
        console.wait(lambda seen: [HALL, granted.grant] in seen["opened"], within_s=OPEN_S, what="the clear picture")
        wait_until(lambda: scan_arenas(decoders, rows) > ROWS // 4, within_s=OPEN_S, what="its rows in the arena")
        found = scan(pid, rows)
        assert found.arena > ROWS // 4, found
        assert now_s() < ends_s, "the look through the memory took longer than the grant lasts"

        # The console stops dead: the decoder wipes its slots by itself.
        os.kill(pid, signal.SIGSTOP)
        try:
            wait_until(lambda: now_s() > ends_s, within_s=OPEN_S + 1, what="the end of the grant")
            wiped_s = wait_until(
                lambda: scan_arenas([*decoders, pid], rows) == 0, within_s=WIPED_WITHIN_S, what="the wiping"
            )
        finally:
            os.kill(pid, signal.SIGCONT)
        print(f"\n{found}; wiped {wiped_s:.2f} s after the grant's end, the console standing still")
        console.wait(
            lambda seen: seen["tiles"][0]["shows"] == "mosaic" and seen["tiles"][0]["sequence"] > 3,
            within_s=20,
            what="the mosaic again",
        )
        wait_until(lambda: scan(pid, rows) == Found(0, 0), within_s=WIPED_WITHIN_S, what="a console without its rows")
        assert console.quit() == 0
