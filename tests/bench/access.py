"""`python -m tests.bench.access`: what redaction saves on a whole wall, and how soon a decision is seen.

Thirty-six cameras of the simulated city, once all private (mosaic) and once all public (clear), on one wall of
1920x1080 in the same run; then requests approved and revoked, followed from outside the console.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import mean, median

from tests.e2e.access_room import HALL, Room, is_closed, is_open, now_s
from tests.e2e.cameras import Row, write_cameras
from tests.e2e.program import wall
from tests.servers.postgres import Database, fresh_database, running_postgres
from tests.waiting import wait_until
from wallapp.domain.camera import StreamName
from wallapp.simulation.city import load_city
from wallapp.simulation.media import CityMedia
from wallapp.store.privileges import prepare_store

CAMERAS = 36
MEASURE_S = 20
ROUNDS = 20
DRAWN_WITHIN_S = 600.0


def rows(sensitivity: str) -> list[Row]:
    """The city's cameras, drawn where they are not yet."""
    media = CityMedia()
    try:
        numbers = [camera.number for camera in load_city().take(CAMERAS)]
        media.prepare(numbers)
        if not all(media.wait(number, DRAWN_WITHIN_S) for number in numbers):
            raise RuntimeError("the simulated city could not be drawn")
        return [
            Row(
                number,
                f"Camera {number}",
                str(media.path(number, StreamName.MAIN)),
                sensitivity=sensitivity,
                sub=str(media.path(number, StreamName.SUB)),
            )
            for number in numbers
        ]
    finally:
        media.stop()


def cores(sensitivity: str) -> tuple[float, str]:
    """Processor time of the wall, all its processes, as a share of one core; and what its tiles showed."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        cameras = write_cameras(home / "cameras.csv", rows(sensitivity))
        more = ("--cameras", str(cameras), "--layout", "6x6", "--seconds", str(MEASURE_S))
        with wall(home, "wall", *more) as one:
            if one.wait(within_s=120 + MEASURE_S):
                raise RuntimeError(f"the wall failed: {one.said}")
            figures = one.figures()
    console_s = figures["processes"]["console"]["cpu_s"]
    decoders_s = sum(part["cpu_s"] for part in figures["processes"]["decoders"])
    views = sorted({f"{tile['view']} ({tile['state']})" for tile in figures["tiles"]})
    shown = sum(tile["shown"] for tile in figures["tiles"]) / figures["seconds"]
    decoded = sum(tile["decoded"] for tile in figures["tiles"]) / figures["seconds"]
    seconds = figures["seconds"]
    parts = f"console {100 * console_s / seconds:.0f}, decoders {100 * decoders_s / seconds:.0f}"
    note = f"{parts}; {', '.join(views)}, {decoded:.0f} decoded and {shown:.0f} shown a second"
    return (console_s + decoders_s) / seconds, note


def latencies(database: Database | None = None) -> dict[str, list[float]]:
    """Seconds from each decision to what it brings about; on SQLite where no database is given."""
    found: dict[str, list[float]] = {name: [] for name in ("ask", "vote", "clear", "closed", "confirmed")}

    def timed(name: str, work: Callable[[], object]) -> None:
        begin_s = now_s()
        work()
        found[name].append(now_s() - begin_s)

    with tempfile.TemporaryDirectory() as home, Room(Path(home), database) as room:
        console = room.console("operator").up()
        room.key("supervisor"), room.key("bank")
        for _ in range(ROUNDS):
            begin_s = now_s()
            request = room.ask("operator", HALL)
            found["ask"].append(now_s() - begin_s)
            timed("vote", lambda asked=request: room.approve("supervisor", asked))
            begin_s = now_s()
            grant = room.approve("bank", request).grant
            assert grant is not None
            console.wait(lambda seen: is_open(seen, HALL), within_s=10, what="the clear picture")
            found["clear"].append(now_s() - begin_s)
            begin_s = now_s()
            room.desk.revoke(room.actor("supervisor"), grant.grant)
            console.wait(lambda seen: is_closed(seen, HALL), within_s=10, what="the end")
            found["closed"].append(now_s() - begin_s)
            wait_until(lambda held=grant.grant: room.kept(held).closed_at, within_s=10, what="the decoder's word")
            found["confirmed"].append(now_s() - begin_s)
        console.quit()
    return found


def main() -> int:
    print(f"load before: {os.getloadavg()[0]:.2f} on {os.cpu_count()} cores")
    # Alternately, so that what else the machine does counts for both.
    runs = [(kind, cores(kind)) for kind in ("public", "private", "private", "public")]
    clear, mosaic = (mean(share for kind, (share, _) in runs if kind == name) for name in ("public", "private"))
    print(f"{CAMERAS} cameras on one wall, {MEASURE_S} s each, % of a core")
    for _, (share, note) in runs:
        print(f"  {100 * share:6.1f}   {note}")
    print(f"  mosaic {100 * mosaic:.1f}, clear {100 * clear:.1f}: ratio {mosaic / clear:.2f}")
    on_sqlite = latencies()
    with running_postgres() as server, fresh_database(server, "bench") as database:
        prepare_store(database.url, database.station)
        on_postgres = latencies(database)
    print(f"one console, {ROUNDS} rounds, ms: median and worst on SQLite, on PostgreSQL")
    words = {
        "ask": "a request kept",
        "vote": "a signed vote kept",
        "clear": "last vote to the clear picture",
        "closed": "revocation to nothing clear in any slot",
        "confirmed": "revocation to the decoder's word in the store",
    }
    for name, said in words.items():
        seconds = [kind(found[name]) for found in (on_sqlite, on_postgres) for kind in (median, max)]
        print(f"  {said:48}{''.join(f'{1000 * one:7.0f}' for one in seconds)}")
    return 0 if mosaic < clear else 1


if __name__ == "__main__":
    sys.exit(main())
