"""A small register and rooms in memory, for windows that need no cameras and no database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.fakes.pictures import FakePictures
from wallapp.base.clock import ManualClock
from wallapp.base.errors import NotFound, Unavailable
from wallapp.base.ids import CameraNumber, LayoutNumber, OwnerName
from wallapp.domain.camera import Camera, Owner, OwnerKind, Sensitivity, StreamName
from wallapp.domain.layout import preset
from wallapp.services.ports import SavedLayout
from wallapp.services.wall_session import WallSession
from wallapp.ui.rooms import Rooms

OWNERS = {
    OwnerName(name): Owner(OwnerName(name), kind)
    for name, kind in (
        ("City", OwnerKind.CITY),
        ("Shops", OwnerKind.SHOP),
        ("École", OwnerKind.SCHOOL),
        ("Tramway", OwnerKind.TRAMWAY),
    )
}


def _camera(number: int, name: str, owner: str, site: str, sensitivity: Sensitivity = Sensitivity.PUBLIC) -> Camera:
    streams = {name: f"rtsp://cam{number}.invalid/{name}" for name in (StreamName.MAIN, StreamName.SUB)}
    return Camera(CameraNumber(number), name, OwnerName(owner), streams, site=site, sensitivity=sensitivity)


CAMERAS: Mapping[CameraNumber, Camera] = {
    camera.number: camera
    for camera in (
        _camera(101, "Place nord", "City", "Centre"),
        _camera(102, "Place de l'Étoile", "City", "Centre"),
        _camera(104, "Corniche east", "City", "Corniche"),
        _camera(105, "Corniche west", "City", "Corniche"),
        _camera(112, "Boulevard 2", "City", "Centre"),
        _camera(201, "Hotel forecourt", "Shops", "Arcade", Sensitivity.PRIVATE),
        _camera(202, "Jewellers' passage", "Shops", "Arcade", Sensitivity.PRIVATE),
        _camera(301, "Cour de récréation", "École", "École", Sensitivity.PROTECTED),
        _camera(401, "محطة السوق", "Tramway", "Line 1"),
        _camera(1040, "Depot", "Tramway", "Line 1"),
    )
}


@dataclass
class MemoryLayouts:
    """A LayoutStore in memory. Set `broken` to have it raise."""

    kept: dict[LayoutNumber, SavedLayout] = field(default_factory=dict)
    broken: str = ""

    def load(self, number: LayoutNumber) -> SavedLayout:
        self._check()
        if number not in self.kept:
            raise NotFound(f"there is no layout {number}")
        return self.kept[number]

    def save(self, layout: SavedLayout) -> None:
        self._check()
        self.kept[layout.number] = layout

    def list(self) -> list[SavedLayout]:
        self._check()
        return [self.kept[number] for number in sorted(self.kept)]

    def delete(self, number: LayoutNumber) -> bool:
        self._check()
        return self.kept.pop(number, None) is not None

    def _check(self) -> None:
        if self.broken:
            raise Unavailable(self.broken)


@dataclass
class MemoryTexts:
    """A station's small texts in memory. Set `broken` to have it raise."""

    kept: dict[str, str] = field(default_factory=dict)
    broken: str = ""

    def read(self, name: str) -> str | None:
        if self.broken:
            raise Unavailable(self.broken)
        return self.kept.get(name)

    def write(self, name: str, text: str) -> None:
        if self.broken:
            raise Unavailable(self.broken)
        self.kept[name] = text


@dataclass
class Station:
    """The rooms of one console and the fakes behind them; `again` is the same station after a restart."""

    folder: Path
    clock: ManualClock = field(default_factory=ManualClock)
    layouts: MemoryLayouts = field(default_factory=MemoryLayouts)
    texts: MemoryTexts = field(default_factory=MemoryTexts)
    grid: str = "4"
    restore_wall: bool = True
    cameras: Mapping[CameraNumber, Camera] = field(default_factory=lambda: CAMERAS)

    def __post_init__(self) -> None:
        self.pictures = FakePictures(self.clock)
        self.session = WallSession(preset(self.grid), clock=self.clock, store=self.layouts)

    def rooms(self) -> Rooms:
        return Rooms(
            session=self.session,
            pictures=self.pictures,
            cameras=self.cameras,
            owners=OWNERS,
            clock=self.clock,
            settings_path=self.folder / "window.ini",
            snapshot_dir=self.folder / "snapshots",
            station="Station 2",
            operator="op-2",
            texts=self.texts,
            restore_wall=self.restore_wall,
        )

    def end(self) -> None:
        """Let the pictures' memory go; the kept layouts and texts stay."""
        del self.pictures
        del self.session

    def again(self) -> Station:
        return replace(self)
