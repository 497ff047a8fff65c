"""`make bench`: the processor time of our wall beside other players', on the same feeds in the same run.

Sixteen feeds of 640x360 at 25/s and 1.5 Mbit/s, scenes of the simulated city encoded as cameras do, from
GStreamer's RTSP server, in tiles of 480x272.
Every contestant is measured alone for the same time, after it has settled; the server's and the X server's
time count for none.
The unit is `ffmpeg` decoding the same feeds to nothing, measured before and after, the mean of both.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.bench.feeds import as_cameras_encode, city_clips, gst_cameras, write_cameras

FEEDS = 16
TILE_PX = (480, 272)
SETTLE_S = 32.0  # ffmpeg and mpv open their inputs one after the other, about a second each
MEASURE_S = 20.0
SCREEN_PX = "2400x1350"


@dataclass(frozen=True)
class Result:
    """Share of one core, and the share of decoded frames that were shown where that is known."""

    name: str
    cores: float | None
    shown: float | None = None
    note: str = ""


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """An environment with an X server of its own."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{SCREEN_PX}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as told:
        display = told.readline().strip()
    try:
        yield {**os.environ, "DISPLAY": f":{display}", "SDL_VIDEODRIVER": "x11", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


def cpu_s(process: psutil.Process) -> float:
    """Of a process and all below it."""
    total = 0.0
    for one in [process, *process.children(recursive=True)]:
        try:
            times = one.cpu_times()
        except psutil.Error:
            continue
        total += times.user + times.system
    return total


def measure(name: str, command: list[str], environment: dict[str, str]) -> Result:
    """A player that runs until it is ended."""
    if shutil.which(command[0]) is None:
        return Result(name, None, note="not installed")
    child = subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        watched = psutil.Process(child.pid)
        time.sleep(SETTLE_S)  # noqa: TID251  a measurement takes its time
        before, begin = cpu_s(watched), time.perf_counter()  # noqa: TID251
        time.sleep(MEASURE_S)  # noqa: TID251
        if child.poll() is not None:
            return Result(name, None, note=f"ended with {child.returncode}")
        return Result(name, (cpu_s(watched) - before) / (time.perf_counter() - begin))  # noqa: TID251
    finally:
        child.kill()
        child.wait()


def inputs(addresses: list[str]) -> list[str]:
    return [word for address in addresses for word in ("-rtsp_transport", "tcp", "-threads", "1", "-i", address)]


def decode_only(addresses: list[str]) -> list[str]:
    outputs = [word for index in range(len(addresses)) for word in ("-map", f"{index}:v", "-f", "null", "-")]
    return ["ffmpeg", "-v", "error", *inputs(addresses), *outputs]


def grid(source: str) -> str:
    """An FFmpeg filter that scales sixteen inputs, named by `source`, and stacks them."""
    width, height = TILE_PX
    scaled = [f"[{source.format(index)}]scale={width}:{height}[t{index}]" for index in range(FEEDS)]
    places = "|".join(f"{index % 4 * width}_{index // 4 * height}" for index in range(FEEDS))
    tiles = "".join(f"[t{index}]" for index in range(FEEDS))
    return ";".join([*scaled, f"{tiles}xstack=inputs={FEEDS}:layout={places}"])


def xstack(addresses: list[str]) -> list[str]:
    graph = grid("{}:v") + ",format=yuv420p[v]"
    return ["ffmpeg", "-v", "error", *inputs(addresses), "-filter_complex", graph, "-map", "[v]", "-f", "sdl", "wall"]


def mpv(addresses: list[str]) -> list[str]:
    graph = grid("vid{}").replace("[vid", "[vid")
    for index in reversed(range(FEEDS)):
        graph = graph.replace(f"[vid{index}]", f"[vid{index + 1}]")
    more = [f"--external-file={address}" for address in addresses[1:]]
    options = [
        "--vo=x11",
        "--hwdec=no",
        "--no-audio",
        "--profile=low-latency",
        "--rtsp-transport=tcp",
        "--really-quiet",
    ]
    return ["mpv", addresses[0], *more, *options, f"--lavfi-complex={graph}[vo]"]


def ours(addresses: list[str], folder: Path, environment: dict[str, str]) -> Result:
    """Our wall: all processes, by its own figures, which `--stats` writes."""
    cameras, stats = folder / "cameras.csv", folder / "stats.json"
    write_cameras(cameras, addresses)
    size = f"{TILE_PX[0]}x{TILE_PX[1]}"
    command = [sys.executable, "-m", "tests.bench.our_wall", str(cameras), size, str(MEASURE_S), str(stats)]
    subprocess.run(command, env=environment, check=True)
    figures = json.loads(stats.read_text(encoding="utf-8"))
    spent_s = sum(one["cpu_s"] for one in [figures["processes"]["console"], *figures["processes"]["decoders"]])
    tiles = figures["tiles"]
    shown = sum(tile["shown"] for tile in tiles) / max(1, sum(tile["decoded"] for tile in tiles))
    worst_ms = max(tile["age_ms"]["p95"] or 0 for tile in tiles)
    sizes = sorted({"x".join(map(str, tile["tile_px"])) for tile in tiles})
    note = (
        f"tiles {', '.join(sizes)}; age p95 {worst_ms:.0f} ms; tick gap p99 {figures['wall']['tick_gap_ms']['p99']} ms"
    )
    return Result("wallapp", spent_s / figures["seconds"], shown, note)


def qmediaplayer(addresses: list[str], environment: dict[str, str]) -> Result:
    if importlib.util.find_spec("PySide6.QtMultimedia") is None:
        return Result("QMediaPlayer", None, note="not installed")
    return measure("QMediaPlayer", [sys.executable, "-m", "tests.bench.qt_players", *addresses], environment)


def table(results: list[Result], unit: float) -> str:
    lines = [f"{'':28}{'% of a core':>12}{'ratio':>8}{'shown':>9}  "]
    for result in results:
        share = "-" if result.cores is None else f"{100 * result.cores:.0f}"
        ratio = "-" if result.cores is None else f"{result.cores / unit:.2f}"
        shown = "" if result.shown is None else f"{100 * result.shown:.1f} %"
        lines.append(f"{result.name:28}{share:>12}{ratio:>8}{shown:>9}  {result.note}")
    return "\n".join(lines)


def main() -> int:
    with tempfile.TemporaryDirectory() as name, screen() as environment:
        folder = Path(name)
        with gst_cameras(folder, FEEDS, as_cameras_encode(city_clips(FEEDS), folder)) as addresses:
            before = measure("ffmpeg, decode to nothing", decode_only(addresses), environment)
            wall = ours(addresses, folder, environment)
            rest = [
                measure("mpv, lavfi xstack", mpv(addresses), environment),
                measure("ffmpeg xstack to a window", xstack(addresses), environment),
                qmediaplayer(addresses, environment),
            ]
            after = measure("ffmpeg, decode again", decode_only(addresses), environment)
    known = [result.cores for result in (before, after) if result.cores]
    if not known:
        sys.stderr.write("bench: ffmpeg did not run; install it with make setup\n")
        return 1
    print(f"{FEEDS} feeds of 640x360 at 25/s over RTSP in tiles of {TILE_PX[0]}x{TILE_PX[1]}, {MEASURE_S:.0f} s each")
    print(table([before, wall, *rest, after], sum(known) / len(known)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
