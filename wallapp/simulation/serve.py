"""`python -m wallapp.simulation.serve`: the simulated cameras as RTSP streams, in a process of their own.

Writes its port as the first line; then takes one JSON object a line:
  {"name": N, "file": F}                      serve the file at rtsp://127.0.0.1:PORT/N in an endless loop
  {"name": N, "ptz": 114, "every": 2}         serve the city's PTZ there, drawn live where it looks; `every` (1) skips
                                              frames; told as {"served": N} once it is
  {"move": N, "pan_deg_s": P, "tilt_deg_s": T, "zoom_per_s": Z}   what is left out stands still
  {"steer": N, "pan": P, "tilt": T, "zoom": Z, "for_s": S}        in shares of its fastest, at most for so long
  {"home": N}                                 to where it stood at first
and tells where a PTZ looks each time it looks elsewhere:
  {"gaze": N, "azimuth_deg": A, "hfov_deg": H}
Ends with its input. Listens on loopback only.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from typing import Any

from wallapp.base.clock import SystemClock
from wallapp.base.errors import NotFound, WallError
from wallapp.base.ids import CameraNumber
from wallapp.base.log import configure
from wallapp.domain.camera import CameraKind
from wallapp.simulation.city import City, load_city
from wallapp.simulation.ptz import Aim, Ptz, steered, tour
from wallapp.simulation.ptz_source import PtzSource, gaze_at
from wallapp.simulation.rtsp_server import RtspServer

_log = logging.getLogger("wallapp.simulation.serve")


class _Desk:
    """Carries out one line after the other. What it tells may come from any thread."""

    def __init__(self, server: RtspServer, city: City) -> None:
        self._server = server
        self._city = city
        self._ptz: dict[str, Ptz] = {}
        self._telling = threading.Lock()
        self._is_heard = True

    def tell(self, text: str) -> None:
        """Write one line. A reader who has gone is none of our business: our own input ends with it."""
        with self._telling:
            if not self._is_heard:
                return
            try:
                sys.stdout.write(text + "\n")
                sys.stdout.flush()
            except OSError:
                self._is_heard = False
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the exit would complain

    def carry_out(self, asked: dict[str, Any]) -> None:
        """Raises WallError where it cannot be done, KeyError where a word is missing."""
        if "move" in asked:
            speeds = {name: float(asked.get(name, 0.0)) for name in ("pan_deg_s", "tilt_deg_s", "zoom_per_s")}
            self._found(asked["move"]).move(**speeds)
        elif "steer" in asked:
            ptz = self._found(asked["steer"])
            pan, tilt, zoom = (float(asked.get(axis, 0.0)) for axis in ("pan", "tilt", "zoom"))
            motion = steered(pan, tilt, zoom, ptz.aim)
            ptz.move(**asdict(motion), for_s=float(asked["for_s"]))
        elif "home" in asked:
            self._found(asked["home"]).goto(**asdict(tour(0.0)))
        elif "ptz" in asked:
            self._serve_ptz(asked["name"], CameraNumber(int(asked["ptz"])), every=int(asked.get("every", 1)))
        else:
            self._server.add_file(asked["name"], Path(asked["file"]))

    def _found(self, name: str) -> Ptz:
        if name not in self._ptz:
            raise NotFound(f"{name} is no PTZ that is served live")
        return self._ptz[name]

    def _serve_ptz(self, name: str, number: CameraNumber, *, every: int) -> None:
        view = self._city.viewpoints.get(number)
        if view is None or view.kind is not CameraKind.PTZ:
            raise NotFound(f"camera {number} of the simulated city is no PTZ")

        def told(aim: Aim) -> None:
            self.tell(json.dumps({"gaze": name, **asdict(gaze_at(view, aim))}))

        source = PtzSource(view, every=every, told=told)
        self._server.add_source(name, source)
        self._ptz[name] = source.ptz
        self.tell(json.dumps({"served": name}))


def main() -> None:
    """Serve until standard input ends."""
    configure()
    with RtspServer(clock=SystemClock()) as server:
        desk = _Desk(server, load_city())
        desk.tell(str(server.port))
        for line in sys.stdin:
            try:
                desk.carry_out(json.loads(line))
            except (WallError, KeyError, ValueError, TypeError) as error:
                _log.warning("%r", error)


if __name__ == "__main__":
    main()
