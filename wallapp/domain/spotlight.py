"""Which cameras to bring up around a place, best first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from wallapp.domain.camera import Camera, CameraKind
from wallapp.domain.place import Place, TangentPlane
from wallapp.domain.sight import Gaze, Side, camera_place, range_of, sight

RADIUS_M: Final = 150.0
"""A camera that does not look at the place counts as near it up to here."""

Barrier = tuple[Place, Place]
"""A wall on the map that nobody sees through, from one place to another."""


class Reason(IntEnum):
    """Why a camera stands where it does in the ranking."""

    LOOKS = 1
    """The place is in its field of view and range, with no barrier between."""
    CAN_TURN = 2
    """It turns, and the place is in its range."""
    FAR = 3
    """It looks that way from near, but not so far that a person can be made out."""
    NEAR = 4
    """It is near, but looks elsewhere or into a wall."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A camera that the person may know of: who may not is left out by the caller, not ranked last.

    Attributes:
      online: its picture is live now or can be.
      permitted: the person may see it clear now; else it is shown as a locked tile with a request.
      gaze: where it looks now, if known; for a fixed camera None means as registered.
    """

    camera: Camera
    online: bool = True
    permitted: bool = True
    gaze: Gaze | None = None


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with what placed it."""

    candidate: Candidate
    reason: Reason
    distance_m: float
    bearing_deg: float


def rank(
    candidates: Sequence[Candidate],
    place: Place,
    *,
    radius_m: float = RADIUS_M,
    barriers: Sequence[Barrier] = (),
) -> tuple[Ranked, ...]:
    """The cameras worth bringing up, best first.

    Online before not; then those that look or can turn, those that look that way from too far, those that are merely
    near; among them permitted before locked; then looking before turning; then by distance, for those that look as a
    share of their range. None that
    belongs is dropped: a camera that is down or locked is listed in its turn. Left out are cameras without a position
    and those beyond both their range and the radius.
    """
    found = [ranked for candidate in candidates if (ranked := _ranked(candidate, place, radius_m, barriers))]
    return tuple(sorted(found, key=_key))


def _key(ranked: Ranked) -> tuple[bool, Reason, bool, Reason, float, int]:
    candidate = ranked.candidate
    tier = max(ranked.reason, Reason.CAN_TURN)
    away = (
        ranked.distance_m if ranked.reason is Reason.NEAR else ranked.distance_m / max(1.0, range_of(candidate.camera))
    )
    number = int(candidate.camera.number)
    return not candidate.online, tier, not candidate.permitted, ranked.reason, away, number


def _ranked(candidate: Candidate, place: Place, radius_m: float, barriers: Sequence[Barrier]) -> Ranked | None:
    sighting = sight(candidate.camera, place, gaze=candidate.gaze)
    stands = camera_place(candidate.camera)
    if sighting is None or stands is None:
        return None
    hidden = any(_crosses(stands, place, barrier) for barrier in barriers)
    turns = candidate.camera.kind is CameraKind.PTZ and sighting.distance_m <= range_of(candidate.camera)
    if sighting.seen and not hidden:
        reason = Reason.LOOKS
    elif turns and not hidden:
        reason = Reason.CAN_TURN
    elif sighting.distance_m <= radius_m:
        reason = Reason.FAR if sighting.side is Side.IN_PICTURE and not hidden else Reason.NEAR
    else:
        return None
    return Ranked(candidate, reason, sighting.distance_m, sighting.bearing_deg)


def _crosses(stands: Place, place: Place, barrier: Barrier) -> bool:
    """Whether the line of sight and a barrier cross; one that only touches an end does not hide."""
    plane = TangentPlane(place)
    eye, goal = plane.to_metres(stands), plane.to_metres(place)
    start, end = plane.to_metres(barrier[0]), plane.to_metres(barrier[1])

    def turn(one: tuple[float, float], two: tuple[float, float], three: tuple[float, float]) -> float:
        return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])

    parted = turn(start, end, eye) * turn(start, end, goal) < 0
    return parted and turn(eye, goal, start) * turn(eye, goal, end) < 0
