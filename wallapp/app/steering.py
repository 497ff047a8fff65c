"""Which cameras this wall can turn, and who may turn them."""

from __future__ import annotations

from contextlib import ExitStack

from wallapp.app.sources import Register
from wallapp.base.clock import Clock
from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import CameraKind
from wallapp.domain.permissions import Verb
from wallapp.domain.permissions import may as role_allows
from wallapp.services.picture_views import PictureViews
from wallapp.services.ptz import PtzPort, Steering
from wallapp.services.sign_in import SignedIn
from wallapp.simulation.city import City
from wallapp.simulation.ptz_station import PtzStation


def live_ptz(city: City, count: int, rooms: ExitStack) -> PtzStation | None:
    """The simulated city's camera that turns, as a device of its own, where it is among the first `count`."""
    turning = (camera.number for camera in city.take(count) if camera.kind is CameraKind.PTZ)
    number = next((number for number in turning if number in city.viewpoints), None)
    if number is None:
        return None
    station = PtzStation(number)
    rooms.callback(station.close)
    return station


def steering_of(
    port: PtzPort | None, views: PictureViews, *, clock: Clock, known: Register, who: SignedIn | None
) -> Steering | None:
    """One session's hand on the cameras; None where none takes commands. Nobody turns a camera without a name."""
    if port is None:
        return None
    allowed = who is not None and role_allows(who.person.roles, Verb.STEER_CAMERAS)

    def may(number: CameraNumber) -> bool:
        return allowed and number in known.cameras

    return Steering(port, views, clock=clock, may=may)
