"""What the desks of the situation are given by the front door."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wallapp.base.clock import Clock
from wallapp.base.ids import CameraNumber, OwnerName, StationName
from wallapp.domain.camera import Camera, Owner
from wallapp.domain.people import Person
from wallapp.domain.permissions import Verb, may
from wallapp.services.actor import Actor
from wallapp.services.calibrations import Calibrations
from wallapp.services.layer_files import LayerFiles
from wallapp.services.paper_files import PaperFiles
from wallapp.services.picture_views import PictureViews
from wallapp.services.situation import SituationDesks
from wallapp.ui.access.rooms import News
from wallapp.ui.clerk import Clerk


@dataclass(frozen=True, slots=True)
class CrisisRooms:
    """Everything the desks need; the front door builds and closes it.

    Attributes:
      clerk: of these desks alone: a password that is checked must not hold up an incident.
      actor, person: None on a wall that nobody signed in to: it shows, and changes nothing.
      cameras: those that the person may know of, and no others.
      views: which views of pictures hold marks; outlives the session.
    """

    clerk: Clerk
    clock: Clock
    news: News
    station: StationName
    desks: SituationDesks
    cameras: Mapping[CameraNumber, Camera]
    owners: Mapping[OwnerName, Owner]
    calibrations: Calibrations
    views: PictureViews
    layer_files: LayerFiles | None = None
    paper_files: PaperFiles | None = None
    actor: Actor | None = None
    person: Person | None = None

    def may(self, verb: Verb) -> bool:
        """Whether the person's roles, as they were at the sign-in, allow it; the services decide."""
        return self.person is not None and may(self.person.roles, verb)
