"""Fixtures around real servers and clips; tests/conftest.py makes them known to every test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest

from tests.servers.clips import ClipKind, ClipShelf
from tests.servers.gst import GstServer, need_gstreamer
from tests.servers.http_servers import HttpCameras
from tests.servers.postgres import Database, PostgresServer, fresh_database, running_postgres
from wallapp.base.clock import SystemClock
from wallapp.simulation.rtsp_server import RtspServer


@pytest.fixture(scope="session")
def clips(tmp_path_factory: pytest.TempPathFactory) -> ClipShelf:
    """Clips, each made once a session."""
    return ClipShelf(tmp_path_factory.mktemp("clips"))


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """One PostgreSQL for the session; a test that stops or kills it starts it again."""
    with running_postgres() as server:
        yield server


_DATABASE_NUMBERS = count(1)


@pytest.fixture
def database(postgres: PostgresServer) -> Iterator[Database]:
    """An empty PostgreSQL database of the test's own."""
    with fresh_database(postgres, f"wall{next(_DATABASE_NUMBERS)}") as made:
        yield made


@pytest.fixture
def rtsp_server(clips: ClipShelf) -> Iterator[RtspServer]:
    """Our RTSP server, started, with one H.264 camera at `cam1`."""
    with RtspServer(clock=SystemClock()) as server:
        server.add_file("cam1", clips.file())
        yield server


@pytest.fixture
def start_gst() -> Iterator[Callable[..., GstServer]]:
    """Starts GStreamer servers, with the arguments of GstServer, that end with the test; skips where there is none."""
    need_gstreamer()
    with ExitStack() as running:

        def start(file: Path, **options: object) -> GstServer:
            return running.enter_context(GstServer(file, **options))  # type: ignore[arg-type]  # passed through

        yield start


@pytest.fixture
def http_cameras(clips: ClipShelf, tmp_path: Path) -> Iterator[HttpCameras]:
    """MJPEG, snapshot and HLS over HTTP, started."""
    folder = tmp_path / "hls"
    folder.mkdir()
    with HttpCameras(mjpeg=clips.file(ClipKind("mjpeg")), h264=clips.file(), folder=folder) as cameras:
        yield cameras
