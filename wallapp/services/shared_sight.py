"""Which cameras somebody may know of, for all that names a camera: incidents, markers, alarms, log lines, counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from wallapp.base.errors import NotFound, RuleBroken
from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import Camera, Sensitivity
from wallapp.domain.people import Person
from wallapp.domain.place import Place
from wallapp.domain.sight import camera_place
from wallapp.domain.visibility import known_cameras
from wallapp.domain.warrant import Authority
from wallapp.services.access_ports import AccessUnit


@dataclass(frozen=True, slots=True)
class Sight:
    """What one person may know of.

    Attributes:
      cameras: those that they may know of.
      hidden_places: where the others stand: a place that came from one of them would give it away.
      registered: the numbers of all cameras there are; None where that is not known.
    """

    cameras: Mapping[CameraNumber, Camera] = field(default_factory=dict)
    hidden_places: frozenset[Place] = frozenset()
    registered: frozenset[CameraNumber] | None = None

    def knows(self, camera: CameraNumber | None) -> bool:
        """Whether it is theirs to know; None is no camera at all."""
        return camera is None or camera in self.cameras

    def hides(self, camera: CameraNumber | None) -> bool:
        """Whether there is such a camera and they may not know of it; a number that is no camera's hides nothing."""
        if self.knows(camera):
            return False
        return self.registered is None or camera in self.registered

    def knows_all(self, cameras: Iterable[CameraNumber]) -> bool:
        """Whether all of them are."""
        return all(camera in self.cameras for camera in cameras)

    def camera(self, number: CameraNumber) -> Camera:
        """The camera. Raises NotFound where there is none that they may know of."""
        found = self.cameras.get(number)
        if found is None:
            raise NotFound(f"there is no camera {number}; look at the list of sources")
        return found


Known = Callable[[AccessUnit, Person | None], Sight]
"""Asked within a transaction; None is a wall that nobody signed in to."""


def sight_by(
    register: Callable[[], Mapping[CameraNumber, Camera]], authority: Callable[[AccessUnit], Authority] | None
) -> Known:
    """By the register at hand and the policies in force.

    Args:
      register: must open no transaction.
      authority: None where the store has no trust list: then everybody knows of all cameras, as the register says.
    """

    def known(unit: AccessUnit, person: Person | None) -> Sight:
        cameras = register()
        if authority is None:
            return _sight(cameras, cameras)
        try:
            policies = authority(unit).policies
        except RuleBroken:
            # No trust can be read: nobody knows then who may know of what an owner keeps to itself.
            public = {number: one for number, one in cameras.items() if one.sensitivity is Sensitivity.PUBLIC}
            return _sight(cameras, public)
        return _sight(cameras, known_cameras(person, cameras, policies))

    return known


def _sight(cameras: Mapping[CameraNumber, Camera], known: Mapping[CameraNumber, Camera]) -> Sight:
    hidden = (camera_place(camera) for number, camera in cameras.items() if number not in known)
    return Sight(known, frozenset(place for place in hidden if place is not None), frozenset(cameras))
