"""`python -m wallapp.simulation.serve`: the simulated cameras as RTSP streams, in a process of their own.

Writes its port as the first line; then takes one JSON object a line:
  {"name": N, "file": F}                      serve the file at rtsp://127.0.0.1:PORT/N in an endless loop
  {"name": N, "ptz": 114}                     serve the city's PTZ there, drawn live where it looks
  {"move": N, "pan_deg_s": P, "tilt_deg_s": T, "zoom_per_s": Z}   what is left out stands still
Ends with its input. Listens on loopback only.
"""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path
from typing import Any

from wallapp.base.clock import SystemClock
from wallapp.base.errors import NotFound, WallError
from wallapp.base.ids import CameraNumber
from wallapp.base.log import configure
from wallapp.domain.camera import CameraKind
from wallapp.simulation.city import City, load_city
from wallapp.simulation.ptz import Ptz
from wallapp.simulation.ptz_source import PtzSource
from wallapp.simulation.rtsp_server import RtspServer

_log = logging.getLogger("wallapp.simulation.serve")


class _Desk:
    """Carries out one line after the other."""

    def __init__(self, server: RtspServer, city: City) -> None:
        self._server = server
        self._city = city
        self._ptz: dict[str, Ptz] = {}

    def carry_out(self, asked: dict[str, Any]) -> None:
        """Raises WallError where it cannot be done, KeyError where a word is missing."""
        if "move" in asked:
            if asked["move"] not in self._ptz:
                raise NotFound(f"{asked['move']} is no PTZ that is served live")
            speeds = {name: float(asked.get(name, 0.0)) for name in ("pan_deg_s", "tilt_deg_s", "zoom_per_s")}
            self._ptz[asked["move"]].move(**speeds)
        elif "ptz" in asked:
            view = self._city.viewpoints.get(CameraNumber(int(asked["ptz"])))
            if view is None or view.kind is not CameraKind.PTZ:
                raise NotFound(f"camera {asked['ptz']} of the simulated city is no PTZ")
            source = PtzSource(view)
            self._server.add_source(asked["name"], source)
            self._ptz[asked["name"]] = source.ptz
        else:
            self._server.add_file(asked["name"], Path(asked["file"]))


def main() -> None:
    """Serve until standard input ends."""
    configure()
    with RtspServer(clock=SystemClock()) as server:
        desk = _Desk(server, load_city())
        sys.stdout.write(f"{server.port}\n")
        sys.stdout.flush()
        for line in sys.stdin:
            try:
                desk.carry_out(json.loads(line))
            except (WallError, KeyError, ValueError) as error:
                _log.warning("%r", error)


if __name__ == "__main__":
    main()
