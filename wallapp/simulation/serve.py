"""`python -m wallapp.simulation.serve`: the simulated cameras as RTSP streams, in a process of their own.

Writes its port as the first line; then takes one JSON object a line, {"name": …, "file": …}, and serves that
file in an endless loop. Ends with its input. Listens on loopback only.
"""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path

from wallapp.base.clock import SystemClock
from wallapp.base.errors import WallError
from wallapp.base.log import configure
from wallapp.simulation.rtsp_server import RtspServer

_log = logging.getLogger("wallapp.simulation.serve")


def main() -> None:
    """Serve until standard input ends."""
    configure()
    with RtspServer(clock=SystemClock()) as server:
        sys.stdout.write(f"{server.port}\n")
        sys.stdout.flush()
        for line in sys.stdin:
            asked = json.loads(line)
            try:
                server.add_file(asked["name"], Path(asked["file"]))
            except WallError as error:
                _log.warning("%s", error)


if __name__ == "__main__":
    main()
