"""How much of a feed may be seen now: the owner's terms, and a lease whose warrant the decoder found good.

Nothing here asks the console what it thinks. What cannot be read or checked counts as closed, or as not there.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Final

from wallapp.base.clock import Clock
from wallapp.base.errors import RuleBroken, WallError
from wallapp.base.ids import Digest, StationName
from wallapp.domain.camera import Sensitivity
from wallapp.domain.lease import LEASE_S, Lease
from wallapp.domain.mask import Mask
from wallapp.domain.trust_pin import read_pin
from wallapp.domain.view import Level, static_level
from wallapp.domain.warrant import CLOCK_SKEW, Authority, Opening, TrustDocuments, TrustPin, read_authority
from wallapp.frames.control import Believed, FeedOrder

_log = logging.getLogger("wallapp.decoder.sight")
NOWHERE: Final = StationName("")
_GRACE_S: Final = 1.0
"""On top of LEASE_S: the time an order may be on its way."""


class Beliefs:
    """Whom this decoder believes: what its own pin file says, and the documents that descend from it.

    A station without a pin has no owners' policies: there the register's sensitivity alone decides and no
    lease opens anything. Main thread; `authority` and `station` may be read from any.
    """

    def __init__(self, pin_path: Path | None, station: StationName = NOWHERE) -> None:
        self.station = station
        self._pin: TrustPin | None = None
        self.authority: Authority | None = None
        self.is_pinned = pin_path is not None and pin_path.exists()
        if pin_path is not None and self.is_pinned:
            try:
                self._pin = read_pin(pin_path.read_text(encoding="utf-8"))
            except (OSError, WallError) as error:
                _log.warning("the pinned trust cannot be read: %s", error)

    def read(self, documents: TrustDocuments) -> Believed:
        """Believe these from now on, or nothing."""
        try:
            if self._pin is None:
                raise RuleBroken("this station was not told which trust list to believe")
            self.authority = read_authority(self._pin, documents)
        except WallError as error:
            self.authority = None
            _log.warning("the trust documents are not believed: %s", error)
            return Believed(0, str(error))
        return Believed(self.authority.version)


class Sight:
    """One feed's rights at the moment it was made. Immutable but for time; any thread."""

    def __init__(self, order: FeedOrder, beliefs: Beliefs, clock: Clock) -> None:
        self._clock = clock
        self._opening: Opening | None = None
        self.refused = ""
        self.lease = order.lease
        self.masks: tuple[Mask, ...] = ()
        self.scenes: tuple[Digest, ...] = ()
        self.floor = static_level(order.sensitivity)
        """What is seen without a lease."""
        if beliefs.is_pinned and beliefs.authority is None and order.sensitivity is not Sensitivity.PUBLIC:
            self.floor = Level.CLOSED  # the owner's terms are not known: nothing of a private camera is shown
        authority = beliefs.authority
        terms = authority.terms(order.camera) if authority else None
        if authority is not None and terms is not None:
            self.floor = static_level(terms.sensitivity)
            self.masks, self.scenes = terms.masks, terms.scenes
            if self.floor is Level.MOSAIC and terms.scenes:
                self.floor = Level.SILHOUETTE
        if order.lease is not None:
            try:
                self._opening = _checked(order, order.lease, beliefs)
            except WallError as error:
                self.refused = str(error)
        self._ends_boot_s = min(order.lease.ends_boot_s, clock.boot_s() + LEASE_S + _GRACE_S) if order.lease else 0.0

    def level(self) -> Level:
        """What may be seen at this moment. The lease ends by the clock that goes on during sleep."""
        opening = self._opening
        if opening is None or self._clock.boot_s() >= self._ends_boot_s:
            return self.floor
        in_time = opening.not_before - CLOCK_SKEW <= self._clock.now_at() < opening.not_after
        return Level.CLEAR if in_time else self.floor


def _checked(order: FeedOrder, lease: Lease, beliefs: Beliefs) -> Opening:
    """The opening that the lease's warrant proves.

    Raises:
      RuleBroken: it proves none for this camera, at this station, for this person.
      BadInput: a document cannot be read.
    """
    if beliefs.authority is None:
        raise RuleBroken("this decoder believes no trust list")
    opening = beliefs.authority.opening(lease.warrant)
    if order.camera not in opening.cameras or lease.camera != order.camera:
        raise RuleBroken("the warrant is for another camera")
    if opening.station != beliefs.station or opening.person != lease.account or lease.level is not Level.CLEAR:
        raise RuleBroken("the warrant is for another station or another person")
    return opening
