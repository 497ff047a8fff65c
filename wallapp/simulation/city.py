"""The city's owners and cameras, read from resources/city; positions come from the one ground plane."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from wallapp.base.errors import BadInput, NotFound
from wallapp.base.ids import CameraNumber, OwnerName
from wallapp.base.places import resources_dir
from wallapp.domain.camera import Camera, CameraKind, Owner, OwnerKind, Sensitivity, default_sensitivity
from wallapp.simulation.geo import GroundPlane

PROTECTED_EVERY = 16
"""Of any first n cameras at most n // 16 are protected (DESIGN 7)."""

FIRST_REPEAT = 1001
"""Numbers from here on repeat the city's own scenes."""


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """Where a camera stands on the ground plane and how it looks; all that drawing needs.

    Attributes:
      x_m, y_m, height_m: of the lens. azimuth_deg: 0 is north, clockwise. tilt_deg: downwards.
      hfov_deg: horizontal field of view of the (whole) scene.
      room: the indoor room it stands in; empty is outdoors.
    """

    number: CameraNumber
    name: str
    kind: CameraKind
    x_m: float
    y_m: float
    height_m: float
    azimuth_deg: float
    tilt_deg: float
    hfov_deg: float
    night: bool
    room: str


@dataclass(frozen=True, slots=True)
class City:
    """The whole register of the simulated city; cameras are in order of number and have no addresses."""

    plane: GroundPlane
    owners: tuple[Owner, ...]
    cameras: tuple[Camera, ...]
    viewpoints: dict[CameraNumber, Viewpoint]

    def take(self, count: int) -> list[Camera]:
        """The first `count` cameras by number; past the city's own, scenes repeat under fresh numbers.

        Raises:
          BadInput: `count` is under 1.
        """
        if count < 1:
            raise BadInput(f"cameras: {count} is too few; ask for 1 or more")
        own = list(self.cameras[:count])
        return own + [self._repeat(index) for index in range(len(own), count)]

    def scene_of(self, number: CameraNumber) -> CameraNumber:
        """The city's own camera whose scene this number shows.

        Raises:
          NotFound: the number is neither the city's nor a repetition.
        """
        if number in self.viewpoints:
            return number
        index = number - FIRST_REPEAT
        if index < len(self.cameras):
            raise NotFound(f"the simulated city has no camera {number}")
        return self._repeated(index).number

    def _repeat(self, index: int) -> Camera:
        camera = self._repeated(index)
        turn = index // len(self.cameras) + 1
        return replace(camera, number=CameraNumber(FIRST_REPEAT + index), name=f"{camera.name} ({turn})")

    def _repeated(self, index: int) -> Camera:
        """Every sixteenth place takes a protected camera; the others take the open ones in turn."""
        protected = [camera for camera in self.cameras if camera.sensitivity is Sensitivity.PROTECTED]
        others = [camera for camera in self.cameras if camera.sensitivity is not Sensitivity.PROTECTED]
        block, place = divmod(index, PROTECTED_EVERY)
        if place == PROTECTED_EVERY - 1:
            return protected[block % len(protected)]
        return others[(index - block - len(others)) % len(others)]


def city_dir() -> Path:
    """Where the city's data lie."""
    return resources_dir() / "city"


def load_city() -> City:
    """The city as shipped.

    Raises:
      BadInput: the shipped data were changed so that they cannot be read.
    """
    try:
        data = json.loads((city_dir() / "cameras.json").read_text(encoding="utf-8"))
        return _read(data)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadInput(f"resources/city/cameras.json cannot be read ({error}); install wallapp again") from error


def _read(data: dict[str, Any]) -> City:
    plane = GroundPlane(data["origin"]["lat_deg"], data["origin"]["lon_deg"])
    rows = {row["name"]: row for row in data["owners"]}
    owners = tuple(
        Owner(OwnerName(name), OwnerKind(row["kind"]), contact=row["contact"], colour=row["colour"])
        for name, row in rows.items()
    )
    ordered = sorted(data["cameras"], key=lambda row: int(row["number"]))
    cameras = tuple(_camera(row, rows[row["owner"]], plane) for row in ordered)
    return City(plane, owners, cameras, {CameraNumber(row["number"]): _viewpoint(row) for row in ordered})


def _camera(row: dict[str, Any], owner: dict[str, Any], plane: GroundPlane) -> Camera:
    lat_deg, lon_deg = plane.to_lat_lon(row["x_m"], row["y_m"])
    given = row.get("sensitivity")
    return Camera(
        number=CameraNumber(row["number"]),
        name=row["name"],
        owner=OwnerName(row["owner"]),
        site=row["site"],
        kind=CameraKind(row.get("kind", CameraKind.FIXED)),
        sensitivity=Sensitivity(given) if given else default_sensitivity(OwnerKind(owner["kind"])),
        lat_deg=lat_deg,
        lon_deg=lon_deg,
        height_m=float(row["height_m"]),
        azimuth_deg=float(row["azimuth_deg"]),
        hfov_deg=float(row["hfov_deg"]),
        range_m=float(row["range_m"]),
        purpose=owner["purpose"],
        legal_basis=owner["legal_basis"],
        retention_days=owner["retention_days"],
    )


def _viewpoint(row: dict[str, Any]) -> Viewpoint:
    return Viewpoint(
        number=CameraNumber(row["number"]),
        name=row["name"],
        kind=CameraKind(row.get("kind", CameraKind.FIXED)),
        x_m=float(row["x_m"]),
        y_m=float(row["y_m"]),
        height_m=float(row["height_m"]),
        azimuth_deg=float(row["azimuth_deg"]),
        tilt_deg=float(row["tilt_deg"]),
        hfov_deg=float(row["hfov_deg"]),
        night=bool(row.get("night", False)),
        room=str(row.get("room", "")),
    )
