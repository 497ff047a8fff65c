"""Who gets to see a marker or a layer: by role, and from which crisis level on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from wallapp.domain.crisis_level import CrisisLevel
from wallapp.domain.people import Role


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom something is for.

    Attributes:
      roles: empty is everybody.
      least_level: shown at this crisis level and above.
    """

    roles: frozenset[Role] = frozenset()
    least_level: CrisisLevel = CrisisLevel.ROUTINE

    def admits(self, roles: Iterable[Role], level: CrisisLevel) -> bool:
        """Whether somebody with these roles sees it at this crisis level."""
        return level.rank >= self.least_level.rank and (not self.roles or not self.roles.isdisjoint(roles))


EVERYBODY: Final = Audience()
