"""A line that tells the operator what came of an action."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Weight(Enum):
    """How a notice is dressed."""

    DONE = "done"
    """It worked: quiet."""
    PROGRESS = "progress"
    """How far something in the background is: it takes the place of the line before it, and hides no trouble."""
    TROUBLE = "trouble"
    """It did not: with a mark, and it stays longer."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One line, already in the reader's language."""

    text: str
    weight: Weight = Weight.DONE

    @property
    def is_trouble(self) -> bool:
        """Whether it did not work."""
        return self.weight is Weight.TROUBLE
