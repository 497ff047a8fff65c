"""The right to show one camera clear, in small pieces of time: it ends by itself where nobody renews it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from wallapp.base.ids import AccountId, CameraNumber, GrantId, StationName
from wallapp.domain.view import Level
from wallapp.domain.warrant import Warrant

LEASE_S: Final = 30.0
"""How long a lease lives; a store that does not answer closes the picture after this at the latest."""
RENEW_S: Final = 10.0
"""How often it is renewed: two renewals may be lost."""


@dataclass(frozen=True, slots=True)
class Lease:
    """What the console gives a decoder, which checks the warrant itself and stops by itself.

    Attributes:
      operator: as the watermark shows it.
      ends_boot_s: of base.clock's boot clock; the earlier of the grant's end and LEASE_S from the renewal.
    """

    grant: GrantId
    camera: CameraNumber
    level: Level
    account: AccountId
    operator: str
    station: StationName
    ends_boot_s: float
    warrant: Warrant
