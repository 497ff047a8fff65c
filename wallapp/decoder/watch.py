"""What a session learns about its stream from frame to frame: interval, change of picture, rates."""

from __future__ import annotations

import zlib
from typing import Final

_LOOK_GAP_NS: Final = 500_000_000
_EMA_SHARE: Final = 0.1
_WINDOW_NS: Final = 5_000_000_000


class ChangeWatch:
    """Says whether the picture changes, looking twice a second: any one bit of the luma counts.

    A frozen sensor repeats itself exactly; a live one has noise.
    """

    def __init__(self) -> None:
        self._next_ns = 0
        self._last: int | None = None

    def is_due(self, now_ns: int) -> bool:
        """Whether `differs` is to be asked now."""
        return now_ns >= self._next_ns

    def differs(self, luma: bytes | memoryview, now_ns: int) -> bool:
        """Whether the plane differs from the one looked at before; True the first time."""
        self._next_ns = now_ns + _LOOK_GAP_NS
        checksum = zlib.crc32(luma)
        changed, self._last = checksum != self._last, checksum
        return changed


class IntervalWatch:
    """The expected time between frames: what the stream says first, then what is seen."""

    def __init__(self, stated_fps: float) -> None:
        self._ema_ns = 1e9 / stated_fps if 0.05 <= stated_fps <= 120.0 else 0.0
        self._last_ns = 0

    def saw(self, now_ns: int) -> int:
        """Count a frame; returns the expected interval in microseconds, 0 where not known yet."""
        if self._last_ns:
            gap_ns = now_ns - self._last_ns
            # One long silence is a stall to be seen, not a new normal.
            bounded = min(gap_ns, 3 * self._ema_ns) if self._ema_ns else gap_ns
            self._ema_ns += (bounded - self._ema_ns) * (_EMA_SHARE if self._ema_ns else 1.0)
        self._last_ns = now_ns
        return int(self._ema_ns / 1000)


class RateBound:
    """Counts something over windows of five seconds and says when the rate passes its bound."""

    def __init__(self, bound_per_s: float) -> None:
        self._bound = bound_per_s * _WINDOW_NS / 1e9
        self._start_ns = 0
        self._sum = 0.0

    def passes(self, amount: float, now_ns: int) -> bool:
        """Add; True where the window's sum is over the bound."""
        if now_ns - self._start_ns > _WINDOW_NS:
            self._start_ns, self._sum = now_ns, 0.0
        self._sum += amount
        return self._sum > self._bound
