"""A request for access that somebody else began to fill in: an incident, a spotlight."""

from __future__ import annotations

from dataclasses import dataclass

from wallapp.base.ids import CameraNumber
from wallapp.domain.policy import Purpose


@dataclass(frozen=True, slots=True)
class AskDraft:
    """What stands in the form when it opens; the person who asks answers for it and may change everything.

    Attributes:
      purpose: None where it is theirs to choose.
    """

    cameras: tuple[CameraNumber, ...]
    purpose: Purpose | None = None
    reason: str = ""
