"""A simulated PTZ: where it looks, how fast it may turn, and which part of the large scene that is.

The camera stands still and its lens covers the whole scene; pan, tilt and zoom move a window over it. Pan and tilt
are measured from the middle of the scene: pan to the right, tilt upwards.
"""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass, replace

from wallapp.simulation.loop import MAIN_PX, PTZ_SCENE_PX

MOST_ZOOM = 6.0
PAN_SPEED_DEG_S = 40.0
TILT_SPEED_DEG_S = 25.0
ZOOM_SPEED_PER_S = 2.0
"""Factor of enlargement gained a second, at most."""


@dataclass(frozen=True, slots=True)
class Aim:
    """Where it looks. zoom 1 shows the whole scene; pan and tilt 0 its middle."""

    pan_deg: float = 0.0
    tilt_deg: float = 0.0
    zoom: float = 1.0


@dataclass(frozen=True, slots=True)
class Motion:
    """How it is being moved, each within its speed limit."""

    pan_deg_s: float = 0.0
    tilt_deg_s: float = 0.0
    zoom_per_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the large scene in its pixels; it may begin and end between two pixels."""

    left_px: float
    top_px: float
    width_px: float
    height_px: float


STILL = Motion()


def focal_px(hfov_deg: float) -> float:
    """Of the large scene's lens."""
    return PTZ_SCENE_PX[0] / 2 / math.tan(math.radians(hfov_deg) / 2)


def kept_inside(aim: Aim, hfov_deg: float) -> Aim:
    """The aim nearest to this one whose window lies within the scene."""
    zoom = min(max(aim.zoom, 1.0), MOST_ZOOM)
    focal = focal_px(hfov_deg)
    half_width, half_height = PTZ_SCENE_PX[0] / 2 * (1 - 1 / zoom), PTZ_SCENE_PX[1] / 2 * (1 - 1 / zoom)
    pan_limit, tilt_limit = math.degrees(math.atan(half_width / focal)), math.degrees(math.atan(half_height / focal))
    return Aim(min(max(aim.pan_deg, -pan_limit), pan_limit), min(max(aim.tilt_deg, -tilt_limit), tilt_limit), zoom)


def window(aim: Aim, hfov_deg: float) -> Window:
    """The part of the scene that an aim shows."""
    aim = kept_inside(aim, hfov_deg)
    focal = focal_px(hfov_deg)
    width, height = PTZ_SCENE_PX[0] / aim.zoom, PTZ_SCENE_PX[1] / aim.zoom
    middle_x = PTZ_SCENE_PX[0] / 2 + focal * math.tan(math.radians(aim.pan_deg))
    middle_y = PTZ_SCENE_PX[1] / 2 - focal * math.tan(math.radians(aim.tilt_deg))
    return Window(middle_x - width / 2, middle_y - height / 2, width, height)


def moved(aim: Aim, motion: Motion, dt_s: float, hfov_deg: float) -> Aim:
    """Where it looks after moving for `dt_s`; stops at the edges."""
    pan = aim.pan_deg + _within(motion.pan_deg_s, PAN_SPEED_DEG_S) * dt_s
    tilt = aim.tilt_deg + _within(motion.tilt_deg_s, TILT_SPEED_DEG_S) * dt_s
    zoom = aim.zoom + _within(motion.zoom_per_s, ZOOM_SPEED_PER_S) * dt_s
    return kept_inside(Aim(pan, tilt, zoom), hfov_deg)


def towards(aim: Aim, target: Aim, dt_s: float, hfov_deg: float) -> Aim:
    """Where it looks after going to a target for `dt_s`, all three axes arriving together, at the slowest's time."""
    target = kept_inside(target, hfov_deg)
    needed_s = max(
        abs(target.pan_deg - aim.pan_deg) / PAN_SPEED_DEG_S,
        abs(target.tilt_deg - aim.tilt_deg) / TILT_SPEED_DEG_S,
        abs(target.zoom - aim.zoom) / ZOOM_SPEED_PER_S,
    )
    if needed_s <= dt_s:
        return target
    share = dt_s / needed_s
    return Aim(
        aim.pan_deg + (target.pan_deg - aim.pan_deg) * share,
        aim.tilt_deg + (target.tilt_deg - aim.tilt_deg) * share,
        aim.zoom + (target.zoom - aim.zoom) * share,
    )


def _within(speed: float, limit: float) -> float:
    return min(max(speed, -limit), limit)


class Ptz:
    """The moving head. `move`, `goto` and `stop` from any thread; `step` from the one that draws."""

    def __init__(self, hfov_deg: float, aim: Aim | None = None) -> None:
        self._hfov_deg = hfov_deg
        self._lock = threading.Lock()
        self._aim = kept_inside(aim or Aim(), hfov_deg)
        self._motion = STILL
        self._left_s = math.inf
        self._target: Aim | None = None

    @property
    def aim(self) -> Aim:
        """Where it looks now."""
        with self._lock:
            return self._aim

    def move(
        self, pan_deg_s: float = 0.0, tilt_deg_s: float = 0.0, zoom_per_s: float = 0.0, *, for_s: float = math.inf
    ) -> None:
        """Keep moving at these speeds until told otherwise, at most for so long; speeds over the limits count as the
        limits."""
        with self._lock:
            self._motion, self._target = Motion(pan_deg_s, tilt_deg_s, zoom_per_s), None
            self._left_s = for_s

    def goto(self, pan_deg: float, tilt_deg: float, zoom: float) -> None:
        """Go to an aim and stand there; one outside the scene counts as the nearest inside."""
        with self._lock:
            self._motion, self._target = STILL, Aim(pan_deg, tilt_deg, zoom)

    def stop(self) -> None:
        """Stand still."""
        with self._lock:
            self._motion, self._target = STILL, None

    def step(self, dt_s: float) -> Aim:
        """Let `dt_s` pass. Returns where it looks then."""
        with self._lock:
            if self._target is not None:
                self._aim = towards(self._aim, self._target, dt_s, self._hfov_deg)
            else:
                self._aim = moved(self._aim, self._motion, min(dt_s, self._left_s), self._hfov_deg)
                self._left_s = max(0.0, self._left_s - dt_s)
            return self._aim


PRESETS = (Aim(-24.0, -2.0, 2.4), Aim(4.0, 2.0, 2.0), Aim(26.0, 3.0, 3.2))
"""Where the tour stops."""


def tour(share: float) -> Aim:
    """A walk through the presets and back to the first, for a clip without a seam. Args: share: 0 to 1 of the loop."""
    place = share % 1.0 * len(PRESETS)
    index = int(place)
    start, end = PRESETS[index], PRESETS[(index + 1) % len(PRESETS)]
    # Half of each leg it stands; then it starts and brakes gently.
    gone = min(max((place - index - 0.5) / 0.5, 0.0), 1.0)
    eased = gone * gone * (3 - 2 * gone)
    return replace(
        start,
        pan_deg=start.pan_deg + (end.pan_deg - start.pan_deg) * eased,
        tilt_deg=start.tilt_deg + (end.tilt_deg - start.tilt_deg) * eased,
        zoom=start.zoom + (end.zoom - start.zoom) * eased,
    )


def steered(pan: float, tilt: float, zoom: float, aim: Aim) -> Motion:
    """Shares of the fastest, each -1 to 1, as motion: slower where it is enlarged, so that the picture passes at the
    same pace."""
    share = min(1.0, 1.4 / aim.zoom)
    nearer = ZOOM_SPEED_PER_S * min(1.0, aim.zoom / MOST_ZOOM + 0.2)
    return Motion(pan * PAN_SPEED_DEG_S * share, tilt * TILT_SPEED_DEG_S * share, zoom * nearer)


def enlargement(shown: Window) -> float:
    """Pixels of the picture for one of the scene."""
    return MAIN_PX[0] / shown.width_px
