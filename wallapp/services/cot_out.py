"""The situation for another system's map: what of it a person may send on. Any thread but the GUI's.

Private cameras stay out unless the person asks for those that they may know of; no stream's address leaves at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from wallapp.base.ids import NO_EXERCISE, CameraNumber
from wallapp.domain.camera import Camera, Sensitivity
from wallapp.domain.layer import CrisisLayer
from wallapp.domain.marker import Marker
from wallapp.services.actor import Actor
from wallapp.services.situation import SituationDesks


@dataclass(frozen=True, slots=True)
class CotWish:
    """What is to be sent on."""

    markers: bool = True
    layers: bool = True
    cameras: bool = True
    private_cameras: bool = False
    drill_name: str = ""


@dataclass(frozen=True, slots=True)
class CotContent:
    """What leaves.

    Attributes:
      cameras: without their streams and credentials.
      drill: names the drill that it belongs to; empty is real.
    """

    now_at: datetime
    markers: tuple[Marker, ...] = ()
    layers: tuple[CrisisLayer, ...] = ()
    cameras: tuple[Camera, ...] = ()
    drill: str = ""


def cot_content(desks: SituationDesks, actor: Actor, wish: CotWish) -> CotContent:
    """What this person sees of the situation, as far as it is wanted.

    Raises:
      Denied: their roles see no incidents.
      Unavailable: the store is lost and this station does not know the person yet.
    """
    markers = tuple(view.marker for view in desks.markers.markers(actor)) if wish.markers else ()
    layers = tuple(desks.layers.layers(actor, shown_only=True)) if wish.layers else ()
    look = desks.room.look(actor)
    leaving = _leaving(look.sight.cameras, wish)
    # A marker that hangs on a camera and has no place of its own is put where the camera stands.
    by_camera = tuple(one for one in markers if one.ground is not None or one.camera is None or one.camera in leaving)
    drill = (wish.drill_name or desks.exercise) if desks.exercise != NO_EXERCISE else ""
    return CotContent(look.now_at, by_camera, layers, tuple(leaving.values()), drill)


def _leaving(cameras: Mapping[CameraNumber, Camera], wish: CotWish) -> dict[CameraNumber, Camera]:
    if not wish.cameras:
        return {}
    return {
        number: replace(camera, streams={}, credential="")
        for number, camera in sorted(cameras.items())
        if camera.sensitivity is Sensitivity.PUBLIC or wish.private_cameras
    }
