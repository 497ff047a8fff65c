"""The cameras' ground calibrations: kept as their matched points, worked out again when they are read."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Final, Protocol

from wallapp.base.errors import BadInput, WallError
from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import Camera, CameraKind
from wallapp.domain.ground import GroundCalibration, calibrate
from wallapp.domain.ground_points import GroundMatch
from wallapp.domain.place import Place

_log = logging.getLogger("wallapp.services.calibrations")
_VERSION: Final = 1
_LARGEST_PX: Final = 1 << 16


class CalibrationStore(Protocol):
    """Where matched points are kept, as text by name; `services.layouts.Settings` is one. May raise Unavailable."""

    def read(self, name: str) -> str | None:
        """The text of that name; None where there is none."""
        ...

    def write(self, name: str, text: str) -> None:
        """Keep it, replacing the one of that name."""
        ...


class Calibrations:
    """One thread. A camera that turns has none: its picture does not stay.

    Args:
      given: matched points that come with the cameras, and the size of the picture that they belong to; what
        somebody saved stands above them.
    """

    def __init__(
        self,
        store: CalibrationStore | None,
        *,
        given: Mapping[CameraNumber, Sequence[GroundMatch]] | None = None,
        given_px: tuple[int, int] = (640, 360),
    ) -> None:
        self._store = store
        self._given = dict(given or {})
        self._given_px = given_px
        self._known: dict[CameraNumber, GroundCalibration | None] = {}
        self._listeners: list[Callable[[CameraNumber], None]] = []

    def subscribe(self, heard: Callable[[CameraNumber], None]) -> Callable[[], None]:
        """Be told of every camera that is calibrated anew. Returns what ends it."""
        self._listeners.append(heard)
        return lambda: self._listeners.remove(heard)

    def of(self, camera: Camera) -> GroundCalibration | None:
        """Of a fixed camera; None where it has none, or none that can be read."""
        if camera.kind is not CameraKind.FIXED:
            return None
        if camera.number not in self._known:
            self._known[camera.number] = self._read(camera.number)
        return self._known[camera.number]

    def save(self, camera: Camera, calibration: GroundCalibration) -> None:
        """Keep it.

        Raises:
          BadInput: the camera turns, or sees all around.
          Unavailable: the store does not answer, or there is none.
        """
        if camera.kind is not CameraKind.FIXED:
            raise BadInput("only a fixed camera's ground can be calibrated; a picture that turns has no fixed points")
        if self._store is not None:
            self._store.write(_name(camera.number), to_text(calibration))
        self._known[camera.number] = calibration
        for heard in list(self._listeners):
            heard(camera.number)

    def _read(self, number: CameraNumber) -> GroundCalibration | None:
        try:
            text = None if self._store is None else self._store.read(_name(number))
            if text is not None:
                return from_text(text)
            given = self._given.get(number)
            return calibrate(given, self._given_px) if given else None
        except WallError as error:
            _log.warning("the calibration of camera %d is left out: %s", number, error)
            return None


def to_text(calibration: GroundCalibration) -> str:
    """The matched points as one line of JSON."""
    points = [[match.x, match.y, match.place.lat_deg, match.place.lon_deg] for match in calibration.matches]
    return json.dumps({"version": _VERSION, "picture_px": list(calibration.picture_px), "matches": points})


def from_text(text: str) -> GroundCalibration:
    """The calibration that `to_text` wrote.

    Raises:
      BadInput: the text is none of ours, or its points do not calibrate a camera.
    """
    try:
        data = json.loads(text)
        width_px, height_px = data["picture_px"]
        if data["version"] != _VERSION or not (0 < width_px <= _LARGEST_PX and 0 < height_px <= _LARGEST_PX):
            raise ValueError
        matches = [
            GroundMatch(float(x), float(y), Place(float(lat_deg), float(lon_deg)))
            for x, y, lat_deg, lon_deg in data["matches"]
        ]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise BadInput("this stored calibration cannot be read; match the camera's points again") from None
    return calibrate(matches, (int(width_px), int(height_px)))


def _name(number: CameraNumber) -> str:
    return f"calibration/{number}"
