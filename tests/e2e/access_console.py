"""A real console that a test follows from outside: `python -m tests.e2e.access_console '{…}'`.

It is the product's own run_wall, without a display or in a window, over the simulated city's register, with two
things of ours in it: the cameras play clips that the test made, and each line on standard input is answered by one
line of JSON.

  state        what the tiles show and want, what the decoders opened, what the lane holds, what news came
  put T N      camera N on tile T (from 0)
  grab FILE    the window as it is, as a PNG
  lock on|off  as the window does when its person locks the station
  quit         end as a window that is closed does
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from wallapp.app import wall
from wallapp.app.access import Access, Joined
from wallapp.app.run import Measured, Run
from wallapp.app.sources import Register
from wallapp.base.clock import Clock
from wallapp.base.ids import CameraNumber, TileId
from wallapp.base.log import redact
from wallapp.domain.camera import StreamName
from wallapp.domain.layout import grid
from wallapp.feeds.pool import Pool
from wallapp.services.options import CameraSource, Station, WallOptions
from wallapp.services.sign_in import SignedIn
from wallapp.simulation.city import City, load_city
from wallapp.ui.application import ConsoleApplication
from wallapp.ui.window import MainWindow


class Clips:
    """In place of the city's own media: clips that the test made, or will make."""

    def __init__(self, clip: str, by_camera: dict[str, str]) -> None:
        self._clip, self._by_camera = Path(clip), by_camera

    def prepare(self, numbers: Sequence[CameraNumber]) -> None:
        """Nothing to be done."""

    def is_ready(self, number: CameraNumber) -> bool:
        """Whether the test made its clip: what comes later counts as drawn later."""
        return self.path(number, StreamName.MAIN).exists()

    def path(self, number: CameraNumber, stream: StreamName) -> Path:
        return Path(self._by_camera.get(str(number), self._clip))

    def stop(self) -> None:
        """Nothing to be done."""


class FollowedAccess(Access):
    """The product's, which remembers the session it made."""

    joined: Joined | None = None

    def join(self, pool: Pool, register: Register, who: SignedIn | None) -> Joined | None:
        FollowedAccess.joined = super().join(pool, register, who)
        return FollowedAccess.joined


class FollowedRun(Run):
    """The product's, which answers."""

    def __init__(self, app: ConsoleApplication, window: MainWindow, measured: Measured, options: WallOptions) -> None:
        super().__init__(app, window, measured, options)
        self._qt, self._shown, self._pool = app, window, measured.pool
        self._news, self._reachable = 0, True
        joined = FollowedAccess.joined
        self._rooms = joined.rooms() if joined else None
        if self._rooms is not None:
            self._rooms.news.changed.connect(self._count)
            self._rooms.news.reachable.connect(self._reach)
        self._read = b""
        self._ear = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._ear.activated.connect(self._hear)
        _say({"pid": os.getpid()})

    def _count(self) -> None:
        self._news += 1

    def _reach(self, reachable: bool) -> None:
        self._reachable = reachable

    def _hear(self) -> None:
        told = os.read(sys.stdin.fileno(), 65536)
        if not told:
            self._ear.setEnabled(False)
            self._qt.exit(0)
        *lines, self._read = (self._read + told).split(b"\n")
        for line in lines:
            word, *rest = line.decode().split(" ")
            try:
                answer = getattr(self, f"do_{word}")(*rest)
            except Exception as error:  # noqa: BLE001  # a test that waits for an answer is told why there is none
                answer = {"failed": repr(error)}
            _say(answer)

    def do_state(self) -> dict[str, Any]:
        board, canvas = self._pool.board, self._shown.canvas
        tiles = []
        for tile in canvas.session.tiles:
            view, reader = canvas.view(TileId(tile)), self._pool.reader(TileId(tile))
            shows = board.shows.get(TileId(tile))
            state = canvas.truth(TileId(tile))
            facts = None if view is None else self._pool.facts(view.camera, view.stream)
            tiles.append(
                {
                    "camera": canvas.session.camera_on(TileId(tile)),
                    "wants": view.level.value if view else None,
                    "size": [view.width_px, view.height_px] if view else None,
                    "shows": shows[1].value if shows else None,
                    "picture": self._place(TileId(tile)),
                    "sequence": reader.sequence if reader else 0,
                    "state": state.state.value if state else None,
                    "says": canvas.tile_text(TileId(tile)),
                    "decoded": facts.decoded if facts else 0,
                }
            )
        sights, desk = self._rooms.sights if self._rooms else None, self._shown.access
        return {
            "tiles": tiles,
            "opened": sorted(map(list, board.opened)),
            "refused": {str(number): why for number, why in board.refused.items()},
            "held": {str(number): held.grant for number, held in sights.held.items()} if sights else {},
            "is_lost": sights.is_lost if sights else False,
            "news": self._news,
            "reachable": self._reachable,
            "decoders": sorted(board.pids.values()),
            "notice": desk.strip.said if desk is not None else "",
            "situation": self._situation(),
            "enabled": _buttons(),
            "words": [one.text() for one in self._shown.findChildren(QLabel) if one.isVisible()],
        }

    def _situation(self) -> dict[str, Any]:
        """What this console last read of the room's situation."""
        floor = self._shown.crisis
        if floor is None:
            return {}
        read = floor.board.situation
        return {
            "alarms": [] if read.alarms is None else [alarm.title for alarm in read.alarms.alarms],
            "incidents": [view.incident.event for view in read.incidents],
            "markers": len(read.markers),
            "layers": [layer.name for layer in read.shown_layers],
            "level": read.level.level.value,
            "asked": read.level.asked is not None,
            "lines": [view.entry.line.text for view in read.lines],
        }

    def _place(self, tile: TileId) -> list[int]:
        """Where the tile's picture lies in a grab of the window: left, top, width, height."""
        canvas = self._shown.canvas
        corner = canvas.mapTo(self._shown, canvas.tile_rect(tile).topLeft())
        rect = canvas.tile_rect(tile)
        return [corner.x(), corner.y(), rect.width(), rect.height()]

    def do_put(self, tile: str, number: str) -> dict[str, Any]:
        self._shown.canvas.session.assign(TileId(int(tile)), CameraNumber(int(number)))
        return {}

    def do_grab(self, path: str) -> dict[str, Any]:
        return {"kept": self._shown.grab().toImage().save(path)}

    def do_lock(self, how: str) -> dict[str, Any]:
        assert FollowedAccess.joined is not None
        FollowedAccess.joined.lock(locked=how == "on")
        return {}

    def do_quit(self) -> dict[str, Any]:
        self._qt.exit(0)
        return {}


def _buttons() -> dict[str, bool]:
    """The buttons of the window in front: whether each can be pressed."""
    window = QApplication.activeWindow()
    buttons = [] if window is None else window.findChildren(QPushButton)
    return {one.text(): one.isEnabled() for one in buttons if one.isVisible()}


def _say(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def main() -> int:
    given = json.loads(sys.argv[1])
    numbers = set(given["numbers"])

    def chosen_city() -> City:
        city = load_city()
        return replace(city, cameras=tuple(camera for camera in city.cameras if camera.number in numbers))

    def clips(*, clock: Clock) -> Clips:
        return Clips(given["clip"], given["clips"])

    wall.CityMedia = clips  # type: ignore[assignment,misc]  # the city takes no clips from outside
    wall.load_city = chosen_city
    wall.Access = FollowedAccess  # type: ignore[misc]  # a test's ear in the product's own place
    wall.Run = FollowedRun
    options = WallOptions(
        Station(Path(given["profile"]), store_url=given["store"], operator=given["operator"]),
        CameraSource.DEMO,
        demo_cameras=len(numbers),
        layout=grid(*given["grid"]),
        headless=given["headless"],
    )
    try:
        return wall.run_wall(options)
    except Exception as error:  # noqa: BLE001  # a test reads why
        sys.stderr.write(redact(f"{type(error).__name__}: {error}\n"))
        return 1


if __name__ == "__main__":
    sys.exit(main())
