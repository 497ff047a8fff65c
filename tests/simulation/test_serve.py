"""The simulated cameras as RTSP streams in a process of their own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import av
import cv2
import numpy as np
import pytest
from av.container import InputContainer

from tests.servers.clips import ClipShelf
from tests.waiting import wait_until

pytestmark = pytest.mark.slow


@contextmanager
def serving(*lines: dict[str, object]) -> Iterator[tuple[subprocess.Popen[str], int]]:
    command = [sys.executable, "-m", "wallapp.simulation.serve"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin is not None and server.stdout is not None
        port = int(server.stdout.readline())
        for line in lines:
            tell(server, line)
        try:
            yield server, port
        finally:
            server.stdin.close()
            server.wait(10)


def tell(server: subprocess.Popen[str], line: dict[str, object]) -> None:
    assert server.stdin is not None
    server.stdin.write(json.dumps(line) + "\n")
    server.stdin.flush()


def opened(address: str) -> InputContainer | None:
    """None where the path is not served yet."""
    try:
        return av.open(address, options={"rtsp_transport": "tcp"}, timeout=20)
    except av.error.HTTPNotFoundError:
        return None


def pictures(port: int, name: str) -> Iterator[np.ndarray[tuple[int, ...], np.dtype[np.uint8]]]:
    """Small grey pictures, from the moment on when the path is served."""
    found: list[InputContainer] = []
    address = f"rtsp://127.0.0.1:{port}/{name}"
    wait_until(lambda: found.extend(filter(None, [opened(address)])) or found, within_s=30, what=address)
    with found[0] as container:
        for frame in container.decode(video=0):
            grey = np.asarray(frame.to_ndarray(format="gray"), np.uint8)
            yield np.asarray(cv2.resize(grey, (160, 90), interpolation=cv2.INTER_AREA), np.uint8)


def shift_px(before: object, after: object) -> tuple[float, float]:
    (x, y), _ = cv2.phaseCorrelate(np.asarray(before, np.float32), np.asarray(after, np.float32))
    return x, y


def test_a_file_is_served_and_a_bad_line_costs_nothing(clips: ClipShelf) -> None:
    lines: list[dict[str, object]] = [{"move": "none"}, {"name": "a", "file": str(clips.file())}]
    with serving(*lines) as (_, port):
        seen = [picture for picture, _ in zip(pictures(port, "a"), range(10), strict=False)]
        assert len(seen) == 10


def test_the_ptz_obeys() -> None:
    with serving({"name": "ptz", "ptz": 114}) as (server, port):
        stream = pictures(port, "ptz")
        first = [next(stream) for _ in range(5)][-1]
        still = [next(stream) for _ in range(5)][-1]
        assert abs(shift_px(first, still)[0]) < 1.0
        tell(server, {"move": "ptz", "pan_deg_s": 10.0})
        moved = (abs(shift_px(still, next(stream))[0]) for _ in range(75))  # how soon is the machine's affair
        assert any(shift > 3.0 for shift in moved)
