"""What can happen in the city, switched on for one camera at a time."""

from __future__ import annotations

from enum import StrEnum


class Event(StrEnum):
    """Each is a clip of its own, made on demand, that a person sees at a glance."""

    SMOKE = "smoke"
    """A column of smoke grows from the ground in the middle distance."""
    FALL = "fall"
    """A walker falls and stays down."""
    CROWD = "crowd"
    """A dense crowd fills the place."""
    COLLISION = "collision"
    """Two cars run into each other and stand."""
    INTRUDER = "intruder"
    """Night, nobody but one figure in dark clothes with a torch."""
    COVERED_LENS = "covered_lens"
    """A cloth is drawn over the lens."""
    KNOCKED = "knocked"
    """The camera is knocked and looks askew from then on."""
    FROZEN = "frozen"
    """Frames come, all of them the same."""
