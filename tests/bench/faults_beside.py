"""`python -m tests.bench.faults_beside [SECONDS]`: every fault of the table at once beside eight good cameras.

All play into one pool with real decoders. Half of the time the faulty cameras are broken, then they are mended,
break again, and so on, so that openings, failures and recoveries happen beside the good ones all the time.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.feeds.fault_stage import Begin, Stage, open_stage
from tests.feeds.test_fault_table import ANNOUNCED, TABLE
from tests.servers.clips import ClipShelf
from wallapp.simulation.faults import Fault

SECONDS = 60.0
TURN_S = 15.0
LOST_AT_MOST = 0.01


def play(stage: Stage, seconds: float) -> None:
    """Break and mend everybody but the good ones, turn by turn, for so long; all are mended at the end."""
    faulty = [actor for name, actor in stage.actors.items() if stage.numbers[name] not in stage.good]
    stage.begin()
    left_s, broken = seconds, False
    while left_s > 0:
        broken = not broken
        for actor in faulty:
            (actor.go_wrong if broken else actor.mend)()
        turn_s = min(TURN_S, left_s)
        (stage.watch_broken if broken else stage.watch_mended)(turn_s)
        left_s -= turn_s
    stage.end()
    if broken:
        for actor in faulty:
            actor.mend()


def main() -> int:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    faults = {row.name: (row.begin, row.fault) for row in TABLE}
    faults[ANNOUNCED] = (Begin.PLAYING, Fault.CODEC_CHANGE_ANNOUNCED)
    with tempfile.TemporaryDirectory() as name:
        clips, folder = Path(name) / "clips", Path(name) / "stage"
        clips.mkdir()
        folder.mkdir()
        with open_stage(ClipShelf(clips), folder, faults) as stage:
            stage.room.want()
            stage.room.wait_live(stage.good)
            play(stage, seconds)
            lost, restarts = stage.lost_share(), sum(stage.restarts.values())
            faulty = len(stage.actors) - len(stage.good)
    print(f"{faulty} faulty cameras beside {len(stage.good)} good ones for {seconds:.0f} s")
    print(f"lost by the good ones, the worst of them: {100 * max(0.0, lost):.2f} % of their pictures (at most 1 %)")
    print(f"decoders replaced: {restarts}")
    return 0 if lost < LOST_AT_MOST else 1


if __name__ == "__main__":
    sys.exit(main())
