"""Fixtures around real servers and clips; tests/conftest.py makes them known to every test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.servers.clips import ClipShelf
from wallapp.base.clock import SystemClock
from wallapp.simulation.rtsp_server import RtspServer


@pytest.fixture(scope="session")
def clips(tmp_path_factory: pytest.TempPathFactory) -> ClipShelf:
    """Clips, each made once a session."""
    return ClipShelf(tmp_path_factory.mktemp("clips"))


@pytest.fixture
def rtsp_server(clips: ClipShelf) -> Iterator[RtspServer]:
    """Our RTSP server, started, with one H.264 camera at `cam1`."""
    with RtspServer(clock=SystemClock()) as server:
        server.add_file("cam1", clips.file())
        yield server
