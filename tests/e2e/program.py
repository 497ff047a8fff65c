"""The wall without a window, as a script starts it: a process with a home of its own, and what it leaves."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import psutil

from tests.cli.program import environment
from tests.e2e.screen import Area, Pixels
from tests.waiting import wait_until

SIZE_PX = (1920, 1080)
_SIDE, _TOP, _BOTTOM = 275, 83, 51


class HeadlessWall:
    """A running `wallapp wall|demo --headless`; what it says goes to files in `home`."""

    def __init__(self, home: Path, *arguments: str) -> None:
        self.home = home
        self.snapshot, self.stats, self._said = home / "wall.png", home / "stats.json", home / "said.txt"
        command = [sys.executable, "-m", "wallapp", *arguments, "--headless", "--profile", str(home / "profile")]
        if "--stats" not in arguments:
            command += ["--stats", str(self.stats)]
        if "--snapshot" not in arguments:
            command += ["--snapshot", str(self.snapshot)]
        cache = {"XDG_CACHE_HOME": str(home / "cache")}
        with self._said.open("wb") as said:
            self.process = subprocess.Popen(
                command, env=environment(home, **cache), stdout=subprocess.DEVNULL, stderr=said
            )

    def wait(self, *, within_s: float = 90.0) -> int:
        """To its end; the exit code."""
        return self.process.wait(within_s)

    @property
    def said(self) -> list[str]:
        """The lines on stderr."""
        return self._said.read_text(encoding="utf-8").splitlines()

    def figures(self) -> Any:
        """What `--stats` wrote."""
        return json.loads(self.stats.read_text(encoding="utf-8"))

    def children(self, what: str = "") -> list[psutil.Process]:
        """Its children whose command line names this module."""
        return [child for child in psutil.Process(self.process.pid).children(recursive=True) if names(child, what)]

    def wait_decoders(self, count: int = 1) -> list[psutil.Process]:
        """Until so many decoders have worked for a moment; returns them."""
        wait_until(
            lambda: sum(worked_s(one) > 0.3 for one in self.children("wallapp.decoder")) >= count,
            within_s=60,
            what=f"{count} decoders at work",
        )
        return self.children("wallapp.decoder")

    def picture(self) -> Pixels:
        """What `--snapshot` wrote, BGR."""
        read = cv2.imread(str(self.snapshot))
        assert read is not None, "the snapshot is no picture"
        return np.asarray(read, dtype=np.uint8)

    def tile(self, number: int, grid: tuple[int, int]) -> Pixels:
        """The middle of a tile's picture in the snapshot; from 1, row by row."""
        width, height = SIZE_PX[0] - _SIDE, SIZE_PX[1] - _TOP - _BOTTOM
        row, column = divmod(number - 1, grid[1])
        wide, high = width // grid[1], height // grid[0]
        area = Area(_SIDE + column * wide + wide // 8, _TOP + row * high + high // 4, wide * 3 // 4, high // 2)
        return area.of(self.picture())


@contextmanager
def wall(home: Path, *arguments: str) -> Iterator[HeadlessWall]:
    """A wall that is gone with the context, whatever happens."""
    one = HeadlessWall(home, *arguments)
    try:
        yield one
    finally:
        if one.process.poll() is None:
            one.process.kill()
            one.process.wait()


def names(process: psutil.Process, what: str) -> bool:
    """Whether a process's command line holds this."""
    try:
        return what in " ".join(process.cmdline())
    except psutil.Error:
        return False


def worked_s(process: psutil.Process) -> float:
    """Processor time of a process so far; 0 where it is gone."""
    try:
        return float(process.cpu_times().user)
    except psutil.Error:
        return 0.0
