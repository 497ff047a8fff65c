"""Slots that no order names any more: each is wiped and given back once its decoder has confirmed that."""

from __future__ import annotations

from dataclasses import dataclass, field

from wallapp.base.ids import CameraNumber, GrantId
from wallapp.feeds.binding import Tap
from wallapp.feeds.child import Child
from wallapp.frames.slot import SlotPlace


@dataclass(slots=True)
class _Retired:
    """`opened`: the camera and grant whose clear picture may still lie there; None where none can."""

    child: Child
    place: SlotPlace
    opened: tuple[CameraNumber, GrantId] | None
    revision: int | None = None


@dataclass(slots=True)
class Wiper:
    """Owned by the supervisor thread."""

    _retired: list[_Retired] = field(default_factory=list)

    def retire(self, tap: Tap) -> None:
        """Take the tap's slot from it."""
        if tap.child is not None and tap.reader is not None:
            opened = (tap.feed.camera.number, tap.feed.grant) if tap.feed.grant is not None else None
            self._retired.append(_Retired(tap.child, tap.reader.place, opened))
        tap.child = tap.reader = None

    def sent(self, child: Child, revision: int) -> None:
        """Orders without the slots retired so far went out under this revision."""
        for old in self._retired:
            if old.child is child and old.revision is None:
                old.revision = revision

    def wipe_confirmed(self, in_service: set[Child]) -> None:
        """Wipe and give back what is confirmed; the slots of a child that is gone went with it."""
        kept = []
        for old in self._retired:
            if old.child not in in_service:
                continue
            if old.revision is not None and old.child.applied >= old.revision:
                old.child.give_slot(old.place)
            else:
                kept.append(old)
        self._retired = kept

    def opened(self) -> set[tuple[CameraNumber, GrantId]]:
        """Cameras whose clear picture may still lie in a slot, with their grants."""
        return {old.opened for old in self._retired if old.opened is not None}

    def clear(self) -> None:
        """Forget everything."""
        self._retired.clear()
