"""The log of the room (main courante), in the shape of ICS-214: what was seen, said, decided and done, in order.

Lines are only added. A correction and a review are lines of their own that name the line they are about.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from wallapp.base.errors import BadInput
from wallapp.base.ids import (
    NO_EXERCISE,
    NO_OWNER,
    AccountId,
    AlarmId,
    CameraNumber,
    EntryId,
    ExerciseId,
    IncidentId,
    LayerId,
    MarkerId,
    OwnerName,
    StationName,
)

LONGEST_TEXT: Final = 4000


class LogKind(StrEnum):
    """What sort of line it is."""

    OBSERVATION = "observation"
    COMMUNICATION_IN = "communication_in"
    COMMUNICATION_OUT = "communication_out"
    DECISION = "decision"
    ACTION = "action"
    SYSTEM = "system"
    ACCESS = "access"
    LEVEL = "level"
    INJECT = "inject"
    EVALUATION = "evaluation"
    CORRECTION = "correction"
    REVIEW = "review"


BY_HAND: Final = frozenset(
    {
        LogKind.OBSERVATION,
        LogKind.COMMUNICATION_IN,
        LogKind.COMMUNICATION_OUT,
        LogKind.DECISION,
        LogKind.ACTION,
    }
)
"""What a person types from the entry line; the others are written by what they are about."""


class LogEvent(StrEnum):
    """What an automatic line tells, in the past tense; the ui says it in its language with the line's facts."""

    BY_HAND = "by_hand"
    CORRECTED = "corrected"
    REVIEWED = "reviewed"
    INCIDENT_OPENED = "incident_opened"
    INCIDENT_CHANGED = "incident_changed"
    INCIDENT_MOVED_ON = "incident_moved_on"
    INCIDENT_TAKEN_OVER = "incident_taken_over"
    CAMERA_LINKED = "camera_linked"
    CAMERA_UNLINKED = "camera_unlinked"
    CAP_LINKED = "cap_linked"
    MARKER_PLACED = "marker_placed"
    MARKER_CHANGED = "marker_changed"
    MARKER_MOVED_ON = "marker_moved_on"
    MARKER_PUT = "marker_put"
    LAYER_MADE = "layer_made"
    LAYER_CHANGED = "layer_changed"
    LAYER_MOVED_ON = "layer_moved_on"
    FEATURE_DRAWN = "feature_drawn"
    FEATURE_CHANGED = "feature_changed"
    FEATURE_DELETED = "feature_deleted"
    ALARM_RAISED = "alarm_raised"
    ALARM_REPEATED = "alarm_repeated"
    ALARM_ACKNOWLEDGED = "alarm_acknowledged"
    ALARM_SHELVED = "alarm_shelved"
    ALARM_UNSHELVED = "alarm_unshelved"
    ALARM_LINKED = "alarm_linked"
    LEVEL_ASKED = "level_asked"
    LEVEL_ASKED_OFF = "level_asked_off"
    LEVEL_CHANGED = "level_changed"
    LEVEL_RATIFIED = "level_ratified"
    LEVEL_REVIEWED = "level_reviewed"
    CHECK_DONE = "check_done"
    CHECK_UNDONE = "check_undone"
    CONFLICT_FOUND = "conflict_found"
    CONFLICT_SETTLED = "conflict_settled"
    CAMERA_TURNED = "camera_turned"
    """Somebody took a camera that turns in hand; once for all that they do with it in a while."""
    FILE_LEFT = "file_left"
    """A briefing, a copy of the log or an export was written to a file."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line before it has its place in the log.

    Attributes:
      happened_at: when it happened or was said, by the clock of who wrote it (crisis.md's t_event).
      actor: None where no person did it.
      event, facts: what an automatic line tells; `text` says the same in English, for search and files.
      from_whom, to_whom, means: of a communication: caller, called, telephone or radio channel.
      cameras: who may not know of one of them does not see the line.
      about: the line that a correction or a review names.
      significant: what a review says of it; None of all others.
    """

    id: EntryId
    kind: LogKind
    happened_at: datetime
    actor: AccountId | None
    station: StationName
    text: str
    event: LogEvent = LogEvent.BY_HAND
    facts: Mapping[str, str] = field(default_factory=dict)
    org: OwnerName = NO_OWNER
    position: str = ""
    from_whom: str = ""
    to_whom: str = ""
    means: str = ""
    incident: IncidentId | None = None
    marker: MarkerId | None = None
    layer: LayerId | None = None
    alarm: AlarmId | None = None
    cameras: frozenset[CameraNumber] = frozenset()
    about: int | None = None
    significant: bool | None = None
    exercise: ExerciseId = NO_EXERCISE


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A line in its place.

    Attributes:
      seq: counts all lines of the store from 1 without a gap; 0 of one that only this station holds yet.
      recorded_at: by the store's clock.
      clock_offset_ms: how far the store's clock was ahead of the station's.
    """

    seq: int
    line: LogLine
    recorded_at: datetime
    clock_offset_ms: int = 0


def checked_text(text: str) -> str:
    """What a person typed, without surrounding blanks.

    Raises:
      BadInput: it is empty or too long.
    """
    typed = text.strip()
    if not typed or len(typed) > LONGEST_TEXT:
        raise BadInput(f"a log line has 1 to {LONGEST_TEXT} characters; say what happened")
    return typed


def may_read(entry: LogEntry, known: Iterable[CameraNumber]) -> bool:
    """Whether somebody who knows of these cameras sees the line."""
    return entry.line.cameras <= frozenset(known)
