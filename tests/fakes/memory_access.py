"""The access tables without a database: the same conflicts, one lock, and a failure at any write on demand.

A unit has the register's tables too (memory_store), so that it fulfils every port of a unit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from datetime import datetime, timedelta
from typing import TypeVar

from tests.fakes.memory_access_tables import (
    AuditMemory,
    DocumentMemory,
    FactMemory,
    GrantMemory,
    LockMemory,
    PeopleMemory,
    RequestMemory,
    ReviewMemory,
    SceneMemory,
    TextMemory,
)
from tests.fakes.memory_store import MemoryUnit
from wallapp.base.clock import Clock
from wallapp.base.errors import Unavailable
from wallapp.domain.merge import Shared, SharedKind

_Result = TypeVar("_Result")
STEP_BACK = timedelta(seconds=2)
"""As the real store: what the wall clock may be behind the furthest time kept."""


class NothingShared:
    """Of a room in which nothing ever happened: no level holds, so none opens anything."""

    def entities(self, _kind: SharedKind) -> list[Shared]:
        """None."""
        return []


class MemoryAccessUnit(MemoryUnit):
    """All tables in one. `wrote` is called before each write and may raise."""

    def __init__(self, clock: Clock, wrote: Callable[[str], None]) -> None:
        super().__init__(clock)
        self.people = PeopleMemory(wrote)
        self.documents = DocumentMemory(wrote)
        self.requests = RequestMemory(wrote)
        self.grants = GrantMemory(wrote)
        self.locks = LockMemory(wrote)
        self.reviews = ReviewMemory(wrote)
        self.facts = FactMemory(wrote)
        self.texts = TextMemory(wrote)
        self.scenes = SceneMemory(wrote)
        self.audit = AuditMemory(wrote)
        self.shared = NothingShared()
        self._high_at: datetime | None = None

    def now_at(self) -> datetime:
        """The wall clock, refused where it went back behind what was kept."""
        now_at = self._clock.now_at()
        if self._high_at is not None and self._high_at - now_at > STEP_BACK:
            raise Unavailable("this station's clock went back; nothing can be decided until it is set right")
        self._high_at = max(self._high_at or now_at, now_at)
        return self._high_at

    def draft(self) -> MemoryAccessUnit:
        """A copy to work on: values are frozen, so that copying the tables' containers is enough."""
        draft = copy(self)
        draft.people = self.people.copy()
        draft.documents = self.documents.copy()
        draft.requests = self.requests.copy()
        draft.grants = self.grants.copy()
        draft.locks = self.locks.copy()
        draft.reviews = self.reviews.copy()
        draft.facts = self.facts.copy()
        draft.texts = self.texts.copy()
        draft.scenes = self.scenes.copy()
        draft.audit = self.audit.copy()
        draft._owners, draft._sites = dict(self._owners), set(self._sites)
        draft._cameras, draft._layouts = dict(self._cameras), dict(self._layouts)
        draft._settings = dict(self._settings)
        return draft


class MemoryAccessStore:
    """Each unit works on a copy; a writing one becomes the state when its block ends well. One thread.

    Attributes:
      is_lost: True while the store does not answer.
      fails_at: the write that fails next, counted from 1 over all units from now on; 0 for none.
      fails_on: a table whose every write fails, such as "audit"; empty for none.
      writes: how many writes there were.
    """

    def __init__(self, clock: Clock) -> None:
        self.is_lost = False
        self.fails_at = 0
        self.fails_on = ""
        self.writes = 0
        self._state = MemoryAccessUnit(clock, self._wrote)

    @property
    def state(self) -> object:
        """What is kept now; the very same as long as nothing was."""
        return self._state

    @contextmanager
    def reading(self) -> Iterator[MemoryAccessUnit]:
        """As the port."""
        self._ask()
        yield self._state.draft()

    @contextmanager
    def writing(self, *, alone: bool = False) -> Iterator[MemoryAccessUnit]:
        """As the port."""
        self._ask()
        draft = self._state.draft()
        yield draft
        self._state = draft

    def write(self, work: Callable[[MemoryAccessUnit], _Result]) -> _Result:
        """As the port; nobody else writes, so that once is enough."""
        with self.writing() as unit:
            return work(unit)

    def _ask(self) -> None:
        if self.is_lost:
            raise Unavailable("the store does not answer; nothing was changed")

    def _wrote(self, table: str) -> None:
        self.writes += 1
        if self.fails_on == table:
            raise Unavailable(f"the store cannot write its {table}; nothing was changed")
        if self.fails_at:
            self.fails_at -= 1
            if not self.fails_at:
                raise Unavailable("the store went away in the middle; nothing was changed")
