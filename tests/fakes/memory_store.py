"""A store without a database: fulfils services.ports.UnitSource, held to the same contract as the real one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from datetime import datetime
from typing import TypeVar

from wallapp.base.clock import Clock, SystemClock
from wallapp.base.errors import Conflict
from wallapp.base.ids import CameraNumber, LayoutNumber, OwnerName
from wallapp.domain.camera import Camera, Owner, Site
from wallapp.services.ports import SavedLayout

_Result = TypeVar("_Result")


class MemoryUnit:
    """All tables in one."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._owners: dict[OwnerName, Owner] = {}
        self._sites: set[Site] = set()
        self._cameras: dict[CameraNumber, Camera] = {}
        self._layouts: dict[LayoutNumber, SavedLayout] = {}
        self._settings: dict[str, str] = {}

    @property
    def owners(self) -> OwnerMemory:
        return OwnerMemory(self._owners, self._sites)

    @property
    def cameras(self) -> CameraMemory:
        return CameraMemory(self._cameras, self._owners, self._sites)

    @property
    def layouts(self) -> LayoutMemory:
        return LayoutMemory(self._layouts)

    @property
    def settings(self) -> SettingMemory:
        return SettingMemory(self._settings)

    def now_at(self) -> datetime:
        return self._clock.now_at()

    def changed(self, topic: str = "") -> None:
        """Nobody listens."""


class OwnerMemory:
    def __init__(self, owners: dict[OwnerName, Owner], sites: set[Site]) -> None:
        self._owners = owners
        self._sites = sites

    def owners(self) -> list[Owner]:
        return sorted(self._owners.values(), key=lambda owner: owner.name)

    def sites(self) -> list[Site]:
        return sorted(self._sites, key=lambda site: (site.owner, site.name))

    def put_owners(self, owners: Sequence[Owner]) -> None:
        self._owners.update({owner.name: owner for owner in owners})

    def add_sites(self, sites: Sequence[Site]) -> None:
        if any(site.owner not in self._owners for site in sites):
            raise Conflict("no such owner")
        self._sites.update(sites)


class CameraMemory:
    def __init__(self, cameras: dict[CameraNumber, Camera], owners: dict[OwnerName, Owner], sites: set[Site]) -> None:
        self._cameras = cameras
        self._owners = owners
        self._sites = sites

    def cameras(self) -> list[Camera]:
        return [self._cameras[number] for number in sorted(self._cameras)]

    def camera(self, number: CameraNumber) -> Camera | None:
        return self._cameras.get(number)

    def put_cameras(self, cameras: Sequence[Camera]) -> None:
        for camera in cameras:
            if camera.owner not in self._owners or (camera.site and Site(camera.owner, camera.site) not in self._sites):
                raise Conflict("no such owner or site")
        self._cameras.update({camera.number: camera for camera in cameras})


class LayoutMemory:
    def __init__(self, layouts: dict[LayoutNumber, SavedLayout]) -> None:
        self._layouts = layouts

    def layouts(self) -> list[SavedLayout]:
        return [self._layouts[number] for number in sorted(self._layouts)]

    def layout(self, number: LayoutNumber) -> SavedLayout | None:
        return self._layouts.get(number)

    def put_layout(self, layout: SavedLayout) -> None:
        self._layouts[layout.number] = layout

    def drop_layout(self, number: LayoutNumber) -> bool:
        return self._layouts.pop(number, None) is not None


class SettingMemory:
    def __init__(self, settings: dict[str, str]) -> None:
        self._settings = settings

    def setting(self, name: str) -> str | None:
        return self._settings.get(name)

    def put_setting(self, name: str, text: str) -> None:
        self._settings[name] = text


class MemoryStore:
    """Each unit works on a copy; a writing one becomes the state when its block ends well."""

    def __init__(self, clock: Clock | None = None) -> None:
        self._clock = clock or SystemClock()
        self._state = MemoryUnit(self._clock)

    def _copy(self) -> MemoryUnit:
        # The clock is not part of the state: a copy of it would stand still.
        return deepcopy(self._state, {id(self._clock): self._clock})

    @contextmanager
    def reading(self) -> Iterator[MemoryUnit]:
        yield self._copy()

    @contextmanager
    def writing(self, *, alone: bool = False) -> Iterator[MemoryUnit]:
        draft = self._copy()
        yield draft
        self._state = draft

    def write(self, work: Callable[[MemoryUnit], _Result]) -> _Result:
        with self.writing() as unit:
            return work(unit)
