"""The city's PTZ as a device: a child process that serves its picture live and takes commands.

Threads: the public methods from one; what the child tells is read on a thread of its own.
"""

from __future__ import annotations

import contextlib
import json
import logging
import subprocess
import sys
import threading
from collections.abc import Collection
from typing import Any, Final

from wallapp.base.errors import Unavailable
from wallapp.base.ids import CameraNumber
from wallapp.domain.sight import Gaze
from wallapp.services.ptz import Speed

EVERY: Final = 2
"""Only each so many of the city's frames is drawn: that halves what it costs."""
_COMMAND: Final = (sys.executable, "-m", "wallapp.simulation.serve")
_END_S: Final = 5.0
_log = logging.getLogger("wallapp.simulation.ptz_station")


class PtzStation:
    """A `services.ptz.PtzPort` with one camera. `close` it; the child ends with us in any case.

    The child draws only while it has clients.

    Attributes:
      number: of the camera.
    """

    def __init__(self, number: CameraNumber, *, command: Collection[str] = _COMMAND) -> None:
        """Start the child and come back at once; `address` and `cameras` say when it serves."""
        self.number = number
        self._name = str(number)
        self._lock = threading.Lock()
        self._port: int | None = None
        self._is_served = False
        self._is_over = False
        self._gaze: Gaze | None = None
        pipe = subprocess.PIPE
        self._child = subprocess.Popen(list(command), stdin=pipe, stdout=pipe, text=True, encoding="utf-8")
        self._reader = threading.Thread(target=self._read, name="ptz-station", daemon=True)
        self._reader.start()
        with contextlib.suppress(Unavailable):  # a child that is gone already is seen by `is_over`
            self._say({"name": self._name, "ptz": number, "every": EVERY})

    @property
    def address(self) -> str | None:
        """Where its picture is; None while it is not served."""
        with self._lock:
            served = self._is_served and not self._is_over
            return f"rtsp://127.0.0.1:{self._port}/{self._name}" if served else None

    @property
    def is_over(self) -> bool:
        """Whether the child has ended: it serves nothing any more."""
        with self._lock:
            return self._is_over

    @property
    def cameras(self) -> Collection[CameraNumber]:
        """See PtzPort."""
        return () if self.address is None else (self.number,)

    def move(self, camera: CameraNumber, speed: Speed, *, for_s: float) -> None:
        """See PtzPort."""
        self._check(camera)
        self._say({"steer": self._name, "pan": speed.pan, "tilt": speed.tilt, "zoom": speed.zoom, "for_s": for_s})

    def home(self, camera: CameraNumber) -> None:
        """See PtzPort."""
        self._check(camera)
        self._say({"home": self._name})

    def gaze_of(self, camera: CameraNumber) -> Gaze | None:
        """See PtzPort."""
        with self._lock:
            return self._gaze if camera == self.number and not self._is_over else None

    def close(self) -> None:
        """End the child; returns when it is gone."""
        assert self._child.stdin is not None
        with contextlib.suppress(OSError):
            self._child.stdin.close()
        self._child.terminate()
        self._child.wait()
        self._reader.join(_END_S)

    def _check(self, camera: CameraNumber) -> None:
        if camera not in self.cameras:
            raise Unavailable(f"camera {camera} takes no commands now")

    def _say(self, asked: dict[str, object]) -> None:
        assert self._child.stdin is not None
        try:
            self._child.stdin.write(json.dumps(asked) + "\n")
            self._child.stdin.flush()
        except (OSError, ValueError) as error:
            raise Unavailable(f"camera {self.number} takes no commands any more") from error

    def _read(self) -> None:
        assert self._child.stdout is not None
        with self._child.stdout as lines:
            for line in lines:
                try:
                    self._hear(json.loads(line))
                except (ValueError, KeyError, TypeError):
                    _log.warning("the simulated PTZ said something unknown")
        with self._lock:
            self._is_over = True

    def _hear(self, told: int | dict[str, Any]) -> None:
        with self._lock:
            if isinstance(told, int):
                self._port = told
            elif "served" in told:
                self._is_served = True
            else:
                self._gaze = Gaze(float(told["azimuth_deg"]), float(told["hfov_deg"]))
