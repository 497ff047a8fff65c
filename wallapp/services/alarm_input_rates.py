"""How often somebody may knock: a bucket of tokens each, filled again with time. Any thread."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Final

from wallapp.base.clock import Clock

_KEYS_MAX: Final = 1024
"""Those who knocked longest ago are forgotten: no stranger shall fill the memory."""


class Rates:
    """One bucket for each who knocks.

    Args:
      burst: so many at once after a pause.
      per_s: so many a second in the long run.
    """

    def __init__(self, clock: Clock, *, burst: int, per_s: float) -> None:
        self._clock = clock
        self._burst = burst
        self._per_s = per_s
        self._lock = threading.Lock()
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait_s(self, who: str) -> float:
        """Take one. Returns 0.0, or, where none is left, how many seconds until there is one."""
        now_mono_s = self._clock.mono_s()
        with self._lock:
            level, at_mono_s = self._levels.pop(who, (float(self._burst), now_mono_s))
            level = min(float(self._burst), level + (now_mono_s - at_mono_s) * self._per_s)
            is_free = level >= 1.0
            self._levels[who] = (level - 1.0 if is_free else level, now_mono_s)
            if len(self._levels) > _KEYS_MAX:
                self._levels.popitem(last=False)
        return 0.0 if is_free else (1.0 - level) / self._per_s
