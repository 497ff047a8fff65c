"""The feeds that every contestant gets: GStreamer's RTSP server, sixteen cameras from one clip."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.clips import ClipKind, ClipShelf
from wallapp.domain.camera import StreamName
from wallapp.simulation.city import load_city
from wallapp.simulation.media import CityMedia

SYSTEM_PYTHON = "/usr/bin/python3"
DRAWN_WITHIN_S = 300.0
GST_SERVER = Path(__file__).parents[1] / "servers" / "gst_server.py"


def city_clips(count: int) -> list[Path]:
    """The main streams of the simulated city's first cameras: pictures as a wall shows them, with noise."""
    media = CityMedia()
    try:
        cameras = [camera.number for camera in load_city().take(count)]
        media.prepare(cameras)
        if not all(media.wait(number, DRAWN_WITHIN_S) for number in cameras):
            raise RuntimeError("the simulated city could not be drawn")
        return [media.path(number, StreamName.MAIN) for number in cameras]
    finally:
        media.stop()


def as_cameras_encode(clips: list[Path], folder: Path) -> list[Path]:
    """The clips encoded as fixed cameras do: H.264 High, CABAC, loop filter, 1.5 Mbit/s, a key picture in two seconds.

    The city's own clips are encoded for a quick first start, without entropy coding or loop filter, and so
    cost half as much to decode as a camera's stream: too kind a unit for every player.
    """
    made = []
    for clip in clips:
        path = folder / f"camera-{clip.name}"
        command = ["ffmpeg", "-v", "error", "-i", str(clip), "-c:v", "libx264", "-preset", "medium", "-bf", "0"]
        rate = ["-profile:v", "high", "-g", "50", "-b:v", "1500k", "-maxrate", "1500k", "-bufsize", "1500k"]
        subprocess.run([*command, *rate, "-y", str(path)], check=True)
        made.append(path)
    return made


@contextmanager
def gst_cameras(folder: Path, count: int, clips: list[Path] | None = None) -> Iterator[list[str]]:
    """Addresses of `count` cameras, 640x360 H.264 at 25/s; the server ends with the context.

    Args:
      clips: what they show, in turn; None is one drawn clip for all, quick to make.
    """
    files = clips or [ClipShelf(folder).file(ClipKind(seconds=8))]
    command = [SYSTEM_PYTHON, str(GST_SERVER), *map(str, files), "--cameras", str(count)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin is not None and server.stdout is not None
        port = server.stdout.readline().split()[1]
        try:
            yield [f"rtsp://127.0.0.1:{port}/cam{number}" for number in range(1, count + 1)]
        finally:
            server.stdin.close()
            server.wait()


def write_cameras(path: Path, addresses: list[str]) -> None:
    """A cameras.csv of these addresses, all public."""
    rows = [f"{100 + index},Camera {index},City,city,{address}" for index, address in enumerate(addresses, 1)]
    path.write_text("\n".join(["number,name,owner,owner_kind,main", *rows, ""]), encoding="utf-8")
