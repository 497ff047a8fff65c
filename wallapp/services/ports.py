"""What the hall asks of its rooms. A room fulfils these; the hall never names a room.

Every method may raise Unavailable where the thing behind it does not answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from wallapp.base.ids import CameraNumber, LayoutNumber
from wallapp.domain.camera import Camera, Owner, Site
from wallapp.services.access_ports import AccessUnit
from wallapp.services.credentials import Credential
from wallapp.services.shared_ports import SharedUnit

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table that a person made, nothing checked yet.

    Attributes:
      line: of the file, from 1, where the row begins.
      cells: raw text by column name; a column that the row is too short for is left out or empty.
      surplus: how many cells the row has beyond the header's.
    """

    line: int
    cells: Mapping[str, str]
    surplus: int = 0


@dataclass(frozen=True, slots=True)
class SavedLayout:
    """A layout as it is kept: what its body means is its writer's affair.

    Attributes:
      name: for people; may be empty.
      version: of the body's format, from 1.
      body: JSON text.
    """

    number: LayoutNumber
    name: str
    version: int
    body: str


class OwnerTable(Protocol):
    """Owners and their sites, within one transaction."""

    def owners(self) -> list[Owner]:
        """All, by name."""
        ...

    def sites(self) -> list[Site]:
        """All, by owner and name."""
        ...

    def put_owners(self, owners: Sequence[Owner]) -> None:
        """Add each, or replace the one of its name."""
        ...

    def add_sites(self, sites: Sequence[Site]) -> None:
        """Add each that is not there yet. Their owners must be there."""
        ...


class CameraTable(Protocol):
    """Cameras with their streams, within one transaction."""

    def cameras(self) -> list[Camera]:
        """All, by number."""
        ...

    def camera(self, number: CameraNumber) -> Camera | None:
        """The camera of that number; None where there is none."""
        ...

    def put_cameras(self, cameras: Sequence[Camera]) -> None:
        """Add each, or replace the one of its number. Owners and sites must be there."""
        ...


class LayoutTable(Protocol):
    """Saved layouts, within one transaction."""

    def layouts(self) -> list[SavedLayout]:
        """All, by number."""
        ...

    def layout(self, number: LayoutNumber) -> SavedLayout | None:
        """The layout of that number; None where there is none."""
        ...

    def put_layout(self, layout: SavedLayout) -> None:
        """Add it, or replace the one of its number."""
        ...

    def drop_layout(self, number: LayoutNumber) -> bool:
        """Forget it; False where there was none."""
        ...


class SettingTable(Protocol):
    """Small texts by name that a station keeps for itself, within one transaction."""

    def setting(self, name: str) -> str | None:
        """The text of that name; None where there is none."""
        ...

    def put_setting(self, name: str, text: str) -> None:
        """Add it, or replace the one of its name."""
        ...


class Unit(AccessUnit, SharedUnit, Protocol):
    """One transaction over the store: all of it is kept, or nothing."""

    @property
    def owners(self) -> OwnerTable: ...

    @property
    def cameras(self) -> CameraTable: ...

    @property
    def layouts(self) -> LayoutTable: ...

    @property
    def settings(self) -> SettingTable: ...

    def now_at(self) -> datetime:
        """The time to decide by, aware, UTC, the same for all stations of the store; asked anew at each call.

        Call it after the lock that a decision waits for, never before.

        Raises:
          Unavailable: the clock went back; nothing may be decided by it.
        """
        ...

    def changed(self, topic: str = "") -> None:
        """Wake the other consoles when this is kept. Rows that were written do so by themselves."""
        ...


class UnitSource(Protocol):
    """Where transactions come from. Any thread; a unit stays on the thread that opened it."""

    def reading(self) -> AbstractContextManager[Unit]:
        """A transaction that sees one consistent state and keeps nothing it is told."""
        ...

    def writing(self, *, alone: bool = False) -> AbstractContextManager[Unit]:
        """A transaction that may write; kept when the block ends, undone when it raises.

        Others may write at the same time where a server keeps the store: lock rows, or compare and set.

        Args:
          alone: wait until no other that asked for this is at work: for what reads much, judges, and then writes.

        Raises:
          Conflict: what was written breaks a rule of the store, because somebody else wrote first.
          Unavailable: the store is full, read-only, locked or does not answer.
        """
        ...

    def write(self, work: Callable[[Unit], _Result]) -> _Result:
        """Do `work` in a writing transaction, and from its beginning again where it lost a race to another.

        Args:
          work: reads everything anew each time and does nothing outside the unit.

        Raises:
          Conflict: it lost every time, or as for writing.
          Unavailable: as for writing.
        """
        ...


class Wakeups(Protocol):
    """Tells that somebody, this process too, has kept a change in the store."""

    @property
    def is_reachable(self) -> bool:
        """Whether the store answered the last time; True before `start`. Any thread."""
        ...

    def start(self, changed: Callable[[], None], *, reachable: Callable[[bool], None]) -> None:
        """Begin, on a thread of its own; both are called there. Once only.

        Args:
          changed: something may have changed: at the start, after each change (several may come as one), after the
            store came back, and at least every ten seconds while it answers. Must return soon.
          reachable: False when the store is lost, True when it is back.
        """
        ...

    def close(self) -> None:
        """End it and wait for its thread; nothing is called any more then."""
        ...


class Vault(Protocol):
    """Where credentials are kept. Any thread."""

    @property
    def description(self) -> str:
        """Which vault this is, in words for a person."""
        ...

    def read(self, name: str) -> Credential | None:
        """The entry of that name; None where there is none.

        Raises:
          Unavailable: the vault is closed, locked or does not answer.
        """
        ...

    def write(self, name: str, credential: Credential) -> None:
        """Keep it, replacing the entry of that name; it was read back before this returns.

        Raises:
          BadInput: the name is none a vault may hold.
          Unavailable: as for read, or the vault did not keep it.
        """
        ...

    def forget(self, name: str) -> bool:
        """Remove the entry; False where there was none."""
        ...

    def names(self) -> list[str]:
        """The names of all entries, sorted."""
        ...
