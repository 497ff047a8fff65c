"""The view check of one camera: do its pictures still show the views in which somebody marked something?

Signatures stay here. What goes out is a ViewReport; the signature itself only where the camera is shown clear.
A camera without remembered views costs nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Final

from wallapp.base.errors import RuleBroken
from wallapp.decoder.view_match import Glance, Look, Luma, ViewSignature, compare
from wallapp.domain.view import Level
from wallapp.domain.view_state import VIEWS_MOST, Evidence, ViewId, ViewReport, ViewState, ViewWatch

_LOOKS_MOST: Final = 4
_LEARN_AFTER: Final = 4
"""A view seen in a strange light this often in a row is known in that light from then on."""
_TOLD_APART: Final = 1 / 640
"""A shift that changes by less is not told."""


class _Held:
    """One remembered view."""

    def __init__(self, signature: ViewSignature, watch: ViewWatch, due_mono_s: float) -> None:
        self.signature = signature
        self.watch = watch
        self.due_mono_s = due_mono_s
        self.told: ViewReport | None = None
        self._looks = [Look(signature.coarse)]
        self._strange = 0

    def check(self, glance: Glance, now_mono_s: float) -> None:
        """Compare, judge, and learn the light."""
        thorough = self.watch.state is not ViewState.MOVED
        finding = compare(self.signature, self._looks, glance, thorough=thorough)
        state = self.watch.saw(finding.evidence, now_mono_s, shift=finding.shift)
        self.due_mono_s = now_mono_s + self.watch.gap_s
        agrees = finding.evidence is Evidence.AGREES and state is ViewState.SAME
        self._strange = self._strange + 1 if agrees and finding.strange else 0
        if self._strange >= _LEARN_AFTER:
            self._learn(Look(glance.coarse, finding.shift))

    def _learn(self, look: Look) -> None:
        """The newest light in place of the oldest; the first is never forgotten."""
        self._strange = 0
        first, *later = self._looks
        self._looks = [first, look, *later][:_LOOKS_MOST]


class ViewCheck:
    """All remembered views of one camera; it outlives the camera's connections. Any thread.

    Args:
      turns: whether the camera is a PTZ.
    """

    def __init__(self, *, turns: bool) -> None:
        self._turns = turns
        self._lock = threading.Lock()
        self._views: dict[ViewId, _Held] = {}
        self._wanted: set[ViewId] = set()
        self._fresh: list[ViewId] = []
        self._revision = 0

    def is_due(self, now_mono_s: float) -> bool:
        """Whether `check` is to be called with the picture at hand."""
        with self._lock:
            return bool(self._wanted) or any(held.due_mono_s <= now_mono_s for held in self._views.values())

    def check(self, luma: Luma, now_mono_s: float) -> tuple[ViewReport, ...]:
        """Compare a picture with the views that are due, and remember it where that was asked for.

        Args:
          luma: (height, width) uint8 of the whole source picture, masks cut out; borrowed.

        Returns:
          What changed, to be sent to the console; usually nothing.
        """
        with self._lock:
            due = [held for held in self._views.values() if held.due_mono_s <= now_mono_s]
            if due or self._wanted:
                glance = Glance(luma)
                for held in due:
                    held.check(glance, now_mono_s)
                for view in self._wanted:
                    self._hold(view, glance.signature(), now_mono_s, known=True)
                self._fresh += self._wanted
                self._wanted.clear()
            return tuple(self._changed())

    def remember(self, view: ViewId) -> None:
        """Remember the next picture as this view.

        Raises:
          RuleBroken: too many views of this camera are held.
        """
        with self._lock:
            self._make_room(view)
            self._wanted.add(view)

    def restore(self, view: ViewId, signature: ViewSignature, now_mono_s: float) -> None:
        """Hold a view that was remembered and stored before. It begins as UNSURE; one that is held already stays.

        Raises:
          RuleBroken: too many views of this camera are held.
        """
        with self._lock:
            if view not in self._views and view not in self._wanted:
                self._make_room(view)
                self._hold(view, signature, now_mono_s, known=False)

    def forget(self, view: ViewId) -> None:
        """Nothing is marked in this view any more. One that is not held is no error."""
        with self._lock:
            self._views.pop(view, None)
            self._wanted.discard(view)

    def take_fresh(self) -> tuple[ViewId, ...]:
        """Those that were remembered since the last call."""
        with self._lock:
            fresh, self._fresh = tuple(self._fresh), []
        return fresh

    @property
    def is_idle(self) -> bool:
        """Whether nothing would be lost with it."""
        with self._lock:
            return not (self._views or self._wanted or self._revision)

    def signature(self, view: ViewId, level: Level) -> bytes | None:
        """The view's signature for storing; None where the camera is not shown clear, or the view is not held."""
        with self._lock:
            held = self._views.get(view)
            return held.signature.to_bytes() if held is not None and level is Level.CLEAR else None

    def commanded(self, revision: int, now_mono_s: float, *, going_on: bool = False) -> tuple[ViewReport, ...]:
        """The console moves the camera: every view is left at once. Returns the reports of it.

        Args:
          revision: the console's count of its moves (MoveGuard).
          going_on: it moves until the next command.
        """
        with self._lock:
            self._revision = revision
            for held in self._views.values():
                held.watch.commanded(now_mono_s, going_on=going_on)
            return tuple(self._changed())

    def feed_lost(self) -> tuple[ViewReport, ...]:
        """The connection ended: until the next picture agrees nothing is vouched for. Returns the reports of it."""
        with self._lock:
            for held in self._views.values():
                held.watch.lost()
                held.due_mono_s = float("-inf")
            return tuple(self._changed())

    def _make_room(self, view: ViewId) -> None:
        if len(self._views.keys() | self._wanted | {view}) > VIEWS_MOST:
            raise RuleBroken(f"{VIEWS_MOST} views of this camera hold markers already; resolve some of them first")

    def _hold(self, view: ViewId, signature: ViewSignature, now_mono_s: float, *, known: bool) -> None:
        watch = ViewWatch(now_mono_s, known=known, turns=self._turns)
        self._views[view] = _Held(signature, watch, now_mono_s + watch.gap_s if known else now_mono_s)

    def _changed(self) -> Iterator[ViewReport]:
        for view, held in self._views.items():
            report = ViewReport(view, held.watch.state, self._revision, held.watch.shift)
            if held.told is None or _differ(held.told, report):
                held.told = report
                yield report


def _differ(told: ViewReport, now: ViewReport) -> bool:
    apart = max(abs(told.shift.dx - now.shift.dx), abs(told.shift.dy - now.shift.dy))
    return (told.state, told.revision) != (now.state, now.revision) or apart > _TOLD_APART
