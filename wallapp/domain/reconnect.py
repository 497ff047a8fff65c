"""When to open again (DESIGN 5): pure rules on an injected time and an injected chance."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

FIRST_WAIT_S: Final = 1.0
LONGEST_WAIT_S: Final = 60.0
GOOD_VIDEO_S: Final = 60.0
OPENINGS_PER_S: Final = 8
STRIKE_WINDOW_S: Final = 300.0
STRIKES_TO_QUARANTINE: Final = 2


@dataclass(frozen=True, slots=True)
class Backoff:
    """How often in a row a camera failed.

    A camera that plays for a moment and fails again keeps its count: only 60 s of good video clear it,
    else a flaky one would be hammered once a second for ever.
    """

    failures: int = 0

    def failed(self, good_video_s: float) -> Backoff:
        """After one more failure that followed `good_video_s` seconds of good video."""
        return Backoff(1) if good_video_s >= GOOD_VIDEO_S else replace(self, failures=self.failures + 1)

    def wait_s(self, chance: Callable[[float, float], float]) -> float:
        """How long to wait now: between 1 s and a bound that doubles up to 60 s, full jitter.

        Args:
          chance: uniform between its two arguments, as `random.uniform`.
        """
        bound_s = min(LONGEST_WAIT_S, FIRST_WAIT_S * 2.0 ** min(self.failures, 16) / 2)
        return chance(FIRST_WAIT_S, max(FIRST_WAIT_S, bound_s))


class OpeningRate:
    """At most eight openings a second to one host, so that a recorder that restarts is not flooded."""

    def __init__(self, per_s: int = OPENINGS_PER_S) -> None:
        self._per_s = per_s
        self._openings: dict[str, deque[float]] = {}

    def next_mono_s(self, host: str, now_mono_s: float) -> float:
        """When the host may be opened next; now or earlier where it may be now."""
        recent = self._openings.get(host)
        if not recent or len(recent) < self._per_s:
            return now_mono_s
        return recent[0] + 1.0

    def opened(self, host: str, now_mono_s: float) -> None:
        """Count an opening."""
        recent = self._openings.setdefault(host, deque(maxlen=self._per_s))
        recent.append(now_mono_s)


@dataclass(frozen=True, slots=True)
class Strikes:
    """When a feed killed its decoder, monotonic seconds, oldest first."""

    at_mono_s: tuple[float, ...] = ()

    def struck(self, now_mono_s: float) -> Strikes:
        """After one more; those older than five minutes are forgotten."""
        return Strikes((*self._recent(now_mono_s), now_mono_s))

    def is_suspect(self, now_mono_s: float) -> bool:
        """Whether it is to have a decoder of its own, so that the next death is laid at the right door."""
        return bool(self._recent(now_mono_s))

    def is_out(self, now_mono_s: float) -> bool:
        """Whether it killed its decoder twice in five minutes."""
        return len(self._recent(now_mono_s)) >= STRIKES_TO_QUARANTINE

    def _recent(self, now_mono_s: float) -> tuple[float, ...]:
        return tuple(at for at in self.at_mono_s if now_mono_s - at < STRIKE_WINDOW_S)
