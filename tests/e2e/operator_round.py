"""`python -m tests.e2e.operator_round OUTDIR [WxH] [SIZE%] [LANGUAGE]`: one operator's round, a picture a step.

The real program in a window on a screen of its own, driven by mouse and keyboard. Every step waits for what it
brings about: in the profile's store, in files, or on the screen. The cameras show strong colours, so that a state
can be told from the screen alone: a stale picture is grey, a lost one is gone.
"""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from tests.cli.program import environment
from tests.e2e.cameras import Row, tinted_clip, write_cameras
from tests.e2e.screen import Area, Pixels, Screen
from tests.waiting import wait_until
from wallapp.base.clock import SystemClock
from wallapp.simulation.rtsp_server import RtspServer

NAMES = (
    "Place nord", "Gare, quai 2", "Corniche ouest", "Corniche est", "Port, môle 4", "École, portail", "Mairie",
    "Tram Liberté", "Rue du Marché", "Pont vieux", "Parking P3", "Hôpital", "Phare", "Bibliothèque",
)  # fmt: skip
CUT = 106
"""The camera whose server goes and comes back."""
SIDE, TOP, BOTTOM = 275, 83, 51
"""What surrounds the wall, in pixels at 100 %: the sources, the strip with the tabs, the entry line."""
FIRST_FOUND_Y = 142
"""Where the first camera of the tree stands under its owner."""
AMBER = (0x66, 0xD1, 0xFF)  # BGR of what is late
WITHIN_S = 15.0


@dataclass
class Setting:
    """How the round is done."""

    out: Path
    width_px: int = 1920
    height_px: int = 1080
    size_percent: int = 100
    language: str = "en"


@dataclass
class Round:
    """The round's state: the program, the screen and the two servers."""

    setting: Setting
    home: Path
    screen: Screen
    cut_server: RtspServer
    cameras: Path
    program: subprocess.Popen[bytes] | None = None
    steps: list[str] = field(default_factory=list)

    # The program

    def start(self, *more: str) -> None:
        """Start the console and wait for its window."""
        wanted = ["wall", "--cameras", str(self.cameras), "--profile", str(self.profile), *more]
        wanted += ["--language", self.setting.language]
        env = {**environment(self.home), "DISPLAY": self.screen.display, "QT_QPA_PLATFORM": "xcb"}
        errors = (self.setting.out / "errors.txt").open("ab")
        with errors:
            self.program = subprocess.Popen([sys.executable, "-m", "wallapp", *wanted], env=env, stderr=errors)
        self.screen.wait_window("wallapp", within_s=30)

    def close(self) -> int:
        """Quit by the keyboard; the exit code."""
        assert self.program is not None
        self.screen.key("ctrl+q")
        return self.program.wait(20)

    @property
    def profile(self) -> Path:
        return self.home / "profile"

    # What it keeps

    def texts(self) -> dict[str, Any]:
        """What is kept of the wall: `wall.plan` and `wall.place`."""
        found = self._rows("SELECT name, text FROM setting")
        return {name.rpartition("/")[2]: json.loads(text) for name, text in found}

    def numbers(self) -> list[int | None]:
        """The camera of each tile, as it is kept."""
        plan = self.texts().get("wall.plan")
        return [] if plan is None else [None if tile is None else tile["camera"] for tile in plan["tiles"]]

    def grid(self) -> tuple[int, int]:
        """Rows and columns, as they are kept."""
        layout = self.texts()["wall.plan"]["layout"]
        return layout["rows"], layout["columns"]

    def layouts(self) -> dict[int, str]:
        """The saved layouts' names by number."""
        return dict(self._rows("SELECT number, name FROM layout"))

    def snapshots(self) -> list[Path]:
        return sorted((self.profile / "snapshots").glob("*.png"))

    def _rows(self, query: str) -> list[Any]:
        with closing(sqlite3.connect(f"file:{self.profile / 'wallapp.sqlite3'}?mode=ro", uri=True)) as store:
            return store.execute(query).fetchall()

    # Where things are

    @property
    def scale(self) -> float:
        return self.setting.size_percent / 100

    def tile(self, number: int, grid: tuple[int, int] = (4, 4)) -> Area:
        """A tile's place on the screen; from 1, row by row."""
        side, top, bottom = (round(part * self.scale) for part in (SIDE, TOP, BOTTOM))
        left = 0 if self.setting.language == "ar" else side  # the sources stand on the right then; the grid is as ever
        width, height = self.setting.width_px - side, self.setting.height_px - top - bottom
        row, column = divmod(number - 1, grid[1])
        return Area(
            left + width * column // grid[1], top + height * row // grid[0], width // grid[1], height // grid[0]
        )

    def in_side(self, y: int) -> tuple[int, int]:
        """A point of the sources, at 100 %."""
        x = round(100 * self.scale)
        return (self.setting.width_px - x if self.setting.language == "ar" else x), round(y * self.scale)

    # What is seen

    def look(self, number: int, grid: tuple[int, int] = (4, 4)) -> Pixels:
        """The middle of a tile, without its edges, title and corners."""
        area = self.tile(number, grid)
        shown = area.of(self.screen.picture())
        return shown[area.height // 4 : area.height * 4 // 5, area.width // 16 : area.width * 15 // 16]

    def is_picture(self, number: int, grid: tuple[int, int] = (4, 4)) -> bool:
        """Whether a tile shows a picture in its colours."""
        return colourfulness(self.look(number, grid)) > 20

    def is_amber(self, number: int) -> bool:
        """Whether a tile has the amber of what is late."""
        shown = self.tile(number).of(self.screen.picture()).astype(int)
        return int((np.abs(shown - np.array(AMBER)).max(axis=2) < 12).sum()) > 200

    def wait(self, condition: Callable[[], object], what: str, *, within_s: float = WITHIN_S) -> None:
        """Until the condition is true; a picture of the failure is kept where it does not come."""
        try:
            wait_until(condition, within_s=within_s, what=what)
        except (AssertionError, KeyError):
            self.screen.keep(self.setting.out / "failed.png")
            raise

    def picture(self, name: str) -> None:
        """Keep a picture of this step."""
        self.steps.append(name)
        self.screen.keep(self.setting.out / f"{len(self.steps):02}-{name}.png")

    def say(self, line: str) -> None:
        """Type a line and Enter, wherever the focus is on the wall."""
        self.screen.type(line)
        self.screen.key("Return")


def colourfulness(part: Pixels) -> float:
    """The mean distance of the colour parts; 0 for grey."""
    return float((part.max(axis=2).astype(int) - part.min(axis=2)).mean())


# The steps


def choose_size(one: Round) -> None:
    """Choose the size of texts from the menu, where another than 100 % is wanted, and start again with it."""
    if one.setting.size_percent == 100:
        return
    wanted, one.setting.size_percent = one.setting.size_percent, 100
    one.start()
    one.wait(lambda: one.is_picture(1), "the first tile live", within_s=30)
    one.picture("before-the-size-is-chosen")
    one.screen.key({"fr": "alt+a"}.get(one.setting.language, "alt+v"), "Down", "Right")
    one.picture("menu-of-sizes")
    for _ in range({125: 1, 150: 2, 200: 3}[wanted]):
        one.screen.key("Down")
    one.screen.key("Return")
    ini = one.profile / "window.ini"
    one.wait(lambda: f"size_percent={wanted}" in ini.read_text(), "the size kept")
    one.picture("size-is-told")
    assert one.close() == 0
    one.setting.size_percent = wanted


def find_and_place(one: Round) -> None:
    """Find a camera by typing, put it on a tile; another by its number; a third by dragging it there."""
    for number in range(1, 15):
        one.wait(lambda number=number: one.is_picture(number), f"tile {number} live", within_s=40)  # type: ignore[misc]  # bound
    one.picture("wall")
    screen = one.screen
    screen.click(one.tile(2).middle)
    screen.key("ctrl+f")
    screen.type("phare")
    one.picture("found-by-typing")
    screen.key("Return")
    one.wait(lambda: one.numbers()[1] == 113, "camera 113 on tile 2")
    screen.click(one.tile(16).middle)
    screen.type("104")
    one.picture("number-typed")
    screen.key("Return")
    one.wait(lambda: one.numbers()[15] == 104, "camera 104 on tile 16")
    one.wait(lambda: one.is_picture(16), "tile 16 live")
    screen.key("ctrl+f")
    screen.type("hopital")
    screen.drag(one.in_side(FIRST_FOUND_Y), one.tile(15).middle, hold_at_end=True)
    one.picture("dragged-from-the-tree")
    screen.drop()
    one.wait(lambda: one.numbers()[14] == 112, "camera 112 on tile 15")
    screen.key("ctrl+f", "Escape")


def hands_on_tiles(one: Round) -> None:
    """Swap two tiles, enlarge and go back, zoom and move, keep a snapshot."""
    screen = one.screen
    first, third = one.numbers()[0], one.numbers()[2]
    screen.drag(one.tile(1).middle, one.tile(3).middle, hold_at_end=True)
    one.picture("dragged-tile")
    screen.drop()
    one.wait(lambda: (one.numbers()[0], one.numbers()[2]) == (third, first), "the two swapped")
    one.picture("swapped")
    screen.click(one.tile(7).middle, times=2)
    one.wait(lambda: one.texts()["wall.place"]["enlarged"] == 6, "tile 7 enlarged")
    one.wait(lambda: one.is_picture(1, (1, 1)), "the enlarged picture")
    one.picture("enlarged")
    whole = one.tile(1, (1, 1))
    screen.click((whole.x + whole.width // 3, whole.y + whole.height // 3), button=4, times=4)
    one.wait(lambda: one.texts()["wall.plan"]["tiles"][6].get("crop"), "the picture zoomed")
    one.picture("zoomed")
    before = one.texts()["wall.plan"]["tiles"][6]["crop"]
    screen.drag(whole.middle, (whole.middle[0] - whole.width // 4, whole.middle[1] - whole.height // 4))
    one.wait(lambda: one.texts()["wall.plan"]["tiles"][6]["crop"] != before, "the zoomed picture moved")
    screen.key("F9")
    one.wait(one.snapshots, "a snapshot")
    one.picture("moved-and-snapshot")
    screen.key("Home")
    one.wait(lambda: "crop" not in one.texts()["wall.plan"]["tiles"][6], "the whole picture again")
    screen.click(whole.middle, times=2)
    one.wait(lambda: one.texts()["wall.place"]["enlarged"] is None, "back to all tiles")


def layouts(one: Round) -> None:
    """Save the wall as 1; another grid as 2 by the dialog; recall both."""
    screen = one.screen
    one.say("s1")
    one.wait(lambda: 1 in one.layouts(), "layout 1 saved")
    one.say("2x2")
    one.wait(lambda: one.grid() == (2, 2), "a grid of 2x2")
    screen.key("ctrl+s")
    dialog = screen.wait_new_window()
    one.picture("save-dialog")
    screen.type("Port")
    screen.key("Return")
    one.wait(lambda: one.layouts().get(2) == "Port", "layout 2 saved under its name")
    one.wait(lambda: dialog not in screen.windows(), "the dialog gone")
    one.wait(lambda: all(one.is_picture(tile, (2, 2)) for tile in (1, 2, 3, 4)), "four pictures")
    one.picture("layout-2")
    one.say("l1")
    one.wait(lambda: one.grid() == (4, 4), "layout 1 recalled")
    one.say("L2")
    one.wait(lambda: one.grid() == (2, 2), "layout 2 recalled")
    one.say("l7")
    one.picture("no-such-layout")
    screen.key("Escape")
    one.say("l1")
    one.wait(lambda: one.grid() == (4, 4), "layout 1 again")


def cut_off(one: Round) -> None:
    """A camera's server goes: live, late, stale, lost with its cause; then it comes back by itself."""
    tile = one.numbers().index(CUT) + 1
    one.wait(lambda: one.is_picture(tile), f"camera {CUT} live")
    one.cut_server.stop()
    one.wait(lambda: one.is_amber(tile), "late", within_s=4)
    one.picture("late")
    one.wait(lambda: not one.is_picture(tile), "stale", within_s=5)
    one.picture("stale")
    assert one.look(tile).std() > 8, "a stale picture is still a picture"
    one.wait(lambda: not is_any_picture(one.look(tile)), "lost", within_s=12)
    one.picture("lost")
    one.say("h")
    one.wait(lambda: "health=true" in (one.profile / "window.ini").read_text(), "health open")
    one.picture("health-with-one-lost")
    one.screen.key("Escape")
    one.wait(lambda: "health=false" in (one.profile / "window.ini").read_text(), "health closed")
    one.cut_server.start()
    one.wait(lambda: one.is_picture(tile), "live again by itself", within_s=40)
    one.picture("live-again")


def is_any_picture(part: Pixels) -> bool:
    """Whether there is a picture, grey or not: words on an empty tile leave most of it in one colour."""
    flat, counts = np.unique(part.reshape(-1, 3), axis=0, return_counts=True)
    return len(flat) == 0 or counts.max() < 0.6 * counts.sum()


def pages(one: Round) -> None:
    """Health by its key, the wall alone on the screen and back, help."""
    screen = one.screen
    screen.key("F2")
    one.wait(lambda: "health=true" in (one.profile / "window.ini").read_text(), "health open")
    one.picture("health")
    screen.key("F2")
    one.wait(lambda: "health=false" in (one.profile / "window.ini").read_text(), "health closed")
    screen.key("F11")
    corner = Area(0, 0, one.setting.width_px // 4, one.setting.height_px // 4)
    one.wait(lambda: colourfulness(corner.of(screen.picture())) > 20, "the wall in the corner of the screen")
    one.picture("wall-only")
    screen.key("F11")
    one.wait(lambda: colourfulness(Area(0, 0, 200, 30).of(screen.picture())) < 20, "the strip again")
    one.wait(lambda: one.is_picture(1), "the wall again")
    screen.key("F1")
    help_window = screen.wait_new_window()
    one.picture("help")
    screen.key("Escape")
    one.wait(lambda: help_window not in screen.windows(), "help closed")


def start_again(one: Round) -> None:
    """Close, start again: everything is where it was."""
    before = one.texts()
    assert one.close() == 0
    one.start()
    one.wait(lambda: all(one.is_picture(tile) for tile in (1, 2, 3, 16)), "the wall restored", within_s=40)
    one.picture("restored")
    assert one.texts() == before
    assert one.close() == 0


STEPS = (find_and_place, hands_on_tiles, layouts, pages, cut_off, start_again)


def do_round(setting: Setting, home: Path) -> Round:
    """The whole round. What it leaves: pictures and errors.txt in `out`, the profile in `home`."""
    setting.out.mkdir(parents=True, exist_ok=True)
    with ExitStack() as running:
        server = running.enter_context(RtspServer(clock=SystemClock()))
        cut_server = RtspServer(clock=SystemClock())
        running.callback(cut_server.stop)
        rows = _rows(home, server, cut_server)
        screen = running.enter_context(Screen(setting.width_px, setting.height_px))
        one = Round(setting, home, screen, cut_server, write_cameras(home / "cameras.csv", rows))
        running.callback(_end, one)
        choose_size(one)
        one.start()
        for step in STEPS:
            step(one)
    return one


def _rows(home: Path, server: RtspServer, cut_server: RtspServer) -> list[Row]:
    rows = []
    for index, name in enumerate(NAMES):
        number = 101 + index
        where = cut_server if number == CUT else server
        where.add_file(str(number), tinted_clip(home, index))
        if number == CUT:
            cut_server.start()
        rows.append(Row(number, name, where.url(str(number))))
    return rows


def _end(one: Round) -> None:
    if one.program is not None and one.program.poll() is None:
        one.program.terminate()
        one.program.wait()


def main() -> int:
    words = dict(enumerate(sys.argv[1:]))
    if not words:
        sys.stderr.write("operator_round: name a folder for the pictures\n")
        return 2
    width, height = words.get(1, "1920x1080").split("x")
    setting = Setting(
        Path(words[0]),
        int(width),
        int(height),
        int(words.get(2, "100").rstrip("%")),
        words.get(3, "en"),
    )
    with tempfile.TemporaryDirectory() as home:
        one = do_round(setting, Path(home))
    print(f"{len(one.steps)} pictures in {setting.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
