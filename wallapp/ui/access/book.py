"""What the store says about one person's access, kept current for everything in the window that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from wallapp.base.errors import Unavailable, WallError
from wallapp.base.ids import CameraNumber, OwnerName
from wallapp.domain.access import RequestState
from wallapp.domain.permissions import Verb, may
from wallapp.domain.policy import Policy
from wallapp.domain.visibility import may_ask
from wallapp.services.access_case import Case
from wallapp.services.access_views import GrantView, MineView
from wallapp.ui.access.asking import ask
from wallapp.ui.access.rooms import AccessRooms

POLL_MS: Final = 10_000
"""So often the store is asked though nothing woke the window: a wake-up can be lost."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One answer of the store.

    Attributes:
      mine: own requests with their grants, newest first.
      to_decide: of others, on which this person can vote now.
      looking: who is looking, where this person oversees it; else empty.
      policies: in force, by owner.
    """

    mine: tuple[MineView, ...] = ()
    to_decide: tuple[Case, ...] = ()
    looking: tuple[GrantView, ...] = ()
    policies: Mapping[OwnerName, Policy] = field(default_factory=dict)


class AccessBook(QObject):
    """Asks the store at each piece of news and every 10 s. GUI thread.

    Signals:
      changed: another reading, or the store is lost or back.
    """

    changed = Signal()

    def __init__(self, rooms: AccessRooms, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rooms = rooms
        self._reading = Reading()
        self._read_mono_s = rooms.clock.mono_s()
        self._askable: frozenset[CameraNumber] = frozenset()
        self._pending: dict[CameraNumber, MineView] = {}
        self._grants: dict[CameraNumber, GrantView] = {}
        self._is_asking = False
        self._asks_again = False
        self.is_read = False
        self.is_reachable = True
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self.refresh)
        rooms.news.changed.connect(self.refresh)
        rooms.news.reachable.connect(self._reach)

    def start(self) -> None:
        """Read now and from now on."""
        self._timer.start()
        self.refresh()

    def stop(self) -> None:
        """Ask no more; the last reading stays."""
        self._timer.stop()
        self._rooms.news.changed.disconnect(self.refresh)
        self._rooms.news.reachable.disconnect(self._reach)

    def refresh(self) -> None:
        """Ask the store; while it is being asked, once more afterwards."""
        if self._is_asking:
            self._asks_again = True
            return
        self._is_asking = True
        ask(self._rooms.clerk, self, self._read, then=self._take, failed=self._miss)

    # What is known

    @property
    def reading(self) -> Reading:
        """The newest."""
        return self._reading

    def left_s(self, told_s: int) -> float:
        """A countdown of the reading as it stands at this moment."""
        return told_s - (self._rooms.clock.mono_s() - self._read_mono_s)

    def policy_of(self, number: CameraNumber) -> Policy | None:
        """The policy in force that names the camera; None where none does."""
        camera = self._rooms.cameras.get(number)
        policy = self._reading.policies.get(camera.owner) if camera else None
        return policy if policy is not None and policy.terms(number) else None

    def may_ask(self, number: CameraNumber) -> bool:
        """Whether this person may ask for the camera."""
        return number in self._askable

    def pending_on(self, number: CameraNumber) -> MineView | None:
        """The newest undecided request of this person's for the camera."""
        view = self._pending.get(number)
        return view if view is not None and self.left_s(view.left_s) > 0 else None

    def grant_on(self, number: CameraNumber) -> GrantView | None:
        """The grant of this person's on the camera here that ends last, ended ones too."""
        return self._grants.get(number)

    # Inside

    def _read(self) -> Reading:
        """In the clerk's thread."""
        rooms = self._rooms
        roles = rooms.person.roles
        decides = may(roles, Verb.DECIDE_REQUESTS) or may(roles, Verb.DECIDE_FOR_OWNER)
        oversees = may(roles, Verb.SEE_WHO_LOOKS) or may(roles, Verb.REVOKE_OWN_CAMERAS)
        return Reading(
            mine=tuple(rooms.views.mine(rooms.actor)),
            to_decide=tuple(rooms.views.to_decide(rooms.actor)) if decides else (),
            looking=tuple(rooms.views.looking_now(rooms.actor)) if oversees else (),
            policies={one.policy.owner: one.policy for one in rooms.policies.policies() if one.in_force},
        )

    def _take(self, reading: Reading) -> None:
        self._is_asking = False
        self._reading, self._read_mono_s = reading, self._rooms.clock.mono_s()
        self.is_reachable = self.is_read = True
        self._index()
        self.changed.emit()
        self._go_on()

    def _index(self) -> None:
        """By camera, once a reading: the wall asks for every tile ten times a second."""
        person, station = self._rooms.person, self._rooms.station
        allowed = may(person.roles, Verb.REQUEST_ACCESS)
        self._askable = frozenset(
            number
            for number, camera in self._rooms.cameras.items()
            if allowed and may_ask(person, camera, self.policy_of(number))
        )
        self._pending, self._grants = {}, {}
        for view in self._reading.mine:
            if view.request.state is RequestState.PENDING:
                self._pending = {**dict.fromkeys(view.request.terms.cameras, view), **self._pending}
            if view.grant is not None and view.grant.grant.station == station:
                for number in view.grant.grant.cameras:
                    before = self._grants.get(number)
                    if before is None or before.grant.not_after < view.grant.grant.not_after:
                        self._grants[number] = view.grant

    def _miss(self, error: WallError) -> None:
        self._is_asking = False
        self.is_reachable = not isinstance(error, Unavailable)
        self.changed.emit()
        self._go_on()

    def _go_on(self) -> None:
        if self._asks_again:
            self._asks_again = False
            self.refresh()

    def _reach(self, reachable: bool) -> None:
        if reachable:
            self.refresh()
        elif self.is_reachable:
            self.is_reachable = False
            self.changed.emit()
