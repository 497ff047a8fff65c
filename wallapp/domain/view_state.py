"""Whether a camera still shows the view in which something was marked: the rules, without pixels.

A view here is where a camera looked when somebody marked a spot of its picture. The decoder compares pictures and
says what it found; this decides what that means, slowly where a passer-by could deceive it and at once where our own
hand moved the camera.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NewType

ViewId = NewType("ViewId", int)
"""A remembered view of one camera; given by the console, never used twice."""

VIEWS_MOST: Final = 8
"""Of one camera; more are refused."""
PATIENCE: Final = 3
"""Misses in a row before a fixed camera counts as moved; one that turns is believed at the first."""
RETURN_HITS: Final = 3
"""Agreeing checks in a row before a view that was left counts as back."""
SETTLE_S: Final = 1.5
"""After a command of ours the old picture still comes for a while: until then nothing counts as back."""
DOUBT_S: Final = 10.0
"""Without an agreeing check for this long a view is no longer vouched for."""
USUAL_GAP_S: Final = 1.0
KEEN_GAP_S: Final = 0.5


class ViewState(StrEnum):
    """What may be drawn at a spot that was marked in this view."""

    SAME = "same"
    """The spot is where it was, but for the shift that is told."""
    MOVED = "moved"
    """The camera looks elsewhere: draw nothing at the old spot."""
    UNSURE = "unsure"
    """Not known: nothing compared yet, nothing to be seen, or too little in common. Draw it hollow."""


class Evidence(StrEnum):
    """What one comparison of a picture with a view found."""

    AGREES = "agrees"
    ELSEWHERE = "elsewhere"
    """It recognises the view, too far from its place, turned or enlarged."""
    MISS = "miss"
    """There is plenty to be seen, and it is not the view."""
    DOUBT = "doubt"
    """Too little in common to tell."""
    BLIND = "blind"
    """Nothing to be seen: a covered lens, fog, a black picture."""


@dataclass(frozen=True, slots=True)
class Shift:
    """How far the view's content lies from where it was, in fractions of the picture's width and height."""

    dx: float = 0.0
    dy: float = 0.0


NO_SHIFT: Final = Shift()


@dataclass(frozen=True, slots=True)
class ViewReport:
    """What a decoder says of one view; no pixel of it.

    Attributes:
      revision: the camera's count of commanded moves under which it was found; one older than the newest command is
        void (see MoveGuard).
      shift: add it to a marked spot; only with SAME.
    """

    view: ViewId
    state: ViewState
    revision: int
    shift: Shift = NO_SHIFT


class ViewWatch:
    """The state of one view from check to check. One thread.

    Args:
      known: whether the view is of the picture that is shown right now; else it begins as UNSURE.
      turns: whether the camera can turn by itself or by others' hands.
    """

    def __init__(self, now_mono_s: float, *, known: bool, turns: bool) -> None:
        self.state = ViewState.SAME if known else ViewState.UNSURE
        self.shift = NO_SHIFT
        self._patience = 1 if turns else PATIENCE
        self._misses = self._hits = self._blind = 0
        self._agreed_mono_s = now_mono_s
        self._settled_mono_s = float("-inf")

    @property
    def gap_s(self) -> float:
        """How long to wait until the next check."""
        return KEEN_GAP_S if self._misses or self._hits or self._blind else USUAL_GAP_S

    def commanded(self, now_mono_s: float, *, going_on: bool = False) -> None:
        """We moved the camera: the view is left before the picture shows it.

        Args:
          going_on: it keeps moving until the next command.
        """
        self._left()
        self._settled_mono_s = float("inf") if going_on else now_mono_s + SETTLE_S

    def saw(self, evidence: Evidence, now_mono_s: float, *, shift: Shift | None = None) -> ViewState:
        """Take one check into account. Returns the state from now on."""
        if evidence is Evidence.AGREES:
            self._agrees(now_mono_s, shift or NO_SHIFT)
            return self.state
        self._hits = 0
        self._blind = self._blind + 1 if evidence is Evidence.BLIND else 0
        if evidence is Evidence.ELSEWHERE:
            self._left()
        elif evidence is Evidence.MISS and self.state is not ViewState.MOVED:
            self._misses += 1
            if self._misses >= self._patience:
                self._left()
        lapsed = now_mono_s - self._agreed_mono_s > DOUBT_S or self._blind >= PATIENCE
        if self.state is ViewState.SAME and lapsed:
            self.state = ViewState.UNSURE
        return self.state

    def lost(self) -> None:
        """No pictures come: what was SAME is not vouched for until the next that agrees."""
        if self.state is ViewState.SAME:
            self.state, self.shift = ViewState.UNSURE, NO_SHIFT

    def _agrees(self, now_mono_s: float, shift: Shift) -> None:
        self._misses = self._blind = 0
        if now_mono_s < self._settled_mono_s:
            return
        self._hits = self._hits + 1 if self.state is ViewState.MOVED else 0
        if self.state is ViewState.MOVED and self._hits < RETURN_HITS:
            return
        self._hits = 0
        self.state, self.shift, self._agreed_mono_s = ViewState.SAME, shift, now_mono_s

    def _left(self) -> None:
        self.state, self.shift = ViewState.MOVED, NO_SHIFT
        self._misses = self._hits = 0


class MoveGuard:
    """The console's side of our own commands to one camera: from the command on no older report counts. One thread.

    A marker may be drawn at its spot only where `state_of` its view is SAME; it leaves with the next painting, which
    is before the picture that moves can have come.
    """

    def __init__(self) -> None:
        self._revision = 0
        self._reports: dict[ViewId, ViewReport] = {}

    @property
    def revision(self) -> int:
        """The count of commanded moves; send it to the decoder with each."""
        return self._revision

    def commanded(self) -> int:
        """Count a move of ours at the moment when it is sent. Returns the new revision."""
        self._revision += 1
        return self._revision

    def heard(self, report: ViewReport) -> bool:
        """Take a report in. Returns whether it counts."""
        if report.revision != self._revision:
            return False
        self._reports[report.view] = report
        return True

    def lost(self) -> None:
        """The decoder is gone, or the feed: nothing is vouched for any more."""
        self._reports.clear()

    def state_of(self, view: ViewId) -> ViewState:
        """What may be drawn now."""
        report = self._reports.get(view)
        if report is None:
            return ViewState.UNSURE
        return report.state if report.revision == self._revision else ViewState.MOVED

    def standing(self) -> ViewId | None:
        """A view that the camera shows now, for one more marker; subtract its shift from the spot. None: remember a
        new one."""
        return next((view for view in self._reports if self.state_of(view) is ViewState.SAME), None)

    def shift_of(self, view: ViewId) -> Shift:
        """What to add to a spot that was marked in this view; none where it is not SAME."""
        return self._reports[view].shift if self.state_of(view) is ViewState.SAME else NO_SHIFT
