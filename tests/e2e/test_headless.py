"""The program without a window, over files and over other people's streams: figures, picture, exit code."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.cli.program import environment
from tests.cli.test_bad_input import made_newer
from tests.e2e.cameras import Row, tint, tinted_clip, write_cameras
from tests.e2e.program import SIZE_PX, HeadlessWall, wall
from tests.servers.clips import ClipShelf
from tests.servers.gst import GstServer
from tests.waiting import wait_until
from wallapp.base.clock import SystemClock
from wallapp.simulation.rtsp_server import RtspServer

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]

PERCENTILES = {"p50", "p95", "p99"}
TILE = {
    "number": int, "name": str, "owner": str, "state": str, "view": str, "rate": str, "stream": str, "codec": str,
    "source_px": list, "tile_px": list, "source_fps": float, "decoded": int, "shown": int, "dropped": dict,
    "age_ms": dict, "picture_age_ms": dict, "reconnects": int, "cause": (str, type(None)),
}  # fmt: skip


def check_shape(figures: Any) -> None:
    """Exactly the keys that scripts were promised, each of its kind."""
    assert set(figures) == {"version", "seconds", "processes", "wall", "tiles"}
    assert figures["version"] == 1
    assert set(figures["processes"]) == {"console", "decoders"}
    assert set(figures["processes"]["console"]) == {"cpu_s", "pss_peak_bytes"}
    for decoder in figures["processes"]["decoders"]:
        assert set(decoder) == {"cpu_s", "pss_peak_bytes", "restarts"}
        assert decoder["pss_peak_bytes"] > 10_000_000
    assert set(figures["wall"]) == {"ticks", "tick_gap_ms"}
    assert set(figures["wall"]["tick_gap_ms"]) == PERCENTILES | {"max"}
    for tile in figures["tiles"]:
        assert set(tile) == set(TILE)
        for key, kind in TILE.items():
            assert isinstance(tile[key], kind), f"{key} is {tile[key]!r}"  # type: ignore[arg-type]  # a type or a pair
        assert set(tile["dropped"]) == {"superseded", "shed"}
        assert set(tile["age_ms"]) == set(tile["picture_age_ms"]) == PERCENTILES


def check_live(one: HeadlessWall, count: int) -> None:
    """Every tile live, its frames counted, with a picture on it."""
    tiles = one.figures()["tiles"]
    assert len(tiles) == count
    for tile in tiles:
        assert (tile["state"], tile["view"], tile["cause"]) == ("live", "clear", None), tile
        assert tile["source_px"] == [640, 360] and tile["codec"] == "h264"
        assert tile["decoded"] > 20 and tile["shown"] > 0
        assert tile["shown"] + tile["dropped"]["superseded"] <= tile["decoded"] + 5
        assert tile["age_ms"]["p95"] is not None and tile["picture_age_ms"]["p50"] is not None


def test_a_wall_over_files(tmp_path: Path) -> None:
    rows = [Row(101 + index, f"Camera {index}", str(tinted_clip(tmp_path, index))) for index in range(4)]
    cameras = write_cameras(tmp_path / "cameras.csv", rows)
    (tmp_path / "profile").mkdir()
    (tmp_path / "profile" / "map.geojson").write_text("no map", encoding="utf-8")
    with wall(tmp_path, "wall", "--cameras", str(cameras), "--seconds", "3") as one:
        assert one.wait() == 0, one.said
        check_shape(one.figures())
        check_live(one, 4)
        assert 3.0 <= one.figures()["seconds"] < 5.0
        assert "the map is left out" in (tmp_path / "profile" / "log" / "wallapp.log").read_text(encoding="utf-8")
        assert one.picture().shape == (SIZE_PX[1], SIZE_PX[0], 3)
        for index in range(4):
            shown = one.tile(index + 1, (2, 2)).reshape(-1, 3).mean(axis=0)[::-1]
            others = [abs(shown - tint(other)).sum() for other in range(4)]
            assert min(range(4), key=others.__getitem__) == index, "each tile shows its own camera"


def test_a_wall_over_our_own_rtsp_server(tmp_path: Path) -> None:
    with RtspServer(clock=SystemClock()) as server:
        rows = []
        for index in range(6):
            server.add_file(f"cam{index}", tinted_clip(tmp_path, index))
            rows.append(Row(101 + index, f"Camera {index}", server.url(f"cam{index}")))
        cameras = write_cameras(tmp_path / "cameras.csv", rows)
        with wall(tmp_path, "wall", "--cameras", str(cameras), "--layout", "2x3", "--seconds", "4") as one:
            assert one.wait() == 0, one.said
            check_shape(one.figures())
            check_live(one, 6)
            assert all(one.tile(number, (2, 3)).std() > 10 for number in range(1, 7))


def test_a_wall_over_gstreamers_server(tmp_path: Path, clips: ClipShelf, start_gst: Callable[..., GstServer]) -> None:
    server = start_gst(clips.file(), cameras=6)
    rows = [Row(100 + number, f"Camera {number}", server.url(number)) for number in range(1, 7)]
    cameras = write_cameras(tmp_path / "cameras.csv", rows)
    with wall(tmp_path, "wall", "--cameras", str(cameras), "--layout", "2x3", "--seconds", "4") as one:
        assert one.wait() == 0, one.said
        check_shape(one.figures())
        check_live(one, 6)
        assert all(one.tile(number, (2, 3)).std() > 10 for number in range(1, 7))


def test_private_is_a_mosaic_and_protected_is_closed(tmp_path: Path, clips: ClipShelf) -> None:
    clip = str(clips.file())
    rows = [
        Row(101, "Street", clip),
        Row(201, "Shop", clip, "Shop", "shop", ""),
        Row(202, "Yard", clip, "School", "school", ""),
        Row(203, "Hall", clip, "Bank", "bank", "protected"),
    ]
    cameras = write_cameras(tmp_path / "cameras.csv", rows)
    with wall(tmp_path, "wall", "--cameras", str(cameras), "--seconds", "3") as one:
        assert one.wait() == 0, one.said
        tiles = {tile["number"]: tile for tile in one.figures()["tiles"]}
        assert {number: tile["view"] for number, tile in tiles.items()} == {
            101: "clear", 201: "mosaic", 202: "closed", 203: "closed",
        }  # fmt: skip
        assert [tiles[number]["state"] for number in (101, 201, 202, 203)] == ["live", "live", "closed", "closed"]
        assert tiles[202]["decoded"] == tiles[203]["decoded"] == 0
        assert tiles[201]["rate"] == "reduced"
        assert one.tile(1, (2, 2)).std() > 10
        assert one.tile(3, (2, 2)).std() < 25 and (one.tile(3, (2, 2)).max(axis=2) < 90).mean() > 0.9, "words only"


@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM], ids=["SIGINT", "SIGTERM"])
def test_a_signal_ends_it_with_its_figures_written(kind: signal.Signals, tmp_path: Path) -> None:
    cameras = write_cameras(tmp_path / "cameras.csv", [Row(101, "Camera", str(tinted_clip(tmp_path, 0)))])
    with wall(tmp_path, "wall", "--cameras", str(cameras)) as one:
        decoders = one.wait_decoders()
        one.process.send_signal(kind)
        assert one.wait(within_s=15) == 0, one.said
        check_shape(one.figures())
        assert one.picture().shape[0] == SIZE_PX[1]
        assert one.said == [] or all("Traceback" not in line for line in one.said)
        wait_until(lambda: not any(decoder.is_running() for decoder in decoders), within_s=3)


def shared_blocks() -> set[str]:
    """Shared memory with a name of ours."""
    return {str(block) for block in Path("/dev/shm").glob("*wallapp*")}


def test_a_killed_console_leaves_nothing(tmp_path: Path) -> None:
    before = shared_blocks()
    with wall(tmp_path, "demo", "--rtsp", "--cameras", "4") as one:  # drawing, serving and decoding at once
        wait_until(lambda: one.children("simulation.encode"), within_s=30, what="an encoder")
        one.wait_decoders()
        assert one.children("simulation.serve")
        family = one.children()
        one.process.kill()
        one.process.wait()
        wait_until(lambda: not any(alive(child) for child in family), within_s=5, what="the end of all its children")
    assert shared_blocks() == before
    assert not one.stats.exists()


def alive(process: psutil.Process) -> bool:
    """Whether it still runs; one that only waits to be reaped does not."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def reads(processes: list[psutil.Process], path: Path) -> bool:
    """Whether one of these processes has the file open."""
    try:
        return any(str(path) == opened.path for one in processes for opened in one.open_files())
    except psutil.Error:
        return False


def test_a_full_disk_is_one_line_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    clip = tinted_clip(tmp_path, 0)
    cameras = write_cameras(tmp_path / "cameras.csv", [Row(101, "Camera", str(clip))])
    snapshot = tmp_path / "out" / "wall.png"
    snapshot.parent.mkdir()
    snapshot.write_bytes(b"yesterday's")
    limit = 200_000  # a file larger than this fails to be written, as on a full disk; the picture is larger
    # It ends by itself, so that its tile is live and the picture as large as it is in use.
    with wall(tmp_path, "wall", "--cameras", str(cameras), "--seconds", "3", "--snapshot", str(snapshot)) as one:
        # The slots are made by then, and these are files to the system too.
        wait_until(lambda: reads(one.children("wallapp.decoder"), clip), within_s=60, what="a decoder at the clip")
        psutil.Process(one.process.pid).rlimit(psutil.RLIMIT_FSIZE, (limit, limit))
        assert one.wait(within_s=30) == 1
        errors = [line for line in one.said if str(snapshot) in line]
        assert len(errors) == 1 and "could not be written" in errors[0], one.said
        assert not any("Traceback" in line for line in one.said)
        check_shape(one.figures())  # these found room
    assert snapshot.read_bytes() == b"yesterday's"
    assert list(snapshot.parent.iterdir()) == [snapshot]


def test_a_demo_from_a_cold_cache_and_again_over_rtsp(tmp_path: Path) -> None:
    with wall(tmp_path, "demo", "--cameras", "2", "--seconds", "2") as one:
        assert one.wait(within_s=150) == 0, one.said
        check_shape(one.figures())
        assert {tile["state"] for tile in one.figures()["tiles"]} == {"live"}
    drawn = set((tmp_path / "cache").rglob("*.mp4"))
    assert drawn, "drawn into the user's own cache"
    with wall(tmp_path, "demo", "--rtsp", "--cameras", "2", "--seconds", "2") as one:
        assert one.wait(within_s=60) == 0, one.said
        assert {tile["state"] for tile in one.figures()["tiles"]} == {"live"}
        assert not any("drawing" in line for line in one.said), "what is drawn is not drawn again"
    assert set((tmp_path / "cache").rglob("*.mp4")) == drawn


def test_no_live_camera_ends_in_time_with_one_line(tmp_path: Path) -> None:
    rows = [Row(101, "Gone", "rtsp://127.0.0.1:9/cam1"), Row(102, "No file", str(tmp_path / "none.mp4"))]
    cameras = write_cameras(tmp_path / "cameras.csv", rows)
    sooner = "import sys, wallapp.app.run as run; from wallapp.cli.main import main; run._FIRST_LIVE_S = 4.0; "
    arguments = ["wall", "--cameras", str(cameras), "--headless", "--seconds", "1"]
    arguments += ["--profile", str(tmp_path / "profile"), "--stats", str(tmp_path / "stats.json")]
    done = subprocess.run(
        [sys.executable, "-c", sooner + "sys.exit(main(sys.argv[1:]))", *arguments],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 1
    told = [line for line in done.stderr.splitlines() if "no camera became live" in line]
    assert len(told) == 1 and "Traceback" not in done.stderr, done.stderr
    tiles = json.loads((tmp_path / "stats.json").read_text())["tiles"]
    assert [tile["state"] for tile in tiles] == ["lost", "lost"]
    assert [tile["cause"] for tile in tiles] == ["connection_refused", "not_found"]


def test_a_newer_profile_is_left_alone(tmp_path: Path) -> None:
    cameras = write_cameras(tmp_path / "cameras.csv", [Row(101, "Camera", str(tinted_clip(tmp_path, 0)))])
    with wall(tmp_path, "wall", "--cameras", str(cameras), "--seconds", "1") as one:
        assert one.wait() == 0
    made_newer(tmp_path / "profile" / "wallapp.sqlite3")
    with wall(tmp_path, "wall", "--cameras", str(cameras), "--seconds", "1") as one:
        assert one.wait(within_s=30) == 2
        assert len(one.said) == 1 and "newer wallapp" in one.said[0], one.said


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("101,One,City,rtsp://h/1\n101,Two,City,rtsp://h/2\n", "101"),
        ("one,One,City,rtsp://h/1\n", "number"),
        ("101,One,City,ftp://h/1\n", "addresses are allowed"),
    ],
    ids=["twice", "no-number", "no-such-protocol"],
)
def test_a_wrong_table_is_said_and_nothing_is_started(rows: str, says: str, tmp_path: Path) -> None:
    cameras = tmp_path / "cameras.csv"
    cameras.write_text("number,name,owner,main\n" + rows)
    with wall(tmp_path, "wall", "--cameras", str(cameras), "--seconds", "1") as one:
        assert one.wait(within_s=30) == 2
        assert any(says in line for line in one.said), one.said
        assert all(line.startswith("wallapp: ") for line in one.said)
        assert not one.stats.exists() and not one.snapshot.exists()
