"""The truth about a feed: one pure function from what is known to what a tile must say (DESIGN 5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wallapp.domain.view import Level


class Phase(StrEnum):
    """What the house is doing about a feed."""

    CLOSED = "closed"
    CONNECTING = "connecting"
    PLAYING = "playing"
    WAITING = "waiting"
    """Failed; the next try has a time."""
    REFUSED = "refused"
    """The camera refused the credentials; not tried again until somebody asks."""
    QUARANTINED = "quarantined"
    """It killed its decoder twice in five minutes; not tried again until somebody releases it."""


class Cause(StrEnum):
    """Why a feed is not live. The words for each are the ui's, in the reader's language."""

    UNREACHABLE = "unreachable"
    """The address does not answer or has no route."""
    CONNECTION_REFUSED = "connection_refused"
    NO_ANSWER = "no_answer"
    """Connected, but the opening never completed in its time."""
    UNAUTHORISED = "unauthorised"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not_found"
    """The camera has no such stream, or the file does not exist."""
    TLS = "tls"
    """The certificate could not be verified."""
    SILENT = "silent"
    """Connected, and no picture for longer than allowed."""
    CLOSED_BY_CAMERA = "closed_by_camera"
    """The stream ended or the connection was cut."""
    UNREADABLE = "unreadable"
    """What came is no video that can be decoded."""
    FORMAT_NOT_ALLOWED = "format_not_allowed"
    """A container, codec or protocol outside the white list."""
    ADDRESS_NOT_ALLOWED = "address_not_allowed"
    TOO_LARGE = "too_large"
    """More pixels than allowed."""
    TOO_MUCH_DATA = "too_much_data"
    """A bit rate over its bound."""
    BAD_CLOCK = "bad_clock"
    """Timestamps run away from real time."""
    NO_CREDENTIAL = "no_credential"
    """The vault has no such entry or is locked."""
    OWNER_LIMIT = "owner_limit"
    """As many connections to this owner are open as were agreed."""
    DECODER_DIED = "decoder_died"
    DECODER_HUNG = "decoder_hung"
    DECODER_GREW = "decoder_grew"
    """The decoder passed its memory bound and was replaced."""
    UNCLEAR = "unclear"
    """Something else; the log has the library's words."""


class TruthState(StrEnum):
    """What a tile says. The names are those of `--stats`."""

    LIVE = "live"
    LATE = "late"
    STALE = "stale"
    LOST = "lost"
    FROZEN = "frozen"
    CONNECTING = "connecting"
    CLOSED = "closed"
    QUARANTINED = "quarantined"
    REFUSED = "refused"


FROZEN_AFTER_S = 10.0
LIVE_FLOOR_S = 1.0
LATE_FLOOR_S = 3.0
LOST_FLOOR_S = 10.0


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of a feed at one moment.

    Attributes:
      phase: what the house is doing.
      level: of the view; CLOSED shows words only.
      decoded_mono_s: when the last frame was decoded; None before the first.
      changed_mono_s: when the picture last differed from the one before; None before the first.
      interval_s: expected time between frames; 0 where not known yet.
      cause: of the last failure; None where there was none.
      retry_mono_s: when the next try begins; None where none is planned.
    """

    phase: Phase
    level: Level
    decoded_mono_s: float | None = None
    changed_mono_s: float | None = None
    interval_s: float = 0.0
    cause: Cause | None = None
    retry_mono_s: float | None = None


@dataclass(frozen=True, slots=True)
class Truth:
    """What to draw.

    Attributes:
      age_s: of the last decoded frame; None where there is none.
      retry_in_s: until the next try; None where none is planned.
    """

    state: TruthState
    age_s: float | None
    cause: Cause | None
    retry_in_s: float | None

    @property
    def shows_picture(self) -> bool:
        """Whether any picture may stand on the tile; LOST and the states of words may not."""
        return self.state in (TruthState.LIVE, TruthState.LATE, TruthState.STALE, TruthState.FROZEN)


def assess(reading: Reading, now_mono_s: float) -> Truth:
    """The truth state (DESIGN 5). Pure; every boundary is inclusive on the better side.

    A feed that failed keeps its last picture only while the picture's age allows: LATE, then STALE, then LOST.
    """
    cause = reading.cause
    retry_in_s = None if reading.retry_mono_s is None else max(0.0, reading.retry_mono_s - now_mono_s)
    if reading.level is Level.CLOSED or reading.phase is Phase.CLOSED:
        return Truth(TruthState.CLOSED, None, None, None)
    age_s = None if reading.decoded_mono_s is None else max(0.0, now_mono_s - reading.decoded_mono_s)
    if reading.phase is Phase.QUARANTINED:
        return Truth(TruthState.QUARANTINED, age_s, cause, None)
    if reading.phase is Phase.REFUSED:
        return Truth(TruthState.REFUSED, age_s, cause, None)
    if age_s is None:
        state = TruthState.LOST if reading.phase is Phase.WAITING or cause is not None else TruthState.CONNECTING
        return Truth(state, None, cause, retry_in_s)
    if age_s > max(6 * reading.interval_s, LOST_FLOOR_S):
        return Truth(TruthState.LOST, age_s, cause, retry_in_s)
    if age_s > max(4 * reading.interval_s, LATE_FLOOR_S):
        return Truth(TruthState.STALE, age_s, cause, retry_in_s)
    if age_s > max(2 * reading.interval_s, LIVE_FLOOR_S):
        return Truth(TruthState.LATE, age_s, cause, retry_in_s)
    if reading.changed_mono_s is not None and now_mono_s - reading.changed_mono_s >= FROZEN_AFTER_S:
        return Truth(TruthState.FROZEN, now_mono_s - reading.changed_mono_s, None, None)
    return Truth(TruthState.LIVE, age_s, None, None)
