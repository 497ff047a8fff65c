"""What an owner agreed to: who may know, ask, decide; for how long; and under which circumstances without asking."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from wallapp.base.ids import CameraNumber, Digest, OwnerName
from wallapp.domain.camera import Sensitivity
from wallapp.domain.mask import Mask
from wallapp.domain.people import Role

LONGEST_GRANT_S: Final = 8 * 3600
"""No policy may allow more: a shift's length."""
LONGEST_REQUEST_S: Final = 24 * 3600
"""No request may wait longer for its votes."""
SHORTEST_REASON: Final = 10
LONGEST_REASON: Final = 2000
"""Characters of a typed reason."""
DEGREE_E7: Final = 10_000_000
"""Documents hold whole numbers: a degree in ten-millionths."""


class Purpose(StrEnum):
    """The closed list of what access may be asked for."""

    LIFE_AT_RISK = "life_at_risk"
    INTRUSION = "intrusion"
    FIRE = "fire"
    CROWD = "crowd"
    TRAFFIC_ACCIDENT = "traffic_accident"
    MISSING_PERSON = "missing_person"
    PUBLIC_ORDER = "public_order"
    TECHNICAL = "technical"
    EXERCISE = "exercise"


class FactKind(StrEnum):
    """What a pre-approved circumstance can rest on; none can be set by who asks."""

    INTRUSION_CONFIRMED = "intrusion_confirmed"
    FIRE_CONFIRMED = "fire_confirmed"
    PERSON_AT_RISK_CONFIRMED = "person_at_risk_confirmed"
    CRISIS_LEVEL = "crisis_level"


@dataclass(frozen=True, slots=True)
class LegRule:
    """One group whose consent is needed.

    Attributes:
      name: unique in its policy, such as "supervisor" or "owner".
      roles: any of these makes a person eligible.
      of_owner: only people of the owner's own organisation count.
      needed: how many distinct people must approve, at least 1.
    """

    name: str
    roles: frozenset[Role]
    of_owner: bool
    needed: int


@dataclass(frozen=True, slots=True)
class Circumstance:
    """A rule that approves by itself, on facts that somebody other than the asking person confirmed.

    Attributes:
      radius_m: between the fact's place and the camera.
      fresh_s: how old the fact may be.
      per_day: how often in 24 hours, for the whole owner.
    """

    name: str
    fact: FactKind
    radius_m: int
    fresh_s: int
    longest_s: int
    per_day: int


@dataclass(frozen=True, slots=True)
class CameraTerms:
    """What the owner agreed to for one camera.

    Attributes:
      sensitivity: decides what is shown without a grant, whatever the register says.
      masks: never shown, grant or not.
      scenes: digests of the certified empty scenes, one for each size the camera sends; with one, silhouettes are
        shown in place of the mosaic.
      break_glass: whether it may be opened that way.
      lat_e7, lon_e7: where it stands, WGS 84 in ten-millionths of a degree; None where the owner did not say: then no
        circumstance opens it, since nearness is measured from here and from no register.
    """

    number: CameraNumber
    sensitivity: Sensitivity
    masks: tuple[Mask, ...] = ()
    scenes: tuple[Digest, ...] = ()
    break_glass: bool = True
    lat_e7: int | None = None
    lon_e7: int | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """One version of one owner's policy. Immutable; a change is a new version.

    Attributes:
      purposes: that may be asked for; a request for another is refused.
      longest_s: of a grant.
      request_s: after which an undecided request expires.
      denials_needed: how many denials end a request.
      knowing: roles that may know of these cameras, beside the owner's own people.
      asking: roles that may ask for them.
      break_glass_s: longest opening without asking; 0 where it is not allowed at all.
    """

    owner: OwnerName
    version: int
    purposes: frozenset[Purpose]
    longest_s: int
    request_s: int
    legs: tuple[LegRule, ...]
    cameras: tuple[CameraTerms, ...]
    denials_needed: int = 1
    knowing: frozenset[Role] = frozenset({Role.OPERATOR, Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR})
    asking: frozenset[Role] = frozenset({Role.OPERATOR, Role.SUPERVISOR})
    break_glass_s: int = 0
    circumstances: tuple[Circumstance, ...] = ()

    def terms(self, camera: CameraNumber) -> CameraTerms | None:
        """Of this camera; None where the policy does not hold for it."""
        return next((terms for terms in self.cameras if terms.number == camera), None)

    def leg(self, name: str) -> LegRule | None:
        """The leg of that name."""
        return next((leg for leg in self.legs if leg.name == name), None)

    def faults(self) -> list[str]:
        """Why it may not take force, a line each; empty where it may. Errors fall to the safe side."""
        legs = [leg.name for leg in self.legs]
        numbers = [terms.number for terms in self.cameras]
        checks = (
            (not self.owner, "it names no owner"),
            (self.version < 1, "its version must be at least 1"),
            (not self.purposes, "it allows no purpose"),
            (not self.legs, "nobody's consent is needed: it must name at least one leg"),
            (len(set(legs)) != len(legs) or "" in legs, "two legs have one name"),
            (any(leg.needed < 1 or not leg.roles for leg in self.legs), "a leg needs at least one person of one role"),
            (not 0 < self.longest_s <= LONGEST_GRANT_S, f"a grant must last 1 to {LONGEST_GRANT_S} s"),
            (not 0 < self.request_s <= LONGEST_REQUEST_S, f"a request must wait 1 to {LONGEST_REQUEST_S} s"),
            (not 0 <= self.break_glass_s <= self.longest_s, "break-glass must not last longer than a grant"),
            (self.denials_needed < 1, "at least one denial must end a request"),
            (len(set(numbers)) != len(numbers), "a camera is named twice"),
            (not all(_has_sound_place(terms) for terms in self.cameras), "a camera's place is not on the globe"),
            (
                any(not 0 < one.longest_s <= self.longest_s for one in self.circumstances),
                "a circumstance lasts too long",
            ),
            (
                any(one.radius_m < 1 or one.per_day < 1 or one.fresh_s < 1 for one in self.circumstances),
                "a circumstance needs a radius, an age and a number a day over 0",
            ),
        )
        return [text for wrong, text in checks if wrong]


def _has_sound_place(terms: CameraTerms) -> bool:
    if terms.lat_e7 is None or terms.lon_e7 is None:
        return terms.lat_e7 is None and terms.lon_e7 is None
    return abs(terms.lat_e7) <= 90 * DEGREE_E7 and abs(terms.lon_e7) <= 180 * DEGREE_E7
