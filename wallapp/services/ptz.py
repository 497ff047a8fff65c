"""Steering a camera that turns: by whoever holds the keys down, and only for as long as they do.

The views that hold markers are told of every command of ours before it is sent, so that no marker is painted at a
pixel that is about to show something else.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final, Protocol

from wallapp.base.clock import Clock
from wallapp.base.errors import WallError
from wallapp.base.ids import CameraNumber
from wallapp.domain.sight import Gaze

HOLD_S: Final = 1.0
"""A device stops by itself so long after the last word: a console that dies leaves no camera turning."""
RENEW_S: Final = 0.4
TAKEN_AGAIN_S: Final = 600.0
"""What somebody does with a camera without such a pause is one thing, for the log."""


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast, as shares of the device's fastest, each from -1 to 1: to the right, upwards, nearer."""

    pan: float = 0.0
    tilt: float = 0.0
    zoom: float = 0.0


STILL: Final = Speed()


class PtzPort(Protocol):
    """Whoever reaches the devices; `simulation.PtzStation` fulfils it. GUI thread; all calls return at once."""

    @property
    def cameras(self) -> Collection[CameraNumber]:
        """Those that take commands now."""
        ...

    def move(self, camera: CameraNumber, speed: Speed, *, for_s: float) -> None:
        """Keep moving so fast until told otherwise, at most for so long; STILL stops.

        Raises:
          Unavailable: the device does not take it.
        """
        ...

    def home(self, camera: CameraNumber) -> None:
        """Go to the home position and stand there.

        Raises:
          Unavailable: the device does not take it.
        """
        ...

    def gaze_of(self, camera: CameraNumber) -> Gaze | None:
        """Where it looks now; None for one that does not tell."""
        ...


class MovedViews(Protocol):
    """Who must know of our own commands; `PictureViews` is one."""

    def commanded(self, camera: CameraNumber, *, going_on: bool = False) -> None:
        """We are about to move this camera."""
        ...


class Steering:
    """One hand on one camera at a time. GUI thread.

    Args:
      may: whether the person at this station may turn the camera.

    Attributes:
      on_taken: told when a camera is taken in hand that was not for a while.
    """

    def __init__(
        self, port: PtzPort, views: MovedViews, *, clock: Clock, may: Callable[[CameraNumber], bool] = lambda _: True
    ) -> None:
        self.on_taken: Callable[[CameraNumber], None] = lambda camera: None
        self._port = port
        self._views = views
        self._clock = clock
        self._may = may
        self._held: CameraNumber | None = None
        self._speed = STILL
        self._sent_mono_s = 0.0
        self._taken_mono_s: dict[CameraNumber, float] = {}

    @property
    def held(self) -> CameraNumber | None:
        """The camera that is being moved; None where none is."""
        return self._held

    def takes(self, camera: CameraNumber) -> bool:
        """Whether the camera takes commands now, whoever gives them."""
        return camera in self._port.cameras

    def may(self, camera: CameraNumber) -> bool:
        """Whether the person may turn it."""
        return self._may(camera)

    def steer(self, camera: CameraNumber, speed: Speed) -> None:
        """Move so from now on, until `stop`; `renew` must be called meanwhile. A camera moved before stands still.

        Raises:
          Unavailable: the device does not take it.
        """
        if speed == STILL or not (self.takes(camera) and self._may(camera)):
            self.stop()
            return
        if self._held not in (None, camera):
            self.stop()
        if (self._held, self._speed) != (camera, speed):
            self._held, self._speed = camera, speed
            self._views.commanded(camera, going_on=True)
            self._send()
            self._note(camera)

    def renew(self) -> None:
        """Say again what is held down, where it is time to.

        Raises:
          Unavailable: the device does not take it; nothing is held any more.
        """
        if self._held is not None and self._clock.mono_s() - self._sent_mono_s >= RENEW_S:
            self._send()

    def stop(self) -> None:
        """Let go. A device that cannot be told stops by itself."""
        camera, self._held, self._speed = self._held, None, STILL
        if camera is not None:
            self._views.commanded(camera)
            try:
                self._port.move(camera, STILL, for_s=0.0)
            except WallError:
                return  # HOLD_S ends it

    def home(self, camera: CameraNumber) -> None:
        """Send it to its home position.

        Raises:
          Unavailable: the device does not take it.
        """
        self.stop()
        if self.takes(camera) and self._may(camera):
            self._views.commanded(camera)
            self._port.home(camera)
            self._note(camera)

    def gaze_of(self, camera: CameraNumber) -> Gaze | None:
        """Where a camera looks now; None for one that does not tell."""
        return self._port.gaze_of(camera)

    def _note(self, camera: CameraNumber) -> None:
        now_mono_s, before_mono_s = self._clock.mono_s(), self._taken_mono_s.get(camera)
        self._taken_mono_s[camera] = now_mono_s
        if before_mono_s is None or now_mono_s - before_mono_s > TAKEN_AGAIN_S:
            self.on_taken(camera)

    def _send(self) -> None:
        assert self._held is not None
        self._sent_mono_s = self._clock.mono_s()
        try:
            self._port.move(self._held, self._speed, for_s=HOLD_S)
        except WallError:
            self.stop()
            raise
