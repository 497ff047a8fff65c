"""The lease lane's thread: asks, hands leases to the pool, and tells the window what is open."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from wallapp.base.clock import Clock
from wallapp.base.errors import WallError
from wallapp.base.ids import CameraNumber
from wallapp.domain.lease import RENEW_S, Lease
from wallapp.domain.view import Level, static_level
from wallapp.feeds.pool import Pool
from wallapp.services.actor import Actor
from wallapp.services.leases import Held, Leases, Outlook

_log = logging.getLogger("wallapp.app.lease_lane")
_TICK_S: Final = 0.25
_AGAIN_S: Final = 2.0
"""After a look that failed."""
_SETTLE_S: Final = 2.0
"""A decoder says within this that it closed what was given back."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """What the window is told.

    Attributes:
      levels: of the cameras whose owners' terms or grants say other than the register.
      held: grants in force, for the countdowns.
      refused: why a decoder opens nothing though a lease was given.
      is_lost: the store did not answer at the last look.
    """

    levels: Mapping[CameraNumber, Level] = field(default_factory=dict)
    held: Mapping[CameraNumber, Held] = field(default_factory=dict)
    refused: Mapping[CameraNumber, str] = field(default_factory=dict)
    is_lost: bool = False


class LeaseLane:
    """One thread from `start` to `close`. The setters may be called from any.

    Args:
      tell: called in the lane's thread with each new sighting.
      chore: what is done after each good look, such as recording what time has ended; may raise WallError.
    """

    def __init__(
        self,
        leases: Leases,
        pool: Pool,
        clock: Clock,
        *,
        tell: Callable[[Sighting], None],
        chore: Callable[[], object],
    ) -> None:
        self._leases = leases
        self._pool = pool
        self._clock = clock
        self._tell = tell
        self._chore = chore
        self._actor: Actor | None = None
        self._last_actor: Actor | None = None
        self._showing: frozenset[CameraNumber] = frozenset()
        self._wake = threading.Event()
        self._stopping = False
        self._given: tuple[Lease, ...] = ()
        self._outlook = Outlook()
        self._is_lost = False
        self._told: Sighting | None = None
        self._thread = threading.Thread(target=self._run, name="lease lane")

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wake(self) -> None:
        """Look now: something may have changed."""
        self._wake.set()

    def set_actor(self, actor: Actor | None) -> None:
        """Who sits here now; None where nobody does or the station is locked."""
        if actor != self._actor:
            self._actor = actor
            self.wake()

    def set_showing(self, cameras: Collection[CameraNumber]) -> None:
        """The cameras on this station's tiles: only what is looked at is leased, and its view recorded."""
        if frozenset(cameras) != self._showing:
            self._showing = frozenset(cameras)
            self.wake()

    def close(self) -> None:
        """Give every lease back, record the ends, and end the thread."""
        self._stopping = True
        self.wake()
        self._thread.join()

    def _run(self) -> None:
        next_boot_s = 0.0
        while not self._stopping:
            woken = self._wake.wait(_TICK_S)
            self._wake.clear()
            if woken or self._clock.boot_s() >= next_boot_s:
                next_boot_s = self._clock.boot_s() + (RENEW_S if self._look() else _AGAIN_S)
            self._let_lapse()
            self._record_ends()
            self._say()
        self._give((), self._outlook)
        until_boot_s = self._clock.boot_s() + _SETTLE_S
        while self._pool.board.opened and self._clock.boot_s() < until_boot_s:
            self._wake.clear()
            self._wake.wait(_TICK_S / 5)
        self._record_ends()

    def _look(self) -> bool:
        """Ask the store; False where it did not answer: what was given lapses by itself."""
        actor, showing = self._actor, self._showing
        try:
            outlook = self._leases.look(actor, showing)
            self._last_actor = actor or self._last_actor
            self._give(outlook.leases, outlook)
            self._chore()
            self._is_lost = False
        except WallError as error:
            if not self._is_lost:
                _log.warning("access could not be renewed: %s", error)
            self._is_lost = True
            if actor is None:
                self._give((), self._outlook)  # locked or signed out: that needs no store
        return not self._is_lost

    def _give(self, leases: tuple[Lease, ...], outlook: Outlook) -> None:
        self._given, self._outlook = leases, outlook
        self._pool.set_leases(leases, outlook.trust, scenes=outlook.scenes)

    def _let_lapse(self) -> None:
        """Take back what is over by this station's own clock; the decoder has closed it already."""
        boot_s = self._clock.boot_s()
        lasting = tuple(lease for lease in self._given if boot_s < lease.ends_boot_s)
        if lasting != self._given:
            self._given = lasting
            self._pool.set_leases(lasting, None)
            self.wake()  # so that the end is recorded when it comes

    def _record_ends(self) -> None:
        """A view lasts as long as a lease is given, though its camera or decoder may be away for a while: either
        may be back, and show it, before the next look."""
        if not self._leases.is_open() or self._last_actor is None:
            return
        still = set(self._pool.board.opened) | {(lease.camera, lease.grant) for lease in self._given}
        try:
            self._leases.closed(self._last_actor, still)
        except WallError as error:
            _log.warning("the end of a clear view could not be recorded yet: %s", error)

    def _say(self) -> None:
        boot_s = self._clock.boot_s()
        leased = {lease.camera for lease in self._given}
        held = {
            camera: one
            for camera, one in self._outlook.held.items()
            if boot_s < one.ends_boot_s and (camera in leased or not self._is_lost) and self._actor is not None
        }
        sighting = Sighting(
            {**self._floors(), **dict.fromkeys(held, Level.CLEAR)},
            held,
            dict(self._pool.board.refused),
            self._is_lost,
        )
        if sighting != self._told:
            self._told = sighting
            self._tell(sighting)

    def _floors(self) -> dict[CameraNumber, Level]:
        """What the owners' terms in force show without a grant; silhouettes where there is a scene to draw them on."""
        authority = self._outlook.authority
        floors = {}
        for policy in authority.policies.values() if authority else ():
            for terms in policy.cameras:
                level = static_level(terms.sensitivity)
                has_scene = terms.number in self._outlook.scenes
                floors[terms.number] = Level.SILHOUETTE if level is Level.MOSAIC and has_scene else level
        return floors
