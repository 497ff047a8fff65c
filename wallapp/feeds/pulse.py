"""How a decoder's silence is judged: a hung one is replaced soon, one that gets no processor is given time.

On a machine that is overloaded every decoder falls silent now and then. Replacing those would start more processes,
which overload it further, until nothing is shown at all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

STARVED_S: Final = 10.0
"""So long a silence is believed to be the machine's; then the child is replaced whatever the reason."""


@dataclass(slots=True)
class Pulse:
    """What was last felt of a child. Supervisor thread.

    Attributes:
      beats: how often it had beaten; 0 before it was ready.
      felt_mono_s: when that was last another number.
      memory_mono_s: when its memory was looked at.
      solo: it plays suspects, each as far from the others as there is room.
    """

    started_mono_s: float
    beats: int = 0
    felt_mono_s: float = 0.0
    memory_mono_s: float = 0.0
    solo: bool = False
    _asked_mono_s: float = 0.0
    _queued_s: float = 0.0

    def feel(self, beats: int, now_mono_s: float) -> None:
        """It has beaten so often by now."""
        self.beats, self.felt_mono_s = beats, now_mono_s

    def is_hung(self, now_mono_s: float, *, bound_s: float, queued_s: Callable[[], float]) -> bool:
        """Whether it is silent for longer than the bound, and not for want of a processor.

        Args:
          queued_s: how long its threads together have stood ready without a processor, ever; asked only of one that
            has been silent for half the bound. 0 where the system does not tell: then every long silence is a hang.
        """
        silent_s = now_mono_s - self.felt_mono_s
        if silent_s <= bound_s / 2:
            return False
        if self._asked_mono_s < self.felt_mono_s:
            self._asked_mono_s, self._queued_s = now_mono_s, queued_s()
            return False
        since_s = now_mono_s - self._asked_mono_s
        if silent_s <= bound_s or since_s < bound_s / 3:
            return False
        queued_before_s, self._queued_s = self._queued_s, queued_s()
        self._asked_mono_s = now_mono_s
        is_starved = self._queued_s - queued_before_s > since_s / 2
        return not is_starved or silent_s > STARVED_S
