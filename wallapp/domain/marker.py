"""Markers: where something is, and what became of it. Two things that are kept apart.

The lifecycle is chosen by people and stored. The anchor's state is what a workstation works out from the picture
that it shows now; it is never stored. An alarm never goes away by itself: expiry dims, people resolve.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from wallapp.base.errors import BadInput, RuleBroken
from wallapp.base.ids import NO_EXERCISE, AccountId, CameraNumber, ExerciseId, IncidentId, MarkerId
from wallapp.domain.audience import EVERYBODY, Audience
from wallapp.domain.place import Place


class MarkerState(StrEnum):
    """The stored lifecycle."""

    PLACED = "placed"
    CONFIRMED = "confirmed"
    RESOLVED = "resolved"
    ARCHIVED = "archived"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class AnchorState(StrEnum):
    """How well a marker sits in a picture now; derived on each workstation."""

    VALID = "valid"
    VIEW_CHANGED = "view_changed"
    OUT_OF_FRAME = "out_of_frame"
    UNCALIBRATED = "uncalibrated"
    FEED_DOWN = "feed_down"
    STALE_FRAME = "stale_frame"

    @property
    def is_drawn_in_place(self) -> bool:
        """Only then at its spot; else hollow at the tile's border, never at the old pixel."""
        return self is AnchorState.VALID


class MarkerColour(StrEnum):
    """The colours of ISO 22324, by name; each is drawn with a shape and a word."""

    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    YELLOW_GREEN = "yellow-green"
    GREEN = "green"
    BLUE = "blue"
    PURPLE = "purple"
    GREY = "grey"
    BLACK = "black"


class How(StrEnum):
    """How the place came to be known: the codes of CoT's `how`."""

    ESTIMATED = "h-e"
    CALCULATED = "h-c"
    TRANSCRIBED = "h-t"
    PASTED = "h-p"
    GPS_TYPED = "h-g"
    CONFIGURED = "m-c"
    IMAGERY = "m-i"
    MACHINE_GPS = "m-g"
    PASSED_ON = "m-p"
    SIMULATED = "m-s"


@dataclass(frozen=True, slots=True)
class ViewSignature:
    """Which view an image anchor belongs to.

    Attributes:
      aspect: the frame's width by its height.
      preset: of a PTZ, where it reports one; likewise pan, tilt and zoom.
      thumbnail: 160 px wide, grey, PNG; empty for a camera that was not clear: its signature stays in the decoder.
    """

    aspect: float
    taken_at: datetime
    preset: str = ""
    pan_deg: float | None = None
    tilt_deg: float | None = None
    zoom: float | None = None
    thumbnail: bytes = b""


@dataclass(frozen=True, slots=True)
class ImageAnchor:
    """A spot in one view of one camera: u and v are 0 to 1 of the upright frame, whatever stream or crop shows it."""

    camera: CameraNumber
    u: float
    v: float
    signature: ViewSignature | None = None

    def __post_init__(self) -> None:
        if not (0.0 <= self.u <= 1.0 and 0.0 <= self.v <= 1.0):
            raise ValueError("an image anchor lies outside the picture")


@dataclass(frozen=True, slots=True)
class GeoAnchor:
    """A place. Errors are metres at 95 %, None where unknown; hae is height above the ellipsoid."""

    place: Place
    hae_m: float | None = None
    ce_m: float | None = None
    le_m: float | None = None


@dataclass(frozen=True, slots=True)
class CameraAnchor:
    """A camera as a whole; never wrong when it turns."""

    camera: CameraNumber


Anchor = ImageAnchor | GeoAnchor | CameraAnchor


@dataclass(frozen=True, slots=True)
class Marker:
    """One marker.

    Attributes:
      incident: None for one that was detached, or never belonged to any.
      kind: the pictogram's key.
      anchor: where it was put.
      place: where that is on the ground, if anybody or the calibration knows; of a GeoAnchor its own place.
      earlier_anchors: where it was before it was put anew, newest last.
      confidence: 0 to 1.
      is_alarm: it asks for somebody; never expires, never hides.
      auto_expire: it may end by itself once stale.
      stale_at: from then on dimmed; None is never.
      sidc: a military symbol's code, passed through.
    """

    id: MarkerId
    kind: str
    anchor: Anchor
    created_by: AccountId
    created_at: datetime
    updated_by: AccountId
    updated_at: datetime
    incident: IncidentId | None = None
    label: str = ""
    remarks: str = ""
    colour: MarkerColour = MarkerColour.YELLOW
    place: Place | None = None
    earlier_anchors: tuple[Anchor, ...] = ()
    how: How = How.ESTIMATED
    confidence: float = 1.0
    state: MarkerState = MarkerState.PLACED
    state_reason: str = ""
    audience: Audience = EVERYBODY
    is_alarm: bool = False
    auto_expire: bool = False
    stale_at: datetime | None = None
    sidc: str = ""
    exercise: ExerciseId = NO_EXERCISE
    rev: int = 1

    def __post_init__(self) -> None:
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError("a marker's confidence lies from 0 to 1")
        if self.is_alarm and self.auto_expire:
            raise ValueError("an alarm cannot expire by itself")
        if self.auto_expire and self.stale_at is None:
            raise ValueError("a marker that expires needs the time at which it does")

    @property
    def ground(self) -> Place | None:
        """Where it is on the ground; None where nobody knows."""
        return self.anchor.place if isinstance(self.anchor, GeoAnchor) else self.place

    @property
    def camera(self) -> CameraNumber | None:
        """The camera that it hangs on; None for a place. Who may not know of the camera must not meet the marker."""
        return None if isinstance(self.anchor, GeoAnchor) else self.anchor.camera


TRANSITIONS: Final = MappingProxyType(
    {
        MarkerState.PLACED: frozenset({MarkerState.CONFIRMED, MarkerState.WITHDRAWN}),
        MarkerState.CONFIRMED: frozenset({MarkerState.RESOLVED, MarkerState.WITHDRAWN}),
        MarkerState.RESOLVED: frozenset({MarkerState.ARCHIVED, MarkerState.CONFIRMED}),
        MarkerState.EXPIRED: frozenset[MarkerState](),
        MarkerState.ARCHIVED: frozenset[MarkerState](),
        MarkerState.WITHDRAWN: frozenset[MarkerState](),
    }
)
"""What people may do. Expiring is no choice of theirs: see `expire`; back from it leads `refresh`."""

_OPEN: Final = frozenset({MarkerState.PLACED, MarkerState.CONFIRMED})
_HIDDEN: Final = frozenset({MarkerState.ARCHIVED, MarkerState.WITHDRAWN, MarkerState.EXPIRED})


def is_open(marker: Marker) -> bool:
    """Whether its incident cannot be resolved yet."""
    return marker.state in _OPEN


def open_markers(markers: tuple[Marker, ...], incident: IncidentId) -> int:
    """How many keep this incident from being resolved."""
    return sum(marker.incident == incident and is_open(marker) for marker in markers)


def change(marker: Marker, to: MarkerState, *, by: AccountId, at: datetime, reason: str = "") -> Marker:
    """The marker one step on, by a person.

    Raises:
      RuleBroken: no such step leads from its state.
      BadInput: a withdrawal needs its reason.
    """
    if to not in TRANSITIONS[marker.state]:
        raise RuleBroken(f"a marker that is {marker.state} cannot become {to}")
    if to is MarkerState.WITHDRAWN and not reason.strip():
        raise BadInput("say why the marker is withdrawn")
    return _touched(replace(marker, state=to, state_reason=reason.strip()), by, at)


def is_stale(marker: Marker, now_at: datetime) -> bool:
    """Whether its time is over: drawn dimmed, for an alarm too, and nothing else."""
    return marker.stale_at is not None and now_at >= marker.stale_at


def is_shown(marker: Marker) -> bool:
    """Whether it is drawn at all. Of an alarm only what a person chose takes it away, never time."""
    return marker.state not in _HIDDEN


def expire(marker: Marker, now_at: datetime) -> Marker:
    """The marker after a look at the clock: expired if it was made for that, else the very same.

    Only a placed one expires: what somebody confirmed ends by somebody's hand.
    """
    if marker.auto_expire and not marker.is_alarm and marker.state is MarkerState.PLACED and is_stale(marker, now_at):
        return replace(marker, state=MarkerState.EXPIRED, updated_at=now_at, rev=marker.rev + 1)
    return marker


def refresh(marker: Marker, stale_at: datetime | None, *, by: AccountId, at: datetime) -> Marker:
    """Fresh until another time; an expired one is placed again.

    Raises:
      RuleBroken: it is resolved, archived or withdrawn.
      BadInput: the time is not ahead.
    """
    if not is_open(marker) and marker.state is not MarkerState.EXPIRED:
        raise RuleBroken(f"a marker that is {marker.state} is not refreshed")
    if stale_at is None and marker.auto_expire:
        raise BadInput("a marker that expires needs the time at which it does")
    if stale_at is not None and stale_at <= at:
        raise BadInput("the time at which a marker grows stale must be ahead")
    state = MarkerState.PLACED if marker.state is MarkerState.EXPIRED else marker.state
    return _touched(replace(marker, state=state, stale_at=stale_at), by, at)


def put(marker: Marker, anchor: Anchor, *, place: Place | None = None, by: AccountId, at: datetime) -> Marker:
    """Put anew, with a new signature; the old anchor is kept in its history.

    The same spot of the same camera, only now with the signature of its view, is the same anchor.

    Raises:
      RuleBroken: it is no longer open.
    """
    if not is_open(marker):
        raise RuleBroken(f"a marker that is {marker.state} is not moved")
    earlier = (
        marker.earlier_anchors if _is_only_signed(marker.anchor, anchor) else (*marker.earlier_anchors, marker.anchor)
    )
    return _touched(replace(marker, anchor=anchor, place=place, earlier_anchors=earlier), by, at)


def _is_only_signed(before: Anchor, after: Anchor) -> bool:
    if not (isinstance(before, ImageAnchor) and isinstance(after, ImageAnchor)):
        return False
    is_signed = before.signature is not None and bool(before.signature.thumbnail)
    return not is_signed and (before.camera, before.u, before.v) == (after.camera, after.u, after.v)


def detach(marker: Marker, *, by: AccountId, at: datetime) -> Marker:
    """Without its incident, which it then no longer keeps from being resolved."""
    return _touched(replace(marker, incident=None), by, at)


def storable(anchor: Anchor, *, is_clear: bool) -> Anchor:
    """The anchor as it may be stored: nothing of the picture of a camera that is not clear."""
    if is_clear or not isinstance(anchor, ImageAnchor) or anchor.signature is None:
        return anchor
    return replace(anchor, signature=replace(anchor.signature, thumbnail=b""))


def _touched(marker: Marker, by: AccountId, at: datetime) -> Marker:
    return replace(marker, updated_by=by, updated_at=at, rev=marker.rev + 1)
