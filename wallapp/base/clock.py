"""Time, and the only place that reads it."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """What the house knows of time. Pass one in; never read the system's time elsewhere."""

    def mono_s(self) -> float:
        """Monotonic seconds; comparable between processes of one machine, never steps back."""
        ...

    def boot_s(self) -> float:
        """Seconds since the machine started, sleep included; comparable between processes of one machine.

        What must end on time ends by this clock: a machine that was asleep must not wake with a right that is over.
        """
        ...

    def now_at(self) -> datetime:
        """The wall clock, aware, UTC. For people and records, never for measuring an age."""
        ...

    def sleep_s(self, duration_s: float) -> None:
        """Wait. Only the decoder's paced readers and command-line loops may; the rest waits on an event."""
        ...


class SystemClock:
    """The machine's own clocks.

    `time.perf_counter` is CLOCK_MONOTONIC on Linux and the performance counter on Windows: both are
    system-wide, so that a picture stamped in a decoder can be aged in the console.
    """

    def mono_s(self) -> float:
        return time.perf_counter()

    def boot_s(self) -> float:
        if sys.platform == "linux":
            return time.clock_gettime(time.CLOCK_BOOTTIME)
        return time.monotonic()  # Windows: the tick count, which goes on during sleep

    def now_at(self) -> datetime:
        return datetime.now(UTC)

    def sleep_s(self, duration_s: float) -> None:
        if duration_s > 0:
            time.sleep(duration_s)


class ManualClock:
    """A clock that tests move by hand; `sleep_s` moves it too."""

    def __init__(self, mono_s: float = 1000.0, now_at: datetime | None = None) -> None:
        self._mono_s = mono_s
        self._now_at = now_at or datetime(2026, 1, 1, 12, 0, tzinfo=UTC)

    def mono_s(self) -> float:
        return self._mono_s

    def boot_s(self) -> float:
        return self._mono_s

    def now_at(self) -> datetime:
        return self._now_at

    def sleep_s(self, duration_s: float) -> None:
        self.advance(duration_s)

    def advance(self, duration_s: float) -> None:
        """Move both clocks forward by `duration_s` seconds."""
        self._mono_s += duration_s
        self._now_at += timedelta(seconds=duration_s)
