"""A screen of its own with a mouse and a keyboard: Xvfb, driven by xdotool and looked at through ffmpeg."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import cv2
import numpy as np
import numpy.typing as npt

from tests.waiting import wait_until

Pixels = npt.NDArray[np.uint8]
PROGRAMS = ("Xvfb", "xdotool", "ffmpeg")


def missing_programs() -> list[str]:
    """What this machine lacks to have a screen."""
    return [name for name in PROGRAMS if shutil.which(name) is None]


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the screen in its own pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2

    def of(self, picture: Pixels) -> Pixels:
        """This part of a picture of the whole screen."""
        return picture[self.y : self.y + self.height, self.x : self.x + self.width]


class Screen:
    """An X server without a window manager. A context manager; it ends with the context."""

    def __init__(self, width_px: int, height_px: int) -> None:
        self.width_px, self.height_px = width_px, height_px
        self.display = ""
        self._server: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Screen:
        read, write = os.pipe()
        size = f"{self.width_px}x{self.height_px}x24"
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp", "-dpi", "96", "-noreset"]
        self._server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:
            self.display = f":{told.readline().strip()}"
        assert self.display != ":", "Xvfb did not start"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._server is not None
        self._server.terminate()
        self._server.wait()

    # Hands

    def do(self, *words: str | int) -> str:
        """One call of xdotool; what it says."""
        done = subprocess.run(
            ["xdotool", *map(str, words)],
            env={**os.environ, "DISPLAY": self.display},
            capture_output=True,
            text=True,
            timeout=20,
        )
        return done.stdout.strip()

    def key(self, *keys: str) -> None:
        """Press keys, one after the other, by their X names."""
        self.do("key", "--delay", 30, *keys)

    def type(self, text: str) -> None:
        """Type a text into whatever has the focus."""
        self.do("type", "--delay", 30, text)

    def click(self, at: tuple[int, int], *, button: int = 1, times: int = 1) -> None:
        """Go there and click."""
        self.do("mousemove", *at, "click", "--repeat", times, "--delay", 80, button)

    def drag(self, begin: tuple[int, int], end: tuple[int, int], *, hold_at_end: bool = False) -> None:
        """Press, move in steps as a hand does, and let go; `drop` lets go later where the end is held."""
        self.do("mousemove", *begin, "mousedown", 1)
        for step in range(1, 9):
            x, y = (round(a + (b - a) * step / 8) for a, b in zip(begin, end, strict=True))
            self.do("mousemove", x, y)
        if not hold_at_end:
            self.drop()

    def drop(self) -> None:
        """Let the button go."""
        self.do("mouseup", 1)

    # Windows

    def windows(self) -> dict[str, str]:
        """Visible windows of the wall by their id: their titles."""
        found = self.do("search", "--onlyvisible", "--class", "wallapp").split()
        return {window: self.do("getwindowname", window) for window in found}

    def focus(self, window: str) -> None:
        """Give a window the keyboard, as a window manager would."""
        self.do("windowfocus", "--sync", window)

    def wait_window(self, title: str, *, within_s: float = 10.0) -> str:
        """Until a window whose title holds this is there; returns its id."""
        found: list[str] = []

        def look() -> bool:
            found[:] = [window for window, name in self.windows().items() if title in name]
            return bool(found)

        wait_until(look, within_s=within_s, what=f"a window named {title}")
        return found[0]

    def wait_new_window(self, *, within_s: float = 10.0) -> str:
        """Until there is a window beside the console's, which then has the keyboard; returns its id."""
        found: list[str] = []

        def look() -> bool:
            found[:] = list(self.windows())
            return len(found) > 1

        wait_until(look, within_s=within_s, what="a window beside the console's")
        return found[-1]

    # Eyes

    def picture(self) -> Pixels:
        """What the screen shows now: height x width x 3, BGR; the caller's own."""
        size = f"{self.width_px}x{self.height_px}"
        command = [
            "ffmpeg",
            "-v",
            "error",
            "-f",
            "x11grab",
            "-draw_mouse",
            "0",
            "-video_size",
            size,
            "-i",
            self.display,
        ]
        command += ["-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "bgr24", "-"]
        raw = subprocess.run(command, capture_output=True, check=True, timeout=20).stdout
        return np.frombuffer(raw, np.uint8).reshape(self.height_px, self.width_px, 3)

    def keep(self, path: Path) -> Pixels:
        """Write what the screen shows as a PNG, and return it."""
        shown = self.picture()
        cv2.imwrite(str(path), shown)
        return shown
