"""What the access desks are given: the services, who is signed in, and what tells them that something changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from wallapp.base.clock import Clock
from wallapp.base.ids import CameraNumber, OwnerName, StationName
from wallapp.domain.camera import Camera, Owner
from wallapp.domain.people import Person
from wallapp.frames.port import SceneCamera
from wallapp.services.access_desk import AccessDesk
from wallapp.services.access_views import AccessViews
from wallapp.services.actor import Actor
from wallapp.services.leases import Held
from wallapp.services.people_desk import PeopleDesk
from wallapp.services.policy_desk import PolicyDesk
from wallapp.services.scene_desk import SceneDesk
from wallapp.services.sign_in import SignIn
from wallapp.services.trust_desk import TrustDesk
from wallapp.ui.clerk import Clerk


class News(QObject):
    """What comes from outside the window; each signal arrives in the GUI thread, whoever sends it."""

    changed = Signal()
    """Something in the store may have changed: ask again what is shown."""
    reachable = Signal(bool)
    """The store is lost, or back."""


class Sights(QObject):
    """Which cameras are open clear here now, as the lease lane knows it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.held: Mapping[CameraNumber, Held] = {}
        self.refused: Mapping[CameraNumber, str] = {}
        self.is_lost = False

    def show(self, held: Mapping[CameraNumber, Held], refused: Mapping[CameraNumber, str], *, is_lost: bool) -> None:
        """Take what the lane found.

        Args:
          held: with the end of each for its countdown.
          refused: why a decoder opens nothing though a grant is in force.
          is_lost: the store did not answer: nothing is renewed, what is open closes within 30 s.
        """
        if (held, refused, is_lost) != (self.held, self.refused, self.is_lost):
            self.held, self.refused, self.is_lost = held, refused, is_lost
            self.changed.emit()


@dataclass(frozen=True, slots=True)
class AccessRooms:
    """Everything the desks need for one signed-in person; the front door builds and closes it.

    Attributes:
      person: as they were at the sign-in; rights are looked up anew by every service call.
      note_snapshot: records that a picture is kept on which these cameras are open; raises where it cannot.
      demo_code: a second-factor code of this person's that works now; None but in the demo.
      sign_out: leave; the window closes and the sign-in comes back.
      demo_password: everybody's in the demo; empty but there.
      on_locked: told True when the station locks, so that clear views are let go, and False when it is unlocked.
      scenes, lens: keep empty scenes and take them; None where there are no pictures to take them from.
      idle_lock_s: without input for so long, the station locks itself.
    """

    clerk: Clerk
    clock: Clock
    news: News
    sights: Sights
    station: StationName
    actor: Actor
    person: Person
    cameras: Mapping[CameraNumber, Camera]
    owners: Mapping[OwnerName, Owner]
    sign_in: SignIn
    people: PeopleDesk
    trust: TrustDesk
    policies: PolicyDesk
    access: AccessDesk
    views: AccessViews
    sign_out: Callable[[], None]
    note_snapshot: Callable[[Mapping[CameraNumber, Held]], None]
    demo_code: Callable[[], str] | None = None
    demo_password: str = ""
    on_locked: Callable[[bool], None] | None = None
    scenes: SceneDesk | None = None
    lens: SceneCamera | None = None
    idle_lock_s: float = 600.0
