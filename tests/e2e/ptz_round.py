"""`python -m tests.e2e.ptz_round OUTDIR [LANGUAGE]`: a marker on the demo's PTZ, turned from its window, step by step.

The real program on a screen of its own, by mouse and keyboard: put a marker on the picture by its menu, hold Ctrl
with an arrow, let go, send the camera home. What counts is what the screen shows.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from tests.cli.program import environment
from tests.e2e.operator_round import colourfulness
from tests.e2e.screen import Area, Pixels, Screen
from tests.waiting import wait_until

SIZE_PX = (1440, 900)
PURPLE = (0xFF, 0x7D, 0xC7)  # BGR; nothing in the city has this colour
LIVE_WITHIN_S, WITHIN_S = 180.0, 30.0
NEAR_PX = 14


class PtzRound:
    """The program with the PTZ's picture on its only tile."""

    def __init__(self, screen: Screen, out: Path, home: Path, language: str) -> None:
        self.screen = screen
        self.steps = 0
        self._out = out
        self._home = home
        self._language = language
        self.spot = (0, 0)

    def start(self) -> subprocess.Popen[bytes]:
        """Begin with an operator signed in, and wait for the window."""
        wanted = ["demo", "--as", "operator", "--layout", "1x1", "--profile", str(self._home / "profile")]
        wanted += ["--cameras", "16", "--language", self._language]
        env = {**environment(self._home), "DISPLAY": self.screen.display, "QT_QPA_PLATFORM": "xcb"}
        program = subprocess.Popen([sys.executable, "-m", "wallapp", *wanted], env=env)
        self.screen.wait_window("wallapp", within_s=60)
        return program

    def keep(self, name: str) -> Pixels:
        """Keep a picture of this step, and say so."""
        self.steps += 1
        print(f"  {self.steps} {name}", flush=True)
        return self.screen.keep(self._out / f"{self.steps}_{name}.png")

    def marked(self, shown: Pixels | None = None) -> int:
        """Pixels in the marker's colour about its spot."""
        picture = self.screen.picture() if shown is None else shown
        x, y = self.spot
        near = Area(x - NEAR_PX, y - NEAR_PX, 2 * NEAR_PX, 2 * NEAR_PX).of(picture).astype(int)
        return int((np.abs(near - np.array(PURPLE)).max(axis=2) < 24).sum())

    def show_ptz(self) -> None:
        """Put it on the tile and wait for its picture: the middle of the screen has colours then."""
        width, height = SIZE_PX
        middle = Area(width // 2 - 120, height // 2 - 120, 240, 240)
        self.spot = (width // 2 + 20, height // 2 - 30)

        def is_picture() -> bool:
            return colourfulness(middle.of(self.screen.picture())) > 20

        wait_until(is_picture, within_s=LIVE_WITHIN_S, what="the first camera's picture")
        first = self.screen.picture()
        self.screen.type("114")
        self.screen.key("Return")
        wait_until(lambda: _is_other(middle.of(first), middle.of(self.screen.picture())), within_s=WITHIN_S, what="114")
        wait_until(is_picture, within_s=LIVE_WITHIN_S, what="the PTZ's picture")
        self.keep("live")

    def put_marker(self) -> None:
        """By the tile's menu and the form that it opens."""
        self.screen.click(self.spot, button=3)
        side = -1 if self._language == "ar" else 1
        wait_until(lambda: _is_menu(self.screen.picture(), self.spot, side), within_s=WITHIN_S, what="the menu")
        self.screen.key("Down", "Down", "Return")
        self.screen.wait_new_window(within_s=WITHIN_S)
        self.screen.type("fall")
        self.screen.key("Tab", "Tab", "End", "Up", "Up")  # purple: black and grey come after it
        self.keep("form")
        self.screen.key("Return")
        self.screen.do("mousemove", 5, SIZE_PX[1] - 5)
        wait_until(self.marked, within_s=WITHIN_S, what="the marker")
        self.keep("marked")

    def turn(self) -> None:
        """Hold Ctrl and an arrow: the marker must be gone from every look that follows."""
        self.screen.do("keydown", "Control_L", "keydown", "Right")
        try:
            first = self.keep("turning")
            assert not self.marked(first), "the marker stands at a pixel that is not its own"
            for _ in range(4):
                assert not self.marked(), "the marker came back while the camera turned"
        finally:
            self.screen.do("keyup", "Right", "keyup", "Control_L")
        self.keep("turned")

    def home(self) -> None:
        """Send it home: the marker comes back with its view."""
        self.screen.key("ctrl+Home")
        took_s = wait_until(self.marked, within_s=WITHIN_S, what="the marker is back")
        self.keep("home")
        print(f"  back {took_s:.1f} s after it was sent home")


def _is_other(before: Pixels, after: Pixels) -> bool:
    return bool(np.abs(before.astype(int) - after).mean() > 30)


def _is_menu(shown: Pixels, at: tuple[int, int], side: int) -> bool:
    """Whether a menu has opened there: a dark patch but for its words, on the side on which menus open."""
    x, y = at
    patch = Area(x + 4 if side > 0 else x - 124, y + 4, 120, 60).of(shown)
    return bool(np.median(patch) < 60)


def do_round(out: Path, home: Path, *, language: str = "en") -> int:
    """All steps; the program's exit code."""
    out.mkdir(parents=True, exist_ok=True)
    with Screen(*SIZE_PX) as screen:
        one = PtzRound(screen, out, home, language)
        program = one.start()
        try:
            one.show_ptz()
            one.put_marker()
            one.turn()
            one.home()
            screen.key("ctrl+q")
            return program.wait(30)
        finally:
            if program.poll() is None:
                one.keep("end")
                program.terminate()
                program.wait(30)


def main() -> int:
    out, *language = sys.argv[1:]
    with tempfile.TemporaryDirectory() as home:
        return do_round(Path(out), Path(home), language=language[0] if language else "en")


if __name__ == "__main__":
    sys.exit(main())
