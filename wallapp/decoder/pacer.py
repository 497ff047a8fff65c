"""When a picture of a paced source is due."""

from __future__ import annotations

from typing import Final

_JUMP_S: Final = 3.0
"""A step of the timestamps by more than this is a cut, not a pause (guessed; files and HLS rarely gap longer)."""
_BEHIND_S: Final = 1.0


class Pacer:
    """Maps timestamps to monotonic seconds; a jump or a delay starts a new reckoning instead of a rush."""

    def __init__(self) -> None:
        self._base_s: float | None = None
        self._last_pts_s = 0.0
        self._last_due_s = 0.0

    def due_mono_s(self, pts_s: float | None, now_mono_s: float, interval_s: float) -> float:
        """When the picture is due; never before the one before it.

        Args:
          pts_s: its timestamp in seconds; None where the stream gives none: one interval after the last.
        """
        step_s = None if pts_s is None else pts_s - self._last_pts_s
        if self._base_s is None:
            due_s = now_mono_s
        elif pts_s is None or step_s is None or not 0 <= step_s <= _JUMP_S:
            due_s = max(now_mono_s, self._last_due_s + interval_s)
        else:
            due_s = self._base_s + pts_s
            if due_s < now_mono_s - _BEHIND_S:
                due_s = now_mono_s
        if pts_s is not None:
            self._base_s = due_s - pts_s
            self._last_pts_s = pts_s
        self._last_due_s = due_s
        return due_s
