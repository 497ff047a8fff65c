"""What happened that a person must not miss: kept until it is acknowledged, and in a history afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Final

from PySide6.QtCore import QObject, Signal

from wallapp.base.clock import Clock
from wallapp.ui.access.marks import Severity

KEPT_MOST: Final = 200


class Kind(Enum):
    """What a notice is about; the key F8 leads there."""

    TO_DECIDE = "to_decide"
    DECIDED = "decided"
    ENDING = "ending"
    ENDED = "ended"
    GLASS_BROKEN = "glass_broken"
    STORE = "store"
    LEVEL = "level"
    ALARM = "alarm"


@dataclass(frozen=True, slots=True)
class AccessNotice:
    """One line, already in the reader's language.

    Attributes:
      key: of the same thing; a second notice of it takes the place of the first.
      acknowledged_at: None while it waits.
    """

    kind: Kind
    key: str
    severity: Severity
    text: str
    at: datetime
    acknowledged_at: datetime | None = None


_ORDER: Final = (Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.INFORMATION, Severity.QUIET)


class NoticeBook(QObject):
    """GUI thread.

    Signals:
      changed: there is another list.
      rang (Severity): something new came; whoever has a loudspeaker may sound it.
    """

    changed = Signal()
    rang = Signal(object)

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._kept: list[AccessNotice] = []
        self._jumps: dict[Kind, Callable[[], None]] = {}

    @property
    def history(self) -> list[AccessNotice]:
        """Newest first."""
        return list(reversed(self._kept))

    @property
    def waiting(self) -> list[AccessNotice]:
        """Not acknowledged, the gravest first, then the oldest."""
        found = [one for one in self._kept if one.acknowledged_at is None]
        return sorted(found, key=lambda one: _ORDER.index(one.severity))

    def add(self, kind: Kind, key: str, severity: Severity, text: str) -> None:
        """Something happened. Told again in other words it is the same notice."""
        same = next((one for one in self._kept if (one.kind, one.key) == (kind, key)), None)
        if same is not None and same.text == text:
            return
        if same is not None:
            self._kept.remove(same)
        self._kept.append(AccessNotice(kind, key, severity, text, self._clock.now_at()))
        del self._kept[:-KEPT_MOST]
        self.changed.emit()
        self.rang.emit(severity)

    def settle(self, kind: Kind, key: str) -> None:
        """It is over by itself, such as a request that somebody else decided."""
        self._mark([one for one in self._kept if (one.kind, one.key) == (kind, key)])

    def lead(self, kind: Kind, to: Callable[[], None]) -> None:
        """Where F8 goes for a kind."""
        self._jumps[kind] = to

    def jump(self) -> None:
        """Acknowledge the gravest one and go to where something can be done about it."""
        waiting = self.waiting
        if not waiting:
            return
        first = waiting[0]
        self._mark([first])
        to = self._jumps.get(first.kind)
        if to is not None:
            to()

    def acknowledge_all(self) -> None:
        """All were seen."""
        self._mark(self.waiting)

    def _mark(self, seen: list[AccessNotice]) -> None:
        now_at = self._clock.now_at()
        waiting = [one for one in seen if one.acknowledged_at is None]
        for one in waiting:
            self._kept[self._kept.index(one)] = replace(one, acknowledged_at=now_at)
        if waiting:
            self.changed.emit()
